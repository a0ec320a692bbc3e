# Waiters of an Event and of a Semaphore, cancelled before, in, and after the turn in which they are woken.
import asyncio


async def wait_event(event, log, name):
    try:
        log.append((name, await event.wait()))
    except asyncio.CancelledError:
        log.append((name, "cancelled", event.is_set()))
        raise


async def use(semaphore, log, name):
    try:
        async with semaphore:
            log.append((name, "in"))
            await asyncio.sleep(0.25)
        log.append((name, "out"))
    except asyncio.CancelledError:
        log.append((name, "cancelled"))
        raise


async def events():
    for order in ("set cancel", "cancel set", "set turn cancel", "set clear cancel", "set clear turn cancel"):
        event, log = asyncio.Event(), []
        tasks = [asyncio.create_task(wait_event(event, log, n)) for n in "abc"]
        await asyncio.sleep(0.1)
        for word in order.split():
            if word == "turn":
                await asyncio.sleep(0)
            elif word == "cancel":
                tasks[1].cancel()
            else:
                getattr(event, word)()
        await asyncio.sleep(0.1)
        print(order, log, [task.cancelled() for task in tasks])
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def semaphores():
    for order in ("release cancel0", "cancel0 release", "release turn cancel0", "release release cancel1", "cancel0 cancel1 release", "release turn turn cancel0"):
        semaphore, log = asyncio.Semaphore(0), []
        tasks = [asyncio.create_task(use(semaphore, log, n)) for n in "abc"]
        await asyncio.sleep(0.1)
        for word in order.split():
            if word == "turn":
                await asyncio.sleep(0)
            elif word == "release":
                semaphore.release()
            else:
                tasks[int(word[-1])].cancel()
        await asyncio.sleep(1)
        print(order, log, semaphore.locked())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def main():
    await events()
    await semaphores()


asyncio.run(main())
