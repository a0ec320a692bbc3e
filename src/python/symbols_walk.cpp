// The first pass of symbols.h: what every scope says of its names. The order of the visits is CPython's, since the
// first thing found wrong is the one that is shown.

#include "python/symbols_builder.h"

namespace waiter::python {

using namespace ast;

void SymbolBuilder::statements(const Statements& list) {
  for (const Statement* node : list) statement(node);
}

void SymbolBuilder::expressions(const Expressions& list) {
  for (const Expression* node : list) expression(node);
}

void SymbolBuilder::patterns(const Patterns& list) {
  for (const Pattern* node : list) pattern(node);
}

void SymbolBuilder::keywords(const Seq<keyword*>& list) {
  for (const keyword* node : list) expression(node->value);
}

// --- statements ---

void SymbolBuilder::statement(const Statement* node) {
  if (failed_) return;
  ++depth_;
  if (is_too_deep(node)) return;
  auto loop = [this](const ForBase* part) {
    expression(part->target);
    expression(part->iter);
    statements(part->body);
    statements(part->orelse);
  };
  auto with = [this](const WithBase* part) {
    for (const withitem* item : part->items) {
      expression(item->context_expr);
      expression(item->optional_vars);
    }
    statements(part->body);
  };
  switch (node->kind) {
    case NodeKind::FunctionDef: function(as<FunctionDef>(node), /*is_async=*/false); break;
    case NodeKind::AsyncFunctionDef: function(as<AsyncFunctionDef>(node), /*is_async=*/true); break;
    case NodeKind::ClassDef: class_definition(as<ClassDef>(node)); break;
    case NodeKind::Return:
      if (const Expression* value = as<Return>(node)->value) {
        expression(value);
        scope().returns_value = true;
      }
      break;
    case NodeKind::Delete: expressions(as<Delete>(node)->targets); break;
    case NodeKind::Assign:
      expressions(as<Assign>(node)->targets);
      expression(as<Assign>(node)->value);
      break;
    case NodeKind::AugAssign:
      expression(as<AugAssign>(node)->target);
      expression(as<AugAssign>(node)->value);
      break;
    case NodeKind::AnnAssign: annotated_assignment(as<AnnAssign>(node)); break;
    case NodeKind::For: loop(as<For>(node)); break;
    case NodeKind::AsyncFor: loop(as<AsyncFor>(node)); break;
    case NodeKind::While:
      expression(as<While>(node)->test);
      statements(as<While>(node)->body);
      statements(as<While>(node)->orelse);
      break;
    case NodeKind::If:
      expression(as<If>(node)->test);
      statements(as<If>(node)->body);
      statements(as<If>(node)->orelse);
      break;
    case NodeKind::With: with(as<With>(node)); break;
    case NodeKind::AsyncWith: with(as<AsyncWith>(node)); break;
    case NodeKind::Match:
      expression(as<Match>(node)->subject);
      for (const match_case* part : as<Match>(node)->cases) {
        pattern(part->pattern);
        expression(part->guard);
        statements(part->body);
      }
      break;
    case NodeKind::Raise:
      expression(as<Raise>(node)->exc);
      expression(as<Raise>(node)->cause);
      break;
    case NodeKind::Try: attempt(as<Try>(node)); break;
    case NodeKind::TryStar: attempt(as<TryStar>(node)); break;
    case NodeKind::Assert:
      expression(as<Assert>(node)->test);
      expression(as<Assert>(node)->msg);
      break;
    case NodeKind::Import: import(as<Import>(node)->names); break;
    case NodeKind::ImportFrom: import(as<ImportFrom>(node)->names); break;
    case NodeKind::Global: scope_directive(node, as<Global>(node)->names, kDefGlobal); break;
    case NodeKind::Nonlocal: scope_directive(node, as<Nonlocal>(node)->names, kDefNonlocal); break;
    case NodeKind::Expr: expression(as<Expr>(node)->value); break;
    default: break;  // Pass, Break, Continue
  }
  --depth_;
}

void SymbolBuilder::attempt(const TryBase* node) {
  statements(node->body);
  statements(node->orelse);
  for (const ExceptHandler* handler : node->handlers) {
    expression(handler->type);
    if (!handler->name.empty()) define(handler->name, kDefLocal, handler->span);
    statements(handler->body);
  }
  statements(node->finalbody);
}

void SymbolBuilder::import(const Seq<alias*>& names) {
  for (const alias* part : names) {
    std::string_view bound = part->asname.empty() ? part->name.substr(0, part->name.find('.')) : part->asname;
    if (part->name != "*") {
      define(bound, kDefImport, part->span);
    } else if (scope().kind != ScopeKind::kModule) {
      fail("import * only allowed at module level", part->span);
    }
  }
}

void SymbolBuilder::scope_directive(const Statement* node, const Names& names, int flag) {
  for (std::string_view name : names) {
    if (failed_) return;
    int known = flags_here(name);
    const char* word = flag == kDefGlobal ? "global" : "nonlocal";
    if ((known & (kDefParameter | kDefLocal | kUse | kDefAnnotation)) != 0) {
      std::string quoted = "'" + std::string(name) + "'";
      if ((known & kDefParameter) != 0) return fail("name " + quoted + " is parameter and " + word, node->span);
      if ((known & kUse) != 0) return fail("name " + quoted + " is used prior to " + word + " declaration", node->span);
      if ((known & kDefAnnotation) != 0) return fail("annotated name " + quoted + " can't be " + word, node->span);
      return fail("name " + quoted + " is assigned to before " + word + " declaration", node->span);
    }
    define(name, flag, node->span);
    note_directive(name, node->span);
  }
}

void SymbolBuilder::annotated_assignment(const AnnAssign* node) {
  if (const auto* target = try_as<Name>(node->target)) {
    int known = flags_here(target->id);
    if ((known & (kDefGlobal | kDefNonlocal)) != 0 && scope().kind != ScopeKind::kModule && node->simple) {
      const char* word = (known & kDefGlobal) != 0 ? "global" : "nonlocal";
      return fail("annotated name '" + std::string(target->id) + "' can't be " + word, node->span);
    }
    if (node->simple) {
      define(target->id, kDefAnnotation | kDefLocal, target->span);
    } else if (node->value != nullptr) {
      define(target->id, kDefLocal, target->span);
    }
  } else {
    expression(node->target);
  }
  annotation(node->annotation);
  expression(node->value);
}

// --- functions and classes ---

void SymbolBuilder::function(const FunctionBase* node, bool is_async) {
  define(node->name, kDefLocal, node->span);
  defaults(*node->args);
  annotations(node);
  expressions(node->decorator_list);
  if (failed_) return;
  enter(ScopeKind::kFunction, node->name, node, /*is_annotation=*/false);
  scope().is_coroutine = is_async;
  parameters(*node->args);
  statements(node->body);
  leave();
}

void SymbolBuilder::class_definition(const ClassDef* node) {
  define(node->name, kDefLocal, node->span);
  expressions(node->bases);
  keywords(node->keywords);
  expressions(node->decorator_list);
  if (failed_) return;
  enter(ScopeKind::kClass, node->name, node, /*is_annotation=*/false);
  std::string_view outer_class = class_name_;
  class_name_ = node->name;
  statements(node->body);
  class_name_ = outer_class;
  leave();
}

void SymbolBuilder::defaults(const arguments& args) {
  expressions(args.defaults);
  expressions(args.kw_defaults);
}

void SymbolBuilder::parameter(const arg* node) {
  define(node->name, kDefParameter, node->span);
}

void SymbolBuilder::parameters(const arguments& args) {
  for (const arg* node : args.posonlyargs) parameter(node);
  for (const arg* node : args.args) parameter(node);
  for (const arg* node : args.kwonlyargs) parameter(node);
  if (args.vararg != nullptr) {
    parameter(args.vararg);
    scope().has_varargs = true;
  }
  if (args.kwarg != nullptr) {
    parameter(args.kwarg);
    scope().has_varkeywords = true;
  }
}

void SymbolBuilder::annotations(const FunctionBase* node) {
  if (failed_) return;
  bool is_postponed = result_.future_annotations;
  if (is_postponed) enter(ScopeKind::kFunction, "_annotation", node, /*is_annotation=*/true);
  const arguments& args = *node->args;
  for (const arg* part : args.posonlyargs) expression(part->annotation);
  for (const arg* part : args.args) expression(part->annotation);
  if (args.vararg != nullptr) expression(args.vararg->annotation);
  if (args.kwarg != nullptr) expression(args.kwarg->annotation);
  for (const arg* part : args.kwonlyargs) expression(part->annotation);
  if (is_postponed) leave();
  annotation(node->returns);
}

void SymbolBuilder::annotation(const Expression* node) {
  if (node == nullptr || failed_) return;
  if (!result_.future_annotations) return expression(node);
  enter(ScopeKind::kFunction, "_annotation", node, /*is_annotation=*/true);
  expression(node);
  leave();
}

// --- expressions ---

bool SymbolBuilder::refuse_in_annotation(const char* what, const Node* node) {
  if (!block().is_annotation) return false;
  fail("'" + std::string(what) + "' can not be used within an annotation", node->span);
  return true;
}

void SymbolBuilder::expression(const Expression* node) {
  if (node == nullptr || failed_) return;
  ++depth_;
  if (is_too_deep(node)) return;
  switch (node->kind) {
    case NodeKind::NamedExpr: named_expression(as<NamedExpr>(node)); break;
    case NodeKind::BoolOp: expressions(as<BoolOp>(node)->values); break;
    case NodeKind::BinOp:
      expression(as<BinOp>(node)->left);
      expression(as<BinOp>(node)->right);
      break;
    case NodeKind::UnaryOp: expression(as<UnaryOp>(node)->operand); break;
    case NodeKind::Lambda:
      defaults(*as<Lambda>(node)->args);
      if (failed_) return;
      enter(ScopeKind::kFunction, "lambda", node, /*is_annotation=*/false);
      parameters(*as<Lambda>(node)->args);
      expression(as<Lambda>(node)->body);
      leave();
      break;
    case NodeKind::IfExp:
      expression(as<IfExp>(node)->test);
      expression(as<IfExp>(node)->body);
      expression(as<IfExp>(node)->orelse);
      break;
    case NodeKind::Dict:
      expressions(as<Dict>(node)->keys);
      expressions(as<Dict>(node)->values);
      break;
    case NodeKind::Set: expressions(as<Set>(node)->elts); break;
    case NodeKind::ListComp: comprehension(as<ListComp>(node), "listcomp", nullptr); break;
    case NodeKind::SetComp: comprehension(as<SetComp>(node), "setcomp", nullptr); break;
    case NodeKind::GeneratorExp: comprehension(as<GeneratorExp>(node), "genexpr", nullptr); break;
    case NodeKind::DictComp: comprehension(as<DictComp>(node), "dictcomp", as<DictComp>(node)->value); break;
    case NodeKind::Await:
      if (refuse_in_annotation("await expression", node)) return;
      expression(as<Await>(node)->value);
      scope().is_coroutine = true;
      break;
    case NodeKind::Yield: yielded(node, as<Yield>(node)->value); break;
    case NodeKind::YieldFrom: yielded(node, as<YieldFrom>(node)->value); break;
    case NodeKind::Compare:
      expression(as<Compare>(node)->left);
      expressions(as<Compare>(node)->comparators);
      break;
    case NodeKind::Call:
      expression(as<Call>(node)->func);
      expressions(as<Call>(node)->args);
      keywords(as<Call>(node)->keywords);
      break;
    case NodeKind::FormattedValue:
      expression(as<FormattedValue>(node)->value);
      expression(as<FormattedValue>(node)->format_spec);
      break;
    case NodeKind::JoinedStr: expressions(as<JoinedStr>(node)->values); break;
    case NodeKind::Attribute: expression(as<Attribute>(node)->value); break;
    case NodeKind::Subscript:
      expression(as<Subscript>(node)->value);
      expression(as<Subscript>(node)->slice);
      break;
    case NodeKind::Starred: expression(as<Starred>(node)->value); break;
    case NodeKind::Slice:
      expression(as<Slice>(node)->lower);
      expression(as<Slice>(node)->upper);
      expression(as<Slice>(node)->step);
      break;
    case NodeKind::Name: name(as<Name>(node)); break;
    case NodeKind::List: expressions(as<List>(node)->elts); break;
    case NodeKind::Tuple: expressions(as<Tuple>(node)->elts); break;
    default: break;  // Constant
  }
  --depth_;
}

void SymbolBuilder::name(const Name* node) {
  bool is_read = node->ctx == Context::Load;
  define(node->id, is_read ? kUse : kDefLocal, node->span);
  // super() without arguments looks at __class__.
  bool is_in_function = scope().kind == ScopeKind::kFunction && !block().is_annotation;
  if (is_read && is_in_function && node->id == "super") define("__class__", kUse, node->span);
}

void SymbolBuilder::yielded(const Expression* node, const Expression* value) {
  if (refuse_in_annotation("yield expression", node)) return;
  expression(value);
  scope().is_generator = true;
  switch (block().comprehension) {
    case NodeKind::ListComp: return fail("'yield' inside list comprehension", node->span);
    case NodeKind::SetComp: return fail("'yield' inside set comprehension", node->span);
    case NodeKind::DictComp: return fail("'yield' inside dict comprehension", node->span);
    case NodeKind::GeneratorExp: return fail("'yield' inside generator expression", node->span);
    default: return;
  }
}

// --- := and comprehensions ---

void SymbolBuilder::named_expression(const NamedExpr* node) {
  if (refuse_in_annotation("named expression", node)) return;
  if (block().iterable_depth > 0) {
    return fail("assignment expression cannot be used in a comprehension iterable expression", node->span);
  }
  if (scope().is_comprehension) bind_outside_comprehension(as<Name>(node->target));
  expression(node->value);
  expression(node->target);
}

// Within a comprehension ':=' binds in the function or module around it.
void SymbolBuilder::bind_outside_comprehension(const Name* target) {
  std::string_view mangled = mangle(class_name_, target->id, arena_);
  for (std::size_t i = blocks_.size(); i-- > 0;) {
    Block& outer = blocks_[i];
    int known = flags_in(*outer.scope, mangled);
    if (outer.scope->is_comprehension) {
      if ((known & kDefComprehensionIter) != 0) {
        return fail(
            "assignment expression cannot rebind comprehension iteration variable '" + std::string(target->id) + "'",
            target->span);
      }
      continue;
    }
    if (outer.scope->kind == ScopeKind::kClass) {
      return fail("assignment expression within a comprehension cannot be used in a class body", target->span);
    }
    bool is_module = outer.scope->kind == ScopeKind::kModule;
    bool is_global = is_module || (known & kDefGlobal) != 0;
    define(target->id, is_global ? kDefGlobal : kDefNonlocal, target->span);
    note_directive(target->id, target->span);
    return define_in(outer, target->id, is_module ? kDefGlobal : kDefLocal, target->span);
  }
}

void SymbolBuilder::clause_target(const ast::comprehension* clause) {
  block().is_iteration_target = true;
  expression(clause->target);
  block().is_iteration_target = false;
}

void SymbolBuilder::comprehension(const ComprehensionBase* node, std::string_view name, const Expression* value) {
  const ast::comprehension* outermost = node->generators[0];
  // The first iterable is evaluated outside and passed in.
  ++block().iterable_depth;
  expression(outermost->iter);
  --block().iterable_depth;
  if (failed_) return;
  enter(ScopeKind::kFunction, name, node, /*is_annotation=*/false);
  scope().is_comprehension = true;
  block().comprehension = node->kind;
  if (outermost->is_async) scope().is_coroutine = true;
  define(".0", kDefParameter, node->span);
  clause_target(outermost);
  expressions(outermost->ifs);
  for (std::size_t i = 1; i < node->generators.size(); ++i) {
    const ast::comprehension* clause = node->generators[i];
    clause_target(clause);
    ++block().iterable_depth;
    expression(clause->iter);
    --block().iterable_depth;
    expressions(clause->ifs);
    if (clause->is_async) scope().is_coroutine = true;
  }
  expression(value);
  expression(node->elt);
  bool is_generator = node->kind == NodeKind::GeneratorExp;
  scope().is_generator = is_generator;
  // A comprehension that awaits makes its surroundings a coroutine; a generator only does once it is run.
  bool awaits = scope().is_coroutine && !is_generator;
  leave();
  if (awaits) scope().is_coroutine = true;
}

// --- patterns ---

void SymbolBuilder::pattern(const Pattern* node) {
  if (failed_) return;
  ++depth_;
  if (is_too_deep(node)) return;
  switch (node->kind) {
    case NodeKind::MatchValue: expression(as<MatchValue>(node)->value); break;
    case NodeKind::MatchSequence: patterns(as<MatchSequence>(node)->patterns); break;
    case NodeKind::MatchStar:
      if (!as<MatchStar>(node)->name.empty()) define(as<MatchStar>(node)->name, kDefLocal, node->span);
      break;
    case NodeKind::MatchMapping: {
      const auto* part = as<MatchMapping>(node);
      expressions(part->keys);
      patterns(part->patterns);
      if (!part->rest.empty()) define(part->rest, kDefLocal, node->span);
      break;
    }
    case NodeKind::MatchClass:
      expression(as<MatchClass>(node)->cls);
      patterns(as<MatchClass>(node)->patterns);
      patterns(as<MatchClass>(node)->kwd_patterns);
      break;
    case NodeKind::MatchAs:
      if (as<MatchAs>(node)->pattern != nullptr) pattern(as<MatchAs>(node)->pattern);
      if (!as<MatchAs>(node)->name.empty()) define(as<MatchAs>(node)->name, kDefLocal, node->span);
      break;
    case NodeKind::MatchOr: patterns(as<MatchOr>(node)->patterns); break;
    default: break;  // MatchSingleton
  }
  --depth_;
}

}  // namespace waiter::python
