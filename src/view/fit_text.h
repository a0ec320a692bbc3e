#pragma once
// Fitting words into a width: one line with an ellipsis, or several lines with **bold** words. Pure: how wide a piece
// of text is comes from outside, so it is tested without a font.

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace waiter::view {

using Measure = std::function<float(std::string_view)>;

/// The whole text if it fits, else as much as fits before an ellipsis; empty if not even one character would.
/// Never cuts inside a UTF-8 character.
[[nodiscard]] std::string fit_text(std::string_view text, float width, const Measure& measure);

struct Piece {
  std::string text;
  bool bold = false;
  float x = 0;  ///< from the left edge of its line
};
using TextLine = std::vector<Piece>;

/// Breaks between words into lines no wider than `width`; what lies between double stars is bold. At most `lines_max`
/// lines: the last one then ends in an ellipsis. A word wider than the width is cut.
[[nodiscard]] std::vector<TextLine> wrap_rich(std::string_view text, float width, std::size_t lines_max,
                                              const Measure& plain, const Measure& bold);

}  // namespace waiter::view
