# serve_forever runs until it is cancelled; closing a server ends it too.
import asyncio


async def serve(reader, writer):
    writer.write(await reader.readline())
    writer.close()


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 8770, start_serving=False)
    print(server.is_serving())
    task = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(0)
    print(server.is_serving())
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print("already" in str(error))
    reader, writer = await asyncio.open_connection("127.0.0.1", 8770)
    writer.write(b"hi\n")
    print(await reader.read())
    writer.close()
    await asyncio.sleep(1)
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print("cancelled", server.is_serving(), server.sockets)
    try:
        await server.serve_forever()
    except RuntimeError as error:
        print("closed" in str(error))
    server = await asyncio.start_server(serve, "127.0.0.1", 8770)
    task = asyncio.create_task(server.serve_forever())
    await asyncio.sleep(1)
    server.close()
    await asyncio.wait([task])
    print(task.cancelled())


asyncio.run(main())
