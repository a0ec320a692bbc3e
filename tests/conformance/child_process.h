#pragma once
// One run of another program, with a limit on real time. Knows nothing of Python or of transcripts.
// Safe to call from several threads at once: no descriptor of one child is inherited by another.

#include <chrono>
#include <string>
#include <vector>

namespace waiter::conformance {

struct ChildResult {
  std::string standard_output;
  std::string standard_error;
  int exit_code = -1;  ///< -1 unless the child exited by itself
  int signal = 0;      ///< what killed it, if anything did
  bool timed_out = false;
};

/// Runs `command` (a path and its arguments) with an empty standard input and waits for its end; kills it at the limit.
/// Throws std::system_error when it cannot be started.
[[nodiscard]] ChildResult run_child(const std::vector<std::string>& command, std::chrono::milliseconds limit);

}  // namespace waiter::conformance
