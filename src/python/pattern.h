#pragma once
// What `match` and `except*` ask of values at run time. All work on the frame's own stack (see bytecode.h for effects);
// false means that an exception is set.

#include "python/operations.h"

namespace waiter::python {

[[nodiscard]] bool is_match_sequence(Vm& vm, Value value);
[[nodiscard]] bool is_match_mapping(Vm& vm, Value value);
bool match_keys(Vm& vm, Frame* frame);
bool match_class(Vm& vm, Frame* frame, std::uint32_t positional);
bool dict_rest(Vm& vm, Frame* frame);
bool check_group_match(Vm& vm, Frame* frame);
bool prepare_reraise_star(Vm& vm, Frame* frame);

}  // namespace waiter::python
