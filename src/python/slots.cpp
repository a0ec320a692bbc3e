#include "python/slots.h"

#include <algorithm>
#include <string>

#include "python/operations.h"
#include "python/types.h"
#include "python/vm.h"

namespace waiter::python {
namespace {

/// What a class keeps in __slots__: one name, or a container of names. Private ones are mangled with the class' name.
template <class Each>
void for_each_slot(Vm& vm, const Type* type, Value slots, Each each) {
  const auto named = [&](Value item) {
    if (!is_str(item)) return true;
    const std::string_view text = cast<Str>(item)->view();
    if (!text.starts_with("__") || text.ends_with("__")) each(text);
    else each("_" + std::string(type->name->view().substr(std::min(type->name->view().find_first_not_of('_'), type->name->view().size()))) + std::string(text));
    return true;
  };
  if (slots.is_empty()) return;
  if (is_str(slots)) named(slots);
  else if (slots.is_kind(Kind::Tuple) || slots.is_kind(Kind::List) || slots.is_kind(Kind::Dict) || slots.is_kind(Kind::Set)) for_each(vm, slots, named);
}

}  // namespace

bool apply_slots(Vm& vm, Type* type, std::span<const Value> bases) {
  const Value slots = dict_get_name(type->dict, vm.names.dunder_slots);
  if (slots.is_empty() || type->layout == Kind::Extension) return true;
  bool closed = true;
  for (const Value base : bases) {
    const Type* each = cast<Type>(base);
    if (each->is_user ? !each->no_instance_dict : each->is_exception || !each->no_instance_dict) closed = false;
  }
  std::string clash;
  for_each_slot(vm, type, slots, [&](std::string_view slot) {
    if (slot == "__dict__") closed = false;
    else if (clash.empty() && slot != "__weakref__" && slot != "__qualname__" && !dict_get_name(type->dict, intern(vm, slot)).is_empty()) clash = slot;
  });
  if (!clash.empty()) {
    vm.raise(vm.types.ValueError, "'{}' in __slots__ conflicts with class variable", clash);
    return false;
  }
  type->no_instance_dict = closed;
  return true;
}

bool may_hold(Vm& vm, const Type* type, Str* name) {
  if (!type->is_user || !type->no_instance_dict) return true;
  for (std::uint32_t i = 0; i < type->mro->count; ++i) {
    const Type* each = cast<Type>(type->mro->items[i]);
    if (!each->is_user) continue;
    const Value slots = dict_get_name(each->dict, vm.names.dunder_slots);
    bool found = false;
    for_each_slot(vm, each, slots, [&](std::string_view slot) { found = found || slot == name->view(); });
    if (found) return true;
  }
  return false;
}

}  // namespace waiter::python
