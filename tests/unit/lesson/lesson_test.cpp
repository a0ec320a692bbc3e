#include "lesson/lesson.h"

#include <doctest/doctest.h>

#include <string>

#include "lesson/bundle.h"

namespace {

using namespace waiter;
using namespace waiter::lesson;

const char* const kGood = R"({
  "id": "tea", "order": 3, "title": "Tea", "subtitle": "sleep", "summary": "One wait.",
  "steps": [
    {"kind": "predict", "title": "Guess", "text": "How **long**?", "analogy": "A pot.",
     "program": {"key": "tea.py", "text": "print(1)\n"}, "scenario": {"seed": 4},
     "playhead": {"event": "Await", "function": "main", "nth": 2},
     "prediction": {"question": "How long?", "measure": "total_time", "right": "Yes, {answer}.", "wrong": "No, {answer}.",
                    "choices": [{"text": "1 s", "value": 1}, {"text": "2 s", "value": 2.0}]}},
    {"kind": "exercise", "title": "Do", "text": ["One.", "Two."], "playhead": {"t": 0.5},
     "goals": [{"text": "Fast", "check": {"total_time": {"at_most": 1}}, "hint": "Hurry."}], "hint": ["h1", "h2"],
     "solution": {"key": "fast.py", "text": "print(2)\n"}}
  ]
})";

TEST_CASE("a lesson is read as it is written") {
  const LessonResult result = read_lesson(std::string_view(kGood));
  for (const auto& error : result.errors) MESSAGE(to_text(error));
  REQUIRE(result.errors.empty());
  const Lesson& lesson = result.lesson;
  CHECK(lesson.id == "tea");
  CHECK(lesson.order == 3);
  CHECK(lesson.subtitle == "sleep");
  REQUIRE(lesson.steps.size() == 2);
  const Step& guess = lesson.steps[0];
  CHECK(guess.kind == StepKind::Predict);
  CHECK(guess.text == std::vector<std::string>{"How **long**?"});
  CHECK(guess.program.text == "print(1)\n");
  CHECK(guess.seed == 4);
  CHECK(guess.playhead->kind == trace::EventKind::Await);
  CHECK(guess.playhead->nth == 2);
  CHECK(std::get<std::int64_t>(guess.prediction->choices[1].value) == 2 * trace::kSecond);
  const Step& exercise = lesson.steps[1];
  CHECK(exercise.program.key == "tea.py");  // of the step before
  CHECK_FALSE(exercise.own_program);
  CHECK(exercise.seed == 4);
  CHECK(exercise.playhead->time == trace::kSecond / 2);
  CHECK(exercise.hints == std::vector<std::string>{"h1", "h2"});
  CHECK(exercise.solution->key == "fast.py");
}

// The first mistake after `from` in the good lesson was replaced by `to`.
std::string mistake(const std::string& from, const std::string& to) {
  std::string text = kGood;
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  text.replace(at, from.size(), to);
  const LessonResult result = read_lesson(std::string_view(text));
  return result.errors.empty() ? std::string() : to_text(result.errors.front());
}

TEST_CASE("every mistake in a lesson is named where it stands") {
  CHECK(mistake(R"("id": "tea")", R"("id": "Tea!")") == "/id: must be small letters, digits and hyphens");
  CHECK(mistake(R"("order": 3, )", "") == "needs \"order\"");
  CHECK(mistake(R"("order": 3)", R"("order": 0)") == "/order: must be from 1 to 1000");
  CHECK(mistake(R"("summary")", R"("sumary")") == "/sumary: is not a key that is known here");
  CHECK(mistake(R"("kind": "predict")", R"("kind": "guess")") == "/steps/0/kind: must be read, predict, watch, try or exercise");
  CHECK(mistake(R"("title": "Guess")", R"("title": "")") == "/steps/0/title: must not be empty");
  CHECK(mistake(R"("text": "How **long**?")", R"("text": [])") == "/steps/0/text: must not be empty");
  CHECK(mistake(R"("text": "print(1)\n")", R"("text": 1)") == "/steps/0/program/text: must be a string, not a number");
  CHECK(mistake(R"({"seed": 4})", R"({"seed": -4})") == "/steps/0/scenario/seed: must not be negative");
  CHECK(mistake(R"("event": "Await")", R"("event": "Wait")") == "/steps/0/playhead/event: is not a kind of event");
  CHECK(mistake(R"("event": "Await", )", R"("event": "Await", "t": 1, )") == "/steps/0/playhead: needs either \"t\" or \"event\"");
  CHECK(mistake(R"("t": 0.5)", R"("t": 0.5, "nth": 2)") == "/steps/1/playhead/nth: goes with \"event\"");
  CHECK(mistake(R"("measure": "total_time")", R"("measure": "time")") ==
        "/steps/0/prediction/measure: is not a quantity that is known here");
  CHECK(mistake(R"(, {"text": "2 s", "value": 2.0})", "") == "/steps/0/prediction/choices: needs two choices or more");
  CHECK(mistake(R"("value": 2.0)", R"("value": "2 s")") ==
        "/steps/0/prediction/choices/1/value: must be a time in seconds, not a string");
  CHECK(mistake(R"("at_most": 1)", R"("at_mots": 1)") == "/steps/1/goals/0/check/total_time/at_mots: is not a key that is known here");
  CHECK(mistake(R"("hint": ["h1", "h2"],)", "") == "/steps/1: has goals and needs \"hint\"");
  CHECK(mistake(R"(,
     "solution": {"key": "fast.py", "text": "print(2)\n"})", "") == "/steps/1: has goals and needs \"solution\"");
  CHECK(mistake(R"("kind": "exercise", "title": "Do")", R"("kind": "exercise", "title": "Do", "seed": 1)") ==
        "/steps/1/seed: goes with \"program\"");
  CHECK(mistake(R"("program": {"key": "tea.py", "text": "print(1)\n"}, "scenario": {"seed": 4},)", "") ==
        "/steps/0: needs \"program\": there is no step before it");
}

TEST_CASE("a prediction may be about a printed line") {
  std::string text = kGood;
  text.replace(text.find(R"("total_time")"), 12, R"({"output_line": -1})");
  const std::string numbers = R"([{"text": "1 s", "value": 1}, {"text": "2 s", "value": 2.0}])";
  text.replace(text.find(numbers), numbers.size(), R"([{"text": "a", "value": "A"}, {"text": "b", "value": "B"}])");
  const LessonResult result = read_lesson(std::string_view(text));
  for (const auto& error : result.errors) MESSAGE(to_text(error));
  REQUIRE(result.errors.empty());
  CHECK(std::get<std::string>(result.lesson.steps[0].prediction->choices[1].value) == "B");
}

TEST_CASE("bundling puts the programs' texts where lesson.json names their files") {
  const LessonFiles files = {
      {"lesson.json", R"({"steps": [{"program": "a.py", "solution": "b.py"}, {"program": "missing.py"}, {"program": 3}]})"},
      {"a.py", "print('a')\n"},
      {"b.py", "print('b')\n"},
      {"old.py", ""},
  };
  const BundleResult result = bundle_lesson(files);
  CHECK(result.lesson["steps"][0].dump() ==
        R"({"program":{"key":"a.py","text":"print('a')\n"},"solution":{"key":"b.py","text":"print('b')\n"}})");
  REQUIRE(result.errors.size() == 2);
  CHECK(to_text(result.errors[0]) == "/steps/1/program: there is no file missing.py beside lesson.json");
  CHECK(to_text(result.errors[1]) == "/steps/2/program: must be the name of a file beside lesson.json");
  CHECK(result.unused == std::vector<std::string>{"old.py"});
  CHECK(to_text(bundle_lesson({}).errors.at(0)) == "has no lesson.json");
}

}  // namespace
