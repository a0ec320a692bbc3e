#pragma once
// One benchmark program from its text to its end, as the native and the WebAssembly engine of `./dev bench` both run it: without the
// limits that protect a page. It does not measure: clocks are the engine's.

#include <string>

namespace waiter::bench {

struct Outcome {
  std::string output;  ///< what the program printed; of an application: what run_application says
  std::string error;   ///< empty: it ended well
};

enum class Tracing : bool { Off, On };

[[nodiscard]] Outcome run_program(const std::string& text, Tracing tracing = Tracing::Off);

/// An application and its clients, traced: {"program": text, "scenario": CONTRACT.md's} in JSON. The output is JSON, too: how many
/// requests were answered, by status, and how many events and bytes the trace took.
[[nodiscard]] Outcome run_application(const std::string& job);

/// What the page does while nobody edits (Session::prepare_next), for the application that ran last. It is no part of the run.
void prepare_next_application();

}  // namespace waiter::bench
