# What runs in which turn: call_soon, due timers, callbacks of futures, first steps and wake-ups, all made at one instant.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    log = []
    turn = 0

    def count():
        nonlocal turn
        turn += 1
        if turn < 8:
            loop.call_soon(count)

    def note(name):
        log.append((turn, name))

    async def task(name, future):
        note(f"{name} begins")
        note(f"{name} got {await future}")
        await asyncio.sleep(0)
        note(f"{name} after a bare yield")

    loop.call_soon(count)
    future = loop.create_future()
    first = asyncio.create_task(task("first", future))
    loop.call_later(0, note, "later 0")
    loop.call_soon(note, "soon")
    future.add_done_callback(lambda f: note("callback"))
    second = asyncio.create_task(task("second", future))
    loop.call_at(loop.time(), note, "at now")
    loop.call_soon(future.set_result, 7)
    loop.call_soon(lambda: loop.call_soon(note, "soon of soon"))
    third = asyncio.create_task(task("third", future))
    await asyncio.gather(first, second, third)
    note("main")
    print(*log, sep="\n")
    log.clear()
    turn = 0
    loop.call_soon(count)
    done = loop.create_future()
    done.set_result("done")
    done.add_done_callback(lambda f: note("late callback"))
    note(f"main got {await done} without a turn")
    finished = asyncio.create_task(asyncio.sleep(0, "slept"))
    note(await finished)
    note(await finished)
    note(await asyncio.gather(finished, done))
    note(await asyncio.wait_for(finished, 1))
    note(len((await asyncio.wait([finished]))[0]))
    print(*log, sep="\n")


asyncio.run(main())
