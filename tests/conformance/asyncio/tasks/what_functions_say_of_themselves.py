# asyncio's functions are functions, and tell how they can be called.
import asyncio
import inspect
import types

for name in "sleep gather wait wait_for shield ensure_future create_task current_task all_tasks isfuture iscoroutine to_thread run".split():
    function = getattr(asyncio, name)
    print(name, inspect.signature(function), type(function).__name__, inspect.isfunction(function), inspect.iscoroutinefunction(function))
for kind in asyncio.Queue, asyncio.Lock, asyncio.Semaphore, asyncio.Future, asyncio.Task, asyncio.Event, asyncio.Handle:
    print(kind.__name__, inspect.signature(kind))
print(inspect.signature(asyncio.Queue.put), inspect.signature(asyncio.Queue().put_nowait), inspect.signature(asyncio.Task.cancel))
loop = asyncio.new_event_loop()
print(inspect.signature(loop.run_in_executor), inspect.signature(loop.set_exception_handler))
loop.close()
print(type(asyncio.sleep) is types.FunctionType, type(loop.call_soon) is types.MethodType, asyncio.sleep.__class__.__name__)
print(inspect.signature(asyncio.sleep).bind(1, result=2).arguments)
