#include "world/clients.h"

#include <utility>

#include "world/chance.h"
#include "world/talker.h"
#include "world/visitor.h"

namespace waiter::world {

using trace::Time;

void Browser::take(const Party& who, std::function<void()> begin) {
  if (open < kConnections) {
    ++open;
    begin();
  } else {
    waiting.emplace_back(&who, std::move(begin));
  }
}

void Browser::give_back() {
  --open;
  while (!waiting.empty() && open < kConnections) {
    auto [who, begin] = std::move(waiting.front());
    waiting.pop_front();
    if (who->over) continue;
    ++open;
    begin();
  }
}

Clients::Clients(const Scenario& given, trace::Recorder& own_recorder, std::function<Time()> now)
    : scenario(given), recorder(own_recorder), now_(std::move(now)) {}

void Clients::begin() {
  guests_.reserve(scenario.clients.size());
  for (const Client& plan : scenario.clients) {
    const std::size_t index = guests_.size();
    if (plan.websocket.empty()) guests_.push_back(std::make_unique<Visitor>(*this, plan, index));
    else guests_.push_back(std::make_unique<Talker>(*this, plan, index));
    guests_.back()->plan_ahead();
  }
}

Clients::~Clients() = default;

void Clients::add(Time time, const Party& party, bool at_server, std::function<void()> action) {
  std::uint64_t rank = party.client;
  if (scenario.shake != 0) {
    Chance chance(scenario.shake + static_cast<std::uint64_t>(time), party.client);
    rank = static_cast<std::uint64_t>(chance.share() * 0x1p32) << 32 | party.client;
  }
  arrivals_.push({time, rank, orders_++, &party, at_server, std::move(action)});
}

void Clients::drop_moot() {
  while (!arrivals_.empty() && arrivals_.top().party->over) arrivals_.pop();
}

Time Clients::next() {
  if (!open_) return trace::kNever;
  drop_moot();
  return arrivals_.empty() ? trace::kNever : arrivals_.top().time;
}

void Clients::deliver() {
  while (next() <= now_()) {
    const Arrival arrival = arrivals_.top();
    arrivals_.pop();
    if (arrival.at_server) {
      server->post(arrival.action);
      continue;
    }
    acting_ = true;
    moment_ = arrival.time;
    arrival.action();
    acting_ = false;
  }
}

std::vector<ClientRecord> Clients::records() const {
  std::vector<ClientRecord> records;
  records.reserve(guests_.size());
  for (const auto& guest : guests_) guest->append_records(records);
  return records;
}

}  // namespace waiter::world
