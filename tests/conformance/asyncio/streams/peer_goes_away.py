# The other side closes: what reads and writes say.
import asyncio


async def closes_at_once(reader, writer):
    writer.close()


async def main():
    server = await asyncio.start_server(closes_at_once, "127.0.0.1", 8771)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8771)
    await asyncio.sleep(1)
    print(await reader.read(), reader.at_eof(), writer.is_closing())
    for n in range(4):
        try:
            writer.write(b"hello")
            await writer.drain()
            print("written", n)
        except ConnectionError as error:
            print(type(error).__name__, error)
        await asyncio.sleep(0.5)
    writer.close()
    try:
        await writer.wait_closed()
        print("closed")
    except ConnectionError as error:
        print("wait_closed:", type(error).__name__)
    server.close()


asyncio.run(main())
