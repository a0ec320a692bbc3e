#pragma once
// What the learner looks at and from where: playhead, window of time, what is pointed at. It changes by the pointer
// (the panes), by the page's commands (navigation.h), and with a new run; a run itself is never changed.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "playground/moment.h"
#include "view/client_traffic.h"
#include "view/instants.h"
#include "view/peaks.h"
#include "view/theme.h"
#include "view/timeline_geometry.h"
#include "view/words.h"

namespace waiter::view {

struct SpanRef {
  LaneId lane = trace::kNoLane;
  std::uint32_t span = 0;
  bool operator==(const SpanRef&) const = default;
};

/// A period or a mark of a client.
struct TrafficRef {
  LaneId lane = trace::kNoLane;
  std::uint32_t index = 0;
  std::uint32_t hidden = 0;  ///< marks too close to tell apart
  bool is_mark = false;
  bool operator==(const TrafficRef&) const = default;
};

/// What the learner foretold, as the timeline marks it.
struct PredictionMark {
  enum class Verdict : std::uint8_t { Open, Right, Wrong };
  std::string said;        ///< "1.5 s"
  std::optional<Time> at;  ///< where the mark stands, if the answer is a time
  Verdict verdict = Verdict::Open;
};

enum class Drag : std::uint8_t { None, Pan, Scrub, Button };

struct ViewState {
  // The canvas
  float width = 640;  ///< device pixels
  float height = 800;
  Sizes sizes;
  bool dark = true;
  bool reduced_motion = false;
  Words words = Words::Asyncio;

  // Where the learner stands
  Playhead playhead;
  bool playing = false;
  double speed = 1;     ///< virtual seconds per real second
  double dwell_ms = 0;  ///< spent so far at the event at which the playhead stands, while playing
  TimeWindow window;
  bool window_follows_run = true;  ///< the whole run is shown, however long it becomes; off once the learner zooms
  float scroll = 0;                ///< of the rows, in device pixels
  std::optional<SpanRef> selected;
  std::optional<PredictionMark> prediction;
  std::optional<std::uint32_t> outlined_line;  ///< the line pointed at in the editor
  bool dimmed = false;                         ///< the picture is an old one: the program as it stands was refused
  std::string note;                            ///< said in place of the narration, if not empty

  // What the pointer does; set while drawing
  std::optional<SpanRef> hovered;
  std::optional<LaneId> hovered_lane;
  std::optional<TrafficRef> hovered_traffic;
  std::string hover_text;
  Drag drag = Drag::None;
  Point drag_from;
  TimeWindow drag_window;
  float drag_scroll = 0;
  bool drag_moved = false;
  bool wants_pointing_hand = false;

  // Derived from the run, kept between frames
  Instants instants;
  Peaks peaks;
  std::vector<LaneId> order;
  Traffic traffic;
  playground::Moment moment;
  std::optional<Playhead> moment_at;  ///< of which place `moment` is
  std::uint32_t moment_events = 0;    ///< and of how many events
};

}  // namespace waiter::view
