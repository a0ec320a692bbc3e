#pragma once
// Where a step of the playhead arrives: the next or previous event, line or turn of a trace. Pure: it knows no playhead
// and no clock. A step that would leave the trace ends at its first or last event.

#include <cstdint>

#include "trace/trace.h"

namespace waiter::playground {

enum class StepUnit : std::uint8_t { Event, Line, Turn };
enum class Direction : std::int8_t { Backwards = -1, Forwards = 1 };

/// An event outside of the trace counts as its last one; a trace without events answers 0.
[[nodiscard]] std::uint32_t stepped(const trace::Trace& trace, std::uint32_t event, StepUnit unit, Direction direction);

}  // namespace waiter::playground
