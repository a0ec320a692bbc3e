// `waiter run`: the program in the simulator. Its output is written as it comes about; with --json the transcript at the end.

#include <cerrno>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/exit_status.h"
#include "cli/files.h"
#include "cli/program_files.h"
#include "playground/chrome_trace.h"
#include "playground/transcript.h"
#include "world/json_place.h"
#include "world/limits.h"
#include "world/simulation.h"

namespace waiter::cli {
namespace {

// Between two looks at what was printed: some milliseconds of work.
constexpr std::uint64_t kSliceInstructions = 500'000;

struct RunOptions {
  std::string program;
  std::string scenario;
  std::optional<std::uint64_t> seed;
  std::optional<double> until_seconds;
  bool json = false;
  std::string trace;
  world::Limits limits;
};

world::Scenario scenario_of(const RunOptions& options) {
  world::Scenario scenario;
  if (!options.scenario.empty()) {
    world::ScenarioResult result = world::read_scenario(read_text_file(options.scenario));
    if (result.error) {
      const std::string& pointer = result.error->pointer;
      throw UsageError(fmt::format("{}: {}{}{}", options.scenario, pointer, pointer.empty() ? "" : ": ", result.error->message));
    }
    scenario = std::move(result.scenario);
    if (!scenario.clients.empty()) {
      throw UsageError(fmt::format("{}: /clients: simulated clients come with a later version", options.scenario));
    }
  }
  if (options.until_seconds) scenario.until = trace::from_seconds(*options.until_seconds);
  if (options.seed) scenario.seed = *options.seed;
  return scenario;
}

/// Thrown when nobody reads our output any more: the rest of the run is of no use to anybody.
struct ReaderLeft {};

void write(std::FILE* to, std::string_view text) {
  if (std::fwrite(text.data(), 1, text.size(), to) == text.size() && std::fflush(to) == 0) return;
  if (errno == EPIPE) throw ReaderLeft();
  throw UsageError(fmt::format("output cannot be written: {}", std::strerror(errno)));
}

// Writes what the program has written since the last call.
class OutputStreamer {
 public:
  void stream(const trace::Trace& trace) {
    for (; written_ < trace.outputs.size(); ++written_) {
      const trace::Output& output = trace.outputs[written_];
      write(output.is_error ? stderr : stdout, output.text);
    }
  }

 private:
  std::size_t written_ = 0;
};

// What the run's own stderr does not hold: the traceback of an exception is there already, as the interpreter wrote it.
void write_ending(const std::optional<world::ProgramError>& error, const std::string& program) {
  if (!error) return;
  switch (error->kind) {
    case world::ProgramError::Kind::Exception: return;
    case world::ProgramError::Kind::Syntax: write(stderr, error->traceback); return;
    case world::ProgramError::Kind::Deadlock: write(stderr, fmt::format("Deadlock: {}\n", error->message)); return;
    case world::ProgramError::Kind::Limit: write(stderr, fmt::format("waiter: {}: {}\n", program, error->message)); return;
  }
}

std::string json_text(const nlohmann::ordered_json& json, int indent) {
  return json.dump(indent, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n";
}

void write_trace(const std::string& path, const trace::Trace& trace) {
  trace::SpanIndex spans;
  spans.extend(trace);
  trace::Counters counters;
  counters.extend(trace);
  write_file(path, json_text(playground::chrome_trace(trace, spans, counters), -1));
}

int exit_status(const std::optional<world::ProgramError>& error) {
  if (!error) return kRan;
  return error->kind == world::ProgramError::Kind::Limit ? kLimitReached : kProgramFailed;
}

// Checks of the command line: an empty answer is agreement.

std::string whole_number(const std::string& text) {
  // Not left to CLI11, which reads -1 as a very large number and 010 as eight.
  const bool digits = !text.empty() && text.find_first_not_of("0123456789") == std::string::npos;
  std::uint64_t number = 0;
  const bool fits = digits && std::from_chars(text.data(), text.data() + text.size(), number).ec == std::errc();
  if (fits && (text.size() == 1 || text[0] != '0')) return {};
  return fmt::format("{} is not a whole number from 0 to 18446744073709551615", text);
}

std::string seconds(const std::string& text) {
  double number = 0;
  if (!CLI::detail::lexical_cast(text, number) || !std::isfinite(number)) return text + " is not a number of seconds";
  return number < 0 ? text + " is negative" : std::string();
}

int run(const RunOptions& options) {
  world::Program program = read_program(options.program);
  world::Scenario scenario = scenario_of(options);
  const std::uint64_t seed = scenario.seed;
  world::Simulation simulation(std::move(program), std::move(scenario), seed, options.limits);
  try {
    OutputStreamer streamer;
    while (simulation.state() == world::Simulation::State::Advancing) {
      simulation.advance(kSliceInstructions);
      if (!options.json) streamer.stream(simulation.trace());
    }
    if (options.json) {
      write(stdout, json_text(playground::transcript(simulation.trace(), simulation.error()), 2));
    } else {
      streamer.stream(simulation.trace());
      write_ending(simulation.error(), options.program);
    }
  } catch (const ReaderLeft&) {
    if (simulation.state() == world::Simulation::State::Advancing) return kRan;
  }
  if (!options.trace.empty()) write_trace(options.trace, simulation.trace());
  return exit_status(simulation.error());
}

}  // namespace

void add_run_command(CLI::App& app, Chosen& chosen) {
  auto options = std::make_shared<RunOptions>();
  CLI::App* command = app.add_subcommand("run", "Run a program in the simulator");
  command->add_option("PROGRAM.py", options->program, "The program")->required();
  command->add_option("--scenario", options->scenario, "What surrounds the program, as JSON")->type_name("S.json");
  command->add_option("--seed", options->seed, "Seed of random; the scenario's if not given")->type_name("N")->check(whole_number);
  command->add_option("--until", options->until_seconds, "Stop the world at this time")->type_name("SECONDS")->check(seconds);
  command->add_flag("--json", options->json, "Print a transcript instead of the output");
  command->add_option("--trace", options->trace, "Write a trace that Perfetto opens")->type_name("OUT.json");
  // The system's own stack is larger than a page's.
  options->limits.native_depth = python::kNativeDepthRoomy;
  std::string limits = "Set a limit, as in --limit recursion=50:";
  for (const world::LimitName& limit : world::limit_names()) limits += fmt::format(" {} ({}),", limit.name, limit.unit);
  limits.back() = '.';
  command->add_option_function<std::vector<std::string>>(
      "--limit",
      [options](const std::vector<std::string>& given) {
        for (const std::string& each : given)
          if (const auto problem = world::set_limit(options->limits, each)) throw CLI::ValidationError("--limit", *problem);
      },
      limits)->type_name("NAME=N")->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
  command->callback([options, &chosen] { chosen = [options] { return run(*options); }; });
}

}  // namespace waiter::cli
