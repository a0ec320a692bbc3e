#pragma once
// Moving about in a run: seek, step, play, zoom, pan, spans. What buttons and the page's commands and keys do,
// without a screen. Each function keeps the playhead inside the run and the window inside the picture.

#include <cstdint>
#include <string>

#include "playground/run.h"
#include "view/view_state.h"

namespace waiter::view {

using playground::Direction;
using playground::Run;
using playground::StepUnit;

/// Takes in what is new in the run. Call it before each frame and before asking for `moment`.
void catch_up(const Run& run, ViewState& view);
/// A new run takes the place of the old one: the playhead keeps its time if the run is still that long.
void take_run(const Run& run, ViewState& view);

void seek_time(const Run& run, ViewState& view, Time time);
void seek_event(const Run& run, ViewState& view, std::uint32_t event);
void step(const Run& run, ViewState& view, StepUnit unit, Direction direction);
void to_start(const Run& run, ViewState& view);
void to_end(const Run& run, ViewState& view);
/// Playing from the end begins again at the start.
void set_playing(const Run& run, ViewState& view, bool on);
/// Moves a playing playhead by so much real time; stops at the end of the run. True if it moved.
bool play_on(const Run& run, ViewState& view, double elapsed_ms);
/// The speed at which a run of this length takes about six seconds, from the list of speeds.
[[nodiscard]] double natural_speed(Time end);
/// The next speed of the list; after the fastest the slowest.
[[nodiscard]] double next_speed(double speed);
[[nodiscard]] std::string speed_text(double speed);

/// Where a zoom without a pointer is centred: the playhead if it is in sight, else the middle.
[[nodiscard]] Time middle_of_interest(const ViewState& view);
void zoom(const Run& run, ViewState& view, double factor, Time at);
void pan(const Run& run, ViewState& view, double fraction);
void fit_all(const Run& run, ViewState& view);
/// Fits the selected span, or the one pointed at, or the one under the playhead.
void fit_span(const Run& run, ViewState& view);
void select_span(const Run& run, ViewState& view, SpanRef span);
/// Goes to the next or previous span of the selected lane (at first: of the lane that runs, or the first one).
void step_span(const Run& run, ViewState& view, Direction direction);

/// The event that happened last at the playhead.
[[nodiscard]] std::uint32_t playhead_event(const Run& run, const ViewState& view);

}  // namespace waiter::view
