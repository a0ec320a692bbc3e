// F-strings: their parts, and where the expressions in them stand. Whole trees are compared in parser_test.cpp.

#include <doctest/doctest.h>

#include <string>

#include "parser_support.h"

using namespace waiter::python;

namespace {

const ast::JoinedStr* parse_fstring(std::string_view source, Arena& arena) {
  const ParseResult result = parse(source, "test.py", arena);
  REQUIRE(result.diagnostics.empty());
  return ast::as<ast::JoinedStr>(ast::as<ast::Expr>(result.module->body[0])->value);
}

}  // namespace

TEST_CASE("an expression in an f-string stands where it is in the file, on every line and at every depth") {
  struct Row {
    const char* source;
    Span place;  ///< of the first name in the last part
  };
  const Row rows[] = {
      {"f'{a}'", {1, 3, 1, 4}},         {"f'{a} {b}'", {1, 7, 1, 8}},
      {"f'{a} {a}'", {1, 7, 1, 8}},     {"'\xC3\xA9' f'\xC3\xA9{a}'", {1, 8, 1, 9}},
      {"f'''\n  {a}'''", {2, 3, 2, 4}}, {"f'''{\n a}'''", {2, 1, 2, 2}},
      {"('x'\n f'{a}')", {2, 4, 2, 5}},
  };
  for (const Row& row : rows) {
    CAPTURE(row.source);
    Arena arena;
    const ast::JoinedStr* joined = parse_fstring(row.source, arena);
    const auto* part = ast::as<ast::FormattedValue>(joined->values.back());
    CHECK(part->value->span == row.place);
  }
}

TEST_CASE("f'{x = }' keeps its text and its spaces, and uses repr unless told otherwise") {
  Arena arena;
  const ast::JoinedStr* joined = parse_fstring("f'a{ x = }b{y=:3}{z=!s}'", arena);
  REQUIRE(joined->values.size() == 6);
  CHECK(ast::as<ast::Constant>(joined->values[0])->text == "a x = ");
  CHECK(ast::as<ast::FormattedValue>(joined->values[1])->conversion == 'r');
  CHECK(ast::as<ast::Constant>(joined->values[2])->text == "by=");
  CHECK(ast::as<ast::FormattedValue>(joined->values[3])->conversion == -1);
  CHECK(ast::as<ast::FormattedValue>(joined->values[3])->format_spec != nullptr);
  CHECK(ast::as<ast::FormattedValue>(joined->values[5])->conversion == 's');
}

TEST_CASE("f-strings nest as far as the quotes reach") {
  CHECK(first_error("f'{f\"{x}\"}'") == "");
  CHECK(first_error("f'{f'{x}'}'") == "SyntaxError: f-string: expecting '}' 1:5");
}
