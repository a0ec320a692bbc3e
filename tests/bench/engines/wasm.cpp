// The WebAssembly engine under `./dev bench python`: one function for JavaScript, which measures. wasm_engine.js calls it.

#include <emscripten/emscripten.h>

#include <string>

#include "program.h"

namespace {

const char* told(waiter::bench::Outcome outcome) {
  static std::string answer;
  answer = outcome.error.empty() ? std::move(outcome.output) : "!" + outcome.error;
  return answer.c_str();
}

}  // namespace

/// Runs the program; gives what it printed, or "!" and how it failed. The text lives until the next call.
extern "C" EMSCRIPTEN_KEEPALIVE const char* waiter_bench(const char* text) { return told(waiter::bench::run_program(text)); }

/// The same for a job: an application and its clients (program.h).
extern "C" EMSCRIPTEN_KEEPALIVE const char* waiter_bench_application(const char* job) { return told(waiter::bench::run_application(job)); }

/// What the page does after a run (program.h); not measured.
extern "C" EMSCRIPTEN_KEEPALIVE void waiter_bench_prepare() { waiter::bench::prepare_next_application(); }
