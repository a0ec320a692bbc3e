// The native engine under `./dev bench python`. One request a line, the path of a program; one answer a line, JSON:
// {"ms": processor time, "output": what it printed}. With a path as argument it runs that program once, for profilers.

#include <cstdio>
#include <ctime>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include <nlohmann/json.hpp>

#include "program.h"

namespace {

double processor_ms() {
  std::timespec now{};
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) * 1e3 + static_cast<double>(now.tv_nsec) / 1e6;
}

nlohmann::json answer(const std::string& path) {
  std::ifstream file(path);
  std::ostringstream text;
  text << file.rdbuf();
  if (!file) return {{"error", path + " cannot be read"}};
  const double before = processor_ms();
  const waiter::bench::Outcome outcome = waiter::bench::run_program(text.str());
  const double after = processor_ms();
  if (!outcome.error.empty()) return {{"error", outcome.error}};
  return {{"ms", after - before}, {"output", outcome.output}};
}

}  // namespace

int main(int argument_count, char** arguments) {
  std::cout << nlohmann::json{{"engine", "One Waiter, native"}}.dump() << std::endl;
  for (int i = 1; i < argument_count; ++i) std::cout << answer(arguments[i]).dump() << std::endl;
  if (argument_count > 1) return 0;
  for (std::string path; std::getline(std::cin, path);) std::cout << answer(path).dump() << std::endl;
  return 0;
}
