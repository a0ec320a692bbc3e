// Simple statements, and the file around them.

#include "python/parser_rules.h"

namespace waiter::python {

using ast::Context;

ast::Module* Parser::file() {
  StatementList list;
  statements(&list);
  if (!accept(Kind::kEndMarker)) return nullptr;
  auto* module = make<ast::Module>({});
  module->body = arena_.copy(list);
  return module;
}

bool Parser::statements(StatementList* out) {
  bool any = false;
  for (;;) {
    const Mark start = mark_;
    const std::size_t remembered = memo_.size();
    if (!statement(out)) return any;
    any = true;
    forget(start, remembered);
  }
}

bool Parser::statement(StatementList* out) {
  if (failed_) return false;
  if (Statement* compound = compound_statement()) {
    out->push_back(compound);
    return true;
  }
  return simple_statements(out);
}

bool Parser::simple_statements(StatementList* out) {
  Mark start = mark_;
  std::size_t count = out->size();
  Statement* first = simple_statement();
  if (first == nullptr) return false;
  out->push_back(first);
  while (!failed_ && accept(Kind::kSemicolon)) {
    Mark after = mark_;
    Statement* next = simple_statement();
    if (next == nullptr) {
      mark_ = after;
      break;
    }
    out->push_back(next);
  }
  if (accept(Kind::kNewline)) return true;
  out->resize(count);
  return back_to(start);
}

ast::Statement* Parser::simple_statement() {
  return memo<Statement>(Rule::kSimpleStatement, [this] { return simple_statement_body(); });
}

ast::Statement* Parser::simple_statement_body() {
  Mark start = mark_;
  auto bare = [&]<class T>() -> Statement* {
    ++mark_;
    return make_from<T>(start);
  };
  switch (peek().kind) {
    // These begin no expression, so nothing else has to be tried first.
    case Kind::kReturn: return return_statement();
    case Kind::kImport: return import_name();
    case Kind::kFrom: return import_from();
    case Kind::kRaise: return raise_statement();
    case Kind::kPass: return bare.operator()<ast::Pass>();
    case Kind::kDel: return delete_statement();
    case Kind::kAssert: return assert_statement();
    case Kind::kBreak: return bare.operator()<ast::Break>();
    case Kind::kContinue: return bare.operator()<ast::Continue>();
    case Kind::kGlobal:
    case Kind::kNonlocal: return scope_statement();
    default: break;
  }
  auto expression_statement = [&](Expression* value) {
    auto* node = make_from<ast::Expr>(start);
    node->value = value;
    return node;
  };
  // Most statements are expressions. When nothing that makes an assignment follows, assignment() would fail as well.
  if (!explaining_) {
    if (Expression* value = star_expressions()) {
      if (at_any({Kind::kNewline, Kind::kSemicolon})) return expression_statement(value);
      mark_ = start;
    }
  }
  if (Statement* assigned = assignment()) return assigned;
  if (failed_) return nullptr;
  mark_ = start;
  if (Expression* value = star_expressions()) return expression_statement(value);
  mark_ = start;
  if (Expression* value = yield_expression()) return expression_statement(value);
  return back(start);
}

// --- assignment ---

ast::Statement* Parser::assignment() {
  Mark start = mark_;
  if (const Token* name = accept_name()) {
    if (accept(Kind::kColon)) {
      if (Statement* node = annotated_assignment(start, name_node(name, Context::Store), /*is_simple=*/true))
        return node;
    }
    if (failed_) return nullptr;
    mark_ = start;
  }
  Expression* target = nullptr;
  if (accept(Kind::kLeftParen)) {
    target = single_target();
    if (target != nullptr && !accept(Kind::kRightParen)) target = nullptr;
  }
  if (target == nullptr) {
    mark_ = start;
    target = single_subscript_attribute_target();
  }
  if (target != nullptr && accept(Kind::kColon)) {
    if (Statement* node = annotated_assignment(start, target, /*is_simple=*/false)) return node;
  }
  if (failed_) return nullptr;
  mark_ = start;

  std::vector<Expression*> targets;
  for (;;) {
    Mark before = mark_;
    Expression* next = star_targets();
    if (next == nullptr || !accept(Kind::kEqual)) {
      mark_ = before;
      break;
    }
    targets.push_back(next);
  }
  if (!targets.empty()) {
    Expression* value = annotated_value();
    if (value != nullptr && !at(Kind::kEqual)) {
      auto* node = make_from<ast::Assign>(start);
      node->targets = arena_.copy(targets);
      node->value = value;
      return node;
    }
    if (failed_) return nullptr;
    mark_ = start;
  }

  ast::Operator op{};
  target = single_target();
  if (target != nullptr && augmented_operator(&op)) {
    // From here on it is an augmented assignment or nothing.
    Expression* value = annotated_value();
    if (value == nullptr) return back(start);
    auto* node = make_from<ast::AugAssign>(start);
    node->target = target;
    node->op = op;
    node->value = value;
    return node;
  }
  mark_ = start;
  explain_with([this] { invalid_assignment(); });
  return back(start);
}

ast::Statement* Parser::annotated_assignment(Mark start, Expression* target, bool is_simple) {
  Expression* annotation = expression();
  if (annotation == nullptr) return nullptr;
  Expression* value = nullptr;
  Mark before = mark_;
  if (accept(Kind::kEqual)) {
    value = annotated_value();
    if (value == nullptr) mark_ = before;
  }
  auto* node = make_from<ast::AnnAssign>(start);
  node->target = target;
  node->annotation = annotation;
  node->value = value;
  node->simple = is_simple;
  return node;
}

ast::Expression* Parser::annotated_value() {
  if (Expression* value = yield_expression()) return value;
  return star_expressions();
}

bool Parser::augmented_operator(ast::Operator* op) {
  using ast::Operator;
  switch (peek().kind) {
    case Kind::kPlusEqual: *op = Operator::Add; break;
    case Kind::kMinusEqual: *op = Operator::Sub; break;
    case Kind::kStarEqual: *op = Operator::Mult; break;
    case Kind::kAtEqual: *op = Operator::MatMult; break;
    case Kind::kSlashEqual: *op = Operator::Div; break;
    case Kind::kPercentEqual: *op = Operator::Mod; break;
    case Kind::kAmpersandEqual: *op = Operator::BitAnd; break;
    case Kind::kBarEqual: *op = Operator::BitOr; break;
    case Kind::kCaretEqual: *op = Operator::BitXor; break;
    case Kind::kLeftShiftEqual: *op = Operator::LShift; break;
    case Kind::kRightShiftEqual: *op = Operator::RShift; break;
    case Kind::kDoubleStarEqual: *op = Operator::Pow; break;
    case Kind::kDoubleSlashEqual: *op = Operator::FloorDiv; break;
    default: return false;
  }
  ++mark_;
  return true;
}

// --- return, raise, del, assert, global, nonlocal ---

ast::Statement* Parser::return_statement() {
  Mark start = mark_++;
  Expression* value = star_expressions();
  auto* node = make_from<ast::Return>(start);
  node->value = value;
  return node;
}

ast::Statement* Parser::raise_statement() {
  Mark start = mark_++;
  Expression* exception = expression();
  Expression* cause = nullptr;
  Mark before = mark_;
  if (exception != nullptr && accept(Kind::kFrom)) {
    cause = expression();
    if (cause == nullptr) mark_ = before;
  }
  auto* node = make_from<ast::Raise>(start);
  node->exc = exception;
  node->cause = cause;
  return node;
}

ast::Statement* Parser::delete_statement() {
  Mark start = mark_++;
  std::vector<Expression*> targets;
  if (delete_targets(&targets) && at_any({Kind::kSemicolon, Kind::kNewline})) {
    auto* node = make_from<ast::Delete>(start);
    node->targets = arena_.copy(targets);
    return node;
  }
  mark_ = start;
  explain_with([this] { invalid_delete(); });
  return back(start);
}

ast::Statement* Parser::assert_statement() {
  Mark start = mark_++;
  Expression* test = expression();
  if (test == nullptr) return back(start);
  Expression* message = nullptr;
  Mark before = mark_;
  if (accept(Kind::kComma)) {
    message = expression();
    if (message == nullptr) mark_ = before;
  }
  auto* node = make_from<ast::Assert>(start);
  node->test = test;
  node->msg = message;
  return node;
}

ast::Statement* Parser::scope_statement() {
  Mark start = mark_;
  bool is_global = peek().kind == Kind::kGlobal;
  ++mark_;
  std::vector<std::string_view> names;
  const Token* name = accept_name();
  if (name == nullptr) return back(start);
  names.push_back(name_text(name));
  for (;;) {
    Mark before = mark_;
    if (!accept(Kind::kComma)) break;
    name = accept_name();
    if (name == nullptr) {
      mark_ = before;
      break;
    }
    names.push_back(name_text(name));
  }
  if (is_global) {
    auto* node = make_from<ast::Global>(start);
    node->names = arena_.copy(names);
    return node;
  }
  auto* node = make_from<ast::Nonlocal>(start);
  node->names = arena_.copy(names);
  return node;
}

// --- import ---

ast::Statement* Parser::import_name() {
  Mark start = mark_++;
  std::vector<ast::alias*> names;
  ast::alias* name = dotted_as_name();
  if (name == nullptr) return back(start);
  names.push_back(name);
  for (;;) {
    Mark before = mark_;
    if (!accept(Kind::kComma)) break;
    name = dotted_as_name();
    if (name == nullptr) {
      mark_ = before;
      break;
    }
    names.push_back(name);
  }
  auto* node = make_from<ast::Import>(start);
  node->names = arena_.copy(names);
  return node;
}

ast::Statement* Parser::import_from() {
  Mark start = mark_++;
  int level = 0;
  while (const Token* dots = accept_any({Kind::kDot, Kind::kEllipsis})) level += dots->kind == Kind::kDot ? 1 : 3;
  Mark after_dots = mark_;
  std::vector<ast::alias*> names;
  auto finish = [&](std::string_view module) {
    auto* node = make_from<ast::ImportFrom>(start);
    node->module = module;
    node->names = arena_.copy(names);
    node->level = level;
    return node;
  };
  std::string_view module;
  if (dotted_name(&module) && accept(Kind::kImport) && import_targets(&names)) return finish(module);
  mark_ = after_dots;
  if (level > 0 && accept(Kind::kImport) && import_targets(&names)) return finish({});
  return back(start);
}

bool Parser::import_targets(std::vector<ast::alias*>* out) {
  Mark start = mark_;
  if (accept(Kind::kLeftParen)) {
    if (import_as_names(out)) {
      accept(Kind::kComma);
      if (accept(Kind::kRightParen)) return true;
    }
    mark_ = start;
  }
  if (import_as_names(out) && !at(Kind::kComma)) return !failed_;
  mark_ = start;
  if (accept(Kind::kStar)) {
    auto* star = make_from<ast::alias>(start);
    star->name = "*";
    out->assign(1, star);
    return true;
  }
  explain_with([this] { invalid_import_targets(); });
  return back_to(start);
}

bool Parser::import_as_names(std::vector<ast::alias*>* out) {
  out->clear();
  ast::alias* name = import_as_name();
  if (name == nullptr) return false;
  out->push_back(name);
  for (;;) {
    Mark before = mark_;
    if (!accept(Kind::kComma)) return true;
    name = import_as_name();
    if (name == nullptr) {
      mark_ = before;
      return true;
    }
    out->push_back(name);
  }
}

ast::alias* Parser::import_as_name() {
  Mark start = mark_;
  const Token* name = accept_name();
  if (name == nullptr) return nullptr;
  const Token* as_name = nullptr;
  Mark before = mark_;
  if (accept(Kind::kAs)) {
    as_name = accept_name();
    if (as_name == nullptr) mark_ = before;
  }
  auto* node = make_from<ast::alias>(start);
  node->name = name_text(name);
  if (as_name != nullptr) node->asname = name_text(as_name);
  return node;
}

ast::alias* Parser::dotted_as_name() {
  Mark start = mark_;
  std::string_view name;
  if (!dotted_name(&name)) return nullptr;
  const Token* as_name = nullptr;
  Mark before = mark_;
  if (accept(Kind::kAs)) {
    as_name = accept_name();
    if (as_name == nullptr) mark_ = before;
  }
  auto* node = make_from<ast::alias>(start);
  node->name = name;
  if (as_name != nullptr) node->asname = name_text(as_name);
  return node;
}

bool Parser::dotted_name(std::string_view* out) {
  const Token* name = accept_name();
  if (name == nullptr) return false;
  std::string_view text = name_text(name);
  std::string joined;
  for (;;) {
    Mark before = mark_;
    if (!accept(Kind::kDot)) break;
    name = accept_name();
    if (name == nullptr) {
      mark_ = before;
      break;
    }
    if (joined.empty()) joined = text;
    joined += '.';
    joined += name_text(name);
  }
  *out = joined.empty() ? text : arena_.copy(std::string_view(joined));
  return true;
}

}  // namespace waiter::python
