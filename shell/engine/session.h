#pragma once
// One page's engine: the run that is shown, the run that is being made, and where the learner stands. The bridge hands
// it the page's commands (BRIDGE.md) and asks it to go on once a frame; it answers in JSON and collects events. It
// knows no browser and no graphics: what time it is comes from outside, and someone else draws `shown()`.
//
// Invariants
// 1. The picture never vanishes: the old run is shown until the new one has something to show, and on, dimmed, if the
// new
//    program was refused.
// 2. A frame's share of a run takes a few milliseconds, however long the run is.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "lesson/progress.h"
#include "playground/run.h"
#include "view/view_state.h"

namespace waiter::engine {

using Json = nlohmann::ordered_json;

class Session {
 public:
  using Clock = double (*)();  ///< milliseconds from anywhere, never backwards

  explicit Session(Clock clock_ms) : clock_ms_(clock_ms) {}

  /// Carries out a command and answers it.
  [[nodiscard]] Json call(const Json& command);

  /// Goes on with the run and the playhead up to `now_ms`.
  void advance(double now_ms);
  /// Something is still going on: call `advance` again in the next frame.
  [[nodiscard]] bool busy() const;
  /// Whether the picture has to be drawn again; asking forgets it.
  [[nodiscard]] bool take_changed();
  void mark_changed() { changed_ = true; }
  /// After the picture has been drawn: what the pointer changed becomes events.
  void notice_pointer();
  /// The events since the last call, in order.
  [[nodiscard]] std::vector<Json> take_events();

  [[nodiscard]] const playground::Run* shown() const { return shown_.get(); }
  [[nodiscard]] view::ViewState& view() { return view_; }
  [[nodiscard]] double dpr() const { return dpr_; }

  // The canvas: sizes in CSS pixels.
  void resize(double width, double height, double dpr);
  void set_font_px(double font_px);

 private:
  [[nodiscard]] Json edit(const Json& command);
  [[nodiscard]] Json dispatch(const std::string& type, const Json& command);
  [[nodiscard]] Json open_lesson(const Json& command);
  [[nodiscard]] Json enter_step(const Json& command);
  [[nodiscard]] Json predict(const Json& command);
  [[nodiscard]] Json lesson_state() const;
  void report_lesson(const playground::Run& run);
  void mark_prediction();
  void place_playhead();
  [[nodiscard]] Json spans_in_words() const;
  [[nodiscard]] Json layout_in_css() const;
  void advance_run();
  void prepare_next();
  void show_next();
  void report_run(const playground::Run& run, const char* state);
  void report_moment();
  void report_hover();

  Clock clock_ms_;
  std::unique_ptr<playground::Run> shown_;
  std::unique_ptr<playground::Run> next_;  ///< made since the last edit; becomes `shown_`
  playground::Run* running_ = nullptr;     ///< of the two, the one that is not finished
  enum class Preparing : std::uint8_t { No, Begins, GoesOn } preparing_ = Preparing::No;  ///< the next run, while nothing else is to do
  view::ViewState view_;
  std::optional<lesson::Progress> progress_;
  bool cue_due_ = false;  ///< a step was entered: its run decides where the playhead stands
  std::vector<Json> events_;
  double dpr_ = 1;
  double font_px_ = 14;
  double css_width_ = 640, css_height_ = 800;
  double engine_ms_ = 0;    ///< spent on the newest run
  double reported_ms_ = 0;  ///< when "advancing" was last told
  double last_frame_ms_ = -1;
  std::uint64_t slice_ = 20'000;  ///< instructions that take a small part of a frame, by experience
  bool speed_chosen_ = false;
  bool changed_ = true;
  bool report_due_ = false;
  std::string reported_hover_;
  std::optional<std::uint32_t> reported_hover_line_;
  view::Playhead reported_playhead_;
  bool reported_playing_ = false;
  double reported_speed_ = 0;
};

}  // namespace waiter::engine
