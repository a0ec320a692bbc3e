#include "python/modules/iterator_type.h"

namespace waiter::python {
namespace {

Ref itself(Arguments& args) { return args[0]; }

/// Not next_item(): that would come back here for a subclass.
Ref step(Arguments& args) {
  Vm& vm = args.vm;
  auto* extension = cast<Extension>(args[0]);
  Ref item = extension->type->traits->next(vm, extension);
  if (!item && !vm.has_error()) vm.set_error(make_exception(vm, vm.types.StopIteration));
  return item;
}

constexpr NativeDef kMethods[] = {{"__iter__", itself}, {"__next__", step}};

}  // namespace

void install_iterator_protocol(Vm& vm, Type* type) { install(vm, type, kMethods); }

}  // namespace waiter::python
