#pragma once
// The methods of the builtin types. vm.cpp calls these once all types exist (each fills the types' dicts); order does not
// matter. They know operations.h, and no upper floor.

#include "python/operations.h"

namespace waiter::python {

void install_object_methods(Vm& vm);
void install_type_methods(Vm& vm);
void install_alias_methods(Vm& vm);       ///< list[int], int | str
void install_int_methods(Vm& vm);         ///< int and bool
void install_float_methods(Vm& vm);
void install_str_methods(Vm& vm);
void install_bytes_methods(Vm& vm);
void install_list_methods(Vm& vm);
void install_tuple_methods(Vm& vm);
void install_dict_methods(Vm& vm);        ///< and its views
void install_set_methods(Vm& vm);
void install_range_methods(Vm& vm);       ///< range and slice
void install_iterator_methods(Vm& vm);    ///< enumerate, zip, map, filter, reversed and the anonymous ones
void install_iterator_copies(Vm& vm);     ///< __reduce__ and __setstate__ of the same
void install_generator_methods(Vm& vm);
void install_descriptor_methods(Vm& vm);  ///< property, classmethod, staticmethod, super
void install_function_methods(Vm& vm);    ///< function, bound method, cell, code
void install_module_methods(Vm& vm);      ///< types.ModuleType
void install_exception_methods(Vm& vm);
void install_exception_group_methods(Vm& vm);
/// All of the above.
void install_methods(Vm& vm);

}  // namespace waiter::python
