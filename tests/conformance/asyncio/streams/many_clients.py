# Several clients at once: who is served when, with pauses in the handlers.
import asyncio


async def serve(reader, writer):
    name = (await reader.readline()).decode().strip()
    print(asyncio.get_running_loop().time(), "served", name)
    await asyncio.sleep(1)
    writer.write(f"bye {name}\n".encode())
    await writer.drain()
    writer.close()


async def client(n):
    await asyncio.sleep(n * 0.25)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8769)
    writer.write(f"client {n}\n".encode())
    answer = await reader.readline()
    print(asyncio.get_running_loop().time(), answer)
    writer.close()
    await writer.wait_closed()
    return answer


async def main():
    async with await asyncio.start_server(serve, "127.0.0.1", 8769):
        print(await asyncio.gather(*(client(n) for n in range(5))))


asyncio.run(main())
