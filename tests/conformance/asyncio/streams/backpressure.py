# A reader that is slow: drain waits until enough has been taken.
import asyncio


async def slow_reader(reader, writer):
    total = 0
    while True:
        data = await reader.read(1 << 20)
        if not data:
            break
        total += len(data)
        await asyncio.sleep(0)
    print("server read", total)
    writer.write(b"%d\n" % total)
    writer.close()


async def main():
    server = await asyncio.start_server(slow_reader, "127.0.0.1", 8774)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8774)
    for n in range(20):
        writer.write(b"x" * 10_000)
        await writer.drain()
    writer.write_eof()
    try:
        writer.write(b"more")
    except RuntimeError as error:
        print(error)
    print(await reader.readline())
    writer.close()
    try:
        writer.write("text")
    except TypeError as error:
        print(error)
    server.close()


asyncio.run(main())
