// The page's engine without a page: commands in, events out, with recorded runs in place of programs.
#include "session.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "recorded_run.h"

using namespace waiter;
using engine::Json;
using engine::Session;

namespace {

// A clock that goes on by a millisecond whenever it is asked.
double ticking() {
  static double now = 0;
  return now += 1;
}

struct Page {
  Session session{ticking};
  double now = 0;
  std::vector<Json> events;

  Json send(const char* text) {
    Json answer = session.call(Json::parse(text));
    frame();
    return answer;
  }
  void frame() {
    session.advance(now += 16);
    for (Json& event : session.take_events()) events.push_back(std::move(event));
  }
  Json edit(const std::string& program) {
    Json answer = session.call({{"type", "edit"},
                                {"program", {{{"name", "main.py"}, {"text", program}}}},
                                {"scenario", nullptr},
                                {"seed", 0}});
    frame();
    return answer;
  }
  /// The frames in which nothing is left to do but to prepare the next run.
  void rest() {
    frame();
    frame();
  }
  [[nodiscard]] Json last(const char* type) const {
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
      if ((*event)["type"] == type) return *event;
    }
    return nullptr;
  }
};

const char* const kLesson =
    R"({"type": "lesson", "lesson": {"id": "x", "order": 1, "title": "X", "subtitle": "y", "summary": "z", "steps": [
  {"kind": "predict", "title": "Guess", "program": {"key": "a.py", "text": "lesson"}, "text": ["Guess."],
   "prediction": {"question": "How long?", "measure": "total_time", "right": "Yes, {answer}.", "wrong": "It is {answer}.",
                  "choices": [{"text": "1.0 s", "value": 1.0}, {"text": "1.5 s", "value": 1.5}]}},
  {"kind": "watch", "title": "Watch", "playhead": {"t": 0.72}, "text": ["Watch."]},
  {"kind": "try", "title": "Try", "text": ["Try."], "goals": [{"text": "Under a second", "check": {"total_time": {"at_most": 0.9}}, "hint": "Less."}], "hint": ["Less."], "solution": {"key": "b.py", "text": ""}}
]}})";

}  // namespace

TEST_CASE("an edit runs the program and tells the run and the moment") {
  Page page;
  CHECK(page.edit("lesson")["ok"] == true);
  const Json run = page.last("run");
  CHECK(run["state"] == "finished");
  CHECK(run["ended"] == 1.5);
  CHECK(run["error"].is_null());
  const Json moment = page.last("moment");
  CHECK(moment["t"] == 0.0);
  CHECK(moment["event"] == 1);
  CHECK(moment["events"] == run["events"]);
  CHECK_FALSE(moment["narration"].get<std::string>().empty());
  page.rest();
  CHECK_FALSE(page.session.busy());
}

TEST_CASE("at a moment, the lines at which tasks are parked are told in words") {
  Page page;
  page.edit("lesson");
  page.send(R"({"type": "seek", "t": 0.72})");
  const Json moment = page.last("moment");
  REQUIRE(moment["parked"].size() == 3);
  CHECK(moment["parked"][0]["text"] == "Task-1 waits · gather 0 / 2");
  CHECK(moment["parked"][1]["text"] == "Task-2 sleeping · 0.28 s left");
  CHECK(moment["parked"][1]["line"] == 5);
  CHECK(moment["timers"][0]["deadline"] == 1.0);
  CHECK(moment["running"].is_null());
}

TEST_CASE("a refused program keeps the last good picture, dimmed, until a program runs again") {
  Page page;
  page.edit("lesson");
  page.edit("refused");
  CHECK(page.last("run")["state"] == "refused");
  CHECK(page.last("run")["error"]["line"] == 3);
  CHECK(page.session.view().dimmed);
  CHECK(page.session.shown()->program().files[0].text == "lesson");
  page.edit("blocked");
  CHECK_FALSE(page.session.view().dimmed);
  CHECK(page.session.view().note.empty());
  CHECK(page.session.shown()->program().files[0].text == "blocked");
}

TEST_CASE("a first program that is refused leaves nothing to show but the reason") {
  Page page;
  page.edit("refused");
  CHECK(page.last("moment")["events"] == 0);
  CHECK(page.session.view().note.find("SyntaxError in line 3") != std::string::npos);
  CHECK(page.send(R"({"type": "step", "unit": "event", "direction": 1})")["ok"] == true);
}

TEST_CASE("a run without an end takes a slice of each frame and can be looked at meanwhile") {
  Page page;
  page.edit("advancing");
  CHECK(page.session.busy());
  CHECK(page.session.shown() != nullptr);
  const auto before = page.session.shown()->trace().events.size();
  page.frame();
  const auto after = page.session.shown()->trace().events.size();
  CHECK(after > before);
  CHECK(after - before < 20);  // the clock says a millisecond each: a frame's share is six
  page.edit("lesson");
  page.rest();
  CHECK_FALSE(page.session.busy());
  CHECK(page.last("run")["state"] == "finished");
}

TEST_CASE("playing goes on frame by frame and ends by itself") {
  Page page;
  page.edit("lesson");
  page.send(R"({"type": "play", "on": true})");
  CHECK(page.session.busy());
  for (int i = 0; i < 2000 && page.session.busy(); ++i) page.frame();
  CHECK_FALSE(page.session.busy());
  CHECK(page.last("moment")["t"] == 1.5);
  CHECK(page.last("moment")["playing"] == false);
}

TEST_CASE("an idle page has nothing to draw and nothing to tell") {
  Page page;
  page.edit("lesson");
  page.frame();
  (void)page.session.take_changed();
  const auto told = page.events.size();
  for (int i = 0; i < 10; ++i) page.frame();
  CHECK(page.events.size() == told);
  CHECK_FALSE(page.session.take_changed());
}

TEST_CASE("a guess is judged by a run, and marked on the timeline while the program is the same") {
  Page page;
  const Json opened = page.send(kLesson);
  CHECK_MESSAGE(opened.contains("ok"), opened.dump());
  page.send(R"({"type": "lesson_step", "index": 0})");
  page.edit("lesson");
  const Json state = page.send(R"({"type": "predict", "choice": 1})");
  CHECK(state["prediction"]["answer"] == 1);
  CHECK(state["prediction"]["why"] == "Yes, 1.5 s.");
  REQUIRE(page.session.view().prediction.has_value());
  CHECK(page.session.view().prediction->verdict == view::PredictionMark::Verdict::Right);
  CHECK(page.session.view().prediction->at == 1'500'000'000);
  CHECK(page.send(R"({"type": "predict", "choice": 0})").contains("error"));
  page.send(R"({"type": "lesson_step", "index": 1})");
  CHECK(page.session.view().prediction.has_value());
}

TEST_CASE("a step's cue places the playhead when its run has ended, and only once") {
  Page page;
  page.send(kLesson);
  page.send(R"({"type": "lesson_step", "index": 1})");
  page.edit("lesson");
  CHECK(page.last("moment")["t"] == doctest::Approx(0.72));
  page.send(R"({"type": "seek", "t": 1.2})");
  page.edit("lesson");
  CHECK(page.last("moment")["t"] == doctest::Approx(1.2));
}

TEST_CASE("goals are judged after each run, with a reason when they are not met") {
  Page page;
  page.send(kLesson);
  page.send(R"({"type": "lesson_step", "index": 2})");
  page.edit("lesson");
  const Json state = page.last("lesson");
  CHECK(state["solved"] == false);
  REQUIRE(state["goals"].size() == 1);
  CHECK_FALSE(state["goals"][0]["why"].get<std::string>().empty());
  page.edit("");
  CHECK(page.last("lesson")["solved"] == true);
}

TEST_CASE("a command that makes no sense is answered with a sentence") {
  Page page;
  for (const char* const before_a_run :
       {R"({"type": "seek", "t": 1})", R"({"type": "spans"})", R"({"type": "lesson_step", "index": 0})"}) {
    CHECK(page.send(before_a_run).contains("error"));
  }
  page.edit("lesson");
  for (const char* const nonsense :
       {R"([])", R"(3)", R"({})", R"({"type": 5})", R"({"type": "fly"})", R"({"type": "seek"})",
        R"({"type": "seek", "event": -1})", R"({"type": "seek", "t": "x"})", R"({"type": "step", "unit": "mile"})",
        R"({"type": "view", "op": 1})", R"({"type": "speed", "factor": 0})", R"({"type": "edit", "program": []})",
        R"({"type": "edit", "program": [3]})", R"({"type": "resize", "width": "a"})",
        R"({"type": "mode", "words": "klingon"})", R"({"type": "lesson", "lesson": {}})",
        R"({"type": "predict", "choice": 0})",
        R"({"type": "edit", "program": [{"text": "lesson"}], "scenario": {"clients": 1}})"}) {
    CAPTURE(nonsense);
    CHECK(page.send(nonsense).contains("error"));
  }
  CHECK(page.send(R"({"type": "hover_line", "line": null})")["ok"] == true);
  CHECK(page.send(R"({"type": "seek", "t": 1e300})")["ok"] == true);
  CHECK(page.last("moment")["t"] == 1.5);
}

TEST_CASE("every lane's spans can be had in words") {
  Page page;
  page.edit("lesson");
  const Json answer = page.send(R"({"type": "spans"})");
  CHECK(answer["lanes"].size() == 4);
  CHECK(answer["lanes"][1]["lane"] == "Task-2 coffee");
  const auto spans = answer["lanes"][1]["spans"];
  CHECK(std::any_of(spans.begin(), spans.end(), [](const Json& words) {
    return words == "Task-2 coffee · awaiting sleep 1.0, 0.000 s → 1.000 s · 1.00 s, line 5";
  }));
}
