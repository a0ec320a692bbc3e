// Expressions down to the operand of an operator: what is left is parser_atoms.cpp.

#include "python/parser_rules.h"

namespace waiter::python {

using ast::Context;

ast::Expression* Parser::tuple_node(Mark start, const std::vector<Expression*>& elements, Context ctx) {
  auto* node = make_from<ast::Tuple>(start);
  node->elts = arena_.copy(elements);
  node->ctx = ctx;
  return node;
}

ast::Name* Parser::name_node(const Token* token, Context ctx) {
  auto* node = make<ast::Name>(token->span);
  node->id = name_text(token);
  node->ctx = ctx;
  return node;
}

// A copy with another context. It has to be a copy: a remembered rule may hand out the node again.
ast::Expression* Parser::with_context(Expression* expression, Context ctx) {
  auto all = [&](const Expressions& elements) {
    std::vector<Expression*> copies;
    for (Expression* element : elements) copies.push_back(with_context(element, ctx));
    return arena_.copy(copies);
  };
  auto copied = [&](auto* node) {
    auto* copy = arena_.make(*node);
    copy->ctx = ctx;
    return copy;
  };
  switch (expression->kind) {
    case ast::NodeKind::Name: return copied(static_cast<ast::Name*>(expression));
    case ast::NodeKind::Attribute: return copied(static_cast<ast::Attribute*>(expression));
    case ast::NodeKind::Subscript: return copied(static_cast<ast::Subscript*>(expression));
    case ast::NodeKind::Starred: {
      auto* copy = copied(static_cast<ast::Starred*>(expression));
      copy->value = with_context(copy->value, ctx);
      return copy;
    }
    case ast::NodeKind::Tuple: {
      auto* copy = copied(static_cast<ast::Tuple*>(expression));
      copy->elts = all(copy->elts);
      return copy;
    }
    case ast::NodeKind::List: {
      auto* copy = copied(static_cast<ast::List*>(expression));
      copy->elts = all(copy->elts);
      return copy;
    }
    default: return expression;
  }
}

// element (',' element)* [',']: a tuple if there is a comma.
ast::Expression* Parser::comma_separated(Expression* (Parser::*element)()) {
  Mark start = mark_;
  Expression* first = (this->*element)();
  if (first == nullptr) return back(start);
  if (!at(Kind::kComma)) return first;
  std::vector<Expression*> elements{first};
  while (!failed_ && accept(Kind::kComma)) {
    Mark after = mark_;
    Expression* next = (this->*element)();
    if (next == nullptr) {
      mark_ = after;
      break;
    }
    elements.push_back(next);
  }
  return tuple_node(start, elements, Context::Load);
}

ast::Expression* Parser::star_expression() {
  return memo<Expression>(Rule::kStarExpression, [this]() -> Expression* {
    if (at(Kind::kStar)) return starred_bitwise_or();
    return expression();
  });
}

ast::Expression* Parser::starred_bitwise_or() {
  Mark start = mark_;
  if (!accept(Kind::kStar)) return nullptr;
  Expression* value = bitwise_or();
  if (value == nullptr) return back(start);
  auto* node = make_from<ast::Starred>(start);
  node->value = value;
  return node;
}

bool Parser::star_named_expressions(std::vector<Expression*>* out) {
  Expression* element = star_named_expression();
  if (element == nullptr) return false;
  out->push_back(element);
  while (!failed_ && accept(Kind::kComma)) {
    Mark after = mark_;
    element = star_named_expression();
    if (element == nullptr) {
      mark_ = after;
      break;
    }
    out->push_back(element);
  }
  return true;
}

ast::Expression* Parser::star_named_expression() {
  if (at(Kind::kStar)) return starred_bitwise_or();
  return named_expression();
}

// --- := ---

ast::Expression* Parser::assignment_expression() {
  Mark start = mark_;
  const Token* name = accept_name();
  if (name == nullptr || !accept(Kind::kColonEqual)) return back(start);
  Expression* value = expression();
  if (value == nullptr) return back(start);
  auto* node = make_from<ast::NamedExpr>(start);
  node->target = name_node(name, Context::Store);
  node->value = value;
  return node;
}

ast::Expression* Parser::named_expression() {
  Mark start = mark_;
  if (Expression* assigned = assignment_expression()) return assigned;
  // Remembered, as in CPython's grammar: it looks at a list twice, and its elements are named expressions.
  explain_with([this] { memo<Expression>(Rule::kInvalidNamedExpression, [this] { return invalid_named_expression(), nullptr; }); });
  if (failed_) return nullptr;
  Expression* value = expression();
  if (value == nullptr || at(Kind::kColonEqual) || failed_) return back(start);
  return value;
}

// --- expression ---

ast::Expression* Parser::expression() {
  return memo<Expression>(Rule::kExpression, [this] { return expression_body(); });
}

ast::Expression* Parser::expression_body() {
  Deeper deeper(*this);
  if (deeper.is_too_deep()) return nullptr;
  explain_with([this] { invalid_expression(); });
  explain_with([this] { invalid_legacy_expression(); });
  if (failed_) return nullptr;
  return conditional();
}

ast::Expression* Parser::conditional() {
  Mark start = mark_;
  if (Expression* body = disjunction()) {
    Mark after = mark_;
    if (accept(Kind::kIf)) {
      Expression* test = disjunction();
      Expression* otherwise = nullptr;
      if (test != nullptr && accept(Kind::kElse)) otherwise = expression();
      if (otherwise != nullptr) {
        auto* node = make_from<ast::IfExp>(start);
        node->test = test;
        node->body = body;
        node->orelse = otherwise;
        return node;
      }
    }
    if (failed_) return nullptr;
    mark_ = after;
    return body;
  }
  if (failed_) return nullptr;
  mark_ = start;
  return lambda();
}

ast::Expression* Parser::expression_without_invalid() {
  bool was_explaining = explaining_;
  explaining_ = false;
  Expression* result = conditional();
  explaining_ = was_explaining;
  return result;
}

ast::Expression* Parser::yield_expression() {
  Mark start = mark_;
  if (!accept(Kind::kYield)) return nullptr;
  if (accept(Kind::kFrom)) {
    if (Expression* value = expression()) {
      auto* node = make_from<ast::YieldFrom>(start);
      node->value = value;
      return node;
    }
    mark_ = start + 1;
  }
  Expression* value = star_expressions();
  auto* node = make_from<ast::Yield>(start);
  node->value = value;
  return node;
}

ast::Expression* Parser::lambda() {
  Mark start = mark_;
  if (!accept(Kind::kLambda)) return nullptr;
  ast::arguments* arguments = parameters(Style::kLambda);
  if (!accept(Kind::kColon)) return back(start);
  Expression* body = expression();
  if (body == nullptr) return back(start);
  auto* node = make_from<ast::Lambda>(start);
  node->args = arguments != nullptr ? arguments : make<ast::arguments>({});
  node->body = body;
  return node;
}

// --- or, and, not, comparison ---

ast::Expression* Parser::disjunction() {
  return memo<Expression>(Rule::kDisjunction, [this]() -> Expression* {
    Mark start = mark_;
    Expression* first = conjunction();
    if (first == nullptr || !at(Kind::kOr)) return first;
    std::vector<Expression*> values{first};
    while (accept(Kind::kOr)) {
      Expression* next = conjunction();
      if (next == nullptr) {
        --mark_;
        break;
      }
      values.push_back(next);
    }
    if (values.size() == 1) return first;
    auto* node = make_from<ast::BoolOp>(start);
    node->op = ast::BoolOperator::Or;
    node->values = arena_.copy(values);
    return node;
  });
}

ast::Expression* Parser::conjunction() {
  return memo<Expression>(Rule::kConjunction, [this]() -> Expression* {
    Mark start = mark_;
    Expression* first = inversion();
    if (first == nullptr || !at(Kind::kAnd)) return first;
    std::vector<Expression*> values{first};
    while (accept(Kind::kAnd)) {
      Expression* next = inversion();
      if (next == nullptr) {
        --mark_;
        break;
      }
      values.push_back(next);
    }
    if (values.size() == 1) return first;
    auto* node = make_from<ast::BoolOp>(start);
    node->op = ast::BoolOperator::And;
    node->values = arena_.copy(values);
    return node;
  });
}

ast::Expression* Parser::inversion() {
  return memo<Expression>(Rule::kInversion, [this]() -> Expression* {
    Mark start = mark_;
    if (!accept(Kind::kNot)) return comparison();
    Deeper deeper(*this);
    if (deeper.is_too_deep()) return nullptr;
    Expression* operand = inversion();
    if (operand == nullptr) return back(start);
    auto* node = make_from<ast::UnaryOp>(start);
    node->op = ast::UnaryOperator::Not;
    node->operand = operand;
    return node;
  });
}

ast::Expression* Parser::comparison() {
  Mark start = mark_;
  Expression* left = bitwise_or();
  if (left == nullptr) return nullptr;
  std::vector<ast::CompareOperator> operators;
  std::vector<Expression*> comparators;
  for (;;) {
    Mark before = mark_;
    ast::CompareOperator op{};
    if (!compare_operator(&op)) break;
    Expression* right = bitwise_or();
    if (right == nullptr) {
      mark_ = before;
      break;
    }
    operators.push_back(op);
    comparators.push_back(right);
  }
  if (operators.empty()) return left;
  auto* node = make_from<ast::Compare>(start);
  node->left = left;
  node->ops = arena_.copy(operators);
  node->comparators = arena_.copy(comparators);
  return node;
}

bool Parser::compare_operator(ast::CompareOperator* op) {
  using ast::CompareOperator;
  switch (peek().kind) {
    case Kind::kEqualEqual: *op = CompareOperator::Eq; break;
    case Kind::kNotEqual: *op = CompareOperator::NotEq; break;
    case Kind::kLessEqual: *op = CompareOperator::LtE; break;
    case Kind::kLess: *op = CompareOperator::Lt; break;
    case Kind::kGreaterEqual: *op = CompareOperator::GtE; break;
    case Kind::kGreater: *op = CompareOperator::Gt; break;
    case Kind::kIn: *op = CompareOperator::In; break;
    case Kind::kNot:
      ++mark_;
      if (accept(Kind::kIn)) {
        *op = CompareOperator::NotIn;
        return true;
      }
      --mark_;
      return false;
    case Kind::kIs:
      ++mark_;
      *op = accept(Kind::kNot) ? CompareOperator::IsNot : CompareOperator::Is;
      return true;
    default: return false;
  }
  ++mark_;
  return true;
}

// --- binary and unary operators ---

namespace {

struct Binary {
  int precedence = 0;  // 0: no binary operator
  ast::Operator op{};
};

constexpr int kBitwiseOrPrecedence = 1;

Binary binary_operator(TokenKind kind) {
  using ast::Operator;
  switch (kind) {
    case TokenKind::kBar: return {1, Operator::BitOr};
    case TokenKind::kCaret: return {2, Operator::BitXor};
    case TokenKind::kAmpersand: return {3, Operator::BitAnd};
    case TokenKind::kLeftShift: return {4, Operator::LShift};
    case TokenKind::kRightShift: return {4, Operator::RShift};
    case TokenKind::kPlus: return {5, Operator::Add};
    case TokenKind::kMinus: return {5, Operator::Sub};
    case TokenKind::kStar: return {6, Operator::Mult};
    case TokenKind::kSlash: return {6, Operator::Div};
    case TokenKind::kDoubleSlash: return {6, Operator::FloorDiv};
    case TokenKind::kPercent: return {6, Operator::Mod};
    case TokenKind::kAt: return {6, Operator::MatMult};
    default: return {};
  }
}

}  // namespace

ast::Expression* Parser::bitwise_or() {
  return memo<Expression>(Rule::kBitwiseOr, [this] { return binary(kBitwiseOrPrecedence); });
}

ast::Expression* Parser::binary(int lowest) {
  Mark start = mark_;
  Expression* left = factor();
  if (left == nullptr) return nullptr;
  for (;;) {
    Binary found = binary_operator(peek().kind);
    if (found.precedence < lowest) return left;
    Mark before = mark_++;
    Expression* right = binary(found.precedence + 1);
    if (right == nullptr) {
      mark_ = before;
      return left;
    }
    auto* node = make_from<ast::BinOp>(start);
    node->left = left;
    node->op = found.op;
    node->right = right;
    left = node;
  }
}

ast::Expression* Parser::factor() {
  return memo<Expression>(Rule::kFactor, [this] { return factor_body(); });
}

ast::Expression* Parser::factor_body() {
  Mark start = mark_;
  ast::UnaryOperator op{};
  switch (peek().kind) {
    case Kind::kPlus: op = ast::UnaryOperator::UAdd; break;
    case Kind::kMinus: op = ast::UnaryOperator::USub; break;
    case Kind::kTilde: op = ast::UnaryOperator::Invert; break;
    default: return power();
  }
  Deeper deeper(*this);
  if (deeper.is_too_deep()) return nullptr;
  ++mark_;
  Expression* operand = factor();
  if (operand == nullptr) return back(start);
  auto* node = make_from<ast::UnaryOp>(start);
  node->op = op;
  node->operand = operand;
  return node;
}

ast::Expression* Parser::power() {
  Mark start = mark_;
  Expression* base = await_primary();
  if (base == nullptr) return nullptr;
  Mark after = mark_;
  if (!accept(Kind::kDoubleStar)) return base;
  Deeper deeper(*this);
  if (deeper.is_too_deep()) return nullptr;
  Expression* exponent = factor();
  if (exponent == nullptr) {
    mark_ = after;
    return base;
  }
  auto* node = make_from<ast::BinOp>(start);
  node->left = base;
  node->op = ast::Operator::Pow;
  node->right = exponent;
  return node;
}

ast::Expression* Parser::await_primary() {
  Mark start = mark_;
  if (!accept(Kind::kAwait)) return primary();
  Expression* value = primary();
  if (value == nullptr) return back(start);
  auto* node = make_from<ast::Await>(start);
  node->value = value;
  return node;
}

}  // namespace waiter::python
