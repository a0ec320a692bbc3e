#include "playground/narration.h"

#include <algorithm>

#include <fmt/format.h>

#include "playground/wording.h"
#include "trace/assert.h"

namespace waiter::playground {
namespace {

using trace::Event;
using trace::EventKind;
using trace::LaneId;
using trace::Time;

// "a", "a and b", "a, b and 3 more".
std::string listed(const trace::Trace& trace, const std::vector<LaneId>& lanes) {
  if (lanes.size() == 1) return lane_words(trace, lanes[0]);
  if (lanes.size() == 2) return fmt::format("{} and {}", lane_words(trace, lanes[0]), lane_words(trace, lanes[1]));
  return fmt::format("{}, {} and {} more", lane_words(trace, lanes[0]), lane_words(trace, lanes[1]), lanes.size() - 2);
}

class EventTeller {
 public:
  EventTeller(const trace::Trace& trace, std::uint32_t event, const Moment& before, const Moment& after)
      : trace_(trace), event_(trace.events[event]), before_(before), after_(after) {
    if (event + 1 < trace.events.size()) next_ = &trace.events[event + 1];
    // A gather wakes its owner right after it has heard of its last child.
    if (event_.kind != EventKind::HandleReady || event == 0) return;
    const Event& last = trace.events[event - 1];
    if (last.kind == EventKind::GatherChild && last.lane == event_.lane) gather_child_ = last.subject;
  }

  [[nodiscard]] std::string tell() const {
    switch (event_.kind) {
      case EventKind::LaneMade: return lane_made();
      case EventKind::TurnBegin: return turn_begin();
      case EventKind::HandleReady: return handle_ready();
      case EventKind::StepBegin: return step_begin();
      case EventKind::StepEnd: return step_end();
      case EventKind::Await: return await();
      case EventKind::TimerSet:
        return fmt::format("{} sets a timer: it rings in {}, at {} s.", who(), length_text(event_.argument - event_.time),
                           exact_seconds(event_.argument));
      case EventKind::TimerFired: return timer_fired();
      case EventKind::TimerCancelled:
        return fmt::format("The timer of {} for {} s is taken back: nobody needs it any more.", who(),
                           exact_seconds(event_.argument));
      case EventKind::BlockBegin: return block_begin();
      case EventKind::BlockEnd: return block_end();
      case EventKind::Work: return work();
      case EventKind::Gather:
        return fmt::format("The gather in {} takes {} on its list: it waits for {} in all.", who(), subject("a child"),
                           event_.argument);
      case EventKind::GatherChild: return gather_child();
      case EventKind::CancelAsked: return cancel_asked();
      case EventKind::Message: return message();
      case EventKind::LaneDone:
        if (is_client(event_.lane)) return fmt::format("{} has all it came for, {} after it came.", who(), length_text(event_.time - made()));
        return fmt::format("{} returns: it is done, {} after it was made.", who(), length_text(event_.time - made()));
      case EventKind::LaneFailed:
        return fmt::format("{} ends with **{}**. Whoever awaits it gets that exception.", who(), name());
      case EventKind::LaneCancelled:
        if (is_client(event_.lane)) return fmt::format("{} goes, and has not got all it came for.", who());
        return fmt::format("{} has ended: it was cancelled.", who());
      case EventKind::Output: return output();
      case EventKind::RunEnded: return run_ended();
    }
    WAITER_ASSERT(false, "every kind of event has a sentence");
  }

 private:
  [[nodiscard]] std::string who() const { return lane_words(trace_, event_.lane); }
  [[nodiscard]] bool by_program() const { return event_.lane == trace::kLoopLane; }
  [[nodiscard]] bool has_subject() const { return event_.subject != trace::kNoLane && event_.subject != trace::kLoopLane; }
  [[nodiscard]] std::string subject(const char* otherwise) const {
    return has_subject() ? lane_words(trace_, event_.subject) : otherwise;
  }
  [[nodiscard]] Time made() const { return trace_.lanes[event_.lane].made; }
  [[nodiscard]] std::string name() const { return excerpt(trace_.names.text(static_cast<trace::NameId>(event_.argument)), 60); }
  [[nodiscard]] std::string at_line() const {
    return event_.line == 0 ? std::string() : fmt::format(" at line {}", event_.where().line);
  }
  // Who is served next, now that this one steps aside.
  [[nodiscard]] std::string then() const {
    if (after_.ready.empty()) return "The waiter is free.";
    return fmt::format("The waiter turns to {}.", lane_words(trace_, after_.ready.front()));
  }
  [[nodiscard]] std::string place_in_line() const {
    const auto found = std::find(after_.ready.begin(), after_.ready.end(), event_.lane);
    const auto ahead = found - after_.ready.begin();
    return ahead == 0 ? "first in line" : fmt::format("behind {}", counted(static_cast<std::uint64_t>(ahead), "other"));
  }

  [[nodiscard]] bool is_client(LaneId lane) const { return trace_.lanes[lane].kind == trace::LaneKind::Client; }

  [[nodiscard]] std::string message() const {
    if (is_client(event_.lane)) return fmt::format("{} sends: {}", who(), name());
    return fmt::format("{} gets: {}", subject("the client"), name());
  }

  [[nodiscard]] std::string lane_made() const {
    if (is_client(event_.lane)) return fmt::format("{} comes: {}.", who(), name());
    if (has_subject() && is_client(event_.subject))
      return fmt::format("{} has reached the server: {} is made for it, and queues.", subject(""), who());
    if (!has_subject()) return fmt::format("A task is made for {}. It cannot run yet: first it has to queue.", who());
    return fmt::format("{} makes {}. A new task does not start at once: first it has to queue.", subject(""), who());
  }

  [[nodiscard]] std::string turn_begin() const {
    std::vector<LaneId> due;
    for (const PendingTimer& timer : after_.timers) {
      if (timer.deadline <= event_.time) due.push_back(timer.lane);
    }
    const std::string turn = fmt::format("Turn {} of the event loop", event_.argument);
    if (after_.ready.size() == 1) return fmt::format("{}: {} is ready and is served.", turn, lane_words(trace_, after_.ready[0]));
    if (!after_.ready.empty()) {
      return fmt::format("{}: {} are ready; each is served once, in order.", turn, listed(trace_, after_.ready));
    }
    if (!due.empty()) return fmt::format("{}: the timer of {} is due.", turn, listed(trace_, due));
    if (next_ != nullptr && next_->kind == EventKind::GatherChild && next_->subject != trace::kNoLane) {
      return fmt::format("{}: no task is ready, but there is word to pass on that {} is done.", turn,
                         lane_words(trace_, next_->subject));
    }
    const bool all_done = std::all_of(after_.lanes.begin() + 1, after_.lanes.end(), [](const LaneMoment& lane) {
      return lane.state != LaneState::Ready && lane.state != LaneState::Awaiting;
    });
    if (all_done) return turn + ": every task is done. The loop tidies up before it closes.";
    return turn + ": no task is ready. The loop runs a small errand of its own, such as passing on a result.";
  }

  [[nodiscard]] std::string handle_ready() const {
    switch (static_cast<trace::ReadyReason>(event_.argument)) {
      case trace::ReadyReason::Created:
        return fmt::format("{} joins the ready queue for its first step, {}.", who(), place_in_line());
      case trace::ReadyReason::Yielded:
        return fmt::format("{} gives way: it goes to the end of the ready queue, {}.", who(), place_in_line());
      case trace::ReadyReason::Timer:
        return fmt::format("{} has slept long enough. It joins the ready queue, {}.", who(), place_in_line());
      case trace::ReadyReason::Future:
        return fmt::format("What {} waited for is there{}. It joins the ready queue, {}.", who(), thanks_to(), place_in_line());
      case trace::ReadyReason::Cancelled:
        return fmt::format("{} is woken to be cancelled. It joins the ready queue, {}.", who(), place_in_line());
    }
    return fmt::format("{} joins the ready queue, {}.", who(), place_in_line());
  }

  [[nodiscard]] std::string thanks_to() const {
    if (gather_child_ != trace::kNoLane) return fmt::format(": {} was the last on its list", lane_words(trace_, gather_child_));
    return has_subject() ? fmt::format(": {} saw to it", subject("")) : std::string();
  }

  [[nodiscard]] std::string step_begin() const {
    std::string waited;
    if (event_.lane < before_.lanes.size() && before_.lanes[event_.lane].state == LaneState::Ready) {
      const Time lag = event_.time - before_.lanes[event_.lane].since;
      if (lag > 0) waited = fmt::format(" It was ready for {} and nobody served it.", length_text(lag));
    }
    if (event_.argument == 1) return fmt::format("The waiter turns to {}: it starts{}.{}", who(), at_line(), waited);
    return fmt::format("The waiter is back with {}: it goes on{}.{}", who(), at_line(), waited);
  }

  [[nodiscard]] std::string step_end() const {
    const LaneMoment& lane = after_.lanes[event_.lane];
    const std::string took =
        event_.argument >= trace::kMillisecond ? fmt::format(" after {} of work", length_text(event_.argument)) : "";
    switch (lane.state) {
      case LaneState::Awaiting: return fmt::format("{} steps aside{}. {}", who(), took, then());
      case LaneState::Ready: return fmt::format("{} lets the others go first{}. {}", who(), took, then());
      case LaneState::Done:
      case LaneState::Failed:
      case LaneState::Cancelled: return fmt::format("{} leaves for good{}. {}", who(), took, then());
      default: return fmt::format("{} gives control back{}. {}", who(), took, then());
    }
  }

  [[nodiscard]] std::string await() const {
    const std::string what = name();
    if (is_client(event_.lane)) return fmt::format("{}: {}.", who(), what);
    // A sleep is said by its timer, which has the exact length.
    if (what.rfind("sleep", 0) == 0) {
      for (const PendingTimer& timer : after_.timers) {
        if (timer.lane != event_.lane || timer.set != event_.time) continue;
        return fmt::format("{} sleeps for {}: until its timer rings, it needs nobody.", who(), length_text(timer.deadline - timer.set));
      }
    }
    const std::uint32_t all = after_.lanes[event_.lane].gather_all;
    if (all > 0) {
      return fmt::format("{} awaits **gather**: it cannot go on until {} done.", who(),
                         all == 1   ? "the one task on its list is"
                         : all == 2 ? "both tasks on its list are"
                                    : fmt::format("all {} tasks on its list are", all));
    }
    if (has_subject()) return fmt::format("{} awaits {}: it cannot go on until that is done.", who(), subject(""));
    if (what.empty()) return fmt::format("{} awaits something that is not there yet.", who());
    return fmt::format("{} awaits **{}**: it cannot go on until that is there.", who(), what);
  }

  [[nodiscard]] std::string timer_fired() const {
    const Time late = event_.time - event_.argument;
    if (late <= 0) return fmt::format("The timer of {} rings, at {} s.", who(), exact_seconds(event_.time));
    return fmt::format("The timer of {} rings {} late: it was due at {} s, but the waiter was held up.", who(),
                       length_text(late), exact_seconds(event_.argument));
  }

  [[nodiscard]] std::string block_begin() const {
    if (by_program()) return fmt::format("The program calls **{}**. Until that is over, nothing else happens.", name());
    return fmt::format("{} calls **{}** and does not step aside: the waiter stands still, and nobody else is served.", who(),
                       name());
  }

  [[nodiscard]] std::string block_end() const {
    const std::string held = by_program() ? fmt::format("The program goes on after {}.", length_text(event_.argument))
                                          : fmt::format("{} goes on. It held the waiter for {}", who(), length_text(event_.argument));
    if (by_program()) return held;
    if (after_.ready.empty()) return held + ".";
    return fmt::format("{}; meanwhile {} ready and waited.", held,
                       after_.ready.size() == 1 ? "1 task was" : fmt::format("{} tasks were", after_.ready.size()));
  }

  [[nodiscard]] std::string work() const {
    return by_program() ? fmt::format("The program has computed for {}.", length_text(event_.argument))
                        : fmt::format("{} has computed for {} without a pause. Nobody else is served meanwhile.", who(),
                                      length_text(event_.argument));
  }

  [[nodiscard]] std::string gather_child() const {
    const std::uint32_t all = after_.lanes[event_.lane].gather_all;
    const std::string done = fmt::format("The gather in {} hears that {} is done: {} of {}.", who(), subject("a child"),
                                         event_.argument, all);
    if (all == 0 || event_.argument < all) return done + " It goes on waiting for the rest.";
    return done + " That was the last one.";
  }

  [[nodiscard]] std::string cancel_asked() const {
    if (has_subject() && event_.subject == event_.lane) {
      return fmt::format("{} cancels itself: CancelledError is raised at its next await.", who());
    }
    return fmt::format("{} cancels {}. CancelledError will be raised in it where it waits.", subject("The event loop"), who());
  }

  [[nodiscard]] std::string output() const {
    const auto index = static_cast<std::size_t>(event_.argument);
    WAITER_ASSERT(index < trace_.outputs.size(), "an Output event has its text");
    const trace::Output& it = trace_.outputs[index];
    const std::string text = excerpt(it.text, 60);
    if (text.empty()) return fmt::format("{} writes an empty line.", who());
    return fmt::format("{} {} “{}”.", who(), it.is_error ? "complains:" : "prints", text);
  }

  [[nodiscard]] std::string run_ended() const {
    if (event_.argument == 0) return fmt::format("The program is over after {}: nothing is left to do.", length_text(event_.time));
    return fmt::format("The program ends with **{}** after {}.", name(), length_text(event_.time));
  }

  const trace::Trace& trace_;
  const Event& event_;
  const Moment& before_;
  const Moment& after_;
  const Event* next_ = nullptr;  ///< the event after this one, if there is one
  LaneId gather_child_ = trace::kNoLane;
};

}  // namespace

std::string event_narration(const trace::Trace& trace, std::uint32_t event, const Moment& before, const Moment& after) {
  WAITER_ASSERT(event < trace.events.size(), "the event belongs to this trace");
  return EventTeller(trace, event, before, after).tell();
}

std::string moment_narration(const trace::Trace& trace, const Moment& moment) {
  if (moment.lanes.empty() || moment.lanes[0].state == LaneState::NotYet) return "Nothing has happened yet.";
  const LaneMoment& loop = moment.lanes[0];
  if (loop.state == LaneState::Done || loop.state == LaneState::Failed) {
    return fmt::format("The program is over; it ended at {} s.", exact_seconds(loop.since));
  }
  if (moment.running) {
    const LaneMoment& lane = moment.lanes[*moment.running];
    const std::string who = lane_words(trace, *moment.running);
    if (lane.state != LaneState::Blocked) return fmt::format("The waiter is with {}.", who);
    std::string text = fmt::format("{} has held the waiter for {}: nobody else is served.", who, length_text(moment.time - lane.since));
    if (!moment.ready.empty()) text += fmt::format(" Ready and waiting: {}.", listed(trace, moment.ready));
    return text;
  }
  if (loop.state == LaneState::Blocked) return "The program holds still; its event loop does not run meanwhile.";
  if (!moment.ready.empty()) return fmt::format("Ready to be served: {}.", listed(trace, moment.ready));
  if (!moment.timers.empty()) {
    const PendingTimer& next = moment.timers.front();
    return fmt::format("The waiter is free: nothing is ready. The next timer rings in {}, for {}.",
                       length_text(std::max<Time>(next.deadline - moment.time, 0)), lane_words(trace, next.lane));
  }
  std::vector<LaneId> waiting;
  for (LaneId lane = 1; lane < moment.lanes.size(); ++lane) {
    if (moment.lanes[lane].state == LaneState::Awaiting) waiting.push_back(lane);
  }
  if (moment.turn == 0) return "The program runs; its event loop has not begun.";
  const bool has_clients = std::any_of(trace.lanes.begin(), trace.lanes.end(), [](const trace::Lane& lane) { return lane.kind == trace::LaneKind::Client; });
  if (has_clients) return "The waiter is free: nothing is ready, and no timer is set. What comes next comes from the clients.";
  if (waiting.empty()) return "The waiter is free: every task is done.";
  return fmt::format("Nothing is ready and no timer is set: nobody will ever wake {}.", listed(trace, waiting));
}

}  // namespace waiter::playground
