#pragma once
// How futures, tasks, handles and callbacks are shown: CPython's words (Lib/asyncio/base_futures.py, base_tasks.py,
// format_helpers.py).

#include <string>

#include "asyncio/task.h"

namespace waiter::asyncio {

struct Handle;

[[nodiscard]] std::string future_repr(Runtime& runtime, Future* future);
[[nodiscard]] std::string handle_repr(Runtime& runtime, Handle* handle);
/// "note() at main.py:3"; `args` may be null (none shown).
[[nodiscard]] std::string callback_text(Runtime& runtime, python::Value function, const python::Tuple* args);
/// reprlib.repr(): long texts and containers cut.
[[nodiscard]] std::string short_repr(python::Vm& vm, python::Value value, int depth = 6);

}  // namespace waiter::asyncio
