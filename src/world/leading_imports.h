#pragma once
// What a program imports before it does anything else. That can be done before the program is there: a learner who edits a letter
// further down runs the same imports again, and they are most of a short run.

#include <string>
#include <vector>

#include "python/ast.h"
#include "python/vm.h"

namespace waiter::world {

/// `import a, b` is two of them.
struct LeadingImport {
  std::string module;
  std::vector<std::string> names;  ///< of `from module import names`; empty: `import module`

  bool operator==(const LeadingImport&) const = default;
};

/// Those at the top of the program, under nothing but its documentation, in their order; up to one that only the program's own
/// place in it tells (`from . import x`, `from x import *`). After the first that brings an application: what serves it.
[[nodiscard]] std::vector<LeadingImport> leading_imports(const python::ast::Module& program);

/// Loads what the statement loads, and binds nothing. False: it failed, and will in the program.
/// REQUIRES: no frame runs, and the module is not one of the program's files.
bool import_ahead(python::Vm& vm, const LeadingImport& import);

}  // namespace waiter::world
