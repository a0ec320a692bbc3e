#include "trace/recorder.h"

#include <doctest/doctest.h>

#include <csignal>
#include <string>
#include <sys/wait.h>
#include <unistd.h>

#include "trace/spans.h"

namespace {

using namespace waiter::trace;

// Whether `what` ends in a failed assertion, tried in a child process.
template <typename What>
bool aborts(What what) {
  const pid_t child = fork();
  if (child == 0) {
    std::signal(SIGABRT, SIG_DFL);
    if (std::freopen("/dev/null", "w", stderr) == nullptr) _exit(2);
    what();
    _exit(0);
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
}

LaneId make_ready_task(Recorder& recorder) {
  const LaneId lane = recorder.make_lane(LaneKind::Task, "Task-1", "main", kLoopLane, {0, 0, 1});
  recorder.record(EventKind::HandleReady, lane, {});
  return lane;
}

TEST_CASE("a new recorder has the event loop's lane and nothing else") {
  Recorder recorder(10);
  REQUIRE(recorder.trace().lanes.size() == 1);
  CHECK(recorder.trace().lanes[kLoopLane].kind == LaneKind::Loop);
  CHECK(recorder.trace().events.empty());
  CHECK(recorder.trace().names.text(0).empty());
}

TEST_CASE("making a lane records who made it, where, and the name of its function") {
  Recorder recorder(10);
  recorder.set_now(5);
  const LaneId lane = recorder.make_lane(LaneKind::Task, "Task-1", "main", kLoopLane, {0, 2, 7});
  CHECK(lane == 1);
  REQUIRE(recorder.trace().events.size() == 1);
  const Event& event = recorder.trace().events[0];
  CHECK(event.kind == EventKind::LaneMade);
  CHECK(event.time == 5);
  CHECK(event.lane == 1);
  CHECK(event.subject == kLoopLane);
  CHECK(event.where().line == 7);
  CHECK(recorder.trace().names.text(static_cast<NameId>(event.argument)) == "main");
  CHECK(recorder.trace().lanes[1].made == 5);
}

TEST_CASE("a recorder that is full keeps the first events, counts the rest, and keeps all output") {
  Recorder recorder(2);
  for (int i = 0; i < 5; ++i) recorder.output(kLoopLane, 1, false, std::to_string(i));
  CHECK(recorder.full());
  CHECK(recorder.trace().events.size() == 2);
  CHECK(recorder.trace().dropped == 3);
  REQUIRE(recorder.trace().outputs.size() == 5);
  CHECK(recorder.trace().outputs[4].text == "4");
}

TEST_CASE("a lane's title is given back as it was, whatever its digits") {
  Recorder recorder(100);
  for (const char* const title : {"Task-1", "Table 12", "7", "0", "007", "Crowd 00", "a1b", "", "Crowd 4294967295", "x99999999999", "Crowd 1000000000", "-0", "٣"}) {
    const LaneId lane = recorder.make_lane(LaneKind::Client, title, "GET /", kNoLane, {});
    CHECK(recorder.trace().title(lane) == title);
    CHECK(recorder.trace().full_title(lane) == std::string(title) + " GET /");
  }
  const LaneId lane = recorder.make_lane(LaneKind::Client, "Ann", "", kNoLane, {});
  CHECK(recorder.trace().full_title(lane) == "Ann");
  recorder.rename_lane(lane, "Bob 2");
  CHECK(recorder.trace().title(lane) == "Bob 2");
}

TEST_CASE("exactly as many events as the limit allows do not make a recorder full") {
  Recorder recorder(2);
  recorder.output(kLoopLane, 1, false, "a");
  recorder.output(kLoopLane, 1, false, "b");
  CHECK_FALSE(recorder.full());
}

TEST_CASE("a limit that is a block's end, or one event beside it, is kept to") {
  constexpr std::size_t kBlock = Log<Event>::kBlockItems;
  for (const std::size_t limit : {kBlock - 1, kBlock, kBlock + 1}) {
    Recorder recorder(limit);
    for (std::size_t i = 0; i < kBlock + 5; ++i) recorder.record(EventKind::TurnBegin, kLoopLane, {}, static_cast<std::int64_t>(i));
    CHECK(recorder.trace().events.size() == limit);
    CHECK(recorder.trace().events.back().argument == static_cast<std::int64_t>(limit - 1));
    CHECK(recorder.trace().dropped == kBlock + 5 - limit);
  }
}

TEST_CASE("an order is refused as well when events are no longer kept") {
  CHECK(aborts([] {
    Recorder recorder(1);
    const LaneId lane = make_ready_task(recorder);
    recorder.record(EventKind::StepEnd, lane, {});
  }));
}

TEST_CASE("a client's lane, which takes no steps, may begin to wait and end at any time") {
  Recorder recorder(10);
  const LaneId lane = recorder.make_lane(LaneKind::Client, "Ann", "GET /", kNoLane, {});
  recorder.record(EventKind::Await, lane, {});
  recorder.record(EventKind::LaneDone, lane, {});
  CHECK(recorder.trace().events.size() == 3);
}

TEST_CASE("a task begins to wait within a step only") {
  CHECK(aborts([] {
    Recorder recorder(10);
    recorder.record(EventKind::Await, make_ready_task(recorder), {});
  }));
}

TEST_CASE("names of one length and one last letter are told apart, whichever was asked for last") {
  Names names;
  const NameId a = names.intern("serve"), b = names.intern("bake_"), c = names.intern("shave");
  for (int i = 0; i < 3; ++i) {
    CHECK(names.intern("serve") == a);
    CHECK(names.intern("shave") == c);
    CHECK(names.intern("bake_") == b);
    CHECK(names.intern("") == 0);
  }
  CHECK(names.size() == 4);
}

TEST_CASE("equal names have equal ids and keep their text") {
  Names names;
  const NameId a = names.intern("sleep 1.5");
  for (int i = 0; i < 1000; ++i) names.intern("filler " + std::to_string(i));
  CHECK(names.intern("sleep 1.5") == a);
  CHECK(names.text(a) == "sleep 1.5");
  CHECK(names.intern("") == 0);
  CHECK(names.size() == 1002);
}

TEST_CASE("time that runs backwards is refused") {
  CHECK(aborts([] {
    Recorder recorder(10);
    recorder.set_now(2);
    recorder.set_now(1);
  }));
}

TEST_CASE("a step of a lane that is not in the ready queue is refused") {
  CHECK(aborts([] {
    Recorder recorder(10);
    const LaneId lane = recorder.make_lane(LaneKind::Task, "Task-1", "main", kLoopLane, {});
    recorder.record(EventKind::StepBegin, lane, {});
  }));
}

TEST_CASE("two tasks that run at once are refused") {
  CHECK(aborts([] {
    Recorder recorder(10);
    const LaneId a = make_ready_task(recorder);
    const LaneId b = make_ready_task(recorder);
    recorder.record(EventKind::StepBegin, a, {});
    recorder.record(EventKind::StepBegin, b, {});
  }));
}

TEST_CASE("a lane that joins the ready queue twice is refused") {
  CHECK(aborts([] {
    Recorder recorder(10);
    const LaneId lane = make_ready_task(recorder);
    recorder.record(EventKind::HandleReady, lane, {});
  }));
}

TEST_CASE("waking a lane that ended is refused") {
  CHECK(aborts([] {
    Recorder recorder(10);
    const LaneId lane = make_ready_task(recorder);
    recorder.record(EventKind::StepBegin, lane, {});
    recorder.record(EventKind::LaneDone, lane, {});
    recorder.record(EventKind::StepEnd, lane, {});
    recorder.record(EventKind::HandleReady, lane, {});
  }));
}

TEST_CASE("a lane may be woken during its own step") {
  Recorder recorder(10);
  const LaneId lane = make_ready_task(recorder);
  recorder.record(EventKind::StepBegin, lane, {}, 1);
  recorder.record(EventKind::HandleReady, lane, {}, static_cast<std::int64_t>(ReadyReason::Yielded));
  recorder.record(EventKind::StepEnd, lane, {});
  recorder.record(EventKind::StepBegin, lane, {}, 2);
  CHECK(recorder.trace().events.size() == 6);
}

TEST_CASE("every kind of event has its own name") {
  CHECK(std::string(kind_name(EventKind::LaneMade)) == "LaneMade");
  CHECK(std::string(kind_name(EventKind::RunEnded)) == "RunEnded");
}

}  // namespace
