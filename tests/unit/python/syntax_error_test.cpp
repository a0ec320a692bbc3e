// Programs that are wrong. syntax/syntax_error_cases.inc holds CPython 3.11's words and places (syntax/make_cases.py).

#include <doctest/doctest.h>

#include <string>

#include "parser_support.h"

using namespace waiter::python;

namespace {

struct ErrorCase {
  std::string source;
  std::string message;
  int line;
  int offset;
  int end_offset;  ///< 0: none, or on a later line
};

// "line:offset-end", CPython's numbers, which count from 1.
std::string place(std::uint32_t line, const Span& span) {
  const bool has_end = span.end_line == span.line;
  const int offset = span.column == kNoCaret ? 1 : static_cast<int>(span.column) + 1;
  return std::to_string(line) + ":" + std::to_string(offset) + "-" +
         std::to_string(has_end ? static_cast<int>(span.end_column) + 1 : 0);
}

}  // namespace

TEST_CASE("a syntax error has CPython's type, words, line, column and end") {
  static const ErrorCase kCases[] = {
#include "syntax/syntax_error_cases.inc"
  };
  for (const ErrorCase& row : kCases) {
    CAPTURE(row.source);
    Arena arena;
    const ParseResult result = parse(row.source, "test.py", arena);
    REQUIRE(!result.diagnostics.empty());
    const Diagnostic& error = result.diagnostics.front();
    CHECK(std::string(name_of(error.type)) + ": " + error.message == row.message);
    const Span& span = error.excerpt.empty() ? error.span : error.excerpt_span;
    CHECK(place(error.span.line, span) == std::to_string(row.line) + ":" +
                                              std::to_string(row.offset < 1 ? 1 : row.offset) + "-" +
                                              std::to_string(row.end_offset));
  }
}

TEST_CASE("an error within an f-string stands at its true place, and has CPython's excerpt beside it") {
  Arena arena;
  const ParseResult result = parse("total = 1\nprint(f'Sum: {total tip}')\n", "test.py", arena);
  REQUIRE(result.diagnostics.size() == 1);
  const Diagnostic& error = result.diagnostics.front();
  CHECK(error.message == "f-string: invalid syntax. Perhaps you forgot a comma?");
  CHECK(error.span == Span{2, 14, 2, 23});
  CHECK(error.excerpt == "(total tip)");
  CHECK(error.excerpt_span == Span{2, 1, 2, 10});
}

TEST_CASE("a name of a character that is not known here is refused in our own words") {
  CHECK(first_error("x = '\\N{BULLET}'") == "");
  CHECK(first_error("x = '\\N{HIEROGLYPH OF A WAITER}'") ==
        "NotSupported: One Waiter does not know the character name 'HIEROGLYPH OF A WAITER': write the character "
        "itself, or its number as \\uXXXX 1:32");
}

TEST_CASE("a null byte is no part of a program") {
  CHECK(first_error(std::string_view("x = 1\0", 6)) == "SyntaxError: source code string cannot contain null bytes 1:" + std::to_string(kNoCaret));
}

TEST_CASE("bytes that are no UTF-8 do no harm") {
  CHECK(first_error("x = '\xFF\xC3'") == "");
  CHECK(first_error("\xFF\xC3 = 1") == "SyntaxError: invalid character '\xFF' (U+FFFD) 1:0");
}
