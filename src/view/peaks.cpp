#include "view/peaks.h"

#include <algorithm>

namespace waiter::view {

void Peaks::extend(const trace::Trace& trace) {
  lanes_.resize(trace.lanes.size());
  for (; events_taken_ < trace.events.size(); ++events_taken_) take(trace.events[events_taken_]);
}

void Peaks::take(const trace::Event& event) {
  using trace::EventKind;
  if (event.lane >= lanes_.size()) return;
  LaneNow& lane = lanes_[event.lane];
  const bool waited = lane.waits_for_others();
  const bool timed = lane.timed;
  switch (event.kind) {
    case EventKind::StepBegin:
      lane.parked = false;
      lane.ready = false;
      break;
    case EventKind::StepEnd: lane.parked = !lane.ready; break;
    case EventKind::HandleReady:
      lane.parked = false;
      lane.ready = true;
      break;
    case EventKind::TimerSet: lane.timed = true; break;
    case EventKind::TimerFired:
      lane.timed = false;
      lane.parked = false;  // it is made ready at this instant
      break;
    case EventKind::TimerCancelled: lane.timed = false; break;
    case EventKind::LaneDone:
    case EventKind::LaneFailed:
    case EventKind::LaneCancelled: lane.ended = true; break;
    default: break;
  }
  if (lane.timed && !timed) ++timers_now_;
  if (!lane.timed && timed) --timers_now_;
  if (lane.waits_for_others() && !waited) ++waiting_now_;
  if (!lane.waits_for_others() && waited) --waiting_now_;
  timers_max_ = std::max(timers_max_, timers_now_);
  waiting_max_ = std::max(waiting_max_, waiting_now_);
}

}  // namespace waiter::view
