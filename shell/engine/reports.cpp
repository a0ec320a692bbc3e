// What the session tells the page: runs, moments, what is pointed at. The shapes are BRIDGE.md's.
#include <algorithm>

#include <fmt/format.h>

#include "playground/narration.h"
#include "session.h"
#include "view/navigation.h"
#include "view/picture.h"
#include "view/words.h"

namespace waiter::engine {
namespace {

using playground::LaneMoment;
using playground::LaneState;
using playground::Moment;

// More marks than this in one program's margin cannot be read.
constexpr std::size_t kParkedMax = 100;
constexpr std::size_t kListedMax = 50;
constexpr std::size_t kSpansMax = 5'000;
// The page shows no more lines; a report of every line would take longer than the run that printed them.
constexpr std::size_t kOutputsMax = 1'000;
constexpr std::size_t kClientsMax = 500;
constexpr std::size_t kEntriesMax = 5'000;
constexpr std::size_t kTextMax = 20'000;

const char* state_name(LaneState state) {
  switch (state) {
    case LaneState::NotYet: return "not_yet";
    case LaneState::Ready: return "ready";
    case LaneState::Running: return "running";
    case LaneState::Blocked: return "blocked";
    case LaneState::Awaiting: return "awaiting";
    case LaneState::Done: return "done";
    case LaneState::Failed: return "failed";
    case LaneState::Cancelled: return "cancelled";
  }
  return "";
}

const char* error_kind(world::ProgramError::Kind kind) {
  switch (kind) {
    case world::ProgramError::Kind::Syntax: return "syntax";
    case world::ProgramError::Kind::Exception: return "exception";
    case world::ProgramError::Kind::Deadlock: return "deadlock";
    case world::ProgramError::Kind::Limit: return "limit";
  }
  return "";
}

Json error_json(const world::ProgramError& error) {
  return {{"kind", error_kind(error.kind)},
          {"type", error.type},
          {"message", error.message},
          {"traceback", error.traceback},
          {"line", error.line},
          {"column", error.column},
          {"end_line", error.end_line},
          {"end_column", error.end_column}};
}

// "Task-3 sleeping · 0.28 s left": what stands beside the line at which a lane is parked.
std::string parked_text(const trace::Trace& trace, const Moment& moment, trace::LaneId lane, trace::Time deadline) {
  const LaneMoment& at = moment.lanes[lane];
  const std::string& title = trace.title(lane);
  if (at.state != LaneState::Awaiting) {
    if (at.state == LaneState::Blocked) return title + " blocks the loop";
    return fmt::format("{} {}", title, view::state_word(view::Words::Asyncio, at.state));
  }
  if (deadline != trace::kNever) {
    const trace::Time left = std::max<trace::Time>(0, deadline - moment.time);
    return fmt::format("{} sleeping · {:.2f} s left", title, trace::to_seconds(left));
  }
  if (at.gather_all > 0) return fmt::format("{} waits · gather {} / {}", title, at.gather_done, at.gather_all);
  const std::string what = view::awaited(trace, at.awaits, at.waits_for);
  return what.empty() ? title + " waits" : fmt::format("{} waits for {}", title, what);
}

Json parked(const trace::Trace& trace, const Moment& moment, const view::Theme& theme) {
  std::vector<trace::Time> deadlines(moment.lanes.size(), trace::kNever);
  for (const playground::PendingTimer& timer : moment.timers) deadlines[timer.lane] = timer.deadline;
  Json list = Json::array();
  for (trace::LaneId lane = 0; lane < moment.lanes.size() && list.size() < kParkedMax; ++lane) {
    const LaneMoment& at = moment.lanes[lane];
    const bool here = at.state == LaneState::Awaiting || at.state == LaneState::Ready ||
                      at.state == LaneState::Running || at.state == LaneState::Blocked;
    if (!here || at.where.line == 0 || at.where.file != 0) continue;
    // The loop's lane is the program's own lines: marked only while it holds everything up.
    if (lane == trace::kLoopLane && at.state != LaneState::Blocked) continue;
    list.push_back({{"line", at.where.line},
                    {"lane", trace.title(lane)},
                    {"color", view::hex(view::lane_color(theme, trace, lane))},
                    {"text", parked_text(trace, moment, lane, deadlines[lane])},
                    {"state", state_name(at.state)}});
  }
  return list;
}

// What was printed, for the page: writes of one line are one entry, and of the entries beyond kOutputsMax only the number
// of lines is told.
struct Printed {
  Json outputs = Json::array();
  std::size_t more_lines = 0;
};

Printed printed(const trace::Trace& trace) {
  Printed all;
  bool open = false;  // the last entry's line goes on
  bool error = false;
  std::string text;
  const auto close = [&] {
    if (!all.outputs.empty()) all.outputs.back()["text"] = std::move(text);
    text.clear();
  };
  std::size_t at = 0;
  for (; at < trace.outputs.size(); ++at) {
    const trace::Output& output = trace.outputs[at];
    if (output.text.empty()) continue;
    if (!open || error != output.is_error) {
      if (all.outputs.size() == kOutputsMax) break;
      close();
      error = output.is_error;
      all.outputs.push_back({{"t", trace::to_seconds(output.time)},
                             {"line", output.line},
                             {"error", output.is_error},
                             {"lane", output.lane < trace.lanes.size() ? trace.title(output.lane) : std::string()}});
    }
    text += output.text;
    open = output.text.back() != '\n';
  }
  close();
  for (; at < trace.outputs.size(); ++at) {
    const std::string& rest = trace.outputs[at].text;
    all.more_lines += static_cast<std::size_t>(std::count(rest.begin(), rest.end(), '\n'));
  }
  return all;
}

const char* wire_name(world::WireEntry::Kind kind) {
  using Kind = world::WireEntry::Kind;
  switch (kind) {
    case Kind::Sent: return "sent";
    case Kind::Served: return "served";
    case Kind::Head: return "head";
    case Kind::Piece: return "piece";
    case Kind::Done: return "done";
    case Kind::Left: return "left";
    case Kind::Broken: return "broken";
    case Kind::Accepted: return "accepted";
    case Kind::Refused: return "refused";
    case Kind::Said: return "said";
    case Kind::Heard: return "heard";
    case Kind::Closed: return "closed";
  }
  return "";
}

// One client's side of the conversation, entry by entry, of all its requests. Texts are cut: a page that shows a megabyte shows
// nothing.
void append_log(const world::ClientRecord& client, Json& log, std::size_t& more, std::size_t& entries_left) {
  const auto cut = [](const std::string& text) { return text.size() > kTextMax ? text.substr(0, kTextMax) + "…" : text; };
  for (const world::WireEntry& entry : client.log) {
    if (entry.kind == world::WireEntry::Kind::Served) continue;
    if (entries_left == 0) {
      ++more;
      continue;
    }
    --entries_left;
    Json out{{"t", trace::to_seconds(entry.time)}, {"event", entry.event}, {"kind", wire_name(entry.kind)}};
    const bool came = entry.kind == world::WireEntry::Kind::Piece || entry.kind == world::WireEntry::Kind::Heard;
    if (came) out["text"] = cut(client.received[static_cast<std::size_t>(entry.code)].text);
    if (entry.kind == world::WireEntry::Kind::Piece && client.streams) out["streams"] = true;
    if (!entry.text.empty()) out["text"] = cut(entry.text);
    if (!came && entry.code != 0) out["code"] = entry.code;
    if (entry.by_client) out["by_client"] = true;
    log.push_back(std::move(out));
  }
}

// A client that sends several requests has a record of each, one after the other.
bool same_client(const world::ClientRecord& a, const world::ClientRecord& b) { return a.name == b.name && a.lane == b.lane; }

Json clients_json(const std::vector<world::ClientRecord>& clients) {
  Json list = Json::array();
  std::size_t entries_left = kEntriesMax;
  for (std::size_t i = 0; i < clients.size() && list.size() < kClientsMax;) {
    Json log = Json::array();
    Json headers = Json::array();
    std::size_t more = 0;
    std::size_t next = i;
    for (; next < clients.size() && same_client(clients[i], clients[next]); ++next) append_log(clients[next], log, more, entries_left);
    const world::ClientRecord& last = clients[next - 1];
    for (const auto& [name, value] : last.headers) headers.push_back({name, value});
    list.push_back({{"name", last.name}, {"websocket", last.websocket}, {"streams", last.streams}, {"headers", std::move(headers)},
                    {"log", std::move(log)}, {"more", more}});
    i = next;
  }
  return list;
}

bool same(const view::Playhead& a, const view::Playhead& b) {
  return a.time == b.time && a.event == b.event;
}

}  // namespace

void Session::report_run(const playground::Run& run, const char* state) {
  const trace::Trace& trace = run.trace();
  Printed all = printed(trace);
  events_.push_back({{"type", "run"},
                     {"state", state},
                     {"engine_ms", engine_ms_},
                     {"ended", trace::to_seconds(run.end())},
                     {"events", trace.events.size()},
                     {"events_dropped", trace.dropped},
                     {"outputs", std::move(all.outputs)},
                     {"more_lines", all.more_lines},
                     {"clients", clients_json(run.clients())},
                     {"all_clients", run.clients().size()},
                     {"error", run.error() ? error_json(*run.error()) : Json(nullptr)}});
  report_due_ = true;
}

void Session::report_moment() {
  const bool told = !report_due_ && same(view_.playhead, reported_playhead_) && view_.playing == reported_playing_ &&
                    view_.speed == reported_speed_;
  if (told || shown_ == nullptr) return;
  report_due_ = false;
  reported_playhead_ = view_.playhead;
  reported_playing_ = view_.playing;
  reported_speed_ = view_.speed;
  changed_ = true;

  const playground::Run& run = *shown_;
  view::catch_up(run, view_);
  const trace::Trace& trace = run.trace();
  const Moment& moment = view_.moment;
  std::string said;
  if (!trace.events.empty()) {
    said =
        view_.playhead.event ? playground::narration(run, *view_.playhead.event) : playground::narration(run, moment);
  }
  Json ready = Json::array();
  for (const trace::LaneId lane : moment.ready) {
    if (ready.size() == kListedMax) break;
    ready.push_back(trace.title(lane));
  }
  Json timers = Json::array();
  for (const playground::PendingTimer& timer : moment.timers) {
    if (timers.size() == kListedMax) break;
    timers.push_back({{"lane", trace.title(timer.lane)}, {"deadline", trace::to_seconds(timer.deadline)}});
  }
  events_.push_back({{"type", "moment"},
                     {"t", trace::to_seconds(view_.playhead.time)},
                     {"event", trace.events.empty() ? 0 : view::playhead_event(run, view_) + 1},
                     {"events", trace.events.size()},
                     {"end", trace::to_seconds(run.end())},
                     {"playing", view_.playing},
                     {"speed", view_.speed},
                     {"turn", moment.turn},
                     {"narration", said},
                     {"running", moment.running ? Json(trace.title(*moment.running)) : Json(nullptr)},
                     {"parked", parked(trace, moment, view::theme(view_.dark))},
                     {"ready", std::move(ready)},
                     {"timers", std::move(timers)}});
}

void Session::report_hover() {
  std::optional<std::uint32_t> line;
  if (view_.hovered) {
    const trace::Span& span = shown_->spans().spans(view_.hovered->lane)[view_.hovered->span];
    if (span.where.line != 0 && span.where.file == 0) line = span.where.line;
  }
  if (view_.hover_text == reported_hover_ && line == reported_hover_line_) return;
  reported_hover_ = view_.hover_text;
  reported_hover_line_ = line;
  events_.push_back({{"type", "hover"}, {"line", line ? Json(*line) : Json(nullptr)}, {"text", view_.hover_text}});
}

Json Session::spans_in_words() const {
  Json lanes = Json::array();
  std::size_t left = kSpansMax;
  const trace::Trace& trace = shown_->trace();
  for (const trace::LaneId lane : view::lane_order(trace)) {
    Json spans = Json::array();
    for (const trace::Span& span : shown_->spans().spans(lane)) {
      if (left == 0) break;
      --left;
      const view::SpanWords words = view::span_words(trace, span, shown_->end(), view_.words);
      spans.push_back(words.title + ", " + words.period + (words.place.empty() ? "" : ", " + words.place));
    }
    if (const view::ClientTraffic* client = view_.traffic.of(lane)) {
      const auto say = [&](const view::SpanWords& words) {
        if (left == 0) return;
        --left;
        spans.push_back(words.title + ", " + words.period + (words.place.empty() ? "" : ", " + words.place));
      };
      for (std::uint32_t i = 0; i < client->periods.size(); ++i) say(view::period_words(trace, lane, *client, i, shown_->end()));
      for (std::uint32_t i = 0; i < client->marks.size(); ++i) say(view::mark_words(trace, lane, *client, i, 0));
    }
    lanes.push_back({{"lane", view::lane_name(trace, lane)}, {"spans", std::move(spans)}});
  }
  return {{"ok", true}, {"lanes", std::move(lanes)}, {"complete", left > 0}};
}

Json Session::layout_in_css() const {
  const view::PictureLayout layout = view::picture_layout(*shown_, view_);
  const auto css = [&](const view::Rect& rect) {
    return Json::array({rect.left / dpr_, rect.top / dpr_, rect.right / dpr_, rect.bottom / dpr_});
  };
  const view::TimeScale scale{view_.window, layout.lanes.left, layout.lanes.right};
  const view::StepScale steps(scale, view_.instants, view_.sizes.px(4));
  Json rows = Json::array();
  const view::TimelineFrame frame = view::timeline_frame(layout, view_);
  float y = layout.lanes.top - view_.scroll;
  for (const trace::LaneId lane : view_.order) {
    rows.push_back({{"lane", shown_->trace().title(lane)}, {"y", (y + frame.row_height / 2) / dpr_}});
    y += frame.row_height;
  }
  return {{"ok", true},
          {"ruler", css(layout.ruler)},
          {"lanes", css(layout.lanes)},
          {"stage", css(layout.stage)},
          {"transport", css(layout.transport)},
          {"window", {trace::to_seconds(view_.window.from), trace::to_seconds(view_.window.to)}},
          {"playhead_x", steps.x(view_.playhead) / dpr_},
          {"rows", std::move(rows)}};
}

}  // namespace waiter::engine
