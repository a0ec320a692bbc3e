#include "playground/run.h"

#include <utility>

#include "playground/stepping.h"

namespace waiter::playground {

Run::Run(world::Program program, world::Scenario scenario, std::uint64_t seed, world::Limits limits)
    : simulation_(std::make_unique<world::Simulation>(std::move(program), std::move(scenario), seed, limits)), seed_(seed), limits_(limits) {}

void Run::prepare_next() const { world::Simulation::prepare(program(), seed_, limits_); }

bool Run::advance(std::uint64_t instructions) {
  if (simulation_->state() == world::Simulation::State::Advancing) simulation_->advance(instructions);
  spans_.extend(trace());
  counters_.extend(trace());
  moments_.extend(trace());
  return !finished();
}

bool Run::finished() const { return simulation_->state() == world::Simulation::State::Finished; }

const trace::Trace& Run::trace() const { return simulation_->trace(); }

const std::optional<world::ProgramError>& Run::error() const { return simulation_->error(); }

const std::vector<world::ClientRecord>& Run::clients() const {
  if (clients_events_ != trace().events.size() || clients_finished_ != finished()) {
    clients_ = simulation_->clients();
    clients_events_ = trace().events.size();
    clients_finished_ = finished();
  }
  return clients_;
}

const world::Program& Run::program() const { return simulation_->program(); }

bool Run::refused() const { return error().has_value() && error()->kind == world::ProgramError::Kind::Syntax; }

Moment Run::at_event(std::uint32_t event) const { return moments_.at_event(trace(), event); }

Moment Run::at_time(trace::Time time) const { return moments_.at_time(trace(), time); }

std::uint32_t Run::step(std::uint32_t event, StepUnit unit, Direction direction) const {
  return stepped(trace(), event, unit, direction);
}

trace::Time Run::end() const { return trace().ended; }

}  // namespace waiter::playground
