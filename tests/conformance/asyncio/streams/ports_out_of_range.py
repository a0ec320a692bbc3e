# What is said of a port that is none.
import asyncio


async def serve(reader, writer):
    writer.close()


async def tell(name, coroutine):
    try:
        server = await coroutine
    except (OverflowError, OSError) as error:
        print(name, type(error).__name__, error)
    else:
        print(name, "serves")
        server.close()


async def main():
    for port in 70000, -1, 65536, "http-alt?", 2**70:
        await tell(f"open {port!r}", asyncio.open_connection("127.0.0.1", port))
        await tell(f"serve {port!r}", asyncio.start_server(serve, "127.0.0.1", port))
    for port in -1, "http-alt?", 2**70, 1.5, True:
        await tell(f"open at a name {port!r}", asyncio.open_connection("localhost", port))
        await tell(f"serve at a name {port!r}", asyncio.start_server(serve, "localhost", port))
    try:
        await asyncio.start_server(serve, "127.0.0.1", 8000, colour="red")
    except TypeError as error:
        print(error)


asyncio.run(main())
