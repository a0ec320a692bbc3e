// What an edit costs in the engine: parse, compile, run and index a program, the picture not counted. The lesson's program
// is the one that every edit runs; the others stretch one thing each.

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "playground/run.h"

namespace {

constexpr const char* kLessonProgram = WAITER_SOURCE_DIR "/lessons/coffee-and-sandwich/all_at_once.py";

std::string read(const char* path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file || text.str().empty()) {
    std::fprintf(stderr, "%s cannot be read\n", path);
    std::exit(2);
  }
  return text.str();
}

void run_program(benchmark::State& state, const std::string& text) {
  std::size_t events = 0;
  for (auto _ : state) {
    waiter::playground::Run run({{{"main.py", text}}}, {}, 0);
    while (run.advance(100'000)) {
    }
    if (run.error()) state.SkipWithError(run.error()->message.c_str());
    events = run.trace().events.size();
  }
  state.counters["events"] = static_cast<double>(events);
}

void lesson(benchmark::State& state) { run_program(state, read(kLessonProgram)); }

void empty_program(benchmark::State& state) { run_program(state, ""); }

void loop_of_100_000(benchmark::State& state) {
  run_program(state, "total = 0\nfor i in range(100_000):\n    total += i * 2\nprint(total)\n");
}

void gather_of_1_000_tasks(benchmark::State& state) {
  run_program(state,
              "import asyncio\n"
              "async def wait(i):\n"
              "    for _ in range(10):\n"
              "        await asyncio.sleep(0.001 * i)\n"
              "async def main():\n"
              "    await asyncio.gather(*(wait(i) for i in range(1000)))\n"
              "asyncio.run(main())\n");
}

BENCHMARK(lesson)->Unit(benchmark::kMicrosecond);
BENCHMARK(empty_program)->Unit(benchmark::kMicrosecond);
BENCHMARK(loop_of_100_000)->Unit(benchmark::kMillisecond);
BENCHMARK(gather_of_1_000_tasks)->Unit(benchmark::kMillisecond);

}  // namespace

BENCHMARK_MAIN();
