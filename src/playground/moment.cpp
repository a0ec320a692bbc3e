#include "playground/moment.h"

#include <algorithm>

#include "trace/assert.h"

namespace waiter::playground {
namespace {

using trace::Event;
using trace::EventKind;
using trace::LaneId;
using trace::Time;

// A keyframe costs as much as it holds, so a big one stands further from the next: memory stays within some 100 bytes an
// event. With 20,000 tasks and their timers a look anywhere takes 10 ms; a look a little further on than the last one takes none.
constexpr std::size_t kKeyframeEvents = 256;

bool same_place(const trace::SourcePosition& a, const trace::SourcePosition& b) {
  return a.file == b.file && a.line == b.line && a.column == b.column;
}

bool is_client(const trace::Trace& trace, LaneId lane) { return trace.lanes[lane].kind == trace::LaneKind::Client; }

bool has_ended(LaneState state) {
  return state == LaneState::Done || state == LaneState::Failed || state == LaneState::Cancelled;
}

}  // namespace

bool LaneMoment::operator==(const LaneMoment& other) const {
  return state == other.state && same_place(where, other.where) && awaits == other.awaits &&
         waits_for == other.waits_for && since == other.since && gather_done == other.gather_done &&
         gather_all == other.gather_all;
}

// --- folding -------------------------------------------------------------------------------------------------------

LaneMoment& Fold::lane(LaneId id) {
  if (id >= lanes_.size()) lanes_.resize(id + 1);
  return lanes_[id];
}

void Fold::enter(LaneMoment& lane, LaneState state, Time time) {
  if (lane.state == state) return;
  lane.state = state;
  lane.since = time;
}

void Fold::remove_timer(LaneId lane, Time deadline) {
  const auto found = std::find_if(timers_.begin(), timers_.end(), [lane, deadline](const PendingTimer& timer) {
    return timer.lane == lane && timer.deadline == deadline;
  });
  if (found != timers_.end()) timers_.erase(found);
}

// The loop runs while somebody does or is due to; before its first turn the program runs outside of it.
void Fold::settle_loop(Time time) {
  LaneMoment& loop = lane(trace::kLoopLane);
  if (has_ended(loop.state) || loop.state == LaneState::Blocked) return;
  const bool busy = running_.has_value() || !ready_.empty() || turn_ == 0;
  enter(loop, busy ? LaneState::Running : LaneState::Awaiting, time);
}

// A thread is not of the loop's ready queue: what it is ready for is the interpreter's lock. True: that was all.
bool Fold::take_of_thread(LaneMoment& it, const Event& event) {
  switch (event.kind) {
    case EventKind::HandleReady: enter(it, LaneState::Ready, event.time); return true;
    case EventKind::StepBegin:
      it.awaits = 0;
      it.waits_for = trace::kNoLane;
      enter(it, LaneState::Running, event.time);
      return true;
    case EventKind::StepEnd:
      if (it.state == LaneState::Running) enter(it, LaneState::Awaiting, event.time);
      return true;
    default: return false;
  }
}

void Fold::take(const trace::Trace& trace, std::uint32_t index) {
  WAITER_ASSERT(index == events_taken_, "events are folded in order");
  const Event& event = trace.events[index];
  const Time time = event.time;
  ++events_taken_;
  time_ = time;
  LaneMoment& it = lane(event.lane);
  if (event.line != 0) it.where = event.where();
  if (trace.lanes[event.lane].kind == trace::LaneKind::Thread && take_of_thread(it, event)) return settle_loop(time);
  switch (event.kind) {
    case EventKind::LaneMade:
      it.since = time;
      if (is_client(trace, event.lane)) it.awaits = static_cast<trace::NameId>(event.argument);
      break;
    case EventKind::TurnBegin: turn_ = static_cast<std::uint64_t>(event.argument); break;
    case EventKind::HandleReady:
      ready_.push_back(event.lane);
      if (running_ == event.lane) {
        ready_after_step_ = true;
      } else {
        enter(it, LaneState::Ready, time);
      }
      break;
    case EventKind::StepBegin: {
      const auto found = std::find(ready_.begin(), ready_.end(), event.lane);
      if (found != ready_.end()) ready_.erase(found);
      running_ = event.lane;
      ready_after_step_ = false;
      it.awaits = 0;
      it.waits_for = trace::kNoLane;
      it.gather_done = it.gather_all = 0;
      enter(it, LaneState::Running, time);
      break;
    }
    case EventKind::StepEnd:
      if (running_ == event.lane) running_.reset();
      if (!has_ended(it.state)) enter(it, ready_after_step_ ? LaneState::Ready : LaneState::Awaiting, time);
      ready_after_step_ = false;
      break;
    case EventKind::Await:
      it.awaits = static_cast<trace::NameId>(event.argument);
      it.waits_for = event.subject;
      if (is_client(trace, event.lane)) enter(it, LaneState::Awaiting, time);
      break;
    case EventKind::Message: break;
    case EventKind::TimerSet: {
      const PendingTimer timer{event.lane, time, event.argument};
      const auto after = std::upper_bound(timers_.begin(), timers_.end(), timer.deadline,
                                          [](Time deadline, const PendingTimer& next) { return deadline < next.deadline; });
      timers_.insert(after, timer);
      break;
    }
    case EventKind::TimerFired:
    case EventKind::TimerCancelled: remove_timer(event.lane, event.argument); break;
    case EventKind::BlockBegin: enter(it, LaneState::Blocked, time); break;
    case EventKind::BlockEnd:
      if (it.state == LaneState::Blocked) enter(it, LaneState::Running, time);
      break;
    case EventKind::Work: break;
    case EventKind::Gather: it.gather_all = static_cast<std::uint32_t>(event.argument); break;
    case EventKind::GatherChild: it.gather_done = static_cast<std::uint32_t>(event.argument); break;
    case EventKind::CancelAsked: break;
    case EventKind::LaneDone: enter(it, LaneState::Done, time); break;
    case EventKind::LaneFailed: enter(it, LaneState::Failed, time); break;
    case EventKind::LaneCancelled: enter(it, LaneState::Cancelled, time); break;
    case EventKind::Output: break;
    case EventKind::RunEnded: enter(it, event.argument == 0 ? LaneState::Done : LaneState::Failed, time); break;
  }
  settle_loop(time);
}

Moment Fold::moment(const trace::Trace& trace) const {
  WAITER_ASSERT(lanes_.size() <= trace.lanes.size(), "every lane of an event is a lane of the trace");
  Moment out;
  out.event = events_taken_ == 0 ? 0 : events_taken_ - 1;
  out.time = time_;
  out.turn = turn_;
  out.running = running_;
  out.ready.assign(ready_.begin(), ready_.end());
  out.timers.assign(timers_.begin(), timers_.end());
  out.lanes = lanes_;
  out.lanes.resize(trace.lanes.size());
  return out;
}

// --- keyframes -----------------------------------------------------------------------------------------------------

void Moments::extend(const trace::Trace& trace) {
  while (newest_.events_taken() < trace.events.size()) {
    const std::uint32_t last = keyframes_.empty() ? 0 : keyframes_.back().events_taken();
    if (newest_.events_taken() - last >= std::max(kKeyframeEvents, newest_.size() / 2)) keyframes_.push_back(newest_);
    newest_.take(trace, newest_.events_taken());
  }
}

Moment Moments::at_event(const trace::Trace& trace, std::uint32_t event) const {
  WAITER_ASSERT(event < trace.events.size(), "the event belongs to this trace");
  const std::uint32_t wanted = event + 1;
  if (newest_.events_taken() == wanted) return newest_.moment(trace);
  const auto after = std::partition_point(keyframes_.begin(), keyframes_.end(),
                                          [wanted](const Fold& frame) { return frame.events_taken() <= wanted; });
  const std::uint32_t keyframe = after == keyframes_.begin() ? 0 : (after - 1)->events_taken();
  // While a run is played, the last look is nearer than any keyframe.
  if (last_look_.events_taken() > wanted || last_look_.events_taken() < keyframe) {
    last_look_ = after == keyframes_.begin() ? Fold{} : *(after - 1);
  }
  while (last_look_.events_taken() < wanted) last_look_.take(trace, last_look_.events_taken());
  return last_look_.moment(trace);
}

Moment Moments::at_time(const trace::Trace& trace, Time time) const {
  const auto event = last_event_at(trace, time);
  Moment out = event ? at_event(trace, *event) : Fold{}.moment(trace);
  out.time = time;
  return out;
}

std::optional<std::uint32_t> last_event_at(const trace::Trace& trace, Time time) {
  const auto after = std::partition_point(trace.events.begin(), trace.events.end(),
                                          [time](const Event& event) { return event.time <= time; });
  if (after == trace.events.begin()) return std::nullopt;
  return static_cast<std::uint32_t>(after - trace.events.begin()) - 1;
}

}  // namespace waiter::playground
