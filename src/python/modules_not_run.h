#pragma once
// The modules of CPython's library that are not run and that programs may well ask for, each with what is the usual way
// instead, so that a program is refused by name before it runs. It knows no module that is run: a module that comes to be
// registered is found before anybody asks here.

#include <string>
#include <string_view>

namespace waiter::python {

/// The sentence for a module, or one of its submodules; empty if nothing is known of it.
[[nodiscard]] std::string refusal_of_module(std::string_view name);

}  // namespace waiter::python
