# Body, child, both, cleanup of a child, and the group itself cancelled: what leaves the block, and in which order.
import asyncio


async def child(log, name, seconds, error=None, cleanup=None, cleanup_error=None):
    try:
        await asyncio.sleep(seconds)
        if error:
            raise error
        log.append(f"{name} done")
        return name
    except asyncio.CancelledError:
        log.append(f"{name} cancelled at {asyncio.get_running_loop().time():g}")
        if cleanup:
            await asyncio.sleep(cleanup)
            log.append(f"{name} cleaned")
        if cleanup_error:
            raise cleanup_error
        raise


def told(error):
    if isinstance(error, BaseExceptionGroup):
        return f"{type(error).__name__}({error.message!r}, {[told(e) for e in error.exceptions]})"
    return repr(error)


async def trial(name, body):
    log = []
    try:
        async with asyncio.TaskGroup() as group:
            await body(group, log)
    except BaseException as error:
        log.append(told(error))
    print(name, log, asyncio.current_task().cancelling(), f"{asyncio.get_running_loop().time():g}")


async def one_child(group, log):
    group.create_task(child(log, "a", 1, ValueError("a")))
    group.create_task(child(log, "b", 2))


async def body_only(group, log):
    group.create_task(child(log, "a", 1))
    await asyncio.sleep(0.5)
    raise KeyError("body")


async def both_at_once(group, log):
    group.create_task(child(log, "a", 1, ValueError("a")))
    await asyncio.sleep(1)
    raise KeyError("body")


async def body_after_child(group, log):
    group.create_task(child(log, "a", 1, ValueError("a")))
    try:
        await asyncio.sleep(2)
    except asyncio.CancelledError:
        raise KeyError("body")


async def body_swallows(group, log):
    group.create_task(child(log, "a", 1, ValueError("a")))
    try:
        await asyncio.sleep(2)
    except asyncio.CancelledError:
        log.append("body swallows")
    await asyncio.sleep(1)
    log.append("body goes on")


async def cleanup_fails(group, log):
    group.create_task(child(log, "a", 1, ValueError("a")))
    group.create_task(child(log, "b", 2, cleanup=1, cleanup_error=OSError("b")))
    group.create_task(child(log, "c", 2, cleanup=0.5))


async def two_in_one_turn(group, log):
    for name in "abc":
        group.create_task(child(log, name, 1, ValueError(name)))


async def body_raises_cancelled(group, log):
    group.create_task(child(log, "a", 1))
    raise asyncio.CancelledError("own")


async def child_adds(group, log):
    async def adds():
        await asyncio.sleep(1)
        try:
            raise ValueError("adds")
        finally:
            group.create_task(child(log, "late", 0.5))

    group.create_task(adds())


async def exit_in_child(group, log):
    group.create_task(child(log, "b", 2))
    group.create_task(child(log, "a", 1, BaseException("base")))


async def main():
    for body in (one_child, body_only, both_at_once, body_after_child, body_swallows, cleanup_fails, two_in_one_turn, body_raises_cancelled,
                 child_adds, exit_in_child):
        await trial(body.__name__, body)


asyncio.run(main())
