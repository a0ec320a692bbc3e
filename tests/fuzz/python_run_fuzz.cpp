// Any bytes as a program that is run, with limits so small that each run is over at once. A run that goes on beyond them (C++
// that loops without being charged) meets libFuzzer's own limits of time and memory.

#include <string>

#include "world/simulation.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace waiter;
  world::Limits limits;
  limits.instructions = 100'000;
  limits.memory_bytes = 32u << 20;
  limits.output_bytes = 64u << 10;
  limits.events = 20'000;
  limits.recursion = 200;
  world::Simulation simulation({{{"main.py", std::string(reinterpret_cast<const char*>(data), size)}}}, {}, 0, limits);
  while (simulation.advance(20'000) == world::Simulation::State::Advancing) {
  }
  return 0;
}
