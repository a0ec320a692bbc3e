// Programs that are right. syntax/parser_cases.inc holds CPython 3.11's own trees (syntax/make_cases.py).

#include <doctest/doctest.h>

#include <string>

#include "parser_support.h"
#include "python/parser_rules.h"

using namespace waiter::python;

TEST_CASE("a program's tree and its positions are CPython's") {
  static const SourceCase kCases[] = {
#include "syntax/parser_cases.inc"
  };
  for (const SourceCase& row : kCases) {
    CAPTURE(row.source);
    CHECK(dump_of(row.source, DumpPositions::kYes) == row.expected);
  }
}

TEST_CASE("an empty program is a module without statements") {
  CHECK(dump_of("", DumpPositions::kNo) == "Module(body=[], type_ignores=[])");
  CHECK(dump_of("\n\n  # nothing\n", DumpPositions::kNo) == "Module(body=[], type_ignores=[])");
}

TEST_CASE("line ends of every kind, a byte order mark, a form feed and a missing last line end change nothing") {
  const std::string expected = dump_of("if a:\n    b\nc\n", DumpPositions::kYes);
  CHECK(dump_of("if a:\r\n    b\r\nc\r\n", DumpPositions::kYes) == expected);
  CHECK(dump_of("if a:\r    b\rc", DumpPositions::kYes) == expected);
  CHECK(dump_of("\xEF\xBB\xBFif a:\n    b\nc", DumpPositions::kYes) == expected);
  CHECK(dump_of("\fif a:\n    b\nc", DumpPositions::kNo) == dump_of("if a:\n    b\nc", DumpPositions::kNo));
}

TEST_CASE("an integer that fits 64 bits has its value, a larger one its digits") {
  Arena arena;
  const ParseResult result = parse("9223372036854775807\n9223372036854775808\n0x_ff\n0b1_1\n0000\n", "f", arena);
  REQUIRE(result.diagnostics.empty());
  auto constant = [&](std::size_t index) {
    return ast::as<ast::Constant>(ast::as<ast::Expr>(result.module->body[index])->value);
  };
  CHECK(constant(0)->fits_int64);
  CHECK(constant(0)->integer == INT64_MAX);
  CHECK_FALSE(constant(1)->fits_int64);
  CHECK(constant(1)->text == "9223372036854775808");
  CHECK(constant(2)->integer == 255);
  CHECK(constant(2)->base == 16);
  CHECK(constant(2)->text == "ff");
  CHECK(constant(3)->integer == 3);
  CHECK(constant(4)->integer == 0);
  CHECK(constant(4)->text == "0");
}

TEST_CASE("the text of strings is unescaped, and bytes may hold zeros") {
  Arena arena;
  const ParseResult result = parse("'\\x00a\\u20ac\\ud800'\nb'\\0\\xff'\n", "f", arena);
  REQUIRE(result.diagnostics.empty());
  auto text = [&](std::size_t index) {
    return ast::as<ast::Constant>(ast::as<ast::Expr>(result.module->body[index])->value)->text;
  };
  CHECK(text(0) == std::string_view("\0a\xE2\x82\xAC\xED\xA0\x80", 8));
  CHECK(text(1) == std::string_view("\0\xFF", 2));
}

TEST_CASE("brackets nest as deep as in CPython and no deeper") {
  CHECK(first_error(repeat("(", kBracketDepthMax) + "1" + repeat(")", kBracketDepthMax)) == "");
  CHECK(first_error(repeat("(", kBracketDepthMax + 1) + "1" + repeat(")", kBracketDepthMax + 1)) ==
        "SyntaxError: too many nested parentheses 1:200");
}

TEST_CASE("blocks nest as deep as in CPython and no deeper") {
  auto nested = [](int depth) {
    std::string source;
    for (int i = 0; i < depth; ++i) source += repeat(" ", i) + "if 1:\n";
    return source + repeat(" ", depth) + "pass\n";
  };
  CHECK(first_error(nested(kIndentDepthMax - 1)) == "");
  CHECK(first_error(nested(kIndentDepthMax)) == "IndentationError: too many levels of indentation 101:0");
}

TEST_CASE("operators, lambdas and elifs nest to kNestingMax, and more is refused without a crash") {
  const int below = kNestingMax - 1;  // the expression itself is one level
  CHECK(first_error(repeat("-", below) + "1") == "");
  CHECK(first_error(repeat("-", below + 1) + "1").substr(0, 33) == "MemoryError: parser stack overflo");
  CHECK(first_error(repeat("not ", below) + "1") == "");
  for (const char* piece : {"not ", "lambda:", "x**", "x if x else ", "~"}) {
    CAPTURE(piece);
    CHECK(first_error(repeat(piece, 100'000) + "x").substr(0, 12) == "MemoryError:");
  }
  CHECK(first_error("if x: pass\n" + repeat("elif x: pass\n", 500)) == "");
  CHECK(first_error("if x: pass\n" + repeat("elif x: pass\n", 100'000)).substr(0, 12) == "MemoryError:");
}

TEST_CASE("a long line, a long list and many statements take time that grows with their length alone") {
  CHECK(first_error(repeat("x = ", 100'000) + "1") == "");
  CHECK(first_error("[" + repeat("1, ", 100'000) + "]") == "");
  CHECK(first_error(repeat("x;", 100'000) + "x") == "");
  CHECK(first_error(repeat("'a' ", 100'000)) == "");
}
