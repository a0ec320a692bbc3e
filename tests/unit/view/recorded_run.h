#pragma once
// Runs for the tests of the picture, recorded by hand: the picture needs a trace, not an engine. recorded_run.cpp
// defines world::Simulation so that it plays these recordings, in place of the real one.

#include <memory>
#include <string>

#include "playground/run.h"

namespace waiter::view_test {

/// "lesson": main gathers coffee (sleep 1.0) and sandwich (sleep 1.5). "blocked": time.sleep twice while others are
/// ready. "crowd 1000 20": so many tasks, so many rounds of sleep 0.1. "clients": the lesson with a client.
/// "computing": 4 s of work without a loop. "advancing": never finished. "refused": a syntax error. Anything else: an
/// empty program.
[[nodiscard]] std::unique_ptr<playground::Run> recorded_run(const std::string& name);

}  // namespace waiter::view_test
