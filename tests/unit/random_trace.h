#pragma once
// Random traces that keep event.h's invariants, for tests of what must hold for every trace. Seeded: a failing seed is
// printed by the test and plays again.

#include <cstdint>
#include <vector>

#include "trace/recorder.h"

namespace waiter::testing {

/// Numbers that are the same on every machine (xorshift64*).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed * 0x9E3779B97F4A7C15ull + 1) {}
  std::uint64_t next() {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return state_ * 0x2545F4914F6CDD1Dull;
  }
  /// From 0 up to and without `sides`.
  std::uint64_t roll(std::uint64_t sides) { return next() % sides; }
  bool chance(std::uint64_t percent) { return roll(100) < percent; }

 private:
  std::uint64_t state_;
};

/// A loop that serves tasks which do random things, one call of turn() after the other.
class RandomLoop {
 public:
  RandomLoop(trace::Recorder& recorder, std::uint64_t seed) : recorder_(recorder), dice_(seed) {
    make_task(trace::kLoopLane);
  }

  void turn() {
    using trace::EventKind;
    if (ready_.empty()) {
      if (timers_.empty()) {
        make_task(trace::kLoopLane);
      } else if (next_deadline() > recorder_.now()) {
        recorder_.set_now(next_deadline());
      }
    }
    recorder_.record(EventKind::TurnBegin, trace::kLoopLane, {}, ++turn_);
    while (!timers_.empty() && next_deadline() <= recorder_.now()) fire();
    const std::size_t count = ready_.size();
    for (std::size_t i = 0; i < count; ++i) {
      const auto lane = ready_.front();
      ready_.erase(ready_.begin());
      step(lane);
    }
  }

  Dice& dice() { return dice_; }

 private:
  struct Timer {
    trace::LaneId lane;
    trace::Time deadline;
  };
  enum class Wait : std::uint8_t { None, Timer, Future };

  trace::SourcePosition somewhere() {
    return {0, static_cast<std::uint16_t>(dice_.roll(20)), static_cast<std::uint32_t>(1 + dice_.roll(30))};
  }
  trace::Time some_time() {
    const std::uint64_t kind = dice_.roll(4);
    if (kind == 0) return 0;
    if (kind == 1) return static_cast<trace::Time>(dice_.roll(1000)) * trace::kMicrosecond;
    return static_cast<trace::Time>(dice_.roll(50)) * 100 * trace::kMillisecond;
  }
  trace::Time next_deadline() const {
    trace::Time next = trace::kNever;
    for (const Timer& timer : timers_) next = timer.deadline < next ? timer.deadline : next;
    return next;
  }

  void make_task(trace::LaneId maker) {
    const auto lane = recorder_.make_lane(trace::LaneKind::Task, "Task", "f", maker, somewhere());
    waits_.resize(lane + 1, Wait::None);
    steps_.resize(lane + 1, 0);
    wake(lane, trace::ReadyReason::Created, maker);
  }
  void wake(trace::LaneId lane, trace::ReadyReason reason, trace::LaneId by) {
    waits_[lane] = Wait::None;
    recorder_.record(trace::EventKind::HandleReady, lane, somewhere(), static_cast<std::int64_t>(reason), by);
    ready_.push_back(lane);
  }
  void fire() {
    std::size_t first = 0;
    for (std::size_t i = 1; i < timers_.size(); ++i) {
      if (timers_[i].deadline < timers_[first].deadline) first = i;
    }
    const Timer timer = timers_[first];
    timers_.erase(timers_.begin() + static_cast<std::ptrdiff_t>(first));
    recorder_.record(trace::EventKind::TimerFired, timer.lane, somewhere(), timer.deadline);
    wake(timer.lane, trace::ReadyReason::Timer, trace::kNoLane);
  }

  void step(trace::LaneId lane) {
    using trace::EventKind;
    recorder_.record(EventKind::StepBegin, lane, somewhere(), ++steps_[lane]);
    const std::uint64_t actions = dice_.roll(4);
    for (std::uint64_t i = 0; i < actions; ++i) act(lane);
    finish(lane);
    recorder_.record(EventKind::StepEnd, lane, somewhere());
  }

  void act(trace::LaneId lane) {
    using trace::EventKind;
    switch (dice_.roll(6)) {
      case 0:
        if (waits_.size() < 40) make_task(lane);
        return;
      case 1: recorder_.output(lane, 1, false, "x\n"); return;
      case 2:
        recorder_.record(EventKind::BlockBegin, lane, somewhere(), recorder_.name("time.sleep(1)"));
        recorder_.set_now(recorder_.now() + some_time());
        recorder_.record(EventKind::BlockEnd, lane, somewhere());
        return;
      case 3: {
        const auto length = static_cast<trace::Time>(1 + dice_.roll(20)) * trace::kMillisecond;
        recorder_.set_now(recorder_.now() + length);
        recorder_.record(EventKind::Work, lane, somewhere(), length);
        return;
      }
      case 4: wake_somebody(lane); return;
      default: return;
    }
  }

  void wake_somebody(trace::LaneId lane) {
    for (trace::LaneId other = 1; other < waits_.size(); ++other) {
      if (waits_[other] == Wait::Future && dice_.chance(30)) {
        wake(other, trace::ReadyReason::Future, lane);
        return;
      }
      if (waits_[other] == Wait::Timer && dice_.chance(10)) {
        recorder_.record(trace::EventKind::CancelAsked, other, somewhere(), 0, lane);
        for (std::size_t i = 0; i < timers_.size(); ++i) {
          if (timers_[i].lane != other) continue;
          recorder_.record(trace::EventKind::TimerCancelled, other, somewhere(), timers_[i].deadline);
          timers_.erase(timers_.begin() + static_cast<std::ptrdiff_t>(i));
          break;
        }
        wake(other, trace::ReadyReason::Cancelled, lane);
        return;
      }
    }
  }

  void finish(trace::LaneId lane) {
    using trace::EventKind;
    const std::uint64_t choice = dice_.roll(10);
    if (choice < 2) {
      recorder_.record(choice == 0 ? EventKind::LaneDone : EventKind::LaneFailed, lane, somewhere());
    } else if (choice < 4) {
      wake(lane, trace::ReadyReason::Yielded, trace::kNoLane);
    } else if (choice < 6) {
      waits_[lane] = Wait::Future;
      recorder_.record(EventKind::Await, lane, somewhere(), recorder_.name("future"));
    } else {
      waits_[lane] = Wait::Timer;
      const trace::Time deadline = recorder_.now() + some_time();
      timers_.push_back({lane, deadline});
      recorder_.record(EventKind::TimerSet, lane, somewhere(), deadline);
      recorder_.record(EventKind::Await, lane, somewhere(), recorder_.name("sleep"));
    }
  }

  trace::Recorder& recorder_;
  Dice dice_;
  std::int64_t turn_ = 0;
  std::vector<trace::LaneId> ready_;
  std::vector<Timer> timers_;
  std::vector<Wait> waits_;
  std::vector<std::int64_t> steps_;
};

}  // namespace waiter::testing
