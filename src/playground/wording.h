#pragma once
// How times, counts and lanes are said in sentences, here and in every floor above. It knows no sentence.

#include <cstdint>
#include <string>
#include <string_view>

#include "trace/trace.h"

namespace waiter::playground {

/// Seconds exactly, as short as they can be written, with at least one decimal: "1.5", "0.0", "0.000000001".
[[nodiscard]] std::string exact_seconds(trace::Time time);
/// A length as it is said: "1.5 s", "0.28 s" (three decimals at most), below a millisecond "20 µs" or "20 ns".
[[nodiscard]] std::string length_text(trace::Time length);
/// "1 task", "3 tasks".
[[nodiscard]] std::string counted(std::uint64_t count, std::string_view noun);
/// "**Task-2** (make_coffee)"; the event loop's lane is "The program".
[[nodiscard]] std::string lane_words(const trace::Trace& trace, trace::LaneId lane);
/// What a program wrote, in one line of at most `code_points_max`, safe between double stars.
[[nodiscard]] std::string excerpt(std::string_view text, std::size_t code_points_max);

}  // namespace waiter::playground
