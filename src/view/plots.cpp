#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "view/panes.h"

namespace waiter::view {
namespace {

using trace::CounterPoint;
using Points = std::vector<CounterPoint>;

Points::const_iterator first_after(const Points& points, Time time) {
  return std::upper_bound(points.begin(), points.end(), time, [](Time t, const CounterPoint& p) { return t < p.time; });
}

void draw_name(Frame& frame, const Rect& plot, std::string_view name, std::string_view note) {
  Pen& pen = frame.pen;
  const Rect& column = frame.layout.lane_names;
  const float middle = plot.middle_y();
  pen.text_in(TypeStyle::Body, {column.left, middle - pen.px(16), column.right, middle}, pen.colors().text, name);
  pen.text_in(TypeStyle::Small, {column.left, middle, column.right, middle + pen.px(14)}, pen.colors().muted, note);
}

// What the plot says in figures, in its upper right corner, above the run's end.
void draw_figure(Frame& frame, const Rect& plot, const std::string& text) {
  Pen& pen = frame.pen;
  const float wide = pen.width(TypeStyle::Small, text) + pen.px(8);
  const Rect place{plot.right - wide + pen.px(4), plot.top - pen.px(3), plot.right + pen.px(4), plot.top + pen.px(13)};
  pen.text_in(TypeStyle::Small, place, pen.colors().muted, text, Align::Middle);
}

// How many tasks wait: a step function, one column of pixels at a time, so that it costs by width.
void draw_flight(Frame& frame) {
  Pen& pen = frame.pen;
  const Rect& plot = frame.layout.flight_plot;
  const trace::Counters& counters = frame.run.counters();
  const Points& points = counters.waiting;
  draw_name(frame, plot, frame.words().in_flight, frame.words().in_flight_note);
  const Color ink = pen.colors().accent;
  const TimeScale& scale = frame.steps.scale();
  const float top = plot.top + pen.px(15);  // below the figure
  const float unit = (plot.bottom - top) / static_cast<float>(std::max<std::int64_t>(1, counters.waiting_max));
  const float stroke = pen.sizes().exact(1.6F);
  const float end = std::min(plot.right, std::max(plot.left, frame.steps.x(frame.run.end())));

  auto point = first_after(points, scale.window.from);
  std::int64_t value = point == points.begin() ? 0 : (point - 1)->value;
  float x = plot.left;
  float y = plot.bottom - static_cast<float>(value) * unit;
  Clip clip(pen, {plot.left - stroke, plot.top - stroke, plot.right + stroke, plot.bottom + stroke});
  while (x < end) {
    // All points within the next pixel at once: the highest is drawn, the last one goes on.
    float next = end;
    std::int64_t highest = value;
    const std::int64_t before = value;
    if (point != points.end() && scale.x(point->time) < end) {
      next = std::max(x, scale.x(point->time));
      while (point != points.end() && scale.x(point->time) < next + 1) {
        value = point->value;
        highest = std::max(highest, value);
        ++point;
      }
    }
    pen.fill({x, y, next, plot.bottom}, ink.faded(0.16F));
    pen.line({x, y}, {next, y}, ink, stroke);
    const float peak = plot.bottom - static_cast<float>(highest) * unit;
    const float after = plot.bottom - static_cast<float>(value) * unit;
    if (highest > before || value != before) {
      pen.line({next, std::min(y, peak) - stroke * 0.5F}, {next, std::max({y, after, peak}) + stroke * 0.5F}, ink,
               stroke);
    }
    y = after;
    if (next <= x && point == points.end() && value == before) break;
    x = next >= end ? end : next + 0.001F;
  }
  draw_figure(frame, plot, fmt::format("max {}", counters.waiting_max));
}

// How long ready tasks waited to be served: a spike where each began its step.
void draw_lag(Frame& frame) {
  Pen& pen = frame.pen;
  const Rect& plot = frame.layout.lag_plot;
  const trace::Counters& counters = frame.run.counters();
  const Points& points = counters.lag_ns;
  draw_name(frame, plot, frame.words().lag, frame.words().lag_note);
  const Color ink = pen.colors().bad;
  const TimeScale& scale = frame.steps.scale();
  const float stroke = pen.sizes().exact(1.4F);
  const float base = plot.bottom - pen.px(4);
  const float end = std::clamp(frame.steps.x(frame.run.end()), plot.left, plot.right);
  pen.line({plot.left, base}, {end, base}, ink, stroke);
  if (counters.lag_max_ns > 0) {
    const float high = base - plot.top - pen.px(15);
    const float foot = pen.px(5);
    Clip clip(pen, {plot.left, plot.top - stroke, plot.right, plot.bottom});
    auto point = first_after(points, scale.window.from - scale.span_of(foot));
    while (point != points.end() && point->time <= scale.window.to) {
      const float x = scale.x(point->time);
      std::int64_t most = 0;
      while (point != points.end() && scale.x(point->time) < x + 1) {
        most = std::max(most, point->value);
        ++point;
      }
      if (most <= 0) continue;
      const float share = static_cast<float>(static_cast<double>(most) / static_cast<double>(counters.lag_max_ns));
      const float tip = base - std::max(pen.px(4), high * share);
      pen.triangle({x - foot, base}, {x, tip}, {x + foot, base}, ink.faded(0.25F));
      pen.line({x - foot, base}, {x, tip}, ink, stroke);
      pen.line({x, tip}, {x + foot, base}, ink, stroke);
    }
  }
  draw_figure(frame, plot, counters.lag_max_ns > 0 ? "max " + length_text(counters.lag_max_ns) : "max 0 ms");
}

}  // namespace

void draw_plots(Frame& frame) {
  if (!frame.layout.flight_plot.empty()) draw_flight(frame);
  if (!frame.layout.lag_plot.empty()) draw_lag(frame);
}

}  // namespace waiter::view
