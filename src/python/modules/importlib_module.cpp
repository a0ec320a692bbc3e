// importlib: importing by a name that is made while the program runs.

#include "python/methods/helpers.h"
#include "python/modules/standard_modules.h"

namespace waiter::python {
namespace {

Ref import_by_name(Arguments& args) {
  Vm& vm = args.vm;
  Value values[2];
  if (!bind_arguments(args, "import_module", {"name", "package"}, 1, values)) return {};
  if (!is_str(values[0])) return vm.raise(vm.types.TypeError, "the name of a module must be a string, not {}", type_name(vm, values[0]));
  std::string name(str_view(values[0]));
  const std::size_t level = std::min(name.find_first_not_of('.'), name.size());
  if (level > 0) {
    if (values[1].is_empty() || !is_str(values[1]) || str_view(values[1]).empty())
      return vm.raise(vm.types.TypeError, "the 'package' argument is required to perform a relative import for {}", *repr_of(vm, values[0]));
    std::string base(str_view(values[1]));
    for (std::size_t i = 1; i < level; ++i) {
      const std::size_t dot = base.rfind('.');
      if (dot == std::string::npos) return vm.raise(vm.types.ImportError, "attempted relative import beyond top-level package");
      base.resize(dot);
    }
    name = level == name.size() ? base : base + "." + name.substr(level);
  }
  if (name.empty()) return vm.raise(vm.types.ValueError, "Empty module name");
  const Ref nothing = vm.empty_tuple;  // as of `from name import`: the module itself
  return import_name(vm, vm.frame->globals, name, nothing, 0);
}

Ref reload(Arguments& args) { return reload_module(args.vm, args[0]); }
Ref invalidate_caches(Arguments&) { return none(); }

constexpr NativeDef kFunctions[] = {
    {"import_module", import_by_name, 0, -1, Takes::Keywords},
    {"reload", reload, 1, 1},
    {"invalidate_caches", invalidate_caches},
};

}  // namespace

Ref make_importlib_module(Vm& vm) {
  Ref module = make_module(vm, "importlib");
  install(vm, cast<Module>(module), kFunctions);
  return module;
}

}  // namespace waiter::python
