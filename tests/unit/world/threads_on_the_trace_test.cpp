// Threads have lanes, on which waiting for the interpreter's lock is seen; a deadlock names who waits for whom.
#include <algorithm>
#include <memory>

#include <doctest/doctest.h>

#include "trace/spans.h"
#include "world/simulation.h"

namespace {

using namespace waiter;
using namespace waiter::world;
using trace::kSecond;

struct Ran {
  std::unique_ptr<Simulation> simulation;
  trace::SpanIndex spans;

  explicit Ran(const char* program) {
    simulation = std::make_unique<Simulation>(Program{{{"main.py", program}}}, Scenario{}, 0, Limits{});
    while (simulation->advance(1'000'000) == Simulation::State::Advancing) {}
    spans.extend(simulation->trace());
  }
  [[nodiscard]] trace::LaneId lane(const std::string& title) const {
    const trace::Trace& trace = simulation->trace();
    for (trace::LaneId lane = 0; lane < trace.lanes.size(); ++lane)
      if (trace.title(lane) == title) return lane;
    return trace::kNoLane;
  }
  [[nodiscard]] trace::Time time_in(trace::LaneId lane, trace::SpanState state) const {
    trace::Time sum = 0;
    for (const trace::Span& span : spans.spans(lane))
      if (span.state == state && span.end != trace::kOpen) sum += span.end - span.begin;
    return sum;
  }
};

TEST_CASE("two busy threads share the interpreter's lock: each is ready for as long as the other runs") {
  const Ran ran(R"(import threading
def busy():
    n = 0
    while n < 500000:
        n += 1
threads = [threading.Thread(target=busy, name=name) for name in ("first", "second")]
for thread in threads: thread.start()
for thread in threads: thread.join()
)");
  REQUIRE_FALSE(ran.simulation->error().has_value());
  const trace::LaneId first = ran.lane("first"), second = ran.lane("second");
  REQUIRE(first != trace::kNoLane);
  REQUIRE(second != trace::kNoLane);
  CHECK((ran.simulation->trace().lanes[first].kind == trace::LaneKind::Thread));
  CHECK(ran.simulation->trace().subtitle(first) == "busy");
  const trace::Time runs = ran.time_in(first, trace::SpanState::Running), waits = ran.time_in(first, trace::SpanState::Ready);
  CHECK(runs > 10 * trace::kMillisecond);
  CHECK(waits > runs / 2);
  CHECK(ran.time_in(second, trace::SpanState::Ready) > runs / 2);
}

TEST_CASE("a thread that sleeps holds up nobody: the loop's lane is not blocked") {
  const Ran ran(R"(import asyncio, time
async def main():
    thread = asyncio.create_task(asyncio.to_thread(time.sleep, 3))
    for n in range(3):
        await asyncio.sleep(1)
    await thread
asyncio.run(main())
)");
  REQUIRE_FALSE(ran.simulation->error().has_value());
  CHECK(ran.time_in(trace::kLoopLane, trace::SpanState::Blocked) == 0);
  const trace::LaneId worker = ran.lane("asyncio_0");
  REQUIRE(worker != trace::kNoLane);
  CHECK(ran.time_in(worker, trace::SpanState::Awaiting) >= 3 * kSecond);
}

TEST_CASE("a task that waits for a thread's lock holds its loop up meanwhile") {
  const Ran ran(R"(import asyncio, threading, time
lock = threading.Lock()
def hold():
    with lock:
        time.sleep(2)
async def main():
    thread = asyncio.create_task(asyncio.to_thread(hold))
    await asyncio.sleep(1)
    with lock:
        print("main has it")
    await thread
asyncio.run(main())
)");
  REQUIRE_FALSE(ran.simulation->error().has_value());
  CHECK(ran.time_in(trace::kLoopLane, trace::SpanState::Blocked) == kSecond);
}

TEST_CASE("loops of two threads, each held up by its own task") {
  const Ran ran(R"(import asyncio, threading, time
async def main():
    for n in range(3):
        time.sleep(0.5)
        await asyncio.sleep(0.5)
thread = threading.Thread(target=lambda: asyncio.run(main()), name="other")
thread.start()
asyncio.run(main())
thread.join()
)");
  CHECK_FALSE(ran.simulation->error().has_value());
}

TEST_CASE("a deadlock of two threads names the circle") {
  const Ran ran(R"(import threading, time
a, b = threading.Lock(), threading.Lock()
def take(first, second):
    with first:
        time.sleep(1)
        with second:
            pass
threads = [threading.Thread(target=take, args=pair, name=name) for name, pair in (("ab", (a, b)), ("ba", (b, a)))]
for thread in threads: thread.start()
for thread in threads: thread.join()
)");
  REQUIRE(ran.simulation->error().has_value());
  CHECK(ran.simulation->error()->type == "Deadlock");
  CHECK(ran.simulation->error()->message ==
        "MainThread waits for a lock that ab holds; ab waits for a lock that ba holds; ba waits for a lock that ab holds. "
        "Nothing is left that could wake anybody: ab waits for ba waits for ab");
}

TEST_CASE("a deadlock of a loop and a thread tells of both") {
  const Ran ran(R"(import asyncio, threading
gate = threading.Event()
async def main():
    event = asyncio.Event()
    threading.Thread(target=gate.wait, name="gatekeeper").start()
    await event.wait()
asyncio.run(main())
)");
  REQUIRE(ran.simulation->error().has_value());
  const std::string& message = ran.simulation->error()->message;
  CHECK(message.find("MainThread runs an event loop, in which Task-1 waits for an event (line 6)") != std::string::npos);
  CHECK(message.find("gatekeeper waits for a lock") != std::string::npos);
}

}  // namespace
