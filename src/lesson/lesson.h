#pragma once
// A lesson: steps of prose, each with the program it is about, and perhaps a question before the run, goals to reach, and a
// place of the playhead that shows what the prose tells. Lessons are data; nothing here knows any of them. No right
// answer is stored: predictions and goals are judged by running programs.
//
// The JSON is that of lessons/<id>/lesson.json with its programs inlined (bundle.h): {"key": file name, "text": program}.

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "lesson/check.h"
#include "trace/event.h"
#include "world/json_place.h"
#include "world/scenario.h"

namespace waiter::lesson {

// clang-format off
/// X(kind, name in lessons, meaning)
#define WAITER_STEP_KINDS(X)                                                 \
  X(Read,     "read",     "prose beside a program")                          \
  X(Predict,  "predict",  "a question, answered before the run is shown")    \
  X(Watch,    "watch",    "prose about a run that is on the screen")         \
  X(Try,      "try",      "small changes with goals")                        \
  X(Exercise, "exercise", "a program to be written, with goals")
// clang-format on

enum class StepKind : std::uint8_t {
#define WAITER_STEP_KIND(kind, name, meaning) kind,
  WAITER_STEP_KINDS(WAITER_STEP_KIND)
#undef WAITER_STEP_KIND
};

struct ProgramText {
  std::string key;   ///< its file's name within the lesson's folder
  std::string text;
};

struct Choice {
  std::string text;
  /// What the measure must be for this choice to be right: nanoseconds or a count, or a printed line.
  std::variant<std::int64_t, std::string> value;
};

struct Prediction {
  std::string question;
  std::vector<Choice> choices;
  /// What is measured: a quantity, or a line of the output (from 1; -1 is the last).
  std::variant<Quantity, std::int64_t> measure;
  std::string right;  ///< said after the right choice; "{answer}" stands for the right choice's text
  std::string wrong;  ///< said after a wrong one
};

struct Goal {
  std::string text;
  Check check;
  std::string hint;  ///< empty: the step's own hint
};

/// Where a step puts the playhead: a time, or the n-th event of a kind (of the tasks of one function).
struct Cue {
  std::optional<trace::Time> time;
  trace::EventKind kind = trace::EventKind::TurnBegin;
  std::string function;
  std::int64_t nth = 1;
};

struct Step {
  StepKind kind = StepKind::Read;
  std::string title;
  std::vector<std::string> text;  ///< paragraphs, in small Markdown
  std::string analogy;
  ProgramText program;      ///< of this step; if the lesson names none here, that of the step before
  bool own_program = true;  ///< the lesson names one here: entering the step loads it
  world::Scenario scenario;
  std::uint64_t seed = 0;
  std::optional<Cue> playhead;
  std::optional<Prediction> prediction;
  std::vector<Goal> goals;
  std::vector<std::string> hints;
  std::optional<ProgramText> solution;
};

struct Lesson {
  std::string id;
  std::int64_t order = 0;
  std::string title;
  std::string subtitle;
  std::string summary;
  std::vector<Step> steps;
};

/// Reads a lesson; every mistake is recorded with its JSON pointer, and the lesson is then not to be used.
[[nodiscard]] Lesson read_lesson(const world::JsonPlace& place);

struct LessonResult {
  Lesson lesson;
  world::JsonErrors errors;
};
[[nodiscard]] LessonResult read_lesson(std::string_view json_text);
[[nodiscard]] LessonResult read_lesson(const world::Json& json);

[[nodiscard]] const char* step_kind_name(StepKind kind);

}  // namespace waiter::lesson
