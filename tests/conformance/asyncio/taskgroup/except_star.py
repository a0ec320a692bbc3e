# except* takes apart what a group of tasks raised; what is left goes on.
import asyncio


async def fails(seconds, error):
    await asyncio.sleep(seconds)
    raise error


async def run(*errors):
    async with asyncio.TaskGroup() as group:
        for error in errors:
            group.create_task(fails(1, error))


async def main():
    try:
        await run(ValueError(1), KeyError("k"), ValueError(2), OSError("o"))
    except* ValueError as group:
        print("values", [error.args for error in group.exceptions], group.message)
    except* (KeyError, OSError) as group:
        print("others", group.exceptions)
    try:
        try:
            await run(ValueError(1), TypeError(2))
        except* ValueError:
            print("values only")
    except ExceptionGroup as group:
        print("left", group, group.exceptions)
    try:
        try:
            await run(ValueError(1))
        except* ValueError as group:
            raise RuntimeError("instead") from group
    except ExceptionGroup as group:
        print(repr(group), repr(group.exceptions[0].__cause__))
    try:
        async with asyncio.TaskGroup() as outer:
            outer.create_task(run(ValueError("deep"), KeyError("deep")))
            outer.create_task(fails(1, TypeError("shallow")))
    except* KeyError as group:
        print("nested", repr(group))
    except* Exception as group:
        print("rest", repr(group))
        matched, rest = group.split(ValueError)
        print(repr(matched), repr(rest), group.subgroup(lambda error: "shallow" in str(error)))
    print(asyncio.current_task().cancelling(), len(asyncio.all_tasks()))


asyncio.run(main())
