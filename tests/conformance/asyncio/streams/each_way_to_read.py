# Every way to read a stream in one conversation, each with its error; serve_forever cancelled; nobody listens afterwards.
import asyncio
async def serve(r, w):
    try:
        print("line", await r.readline())
        print("exact", await r.readexactly(3))
        print("until", await r.readuntil(b";"))
        try: await r.readuntil(b"\n")
        except asyncio.LimitOverrunError as e: print(e, e.consumed); print(len(await r.read(200)))
        try: await r.readexactly(500)
        except asyncio.IncompleteReadError as e: print(e, len(e.partial), e.expected)
        print(r.at_eof(), await r.read())
        w.write(b"bye\n"); await w.drain()
    finally:
        w.close(); await w.wait_closed()
async def main():
    s = await asyncio.start_server(serve, "127.0.0.1", 8888, limit=64)
    async with s:
        r, w = await asyncio.open_connection("127.0.0.1", 8888)
        w.write(b"hello\nabcdef;" + b"x"*200); await w.drain(); w.write_eof()
        print(await r.read(), r.at_eof(), w.is_closing(), w.get_extra_info("peername"))
        w.close(); await w.wait_closed(); print(w.is_closing())
        t = asyncio.create_task(s.serve_forever()); await asyncio.sleep(1); t.cancel()
        try: await t
        except asyncio.CancelledError: print("serve cancelled", s.is_serving())
    try: await asyncio.open_connection("127.0.0.1", 8888)
    except ConnectionRefusedError as e: print(e)
asyncio.run(main())
