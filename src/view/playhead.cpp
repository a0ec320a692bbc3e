#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "view/panes.h"

namespace waiter::view {

bool on_playhead(const PictureLayout& layout, const Sizes& sizes, float playhead_x, Point at) {
  return std::abs(at.x - playhead_x) <= sizes.px(6) && at.y >= layout.ruler.top && at.y < layout.lanes.bottom &&
         at.x >= layout.lanes.left - sizes.px(8) && at.x <= layout.lanes.right + sizes.px(8);
}

void draw_playhead(Frame& frame) {
  Pen& pen = frame.pen;
  const PictureLayout& layout = frame.layout;
  const float bottom = layout.lag_plot.empty() ? layout.lanes.bottom : layout.lag_plot.bottom;
  const ViewState& view = frame.view;

  // A hair line under the pointer, with its time: so that any two rows can be compared.
  const Rect seen{layout.lanes.left, layout.ruler.top, layout.lanes.right, bottom};
  if (frame.pointer.inside && view.drag == Drag::None && seen.holds(frame.pointer.at)) {
    const float x = std::round(frame.pointer.at.x);
    pen.fill({x, layout.ruler.bottom, x + pen.sizes().hairline(), bottom}, pen.colors().muted.faded(0.5F));
  }

  const float exact = frame.steps.x(view.playhead);
  if (exact < layout.lanes.left - 1 || exact > layout.lanes.right + 1) return;
  const float x = std::round(exact);
  const Color ink = pen.colors().strong;
  const float stroke = pen.px(1.4F);
  const float line_left = x - std::floor(stroke * 0.5F);
  pen.fill({line_left, layout.ruler.bottom - pen.px(2), line_left + stroke, bottom}, ink);
  const float half = pen.px(6);
  const float top = layout.ruler.bottom - pen.px(13);
  const float shoulder = top + pen.px(7);
  const Rect knob{x - half, top, x + half, shoulder};
  pen.fill(knob, ink, pen.px(2));
  pen.triangle({x - half, shoulder - 1}, {x + half, shoulder - 1}, {x, shoulder + pen.px(5)}, ink);
  const bool over = frame.pointer.inside && on_playhead(layout, view.sizes, exact, frame.pointer.at);
  if (over || view.drag == Drag::Scrub) {
    const std::string text = seconds_text(view.playhead.time);
    const float wide = pen.width(TypeStyle::Small, text) + pen.px(10);
    const float left =
        std::clamp(x + pen.px(10), layout.lanes.left, std::max(layout.lanes.left, layout.lanes.right - wide));
    const Rect label{left, top - pen.px(2), left + wide, top + pen.px(13)};
    pen.fill(label, ink, pen.px(3));
    pen.text_in(TypeStyle::Small, label, pen.colors().background, text, Align::Middle);
    frame.view.wants_pointing_hand = true;
  }
}

}  // namespace waiter::view
