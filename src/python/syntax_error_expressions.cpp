// What is wrong with an expression, an assignment or a call. Each rule says what a mistake looks like; none of them
// matches a program that is right.

#include "python/parser_rules.h"

namespace waiter::python {

namespace {

constexpr const char* kMaybeEqual = "invalid syntax. Maybe you meant '==' or ':=' instead of '='?";
constexpr const char* kParenthesiseGenerator = "Generator expression must be parenthesized";

// CPython compares no further than the name is long, so that `c` and `mat` count as soft keywords here.
bool begins_soft_keyword(std::string_view name) {
  for (std::string_view keyword : {"_", "case", "match"}) {
    if (keyword.substr(0, name.size()) == name) return true;
  }
  return false;
}

const ast::Expression* last_of(const ast::comprehension* clause) {
  return clause->ifs.empty() ? clause->iter : clause->ifs.back();
}

}  // namespace

bool Parser::is_legacy_statement(const Expression* expression) {
  const auto* name = ast::try_as<ast::Name>(expression);
  return name != nullptr && (name->id == "print" || name->id == "exec");
}

// --- expressions ---

void Parser::invalid_expression() {
  Mark start = mark_;
  // A name before a string may be a wrong prefix, and a soft keyword may begin a statement: neither misses a comma.
  const Token& first = peek();
  bool is_soft = first.kind == Kind::kName && begins_soft_keyword(first.text);
  bool is_prefix = false;
  if (first.kind == Kind::kName) {
    ++mark_;
    is_prefix = at(Kind::kString);
    mark_ = start;
  }
  if (failed_) return;
  if (!is_prefix && !is_soft) {
    Expression* left = disjunction();
    Expression* right = left != nullptr ? expression_without_invalid() : nullptr;
    if (failed_) return;
    if (right != nullptr && !is_legacy_statement(left) && token_before().level != 0) {
      raise_range(left->span, right->span, "invalid syntax. Perhaps you forgot a comma?");
      return;
    }
  }
  mark_ = start;
  Expression* body = disjunction();
  if (body == nullptr || !accept(Kind::kIf)) return;
  Expression* test = disjunction();
  if (test == nullptr || at_any({Kind::kElse, Kind::kColon}) || failed_) return;
  raise_range(body->span, test->span, "expected 'else' after 'if' expression");
}

void Parser::invalid_legacy_expression() {
  const Token* token = accept_name();
  if (token == nullptr || at(Kind::kLeftParen) || failed_) return;
  Expression* rest = star_expressions();
  if (rest == nullptr || failed_) return;
  Expression* name = name_node(token);
  if (!is_legacy_statement(name)) return;
  std::string text(token->text);
  raise_range(name->span, rest->span, "Missing parentheses in call to '" + text + "'. Did you mean " + text + "(...)?");
}

void Parser::invalid_named_expression() {
  Mark start = mark_;
  if (Expression* target = expression()) {
    if (accept(Kind::kColonEqual) && expression()) {
      raise_at(target->span, std::string("cannot use assignment expressions with ") + describe(target));
      return;
    }
  }
  if (failed_) return;
  mark_ = start;
  if (const Token* name = accept_name()) {
    if (accept(Kind::kEqual)) {
      Expression* value = bitwise_or();
      if (value != nullptr && !at_any({Kind::kEqual, Kind::kColonEqual}) && !failed_) {
        raise_range(name->span, value->span, kMaybeEqual);
        return;
      }
    }
  }
  if (failed_) return;
  for (auto rule : {&Parser::list, &Parser::tuple, &Parser::generator_expression}) {
    mark_ = start;
    if ((this->*rule)() || failed_) return;
  }
  mark_ = start;
  if (at_any({Kind::kTrue, Kind::kNone, Kind::kFalse})) return;
  Expression* target = bitwise_or();
  if (target == nullptr || !accept(Kind::kEqual) || !bitwise_or()) return;
  if (at_any({Kind::kEqual, Kind::kColonEqual}) || failed_) return;
  raise_at(target->span,
           std::string("cannot assign to ") + describe(target) + " here. Maybe you meant '==' instead of '='?");
}

void Parser::invalid_group() {
  Mark start = mark_;
  if (!accept(Kind::kLeftParen)) return;
  if (Expression* starred = starred_expression()) {
    if (accept(Kind::kRightParen)) {
      raise_at(starred->span, "cannot use starred expression here");
      return;
    }
  }
  if (failed_) return;
  mark_ = start + 1;
  const Token* stars = accept(Kind::kDoubleStar);
  if (stars == nullptr || !expression() || !accept(Kind::kRightParen)) return;
  raise_at(stars->span, "cannot use double starred expression here");
}

// --- assignments ---

void Parser::invalid_assignment() {
  Mark start = mark_;
  if (Expression* target = invalid_annotation_target()) {
    if (accept(Kind::kColon) && expression()) {
      raise_at(target->span, std::string("only single target (not ") + describe(target) + ") can be annotated");
      return;
    }
  }
  if (failed_) return;
  mark_ = start;
  if (Expression* first = star_named_expression()) {
    if (accept(Kind::kComma)) {
      std::vector<Expression*> more;
      for (;;) {
        Mark before = mark_;
        if (!star_named_expressions(&more)) {
          mark_ = before;
          break;
        }
      }
      if (accept(Kind::kColon) && expression()) {
        raise_at(first->span, "only single target (not tuple) can be annotated");
        return;
      }
    }
  }
  if (failed_) return;
  mark_ = start;
  if (Expression* target = expression()) {
    if (accept(Kind::kColon) && expression()) {
      raise_at(target->span, "illegal target for annotation");
      return;
    }
  }
  if (failed_) return;
  mark_ = start;
  Mark after_targets = start;
  while (star_targets() && accept(Kind::kEqual)) after_targets = mark_;
  if (failed_) return;
  mark_ = after_targets;
  if (Expression* target = star_expressions()) {
    if (accept(Kind::kEqual)) {
      raise_invalid_target(Targets::kStar, target);
      if (failed_) return;
    }
  }
  if (failed_) return;
  mark_ = after_targets;
  if (Expression* yielded = yield_expression()) {
    if (accept(Kind::kEqual)) {
      raise_at(yielded->span, "assignment to yield expression not possible");
      return;
    }
  }
  if (failed_) return;
  mark_ = start;
  ast::Operator op{};
  if (Expression* target = star_expressions()) {
    if (augmented_operator(&op) && annotated_value()) {
      raise_at(target->span,
               std::string("'") + describe(target) + "' is an illegal expression for augmented assignment");
    }
  }
}

ast::Expression* Parser::invalid_annotation_target() {
  Mark start = mark_;
  if (Expression* found = list()) return found;
  if (failed_) return nullptr;
  mark_ = start;
  if (Expression* found = tuple()) return found;
  if (failed_) return nullptr;
  mark_ = start;
  Deeper deeper(*this);
  if (deeper.is_too_deep() || !accept(Kind::kLeftParen)) return nullptr;
  Expression* inner = invalid_annotation_target();
  if (inner != nullptr && accept(Kind::kRightParen)) return inner;
  return back(start);
}

void Parser::invalid_delete() {
  if (!accept(Kind::kDel)) return;
  if (Expression* target = star_expressions()) raise_invalid_target(Targets::kDelete, target);
}

void Parser::invalid_for_target() {
  accept(Kind::kAsync);
  if (!accept(Kind::kFor)) return;
  if (Expression* target = star_expressions()) raise_invalid_target(Targets::kFor, target);
}

void Parser::invalid_with_item() {
  if (!expression() || !accept(Kind::kAs)) return;
  Expression* target = expression();
  if (target == nullptr || !at_any({Kind::kComma, Kind::kRightParen, Kind::kColon})) return;
  raise_invalid_target(Targets::kStar, target);
}

// --- comprehensions and dicts ---

void Parser::invalid_comprehension() {
  Mark start = mark_;
  const Token* open = accept_any({Kind::kLeftBracket, Kind::kLeftParen, Kind::kLeftBrace});
  if (open == nullptr) return;
  Clauses clauses;
  if (Expression* starred = starred_expression()) {
    if (for_if_clauses(&clauses)) {
      raise_at(starred->span, "iterable unpacking cannot be used in comprehension");
      return;
    }
  }
  if (failed_ || open->kind == Kind::kLeftParen) return;
  constexpr const char* kForgotParentheses = "did you forget parentheses around the comprehension target?";
  mark_ = start + 1;
  Expression* first = star_named_expression();
  const Token* comma = first != nullptr ? accept(Kind::kComma) : nullptr;
  if (comma == nullptr) return;
  Mark after = mark_;
  std::vector<Expression*> more;
  if (star_named_expressions(&more) && for_if_clauses(&clauses)) {
    raise_range(first->span, more.back()->span, kForgotParentheses);
    return;
  }
  if (failed_) return;
  mark_ = after;
  if (for_if_clauses(&clauses)) raise_range(first->span, comma->span, kForgotParentheses);
}

void Parser::invalid_dict_comprehension() {
  if (!accept(Kind::kLeftBrace)) return;
  const Token* stars = accept(Kind::kDoubleStar);
  Clauses clauses;
  if (stars == nullptr || !bitwise_or() || !for_if_clauses(&clauses) || !accept(Kind::kRightBrace)) return;
  raise_at(stars->span, "dict unpacking cannot be used in dict comprehension");
}

// After the '{'.
void Parser::invalid_double_starred_pairs() {
  Mark start = mark_;
  Expression* key = nullptr;
  Expression* value = nullptr;
  bool has_any = false;
  Mark after_pairs = start;
  for (;;) {
    if (has_any && !accept(Kind::kComma)) break;
    if (!double_starred_pair(&key, &value)) break;
    has_any = true;
    after_pairs = mark_;
  }
  if (failed_) return;
  mark_ = after_pairs;
  if (has_any && accept(Kind::kComma)) {
    invalid_pair();
    if (failed_) return;
  }
  mark_ = start;
  key = expression();
  if (key == nullptr) return;
  const Token* colon = accept(Kind::kColon);
  if (colon == nullptr) return;
  Mark after = mark_;
  if (const Token* star = accept(Kind::kStar)) {
    if (bitwise_or()) {
      raise_starting_from(star->span, "cannot use a starred expression in a dictionary value");
      return;
    }
  }
  if (failed_) return;
  mark_ = after;
  if (at_any({Kind::kRightBrace, Kind::kComma})) {
    raise_at(colon->span, "expression expected after dictionary key and ':'");
  }
}

void Parser::invalid_pair() {
  Expression* key = expression();
  if (key == nullptr) return;
  const Token* colon = accept(Kind::kColon);
  if (colon == nullptr) {
    if (failed_) return;
    int line = static_cast<int>(key->span.line);
    raise_place(DiagnosticType::kSyntaxError, "':' expected after dictionary key",
                {line, static_cast<int>(key->span.end_column), static_cast<int>(key->span.end_line), 0});
    return;
  }
  Mark after = mark_;
  if (const Token* star = accept(Kind::kStar)) {
    if (bitwise_or()) {
      raise_starting_from(star->span, "cannot use a starred expression in a dictionary value");
      return;
    }
  }
  if (failed_) return;
  mark_ = after;
  if (at_any({Kind::kRightBrace, Kind::kComma})) {
    raise_at(colon->span, "expression expected after dictionary key and ':'");
  }
}

// --- calls ---

void Parser::invalid_arguments() {
  Mark start = mark_;
  Clauses clauses;
  ast::Call* list = args();
  bool has_keywords = list != nullptr && !list->keywords.empty();
  if (!has_keywords) {
    // Sequences alone count as keyword arguments as well, as long as no plain argument comes before them.
    std::vector<Expression*> starred;
    std::vector<ast::keyword*> keywords;
    mark_ = start;
    has_keywords = !failed_ && keyword_arguments(&starred, &keywords);
  }
  if (has_keywords && accept(Kind::kComma)) {
    if (const Token* star = accept(Kind::kStar)) {
      raise_at(star->span, "iterable argument unpacking follows keyword argument unpacking");
      return;
    }
  }
  if (failed_) return;

  mark_ = start;
  if (Expression* element = expression()) {
    if (for_if_clauses(&clauses) && accept(Kind::kComma)) {
      const ast::comprehension* last = clauses.back();
      // What follows the comma is read, but only for how far it reaches.
      Mark after = mark_;
      Clauses others;
      if (!args()) {
        mark_ = after;
        if (!expression() || !for_if_clauses(&others)) mark_ = after;
      }
      raise_range(element->span, last_of(last)->span, kParenthesiseGenerator);
      return;
    }
  }
  if (failed_) return;

  mark_ = start;
  clauses.clear();
  if (const Token* name = accept_name()) {
    const Token* equal = accept(Kind::kEqual);
    if (equal != nullptr && expression() && for_if_clauses(&clauses)) {
      raise_range(name->span, equal->span, kMaybeEqual);
      return;
    }
  }
  if (failed_) return;

  mark_ = start;
  clauses.clear();
  list = args();
  if (list == nullptr) return;
  Mark after_list = mark_;
  if (for_if_clauses(&clauses) && list->args.size() > 1) {
    raise_range(list->args.back()->span, last_of(clauses.back())->span, kParenthesiseGenerator);
    return;
  }
  if (failed_) return;

  mark_ = after_list;
  if (!accept(Kind::kComma)) return;
  clauses.clear();
  if (Expression* element = expression()) {
    if (for_if_clauses(&clauses)) {
      raise_range(element->span, last_of(clauses.back())->span, kParenthesiseGenerator);
      return;
    }
  }
  if (failed_) return;

  mark_ = after_list + 1;
  if (!args()) return;
  bool has_unpacking = false;
  for (const ast::keyword* keyword : list->keywords) has_unpacking = has_unpacking || keyword->arg.empty();
  raise(has_unpacking ? "positional argument follows keyword argument unpacking"
                      : "positional argument follows keyword argument");
}

void Parser::invalid_keyword_argument() {
  Mark start = mark_;
  if (const Token* word = accept_any({Kind::kTrue, Kind::kFalse, Kind::kNone})) {
    if (const Token* equal = accept(Kind::kEqual)) {
      raise_range(word->span, equal->span, "cannot assign to " + std::string(word->text));
      return;
    }
  }
  if (failed_) return;
  mark_ = start;
  if (const Token* name = accept_name()) {
    if (const Token* equal = accept(Kind::kEqual)) {
      Clauses clauses;
      if (expression() && for_if_clauses(&clauses)) raise_range(name->span, equal->span, kMaybeEqual);
      return;  // it is `name =`, which the last rule leaves alone
    }
  }
  if (failed_) return;
  mark_ = start;
  Expression* target = expression();
  if (target == nullptr) return;
  if (const Token* equal = accept(Kind::kEqual)) {
    raise_range(target->span, equal->span, "expression cannot contain assignment, perhaps you meant \"==\"?");
  }
}

}  // namespace waiter::python
