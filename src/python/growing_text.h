#pragma once
// A str that grows where it is while nobody else holds it: what makes a loop of `text += more` linear. Its bytes then have room
// to spare, which the header's `extra` tells. It must not be used on a str that anybody else may look at.

#include "python/object.h"

namespace waiter::python {

class Vm;

/// Bytes of the array that a str's text stands in. REQUIRES: it does not stand in the object itself.
[[nodiscard]] std::size_t text_array_bytes(const Str* text);
/// Appends in place. False: it would not fit into memory or a str; nothing happened.
[[nodiscard]] bool append_to_text(Vm& vm, Str* text, const Str* more);

}  // namespace waiter::python
