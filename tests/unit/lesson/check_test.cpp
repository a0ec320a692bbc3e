#include "lesson/check.h"

#include <doctest/doctest.h>

#include <string>

#include "../coffee_and_sandwich.h"

namespace {

using namespace waiter;
using namespace waiter::lesson;
using trace::EventKind;
using trace::kMillisecond;
using trace::kSecond;

// A trace with what checks look at beside it.
struct Recorded {
  Recorded() : recorder(1000) {}
  Evidence evidence() {
    spans = {};
    spans.extend(recorder.trace());
    return {recorder.trace(), spans, error, source, finished};
  }
  trace::Recorder recorder;
  trace::SpanIndex spans;
  std::optional<world::ProgramError> error;
  std::string source = "import asyncio\nasyncio.gather(a(), b())\n";
  bool finished = true;
};

struct Breakfast : Recorded {
  Breakfast() { waiter::testing::play_coffee_and_sandwich(recorder); }
};

Check parsed(const std::string& text) {
  world::JsonErrors errors;
  const world::Json json = world::parse_json(text, errors);
  Check check = read_check(world::JsonPlace(json, "", errors));
  for (const auto& error : errors) MESSAGE(to_text(error));
  REQUIRE(errors.empty());
  return check;
}

// What is wrong with a condition as it is written; empty if nothing is.
std::string mistake(const std::string& text) {
  world::JsonErrors errors;
  const world::Json json = world::parse_json(text, errors);
  (void)read_check(world::JsonPlace(json, "", errors));
  return errors.empty() ? std::string() : to_text(errors.front());
}

// Empty if the condition is met, else why not.
std::string why(const std::string& text, Recorded& run) {
  const Verdict verdict = judge(parsed(text), run.evidence());
  CHECK(verdict.met == verdict.why.empty());
  return verdict.why;
}

TEST_CASE("each quantity of coffee and a sandwich is what the run shows") {
  Breakfast run;
  CHECK(why(R"({"total_time": {"equals": 1.5}})", run).empty());
  CHECK(why(R"({"tasks": {"equals": 3}})", run).empty());
  CHECK(why(R"({"turns": {"equals": 9}})", run).empty());
  CHECK(why(R"({"output_lines": {"equals": 2}})", run).empty());
  CHECK(why(R"({"concurrency_max": {"equals": 2}})", run).empty());
  CHECK(why(R"({"longest_block": {"equals": 0}})", run).empty());
  CHECK(why(R"({"lag_max": {"equals": 0}})", run).empty());
  CHECK(why(R"({"longest_wait": {"equals": 1.5}})", run).empty());
  CHECK(why(R"({"longest_wait": {"function": "make_coffee", "equals": 1.0}})", run).empty());
  CHECK(why(R"({"longest_wait": {"function": "make_tea", "equals": 0}})", run).empty());
}

TEST_CASE("a goal that is not met says so with the run's numbers") {
  Breakfast run;
  CHECK(why(R"({"total_time": {"at_most": 1.0}})", run) == "The program took 1.5 s; the goal is 1.0 s or less.");
  CHECK(why(R"({"total_time": {"at_least": 2}})", run) == "The program took 1.5 s; the goal is 2.0 s or more.");
  CHECK(why(R"({"total_time": {"at_least": 2, "at_most": 2.5}})", run) ==
        "The program took 1.5 s; the goal is from 2.0 s to 2.5 s.");
  CHECK(why(R"({"tasks": {"at_least": 4}})", run) ==
        "The program made 3 tasks, the main one among them; the goal is 4 or more.");
  CHECK(why(R"({"concurrency_max": {"at_least": 3}})", run) == "At most 2 waits lay side by side; the goal is 3 or more.");
  CHECK(why(R"({"longest_wait": {"function": "make_coffee", "at_most": 0.5}})", run) ==
        "The longest wait of make_coffee was 1.0 s; the goal is 0.5 s or less.");
  CHECK(why(R"({"output_contains": "tea"})", run) == "“tea” is not found in the output; it should be there.");
  CHECK(why(R"({"output_line": {"number": 1, "is": "tea"}})", run) ==
        "Line 1 of the output is “coffee is ready”; the goal is “tea”.");
  CHECK(why(R"({"output_line": {"number": 3, "is": "tea"}})", run) == "Line 3 of the output is missing; the goal is “tea”.");
  CHECK(why(R"({"calls": "asyncio.wait"})", run) == "The program does not call asyncio.wait; it should.");
  CHECK(why(R"({"last_done": "make_coffee"})", run) == "make_sandwich was the last to finish; it should be make_coffee.");
  CHECK(why(R"({"ended_without_error": false})", run) ==
        "The program ended without an error; it should end with an error.");
}

TEST_CASE("what a run shows meets the goals that ask for it") {
  Breakfast run;
  CHECK(why(R"({"output_contains": "ready\nsandwich"})", run).empty());
  CHECK(why(R"({"output_line": {"number": -1, "is": "sandwich is ready"}})", run).empty());
  CHECK(why(R"({"output_line": {"number": -2, "is": "coffee is ready"}})", run).empty());
  CHECK(why(R"({"calls": "asyncio.gather"})", run).empty());
  CHECK(why(R"({"last_done": "make_sandwich"})", run).empty());
  CHECK(why(R"({"ended_without_error": true})", run).empty());
  CHECK(why(R"({"no_block_over": 0.1})", run).empty());
}

TEST_CASE("conditions compose, and the reason given is that of the part that failed") {
  Breakfast run;
  CHECK(why(R"({"all": [{"total_time": {"at_most": 2}}, {"calls": "asyncio.gather"}]})", run).empty());
  CHECK(why(R"({"all": [{"total_time": {"at_most": 2}}, {"calls": "asyncio.wait"}]})", run) ==
        "The program does not call asyncio.wait; it should.");
  CHECK(why(R"({"any": [{"total_time": {"at_most": 1}}, {"calls": "asyncio.gather"}]})", run).empty());
  CHECK(why(R"({"any": [{"total_time": {"at_most": 1}}, {"calls": "asyncio.wait"}]})", run) ==
        "The program took 1.5 s; the goal is 1.0 s or less. There is another way to reach this goal.");
  CHECK(why(R"({"not": {"calls": "asyncio.gather"}})", run) == "The program calls asyncio.gather; it should do without.");
  CHECK(why(R"({"not": {"calls": "asyncio.wait"}})", run).empty());
  CHECK(why(R"({"not": {"not": {"total_time": {"equals": 1.5}}}})", run).empty());
  // not (a and b) is met as soon as one of them is not.
  CHECK(why(R"({"not": {"all": [{"calls": "asyncio.gather"}, {"calls": "asyncio.wait"}]}})", run).empty());
  CHECK(why(R"({"not": {"any": [{"calls": "asyncio.wait"}, {"calls": "asyncio.gather"}]}})", run) ==
        "The program calls asyncio.gather; it should do without.");
}

TEST_CASE("a step that holds the loop is found, whether it sleeps or computes") {
  Recorded run;
  waiter::testing::LoopScript loop(run.recorder);
  const auto a = loop.task("Task-1", "a", trace::kLoopLane, 1);
  const auto b = loop.task("Task-2", "b", trace::kLoopLane, 1);
  loop.turn();
  loop.begin(a, 1, 1);
  run.recorder.set_now(250 * kMillisecond);
  run.recorder.record(EventKind::Work, a, {}, 250 * kMillisecond);
  loop.done(a, 1);
  loop.end(a, 1);
  loop.begin(b, 1, 1);
  loop.done(b, 1);
  loop.end(b, 1);
  CHECK(why(R"({"no_block_over": 0.1})", run) == "The longest step held the waiter for 0.25 s; the goal is 0.1 s or less.");
  CHECK(why(R"({"no_block_over": 0.25})", run).empty());
  CHECK(why(R"({"lag_max": {"at_most": 0.1}})", run) == "A task that was ready had to wait for 0.25 s; the goal is 0.1 s or less.");
}

TEST_CASE("a program that failed meets no goal, unless the goal is about the failure") {
  Breakfast run;
  run.error = world::ProgramError{};
  run.error->type = "ValueError";
  run.error->message = "no milk";
  run.error->line = 7;
  CHECK(why(R"({"total_time": {"at_most": 9}})", run) == "The program ended with ValueError (line 7): no milk.");
  CHECK(why(R"({"ended_without_error": false})", run).empty());
  CHECK(why(R"({"all": [{"ended_without_error": false}, {"total_time": {"at_most": 9}}]})", run).empty());
  CHECK(why(R"({"ended_without_error": true})", run) == "The program ended with ValueError; it should end without an error.");
  run.error->kind = world::ProgramError::Kind::Syntax;
  run.error->message = "expected ':'";
  CHECK(why(R"({"total_time": {"at_most": 9}})", run) == "The program cannot run yet (line 7): expected ':'.");
}

TEST_CASE("a program that is still running meets no goal") {
  Breakfast run;
  run.finished = false;
  CHECK(why(R"({"total_time": {"at_most": 9}})", run) == "The program is still running.");
}

TEST_CASE("lines of the output are put together from the writes") {
  trace::Recorder recorder(100);
  for (const char* text : {"a", "b\n\nc", "\n", "d"}) recorder.output(0, 1, false, text);
  recorder.output(0, 1, true, "warning\n");
  CHECK(printed_lines(recorder.trace()) == std::vector<std::string>{"ab", "", "c", "d"});
  CHECK(printed_line(recorder.trace(), -1) == "d");
  CHECK(printed_line(recorder.trace(), 2) == "");
  CHECK_FALSE(printed_line(recorder.trace(), 5));
  CHECK_FALSE(printed_line(recorder.trace(), -5));
}

TEST_CASE("a mistake in a condition is named where it stands") {
  CHECK(mistake(R"({})") == "must be an object with exactly one condition");
  CHECK(mistake(R"([])") == "must be an object with exactly one condition");
  CHECK(mistake(R"({"total_time": {"at_most": 1}, "tasks": {"equals": 1}})") == "must be an object with exactly one condition");
  CHECK(mistake(R"({"totle_time": {"at_most": 1}})") == "/totle_time: is not a condition that is known here");
  CHECK(mistake(R"({"total_time": 1.5})") == "/total_time: must be an object, not a number");
  CHECK(mistake(R"({"total_time": {}})") == "/total_time: needs \"at_least\", \"at_most\" or \"equals\"");
  CHECK(mistake(R"({"total_time": {"below": 1}})") == "/total_time/below: is not a key that is known here");
  CHECK(mistake(R"({"total_time": {"at_most": -1}})") == "/total_time/at_most: must not be negative");
  CHECK(mistake(R"({"tasks": {"at_most": 1.5}})") == "/tasks/at_most: must be a whole number");
  CHECK(mistake(R"({"total_time": {"function": "f", "at_most": 1}})") == "/total_time/function: is not a key that is known here");
  CHECK(mistake(R"({"all": []})") == "/all: must not be empty");
  CHECK(mistake(R"({"all": {"calls": "x"}})") == "/all: must be a list, not an object");
  CHECK(mistake(R"({"any": [{"calls": "x"}, {"calls": 1}]})") == "/any/1/calls: must be a string, not a number");
  CHECK(mistake(R"({"not": {"calls": ""}})") == "/not/calls: must not be empty");
  CHECK(mistake(R"({"output_line": {"is": "x"}})") == "/output_line: needs \"number\"");
  CHECK(mistake(R"({"output_line": {"number": 0, "is": "x"}})") ==
        "/output_line/number: must not be 0: lines count from 1, or from -1 backwards");
  CHECK(mistake(R"({"ended_without_error": "yes"})") == "/ended_without_error: must be true or false, not a string");
}

}  // namespace
