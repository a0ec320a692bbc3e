#pragma once
// Which choice of a prediction is right: found by measuring a run of the step's own program, never stored.

#include <cstddef>
#include <optional>
#include <string>

#include "lesson/lesson.h"

namespace waiter::lesson {

/// How many choices fit what was measured decides: exactly one is the answer; none or several are a mistake of the lesson.
[[nodiscard]] std::optional<std::size_t> right_choice(const Prediction& prediction, const Evidence& evidence);
/// What was measured, in words: "1.5 s", "3" or a printed line.
[[nodiscard]] std::string measured_words(const Prediction& prediction, const Evidence& evidence);
/// What is said after a choice, with the answer filled in. REQUIRES: both are choices.
[[nodiscard]] std::string explanation(const Prediction& prediction, std::size_t choice, std::size_t answer);
/// The choice as a time, if times are what is asked: where "you said 1.5 s" stands on the timeline.
[[nodiscard]] std::optional<trace::Time> time_of_choice(const Prediction& prediction, std::size_t choice);

}  // namespace waiter::lesson
