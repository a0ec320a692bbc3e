// Compound statements, but for `match` (parser_patterns.cpp).

#include "python/parser_rules.h"

namespace waiter::python {

ast::Statement* Parser::compound_statement() {
  switch (peek().kind) {
    case Kind::kDef: return function_definition({});
    case Kind::kAt: return decorated();
    case Kind::kIf: return if_statement(Kind::kIf);
    case Kind::kClass: return class_definition({});
    case Kind::kWith: return with_statement();
    case Kind::kFor: return for_statement();
    case Kind::kTry: return try_statement();
    case Kind::kWhile: return while_statement();
    case Kind::kName: return match_statement();
    case Kind::kAsync:
      if (Statement* function = function_definition({})) return function;
      if (failed_) return nullptr;
      if (Statement* with = with_statement()) return with;
      if (failed_) return nullptr;
      return for_statement();
    default: return nullptr;
  }
}

Parser::Block* Parser::block() {
  return memo<Block>(Rule::kBlock, [this] { return block_body(); });
}

Parser::Block* Parser::block_body() {
  Deeper deeper(*this);
  if (deeper.is_too_deep()) return nullptr;
  Mark start = mark_;
  StatementList list;
  if (accept(Kind::kNewline) && accept(Kind::kIndent) && statements(&list) && accept(Kind::kDedent)) {
    return arena_.make(arena_.copy(list));
  }
  if (failed_) return nullptr;
  mark_ = start;
  list.clear();
  if (simple_statements(&list)) return arena_.make(arena_.copy(list));
  mark_ = start;
  explain_with([this] {
    if (accept(Kind::kNewline) && !at(Kind::kIndent)) raise_indentation("expected an indented block");
  });
  return back(start);
}

// --- functions and classes ---

bool Parser::decorators(std::vector<Expression*>* out) {
  for (;;) {
    Mark before = mark_;
    Expression* decorator = nullptr;
    if (accept(Kind::kAt)) decorator = named_expression();
    if (decorator == nullptr || !accept(Kind::kNewline)) {
      mark_ = before;
      return !out->empty();
    }
    out->push_back(decorator);
  }
}

ast::Statement* Parser::decorated() {
  Mark start = mark_;
  std::vector<Expression*> list;
  if (!decorators(&list)) return back(start);
  Mark after = mark_;
  if (Statement* function = function_definition(list)) return function;
  if (failed_) return nullptr;
  mark_ = after;
  if (Statement* definition = class_definition(list)) return definition;
  return back(start);
}

ast::Statement* Parser::function_definition(const std::vector<Expression*>& decorators) {
  Mark start = mark_;
  explain_with([this] { invalid_def(); });
  bool is_async = accept(Kind::kAsync) != nullptr;
  if (!accept(Kind::kDef)) return back(start);
  const Token* name = accept_name();
  if (name == nullptr || !force(Kind::kLeftParen)) return back(start);
  ast::arguments* arguments = parameters(Style::kDef);
  if (!accept(Kind::kRightParen)) return back(start);
  Expression* returns = nullptr;
  Mark before = mark_;
  if (accept(Kind::kArrow)) {
    returns = expression();
    if (returns == nullptr) mark_ = before;
  }
  if (!force(Kind::kColon)) return back(start);
  Block* body = block();
  if (body == nullptr) return back(start);
  if (arguments == nullptr) arguments = make<ast::arguments>({});
  auto fill = [&](ast::FunctionBase* node) {
    node->name = name_text(name);
    node->args = arguments;
    node->body = *body;
    node->decorator_list = arena_.copy(decorators);
    node->returns = returns;
    return node;
  };
  if (is_async) return fill(make_from<ast::AsyncFunctionDef>(start));
  return fill(make_from<ast::FunctionDef>(start));
}

ast::Statement* Parser::class_definition(const std::vector<Expression*>& decorators) {
  Mark start = mark_;
  explain_with([this] { invalid_class(); });
  if (!accept(Kind::kClass)) return back(start);
  const Token* name = accept_name();
  if (name == nullptr) return back(start);
  ast::Call* bases = nullptr;
  Mark before = mark_;
  if (accept(Kind::kLeftParen)) {
    bases = arguments();
    if (!accept(Kind::kRightParen)) mark_ = before;
  }
  if (!accept(Kind::kColon)) return back(start);
  Block* body = block();
  if (body == nullptr) return back(start);
  auto* node = make_from<ast::ClassDef>(start);
  node->name = name_text(name);
  if (bases != nullptr) {
    node->bases = bases->args;
    node->keywords = bases->keywords;
  }
  node->body = *body;
  node->decorator_list = arena_.copy(decorators);
  return node;
}

// --- if, while, for ---

ast::Statement* Parser::if_statement(Kind keyword) {
  Deeper deeper(*this);  // `elif` comes back here
  if (deeper.is_too_deep()) return nullptr;
  Mark start = mark_;
  explain_with([&] { invalid_test_statement(keyword, keyword == Kind::kIf ? "'if' statement" : "'elif' statement"); });
  if (!accept(keyword)) return back(start);
  Expression* test = named_expression();
  if (test == nullptr || !accept(Kind::kColon)) return back(start);
  Block* body = block();
  if (body == nullptr) return back(start);
  Block otherwise;
  Statement* elif = at(Kind::kElif) ? if_statement(Kind::kElif) : nullptr;
  if (failed_) return nullptr;
  if (elif != nullptr) {
    otherwise = arena_.copy(&elif, 1);
  } else {
    otherwise = contents(else_block());
  }
  auto* node = make_from<ast::If>(start);
  node->test = test;
  node->body = *body;
  node->orelse = otherwise;
  return node;
}

Parser::Block* Parser::else_block() {
  Mark start = mark_;
  if (!at(Kind::kElse)) return nullptr;
  explain_with([this] { invalid_else(); });
  if (accept(Kind::kElse) && force(Kind::kColon)) {
    if (Block* body = block()) return body;
  }
  return back(start);
}

ast::Statement* Parser::while_statement() {
  Mark start = mark_;
  explain_with([this] { invalid_test_statement(Kind::kWhile, "'while' statement"); });
  if (!accept(Kind::kWhile)) return back(start);
  Expression* test = named_expression();
  if (test == nullptr || !accept(Kind::kColon)) return back(start);
  Block* body = block();
  if (body == nullptr) return back(start);
  Block otherwise = contents(else_block());
  auto* node = make_from<ast::While>(start);
  node->test = test;
  node->body = *body;
  node->orelse = otherwise;
  return node;
}

ast::Statement* Parser::for_statement() {
  Mark start = mark_;
  explain_with([this] { invalid_for(); });
  bool is_async = accept(Kind::kAsync) != nullptr;
  Expression* target = nullptr;
  if (accept(Kind::kFor)) target = star_targets();
  if (target == nullptr || !accept(Kind::kIn)) {
    mark_ = start;
    explain_with([this] { invalid_for_target(); });
    return back(start);
  }
  // After `in` it is a for statement or nothing.
  Expression* iterable = star_expressions();
  if (iterable == nullptr || !accept(Kind::kColon)) return back(start);
  Block* body = block();
  if (body == nullptr) return back(start);
  Block otherwise = contents(else_block());
  auto fill = [&](ast::ForBase* node) {
    node->target = target;
    node->iter = iterable;
    node->body = *body;
    node->orelse = otherwise;
    return node;
  };
  if (is_async) return fill(make_from<ast::AsyncFor>(start));
  return fill(make_from<ast::For>(start));
}

// --- with ---

ast::Statement* Parser::with_statement() {
  Mark start = mark_;
  explain_with([this] { invalid_with_indent(); });
  bool is_async = accept(Kind::kAsync) != nullptr;
  if (!accept(Kind::kWith)) {
    mark_ = start;
    explain_with([this] { invalid_with(); });
    return back(start);
  }
  Mark after = mark_;
  std::vector<ast::withitem*> items;
  if (accept(Kind::kLeftParen) && with_items(&items)) {
    accept(Kind::kComma);
    if (accept(Kind::kRightParen) && accept(Kind::kColon)) {
      if (Statement* node = finish_with(start, is_async, items)) return node;
    }
  }
  if (failed_) return nullptr;
  mark_ = after;
  items.clear();
  if (with_items(&items) && accept(Kind::kColon)) {
    if (Statement* node = finish_with(start, is_async, items)) return node;
  }
  mark_ = start;
  explain_with([this] { invalid_with(); });
  return back(start);
}

ast::Statement* Parser::finish_with(Mark start, bool is_async, const std::vector<ast::withitem*>& items) {
  Block* body = block();
  if (body == nullptr) return nullptr;
  auto fill = [&](ast::WithBase* node) {
    node->items = arena_.copy(items);
    node->body = *body;
    return node;
  };
  if (is_async) return fill(make_from<ast::AsyncWith>(start));
  return fill(make_from<ast::With>(start));
}

bool Parser::with_items(std::vector<ast::withitem*>* out) {
  ast::withitem* item = with_item();
  if (item == nullptr) return false;
  out->push_back(item);
  for (;;) {
    Mark before = mark_;
    if (!accept(Kind::kComma)) return true;
    item = with_item();
    if (item == nullptr) {
      mark_ = before;
      return !failed_;
    }
    out->push_back(item);
  }
}

ast::withitem* Parser::with_item() {
  Mark start = mark_;
  auto finish = [&](Expression* context, Expression* target) {
    auto* node = make<ast::withitem>({});
    node->context_expr = context;
    node->optional_vars = target;
    return node;
  };
  Expression* context = expression();
  if (context != nullptr && accept(Kind::kAs)) {
    Expression* target = star_target();
    if (target != nullptr && at_any({Kind::kComma, Kind::kRightParen, Kind::kColon})) return finish(context, target);
  }
  if (failed_) return nullptr;
  mark_ = start;
  explain_with([this] { invalid_with_item(); });
  context = expression();
  if (context == nullptr) return back(start);
  return finish(context, nullptr);
}

// --- try ---

ast::Statement* Parser::try_statement() {
  Mark start = mark_;
  explain_with([this] { invalid_try(); });
  if (!accept(Kind::kTry) || !force(Kind::kColon)) return back(start);
  Block* body = block();
  if (body == nullptr) return back(start);
  auto fill = [&](ast::TryBase* node, const std::vector<ast::ExceptHandler*>& handlers, Block otherwise, Block last) {
    node->body = *body;
    node->handlers = arena_.copy(handlers);
    node->orelse = otherwise;
    node->finalbody = last;
    return node;
  };
  if (Block* last = finally_block()) return fill(make_from<ast::Try>(start), {}, {}, *last);
  for (bool is_star : {false, true}) {
    std::vector<ast::ExceptHandler*> handlers;
    while (ast::ExceptHandler* handler = except_block(is_star)) handlers.push_back(handler);
    if (failed_) return nullptr;
    if (handlers.empty()) continue;
    Block otherwise = contents(else_block());
    if (failed_) return nullptr;
    Block last = contents(finally_block());
    if (is_star) return fill(make_from<ast::TryStar>(start), handlers, otherwise, last);
    return fill(make_from<ast::Try>(start), handlers, otherwise, last);
  }
  return back(start);
}

ast::ExceptHandler* Parser::except_block(bool is_star) {
  Mark start = mark_;
  if (!at(Kind::kExcept)) return nullptr;
  explain_with([&] { invalid_except_indent(is_star); });
  if (accept(Kind::kExcept) && (!is_star || accept(Kind::kStar))) {
    Mark after = mark_;
    const Token* name = nullptr;
    Expression* type = expression();
    if (type != nullptr && accept(Kind::kAs)) {
      name = accept_name();
      if (name == nullptr) --mark_;
    }
    bool can_go_on = type != nullptr;
    if (type == nullptr) {
      mark_ = after;
      can_go_on = !is_star;
    }
    if (can_go_on && accept(Kind::kColon)) {
      if (Block* body = block()) {
        auto* node = make_from<ast::ExceptHandler>(start);
        node->type = type;
        if (name != nullptr) node->name = name_text(name);
        node->body = *body;
        return node;
      }
    }
  }
  mark_ = start;
  explain_with([this] { invalid_except(); });
  return back(start);
}

Parser::Block* Parser::finally_block() {
  Mark start = mark_;
  if (!at(Kind::kFinally)) return nullptr;
  explain_with([this] { invalid_finally(); });
  if (accept(Kind::kFinally) && force(Kind::kColon)) {
    if (Block* body = block()) return body;
  }
  return back(start);
}

}  // namespace waiter::python
