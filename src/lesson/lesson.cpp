#include "lesson/lesson.h"

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "trace/assert.h"

namespace waiter::lesson {
namespace {

using world::JsonPlace;

constexpr std::int64_t kNthMax = 1'000'000;

std::string text_or_empty(const JsonPlace& place, std::string_view key) {
  const auto member = place.find(key);
  return member ? member->text() : std::string();
}

std::string needed_text(const JsonPlace& place, std::string_view key) {
  const auto member = place.need(key);
  return member ? member->text() : std::string();
}

// One string, or a list of them.
std::vector<std::string> texts(const JsonPlace& place) {
  if (place.value().is_string()) return {place.text()};
  std::vector<std::string> out;
  for (const JsonPlace& item : place.items()) out.push_back(item.text());
  if (place.value().is_array() && out.empty()) place.fail("must not be empty");
  return out;
}

bool is_id(const std::string& id) {
  return !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
  });
}

StepKind read_kind(const JsonPlace& place) {
  const std::string name = place.string();
#define WAITER_STEP_KIND(kind, its_name, meaning) \
  if (name == its_name) return StepKind::kind;
  WAITER_STEP_KINDS(WAITER_STEP_KIND)
#undef WAITER_STEP_KIND
  if (place.value().is_string()) place.fail("must be read, predict, watch, try or exercise");
  return StepKind::Read;
}

ProgramText read_program(const JsonPlace& place) {
  place.only_keys({"key", "text"});
  ProgramText program;
  program.key = needed_text(place, "key");
  if (const auto text = place.need("text")) program.text = text->string();
  return program;
}

std::optional<trace::EventKind> event_kind_named(const std::string& name) {
#define WAITER_KIND(kind, meaning) \
  if (name == #kind) return trace::EventKind::kind;
  WAITER_EVENT_KINDS(WAITER_KIND)
#undef WAITER_KIND
  return std::nullopt;
}

Cue read_cue(const JsonPlace& place) {
  place.only_keys({"t", "event", "function", "nth"});
  Cue cue;
  const auto time = place.find("t");
  const auto event = place.find("event");
  if (place.value().is_object() && time.has_value() == event.has_value()) place.fail("needs either \"t\" or \"event\"");
  if (time) cue.time = time->time();
  if (event) {
    const auto kind = event_kind_named(event->string());
    if (kind) cue.kind = *kind;
    else if (event->value().is_string()) event->fail("is not a kind of event");
  }
  for (const char* key : {"function", "nth"}) {
    if (const auto member = place.find(key); member && time) member->fail("goes with \"event\"");
  }
  cue.function = text_or_empty(place, "function");
  if (const auto nth = place.find("nth")) cue.nth = nth->integer(1, kNthMax);
  return cue;
}

// {"total_time"} as a plain name, {"longest_wait": {"function": ...}} or {"output_line": 1}.
std::variant<Quantity, std::int64_t> read_measure(const JsonPlace& place) {
  if (place.value().is_string()) {
    const auto kind = quantity_named(place.string());
    if (!kind) place.fail("is not a quantity that is known here");
    return Quantity{kind.value_or(Quantity::Kind::TotalTime), {}};
  }
  place.only_keys({"output_line", "longest_wait"});
  if (const auto line = place.find("output_line")) {
    const std::int64_t number = line->integer(-kNthMax, kNthMax);
    if (number == 0) line->fail("must not be 0: lines count from 1, or from -1 backwards");
    return number;
  }
  Quantity quantity{Quantity::Kind::LongestWait, {}};
  if (const auto wait = place.need("longest_wait")) {
    wait->only_keys({"function"});
    quantity.function = needed_text(*wait, "function");
  }
  return quantity;
}

Choice read_choice(const JsonPlace& place, const std::variant<Quantity, std::int64_t>& measure) {
  place.only_keys({"text", "value"});
  Choice choice;
  choice.text = needed_text(place, "text");
  const auto value = place.need("value");
  if (!value) return choice;
  if (const auto* quantity = std::get_if<Quantity>(&measure)) {
    choice.value = is_time(quantity->kind) ? value->time() : value->integer(0, INT32_MAX);
  } else {
    choice.value = value->string();
  }
  return choice;
}

Prediction read_prediction(const JsonPlace& place) {
  place.only_keys({"question", "choices", "measure", "right", "wrong"});
  Prediction prediction;
  prediction.question = needed_text(place, "question");
  prediction.right = needed_text(place, "right");
  prediction.wrong = needed_text(place, "wrong");
  if (const auto measure = place.need("measure")) prediction.measure = read_measure(*measure);
  if (const auto choices = place.need("choices")) {
    for (const JsonPlace& choice : choices->items()) prediction.choices.push_back(read_choice(choice, prediction.measure));
    if (choices->value().is_array() && prediction.choices.size() < 2) choices->fail("needs two choices or more");
  }
  return prediction;
}

Goal read_goal(const JsonPlace& place) {
  place.only_keys({"text", "check", "hint"});
  Goal goal;
  goal.text = needed_text(place, "text");
  goal.hint = text_or_empty(place, "hint");
  if (const auto check = place.need("check")) goal.check = read_check(*check);
  return goal;
}

void read_program_of_step(const JsonPlace& place, const Step* before, Step& step) {
  if (const auto program = place.find("program")) {
    step.program = read_program(*program);
    if (const auto scenario = place.find("scenario")) step.scenario = world::read_scenario(*scenario);
    step.seed = step.scenario.seed;
    if (const auto seed = place.find("seed")) step.seed = seed->unsigned_integer();
    return;
  }
  step.own_program = false;
  for (const char* key : {"scenario", "seed"}) {
    if (const auto member = place.find(key)) member->fail("goes with \"program\"");
  }
  if (before == nullptr) {
    place.fail("needs \"program\": there is no step before it");
    return;
  }
  step.program = before->program;
  step.scenario = before->scenario;
  step.seed = before->seed;
}

Step read_step(const JsonPlace& place, const Step* before) {
  place.only_keys({"kind", "title", "text", "analogy", "program", "scenario", "seed", "playhead", "prediction", "goals",
                   "hint", "solution"});
  Step step;
  if (!place.value().is_object()) return step;
  if (const auto kind = place.need("kind")) step.kind = read_kind(*kind);
  step.title = needed_text(place, "title");
  if (const auto text = place.need("text")) step.text = texts(*text);
  step.analogy = text_or_empty(place, "analogy");
  read_program_of_step(place, before, step);
  if (const auto playhead = place.find("playhead")) step.playhead = read_cue(*playhead);
  if (const auto prediction = place.find("prediction")) step.prediction = read_prediction(*prediction);
  if (const auto goals = place.find("goals")) {
    for (const JsonPlace& goal : goals->items()) step.goals.push_back(read_goal(goal));
  }
  if (const auto hint = place.find("hint")) step.hints = texts(*hint);
  if (const auto solution = place.find("solution")) step.solution = read_program(*solution);
  if (step.kind == StepKind::Predict && !step.prediction) place.fail("asks for a prediction and has none");
  if ((step.kind == StepKind::Try || step.kind == StepKind::Exercise) && step.goals.empty()) {
    place.fail("needs \"goals\"");
  }
  if (!step.goals.empty() && step.hints.empty()) place.fail("has goals and needs \"hint\"");
  if (!step.goals.empty() && !step.solution) place.fail("has goals and needs \"solution\"");
  return step;
}

}  // namespace

Lesson read_lesson(const JsonPlace& place) {
  place.only_keys({"id", "order", "title", "subtitle", "summary", "steps"});
  Lesson lesson;
  if (const auto id = place.need("id")) {
    lesson.id = id->string();
    if (id->value().is_string() && !is_id(lesson.id)) id->fail("must be small letters, digits and hyphens");
  }
  if (const auto order = place.need("order")) lesson.order = order->integer(1, 1000);
  lesson.title = needed_text(place, "title");
  lesson.subtitle = needed_text(place, "subtitle");
  lesson.summary = needed_text(place, "summary");
  if (const auto steps = place.need("steps")) {
    for (const JsonPlace& step : steps->items()) {
      lesson.steps.push_back(read_step(step, lesson.steps.empty() ? nullptr : &lesson.steps.back()));
    }
    if (steps->value().is_array() && lesson.steps.empty()) steps->fail("must not be empty");
  }
  return lesson;
}

LessonResult read_lesson(std::string_view json_text) {
  LessonResult result;
  const world::Json json = world::parse_json(json_text, result.errors);
  if (result.errors.empty()) result.lesson = read_lesson(JsonPlace(json, "", result.errors));
  return result;
}

LessonResult read_lesson(const world::Json& json) {
  LessonResult result;
  result.lesson = read_lesson(JsonPlace(json, "", result.errors));
  return result;
}

const char* step_kind_name(StepKind kind) {
  switch (kind) {
#define WAITER_STEP_KIND(kind, name, meaning) \
  case StepKind::kind: return name;
    WAITER_STEP_KINDS(WAITER_STEP_KIND)
#undef WAITER_STEP_KIND
  }
  WAITER_ASSERT(false, "every kind of step has a name");
}

}  // namespace waiter::lesson
