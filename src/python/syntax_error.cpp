// How errors are raised, and what is said when no rule knows better. The order of precedence is CPython's: an error of
// the lexer anywhere in the rest of the file comes before the parser's own.

#include "python/parser_rules.h"

namespace waiter::python {

std::nullptr_t Parser::raise_place(DiagnosticType type, std::string message, ErrorPlace place) {
  if (failed_) return nullptr;
  failed_ = true;
  if (start_ == Start::kFormatted && type == DiagnosticType::kSyntaxError) message = "f-string: " + message;
  error_ = {type, std::move(message), place, {}, {}};
  return nullptr;
}

std::nullptr_t Parser::raise_lexer_error() {
  if (failed_) return nullptr;
  failed_ = true;
  error_from_lexer_ = true;
  error_ = *lexer_.error();
  return nullptr;
}

// At the last token that was asked for.
std::nullptr_t Parser::raise(std::string message, DiagnosticType type) {
  if (failed_) return nullptr;
  if (tokens_.empty()) return raise_place(type, std::move(message), {0, 0, 0, 0});
  const Token& token = last_token();
  ErrorPlace place{static_cast<int>(token.span.line), 0, static_cast<int>(token.span.end_line), -1};
  if (token.placed) {
    place.offset = static_cast<int>(token.span.column) + 1;
    place.end_offset = static_cast<int>(token.span.end_column) + 1;
  } else {
    // At the end of a file that it reads line by line, CPython has no line to count columns in: there is no caret.
    place.offset = lexer_.at_end() && start_ == Start::kFile ? 0 : lexer_.column();
  }
  return raise_place(type, std::move(message), place);
}

std::nullptr_t Parser::raise_at(const Span& span, std::string message) {
  return raise_place(DiagnosticType::kSyntaxError, std::move(message),
                     {static_cast<int>(span.line), static_cast<int>(span.column) + 1, static_cast<int>(span.end_line),
                      static_cast<int>(span.end_column) + 1});
}

// From there to where the lexer stands.
std::nullptr_t Parser::raise_starting_from(const Span& span, std::string message) {
  return raise_place(DiagnosticType::kSyntaxError, std::move(message),
                     {static_cast<int>(span.line), static_cast<int>(span.column) + 1, lexer_.line(), lexer_.column()});
}

// The error of the expression within an f-string becomes ours.
void Parser::adopt_error(const Parser& inner, int excerpt_column) {
  if (failed_) return;
  failed_ = true;
  error_ = inner.error_;
  if (!error_.excerpt.empty()) return;
  std::string_view text = inner.source_;
  for (int line = inner.origin_.line; line < error_.place.line; ++line) {
    std::size_t end = text.find('\n');
    if (end == std::string_view::npos) break;
    text.remove_prefix(end + 1);
  }
  error_.excerpt = std::string(text.substr(0, text.find('\n')));
  error_.excerpt_place = error_.place;
  // The parser's columns are counted from the brace on every line, the lexer's on the first alone.
  int shift = excerpt_column;
  if (inner.error_from_lexer_) shift = error_.place.line == inner.origin_.line ? inner.origin_.column : 0;
  error_.excerpt_place.offset -= shift;
  if (error_.excerpt_place.end_offset > 0) error_.excerpt_place.end_offset -= shift;
}

// After an error of the parser the rest of the file is read: an error of the lexer that stands there is shown instead,
// and so is a bracket that was opened on an earlier line and never closed.
void Parser::check_remaining_tokens() {
  if (lexer_.at_end() || lexer_.error() || error_.type == DiagnosticType::kMemoryError) return;
  int error_line = static_cast<int>(last_token().span.line);
  for (;;) {
    Token token = lexer_.next();
    if (token.kind == Kind::kEndMarker) return;
    if (token.kind != Kind::kError) continue;
    if (lexer_.error_has_priority()) {
      error_ = *lexer_.error();
    } else if (lexer_.has_open_bracket() && error_line > lexer_.open_bracket().line) {
      error_ = lexer_.unclosed_bracket();
    }
    return;
  }
}

void Parser::explain(const Token* furthest) {
  if (failed_) {
    if (!error_from_lexer_) check_remaining_tokens();
    return;
  }
  if (furthest->kind == Kind::kIndent || furthest->kind == Kind::kDedent) {
    raise_indentation(furthest->kind == Kind::kIndent ? "unexpected indent" : "unexpected unindent");
    return;
  }
  if (furthest->placed) {
    raise_at(furthest->span, "invalid syntax");
  } else {
    // The end of the file has no column: CPython's -1, plus one.
    raise_place(DiagnosticType::kSyntaxError, "invalid syntax",
                {static_cast<int>(furthest->span.line), 0, static_cast<int>(furthest->span.end_line), 0});
  }
  check_remaining_tokens();
}

const char* Parser::describe(const Expression* expression) {
  using ast::NodeKind;
  switch (expression->kind) {
    case NodeKind::Attribute: return "attribute";
    case NodeKind::Subscript: return "subscript";
    case NodeKind::Starred: return "starred";
    case NodeKind::Name: return "name";
    case NodeKind::List: return "list";
    case NodeKind::Tuple: return "tuple";
    case NodeKind::Lambda: return "lambda";
    case NodeKind::Call: return "function call";
    case NodeKind::BoolOp:
    case NodeKind::BinOp:
    case NodeKind::UnaryOp: return "expression";
    case NodeKind::GeneratorExp: return "generator expression";
    case NodeKind::Yield:
    case NodeKind::YieldFrom: return "yield expression";
    case NodeKind::Await: return "await expression";
    case NodeKind::ListComp: return "list comprehension";
    case NodeKind::SetComp: return "set comprehension";
    case NodeKind::DictComp: return "dict comprehension";
    case NodeKind::Dict: return "dict literal";
    case NodeKind::Set: return "set display";
    case NodeKind::JoinedStr:
    case NodeKind::FormattedValue: return "f-string expression";
    case NodeKind::Compare: return "comparison";
    case NodeKind::IfExp: return "conditional expression";
    case NodeKind::NamedExpr: return "named expression";
    case NodeKind::Constant:
      switch (static_cast<const ast::Constant*>(expression)->type) {
        case ast::ConstantKind::None: return "None";
        case ast::ConstantKind::True: return "True";
        case ast::ConstantKind::False: return "False";
        case ast::ConstantKind::Ellipsis: return "ellipsis";
        default: return "literal";
      }
    default: return "expression";
  }
}

// The first part of `expression` that cannot stand on the left of a '=', in a `del` or after a `for`.
ast::Expression* Parser::invalid_target(Targets targets, Expression* expression) {
  auto first_of = [&](const Expressions& elements) -> Expression* {
    for (Expression* element : elements) {
      if (Expression* found = invalid_target(targets, element)) return found;
    }
    return nullptr;
  };
  switch (expression->kind) {
    case ast::NodeKind::List: return first_of(static_cast<ast::List*>(expression)->elts);
    case ast::NodeKind::Tuple: return first_of(static_cast<ast::Tuple*>(expression)->elts);
    case ast::NodeKind::Starred:
      if (targets == Targets::kDelete) return expression;
      return invalid_target(targets, static_cast<ast::Starred*>(expression)->value);
    case ast::NodeKind::Compare: {
      // `for a in b` was read as the comparison `a in b`.
      if (targets != Targets::kFor) return expression;
      auto* compare = static_cast<ast::Compare*>(expression);
      return compare->ops[0] == ast::CompareOperator::In ? invalid_target(targets, compare->left) : nullptr;
    }
    case ast::NodeKind::Name:
    case ast::NodeKind::Subscript:
    case ast::NodeKind::Attribute: return nullptr;
    default: return expression;
  }
}

void Parser::raise_invalid_target(Targets targets, Expression* expression) {
  Expression* target = invalid_target(targets, expression);
  if (target == nullptr) return;
  const char* verb = targets == Targets::kDelete ? "cannot delete " : "cannot assign to ";
  raise_at(target->span, std::string(verb) + describe(target));
}

std::string Parser::after_line(const char* what, const Token* token) {
  return std::string("expected an indented block after ") + what + " on line " + std::to_string(token->span.line);
}

}  // namespace waiter::python
