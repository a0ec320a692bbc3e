#include "view/timeline_geometry.h"

#include <algorithm>

#include <doctest/doctest.h>

#include "recorded_run.h"

using namespace waiter;
using namespace waiter::view;
using trace::kMillisecond;
using trace::kSecond;
using trace::SpanState;
using view_test::recorded_run;

namespace {

// A timeline 500 pixels wide, rows of 40 pixels, on a run.
struct Laid {
  explicit Laid(const std::string& name, TimeWindow w = {}, float height = 400) : run(recorded_run(name)) {
    instants.extend(run->trace());
    scale.window = w == TimeWindow{} ? whole(run->end()) : w;
    order = lane_order(run->trace());
    frame.rows = {100, 50, 600, 50 + height};
  }
  TimelineGeometry lay_out(std::optional<LaneId> arrows_of = std::nullopt) const {
    return lay_out_timeline({.trace = run->trace(),
                             .spans = run->spans(),
                             .order = order,
                             .scale = steps,
                             .end = run->end(),
                             .arrows_of = arrows_of},
                            frame);
  }
  std::unique_ptr<playground::Run> run;
  Instants instants;
  TimeScale scale{{}, 100, 600};
  StepScale steps{scale, instants, 4};
  std::vector<LaneId> order;
  TimelineFrame frame;
};

std::vector<const SpanBox*> of_lane(const TimelineGeometry& geometry, LaneId lane) {
  std::vector<const SpanBox*> boxes;
  for (const SpanBox& box : geometry.boxes) {
    if (box.lane == lane) boxes.push_back(&box);
  }
  return boxes;
}

}  // namespace

TEST_CASE("rows stand in order: clients, tasks as they were made, the loop last") {
  const Laid laid("clients");
  REQUIRE(laid.order.size() == 5);
  CHECK(laid.run->trace().lanes[laid.order.front()].kind == trace::LaneKind::Client);
  CHECK(laid.order.back() == trace::kLoopLane);
  const TimelineGeometry geometry = laid.lay_out();
  for (std::size_t i = 1; i < geometry.rows.size(); ++i) CHECK(geometry.rows[i].top == geometry.rows[i - 1].bottom);
}

TEST_CASE("a task that sleeps is a step, a wait and a step, side by side") {
  const Laid laid("lesson");
  const TimelineGeometry geometry = laid.lay_out();
  const auto boxes = of_lane(geometry, 2);  // coffee
  REQUIRE(boxes.size() == 3);
  CHECK(boxes[0]->state == SpanState::Running);
  CHECK(boxes[1]->state == SpanState::Awaiting);
  CHECK(boxes[2]->state == SpanState::Running);
  CHECK(boxes[0]->rect.right == doctest::Approx(boxes[1]->rect.left));
  CHECK(boxes[1]->rect.right == doctest::Approx(boxes[2]->rect.left).epsilon(0.01));
  CHECK(boxes[1]->rect.width() == doctest::Approx(laid.scale.x(kSecond) - laid.scale.x(0)).epsilon(0.05));
}

TEST_CASE("steps of one instant are drawn in the order in which they ran") {
  const Laid laid("lesson");
  const TimelineGeometry geometry = laid.lay_out();
  const SpanBox* const main = of_lane(geometry, 1).front();
  const SpanBox* const coffee = of_lane(geometry, 2).front();
  const SpanBox* const sandwich = of_lane(geometry, 3).front();
  CHECK(main->rect.right <= coffee->rect.left + 0.01F);
  CHECK(coffee->rect.right <= sandwich->rect.left + 0.01F);
}

TEST_CASE("boxes of a row are in order and do not overlap") {
  for (const char* const name : {"lesson", "blocked", "crowd 12 5"}) {
    const Laid laid(name);
    const TimelineGeometry geometry = laid.lay_out();
    CAPTURE(name);
    CHECK_FALSE(geometry.boxes.empty());
    for (const LaneId lane : laid.order) {
      const auto boxes = of_lane(geometry, lane);
      for (std::size_t i = 1; i < boxes.size(); ++i) CHECK(boxes[i]->rect.left >= boxes[i - 1]->rect.right - 3.5F);
    }
  }
}

TEST_CASE("only rows that can be seen are laid out, and a crowd costs by pixel") {
  Laid laid("crowd 1000 60");
  const std::size_t spans = laid.run->trace().events.size() / 4;
  CHECK(spans > 50'000);
  laid.frame.scroll = clamped_scroll(20'000, laid.order.size(), laid.frame);
  const TimelineGeometry geometry = laid.lay_out();
  CHECK(geometry.rows.size() <= 11);
  CHECK(geometry.rows.front().lane == 501);
  CHECK(geometry.boxes.size() < 3000);
}

TEST_CASE("what is too narrow is folded and counted, and nothing is lost") {
  // So far out that a hundred spans share a few pixels.
  const Laid laid("crowd 3 400", TimeWindow{0, 4000 * kSecond});
  const TimelineGeometry geometry = laid.lay_out();
  std::size_t shown = 0;
  for (const SpanBox* box : of_lane(geometry, 2)) shown += std::max<std::size_t>(box->hidden, 1);
  CHECK(std::any_of(geometry.boxes.begin(), geometry.boxes.end(), [](const SpanBox& box) { return box.hidden > 100; }));
  CHECK(shown >= laid.run->spans().spans(2).size() - 2);
}

TEST_CASE("a box that goes on beyond the window is cut there") {
  const Laid laid("lesson", TimeWindow{300 * kMillisecond, 600 * kMillisecond});
  const TimelineGeometry geometry = laid.lay_out();
  const auto boxes = of_lane(geometry, 2);
  REQUIRE(boxes.size() == 1);
  CHECK(boxes[0]->cut_left);
  CHECK(boxes[0]->cut_right);
  CHECK(boxes[0]->rect.left == laid.frame.rows.left);
  CHECK(boxes[0]->rect.right == laid.frame.rows.right);
}

TEST_CASE("work that is told when it is over fills the time it took") {
  const Laid laid("computing");
  const TimelineGeometry geometry = laid.lay_out();
  REQUIRE(geometry.boxes.size() == 1);
  CHECK(geometry.boxes[0].rect.left == doctest::Approx(laid.scale.x(0)));
  CHECK(geometry.boxes[0].rect.right == doctest::Approx(laid.scale.x(4 * kSecond)));
}

TEST_CASE("a wait that is never over is marked as unfinished") {
  const Laid laid("blocked");
  const TimelineGeometry geometry = laid.lay_out();
  CHECK(of_lane(geometry, 1).back()->unfinished);
}

TEST_CASE("pointing finds the thin step before the wait behind it") {
  const Laid laid("lesson");
  const TimelineGeometry geometry = laid.lay_out();
  const SpanBox* const step = of_lane(geometry, 2).back();
  const SpanBox* const found = box_at(geometry, step->rect.middle(), 2);
  REQUIRE(found != nullptr);
  CHECK(found->state == SpanState::Running);
  const SpanBox* const wait = of_lane(geometry, 2)[1];
  CHECK(box_at(geometry, wait->rect.middle(), 2) == wait);
  CHECK(box_at(geometry, {590, 60}, 2) == nullptr);
}

TEST_CASE("arrows tell who made and who woke, once each") {
  const Laid laid("lesson");
  const TimelineGeometry geometry = laid.lay_out();
  std::size_t made = 0;
  std::size_t woke = 0;
  for (const ArrowCurve& arrow : geometry.arrows) {
    if (arrow.kind == trace::Arrow::Kind::Made) ++made;
    if (arrow.kind == trace::Arrow::Kind::Woke) {
      ++woke;
      CHECK(arrow.from_lane == 3);  // the sandwich ends the gather
      CHECK(arrow.to_lane == 1);
    }
  }
  CHECK(made == 2);
  CHECK(woke == 1);
}

TEST_CASE("a thicket of arrows is left out, but for the lane pointed at") {
  const Laid laid("crowd 30 2", {}, 2000);
  CHECK(laid.lay_out().arrows_hidden);
  CHECK(laid.lay_out().arrows.empty());
  const TimelineGeometry pointed = laid.lay_out(LaneId{5});
  REQUIRE(pointed.arrows.size() == 1);
  CHECK(pointed.arrows.front().to_lane == 5);
}

TEST_CASE("scrolling stops at both ends") {
  const Laid laid("crowd 100 1");
  CHECK(clamped_scroll(-10, 102, laid.frame) == 0);
  CHECK(clamped_scroll(1e9F, 102, laid.frame) == 102 * laid.frame.row_height - 400);
  CHECK(clamped_scroll(50, 3, laid.frame) == 0);
}
