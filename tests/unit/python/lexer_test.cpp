// Tokens one by one. What the lexer refuses is in syntax_error_test.cpp, with the rest of what is wrong.

#include <doctest/doctest.h>

#include <string>

#include "python/lexer.h"

using namespace waiter::python;

namespace {

// "NAME:x +:+ NEWLINE", and " !message" for an error. Bare line ends and indentation have no text.
std::string tokens_of(std::string_view source) {
  Arena arena;
  Lexer lexer(normalise_source(source, arena));
  std::string result;
  for (;;) {
    const Token token = lexer.next();
    if (token.kind == TokenKind::kEndMarker) return result;
    if (!result.empty()) result += ' ';
    if (token.kind == TokenKind::kError) return result + "!" + lexer.error()->message;
    const std::string_view name = name_of(token.kind);
    result += name;
    if (!token.text.empty() && token.text != name && token.kind != TokenKind::kNewline)
      result += ":" + std::string(token.text);
  }
}

void check(std::string_view source, std::string_view expected) {
  CAPTURE(source);
  CHECK(tokens_of(source) == expected);
}

}  // namespace

TEST_CASE("names, keywords and soft keywords") {
  check("x match while _", "NAME:x NAME:match while NAME:_ NEWLINE");
  check("r b f rb_ \xC3\xA9t\xC3\xA9", "NAME:r NAME:b NAME:f NAME:rb_ NAME:\xC3\xA9t\xC3\xA9 NEWLINE");
}

TEST_CASE("every string prefix, in any case, belongs to its string") {
  check("r'' R'' b'' u'' U'' f'' rb'' bR'' Fr'' rF\"\"",
        "STRING:r'' STRING:R'' STRING:b'' STRING:u'' STRING:U'' STRING:f'' STRING:rb'' STRING:bR'' STRING:Fr'' "
        "STRING:rF\"\" NEWLINE");
  check("ur'' bu''", "NAME:ur STRING:'' NAME:bu STRING:'' NEWLINE");
}

TEST_CASE("the longest operator wins") {
  check("**= ** * := ->", "**= ** * := -> NEWLINE");
  check("a...b..c", "NAME:a ... NAME:b . . NAME:c NEWLINE");
  check("<<=<<<=<>!=", "<<= << <= <> != NEWLINE");
  check("x$", "NAME:x STRAY:$ NEWLINE");
}

TEST_CASE("a number may touch a keyword, and ends where it must") {
  check("1if x", "NUMBER:1 if NAME:x NEWLINE");
  check("0xfor x", "NUMBER:0xf or NAME:x NEWLINE");
  check("1..real", "NUMBER:1. . NAME:real NEWLINE");
  check("1_0.0_1e-1_0j", "NUMBER:1_0.0_1e-1_0j NEWLINE");
}

TEST_CASE("indentation opens and closes blocks, and brackets suspend it") {
  check("if x:\n  y\n    # comment\nz", "if NAME:x : NEWLINE INDENT NAME:y NEWLINE DEDENT NAME:z NEWLINE");
  check("(\n   x\n )", "( NAME:x ) NEWLINE");
  check("if x:\n\ty\n        \n\tz", "if NAME:x : NEWLINE INDENT NAME:y NEWLINE NAME:z NEWLINE DEDENT");
  check("x \\\n + y", "NAME:x + NAME:y NEWLINE");
}

TEST_CASE("after an error there are only errors") {
  Arena arena;
  Lexer lexer(normalise_source("x = 'a\ny", arena));
  lexer.next();
  lexer.next();
  CHECK(lexer.next().kind == TokenKind::kError);
  CHECK(lexer.next().kind == TokenKind::kError);
  REQUIRE(lexer.error());
  CHECK(lexer.error()->message == "unterminated string literal (detected at line 1)");
}

TEST_CASE("columns count characters, not bytes") {
  Arena arena;
  Lexer lexer(normalise_source("'\xF0\x9F\x98\x80' \xC3\xA9 x", arena));
  CHECK(lexer.next().span == Span{1, 0, 1, 3});
  CHECK(lexer.next().span == Span{1, 4, 1, 5});
  CHECK(lexer.next().span == Span{1, 6, 1, 7});
}
