// The arguments of a call, and of a class definition.

#include "python/parser_rules.h"

namespace waiter::python {

ast::Expression* Parser::call(Mark start, Expression* function, ast::Call* arguments) {
  auto* node = make_from<ast::Call>(start);
  node->func = function;
  if (arguments != nullptr) {
    node->args = arguments->args;
    node->keywords = arguments->keywords;
  }
  return node;
}

// The result is a Call without a function: arguments with a span.
ast::Call* Parser::arguments() {
  return memo<ast::Call>(Rule::kArguments, [this] { return arguments_body(); });
}

ast::Call* Parser::arguments_body() {
  Mark start = mark_;
  ast::Call* list = args();
  if (list != nullptr) {
    accept(Kind::kComma);
    if (at(Kind::kRightParen)) return list;
  }
  if (failed_) return nullptr;
  mark_ = start;
  explain_with([this] { invalid_arguments(); });
  return back(start);
}

ast::Call* Parser::args() {
  Mark start = mark_;
  std::vector<Expression*> positional;
  std::vector<ast::keyword*> keywords;
  auto one = [&]() -> Expression* {
    Mark before = mark_;
    if (at(Kind::kStar)) {
      if (Expression* starred = starred_expression()) return starred;
    }
    if (failed_) return nullptr;
    Expression* element = generator_element();
    if (element == nullptr || at(Kind::kEqual) || failed_) return back(before);
    return element;
  };
  auto finish = [&] {
    auto* node = make_from<ast::Call>(start);
    node->args = arena_.copy(positional);
    node->keywords = arena_.copy(keywords);
    return node;
  };
  if (Expression* first = one()) {
    positional.push_back(first);
    for (;;) {
      Mark before = mark_;
      if (!accept(Kind::kComma)) break;
      Expression* next = one();
      if (next == nullptr) {
        mark_ = before;
        break;
      }
      positional.push_back(next);
    }
    Mark before = mark_;
    if (!accept(Kind::kComma) || !keyword_arguments(&positional, &keywords)) mark_ = before;
    return failed_ ? nullptr : finish();
  }
  if (failed_) return nullptr;
  if (keyword_arguments(&positional, &keywords)) return finish();
  return back(start);
}

// Names with values and *sequences first, then names with values and **mappings. After a **mapping no *sequence.
bool Parser::keyword_arguments(std::vector<Expression*>* starred, std::vector<ast::keyword*>* keywords) {
  Mark start = mark_;
  bool has_any = false;
  Star star = Star::kSingle;
  for (;;) {
    Mark before = mark_;
    if (has_any && !accept(Kind::kComma)) return true;
    if (keyword_or_starred(star, starred, keywords)) {
      has_any = true;
      continue;
    }
    if (failed_) return false;
    mark_ = before;
    if (star == Star::kDouble) break;
    star = Star::kDouble;
  }
  if (has_any) return true;
  return back_to(start);
}

bool Parser::keyword_or_starred(Star star, std::vector<Expression*>* starred, std::vector<ast::keyword*>* keywords) {
  Mark start = mark_;
  explain_with([this] { invalid_keyword_argument(); });
  const Token* name = accept_name();
  if (name != nullptr && accept(Kind::kEqual)) {
    if (Expression* value = expression()) {
      auto* node = make_from<ast::keyword>(start);
      node->arg = name_text(name);
      node->value = value;
      keywords->push_back(node);
      return true;
    }
  }
  if (failed_) return false;
  mark_ = start;
  if (star == Star::kSingle) {
    Expression* value = starred_expression();
    if (value == nullptr) return back_to(start);
    starred->push_back(value);
    return true;
  }
  if (accept(Kind::kDoubleStar)) {
    if (Expression* value = expression()) {
      auto* node = make_from<ast::keyword>(start);
      node->value = value;
      keywords->push_back(node);
      return true;
    }
  }
  return back_to(start);
}

ast::Expression* Parser::starred_expression() {
  Mark start = mark_;
  if (!accept(Kind::kStar)) return nullptr;
  Expression* value = expression();
  if (value == nullptr) return back(start);
  auto* node = make_from<ast::Starred>(start);
  node->value = value;
  return node;
}

}  // namespace waiter::python
