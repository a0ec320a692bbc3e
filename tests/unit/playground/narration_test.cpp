#include "playground/narration.h"

#include <doctest/doctest.h>

#include <set>
#include <string>
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

std::vector<std::string> told(const trace::Trace& trace) {
  Moments moments;
  moments.extend(trace);
  std::vector<std::string> out;
  Moment before;
  before.lanes.resize(trace.lanes.size());
  for (std::uint32_t event = 0; event < trace.events.size(); ++event) {
    Moment after = moments.at_event(trace, event);
    out.push_back(event_narration(trace, event, before, after));
    before = std::move(after);
  }
  return out;
}

std::string told_at(const trace::Trace& trace, trace::Time time) {
  Moments moments;
  moments.extend(trace);
  return moment_narration(trace, moments.at_time(trace, time));
}

TEST_CASE("coffee and a sandwich is told from beginning to end") {
  trace::Recorder recorder(1000);
  play_coffee_and_sandwich(recorder);
  const std::vector<std::string> expected = {
      "A task is made for **Task-1** (main). It cannot run yet: first it has to queue.",
      "**Task-1** (main) joins the ready queue for its first step, first in line.",
      "Turn 1 of the event loop: **Task-1** (main) is ready and is served.",
      "The waiter turns to **Task-1** (main): it starts at line 11.",
      "**Task-1** (main) makes **Task-2** (make_coffee). A new task does not start at once: first it has to queue.",
      "**Task-2** (make_coffee) joins the ready queue for its first step, first in line.",
      "**Task-1** (main) makes **Task-3** (make_sandwich). A new task does not start at once: first it has to queue.",
      "**Task-3** (make_sandwich) joins the ready queue for its first step, behind 1 other.",
      "The gather in **Task-1** (main) takes **Task-2** (make_coffee) on its list: it waits for 2 in all.",
      "The gather in **Task-1** (main) takes **Task-3** (make_sandwich) on its list: it waits for 2 in all.",
      "**Task-1** (main) awaits **gather**: it cannot go on until both tasks on its list are done.",
      "**Task-1** (main) steps aside. The waiter turns to **Task-2** (make_coffee).",
      "Turn 2 of the event loop: **Task-2** (make_coffee) and **Task-3** (make_sandwich) are ready; each is served "
      "once, in order.",
      "The waiter turns to **Task-2** (make_coffee): it starts at line 3.",
      "**Task-2** (make_coffee) sets a timer: it rings in 1.0 s, at 1.0 s.",
      "**Task-2** (make_coffee) sleeps for 1.0 s: until its timer rings, it needs nobody.",
      "**Task-2** (make_coffee) steps aside. The waiter turns to **Task-3** (make_sandwich).",
      "The waiter turns to **Task-3** (make_sandwich): it starts at line 7.",
      "**Task-3** (make_sandwich) sets a timer: it rings in 1.5 s, at 1.5 s.",
      "**Task-3** (make_sandwich) sleeps for 1.5 s: until its timer rings, it needs nobody.",
      "**Task-3** (make_sandwich) steps aside. The waiter is free.",
      "Turn 3 of the event loop: the timer of **Task-2** (make_coffee) is due.",
      "The timer of **Task-2** (make_coffee) rings, at 1.0 s.",
      "**Task-2** (make_coffee) has slept long enough. It joins the ready queue, first in line.",
      "Turn 4 of the event loop: **Task-2** (make_coffee) is ready and is served.",
      "The waiter is back with **Task-2** (make_coffee): it goes on at line 4.",
      "**Task-2** (make_coffee) prints “coffee is ready”.",
      "**Task-2** (make_coffee) returns: it is done, 1.0 s after it was made.",
      "**Task-2** (make_coffee) leaves for good. The waiter is free.",
      "Turn 5 of the event loop: no task is ready, but there is word to pass on that **Task-2** (make_coffee) is done.",
      "The gather in **Task-1** (main) hears that **Task-2** (make_coffee) is done: 1 of 2. It goes on waiting for the rest.",
  };
  const auto sentences = told(recorder.trace());
  REQUIRE(sentences.size() > expected.size());
  for (std::size_t i = 0; i < expected.size(); ++i) CHECK(sentences[i] == expected[i]);
  CHECK(sentences[sentences.size() - 7] ==
        "The gather in **Task-1** (main) hears that **Task-3** (make_sandwich) is done: 2 of 2. That was the last one.");
  CHECK(sentences[sentences.size() - 6] ==
        "What **Task-1** (main) waited for is there: **Task-3** (make_sandwich) was the last on its list. It joins the ready queue, first in line.");
  CHECK(sentences.back() == "The program is over after 1.5 s: nothing is left to do.");
}

TEST_CASE("between events the waiter is free, and it is said until when and for whom") {
  trace::Recorder recorder(1000);
  play_coffee_and_sandwich(recorder);
  CHECK(told_at(recorder.trace(), 720 * kMillisecond) ==
        "The waiter is free: nothing is ready. The next timer rings in 0.28 s, for **Task-2** (make_coffee).");
  CHECK(told_at(recorder.trace(), 1250 * kMillisecond) ==
        "The waiter is free: nothing is ready. The next timer rings in 0.25 s, for **Task-3** (make_sandwich).");
  CHECK(told_at(recorder.trace(), 2 * kSecond) == "The program is over; it ended at 1.5 s.");
  trace::Recorder empty(10);
  CHECK(told_at(empty.trace(), 0) == "Nothing has happened yet.");
}

TEST_CASE("who blocks the loop is named, with how long and who had to wait") {
  trace::Recorder recorder(100);
  LoopScript loop(recorder);
  const auto a = loop.task("Task-1", "a", trace::kLoopLane, 5);
  const auto b = loop.task("Task-2", "b", trace::kLoopLane, 6);
  loop.turn();
  loop.begin(a, 1, 1);
  recorder.record(EventKind::BlockBegin, a, {0, 0, 2}, recorder.name("time.sleep(2)"));
  recorder.set_now(2 * kSecond);
  recorder.record(EventKind::BlockEnd, a, {0, 0, 2}, 2 * kSecond);
  loop.done(a, 2);
  loop.end(a, 2);
  loop.begin(b, 3, 1);
  const auto sentences = told(recorder.trace());
  CHECK(sentences[6] ==
        "**Task-1** (a) calls **time.sleep(2)** and does not step aside: the waiter stands still, and nobody else is served.");
  CHECK(sentences[7] == "**Task-1** (a) goes on. It held the waiter for 2.0 s; meanwhile 1 task was ready and waited.");
  CHECK(sentences[10] ==
        "The waiter turns to **Task-2** (b): it starts at line 3. It was ready for 2.0 s and nobody served it.");
  CHECK(told_at(recorder.trace(), 500 * kMillisecond) ==
        "**Task-1** (a) has held the waiter for 0.5 s: nobody else is served. Ready and waiting: **Task-2** (b).");
}

TEST_CASE("a timer that rings late says how late") {
  trace::Recorder recorder(100);
  LoopScript loop(recorder);
  const auto a = loop.task("Task-1", "a", trace::kLoopLane, 5);
  loop.turn();
  loop.begin(a, 1, 1);
  loop.sleep(a, "sleep 1", kSecond, 1);
  loop.end(a, 1);
  recorder.set_now(1250 * kMillisecond);
  loop.turn();
  loop.timer(a, kSecond, 1);
  const auto sentences = told(recorder.trace());
  CHECK(sentences[8] == "The timer of **Task-1** (a) rings 0.25 s late: it was due at 1.0 s, but the waiter was held up.");
}

TEST_CASE("a wait that nothing can end is called so") {
  trace::Recorder recorder(100);
  LoopScript loop(recorder);
  const auto a = loop.task("Task-1", "a", trace::kLoopLane, 5);
  loop.turn();
  loop.begin(a, 1, 1);
  loop.await(a, "Event.wait", 1);
  loop.end(a, 1);
  CHECK(told(recorder.trace())[4] == "**Task-1** (a) awaits **Event.wait**: it cannot go on until that is there.");
  CHECK(told_at(recorder.trace(), kSecond) == "Nothing is ready and no timer is set: nobody will ever wake **Task-1** (a).");
}

TEST_CASE("failures, cancellations and complaints have their own sentences") {
  trace::Recorder recorder(100);
  LoopScript loop(recorder);
  const auto a = loop.task("Task-1", "a", trace::kLoopLane, 5);
  const auto b = loop.task("Task-2", "b", trace::kLoopLane, 5);
  loop.turn();
  recorder.record(EventKind::CancelAsked, b, {}, 0, a);
  loop.begin(a, 1, 1);
  recorder.output(a, 1, true, "Task was destroyed **but** it is pending!\n");
  recorder.record(EventKind::LaneFailed, a, {}, recorder.name("ValueError"));
  loop.end(a, 1);
  loop.begin(b, 1, 1);
  recorder.record(EventKind::LaneCancelled, b, {});
  loop.end(b, 1);
  recorder.record(EventKind::RunEnded, trace::kLoopLane, {}, recorder.name("ValueError"));
  const auto sentences = told(recorder.trace());
  CHECK(sentences[5] == "**Task-1** (a) cancels **Task-2** (b). CancelledError will be raised in it where it waits.");
  CHECK(sentences[7] == "**Task-1** (a) complains: “Task was destroyed *but* it is pending!”.");
  CHECK(sentences[8] == "**Task-1** (a) ends with **ValueError**. Whoever awaits it gets that exception.");
  CHECK(sentences[11] == "**Task-2** (b) has ended: it was cancelled.");
  CHECK(sentences[13] == "The program ends with **ValueError** after 0.0 s.");
}

TEST_CASE("every event of every trace has a sentence that ends, with its stars in pairs") {
  std::set<EventKind> seen;
  for (std::uint64_t seed = 0; seed < 10; ++seed) {
    CAPTURE(seed);
    trace::Recorder recorder(100'000);
    RandomLoop loop(recorder, seed);
    for (int turn = 0; turn < 60; ++turn) loop.turn();
    const auto sentences = told(recorder.trace());
    for (std::size_t i = 0; i < sentences.size(); ++i) {
      CAPTURE(sentences[i]);
      seen.insert(recorder.trace().events[i].kind);
      REQUIRE_FALSE(sentences[i].empty());
      REQUIRE(sentences[i].back() == '.');
      std::size_t pairs = 0;
      for (std::size_t at = sentences[i].find("**"); at != std::string::npos; at = sentences[i].find("**", at + 2)) ++pairs;
      REQUIRE(pairs % 2 == 0);
    }
  }
  CHECK(seen.size() >= 14);
}

}  // namespace
