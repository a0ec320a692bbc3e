#pragma once
// One plain sentence or two for an event: what happened and why. It is the canvas's text alternative and the line under the
// stage. Words in **double stars** are set bold by whoever shows it. It says only what the trace proves.

#include <string>

#include "playground/moment.h"
#include "playground/run.h"

namespace waiter::playground {

[[nodiscard]] std::string narration(const Run& run, std::uint32_t event);
/// The same for a playhead that stands between events: what the loop is doing now ("idle: next timer in 0.28 s").
[[nodiscard]] std::string narration(const Run& run, const Moment& moment);

/// The same from a trace alone. `before` is the moment before the event (a moment of no event for the first one).
[[nodiscard]] std::string event_narration(const trace::Trace& trace, std::uint32_t event, const Moment& before,
                                          const Moment& after);
[[nodiscard]] std::string moment_narration(const trace::Trace& trace, const Moment& moment);

}  // namespace waiter::playground
