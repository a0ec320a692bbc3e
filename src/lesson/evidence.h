#pragma once
// What a check may look at: a run's trace, how it ended and what the learner wrote. References only; it outlives no run.

#include <optional>
#include <string_view>

#include "playground/run.h"

namespace waiter::lesson {

struct Evidence {
  const trace::Trace& trace;
  const trace::SpanIndex& spans;
  const std::optional<world::ProgramError>& error;
  std::string_view source;  ///< of the program's main file
  bool finished = true;
};

[[nodiscard]] Evidence evidence_of(const playground::Run& run);

}  // namespace waiter::lesson
