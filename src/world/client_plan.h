#pragma once
// One client of the scenario's JSON: what it does and when, and what is wrong with how that is written. It knows nothing of the run.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "world/json_place.h"
#include "world/scenario.h"

namespace waiter::world {

// All clients together: more than one picture can hold. A limit only against a typing mistake, which would take memory.
inline constexpr std::int64_t kClientsMax = 10'000;

/// One client of the file is one client, or `count` of them: appended.
void read_clients(const JsonPlace& place, std::vector<Client>& out);

// What services are written with, too.
[[nodiscard]] std::string compact(const Json& value);
[[nodiscard]] trace::Time time_or(const JsonPlace& place, std::string_view key, trace::Time otherwise);
void read_headers(const JsonPlace& place, std::vector<std::pair<std::string, std::string>>& headers);

}  // namespace waiter::world
