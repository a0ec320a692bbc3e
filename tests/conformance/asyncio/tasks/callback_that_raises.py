# conformance: stderr
# An exception in a done callback goes to the loop's handler; the other callbacks run, and who awaits the task gets its result.
import asyncio


def bad(task):
    raise ValueError("in callback of " + task.get_name())


class Bad:
    def method(self, task):
        raise KeyError("method")


async def work():
    return 1


async def main():
    task = asyncio.create_task(work(), name="worker")
    task.add_done_callback(bad)
    task.add_done_callback(Bad().method)
    task.add_done_callback(lambda t: print("still called", t.result()))
    print(await task)
    await asyncio.sleep(0)
    asyncio.get_running_loop().call_soon(bad, task)
    await asyncio.sleep(1)
    print("end")


asyncio.run(main())
