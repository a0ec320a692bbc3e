#pragma once
// What the picture says: one place for its words, in asyncio's terms or in the waiter's. Each state has a word of its
// own in both, since no state is told by colour alone.

#include <cstdint>
#include <string>
#include <string_view>

#include "playground/moment.h"
#include "trace/spans.h"
#include "view/client_traffic.h"

namespace waiter::view {

enum class Words : std::uint8_t { Asyncio, Analogy };

struct Vocabulary {
  std::string_view stage_title, stage_subtitle;
  std::string_view clients, tasks, ready_queue, timers, timers_order, waiting;
  std::string_view loop, turn;  // under the ring: "EVENT LOOP", "turn"
  std::string_view idle, blocked, done, starting, working, choosing;
  std::string_view nothing_ready, next_timer_in, next_client;  // inside the ring: two short lines
  std::string_view ready_empty, ready_empty_free, timers_empty, waiting_empty;
  std::string_view running, ready, awaiting, holds;  // states, in the legend
  std::string_view in_flight, in_flight_note, lag, lag_note;
};

[[nodiscard]] const Vocabulary& vocabulary(Words words);
/// "running", "ready, not served", ...
[[nodiscard]] std::string_view state_word(Words words, trace::SpanState state);
[[nodiscard]] std::string_view state_word(Words words, playground::LaneState state);
/// Drawn before the word wherever a state is listed, so that shape tells it as well.
[[nodiscard]] std::string_view state_sign(playground::LaneState state);

/// "Task-3 fetch_menu", or the title alone.
[[nodiscard]] std::string lane_name(const trace::Trace& trace, trace::LaneId lane);
/// "sleep 1.5", "gather of 2", "Task-3": what a wait is for, as short as it can be said.
[[nodiscard]] std::string awaited(const trace::Trace& trace, trace::NameId label, trace::LaneId waits_for);

/// A span in words, as the tooltip and a screen reader say it: a title and a few facts.
struct SpanWords {
  std::string title;   ///< "Task-3 fetch_menu · awaiting sleep 1.0"
  std::string period;  ///< "0.000 s → 1.000 s · 1.00 s"
  std::string place;   ///< "line 7"; empty if nowhere
};
[[nodiscard]] SpanWords span_words(const trace::Trace& trace, const trace::Span& span, trace::Time run_end,
                                   Words words);
/// The same of a client's traffic.
[[nodiscard]] SpanWords period_words(const trace::Trace& trace, trace::LaneId lane, const ClientTraffic& client,
                                     std::uint32_t index, trace::Time run_end);
[[nodiscard]] SpanWords mark_words(const trace::Trace& trace, trace::LaneId lane, const ClientTraffic& client,
                                   std::uint32_t mark, std::uint32_t hidden);

}  // namespace waiter::view
