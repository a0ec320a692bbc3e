// Each limit from both sides: a program that just fits, and one that just does not.

#include "world/limits.h"

#include <doctest/doctest.h>

#include <string>

#include "world/simulation.h"

namespace {

using namespace waiter;
using namespace waiter::world;

struct Ended {
  std::string output;
  std::string type, message;  ///< empty: it simply ended
};

Ended run(const std::string& text, const Limits& limits) {
  Simulation simulation({{{"main.py", text}}}, {}, 0, limits);
  while (simulation.advance(100'000) == Simulation::State::Advancing) {
  }
  Ended ended;
  for (const trace::Output& output : simulation.trace().outputs)
    if (!output.is_error) ended.output += output.text;
  if (simulation.error()) {
    ended.type = simulation.error()->type;
    ended.message = simulation.error()->message;
  }
  return ended;
}

Limits with(const std::string& name_and_value) {
  Limits limits;
  const auto problem = set_limit(limits, name_and_value);
  REQUIRE_MESSAGE(!problem, problem.value_or(""));
  return limits;
}

TEST_CASE("instructions: a loop that ends in time, and one that does not") {
  const std::string loop = "for i in range(300000):\n    pass\nprint('done')\n";
  CHECK(run(loop, with("instructions=2000000")).output == "done\n");
  const Ended stopped = run(loop, with("instructions=200000"));
  CHECK(stopped.type == "Limit");
  CHECK(stopped.output.empty());
  CHECK(run("while True:\n    pass\n", with("instructions=1000000")).message == "the run was stopped after 1 million instructions");
}

TEST_CASE("instructions: loops in C++ count as well, and nothing in the program can catch their end") {
  const std::string start = "from collections import Counter, deque\nfrom functools import reduce\nfrom itertools import *\nimport math\ndef f(x): return x\n";
  for (const char* work : {"sum(range(n))", "max(range(n))", "min(iter(range(n)))", "any(range(0, -n, -1) if n < 0 else repeat(0, n))", "all(range(1, n))",
                           "all(x >= 0 for x in range(n))", "-1 in iter(range(n))", "n in map(f, range(n))", "deque(product(range(10), repeat=9), maxlen=0) if n > 100 else 0",
                           "deque(permutations(range(12)), maxlen=0) if n > 100 else 0", "deque(range(n), maxlen=1)", "next(islice(count(), n, None))",
                           "next(dropwhile(lambda x: x < n, count()))", "next(filter(n.__eq__, count()))", "next(filterfalse(n.__ne__, count()))",
                           "next(compress(count(), chain(repeat(0, n), [1])))", "reduce(max, range(n))", "Counter(repeat(1, n))", "len(set(repeat(1, n)))",
                           "len(dict(zip(repeat(1, n), repeat(2, n))))", "bytearray(1 if i == n - 1 else 0 for i in repeat(0, n))[:0]", "math.fsum(repeat(1.0, n))",
                           "math.prod(repeat(1, n))", "next(chain.from_iterable(chain(repeat((), n), ['x'])))", "next(groupby(repeat(1, n))) and list(groupby(repeat(1, n)))"}) {
    CAPTURE(std::string(work));
    const auto program = [&](const char* n) {
      return start + "n = " + n + "\ntry:\n    kept = " + work + "\n    print('done')\nexcept BaseException:\n    print('caught')\nfinally:\n    print('after')\n";
    };
    CHECK(run(program("9"), with("instructions=2000000")).output == "done\nafter\n");
    const Ended stopped = run(program("100000000"), with("instructions=2000000"));
    CHECK(stopped.type == "Limit");
    CHECK(stopped.output.empty());
  }
}

TEST_CASE("virtual time: a sleep that ends at the limit, and one a second later") {
  const std::string start = "import time\ntime.sleep(";
  const std::string end = ")\nprint('awake')\n";
  CHECK(run(start + "60" + end, with("virtual-time=60")).output == "awake\n");
  const Ended stopped = run(start + "61" + end, with("virtual-time=60"));
  CHECK(stopped.type == "Limit");
  CHECK(stopped.message == "the run was stopped after 60 s of virtual time");
}

TEST_CASE("memory: what fits, and what would not, is a MemoryError that the program can catch") {
  const Limits limits = with("memory=20000000");
  for (const char* wanted : {"'x' * n", "b'x' * n", "bytearray(n)", "'x'.center(n)", "'%*d' % (n, 1)", "f'{1:{n}}'", "'x'.join([''] * n)",
                             "[0] * (n // 8)", "(0,) * (n // 8)", "list(range(n // 8))", "1 << n"}) {
    CAPTURE(wanted);
    const auto program = [&](const char* n) {
      return std::string("n = ") + n + "\ntry:\n    kept = " + wanted + "\n    print('fits')\nexcept MemoryError:\n    print('MemoryError')\n";
    };
    CHECK(run(program("1000000"), limits).output == "fits\n");
    CHECK(run(program("90000000"), limits).output == "MemoryError\n");
  }
}

TEST_CASE("recursion: the limit is CPython's, and can be set from both sides") {
  const std::string text =
      "def deep(n):\n    return 1 if n == 0 else 1 + deep(n - 1)\n"
      "def tried(n):\n    try:\n        return deep(n)\n    except RecursionError as error:\n        return error\n";
  // The module and tried() are two frames; deep(n) takes n + 1.
  CHECK(run(text + "print(tried(997))\n", {}).output == "998\n");
  CHECK(run(text + "print(tried(998))\n", {}).output == "maximum recursion depth exceeded\n");
  CHECK(run(text + "print(tried(47))\n", with("recursion=50")).output == "48\n");
  CHECK(run(text + "print(tried(48))\n", with("recursion=50")).output == "maximum recursion depth exceeded\n");
  CHECK(run("import sys\nsys.setrecursionlimit(3000)\n" + text + "print(tried(2997))\n", {}).output == "2998\n");
}

TEST_CASE("native depth: Python that C++ calls that Python calls ends in a RecursionError before the C++ stack does") {
  const std::string text =
      "class Chain:\n    def __init__(self, n):\n        self.n = n\n    def __add__(self, other):\n"
      "        return 0 if self.n == 0 else Chain(self.n - 1) + other\n"
      "try:\n    print(Chain(N) + 1)\nexcept RecursionError:\n    print('RecursionError')\n";
  const auto with_count = [&](const char* n) {
    std::string copy = text;
    return copy.replace(copy.find("(N)") + 1, 1, n);
  };
  CHECK(run(with_count("30"), with("native-depth=40")).output == "0\n");
  CHECK(run(with_count("45"), with("native-depth=40")).output == "RecursionError\n");
  CHECK(run(with_count("100"), with("native-depth=2500")).output == "0\n");
}

TEST_CASE("integer size: a power, a shift and a product of so many bits, and of more") {
  const auto tried = [](const std::string& expression) {
    return run("try:\n    print((" + expression + ").bit_length())\nexcept MemoryError:\n    print('MemoryError')\n", with("integer-bits=100000")).output;
  };
  CHECK(tried("1 << 99998") == "99999\n");
  CHECK(tried("1 << 100001") == "MemoryError\n");
  CHECK(tried("2 ** 49000") == "49001\n");  // a power's size is reckoned by its base's bits
  CHECK(tried("2 ** 100001") == "MemoryError\n");
  CHECK(tried("(1 << 49000) * (1 << 49000)") == "98001\n");
  CHECK(tried("(1 << 60000) * (1 << 60000)") == "MemoryError\n");
}

TEST_CASE("integer digits: so many may become text, and be read from it") {
  const auto tried = [](const std::string& expression, const Limits& limits) {
    return run("try:\n    print(" + expression + ")\nexcept ValueError as error:\n    print(error)\n", limits).output;
  };
  CHECK(tried("len(str(10 ** 4299))", {}) == "4300\n");
  CHECK(tried("str(10 ** 4300)", {}) ==
        "Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit\n");
  CHECK(tried("int('1' * 4300) % 7", {}) == "5\n");
  CHECK(tried("int('1' * 4301)", {}) ==
        "Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use sys.set_int_max_str_digits() to increase the "
        "limit\n");
  CHECK(tried("len(str(10 ** 5000))", with("integer-digits=5001")) == "5001\n");
  CHECK(tried("len(str(10 ** 5000))", with("integer-digits=0")) == "5001\n");
}

TEST_CASE("regular expressions: one that tries little, and one that goes back and forth") {
  const std::string text = "import re\nprint(re.fullmatch('(a+)+b', 'a' * 24))\n";
  CHECK(run("import re\nprint(re.fullmatch('(a+)+b', 'aab').group())\n", with("regex-steps=10000")).output == "aab\n");
  const Ended stopped = run(text, with("regex-steps=10000"));
  CHECK(stopped.type == "Limit");
  CHECK(stopped.message.find("10000 steps") != std::string::npos);
}

TEST_CASE("output: as many bytes as the limit, and one more") {
  CHECK(run("print('x' * 99)\n", with("output=100")).type.empty());
  const Ended stopped = run("print('x' * 100)\nprint('more')\n", with("output=100"));
  CHECK(stopped.type == "Limit");
  CHECK(stopped.message == "the run was stopped after 100 bytes of output");
}

TEST_CASE("events: a program of few, and one that never stops making them") {
  const std::string start = "import asyncio\nasync def main():\n    for i in range(";
  const std::string end = "):\n        await asyncio.sleep(0)\n    print('done')\nasyncio.run(main())\n";
  CHECK(run(start + "10" + end, with("events=1000")).output == "done\n");
  const Ended stopped = run(start + "100000" + end, with("events=1000"));
  CHECK(stopped.type == "Limit");
  CHECK(stopped.message == "the run was stopped after 1000 events");
}

TEST_CASE("a limit is set by its name; what is none is answered with all of them") {
  Limits limits;
  for (const LimitName& limit : limit_names()) {
    CAPTURE(limit.name);
    CHECK_FALSE(set_limit(limits, std::string(limit.name) + "=123"));
    CHECK(set_limit(limits, std::string(limit.name) + "=12x"));
    CHECK(set_limit(limits, std::string(limit.name) + "=-1"));
    CHECK(set_limit(limits, limit.name));
  }
  CHECK(limits.recursion == 123);
  CHECK(limits.virtual_time == 123 * trace::kSecond);
  CHECK(set_limit(limits, "speed=1").value_or("").find("'speed' is no limit; there are instructions,") == 0);
}

}  // namespace
