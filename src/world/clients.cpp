#include "world/clients.h"

#include <algorithm>
#include <cctype>

namespace waiter::world {

using trace::Time;

namespace {

constexpr const char* kHost = "127.0.0.1";
constexpr int kServerPort = 8000;
constexpr int kFirstClientPort = 50000;
constexpr int kVanished = 1006;  // RFC 6455: the connection ended without a Close frame

std::string lower(std::string text) {
  for (char& c : text) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return text;
}

/// What a client sends: its name of the server, what its body needs, and what the scenario says, which wins.
fastapi::Headers headers_of(const Client& plan) {
  fastapi::Headers headers{{"host", std::string(kHost) + ":" + std::to_string(kServerPort)}};
  for (const auto& [name, value] : plan.headers) headers.emplace_back(lower(name), value);
  const auto add = [&](const char* name, const std::string& value) {
    const bool is_given = std::any_of(headers.begin(), headers.end(), [&](const auto& header) { return header.first == name; });
    if (!is_given) headers.emplace_back(name, value);
  };
  if (plan.body && !plan.content_type.empty()) add("content-type", plan.content_type);
  if (plan.body && !plan.body->empty()) add("content-length", std::to_string(plan.body->size()));
  return headers;
}

}  // namespace

/// One client: its plan, what it saw, and the connection as the application's side has it.
class Clients::Simulated : public fastapi::Connection {
 public:
  Simulated(Clients& all, const Client& plan, std::size_t index) : all_(all), plan_(plan), index_(index) {
    record_.name = plan.name;
    opening_.headers = headers_of(plan);
    opening_.body = plan.body.value_or("");
    opening_.client_host = opening_.server_host = kHost;
    opening_.client_port = kFirstClientPort + static_cast<int>(index);
    opening_.server_port = kServerPort;
  }

  [[nodiscard]] const fastapi::Opening& opening() const override { return opening_; }
  void start_response(int, const fastapi::Headers&) override {}
  void send_body(std::string_view, bool) override {}
  void break_off() override {}
  void accept(std::string_view, const fastapi::Headers&) override {}
  void refuse(int) override {}
  void send_message(std::string_view, bool) override {}
  void close(int, std::string_view) override {}

  virtual void plan_ahead() = 0;
  [[nodiscard]] std::size_t index() const { return index_; }
  [[nodiscard]] bool over() const { return over_; }
  [[nodiscard]] ClientRecord record() const {
    ClientRecord record = record_;
    if (plan_.at <= all_.now_()) record.sent = plan_.at;
    return record;
  }

 protected:
  /// At an instant of the client's own plan.
  void at(Time time, std::function<void()> action) { all_.at(time, *this, std::move(action)); }
  /// Over there, after the way through the network.
  void over_there(std::function<void()> action) {
    if (all_.latency_ == 0) action();
    else at(now() + all_.latency_, std::move(action));
  }
  [[nodiscard]] Time now() const { return all_.now_(); }
  [[nodiscard]] Time latency() const { return all_.latency_; }
  [[nodiscard]] fastapi::Server& server() const { return *all_.server; }
  /// The server was busy when the client came, and when it looks the client is gone: nothing of it is ever seen.
  [[nodiscard]] bool came_and_went() const { return plan_.leaves && *plan_.leaves + latency() <= now(); }
  void is_over(trace::EventKind how) {
    if (std::exchange(over_, true)) return;
    all_.recorder_.set_now(now());
    if (record_.lane != trace::kNoLane) all_.recorder_.record(how, record_.lane, {});
  }
  void begin_lane(const std::string& subtitle) {
    all_.recorder_.set_now(now());
    record_.lane = all_.recorder_.make_lane(trace::LaneKind::Client, record_.name, subtitle, trace::kNoLane, {});
  }

  Clients& all_;
  const Client& plan_;
  const std::size_t index_;
  fastapi::Opening opening_;
  ClientRecord record_;
  bool over_ = false;
};

/// A client that sends one request.
class Clients::Requesting : public Simulated {
 public:
  Requesting(Clients& all, const Client& plan, std::size_t index) : Simulated(all, plan, index) {
    record_.request = plan.request;
    const std::size_t blank = plan.request.find(' ');
    opening_.method = plan.request.substr(0, blank);
    opening_.target = plan.request.substr(blank + 1);
  }

  void plan_ahead() override {
    at(plan_.at, [this] {
      begin_lane(plan_.request);
      if (latency() == 0) arrives();
    });
    if (latency() != 0) at(plan_.at + latency(), [this] { arrives(); });
    if (plan_.leaves) at(*plan_.leaves, [this] { leaves(); });
  }

  void start_response(int status, const fastapi::Headers& headers) override {
    over_there([this, status, headers] { sees_start(status, headers); });
  }
  void send_body(std::string_view bytes, bool is_last) override {
    over_there([this, body = std::string(bytes), is_last] { sees_body(body, is_last); });
  }
  void break_off() override {
    over_there([this] {
      if (over_ || record_.left) return;
      record_.broken = true;
      is_over(trace::EventKind::LaneCancelled);
    });
  }

 private:
  void arrives() {
    if (came_and_went()) return;
    server().arrives(*this);
  }
  void leaves() {
    record_.left = *plan_.leaves;
    over_there([this] {
      server().disconnects(*this);
      is_over(trace::EventKind::LaneCancelled);
    });
  }
  void sees_start(int status, const fastapi::Headers& headers) {
    if (over_ || record_.left) return;
    record_.status = status;
    for (const auto& [name, value] : headers) {
      if (lower(name) == "content-type") record_.content_type = value;
      if (lower(name) == "content-length") length_ = std::strtoull(value.c_str(), nullptr, 10);
    }
    record_.streams = !length_;
    if (length_ && (*length_ == 0 || opening_.method == "HEAD")) done();
  }
  void sees_body(const std::string& body, bool is_last) {
    if (over_ || record_.left) return;
    if (!body.empty()) {
      seen_ += body.size();
      record_.received.push_back({now(), body});
    }
    if (length_ ? seen_ >= *length_ : is_last) done();
  }
  void done() {
    record_.done = now();
    is_over(trace::EventKind::LaneDone);
  }

  std::optional<std::uint64_t> length_;
  std::uint64_t seen_ = 0;
};

/// A client that opens a WebSocket and keeps to its script.
class Clients::Talking : public Simulated {
 public:
  Talking(Clients& all, const Client& plan, std::size_t index) : Simulated(all, plan, index) {
    record_.websocket = plan.websocket;
    opening_.is_websocket = true;
    opening_.target = plan.websocket;
  }

  void plan_ahead() override {
    at(plan_.at, [this] {
      begin_lane("WS " + plan_.websocket);
      if (latency() == 0) arrives();
    });
    if (latency() != 0) at(plan_.at + latency(), [this] { arrives(); });
    for (const ScriptedMessage& message : plan_.script) at(message.at, [this, &message] { says(message); });
    if (plan_.leaves) at(*plan_.leaves, [this] { closes(kVanished); });
  }

  void accept(std::string_view, const fastapi::Headers&) override {
    over_there([this] {
      if (record_.closed) return;
      record_.accepted = now();
      if (closes_when_accepted_) record_.closed = SeenClose{now(), *closes_when_accepted_, true};
    });
  }
  void refuse(int status) override {
    over_there([this, status] {
      if (record_.closed) return;
      record_.status = status;
      sees_close(kVanished);
    });
  }
  void send_message(std::string_view data, bool) override {
    over_there([this, text = std::string(data)] {
      if (!record_.closed) record_.received.push_back({now(), text});
    });
  }
  void close(int code, std::string_view) override {
    over_there([this, code] { sees_close(code); });
  }

 private:
  void arrives() {
    if (!came_and_went()) server().arrives(*this);
  }
  void says(const ScriptedMessage& message) {
    if (record_.closed) return;
    if (message.kind == ScriptedMessage::Kind::Close) return closes(message.close_code);
    over_there([this, &message] { server().says(*this, message.text, message.kind != ScriptedMessage::Kind::SendBytes); });
  }
  void closes(int code) {
    if (record_.closed) return;
    // A Close frame needs an open WebSocket: before that the client waits with it.
    if (!record_.accepted && code != kVanished) closes_when_accepted_ = code;
    else record_.closed = SeenClose{now(), code, true};
    over_there([this, code] {
      server().closes(*this, code);
      if (record_.accepted || code == kVanished) is_over(code == kVanished ? trace::EventKind::LaneCancelled : trace::EventKind::LaneDone);
    });
  }
  void sees_close(int code) {
    if (record_.closed) return;
    record_.closed = SeenClose{now(), code, false};
    is_over(trace::EventKind::LaneDone);
  }

  std::optional<int> closes_when_accepted_;
};

Clients::Clients(const Scenario& scenario, trace::Recorder& recorder, std::function<Time()> now)
    : latency_(scenario.latency), recorder_(recorder), now_(std::move(now)) {
  for (const Client& plan : scenario.clients) {
    const std::size_t index = clients_.size();
    if (plan.websocket.empty()) clients_.push_back(std::make_unique<Requesting>(*this, plan, index));
    else clients_.push_back(std::make_unique<Talking>(*this, plan, index));
    clients_.back()->plan_ahead();
  }
}

Clients::~Clients() = default;

void Clients::at(Time time, const Simulated& client, std::function<void()> action) {
  arrivals_.push({time, client.index(), orders_++, std::move(action)});
}

void Clients::drop_moot() {
  while (!arrivals_.empty() && clients_[arrivals_.top().client]->over()) arrivals_.pop();
}

Time Clients::next() {
  if (!open_) return trace::kNever;
  drop_moot();
  return arrivals_.empty() ? trace::kNever : arrivals_.top().time;
}

void Clients::deliver() {
  while (next() <= now_()) {
    server->post(arrivals_.top().action);
    arrivals_.pop();
  }
}

std::vector<ClientRecord> Clients::records() const {
  std::vector<ClientRecord> records;
  records.reserve(clients_.size());
  for (const auto& client : clients_) records.push_back(client->record());
  return records;
}

}  // namespace waiter::world
