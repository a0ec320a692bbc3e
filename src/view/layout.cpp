#include "view/layout.h"

#include <algorithm>
#include <cmath>

namespace waiter::view {

PictureLayout lay_out_picture(const LayoutRequest& request) {
  const Sizes& s = request.sizes;
  PictureLayout out;
  const float margin = s.px(16);
  const float left = margin;
  const float right = std::max(left, request.width - margin);
  out.narrow = request.width < s.exact(520);

  // From both ends inwards: the transport is always there, what is left is shared out from the top.
  const float transport_height = s.px(44);
  const float bottom = std::max(0.0F, request.height - transport_height);
  out.transport = {0, bottom, request.width, request.height};

  const float header = s.px(out.narrow ? 38 : 44);
  const float ruler = s.px(31);
  const float timeline_header = s.px(34);
  const float legend = out.narrow ? s.px(20) : 0;
  out.narration_lines = out.narrow ? 3 : 2;
  const float narration = s.px(out.narrow ? 62 : 46) + s.px(10);
  const float row_least = s.px(30);
  const float row_most = s.px(44);
  const float lanes_wanted = static_cast<float>(std::min<std::size_t>(std::max<std::size_t>(request.lanes, 2), 6));

  const float fixed = header + narration + timeline_header + legend + ruler;
  float stage = s.px(out.narrow ? 190 : 252);
  float plot = s.px(out.narrow ? 46 : 58);
  const float free_height = bottom - fixed;
  // Too low a canvas: first the plots go, then the stage shrinks, then it goes, and the timeline keeps what is left.
  if (free_height - stage - 2 * plot < lanes_wanted * row_least) plot = 0;
  if (free_height - stage < 3 * row_least) stage = std::max(0.0F, free_height - 3 * row_least);
  if (stage < s.px(120)) stage = 0;

  const float for_lanes_and_plots = std::max(0.0F, free_height - stage);
  const float all_rows = static_cast<float>(std::max<std::size_t>(request.lanes, 1));
  const float row_room = (for_lanes_and_plots - 2 * plot - s.px(24)) / std::max(1.0F, all_rows);
  out.row_height = std::floor(std::clamp(row_room, row_least, row_most));
  // Below the last row there is room for what was foretold.
  float lanes = std::min(all_rows * out.row_height + s.px(24), for_lanes_and_plots - 2 * plot);
  // What a short program leaves over: half to the stage, the rest to the plots, so that no hole is left.
  float over = std::max(0.0F, for_lanes_and_plots - 2 * plot - lanes);
  if (stage > 0) {
    const float more = std::min(over * 0.3F, s.px(out.narrow ? 40 : 60));
    stage += std::floor(more);
    over -= std::floor(more);
  }
  if (plot > 0) {
    const float more = std::min(over * 0.5F, s.px(44));
    plot += std::floor(more);
    over -= 2 * std::floor(more);
  }
  lanes += std::floor(std::max(0.0F, over));

  const float names = s.px(out.narrow ? 86 : 118);
  const float axis_left = std::min(left + names, right);
  // The last figure of the ruler is centred on its mark and needs half its width.
  const float axis_right = std::max(axis_left, right - s.px(12));

  float y = 0;
  const auto take = [&](float height) {
    const float top = y;
    y += height;
    return Rect{left, top, right, y};
  };
  if (stage > 0) {
    out.stage_header = take(header);
    out.stage = take(stage);
  } else {
    y += s.px(10);
    lanes += header - s.px(10);
  }
  out.narration = take(narration);
  out.narration.bottom -= s.px(10);
  out.timeline_header = take(timeline_header);
  if (out.narrow) {
    out.legend = take(legend);
  } else {
    out.legend = out.timeline_header;
    out.legend.left = std::min(left + s.px(110), right);
  }
  const Rect ruler_row = take(ruler);
  out.ruler = {axis_left, ruler_row.top, axis_right, ruler_row.bottom};
  const Rect rows = take(lanes);
  out.lane_names = {left, rows.top, axis_left - s.px(8), rows.bottom};
  out.lanes = {axis_left, rows.top, axis_right, rows.bottom};
  if (plot > 0) {
    const Rect flight = take(plot);
    out.flight_plot = {axis_left, flight.top + s.px(8), axis_right, flight.bottom - s.px(6)};
    const Rect lag = take(plot);
    out.lag_plot = {axis_left, lag.top + s.px(8), axis_right, lag.bottom - s.px(6)};
  }
  return out;
}

}  // namespace waiter::view
