#pragma once
// The module _json: the two hot loops of the module json, whose classes stand in prelude/json.py. Both keep their own
// stack of what is open, so that a deeply nested text or list ends in RecursionError, as in CPython, and not in the C++
// stack's overflow. They know no class of prelude/json.py: the exception to raise is handed in.

#include "python/operations.h"

namespace waiter::python {

/// encode(object, default, ensure_ascii, allow_nan, check_circular, sort_keys, skipkeys, indent, item_separator,
/// key_separator, frames): the text. `frames`: how many Python frames CPython would have under it that are not there.
Ref json_encode(Arguments& args);
/// quote(text, ensure_ascii)
Ref json_quote(Arguments& args);
/// decode(text, index, error, strict, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, frames):
/// (value, index behind it). The hooks may be None.
Ref json_decode(Arguments& args);

Ref make_json_module(Vm& vm);

}  // namespace waiter::python
