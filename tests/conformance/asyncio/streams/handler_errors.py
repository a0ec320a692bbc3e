# conformance: stderr
# A handler that raises is told to the loop; the connection is closed, the server goes on.
import asyncio


async def handler(reader, writer):
    line = await reader.readline()
    if line == b"bad\n":
        raise ValueError("bad line")
    writer.write(b"ok\n")
    writer.close()


async def ask(word):
    reader, writer = await asyncio.open_connection("127.0.0.1", 8775)
    writer.write(word)
    answer = await reader.read()
    writer.close()
    return answer


def shown(loop, context):
    print(context["message"], repr(context["exception"]), sorted(context))


async def main():
    asyncio.get_running_loop().set_exception_handler(shown)
    server = await asyncio.start_server(handler, "127.0.0.1", 8775)
    for word in (b"good\n", b"bad\n", b"good\n"):
        print(await ask(word))
    server.close()


asyncio.run(main())
