#pragma once
// Where everything on the timeline stands, in pixels: rows, boxes, arrows. Pure: from a trace, its spans and a scale to
// lists that are then drawn or hit-tested; no Dear ImGui, no colours, no text measured.
//
// Invariants
// 1. Only rows that can be seen are laid out, and their cost grows with pixels, not with spans.
// 2. What is too narrow to be told apart is folded into one box that says how much it hides; nothing is dropped
// silently.
// 3. Boxes of one row are in order of time.

#include <cstdint>
#include <optional>
#include <vector>

#include "trace/spans.h"
#include "trace/trace.h"
#include "view/client_traffic.h"
#include "view/geometry.h"
#include "view/instants.h"

namespace waiter::view {

using trace::LaneId;

/// Rows from top to bottom: clients, then tasks and threads as they were made, those that serve clients before the others, the
/// event loop last.
[[nodiscard]] std::vector<LaneId> lane_order(const trace::Trace& trace);

struct TimelineFrame {
  Rect rows;  ///< where the boxes of all rows are; names stand to its left
  float row_height = 40;
  float bar_height = 22;   ///< of a wait
  float step_height = 26;  ///< of a step: taller, so that it is seen beside a wait of the same colour
  float step_width_min = 3;
  float fold_below = 3;  ///< narrower than this is folded
  float scroll = 0;      ///< pixels that lie above the first visible row
};

struct LaneRow {
  LaneId lane = trace::kLoopLane;
  float top = 0;
  float bottom = 0;
  [[nodiscard]] float middle() const { return (top + bottom) * 0.5F; }
};

struct SpanBox {
  Rect rect;
  LaneId lane = trace::kLoopLane;
  std::uint32_t span = 0;    ///< index into the lane's spans; of a fold, the longest one
  std::uint32_t hidden = 0;  ///< spans this box stands for, if it is a fold
  trace::SpanState state = trace::SpanState::Running;
  bool cut_left = false;  ///< goes on beyond the window
  bool cut_right = false;
  bool unfinished = false;  ///< still open when the run ended
};

/// A period of a client's traffic.
struct TrafficBox {
  Rect rect;
  LaneId lane = trace::kNoLane;
  std::uint32_t period = 0;
  std::uint32_t ending = 0;  ///< the period that tells how it ended: a next one that took no time is not drawn
  bool cut_left = false;
  bool cut_right = false;
  bool unfinished = false;
};

/// A message or chunk, or several that are too close to be told apart.
struct TrafficTick {
  Point at;
  LaneId lane = trace::kNoLane;
  std::uint32_t mark = 0;    ///< the first of them
  std::uint32_t hidden = 0;  ///< how many others
  bool outgoing = false, incoming = false;
};

struct ArrowCurve {
  Point from, control_from, control_to, to;
  trace::Arrow::Kind kind = trace::Arrow::Kind::Made;
  LaneId from_lane = trace::kNoLane;
  LaneId to_lane = trace::kNoLane;
};

struct TimelineGeometry {
  std::vector<LaneRow> rows;
  std::vector<SpanBox> boxes;
  std::vector<TrafficBox> traffic;
  std::vector<TrafficTick> ticks;
  std::vector<ArrowCurve> arrows;
  bool arrows_hidden = false;  ///< there were too many; point at a lane to see its own
};

struct TimelineRequest {
  const trace::Trace& trace;
  const trace::SpanIndex& spans;
  const std::vector<LaneId>& order;
  const StepScale& scale;
  Time end = 0;                     ///< of the run: open spans reach to here
  std::optional<LaneId> arrows_of;  ///< the lane pointed at: its arrows are drawn however many there are
  bool with_arrows = true;          ///< pointing needs only the boxes
  const Traffic* traffic = nullptr;
};

/// More arrows than this in sight are a thicket: only those of the lane pointed at are drawn. A fan of "made" arrows,
/// all from one point, is one sooner.
inline constexpr std::size_t kArrowsMax = 48;
inline constexpr std::size_t kMadeArrowsMax = 6;

[[nodiscard]] float rows_height(std::size_t lanes, const TimelineFrame& frame);
[[nodiscard]] float clamped_scroll(float scroll, std::size_t lanes, const TimelineFrame& frame);
[[nodiscard]] TimelineGeometry lay_out_timeline(const TimelineRequest& request, const TimelineFrame& frame);
/// The box under a point: the topmost, with a little room around thin ones.
[[nodiscard]] const SpanBox* box_at(const TimelineGeometry& geometry, Point point, float room);
[[nodiscard]] const TrafficTick* tick_at(const TimelineGeometry& geometry, Point point, float room);
[[nodiscard]] const TrafficBox* traffic_at(const TimelineGeometry& geometry, Point point, float room);
[[nodiscard]] const LaneRow* row_at(const TimelineGeometry& geometry, float y);

}  // namespace waiter::view
