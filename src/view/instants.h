#pragma once
// Many steps happen at one instant of virtual time: a step takes none unless it works for a millisecond. Drawn at their
// time they would lie on top of each other, so the steps of one instant are laid side by side, each a few pixels wide,
// in the order in which they ran. Instants knows which events share an instant; StepScale turns events and times into
// pixels with that offset, and pixels back into a place of the playhead. Pure: no screen.
//
// Invariants
// 1. StepScale::x never runs backwards: not over events, not over times.
// 2. The steps of an instant never reach the next instant.

#include <cstdint>
#include <optional>
#include <vector>

#include "trace/trace.h"
#include "view/time_scale.h"

namespace waiter::view {

/// Where the learner looks: exactly at an event (which has just happened), or at a time between events.
struct Playhead {
  Time time = 0;
  std::optional<std::uint32_t> event;
};

struct Instant {
  Time time = 0;
  std::uint32_t first_event = 0;
};

class Instants {
 public:
  /// Takes in the events that were added since the last call.
  void extend(const trace::Trace& trace);

  [[nodiscard]] std::size_t size() const { return instants_.size(); }
  [[nodiscard]] const Instant& operator[](std::size_t i) const { return instants_[i]; }
  [[nodiscard]] std::uint32_t last_event(std::size_t instant) const;
  [[nodiscard]] std::uint32_t steps(std::size_t instant) const;
  [[nodiscard]] std::size_t of_event(std::uint32_t event) const;
  /// The last instant at or before `time`; nothing before the first.
  [[nodiscard]] std::optional<std::size_t> at_or_before(Time time) const;
  /// Steps of the same instant that began before this event.
  [[nodiscard]] std::uint32_t rank(std::uint32_t event) const;
  [[nodiscard]] std::uint32_t event_count() const { return static_cast<std::uint32_t>(steps_before_.size()); }

 private:
  std::vector<Instant> instants_;
  std::vector<std::uint32_t> steps_before_;  ///< for each event, steps begun before it in the whole run
  std::uint32_t steps_all_ = 0;
};

class StepScale {
 public:
  /// `step` is the width of a step where there is room; both references must outlive this.
  StepScale(const TimeScale& scale, const Instants& instants, float step)
      : scale_(scale), instants_(instants), step_(step) {}

  [[nodiscard]] const TimeScale& scale() const { return scale_; }
  /// Pixels one step of this instant gets: at most `step`, and less where many must share the room.
  [[nodiscard]] float step_width(std::size_t instant) const;
  [[nodiscard]] float instant_left(std::size_t instant) const;
  [[nodiscard]] float instant_right(std::size_t instant) const;
  [[nodiscard]] float x(std::uint32_t event) const;
  /// After everything that happened at or before `time`.
  [[nodiscard]] float x(Time time) const;
  [[nodiscard]] float x(const Playhead& playhead) const;
  /// The event or time under a pixel; never before 0 or after `end`.
  [[nodiscard]] Playhead at(float x, Time end) const;

 private:
  const TimeScale& scale_;
  const Instants& instants_;
  float step_;
};

}  // namespace waiter::view
