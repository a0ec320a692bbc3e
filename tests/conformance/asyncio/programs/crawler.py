# A crawler of a made-up site: a queue of pages, a limit of three at a time, retries with backoff, a timeout over all of it.
import asyncio

SITE = {"/": ["/a", "/b", "/c"], "/a": ["/b", "/d"], "/b": ["/", "/e"], "/c": [], "/d": ["/slow"], "/e": ["/broken"], "/slow": ["/never"],
        "/broken": []}


async def fetch(page, attempts):
    await asyncio.sleep(2 if page == "/slow" else 0.1)
    attempts[page] = attempts.get(page, 0) + 1
    if page == "/broken" or (page == "/c" and attempts[page] < 3):
        raise ConnectionError(page)
    return SITE[page]


async def worker(name, queue, seen, attempts, log):
    while True:
        page, tries = await queue.get()
        try:
            links = await fetch(page, attempts)
            log.append(f"{asyncio.get_running_loop().time():.1f} {name} {page} after {tries} failures")
            for link in links:
                if link not in seen:
                    seen.add(link)
                    queue.put_nowait((link, 0))
        except ConnectionError:
            if tries < 3:
                await asyncio.sleep(0.1 * 2 ** tries)
                queue.put_nowait((page, tries + 1))
            else:
                log.append(f"{asyncio.get_running_loop().time():.1f} {name} gives up {page}")
        finally:
            queue.task_done()


async def main():
    queue, seen, attempts, log = asyncio.Queue(), {"/"}, {}, []
    queue.put_nowait(("/", 0))
    try:
        async with asyncio.timeout(2):
            async with asyncio.TaskGroup() as group:
                workers = [group.create_task(worker(f"w{n}", queue, seen, attempts, log)) for n in range(3)]
                await queue.join()
                for task in workers:
                    task.cancel()
    except TimeoutError:
        log.append("out of time")
    print(*log, sep="\n")
    print(sorted(seen), sorted(attempts.items()))


asyncio.run(main())
