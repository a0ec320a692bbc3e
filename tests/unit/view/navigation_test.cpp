#include "view/navigation.h"

#include <doctest/doctest.h>

#include "recorded_run.h"

using namespace waiter;
using namespace waiter::view;
using trace::kMillisecond;
using trace::kSecond;
using view_test::recorded_run;

namespace {

struct Viewer {
  explicit Viewer(const std::string& name) : run(recorded_run(name)) { take_run(*run, view); }
  void forwards() { step(*run, view, StepUnit::Event, Direction::Forwards); }
  void backwards() { step(*run, view, StepUnit::Event, Direction::Backwards); }
  void play() { set_playing(*run, view, !view.playing); }
  std::unique_ptr<playground::Run> run;
  ViewState view;
};

}  // namespace

TEST_CASE("a run is first seen whole, from its start") {
  Viewer v("lesson");
  CHECK(v.view.playhead.event == 0U);
  CHECK(v.view.window == whole(v.run->end()));
}

TEST_CASE("a run whose first event is late still begins at 0") {
  Viewer v("computing");
  CHECK(v.view.playhead.time == 0);
  CHECK_FALSE(v.view.playhead.event.has_value());
  to_end(*v.run, v.view);
  to_start(*v.run, v.view);
  CHECK(v.view.playhead.time == 0);
}

TEST_CASE("steps go through every event and back, and stop at both ends") {
  Viewer v("lesson");
  const auto last = static_cast<std::uint32_t>(v.run->trace().events.size()) - 1;
  for (std::uint32_t i = 0; i < last + 5; ++i) v.forwards();
  CHECK(v.view.playhead.event == last);
  for (std::uint32_t i = 0; i < last + 5; ++i) v.backwards();
  CHECK(v.view.playhead.event == 0U);
}

TEST_CASE("a step back from between two events goes to the one that was last") {
  Viewer v("lesson");
  seek_time(*v.run, v.view, 720 * kMillisecond);
  const std::uint32_t here = playhead_event(*v.run, v.view);
  v.backwards();
  CHECK(v.view.playhead.event == here);
  CHECK(v.view.playhead.time == 0);
  seek_time(*v.run, v.view, 720 * kMillisecond);
  v.forwards();
  CHECK(v.view.playhead.event == here + 1);
}

TEST_CASE("playing walks through every instant and stops at the end") {
  Viewer v("lesson");
  v.view.speed = 0.25;
  v.play();
  CHECK(v.view.playing);
  Time before = -1;
  double ms = 0;
  while (v.view.playing && ms < 60'000) {
    play_on(*v.run, v.view, 16);
    ms += 16;
    CHECK(v.view.playhead.time >= before);
    before = v.view.playhead.time;
  }
  CHECK(v.view.playhead.time == v.run->end());
  // Six seconds for the time, and at most 0.8 for each of three instants.
  CHECK(ms >= 6000);
  CHECK(ms <= 6000 + 3 * 800 + 100);
  v.play();
  CHECK(v.view.playhead.time == 0);
}

TEST_CASE("with reduced motion, playing leaps from instant to instant") {
  Viewer v("lesson");
  v.view.reduced_motion = true;
  v.play();
  std::vector<Time> stops;
  for (int i = 0; i < 1000 && v.view.playing; ++i) {
    if (play_on(*v.run, v.view, 16)) stops.push_back(v.view.playhead.time);
  }
  CHECK(stops == std::vector<Time>{kSecond, kSecond * 3 / 2, kSecond * 3 / 2});
}

TEST_CASE("the natural speed shows a run in some six seconds") {
  CHECK(natural_speed(kSecond * 3 / 2) == 0.25);
  CHECK(natural_speed(6 * kSecond) == 1);
  CHECK(natural_speed(0) == 1);
  CHECK(natural_speed(3600 * kSecond) >= 60);
  CHECK(next_speed(0.25) == 0.5);
  CHECK(next_speed(10) == 0.05);
}

TEST_CASE("a new run keeps the playhead's time if it is that long, else it stands at the end") {
  Viewer v("blocked");
  seek_time(*v.run, v.view, kSecond);
  const auto lesson = recorded_run("lesson");
  take_run(*lesson, v.view);
  CHECK(v.view.playhead.time == kSecond);
  seek_time(*v.run, v.view, 3 * kSecond);
  take_run(*lesson, v.view);
  CHECK(v.view.playhead.time == lesson->end());
  CHECK_FALSE(v.view.selected.has_value());
}

TEST_CASE("zoom, pan and fit keep the window with the run") {
  Viewer v("lesson");
  const TimeWindow all = v.view.window;
  zoom(*v.run, v.view, 1 / 1.4, middle_of_interest(v.view));
  CHECK(v.view.window.length() < all.length());
  CHECK_FALSE(v.view.window_follows_run);
  pan(*v.run, v.view, 0.2);
  pan(*v.run, v.view, 20);
  CHECK(v.view.window.to == all.to);
  fit_all(*v.run, v.view);
  CHECK(v.view.window == all);
  CHECK(v.view.window_follows_run);
}

TEST_CASE("spans are gone through one by one, the playhead with them, and one can be fitted") {
  Viewer v("lesson");
  const TimeWindow all = v.view.window;
  step_span(*v.run, v.view, Direction::Forwards);
  REQUIRE(v.view.selected.has_value());
  const std::uint32_t first = v.view.selected->span;
  step_span(*v.run, v.view, Direction::Forwards);
  CHECK(v.view.selected->span == first + 1);
  const trace::Span& span = v.run->spans().spans(v.view.selected->lane)[v.view.selected->span];
  CHECK(v.view.playhead.event == span.first_event);
  for (int i = 0; i < 50; ++i) step_span(*v.run, v.view, Direction::Backwards);
  CHECK(v.view.selected->span == 0);
  fit_span(*v.run, v.view);
  CHECK(v.view.window != all);
}

TEST_CASE("the window follows a playhead that leaves it") {
  Viewer v("lesson");
  for (int i = 0; i < 8; ++i) zoom(*v.run, v.view, 0.5, 0);
  seek_time(*v.run, v.view, v.run->end());
  CHECK(v.view.window.from <= v.run->end());
  CHECK(v.view.window.to >= v.run->end());
}

TEST_CASE("an empty program can be looked at") {
  Viewer v("");
  v.forwards();
  v.backwards();
  v.play();
  to_end(*v.run, v.view);
  zoom(*v.run, v.view, 0.5, 0);
  fit_span(*v.run, v.view);
  step_span(*v.run, v.view, Direction::Backwards);
  play_on(*v.run, v.view, 16);
  CHECK(v.view.playhead.time == 0);
}
