#pragma once
// The one place with colours and sizes: the canvas and the page around it are both drawn from here. Two palettes, dark
// and light, with the same roles. It knows no Dear ImGui and no pixel density but the scale it is given.
//
// Invariants, held by tests
// 1. text, muted, accent, good, warn, bad, and the code colours have a contrast of at least 4.5 to 1 on background,
// panel
//    and raised; every lane colour at least 4.5 to 1 on background and panel (lane names are written in them).
// 2. No state is told by colour alone: each has its own shape and its own word (words.h).

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>

#include "trace/trace.h"

namespace waiter::view {

struct Color {
  std::uint8_t r = 0, g = 0, b = 0, a = 255;

  [[nodiscard]] constexpr Color faded(float alpha) const {
    return {r, g, b, static_cast<std::uint8_t>(static_cast<float>(a) * alpha + 0.5F)};
  }
  constexpr bool operator==(const Color&) const = default;
};

[[nodiscard]] constexpr Color rgb(std::uint32_t hex) {
  return {static_cast<std::uint8_t>(hex >> 16), static_cast<std::uint8_t>(hex >> 8), static_cast<std::uint8_t>(hex),
          255};
}
/// What is seen when `over` (with its alpha) lies on `under`, which is opaque.
[[nodiscard]] Color blend(Color under, Color over);
/// `amount` 0: `from`; 1: `to`.
[[nodiscard]] Color mix(Color from, Color to, float amount);
/// "#0e121a".
[[nodiscard]] std::string hex(Color color);
/// WCAG contrast, 1 to 21; both opaque.
[[nodiscard]] double contrast(Color a, Color b);

// clang-format off
/// X(role, dark, light). The page sees each as --ow-<role>, with '-' for '_'.
#define WAITER_COLOR_ROLES(X)                                                       \
  X(background,     0x0e121a, 0xffffff) /* behind everything */                      \
  X(panel,          0x131924, 0xf5f7fa) /* strips and bars */                        \
  X(raised,         0x161c27, 0xf9fafc) /* cards */                                  \
  X(line,           0x242c3a, 0xd9dfe8) /* hairlines between things */               \
  X(edge,           0x333e50, 0xb9c3d1) /* outlines of cards and buttons */          \
  X(text,           0xdde4f0, 0x1b2430)                                              \
  X(muted,          0x8b96a9, 0x5a6577)                                              \
  X(strong,         0xffffff, 0x0b1220) /* headings, the playhead */                 \
  X(accent,         0x7fb4ff, 0x1f5fc4)                                              \
  X(accent_fill,    0x2f5fb3, 0x2a66c8) /* behind on_accent */                       \
  X(on_accent,      0xffffff, 0xffffff)                                              \
  X(button,         0x1d2532, 0xe9edf3)                                              \
  X(track,          0x2b3446, 0xdce2eb) /* the empty part of a ring or bar */        \
  X(loop,           0x9aa6ba, 0x66728a) /* the event loop's own lane */              \
  X(good,           0xa3d977, 0x3a6e12)                                              \
  X(good_fill,      0x20301f, 0xe6f3da)                                              \
  X(warn,           0xe5c07b, 0x7d5600)                                              \
  X(warn_fill,      0x1f1b13, 0xfdf4df)                                              \
  X(bad,            0xf47174, 0xc02632)                                              \
  X(bad_fill,       0x2a171b, 0xfdebec)                                              \
  X(keyword,        0xc4a3f5, 0x7a35b8)                                              \
  X(string,         0x98d08a, 0x2f6b1f)                                              \
  X(number,         0xf2a65a, 0x94500a)                                              \
  X(function,       0x7fb4ff, 0x1f5fc4)                                              \
  X(comment,        0x8b96a9, 0x5a6577)                                              \
  X(selection,      0x264068, 0xcfe0fb)                                              \
  X(line_highlight, 0x151d2b, 0xeef3fb)
// clang-format on

struct Colors {
#define WAITER_ROLE(role, dark, light) Color role;
  WAITER_COLOR_ROLES(WAITER_ROLE)
#undef WAITER_ROLE
};

inline constexpr std::size_t kLaneColors = 8;

struct Theme {
  bool dark = true;
  Colors colors;
  std::array<Color, kLaneColors> lanes;  ///< told apart with any common colour blindness, neighbours most of all
};

[[nodiscard]] const Theme& theme(bool dark);

/// The colour of a lane: stable for a run, since it depends only on the order in which lanes were made.
[[nodiscard]] Color lane_color(const Theme& theme, const trace::Trace& trace, trace::LaneId lane);

/// Sizes in device pixels for a scale: device pixel ratio times the reader's font size over 14.
class Sizes {
 public:
  Sizes() = default;
  explicit Sizes(float scale) : scale_(scale) {}

  /// CSS pixels (at a font size of 14) to whole device pixels, at least 1 for anything positive.
  [[nodiscard]] float px(float css) const;
  /// The same unrounded, for strokes and curves.
  [[nodiscard]] float exact(float css) const { return css * scale_; }
  [[nodiscard]] float hairline() const { return px(1); }
  [[nodiscard]] float scale() const { return scale_; }

 private:
  float scale_ = 1;
};

}  // namespace waiter::view
