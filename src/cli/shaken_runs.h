#pragma once
// `waiter run --shake N`: the same program and scenario N times, each with another seed for what is really undefined (see
// python/shake.h), until one run has another outcome than those before.

#include <cstdint>

#include "world/simulation.h"

namespace waiter::cli {

/// Says on standard output what was found. 0: all had one outcome; 1: one differs.
[[nodiscard]] int run_shaken(const world::Program& program, const world::Scenario& scenario, std::uint64_t runs);

}  // namespace waiter::cli
