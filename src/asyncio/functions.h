#pragma once
// The functions of the module asyncio that C++ has, and what they share.

#include "asyncio/loop.h"

namespace waiter::asyncio {

python::Ref asyncio_sleep(python::Arguments& args);
python::Ref asyncio_gather(python::Arguments& args);
python::Ref asyncio_wait(python::Arguments& args);
python::Ref asyncio_wait_for(python::Arguments& args);
python::Ref asyncio_shield(python::Arguments& args);
python::Ref asyncio_ensure_future(python::Arguments& args);

/// A future as it is, or a task for a coroutine or another awaitable. `loop` null: that of the future, or the present one.
python::Ref ensure_future(Runtime& runtime, python::Value value, Loop* loop = nullptr);

/// "sleep 1.5"
[[nodiscard]] trace::NameId sleep_label(Runtime& runtime, python::Value delay);

void make_gathering_type(Runtime& runtime);

}  // namespace waiter::asyncio
