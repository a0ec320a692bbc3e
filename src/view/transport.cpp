#include <array>
#include <cmath>

#include <fmt/format.h>

#include "view/navigation.h"
#include "view/panes.h"

namespace waiter::view {
namespace {

enum class Icon : std::uint8_t { ToStart, Back, Play, Pause, Forward, ToEnd };

void draw_icon(Pen& pen, const Rect& box, Icon icon, Color ink) {
  const Point c{std::round(box.middle_x()), std::round(box.middle_y())};
  const float h = pen.px(6);
  const float w = pen.px(9);
  const float bar = pen.px(2);
  const auto to_right = [&](float x) { pen.triangle({x, c.y - h}, {x + w, c.y}, {x, c.y + h}, ink); };
  const auto to_left = [&](float x) { pen.triangle({x + w, c.y - h}, {x + w, c.y + h}, {x, c.y}, ink); };
  switch (icon) {
    case Icon::ToStart:
      pen.fill({c.x - h, c.y - h, c.x - h + bar, c.y + h}, ink);
      to_left(c.x - h + bar + pen.px(1));
      break;
    case Icon::Back: to_left(c.x - w * 0.5F - pen.px(1)); break;
    case Icon::Play:
      pen.triangle({c.x - pen.px(5), c.y - pen.px(7)}, {c.x + pen.px(8), c.y}, {c.x - pen.px(5), c.y + pen.px(7)}, ink);
      break;
    case Icon::Pause:
      pen.fill({c.x - pen.px(5), c.y - pen.px(6), c.x - pen.px(1), c.y + pen.px(6)}, ink);
      pen.fill({c.x + pen.px(2), c.y - pen.px(6), c.x + pen.px(6), c.y + pen.px(6)}, ink);
      break;
    case Icon::Forward: to_right(c.x - w * 0.5F + pen.px(1)); break;
    case Icon::ToEnd:
      pen.fill({c.x + h - bar, c.y - h, c.x + h, c.y + h}, ink);
      to_right(c.x + h - bar - pen.px(1) - w);
      break;
  }
}

// The buttons, from left to right; returns where they end.
float draw_buttons(Frame& frame) {
  Pen& pen = frame.pen;
  ViewState& view = frame.view;
  const Rect& bar = frame.layout.transport;
  const float width = pen.px(32);
  const float height = pen.px(28);
  const float top = std::floor(bar.middle_y() - height * 0.5F);
  float x = bar.left + pen.px(16);
  using playground::Direction;
  for (const Icon icon : {Icon::ToStart, Icon::Back, Icon::Play, Icon::Forward, Icon::ToEnd}) {
    const Rect box{x, top, x + width, top + height};
    const bool main = icon == Icon::Play;
    const bool pressed = button(frame, box, main ? pen.colors().accent_fill : pen.colors().button);
    draw_icon(pen, box, main && view.playing ? Icon::Pause : icon, main ? pen.colors().on_accent : pen.colors().text);
    x += width + pen.px(frame.layout.narrow ? 4 : 6);
    if (!pressed) continue;
    switch (icon) {
      case Icon::ToStart:
        view.playing = false;
        to_start(frame.run, view);
        break;
      case Icon::Back: step(frame.run, view, StepUnit::Event, Direction::Backwards); break;
      case Icon::Play:
      case Icon::Pause: set_playing(frame.run, view, !view.playing); break;
      case Icon::Forward: step(frame.run, view, StepUnit::Event, Direction::Forwards); break;
      case Icon::ToEnd: to_end(frame.run, view); break;
    }
  }
  return x + pen.px(8);
}

void draw_speed(Frame& frame, const Rect& place, TypeStyle style) {
  Pen& pen = frame.pen;
  const Rect target = place.grown(pen.px(4));
  const bool over = frame.pointer.inside && target.holds(frame.pointer.at) && frame.view.drag == Drag::None;
  pen.text_in(style, place, over ? pen.colors().text : pen.colors().muted, "speed " + speed_text(frame.view.speed));
  if (!over) return;
  frame.view.wants_pointing_hand = true;
  if (!frame.pointer.pressed) return;
  frame.view.speed = next_speed(frame.view.speed);
  frame.view.drag = Drag::Button;
}

}  // namespace

void draw_transport(Frame& frame) {
  Pen& pen = frame.pen;
  const Rect& bar = frame.layout.transport;
  const Colors& colors = pen.colors();
  pen.fill(bar, colors.panel);
  pen.fill({bar.left, bar.top, bar.right, bar.top + pen.sizes().hairline()}, colors.line);
  const float left = draw_buttons(frame);
  const float right = bar.right - pen.px(16);

  const auto events = frame.run.trace().events.size();
  const std::string now = seconds_text(frame.view.playhead.time);
  const std::string end = " / " + seconds_text(frame.run.end());
  const std::string event =
      events == 0 ? "no events" : fmt::format("event {} of {}", playhead_event(frame.run, frame.view) + 1, events);
  const std::string speed = "speed " + speed_text(frame.view.speed);
  // Figures change while playing; what stands to their right starts at the widest they can be.
  const std::string event_widest = fmt::format("event {0} of {0}", events);
  const float now_width =
      std::max(pen.width(TypeStyle::Body, now), pen.width(TypeStyle::Body, seconds_text(frame.run.end()))) + pen.px(2);
  const float end_width = pen.width(TypeStyle::Small, end);
  const float event_width = pen.width(TypeStyle::Small, event_widest);
  const float speed_width = pen.width(TypeStyle::Small, speed) + 1;

  if (frame.layout.narrow) {
    const float middle = bar.middle_y();
    const Rect upper{left, middle - pen.px(17), right, middle + pen.px(1)};
    const Rect lower{left, middle, right, middle + pen.px(16)};
    pen.text_in(TypeStyle::Body, upper, colors.strong, now);
    pen.text_in(TypeStyle::Small, {left + now_width, upper.top, right, upper.bottom}, colors.muted, end);
    const bool both = event_width + speed_width + pen.px(8) <= right - left;
    if (both) pen.text_in(TypeStyle::Small, lower, colors.muted, event);
    draw_speed(frame, {right - speed_width, lower.top, right, lower.bottom}, TypeStyle::Small);
    return;
  }
  pen.text_in(TypeStyle::Body, {left, bar.top, left + now_width, bar.bottom}, colors.strong, now);
  float x = left + now_width;
  pen.text_in(TypeStyle::Small, {x, bar.top, right, bar.bottom}, colors.muted, end + " · " + event);
  x += end_width + pen.width(TypeStyle::Small, " · ") + event_width + pen.px(16);
  if (x + speed_width > right) return;
  // Hints for the keys, as many as there is room for.
  static constexpr std::array<std::string_view, 5> kHints = {" · space play", " · ← → event", " · ↑ ↓ line",
                                                             " · W S zoom", " · F fit · 0 all"};
  std::string hints;
  float hints_width = 0;
  for (const std::string_view hint : kHints) {
    const float wide = pen.width(TypeStyle::Small, hint);
    if (x + speed_width + hints_width + wide + pen.px(2) > right) break;
    hints += hint;
    hints_width += wide;
  }
  const float from = right - hints_width - speed_width - pen.px(1);
  draw_speed(frame, {from, bar.top + pen.px(8), from + speed_width, bar.bottom - pen.px(8)}, TypeStyle::Small);
  pen.text_in(TypeStyle::Small, {from + speed_width, bar.top, right + 2, bar.bottom}, colors.muted, hints);
}

}  // namespace waiter::view
