#pragma once
// The scenario's clients while they are served, and the network between them and the program's application: what is on its way,
// and when it arrives. What a client does stands in visitor.h (requests) and talker.h (a WebSocket). Times are the world's;
// nothing here looks at another clock.
//
// Invariants
// 1. What arrives at one instant arrives in the clients' order; of one client, in the order in which it was sent. (A shaken run
//    mixes the clients of one instant, and nothing else.)
// 2. A party that is over (it has all it came for, or has left) does and sees nothing more, and nothing waits for it.
// 3. Nothing arrives at the application before it has started, nor after it began to shut down.
// 4. The clients' side lives by the world's clock alone: a loop that is held up answers late, but nobody else is late for it.

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <queue>
#include <string>
#include <vector>

#include "fastapi/server.h"
#include "trace/recorder.h"
#include "world/client_record.h"
#include "world/scenario.h"

namespace waiter::world {

/// Somebody for whom things are on their way.
class Party {
 public:
  explicit Party(std::size_t index) : client(index) {}
  virtual ~Party() = default;
  const std::size_t client;  ///< the scenario's client that it is, or belongs to
  bool over = false;
};

/// A client of the scenario.
class Guest : public Party {
 public:
  using Party::Party;
  virtual void plan_ahead() = 0;
  virtual void append_records(std::vector<ClientRecord>& records) const = 0;
};

/// The connections of one browser to one server: HTTP/1.1 browsers open six, and what asks for more waits its turn.
struct Browser {
  static constexpr int kConnections = 6;
  int open = 0;
  std::deque<std::pair<const Party*, std::function<void()>>> waiting;

  /// Now, or when a connection is free.
  void take(const Party& who, std::function<void()> begin);
  void give_back();
};

class Clients : public fastapi::Network {
 public:
  /// REQUIRES: the scenario outlives them.
  Clients(const Scenario& scenario, trace::Recorder& recorder, std::function<trace::Time()> now);
  ~Clients() override;

  /// REQUIRES: the scenario is the run's, and its arrivals are drawn.
  void begin();

  fastapi::Server* server = nullptr;

  void open() override { open_ = true; }
  void shut() override { open_ = false; }
  /// When the next thing happens; kNever: nothing does.
  [[nodiscard]] trace::Time next();
  /// What happens up to now: what arrives at the application, each in a handle of the server's loop.
  void deliver();
  [[nodiscard]] bool empty() const { return guests_.empty(); }
  [[nodiscard]] std::vector<ClientRecord> records() const;

  // For the guests.
  const Scenario& scenario;
  trace::Recorder& recorder;
  /// The present of the clients' side.
  [[nodiscard]] trace::Time moment() const { return acting_ ? moment_ : now_(); }
  [[nodiscard]] trace::Time now() const { return now_(); }
  /// Something that `party` does or sees then.
  void at(trace::Time time, const Party& party, std::function<void()> action) { add(time, party, false, std::move(action)); }
  /// Something of `party` that the application hears of then.
  void at_server(trace::Time time, const Party& party, std::function<void()> action) { add(time, party, true, std::move(action)); }
  [[nodiscard]] Browser& browser(const std::string& name) { return browsers_[name]; }

 private:
  struct Arrival {
    trace::Time time;
    std::uint64_t rank;   ///< of the client among those of one instant
    std::uint64_t order;  ///< in which they were sent
    const Party* party;
    bool at_server;
    std::function<void()> action;
  };
  struct Later {
    bool operator()(const Arrival& a, const Arrival& b) const {
      if (a.time != b.time) return a.time > b.time;
      return a.rank != b.rank ? a.rank > b.rank : a.order > b.order;
    }
  };
  void add(trace::Time time, const Party& party, bool at_server, std::function<void()> action);
  void drop_moot();

  std::function<trace::Time()> now_;
  std::vector<std::unique_ptr<Guest>> guests_;
  std::map<std::string, Browser> browsers_;
  std::priority_queue<Arrival, std::vector<Arrival>, Later> arrivals_;
  std::uint64_t orders_ = 0;
  trace::Time moment_ = 0;
  bool acting_ = false;
  bool open_ = false;
};

}  // namespace waiter::world
