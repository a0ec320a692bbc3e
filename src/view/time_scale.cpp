#include "view/time_scale.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "trace/assert.h"

namespace waiter::view {
namespace {

// The first 1, 2 or 5 times a power of ten that is not below `least`.
Time round_step(Time least) {
  Time power = 1;
  while (power < trace::kNever / 10 && power * 10 <= least) power *= 10;
  for (const Time digit : {1, 2, 5}) {
    if (power * digit >= least) return power * digit;
  }
  return power < trace::kNever / 10 ? power * 10 : power;
}

Time rounded(double ns) {
  return static_cast<Time>(std::llround(std::clamp(ns, -9.0e18, 9.0e18)));
}

}  // namespace

TimeWindow whole(Time end) {
  if (end <= 0) return {0, trace::kSecond};  // everything happened at once: any length will do
  if (end > trace::kNever / 2) return {0, trace::kNever};
  return {0, std::max(kWindowMin, end + end / 5)};
}

TimeWindow clamped(TimeWindow window, TimeWindow limit) {
  const Time length = std::clamp(window.length(), std::min(kWindowMin, limit.length()), limit.length());
  const Time from = std::clamp(window.from, limit.from, limit.to - length);
  return {from, from + length};
}

TimeWindow zoomed(TimeWindow window, Time at, double factor, TimeWindow limit) {
  const double length = static_cast<double>(window.length());
  const double share = static_cast<double>(at - window.from) / length;
  const double wanted = std::clamp(length * factor, static_cast<double>(std::min(kWindowMin, limit.length())),
                                   static_cast<double>(limit.length()));
  const Time from = at - rounded(share * wanted);
  return clamped({from, from + rounded(wanted)}, limit);
}

TimeWindow panned(TimeWindow window, double fraction, TimeWindow limit) {
  const Time by = rounded(static_cast<double>(window.length()) * fraction);
  const Time from = std::clamp(window.from + by, limit.from, limit.to - window.length());
  return clamped({from, from + window.length()}, limit);
}

TimeWindow around(Time from, Time to, TimeWindow limit) {
  const Time room = std::max((to - from) / 8, kWindowMin / 2);
  return clamped({from - room, to + room}, limit);
}

double TimeScale::px_per_ns() const {
  return static_cast<double>(right - left) / static_cast<double>(std::max<Time>(window.length(), 1));
}

float TimeScale::x(Time time) const {
  return static_cast<float>(static_cast<double>(left) + static_cast<double>(time - window.from) * px_per_ns());
}

Time TimeScale::time(float x) const {
  if (right <= left) return window.from;
  return window.from + rounded(static_cast<double>(x - left) / px_per_ns());
}

Time TimeScale::span_of(float pixels) const {
  if (right <= left) return window.length();
  return std::max<Time>(1, rounded(static_cast<double>(pixels) / px_per_ns()));
}

Ticks ticks(const TimeScale& scale, float distance_min) {
  WAITER_ASSERT(distance_min > 0, "marks need room");
  Ticks result;
  result.step = round_step(std::max<Time>(1, scale.span_of(distance_min)));
  if (scale.right <= scale.left) return result;
  const Time first = scale.window.from <= 0 ? 0 : (scale.window.from + result.step - 1) / result.step * result.step;
  for (Time time = first; time <= scale.window.to; time += result.step) {
    result.times.push_back(time);
    if (time > trace::kNever - result.step) break;
  }
  return result;
}

std::string tick_label(Time time, Time step) {
  int decimals = 9;
  while (decimals > 1 && step % 10 == 0) {
    step /= 10;
    --decimals;
  }
  return fmt::format("{:.{}f}", trace::to_seconds(time), decimals);
}

std::string seconds_text(Time time) {
  int decimals = 9;
  for (Time rest = time; decimals > 3 && rest % 10 == 0; rest /= 10) --decimals;
  // Nine figures after the point are noise when the time comes from a mouse: nobody parks a playhead to the nanosecond.
  return fmt::format("{:.{}f} s", trace::to_seconds(time), std::min(decimals, 6));
}

std::string length_text(Time length) {
  const auto say = [](double value, const char* unit) {
    const char* const layout = value >= 100 ? "{:.0f} {}" : value >= 10 ? "{:.1f} {}" : "{:.2f} {}";
    return fmt::format(fmt::runtime(layout), value, unit);
  };
  if (length == 0) return "0 s";
  if (length < trace::kMicrosecond) return fmt::format("{} ns", length);
  if (length < 10 * trace::kMicrosecond) return say(static_cast<double>(length) / 1e3, "µs");
  if (length < trace::kSecond / 10) return say(static_cast<double>(length) / 1e6, "ms");
  if (length < 1000 * trace::kSecond) return fmt::format("{:.2f} s", trace::to_seconds(length));
  return fmt::format("{:.0f} s", trace::to_seconds(length));
}

}  // namespace waiter::view
