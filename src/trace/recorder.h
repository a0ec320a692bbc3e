#pragma once
// The one writer of a trace. Upper floors tell it what happened; it stamps the time and keeps the invariants of event.h
// (asserting them). A run that makes more events than its limit keeps the first ones and counts the rest; lanes and
// outputs are kept all the same. Lane 0, the loop, is there from the start and has no LaneMade event.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "trace/trace.h"

namespace waiter::trace {

class Recorder {
 public:
  explicit Recorder(std::size_t events_max);
  Recorder(const Recorder&) = delete;
  Recorder& operator=(const Recorder&) = delete;

  /// The time stamped on what is recorded from now on. REQUIRES: never earlier than before.
  void set_now(Time now);
  [[nodiscard]] Time now() const { return now_; }

  /// Adds a lane and records its LaneMade; `subtitle` is the name of its function.
  LaneId make_lane(LaneKind kind, std::string_view title, std::string_view subtitle, LaneId maker, SourcePosition where);
  LaneId make_lane(LaneKind kind, Title title, NameId subtitle, LaneId maker, SourcePosition where);
  void rename_lane(LaneId lane, std::string_view title);
  void record(EventKind kind, LaneId lane, SourcePosition where, std::int64_t argument = 0, LaneId subject = kNoLane) {
    if (keeps_events()) take(kind, lane, where, argument, subject);
  }
  /// Keeps what was written and records an Output event for it.
  void output(LaneId lane, std::uint32_t line, bool is_error, std::string_view text);
  NameId name(std::string_view text) { return trace_.names.intern(text); }

  [[nodiscard]] const Trace& trace() const { return trace_; }
  /// With a limit of no events at all, outputs are kept and nothing else.
  [[nodiscard]] bool keeps_events() const { return events_max_ > 0; }
  /// How a lane stands, whether or not its events are still kept.
  [[nodiscard]] bool is_queued(LaneId lane) const { return (standings_[lane] & kQueued) != 0; }
  [[nodiscard]] bool is_running(LaneId lane) const { return (standings_[lane] & kRunning) != 0; }
  [[nodiscard]] bool is_blocked(LaneId lane) const { return (standings_[lane] & kBlocked) != 0; }
  [[nodiscard]] bool full() const { return trace_.dropped != 0; }

 private:
  /// What the assertions need to know about a lane, also when its events are no longer kept: bits, so that one look and one write do.
  using Standing = std::uint8_t;
  static constexpr Standing kTask = 1, kQueued = 2, kRunning = 4, kBlocked = 8, kEnded = 16;
  struct Rule;
  static constexpr Rule rule_of(EventKind kind, bool is_task);
  static const Rule kRules[][2];

  [[nodiscard]] Title title_of(std::string_view text);
  void check_order(EventKind kind, LaneId lane);
  void take(EventKind kind, LaneId lane, SourcePosition where, std::int64_t argument, LaneId subject);
  /// The event needs a new block, or is one too many.
  void take_at_edge(EventKind kind, LaneId lane, SourcePosition where, std::int64_t argument, LaneId subject);
  /// What check_order() found wrong, in a sentence.
  [[noreturn]] static void refuse(EventKind kind, Standing standing);

  Trace trace_;
  Time now_ = 0;
  std::size_t events_max_;
  std::size_t events_left_;          ///< that are still kept
  std::vector<Standing> standings_;  ///< one for each lane
  LaneId running_task_ = kNoLane;
};

}  // namespace waiter::trace
