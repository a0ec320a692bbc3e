#pragma once
// What a run did, as CONTRACT.md's transcript in JSON: the program's writes with their times, the clients, when and how it
// ended. Times are exact seconds. Writes of one instant are joined. It holds what went to standard output only.

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "playground/run.h"

namespace waiter::playground {

[[nodiscard]] nlohmann::ordered_json transcript(const Run& run);
[[nodiscard]] nlohmann::ordered_json transcript(const trace::Trace& trace, const std::optional<world::ProgramError>& error,
                                                const std::vector<world::ClientRecord>& clients = {});

}  // namespace waiter::playground
