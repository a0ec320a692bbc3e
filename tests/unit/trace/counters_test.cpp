#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "../coffee_and_sandwich.h"
#include "../random_trace.h"
#include "trace/spans.h"

namespace {

using namespace waiter::trace;
using namespace waiter::testing;

std::vector<std::string> texts(const std::vector<CounterPoint>& points) {
  std::vector<std::string> out;
  for (const CounterPoint& point : points) {
    out.push_back(std::to_string(point.time / kMillisecond) + ':' + std::to_string(point.value));
  }
  return out;
}

TEST_CASE("coffee and a sandwich: three wait, then two, then nobody") {
  Recorder recorder(1000);
  play_coffee_and_sandwich(recorder);
  Counters counters;
  counters.extend(recorder.trace());
  using Texts = std::vector<std::string>;
  CHECK(texts(counters.waiting) == Texts{"0:3", "1000:2", "1500:0"});
  CHECK(counters.waiting_max == 3);
  // main and then both orders stand in the queue at 0; each wake-up is one more for no time at all.
  CHECK(texts(counters.ready) == Texts{"0:2", "0:0", "1000:1", "1000:0", "1500:1", "1500:0"});
  CHECK(counters.ready_max == 2);
  CHECK(counters.lag_max_ns == 0);
}

TEST_CASE("the lag is how long a task stood in the queue before it was served") {
  Recorder recorder(100);
  LoopScript loop(recorder);
  const LaneId a = loop.task("Task-1", "a", kLoopLane, 1);
  const LaneId b = loop.task("Task-2", "b", kLoopLane, 1);
  loop.turn();
  loop.begin(a, 1, 1);
  recorder.record(EventKind::BlockBegin, a, {}, 0);
  recorder.set_now(250 * kMillisecond);
  recorder.record(EventKind::BlockEnd, a, {}, 250 * kMillisecond);
  loop.done(a, 1);
  loop.end(a, 1);
  loop.begin(b, 1, 1);
  Counters counters;
  counters.extend(recorder.trace());
  CHECK(counters.lag_max_ns == 250 * kMillisecond);
  REQUIRE(counters.lag_ns.size() == 2);
  CHECK(counters.lag_ns[1].time == 250 * kMillisecond);
}

TEST_CASE("counters never go below zero and keep at most two points of an instant") {
  for (std::uint64_t seed = 0; seed < 40; ++seed) {
    CAPTURE(seed);
    Recorder recorder(100'000);
    RandomLoop loop(recorder, seed);
    for (int turn = 0; turn < 80; ++turn) loop.turn();
    Counters counters;
    counters.extend(recorder.trace());
    for (const auto* points : {&counters.waiting, &counters.ready}) {
      for (std::size_t i = 0; i < points->size(); ++i) {
        REQUIRE((*points)[i].value >= 0);
        if (i >= 2) REQUIRE((*points)[i - 2].time < (*points)[i].time);
        if (i >= 1 && (*points)[i - 1].time == (*points)[i].time) REQUIRE((*points)[i - 1].value > (*points)[i].value);
      }
    }
    for (const CounterPoint& point : counters.waiting) REQUIRE(point.value <= counters.waiting_max);
  }
}

}  // namespace
