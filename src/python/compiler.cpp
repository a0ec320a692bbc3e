#include "python/compiler.h"

#include "python/compiler_unit.h"
#include "python/construct.h"
#include "python/vm.h"

namespace waiter::python {

CompileResult compile(Vm& vm, const ast::Module& module, const SymbolResult& symbols, std::uint16_t file, Arena& arena) {
  Compiler compiler(vm, symbols, file, arena);
  CompileResult result;
  const Code* code = compiler.module(module);
  result.diagnostics = compiler.diagnostics();
  if (result.diagnostics.empty()) result.code = code;
  return result;
}

const Code* Compiler::module(const ast::Module& module) {
  auto unit = enter(&module, "<module>", Span{1, 0, 1, 0});
  unit->builder.code().qualified_name = "<module>";
  docstring(module.body, unit->builder.code());
  if (!unit->builder.code().doc.is_none()) {
    out().load_constant(unit->builder.code().doc);
    name("__doc__", Access::Store);
  }
  body(module.body);
  return leave(*unit);
}

void Compiler::error(const Span& span, std::string message) {
  diagnostics_.push_back({DiagnosticType::kSyntaxError, std::move(message), span, {}, {}});
}

void Compiler::nest(const Span& span, Block block) {
  // CPython's CO_MAXBLOCKS: its frames once had room for 20 blocks, and the limit stayed.
  constexpr std::size_t kBlocksMax = 20;
  if (unit_->blocks.size() >= kBlocksMax) error(span, "too many statically nested blocks");
  unit_->blocks.push_back(block);
}

std::string_view Compiler::mangled(std::string_view id) { return mangle(unit_->class_name, id, arena_); }

std::uint32_t Compiler::name_constant(std::string_view id) { return out().constant(intern(vm_, mangled(id))); }

/// Whether a load of this name is a LoadGlobal.
bool Compiler::is_global(std::string_view id) {
  const Symbol* symbol = unit_->scope->find(mangled(id));
  const SymbolScope where = symbol != nullptr ? symbol->scope : SymbolScope::kGlobalImplicit;
  const ScopeKind kind = unit_->scope->kind;
  if (where == SymbolScope::kGlobalExplicit) return true;
  if (where == SymbolScope::kGlobalImplicit) return kind != ScopeKind::kClass;
  return where == SymbolScope::kLocal && kind == ScopeKind::kModule;
}

std::uint16_t Compiler::slot_of(std::string_view mangled_name) {
  const auto& names = out().code().local_names;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i]->view() == mangled_name) return static_cast<std::uint16_t>(i);
  WAITER_ASSERT(false, "a local name has a slot");
}

/// compile.c, forbidden_name: the parser knows True, None and False; __debug__ is a name like any other to it.
void Compiler::forbid_debug(std::string_view id, Access access, const Span& span) {
  if (id != "__debug__" || access == Access::Load) return;
  error(span, access == Access::Store ? "cannot assign to __debug__" : "cannot delete __debug__");
}

void Compiler::name(std::string_view id, Access access) {
  forbid_debug(id, access, out().span());
  const std::string_view text = mangled(id);
  const Symbol* symbol = unit_->scope->find(text);
  const SymbolScope where = symbol != nullptr ? symbol->scope : SymbolScope::kGlobalImplicit;
  const ScopeKind kind = unit_->scope->kind;
  CodeBuilder& builder = out();
  const auto emit_global = [&] {
    if (access == Access::Load) builder.emit(Op::LoadGlobal, 0, 0, builder.cache(intern(vm_, text)));
    if (access == Access::Store) builder.emit(Op::StoreGlobal, 0, 0, builder.cache(intern(vm_, text)));
    if (access == Access::Delete) builder.emit(Op::DeleteGlobal, 0, 0, builder.constant(intern(vm_, text)));
  };
  const auto emit_name = [&] {
    static constexpr Op kOps[] = {Op::LoadName, Op::StoreName, Op::DeleteName};
    builder.emit(kOps[static_cast<int>(access)], 0, 0, builder.constant(intern(vm_, text)));
  };
  switch (where) {
    case SymbolScope::kGlobalExplicit:
      return emit_global();
    case SymbolScope::kGlobalImplicit:
      return kind == ScopeKind::kClass ? emit_name() : emit_global();
    case SymbolScope::kLocal:
      if (kind == ScopeKind::kModule) return emit_global();
      if (kind == ScopeKind::kClass) return emit_name();
      {
        static constexpr Op kOps[] = {Op::LoadFast, Op::StoreFast, Op::DeleteFast};
        builder.emit(kOps[static_cast<int>(access)], 0, slot_of(text));
      }
      return;
    case SymbolScope::kCell:
    case SymbolScope::kFree:
      if (kind == ScopeKind::kClass && access == Access::Load) {
        builder.emit(Op::LoadClassCell, 0, slot_of(text), builder.constant(intern(vm_, text)));
        return;
      }
      // A class's own names live in its namespace even when a method's closure has one of the same name.
      if (kind == ScopeKind::kClass && symbol != nullptr && (symbol->flags & kDefLocal) != 0 && where == SymbolScope::kFree &&
          (symbol->flags & kDefNonlocal) == 0)
        return emit_name();
      static constexpr Op kOps[] = {Op::LoadCell, Op::StoreCell, Op::DeleteCell};
      builder.emit(kOps[static_cast<int>(access)], 0, slot_of(text));
      return;
  }
}

}  // namespace waiter::python
