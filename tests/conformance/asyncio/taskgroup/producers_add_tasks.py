# Tasks of a group add tasks to it until there is nothing left: a small crawler.
import asyncio

LINKS = {"/": ["/a", "/b"], "/a": ["/c", "/"], "/b": ["/c", "/d"], "/c": [], "/d": ["/a", "/e"], "/e": []}


async def crawl(group, seen, page, log):
    await asyncio.sleep(0.5 + len(page) / 4)
    log.append((page, asyncio.get_running_loop().time()))
    for link in LINKS[page]:
        if link not in seen:
            seen.add(link)
            group.create_task(crawl(group, seen, link, log))


async def main():
    seen, log = {"/"}, []
    async with asyncio.TaskGroup() as group:
        group.create_task(crawl(group, seen, "/", log))
    print(log)
    print(sorted(seen), asyncio.get_running_loop().time())


asyncio.run(main())
