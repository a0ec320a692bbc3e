#pragma once
// Syntax tree to bytecode: CPython 3.11's compiler in shape (blocks that are unwound by break, continue and return; finally
// bodies written out at every exit; exception tables instead of set-up instructions), our instructions in detail.
// It gives the errors that CPython's own compiler gives ('return' outside function, ...), and says what we do not run.
// It knows the VM only as the place where constants and names live.

#include <optional>
#include <string>

#include "python/ast.h"
#include "python/bytecode.h"
#include "python/diagnostic.h"
#include "python/symbols.h"

namespace waiter::python {

class Vm;

struct CompileResult {
  const Code* code = nullptr;  ///< owned by the VM; null if there is a diagnostic
  std::vector<Diagnostic> diagnostics;
};

/// `file` is the module's index among the VM's source files.
[[nodiscard]] CompileResult compile(Vm& vm, const ast::Module& module, const SymbolResult& symbols, std::uint16_t file, Arena& arena);

}  // namespace waiter::python
