# Below the streams: protocols, transports, their order of calls.
import asyncio


class Echo(asyncio.Protocol):
    def connection_made(self, transport):
        print("server: made", transport.get_extra_info("sockname"))
        self.transport = transport

    def data_received(self, data):
        print("server: data", data)
        self.transport.write(data[::-1])
        if data == b"quit":
            self.transport.close()

    def eof_received(self):
        print("server: eof")

    def connection_lost(self, error):
        print("server: lost", error)


class Client(asyncio.Protocol):
    def __init__(self, done):
        self.done = done
        self.words = [b"one", b"two", b"quit"]

    def connection_made(self, transport):
        print("client: made", transport.get_extra_info("peername"), transport.is_closing())
        self.transport = transport
        self.transport.write(self.words.pop(0))

    def data_received(self, data):
        print("client: data", data)
        if self.words:
            self.transport.writelines([self.words.pop(0)])

    def connection_lost(self, error):
        print("client: lost", error)
        self.done.set_result("over")


async def main():
    loop = asyncio.get_running_loop()
    server = await loop.create_server(Echo, "127.0.0.1", 8773)
    done = loop.create_future()
    transport, protocol = await loop.create_connection(lambda: Client(done), "127.0.0.1", 8773)
    print(type(protocol).__name__, transport.get_protocol() is protocol, transport.get_write_buffer_limits())
    print(await done, transport.is_closing())
    server.close()
    await server.wait_closed()


asyncio.run(main())
