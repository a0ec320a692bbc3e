# asyncio.Runner: several runs in one loop, get_loop, close; what it refuses.
import asyncio


async def work(n):
    await asyncio.sleep(n)
    return asyncio.current_task().get_name(), asyncio.get_running_loop().time()


with asyncio.Runner() as runner:
    loop = runner.get_loop()
    print(runner.run(work(1)), runner.run(work(2)), runner.get_loop() is loop, loop.is_running())
    for wrong in (3, work):
        try:
            runner.run(wrong)
        except ValueError as error:
            print(str(error).split(" at 0x")[0])

    async def nested():
        coroutine = work(1)
        try:
            runner.run(coroutine)
        except RuntimeError as error:
            print(error)
        coroutine.close()
        task = asyncio.create_task(left())

    async def left():
        try:
            await asyncio.sleep(10)
        finally:
            print("left over is cancelled", loop.time())

    runner.run(nested())
    print("still there", len(asyncio.all_tasks(loop)))
print(loop.is_closed())
for use in (lambda: runner.get_loop(), lambda: runner.__enter__()):
    try:
        use()
    except RuntimeError as error:
        print(error)
runner.close()
factory_calls = []


def factory():
    factory_calls.append(1)
    return asyncio.new_event_loop()


with asyncio.Runner(debug=True, loop_factory=factory) as runner:
    print(runner.get_loop().get_debug(), factory_calls, runner.run(asyncio.sleep(0, "slept")))
lazy = asyncio.Runner()
lazy.close()
print(lazy.run(work(0))[1])
lazy.close()
for wrong in (lambda: asyncio.Runner(True), lambda: asyncio.run(), lambda: asyncio.run(1, 2)):
    try:
        wrong()
    except TypeError as error:
        print(error)
