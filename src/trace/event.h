#pragma once
// One thing that happened in a run: a small fixed-size record. The trace is a vector of these, in order; everything that
// is drawn, said or compared is derived from it. An event knows no Python object; names are interned (trace.h).
//
// Invariants
// 1. Events are in order of `time`; equal times are in the order in which things happened.
// 2. `lane` is the lane the event happened to; `subject` is the other lane concerned (kNoLane if there is none).
// 3. From LaneMade to LaneEnded, a task's lane is at any moment in exactly one state:
//      ready (after HandleReady), running (StepBegin..StepEnd), awaiting (after StepEnd, until the next HandleReady).
//    A lane that runs can be put into the queue already (sleep(0), or what it awaits is done): it is ready from its StepEnd on.
//    What it waits for (Await) and its end (LaneDone, LaneFailed, LaneCancelled) are told within the step: StepEnd follows.
// 4. Only one task runs at a time, and a lane stands in the ready queue at most once.
// 5. A client's lane waits from LaneMade on for what its subtitle says, and from an Await on for what that says.
// 6. TurnBegin comes after the clock has moved: nothing of a turn is earlier than its TurnBegin.

#include <cstdint>

#include "trace/time.h"

namespace waiter::trace {

using LaneId = std::uint32_t;  ///< index into Trace::lanes
using NameId = std::uint32_t;  ///< index into Names
inline constexpr LaneId kLoopLane = 0;  ///< lane 0 is the event loop (the main thread) itself
inline constexpr LaneId kNoLane = UINT32_MAX;

// clang-format off
/// X(kind, what `lane`, `subject` and `argument` mean)
#define WAITER_EVENT_KINDS(X)                                                                                            \
  X(LaneMade,      "lane: the new lane; subject: the lane that made it; argument: NameId of its function")               \
  X(TurnBegin,     "lane: the loop; argument: turn number, from 1")                                                      \
  X(HandleReady,   "lane joins the ready queue; subject: the lane that woke it; argument: ReadyReason")                  \
  X(StepBegin,     "lane leaves the ready queue and runs; argument: step number of that lane, from 1")                   \
  X(StepEnd,       "lane gives control back; argument: virtual CPU time of the step, in ns")                             \
  X(Await,         "lane is parked; subject: the lane it waits for, if any; argument: NameId of what ('sleep 1.5')")     \
  X(TimerSet,      "lane's timer; argument: deadline in ns")                                                             \
  X(TimerFired,    "lane's timer fell due; argument: deadline in ns (earlier than time when the loop was late)")         \
  X(TimerCancelled,"lane's timer was taken back; argument: deadline in ns")                                              \
  X(BlockBegin,    "lane holds the loop without working (time.sleep); argument: NameId of what")                         \
  X(BlockEnd,      "lane goes on; argument: how long it held the loop, in ns")                                           \
  X(Work,          "lane worked long enough to move the clock; argument: ns that passed up to now")                      \
  X(Gather,        "lane waits for children; subject: one child (one event a child); argument: how many in all")         \
  X(GatherChild,   "a child of lane's gather is done; subject: that child; argument: how many are done now")             \
  X(CancelAsked,   "lane was asked to cancel; subject: the lane that asked")                                             \
  X(Message,       "a message of lane, a client or who talks with it, has reached subject; argument: NameId of its text")\
  X(LaneDone,      "lane returned; argument: 0")                                                                         \
  X(LaneFailed,    "lane ended with an exception; argument: NameId of its type")                                         \
  X(LaneCancelled, "lane ended cancelled")                                                                               \
  X(Output,        "lane wrote; argument: index into Trace::outputs")                                                    \
  X(RunEnded,      "lane: the loop; argument: 0, or NameId of the error's type")
// clang-format on

enum class EventKind : std::uint8_t {
#define WAITER_KIND(kind, meaning) kind,
  WAITER_EVENT_KINDS(WAITER_KIND)
#undef WAITER_KIND
};

[[nodiscard]] const char* kind_name(EventKind kind);

/// Why a lane joined the ready queue (argument of HandleReady).
enum class ReadyReason : std::int64_t {
  Created,   ///< first step of a new task
  Yielded,   ///< sleep(0): a bare yield
  Timer,     ///< its sleep is over
  Future,    ///< what it awaited is done
  Cancelled, ///< somebody cancelled it
};

/// Where in the learner's program: 1-based line, 0-based column in code points; line 0 is nowhere.
struct SourcePosition {
  std::uint16_t file = 0;
  std::uint16_t column = 0;
  std::uint32_t line = 0;
};

struct Event {
  Event() = default;
  Event(Time when, std::int64_t what, LaneId whose, LaneId other, SourcePosition at, EventKind how)
      : time(when), argument(what), lane(whose), subject(other), file(at.file), column(at.column), line(at.line & 0xffffff), kind(how) {}

  Time time = 0;
  std::int64_t argument = 0;
  LaneId lane = kLoopLane;
  LaneId subject = kNoLane;
  std::uint16_t file = 0, column = 0;
  std::uint32_t line : 24 = 0;  ///< no program has 16 million
  EventKind kind = EventKind::TurnBegin;

  /// The line that runs, or at which the lane is parked.
  [[nodiscard]] SourcePosition where() const { return {file, column, line}; }
};
static_assert(sizeof(Event) == 32, "an event is small: a run keeps hundreds of thousands");

}  // namespace waiter::trace
