#include "view/layout.h"

#include <algorithm>
#include <vector>

#include <doctest/doctest.h>

using namespace waiter::view;

namespace {

std::vector<Rect> panes(const PictureLayout& layout) {
  std::vector<Rect> all = {layout.stage_header, layout.stage,      layout.narration, layout.timeline_header,
                           layout.ruler,        layout.lane_names, layout.lanes,     layout.flight_plot,
                           layout.lag_plot,     layout.transport};
  if (layout.narrow) all.push_back(layout.legend);
  std::vector<Rect> there;
  for (const Rect& pane : all) {
    if (!pane.empty()) there.push_back(pane);
  }
  return there;
}

}  // namespace

TEST_CASE("panes neither overlap nor leave the canvas, whatever its size") {
  for (const float dpr : {1.0F, 1.5F, 2.0F}) {
    for (float width = 300; width <= 1500; width += 75) {
      for (float height = 320; height <= 1400; height += 60) {
        for (const std::size_t lanes : {1U, 4U, 9U, 1000U}) {
          CAPTURE(dpr);
          CAPTURE(width);
          CAPTURE(height);
          CAPTURE(lanes);
          const PictureLayout layout =
              lay_out_picture({.width = width * dpr, .height = height * dpr, .sizes = Sizes(dpr), .lanes = lanes});
          const std::vector<Rect> all = panes(layout);
          bool apart = true;
          bool inside = true;
          for (std::size_t i = 0; i < all.size(); ++i) {
            inside &=
                all[i].left >= 0 && all[i].top >= 0 && all[i].right <= width * dpr && all[i].bottom <= height * dpr;
            for (std::size_t k = 0; k < i; ++k) apart &= !all[i].overlaps(all[k]);
          }
          REQUIRE(apart);
          REQUIRE(inside);
          REQUIRE(layout.lanes.height() >= static_cast<float>(std::min<std::size_t>(lanes, 2)) * layout.row_height);
        }
      }
    }
  }
}

TEST_CASE("a phone's canvas shows stage, timeline and plots at once") {
  const PictureLayout layout = lay_out_picture({.width = 390, .height = 700, .sizes = Sizes(1), .lanes = 4});
  CHECK(layout.narrow);
  CHECK_FALSE(layout.stage.empty());
  CHECK_FALSE(layout.flight_plot.empty());
  CHECK(layout.lanes.height() >= 4 * layout.row_height);
}

TEST_CASE("a low canvas gives up the plots first, then the stage, and keeps the timeline") {
  const PictureLayout low = lay_out_picture({.width = 700, .height = 560, .sizes = Sizes(1), .lanes = 5});
  CHECK(low.flight_plot.empty());
  CHECK_FALSE(low.stage.empty());
  const PictureLayout lower = lay_out_picture({.width = 700, .height = 330, .sizes = Sizes(1), .lanes = 5});
  CHECK(lower.stage.empty());
  CHECK_FALSE(lower.lanes.empty());
}
