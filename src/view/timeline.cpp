#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "view/navigation.h"
#include "view/panes.h"
#include "view/picture.h"

namespace waiter::view {
namespace {

using trace::Arrow;
using trace::Span;
using trace::SpanState;

const Span& span_of(const Frame& frame, const SpanBox& box) {
  return frame.run.spans().spans(box.lane)[box.span];
}

bool is(const std::optional<SpanRef>& ref, const SpanBox& box) {
  return ref && ref->lane == box.lane && ref->span == box.span;
}

void scrub(Frame& frame) {
  const Playhead wanted = frame.steps.at(
      std::clamp(frame.pointer.at.x, frame.layout.lanes.left, frame.layout.lanes.right), frame.run.end());
  frame.view.playing = false;
  if (wanted.event) {
    seek_event(frame.run, frame.view, *wanted.event);
  } else {
    seek_time(frame.run, frame.view, wanted.time);
  }
}

void drag_picture(Frame& frame) {
  ViewState& view = frame.view;
  const float dx = frame.pointer.at.x - view.drag_from.x;
  const float dy = frame.pointer.at.y - view.drag_from.y;
  if (!view.drag_moved && std::max(std::abs(dx), std::abs(dy)) < frame.px(4)) return;
  view.drag_moved = true;
  if (frame.layout.lanes.width() > 0) {
    view.window = view.drag_window;
    pan(frame.run, view, static_cast<double>(-dx / frame.layout.lanes.width()));
  }
  view.scroll = clamped_scroll(view.drag_scroll - dy, view.order.size(), timeline_frame(frame.layout, view));
}

void click(Frame& frame) {
  if (const TrafficTick* tick = tick_at(frame.timeline, frame.pointer.at, frame.px(4))) {
    frame.view.playing = false;
    seek_time(frame.run, frame.view, frame.view.traffic.of(tick->lane)->marks[tick->mark].time);
    return;
  }
  const SpanBox* box = box_at(frame.timeline, frame.pointer.at, frame.px(2));
  if (box == nullptr) {
    frame.view.selected.reset();
    return;
  }
  select_span(frame.run, frame.view, {box->lane, box->span});
}

void hover(Frame& frame) {
  ViewState& view = frame.view;
  view.hovered.reset();
  view.hovered_lane.reset();
  view.hovered_traffic.reset();
  view.hover_text.clear();
  const Rect& lanes = frame.layout.lanes;
  const Rect rows{frame.layout.lane_names.left, lanes.top, lanes.right, lanes.bottom};
  if (!frame.pointer.inside || view.drag == Drag::Scrub || !rows.holds(frame.pointer.at)) return;
  if (const LaneRow* row = row_at(frame.timeline, frame.pointer.at.y)) view.hovered_lane = row->lane;
  const trace::Trace& trace = frame.run.trace();
  if (const TrafficTick* tick = tick_at(frame.timeline, frame.pointer.at, frame.px(4))) {
    view.hovered_traffic = TrafficRef{tick->lane, tick->mark, tick->hidden, true};
    const SpanWords words = mark_words(trace, tick->lane, *view.traffic.of(tick->lane), tick->mark, tick->hidden);
    view.hover_text = words.title + ", " + words.period + (words.place.empty() ? "" : ", " + words.place);
    return;
  }
  if (const TrafficBox* period = traffic_at(frame.timeline, frame.pointer.at, frame.px(2))) {
    view.hovered_traffic = TrafficRef{period->lane, period->period, 0, false};
    const SpanWords words =
        period_words(trace, period->lane, *view.traffic.of(period->lane), period->period, frame.run.end());
    view.hover_text = words.title + ", " + words.period + ", " + words.place;
    return;
  }
  const SpanBox* box = box_at(frame.timeline, frame.pointer.at, frame.px(2));
  if (box == nullptr) return;
  view.hovered = SpanRef{box->lane, box->span};
  const SpanWords words = span_words(frame.run.trace(), span_of(frame, *box), frame.run.end(), view.words);
  view.hover_text = box->hidden > 0
                        ? fmt::format("{} · {} spans, too close to tell apart: zoom in",
                                      lane_name(frame.run.trace(), box->lane), box->hidden)
                        : words.title + ", " + words.period + (words.place.empty() ? "" : ", " + words.place);
}

std::string box_label(const Frame& frame, const SpanBox& box) {
  const Span& span = span_of(frame, box);
  const trace::Trace& trace = frame.run.trace();
  if (box.hidden > 0) return fmt::format("{}", box.hidden);
  const Time end = span.end == trace::kOpen ? frame.run.end() : span.end;
  switch (box.state) {
    case SpanState::Awaiting: return awaited(trace, span.label, span.waits_for);
    case SpanState::Ready:
      return fmt::format("{} {}", frame.view.words == Words::Asyncio ? "ready" : "calling",
                         length_text(end - span.begin));
    case SpanState::Blocked: {
      const std::string what = awaited(trace, span.label, span.waits_for);
      const std::string whole = what + (frame.view.words == Words::Asyncio ? " — the loop can do nothing else"
                                                                           : " — the waiter stands still");
      return frame.pen.width(TypeStyle::Small, whole) <= box.rect.width() - frame.px(10) ? whole : what;
    }
    case SpanState::Running: return length_text(end - span.begin);
  }
  return {};
}

void draw_box_label(Frame& frame, const SpanBox& box, Color ink) {
  const Rect room{box.rect.left + frame.px(5), box.rect.top, box.rect.right - frame.px(5), box.rect.bottom};
  if (room.width() < frame.px(14)) return;
  frame.pen.text_in(TypeStyle::Small, room, ink, box_label(frame, box), Align::Middle);
}

void draw_box(Frame& frame, const SpanBox& box) {
  Pen& pen = frame.pen;
  const Colors& colors = pen.colors();
  const Color lane = lane_color(pen.theme(), frame.run.trace(), box.lane);
  const Corners corners = box.cut_left && box.cut_right ? Corners::None
                          : box.cut_left                ? Corners::Right
                          : box.cut_right               ? Corners::Left
                                                        : Corners::All;
  const float round = std::min(pen.px(4), box.rect.width() * 0.4F);
  if (box.hidden > 0) {
    pen.fill(box.rect, mix(colors.background, lane, 0.55F), pen.px(2), corners);
    const bool room = box.rect.width() > pen.width(TypeStyle::Small, box_label(frame, box)) + pen.px(10);
    if (room) {
      draw_box_label(frame, box, colors.strong);
    } else if (box.rect.width() > pen.px(9)) {
      pen.zigzag(box.rect, colors.strong);
    }
  } else if (box.state == SpanState::Running) {
    pen.fill(box.rect, lane, std::min(pen.px(2), box.rect.width() * 0.3F), corners);
    if (box.rect.width() > pen.px(40)) draw_box_label(frame, box, colors.background);
  } else if (box.state == SpanState::Blocked) {
    pen.fill(box.rect, colors.bad, pen.px(2), corners);
    // A notch along its lower edge: blocked is told by shape too.
    for (float x = box.rect.left + pen.px(3); x < box.rect.right - pen.px(5); x += pen.px(8)) {
      pen.fill({x, box.rect.bottom - pen.px(3), x + pen.px(4), box.rect.bottom}, colors.background);
    }
    draw_box_label(frame, box, colors.background);
  } else if (box.state == SpanState::Ready) {
    pen.fill(box.rect, colors.bad.faded(0.10F), round, corners);
    pen.dashed_outline(box.rect, colors.bad);
    draw_box_label(frame, box, colors.bad);
  } else {
    pen.fill(box.rect, lane.faded(0.18F), round, corners);
    pen.outline(box.rect, lane.faded(0.62F), round, 0, corners);
    if (box.unfinished) {
      pen.dashed_line({box.rect.right, box.rect.top}, {box.rect.right, box.rect.bottom}, lane, pen.px(2));
    }
    draw_box_label(frame, box, colors.text);
  }
}

void draw_marks(Frame& frame, const SpanBox& box) {
  Pen& pen = frame.pen;
  const bool on_line =
      frame.view.outlined_line && span_of(frame, box).where.line == *frame.view.outlined_line && box.hidden == 0;
  if (is(frame.view.selected, box)) {
    pen.outline(box.rect.grown(pen.px(2)), pen.colors().accent, pen.px(5), pen.px(2));
  } else if (is(frame.view.hovered, box) || on_line) {
    pen.outline(box.rect.grown(pen.px(1)), pen.colors().strong, pen.px(4), pen.px(1.5F));
  }
}

// A client's period: open at the end while it is not over, its request inside, and how it ended at the right end.
void draw_period(Frame& frame, const TrafficBox& box) {
  Pen& pen = frame.pen;
  const Colors& colors = pen.colors();
  const TrafficPeriod& period = frame.view.traffic.of(box.lane)->periods[box.period];
  using Phase = TrafficPeriod::Phase;
  using Ending = TrafficPeriod::Ending;
  const Color lane = lane_color(pen.theme(), frame.run.trace(), box.lane);
  const bool failed = period.ending == Ending::Broken || (is_bad_code(period.code) && !is_vanished(period));
  const bool flows = period.phase == Phase::Streaming || period.phase == Phase::Open;
  const Corners corners = box.cut_left && box.cut_right ? Corners::None
                          : box.cut_left                ? Corners::Right
                          : box.cut_right               ? Corners::Left
                                                        : Corners::All;
  const float round = std::min(pen.px(4), box.rect.width() * 0.4F);
  pen.fill(box.rect, lane.faded(flows ? 0.30F : 0.12F), round, corners);
  pen.outline(box.rect, failed ? colors.bad : lane.faded(0.75F), round, 0, corners);
  if (box.unfinished)
    pen.dashed_line({box.rect.right, box.rect.top}, {box.rect.right, box.rect.bottom}, lane, pen.px(2));
  const bool hovered = frame.view.hovered_traffic && !frame.view.hovered_traffic->is_mark &&
                       frame.view.hovered_traffic->lane == box.lane && frame.view.hovered_traffic->index == box.period;
  if (hovered) pen.outline(box.rect.grown(pen.px(1)), colors.strong, pen.px(4), pen.px(1.5F));

  const ClientTraffic& client = *frame.view.traffic.of(box.lane);
  const TrafficPeriod& last = client.periods[box.ending];
  const std::string ending = last.ending == Ending::Next ? std::string() : ending_text(last);
  const bool left_early = last.ending == Ending::Left || is_vanished(last);
  const Color ending_ink = failed ? colors.bad : left_early ? colors.warn : colors.good;
  const bool with_marks = flows && !client.marks.empty();
  Rect room{box.rect.left + pen.px(6), box.rect.top, box.rect.right - pen.px(6), box.rect.bottom};
  const float wide = pen.width(TypeStyle::Small, ending);
  if (!ending.empty() && !box.cut_right) {
    const bool room_beside = box.rect.right + pen.px(4) + wide < frame.layout.lanes.right;
    if (wide + pen.px(14) <= box.rect.width() && (!with_marks || !room_beside)) {
      pen.text_in(TypeStyle::Small, room, ending_ink, ending, Align::Right);
      room.right -= wide + pen.px(6);
    } else {
      const float left = box.rect.right + pen.px(4);
      pen.text_in(TypeStyle::Small, {left, box.rect.top, left + wide + 1, box.rect.bottom}, ending_ink, ending);
    }
  }
  // Messages lie in the middle of a flowing period: its name would be under them.
  if (with_marks) return;
  if (room.width() >= pen.px(24)) pen.text_in(TypeStyle::Small, room, colors.text, period.request, Align::Middle);
}

// A message: a head that points up and away from the client, or down to it.
void draw_tick(Frame& frame, const TrafficTick& tick) {
  Pen& pen = frame.pen;
  const Color lane = lane_color(pen.theme(), frame.run.trace(), tick.lane);
  const float half = pen.sizes().exact(3.5F);
  const float high = pen.sizes().exact(6);
  const Point at = tick.at;
  pen.fill({at.x - pen.px(1) * 0.5F, at.y - pen.px(8), at.x + pen.px(1) * 0.5F, at.y + pen.px(8)}, lane);
  if (tick.outgoing) {
    const float tip = at.y - pen.px(10);
    pen.triangle({at.x, tip}, {at.x + half, tip + high}, {at.x - half, tip + high}, pen.colors().strong);
  }
  if (tick.incoming) {
    const float tip = at.y + pen.px(10);
    pen.triangle({at.x, tip}, {at.x - half, tip - high}, {at.x + half, tip - high}, lane);
  }
  const bool hovered = frame.view.hovered_traffic && frame.view.hovered_traffic->is_mark &&
                       frame.view.hovered_traffic->lane == tick.lane && frame.view.hovered_traffic->index == tick.mark;
  if (hovered) {
    const float r = pen.px(6);
    pen.outline({at.x - r, at.y - pen.px(12), at.x + r, at.y + pen.px(12)}, pen.colors().strong, pen.px(3), pen.px(1.5F));
  }
}

void draw_names(Frame& frame) {
  Pen& pen = frame.pen;
  const Rect& column = frame.layout.lane_names;
  Clip clip(pen, {column.left - pen.px(12), column.top, column.right, column.bottom});
  for (const LaneRow& row : frame.timeline.rows) {
    const trace::Trace& trace = frame.run.trace();
    if (frame.view.hovered_lane == row.lane) {
      pen.fill({column.left - pen.px(6), row.top + pen.px(1), column.right, row.bottom - pen.px(1)}, pen.colors().panel,
               pen.px(4));
    }
    const Color ink = pen.colors().text;
    std::string subtitle = trace.subtitle(row.lane);
    if (subtitle.empty() && trace.lanes[row.lane].kind == trace::LaneKind::Client) subtitle = "client";
    const bool two = !subtitle.empty() && row.bottom - row.top >= pen.px(29);
    if (two) {
      const float middle = std::floor(row.middle());
      pen.text_in(TypeStyle::Body, {column.left, middle - pen.px(15), column.right, middle + pen.px(1)}, ink,
                  trace.title(row.lane));
      pen.text_in(TypeStyle::Small, {column.left, middle, column.right, middle + pen.px(14)}, pen.colors().muted,
                  subtitle);
    } else {
      pen.text_in(TypeStyle::Body, {column.left, row.top, column.right, row.bottom}, ink,
                  subtitle.empty() ? trace.title(row.lane) : trace.title(row.lane) + " " + subtitle);
    }
  }
}

void draw_ruler(Frame& frame) {
  Pen& pen = frame.pen;
  const Rect& ruler = frame.layout.ruler;
  // The figures above, the playhead's knob below: neither ever hides the other.
  const float figures = ruler.bottom - pen.px(14);
  const Rect note{frame.layout.lane_names.left, ruler.top, ruler.left - pen.px(16), figures};
  pen.text_in(TypeStyle::Small, note, pen.colors().muted, frame.layout.narrow ? "simulated s" : "simulated seconds");
  const TimeScale& scale = frame.steps.scale();
  // As wide as the widest mark at this zoom, found by trying: closer marks have more decimals and are wider.
  float distance = pen.px(44);
  Ticks marks = ticks(scale, distance);
  for (int tries = 0; tries < 3 && !marks.times.empty(); ++tries) {
    const float wide = pen.width(TypeStyle::Small, tick_label(marks.times.back(), marks.step)) + pen.px(18);
    if (wide <= distance) break;
    distance = wide;
    marks = ticks(scale, distance);
  }
  const float bottom = frame.layout.lag_plot.empty() ? frame.layout.lanes.bottom : frame.layout.lag_plot.bottom;
  for (const Time time : marks.times) {
    const float x = std::round(scale.x(time));
    pen.fill({x, ruler.bottom, x + pen.sizes().hairline(), bottom}, pen.colors().line.faded(0.75F));
    const float half = pen.px(40);
    const std::string label = tick_label(time, marks.step);
    const float wide = pen.width(TypeStyle::Small, label);
    if (x - wide * 0.5F < note.left) continue;
    pen.text_in(TypeStyle::Small, {x - half, ruler.top, x + half, figures}, pen.colors().muted, label, Align::Middle);
  }
}

void draw_arrows(Frame& frame) {
  Pen& pen = frame.pen;
  for (const ArrowCurve& arrow : frame.timeline.arrows) {
    const bool made = arrow.kind == Arrow::Kind::Made;
    Color ink = arrow.kind == Arrow::Kind::Cancelled ? pen.colors().bad
                                                     : lane_color(pen.theme(), frame.run.trace(), arrow.from_lane);
    const bool own = frame.view.hovered_lane == arrow.from_lane || frame.view.hovered_lane == arrow.to_lane;
    ink = ink.faded(own ? 1.0F : made ? 0.55F : 0.85F);
    const float stroke = pen.sizes().exact(own ? 1.8F : 1.2F);
    if (made) {
      pen.dashed_curve(arrow.from, arrow.control_from, arrow.control_to, arrow.to, ink, stroke);
    } else {
      pen.curve(arrow.from, arrow.control_from, arrow.control_to, arrow.to, ink, stroke);
    }
    pen.arrow_head(arrow.control_to, arrow.to, ink, pen.sizes().exact(7));
  }
}

void draw_scrollbar(Frame& frame) {
  const TimelineFrame rows = timeline_frame(frame.layout, frame.view);
  const float all = rows_height(frame.view.order.size(), rows);
  const float seen = rows.rows.height();
  if (all <= seen) return;
  Pen& pen = frame.pen;
  const float x = frame.layout.lanes.right + pen.px(8);
  const float length = std::max(pen.px(24), seen * seen / all);
  const float top = rows.rows.top + (seen - length) * frame.view.scroll / (all - seen);
  pen.fill({x, top, x + pen.px(4), top + length}, pen.colors().edge, pen.px(2));
}

}  // namespace

void answer_timeline(Frame& frame) {
  ViewState& view = frame.view;
  const Pointer& pointer = frame.pointer;
  const PictureLayout& layout = frame.layout;
  const float bottom = layout.lag_plot.empty() ? layout.lanes.bottom : layout.lag_plot.bottom;
  const Rect ruler{layout.ruler.left - frame.px(10), layout.ruler.top, layout.ruler.right + frame.px(10),
                   layout.ruler.bottom};
  const Rect picture{layout.lane_names.left, layout.lanes.top, layout.lanes.right, bottom};
  if (pointer.pressed && view.drag == Drag::None) {
    view.drag_from = pointer.at;
    view.drag_moved = false;
    if (ruler.holds(pointer.at) || on_playhead(layout, view.sizes, frame.steps.x(view.playhead), pointer.at)) {
      view.drag = Drag::Scrub;
    } else if (picture.holds(pointer.at)) {
      view.drag = Drag::Pan;
      view.drag_window = view.window;
      view.drag_scroll = view.scroll;
    }
  }
  if (view.drag == Drag::Scrub && (pointer.down || pointer.released)) scrub(frame);
  if (view.drag == Drag::Pan && pointer.down) drag_picture(frame);
  if (view.drag == Drag::Pan && pointer.released && !view.drag_moved) click(frame);
  if (pointer.pressed_twice && picture.holds(pointer.at) && view.selected) fit_span(frame.run, view);
  hover(frame);
}

void draw_timeline(Frame& frame) {
  Pen& pen = frame.pen;
  const Rect& header = frame.layout.timeline_header;
  pen.fill({0, header.top, frame.view.width, header.top + pen.sizes().hairline()}, pen.colors().line);
  pen.text_in(TypeStyle::Title, {header.left, header.top, header.left + pen.px(100), header.bottom},
              pen.colors().strong, "Timeline");
  draw_ruler(frame);
  draw_names(frame);
  {
    const Rect& lanes = frame.layout.lanes;
    // A box may stand out over the edge by its outline, and arrows swing out to the right.
    Clip clip(pen, {lanes.left - pen.px(3), lanes.top, frame.view.width, lanes.bottom});
    for (const TrafficBox& box : frame.timeline.traffic) draw_period(frame, box);
    for (const TrafficTick& tick : frame.timeline.ticks) draw_tick(frame, tick);
    for (const SpanBox& box : frame.timeline.boxes) draw_box(frame, box);
    draw_arrows(frame);
    for (const SpanBox& box : frame.timeline.boxes) draw_marks(frame, box);
  }
  draw_scrollbar(frame);
}

}  // namespace waiter::view
