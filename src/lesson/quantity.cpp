#include "lesson/quantity.h"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "playground/wording.h"
#include "trace/assert.h"

namespace waiter::lesson {
namespace {

using trace::EventKind;
using trace::LaneId;
using trace::LaneKind;
using trace::Time;

Time longest_wait(const std::string& function, const Evidence& evidence) {
  Time longest = 0;
  for (LaneId lane = 1; lane < evidence.spans.lane_count(); ++lane) {
    if (!function.empty() && evidence.trace.subtitle(lane) != function) continue;
    for (const trace::Span& span : evidence.spans.spans(lane)) {
      if (span.state != trace::SpanState::Awaiting) continue;
      const Time end = span.end == trace::kOpen ? evidence.trace.ended : span.end;
      longest = std::max(longest, end - span.begin);
    }
  }
  return longest;
}

// A whole step counts, not only time.sleep: a long computation holds the loop just the same.
Time longest_block(const trace::Trace& trace) {
  Time longest = 0;
  Time begin = 0;
  bool in_step = false;
  for (const trace::Event& event : trace.events) {
    if (trace.lanes[event.lane].kind != LaneKind::Task) continue;
    if (event.kind == EventKind::StepBegin) {
      in_step = true;
      begin = event.time;
    } else if (event.kind == EventKind::StepEnd) {
      in_step = false;
      longest = std::max(longest, event.time - begin);
    }
  }
  return in_step ? std::max(longest, trace.ended - begin) : longest;
}

Time lag_max(const Evidence& evidence) {
  Time longest = 0;
  for (LaneId lane = 1; lane < evidence.spans.lane_count(); ++lane) {
    for (const trace::Span& span : evidence.spans.spans(lane)) {
      if (span.state != trace::SpanState::Ready) continue;
      const Time end = span.end == trace::kOpen ? evidence.trace.ended : span.end;
      longest = std::max(longest, end - span.begin);
    }
  }
  return longest;
}

// Who waits for another task (by await or by gather) is not counted: its time is that task's time.
std::int64_t concurrency_max(const trace::Trace& trace) {
  struct Standing {
    bool waits_for_a_task = false;
    bool woken = false;
    bool ended = false;
    bool counted = false;
  };
  std::vector<Standing> lanes(trace.lanes.size());
  std::int64_t now = 0;
  std::int64_t most = 0;
  for (const trace::Event& event : trace.events) {
    Standing& lane = lanes[event.lane];
    switch (event.kind) {
      case EventKind::StepBegin: lane = {}; break;
      case EventKind::Gather: lane.waits_for_a_task = true; break;
      case EventKind::Await:
        if (event.subject != trace::kNoLane) lane.waits_for_a_task = true;
        break;
      case EventKind::LaneDone:
      case EventKind::LaneFailed:
      case EventKind::LaneCancelled: lane.ended = true; break;
      case EventKind::HandleReady:
        lane.woken = true;
        if (lane.counted) --now;
        lane.counted = false;
        break;
      case EventKind::StepEnd:
        if (lane.waits_for_a_task || lane.woken || lane.ended) break;
        lane.counted = true;
        most = std::max(most, ++now);
        break;
      default: break;
    }
  }
  return most;
}

std::int64_t tasks(const trace::Trace& trace) {
  return std::count_if(trace.lanes.begin(), trace.lanes.end(),
                       [](const trace::Lane& lane) { return lane.kind == LaneKind::Task; });
}

std::int64_t turns(const trace::Trace& trace) {
  return std::count_if(trace.events.begin(), trace.events.end(),
                       [](const trace::Event& event) { return event.kind == EventKind::TurnBegin; });
}

std::int64_t output_lines(const trace::Trace& trace) {
  std::int64_t lines = 0;
  char last = '\n';
  for (const trace::Output& output : trace.outputs) {
    if (output.is_error || output.text.empty()) continue;
    lines += std::count(output.text.begin(), output.text.end(), '\n');
    last = output.text.back();
  }
  return last == '\n' ? lines : lines + 1;
}

}  // namespace

std::optional<Quantity::Kind> quantity_named(std::string_view name) {
#define WAITER_QUANTITY(kind, its_name, is_time, meaning) \
  if (name == its_name) return Quantity::Kind::kind;
  WAITER_QUANTITIES(WAITER_QUANTITY)
#undef WAITER_QUANTITY
  return std::nullopt;
}

bool is_time(Quantity::Kind kind) {
  switch (kind) {
#define WAITER_QUANTITY(kind, name, it_is, meaning) \
  case Quantity::Kind::kind: return it_is;
    WAITER_QUANTITIES(WAITER_QUANTITY)
#undef WAITER_QUANTITY
  }
  WAITER_ASSERT(false, "every quantity is in the table");
}

std::int64_t measure(const Quantity& quantity, const Evidence& evidence) {
  switch (quantity.kind) {
    case Quantity::Kind::TotalTime: return evidence.trace.ended;
    case Quantity::Kind::LongestWait: return longest_wait(quantity.function, evidence);
    case Quantity::Kind::LongestBlock: return longest_block(evidence.trace);
    case Quantity::Kind::LagMax: return lag_max(evidence);
    case Quantity::Kind::ConcurrencyMax: return concurrency_max(evidence.trace);
    case Quantity::Kind::Tasks: return tasks(evidence.trace);
    case Quantity::Kind::Turns: return turns(evidence.trace);
    case Quantity::Kind::OutputLines: return output_lines(evidence.trace);
  }
  WAITER_ASSERT(false, "every quantity is measured");
}

std::string value_words(Quantity::Kind kind, std::int64_t value) {
  return is_time(kind) ? playground::length_text(value) : fmt::format("{}", value);
}

std::string fact_words(const Quantity& quantity, std::int64_t value) {
  const std::string text = value_words(quantity.kind, value);
  const auto count = static_cast<std::uint64_t>(value);
  switch (quantity.kind) {
    case Quantity::Kind::TotalTime: return fmt::format("The program took {}", text);
    case Quantity::Kind::LongestWait:
      return value == 0 ? fmt::format("{} never waited", quantity.function.empty() ? "No task" : quantity.function)
                        : fmt::format("The longest wait of {} was {}", quantity.function.empty() ? "a task" : quantity.function, text);
    case Quantity::Kind::LongestBlock: return fmt::format("The longest step held the waiter for {}", text);
    case Quantity::Kind::LagMax: return fmt::format("A task that was ready had to wait for {}", text);
    case Quantity::Kind::ConcurrencyMax:
      return value <= 1 ? std::string("No two waits ever lay side by side")
                        : fmt::format("At most {} waits lay side by side", value);
    case Quantity::Kind::Tasks: return fmt::format("The program made {}, the main one among them", playground::counted(count, "task"));
    case Quantity::Kind::Turns: return fmt::format("The event loop took {}", playground::counted(count, "turn"));
    case Quantity::Kind::OutputLines: return fmt::format("The program printed {}", playground::counted(count, "line"));
  }
  WAITER_ASSERT(false, "every quantity has its words");
}

}  // namespace waiter::lesson
