#pragma once
// str's methods stand in four files by what they are about; each fills its part of the type.

#include "python/operations.h"

namespace waiter::python {

void install_str_search(Vm& vm);   ///< find, split, replace, strip, join, ...
void install_str_case(Vm& vm);     ///< upper, isdigit, center, translate, ...
void install_str_format(Vm& vm);   ///< format, format_map

/// The text of self, wherever it stands.
[[nodiscard]] inline std::string_view self_view(Arguments& args) { return cast<Str>(args[0])->view(); }
/// A str method that changes nothing gives self, but never a subclass's object.
[[nodiscard]] Ref same_str(Vm& vm, Value self);

}  // namespace waiter::python
