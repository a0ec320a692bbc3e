#include "view/pen.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include <imgui.h>

#include "view/fit_text.h"

namespace waiter::view {
namespace {

ImVec2 vec(Point p) {
  return {p.x, p.y};
}

ImDrawFlags flags(Corners corners) {
  switch (corners) {
    case Corners::All: return ImDrawFlags_RoundCornersAll;
    case Corners::Left: return ImDrawFlags_RoundCornersLeft;
    case Corners::Right: return ImDrawFlags_RoundCornersRight;
    case Corners::None: return ImDrawFlags_RoundCornersNone;
  }
  return 0;
}

Point bezier(Point a, Point b, Point c, Point d, float t) {
  const float u = 1 - t;
  const float wa = u * u * u;
  const float wb = 3 * u * u * t;
  const float wc = 3 * u * t * t;
  const float wd = t * t * t;
  return {wa * a.x + wb * b.x + wc * c.x + wd * d.x, wa * a.y + wb * b.y + wc * c.y + wd * d.y};
}

}  // namespace

std::uint32_t Pen::ink(Color color) const {
  if (dimmed_ > 0) {
    const std::uint8_t alpha = color.a;
    color = mix(color, theme_.colors.background, dimmed_);
    color.a = alpha;
  }
  return IM_COL32(color.r, color.g, color.b, color.a);
}

float Pen::width(TypeStyle style, std::string_view text) const {
  ImFont* font = type_.font(style);
  return font->CalcTextSizeA(font->FontSize, FLT_MAX, 0, text.data(), text.data() + text.size()).x;
}

float Pen::height(TypeStyle style) const {
  return type_.font(style)->FontSize;
}

void Pen::text(TypeStyle style, Point at, Color color, std::string_view text) {
  if (text.empty()) return;
  ImFont* font = type_.font(style);
  list_.AddText(font, font->FontSize, {std::floor(at.x), std::floor(at.y)}, ink(color), text.data(),
                text.data() + text.size());
}

float Pen::text_in(TypeStyle style, const Rect& box, Color color, std::string_view whole_text, Align align) {
  const auto measure = [&](std::string_view piece) { return width(style, piece); };
  const std::string shown = fit_text(whole_text, box.width(), measure);
  if (shown.empty()) return 0;
  const float wide = width(style, shown);
  float x = box.left;
  if (align == Align::Middle) x = box.left + (box.width() - wide) * 0.5F;
  if (align == Align::Right) x = box.right - wide;
  // Capitals and figures sit a little high in the font's own line; half a pixel down makes them look centred.
  const float y = box.top + (box.height() - height(style)) * 0.5F;
  text(style, {x, std::round(y)}, color, shown);
  return wide;
}

void Pen::fill(const Rect& rect, Color color, float rounding, Corners corners) {
  if (rect.empty()) return;
  list_.AddRectFilled({rect.left, rect.top}, {rect.right, rect.bottom}, ink(color), rounding, flags(corners));
}

void Pen::outline(const Rect& rect, Color color, float rounding, float thickness, Corners corners) {
  if (rect.empty()) return;
  const float stroke = thickness > 0 ? thickness : sizes_.hairline();
  // ImGui strokes around the path half a pixel in; the path is moved so that the stroke lies inside the rectangle.
  const float inset = (stroke - 1) * 0.5F;
  list_.AddRect({rect.left + inset, rect.top + inset}, {rect.right - inset, rect.bottom - inset}, ink(color), rounding,
                flags(corners), stroke);
}

void Pen::dashed_outline(const Rect& rect, Color color) {
  const float half = sizes_.hairline() * 0.5F;
  const Rect r{rect.left + half, rect.top + half, rect.right - half, rect.bottom - half};
  dashed_line({r.left, r.top}, {r.right, r.top}, color);
  dashed_line({r.right, r.top}, {r.right, r.bottom}, color);
  dashed_line({r.left, r.bottom}, {r.right, r.bottom}, color);
  dashed_line({r.left, r.top}, {r.left, r.bottom}, color);
}

void Pen::line(Point from, Point to, Color color, float thickness) {
  list_.AddLine(vec(from), vec(to), ink(color), thickness > 0 ? thickness : sizes_.hairline());
}

void Pen::dashed_line(Point from, Point to, Color color, float thickness) {
  const float dx = to.x - from.x;
  const float dy = to.y - from.y;
  const float length = std::hypot(dx, dy);
  const float dash = std::max(2.0F, sizes_.exact(4));
  const float gap = std::max(2.0F, sizes_.exact(3));
  // A dashed edge may be far longer than the screen when zoomed in; more than this many dashes are never in sight.
  const float pitch = std::max(dash + gap, length / 2000);
  if (length <= 0) return;
  for (float at = 0; at < length; at += pitch) {
    const float begin = at / length;
    const float end = std::min(at + pitch * dash / (dash + gap), length) / length;
    line({from.x + dx * begin, from.y + dy * begin}, {from.x + dx * end, from.y + dy * end}, color, thickness);
  }
}

void Pen::curve(Point from, Point control_from, Point control_to, Point to, Color color, float thickness) {
  list_.AddBezierCubic(vec(from), vec(control_from), vec(control_to), vec(to), ink(color), thickness);
}

void Pen::dashed_curve(Point from, Point control_from, Point control_to, Point to, Color color, float thickness) {
  constexpr int kPieces = 40;
  for (int i = 0; i < kPieces; i += 2) {
    const float begin = static_cast<float>(i) / kPieces;
    const float end = (static_cast<float>(i) + 1.1F) / kPieces;
    list_.AddLine(vec(bezier(from, control_from, control_to, to, begin)),
                  vec(bezier(from, control_from, control_to, to, std::min(end, 1.0F))), ink(color), thickness);
  }
}

void Pen::arrow_head(Point from, Point tip, Color color, float size) {
  const float dx = tip.x - from.x;
  const float dy = tip.y - from.y;
  const float length = std::hypot(dx, dy);
  if (length <= 0) return;
  const float ux = dx / length;
  const float uy = dy / length;
  const Point back{tip.x - ux * size, tip.y - uy * size};
  triangle(tip, {back.x - uy * size * 0.5F, back.y + ux * size * 0.5F},
           {back.x + uy * size * 0.5F, back.y - ux * size * 0.5F}, color);
}

void Pen::circle(Point centre, float radius, Color color) {
  list_.AddCircleFilled(vec(centre), radius, ink(color));
}

void Pen::arc(Point centre, float radius, float from_turn, float to_turn, Color color, float thickness) {
  if (to_turn <= from_turn) return;
  constexpr float kTurn = 2 * std::numbers::pi_v<float>;
  if (to_turn - from_turn >= 0.9999F) {
    list_.AddCircle(vec(centre), radius, ink(color), 96, thickness);
    return;
  }
  const float top = -0.25F;
  list_.PathArcTo(vec(centre), radius, (from_turn + top) * kTurn, (to_turn + top) * kTurn, 64);
  list_.PathStroke(ink(color), ImDrawFlags_None, thickness);
  for (const float turn : {from_turn, to_turn}) {
    const float angle = (turn + top) * kTurn;
    circle({centre.x + std::cos(angle) * radius, centre.y + std::sin(angle) * radius}, thickness * 0.5F, color);
  }
}

void Pen::triangle(Point a, Point b, Point c, Color color) {
  // Clockwise, or the smoothed edge is on the inside.
  const float cross = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  if (cross < 0) std::swap(b, c);
  list_.AddTriangleFilled(vec(a), vec(b), vec(c), ink(color));
}

void Pen::zigzag(const Rect& rect, Color color) {
  const float pitch = sizes_.exact(5);
  const float high = rect.height() * 0.16F;
  const float y = rect.middle_y();
  bool up = true;
  for (float x = rect.left; x < rect.right; x += pitch) {
    list_.PathLineTo({std::min(x, rect.right), y + (up ? -high : high)});
    up = !up;
  }
  list_.PathStroke(ink(color), ImDrawFlags_None, std::max(1.0F, sizes_.exact(1.2F)));
}

void Pen::push_clip(const Rect& rect) {
  list_.PushClipRect({rect.left, rect.top}, {std::max(rect.left, rect.right), std::max(rect.top, rect.bottom)}, true);
}

void Pen::pop_clip() {
  list_.PopClipRect();
}

}  // namespace waiter::view
