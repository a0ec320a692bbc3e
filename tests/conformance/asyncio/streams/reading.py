# readline, readuntil, readexactly, read(n), async for, and their errors at the end of the stream.
import asyncio


async def serve(reader, writer):
    writer.write(b"first line\nsecond|third|12345abc\nx\ny\nunfinished")
    writer.close()


async def main():
    async with await asyncio.start_server(serve, "127.0.0.1", 8766) as server:
        reader, writer = await asyncio.open_connection("127.0.0.1", 8766)
        print(await reader.readline())
        print(await reader.readuntil(b"|"), await reader.readuntil(b"|"))
        print(await reader.readexactly(5), await reader.read(2), await reader.readexactly(0), await reader.read(0))
        print(await reader.readline())
        print([line async for line in reader])
        print(reader.at_eof(), await reader.read(), await reader.readline())
        writer.close()
        reader, writer = await asyncio.open_connection("127.0.0.1", 8766)
        try:
            await reader.readexactly(1000)
        except asyncio.IncompleteReadError as error:
            print(error, len(error.partial), error.expected)
        writer.close()
        reader, writer = await asyncio.open_connection("127.0.0.1", 8766)
        try:
            await reader.readuntil(b"#")
        except asyncio.IncompleteReadError as error:
            print(error, len(error.partial), error.expected, isinstance(error, EOFError))
        for wrong in (lambda: reader.readexactly(-1), lambda: reader.readuntil(b"")):
            try:
                await wrong()
            except ValueError as error:
                print(error)
        writer.close()


asyncio.run(main())
