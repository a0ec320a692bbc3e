# Each primitive asked for its state, its error and its repr, one after another in one loop: what a tutorial prints.
import asyncio
async def fails(s, e):
    await asyncio.sleep(s); raise e
async def main():
    loop = asyncio.get_running_loop()
    sem = asyncio.BoundedSemaphore(1)
    try: sem.release()
    except ValueError as e: print(e)
    print(sem, asyncio.Event(), asyncio.Lock(), asyncio.Queue(3), asyncio.Barrier(2), asyncio.Condition())
    q = asyncio.Queue()
    try: q.task_done()
    except ValueError as e: print(e)
    h = loop.call_at(loop.time()+5, print, "x"); print(h.when(), h.cancelled(), h); h.cancel(); print(h.cancelled(), h)
    d, p = await asyncio.wait([asyncio.create_task(asyncio.sleep(2)), asyncio.create_task(fails(1, ValueError("a")))], return_when=asyncio.FIRST_EXCEPTION)
    print(len(d), len(p), d)
    async with asyncio.timeout(None) as t:
        t.reschedule(loop.time()+1)
        print(t, t.expired())
    print(t, t.expired())
    try:
        async with asyncio.timeout(1) as o:
            async with asyncio.timeout(2) as i:
                await asyncio.sleep(9)
    except TimeoutError as e: print(repr(e), o, i, loop.time())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fails(0, KeyError("k"))); tg.create_task(fails(0, ValueError("v")))
            await asyncio.sleep(0); await asyncio.sleep(0); raise OSError("body")
    except* Exception as g: print(repr(g))
    try: asyncio.run(asyncio.sleep(1))
    except RuntimeError as e: print(e)
    try: loop.run_until_complete(asyncio.sleep(1))
    except RuntimeError as e: print(e)
    b = asyncio.Barrier(2)
    t1 = asyncio.create_task(b.wait()); await asyncio.sleep(0); await b.abort(); print(b, b.broken)
    print(await asyncio.gather(t1, return_exceptions=True))
    try: await asyncio.open_connection("127.0.0.1", 9)
    except OSError as e: print(type(e).__name__, e)
    for c in asyncio.as_completed([asyncio.sleep(3, "s"), asyncio.sleep(1, "f")], timeout=2):
        try: print(await c)
        except TimeoutError as e: print("to", repr(e))
    loop.set_exception_handler(lambda l, c: print(sorted(c), c["message"]))
    loop.call_soon(lambda: 1/0); await asyncio.sleep(0); await asyncio.sleep(0)
    t = asyncio.create_task(fails(0, ValueError("lost"))); await asyncio.sleep(1); t = None; await asyncio.sleep(0)
    print(asyncio.iscoroutinefunction(main), hasattr(asyncio, "eager_task_factory"))
    f = asyncio.run_coroutine_threadsafe(asyncio.sleep(1, 5), loop); print(await asyncio.wrap_future(f))
    try: await asyncio.wait_for(asyncio.Event().wait(), 1)
    except asyncio.TimeoutError as e: print(repr(e), asyncio.current_task().cancelling())
    pq = asyncio.PriorityQueue()
    for x in [(2, "b"), (1, "z"), (1, "a"), (2, "a")]: pq.put_nowait(x)
    print([pq.get_nowait() for _ in range(4)])
    pq.put_nowait((1, {}))
    try: pq.put_nowait((1, {}))
    except TypeError as e: print(e)
asyncio.run(main())
