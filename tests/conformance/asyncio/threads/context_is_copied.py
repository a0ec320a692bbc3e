# to_thread runs in a copy of the caller's context: it sees the value and its changes stay its own; run_in_executor does not copy.
import asyncio
import contextvars
from functools import partial

user = contextvars.ContextVar("user", default="nobody")


def work(name):
    seen = user.get()
    user.set(name)
    return seen, user.get()


async def main():
    user.set("main")
    print(await asyncio.to_thread(work, "a"), user.get())
    print(await asyncio.gather(*[asyncio.to_thread(work, name) for name in "bc"]), user.get())
    loop = asyncio.get_running_loop()
    print(await loop.run_in_executor(None, work, "d"), user.get())
    context = contextvars.copy_context()
    print(await loop.run_in_executor(None, partial(context.run, work, "e")), user.get(), context[user])


asyncio.run(main())
