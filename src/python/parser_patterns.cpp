// `match`, its cases and their patterns.

#include "python/parser_rules.h"

namespace waiter::python {

ast::Statement* Parser::match_statement() {
  Mark start = mark_;
  if (!accept_soft("match")) return nullptr;
  Expression* matched = subject();
  if (matched != nullptr && accept(Kind::kColon) && accept(Kind::kNewline) && accept(Kind::kIndent)) {
    std::vector<ast::match_case*> cases;
    while (ast::match_case* next = case_block()) cases.push_back(next);
    if (!cases.empty() && accept(Kind::kDedent)) {
      auto* node = make_from<ast::Match>(start);
      node->subject = matched;
      node->cases = arena_.copy(cases);
      return node;
    }
  }
  if (failed_) return nullptr;
  mark_ = start;
  explain_with([this] { invalid_match(); });
  return back(start);
}

ast::Expression* Parser::subject() {
  Mark start = mark_;
  if (Expression* first = star_named_expression()) {
    if (accept(Kind::kComma)) {
      std::vector<Expression*> elements{first};
      Mark after = mark_;
      if (!star_named_expressions(&elements)) mark_ = after;
      return tuple_node(start, elements, ast::Context::Load);
    }
  }
  if (failed_) return nullptr;
  mark_ = start;
  return named_expression();
}

ast::match_case* Parser::case_block() {
  Mark start = mark_;
  explain_with([this] { invalid_case(); });
  if (failed_ || !accept_soft("case")) return nullptr;
  Pattern* matched = patterns();
  if (matched == nullptr) return back(start);
  Expression* condition = nullptr;
  guard(&condition);
  if (!accept(Kind::kColon)) return back(start);
  Block* body = block();
  if (body == nullptr) return back(start);
  auto* node = make<ast::match_case>({});
  node->pattern = matched;
  node->guard = condition;
  node->body = *body;
  return node;
}

bool Parser::guard(Expression** out) {
  Mark start = mark_;
  if (!accept(Kind::kIf)) return false;
  *out = named_expression();
  return *out != nullptr || back_to(start);
}

ast::Pattern* Parser::patterns() {
  Mark start = mark_;
  std::vector<Pattern*> list;
  if (open_sequence(&list)) {
    auto* node = make_from<ast::MatchSequence>(start);
    node->patterns = arena_.copy(list);
    return node;
  }
  if (failed_) return nullptr;
  return pattern();
}

ast::Pattern* Parser::pattern() {
  Deeper deeper(*this);
  if (deeper.is_too_deep()) return nullptr;
  if (Pattern* named = as_pattern()) return named;
  if (failed_) return nullptr;
  return or_pattern();
}

ast::Pattern* Parser::as_pattern() {
  Mark start = mark_;
  if (Pattern* inner = or_pattern()) {
    if (accept(Kind::kAs)) {
      if (const Token* name = capture_target()) {
        auto* node = make_from<ast::MatchAs>(start);
        node->pattern = inner;
        node->name = name_text(name);
        return node;
      }
    }
  }
  if (failed_) return nullptr;
  mark_ = start;
  explain_with([this] { invalid_as_pattern(); });
  return back(start);
}

ast::Pattern* Parser::or_pattern() {
  Mark start = mark_;
  Pattern* first = closed_pattern();
  if (first == nullptr) return back(start);
  std::vector<Pattern*> list{first};
  for (;;) {
    Mark before = mark_;
    Pattern* next = accept(Kind::kBar) ? closed_pattern() : nullptr;
    if (next == nullptr) {
      mark_ = before;
      break;
    }
    list.push_back(next);
  }
  if (failed_) return nullptr;
  if (list.size() == 1) return first;
  auto* node = make_from<ast::MatchOr>(start);
  node->patterns = arena_.copy(list);
  return node;
}

ast::Pattern* Parser::closed_pattern() {
  return memo<Pattern>(Rule::kClosedPattern, [this]() -> Pattern* {
    Mark start = mark_;
    if (Pattern* literal = literal_pattern()) return literal;
    if (failed_) return nullptr;
    if (const Token* name = capture_target()) {
      auto* node = make_from<ast::MatchAs>(start);
      node->name = name_text(name);
      return node;
    }
    if (failed_) return nullptr;
    if (accept_soft("_")) return make_from<ast::MatchAs>(start);
    for (auto rule : {&Parser::value_pattern, &Parser::group_pattern, &Parser::sequence_pattern,
                      &Parser::mapping_pattern, &Parser::class_pattern}) {
      if (Pattern* found = (this->*rule)()) return found;
      if (failed_) return nullptr;
      mark_ = start;
    }
    return nullptr;
  });
}

// --- literals ---

ast::Pattern* Parser::literal_pattern() {
  Mark start = mark_;
  auto singleton = [&](ast::ConstantKind kind) {
    ++mark_;
    auto* node = make_from<ast::MatchSingleton>(start);
    node->value = kind;
    return node;
  };
  switch (peek().kind) {
    case Kind::kNone: return singleton(ast::ConstantKind::None);
    case Kind::kTrue: return singleton(ast::ConstantKind::True);
    case Kind::kFalse: return singleton(ast::ConstantKind::False);
    default: break;
  }
  Expression* value = literal_expression();
  if (value == nullptr) return back(start);
  auto* node = make_from<ast::MatchValue>(start);
  node->value = value;
  return node;
}

ast::Expression* Parser::literal_expression() {
  Mark start = mark_;
  switch (peek().kind) {
    case Kind::kNumber:
    case Kind::kMinus: {
      Expression* value = signed_number();
      if (value != nullptr && !at_any({Kind::kPlus, Kind::kMinus}) && !failed_) return value;
      if (failed_) return nullptr;
      mark_ = start;
      return complex_number();
    }
    case Kind::kString: return strings();
    case Kind::kNone: ++mark_; return constant(ast::ConstantKind::None, tokens_[start]->span);
    case Kind::kTrue: ++mark_; return constant(ast::ConstantKind::True, tokens_[start]->span);
    case Kind::kFalse: ++mark_; return constant(ast::ConstantKind::False, tokens_[start]->span);
    default: return nullptr;
  }
}

ast::Expression* Parser::signed_number() {
  Mark start = mark_;
  if (at(Kind::kNumber)) return number();
  if (!accept(Kind::kMinus)) return nullptr;
  Expression* value = at(Kind::kNumber) ? number() : nullptr;
  if (value == nullptr) return back(start);
  auto* node = make_from<ast::UnaryOp>(start);
  node->op = ast::UnaryOperator::USub;
  node->operand = value;
  return node;
}

ast::Expression* Parser::complex_number() {
  Mark start = mark_;
  auto is_imaginary = [](Expression* value) {
    return static_cast<ast::Constant*>(value)->type == ast::ConstantKind::Imaginary;
  };
  Expression* real = signed_number();
  if (real == nullptr) return back(start);
  Expression* digits = real->kind == ast::NodeKind::UnaryOp ? static_cast<ast::UnaryOp*>(real)->operand : real;
  if (is_imaginary(digits)) return raise_at(digits->span, "real number required in complex literal");
  const Token* sign = accept_any({Kind::kPlus, Kind::kMinus});
  if (sign == nullptr || !at(Kind::kNumber)) return back(start);
  Expression* imaginary = number();
  if (imaginary == nullptr) return back(start);
  if (!is_imaginary(imaginary)) return raise_at(imaginary->span, "imaginary number required in complex literal");
  auto* node = make_from<ast::BinOp>(start);
  node->left = real;
  node->op = sign->kind == Kind::kPlus ? ast::Operator::Add : ast::Operator::Sub;
  node->right = imaginary;
  return node;
}

// --- names ---

// A name that is bound: not '_', and not the beginning of something longer.
const Token* Parser::capture_target() {
  Mark start = mark_;
  const Token& token = peek();
  if (token.kind != Kind::kName || token.text == "_") return nullptr;
  ++mark_;
  if (at_any({Kind::kDot, Kind::kLeftParen, Kind::kEqual}) || failed_) return back(start);
  return &token;
}

ast::Expression* Parser::value_attribute() {
  Mark start = mark_;
  Expression* value = name_or_attribute();
  if (value == nullptr || value->kind != ast::NodeKind::Attribute) return back(start);
  return value;
}

ast::Expression* Parser::name_or_attribute() {
  Mark start = mark_;
  const Token* name = accept_name();
  if (name == nullptr) return nullptr;
  Expression* value = name_node(name);
  for (;;) {
    Mark before = mark_;
    name = accept(Kind::kDot) ? accept_name() : nullptr;
    if (name == nullptr) {
      mark_ = before;
      return failed_ ? nullptr : value;
    }
    value = attribute_of(start, value, name);
  }
}

ast::Pattern* Parser::value_pattern() {
  Mark start = mark_;
  Expression* value = value_attribute();
  if (value == nullptr || at_any({Kind::kDot, Kind::kLeftParen, Kind::kEqual}) || failed_) return back(start);
  auto* node = make_from<ast::MatchValue>(start);
  node->value = value;
  return node;
}

// --- groups and sequences ---

ast::Pattern* Parser::group_pattern() {
  Mark start = mark_;
  if (!accept(Kind::kLeftParen)) return nullptr;
  Pattern* inner = pattern();
  if (inner != nullptr && accept(Kind::kRightParen)) return inner;
  return back(start);
}

ast::Pattern* Parser::sequence_pattern() {
  Mark start = mark_;
  std::vector<Pattern*> list;
  bool is_list = accept(Kind::kLeftBracket) != nullptr;
  if (!is_list && !accept(Kind::kLeftParen)) return nullptr;
  bool has_any = is_list ? maybe_sequence(&list) : open_sequence(&list);
  if (!has_any) {
    list.clear();
    mark_ = start + 1;
  }
  if (!accept(is_list ? Kind::kRightBracket : Kind::kRightParen)) return back(start);
  auto* node = make_from<ast::MatchSequence>(start);
  node->patterns = arena_.copy(list);
  return node;
}

bool Parser::open_sequence(std::vector<Pattern*>* out) {
  Mark start = mark_;
  Pattern* first = maybe_star_pattern();
  if (first == nullptr || !accept(Kind::kComma)) return back_to(start);
  out->push_back(first);
  Mark after = mark_;
  if (!maybe_sequence(out)) mark_ = after;
  return !failed_;
}

bool Parser::maybe_sequence(std::vector<Pattern*>* out) {
  Pattern* next = maybe_star_pattern();
  if (next == nullptr) return false;
  out->push_back(next);
  while (accept(Kind::kComma)) {
    Mark after = mark_;
    next = maybe_star_pattern();
    if (next == nullptr) {
      mark_ = after;
      break;
    }
    out->push_back(next);
  }
  return !failed_;
}

ast::Pattern* Parser::maybe_star_pattern() {
  if (at(Kind::kStar)) return star_pattern();
  return pattern();
}

ast::Pattern* Parser::star_pattern() {
  return memo<Pattern>(Rule::kStarPattern, [this]() -> Pattern* {
    Mark start = mark_;
    if (!accept(Kind::kStar)) return nullptr;
    const Token* name = capture_target();
    if (name == nullptr && !accept_soft("_")) return back(start);
    auto* node = make_from<ast::MatchStar>(start);
    if (name != nullptr) node->name = name_text(name);
    return node;
  });
}

// --- mappings and classes ---

ast::Pattern* Parser::mapping_pattern() {
  Mark start = mark_;
  if (!accept(Kind::kLeftBrace)) return nullptr;
  std::vector<Expression*> keys;
  std::vector<Pattern*> values;
  const Token* rest = nullptr;
  for (;;) {
    Mark before = mark_;
    if (accept(Kind::kDoubleStar)) {
      rest = capture_target();
      if (rest == nullptr) return back(start);
      accept(Kind::kComma);
      break;
    }
    Expression* key = nullptr;
    Pattern* value = nullptr;
    if (!mapping_item(&key, &value)) {
      if (failed_) return nullptr;
      mark_ = before;
      break;
    }
    keys.push_back(key);
    values.push_back(value);
    if (!accept(Kind::kComma)) break;
  }
  if (!accept(Kind::kRightBrace)) return back(start);
  auto* node = make_from<ast::MatchMapping>(start);
  node->keys = arena_.copy(keys);
  node->patterns = arena_.copy(values);
  if (rest != nullptr) node->rest = name_text(rest);
  return node;
}

bool Parser::mapping_item(Expression** key, Pattern** value) {
  Mark start = mark_;
  *key = literal_expression();
  if (*key == nullptr && !failed_) *key = value_attribute();
  if (*key == nullptr || !accept(Kind::kColon)) return back_to(start);
  *value = pattern();
  return *value != nullptr || back_to(start);
}

ast::Pattern* Parser::class_pattern() {
  Mark start = mark_;
  Expression* cls = name_or_attribute();
  if (cls != nullptr && accept(Kind::kLeftParen)) {
    std::vector<Pattern*> positional;
    std::vector<std::string_view> names;
    std::vector<Pattern*> values;
    bool has_positional = positional_patterns(&positional);
    Mark after = mark_;
    if (!has_positional || accept(Kind::kComma)) {
      if (!keyword_patterns(&names, &values)) mark_ = after;
    }
    if (has_positional || !names.empty()) accept(Kind::kComma);
    if (accept(Kind::kRightParen)) {
      auto* node = make_from<ast::MatchClass>(start);
      node->cls = cls;
      node->patterns = arena_.copy(positional);
      node->kwd_attrs = arena_.copy(names);
      node->kwd_patterns = arena_.copy(values);
      return node;
    }
  }
  if (failed_) return nullptr;
  mark_ = start;
  explain_with([this] { invalid_class_pattern(); });
  return back(start);
}

bool Parser::positional_patterns(std::vector<Pattern*>* out) {
  Pattern* next = pattern();
  if (next == nullptr) return false;
  out->push_back(next);
  for (;;) {
    Mark before = mark_;
    next = accept(Kind::kComma) ? pattern() : nullptr;
    if (next == nullptr) {
      mark_ = before;
      return !failed_;
    }
    out->push_back(next);
  }
}

bool Parser::keyword_patterns(std::vector<std::string_view>* names, std::vector<Pattern*>* values) {
  for (;;) {
    Mark before = mark_;
    if (!names->empty() && !accept(Kind::kComma)) return !failed_;
    const Token* name = accept_name();
    Pattern* value = name != nullptr && accept(Kind::kEqual) ? pattern() : nullptr;
    if (value == nullptr) {
      mark_ = before;
      return !names->empty() && !failed_;
    }
    names->push_back(name_text(name));
    values->push_back(value);
  }
}

}  // namespace waiter::python
