# Nobody listens; an address in use; arguments that make no sense.
import asyncio


async def nothing(reader, writer):
    writer.close()


async def main():
    for attempt in range(2):
        try:
            await asyncio.open_connection("127.0.0.1", 9)
        except OSError as error:
            print(type(error).__name__, error.errno, error)
    server = await asyncio.start_server(nothing, "127.0.0.1", 8768)
    try:
        await asyncio.start_server(nothing, "127.0.0.1", 8768)
    except OSError as error:
        print(type(error).__name__, error.errno, error)
    server.close()
    await server.wait_closed()
    try:
        await asyncio.open_connection("127.0.0.1", 8768)
    except ConnectionRefusedError as error:
        print("closed:", error)
    for wrong in (lambda: asyncio.open_connection(), lambda: asyncio.start_server(nothing)):
        try:
            await wrong()
        except ValueError as error:
            print(error)


asyncio.run(main())
