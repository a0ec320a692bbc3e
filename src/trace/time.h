#pragma once
// Time on every floor: whole nanoseconds since the program started. Never a double, so that sums are exact and a run is
// the same to the byte on every machine.

#include <cstdint>

namespace waiter::trace {

using Time = std::int64_t;

inline constexpr Time kNever = INT64_MAX;
inline constexpr Time kMicrosecond = 1'000;
inline constexpr Time kMillisecond = 1'000'000;
inline constexpr Time kSecond = 1'000'000'000;

/// Seconds as a program says them, rounded to the nearest nanosecond (half to even is not needed: ties cannot matter
/// below 1 ns). Values outside +-292 years are clamped to kNever / -kNever.
inline Time from_seconds(double seconds) {
  const double ns = seconds * 1e9;
  if (!(ns < 9.2e18)) return kNever;  // also NaN
  if (ns < -9.2e18) return -kNever;
  return static_cast<Time>(ns + (ns < 0 ? -0.5 : 0.5));
}

inline double to_seconds(Time time) { return static_cast<double>(time) / 1e9; }

}  // namespace waiter::trace
