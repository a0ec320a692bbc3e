#pragma once
// What the files of the bytes methods share.

#include "python/operations.h"

namespace waiter::python {

void install_bytes_search(Vm& vm, Type* type);  ///< find, split, replace, strip, upper, hex, ...

/// A bytearray's new contents. False: MemoryError.
bool set_bytes(Vm& vm, Bytes* bytes, std::string_view text);
bool append_bytes(Vm& vm, Bytes* bytes, std::string_view text);

}  // namespace waiter::python
