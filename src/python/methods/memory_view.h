#pragma once
// memoryview: a window on the bytes of a bytes or a bytearray, without a copy. Always of unsigned bytes in one dimension, as bytes and
// bytearray export themselves; other formats (cast) are not run.
//
// Invariant: a bytearray that somebody has a view on keeps its size (may_resize); Bytes::extra counts the views.

#include <optional>
#include <string>

#include "python/operations.h"

namespace waiter::python {

void install_memory_view(Vm& vm);
[[nodiscard]] bool is_memory_view(Vm& vm, Value value);
/// The contents of a bytes, a bytearray or a memoryview; nullopt without an exception: it is none. A released view sets ValueError.
[[nodiscard]] std::optional<std::string> contents_of_buffer(Vm& vm, Value value);
/// The same as a bytes object: the value itself if it is a bytes or a bytearray, or anything else; empty: exception.
[[nodiscard]] Ref without_view(Vm& vm, Value value);
/// False: BufferError set, because views are open.
[[nodiscard]] bool may_resize(Vm& vm, const Bytes* bytes);

}  // namespace waiter::python
