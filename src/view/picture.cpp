#include "view/picture.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "view/navigation.h"
#include "view/panes.h"

namespace waiter::view {
namespace {

Pointer pointer_of_frame() {
  const ImGuiIO& io = ImGui::GetIO();
  Pointer pointer;
  pointer.inside = ImGui::IsMousePosValid();
  pointer.at = pointer.inside ? Point{io.MousePos.x, io.MousePos.y} : Point{-1e6F, -1e6F};
  pointer.pressed = ImGui::IsMouseClicked(0);
  pointer.pressed_twice = ImGui::IsMouseDoubleClicked(0);
  pointer.down = ImGui::IsMouseDown(0);
  pointer.released = ImGui::IsMouseReleased(0);
  pointer.shift = io.KeyShift;
  return pointer;
}

TimeScale time_scale(const PictureLayout& layout, const ViewState& view) {
  return {view.window, layout.lanes.left, layout.lanes.right};
}

float step_width(const Sizes& sizes) {
  return sizes.px(4);
}

}  // namespace

bool button(Frame& frame, const Rect& rect, Color face) {
  const bool over = frame.pointer.inside && frame.view.drag == Drag::None && rect.holds(frame.pointer.at);
  if (over) frame.view.wants_pointing_hand = true;
  frame.pen.fill(rect, over ? mix(face, frame.pen.colors().text, 0.12F) : face, frame.px(6));
  if (!over || !frame.pointer.pressed) return false;
  frame.view.drag = Drag::Button;
  return true;
}

PictureLayout picture_layout(const Run& run, const ViewState& view) {
  return lay_out_picture(
      {.width = view.width, .height = view.height, .sizes = view.sizes, .lanes = run.trace().lanes.size()});
}

TimelineFrame timeline_frame(const PictureLayout& layout, const ViewState& view) {
  TimelineFrame frame;
  frame.rows = layout.lanes;
  frame.row_height = layout.row_height;
  frame.bar_height = std::min(view.sizes.px(22), layout.row_height - view.sizes.px(8));
  frame.step_height = frame.bar_height + view.sizes.px(4);
  frame.step_width_min = view.sizes.px(3);
  frame.fold_below = view.sizes.px(3);
  frame.scroll = view.scroll;
  return frame;
}

void draw(const Run& run, ViewState& view, const Type& type) {
  catch_up(run, view);
  const PictureLayout layout = picture_layout(run, view);
  const Pointer pointer = pointer_of_frame();
  Pen pen(*ImGui::GetBackgroundDrawList(), type, theme(view.dark), view.sizes);
  view.wants_pointing_hand = false;
  if (!pointer.down && !pointer.released) view.drag = Drag::None;

  // The pointer first, on the picture as it stood; then everything is laid out anew and drawn as it stands now.
  {
    const TimeScale scale = time_scale(layout, view);
    const StepScale steps(scale, view.instants, step_width(view.sizes));
    view.scroll = clamped_scroll(view.scroll, view.order.size(), timeline_frame(layout, view));
    const TimelineGeometry before = lay_out_timeline({.trace = run.trace(),
                                                      .spans = run.spans(),
                                                      .order = view.order,
                                                      .scale = steps,
                                                      .end = run.end(),
                                                      .arrows_of = std::nullopt,
                                                      .with_arrows = false,
                                                      .traffic = &view.traffic},
                                                     timeline_frame(layout, view));
    Frame frame{run, view, pen, layout, pointer, steps, before};
    answer_timeline(frame);
  }

  const TimeScale scale = time_scale(layout, view);
  const StepScale steps(scale, view.instants, step_width(view.sizes));
  std::optional<LaneId> arrows_of = view.hovered_lane;
  if (!arrows_of && view.selected) arrows_of = view.selected->lane;
  const TimelineGeometry timeline = lay_out_timeline({.trace = run.trace(),
                                                      .spans = run.spans(),
                                                      .order = view.order,
                                                      .scale = steps,
                                                      .end = run.end(),
                                                      .arrows_of = arrows_of,
                                                      .traffic = &view.traffic},
                                                     timeline_frame(layout, view));
  Frame frame{run, view, pen, layout, pointer, steps, timeline};

  pen.fill({0, 0, view.width, view.height}, pen.colors().background);
  const float dimmed = view.dimmed ? 0.55F : 0.0F;
  draw_narration(frame);
  pen.set_dimmed(dimmed);
  draw_stage(frame);
  draw_legend(frame);
  draw_timeline(frame);
  draw_plots(frame);
  draw_prediction(frame);
  draw_playhead(frame);
  pen.set_dimmed(0);
  draw_transport(frame);
  draw_tooltip(frame);
  if (pointer.released) view.drag = Drag::None;
}

void draw_nothing(const ViewState& view, const Type& type, const char* sentence) {
  Pen pen(*ImGui::GetBackgroundDrawList(), type, theme(view.dark), view.sizes);
  const Rect all{0, 0, view.width, view.height};
  pen.fill(all, pen.colors().background);
  pen.text_in(TypeStyle::Body, all.grown(-pen.px(16)), pen.colors().muted, sentence, Align::Middle);
}

bool turn_wheel(const Run& run, ViewState& view, const Wheel& wheel) {
  catch_up(run, view);
  const PictureLayout layout = picture_layout(run, view);
  const float bottom = layout.lag_plot.empty() ? layout.lanes.bottom : layout.lag_plot.bottom;
  if (wheel.at.y < layout.ruler.top || wheel.at.y > bottom) return false;
  const TimelineFrame rows = timeline_frame(layout, view);
  const float right = wheel.shift && std::abs(wheel.right) < std::abs(wheel.down) ? wheel.down : wheel.right;
  if (wheel.shift || std::abs(wheel.right) > std::abs(wheel.down)) {
    if (layout.lanes.width() > 0) pan(run, view, static_cast<double>(right / layout.lanes.width()));
    return true;
  }
  if (wheel.at.x < layout.lanes.left && !wheel.control) {
    const float before = view.scroll;
    view.scroll = clamped_scroll(view.scroll + wheel.down, view.order.size(), rows);
    return view.scroll != before || rows_height(view.order.size(), rows) > rows.rows.height();
  }
  const TimeScale scale = time_scale(layout, view);
  const float x = std::clamp(wheel.at.x, layout.lanes.left, layout.lanes.right);
  // A hundred CSS pixels, one notch of a common wheel, is a step of a quarter; small touchpad steps add up to the same.
  const double notches = static_cast<double>(wheel.down / view.sizes.exact(100));
  zoom(run, view, std::pow(1.28, std::clamp(notches, -4.0, 4.0)), scale.time(x));
  return true;
}

void pinch(const Run& run, ViewState& view, float from_x, float to_x, double factor) {
  catch_up(run, view);
  const PictureLayout layout = picture_layout(run, view);
  if (layout.lanes.empty()) return;
  zoom(run, view, factor, time_scale(layout, view).time(from_x));
  pan(run, view, static_cast<double>((from_x - to_x) / layout.lanes.width()));
}

bool takes_finger(const Run& run, const ViewState& view, Point at) {
  const PictureLayout layout = picture_layout(run, view);
  if (layout.transport.holds(at)) return true;
  const Rect ruler = layout.ruler.grown(view.sizes.px(6));
  if (ruler.holds(at)) return true;
  const TimeScale scale = time_scale(layout, view);
  const StepScale steps(scale, view.instants, step_width(view.sizes));
  return on_playhead(layout, view.sizes, steps.x(view.playhead), at);
}

}  // namespace waiter::view
