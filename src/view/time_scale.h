#pragma once
// Time to pixels and back, and what may be done to the window of time that is seen: zoom, pan, fit. Pure arithmetic on
// whole nanoseconds; it knows no run and no screen.
//
// Invariant: a window is never empty, never longer than the whole and never outside it.

#include <string>
#include <vector>

#include "trace/time.h"

namespace waiter::view {

using trace::Time;

struct TimeWindow {
  Time from = 0;
  Time to = trace::kSecond;

  [[nodiscard]] Time length() const { return to - from; }
  bool operator==(const TimeWindow&) const = default;
};

/// The shortest window: at closer range nothing new appears, since what happens at one instant is drawn side by side.
inline constexpr Time kWindowMin = 2 * trace::kMicrosecond;

/// The window that shows a run of this length whole, with room on the right for arrows and labels.
[[nodiscard]] TimeWindow whole(Time end);
[[nodiscard]] TimeWindow clamped(TimeWindow window, TimeWindow limit);
/// `factor` below 1 zooms in; `at` stays where it is on the screen, as far as the limit lets it.
[[nodiscard]] TimeWindow zoomed(TimeWindow window, Time at, double factor, TimeWindow limit);
/// Moves by a fraction of the window's own length; positive shows later times.
[[nodiscard]] TimeWindow panned(TimeWindow window, double fraction, TimeWindow limit);
/// Shows [from, to] with some room on both sides.
[[nodiscard]] TimeWindow around(Time from, Time to, TimeWindow limit);

struct TimeScale {
  TimeWindow window;
  float left = 0;   ///< pixel of window.from
  float right = 1;  ///< pixel of window.to

  [[nodiscard]] float x(Time time) const;
  [[nodiscard]] Time time(float x) const;
  [[nodiscard]] double px_per_ns() const;
  /// How much time so many pixels are; at least 1 ns.
  [[nodiscard]] Time span_of(float pixels) const;
};

/// Marks for the ruler at 1, 2 or 5 times a power of ten.
struct Ticks {
  Time step = trace::kSecond;
  std::vector<Time> times;
};
[[nodiscard]] Ticks ticks(const TimeScale& scale, float distance_min);

/// Seconds with as many decimals as `step` needs, at least one: "0.8", "12.0", "1.2503".
[[nodiscard]] std::string tick_label(Time time, Time step);
/// A time as it is said beside the picture: "1.500 s"; below a millisecond's grain as many decimals as it has.
[[nodiscard]] std::string seconds_text(Time time);
/// A short length: "0", "20 µs", "0.03 ms", "340 ms", "1.5 s", "2.00 s".
[[nodiscard]] std::string length_text(Time length);

}  // namespace waiter::view
