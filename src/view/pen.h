#pragma once
// The pen: everything the panes draw with. It wraps one Dear ImGui draw list, speaks the theme's colours and the type's
// styles, and can draw the whole picture dimmed. No pane calls Dear ImGui's drawing functions past it.

#include <cstdint>
#include <string>
#include <string_view>

#include "view/geometry.h"
#include "view/theme.h"
#include "view/type.h"

struct ImDrawList;

namespace waiter::view {

enum class Align : std::uint8_t { Left, Middle, Right };
enum class Corners : std::uint8_t { All, Left, Right, None };

class Pen {
 public:
  Pen(ImDrawList& list, const Type& type, const Theme& theme, const Sizes& sizes)
      : list_(list), type_(type), theme_(theme), sizes_(sizes) {}

  [[nodiscard]] const Theme& theme() const { return theme_; }
  [[nodiscard]] const Colors& colors() const { return theme_.colors; }
  [[nodiscard]] const Sizes& sizes() const { return sizes_; }
  [[nodiscard]] float px(float css) const { return sizes_.px(css); }

  /// From now on everything is drawn this much nearer to the background (0: as it is).
  void set_dimmed(float amount) { dimmed_ = amount; }

  [[nodiscard]] float width(TypeStyle style, std::string_view text) const;
  [[nodiscard]] float height(TypeStyle style) const;
  /// At its upper left corner.
  void text(TypeStyle style, Point at, Color color, std::string_view text);
  /// In one line, vertically centred in the box, shortened with an ellipsis if it does not fit. Returns the drawn
  /// width.
  float text_in(TypeStyle style, const Rect& box, Color color, std::string_view text, Align align = Align::Left);

  void fill(const Rect& rect, Color color, float rounding = 0, Corners corners = Corners::All);
  void outline(const Rect& rect, Color color, float rounding = 0, float thickness = 0, Corners corners = Corners::All);
  void dashed_outline(const Rect& rect, Color color);
  void line(Point from, Point to, Color color, float thickness = 0);
  void dashed_line(Point from, Point to, Color color, float thickness = 0);
  void curve(Point from, Point control_from, Point control_to, Point to, Color color, float thickness);
  void dashed_curve(Point from, Point control_from, Point control_to, Point to, Color color, float thickness);
  /// A head at `tip` that points the way from `from`.
  void arrow_head(Point from, Point tip, Color color, float size);
  void circle(Point centre, float radius, Color color);
  /// Turns are in whole turns, clockwise from the top.
  void arc(Point centre, float radius, float from_turn, float to_turn, Color color, float thickness);
  void triangle(Point a, Point b, Point c, Color color);
  /// The jagged edge that marks something left out: along the middle of `rect`.
  void zigzag(const Rect& rect, Color color);

  void push_clip(const Rect& rect);
  void pop_clip();

 private:
  [[nodiscard]] std::uint32_t ink(Color color) const;

  ImDrawList& list_;
  const Type& type_;
  const Theme& theme_;
  const Sizes& sizes_;
  float dimmed_ = 0;
};

/// Clips while it lives.
class Clip {
 public:
  Clip(Pen& pen, const Rect& rect) : pen_(pen) { pen_.push_clip(rect); }
  ~Clip() { pen_.pop_clip(); }
  Clip(const Clip&) = delete;
  Clip& operator=(const Clip&) = delete;

 private:
  Pen& pen_;
};

}  // namespace waiter::view
