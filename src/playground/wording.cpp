#include "playground/wording.h"

#include <fmt/format.h>

#include "trace/assert.h"

namespace waiter::playground {
namespace {

// `fraction` in units of 10^-digits, without the zeros at its end.
std::string decimals(std::int64_t fraction, int digits) {
  std::string out = fmt::format("{:0{}}", fraction, digits);
  while (out.size() > 1 && out.back() == '0') out.pop_back();
  return out;
}

}  // namespace

std::string exact_seconds(trace::Time time) {
  // The sign apart, since -0.5 s has no whole seconds to carry it.
  const bool negative = time < 0;
  const std::uint64_t ns = negative ? 0 - static_cast<std::uint64_t>(time) : static_cast<std::uint64_t>(time);
  constexpr auto kSecond = static_cast<std::uint64_t>(trace::kSecond);
  return fmt::format("{}{}.{}", negative ? "-" : "", ns / kSecond, decimals(static_cast<std::int64_t>(ns % kSecond), 9));
}

std::string length_text(trace::Time length) {
  if (length < 0) return "-" + length_text(-length);
  if (length == 0) return "0.0 s";
  if (length < trace::kMicrosecond) return fmt::format("{} ns", length);
  if (length < trace::kMillisecond) return fmt::format("{} µs", (length + 500) / trace::kMicrosecond);
  const trace::Time ms = length / trace::kMillisecond + (length % trace::kMillisecond >= trace::kMillisecond / 2 ? 1 : 0);
  return fmt::format("{}.{} s", ms / 1000, decimals(ms % 1000, 3));
}

std::string counted(std::uint64_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

std::string lane_words(const trace::Trace& trace, trace::LaneId lane) {
  WAITER_ASSERT(lane < trace.lanes.size(), "the lane belongs to this trace");
  if (lane == trace::kLoopLane) return "The program";
  const std::string title = excerpt(trace.title(lane), 40);
  const std::string& subtitle = trace.subtitle(lane);
  return subtitle.empty() ? fmt::format("**{}**", title) : fmt::format("**{}** ({})", title, excerpt(subtitle, 40));
}

std::string excerpt(std::string_view text, std::size_t code_points_max) {
  while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) text.remove_suffix(1);
  std::string out;
  std::size_t code_points = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool starts = (static_cast<unsigned char>(text[i]) & 0xC0) != 0x80;
    if (starts && code_points++ == code_points_max) return out + "…";
    const char c = text[i] == '\n' || text[i] == '\t' ? ' ' : text[i];
    if (c == '*' && !out.empty() && out.back() == '*') continue;  // two stars would switch the bold type
    out += c;
  }
  return out;
}

}  // namespace waiter::playground
