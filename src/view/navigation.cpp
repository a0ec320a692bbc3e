#include "view/navigation.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "trace/assert.h"

namespace waiter::view {
namespace {

constexpr std::array<double, 17> kSpeeds = {1e-6, 1e-5, 1e-4, 0.001, 0.01, 0.05, 0.1,  0.25, 0.5,
                                            1,    2,    5,    10,    60,   600,  3600, 36000};
// The speeds that the button goes through: the rest are for runs much shorter or longer than a lesson's.
constexpr double kButtonSlowest = 0.05;
constexpr double kButtonFastest = 10;

constexpr double kRunSecondsOnScreen = 6;
// While playing, the steps of one instant are shown one after the other: this long each, and together not longer than
// that.
constexpr double kDwellPerEventMs = 90;
constexpr double kDwellPerInstantMs = 800;
constexpr double kReducedMotionPauseMs = 700;

TimeWindow limit(const Run& run) {
  return whole(run.end());
}

void refresh_moment(const Run& run, ViewState& view) {
  const trace::Trace& trace = run.trace();
  const auto events = static_cast<std::uint32_t>(trace.events.size());
  if (events == 0) {
    view.moment = {};
    view.moment_at.reset();
    return;
  }
  const bool same_place =
      view.moment_at && view.moment_at->event == view.playhead.event && view.moment_at->time == view.playhead.time;
  // More events change what happened last only where the playhead stands at the newest of them.
  const bool at_newest =
      !view.playhead.event &&
      view.playhead.time >= trace.events[std::min(view.moment_events, events) - (view.moment_events > 0 ? 1 : 0)].time;
  if (same_place && (view.moment_events == events || !at_newest) && view.moment.lanes.size() == trace.lanes.size())
    return;
  view.moment = view.playhead.event ? run.at_event(*view.playhead.event) : run.at_time(view.playhead.time);
  view.moment_at = view.playhead;
  view.moment_events = events;
}

void stand_at(const Run& run, ViewState& view, Playhead playhead) {
  const auto events = static_cast<std::uint32_t>(run.trace().events.size());
  if (playhead.event && events == 0) playhead.event.reset();
  if (playhead.event) {
    playhead.event = std::min(*playhead.event, events - 1);
    playhead.time = run.trace().events[*playhead.event].time;
  }
  playhead.time = std::clamp<Time>(playhead.time, 0, std::max<Time>(run.end(), 0));
  view.playhead = playhead;
  view.dwell_ms = 0;
  refresh_moment(run, view);
}

// The first event, unless that comes late: a program may compute for a while before anything happens.
Playhead start_of(const Run& run) {
  const auto& events = run.trace().events;
  if (events.empty() || events.front().time > 0) return {0, std::nullopt};
  return {0, 0};
}

// Keeps the playhead in sight: the window moves on by whole steps, not with every frame.
void follow_playhead(const Run& run, ViewState& view) {
  const Time time = view.playhead.time;
  if (time >= view.window.from && time <= view.window.to) return;
  const Time from = time - view.window.length() / 8;
  view.window = clamped({from, from + view.window.length()}, limit(run));
}

bool play_by_leaps(const Run& run, ViewState& view, double elapsed_ms) {
  view.dwell_ms += elapsed_ms;
  if (view.dwell_ms < kReducedMotionPauseMs) return false;
  const auto here = view.instants.at_or_before(view.playhead.time);
  const std::size_t next = here ? *here + 1 : 0;
  if (next >= view.instants.size()) {
    stand_at(run, view, {run.end(), std::nullopt});
    view.playing = !run.finished();
    return true;
  }
  stand_at(run, view, {view.instants[next].time, view.instants.last_event(next)});
  return true;
}

}  // namespace

void catch_up(const Run& run, ViewState& view) {
  const trace::Trace& trace = run.trace();
  view.instants.extend(trace);
  view.peaks.extend(trace);
  if (view.order.size() != trace.lanes.size()) view.order = lane_order(trace);
  view.traffic.take(run.clients(), trace.events.size(), run.finished());
  const TimeWindow all = limit(run);
  view.window = view.window_follows_run ? all : clamped(view.window, all);
  refresh_moment(run, view);
}

void take_run(const Run& run, ViewState& view) {
  const Time time = view.playhead.time;
  const bool at_start = view.playhead.event == 0U || (time == 0 && !view.playhead.event);
  view.instants = {};
  view.peaks = {};
  view.traffic = {};
  view.hovered_traffic.reset();
  view.order.clear();
  view.moment_at.reset();
  view.moment_events = 0;
  view.selected.reset();
  view.hovered.reset();
  view.hovered_lane.reset();
  view.hover_text.clear();
  view.dwell_ms = 0;
  view.instants.extend(run.trace());
  if (at_start) {
    stand_at(run, view, start_of(run));
  } else {
    stand_at(run, view, {time, std::nullopt});
  }
  catch_up(run, view);
}

void seek_time(const Run& run, ViewState& view, Time time) {
  stand_at(run, view, {time, std::nullopt});
  follow_playhead(run, view);
}

void seek_event(const Run& run, ViewState& view, std::uint32_t event) {
  stand_at(run, view, {0, event});
  follow_playhead(run, view);
}

std::uint32_t playhead_event(const Run& run, const ViewState& view) {
  if (run.trace().events.empty()) return 0;
  if (view.playhead.event) return *view.playhead.event;
  const auto instant = view.instants.at_or_before(view.playhead.time);
  return instant ? view.instants.last_event(*instant) : 0;
}

void step(const Run& run, ViewState& view, StepUnit unit, Direction direction) {
  const auto& events = run.trace().events;
  if (events.empty()) return;
  view.playing = false;
  const std::uint32_t here = playhead_event(run, view);
  const bool between = !view.playhead.event && view.playhead.time > events[here].time;
  // Between two events, the step back is to the one that was last.
  if (between && direction == Direction::Backwards && unit == StepUnit::Event) {
    seek_event(run, view, here);
  } else {
    seek_event(run, view, run.step(here, unit, direction));
  }
}

void to_start(const Run& run, ViewState& view) {
  stand_at(run, view, start_of(run));
  follow_playhead(run, view);
}

void to_end(const Run& run, ViewState& view) {
  view.playing = false;
  stand_at(run, view, {run.end(), std::nullopt});
  follow_playhead(run, view);
}

void set_playing(const Run& run, ViewState& view, bool on) {
  if (on && run.finished() && playhead_event(run, view) + 1 >= run.trace().events.size()) to_start(run, view);
  view.playing = on && !run.trace().events.empty();
  view.dwell_ms = 0;
}

bool play_on(const Run& run, ViewState& view, double elapsed_ms) {
  if (!view.playing) return false;
  catch_up(run, view);
  // A page that slept does not jump when it wakes.
  elapsed_ms = std::clamp(elapsed_ms, 0.0, 100.0);
  if (view.reduced_motion) {
    const bool moved = play_by_leaps(run, view, elapsed_ms);
    if (moved) follow_playhead(run, view);
    return moved;
  }
  Playhead playhead = view.playhead;
  double left_ms = elapsed_ms + view.dwell_ms;
  while (left_ms > 0) {
    if (playhead.event) {
      const std::size_t instant = view.instants.of_event(*playhead.event);
      const std::uint32_t first = view.instants[instant].first_event;
      const std::uint32_t last = view.instants.last_event(instant);
      const double dwell = std::min(kDwellPerEventMs, kDwellPerInstantMs / (last - first + 1));
      if (left_ms < dwell) break;
      left_ms -= dwell;
      if (*playhead.event < last) {
        ++*playhead.event;
      } else {
        playhead.event.reset();
      }
      continue;
    }
    const auto here = view.instants.at_or_before(playhead.time);
    const std::size_t next = here ? *here + 1 : 0;
    const Time goal = next < view.instants.size() ? view.instants[next].time : run.end();
    const double ns_left = left_ms * 1e6 * view.speed;
    if (ns_left < static_cast<double>(goal - playhead.time)) {
      playhead.time += std::max<Time>(1, std::llround(ns_left));
      left_ms = 0;
    } else if (next < view.instants.size()) {
      left_ms -= static_cast<double>(goal - playhead.time) / (1e6 * view.speed);
      playhead = {goal, view.instants[next].first_event};
    } else {
      playhead.time = run.end();
      view.playing = !run.finished();  // a run that still advances is waited for
      left_ms = 0;
    }
  }
  stand_at(run, view, playhead);
  view.dwell_ms = left_ms;
  follow_playhead(run, view);
  return true;
}

double natural_speed(Time end) {
  const double wanted = trace::to_seconds(end) / kRunSecondsOnScreen;
  // Up to a quarter of a minute of waiting is worth watching as it is.
  if (wanted <= 0) return 1;
  if (wanted >= 1 && wanted <= 2.5) return 1;
  double best = kSpeeds.front();
  for (const double speed : kSpeeds) {
    if (std::abs(std::log(speed / wanted)) < std::abs(std::log(best / wanted))) best = speed;
  }
  return best;
}

double next_speed(double speed) {
  const auto faster = std::upper_bound(kSpeeds.begin(), kSpeeds.end(), speed * 1.001);
  if (faster == kSpeeds.end() || (speed >= kButtonFastest && *faster > kButtonFastest)) return kButtonSlowest;
  return *faster;
}

std::string speed_text(double speed) {
  return fmt::format("{:g}×", speed);
}

Time middle_of_interest(const ViewState& view) {
  const Time time = view.playhead.time;
  return time >= view.window.from && time <= view.window.to ? time : view.window.from + view.window.length() / 2;
}

void zoom(const Run& run, ViewState& view, double factor, Time at) {
  view.window = zoomed(view.window, at, factor, limit(run));
  view.window_follows_run = view.window == limit(run);
}

void pan(const Run& run, ViewState& view, double fraction) {
  view.window = panned(view.window, fraction, limit(run));
}

void fit_all(const Run& run, ViewState& view) {
  view.window = limit(run);
  view.window_follows_run = true;
}

void select_span(const Run& run, ViewState& view, SpanRef ref) {
  if (ref.lane >= run.spans().lane_count() || ref.span >= run.spans().spans(ref.lane).size()) return;
  view.selected = ref;
}

void fit_span(const Run& run, ViewState& view) {
  std::optional<SpanRef> ref = view.selected ? view.selected : view.hovered;
  if (!ref) {
    step_span(run, view, Direction::Forwards);
    ref = view.selected;
  }
  if (!ref) return;
  const trace::Span& span = run.spans().spans(ref->lane)[ref->span];
  view.window = around(span.begin, span.end == trace::kOpen ? run.end() : span.end, limit(run));
  view.window_follows_run = false;
}

void step_span(const Run& run, ViewState& view, Direction direction) {
  LaneId lane = trace::kNoLane;
  if (view.selected) {
    lane = view.selected->lane;
  } else if (view.moment.running) {
    lane = *view.moment.running;
  } else if (!view.order.empty()) {
    lane = view.order.front();
  }
  if (lane >= run.spans().lane_count()) return;
  const auto& spans = run.spans().spans(lane);
  if (spans.empty()) return;
  if (!view.selected) {
    const std::uint32_t here = playhead_event(run, view);
    const auto after =
        std::upper_bound(spans.begin(), spans.end(), here,
                         [](std::uint32_t event, const trace::Span& span) { return event < span.first_event; });
    const auto index = after == spans.begin() ? 0 : static_cast<std::uint32_t>(after - spans.begin()) - 1;
    view.selected = SpanRef{lane, index};
  } else if (direction == Direction::Forwards && view.selected->span + 1 < spans.size()) {
    ++view.selected->span;
  } else if (direction == Direction::Backwards && view.selected->span > 0) {
    --view.selected->span;
  }
  view.playing = false;
  seek_event(run, view, spans[view.selected->span].first_event);
}

}  // namespace waiter::view
