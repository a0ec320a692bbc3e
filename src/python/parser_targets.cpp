// What may stand on the left of '=', after `for`, after `as` and after `del`.

#include "python/parser_rules.h"

namespace waiter::python {

using ast::Context;

ast::Expression* Parser::star_targets() {
  Mark start = mark_;
  Expression* first = star_target();
  if (first == nullptr) return back(start);
  if (!at(Kind::kComma)) return failed_ ? nullptr : first;
  std::vector<Expression*> targets{first};
  for (;;) {
    Mark before = mark_;
    if (!accept(Kind::kComma)) break;
    Expression* next = star_target();
    if (next == nullptr) {
      mark_ = before;
      break;
    }
    targets.push_back(next);
  }
  accept(Kind::kComma);
  return tuple_node(start, targets, Context::Store);
}

ast::Expression* Parser::star_target() {
  return memo<Expression>(Rule::kStarTarget, [this]() -> Expression* {
    Deeper deeper(*this);
    if (deeper.is_too_deep()) return nullptr;
    Mark start = mark_;
    if (accept(Kind::kStar)) {
      if (!at(Kind::kStar)) {
        if (Expression* value = star_target()) {
          auto* node = make_from<ast::Starred>(start);
          node->value = with_context(value, Context::Store);
          node->ctx = Context::Store;
          return node;
        }
      }
      mark_ = start;
    }
    return target_with_star_atom();
  });
}

ast::Expression* Parser::target_with_star_atom() {
  return memo<Expression>(Rule::kTargetWithStarAtom, [this]() -> Expression* {
    if (Expression* target = subscript_or_attribute_target(Context::Store)) return target;
    return star_atom();
  });
}

// t_primary '.' NAME or t_primary '[' slices ']', and nothing that goes on from there.
ast::Expression* Parser::subscript_or_attribute_target(Context ctx) {
  Mark start = mark_;
  Expression* value = target_primary();
  if (value == nullptr) return back(start);
  Mark after = mark_;
  if (accept(Kind::kDot)) {
    const Token* name = accept_name();
    if (name != nullptr && !at_target_lookahead() && !failed_) {
      auto* node = make_from<ast::Attribute>(start);
      node->value = value;
      node->attr = name_text(name);
      node->ctx = ctx;
      return node;
    }
  }
  if (failed_) return nullptr;
  mark_ = after;
  if (accept(Kind::kLeftBracket)) {
    Expression* index = slices();
    if (index != nullptr && accept(Kind::kRightBracket) && !at_target_lookahead() && !failed_) {
      auto* node = make_from<ast::Subscript>(start);
      node->value = value;
      node->slice = index;
      node->ctx = ctx;
      return node;
    }
  }
  return back(start);
}

ast::Expression* Parser::star_atom() {
  Mark start = mark_;
  if (const Token* name = accept_name()) return name_node(name, Context::Store);
  std::vector<Expression*> targets;
  auto more_targets = [&] {
    for (;;) {
      Mark before = mark_;
      Expression* next = nullptr;
      if (targets.empty() || accept(Kind::kComma)) next = star_target();
      if (next == nullptr) {
        mark_ = before;
        return;
      }
      targets.push_back(next);
    }
  };
  if (accept(Kind::kLeftParen)) {
    if (Expression* inner = target_with_star_atom()) {
      if (accept(Kind::kRightParen)) return with_context(inner, Context::Store);
    }
    if (failed_) return nullptr;
    mark_ = start + 1;
    more_targets();
    // One element makes a tuple only with a comma.
    bool has_comma = accept(Kind::kComma) != nullptr;
    if (targets.size() == 1 && !has_comma) return back(start);
    if (targets.empty() && has_comma) return back(start);
    if (accept(Kind::kRightParen)) return tuple_node(start, targets, Context::Store);
    return back(start);
  }
  if (accept(Kind::kLeftBracket)) {
    more_targets();
    if (!targets.empty()) accept(Kind::kComma);
    if (!accept(Kind::kRightBracket)) return back(start);
    auto* node = make_from<ast::List>(start);
    node->elts = arena_.copy(targets);
    node->ctx = Context::Store;
    return node;
  }
  return nullptr;
}

ast::Expression* Parser::single_target() {
  Mark start = mark_;
  if (Expression* target = single_subscript_attribute_target()) return target;
  if (const Token* name = accept_name()) return name_node(name, Context::Store);
  if (accept(Kind::kLeftParen)) {
    Deeper deeper(*this);
    if (deeper.is_too_deep()) return nullptr;
    Expression* inner = single_target();
    if (inner != nullptr && accept(Kind::kRightParen)) return inner;
  }
  return back(start);
}

ast::Expression* Parser::single_subscript_attribute_target() {
  return subscript_or_attribute_target(Context::Store);
}

bool Parser::at_target_lookahead() {
  return at_any({Kind::kLeftParen, Kind::kLeftBracket, Kind::kDot});
}

// An expression that a further '.', '[' or '(' follows.
ast::Expression* Parser::target_primary() {
  return memo<Expression>(Rule::kTargetPrimary, [this]() -> Expression* {
    Mark start = mark_;
    Expression* value = atom();
    if (value == nullptr || !at_target_lookahead()) return back(start);
    for (;;) {
      Mark before = mark_;
      Expression* longer = nullptr;
      if (accept(Kind::kDot)) {
        if (const Token* name = accept_name()) longer = attribute_of(start, value, name);
      } else if (accept(Kind::kLeftBracket)) {
        Expression* index = slices();
        if (index != nullptr && accept(Kind::kRightBracket)) {
          auto* node = make_from<ast::Subscript>(start);
          node->value = value;
          node->slice = index;
          longer = node;
        }
        if (longer == nullptr || !at_target_lookahead()) {
          longer = nullptr;
          if (failed_) return nullptr;
          mark_ = before;
          explain_argument_brackets();
        }
      } else if (at(Kind::kLeftParen)) {
        if (Expression* generator = generator_expression()) {
          if (at_target_lookahead()) {
            auto* node = make_from<ast::Call>(start);
            node->func = value;
            node->args = arena_.copy(&generator, 1);
            longer = node;
          }
        }
        if (longer == nullptr && !failed_) {
          mark_ = before + 1;
          ast::Call* call_arguments = arguments();
          if (accept(Kind::kRightParen)) longer = call(start, value, call_arguments);
        }
      }
      if (failed_) return nullptr;
      if (longer == nullptr || !at_target_lookahead()) {
        mark_ = before;
        return value;
      }
      value = longer;
    }
  });
}

// --- del ---

bool Parser::delete_targets(std::vector<Expression*>* out) {
  Expression* target = delete_target();
  if (target == nullptr) return false;
  out->push_back(target);
  for (;;) {
    Mark before = mark_;
    if (!accept(Kind::kComma)) return true;
    target = delete_target();
    if (target == nullptr) {
      mark_ = before + 1;  // the trailing comma is part of it
      return !failed_;
    }
    out->push_back(target);
  }
}

ast::Expression* Parser::delete_target() {
  return memo<Expression>(Rule::kDeleteTarget, [this]() -> Expression* {
    if (Expression* target = subscript_or_attribute_target(Context::Del)) return target;
    return delete_atom();
  });
}

ast::Expression* Parser::delete_atom() {
  Mark start = mark_;
  if (const Token* name = accept_name()) return name_node(name, Context::Del);
  std::vector<Expression*> targets;
  if (accept(Kind::kLeftParen)) {
    if (Expression* inner = delete_target()) {
      if (accept(Kind::kRightParen)) return with_context(inner, Context::Del);
    }
    if (failed_) return nullptr;
    mark_ = start + 1;
    delete_targets(&targets);
    if (accept(Kind::kRightParen)) return tuple_node(start, targets, Context::Del);
    return back(start);
  }
  if (accept(Kind::kLeftBracket)) {
    delete_targets(&targets);
    if (!accept(Kind::kRightBracket)) return back(start);
    auto* node = make_from<ast::List>(start);
    node->elts = arena_.copy(targets);
    node->ctx = Context::Del;
    return node;
  }
  return nullptr;
}

}  // namespace waiter::python
