# A small chat room: who joins, says and leaves reaches the others in order.
import asyncio

rooms = {}


async def serve(reader, writer):
    name = (await reader.readline()).decode().strip()
    for other in rooms.values():
        other.write(f"* {name} joined\n".encode())
    rooms[name] = writer
    async for line in reader:
        for who, other in rooms.items():
            if who != name:
                other.write(f"{name}: ".encode() + line)
    del rooms[name]
    for other in rooms.values():
        other.write(f"* {name} left\n".encode())
    writer.close()


async def visitor(name, at, script, log):
    await asyncio.sleep(at)
    reader, writer = await asyncio.open_connection("127.0.0.1", 8776)
    writer.write(f"{name}\n".encode())
    heard = asyncio.create_task(listen(name, reader, log))
    for pause, text in script:
        await asyncio.sleep(pause)
        writer.write(f"{text}\n".encode())
    await asyncio.sleep(1)
    writer.close()
    await writer.wait_closed()
    await heard


async def listen(name, reader, log):
    async for line in reader:
        log.append((asyncio.get_running_loop().time(), name, line.decode().strip()))


async def main():
    log = []
    async with await asyncio.start_server(serve, "127.0.0.1", 8776):
        await asyncio.gather(
            visitor("ann", 0, [(1, "hello"), (2, "anyone?")], log),
            visitor("ben", 0.5, [(1, "hi ann"), (0.25, "bye")], log),
            visitor("cat", 2, [(1.5, "late")], log),
        )
    for entry in log:
        print(*entry)


asyncio.run(main())
