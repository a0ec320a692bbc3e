#pragma once
// The most that a run ever has of something at once: timers pending, tasks that wait for others. The stage keeps that
// much room from the start, so that its lists do not move each other while the playhead moves. Grows with the trace.

#include <cstdint>
#include <vector>

#include "trace/trace.h"

namespace waiter::view {

class Peaks {
 public:
  /// Takes in the events that were added since the last call.
  void extend(const trace::Trace& trace);

  [[nodiscard]] std::size_t timers() const { return timers_max_; }
  [[nodiscard]] std::size_t waiting() const { return waiting_max_; }

 private:
  struct LaneNow {
    bool parked = false;
    bool ended = false;
    bool timed = false;
    bool ready = false;
    [[nodiscard]] bool waits_for_others() const { return parked && !timed && !ended; }
  };
  void take(const trace::Event& event);

  std::vector<LaneNow> lanes_;
  std::size_t events_taken_ = 0;
  std::size_t timers_now_ = 0, timers_max_ = 0;
  std::size_t waiting_now_ = 0, waiting_max_ = 0;
};

}  // namespace waiter::view
