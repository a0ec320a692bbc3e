// The engine's side of random/hunt.py: runs many programs one after another, each in an engine of its own, in one process.
// A program is given as its length in bytes on a line, then that many bytes; the answer is a line of JSON, the transcript
// that `waiter run --json` would print.

#include <cstdlib>
#include <iostream>
#include <string>

#include <nlohmann/json.hpp>

#include "playground/transcript.h"
#include "python/limits.h"
#include "world/simulation.h"

int main() {
  using namespace waiter;
  world::Limits limits;
  limits.native_depth = python::kNativeDepthRoomy;
  limits.events = 0;  // nobody looks at them
  constexpr std::uint64_t kSliceInstructions = 1'000'000;
  for (std::string line; std::getline(std::cin, line);) {
    std::string text(std::strtoull(line.c_str(), nullptr, 10), '\0');
    std::cin.read(text.data(), static_cast<std::streamsize>(text.size()));
    world::Simulation simulation(world::Program{{{"program.py", std::move(text)}}}, world::Scenario{}, 0, limits);
    while (simulation.state() == world::Simulation::State::Advancing) simulation.advance(kSliceInstructions);
    const auto answer = playground::transcript(simulation.trace(), simulation.error(), simulation.clients());
    std::cout << answer.dump(-1, ' ', true, nlohmann::ordered_json::error_handler_t::replace) << "\n" << std::flush;
  }
}
