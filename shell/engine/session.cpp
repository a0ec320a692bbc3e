#include "session.h"

#include <algorithm>
#include <cmath>

#include "view/navigation.h"

namespace waiter::engine {
namespace {

// A display frame is 16 ms; the picture, the page and the browser need the rest.
constexpr double kRunMsPerFrame = 6;
// The clock is asked about this often; finer costs more than it saves.
constexpr double kSliceMs = 1.5;
constexpr std::uint64_t kSliceMin = 500;
constexpr std::uint64_t kSliceMax = 4'000'000;
constexpr double kReportEveryMs = 300;

}  // namespace

void Session::advance(double now_ms) {
  const double elapsed = last_frame_ms_ < 0 ? 0 : now_ms - last_frame_ms_;
  last_frame_ms_ = now_ms;
  if (running_ != nullptr) advance_run();
  else if (preparing_ != Preparing::No) prepare_next();
  if (shown_ == nullptr) return;
  if (view_.playing) {
    changed_ |= view::play_on(*shown_, view_, elapsed);
    if (!view_.playing) changed_ = true;
  }
  if (!busy()) last_frame_ms_ = -1;
  report_moment();
}

void Session::prepare_next() {
  if (preparing_ == Preparing::Begins && shown_ != nullptr) shown_->prepare_next();
  const bool more = preparing_ == Preparing::Begins || world::Simulation::prepare_on();
  preparing_ = more ? Preparing::GoesOn : Preparing::No;
}

void Session::advance_run() {
  playground::Run& run = *running_;
  const double start = clock_ms_();
  double before = start;
  bool more = true;
  while (more) {
    more = run.advance(slice_);
    const double now = clock_ms_();
    const double took = now - before;
    if (took < kSliceMs / 2) slice_ = std::min(kSliceMax, slice_ * 2);
    if (took > kSliceMs)
      slice_ = std::max(kSliceMin, static_cast<std::uint64_t>(static_cast<double>(slice_) * kSliceMs / took));
    before = now;
    if (now - start >= kRunMsPerFrame) break;
  }
  engine_ms_ += before - start;
  changed_ = true;
  if (run.finished()) {
    running_ = nullptr;
    preparing_ = Preparing::Begins;
    if (run.refused()) {
      // What was there stays, dimmed; only if nothing was there does the refused run take its place.
      report_run(run, "refused");
      report_lesson(run);
      const world::ProgramError& error = *run.error();
      view_.note = "**Not run.** " + error.type + (error.line != 0 ? " in line " + std::to_string(error.line) : "") +
                   ": " + error.message;
      if (shown_ == nullptr || shown_->trace().events.empty()) {
        show_next();
      } else {
        view_.dimmed = true;
        next_.reset();
      }
      return;
    }
    const bool stopped = run.error() && run.error()->kind == world::ProgramError::Kind::Limit;
    report_run(run, stopped ? "stopped" : "finished");
    view_.note.clear();
    if (next_) show_next();
    if (!speed_chosen_) view_.speed = view::natural_speed(run.end());
    place_playhead();
    report_lesson(run);
    return;
  }
  // Not before it has come as far as the reader looks: the playhead would be thrown back to where the run is.
  const bool far_enough = shown_ == nullptr || (next_ && next_->end() >= view_.playhead.time);
  if (next_ && !next_->trace().events.empty() && far_enough) show_next();
  if (before - reported_ms_ >= kReportEveryMs) {
    reported_ms_ = before;
    report_run(run, "advancing");
  }
}

void Session::show_next() {
  shown_ = std::move(next_);
  view_.dimmed = false;
  if (!speed_chosen_) view_.speed = view::natural_speed(shown_->end());
  view::take_run(*shown_, view_);
  report_due_ = true;
}

bool Session::busy() const {
  return running_ != nullptr || preparing_ != Preparing::No || (shown_ != nullptr && view_.playing);
}

bool Session::take_changed() {
  const bool changed = changed_;
  changed_ = false;
  return changed;
}

void Session::notice_pointer() {
  if (shown_ == nullptr) return;
  report_moment();
  report_hover();
}

std::vector<Json> Session::take_events() {
  std::vector<Json> events;
  events.swap(events_);
  return events;
}

void Session::resize(double width, double height, double dpr) {
  css_width_ = std::clamp(width, 1.0, 16'384.0);
  css_height_ = std::clamp(height, 1.0, 16'384.0);
  dpr_ = std::clamp(dpr, 0.5, 8.0);
  view_.width = static_cast<float>(std::round(css_width_ * dpr_));
  view_.height = static_cast<float>(std::round(css_height_ * dpr_));
  view_.sizes = view::Sizes(static_cast<float>(dpr_ * font_px_ / 14));
  changed_ = true;
}

void Session::set_font_px(double font_px) {
  font_px_ = std::clamp(font_px, 8.0, 40.0);
  resize(css_width_, css_height_, dpr_);
}

}  // namespace waiter::engine
