#pragma once
// Where the panes stand on the canvas. Pure: from the canvas's size and what the run holds (not what it holds at the
// playhead) to rectangles, so that nothing jumps while the playhead moves.
//
// Invariants
// 1. Panes do not overlap and do not leave the canvas, at any size from 300 x 320 CSS pixels up; an empty rectangle is
// a pane
//    that there is no room for (the plots go first).
// 2. The same run in the same canvas gets the same layout.

#include <cstddef>

#include "view/geometry.h"
#include "view/theme.h"

namespace waiter::view {

struct LayoutRequest {
  float width = 0;  ///< device pixels
  float height = 0;
  Sizes sizes;
  std::size_t lanes = 1;
};

struct PictureLayout {
  bool narrow = false;  ///< one column less on the stage, shorter words
  Rect stage_header;
  Rect stage;
  Rect narration;
  Rect timeline_header;
  Rect legend;  ///< in the header when wide, below it when narrow
  Rect ruler;   ///< without the names' column
  Rect lane_names;
  Rect lanes;
  Rect flight_plot;  ///< without the names' column
  Rect lag_plot;
  Rect transport;
  float row_height = 40;
  int narration_lines = 1;
};

[[nodiscard]] PictureLayout lay_out_picture(const LayoutRequest& request);

}  // namespace waiter::view
