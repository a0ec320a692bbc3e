#include "program.h"

#include <limits>

#include "world/simulation.h"

namespace waiter::bench {

Outcome run_program(const std::string& text, Tracing tracing) {
  world::Limits limits;
  limits.instructions = std::numeric_limits<std::int64_t>::max();
  limits.memory_bytes = 1ull << 30;
  limits.events = tracing == Tracing::On ? std::numeric_limits<std::uint32_t>::max() : 0;
  // A slice as long as the page's: looking up from the work is part of what is measured.
  constexpr std::uint64_t kSlice = 500'000;
  world::Simulation simulation({{{"main.py", text}}}, {}, 0, limits);
  while (simulation.advance(kSlice) == world::Simulation::State::Advancing) {
  }
  Outcome outcome;
  for (const trace::Output& each : simulation.trace().outputs) outcome.output += each.text;
  if (simulation.error()) outcome.error = simulation.error()->type + ": " + simulation.error()->message;
  return outcome;
}

}  // namespace waiter::bench
