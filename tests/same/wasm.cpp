// The side of tests/same/run.mjs in WebAssembly: one function for JavaScript.

#include <emscripten/emscripten.h>

#include <string>

#include "told.h"

/// What the run of the program tells. The text lives until the next call.
extern "C" EMSCRIPTEN_KEEPALIVE const char* waiter_told(const char* program) {
  static std::string answer;
  answer = waiter::same::told(program);
  return answer.c_str();
}
