#pragma once
// Which modules a program's text asks for, without running it: its import statements, wherever they stand. For whoever
// gathers a program's files, and for what is refused before anything runs. It knows the syntax tree and no VM.

#include <string>
#include <string_view>
#include <vector>

#include "python/ast.h"
#include "python/source.h"

namespace waiter::python {

struct ImportedModule {
  std::string module;              ///< "a.b"; after the dots of a relative import, and maybe empty then
  int level = 0;                   ///< how many dots
  std::vector<std::string> names;  ///< of `from module import ...`
  Span span;
  /// The program is ready for the module not to be there, or never comes here: the import stands in a `try` that catches
  /// ImportError, or in an `if TYPE_CHECKING`.
  bool may_be_missing = false;
};

[[nodiscard]] std::vector<ImportedModule> imported_modules(const ast::Module& module);

/// The absolute names of the modules that may be loaded for this import by a module of `package` ("" at the top level):
/// parents, the module, and what a from-list may mean.
[[nodiscard]] std::vector<std::string> candidates_of(const ImportedModule& imported, std::string_view package);

}  // namespace waiter::python
