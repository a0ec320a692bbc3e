#include "cli/shaken_runs.h"

#include <cstdio>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/exit_status.h"
#include "playground/transcript.h"

namespace waiter::cli {
namespace {

constexpr std::uint64_t kSliceInstructions = 5'000'000;

using Lines = std::vector<std::string>;

void add_lines(Lines& lines, const std::string& text) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t end = text.find('\n', at);
    lines.push_back(text.substr(at, end == std::string::npos ? end : end - at));
    at = end == std::string::npos ? text.size() : end + 1;
  }
}

/// Without its times: a run that is only slower has no other outcome.
void drop_times(nlohmann::ordered_json& value) {
  if (value.is_object())
    for (const char* key : {"t", "sent", "done", "accepted", "left"}) value.erase(key);
  if (value.is_structured())
    for (auto& item : value) drop_times(item);
}

/// What came of a run, line by line: what it wrote, what its clients saw, how it ended.
Lines outcome_of(const world::Program& program, world::Scenario scenario, std::uint64_t shake) {
  scenario.shake = shake;
  const std::uint64_t seed = scenario.seed;
  world::Limits limits;
  limits.events = 0;  // only the outcome counts
  world::Simulation simulation(program, std::move(scenario), seed, limits);
  while (simulation.advance(kSliceInstructions) == world::Simulation::State::Advancing) {}
  std::string text, errors;
  for (const trace::Output& output : simulation.trace().outputs) (output.is_error ? errors : text) += output.text;
  Lines lines;
  add_lines(lines, text);
  add_lines(lines, errors);
  auto transcript = playground::transcript(simulation.trace(), simulation.error(), simulation.clients());
  drop_times(transcript["clients"]);
  for (const auto& client : transcript["clients"]) lines.push_back(client.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
  if (const auto& error = simulation.error()) lines.push_back(fmt::format("ended with {}: {}", error->type, error->message));
  return lines;
}

std::string shown(const Lines& lines, std::size_t at) { return at < lines.size() ? lines[at] : "(nothing more)"; }

}  // namespace

int run_shaken(const world::Program& program, const world::Scenario& scenario, std::uint64_t runs) {
  const Lines usual = outcome_of(program, scenario, 0);
  for (std::uint64_t seed = 1; seed <= runs; ++seed) {
    const Lines lines = outcome_of(program, scenario, seed);
    if (lines == usual) continue;
    std::size_t at = 0;
    while (at < lines.size() && at < usual.size() && lines[at] == usual[at]) ++at;
    fmt::print("Run {} differs from the {} before it, at line {}:\n  else  {}\n  here  {}\nIts seed is {}: waiter run {} --shaken {}\n", seed, seed,
               at + 1, shown(usual, at), shown(lines, at), seed, program.files[0].name, seed);
    return kProgramFailed;
  }
  fmt::print("{} runs, shaken with the seeds 1 to {}: all had the same outcome.\n", runs, runs);
  return kRan;
}

}  // namespace waiter::cli
