#pragma once
// Which scope every name belongs to: CPython's symbol table, as a pass over a parsed module.
//
// 1. It needs a tree without diagnostics. Its own diagnostics are those that CPython's symbol table gives (a name that
//    is parameter and global, nonlocal without binding, duplicate argument, ...), first one first, in its words.
// 2. Names are held mangled: in class `C`, `__x` is `_C__x` here. A compiler asks mangle() before it looks a name up.
// 3. A tree deeper than kTreeDepthMax is refused here, so that passes after this one may recurse over it.
// 4. Which instructions a name becomes is not known here. 'return' outside function, 'break' outside loop and 'await'
//    outside async function are the compiler's to say (in CPython as well).
//
// Scopes are keyed by the node that opens them: Module, FunctionDef, AsyncFunctionDef, ClassDef, Lambda, ListComp,
// SetComp, DictComp, GeneratorExp. With `from __future__ import annotations` annotations open no scope and bind
// nothing.

#include <cstdint>
#include <deque>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "python/arena.h"
#include "python/ast.h"
#include "python/diagnostic.h"

namespace waiter::python {

/// The deepest tree that is compiled. CPython 3.11 stops at three times its recursion limit of 1000.
inline constexpr int kTreeDepthMax = 3000;

enum class ScopeKind : std::uint8_t { kModule, kClass, kFunction };

/// Where a name lives, seen from one scope.
enum class SymbolScope : std::uint8_t {
  kLocal,           ///< in this scope (in a module or class: its namespace)
  kCell,            ///< in this scope, and a scope within uses it
  kFree,            ///< in a function around this scope
  kGlobalExplicit,  ///< `global` says so
  kGlobalImplicit,  ///< bound nowhere around: a global or a builtin
};

enum SymbolFlag : std::uint16_t {
  kDefGlobal = 1 << 0,  ///< named in a `global` statement
  kDefLocal = 1 << 1,   ///< bound here
  kDefParameter = 1 << 2,
  kDefNonlocal = 1 << 3,   ///< named in a `nonlocal` statement
  kUse = 1 << 4,           ///< read here
  kDefFreeClass = 1 << 5,  ///< class scope: bound here, and also free from a function around it
  kDefImport = 1 << 6,
  kDefAnnotation = 1 << 7,  ///< annotated here
  kDefComprehensionIter = 1 << 8,
  kDefFree = 1 << 9,  ///< not used here: passed through to a scope within
};

struct Symbol {
  std::string_view name;  ///< mangled
  std::uint16_t flags = 0;
  SymbolScope scope = SymbolScope::kLocal;
};

struct Scope {
  ScopeKind kind = ScopeKind::kModule;
  /// The function's or class's name, "lambda", "listcomp", "setcomp", "dictcomp", "genexpr" or "top".
  std::string_view name;
  const ast::Node* node = nullptr;
  Scope* parent = nullptr;
  std::vector<Scope*> children;  ///< in the order of the text

  std::vector<Symbol> symbols;  ///< in the order of first mention
  std::vector<std::string_view>
      parameters;  ///< in the order of a frame's slots: positional, keyword-only, *args, **kwargs
  std::vector<std::string_view> free_names;  ///< sorted: the closure's order, as CPython has it
  std::vector<std::string_view> cell_names;  ///< sorted; a class that needs __class__ has it here too

  bool is_nested = false;         ///< a function is somewhere around it
  bool is_comprehension = false;  ///< and then kind is kFunction, with the one parameter ".0"
  bool is_generator = false;      ///< has a yield (or is a generator expression)
  bool is_coroutine = false;      ///< async def, or a comprehension that awaits
  bool has_varargs = false;
  bool has_varkeywords = false;
  bool returns_value = false;
  bool needs_class_cell = false;  ///< a class one of whose functions uses super() or __class__

  /// async def with a yield.
  bool is_async_generator() const { return is_generator && is_coroutine; }
  const Symbol* find(std::string_view mangled_name) const;

  std::unordered_map<std::string_view, std::uint32_t> index;  ///< of `symbols`; for looking up, never for walking
};

struct SymbolResult {
  Scope* module = nullptr;
  std::vector<Diagnostic> diagnostics;
  bool future_annotations = false;
  std::uint32_t last_future_line = 0;  ///< of the `from __future__ import`s that stand where they may

  /// The scope that a node opens. Null if it opens none.
  const Scope* of(const ast::Node* node) const;

  std::deque<Scope> scopes;
  std::unordered_map<const ast::Node*, Scope*> by_node;  ///< for looking up, never for walking

  SymbolResult() = default;
  SymbolResult(SymbolResult&&) = default;  // a deque's elements stay where they are when it is moved
  SymbolResult& operator=(SymbolResult&&) = default;
  SymbolResult(const SymbolResult&) = delete;
  SymbolResult& operator=(const SymbolResult&) = delete;
};

/// The result points into `module` and `arena`; both must outlive it.
[[nodiscard]] SymbolResult analyse(const ast::Module& module, Arena& arena);

/// `__name` within class `class_name` (empty outside any) as it is stored: `_Class__name`. Others come back unchanged.
[[nodiscard]] std::string_view mangle(std::string_view class_name, std::string_view name, Arena& arena);

}  // namespace waiter::python
