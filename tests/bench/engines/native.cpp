// The native engine under `./dev bench python`, `asyncio` and `web`. One request a line, the path of a program, or of a job (program.h)
// if it ends in .json; one answer a line, JSON:
// {"ms": processor time, "output": what it printed}. With a path as argument it runs that program once, for profilers.
// No trace is kept, but with --trace.

#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "program.h"

namespace {

double processor_ms() {
  std::timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

nlohmann::json answer(const std::string& path, waiter::bench::Tracing tracing) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file) return {{"error", path + " cannot be read"}};
  const double before = processor_ms();
  const bool is_application = path.ends_with(".json");
  const waiter::bench::Outcome outcome = is_application ? waiter::bench::run_application(text.str()) : waiter::bench::run_program(text.str(), tracing);
  const double after = processor_ms();
  if (is_application) waiter::bench::prepare_next_application();
  if (!outcome.error.empty()) return {{"error", outcome.error}};
  return {{"ms", after - before}, {"output", outcome.output}};
}

}  // namespace

int main(int argument_count, char** arguments) {
  waiter::bench::Tracing tracing = waiter::bench::Tracing::Off;
  std::vector<std::string> paths;
  for (int i = 1; i < argument_count; ++i) {
    const std::string argument = arguments[i];
    if (argument == "--trace") tracing = waiter::bench::Tracing::On;
    else if (argument != "--no-trace") paths.push_back(argument);
  }
  const bool traced = tracing == waiter::bench::Tracing::On;
  std::cout << nlohmann::json{{"engine", traced ? "One Waiter, traced" : "One Waiter, native"}}.dump() << std::endl;
  for (const std::string& path : paths) std::cout << answer(path, tracing).dump() << std::endl;
  if (!paths.empty()) return 0;
  for (std::string path; std::getline(std::cin, path);) std::cout << answer(path, tracing).dump() << std::endl;
  return 0;
}
