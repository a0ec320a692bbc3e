#include <algorithm>
#include <array>

#include "view/panes.h"

namespace waiter::view {
namespace {

struct Entry {
  trace::SpanState state;
  std::string_view word;
};

// The same shapes as the timeline's boxes, small.
void swatch(Pen& pen, const Rect& box, trace::SpanState state) {
  const Colors& colors = pen.colors();
  switch (state) {
    case trace::SpanState::Running: pen.fill(box, colors.accent, pen.px(2)); break;
    case trace::SpanState::Awaiting:
      pen.fill(box, colors.accent.faded(0.18F), pen.px(3));
      pen.outline(box, colors.accent.faded(0.7F), pen.px(3));
      break;
    case trace::SpanState::Ready: pen.dashed_outline(box, colors.bad); break;
    case trace::SpanState::Blocked:
      pen.fill(box, colors.bad, pen.px(2));
      for (float x = box.left + pen.px(3); x < box.right - pen.px(3); x += pen.px(6)) {
        pen.fill({x, box.bottom - pen.px(2), x + pen.px(3), box.bottom}, colors.background);
      }
      break;
  }
}

}  // namespace

void draw_legend(Frame& frame) {
  Pen& pen = frame.pen;
  const Vocabulary& v = frame.words();
  const std::array<Entry, 4> entries = {{{trace::SpanState::Running, v.running},
                                         {trace::SpanState::Awaiting, v.awaiting},
                                         {trace::SpanState::Ready, v.ready},
                                         {trace::SpanState::Blocked, v.holds}}};
  const Rect& area = frame.layout.legend;
  const float swatch_width = pen.px(18);
  const float word_gap = pen.px(6);
  const auto needed = [&](float gap) {
    float sum = -gap;
    for (const Entry& entry : entries) sum += swatch_width + word_gap + pen.width(TypeStyle::Small, entry.word) + gap;
    return sum;
  };
  // From airy to tight; whatever still does not fit is left out from the end.
  float gap = pen.px(24);
  while (gap > pen.px(9) && needed(gap) > area.width()) gap -= pen.px(2);
  float x = frame.layout.narrow ? area.left : std::max(area.left, area.right - needed(gap));
  for (const Entry& entry : entries) {
    const float wide = pen.width(TypeStyle::Small, entry.word);
    if (x + swatch_width + word_gap + wide > area.right + 1) break;
    const float middle = area.middle_y();
    swatch(pen, {x, middle - pen.px(5), x + swatch_width, middle + pen.px(6)}, entry.state);
    x += swatch_width + word_gap;
    pen.text_in(TypeStyle::Small, {x, area.top, x + wide + 1, area.bottom}, pen.colors().muted, entry.word);
    x += wide + gap;
  }
}

}  // namespace waiter::view
