#pragma once
// str to bytes and back: utf-8, ascii, latin-1, utf-16, utf-32, with the error handlers programs use.

#include "python/operations.h"

namespace waiter::python {

/// str.encode. `encoding` and `errors` may be empty; `function` names the call in messages.
Ref encode_text(Vm& vm, Value text, Value encoding, Value errors, const char* function);
/// bytes.decode and str(bytes, encoding).
Ref decode_bytes(Vm& vm, std::string_view bytes, Value encoding, Value errors, const char* function);

}  // namespace waiter::python
