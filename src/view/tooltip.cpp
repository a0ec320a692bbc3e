#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "view/panes.h"

namespace waiter::view {
namespace {

SpanWords hovered_words(const Frame& frame) {
  const ViewState& view = frame.view;
  const trace::Trace& trace = frame.run.trace();
  if (view.hovered_traffic) {
    const TrafficRef& ref = *view.hovered_traffic;
    const ClientTraffic& client = *view.traffic.of(ref.lane);
    return ref.is_mark ? mark_words(trace, ref.lane, client, ref.index, ref.hidden)
                       : period_words(trace, ref.lane, client, ref.index, frame.run.end());
  }
  const trace::Span& span = frame.run.spans().spans(view.hovered->lane)[view.hovered->span];
  const SpanBox* box = box_at(frame.timeline, frame.pointer.at, frame.px(2));
  SpanWords words = span_words(trace, span, frame.run.end(), view.words);
  if (box != nullptr && box->hidden > 0) {
    words.title = lane_name(trace, box->lane);
    words.period = fmt::format("{} spans, too close to tell apart", box->hidden);
    words.place = "zoom in to see them";
  }
  return words;
}

}  // namespace

void draw_tooltip(Frame& frame) {
  const ViewState& view = frame.view;
  if ((!view.hovered && !view.hovered_traffic) || view.drag == Drag::Pan || !frame.pointer.inside) return;
  Pen& pen = frame.pen;
  const SpanWords words = hovered_words(frame);
  const float pad = pen.px(10);
  const float pitch = pen.px(17);
  const float inner = std::max({pen.width(TypeStyle::Strong, words.title), pen.width(TypeStyle::Small, words.period),
                                pen.width(TypeStyle::Small, words.place)});
  const float width = std::min(inner + 2 * pad, view.width - pen.px(8));
  const float height = pad * 1.4F + pitch * (words.place.empty() ? 2.0F : 3.0F);
  // Below and to the right of the pointer; turned round where that leaves the canvas.
  float x = frame.pointer.at.x + pen.px(14);
  float y = frame.pointer.at.y + pen.px(16);
  if (x + width > view.width - pen.px(4)) x = std::max(pen.px(4), view.width - width - pen.px(4));
  if (y + height > view.height - pen.px(4)) y = std::max(pen.px(4), frame.pointer.at.y - height - pen.px(8));
  const Rect card{std::floor(x), std::floor(y), std::floor(x + width), std::floor(y + height)};
  pen.fill(card.moved(0, pen.px(2)).grown(pen.px(1)), Color{0, 0, 0, 70}, pen.px(8));
  pen.fill(card, pen.colors().panel, pen.px(7));
  pen.outline(card, pen.colors().edge, pen.px(7));
  Rect line{card.left + pad, card.top + pad * 0.7F, card.right - pad + 1, card.top + pad * 0.7F + pitch};
  pen.text_in(TypeStyle::Strong, line, pen.colors().strong, words.title);
  line = line.moved(0, pitch);
  pen.text_in(TypeStyle::Small, line, pen.colors().text, words.period);
  if (!words.place.empty()) pen.text_in(TypeStyle::Small, line.moved(0, pitch), pen.colors().muted, words.place);
}

}  // namespace waiter::view
