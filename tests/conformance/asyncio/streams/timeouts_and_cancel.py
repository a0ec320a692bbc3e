# A silent server: wait_for on a read; a cancelled read can be repeated; two readers are refused.
import asyncio


async def silent(reader, writer):
    try:
        await asyncio.sleep(3)
        writer.write(b"at last\n")
        await asyncio.sleep(3)
    finally:
        print("server side leaves", asyncio.get_running_loop().time())
        writer.close()


async def main():
    loop = asyncio.get_running_loop()
    server = await asyncio.start_server(silent, "127.0.0.1", 8772)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8772)
    try:
        await asyncio.wait_for(reader.readline(), 1)
    except TimeoutError:
        print("timeout", loop.time())
    task = asyncio.create_task(reader.readline())
    await asyncio.sleep(0)
    try:
        await reader.read(5)
    except RuntimeError as error:
        print(error)
    print(await task, loop.time())
    print(await reader.read(), loop.time())
    writer.close()
    server.close()


asyncio.run(main())
