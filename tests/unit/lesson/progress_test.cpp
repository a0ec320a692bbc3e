#include "lesson/progress.h"

#include <doctest/doctest.h>

#include <string>

#include "lesson/lint.h"

namespace {

using namespace waiter;
using namespace waiter::lesson;

const char* const kSequential =
    "import asyncio\n\nasync def tea():\n    await asyncio.sleep(1)\n\nasync def main():\n    await tea()\n    await tea()\n"
    "    print('served')\n\nasyncio.run(main())\n";
const char* const kGathered =
    "import asyncio\n\nasync def tea():\n    await asyncio.sleep(1)\n\nasync def main():\n"
    "    await asyncio.gather(tea(), tea())\n    print('served')\n\nasyncio.run(main())\n";

// A lesson folder with a question and an exercise; each part can be spoilt.
struct Tea {
  std::string id = "tea";
  std::string order = "1";
  std::string right_value = "2";
  std::string goal = R"({"total_time": {"at_most": 1}})";
  std::string cue = R"({"event": "TimerSet", "nth": 2})";
  std::string text = "Wait for it.";
  std::string starter = kSequential;
  std::string solution = kGathered;

  LessonFolder folder(const std::string& name = "tea") const {
    LessonFolder out;
    out.name = name;
    out.files["start.py"] = starter;
    out.files["done.py"] = solution;
    out.files["lesson.json"] = R"({"id": ")" + id + R"(", "order": )" + order +
        R"(, "title": "Tea", "subtitle": "sleep", "summary": "Two cups.", "steps": [
      {"kind": "predict", "title": "Guess", "text": ")" + text + R"(", "program": "start.py", "playhead": )" + cue + R"(,
       "prediction": {"question": "How long?", "measure": "total_time", "right": "Yes, {answer}.", "wrong": "No, {answer}.",
                      "choices": [{"text": "one second", "value": 1}, {"text": "two seconds", "value": )" + right_value + R"(}]}},
      {"kind": "exercise", "title": "Do", "text": "Both at once.", "hint": "gather",
       "goals": [{"text": "Fast", "check": )" + goal + R"(}], "solution": "done.py"}]})";
    return out;
  }
};

std::vector<std::string> complaints(const std::vector<LessonFolder>& folders) {
  std::vector<std::string> out;
  for (const Complaint& complaint : lint(folders).complaints) out.push_back(complaint.where + ": " + complaint.what);
  return out;
}

using Texts = std::vector<std::string>;

TEST_CASE("a lesson that holds is complained about by nobody") {
  const LintResult result = lint({Tea().folder()});
  for (const Complaint& complaint : result.complaints) MESSAGE(complaint.where << ": " << complaint.what);
  CHECK(result.complaints.empty());
  REQUIRE(result.lessons.size() == 1);
  CHECK(result.lessons[0].lesson.steps.size() == 2);
}

TEST_CASE("a prediction without exactly one right choice is complained about") {
  Tea tea;
  tea.right_value = "3";
  CHECK(complaints({tea.folder()}) ==
        Texts{"tea/lesson.json /steps/0/prediction/choices: not exactly one choice is right: the program gives 2.0 s"});
}

TEST_CASE("a starter that already passes is complained about") {
  Tea tea;
  tea.starter = kGathered;
  tea.right_value = "7";
  CHECK(complaints({tea.folder()}) == Texts{"tea/lesson.json /steps/1/goals: are all met by the program as it is given"});
}

TEST_CASE("a solution that does not pass is complained about, with the reason") {
  Tea tea;
  tea.solution = std::string(kSequential) + "# slow\n";
  CHECK(complaints({tea.folder()}) ==
        Texts{"tea/lesson.json /steps/1/goals/0: is not met by the solution: The program took 2.0 s; the goal is 1.0 s or less."});
}

TEST_CASE("a program that does not run is complained about") {
  Tea tea;
  tea.solution = "1 / 0\n";
  CHECK(complaints({tea.folder()}) ==
        Texts{"tea/lesson.json /steps/1/solution: does not run: ZeroDivisionError: division by zero (line 1)"});
  tea.solution = "while True: pass\n";
  const auto endless = complaints({tea.folder()});
  REQUIRE(endless.size() == 1);
  CHECK(endless[0].find("/steps/1/solution: does not run: ") != std::string::npos);
}

TEST_CASE("a cue without its event, a wrong id, a stray file and lame Markdown are complained about") {
  Tea tea;
  tea.cue = R"({"event": "TimerSet", "nth": 3})";
  tea.id = "coffee";
  tea.text = "Use `await.";
  LessonFolder folder = tea.folder();
  folder.files["old.py"] = "";
  CHECK(complaints({folder}) == Texts{"tea/old.py: is used by no step", "tea/lesson.json /id: must be the name of its folder, tea",
                                      "tea/lesson.json /steps/0/text/0: has a ` without its partner",
                                      "tea/lesson.json /steps/0/playhead: finds no such event in the step's program"});
}

TEST_CASE("two lessons with one number are complained about") {
  Tea green;
  green.id = "green";
  CHECK(complaints({Tea().folder(), green.folder("green")}) == Texts{"green/lesson.json /order: 1 is taken by tea"});
  green.order = "2";
  CHECK(complaints({Tea().folder(), green.folder("green")}).empty());
}

TEST_CASE("a folder without a lesson is complained about") {
  CHECK(complaints({LessonFolder{"empty", {}}}) == Texts{"empty/lesson.json: has no lesson.json"});
}

Progress started() { return Progress(lint({Tea().folder()}).lessons.at(0).lesson); }

TEST_CASE("the first prediction counts, and its answer comes from a run") {
  Progress progress = started();
  const playground::Run run = run_to_end(progress.step(), progress.step().program);
  CHECK(progress.state(run)["prediction"].dump() == R"({"choice":null,"answer":null,"why":""})");
  CHECK_FALSE(progress.predict(2));
  CHECK(progress.predict(0));
  CHECK_FALSE(progress.predict(1));
  CHECK(progress.state(run)["prediction"].dump() == R"({"choice":0,"answer":1,"why":"No, two seconds."})");
  CHECK(progress.state(run)["solved"] == false);  // there is nothing to solve
}

TEST_CASE("goals are those of the step, judged on the run as it is now") {
  Progress progress = started();
  CHECK_FALSE(progress.go_to(2));
  REQUIRE(progress.go_to(1));
  CHECK_FALSE(progress.predict(0));  // nothing is asked here
  const playground::Run slow = run_to_end(progress.step(), progress.step().program);
  CHECK(progress.state(slow)["goals"].dump() ==
        R"([{"text":"Fast","met":false,"why":"The program took 2.0 s; the goal is 1.0 s or less."}])");
  CHECK(progress.state(slow)["solved"] == false);
  const playground::Run fast = run_to_end(progress.step(), *progress.step().solution);
  CHECK(progress.state(fast)["goals"].dump() == R"([{"text":"Fast","met":true,"why":""}])");
  CHECK(progress.state(fast)["solved"] == true);
  CHECK(progress.state(fast)["prediction"].is_null());
}

}  // namespace
