#pragma once
// The canvas's type: each style is a face at a size, rasterised for the very pixels it is shown on, so that text is
// crisp at any device pixel ratio. No text is drawn at a size that is not in this table.

#include <array>
#include <cstddef>
#include <cstdint>

struct ImFont;
struct ImFontAtlas;

namespace waiter::view {

// clang-format off
/// X(style, face, CSS pixels at a reader's font size of 14)
#define WAITER_TYPE_STYLES(X)            \
  X(Small,    inter_regular,  11.0F)     \
  X(Caption,  inter_medium,   11.0F)     \
  X(Body,     inter_regular,  13.0F)     \
  X(Strong,   inter_semibold, 13.0F)     \
  X(Title,    inter_semibold, 14.0F)     \
  X(Big,      inter_semibold, 19.0F)
// clang-format on

enum class TypeStyle : std::uint8_t {
#define WAITER_STYLE(style, face, size) style,
  WAITER_TYPE_STYLES(WAITER_STYLE)
#undef WAITER_STYLE
};
inline constexpr std::size_t kTypeStyles = static_cast<std::size_t>(TypeStyle::Big) + 1;

struct Type {
  std::array<ImFont*, kTypeStyles> fonts{};
  [[nodiscard]] ImFont* font(TypeStyle style) const { return fonts[static_cast<std::size_t>(style)]; }
};

/// Empties the atlas and fills it with every style at this scale (device pixel ratio times font size over 14).
[[nodiscard]] Type load_type(ImFontAtlas& atlas, float scale);

}  // namespace waiter::view
