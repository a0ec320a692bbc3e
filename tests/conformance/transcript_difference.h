#pragma once
// Compares a transcript with a golden one, as CONTRACT.md says: times to the nanosecond, output as the text written at
// each instant (however it was cut into writes). Only the keys that the golden transcript has are compared. Runs
// nothing.

#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace waiter::conformance {

struct Difference {
  std::string what;  ///< "output", "ended", "error.line", ...
  std::string expected;
  std::string got;
};

/// All that `got` has otherwise than `golden`; empty if they agree.
[[nodiscard]] std::vector<Difference> differences(const nlohmann::json& golden, const nlohmann::json& got);

/// The first line at which two texts part, with the lines just before it; empty if they are equal.
[[nodiscard]] std::vector<Difference> text_differences(std::string what, std::string_view expected,
                                                       std::string_view got);

/// All the output of a transcript as one text.
[[nodiscard]] std::string joined_output(const nlohmann::json& transcript);

/// `text` with the number in " at 0x7f..." left out: it names an address, which no two runs share.
[[nodiscard]] std::string without_addresses(std::string_view text);

}  // namespace waiter::conformance
