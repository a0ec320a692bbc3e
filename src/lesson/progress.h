#pragma once
// A reader in a lesson: the step, what was foretold at each step, and how the present run stands to the step's goals. It is
// what the page's engine keeps; it draws nothing and saves nothing.

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "lesson/lesson.h"
#include "playground/run.h"
#include "world/json_place.h"

namespace waiter::lesson {

struct GoalState {
  std::string text;
  bool met = false;
  std::string why;  ///< one sentence when it is not met, else empty
};

/// How a run stands to a step's goals, in their order.
[[nodiscard]] std::vector<GoalState> evaluate(const Step& step, const Evidence& evidence);
[[nodiscard]] std::vector<GoalState> evaluate(const Step& step, const playground::Run& run);

/// A run of a step's program as the lesson has it (or of another text in its place), finished.
[[nodiscard]] playground::Run run_to_end(const Step& step, const ProgramText& program);

/// Where a step puts the playhead in this run; nothing if it has no cue, or the run has no such event.
struct CuePlace {
  trace::Time time = 0;
  std::optional<std::uint32_t> event;
};
[[nodiscard]] std::optional<CuePlace> place_of(const Cue& cue, const trace::Trace& trace);

class Progress {
 public:
  explicit Progress(Lesson lesson) : lesson_(std::move(lesson)) {}

  [[nodiscard]] const Lesson& lesson() const { return lesson_; }
  [[nodiscard]] const Step& step() const { return lesson_.steps[index_]; }
  [[nodiscard]] std::size_t index() const { return index_; }
  /// Out of range: stays where it is and answers false.
  bool go_to(std::size_t index);

  /// The first choice at a step counts. False if this step asks nothing, has no such choice, or was answered.
  bool predict(std::size_t choice);
  struct Predicted {
    std::size_t choice = 0;
    std::optional<std::size_t> answer;  ///< nothing only if the lesson is faulty (the lint finds that)
  };
  [[nodiscard]] std::optional<Predicted> predicted() const;

  /// What the page shows (shell/BRIDGE.md, event "lesson"): prediction, goals and whether all goals are met.
  [[nodiscard]] world::Json state(const playground::Run& run) const;

 private:
  Lesson lesson_;
  std::size_t index_ = 0;
  std::map<std::size_t, Predicted> predicted_;  ///< by step
};

}  // namespace waiter::lesson
