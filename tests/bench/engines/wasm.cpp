// The WebAssembly engine under `./dev bench python`: one function for JavaScript, which measures. wasm_engine.js calls it.

#include <emscripten/emscripten.h>

#include <string>

#include "program.h"

/// Runs the program; gives what it printed, or "!" and how it failed. The text lives until the next call.
extern "C" EMSCRIPTEN_KEEPALIVE const char* waiter_bench(const char* text) {
  static std::string answer;
  waiter::bench::Outcome outcome = waiter::bench::run_program(text);
  answer = outcome.error.empty() ? std::move(outcome.output) : "!" + outcome.error;
  return answer.c_str();
}
