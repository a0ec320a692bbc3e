#include "world/talker.h"

#include <utility>

namespace waiter::world {

using trace::Time;

namespace {
constexpr int kVanished = 1006;  // RFC 6455: the connection ended without a Close frame
}

class Talker::Talk : public Line {
 public:
  Talk(Clients& clients, const Client& plan, std::size_t index, Chance& chance) : Line(clients, plan, index, chance) {
    record_.websocket = plan.websocket;
    opening_.is_websocket = true;
    opening_.target = plan.websocket;
    opening_.headers = headers_of(plan.headers, nullptr);
  }

  [[nodiscard]] ClientRecord record() const { return record_; }

  void plan_ahead() {
    at(plan_.at, [this] {
      clients_.recorder.set_now(clients_.now());
      record_.lane = clients_.recorder.make_lane(trace::LaneKind::Client, plan_.name, "WS " + plan_.websocket, trace::kNoLane, {});
      log(WireEntry::Kind::Sent, 0, plan_.websocket);
      to_server([this] {
        if (!came_and_went()) server().arrives(*this);
      });
    });
    for (const ScriptedMessage& message : plan_.script)
      if (!message.after) at(message.at, [this, &message] { says(message); });
    if (plan_.leaves) at(*plan_.leaves, [this] { closes(kVanished); });
    if (plan_.vanishes) at(*plan_.vanishes, [this] { vanishes(); });
  }

  void accept(std::string_view, const fastapi::Headers&) override {
    to_client([this] {
      if (record_.closed) return;
      record_.accepted = moment();
      log(WireEntry::Kind::Accepted);
      if (closes_when_accepted_) closed(*closes_when_accepted_, true);
      goes_on();
    });
  }
  void refuse(int status) override {
    if (gone_) over = true;
    to_client([this, status] {
      if (record_.closed) return;
      record_.status = status;
      log(WireEntry::Kind::Refused, status);
      sees_close(kVanished);
    });
  }
  void send_message(std::string_view data, bool) override {
    read_by_client(data.size(), [this, text = std::string(data)] { sees(text); });
  }
  void close(int code, std::string_view) override {
    if (gone_) over = true;
    read_by_client(0, [this, code] { sees_close(code); });
  }

 private:
  /// The next step of a script whose steps follow one another.
  void goes_on() {
    if (step_ >= plan_.script.size() || !plan_.script[step_].after) return;
    if (plan_.script[step_].hears) listens_ = true;
    else does_next();
  }
  void does_next() {
    const ScriptedMessage& message = plan_.script[step_++];
    at(moment() + *message.after, [this, &message] {
      says(message);
      goes_on();
    });
  }
  void sees(const std::string& text) {
    if (record_.closed) return;
    log_received(WireEntry::Kind::Heard, text);
    hears(text);
    if (!listens_ || text.find(*plan_.script[step_].hears) == std::string::npos) return;
    listens_ = false;
    does_next();
  }
  void says(const ScriptedMessage& message) {
    if (record_.closed) return;
    if (message.kind == ScriptedMessage::Kind::Close) return closes(message.close_code);
    log(WireEntry::Kind::Said, 0, message.text);
    to_server([this, &message] {
      tells(message.text);
      server().says(*this, message.text, message.kind != ScriptedMessage::Kind::SendBytes);
    });
  }
  void closes(int code) {
    if (record_.closed) return;
    // A Close frame needs an open WebSocket: before that the client waits with it.
    if (!record_.accepted && code != kVanished) closes_when_accepted_ = code;
    else closed(code, true);
    to_server([this, code] {
      server().closes(*this, code);
      if (record_.accepted || code == kVanished) ends(code == kVanished ? trace::EventKind::LaneCancelled : trace::EventKind::LaneDone);
    });
  }
  void vanishes() {
    if (record_.closed) return;
    closed(kVanished, true);
    gone_ = true;
    clients_.at_server(plan_.noticed, *this, [this] {
      server().closes(*this, kVanished);
      over = true;
    });
    ends_lane(trace::EventKind::LaneCancelled);
  }
  void sees_close(int code) {
    if (record_.closed) return;
    closed(code, false);
    ends(trace::EventKind::LaneDone);
  }
  void closed(int code, bool by_client) {
    record_.closed = SeenClose{moment(), code, by_client};
    log(WireEntry::Kind::Closed, code, {}, by_client);
  }
  void ends(trace::EventKind how) {
    if (std::exchange(over, true)) return;
    ends_lane(how);
  }
  void ends_lane(trace::EventKind how) {
    clients_.recorder.set_now(clients_.now());
    if (record_.lane != trace::kNoLane) clients_.recorder.record(how, record_.lane, {});
  }

  std::optional<int> closes_when_accepted_;
  std::size_t step_ = 0;
  bool listens_ = false;
  bool gone_ = false;
};

Talker::Talker(Clients& clients, const Client& plan, std::size_t index)
    : Guest(index), chance_(clients.scenario.shake != 0 ? clients.scenario.shake : clients.scenario.seed, index),
      talk_(std::make_unique<Talk>(clients, plan, index, chance_)) {}

Talker::~Talker() = default;

void Talker::plan_ahead() { talk_->plan_ahead(); }

void Talker::append_records(std::vector<ClientRecord>& records) const { records.push_back(talk_->record()); }

}  // namespace waiter::world
