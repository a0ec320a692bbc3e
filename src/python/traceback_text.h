#pragma once
// The parts that printed tracebacks are made of, for modules that print some themselves (traceback, logging).

#include <string>

#include "python/operations.h"

namespace waiter::python {

/// One entry: its head ('  File "main.py", line 3, in f') and below it the source line with its carets, each line ended.
[[nodiscard]] std::string traceback_entry_text(Vm& vm, const Code* code, std::uint32_t instruction);
/// What stands below the entries: of a SyntaxError its place, then the exception's own line and its notes.
[[nodiscard]] std::string exception_tail(Vm& vm, Value exception, Suggestions suggestions);

/// What is printed of an exception that cannot be raised (PyErr_WriteUnraisable): without what it was chained to and without its notes.
[[nodiscard]] std::string format_unraisable(Vm& vm, Value exception);

}  // namespace waiter::python
