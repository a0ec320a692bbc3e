// Two passes, as CPython's symtable.c has them: one walks the tree and notes what every scope says of a name; the other
// walks the scopes and settles where each name lives.

#include "python/symbols.h"

#include <algorithm>
#include <string>

#include "python/not_run.h"
#include "python/symbols_builder.h"

namespace waiter::python {

const Symbol* Scope::find(std::string_view mangled_name) const {
  auto found = index.find(mangled_name);
  return found == index.end() ? nullptr : &symbols[found->second];
}

const Scope* SymbolResult::of(const ast::Node* node) const {
  auto found = by_node.find(node);
  return found == by_node.end() ? nullptr : found->second;
}

std::string_view mangle(std::string_view class_name, std::string_view name, Arena& arena) {
  if (class_name.empty() || name.substr(0, 2) != "__") return name;
  if (name.substr(name.size() - 2) == "__" || name.find('.') != std::string_view::npos) return name;
  std::size_t first = class_name.find_first_not_of('_');
  if (first == std::string_view::npos) return name;
  return arena.copy(std::string_view("_" + std::string(class_name.substr(first)) + std::string(name)));
}

// --- scopes and names ---

SymbolBuilder::SymbolBuilder(SymbolResult* result, Arena& arena) : result_(*result), arena_(arena) {}

void SymbolBuilder::fail(DiagnosticType type, std::string message, const Span& span) {
  if (failed_) return;
  failed_ = true;
  result_.diagnostics.push_back({type, std::move(message), span, {}, {}});
}

bool SymbolBuilder::is_too_deep(const ast::Node* node) {
  if (depth_ <= kTreeDepthMax) return false;
  fail(DiagnosticType::kRecursionError, "maximum recursion depth exceeded during compilation", node->span);
  return true;
}

void SymbolBuilder::enter(ScopeKind kind, std::string_view name, const ast::Node* node, bool is_annotation) {
  Block block;
  block.is_annotation = is_annotation;
  result_.scopes.emplace_back();
  block.scope = &result_.scopes.back();
  block.scope->kind = kind;
  block.scope->name = name;
  block.scope->node = node;
  if (!blocks_.empty()) {
    Block& outer = blocks_.back();
    block.iterable_depth = outer.iterable_depth;
    block.scope->parent = outer.scope;
    block.scope->is_nested =
        outer.scope->is_nested || (outer.scope->kind == ScopeKind::kFunction && !outer.is_annotation);
    // A postponed annotation never runs here: it has no part in who binds what.
    if (!is_annotation) outer.scope->children.push_back(block.scope);
  }
  if (!is_annotation) result_.by_node[node] = block.scope;
  blocks_.push_back(std::move(block));
}

void SymbolBuilder::leave() {
  directives_[blocks_.back().scope] = std::move(blocks_.back().directives);
  blocks_.pop_back();
}

std::uint16_t SymbolBuilder::flags_in(const Scope& scope, std::string_view name) const {
  const Symbol* symbol = scope.find(name);
  return symbol != nullptr ? symbol->flags : std::uint16_t{0};
}

std::uint16_t SymbolBuilder::flags_here(std::string_view name) {
  return flags_in(scope(), mangle(class_name_, name, arena_));
}

void SymbolBuilder::define_in(Block& block, std::string_view name, int flags, const Span& span) {
  if (failed_) return;
  std::string_view mangled = mangle(class_name_, name, arena_);
  Scope& target = *block.scope;
  Symbol& symbol = symbol_in(target, mangled);
  if ((flags & kDefParameter) != 0 && (symbol.flags & kDefParameter) != 0) {
    return fail("duplicate argument '" + std::string(name) + "' in function definition", span);
  }
  symbol.flags = static_cast<std::uint16_t>(symbol.flags | flags);
  if (block.is_iteration_target) {
    if ((symbol.flags & (kDefGlobal | kDefNonlocal)) != 0) {
      return fail("comprehension inner loop cannot rebind assignment expression target '" + std::string(name) + "'",
                  span);
    }
    symbol.flags = static_cast<std::uint16_t>(symbol.flags | kDefComprehensionIter);
  }
  if ((flags & kDefParameter) != 0) target.parameters.push_back(mangled);
  // A name that any function declares global is global in the module as well, by name.
  if ((flags & kDefGlobal) != 0 && &target != result_.module) {
    Symbol& global = symbol_in(*result_.module, mangled);
    global.flags = static_cast<std::uint16_t>(global.flags | flags);
  }
}

Symbol& SymbolBuilder::symbol_in(Scope& scope, std::string_view mangled) {
  auto [place, is_new] = scope.index.try_emplace(mangled, static_cast<std::uint32_t>(scope.symbols.size()));
  if (is_new) scope.symbols.push_back({mangled, 0, SymbolScope::kLocal});
  return scope.symbols[place->second];
}

void SymbolBuilder::note_directive(std::string_view name, const Span& span) {
  block().directives.push_back({mangle(class_name_, name, arena_), span});
}

// --- where names live ---

namespace {

constexpr int kDefBound = kDefLocal | kDefParameter | kDefImport;

}  // namespace

void SymbolBuilder::fail_at_directive(const Scope& scope, std::string_view name, std::string message) {
  for (const Directive& directive : directives_[&scope]) {
    if (directive.name == name) return fail(std::move(message), directive.span);
  }
  fail(std::move(message), scope.node->span);
}

// What one scope says of one name, given what the scopes around it bind. `bound` is null for a module.
void SymbolBuilder::settle_name(Scope& scope, Symbol& symbol, Visible* bound, Visible* local, Visible* free,
                                Visible* global) {
  std::string_view name = symbol.name;
  if ((symbol.flags & kDefGlobal) != 0) {
    if ((symbol.flags & kDefNonlocal) != 0) {
      return fail_at_directive(scope, name, "name '" + std::string(name) + "' is nonlocal and global");
    }
    symbol.scope = SymbolScope::kGlobalExplicit;
    global->insert(name);
    if (bound != nullptr) bound->erase(name);
  } else if ((symbol.flags & kDefNonlocal) != 0) {
    if (bound == nullptr) {
      return fail_at_directive(scope, name, "nonlocal declaration not allowed at module level");
    }
    if (bound->count(name) == 0) {
      return fail_at_directive(scope, name, "no binding for nonlocal '" + std::string(name) + "' found");
    }
    symbol.scope = SymbolScope::kFree;
    free->insert(name);
  } else if ((symbol.flags & kDefBound) != 0) {
    symbol.scope = SymbolScope::kLocal;
    local->insert(name);
    global->erase(name);
  } else if (bound != nullptr && bound->count(name) != 0) {
    symbol.scope = SymbolScope::kFree;
    free->insert(name);
  } else {
    symbol.scope = SymbolScope::kGlobalImplicit;
  }
}

void SymbolBuilder::settle(Scope& scope, Visible* bound, Visible* free, Visible* global) {
  constexpr std::string_view kClassCell = "__class__";
  bool is_class = scope.kind == ScopeKind::kClass;
  Visible local;
  Visible inner_bound;
  Visible inner_global;
  auto pass_down = [&] {
    inner_global.insert(global->begin(), global->end());
    if (bound != nullptr) inner_bound.insert(bound->begin(), bound->end());
  };
  // A class's own names are not seen from its functions, so what they see is settled before the class's names are.
  if (is_class) pass_down();
  for (Symbol& symbol : scope.symbols) {
    settle_name(scope, symbol, bound, &local, free, global);
    if (failed_) return;
  }
  if (is_class) {
    inner_bound.insert(kClassCell);
  } else {
    if (scope.kind == ScopeKind::kFunction) inner_bound.insert(local.begin(), local.end());
    pass_down();
  }
  Visible from_children;
  for (Scope* child : scope.children) {
    Visible child_bound = inner_bound;
    Visible child_free;
    Visible child_global = inner_global;
    settle(*child, &child_bound, &child_free, &child_global);
    if (failed_) return;
    from_children.insert(child_free.begin(), child_free.end());
  }
  if (scope.kind == ScopeKind::kFunction) {
    for (Symbol& symbol : scope.symbols) {
      if (symbol.scope == SymbolScope::kLocal && from_children.erase(symbol.name) != 0)
        symbol.scope = SymbolScope::kCell;
    }
  } else if (is_class && from_children.erase(kClassCell) != 0) {
    scope.needs_class_cell = true;
  }
  pass_through(scope, bound, from_children);
  free->insert(from_children.begin(), from_children.end());
  list_closure(scope, kClassCell);
}

// Names that a scope within needs from a scope without go through this one.
void SymbolBuilder::pass_through(Scope& scope, const Visible* bound, const Visible& from_children) {
  for (std::string_view name : from_children) {
    auto found = scope.index.find(name);
    if (found != scope.index.end()) {
      Symbol& symbol = scope.symbols[found->second];
      if (scope.kind == ScopeKind::kClass && (symbol.flags & (kDefBound | kDefGlobal)) != 0) {
        symbol.flags = static_cast<std::uint16_t>(symbol.flags | kDefFreeClass);
      }
      continue;
    }
    if (bound != nullptr && bound->count(name) == 0) continue;
    scope.index.emplace(name, static_cast<std::uint32_t>(scope.symbols.size()));
    scope.symbols.push_back({name, kDefFree, SymbolScope::kFree});
  }
}

void SymbolBuilder::list_closure(Scope& scope, std::string_view class_cell) {
  for (const Symbol& symbol : scope.symbols) {
    if (symbol.scope == SymbolScope::kCell) scope.cell_names.push_back(symbol.name);
    if (symbol.scope == SymbolScope::kFree || (symbol.flags & kDefFreeClass) != 0) {
      scope.free_names.push_back(symbol.name);
    }
  }
  if (scope.needs_class_cell) scope.cell_names.push_back(class_cell);
  std::sort(scope.cell_names.begin(), scope.cell_names.end());
  std::sort(scope.free_names.begin(), scope.free_names.end());
}

// --- from __future__ ---

// The future statements at the top of the file; sets the line after which there may be none.
void SymbolBuilder::read_future(const ast::Module& module) {
  static constexpr std::string_view kFeatures[] = {
      "nested_scopes",  "generators",       "division",       "absolute_import", "with_statement",
      "print_function", "unicode_literals", "barry_as_FLUFL", "generator_stop",  "annotations",
  };
  // future.c, future_parse: only a docstring may stand before them. What comes late on a line of its own is the compiler's to refuse.
  bool is_late = false;
  std::uint32_t line = 0;
  for (const ast::Statement* statement : module.body) {
    if (is_late && statement->span.line > line) return;
    line = statement->span.line;
    const auto* import = ast::try_as<ast::ImportFrom>(statement);
    if (import == nullptr || import->module != "__future__") {
      const auto* expression = ast::try_as<ast::Expr>(statement);
      const auto* text = expression != nullptr ? ast::try_as<ast::Constant>(expression->value) : nullptr;
      is_late = is_late || text == nullptr || text->type != ast::ConstantKind::Str;
      continue;
    }
    // CPython gives the column counted from 0 where one counted from 1 is meant.
    const std::uint32_t column = import->span.column;
    const Span place{import->span.line, column == 0 ? kNoCaret : column - 1, 0, 0};
    if (is_late) return fail("from __future__ imports must occur at the beginning of the file", place);
    result_.last_future_line = import->span.line;
    for (const ast::alias* feature : import->names) {
      const Span start{import->span.line, column, 0, 0};
      if (feature->name == "braces") return fail("not a chance", start);
      if (std::find(std::begin(kFeatures), std::end(kFeatures), feature->name) == std::end(kFeatures)) {
        return fail("future feature " + std::string(feature->name) + " is not defined", start);
      }
      if (feature->name == "barry_as_FLUFL") {
        return fail(DiagnosticType::kNotSupported, refusal("barry_as_FLUFL", not_run_syntax()[static_cast<std::size_t>(SyntaxNotRun::BarryAsFlufl)].instead, import->span.line), start);
      }
      if (feature->name == "annotations") result_.future_annotations = true;
    }
  }
}

SymbolResult analyse(const ast::Module& module, Arena& arena) {
  SymbolResult result;
  SymbolBuilder builder(&result, arena);
  builder.build(module);
  return result;
}

void SymbolBuilder::build(const ast::Module& module) {
  read_future(module);
  enter(ScopeKind::kModule, "top", &module, /*is_annotation=*/false);
  result_.module = &scope();
  statements(module.body);
  leave();
  if (failed_) return;
  Visible free;
  Visible global;
  settle(*result_.module, nullptr, &free, &global);
}

}  // namespace waiter::python
