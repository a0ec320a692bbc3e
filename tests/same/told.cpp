#include "told.h"

#include <algorithm>

#include <fmt/format.h>

#include "world/simulation.h"

namespace waiter::same {

std::string told(const std::string& program) {
  world::Limits limits;
  limits.instructions = 5'000'000;
  limits.events = 100'000;
  constexpr std::uint64_t kSeed = 1, kSlice = 100'000;
  world::Simulation simulation({{{"main.py", program}}}, {}, kSeed, limits);
  while (simulation.advance(kSlice) == world::Simulation::State::Advancing) {
  }
  const trace::Trace& trace = simulation.trace();
  std::string text;
  for (trace::LaneId lane = 0; lane < trace.lanes.size(); ++lane)
    text += fmt::format("lane {} {} {}\n", trace.title(lane), trace.subtitle(lane), trace.lanes[lane].made);
  for (const trace::Event& event : trace.events)
    text += fmt::format("{} {} {} {} {} {}:{}\n", event.time, trace::kind_name(event.kind), event.lane, event.subject, event.argument, event.where().line, event.column);
  for (const trace::Output& output : trace.outputs) text += fmt::format("{} {} {} {}\n", output.time, output.lane, output.line, output.text);
  if (simulation.error()) text += fmt::format("{}: {} in line {}\n{}", simulation.error()->type, simulation.error()->message, simulation.error()->line, simulation.error()->traceback);
  std::replace(text.begin(), text.end(), '\0', '?');  // it goes through C's strings
  return text;
}

}  // namespace waiter::same
