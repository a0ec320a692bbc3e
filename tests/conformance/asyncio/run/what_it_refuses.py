# asyncio.run and Runner: not a coroutine, inside a loop, used after close, a loop factory, results of several runs.
import asyncio


async def number(n):
    await asyncio.sleep(n)
    return n


async def nested():
    coroutine = number(1)
    try:
        asyncio.run(coroutine)
    except RuntimeError as error:
        print(error)
    coroutine.close()
    with asyncio.Runner() as runner:
        coroutine = number(1)
        try:
            runner.run(coroutine)
        except RuntimeError as error:
            print(error)
        coroutine.close()
    return asyncio.current_task().get_name()


for wrong in (3, number, None, "text"):
    try:
        asyncio.run(wrong)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, str(error).split(" at 0x")[0])
print(asyncio.run(nested()))
with asyncio.Runner() as runner:
    loop = runner.get_loop()
    print(runner.run(number(1)), runner.run(number(2)), loop.time(), loop is runner.get_loop())
    print(loop.is_closed())
print(loop.is_closed())
for use in (lambda: runner.get_loop(), lambda: runner.run(3)):
    try:
        use()
    except (RuntimeError, ValueError) as error:
        print(error)
runner.close()
loops = []


def factory():
    loops.append(asyncio.new_event_loop())
    return loops[-1]


with asyncio.Runner(loop_factory=factory, debug=True) as runner:
    print(runner.run(number(0)), loops[0].get_debug(), runner.get_loop() is loops[0])
print(len(loops), loops[0].is_closed())
runner = asyncio.Runner()
runner.close()
print("closed before use")
