#pragma once
// "Coffee and a sandwich", recorded by hand as CPython 3.11's loop serves it, turn by turn: main (Task-1) gathers two
// tasks that sleep 1.0 and 1.5 s. What is seen on this trace is checked without the interpreter.
//
//    1  import asyncio
//    3  async def make_coffee():
//    4      await asyncio.sleep(1.0)
//    5      print("coffee is ready")
//    7  async def make_sandwich():
//    8      await asyncio.sleep(1.5)
//    9      print("sandwich is ready")
//   11  async def main():
//   12      await asyncio.gather(make_coffee(), make_sandwich())
//   14  asyncio.run(main())

#include "trace/recorder.h"

namespace waiter::testing {

inline constexpr trace::Time kCoffeeReady = trace::kSecond;
inline constexpr trace::Time kSandwichReady = 1'500'000'000;

/// Writes a trace as the loop would, one call for each thing that happens.
class LoopScript {
 public:
  explicit LoopScript(trace::Recorder& recorder) : recorder_(recorder) {}

  trace::LaneId task(const char* title, const char* function, trace::LaneId maker, std::uint32_t line) {
    const auto lane = recorder_.make_lane(trace::LaneKind::Task, title, function, maker, {0, 0, line});
    ready(lane, trace::ReadyReason::Created, maker == trace::kLoopLane ? trace::kNoLane : maker, line);
    return lane;
  }
  void turn() { recorder_.record(trace::EventKind::TurnBegin, trace::kLoopLane, {}, ++turn_); }
  void ready(trace::LaneId lane, trace::ReadyReason reason, trace::LaneId by = trace::kNoLane, std::uint32_t line = 0) {
    recorder_.record(trace::EventKind::HandleReady, lane, {0, 0, line}, static_cast<std::int64_t>(reason), by);
  }
  void begin(trace::LaneId lane, std::uint32_t line, std::int64_t number) {
    recorder_.record(trace::EventKind::StepBegin, lane, {0, 0, line}, number);
  }
  void end(trace::LaneId lane, std::uint32_t line) { recorder_.record(trace::EventKind::StepEnd, lane, {0, 0, line}, 0); }
  void await(trace::LaneId lane, const char* what, std::uint32_t line, trace::LaneId on = trace::kNoLane) {
    recorder_.record(trace::EventKind::Await, lane, {0, 4, line}, recorder_.name(what), on);
  }
  void sleep(trace::LaneId lane, const char* what, trace::Time length, std::uint32_t line) {
    recorder_.record(trace::EventKind::TimerSet, lane, {0, 4, line}, recorder_.now() + length);
    await(lane, what, line);
  }
  void timer(trace::LaneId lane, trace::Time deadline, std::uint32_t line) {
    recorder_.record(trace::EventKind::TimerFired, lane, {0, 4, line}, deadline);
    ready(lane, trace::ReadyReason::Timer, trace::kNoLane, line);
  }
  void done(trace::LaneId lane, std::uint32_t line) { recorder_.record(trace::EventKind::LaneDone, lane, {0, 0, line}); }
  trace::Recorder& recorder() { return recorder_; }

 private:
  trace::Recorder& recorder_;
  std::int64_t turn_ = 0;
};

inline void play_coffee_and_sandwich(trace::Recorder& recorder) {
  using trace::EventKind;
  using trace::ReadyReason;
  LoopScript loop(recorder);
  const auto main = loop.task("Task-1", "main", trace::kLoopLane, 14);
  loop.turn();  // 1: main calls gather, which makes both tasks, and parks
  loop.begin(main, 11, 1);
  const auto coffee = loop.task("Task-2", "make_coffee", main, 12);
  const auto sandwich = loop.task("Task-3", "make_sandwich", main, 12);
  recorder.record(EventKind::Gather, main, {0, 4, 12}, 2, coffee);
  recorder.record(EventKind::Gather, main, {0, 4, 12}, 2, sandwich);
  loop.await(main, "gather of 2", 12);
  loop.end(main, 12);
  loop.turn();  // 2: both take their first step and set their timers
  loop.begin(coffee, 3, 1);
  loop.sleep(coffee, "sleep 1.0", trace::kSecond, 4);
  loop.end(coffee, 4);
  loop.begin(sandwich, 7, 1);
  loop.sleep(sandwich, "sleep 1.5", kSandwichReady, 8);
  loop.end(sandwich, 8);
  recorder.set_now(kCoffeeReady);
  loop.turn();  // 3: the timer's handle sets the future, which wakes the task through the ready queue
  loop.timer(coffee, kCoffeeReady, 4);
  loop.turn();  // 4
  loop.begin(coffee, 4, 2);
  recorder.output(coffee, 5, false, "coffee is ready\n");
  loop.done(coffee, 5);
  loop.end(coffee, 5);
  loop.turn();  // 5: the task's done-callback tells gather
  recorder.record(EventKind::GatherChild, main, {0, 4, 12}, 1, coffee);
  recorder.set_now(kSandwichReady);
  loop.turn();  // 6
  loop.timer(sandwich, kSandwichReady, 8);
  loop.turn();  // 7
  loop.begin(sandwich, 8, 2);
  recorder.output(sandwich, 9, false, "sandwich is ready\n");
  loop.done(sandwich, 9);
  loop.end(sandwich, 9);
  loop.turn();  // 8
  recorder.record(EventKind::GatherChild, main, {0, 4, 12}, 2, sandwich);
  loop.ready(main, ReadyReason::Future, trace::kNoLane, 12);  // from the callback, not from a task
  loop.turn();  // 9
  loop.begin(main, 12, 2);
  loop.done(main, 12);
  loop.end(main, 12);
  recorder.record(EventKind::RunEnded, trace::kLoopLane, {});
}

}  // namespace waiter::testing
