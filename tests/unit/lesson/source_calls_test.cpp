#include "lesson/source_calls.h"

#include <doctest/doctest.h>

namespace {

using waiter::lesson::source_calls;

TEST_CASE("a call is found by its full name, however it was imported") {
  CHECK(source_calls("import asyncio\nasyncio.gather(a())\n", "asyncio.gather"));
  CHECK(source_calls("from asyncio import gather\nx = gather(a())\n", "asyncio.gather"));
  CHECK(source_calls("from asyncio import sleep, gather as g\ng(a())\n", "asyncio.gather"));
  CHECK(source_calls("from asyncio import (sleep, gather)\ngather()\n", "asyncio.gather"));
  CHECK(source_calls("import asyncio as aio, time\naio.gather()\n", "asyncio.gather"));
  CHECK(source_calls("import asyncio\nasyncio . gather (\n a())\n", "asyncio.gather"));
  CHECK(source_calls("print(1)", "print"));
}

TEST_CASE("what only looks like a call is none") {
  CHECK_FALSE(source_calls("# asyncio.gather()\nx = 'asyncio.gather()'\n", "asyncio.gather"));
  CHECK_FALSE(source_calls("import asyncio\nf = asyncio.gather\n", "asyncio.gather"));
  CHECK_FALSE(source_calls("def gather():\n    pass\ngather()\n", "asyncio.gather"));
  CHECK_FALSE(source_calls("from asyncio import sleep\ngather()\n", "asyncio.gather"));
  CHECK_FALSE(source_calls("my.asyncio.gather()\n", "asyncio.gather"));
  CHECK_FALSE(source_calls("f().asyncio.gather()\n", "asyncio.gather"));
  CHECK_FALSE(source_calls("class asyncio:\n    def gather(self): pass\n", "gather"));
  CHECK_FALSE(source_calls("", "asyncio.gather"));
}

TEST_CASE("a program that is not whole is read as far as it can be") {
  CHECK(source_calls("asyncio.gather(a(), ", "asyncio.gather"));
  CHECK(source_calls("asyncio.gather()\nx = 'never closed\n", "asyncio.gather"));
  CHECK_FALSE(source_calls("x = '''\nasyncio.gather()\n", "asyncio.gather"));
  CHECK_FALSE(source_calls("from . import x\nfrom\nimport\n", "x"));
}

}  // namespace
