#include "view/stage_geometry.h"

#include <doctest/doctest.h>

#include "recorded_run.h"
#include "view/peaks.h"

using namespace waiter;
using namespace waiter::view;
using trace::kMillisecond;
using view_test::recorded_run;

namespace {

StageContent content_at(const playground::Run& run, trace::Time time, Words words = Words::Asyncio) {
  return stage_content(run.trace(), run.at_time(time), run.finished(), words);
}

bool inside(const Rect& area, const StageList& list) {
  for (const Rect& row : list.rows) {
    if (row.left < area.left || row.right > area.right || row.top < area.top || row.bottom > area.bottom) return false;
  }
  return true;
}

}  // namespace

TEST_CASE("while everybody sleeps the waiter is idle and the next timer comes first") {
  const auto run = recorded_run("lesson");
  const StageContent content = content_at(*run, 720 * kMillisecond);
  CHECK(content.loop == LoopState::Idle);
  CHECK(content.headline == "idle");
  CHECK(content.line_two == "next timer in 0.28 s");
  CHECK(content.ring == doctest::Approx(0.28));
  REQUIRE(content.timers.count == 2);
  CHECK(content.timers.rows[0].name == "Task-2 coffee");
  CHECK(content.timers.rows[0].note == "1.00 s");
  CHECK(content.timers.rows[0].fill == doctest::Approx(0.72));
  REQUIRE(content.waiting.count == 1);
  CHECK(content.waiting.rows[0].note == "gather 0 / 2");
  CHECK(content.ready.count == 0);
  CHECK(content.guests.count == 3);
}

TEST_CASE("a gather counts its children as they come home") {
  const auto run = recorded_run("lesson");
  CHECK(content_at(*run, 1200 * kMillisecond).waiting.rows[0].note == "gather 1 / 2");
}

TEST_CASE("a task that sleeps in the loop's own thread blocks it, and the others stand in the queue") {
  const auto run = recorded_run("blocked");
  const StageContent content = content_at(*run, 500 * kMillisecond);
  CHECK(content.loop == LoopState::Blocked);
  CHECK(content.headline == "Task-2");
  CHECK(content.served == trace::LaneId{2});
  CHECK(content.ready.count == 2);
}

TEST_CASE("an ended run says when it ended, and an empty one that nothing ran") {
  const auto run = recorded_run("lesson");
  const StageContent content = content_at(*run, run->end());
  CHECK(content.loop == LoopState::Ended);
  CHECK(content.line_two == "at 1.500 s");
  const trace::Trace nothing;
  CHECK(stage_content(nothing, {}, true, Words::Asyncio).headline == "no run");
}

TEST_CASE("the waiter's words replace the loop's") {
  const auto run = recorded_run("lesson");
  const StageContent content = content_at(*run, 720 * kMillisecond, Words::Analogy);
  CHECK(content.headline == "free");
  CHECK(content.line_two == "next dish in 0.28 s");
}

TEST_CASE("a crowd is counted whole, and only its first rows are made") {
  const auto run = recorded_run("crowd 1000 3");
  const StageContent content = content_at(*run, 150 * kMillisecond);
  CHECK(content.timers.count == 1000);
  CHECK(content.timers.rows.size() == kStageRowsMax);
  CHECK(content.guests.count == 1001);
}

TEST_CASE("lists stay in their room and do not touch each other, at any size") {
  for (const bool narrow : {false, true}) {
    for (float width = 280; width < 1200; width += 40) {
      for (float height = 120; height < 420; height += 20) {
        for (const std::size_t many : {0U, 1U, 2U, 3U, 8U, 1000U}) {
          const Rect area{10, 20, 10 + width, 20 + height};
          const StageGeometry g = lay_out_stage(
              {.area = area, .sizes = Sizes(1), .narrow = narrow, .guests = many, .timers = many, .waiting = many});
          CAPTURE(narrow);
          CAPTURE(width);
          CAPTURE(height);
          CAPTURE(many);
          CHECK(g.timers.rows.size() >= 1);
          CHECK(g.waiting.rows.size() >= 1);
          CHECK(g.timers.rows.front().top >= g.ready.rows.back().bottom);
          CHECK(g.waiting.rows.front().top >= g.timers.rows.back().bottom);
          if (height >= 240) CHECK(inside(area, g.waiting));
          if (!g.guests.rows.empty()) CHECK(inside(area, g.guests));
          CHECK(g.ready.rows.front().left >= g.centre.x + g.radius);
          if (!g.guests.rows.empty()) CHECK(g.guests.rows.front().right <= g.centre.x - g.radius);
        }
      }
    }
  }
}

TEST_CASE("peaks are the most there ever is of something") {
  Peaks peaks;
  const auto lesson = recorded_run("lesson");
  peaks.extend(lesson->trace());
  CHECK(peaks.timers() == 2);
  CHECK(peaks.waiting() == 1);
}
