#include "trace/recorder.h"

#include <utility>

#include "trace/assert.h"

namespace waiter::trace {

Recorder::Recorder(std::size_t events_max) : events_max_(events_max) {
  trace_.lanes.push_back({{name("Event loop"), Title::kNoNumber}, 0, kNoLane, 0, LaneKind::Loop});
  standings_.emplace_back();
}

void Recorder::set_now(Time now) {
  WAITER_ASSERT(now >= now_, "time never runs backwards");
  now_ = now;
  trace_.ended = now;
}

Title Recorder::title_of(std::string_view text) {
  constexpr std::size_t kDigitsMax = 9;  // fit 32 bits
  std::size_t end = text.size();
  while (end > 0 && text.size() - end < kDigitsMax && text[end - 1] >= '0' && text[end - 1] <= '9') --end;
  while (end < text.size() && text[end] == '0' && end + 1 < text.size()) ++end;  // a number does not begin with zeros
  if (end == text.size()) return {name(text), Title::kNoNumber};
  std::uint32_t number = 0;
  for (const char digit : text.substr(end)) number = number * 10 + static_cast<std::uint32_t>(digit - '0');
  return {name(text.substr(0, end)), number};
}

LaneId Recorder::make_lane(LaneKind kind, std::string_view title, std::string_view subtitle, LaneId maker, SourcePosition where) {
  // One after the other: which argument a compiler looks at first is its own affair, and names are numbered as they come.
  const Title words = title_of(title);
  const NameId function = name(subtitle);
  return make_lane(kind, words, function, maker, where);
}

LaneId Recorder::make_lane(LaneKind kind, Title title, NameId subtitle, LaneId maker, SourcePosition where) {
  WAITER_ASSERT(kind != LaneKind::Loop, "there is one event loop, and it is lane 0");
  WAITER_ASSERT(maker == kNoLane || maker < trace_.lanes.size(), "the maker is a lane of this trace");
  const auto lane = static_cast<LaneId>(trace_.lanes.size());
  trace_.lanes.push_back({title, subtitle, maker, now_, kind});
  standings_.emplace_back();
  record(EventKind::LaneMade, lane, where, subtitle, maker);
  return lane;
}

void Recorder::rename_lane(LaneId lane, std::string_view title) {
  WAITER_ASSERT(lane < trace_.lanes.size(), "the lane belongs to this trace");
  trace_.lanes[lane].title = title_of(title);
}

void Recorder::record(EventKind kind, LaneId lane, SourcePosition where, std::int64_t argument, LaneId subject) {
  if (events_max_ == 0) return;
  WAITER_ASSERT(lane < trace_.lanes.size(), "the lane belongs to this trace");
  WAITER_ASSERT(subject == kNoLane || subject < trace_.lanes.size(), "the subject is a lane of this trace");
  check_order(kind, lane);
  keep({now_, argument, lane, subject, where, kind});
}

void Recorder::output(LaneId lane, std::uint32_t line, bool is_error, std::string_view text) {
  const auto index = static_cast<std::int64_t>(trace_.outputs.size());
  trace_.outputs.push_back({now_, lane, line, is_error, std::string(text)});
  record(EventKind::Output, lane, {0, 0, line}, index);
}

void Recorder::check_order(EventKind kind, LaneId lane) {
  LaneStanding& standing = standings_[lane];
  const bool is_task = trace_.lanes[lane].kind == LaneKind::Task;
  switch (kind) {
    case EventKind::HandleReady:
      WAITER_ASSERT(!standing.queued, "a lane stands in the ready queue at most once");
      WAITER_ASSERT(!standing.ended, "a lane that ended is not woken");
      standing.queued = true;
      return;
    case EventKind::StepBegin:
      WAITER_ASSERT(standing.queued, "a lane that begins a step was in the ready queue");
      WAITER_ASSERT(!standing.running, "a lane's step ends before its next one begins");
      // A task that is held up, because its thread waits, runs on when another thread's loop has stepped its own.
      WAITER_ASSERT(!is_task || running_task_ == kNoLane || standings_[running_task_].blocked, "only one task runs at a time");
      standing.queued = false;
      standing.running = true;
      if (is_task) running_task_ = lane;
      return;
    case EventKind::StepEnd:
      WAITER_ASSERT(standing.running, "a step that ends had begun");
      WAITER_ASSERT(!standing.blocked, "a lane that holds the loop does not give control back");
      standing.running = false;
      if (running_task_ == lane) running_task_ = kNoLane;
      return;
    case EventKind::Await:
      WAITER_ASSERT(!is_task || standing.running, "a task begins to wait within a step");
      return;
    case EventKind::BlockBegin:
      WAITER_ASSERT(!standing.blocked, "a lane blocks once at a time");
      WAITER_ASSERT(!is_task || standing.running, "only a running task can hold the loop");
      standing.blocked = true;
      return;
    case EventKind::BlockEnd:
      WAITER_ASSERT(standing.blocked, "a block that ends had begun");
      standing.blocked = false;
      return;
    case EventKind::LaneDone:
    case EventKind::LaneFailed:
    case EventKind::LaneCancelled:
      WAITER_ASSERT(!standing.ended, "a lane ends once");
      WAITER_ASSERT(!is_task || standing.running, "a task ends within a step");
      WAITER_ASSERT(!standing.queued, "a lane that ended is not in the ready queue");
      standing.ended = true;
      return;
    default: return;
  }
}

void Recorder::keep(const Event& event) {
  if (trace_.events.size() < events_max_) {
    trace_.events.push_back(event);
  } else {
    ++trace_.dropped;
  }
}

}  // namespace waiter::trace
