# run_forever until stop(): the present turn is finished; it can be run again; stop() before it gives one turn.
import asyncio

loop = asyncio.new_event_loop()
print(loop.is_running(), loop.is_closed(), loop.get_debug(), repr(loop))
loop.call_soon(print, "a")
loop.call_soon(loop.stop)
loop.call_soon(print, "same turn")
loop.call_soon(lambda: loop.call_soon(print, "next turn"))
loop.run_forever()
print("stopped")
loop.stop()
loop.run_forever()
print("one turn")
loop.call_later(2, loop.stop)
loop.run_forever()
print(loop.time())


async def work(n):
    await asyncio.sleep(n)
    return n


print(loop.run_until_complete(work(1)), loop.run_until_complete(asyncio.gather(work(1), work(2))) if False else "")
future = loop.create_future()
loop.call_later(1, future.set_result, "future")
print(loop.run_until_complete(future), loop.time())
loop.call_later(1, loop.stop)
never = loop.create_future()
try:
    loop.run_until_complete(never)
except RuntimeError as error:
    print(error)
loop.close()
loop.close()
print(loop.is_closed(), repr(loop))
for attempt in (lambda: loop.call_soon(print), lambda: loop.call_later(1, print), lambda: loop.run_forever(), lambda: loop.create_future()):
    try:
        attempt()
        print("allowed")
    except RuntimeError as error:
        print(error)
coroutine = work(1)
for attempt in (lambda: loop.run_until_complete(coroutine), lambda: loop.create_task(coroutine), lambda: asyncio.run_coroutine):
    try:
        attempt()
    except (RuntimeError, AttributeError) as error:
        print(error)
coroutine.close()
