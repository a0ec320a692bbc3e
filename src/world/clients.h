#pragma once
// The scenario's clients while they are served: what each sends and when, what it sees and when. Together they are the network
// that a program's application is open to. Times are the world's; nothing here looks at another clock.
//
// Invariants
// 1. What arrives at one instant arrives in the clients' order; of one client, in the order in which it was sent.
// 2. A client that is over (it has all it came for, or has left) does and sees nothing more, and nothing waits for it.
// 3. Nothing arrives at the application before it has started, nor after it began to shut down.

#include <functional>
#include <memory>
#include <optional>
#include <queue>
#include <string>
#include <vector>

#include "fastapi/connection.h"
#include "fastapi/server.h"
#include "trace/recorder.h"
#include "world/client_record.h"
#include "world/scenario.h"

namespace waiter::world {

class Clients : public fastapi::Network {
 public:
  Clients(const Scenario& scenario, trace::Recorder& recorder, std::function<trace::Time()> now);
  ~Clients() override;

  fastapi::Server* server = nullptr;

  void open() override { open_ = true; }
  void shut() override { open_ = false; }
  /// When the next thing happens; kNever: nothing does.
  [[nodiscard]] trace::Time next();
  /// What happens up to now: each in a handle of the server's loop.
  void deliver();
  [[nodiscard]] bool empty() const { return clients_.empty(); }
  [[nodiscard]] std::vector<ClientRecord> records() const;

 private:
  class Simulated;
  class Requesting;
  class Talking;
  struct Arrival {
    trace::Time time;
    std::size_t client;
    std::uint64_t order;
    std::function<void()> action;
  };
  struct Later {
    bool operator()(const Arrival& a, const Arrival& b) const {
      if (a.time != b.time) return a.time > b.time;
      return a.client != b.client ? a.client > b.client : a.order > b.order;
    }
  };
  void at(trace::Time time, const Simulated& client, std::function<void()> action);
  void drop_moot();

  const trace::Time latency_;
  trace::Recorder& recorder_;
  std::function<trace::Time()> now_;
  std::vector<std::unique_ptr<Simulated>> clients_;
  std::priority_queue<Arrival, std::vector<Arrival>, Later> arrivals_;
  std::uint64_t orders_ = 0;
  bool open_ = false;
};

}  // namespace waiter::world
