#pragma once
// One benchmark program from its text to its end, as the native and the WebAssembly engine of `./dev bench python` both run
// it: without the limits that protect a page. It does not measure: clocks are the engine's.

#include <string>

namespace waiter::bench {

struct Outcome {
  std::string output;  ///< what the program printed
  std::string error;   ///< empty: it ended well
};

enum class Tracing : bool { Off, On };

[[nodiscard]] Outcome run_program(const std::string& text, Tracing tracing = Tracing::Off);

}  // namespace waiter::bench
