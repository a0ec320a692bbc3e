# Calls in threads of the loop's own pool.

from asyncio import get_running_loop


async def to_thread(func, /, *args, **kwargs):
    import contextvars
    loop = get_running_loop()
    context = contextvars.copy_context()
    if kwargs:
        return await loop.run_in_executor(None, lambda: context.run(func, *args, **kwargs))
    return await loop.run_in_executor(None, context.run, func, *args)
