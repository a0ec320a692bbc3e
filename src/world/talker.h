#pragma once
// A client that opens a WebSocket and keeps to its script: messages at their times, or each so long after the one before it, or
// after what it was waiting to hear.

#include <optional>

#include "world/line.h"

namespace waiter::world {

class Talker : public Guest {
 public:
  Talker(Clients& clients, const Client& plan, std::size_t index);
  ~Talker() override;
  void plan_ahead() override;
  void append_records(std::vector<ClientRecord>& records) const override;

 private:
  class Talk;
  Chance chance_;
  std::unique_ptr<Talk> talk_;
};

}  // namespace waiter::world
