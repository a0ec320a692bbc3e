#pragma once
// The simulated world's clock and paper: time jumps to the next deadline, output goes to the trace. It is what the engine
// sees below itself (python::Environment) and what the loop waits on (asyncio::Host). It never looks at a real clock.

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "asyncio/host.h"
#include "python/environment.h"
#include "trace/recorder.h"
#include "world/simulation.h"

namespace waiter::world {

class Clients;

class VirtualHost : public asyncio::Host, public python::Environment {
 public:
  VirtualHost(trace::Recorder& recorder, const Limits& limits) : recorder_(recorder), limits_(limits) {}

  /// The world stops at that time.
  void end_at(std::optional<trace::Time> until) { until_ = until; }

  /// Called once when a limit is met, with a sentence that names it.
  std::function<void(std::string)> on_limit;
  /// Whose step runs now, for what it writes and how long it blocks.
  std::function<trace::LaneId()> present_lane;
  /// Nothing is ever due: the world may begin something new, and says whether it did.
  std::function<bool()> on_idle;
  /// The network, if somebody is to be served.
  Clients* clients = nullptr;

  [[nodiscard]] trace::Time now() override { return now_; }
  Waited wait_until(trace::Time deadline) override;
  [[nodiscard]] trace::Time next_arrival() override;
  void deliver() override;
  void work(trace::Time duration) override;
  void block(trace::Time duration, std::string_view what, trace::SourcePosition where) override;
  void begin_block(std::string_view what, trace::SourcePosition where) override;
  void end_block(trace::Time duration, trace::SourcePosition where) override;
  bool idle_until(trace::Time deadline) override;
  /// idle_until() came to the world's end.
  [[nodiscard]] bool over() const { return over_; }
  void write(python::Stream stream, std::string_view text, std::uint32_t line) override;

 private:
  void move_to(trace::Time time);

  trace::Recorder& recorder_;
  const Limits limits_;
  std::optional<trace::Time> until_;
  trace::Time now_ = 0;
  bool over_ = false;
  std::uint64_t output_bytes_ = 0;
};

}  // namespace waiter::world
