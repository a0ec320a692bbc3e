# Tasks make tasks; each starts a turn after it was made.
import asyncio

made = []


async def node(depth, path):
    print(path, end=" ")
    if depth:
        for side in "lr":
            made.append(asyncio.create_task(node(depth - 1, path + side)))
    await asyncio.sleep(depth)


async def main():
    await node(2, "*")
    print("|", len(made), [task.done() for task in made])
    for task in made:
        await task
    print(len(asyncio.all_tasks()), asyncio.get_running_loop().time())


asyncio.run(main())
