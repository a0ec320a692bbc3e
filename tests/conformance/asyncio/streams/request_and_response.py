# A small protocol of lines: many requests on one connection, one that is refused, closing from either side.
import asyncio


class Shop:
    def __init__(self):
        self.stock = {"tea": 2}
        self.log = []

    async def serve(self, reader, writer):
        name = f"client {len(self.log)}"
        self.log.append(f"{name} in")
        try:
            while line := await reader.readline():
                verb, _, what = line.decode().strip().partition(" ")
                if verb == "buy":
                    await asyncio.sleep(0.1)
                    if self.stock.get(what, 0) > 0:
                        self.stock[what] -= 1
                        writer.write(b"sold\n")
                    else:
                        writer.write(b"none\n")
                elif verb == "quit":
                    break
                else:
                    raise ValueError(f"unknown {verb}")
                await writer.drain()
        except ValueError as error:
            writer.write(f"error {error}\n".encode())
        finally:
            writer.close()
            self.log.append(f"{name} out at {asyncio.get_running_loop().time():.1f}")


async def client(port, *requests):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answers = []
    for request in requests:
        writer.write(request.encode() + b"\n")
        answer = await reader.readline()
        answers.append(answer)
        if not answer:
            break
    writer.close()
    await writer.wait_closed()
    return answers


async def main():
    shop = Shop()
    server = await asyncio.start_server(shop.serve, "127.0.0.1", 8791)
    async with server:
        print(await client(8791, "buy tea", "buy tea", "buy tea"))
        print(await client(8791, "dance", "buy tea"))
        print(await client(8791, "quit", "buy tea"))
    print(server.is_serving(), shop.stock)
    await asyncio.sleep(0.5)
    print(len(shop.log), shop.log[0], shop.log[-1].split(" at ")[0])
    try:
        await client(8791, "buy tea")
    except ConnectionRefusedError as error:
        print(type(error).__name__)


asyncio.run(main())
