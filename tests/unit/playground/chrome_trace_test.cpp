#include "playground/chrome_trace.h"

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

#include <nlohmann/json.hpp>

#include "../coffee_and_sandwich.h"
#include "../random_trace.h"

namespace {

using namespace waiter;
using namespace waiter::playground;
using Json = nlohmann::ordered_json;

Json traced(const trace::Trace& trace) {
  trace::SpanIndex spans;
  spans.extend(trace);
  trace::Counters counters;
  counters.extend(trace);
  return chrome_trace(trace, spans, counters);
}

TEST_CASE("coffee and a sandwich: lanes are named threads, waits are complete events in microseconds") {
  trace::Recorder recorder(1000);
  waiter::testing::play_coffee_and_sandwich(recorder);
  const Json events = traced(recorder.trace())["traceEvents"];
  std::map<std::int64_t, std::string> threads;
  std::map<std::string, double> waits;
  for (const Json& event : events) {
    if (event["name"] == "thread_name") threads[event["tid"]] = event["args"]["name"];
    if (event.value("cat", "") == "awaiting") waits[event["name"]] = event["dur"];
  }
  CHECK(threads == std::map<std::int64_t, std::string>{
                       {1, "Event loop"}, {2, "Task-1 main"}, {3, "Task-2 make_coffee"}, {4, "Task-3 make_sandwich"}});
  CHECK(waits == std::map<std::string, double>{{"gather of 2", 1.5e6}, {"sleep 1.0", 1e6}, {"sleep 1.5", 1.5e6}});
}

TEST_CASE("every event has what the format demands, and every flow has two ends") {
  for (std::uint64_t seed = 0; seed < 5; ++seed) {
    CAPTURE(seed);
    trace::Recorder recorder(10'000);
    waiter::testing::RandomLoop loop(recorder, seed);
    for (int turn = 0; turn < 40; ++turn) loop.turn();
    std::set<std::int64_t> open;
    std::size_t flows = 0;
    const Json events = traced(recorder.trace())["traceEvents"];
    for (const Json& event : events) {
      REQUIRE(event["ph"].is_string());
      REQUIRE(event["pid"] == 1);
      REQUIRE(event["tid"].get<std::int64_t>() >= 1);
      if (event["ph"] == "M") continue;
      REQUIRE(event["ts"].get<double>() >= 0);
      if (event["ph"] == "X") REQUIRE(event["dur"].get<double>() >= 0);
      if (event["ph"] == "s") REQUIRE(open.insert(event["id"].get<std::int64_t>()).second);
      if (event["ph"] == "f") REQUIRE(open.erase(event["id"].get<std::int64_t>()) == 1);
      if (event["ph"] == "f") ++flows;
    }
    CHECK(open.empty());
    CHECK(flows > 0);
  }
}

}  // namespace
