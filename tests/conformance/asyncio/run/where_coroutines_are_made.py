# cr_origin: where a coroutine was made, for who asked for it.
import asyncio
import sys


async def work():
    pass


def make():
    return work()


def places(coroutine):
    coroutine.close()
    return coroutine.cr_origin and [(line, name) for _, line, name in coroutine.cr_origin]


print(sys.get_coroutine_origin_tracking_depth(), places(make()))
sys.set_coroutine_origin_tracking_depth(1)
print(places(make()))
sys.set_coroutine_origin_tracking_depth(0)
for depth in -1, "1":
    try:
        sys.set_coroutine_origin_tracking_depth(depth)
    except (ValueError, TypeError) as error:
        print(type(error).__name__, error)


async def main():
    print(sys.get_coroutine_origin_tracking_depth(), places(make())[:2])
    asyncio.get_running_loop().set_debug(False)
    print(sys.get_coroutine_origin_tracking_depth())
    await asyncio.sleep(0)
    print(sys.get_coroutine_origin_tracking_depth(), places(make()))


asyncio.run(main(), debug=True)
print(sys.get_coroutine_origin_tracking_depth())
