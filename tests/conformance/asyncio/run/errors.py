# What asyncio.run refuses.
import asyncio


async def child():
    return 1


async def main():
    try:
        asyncio.run(inner := child())
    except RuntimeError as error:
        print(error)
    inner.close()
    try:
        await 5
    except TypeError as error:
        print(error)
    try:
        await child
    except TypeError as error:
        print(error)
    done = child()
    print(await done)
    try:
        await done
    except RuntimeError as error:
        print(error)
    try:
        asyncio.create_task(child)
    except TypeError as error:
        print(str(error).split(" <")[0])


for wrong in (5, child, None):
    try:
        asyncio.run(wrong)
    except ValueError as error:
        print(str(error).split(" <")[0])
try:
    asyncio.create_task(kept := child())
except RuntimeError as error:
    print(error)
kept.close()
asyncio.run(main())
