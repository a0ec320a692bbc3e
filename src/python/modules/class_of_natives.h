#pragma once
// Classes that C++ makes as a class statement would: subclasses of a builtin type whose methods are natives and count as a
// program's own (types.h, is_layout_native), so that they come before what the builtin layout does by itself.

#include "python/methods/helpers.h"

namespace waiter::python {

/// Lives as long as the VM. Its instances take attributes only where `base`'s subclasses' do and `open` says so.
[[nodiscard]] Type* make_class_of_natives(Vm& vm, std::string_view name, std::string_view module, Type* base, bool open,
                                          std::span<const NativeDef> methods);
/// A name that can be read and set: two natives, the second one called with the value.
void install_attribute(Vm& vm, Type* type, const NativeDef& getter, const NativeDef& setter);

}  // namespace waiter::python
