#pragma once
// Source text to syntax tree.
//
// 1. parse() never throws, never asserts on what a learner typed and never overflows the C++ stack.
// 2. `module` is never null. If there are diagnostics it is not to be compiled (it may be empty); the first diagnostic
//    is the one that CPython 3.11 would show, in its words and at its place.
// 3. What CPython leaves to its symbol table and compiler ('return' outside function, duplicate arguments, ...) is not
//    looked at here: see symbols.h.
// The result lives in the arena; the source need not outlive the call.

#include <string_view>
#include <vector>

#include "python/arena.h"
#include "python/ast.h"
#include "python/diagnostic.h"

namespace waiter::python {

struct ParseResult {
  const ast::Module* module = nullptr;
  std::vector<Diagnostic> diagnostics;
};

[[nodiscard]] ParseResult parse(std::string_view source, std::string_view filename, Arena& arena);

}  // namespace waiter::python
