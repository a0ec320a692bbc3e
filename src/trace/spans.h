#pragma once
// Spans: what a lane was doing from when to when, derived from the events of a trace. The index answers "what is visible
// in this window at this scale" in time that grows with pixels, not with events. Built as a run advances (`extend`), so
// an unfinished run can be drawn. It knows nothing of pixels but their width in time.
//
// A task's lane: Ready from HandleReady, Running from StepBegin, Awaiting from StepEnd; Blocked cuts a Running span in two.
// A client's lane: Awaiting from LaneMade, and again from each Await.
// The loop's lane: Running for each turn (no length when the turn takes no time) and for what the program works outside
// of the loop, Blocked while the task that runs blocks it; what is left is idle and has no span.
//
// Invariants
// 1. Spans of one lane do not overlap and are in order; a span that is still open has end == kOpen.
// 2. Several spans may have no length (begin == end): a step takes no virtual time unless it works for a millisecond.
//    `order` keeps them apart: it is the index of the event that began the span.

#include <cstdint>
#include <vector>

#include "trace/trace.h"

namespace waiter::trace {

enum class SpanState : std::uint8_t { Running, Ready, Awaiting, Blocked };

inline constexpr Time kOpen = -1;

struct Span {
  Time begin = 0;
  Time end = kOpen;
  std::uint32_t first_event = 0;  ///< index of the event that began it
  std::uint32_t last_event = 0;   ///< index of the event that ended it (of the newest event while open)
  LaneId lane = kLoopLane;
  LaneId waits_for = kNoLane;     ///< Awaiting: the lane it waits for, if any
  NameId label = 0;               ///< Awaiting: what ("sleep 1.5", "gather of 2"); Blocked: "time.sleep(2)"
  SourcePosition where;
  SpanState state = SpanState::Running;
};

/// An arrow from one lane to another: who made, woke, cancelled or sent something to whom.
struct Arrow {
  enum class Kind : std::uint8_t { Made, Woke, Cancelled, Sent };
  Kind kind = Kind::Made;
  std::uint32_t event = 0;
  Time time = 0;
  LaneId from = kNoLane;
  LaneId to = kNoLane;
};

/// One box of a lane: a span that is long enough to be drawn as it is, or a run of short ones merged into one box.
struct SpanSlice {
  std::uint32_t span = 0;    ///< index into spans(lane); of a group the longest, and of equals the first
  std::uint32_t folded = 0;  ///< how many other spans are merged into this one (0: drawn as it is)
  Time begin = 0;            ///< of the group, not clipped to the window
  Time end = 0;              ///< kOpen if the span is
};

class SpanIndex {
 public:
  /// Takes in the events that were added since the last call.
  void extend(const Trace& trace);

  [[nodiscard]] const std::vector<Span>& spans(LaneId lane) const;
  [[nodiscard]] std::size_t lane_count() const { return lanes_.size(); }
  [[nodiscard]] const std::vector<Arrow>& arrows() const { return arrows_; }

  /// The spans of `lane` that touch [from, to]. A span of at least `resolution` (time of about 3 px) stands alone, and so
  /// does an open one. Neighbours that are shorter are one group if they begin in the same multiple of `resolution`, so
  /// that groups stay what they are while the picture is panned. Appends to `out`, in order. O(pixels * log spans).
  /// REQUIRES: resolution > 0.
  void visible(LaneId lane, Time from, Time to, Time resolution, std::vector<SpanSlice>& out) const;

  /// The span of `lane` at this event (the one begun last at or before it), or nullptr before the lane was made.
  [[nodiscard]] const Span* at_event(LaneId lane, std::uint32_t event) const;

 private:
  /// What a lane is in the middle of, between two calls of `extend`.
  struct Open {
    bool running = false;        ///< in a step (the loop: in a turn)
    bool ready_after = false;    ///< woken during its own step: ready as soon as it ends
    bool ended = false;
    NameId label = 0;            ///< of the wait that begins at the next StepEnd
    LaneId waits_for = kNoLane;
    LaneId gather_child = kNoLane;  ///< the last child that its gather heard of
    SourcePosition where;
  };
  struct LaneSpans {
    std::vector<Span> spans;
    /// Levels of detail: longest[k][i] is the longest span of block i of 2^(k+1). Complete blocks of sealed spans only:
    /// every span but the last one, which may still change.
    std::vector<std::vector<std::uint32_t>> longest;
    Open open;
  };

  void take(const Trace& trace, const Event& event, std::uint32_t index);
  void take_loop(const Trace& trace, const Event& event, std::uint32_t index);
  void begin(LaneId lane, SpanState state, const Event& event, std::uint32_t index);
  /// A client's lane: what it waits for from here on.
  void begin_wait(const Event& event, std::uint32_t index);
  void close(LaneId lane, Time time, std::uint32_t index);
  static void seal(LaneSpans& lane);
  static std::uint32_t first_long(const LaneSpans& lane, std::uint32_t from, std::uint32_t limit, Time resolution);
  static std::uint32_t longest_in(const LaneSpans& lane, std::uint32_t from, std::uint32_t to);

  std::vector<LaneSpans> lanes_;
  std::vector<Arrow> arrows_;
  std::size_t events_taken_ = 0;
};

/// A step function over time, for the plots (ready queue, tasks waiting, loop lag). Of one instant at most two points are
/// kept: the last one and, before it, the peak if there was one, so that a queue that fills and empties within no time is
/// still seen.
struct CounterPoint {
  Time time = 0;
  std::int64_t value = 0;
};

struct Counters {
  std::vector<CounterPoint> waiting;   ///< tasks that await something ("in flight")
  std::vector<CounterPoint> ready;     ///< tasks in the ready queue
  std::vector<CounterPoint> lag_ns;    ///< at each instant with a StepBegin: the longest that a lane had been ready
  std::int64_t waiting_max = 0;
  std::int64_t ready_max = 0;
  std::int64_t lag_max_ns = 0;
  void extend(const Trace& trace);

 private:
  struct LaneStanding {
    bool ready = false;
    bool running = false;
    bool waiting = false;
    bool ended = false;
    Time ready_since = 0;
  };
  void take(const Event& event);
  std::size_t events_taken_ = 0;
  std::vector<LaneStanding> standings_;
  std::int64_t waiting_now_ = 0;
  std::int64_t ready_now_ = 0;
};

}  // namespace waiter::trace
