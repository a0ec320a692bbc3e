#include "view/client_traffic.h"

#include <algorithm>

#include <fmt/format.h>

#include "view/time_scale.h"

namespace waiter::view {
namespace {

using Kind = world::WireEntry::Kind;
using Phase = TrafficPeriod::Phase;
using Ending = TrafficPeriod::Ending;

// As much of a message as a tooltip has room for.
constexpr std::size_t kTextMax = 120;

bool begins_character(char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }

// Its beginning, in one line: blank space of any kind is one blank.
std::string one_line(const std::string& text) {
  std::string line;
  for (const char c : text) {
    const bool blank = static_cast<unsigned char>(c) <= ' ';
    if (line.size() >= kTextMax && begins_character(c)) return line + "…";
    if (!blank) line += c;
    else if (!line.empty() && line.back() != ' ') line += ' ';
  }
  if (!line.empty() && line.back() == ' ') line.pop_back();
  return line;
}

class Reader {
 public:
  explicit Reader(ClientTraffic& out) : out_(out) {}

  void take(const world::ClientRecord& client, const world::WireEntry& entry) {
    switch (entry.kind) {
      case Kind::Sent:
        begin(entry, client.websocket.empty() ? Phase::Waiting : Phase::Connecting, one_line(entry.text));
        return;
      case Kind::Served: out_.served_by.push_back({entry.event, static_cast<trace::LaneId>(entry.code)}); return;
      case Kind::Head: next(entry, Phase::Streaming, entry.code); return;
      case Kind::Accepted: next(entry, Phase::Open, 0); return;
      case Kind::Piece:
        // The body of a plain answer is no message of its own: its status tells of it.
        if (client.streams) mark(entry, false, client.received[static_cast<std::size_t>(entry.code)].text);
        return;
      case Kind::Heard: mark(entry, false, client.received[static_cast<std::size_t>(entry.code)].text); return;
      case Kind::Said: mark(entry, true, entry.text); return;
      case Kind::Done: end(entry, Ending::Done); return;
      case Kind::Left: end(entry, Ending::Left); return;
      case Kind::Broken: end(entry, Ending::Broken); return;
      case Kind::Refused:
        if (open()) out_.periods.back().code = entry.code;
        end(entry, Ending::Refused);
        return;
      case Kind::Closed:
        if (!open()) return;
        out_.periods.back().code = entry.code;
        out_.periods.back().closed_by_client = entry.by_client;
        end(entry, Ending::Closed);
        return;
    }
  }

 private:
  [[nodiscard]] bool open() const { return !out_.periods.empty() && out_.periods.back().end == trace::kOpen; }

  void begin(const world::WireEntry& entry, Phase phase, std::string request) {
    TrafficPeriod period;
    period.phase = phase;
    period.begin = entry.time;
    period.first_event = period.last_event = entry.event;
    period.request = std::move(request);
    out_.periods.push_back(std::move(period));
  }
  void end(const world::WireEntry& entry, Ending how) {
    if (!open()) return;
    TrafficPeriod& period = out_.periods.back();
    period.end = entry.time;
    period.last_event = entry.event;
    period.ending = how;
  }
  // What waited until now goes on in another way.
  void next(const world::WireEntry& entry, Phase phase, int code) {
    if (!open()) return;
    std::string request = out_.periods.back().request;
    out_.periods.back().code = code;
    end(entry, Ending::Next);
    begin(entry, phase, std::move(request));
    out_.periods.back().code = code;
  }
  void mark(const world::WireEntry& entry, bool outgoing, const std::string& text) {
    out_.marks.push_back({entry.time, entry.event, outgoing, one_line(text)});
  }

  ClientTraffic& out_;
};

}  // namespace

bool is_bad_code(int code) { return (code >= 400 && code < 1000) || (code > 1001 && code != 1005); }

bool is_vanished(const TrafficPeriod& period) {
  return period.ending == Ending::Closed && period.closed_by_client && period.code == 1006;
}

std::string ending_text(const TrafficPeriod& period) {
  switch (period.ending) {
    case Ending::Left: return "left";
    case Ending::Broken: return period.code == 0 ? "broken off" : fmt::format("{}, broken off", period.code);
    case Ending::Closed: return is_vanished(period) ? "vanished" : fmt::format("closed {}", period.code);
    default: return period.code == 0 ? std::string() : fmt::format("{}", period.code);
  }
}

std::string phase_text(TrafficPeriod::Phase phase) {
  switch (phase) {
    case Phase::Waiting: return "waits for its answer";
    case Phase::Streaming: return "gets its answer";
    case Phase::Connecting: return "connects";
    case Phase::Open: return "is connected";
  }
  return {};
}

void add_traffic(const world::ClientRecord& client, ClientTraffic& to) {
  Reader reader(to);
  for (const world::WireEntry& entry : client.log) reader.take(client, entry);
}

void Traffic::take(const std::vector<world::ClientRecord>& clients, std::size_t events, bool finished) {
  if (events == events_ && finished == finished_) return;
  events_ = events;
  finished_ = finished;
  clients_.clear();
  index_.clear();
  for (const world::ClientRecord& client : clients) {
    if (client.lane == trace::kNoLane) continue;
    if (index_.size() <= client.lane) index_.resize(client.lane + 1);
    if (index_[client.lane] == 0) {
      clients_.emplace_back();
      index_[client.lane] = static_cast<std::uint32_t>(clients_.size());
    }
    add_traffic(client, clients_[index_[client.lane] - 1]);
  }
}

const ClientTraffic* Traffic::of(trace::LaneId lane) const {
  return lane < index_.size() && index_[lane] != 0 ? &clients_[index_[lane] - 1] : nullptr;
}

ClientStanding Traffic::standing(trace::LaneId lane, std::uint32_t events, Time now) const {
  ClientStanding out;
  const ClientTraffic* client = of(lane);
  if (client == nullptr) return out;
  for (const ClientTraffic::Service& service : client->served_by) {
    if (service.event <= events) out.task = service.task;
  }
  const auto after = std::partition_point(client->periods.begin(), client->periods.end(),
                                          [&](const TrafficPeriod& period) { return period.begin < now || period.first_event <= events; });
  if (after == client->periods.begin()) return out;
  const TrafficPeriod& period = *(after - 1);
  const bool over = period.end != trace::kOpen && (period.end < now || period.last_event <= events);
  out.status = period.code;
  if (!over) {
    const bool streaming = period.phase == Phase::Streaming;
    out.state = period.phase == Phase::Open ? ClientStanding::State::Open
                : streaming                 ? ClientStanding::State::Streaming
                                            : ClientStanding::State::Waiting;
    if (!streaming) out.status = 0;
    out.note = period.request;
    const auto later = std::partition_point(client->marks.begin(), client->marks.end(),
                                            [&](const TrafficMark& mark) { return mark.time < now || mark.event <= events; });
    if (later != client->marks.begin() && (later - 1)->event >= period.first_event) {
      out.note = ((later - 1)->outgoing ? "→ " : "← ") + (later - 1)->text;
    }
    return out;
  }
  const bool gone = period.ending == Ending::Left || is_vanished(period) || period.ending == Ending::Broken;
  out.state = gone ? ClientStanding::State::Gone
              : is_bad_code(period.code) ? ClientStanding::State::Failed
                                         : ClientStanding::State::Answered;
  Time begin = period.begin;
  if (period.phase == Phase::Streaming && after - client->periods.begin() > 1) begin = (after - 2)->begin;
  out.note = fmt::format("{} · {}", ending_text(period), length_text(period.end - begin));
  return out;
}

bool serves_client(const trace::Trace& trace, trace::LaneId lane) {
  while (lane < trace.lanes.size()) {
    if (trace.lanes[lane].kind == trace::LaneKind::Client) return true;
    const trace::LaneId maker = trace.lanes[lane].maker;
    if (maker >= lane) return false;  // a maker is made before what it makes
    lane = maker;
  }
  return false;
}

bool descends_from(const trace::Trace& trace, trace::LaneId lane, trace::LaneId task) {
  while (lane < trace.lanes.size() && lane != task) {
    const trace::LaneId maker = trace.lanes[lane].maker;
    if (maker == lane) return false;
    lane = maker;
  }
  return lane == task && task < trace.lanes.size();
}

}  // namespace waiter::view
