# Hundreds of timers, most of them cancelled, some set by others at the same instant: order of deadline, then of setting.
import asyncio
import random


async def main():
    loop = asyncio.get_running_loop()
    dice = random.Random(4)
    log = []

    def fire(n, again):
        log.append(n)
        if again:
            loop.call_later(0, fire, f"{n} again", False)
            loop.call_at(loop.time() + 0.1, fire, f"{n} later", False)

    handles = []
    for n in range(400):
        handles.append(loop.call_later(dice.choice((0.1, 0.2, 0.3)), fire, n, n % 50 == 0))
    for n in dice.sample(range(400), 350):
        handles[n].cancel()
    kept = [n for n in range(400) if not handles[n].cancelled()]
    print(len(kept), kept[:5])
    await asyncio.sleep(0.15)
    print(log)
    log.clear()
    for handle in handles[:200]:
        handle.cancel()
    await asyncio.sleep(1)
    print(log)
    handle = loop.call_later(1, fire, "cancels itself", False)
    loop.call_later(1, fire, "after", False)
    loop.call_later(0.5, lambda: handle.cancel())
    late = loop.call_later(1, lambda: late.cancel())
    log.clear()
    await asyncio.sleep(2)
    print(log, late.cancelled())


asyncio.run(main())
