#include "view/instants.h"

#include <doctest/doctest.h>

#include "recorded_run.h"

using namespace waiter;
using namespace waiter::view;
using trace::kSecond;
using view_test::recorded_run;

TEST_CASE("events of one time are one instant") {
  const auto run = recorded_run("lesson");
  Instants instants;
  instants.extend(run->trace());
  REQUIRE(instants.size() == 3);
  CHECK(instants[0].time == 0);
  CHECK(instants[1].time == kSecond);
  CHECK(instants[2].time == kSecond * 3 / 2);
  CHECK(instants.steps(0) == 3);
  CHECK(instants.steps(1) == 1);
  CHECK(instants.steps(2) == 2);
  CHECK(instants.last_event(2) + 1 == run->trace().events.size());
  CHECK_FALSE(instants.at_or_before(-1).has_value());
  CHECK(*instants.at_or_before(kSecond + 1) == 1);
}

TEST_CASE("taking events in bit by bit gives the same instants") {
  const auto run = recorded_run("crowd 5 4");
  Instants whole_run;
  whole_run.extend(run->trace());
  Instants growing;
  trace::Trace part;
  for (const trace::Lane& lane : run->trace().lanes) part.lanes.push_back(lane);
  for (const trace::Event& event : run->trace().events) {
    part.events.push_back(event);
    growing.extend(part);
  }
  REQUIRE(growing.size() == whole_run.size());
  for (std::size_t i = 0; i < growing.size(); ++i) CHECK(growing.steps(i) == whole_run.steps(i));
}

TEST_CASE("pixels never run backwards, over events and over times") {
  for (const char* const name : {"lesson", "blocked", "crowd 50 10"}) {
    const auto run = recorded_run(name);
    Instants instants;
    instants.extend(run->trace());
    const TimeScale scale{whole(run->end()), 0, 500};
    const StepScale steps(scale, instants, 4);
    float before = -1;
    bool forwards = true;
    for (std::uint32_t event = 0; event < run->trace().events.size(); ++event) {
      forwards &= steps.x(event) >= before - 0.01F;
      before = steps.x(event);
    }
    CAPTURE(name);
    CHECK(forwards);
    before = -1;
    for (Time time = 0; time < run->end(); time += run->end() / 997 + 1) {
      CHECK(steps.x(time) >= before - 0.01F);
      before = steps.x(time);
    }
  }
}

TEST_CASE("the steps of an instant keep clear of the next instant") {
  const auto run = recorded_run("crowd 1000 20");
  Instants instants;
  instants.extend(run->trace());
  const TimeScale scale{whole(run->end()), 0, 500};
  const StepScale steps(scale, instants, 4);
  for (std::size_t i = 0; i + 1 < instants.size(); ++i) CHECK(steps.instant_right(i) < steps.instant_left(i + 1));
}

TEST_CASE("a pixel within an instant is one of its steps, and there the playhead stands") {
  const auto run = recorded_run("lesson");
  Instants instants;
  instants.extend(run->trace());
  const TimeScale scale{whole(run->end()), 0, 500};
  const StepScale steps(scale, instants, 4);
  const Playhead second_step = steps.at(6, run->end());
  REQUIRE(second_step.event.has_value());
  CHECK(instants.rank(*second_step.event) == 1);
  CHECK(second_step.time == 0);
  const Playhead between = steps.at(200, run->end());
  CHECK_FALSE(between.event.has_value());
  CHECK(steps.x(between) == doctest::Approx(200).epsilon(0.01));
  CHECK(steps.at(-50, run->end()).time == 0);
  CHECK(steps.at(5000, run->end()).time == run->end());
}
