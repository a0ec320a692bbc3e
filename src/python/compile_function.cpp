#include "python/annotation_text.h"
#include "python/compiler_unit.h"
#include "python/construct.h"
#include "python/vm.h"

namespace waiter::python {
namespace {

using ast::as;
using ast::NodeKind;
using ast::try_as;

enum FunctionParts : std::uint8_t { kDefaults = 1, kKeywordDefaults = 2, kAnnotations = 4, kClosure = 8 };

bool has_annotations(const ast::Statements& statements);

bool has_annotations(const ast::Statement* node) {
  switch (node->kind) {
    case NodeKind::AnnAssign: return true;
    case NodeKind::If: return has_annotations(as<ast::If>(node)->body) || has_annotations(as<ast::If>(node)->orelse);
    case NodeKind::For: return has_annotations(as<ast::For>(node)->body) || has_annotations(as<ast::For>(node)->orelse);
    case NodeKind::While: return has_annotations(as<ast::While>(node)->body) || has_annotations(as<ast::While>(node)->orelse);
    case NodeKind::With: return has_annotations(as<ast::With>(node)->body);
    case NodeKind::Try: {
      const auto* attempt = as<ast::Try>(node);
      for (const ast::ExceptHandler* handler : attempt->handlers)
        if (has_annotations(handler->body)) return true;
      return has_annotations(attempt->body) || has_annotations(attempt->orelse) || has_annotations(attempt->finalbody);
    }
    default: return false;
  }
}

bool has_annotations(const ast::Statements& statements) {
  for (const ast::Statement* node : statements)
    if (has_annotations(node)) return true;
  return false;
}

}  // namespace

std::unique_ptr<Unit> Compiler::enter(const ast::Node* node, std::string_view name, const Span& span) {
  const Scope* scope = symbols_.of(node);
  WAITER_ASSERT(scope != nullptr, "every function, class and comprehension has a scope");
  auto code = std::make_unique<Code>();
  code->name = name;
  code->file = file_;
  code->is_prelude = vm_.sources[file_].is_prelude;
  code->first_line = span.line;
  code->doc = kNone;
  code->qualified_name = name;
  if (unit_ != nullptr && unit_->scope->kind != ScopeKind::kModule) {
    const Symbol* own = unit_->scope->find(mangled(name));
    const bool global = own != nullptr && own->scope == SymbolScope::kGlobalExplicit;
    if (!global) {
      // compiler_set_qualname: what a comprehension holds is not called local to it
      const bool is_function = unit_->scope->kind == ScopeKind::kFunction && !unit_->scope->is_comprehension;
      const std::string& outer = unit_->builder.code().qualified_name;
      code->qualified_name = outer + (is_function ? ".<locals>." : ".") + std::string(name);
    }
  }
  const auto slot = [&](std::string_view text) { code->local_names.push_back(intern(vm_, text)); };
  if (scope->kind == ScopeKind::kFunction) {
    code->flags |= kCodeOptimized;
    for (const std::string_view parameter : scope->parameters) slot(parameter);
    for (const Symbol& symbol : scope->symbols)
      if (symbol.scope == SymbolScope::kLocal && (symbol.flags & kDefParameter) == 0) slot(symbol.name);
    if (scope->is_async_generator()) code->flags |= kCodeAsyncGenerator;
    else if (scope->is_generator) code->flags |= kCodeGenerator;
    else if (scope->is_coroutine) code->flags |= kCodeCoroutine;
    if (scope->is_comprehension) code->flags |= kCodeComprehension;
  }
  if (scope->kind == ScopeKind::kClass) code->flags |= kCodeClassBody;
  std::vector<std::uint16_t> cells;
  for (const std::string_view cell : scope->cell_names) {
    std::size_t at = 0;
    while (at < code->local_names.size() && code->local_names[at]->view() != cell) ++at;
    if (at == code->local_names.size()) slot(cell);
    cells.push_back(static_cast<std::uint16_t>(at));
  }
  for (const std::string_view free : scope->free_names) slot(free);
  code->free_count = static_cast<std::uint32_t>(scope->free_names.size());
  code->local_count = static_cast<std::uint32_t>(code->local_names.size());

  auto unit = std::make_unique<Unit>(std::move(code), scope, unit_);
  unit->class_name = unit_ != nullptr ? unit_->class_name : std::string_view();
  unit_ = unit.get();
  out().at(Span{span.line, 0, span.line, 0});
  for (const std::uint16_t cell : cells) out().emit(Op::MakeCell, 0, cell);
  if (!scope->free_names.empty()) out().emit(Op::CopyFree, 0, static_cast<std::uint16_t>(scope->free_names.size()));
  if (out().code().is_generator_like()) out().emit(Op::ReturnGenerator);
  return unit;
}

const Code* Compiler::leave(Unit& unit) {
  CodeBuilder& builder = unit.builder;
  if (builder.reachable()) {
    // The line of the last statement, as CPython marks the implicit return.
    builder.load_constant(kNone);
    builder.emit(Op::ReturnValue);
  }
  std::unique_ptr<Code> code = builder.finish();
  unit_ = unit.parent;
  code->is_simple = (code->flags & (kCodeVarArgs | kCodeVarKeywords)) == 0 && code->keyword_only_count == 0 &&
                    !code->is_generator_like() && (code->flags & kCodeClassBody) == 0;
  return vm_.own(std::move(code));
}

void Compiler::docstring(const ast::Statements& statements, Code& code) {
  if (statements.empty()) return;
  const auto* first = try_as<ast::Expr>(statements[0]);
  const auto* text = first != nullptr ? try_as<ast::Constant>(first->value) : nullptr;
  if (text == nullptr || text->type != ast::ConstantKind::Str) return;
  const Ref doc = make_str(vm_, text->text);
  code.constants.push_back(Ref(doc).release());
  code.doc = doc;  // owned as the first constant
}

void Compiler::set_parameters(Code& code, const ast::arguments* args) {
  code.argument_count = static_cast<std::uint32_t>(args->posonlyargs.size() + args->args.size());
  code.positional_only_count = static_cast<std::uint32_t>(args->posonlyargs.size());
  code.keyword_only_count = static_cast<std::uint32_t>(args->kwonlyargs.size());
  if (args->vararg != nullptr) code.flags |= kCodeVarArgs;
  if (args->kwarg != nullptr) code.flags |= kCodeVarKeywords;
}

/// compile.c, compiler_check_debug_args.
void Compiler::check_parameters(const ast::arguments* args) {
  const auto check = [&](const ast::arg* arg) {
    if (arg != nullptr) forbid_debug(arg->name, Access::Store, out().span());
  };
  for (const ast::arg* arg : args->posonlyargs) check(arg);
  for (const ast::arg* arg : args->args) check(arg);
  check(args->vararg);
  for (const ast::arg* arg : args->kwonlyargs) check(arg);
  check(args->kwarg);
}

std::uint8_t Compiler::defaults(const ast::arguments* args) {
  CodeBuilder& builder = out();
  std::uint8_t parts = 0;
  if (!args->defaults.empty()) {
    tuple_display(args->defaults);
    parts |= kDefaults;
  }
  std::uint32_t count = 0;
  for (std::size_t i = 0; i < args->kwonlyargs.size(); ++i) {
    if (args->kw_defaults[i] == nullptr) continue;
    builder.load_constant(intern(vm_, mangled(args->kwonlyargs[i]->name)));
    expression(args->kw_defaults[i]);
    ++count;
  }
  if (count > 0) {
    builder.emit(Op::BuildMap, 0, 0, count);
    parts |= kKeywordDefaults;
  }
  return parts;
}

void Compiler::annotation(const ast::Expression* node) {
  if (!symbols_.future_annotations) {
    if (const auto* starred = try_as<ast::Starred>(node)) {
      // *args: *Ts
      expression(starred->value);
      out().emit(Op::UnpackSequence, 0, 0, 1);
      return;
    }
    return expression(node);
  }
  const Ref text = make_str(vm_, annotation_text(node));
  out().load_constant(text);
}

bool Compiler::annotations(const ast::arguments* args, const ast::Expression* returns) {
  CodeBuilder& builder = out();
  std::uint32_t count = 0;
  const auto add = [&](std::string_view name, const ast::Expression* node) {
    if (node == nullptr) return;
    builder.load_constant(intern(vm_, mangled(name)));
    annotation(node);
    ++count;
  };
  for (const ast::arg* arg : args->posonlyargs) add(arg->name, arg->annotation);
  for (const ast::arg* arg : args->args) add(arg->name, arg->annotation);
  if (args->vararg != nullptr) add(args->vararg->name, args->vararg->annotation);
  for (const ast::arg* arg : args->kwonlyargs) add(arg->name, arg->annotation);
  if (args->kwarg != nullptr) add(args->kwarg->name, args->kwarg->annotation);
  add("return", returns);
  if (count > 0) builder.emit(Op::BuildMap, 0, 0, count);
  return count > 0;
}

void Compiler::make_function(std::unique_ptr<Unit> unit, std::uint8_t parts) {
  const Scope* scope = unit->scope;
  const Code* code = leave(*unit);
  CodeBuilder& builder = out();
  if (!scope->free_names.empty()) {
    for (const std::string_view free : scope->free_names) builder.emit(Op::LoadClosure, 0, slot_of(free));
    builder.emit(Op::BuildTuple, 0, 0, static_cast<std::uint32_t>(scope->free_names.size()));
    parts |= kClosure;
  }
  builder.code().codes.push_back(code);
  builder.emit(Op::MakeFunction, parts, 0, static_cast<std::uint32_t>(builder.code().codes.size() - 1));
}

void Compiler::function(const ast::FunctionBase* node, bool is_async) {
  CodeBuilder& builder = out();
  for (const ast::Expression* decorator : node->decorator_list) {
    builder.at(decorator->span);
    builder.emit(Op::PushEmpty);
    expression(decorator);
  }
  builder.at(node->span);
  check_parameters(node->args);
  std::uint8_t parts = defaults(node->args);
  if (annotations(node->args, node->returns)) parts |= kAnnotations;
  const Span first = node->decorator_list.empty() ? node->span : node->decorator_list[0]->span;
  auto unit = enter(node, node->name, first);
  unit->is_async = is_async;
  set_parameters(out().code(), node->args);
  docstring(node->body, out().code());
  body(node->body);
  make_function(std::move(unit), parts);
  for (std::size_t i = node->decorator_list.size(); i-- > 0;) {
    builder.at(node->decorator_list[i]->span);
    builder.emit(Op::Call, 0, 1);
  }
  builder.at(node->span);
  name(node->name, Access::Store);
}

void Compiler::lambda(const ast::Lambda* node) {
  check_parameters(node->args);
  const std::uint8_t parts = defaults(node->args);
  auto unit = enter(node, "<lambda>", node->span);
  set_parameters(out().code(), node->args);
  expression(node->body);
  out().at(node->body->span);
  out().emit(Op::ReturnValue);
  make_function(std::move(unit), parts);
}

void Compiler::class_definition(const ast::ClassDef* node) {
  CodeBuilder& builder = out();
  for (const ast::keyword* keyword : node->keywords)
    if (keyword->arg == "metaclass" && !vm_.sources[file_].is_prelude &&
        !(keyword->value->kind == NodeKind::Name && as<ast::Name>(keyword->value)->id == "ABCMeta") &&
        !(keyword->value->kind == NodeKind::Attribute && as<ast::Attribute>(keyword->value)->attr == "ABCMeta"))
      not_run(keyword->span, SyntaxNotRun::Metaclass);
  for (const ast::Expression* decorator : node->decorator_list) {
    builder.at(decorator->span);
    builder.emit(Op::PushEmpty);
    expression(decorator);
  }
  builder.at(node->span);
  builder.emit(Op::PushEmpty);
  builder.emit(Op::LoadBuildClass);
  const Span first = node->decorator_list.empty() ? node->span : node->decorator_list[0]->span;
  auto unit = enter(node, node->name, first);
  unit->class_name = node->name;
  CodeBuilder& inner = out();
  inner.emit(Op::LoadName, 0, 0, inner.constant(intern(vm_, "__name__")));
  inner.emit(Op::StoreName, 0, 0, inner.constant(intern(vm_, "__module__")));
  const Ref qualified_name = make_str(vm_, inner.code().qualified_name);
  inner.load_constant(qualified_name);
  inner.emit(Op::StoreName, 0, 0, inner.constant(intern(vm_, "__qualname__")));
  docstring(node->body, inner.code());
  if (!inner.code().doc.is_none()) {
    inner.load_constant(inner.code().doc);
    inner.emit(Op::StoreName, 0, 0, inner.constant(intern(vm_, "__doc__")));
  }
  if (has_annotations(node->body)) inner.emit(Op::SetupAnnotations);
  body(node->body);
  if (unit->scope->needs_class_cell) {
    inner.emit(Op::LoadClosure, 0, slot_of("__class__"));
    inner.emit(Op::Copy, 1);
    inner.emit(Op::StoreName, 0, 0, inner.constant(intern(vm_, "__classcell__")));
    inner.emit(Op::ReturnValue);
  }
  make_function(std::move(unit), 0);
  builder.load_constant(intern(vm_, node->name));
  check_keywords(node->keywords);
  call_arguments(node->bases, node->keywords, 2);
  for (std::size_t i = node->decorator_list.size(); i-- > 0;) {
    builder.at(node->decorator_list[i]->span);
    builder.emit(Op::Call, 0, 1);
  }
  builder.at(node->span);
  name(node->name, Access::Store);
}

}  // namespace waiter::python
