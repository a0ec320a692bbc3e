"""CPython under `./dev bench python`: one request a line, the path of a program; one answer a line, JSON with processor time and output."""

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


print(json.dumps({"engine": "CPython " + platform.python_version()}), flush=True)
for line in sys.stdin:
    print(json.dumps(answer(line.strip())), flush=True)
