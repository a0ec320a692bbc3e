// The cycle collector, on graphs that small programs build.

#include <doctest/doctest.h>

#include <string>

#include "python/collector.h"
#include "python/operations.h"

using namespace waiter;
using namespace waiter::python;

namespace {

class Quiet : public Environment {
 public:
  [[nodiscard]] trace::Time now() override { return 0; }
  void work(trace::Time) override {}
  void block(trace::Time, std::string_view, trace::SourcePosition) override {}
  void write(Stream, std::string_view text, std::uint32_t) override { written += text; }
  std::string written;
};

/// A VM with one module whose lines a test runs one after the other.
class Program {
 public:
  explicit Program(const VmLimits& limits = {}) : vm(environment, limits, 0), module_(make_module(vm, "__main__")) {
    dict_set_name(vm, vm.modules, intern(vm, "__main__"), module_);
    collect_garbage(vm);  // what making the VM left behind
  }

  void run(std::string_view text) {
    const std::uint16_t file = vm.add_source("program.py", text);
    const Code* code = vm.compile_source(file, text);
    REQUIRE(code != nullptr);
    vm.set_slice(100'000'000);
    const Ref result = vm.run_module(code, cast<Module>(module_));
    const std::string problem = vm.has_error() ? format_exception(vm, vm.error()) : vm.stopped_because();
    if (!result) FAIL(problem);
  }
  std::int64_t collect() { return collect_garbage(vm); }
  [[nodiscard]] std::string take_output() { return std::exchange(environment.written, ""); }
  [[nodiscard]] std::size_t objects() {
    std::size_t count = 0;
    vm.heap.for_each_object([&](const Object*) { ++count; });
    return count;
  }

  Quiet environment;
  Vm vm;

 private:
  Ref module_;
};

}  // namespace

TEST_CASE("A cycle that nobody holds is freed, and counted as CPython counts it") {
  Program program;
  program.run("a = []\na.append(a)\n");
  const std::size_t before = program.objects();
  CHECK(program.collect() == 0);
  program.run("a = None\n");
  CHECK(program.objects() >= before);
  CHECK(program.collect() == 1);
  CHECK(program.collect() == 0);
  CHECK(program.objects() < before);
}

TEST_CASE("Every kind of container lets its cycle go") {
  const std::string_view programs[] = {
      "d = {}\nd['d'] = d\nd = 0",
      "class A: pass\na = A()\na.a = a\na = A = 0",
      "class L(list): pass\na = L()\na.x = [a]\na = L = 0",
      "class N(int): pass\na = N(3)\na.x = a\na = N = 0",
      "def f():\n  def g(): return g\n  return g\ng = f()\ng = f = 0",
      "class A:\n  def m(self): pass\na = A()\na.m2 = a.m\na = A = 0",
      "def gen(box):\n  yield box\nbox = []\ng = gen(box)\nnext(g)\nbox.append(g)\nbox = g = gen = 0",
      "e = ValueError()\ne.__context__ = KeyError()\ne.__context__.__context__ = e\ne = 0",
      "e = ValueError()\ne.args = (e,)\ne = 0",
      "t = ([],)\nt[0].append(t)\nt = 0",
      "l = []\ni = iter(l)\nl.append(i)\nl = i = 0",
      "d = {}\nd[1] = d.values()\nd = 0",
      "l = []\ns = slice(l)\nl.append(s)\nl = s = 0",
      "l = []\nl.append(map(len, l))\nl = 0",
      "l = []\nl.append(l.append)\nl = 0",
      "class A:\n  @property\n  def p(self): return A\n  @staticmethod\n  def s(): return A\n  @classmethod\n  def c(cls): return A\nA = 0",
      "class A:\n  def __init__(self): self.s = super()\na = A()\na = A = 0",
  };
  for (const std::string_view text : programs) {
    CAPTURE(text);
    Program program;
    program.run(text);
    const std::size_t before = program.objects();
    CHECK(program.collect() > 0);
    CHECK(program.collect() == 0);
    CHECK(program.objects() < before);
    program.run("print('still running', [x for x in range(3)])");
    CHECK(program.take_output() == "still running [0, 1, 2]\n");
  }
}

TEST_CASE("What is held from outside stays, with all that it reaches") {
  Program program;
  program.run(R"(
class Node:
    def __init__(self, name):
        self.name, self.others = name, []
def ring(*names):
    nodes = [Node(name) for name in names]
    for node in nodes:
        node.others = nodes
    return nodes[0]
def suspended(node):
    got = yield node.name
    yield got, [other.name for other in node.others]
kept = ring('a', 'b')
generator = suspended(ring('c', 'd'))
print(next(generator))
)");
  CHECK(program.collect() == 0);
  program.run("print([node.name for node in kept.others], generator.send(1))");
  CHECK(program.take_output() == "c\n['a', 'b'] (1, ['c', 'd'])\n");
  program.run("kept = None");
  CHECK(program.collect() == 3);  // two nodes and their list
  program.run("print(generator.gi_running)\ngenerator = None");
  CHECK(program.collect() == 3);  // two nodes and their list
  CHECK(program.take_output() == "False\n");
}

TEST_CASE("__del__ runs once, may save its object, and sees it whole") {
  Program program;
  program.run(R"(
saved = []
class Node:
    def __init__(self, name):
        self.name, self.other = name, None
    def __del__(self):
        print('del', self.name, self.other.name)
        if self.name == 'b':
            saved.append(self)
def pair(first, second):
    a, b = Node(first), Node(second)
    a.other, b.other = b, a
pair('a', 'b')
pair('c', 'd')
)");
  CHECK(program.collect() == 2);  // 'c' and 'd'
  CHECK(program.take_output() == "del a b\ndel b a\ndel c d\ndel d c\n");
  program.run("print(saved[0].other.other is saved[0])\nsaved.clear()");
  CHECK(program.take_output() == "True\n");
  CHECK(program.collect() == 2);
  CHECK(program.take_output() == "");
}

TEST_CASE("A suspended generator in a cycle runs its finally blocks") {
  Program program;
  program.run(R"(
def work(box):
    try:
        yield
    finally:
        print('finally', box is not None, len(box))
box = []
box.append(work(box))
next(box[0])
box = None
)");
  CHECK(program.collect() == 0);  // nothing is left: closing the generator cut the cycle
  CHECK(program.take_output() == "finally True 1\n");
}

TEST_CASE("An exception in __del__ is reported and changes nothing") {
  Program program;
  program.run(R"(
class Bad:
    def __del__(self):
        raise ValueError('from del')
a = Bad()
a.self = a
a = None
)");
  CHECK(program.collect() == 1);
  CHECK(program.take_output().find("ValueError: from del") != std::string::npos);
  CHECK(!program.vm.has_error());
}

TEST_CASE("A program that makes cycles all day stays within its memory") {
  VmLimits limits;
  limits.memory_bytes = 32 << 20;
  Program program(limits);
  program.run(R"(
class Node:
    pass
for i in range(300_000):
    node = Node()
    node.self = node
    node.load = [i] * 20
print('done')
)");
  CHECK(program.take_output() == "done\n");
  CHECK(program.vm.heap.used_bytes() < limits.memory_bytes);
}

TEST_CASE("When garbage is looked for depends on the program alone") {
  const auto run = [] {
    Program program;
    program.run(R"(
count = 0
class Node:
    def __del__(self):
        global count
        count += 1
        if count % 50_000 == 0:
            print(count, i)
for i in range(600_000):
    node = Node()
    node.self = node
)");
    return program.take_output();
  };
  const std::string first = run();
  CHECK(!first.empty());
  CHECK(run() == first);
}

TEST_CASE("gc.disable() leaves cycles alone, gc.collect() does not") {
  Program program;
  program.run(R"(
import gc
print(gc.isenabled())
gc.disable()
count = 0
class Node:
    def __del__(self):
        global count
        count += 1
def make(n):
    for i in range(n):
        node = Node()
        node.self = node
make(50_000)
print(gc.isenabled(), count)
print(gc.collect(), count)
gc.enable()
)");
  CHECK(program.take_output() == "True\nFalse 0\n50000 50000\n");
}

TEST_CASE("gc.collect() within __del__ does nothing") {
  Program program;
  program.run(R"(
import gc
class Node:
    def __del__(self):
        print('collected', gc.collect())
node = Node()
node.self = node
node = None
print(gc.collect())
node = [Node()]
node = None
)");
  CHECK(program.take_output() == "collected 0\n1\ncollected 0\n");
}
