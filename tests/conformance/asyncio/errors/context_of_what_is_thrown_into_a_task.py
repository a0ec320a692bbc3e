# What a task waits for fails, or it is cancelled, while it handles an exception: that is the context, at every coroutine of the chain.
import asyncio
async def w():
    try:
        await asyncio.sleep(0.1)
        raise KeyError(1)
    finally:
        raise ValueError(2)
async def w2():
    await asyncio.sleep(0.1)
    raise KeyError(1)
def ch(e):
    out=[]
    while e is not None and len(out)<6:
        out.append(repr(e)); e=e.__context__
    return ' <- '.join(out)
async def main():
    async def deeper(f):
        try: {}[5]
        except KeyError:
            await asyncio.create_task(f())
    async def deeper2(f):
        await asyncio.create_task(f())
    async def deeper3(f):
        try: {}[5]
        except KeyError:
            await deeper2(f)
    async def deeper4(f):
        async with asyncio.timeout(5):
            await deeper3(f)
    async def gen(f):
        try: [][3]
        except IndexError:
            yield await deeper(f)
    async def over(f):
        async for x in gen(f): pass
    for f in (w, w2):
      for d in (deeper, deeper2, deeper3, deeper4, over):
        try:
            try: 1/0
            except ZeroDivisionError:
                await d(f)
        except Exception as e:
            print(1, f.__name__, d.__name__, ch(e))
        try:
            try: 1/0
            finally:
                await d(f)
        except Exception as e:
            print(2, f.__name__, d.__name__, ch(e))
        try:
            await d(f)
        except Exception as e:
            print(3, f.__name__, d.__name__, ch(e))
    async def sleeper():
        try: 1/0
        except ZeroDivisionError:
            await asyncio.sleep(10)
    async def outer():
        try: [][1]
        except IndexError:
            await sleeper()
    for f in (sleeper, outer):
        t = asyncio.create_task(f())
        await asyncio.sleep(0.1)
        t.cancel('m')
        try: await t
        except asyncio.CancelledError as e: print(f.__name__, ch(e))
    try:
        try: 1/0
        except ZeroDivisionError: await asyncio.wait_for(outer(), 1)
    except TimeoutError as e: print(ch(e))
asyncio.run(main())
