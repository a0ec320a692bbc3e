# A thread feeds an asyncio.Queue through the loop; the loop feeds the thread through a queue.Queue, and neither stops the other.
import asyncio
import queue
import threading
import time

requests = queue.Queue()


def thread(loop, answers):
    while (number := requests.get()) is not None:
        time.sleep(0.5)
        loop.call_soon_threadsafe(answers.put_nowait, number * 2)
    loop.call_soon_threadsafe(answers.put_nowait, None)


async def sender():
    for number in range(4):
        requests.put(number)
        print("asked", number, time.monotonic())
        await asyncio.sleep(0.3)
    requests.put(None)


async def main():
    answers = asyncio.Queue()
    worker = threading.Thread(target=thread, args=(asyncio.get_running_loop(), answers))
    worker.start()
    sending = asyncio.create_task(sender())
    while (answer := await answers.get()) is not None:
        print("answer", answer, time.monotonic())
    await sending
    worker.join()


asyncio.run(main())
