#pragma once
// The loop and its handles as programs see them: loop.time(), call_later(), create_task(), ...

#include "asyncio/runtime.h"

namespace waiter::asyncio {

void install_loop_methods(Runtime& runtime);

}  // namespace waiter::asyncio
