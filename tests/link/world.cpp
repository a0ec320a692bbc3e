#include "world/simulation.h"

int main() {
  waiter::world::Simulation simulation({{{"main.py", "print('hello')\n"}}}, {}, 0, {});
  while (simulation.advance(1000) == waiter::world::Simulation::State::Advancing) {
  }
  return simulation.trace().outputs.size() == 1 ? 0 : 1;
}
