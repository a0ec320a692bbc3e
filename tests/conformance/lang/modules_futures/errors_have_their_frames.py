# conformance: stderr
# What a call raised in its thread is raised again where its result is asked for, with the frames of both.
from concurrent.futures import ThreadPoolExecutor


def deep(number):
    return [][number]


def work(number):
    return deep(number)


def ask(future):
    try:
        return future.result()
    except IndexError as error:
        raise RuntimeError("asked in vain") from error


with ThreadPoolExecutor() as pool:
    future = pool.submit(work, 3)
    ask(future)
