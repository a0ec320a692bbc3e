#include <algorithm>
#include <cmath>

#include "view/panes.h"

namespace waiter::view {

void draw_prediction(Frame& frame) {
  if (!frame.view.prediction) return;
  const PredictionMark& mark = *frame.view.prediction;
  Pen& pen = frame.pen;
  const Rect& lanes = frame.layout.lanes;
  const Colors& colors = pen.colors();
  const bool right = mark.verdict == PredictionMark::Verdict::Right;
  const Color ink = mark.verdict == PredictionMark::Verdict::Open ? colors.muted : right ? colors.good : colors.warn;
  const Color ground = mark.verdict == PredictionMark::Verdict::Open ? colors.button
                       : right                                       ? colors.good_fill
                                                                     : colors.warn_fill;
  std::string text = "you said " + mark.said;
  if (mark.verdict != PredictionMark::Verdict::Open) text += right ? " ✓" : " ✗";
  const float wide = pen.width(TypeStyle::Small, text) + pen.px(18);
  const float height = pen.px(20);
  float x = lanes.right - wide * 0.5F;
  if (mark.at) {
    x = std::round(frame.steps.scale().x(*mark.at));
    if (x < lanes.left || x > lanes.right) return;
    pen.dashed_line({x, frame.layout.ruler.bottom}, {x, lanes.bottom - height - pen.px(2)}, ink);
  }
  const float left = std::clamp(x - wide * 0.5F, lanes.left, std::max(lanes.left, lanes.right + pen.px(12) - wide));
  const Rect pill{std::floor(left), lanes.bottom - height - pen.px(2), std::floor(left + wide),
                  lanes.bottom - pen.px(2)};
  pen.fill(pill, ground, height * 0.5F);
  pen.outline(pill, ink.faded(0.5F), height * 0.5F);
  pen.text_in(TypeStyle::Small, pill, ink, text, Align::Middle);
}

}  // namespace waiter::view
