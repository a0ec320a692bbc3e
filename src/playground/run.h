#pragma once
// A Run: one simulation of the learner's program, finished or still advancing, and what can be asked of it. Everything
// above (view, lesson, shell, command line) reads a run; nobody changes one: an edit is a new run.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "playground/moment.h"
#include "playground/stepping.h"
#include "trace/spans.h"
#include "world/simulation.h"

namespace waiter::playground {

class Run {
 public:
  Run(world::Program program, world::Scenario scenario, std::uint64_t seed, world::Limits limits = {});

  /// Simulation::prepare for a next run that begins like this one.
  void prepare_next() const;
  /// Runs on for about so many instructions and extends the indexes. False once the run is finished.
  bool advance(std::uint64_t instructions);
  [[nodiscard]] bool finished() const;

  [[nodiscard]] const trace::Trace& trace() const;
  [[nodiscard]] const trace::SpanIndex& spans() const { return spans_; }
  [[nodiscard]] const trace::Counters& counters() const { return counters_; }
  [[nodiscard]] const std::optional<world::ProgramError>& error() const;
  /// What the clients have seen up to now, in the scenario's order.
  [[nodiscard]] const std::vector<world::ClientRecord>& clients() const;
  [[nodiscard]] const world::Program& program() const;
  /// Nothing ran: the program has a syntax error (or what we do not support).
  [[nodiscard]] bool refused() const;

  [[nodiscard]] Moment at_event(std::uint32_t event) const;
  [[nodiscard]] Moment at_time(trace::Time time) const;
  /// The event at which a step in this direction arrives; the same event at either end of the run.
  [[nodiscard]] std::uint32_t step(std::uint32_t event, StepUnit unit, Direction direction) const;
  /// Time of the picture's right edge: when the run ended, or the latest time so far.
  [[nodiscard]] trace::Time end() const;

 private:
  std::unique_ptr<world::Simulation> simulation_;
  const std::uint64_t seed_;
  const world::Limits limits_;
  trace::SpanIndex spans_;
  trace::Counters counters_;
  Moments moments_;
  mutable std::vector<world::ClientRecord> clients_;
  mutable std::size_t clients_events_ = 0;  ///< of how many events `clients_` is, and whether the run had finished
  mutable bool clients_finished_ = false;
};

}  // namespace waiter::playground
