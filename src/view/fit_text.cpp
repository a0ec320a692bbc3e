#include "view/fit_text.h"

#include <algorithm>

namespace waiter::view {
namespace {

constexpr std::string_view kEllipsis = "…";

bool continues_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0) == 0x80;
}

// Lengths in bytes at which `text` may be cut: before each character but the first.
std::vector<std::size_t> cuts(std::string_view text) {
  std::vector<std::size_t> result;
  for (std::size_t i = 1; i < text.size(); ++i) {
    if (!continues_character(text[i])) result.push_back(i);
  }
  return result;
}

struct Word {
  std::string text;
  bool bold = false;
  bool space_before = false;
};

std::vector<Word> words_of(std::string_view text) {
  std::vector<Word> words;
  bool bold = false;
  bool space = false;
  std::string current;
  const auto finish = [&] {
    if (current.empty()) return;
    words.push_back({current, bold, space});
    current.clear();
    space = false;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.substr(i, 2) == "**") {
      finish();
      bold = !bold;
      ++i;
    } else if (text[i] == ' ' || text[i] == '\n') {
      finish();
      space = true;
    } else {
      current += text[i];
    }
  }
  finish();
  return words;
}

// As much of the text as fits before an ellipsis, which is always there.
std::string shortened(std::string_view text, float width, const Measure& measure) {
  const std::vector<std::size_t> places = cuts(text);
  const float room = width - measure(kEllipsis);
  // The longest prefix that fits; wider text is never narrower, so halving finds it.
  const auto fits = std::partition_point(places.begin(), places.end(),
                                         [&](std::size_t length) { return measure(text.substr(0, length)) <= room; });
  if (fits == places.begin()) return {};
  std::size_t length = *(fits - 1);
  while (length > 0 && text[length - 1] == ' ') --length;
  return std::string(text.substr(0, length)) + std::string(kEllipsis);
}

}  // namespace

std::string fit_text(std::string_view text, float width, const Measure& measure) {
  if (text.empty() || width <= 0) return {};
  // Widths are sums of rounded fractions: a sliver too much is a fit.
  if (measure(text) <= width + 0.5F) return std::string(text);
  return shortened(text, width, measure);
}

std::vector<TextLine> wrap_rich(std::string_view text, float width, std::size_t lines_max, const Measure& plain,
                                const Measure& bold) {
  std::vector<TextLine> lines;
  if (lines_max == 0) return lines;
  const std::vector<Word> words = words_of(text);
  const float space = plain(" ");
  TextLine line;
  float x = 0;
  std::size_t i = 0;
  while (i < words.size()) {
    // Pieces without a space between them ("**gather**:") stay together.
    std::size_t after = i + 1;
    while (after < words.size() && !words[after].space_before) ++after;
    float wide = 0;
    for (std::size_t k = i; k < after; ++k) wide += (words[k].bold ? bold : plain)(words[k].text);
    const float before = line.empty() || !words[i].space_before ? 0 : space;
    const bool last_line = lines.size() + 1 == lines_max;
    if (!line.empty() && x + before + wide > width) {
      if (last_line) {
        // No more room: the rest is an ellipsis, in place of the last word if it has none of its own.
        if (x + plain(kEllipsis) > width) {
          Piece& end = line.back();
          end.text = shortened(end.text, width - end.x, end.bold ? bold : plain);
        } else {
          line.push_back({std::string(kEllipsis), false, x});
        }
        lines.push_back(std::move(line));
        return lines;
      }
      lines.push_back(std::move(line));
      line.clear();
      x = 0;
      continue;
    }
    x += before;
    for (std::size_t k = i; k < after; ++k) {
      const Measure& measure = words[k].bold ? bold : plain;
      std::string shown =
          measure(words[k].text) > width - x ? fit_text(words[k].text, width - x, measure) : words[k].text;
      const float piece_width = measure(shown);
      line.push_back({std::move(shown), words[k].bold, x});
      x += piece_width;
    }
    i = after;
  }
  if (!line.empty()) lines.push_back(std::move(line));
  return lines;
}

}  // namespace waiter::view
