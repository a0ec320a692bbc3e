#include "trace/spans.h"

#include <algorithm>

#include "trace/assert.h"

namespace waiter::trace {
namespace {

// Only of closed spans.
Time length(const Span& span) { return span.end - span.begin; }

bool blocks_the_loop(const Trace& trace, LaneId lane) {
  return trace.lanes[lane].kind == LaneKind::Task || trace.lanes[lane].kind == LaneKind::Loop;
}

}  // namespace

// --- from events to spans ------------------------------------------------------------------------------------------

void SpanIndex::extend(const Trace& trace) {
  WAITER_ASSERT(events_taken_ <= trace.events.size(), "a trace only grows");
  if (lanes_.size() < trace.lanes.size()) lanes_.resize(trace.lanes.size());
  for (; events_taken_ < trace.events.size(); ++events_taken_) {
    take(trace, trace.events[events_taken_], static_cast<std::uint32_t>(events_taken_));
  }
  if (events_taken_ == 0) return;
  for (LaneSpans& lane : lanes_) {
    if (!lane.spans.empty() && lane.spans.back().end == kOpen) {
      lane.spans.back().last_event = static_cast<std::uint32_t>(events_taken_ - 1);
    }
  }
}

void SpanIndex::begin(LaneId lane, SpanState state, const Event& event, std::uint32_t index) {
  LaneSpans& to = lanes_[lane];
  if (!to.spans.empty()) {
    WAITER_ASSERT(to.spans.back().end != kOpen, "a lane's span ends before its next one begins");
    seal(to);
  }
  Span span;
  span.begin = event.time;
  span.first_event = span.last_event = index;
  span.lane = lane;
  span.where = event.where();
  span.state = state;
  to.spans.push_back(span);
}

void SpanIndex::close(LaneId lane, Time time, std::uint32_t index) {
  auto& spans = lanes_[lane].spans;
  if (spans.empty() || spans.back().end != kOpen) return;
  spans.back().end = time;
  spans.back().last_event = index;
}

void SpanIndex::begin_wait(const Event& event, std::uint32_t index) {
  begin(event.lane, SpanState::Awaiting, event, index);
  lanes_[event.lane].spans.back().label = static_cast<NameId>(event.argument);
}

void SpanIndex::take(const Trace& trace, const Event& event, std::uint32_t index) {
  take_loop(trace, event, index);
  const LaneId lane = event.lane;
  Open& open = lanes_[lane].open;
  const bool is_loop = lane == kLoopLane;
  switch (event.kind) {
    case EventKind::LaneMade:
      if (event.subject != kNoLane) arrows_.push_back({Arrow::Kind::Made, index, event.time, event.subject, lane});
      if (trace.lanes[lane].kind == LaneKind::Client) begin_wait(event, index);
      return;
    case EventKind::Message:
      if (event.subject != kNoLane && event.subject != lane) arrows_.push_back({Arrow::Kind::Sent, index, event.time, lane, event.subject});
      return;
    case EventKind::CancelAsked:
      if (event.subject != kNoLane) arrows_.push_back({Arrow::Kind::Cancelled, index, event.time, event.subject, lane});
      return;
    case EventKind::HandleReady: {
      // A gather wakes its owner from a callback of the loop; the cause is the child that it has just heard of.
      const LaneId waker = event.subject != kNoLane ? event.subject : open.gather_child;
      const bool by_maker = event.argument == static_cast<std::int64_t>(ReadyReason::Created);  // has its arrow already
      const bool by_another = waker != kNoLane && waker != lane && waker != kLoopLane;
      if (by_another && !by_maker) arrows_.push_back({Arrow::Kind::Woke, index, event.time, waker, lane});
      if (open.running) {
        open.ready_after = true;
        return;
      }
      close(lane, event.time, index);
      begin(lane, SpanState::Ready, event, index);
      return;
    }
    case EventKind::GatherChild: open.gather_child = event.subject; return;
    case EventKind::StepBegin:
      close(lane, event.time, index);
      begin(lane, SpanState::Running, event, index);
      open = {};
      open.running = true;
      return;
    case EventKind::StepEnd:
      close(lane, event.time, index);
      open.running = false;
      if (open.ended) return;
      begin(lane, open.ready_after ? SpanState::Ready : SpanState::Awaiting, event, index);
      if (!open.ready_after) {
        Span& wait = lanes_[lane].spans.back();
        wait.label = open.label;
        wait.waits_for = open.waits_for;
        if (open.where.line != 0) wait.where = open.where;
      }
      open.ready_after = false;
      return;
    case EventKind::Await:
      if (trace.lanes[lane].kind == LaneKind::Client) {
        close(lane, event.time, index);
        begin_wait(event, index);
        return;
      }
      open.label = static_cast<NameId>(event.argument);
      open.waits_for = event.subject;
      open.where = event.where();
      return;
    case EventKind::BlockBegin:
      if (is_loop) return;  // take_loop() did it
      close(lane, event.time, index);
      begin(lane, SpanState::Blocked, event, index);
      lanes_[lane].spans.back().label = static_cast<NameId>(event.argument);
      return;
    case EventKind::BlockEnd:
      if (is_loop) return;
      close(lane, event.time, index);
      if (open.running) begin(lane, SpanState::Running, event, index);
      return;
    case EventKind::LaneDone:
    case EventKind::LaneFailed:
    case EventKind::LaneCancelled:
      open.ended = true;
      if (!open.running) close(lane, event.time, index);
      return;
    default: return;
  }
}

// The loop's own lane. Its last span is a turn, or what the program did outside of the loop; it is open while a task runs.
void SpanIndex::take_loop(const Trace& trace, const Event& event, std::uint32_t index) {
  auto& spans = lanes_[kLoopLane].spans;
  Open& open = lanes_[kLoopLane].open;
  const bool own = event.lane == kLoopLane;
  const bool by_task = trace.lanes[event.lane].kind == LaneKind::Task;
  switch (event.kind) {
    case EventKind::TurnBegin:
      close(kLoopLane, event.time, index);
      begin(kLoopLane, SpanState::Running, event, index);
      spans.back().end = event.time;
      open.running = true;
      return;
    case EventKind::StepBegin:
      if (!by_task) return;
      close(kLoopLane, event.time, index);  // open: a task that is held up, of another thread's loop
      if (spans.empty() || (open.running && spans.back().end != event.time)) {
        begin(kLoopLane, SpanState::Running, event, index);
      }
      spans.back().end = kOpen;
      return;
    case EventKind::StepEnd:
      if (by_task) close(kLoopLane, event.time, index);
      return;
    case EventKind::BlockBegin:
      if (!blocks_the_loop(trace, event.lane)) return;
      close(kLoopLane, event.time, index);
      begin(kLoopLane, SpanState::Blocked, event, index);
      spans.back().label = static_cast<NameId>(event.argument);
      if (!own) spans.back().waits_for = event.lane;
      return;
    case EventKind::BlockEnd:
      if (!blocks_the_loop(trace, event.lane)) return;
      close(kLoopLane, event.time, index);
      if (own) return;
      begin(kLoopLane, SpanState::Running, event, index);
      return;
    case EventKind::Work: {
      // Inside a step the turn's span is open and covers it.
      if (!own || (!spans.empty() && spans.back().end == kOpen)) return;
      const Time from = event.time - event.argument;
      const bool goes_on = !spans.empty() && spans.back().state == SpanState::Running && spans.back().end == from;
      if (!goes_on) {
        Event start = event;
        start.time = spans.empty() ? from : std::max(from, spans.back().end);
        begin(kLoopLane, SpanState::Running, start, index);
      }
      spans.back().end = event.time;
      spans.back().last_event = index;
      return;
    }
    case EventKind::RunEnded:
      open.running = false;
      return;
    default:
      // What else happens at the instant of a turn belongs to it.
      if (open.running && !spans.empty() && spans.back().end == event.time) spans.back().last_event = index;
      return;
  }
}

// --- levels of detail ----------------------------------------------------------------------------------------------

// The last span will not change any more: take it into the levels.
void SpanIndex::seal(LaneSpans& lane) {
  const auto count = static_cast<std::uint32_t>(lane.spans.size());
  for (std::size_t k = 0; count % (std::uint32_t{2} << k) == 0; ++k) {
    if (lane.longest.size() == k) lane.longest.emplace_back();
    std::uint32_t left = count - 2;
    std::uint32_t right = count - 1;
    if (k > 0) {
      const auto& below = lane.longest[k - 1];
      left = below[below.size() - 2];
      right = below[below.size() - 1];
    }
    lane.longest[k].push_back(length(lane.spans[right]) > length(lane.spans[left]) ? right : left);
  }
}

// The first span in [from, limit) that is open or at least so long; `limit` if there is none.
std::uint32_t SpanIndex::first_long(const LaneSpans& lane, std::uint32_t from, std::uint32_t limit, Time resolution) {
  std::uint32_t at = from;
  while (at < limit) {
    std::uint32_t skip = 0;
    for (std::size_t k = 0; k < lane.longest.size(); ++k) {
      const std::uint32_t size = std::uint32_t{2} << k;
      if (at % size != 0 || at / size >= lane.longest[k].size()) break;
      if (length(lane.spans[lane.longest[k][at / size]]) >= resolution) break;
      skip = size;
    }
    if (skip != 0) {
      at += skip;
      continue;
    }
    const Span& span = lane.spans[at];
    if (span.end == kOpen || length(span) >= resolution) return at;
    ++at;
  }
  return limit;
}

// The longest of [from, to); of equals the first. REQUIRES: from < to, all closed.
std::uint32_t SpanIndex::longest_in(const LaneSpans& lane, std::uint32_t from, std::uint32_t to) {
  std::uint32_t best = from;
  std::uint32_t at = from;
  while (at < to) {
    std::uint32_t block = 1;
    std::uint32_t candidate = at;
    for (std::size_t k = 0; k < lane.longest.size(); ++k) {
      const std::uint32_t size = std::uint32_t{2} << k;
      if (at % size != 0 || at + size > to || at / size >= lane.longest[k].size()) break;
      block = size;
      candidate = lane.longest[k][at / size];
    }
    if (length(lane.spans[candidate]) > length(lane.spans[best])) best = candidate;
    at += block;
  }
  return best;
}

// --- questions -----------------------------------------------------------------------------------------------------

const std::vector<Span>& SpanIndex::spans(LaneId lane) const {
  WAITER_ASSERT(lane < lanes_.size(), "the lane belongs to this trace");
  return lanes_[lane].spans;
}

void SpanIndex::visible(LaneId lane, Time from, Time to, Time resolution, std::vector<SpanSlice>& out) const {
  WAITER_ASSERT(lane < lanes_.size(), "the lane belongs to this trace");
  WAITER_ASSERT(resolution > 0, "a box has some length");
  const LaneSpans& in = lanes_[lane];
  const auto& spans = in.spans;
  const auto first = std::partition_point(spans.begin(), spans.end(),
                                          [from](const Span& span) { return span.end != kOpen && span.end < from; });
  auto at = static_cast<std::uint32_t>(first - spans.begin());
  while (at < spans.size() && spans[at].begin <= to) {
    const Span& span = spans[at];
    if (span.end == kOpen || length(span) >= resolution) {
      out.push_back({at, 0, span.begin, span.end});
      ++at;
      continue;
    }
    const Time group_end = (span.begin / resolution + 1) * resolution;
    const auto beyond = std::partition_point(spans.begin() + at, spans.end(), [group_end, to](const Span& next) {
      return next.begin < group_end && next.begin <= to;
    });
    const auto limit = first_long(in, at, static_cast<std::uint32_t>(beyond - spans.begin()), resolution);
    out.push_back({longest_in(in, at, limit), limit - at - 1, span.begin, spans[limit - 1].end});
    at = limit;
  }
}

const Span* SpanIndex::at_event(LaneId lane, std::uint32_t event) const {
  WAITER_ASSERT(lane < lanes_.size(), "the lane belongs to this trace");
  const auto& spans = lanes_[lane].spans;
  const auto after = std::partition_point(spans.begin(), spans.end(),
                                          [event](const Span& span) { return span.first_event <= event; });
  return after == spans.begin() ? nullptr : &*(after - 1);
}

}  // namespace waiter::trace
