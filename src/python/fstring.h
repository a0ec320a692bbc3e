#pragma once
// The inside of one f-string token: literal text, and the expressions between braces, each parsed by a Parser of its
// own whose first line begins at the brace, so that positions are those of the file. Used by the parser alone.

#include <string>
#include <string_view>
#include <vector>

#include "python/ast.h"
#include "python/token.h"

namespace waiter::python {

class Parser;

class FStringReader {
 public:
  /// `whole` is the span of all the strings that are joined with this one; CPython gives it to every part.
  FStringReader(Parser& parser, const Token& token, Span whole, bool is_u, std::string_view body, bool is_raw);

  /// Appends to `text`, the literal text that is pending, and to `values`. False with an error in the parser.
  bool read(std::string* text, std::vector<ast::Expression*>* values);

 private:
  enum class Literal { kEnds, kGoesOn, kFailed };

  bool read_parts(int level, std::string* text, std::vector<ast::Expression*>* values);
  Literal read_literal(int level, std::string* text);
  bool read_expression(int level, std::string* text, std::vector<ast::Expression*>* values);
  bool find_expression_end();
  bool close_bracket(char bracket);
  ast::Expression* parse_expression(std::size_t start, std::size_t end);
  ast::Expression* read_format_spec(int level);
  bool fail(std::string message);
  bool fail_at_end() { return fail("f-string: expecting '}'"); }
  char at(std::size_t index) const { return index < body_.size() ? body_[index] : '\0'; }

  Parser& parser_;
  const Token& token_;
  Span whole_;
  bool is_u_;
  std::string_view body_;
  bool is_raw_;
  std::size_t position_ = 0;
  std::string brackets_;
};

/// The character that `\N{name}` means, or 0 if the name is not among the few that are known here.
char32_t character_named(std::string_view name);

}  // namespace waiter::python
