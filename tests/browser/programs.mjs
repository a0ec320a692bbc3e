// Programs that more than one test file types.

/** Task-2 sleeps until 1.0, Task-3 until 1.5, both in line 5; Task-1 waits for them in line 10. */
export const two_sleepers = `import asyncio


async def cook(what, seconds):
    await asyncio.sleep(seconds)
    print(what)


async def main():
    await asyncio.gather(cook("coffee", 1.0), cook("sandwich", 1.5))


asyncio.run(main())
`;
