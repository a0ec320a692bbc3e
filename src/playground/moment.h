#pragma once
// A Moment is the whole picture at one event of a run: who runs, who is ready (in order), whose timer is next, who waits
// for whom, and the line at which each task is parked. It is folded from the trace alone, so looking backwards costs the
// same as looking forwards (keyframes every few hundred events).
//
// Invariants
// 1. at_event(e) equals folding the events 0..e from the start.
// 2. Keyframes take memory in proportion to events, however many lanes there are.

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "trace/trace.h"

namespace waiter::playground {

enum class LaneState : std::uint8_t { NotYet, Ready, Running, Blocked, Awaiting, Done, Failed, Cancelled };

struct LaneMoment {
  LaneState state = LaneState::NotYet;
  trace::SourcePosition where;               ///< where it is parked or runs; line 0: nowhere
  trace::NameId awaits = 0;                  ///< Awaiting: what, as the trace names it ("sleep 1.5")
  trace::LaneId waits_for = trace::kNoLane;  ///< Awaiting: which lane, if it is one
  trace::Time since = 0;                     ///< when it got into this state
  std::uint32_t gather_done = 0, gather_all = 0;
  bool operator==(const LaneMoment&) const;
};

struct PendingTimer {
  trace::LaneId lane = trace::kNoLane;
  trace::Time set = 0;
  trace::Time deadline = 0;
  bool operator==(const PendingTimer&) const = default;
};

struct Moment {
  std::uint32_t event = 0;   ///< index of the event that happened last
  trace::Time time = 0;      ///< of the playhead: at or after that event
  std::uint64_t turn = 0;
  std::optional<trace::LaneId> running;
  std::vector<trace::LaneId> ready;   ///< in queue order
  std::vector<PendingTimer> timers;   ///< next first
  /// One for each lane of the trace, in its order. The loop's is Running while it has something to do, else Awaiting.
  std::vector<LaneMoment> lanes;
};

/// A moment in the making: takes one event after the other. Queues that are popped at the front are deques here.
class Fold {
 public:
  void take(const trace::Trace& trace, std::uint32_t event);
  [[nodiscard]] Moment moment(const trace::Trace& trace) const;
  [[nodiscard]] std::uint32_t events_taken() const { return events_taken_; }
  [[nodiscard]] std::size_t size() const { return lanes_.size() + ready_.size() + timers_.size(); }

 private:
  LaneMoment& lane(trace::LaneId id);
  void enter(LaneMoment& lane, LaneState state, trace::Time time);
  void remove_timer(trace::LaneId lane, trace::Time deadline);
  bool take_of_thread(LaneMoment& it, const trace::Event& event);
  void settle_loop(trace::Time time);

  std::uint32_t events_taken_ = 0;
  trace::Time time_ = 0;
  std::uint64_t turn_ = 0;
  std::optional<trace::LaneId> running_;
  bool ready_after_step_ = false;  ///< the running lane was woken during its own step
  std::deque<trace::LaneId> ready_;
  std::deque<PendingTimer> timers_;
  std::vector<LaneMoment> lanes_;
};

/// Keyframes over a trace; grows with it.
class Moments {
 public:
  void extend(const trace::Trace& trace);
  /// REQUIRES: event < trace.events.size().
  [[nodiscard]] Moment at_event(const trace::Trace& trace, std::uint32_t event) const;
  /// The moment after the last event at or before `time`, its clock set to `time`. Before the first event, and for a
  /// trace without events, nothing has happened yet: every lane is NotYet.
  [[nodiscard]] Moment at_time(const trace::Trace& trace, trace::Time time) const;

 private:
  std::vector<Fold> keyframes_;
  Fold newest_;
  mutable Fold last_look_;  ///< only ever saves time
};

/// The last event at or before `time`, if there is one.
[[nodiscard]] std::optional<std::uint32_t> last_event_at(const trace::Trace& trace, trace::Time time);

}  // namespace waiter::playground
