#include "world/line.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace waiter::world {

using trace::Time;

namespace {

constexpr const char* kHost = "127.0.0.1";
constexpr int kServerPort = 8000;
constexpr int kFirstClientPort = 50000;
constexpr std::size_t kShownMax = 60;  ///< of a message's text on the trace

}  // namespace

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

fastapi::Headers headers_of(const std::vector<std::pair<std::string, std::string>>& given, const PlannedRequest* request) {
  fastapi::Headers headers{{"host", std::string(kHost) + ":" + std::to_string(kServerPort)}};
  const auto find = [&](const std::string& name) {
    return std::find_if(headers.begin() + 1, headers.end(), [&](const auto& header) { return header.first == name; });
  };
  for (const auto& [name, value] : given) {
    const std::string key = lower(name);
    const auto found = find(key);
    if (found != headers.end()) found->second = value;
    else headers.emplace_back(key, value);
  }
  const auto add = [&](const char* name, const std::string& value) {
    if (find(name) == headers.end()) headers.emplace_back(name, value);
  };
  if (request == nullptr || !request->body) return headers;
  if (!request->content_type.empty()) add("content-type", request->content_type);
  if (!request->body->empty()) add("content-length", std::to_string(request->body->size()));
  return headers;
}

Line::Line(Clients& clients, const Client& plan, std::size_t index, Chance& chance)
    : Party(index), clients_(clients), plan_(plan), chance_(chance), latency_(plan.latency.value_or(clients.scenario.latency)),
      jitter_(plan.jitter.value_or(clients.scenario.jitter)) {
  // Nobody promises how long a way takes: a shaken run lets it take up to half as long again.
  if (clients.scenario.shake != 0) jitter_ += latency_ / 2;
  record_.name = plan.name;
  opening_.client_host = opening_.server_host = kHost;
  opening_.client_port = kFirstClientPort + static_cast<int>(index);
  opening_.server_port = kServerPort;
}

Time Line::arrival(Time sent, Time& last) {
  const Time way = latency_ + chance_.between(0, jitter_);
  last = std::max(last, sent + way);
  return last;
}

void Line::to_server(std::function<void()> action) {
  clients_.at_server(is_instant() ? moment() : arrival(moment(), last_to_server_), *this, std::move(action));
}

void Line::to_client(std::function<void()> action) {
  if (is_instant()) action();
  else at(arrival(moment(), last_to_client_), std::move(action));
}

void Line::read_by_client(std::size_t bytes, std::function<void()> action) {
  if (!plan_.reads) return to_client(std::move(action));
  const auto size = static_cast<std::int64_t>(bytes);
  unread_ += size;
  if (unread_ > plan_.buffer) full_ = true;
  const Time begins = std::max(is_instant() ? moment() : arrival(moment(), last_to_client_), reader_free_);
  reader_free_ = begins + static_cast<Time>(std::llround(static_cast<double>(size) / *plan_.reads * 1e9));
  at(reader_free_, [this, size, action = std::move(action)] {
    if (plan_.vanishes && *plan_.vanishes <= moment()) return;
    unread_ -= size;
    // As asyncio's transports have it: sending goes on when only a quarter is left (_set_write_buffer_limits).
    if (full_ && unread_ <= plan_.buffer / 4) {
      to_server([this] {
        full_ = unread_ > plan_.buffer / 4;
        if (!full_) server().drains(*this);
      });
    }
    action();
  });
}

bool Line::came_and_went() const {
  return plan_.leaves && *plan_.leaves + latency_ <= clients_.now();
}

void Line::log(WireEntry::Kind kind, int code, std::string text, bool by_client) {
  const auto events = static_cast<std::uint32_t>(clients_.recorder.trace().events.size());
  record_.log.push_back({kind, by_client, events, code, moment(), std::move(text)});
}

void Line::log_received(WireEntry::Kind kind, std::string text) {
  log(kind, static_cast<int>(record_.received.size()));
  record_.received.push_back({moment(), std::move(text)});
}

void Line::tells(std::string_view what) {
  if (!clients_.recorder.keeps_events() || record_.lane == trace::kNoLane) return;
  clients_.recorder.set_now(clients_.now());
  clients_.recorder.record(trace::EventKind::Message, record_.lane, {}, clients_.recorder.name(what.substr(0, kShownMax)), handler_);
}

void Line::hears(std::string_view what) {
  if (!clients_.recorder.keeps_events() || record_.lane == trace::kNoLane) return;
  clients_.recorder.set_now(clients_.now());
  const trace::LaneId from = handler_ == trace::kNoLane ? trace::kLoopLane : handler_;
  clients_.recorder.record(trace::EventKind::Message, from, {}, clients_.recorder.name(what.substr(0, kShownMax)), record_.lane);
}

}  // namespace waiter::world
