# Who waits goes on a turn after set(); later ones do not wait; clear() right after set() still wakes those who waited.
import asyncio


async def waiter(name, event, log):
    log.append(f"{name} waits")
    result = await event.wait()
    log.append(f"{name} {result} {event.is_set()}")


async def main():
    event, log = asyncio.Event(), []
    tasks = [asyncio.create_task(waiter(n, event, log)) for n in range(3)]
    await asyncio.sleep(0)
    print(repr(event).split("[")[1], event.is_set())
    event.set()
    print(repr(event).split("[")[1], log)
    event.clear()
    log.append("cleared")
    await asyncio.gather(*tasks)
    print(log, event.is_set())
    log.clear()
    event.set()
    event.set()
    task = asyncio.create_task(waiter("late", event, log))
    await task
    print(log, await event.wait(), repr(event).split("[")[1])
    for wrong in (lambda: asyncio.Event(1), lambda: event.set(1), lambda: event.wait(5), lambda: asyncio.Event(loop=1)):
        try:
            wrong()
        except TypeError as error:
            print(error)


asyncio.run(main())
