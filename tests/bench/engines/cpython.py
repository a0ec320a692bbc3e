"""CPython under `./dev bench python` and `./dev bench asyncio`: one request a line, the path of a program; one answer a line, JSON with processor time and output.

With --asyncio its event loop is imported before anything is measured; with --uvloop it is uvloop's.
"""

import contextlib
import gc
import io
import json
import platform
import sys
import time


def answer(path):
    with open(path, encoding="utf-8") as file:
        text = file.read()
    output = io.StringIO()
    gc.collect()
    with contextlib.redirect_stdout(output):
        before = time.process_time()
        exec(compile(text, path, "exec"), {"__name__": "__main__"})
        after = time.process_time()
    return {"ms": (after - before) * 1e3, "output": output.getvalue()}


name = "CPython " + platform.python_version()
if "--asyncio" in sys.argv or "--uvloop" in sys.argv:
    import asyncio

    if "--uvloop" in sys.argv:
        import uvloop

        uvloop.install()
        name = "uvloop " + uvloop.__version__
    asyncio.run(asyncio.sleep(0))
print(json.dumps({"engine": name}), flush=True)
for line in sys.stdin:
    print(json.dumps(answer(line.strip())), flush=True)
