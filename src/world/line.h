#pragma once
// One client's connection to the application, as both ends have it: how long a message takes each way, how fast the client reads,
// and when a message is seen. What is said over it is the business of visitor.h and talker.h.
//
// Invariant: each way, what was sent first arrives first, whatever the jitter (it is one TCP connection).

#include <functional>
#include <string>
#include <string_view>

#include "fastapi/connection.h"
#include "world/chance.h"
#include "world/clients.h"

namespace waiter::world {

/// Names and bodies as a client sends them: lower case, its host first, the later of two equal names in the earlier's place.
[[nodiscard]] fastapi::Headers headers_of(const std::vector<std::pair<std::string, std::string>>& given, const PlannedRequest* request);
[[nodiscard]] std::string lower(std::string text);

class Line : public Party, public fastapi::Connection {
 public:
  Line(Clients& clients, const Client& plan, std::size_t index, Chance& chance);

  [[nodiscard]] const fastapi::Opening& opening() const override { return opening_; }
  void start_response(int, const fastapi::Headers&) override {}
  void send_body(std::string_view, bool) override {}
  void break_off() override {}
  void accept(std::string_view, const fastapi::Headers&) override {}
  void refuse(int) override {}
  void send_message(std::string_view, bool) override {}
  void close(int, std::string_view) override {}
  [[nodiscard]] bool is_full() const override { return full_ && !over; }
  [[nodiscard]] trace::LaneId lane() const override { return record_.lane; }
  void handled_by(trace::LaneId lane) override {
    handler_ = lane;
    log(WireEntry::Kind::Served, static_cast<int>(lane));
  }

 protected:
  /// Over there, after the way through the network.
  void to_server(std::function<void()> action);
  void to_client(std::function<void()> action);
  /// The same for data, which a slow reader takes its time to read.
  void read_by_client(std::size_t bytes, std::function<void()> action);
  void at(trace::Time time, std::function<void()> action) { clients_.at(time, *this, std::move(action)); }
  [[nodiscard]] trace::Time moment() const { return clients_.moment(); }
  [[nodiscard]] fastapi::Server& server() const { return *clients_.server; }
  /// The server was busy when the client came, and when it looks the client is gone: nothing of it is ever seen.
  [[nodiscard]] bool came_and_went() const;
  /// What just came or went, for the record's log.
  void log(WireEntry::Kind kind, int code = 0, std::string text = {}, bool by_client = false);
  void log_received(WireEntry::Kind kind, std::string text);
  /// A message on the trace: from the client's lane, or to it.
  void tells(std::string_view what);
  void hears(std::string_view what);

  Clients& clients_;
  const Client& plan_;
  Chance& chance_;
  fastapi::Opening opening_;
  ClientRecord record_;

 private:
  [[nodiscard]] bool is_instant() const { return latency_ == 0 && jitter_ == 0; }
  /// When what is sent now arrives; `last`: when what was sent before does.
  [[nodiscard]] trace::Time arrival(trace::Time sent, trace::Time& last);

  const trace::Time latency_;
  trace::Time jitter_;
  trace::Time last_to_server_ = 0, last_to_client_ = 0;
  trace::Time reader_free_ = 0;  ///< when the reader has read all that was sent
  std::int64_t unread_ = 0;
  bool full_ = false;
  trace::LaneId handler_ = trace::kNoLane;
};

}  // namespace waiter::world
