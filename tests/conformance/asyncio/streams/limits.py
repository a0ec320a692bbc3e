# A line longer than the limit: readline and readuntil complain, each in its own way.
import asyncio


async def serve(reader, writer):
    writer.write(b"a" * 30 + b"\nshort\n" + b"b" * 50)
    await writer.drain()
    await asyncio.sleep(1)
    writer.write(b"\nend\n")
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 8767)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8767, limit=16)
    try:
        await reader.readline()
    except ValueError as error:
        print("readline:", error)
    print(await reader.readline())
    try:
        await reader.readuntil(b"\n")
    except asyncio.LimitOverrunError as error:
        print("readuntil:", error, error.consumed)
    print(len(await reader.readexactly(50)), await reader.readline(), await reader.readline(), asyncio.get_running_loop().time())
    writer.close()
    try:
        asyncio.StreamReader(limit=0)
    except ValueError as error:
        print(error)
    server.close()


asyncio.run(main())
