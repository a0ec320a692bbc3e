# An echo server and its client within one program: what is said, in order, and how both sides end.
import asyncio


async def serve(reader, writer):
    print("server: connected", writer.get_extra_info("sockname"), asyncio.current_task().get_name())
    while True:
        data = await reader.read(100)
        if not data:
            break
        print("server: got", data)
        writer.write(data.upper())
        await writer.drain()
    print("server: end of input", reader.at_eof())
    writer.close()
    await writer.wait_closed()
    print("server: closed")


async def main():
    server = await asyncio.start_server(serve, "127.0.0.1", 8765)
    print([sock.getsockname() for sock in server.sockets], server.is_serving())
    reader, writer = await asyncio.open_connection("127.0.0.1", 8765)
    print("client: connected to", writer.get_extra_info("peername"))
    for word in (b"hello", b"world"):
        writer.write(word)
        await writer.drain()
        print("client: got", await reader.read(100))
    writer.write_eof()
    print("client: rest", await reader.read())
    writer.close()
    await writer.wait_closed()
    print("client: closed", writer.is_closing())
    server.close()
    await server.wait_closed()
    print("server closed", server.sockets, server.is_serving())


asyncio.run(main())
