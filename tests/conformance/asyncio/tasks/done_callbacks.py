# Done callbacks: in order, once each, a turn later; added late they still run; equal ones are removed together.
import asyncio


async def work():
    print("working")
    return 5


class Listener:
    def __init__(self, name):
        self.name = name

    def hear(self, task):
        print(self.name, "hears", task.result())


async def main():
    task = asyncio.create_task(work())
    ear = Listener("ear")
    other = Listener("other")
    for callback in (ear.hear, other.hear, ear.hear, print_result):
        task.add_done_callback(callback)
    print("removed", task.remove_done_callback(ear.hear), task.remove_done_callback(ear.hear))
    task.add_done_callback(lambda t: t.add_done_callback(lambda u: print("added by a callback", u is t)))
    await task
    print("main goes on first?")
    task.add_done_callback(ear.hear)
    print("not yet")
    await asyncio.sleep(0)
    print("now", task.remove_done_callback(ear.hear))
    for wrong in (lambda: task.add_done_callback(), lambda: task.add_done_callback(print, 1)):
        try:
            wrong()
        except TypeError as error:
            print(error)


def print_result(task):
    print("result", task.result())


asyncio.run(main())
