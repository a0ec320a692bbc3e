#pragma once
// The whole picture, drawn with Dear ImGui: its panes, from top to bottom. Pure drawing: it reads the run, answers to
// the pointer by changing the view's state, and never changes the run.

#include "playground/run.h"
#include "view/layout.h"
#include "view/type.h"
#include "view/view_state.h"

namespace waiter::view {

/// REQUIRES: between ImGui::NewFrame() and ImGui::Render(), with `type` loaded for view.sizes.scale().
void draw(const playground::Run& run, ViewState& view, const Type& type);

/// What is shown while there is no run at all.
void draw_nothing(const ViewState& view, const Type& type, const char* sentence);

/// The layout that `draw` uses, for those who ask what lies under a pointer before it is drawn.
[[nodiscard]] PictureLayout picture_layout(const playground::Run& run, const ViewState& view);
[[nodiscard]] TimelineFrame timeline_frame(const PictureLayout& layout, const ViewState& view);

/// The wheel at this point: zooms (or pans, with shift or sideways) over the timeline, scrolls over its names. False
/// where the wheel belongs to the page. Distances in device pixels.
struct Wheel {
  Point at;
  float down = 0;
  float right = 0;
  bool shift = false;
  bool control = false;
};
bool turn_wheel(const playground::Run& run, ViewState& view, const Wheel& wheel);
/// Two fingers: what lay under `from` middle and distance now lies under `to`.
void pinch(const playground::Run& run, ViewState& view, float from_x, float to_x, double factor);
/// A finger put down here belongs to the picture at once (ruler, playhead, buttons), not to the page's scrolling.
[[nodiscard]] bool takes_finger(const playground::Run& run, const ViewState& view, Point at);

}  // namespace waiter::view
