# A loop cannot run within a loop; two loops can run in turn and keep their own time of waiting.
import asyncio


async def main():
    coroutine = asyncio.sleep(1)
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()
    other = asyncio.new_event_loop()
    coroutine = asyncio.sleep(1)
    for attempt in (lambda: other.run_until_complete(coroutine), lambda: other.run_forever()):
        try:
            attempt()
        except RuntimeError as error:
            print(error)
    coroutine.close()
    other.close()


asyncio.run(main())
a, b = asyncio.new_event_loop(), asyncio.new_event_loop()
a.call_later(1, print, "a's timer")
b.call_later(2, print, "b's timer")
b.run_until_complete(asyncio.sleep(3))
print(b.time())
a.run_until_complete(asyncio.sleep(0))
print(a.time())
a.run_until_complete(asyncio.sleep(0.5))
a.close()
b.close()
