#include "trace/recorder.h"

#include <utility>

#include "trace/assert.h"

namespace waiter::trace {

Recorder::Recorder(std::size_t events_max) : events_max_(events_max), events_left_(events_max) {
  trace_.lanes.push_back({{name("Event loop"), Title::kNoNumber}, 0, kNoLane, 0, LaneKind::Loop});
  standings_.push_back(0);
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
  const auto lane = static_cast<LaneId>(standings_.size());
  WAITER_ASSERT(maker == kNoLane || maker < lane, "the maker is a lane of this trace");
  trace_.lanes.push_back({title, subtitle, maker, now_, kind});
  standings_.push_back(kind == LaneKind::Task ? kTask : Standing{0});
  record(EventKind::LaneMade, lane, where, subtitle, maker);
  return lane;
}

void Recorder::rename_lane(LaneId lane, std::string_view title) {
  WAITER_ASSERT(lane < trace_.lanes.size(), "the lane belongs to this trace");
  trace_.lanes[lane].title = title_of(title);
}

void Recorder::output(LaneId lane, std::uint32_t line, bool is_error, std::string_view text) {
  const auto index = static_cast<std::int64_t>(trace_.outputs.size());
  trace_.outputs.push_back({now_, lane, line, is_error, std::string(text)});
  record(EventKind::Output, lane, {0, 0, line}, index);
}

/// What an event asks of the lane that it happens to, and how that stands afterwards.
struct alignas(8) Recorder::Rule {
  Standing must = 0, looks_at = 0, leaves = 0xff, sets = 0;
  bool is_task_step = false;  ///< only one task runs at a time
};

constexpr Recorder::Rule Recorder::rule_of(EventKind kind, bool is_task) {
  const Standing in_step = is_task ? kRunning : 0;
  const auto rule = [](Standing must, Standing must_not, Standing clears, Standing sets, bool is_task_step = false) {
    return Rule{must, static_cast<Standing>(must | must_not), static_cast<Standing>(~clears), sets, is_task_step};
  };
  switch (kind) {  // must be, must not be, is no longer, is from now on
    case EventKind::HandleReady: return rule(0, kQueued | kEnded, 0, kQueued);
    case EventKind::StepBegin: return rule(kQueued, kRunning, kQueued, kRunning, is_task);
    case EventKind::StepEnd: return rule(kRunning, kBlocked, kRunning, 0, is_task);
    case EventKind::Await: return rule(in_step, 0, 0, 0);
    case EventKind::BlockBegin: return rule(in_step, kBlocked, 0, kBlocked);
    case EventKind::BlockEnd: return rule(kBlocked, 0, kBlocked, 0);
    case EventKind::LaneDone:
    case EventKind::LaneFailed:
    case EventKind::LaneCancelled: return rule(in_step, kEnded | kQueued, 0, kEnded);
    default: return {};
  }
}

// By kind, then for lanes that are no tasks and for those that are.
constexpr Recorder::Rule Recorder::kRules[][2] = {
#define WAITER_RULE(kind, meaning) {rule_of(EventKind::kind, false), rule_of(EventKind::kind, true)},
    WAITER_EVENT_KINDS(WAITER_RULE)
#undef WAITER_RULE
};

inline void Recorder::check_order(EventKind kind, LaneId lane) {
  Standing& standing = standings_[lane];
  const bool is_task = (standing & kTask) != 0;
  const Rule& rule = kRules[static_cast<std::size_t>(kind)][is_task];
  if (((standing ^ rule.must) & rule.looks_at) != 0) [[unlikely]] refuse(kind, standing);
  standing = static_cast<Standing>((standing & rule.leaves) | rule.sets);
  if (!rule.is_task_step) return;
  if (kind == EventKind::StepEnd) {
    if (running_task_ == lane) running_task_ = kNoLane;
    return;
  }
  // A task that is held up, because its thread waits, runs on when another thread's loop has stepped its own.
  WAITER_ASSERT(running_task_ == kNoLane || is_blocked(running_task_), "only one task runs at a time");
  running_task_ = lane;
}

void Recorder::take(EventKind kind, LaneId lane, SourcePosition where, std::int64_t argument, LaneId subject) {
  // Nothing but this is called on the usual way, and so nothing has to be put aside.
  if (events_left_ == 0 || !trace_.events.has_room()) [[unlikely]] return take_at_edge(kind, lane, where, argument, subject);
  const std::size_t lanes = standings_.size();
  WAITER_ASSERT(lane < lanes, "the lane belongs to this trace");
  WAITER_ASSERT(subject == kNoLane || subject < lanes, "the subject is a lane of this trace");
  check_order(kind, lane);
  --events_left_;
  trace_.events.emplace_in_room(now_, argument, lane, subject, where, kind);
}

void Recorder::take_at_edge(EventKind kind, LaneId lane, SourcePosition where, std::int64_t argument, LaneId subject) {
  if (events_left_ > 0) {
    trace_.events.make_room();
    return take(kind, lane, where, argument, subject);
  }
  WAITER_ASSERT(lane < standings_.size(), "the lane belongs to this trace");
  WAITER_ASSERT(subject == kNoLane || subject < standings_.size(), "the subject is a lane of this trace");
  check_order(kind, lane);
  ++trace_.dropped;
}

void Recorder::refuse(EventKind kind, Standing standing) {
  const auto is = [standing](Standing bit) { return (standing & bit) != 0; };
  switch (kind) {
    case EventKind::HandleReady:
      WAITER_ASSERT(!is(kQueued), "a lane stands in the ready queue at most once");
      WAITER_ASSERT(!is(kEnded), "a lane that ended is not woken");
      break;
    case EventKind::StepBegin:
      WAITER_ASSERT(is(kQueued), "a lane that begins a step was in the ready queue");
      WAITER_ASSERT(!is(kRunning), "a lane's step ends before its next one begins");
      break;
    case EventKind::StepEnd:
      WAITER_ASSERT(is(kRunning), "a step that ends had begun");
      WAITER_ASSERT(!is(kBlocked), "a lane that holds the loop does not give control back");
      break;
    case EventKind::Await:
      WAITER_ASSERT(is(kRunning), "a task begins to wait within a step");
      break;
    case EventKind::BlockBegin:
      WAITER_ASSERT(!is(kBlocked), "a lane blocks once at a time");
      WAITER_ASSERT(is(kRunning), "only a running task can hold the loop");
      break;
    case EventKind::BlockEnd:
      WAITER_ASSERT(is(kBlocked), "a block that ends had begun");
      break;
    default:
      WAITER_ASSERT(!is(kEnded), "a lane ends once");
      WAITER_ASSERT(is(kRunning), "a task ends within a step");
      WAITER_ASSERT(!is(kQueued), "a lane that ended is not in the ready queue");
      break;
  }
  assertion_failed(__FILE__, __LINE__, kind_name(kind), "a rule that is broken has its sentence");
}

}  // namespace waiter::trace
