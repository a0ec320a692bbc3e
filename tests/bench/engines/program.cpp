#include "program.h"

#include <limits>
#include <map>

#include <nlohmann/json.hpp>

#include "world/simulation.h"

namespace waiter::bench {
namespace {

/// What a trace's records take, and what hangs on them.
std::uint64_t bytes_of_trace(const trace::Trace& trace) {
  const auto hung = [](const std::string& text) { return text.capacity() > std::string().capacity() ? text.capacity() + 1 : 0; };
  std::uint64_t bytes = trace.events.size() * sizeof(trace::Event) + trace.lanes.size() * sizeof(trace::Lane) + trace.outputs.size() * sizeof(trace::Output);
  for (trace::NameId name = 0; name < trace.names.size(); ++name) bytes += sizeof(std::string) + hung(trace.names.text(name));
  for (const trace::Output& output : trace.outputs) bytes += hung(output.text);
  return bytes;
}

world::Limits without_limits() {
  world::Limits limits;
  limits.instructions = std::numeric_limits<std::int64_t>::max();
  limits.memory_bytes = 1ull << 30;
  limits.events = std::numeric_limits<std::uint32_t>::max();
  return limits;
}

void run_to_end(world::Simulation& simulation) {
  // A slice as long as the page's: looking up from the work is part of what is measured.
  constexpr std::uint64_t kSlice = 500'000;
  while (simulation.advance(kSlice) == world::Simulation::State::Advancing) {
  }
}

struct Application {
  world::Program program;
  std::uint64_t seed = 0;
};

Application& last_application() {
  static Application application;
  return application;
}

}  // namespace

Outcome run_program(const std::string& text, Tracing tracing) {
  world::Limits limits = without_limits();
  if (tracing == Tracing::Off) limits.events = 0;
  world::Simulation simulation({{{"main.py", text}}}, {}, 0, limits);
  run_to_end(simulation);
  Outcome outcome;
  for (const trace::Output& each : simulation.trace().outputs) outcome.output += each.text;
  if (simulation.error()) outcome.error = simulation.error()->type + ": " + simulation.error()->message;
  return outcome;
}

Outcome run_application(const std::string& job) {
  const nlohmann::json parts = nlohmann::json::parse(job, nullptr, /*allow_exceptions=*/false);
  if (!parts.is_object() || !parts.contains("program") || !parts.contains("scenario")) return {"", "a job is {program, scenario}"};
  const world::ScenarioResult read = world::read_scenario(parts["scenario"].dump());
  if (read.error) return {"", read.error->pointer + ": " + read.error->message};
  const world::Limits limits = without_limits();
  last_application() = {{{{"main.py", parts["program"].get<std::string>()}}}, read.scenario.seed};
  world::Simulation simulation(last_application().program, read.scenario, read.scenario.seed, limits);
  run_to_end(simulation);
  if (simulation.error()) return {"", simulation.error()->type + ": " + simulation.error()->message};
  std::map<std::string, int> statuses;
  for (const world::ClientRecord& client : simulation.clients())
    for (const world::WireEntry& entry : client.log)
      if (entry.kind == world::WireEntry::Kind::Head) ++statuses[std::to_string(entry.code)];
  const nlohmann::json told = {{"statuses", statuses}, {"events", simulation.trace().events.size()}, {"trace_bytes", bytes_of_trace(simulation.trace())}};
  return {told.dump(), ""};
}

void prepare_next_application() {
  if (last_application().program.files.empty()) return;
  world::Simulation::prepare(last_application().program, last_application().seed, without_limits());
  while (world::Simulation::prepare_on()) {
  }
}

}  // namespace waiter::bench
