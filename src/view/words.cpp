#include "view/words.h"

#include <fmt/format.h>

#include "view/time_scale.h"

namespace waiter::view {
namespace {

using playground::LaneState;
using trace::SpanState;

constexpr Vocabulary kAsyncio = {
    .stage_title = "Stage",
    .stage_subtitle = "the one waiter",
    .clients = "CLIENTS",
    .tasks = "TASKS",
    .ready_queue = "READY QUEUE",
    .timers = "TIMERS",
    .timers_order = "(next first)",
    .waiting = "WAITING ON OTHERS",
    .loop = "EVENT LOOP",
    .turn = "turn",
    .idle = "idle",
    .blocked = "blocked",
    .done = "done",
    .starting = "start",
    .working = "working",
    .choosing = "next",
    .nothing_ready = "nothing is ready —",
    .next_timer_in = "next timer in",
    .next_client = "waits for the clients",
    .ready_empty = "empty",
    .ready_empty_free = "empty — the waiter is free",
    .timers_empty = "none",
    .waiting_empty = "none",
    .running = "running",
    .ready = "ready, not served",
    .awaiting = "awaiting",
    .holds = "blocking",
    .in_flight = "In flight",
    .in_flight_note = "tasks waiting",
    .lag = "Loop lag",
    .lag_note = "ready → served",
};

constexpr Vocabulary kAnalogy = {
    .stage_title = "Stage",
    .stage_subtitle = "the one waiter",
    .clients = "TABLES",
    .tasks = "TABLES",
    .ready_queue = "CALLING THE WAITER",
    .timers = "IN THE KITCHEN",
    .timers_order = "(next first)",
    .waiting = "WAITING FOR OTHERS",
    .loop = "THE WAITER",
    .turn = "round",
    .idle = "free",
    .blocked = "stuck",
    .done = "closed",
    .starting = "opening",
    .working = "busy",
    .choosing = "next",
    .nothing_ready = "nobody calls —",
    .next_timer_in = "next dish in",
    .next_client = "waits for the guests",
    .ready_empty = "nobody",
    .ready_empty_free = "nobody — the waiter is free",
    .timers_empty = "nothing is cooking",
    .waiting_empty = "nobody",
    .running = "being served",
    .ready = "calling, not served",
    .awaiting = "waiting for food",
    .holds = "keeps the waiter",
    .in_flight = "Seated",
    .in_flight_note = "tables waiting",
    .lag = "Time to serve",
    .lag_note = "called → served",
};

}  // namespace

const Vocabulary& vocabulary(Words words) {
  return words == Words::Asyncio ? kAsyncio : kAnalogy;
}

std::string_view state_word(Words words, SpanState state) {
  const Vocabulary& v = vocabulary(words);
  switch (state) {
    case SpanState::Running: return v.running;
    case SpanState::Ready: return v.ready;
    case SpanState::Awaiting: return v.awaiting;
    case SpanState::Blocked: return v.holds;
  }
  return {};
}

std::string_view state_word(Words words, LaneState state) {
  const Vocabulary& v = vocabulary(words);
  switch (state) {
    case LaneState::NotYet: return words == Words::Asyncio ? "not yet made" : "not yet here";
    case LaneState::Ready: return words == Words::Asyncio ? "ready" : "calling";
    case LaneState::Running: return v.running;
    case LaneState::Blocked: return v.holds;
    case LaneState::Awaiting: return v.awaiting;
    case LaneState::Done: return words == Words::Asyncio ? "done" : "left happy";
    case LaneState::Failed: return words == Words::Asyncio ? "failed" : "left angry";
    case LaneState::Cancelled: return words == Words::Asyncio ? "cancelled" : "sent away";
  }
  return {};
}

std::string_view state_sign(LaneState state) {
  switch (state) {
    case LaneState::NotYet: return "·";
    case LaneState::Ready: return "○";
    case LaneState::Running: return "▶";
    case LaneState::Blocked: return "■";
    case LaneState::Awaiting: return "…";
    case LaneState::Done: return "✓";
    case LaneState::Failed: return "✗";
    case LaneState::Cancelled: return "–";
  }
  return {};
}

std::string lane_name(const trace::Trace& trace, trace::LaneId lane) {
  return lane >= trace.lanes.size() ? std::string() : trace.full_title(lane);
}

std::string awaited(const trace::Trace& trace, trace::NameId label, trace::LaneId waits_for) {
  const std::string& text = label < trace.names.size() ? trace.names.text(label) : trace.names.text(0);
  if (!text.empty()) return text;
  return waits_for < trace.lanes.size() ? trace.title(waits_for) : std::string();
}

SpanWords span_words(const trace::Trace& trace, const trace::Span& span, trace::Time run_end, Words words) {
  SpanWords result;
  result.title = fmt::format("{} · {}", lane_name(trace, span.lane), state_word(words, span.state));
  if (span.state == SpanState::Awaiting || span.state == SpanState::Blocked) {
    const std::string what = awaited(trace, span.label, span.waits_for);
    if (!what.empty()) result.title += " " + what;
  }
  const bool open = span.end == trace::kOpen;
  const trace::Time end = open ? run_end : span.end;
  if (end == span.begin) {
    result.period = fmt::format("at {}", seconds_text(span.begin));
  } else {
    result.period = fmt::format("{} → {} · {}{}", seconds_text(span.begin), seconds_text(end),
                                length_text(end - span.begin), open ? ", never over" : "");
  }
  if (span.where.line != 0) result.place = fmt::format("line {}", span.where.line);
  return result;
}

SpanWords period_words(const trace::Trace& trace, trace::LaneId lane, const ClientTraffic& client, std::uint32_t index,
                       trace::Time run_end) {
  const TrafficPeriod& period = client.periods[index];
  SpanWords result;
  result.title = fmt::format("{} {}", trace.title(lane), phase_text(period.phase));
  const bool open = period.end == trace::kOpen;
  const trace::Time end = open ? run_end : period.end;
  if (end == period.begin) {
    result.period = fmt::format("at {}", seconds_text(period.begin));
  } else {
    result.period = fmt::format("{} → {} · {}{}", seconds_text(period.begin), seconds_text(end),
                                length_text(end - period.begin), open ? ", not over" : "");
  }
  const std::string ending = ending_text(period);
  result.place = ending.empty() ? period.request : fmt::format("{} · {}", period.request, ending);
  return result;
}

SpanWords mark_words(const trace::Trace& trace, trace::LaneId lane, const ClientTraffic& client, std::uint32_t mark,
                     std::uint32_t hidden) {
  const TrafficMark& it = client.marks[mark];
  SpanWords result;
  result.title = fmt::format("{} {} {}", trace.title(lane), it.outgoing ? "→" : "←", it.text);
  result.period = fmt::format("at {}", seconds_text(it.time));
  if (hidden > 0) result.place = fmt::format("and {} more, too close to tell apart: zoom in", hidden);
  return result;
}

}  // namespace waiter::view
