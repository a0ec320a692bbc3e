#include "playground/stepping.h"

#include <algorithm>

namespace waiter::playground {
namespace {

using trace::Event;

// Whether a step by `unit` that set out at `from` stops at `at`.
bool stops_at(const Event& at, const Event& from, StepUnit unit) {
  switch (unit) {
    case StepUnit::Event: return true;
    case StepUnit::Turn: return at.kind == trace::EventKind::TurnBegin;
    case StepUnit::Line:
      return at.line != 0 && (at.line != from.line || at.file != from.file);
  }
  return true;
}

}  // namespace

std::uint32_t stepped(const trace::Trace& trace, std::uint32_t event, StepUnit unit, Direction direction) {
  if (trace.events.empty()) return 0;
  const auto last = static_cast<std::uint32_t>(trace.events.size() - 1);
  const std::uint32_t start = std::min(event, last);
  const Event& from = trace.events[start];
  if (direction == Direction::Forwards) {
    for (std::uint32_t at = start + 1; at <= last; ++at) {
      if (stops_at(trace.events[at], from, unit)) return at;
    }
    return last;
  }
  for (std::uint32_t at = start; at-- > 0;) {
    if (stops_at(trace.events[at], from, unit)) return at;
  }
  return 0;
}

}  // namespace waiter::playground
