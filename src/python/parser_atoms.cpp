// Operands: names, literals, brackets, and the calls, attributes and subscripts behind them.

#include "python/parser_rules.h"

namespace waiter::python {

using ast::Context;

ast::Expression* Parser::primary() {
  return memo<Expression>(Rule::kPrimary, [this] { return primary_body(); });
}

ast::Expression* Parser::attribute_of(Mark start, Expression* value, const Token* name) {
  auto* node = make_from<ast::Attribute>(start);
  node->value = value;
  node->attr = name_text(name);
  return node;
}

ast::Expression* Parser::primary_body() {
  Mark start = mark_;
  Expression* value = atom();
  if (value == nullptr) return nullptr;
  for (;;) {
    Mark before = mark_;
    Expression* longer = nullptr;
    switch (peek().kind) {
      case Kind::kDot:
        ++mark_;
        if (const Token* name = accept_name()) longer = attribute_of(start, value, name);
        break;
      case Kind::kLeftParen:
        if (Expression* generator = generator_expression()) {
          auto* node = make_from<ast::Call>(start);
          node->func = value;
          node->args = arena_.copy(&generator, 1);
          longer = node;
        } else if (!failed_) {
          mark_ = before + 1;
          ast::Call* call_arguments = arguments();
          if (accept(Kind::kRightParen)) longer = call(start, value, call_arguments);
        }
        break;
      case Kind::kLeftBracket: {
        explain_argument_brackets();
        ++mark_;
        Expression* index = slices();
        if (index != nullptr && accept(Kind::kRightBracket)) {
          auto* node = make_from<ast::Subscript>(start);
          node->value = value;
          node->slice = index;
          longer = node;
        }
        break;
      }
      case Kind::kLeftBrace: explain_argument_brackets(); break;
      default: break;
    }
    if (failed_) return nullptr;
    if (longer == nullptr) {
      mark_ = before;
      return value;
    }
    value = longer;
  }
}

// CPython looks for a generator expression behind every operand, and what it says of a broken comprehension it says of
// any bracket.
void Parser::explain_argument_brackets() {
  explain_with([this] { invalid_comprehension(); });
}

// --- subscripts ---

ast::Expression* Parser::slices() {
  Mark start = mark_;
  Expression* first = slice();
  if (first != nullptr && !at(Kind::kComma)) return failed_ ? nullptr : first;
  if (failed_) return nullptr;
  mark_ = start;
  std::vector<Expression*> elements;
  auto element = [&]() -> Expression* {
    if (Expression* plain = slice()) return plain;
    return failed_ ? nullptr : starred_expression();
  };
  Expression* next = element();
  if (next == nullptr) return back(start);
  elements.push_back(next);
  while (accept(Kind::kComma)) {
    Mark after = mark_;
    next = element();
    if (next == nullptr) {
      mark_ = after;
      break;
    }
    elements.push_back(next);
  }
  return tuple_node(start, elements, Context::Load);
}

ast::Expression* Parser::slice() {
  Mark start = mark_;
  Expression* lower = expression();
  if (accept(Kind::kColon)) {
    Expression* upper = expression();
    Expression* step = nullptr;
    if (accept(Kind::kColon)) step = expression();
    auto* node = make_from<ast::Slice>(start);
    node->lower = lower;
    node->upper = upper;
    node->step = step;
    return node;
  }
  if (failed_) return nullptr;
  mark_ = start;
  return named_expression();
}

// --- atoms ---

ast::Expression* Parser::constant(ast::ConstantKind kind, Span span) {
  auto* node = make<ast::Constant>(span);
  node->type = kind;
  return node;
}

ast::Expression* Parser::atom() {
  const Token& token = peek();
  auto word = [&](ast::ConstantKind kind) {
    ++mark_;
    return constant(kind, token.span);
  };
  auto first_of = [&](std::initializer_list<Expression* (Parser::*)()> rules) -> Expression* {
    Mark start = mark_;
    for (auto rule : rules) {
      if (Expression* found = (this->*rule)()) return found;
      if (failed_) return nullptr;
      mark_ = start;
    }
    return nullptr;
  };
  switch (token.kind) {
    case Kind::kName: ++mark_; return name_node(&token);
    case Kind::kTrue: return word(ast::ConstantKind::True);
    case Kind::kFalse: return word(ast::ConstantKind::False);
    case Kind::kNone: return word(ast::ConstantKind::None);
    case Kind::kEllipsis: return word(ast::ConstantKind::Ellipsis);
    case Kind::kString: return strings();
    case Kind::kNumber: return number();
    case Kind::kLeftParen: return first_of({&Parser::tuple, &Parser::group, &Parser::generator_expression});
    case Kind::kLeftBracket: return first_of({&Parser::list, &Parser::list_comprehension});
    case Kind::kLeftBrace:
      return first_of({&Parser::dict, &Parser::set, &Parser::dict_comprehension, &Parser::set_comprehension});
    default: return nullptr;
  }
}

ast::Expression* Parser::tuple() {
  Mark start = mark_;
  if (!accept(Kind::kLeftParen)) return nullptr;
  std::vector<Expression*> elements;
  Mark after = mark_;
  if (Expression* first = star_named_expression()) {
    if (accept(Kind::kComma)) {
      elements.push_back(first);
      Mark more = mark_;
      if (!star_named_expressions(&elements)) mark_ = more;
    } else {
      mark_ = after;
    }
  }
  if (!accept(Kind::kRightParen)) return back(start);
  return tuple_node(start, elements, Context::Load);
}

ast::Expression* Parser::group() {
  Mark start = mark_;
  if (!accept(Kind::kLeftParen)) return nullptr;
  Expression* inner = yield_expression();
  if (inner == nullptr) inner = named_expression();
  if (inner != nullptr && accept(Kind::kRightParen)) return inner;
  mark_ = start;
  explain_with([this] { invalid_group(); });
  return back(start);
}

ast::Expression* Parser::list() {
  Mark start = mark_;
  if (!accept(Kind::kLeftBracket)) return nullptr;
  std::vector<Expression*> elements;
  if (!star_named_expressions(&elements)) mark_ = start + 1;
  if (!accept(Kind::kRightBracket)) return back(start);
  auto* node = make_from<ast::List>(start);
  node->elts = arena_.copy(elements);
  return node;
}

ast::Expression* Parser::set() {
  Mark start = mark_;
  std::vector<Expression*> elements;
  if (!accept(Kind::kLeftBrace) || !star_named_expressions(&elements) || !accept(Kind::kRightBrace)) return back(start);
  auto* node = make_from<ast::Set>(start);
  node->elts = arena_.copy(elements);
  return node;
}

ast::Expression* Parser::dict() {
  Mark start = mark_;
  if (!accept(Kind::kLeftBrace)) return nullptr;
  std::vector<Expression*> keys;
  std::vector<Expression*> values;
  for (;;) {
    Mark before = mark_;
    Expression* key = nullptr;
    Expression* value = nullptr;
    if (!double_starred_pair(&key, &value)) {
      mark_ = before;
      break;
    }
    keys.push_back(key);
    values.push_back(value);
    if (!accept(Kind::kComma)) break;
  }
  if (accept(Kind::kRightBrace)) {
    auto* node = make_from<ast::Dict>(start);
    node->keys = arena_.copy(keys);
    node->values = arena_.copy(values);
    return node;
  }
  if (failed_) return nullptr;
  mark_ = start + 1;
  invalid_double_starred_pairs();  // in the first pass too: so it is in CPython
  return back(start);
}

bool Parser::double_starred_pair(Expression** key, Expression** value) {
  Mark start = mark_;
  if (accept(Kind::kDoubleStar)) {
    *key = nullptr;
    *value = bitwise_or();
    if (*value != nullptr) return true;
    return back_to(start);
  }
  return pair(key, value);
}

bool Parser::pair(Expression** key, Expression** value) {
  Mark start = mark_;
  *key = expression();
  if (*key == nullptr || !accept(Kind::kColon)) return back_to(start);
  *value = expression();
  if (*value == nullptr) return back_to(start);
  return true;
}

// --- comprehensions ---

bool Parser::for_if_clauses(Clauses* out) {
  ast::comprehension* clause = for_if_clause();
  if (clause == nullptr) return false;
  out->push_back(clause);
  while ((clause = for_if_clause()) != nullptr) out->push_back(clause);
  return !failed_;
}

ast::comprehension* Parser::for_if_clause() {
  Mark start = mark_;
  bool is_async = accept(Kind::kAsync) != nullptr;
  Expression* target = nullptr;
  if (accept(Kind::kFor)) target = star_targets();
  if (target == nullptr || !accept(Kind::kIn)) {
    mark_ = start;
    explain_with([this] { invalid_for_target(); });
    return back(start);
  }
  Expression* iterable = disjunction();
  if (iterable == nullptr) return back(start);
  std::vector<Expression*> conditions;
  for (;;) {
    Mark before = mark_;
    Expression* condition = nullptr;
    if (accept(Kind::kIf)) condition = disjunction();
    if (condition == nullptr) {
      mark_ = before;
      break;
    }
    conditions.push_back(condition);
  }
  auto* node = make<ast::comprehension>({});
  node->target = target;
  node->iter = iterable;
  node->ifs = arena_.copy(conditions);
  node->is_async = is_async;
  return node;
}

ast::Expression* Parser::list_comprehension() {
  Mark start = mark_;
  Clauses clauses;
  Expression* element = accept(Kind::kLeftBracket) ? named_expression() : nullptr;
  if (element != nullptr && for_if_clauses(&clauses) && accept(Kind::kRightBracket)) {
    auto* node = make_from<ast::ListComp>(start);
    node->elt = element;
    node->generators = arena_.copy(clauses);
    return node;
  }
  mark_ = start;
  explain_with([this] { invalid_comprehension(); });
  return back(start);
}

ast::Expression* Parser::set_comprehension() {
  Mark start = mark_;
  Clauses clauses;
  Expression* element = accept(Kind::kLeftBrace) ? named_expression() : nullptr;
  if (element != nullptr && for_if_clauses(&clauses) && accept(Kind::kRightBrace)) {
    auto* node = make_from<ast::SetComp>(start);
    node->elt = element;
    node->generators = arena_.copy(clauses);
    return node;
  }
  mark_ = start;
  explain_with([this] { invalid_comprehension(); });
  return back(start);
}

ast::Expression* Parser::dict_comprehension() {
  Mark start = mark_;
  Clauses clauses;
  Expression* key = nullptr;
  Expression* value = nullptr;
  if (accept(Kind::kLeftBrace) && pair(&key, &value) && for_if_clauses(&clauses) && accept(Kind::kRightBrace)) {
    auto* node = make_from<ast::DictComp>(start);
    node->elt = key;
    node->value = value;
    node->generators = arena_.copy(clauses);
    return node;
  }
  mark_ = start;
  explain_with([this] { invalid_dict_comprehension(); });
  return back(start);
}

// assignment_expression | expression !':='
ast::Expression* Parser::generator_element() {
  Mark start = mark_;
  if (Expression* assigned = assignment_expression()) return assigned;
  Expression* element = expression();
  if (element == nullptr || at(Kind::kColonEqual) || failed_) return back(start);
  return element;
}

// CPython does not remember this one, and in the second pass that can be seen.
ast::Expression* Parser::generator_expression() {
  if (is_second_pass_) return generator_expression_body();
  return memo<Expression>(Rule::kGeneratorExpression, [this] { return generator_expression_body(); });
}

ast::Expression* Parser::generator_expression_body() {
  Mark start = mark_;
  Clauses clauses;
  Expression* element = accept(Kind::kLeftParen) ? generator_element() : nullptr;
  if (element != nullptr && for_if_clauses(&clauses) && accept(Kind::kRightParen)) {
    auto* node = make_from<ast::GeneratorExp>(start);
    node->elt = element;
    node->generators = arena_.copy(clauses);
    return node;
  }
  if (failed_) return nullptr;
  mark_ = start;
  explain_with([this] { invalid_comprehension(); });
  return back(start);
}

}  // namespace waiter::python
