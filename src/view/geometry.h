#pragma once
// Points and rectangles in device pixels, y downwards. Plain values: no Dear ImGui, so that geometry is tested without
// a screen.

namespace waiter::view {

struct Point {
  float x = 0;
  float y = 0;
};

struct Rect {
  float left = 0;
  float top = 0;
  float right = 0;
  float bottom = 0;

  [[nodiscard]] constexpr float width() const { return right - left; }
  [[nodiscard]] constexpr float height() const { return bottom - top; }
  [[nodiscard]] constexpr float middle_x() const { return (left + right) * 0.5F; }
  [[nodiscard]] constexpr float middle_y() const { return (top + bottom) * 0.5F; }
  [[nodiscard]] constexpr Point middle() const { return {middle_x(), middle_y()}; }
  [[nodiscard]] constexpr bool empty() const { return right <= left || bottom <= top; }
  [[nodiscard]] constexpr bool holds(Point p) const { return p.x >= left && p.x < right && p.y >= top && p.y < bottom; }
  [[nodiscard]] constexpr bool overlaps(const Rect& other) const {
    return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
  }
  [[nodiscard]] constexpr Rect grown(float by) const { return {left - by, top - by, right + by, bottom + by}; }
  [[nodiscard]] constexpr Rect moved(float dx, float dy) const {
    return {left + dx, top + dy, right + dx, bottom + dy};
  }
};

}  // namespace waiter::view
