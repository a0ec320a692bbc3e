#include "lesson/prediction.h"

#include <doctest/doctest.h>

#include "../coffee_and_sandwich.h"
#include "lesson/progress.h"

namespace {

using namespace waiter;
using namespace waiter::lesson;
using trace::kMillisecond;
using trace::kSecond;

struct Breakfast {
  Breakfast() : recorder(1000) {
    waiter::testing::play_coffee_and_sandwich(recorder);
    spans.extend(recorder.trace());
  }
  Evidence evidence() const { return {recorder.trace(), spans, error, "", true}; }
  trace::Recorder recorder;
  trace::SpanIndex spans;
  std::optional<world::ProgramError> error;
};

Prediction about_total_time(std::initializer_list<trace::Time> times) {
  Prediction prediction;
  prediction.measure = Quantity{Quantity::Kind::TotalTime, {}};
  for (const trace::Time time : times) prediction.choices.push_back({std::to_string(time / kMillisecond) + " ms", time});
  prediction.right = "Yes, {answer}.";
  prediction.wrong = "It is {answer}, and {answer} it stays.";
  return prediction;
}

TEST_CASE("the right choice is the one that the run gives") {
  const Breakfast run;
  CHECK(right_choice(about_total_time({kSecond, 1500 * kMillisecond, 2500 * kMillisecond}), run.evidence()) == 1);
}

TEST_CASE("when no choice or more than one fits, there is no right choice") {
  const Breakfast run;
  CHECK_FALSE(right_choice(about_total_time({kSecond, 2 * kSecond}), run.evidence()));
  CHECK_FALSE(right_choice(about_total_time({1500 * kMillisecond, 1501 * kMillisecond}), run.evidence()));
}

TEST_CASE("a printed line can be foretold") {
  const Breakfast run;
  Prediction prediction;
  prediction.measure = std::int64_t{1};
  prediction.choices = {{"the sandwich", "sandwich is ready"}, {"the coffee", "coffee is ready"}};
  CHECK(right_choice(prediction, run.evidence()) == 1);
  CHECK(measured_words(prediction, run.evidence()) == "coffee is ready");
}

TEST_CASE("the explanation has the answer in it, right or wrong") {
  const Prediction prediction = about_total_time({kSecond, 1500 * kMillisecond});
  CHECK(explanation(prediction, 1, 1) == "Yes, 1500 ms.");
  CHECK(explanation(prediction, 0, 1) == "It is 1500 ms, and 1500 ms it stays.");
}

TEST_CASE("only a choice of the total time has a place on the timeline") {
  CHECK(time_of_choice(about_total_time({kSecond, 2 * kSecond}), 1) == 2 * kSecond);
  Prediction prediction = about_total_time({});
  prediction.measure = Quantity{Quantity::Kind::Tasks, {}};
  prediction.choices = {{"3", std::int64_t{3}}};
  CHECK_FALSE(time_of_choice(prediction, 0));
}

TEST_CASE("a cue finds its event, or its time, or nothing") {
  const Breakfast run;
  const trace::Trace& trace = run.recorder.trace();
  Cue cue;
  cue.kind = trace::EventKind::Await;
  cue.function = "make_sandwich";
  REQUIRE(place_of(cue, trace));
  const trace::Event& event = trace.events[*place_of(cue, trace)->event];
  CHECK(event.kind == trace::EventKind::Await);
  CHECK(event.lane == 3);
  cue.nth = 2;
  CHECK_FALSE(place_of(cue, trace));
  cue.time = 720 * kMillisecond;
  CHECK(place_of(cue, trace)->time == 720 * kMillisecond);
  CHECK_FALSE(place_of(cue, trace)->event);
}

}  // namespace
