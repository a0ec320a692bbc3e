// Shaking decides what is really undefined, and nothing else.
#include <string>

#include <doctest/doctest.h>

#include "world/scenario.h"
#include "world/simulation.h"

namespace {

using namespace waiter;
using namespace waiter::world;

std::string printed(const char* program, std::uint64_t shake) {
  Scenario scenario;
  scenario.shake = shake;
  Simulation simulation(Program{{{"main.py", program}}}, scenario, 0, Limits{});
  while (simulation.advance(1'000'000) == Simulation::State::Advancing) {}
  std::string text;
  for (const trace::Output& output : simulation.trace().outputs) text += output.text;
  return text;
}

/// The first seed whose run prints something else than the run that is not shaken; 0: none of them.
std::uint64_t first_that_differs(const char* program, std::uint64_t seeds) {
  const std::string usual = printed(program, 0);
  for (std::uint64_t seed = 1; seed <= seeds; ++seed)
    if (printed(program, seed) != usual) return seed;
  return 0;
}

TEST_CASE("a race of threads that hides is found by shaking, and its seed repeats it") {
  const char* program = R"(import threading
counter = 0
def one_more(value):
    return value + 1
def add():
    global counter
    for n in range(10000):
        value = counter
        counter = one_more(value)
threads = [threading.Thread(target=add) for n in range(3)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(counter)
)";
  CHECK(printed(program, 0) == "30000\n");
  const std::uint64_t seed = first_that_differs(program, 50);
  REQUIRE(seed != 0);
  CHECK(printed(program, seed) == printed(program, seed));
}

TEST_CASE("what falls due at one instant but was set at different ones is shaken") {
  CHECK(first_that_differs(R"(import asyncio
async def sleeps(name, *times):
    for time in times:
        await asyncio.sleep(time)
    print(name)
async def main():
    await asyncio.gather(sleeps("whole", 1), sleeps("halves", 0.5, 0.5), sleeps("quarters", 0.25, 0.25, 0.25, 0.25))
asyncio.run(main())
)", 20) != 0);
}

TEST_CASE("the order that a program gives is never shaken") {
  CHECK(first_that_differs(R"(import asyncio
async def sleeps(name, lock):
    await asyncio.sleep(1)
    async with lock:
        print(name, asyncio.get_running_loop().time())
        await asyncio.sleep(1)
async def main():
    lock = asyncio.Lock()
    asyncio.get_running_loop().call_later(1, print, "timer")
    await asyncio.gather(*(sleeps(n, lock) for n in range(10)))
asyncio.run(main())
)", 30) == 0);
}

// What the clients of a served application saw, one after the other.
std::string seen(const char* program, const char* scenario_text, std::uint64_t shake) {
  Scenario scenario = read_scenario(scenario_text).scenario;
  scenario.shake = shake;
  Simulation simulation(Program{{{"main.py", program}}}, scenario, 0, Limits{});
  while (simulation.advance(1'000'000) == Simulation::State::Advancing) {}
  std::string text;
  for (const ClientRecord& record : simulation.clients())
    for (const SeenText& part : record.received) text += part.text + " ";
  return text;
}

const char* const kCounting = R"(
count = 0
async def app(scope, receive, send):
    global count
    if scope["type"] == "lifespan": return
    if scope["type"] == "http":
        count += 1
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"1")]})
        return await send({"type": "http.response.body", "body": str(count).encode()})
    await receive()
    await send({"type": "websocket.accept"})
    while (message := await receive())["type"] != "websocket.disconnect":
        await send({"type": "websocket.send", "text": message["text"]})
)";

TEST_CASE("who of those that come at one instant is first is shaken; what one client sends stays in its order") {
  const char* crowd = R"({"clients": [{"name": "A", "request": "GET /", "count": 5}]})";
  CHECK(seen(kCounting, crowd, 0) == "1 2 3 4 5 ");
  bool differs = false;
  for (std::uint64_t seed = 1; seed <= 10 && !differs; ++seed) differs = seen(kCounting, crowd, seed) != "1 2 3 4 5 ";
  CHECK(differs);
  CHECK(seen(kCounting, crowd, 3) == seen(kCounting, crowd, 3));
  const char* one = R"({"network": {"latency": 0.1, "jitter": 0.5}, "clients": [{"name": "A", "websocket": "/", "script": [
    {"at": 1, "send": "a"}, {"at": 1, "send": "b"}, {"at": 1.01, "send": "c"}, {"at": 1.02, "send": "d"}, {"at": 9, "close": 1000}]}]})";
  for (std::uint64_t seed = 0; seed <= 20; ++seed) CHECK(seen(kCounting, one, seed) == "a b c d ");
}

TEST_CASE("a latency is shaken, and so who is first when it was a close thing") {
  const char* close_thing = R"({"network": {"latency": 0.1}, "clients": [{"name": "A", "request": "GET /"}, {"name": "B", "at": 0.01, "request": "GET /"}]})";
  CHECK(seen(kCounting, close_thing, 0) == "1 2 ");
  bool differs = false;
  for (std::uint64_t seed = 1; seed <= 20 && !differs; ++seed) differs = seen(kCounting, close_thing, seed) == "2 1 ";
  CHECK(differs);
}

}  // namespace
