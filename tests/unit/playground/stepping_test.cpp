#include "playground/stepping.h"

#include <doctest/doctest.h>

#include "../coffee_and_sandwich.h"

namespace {

using namespace waiter;
using namespace waiter::playground;
using trace::EventKind;

struct Recorded {
  Recorded() : recorder(1000) { waiter::testing::play_coffee_and_sandwich(recorder); }
  const trace::Trace& trace() const { return recorder.trace(); }
  std::uint32_t last() const { return static_cast<std::uint32_t>(trace().events.size() - 1); }
  trace::Recorder recorder;
};

TEST_CASE("a step by event is the next or the previous one, and stays at either end") {
  const Recorded run;
  CHECK(stepped(run.trace(), 3, StepUnit::Event, Direction::Forwards) == 4);
  CHECK(stepped(run.trace(), 3, StepUnit::Event, Direction::Backwards) == 2);
  CHECK(stepped(run.trace(), 0, StepUnit::Event, Direction::Backwards) == 0);
  CHECK(stepped(run.trace(), run.last(), StepUnit::Event, Direction::Forwards) == run.last());
}

TEST_CASE("steps by turn visit the begin of every turn, forwards and backwards alike") {
  const Recorded run;
  std::vector<std::int64_t> turns;
  std::uint32_t event = 0;
  while (event != run.last()) {
    event = stepped(run.trace(), event, StepUnit::Turn, Direction::Forwards);
    if (event != run.last()) turns.push_back(run.trace().events[event].argument);
  }
  CHECK(turns == std::vector<std::int64_t>{1, 2, 3, 4, 5, 6, 7, 8, 9});
  turns.clear();
  while (event != 0) {
    event = stepped(run.trace(), event, StepUnit::Turn, Direction::Backwards);
    if (event != 0) turns.push_back(run.trace().events[event].argument);
  }
  CHECK(turns == std::vector<std::int64_t>{9, 8, 7, 6, 5, 4, 3, 2, 1});
}

TEST_CASE("a step by line goes to the next event of another line") {
  const Recorded run;
  for (std::uint32_t from = 0; from <= run.last(); ++from) {
    const std::uint32_t to = stepped(run.trace(), from, StepUnit::Line, Direction::Forwards);
    REQUIRE(to >= from);
    if (to == run.last()) continue;
    REQUIRE(run.trace().events[to].where().line != 0);
    REQUIRE(run.trace().events[to].where().line != run.trace().events[from].where().line);
  }
}

TEST_CASE("a step in an empty trace stays where it is") {
  trace::Recorder recorder(10);
  CHECK(stepped(recorder.trace(), 0, StepUnit::Turn, Direction::Forwards) == 0);
  CHECK(stepped(recorder.trace(), 7, StepUnit::Event, Direction::Backwards) == 0);
}

}  // namespace
