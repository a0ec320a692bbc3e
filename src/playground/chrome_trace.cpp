#include "playground/chrome_trace.h"

#include <string_view>

#include <nlohmann/json.hpp>

namespace waiter::playground {
namespace {

using Json = nlohmann::ordered_json;
using trace::Time;

constexpr int kProcess = 1;

double microseconds(Time time) { return static_cast<double>(time) / 1e3; }

// A thread's number must not be 0, which some readers take for "no thread".
std::int64_t thread_of(trace::LaneId lane) { return static_cast<std::int64_t>(lane) + 1; }

Json event(const char* phase, std::string_view name, Time time, trace::LaneId lane) {
  return Json{{"ph", phase}, {"name", name}, {"ts", microseconds(time)}, {"pid", kProcess}, {"tid", thread_of(lane)}};
}

Json metadata(const char* what, trace::LaneId lane, const char* key, Json value) {
  Json out{{"ph", "M"}, {"name", what}, {"pid", kProcess}, {"tid", thread_of(lane)}};
  out["args"] = Json{{key, std::move(value)}};
  return out;
}

const char* state_name(trace::SpanState state) {
  switch (state) {
    case trace::SpanState::Running: return "running";
    case trace::SpanState::Ready: return "ready";
    case trace::SpanState::Awaiting: return "awaiting";
    case trace::SpanState::Blocked: return "blocked";
  }
  return "";
}

const char* arrow_name(trace::Arrow::Kind kind) {
  switch (kind) {
    case trace::Arrow::Kind::Made: return "made";
    case trace::Arrow::Kind::Woke: return "woke";
    case trace::Arrow::Kind::Cancelled: return "cancelled";
    case trace::Arrow::Kind::Sent: return "sent";
  }
  return "";
}

void add_lanes(const trace::Trace& trace, Json& out) {
  out.push_back(metadata("process_name", trace::kLoopLane, "name", "One Waiter (simulated time)"));
  for (trace::LaneId lane = 0; lane < trace.lanes.size(); ++lane) {
    out.push_back(metadata("thread_name", lane, "name", trace.full_title(lane)));
    out.push_back(metadata("thread_sort_index", lane, "sort_index", lane));
  }
}

void add_spans(const trace::Trace& trace, const trace::SpanIndex& spans, Json& out) {
  for (trace::LaneId lane = 0; lane < spans.lane_count(); ++lane) {
    for (const trace::Span& span : spans.spans(lane)) {
      const std::string& label = trace.names.text(span.label);
      Json it = event("X", label.empty() ? state_name(span.state) : std::string_view(label), span.begin, lane);
      it["cat"] = state_name(span.state);
      it["dur"] = microseconds((span.end == trace::kOpen ? trace.ended : span.end) - span.begin);
      Json args = Json::object();
      if (span.where.line != 0) args["line"] = span.where.line;
      if (span.waits_for != trace::kNoLane) args["waits_for"] = trace.title(span.waits_for);
      if (span.end == trace::kOpen) args["unfinished"] = true;
      if (!args.empty()) it["args"] = std::move(args);
      out.push_back(std::move(it));
    }
  }
}

void add_arrows(const trace::SpanIndex& spans, Json& out) {
  std::int64_t id = 0;
  for (const trace::Arrow& arrow : spans.arrows()) {
    ++id;
    Json from = event("s", arrow_name(arrow.kind), arrow.time, arrow.from);
    from["cat"] = "arrow";
    from["id"] = id;
    Json to = event("f", arrow_name(arrow.kind), arrow.time, arrow.to);
    to["cat"] = "arrow";
    to["id"] = id;
    to["bp"] = "e";  // ends at the slice around it, not at the next one
    out.push_back(std::move(from));
    out.push_back(std::move(to));
  }
}

void add_outputs(const trace::Trace& trace, Json& out) {
  for (const trace::Output& write : trace.outputs) {
    Json it = event("i", write.is_error ? "stderr" : "print", write.time, write.lane);
    it["s"] = "t";
    it["args"] = Json{{"text", write.text}, {"line", write.line}};
    out.push_back(std::move(it));
  }
}

void add_counter(const char* name, const std::vector<trace::CounterPoint>& points, double unit, Json& out) {
  for (const trace::CounterPoint& point : points) {
    Json it = event("C", name, point.time, trace::kLoopLane);
    it["args"] = Json{{"value", static_cast<double>(point.value) * unit}};
    out.push_back(std::move(it));
  }
}

}  // namespace

Json chrome_trace(const trace::Trace& trace, const trace::SpanIndex& spans, const trace::Counters& counters) {
  Json events = Json::array();
  add_lanes(trace, events);
  add_spans(trace, spans, events);
  add_arrows(spans, events);
  add_outputs(trace, events);
  add_counter("tasks waiting", counters.waiting, 1, events);
  add_counter("ready queue", counters.ready, 1, events);
  add_counter("loop lag (ms)", counters.lag_ns, 1e-6, events);
  return Json{{"traceEvents", std::move(events)}, {"displayTimeUnit", "ms"}};
}

}  // namespace waiter::playground
