#include <algorithm>

#include "trace/assert.h"
#include "trace/spans.h"

namespace waiter::trace {
namespace {

// Of one instant at most two points: the peak, if it rose above what was before and what came after, and the last value.
void plot(std::vector<CounterPoint>& points, Time time, std::int64_t value) {
  std::size_t before = points.size();
  while (before > 0 && points[before - 1].time == time) --before;
  const std::int64_t value_before = before > 0 ? points[before - 1].value : 0;
  std::int64_t peak = value_before;
  for (std::size_t i = before; i < points.size(); ++i) peak = std::max(peak, points[i].value);
  points.resize(before);
  if (peak > value_before && peak > value) points.push_back({time, peak});
  points.push_back({time, value});
}

}  // namespace

void Counters::extend(const Trace& trace) {
  WAITER_ASSERT(events_taken_ <= trace.events.size(), "a trace only grows");
  if (standings_.size() < trace.lanes.size()) standings_.resize(trace.lanes.size());
  for (; events_taken_ < trace.events.size(); ++events_taken_) {
    const Event& event = trace.events[events_taken_];
    // A thread waits for the interpreter's lock and not in the loop's queue: it is nothing of the loop's.
    if (trace.lanes[event.lane].kind != LaneKind::Thread) take(event);
  }
}

void Counters::take(const Event& event) {
  LaneStanding& lane = standings_[event.lane];
  const std::int64_t waiting_before = waiting_now_;
  const std::int64_t ready_before = ready_now_;
  switch (event.kind) {
    case EventKind::HandleReady:
      if (lane.waiting) --waiting_now_;
      lane.waiting = false;
      lane.ready = true;
      lane.ready_since = event.time;
      ++ready_now_;
      break;
    case EventKind::StepBegin: {
      if (lane.ready) --ready_now_;
      const Time lag = event.time - lane.ready_since;
      lane.ready = false;
      lane.running = true;
      lag_max_ns = std::max(lag_max_ns, lag);
      if (!lag_ns.empty() && lag_ns.back().time == event.time) {
        lag_ns.back().value = std::max(lag_ns.back().value, lag);
      } else {
        lag_ns.push_back({event.time, lag});
      }
      break;
    }
    case EventKind::StepEnd:
      lane.running = false;
      lane.waiting = !lane.ready && !lane.ended;
      if (lane.waiting) ++waiting_now_;
      break;
    case EventKind::LaneDone:
    case EventKind::LaneFailed:
    case EventKind::LaneCancelled:
      lane.ended = true;
      if (lane.waiting) --waiting_now_;
      lane.waiting = false;
      break;
    default: break;
  }
  if (waiting_now_ != waiting_before) plot(waiting, event.time, waiting_now_);
  if (ready_now_ != ready_before) plot(ready, event.time, ready_now_);
  waiting_max = std::max(waiting_max, waiting_now_);
  ready_max = std::max(ready_max, ready_now_);
}

}  // namespace waiter::trace
