#include "playground/moment.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <vector>

#include "../coffee_and_sandwich.h"
#include "../random_trace.h"

namespace {

using namespace waiter;
using namespace waiter::playground;
using namespace waiter::testing;
using trace::EventKind;
using trace::kMillisecond;
using trace::kSecond;

bool equal(const Moment& a, const Moment& b) {
  return a.event == b.event && a.time == b.time && a.turn == b.turn && a.running == b.running && a.ready == b.ready &&
         a.timers == b.timers && a.lanes == b.lanes;
}

struct Recorded {
  Recorded() : recorder(1000) {
    play_coffee_and_sandwich(recorder);
    moments.extend(recorder.trace());
  }
  const trace::Trace& trace() const { return recorder.trace(); }
  trace::Recorder recorder;
  Moments moments;
};

TEST_CASE("at 0.72 s both orders sleep, main waits for both, and nobody is ready") {
  const Recorded run;
  const Moment moment = run.moments.at_time(run.trace(), 720 * kMillisecond);
  CHECK(moment.time == 720 * kMillisecond);
  CHECK(moment.turn == 2);
  CHECK_FALSE(moment.running.has_value());
  CHECK(moment.ready.empty());
  REQUIRE(moment.timers.size() == 2);
  CHECK(moment.timers[0].lane == 2);
  CHECK(moment.timers[0].deadline == kSecond);
  CHECK(moment.timers[1].lane == 3);
  CHECK(moment.timers[1].set == 0);
  REQUIRE(moment.lanes.size() == 4);
  CHECK(moment.lanes[0].state == LaneState::Awaiting);
  CHECK(moment.lanes[1].state == LaneState::Awaiting);
  CHECK(moment.lanes[1].gather_all == 2);
  CHECK(moment.lanes[1].gather_done == 0);
  CHECK(moment.lanes[1].where.line == 12);
  CHECK(moment.lanes[2].where.line == 4);
  CHECK(run.trace().names.text(moment.lanes[2].awaits) == "sleep 1.0");
}

TEST_CASE("between 1.0 and 1.5 s one of the two is done and gather knows it") {
  const Recorded run;
  const Moment moment = run.moments.at_time(run.trace(), 1200 * kMillisecond);
  CHECK(moment.lanes[1].gather_done == 1);
  CHECK(moment.lanes[2].state == LaneState::Done);
  CHECK(moment.lanes[2].since == kSecond);
  CHECK(moment.timers.size() == 1);
}

TEST_CASE("while main runs its first step, the tasks it has made stand in the queue in order") {
  const Recorded run;
  std::uint32_t event = 0;
  while (run.trace().events[event].kind != EventKind::StepEnd) ++event;
  const Moment before = run.moments.at_event(run.trace(), event - 1);
  CHECK(before.running == trace::LaneId{1});
  CHECK(before.ready == std::vector<trace::LaneId>{2, 3});
  CHECK(before.lanes[2].state == LaneState::Ready);
  const Moment after = run.moments.at_event(run.trace(), event);
  CHECK_FALSE(after.running.has_value());
  CHECK(after.lanes[0].state == LaneState::Running);  // the queue is not empty: the loop goes on
}

TEST_CASE("before a lane is made it is not there yet") {
  const Recorded run;
  const Moment moment = run.moments.at_event(run.trace(), 0);
  CHECK(moment.lanes.size() == 4);
  CHECK(moment.lanes[3].state == LaneState::NotYet);
}

TEST_CASE("a trace without events has a moment all the same") {
  trace::Recorder recorder(10);
  Moments moments;
  moments.extend(recorder.trace());
  const Moment moment = moments.at_time(recorder.trace(), kSecond);
  CHECK(moment.time == kSecond);
  CHECK(moment.lanes.size() == 1);
}

TEST_CASE("timers of one deadline stand in the order in which they were set") {
  trace::Recorder recorder(100);
  LoopScript loop(recorder);
  for (const char* title : {"a", "b", "c"}) loop.task(title, "f", trace::kLoopLane, 1);
  recorder.record(EventKind::TimerSet, 2, {}, 5);
  recorder.record(EventKind::TimerSet, 1, {}, 5);
  recorder.record(EventKind::TimerSet, 3, {}, 4);
  recorder.record(EventKind::TimerSet, 3, {}, 5);
  recorder.record(EventKind::TimerCancelled, 1, {}, 5);
  Moments moments;
  moments.extend(recorder.trace());
  const Moment moment = moments.at_time(recorder.trace(), 0);
  REQUIRE(moment.timers.size() == 3);
  CHECK(moment.timers[0].deadline == 4);
  CHECK(moment.timers[1].lane == 2);
  CHECK(moment.timers[2].lane == 3);
}

TEST_CASE("a moment reached from a keyframe equals one folded from the start") {
  for (std::uint64_t seed = 0; seed < 12; ++seed) {
    CAPTURE(seed);
    trace::Recorder recorder(100'000);
    RandomLoop loop(recorder, seed);
    Moments moments;
    for (int turn = 0; turn < 300; ++turn) {
      loop.turn();
      if (loop.dice().chance(20)) moments.extend(recorder.trace());
    }
    moments.extend(recorder.trace());
    const trace::Trace& trace = recorder.trace();
    REQUIRE(trace.events.size() > 1000);  // several keyframes
    Fold fold;
    for (std::uint32_t event = 0; event < trace.events.size(); ++event) {
      fold.take(trace, event);
      if (event % 17 != 0 && event + 1 != trace.events.size()) continue;
      CAPTURE(event);
      REQUIRE(equal(moments.at_event(trace, event), fold.moment(trace)));
    }
    // And in any order.
    for (int look = 0; look < 100; ++look) {
      const auto event = static_cast<std::uint32_t>(loop.dice().roll(trace.events.size()));
      Fold from_start;
      for (std::uint32_t i = 0; i <= event; ++i) from_start.take(trace, i);
      REQUIRE(equal(moments.at_event(trace, event), from_start.moment(trace)));
    }
  }
}

TEST_CASE("in every moment a lane stands in the queue exactly if it is ready, and timers are in order") {
  for (std::uint64_t seed = 50; seed < 60; ++seed) {
    CAPTURE(seed);
    trace::Recorder recorder(100'000);
    RandomLoop loop(recorder, seed);
    for (int turn = 0; turn < 80; ++turn) loop.turn();
    const trace::Trace& trace = recorder.trace();
    Fold fold;
    for (std::uint32_t event = 0; event < trace.events.size(); ++event) {
      fold.take(trace, event);
      const Moment moment = fold.moment(trace);
      std::size_t ready = 0;
      for (std::size_t lane = 1; lane < moment.lanes.size(); ++lane) {
        if (moment.lanes[lane].state == LaneState::Ready) ++ready;
        const bool runs = moment.lanes[lane].state == LaneState::Running || moment.lanes[lane].state == LaneState::Blocked;
        if (runs) REQUIRE(moment.running == static_cast<trace::LaneId>(lane));
      }
      const bool running_is_queued =
          moment.running && std::count(moment.ready.begin(), moment.ready.end(), *moment.running) == 1;
      REQUIRE(moment.ready.size() == ready + (running_is_queued ? 1 : 0));
      for (std::size_t i = 1; i < moment.timers.size(); ++i) {
        REQUIRE(moment.timers[i - 1].deadline <= moment.timers[i].deadline);
      }
    }
  }
}

}  // namespace
