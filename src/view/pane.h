#pragma once
// What every pane is given: the run it shows, the learner's state, a pen, the layout, the scale of time, and what the
// pointer does in this frame. A pane is one function that answers to the pointer and one that draws.

#include "playground/run.h"
#include "view/instants.h"
#include "view/layout.h"
#include "view/pen.h"
#include "view/timeline_geometry.h"
#include "view/view_state.h"

namespace waiter::view {

using playground::Run;

struct Pointer {
  Point at;
  bool inside = false;   ///< over the canvas, or dragging from it
  bool pressed = false;  ///< the main button went down in this frame
  bool down = false;
  bool released = false;
  bool pressed_twice = false;
  bool shift = false;
};

struct Frame {
  const Run& run;
  ViewState& view;
  Pen& pen;
  const PictureLayout& layout;
  const Pointer& pointer;
  const StepScale& steps;
  const TimelineGeometry& timeline;

  [[nodiscard]] const Vocabulary& words() const { return vocabulary(view.words); }
  [[nodiscard]] float px(float css) const { return pen.px(css); }
};

/// Draws a small button and says whether it was pressed in this frame.
[[nodiscard]] bool button(Frame& frame, const Rect& rect, Color face);

}  // namespace waiter::view
