#include "view/timeline_geometry.h"

#include <algorithm>
#include <cmath>

#include "trace/assert.h"

namespace waiter::view {
namespace {

using trace::Arrow;
using trace::Span;
using trace::SpanSlice;
using trace::SpanState;

// More steps than this side by side would be unfolded only to be told apart by nobody.
constexpr std::uint32_t kUnfoldMax = 200;

// Lays out the boxes of one row after the other.
class BoxMaker {
 public:
  BoxMaker(const TimelineRequest& request, const TimelineFrame& frame, std::vector<SpanBox>& out)
      : request_(request), frame_(frame), out_(out) {}

  void add_row(const LaneRow& row) {
    const TimeScale& scale = request_.scale.scale();
    slices_.clear();
    // A little beyond the window: steps that lie beside their instant may reach into it.
    const Time room = scale.span_of(frame_.step_height * 2);
    request_.spans.visible(row.lane, scale.window.from - room, scale.window.to, scale.span_of(frame_.fold_below),
                           slices_);
    for (const SpanSlice& slice : slices_) {
      if (slice.folded == 0) {
        add(row, slice.span);
      } else {
        add_group(row, slice);
      }
    }
  }

 private:
  [[nodiscard]] const std::vector<Span>& spans(const LaneRow& row) const { return request_.spans.spans(row.lane); }

  // At its event, among the steps of that instant; what was recorded after the fact (work) stands at its time.
  [[nodiscard]] float left_of(const Span& span) const {
    const bool at_event = request_.trace.events[span.first_event].time == span.begin;
    return at_event ? request_.scale.x(span.first_event) : request_.scale.scale().x(span.begin);
  }
  [[nodiscard]] float right_of(const Span& span) const {
    if (span.end == trace::kOpen) return request_.scale.x(request_.end);
    const bool at_event = request_.trace.events[span.last_event].time == span.end;
    return at_event ? request_.scale.x(span.last_event) : request_.scale.scale().x(span.end);
  }

  // Spans that were merged: seen one by one if there is room beside their instant, else as one box with a count.
  void add_group(const LaneRow& row, const SpanSlice& slice) {
    const auto& all = spans(row);
    std::uint32_t first = slice.span;
    std::uint32_t last = slice.span;
    while (first > 0 && last - first < slice.folded && all[first - 1].begin >= slice.begin) --first;
    while (last + 1 < all.size() && last - first < slice.folded && all[last + 1].begin <= slice.end) ++last;
    // Turns of the loop in which no step ran have no width and take no room.
    std::uint32_t steps = 0;
    for (std::uint32_t i = first; i <= last && steps <= kUnfoldMax; ++i) {
      const bool busy = all[i].state == SpanState::Running || all[i].state == SpanState::Blocked;
      if (busy && right_of(all[i]) > left_of(all[i])) ++steps;
    }
    const float left = left_of(all[first]);
    const float right = right_of(all[last]);
    const bool room = right - left >= static_cast<float>(steps) * frame_.step_width_min;
    if (steps <= 1 || (steps <= kUnfoldMax && room)) {
      for (std::uint32_t i = first; i <= last; ++i) add(row, i);
      return;
    }
    SpanBox box = boxed(row, slice.span, left, std::max(right, left + frame_.fold_below), frame_.step_height);
    box.hidden = last - first + 1;
    push(box);
  }

  void add(const LaneRow& row, std::uint32_t index) {
    const Span& span = spans(row)[index];
    const bool instant = span.begin == span.end;
    float left = left_of(span);
    float right = right_of(span);
    switch (span.state) {
      case SpanState::Running:
        if (row.lane == trace::kLoopLane && right <= left) return;
        right = std::max(right, left + frame_.step_width_min);
        push(boxed(row, index, left, right, frame_.step_height));
        return;
      case SpanState::Blocked:
        right = std::max(right, left + frame_.step_width_min);
        push(boxed(row, index, left, right, frame_.step_height));
        return;
      case SpanState::Ready:
      case SpanState::Awaiting:
        // Ready and served, or parked and woken, within one instant: there is nothing to see but the arrow.
        if (instant || right - left < 1) return;
        push(boxed(row, index, left, right, frame_.bar_height));
        return;
    }
  }

  [[nodiscard]] SpanBox boxed(const LaneRow& row, std::uint32_t index, float left, float right, float height) const {
    const Span& span = spans(row)[index];
    SpanBox box;
    box.lane = row.lane;
    box.span = index;
    box.state = span.state;
    box.unfinished = span.end == trace::kOpen;
    const float half = std::floor(height * 0.5F);
    const float middle = std::floor(row.middle());
    box.rect = {left, middle - half, right, middle + half};
    return box;
  }

  void push(SpanBox box) {
    const Rect& rows = frame_.rows;
    if (box.rect.right <= rows.left || box.rect.left >= rows.right) return;
    box.cut_left = box.rect.left < rows.left;
    box.cut_right = box.rect.right > rows.right;
    box.rect.left = std::max(box.rect.left, rows.left);
    box.rect.right = std::min(box.rect.right, rows.right);
    out_.push_back(box);
  }

  const TimelineRequest& request_;
  const TimelineFrame& frame_;
  std::vector<SpanBox>& out_;
  std::vector<SpanSlice> slices_;
};

// Lays out one client's row.
class TrafficMaker {
 public:
  TrafficMaker(const TimelineRequest& request, const TimelineFrame& frame, TimelineGeometry& out)
      : request_(request), frame_(frame), out_(out) {}

  void add_row(const LaneRow& row) {
    const ClientTraffic* client = request_.traffic->of(row.lane);
    if (client == nullptr) return;
    add_periods(row, *client);
    add_ticks(row, *client);
  }

 private:
  // What came after so many events stands where the last of them does, or at its own time if that is later.
  [[nodiscard]] float x(Time time, std::uint32_t events) const {
    const auto& all = request_.trace.events;
    if (events < all.size() && all[events].time == time) return request_.scale.x(events);
    if (events > 0 && events <= all.size() && all[events - 1].time == time) return request_.scale.x(events - 1);
    return request_.scale.scale().x(time);
  }

  void add_periods(const LaneRow& row, const ClientTraffic& client) {
    const TimeWindow& window = request_.scale.scale().window;
    const auto first = std::partition_point(client.periods.begin(), client.periods.end(), [&](const TrafficPeriod& period) {
      return period.end != trace::kOpen && period.end < window.from;
    });
    float drawn_to = -1e9F;
    for (auto it = first; it != client.periods.end() && it->begin <= window.to; ++it) {
      TrafficBox box;
      box.lane = row.lane;
      box.period = static_cast<std::uint32_t>(it - client.periods.begin());
      box.ending = box.period;
      if (it->ending == TrafficPeriod::Ending::Next && it + 1 != client.periods.end() && (it + 1)->begin == (it + 1)->end) ++box.ending;
      box.unfinished = it->end == trace::kOpen;
      const float left = x(it->begin, it->first_event);
      float right = box.unfinished ? request_.scale.x(request_.end) : x(it->end, it->last_event);
      // A phase that took no time is seen in the one beside it; a whole answer within an instant is a thin box.
      const bool follows = it->ending == TrafficPeriod::Ending::Next;
      const bool went_on = it != client.periods.begin() && (it - 1)->ending == TrafficPeriod::Ending::Next;
      if (right - left < 1 && (follows || (went_on && drawn_to > left - 1))) continue;
      right = std::max(right, left + frame_.step_width_min);
      if (right - left < frame_.fold_below && right < drawn_to + 1) continue;
      drawn_to = right;
      const float half = std::floor(frame_.bar_height * 0.5F);
      const float middle = std::floor(row.middle());
      box.rect = {left, middle - half, right, middle + half};
      const Rect& rows = frame_.rows;
      if (box.rect.right <= rows.left || box.rect.left >= rows.right) continue;
      box.cut_left = box.rect.left < rows.left;
      box.cut_right = box.rect.right > rows.right;
      box.rect.left = std::max(box.rect.left, rows.left);
      box.rect.right = std::min(box.rect.right, rows.right);
      out_.traffic.push_back(box);
    }
  }

  void add_ticks(const LaneRow& row, const ClientTraffic& client) {
    const TimeWindow& window = request_.scale.scale().window;
    const auto first = std::partition_point(client.marks.begin(), client.marks.end(),
                                            [&](const TrafficMark& mark) { return mark.time < window.from; });
    const float apart = frame_.fold_below * 3;
    TrafficTick* last = nullptr;
    for (auto it = first; it != client.marks.end() && it->time <= window.to; ++it) {
      const float at = x(it->time, it->event);
      if (last == nullptr || at - last->at.x >= apart) {
        out_.ticks.push_back({{at, row.middle()}, row.lane, static_cast<std::uint32_t>(it - client.marks.begin())});
        last = &out_.ticks.back();
      } else {
        ++last->hidden;
      }
      (it->outgoing ? last->outgoing : last->incoming) = true;
    }
  }

  const TimelineRequest& request_;
  const TimelineFrame& frame_;
  TimelineGeometry& out_;
};

std::optional<float> middle_of(const std::vector<LaneRow>& rows, LaneId lane) {
  for (const LaneRow& row : rows) {
    if (row.lane == lane) return row.middle();
  }
  return std::nullopt;
}

ArrowCurve curve(const Arrow& arrow, float x, float from_y, float to_y, const TimelineFrame& frame) {
  ArrowCurve result;
  result.kind = arrow.kind;
  result.from_lane = arrow.from;
  result.to_lane = arrow.to;
  const float towards = to_y > from_y ? 1.0F : -1.0F;
  const float half = frame.step_height * 0.5F;
  const float rows_between = std::abs(to_y - from_y) / frame.row_height;
  // It leaves the upper or lower edge of the step and comes in from the right, as far out as it has rows to cross.
  const float swing = arrow.kind == Arrow::Kind::Made ? 0.18F + 0.06F * rows_between : 0.35F + 0.12F * rows_between;
  const float out = frame.row_height * std::min(swing, 1.2F);
  result.from = {x, from_y + towards * half * 0.4F};
  result.to = {x + frame.step_width_min * 2, to_y - towards * half * 0.3F};
  result.control_from = {x + out, from_y + towards * half};
  result.control_to = {x + out, to_y - towards * half * 0.3F};
  return result;
}

bool created(const trace::Trace& trace, const Arrow& arrow) {
  const trace::Event& event = trace.events[arrow.event];
  return event.kind == trace::EventKind::HandleReady &&
         event.argument == static_cast<std::int64_t>(trace::ReadyReason::Created);
}

void lay_out_arrows(const TimelineRequest& request, const TimelineFrame& frame, TimelineGeometry& out) {
  const TimeScale& scale = request.scale.scale();
  const auto& arrows = request.spans.arrows();
  const auto first = std::lower_bound(arrows.begin(), arrows.end(), scale.window.from,
                                      [](const Arrow& arrow, Time time) { return arrow.time < time; });
  // Looking stops soon after "too many", so that a thicket costs no more than a tidy picture.
  constexpr std::size_t kLookedAtMax = 20'000;
  std::size_t looked_at = 0;
  std::size_t others = 0;
  std::size_t made = 0;
  std::vector<ArrowCurve> own;
  for (auto arrow = first; arrow != arrows.end() && arrow->time <= scale.window.to; ++arrow) {
    if (++looked_at > kLookedAtMax) break;
    if (arrow->from == trace::kLoopLane || arrow->to == trace::kLoopLane || arrow->from == arrow->to) continue;
    // A new task is made and made ready at once: one arrow tells both.
    if (arrow->kind == Arrow::Kind::Woke && created(request.trace, *arrow)) continue;
    const bool is_own = request.arrows_of && (arrow->from == *request.arrows_of || arrow->to == *request.arrows_of);
    if (!is_own && others > kArrowsMax && made > kMadeArrowsMax) continue;
    const auto from_y = middle_of(out.rows, arrow->from);
    const auto to_y = middle_of(out.rows, arrow->to);
    if (!from_y || !to_y) continue;
    ++(arrow->kind == Arrow::Kind::Made ? made : others);
    const ArrowCurve laid = curve(*arrow, request.scale.x(arrow->event), *from_y, *to_y, frame);
    if (is_own) {
      own.push_back(laid);
    } else if (others <= kArrowsMax) {
      out.arrows.push_back(laid);
    }
  }
  out.arrows_hidden = others > kArrowsMax || made > kMadeArrowsMax;
  const bool too_many = others > kArrowsMax;
  std::erase_if(out.arrows, [&](const ArrowCurve& arrow) {
    return arrow.kind == Arrow::Kind::Made ? made > kMadeArrowsMax : too_many;
  });
  out.arrows.insert(out.arrows.end(), own.begin(), own.end());
}

}  // namespace

std::vector<LaneId> lane_order(const trace::Trace& trace) {
  std::vector<LaneId> order;
  order.reserve(trace.lanes.size());
  // A maker is made before what it makes.
  std::vector<bool> for_client(trace.lanes.size());
  for (LaneId lane = 0; lane < trace.lanes.size(); ++lane) {
    const LaneId maker = trace.lanes[lane].maker;
    for_client[lane] = maker < lane && (trace.lanes[maker].kind == trace::LaneKind::Client || for_client[maker]);
  }
  const auto take = [&](auto wanted) {
    for (LaneId lane = 0; lane < trace.lanes.size(); ++lane) {
      if (wanted(trace.lanes[lane].kind, for_client[lane])) order.push_back(lane);
    }
  };
  using trace::LaneKind;
  const auto works = [](LaneKind kind) { return kind == LaneKind::Task || kind == LaneKind::Thread; };
  take([](LaneKind kind, bool) { return kind == LaneKind::Client; });
  take([&](LaneKind kind, bool serves) { return works(kind) && serves; });
  take([&](LaneKind kind, bool serves) { return works(kind) && !serves; });
  take([](LaneKind kind, bool) { return kind == LaneKind::Loop; });
  return order;
}

float rows_height(std::size_t lanes, const TimelineFrame& frame) {
  return static_cast<float>(lanes) * frame.row_height;
}

float clamped_scroll(float scroll, std::size_t lanes, const TimelineFrame& frame) {
  return std::clamp(scroll, 0.0F, std::max(0.0F, rows_height(lanes, frame) - frame.rows.height()));
}

TimelineGeometry lay_out_timeline(const TimelineRequest& request, const TimelineFrame& frame) {
  WAITER_ASSERT(frame.row_height > 0, "rows have a height");
  TimelineGeometry out;
  if (frame.rows.empty()) return out;
  const auto first = static_cast<std::size_t>(std::max(0.0F, frame.scroll / frame.row_height));
  BoxMaker boxes(request, frame, out.boxes);
  TrafficMaker traffic(request, frame, out);
  for (std::size_t i = first; i < request.order.size(); ++i) {
    LaneRow row;
    row.lane = request.order[i];
    row.top = frame.rows.top + static_cast<float>(i) * frame.row_height - frame.scroll;
    row.bottom = row.top + frame.row_height;
    if (row.top >= frame.rows.bottom) break;
    out.rows.push_back(row);
    // A client is drawn from what it saw, which tells more than its spans.
    const bool client = request.traffic != nullptr && request.traffic->of(row.lane) != nullptr;
    if (client) traffic.add_row(row);
    else if (row.lane < request.spans.lane_count()) boxes.add_row(row);
  }
  if (request.with_arrows) lay_out_arrows(request, frame, out);
  return out;
}

const SpanBox* box_at(const TimelineGeometry& geometry, Point point, float room) {
  const SpanBox* near = nullptr;
  for (const SpanBox& box : geometry.boxes) {
    if (box.state != SpanState::Running && box.rect.holds(point) && near == nullptr) near = &box;
    // A step is thin: pointing next to it is pointing at it, unless a step lies there exactly.
    if (box.state == SpanState::Running && box.rect.holds(point)) return &box;
    if (box.state == SpanState::Running && box.rect.width() < 4 * room && box.rect.grown(room).holds(point))
      near = &box;
  }
  return near;
}

const TrafficTick* tick_at(const TimelineGeometry& geometry, Point point, float room) {
  for (const TrafficTick& tick : geometry.ticks) {
    if (std::abs(tick.at.x - point.x) <= room && std::abs(tick.at.y - point.y) <= 3 * room) return &tick;
  }
  return nullptr;
}

const TrafficBox* traffic_at(const TimelineGeometry& geometry, Point point, float room) {
  for (const TrafficBox& box : geometry.traffic) {
    if (box.rect.grown(box.rect.width() < 4 * room ? room : 0).holds(point)) return &box;
  }
  return nullptr;
}

const LaneRow* row_at(const TimelineGeometry& geometry, float y) {
  for (const LaneRow& row : geometry.rows) {
    if (y >= row.top && y < row.bottom) return &row;
  }
  return nullptr;
}

}  // namespace waiter::view
