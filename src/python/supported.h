#pragma once
// What a program may use here and what not, as a table made of the registries themselves: the modules that are registered,
// the names in `builtins`, and not_run.h. It says nothing that the engine does not do; documents and the page show it.

#include <string>
#include <string_view>
#include <vector>

#include "python/not_run.h"

namespace waiter::python {

class Vm;

struct SupportedModule {
  std::string name;             ///< "collections.abc"
  std::string_view names_not_run;  ///< parted by spaces; empty: every public name of CPython's module is there
};

struct SupportedTable {
  std::vector<std::string> builtins;       ///< functions, types and constants, without the exceptions; sorted
  std::vector<std::string> exceptions;     ///< sorted
  std::vector<SupportedModule> modules;    ///< sorted
  std::vector<NotRun> syntax_not_run;
  std::vector<NotRun> builtins_not_run;
  std::vector<NotRun> modules_not_run;
};

/// Of a Vm with which every floor that has modules has registered them.
[[nodiscard]] SupportedTable supported(Vm& vm);

}  // namespace waiter::python
