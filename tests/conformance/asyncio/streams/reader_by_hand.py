# A StreamReader that is fed by hand: every way of reading, limits, the end, and errors.
import asyncio


async def attempt(name, awaitable):
    try:
        print(name, await asyncio.wait_for(awaitable, 1))
    except asyncio.IncompleteReadError as error:
        print(name, type(error).__name__, error.partial, error.expected, error)
    except asyncio.LimitOverrunError as error:
        print(name, type(error).__name__, error.consumed, error)
    except Exception as error:
        print(name, type(error).__name__, error)


async def main():
    reader = asyncio.StreamReader()
    reader.feed_data(b"one\ntwo\nthree;four;rest")
    await attempt("line", reader.readline())
    await attempt("exactly", reader.readexactly(4))
    await attempt("until", reader.readuntil(b";"))
    await attempt("read 2", reader.read(2))
    await attempt("nothing", reader.read(0))
    await attempt("too much", reader.readexactly(100))
    print(reader.at_eof())
    reader.feed_eof()
    print(reader.at_eof())
    await attempt("line at end", reader.readline())
    await attempt("until at end", reader.readuntil(b";"))
    await attempt("exactly at end", reader.readexactly(1))
    await attempt("read at end", reader.read())
    print(reader.at_eof())
    reader = asyncio.StreamReader(limit=8)
    reader.feed_data(b"0123456789\nx\n")
    await attempt("long line", reader.readline())
    await attempt("next line", reader.readline())
    reader.feed_data(b"0123456789abcdef")
    await attempt("long until", reader.readuntil(b";"))
    await attempt("still there", reader.read(100))
    for wrong in (lambda: reader.readexactly(-1), lambda: reader.readuntil(b"")):
        await attempt("refused", wrong())
    try:
        asyncio.StreamReader(limit=0)
    except ValueError as error:
        print(error)
    task = asyncio.create_task(reader.read(10))
    await asyncio.sleep(0)
    await attempt("two readers", reader.read(1))
    reader.set_exception(ConnectionResetError("gone"))
    await attempt("waiting one", task)
    await attempt("later", reader.read(1))
    reader = asyncio.StreamReader()
    reader.feed_data(b"a\nb\nc")
    reader.feed_eof()
    async for line in reader:
        print(line)


asyncio.run(main())
