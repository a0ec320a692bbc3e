// What the engine says of many programs' texts: for each, a line of JSON, null or the error. Stands beside CPython in
// hunt.py. A program is given as its length in bytes on a line, then that many bytes. Nothing is run.

#include <cstdlib>
#include <iostream>
#include <string>

#include <nlohmann/json.hpp>

#include "world/simulation.h"

int main() {
  using namespace waiter;
  for (std::string line; std::getline(std::cin, line);) {
    std::string text(std::strtoull(line.c_str(), nullptr, 10), '\0');
    std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
    const world::Simulation simulation(world::Program{{{"main.py", std::move(text)}}}, world::Scenario{}, 0, world::Limits{});
    nlohmann::json answer;
    if (const auto& error = simulation.error()) {
      answer = {{"type", error->type}, {"message", error->message}, {"line", error->line}, {"shown", error->traceback}};
    }
    std::cout << answer.dump(-1, ' ', true, nlohmann::json::error_handler_t::replace) << "\n" << std::flush;
  }
}
