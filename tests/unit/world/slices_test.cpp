// A run does not depend on where its slices are cut, and two runs of one input are one.
#include <string>

#include <doctest/doctest.h>

#include "world/simulation.h"

namespace {

using namespace waiter;
using namespace waiter::world;

constexpr const char* kProgram = R"(import asyncio, random, threading, time

async def worker(name, queue, lock):
    while True:
        item = await queue.get()
        async with lock:
            await asyncio.sleep(item)
        for n in range(item * 2000):
            pass
        print(name, item, asyncio.get_running_loop().time())
        queue.task_done()

def thread(log):
    for n in range(30000):
        pass
    time.sleep(0.5)
    log.append(threading.current_thread().name)

async def main():
    queue, lock, log = asyncio.Queue(3), asyncio.Lock(), []
    tasks = [asyncio.create_task(worker(n, queue, lock)) for n in "ab"]
    threads = [asyncio.to_thread(thread, log) for n in range(3)]
    for n in range(8):
        await queue.put(random.randint(1, 5))
    await queue.join()
    for task in tasks:
        task.cancel()
    print(await asyncio.gather(*tasks, *threads, return_exceptions=True), len(log))

asyncio.run(main())
)";

/// Every event and output of a run, as text.
std::string told(std::uint64_t slice, std::uint64_t shake = 0) {
  Scenario scenario;
  scenario.shake = shake;
  Simulation simulation(Program{{{"main.py", kProgram}}}, scenario, 7, Limits{});
  while (simulation.advance(slice) == Simulation::State::Advancing) {}
  const trace::Trace& trace = simulation.trace();
  std::string text;
  for (trace::LaneId lane = 0; lane < trace.lanes.size(); ++lane) text += trace.title(lane) + "/" + trace.subtitle(lane) + "\n";
  for (const trace::Event& event : trace.events) {
    text += std::string(trace::kind_name(event.kind)) + " " + std::to_string(event.time) + " " + std::to_string(event.lane) + " " +
            std::to_string(event.argument) + " " + std::to_string(event.where().line) + "\n";
  }
  for (const trace::Output& output : trace.outputs) text += std::to_string(output.time) + " " + output.text;
  if (simulation.error()) text += simulation.error()->type + simulation.error()->message;
  return text;
}

TEST_CASE("a run is the same whatever the length of its slices") {
  const std::string whole = told(100'000'000);
  REQUIRE(whole.find("[CancelledError") != std::string::npos);
  for (const std::uint64_t slice : {1u, 7u, 100u, 999u, 250'000u, 250'001u}) {
    CAPTURE(slice);
    CHECK(told(slice) == whole);
  }
}

TEST_CASE("a shaken run is the same with the same seed, whatever the length of its slices") {
  for (const std::uint64_t seed : {1u, 2u, 3u}) CHECK(told(13, seed) == told(1'000'000, seed));
}

}  // namespace
