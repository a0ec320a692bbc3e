#include "view/fit_text.h"

#include <doctest/doctest.h>

using namespace waiter::view;

namespace {

// Every character is one wide, however many bytes it takes.
float count(std::string_view text) {
  float n = 0;
  for (const char c : text) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return n;
}

std::string joined(const std::vector<TextLine>& lines) {
  std::string out;
  for (const TextLine& line : lines) {
    float x = 0;
    for (const Piece& piece : line) {
      while (x + 0.5F < piece.x) {
        out += ' ';
        x += 1;
      }
      out += piece.bold ? "<" + piece.text + ">" : piece.text;
      x += count(piece.text);
    }
    out += '|';
  }
  return out;
}

}  // namespace

TEST_CASE("text that fits is left alone, and what does not ends in an ellipsis") {
  CHECK(fit_text("Task-3 fetch", 12, count) == "Task-3 fetch");
  CHECK(fit_text("Task-3 fetch", 9, count) == "Task-3 f…");
  CHECK(fit_text("Task-3 fetch", 8, count) == "Task-3…");
  CHECK(fit_text("Task-3 fetch", 1, count).empty());
  CHECK(fit_text("", 10, count).empty());
  CHECK(fit_text("Task", 0, count).empty());
}

TEST_CASE("a character of several bytes is never cut in two") {
  CHECK(fit_text("äöüß→✓", 4, count) == "äöü…");
}

TEST_CASE("lines break between words, bold words keep what follows them at their side") {
  CHECK(joined(wrap_rich("**Task-2** awaits **gather**: both run.", 40, 2, count, count)) ==
        "<Task-2> awaits <gather>: both run.|");
  CHECK(joined(wrap_rich("**Task-2** awaits **gather**: both run.", 20, 3, count, count)) ==
        "<Task-2> awaits|<gather>: both run.|");
}

TEST_CASE("what the last line has no room for becomes an ellipsis") {
  CHECK(joined(wrap_rich("one two three four", 9, 1, count, count)) == "one two…|");
  CHECK(joined(wrap_rich("one two three four", 7, 1, count, count)) == "one tw…|");
  CHECK(joined(wrap_rich("incomprehensibilities", 8, 2, count, count)) == "incompr…|");
  CHECK(wrap_rich("", 10, 2, count, count).empty());
}
