// What is wrong with a statement: a missing colon or block, parameters or patterns out of order, and the like.

#include "python/parser_rules.h"

namespace waiter::python {

// After the ':' of a compound statement: a line end and no block. `keyword` is where the statement began.
void Parser::block_expected(const char* what, const Token* keyword) {
  if (accept(Kind::kNewline) && !at(Kind::kIndent)) raise_indentation(after_line(what, keyword));
}

bool Parser::optional_as_name() {
  Mark start = mark_;
  if (accept(Kind::kAs) && !accept_name()) mark_ = start;
  return !failed_;
}

// `if`, `elif` and `while`.
void Parser::invalid_test_statement(Kind keyword, const char* name) {
  const Token* token = accept(keyword);
  if (token == nullptr || !named_expression()) return;
  if (accept(Kind::kNewline)) {
    raise("expected ':'");
    return;
  }
  if (accept(Kind::kColon)) block_expected(name, token);
}

void Parser::invalid_else() {
  const Token* token = accept(Kind::kElse);
  if (token != nullptr && accept(Kind::kColon)) block_expected("'else' statement", token);
}

void Parser::invalid_finally() {
  const Token* token = accept(Kind::kFinally);
  if (token != nullptr && accept(Kind::kColon)) block_expected("'finally' statement", token);
}

void Parser::invalid_for() {
  accept(Kind::kAsync);
  const Token* token = accept(Kind::kFor);
  if (token == nullptr || !star_targets() || !accept(Kind::kIn) || !star_expressions()) return;
  if (accept(Kind::kNewline)) {
    raise("expected ':'");
    return;
  }
  if (accept(Kind::kColon)) block_expected("'for' statement", token);
}

void Parser::invalid_def() {
  accept(Kind::kAsync);
  const Token* token = accept(Kind::kDef);
  if (token == nullptr || !accept_name() || !accept(Kind::kLeftParen)) return;
  parameters(Style::kDef);
  if (!accept(Kind::kRightParen)) return;
  Mark before = mark_;
  if (accept(Kind::kArrow) && !expression()) mark_ = before;
  if (accept(Kind::kColon)) block_expected("function definition", token);
}

void Parser::invalid_class() {
  const Token* token = accept(Kind::kClass);
  if (token == nullptr || !accept_name()) return;
  Mark before = mark_;
  if (accept(Kind::kLeftParen)) {
    arguments();
    if (!accept(Kind::kRightParen)) mark_ = before;
  }
  if (accept(Kind::kNewline)) {
    raise("expected ':'");
    return;
  }
  if (accept(Kind::kColon)) block_expected("class definition", token);
}

void Parser::invalid_import_targets() {
  std::vector<ast::alias*> names;
  if (import_as_names(&names) && accept(Kind::kComma) && accept(Kind::kNewline)) {
    raise("trailing comma not allowed without surrounding parentheses");
  }
}

// --- with ---

// `with` and its items, as either form has them, up to what should be ':'.
bool Parser::invalid_with_header(bool parenthesised) {
  if (parenthesised && !accept(Kind::kLeftParen)) return false;
  for (bool is_first = true;; is_first = false) {
    Mark before = mark_;
    Expression* context = nullptr;
    if (is_first || accept(Kind::kComma)) context = parenthesised ? expressions() : expression();
    if (failed_) return false;
    if (context == nullptr) {
      if (is_first) return false;
      mark_ = before;
      break;
    }
    Mark after = mark_;
    if (accept(Kind::kAs) && !star_target()) mark_ = after;
  }
  if (!parenthesised) return !failed_;
  accept(Kind::kComma);
  return accept(Kind::kRightParen) != nullptr;
}

void Parser::invalid_with() {
  Mark start = mark_;
  for (bool parenthesised : {false, true}) {
    mark_ = start;
    accept(Kind::kAsync);
    if (!accept(Kind::kWith)) return;
    if (invalid_with_header(parenthesised) && accept(Kind::kNewline)) {
      raise("expected ':'");
      return;
    }
    if (failed_) return;
  }
}

void Parser::invalid_with_indent() {
  Mark start = mark_;
  for (bool parenthesised : {false, true}) {
    mark_ = start;
    accept(Kind::kAsync);
    const Token* token = accept(Kind::kWith);
    if (token == nullptr) return;
    if (invalid_with_header(parenthesised) && accept(Kind::kColon)) block_expected("'with' statement", token);
    if (failed_) return;
  }
}

// --- try ---

void Parser::invalid_try() {
  const Token* token = accept(Kind::kTry);
  if (token == nullptr || !accept(Kind::kColon)) return;
  Mark after = mark_;
  block_expected("'try' statement", token);
  if (failed_) return;
  mark_ = after;
  if (block() && !at_any({Kind::kExcept, Kind::kFinally})) {
    raise("expected 'except' or 'finally' block");
    return;
  }
  for (bool is_star : {false, true}) {
    if (failed_) return;
    mark_ = after;
    Mark before = mark_;
    while (block()) before = mark_;
    mark_ = before;
    bool has_any = false;
    while (except_block(is_star)) has_any = true;
    if (failed_) return;
    const Token* except = has_any ? accept(Kind::kExcept) : nullptr;
    if (except == nullptr) continue;
    if (!is_star) {
      const Token* star = accept(Kind::kStar);
      if (star == nullptr || !expression() || !optional_as_name() || !accept(Kind::kColon)) continue;
      raise_range(except->span, star->span, "cannot have both 'except' and 'except*' on the same 'try'");
      return;
    }
    if (expression()) optional_as_name();
    if (accept(Kind::kColon)) {
      raise_at(except->span, "cannot have both 'except' and 'except*' on the same 'try'");
      return;
    }
  }
}

void Parser::invalid_except() {
  Mark start = mark_;
  if (!accept(Kind::kExcept)) return;
  bool is_star = accept(Kind::kStar) != nullptr;
  Expression* type = expression();
  Mark after = mark_;
  if (type != nullptr && accept(Kind::kComma) && expressions() && optional_as_name() && accept(Kind::kColon)) {
    raise_starting_from(type->span, "multiple exception types must be parenthesized");
    return;
  }
  if (failed_) return;
  if (type != nullptr) {
    mark_ = after;
    optional_as_name();
    if (accept(Kind::kNewline)) {
      raise("expected ':'");
      return;
    }
  }
  if (failed_) return;
  mark_ = start + 1;
  if (!is_star) {
    if (accept(Kind::kNewline)) raise("expected ':'");
    return;
  }
  ++mark_;
  if (accept_any({Kind::kNewline, Kind::kColon})) raise("expected one or more exception types");
}

void Parser::invalid_except_indent(bool is_star) {
  Mark start = mark_;
  const Token* token = accept(Kind::kExcept);
  if (token == nullptr || (is_star && !accept(Kind::kStar))) return;
  const char* what = is_star ? "'except*' statement" : "'except' statement";
  if (expression() && optional_as_name() && accept(Kind::kColon)) {
    block_expected(what, token);
  }
  if (failed_ || is_star) return;
  mark_ = start + 1;
  if (accept(Kind::kColon)) block_expected(what, token);
}

// --- parameters ---

// Parameters with defaults, one of them at least, after which one without is wrong.
bool Parser::invalid_parameters_start(Style style) {
  Mark start = mark_;
  std::vector<Parameter> list;
  if (slash_with_default(style, &list)) return true;
  if (failed_) return false;
  mark_ = start;
  list.clear();
  return parameter_run(style, Default::kRequired, &list);
}

void Parser::invalid_parameters(Style style) {
  Mark start = mark_;
  std::vector<Parameter> list;
  Parameter one;
  auto fresh = [&] {
    mark_ = start;
    list.clear();
    return !failed_;
  };
  // A default, then none.
  parameter_run(style, Default::kNone, &list);
  if (invalid_parameters_start(style) && one_parameter(style, Default::kNone, &one)) {
    raise_at(one.name->span, "non-default argument follows default argument");
    return;
  }
  // Parentheses around parameters, as Python 2 had them.
  if (!fresh()) return;
  parameter_run(style, Default::kNone, &list);
  if (const Token* open = accept(Kind::kLeftParen)) {
    bool has_inner = false;
    if (style == Style::kDef) {
      has_inner = parameter_run(style, Default::kNone, &list);
    } else if (parameter(style) != nullptr) {
      has_inner = true;
      for (;;) {
        Mark before = mark_;
        if (accept(Kind::kComma) && parameter(style) != nullptr) continue;
        mark_ = before;
        break;
      }
    }
    if (has_inner) {
      accept(Kind::kComma);
      if (const Token* close = accept(Kind::kRightParen)) {
        raise_range(open->span, close->span,
                    style == Style::kDef ? "Function parameters cannot be parenthesized"
                                         : "Lambda expression parameters cannot be parenthesized");
        return;
      }
    }
  }
  if (!fresh()) return;
  if (const Token* slash = accept(Kind::kSlash)) {
    if (accept(Kind::kComma)) {
      raise_at(slash->span, "at least one argument must precede /");
      return;
    }
  }
  // A second '/'.
  if (!fresh()) return;
  auto first_slash = [&] {
    if (slash_no_default(style, &list)) return true;
    mark_ = start;
    list.clear();
    return !failed_ && slash_with_default(style, &list);
  };
  if (first_slash()) {
    parameter_run(style, Default::kMaybe, &list);
    if (const Token* slash = accept(Kind::kSlash)) {
      raise_at(slash->span, "/ may appear only once");
      return;
    }
  }
  // A '/' behind a '*'.
  if (!fresh()) return;
  if (!first_slash()) mark_ = start;
  parameter_run(style, Default::kMaybe, &list);
  if (accept(Kind::kStar) && (accept(Kind::kComma) || one_parameter(style, Default::kNone, &one))) {
    parameter_run(style, Default::kMaybe, &list);
    if (const Token* slash = accept(Kind::kSlash)) {
      raise_at(slash->span, "/ must be ahead of *");
      return;
    }
  }
  if (!fresh()) return;
  if (parameter_run(style, Default::kMaybe, &list) && accept(Kind::kSlash)) {
    if (const Token* star = accept(Kind::kStar)) raise_at(star->span, "expected comma between / and *");
  }
}

void Parser::invalid_default() {
  const Token* equal = accept(Kind::kEqual);
  if (equal != nullptr && at_any({Kind::kRightParen, Kind::kComma})) {
    raise_at(equal->span, "expected default value expression");
  }
}

void Parser::invalid_star_etc(Style style) {
  Mark start = mark_;
  const Token* star = accept(Kind::kStar);
  if (star == nullptr) return;
  Kind close = closing(style);
  bool is_bare = accept(close) != nullptr;
  if (!is_bare && accept(Kind::kComma)) is_bare = accept_any({close, Kind::kDoubleStar}) != nullptr;
  if (is_bare) {
    if (style == Style::kDef) {
      raise_at(star->span, "named arguments must follow bare *");
    } else {
      raise("named arguments must follow bare *");
    }
    return;
  }
  if (failed_) return;
  mark_ = start + 1;
  if (parameter(style) != nullptr) {
    if (const Token* equal = accept(Kind::kEqual)) {
      raise_at(equal->span, "var-positional argument cannot have default value");
      return;
    }
  }
  if (failed_) return;
  mark_ = start + 1;
  Parameter one;
  std::vector<Parameter> list;
  if (!one_parameter(style, Default::kNone, &one) && !accept(Kind::kComma)) return;
  parameter_run(style, Default::kMaybe, &list);
  const Token* second = accept(Kind::kStar);
  if (second == nullptr) return;
  if (one_parameter(style, Default::kNone, &one) || accept(Kind::kComma)) {
    raise_at(second->span, "* argument may appear only once");
  }
}

void Parser::invalid_keywords_parameter(Style style) {
  if (!accept(Kind::kDoubleStar) || parameter(style) == nullptr) return;
  if (const Token* equal = accept(Kind::kEqual)) {
    raise_at(equal->span, "var-keyword argument cannot have default value");
    return;
  }
  if (!accept(Kind::kComma)) return;
  constexpr const char* kNothingFollows = "arguments cannot follow var-keyword argument";
  if (const ast::arg* next = parameter(style)) {
    raise_at(next->span, kNothingFollows);
  } else if (const Token* token = accept_any({Kind::kStar, Kind::kDoubleStar, Kind::kSlash})) {
    raise_at(token->span, kNothingFollows);
  }
}

// --- match ---

void Parser::invalid_match() {
  const Token* token = accept_soft("match");
  if (token == nullptr || !subject()) return;
  if (accept(Kind::kNewline)) {
    raise("expected ':'");
    return;
  }
  if (accept(Kind::kColon)) block_expected("'match' statement", token);
}

void Parser::invalid_case() {
  const Token* token = accept_soft("case");
  if (token == nullptr || !patterns()) return;
  Expression* condition = nullptr;
  guard(&condition);
  if (accept(Kind::kNewline)) {
    raise("expected ':'");
    return;
  }
  if (accept(Kind::kColon)) block_expected("'case' statement", token);
}

void Parser::invalid_as_pattern() {
  if (!or_pattern() || !accept(Kind::kAs)) return;
  if (const Token* wildcard = accept_soft("_")) {
    raise_at(wildcard->span, "cannot use '_' as a target");
    return;
  }
  if (at(Kind::kName)) return;
  if (Expression* target = expression()) raise_at(target->span, "invalid pattern target");
}

void Parser::invalid_class_pattern() {
  if (!name_or_attribute() || !accept(Kind::kLeftParen)) return;
  std::vector<Pattern*> positional;
  std::vector<std::string_view> names;
  std::vector<Pattern*> values;
  Mark before = mark_;
  if (!positional_patterns(&positional) || !accept(Kind::kComma)) mark_ = before;
  if (failed_ || !keyword_patterns(&names, &values) || !accept(Kind::kComma)) return;
  positional.clear();
  if (!positional_patterns(&positional)) return;
  raise_range(positional.front()->span, positional.back()->span, "positional patterns follow keyword patterns");
}

}  // namespace waiter::python
