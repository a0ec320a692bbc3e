# Main takes a number too; numbering goes on across runs, and a task given a name uses one up.
import asyncio


async def who(label):
    print(label, asyncio.current_task().get_name())


async def main():
    await who("main")
    await asyncio.create_task(who("first"))
    await asyncio.create_task(who("named"), name="Ann")
    task = asyncio.create_task(who("third"))
    print("made", task.get_name())
    task.set_name("Renamed")
    await asyncio.gather(task, who("in gather"), who("in gather too"))


asyncio.run(main())
asyncio.run(who("second run"))
asyncio.run(main())
try:
    asyncio.current_task()
except RuntimeError as error:
    print(error)
