# A task's states as seen by its methods, before, during and after; what asking too early gives.
import asyncio


async def work(result):
    await asyncio.sleep(1)
    if isinstance(result, Exception):
        raise result
    return result


def ask(task):
    answers = [task.done(), task.cancelled(), task.cancelling()]
    for question in (task.result, task.exception):
        try:
            answers.append(repr(question()))
        except BaseException as error:
            answers.append(f"{type(error).__name__}: {error}")
    return answers


async def main():
    good = asyncio.create_task(work("fine"), name="good")
    bad = asyncio.create_task(work(ValueError("no")), name="bad")
    gone = asyncio.create_task(work(None), name="gone")
    for task in (good, bad, gone):
        print(task.get_name(), ask(task))
    gone.cancel("because")
    print("gone", gone.done(), gone.cancelling())
    await asyncio.sleep(2)
    for task in (good, bad, gone):
        print(task.get_name(), ask(task))
    print(good.cancel(), bad.cancel(), gone.cancel(), gone.cancelling())
    for setter in (lambda: good.set_result(1), lambda: good.set_exception(ValueError())):
        try:
            setter()
        except RuntimeError as error:
            print(error)


asyncio.run(main())
