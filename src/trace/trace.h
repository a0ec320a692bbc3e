#pragma once
// A Trace is what a run left behind: lanes, events, names, output. It is plain and readable by every floor; only the
// Recorder (recorder.h) writes one. It knows nothing of Python, asyncio or pixels.

#include <array>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "trace/event.h"
#include "trace/log.h"

namespace waiter::trace {

/// Interned names: equal text, equal id. Ids are dense, from 0 (0 is the empty name).
class Names {
 public:
  Names() { intern(""); }
  Names(const Names&) = delete;  // the map's keys look into texts_
  Names& operator=(const Names&) = delete;
  Names(Names&&) = default;
  Names& operator=(Names&&) = default;
  NameId intern(std::string_view text);
  [[nodiscard]] const std::string& text(NameId id) const;
  [[nodiscard]] std::size_t size() const { return texts_.size(); }

 private:
  std::deque<std::string> texts_;  // a deque: the views that are the map's keys stay where they are
  std::unordered_map<std::string_view, NameId> ids_;
  /// What was asked for lately, by length and last character: a few names are asked for again and again, and to hash one costs as much
  /// as to record several events.
  std::array<NameId, 32> lately_{};
};

enum class LaneKind : std::uint8_t { Loop, Task, Thread, Client };

/// "Task-2", "Table 1", "Event loop": most lanes of a run differ in a number.
struct Title {
  static constexpr std::uint32_t kNoNumber = UINT32_MAX;
  NameId words = 0;
  std::uint32_t number = kNoNumber;  ///< stands behind the words
};

struct Lane {
  Title title;
  NameId subtitle = 0;   ///< the coroutine's name, the request, ...
  LaneId maker = kNoLane;
  Time made = 0;
  LaneKind kind = LaneKind::Task;
};
static_assert(sizeof(Lane) == 32, "a lane is small: each request of a busy server has two");

struct Output {
  Time time = 0;
  LaneId lane = kLoopLane;
  std::uint32_t line = 0;  ///< of the learner's program; 0 if unknown
  bool is_error = false;   ///< stderr
  std::string text;
};

struct Trace {
  Log<Lane> lanes;  ///< in the order in which they were made; lane 0 is the loop
  Log<Event> events;
  std::vector<Output> outputs;
  Names names;
  Time ended = 0;          ///< when the run ended; while it still advances: the latest time
  std::uint64_t dropped = 0;  ///< events not kept because of the run's event limit

  [[nodiscard]] std::string title(LaneId lane) const;
  /// Both: "Task-2 make_coffee".
  [[nodiscard]] std::string full_title(LaneId lane) const;
  [[nodiscard]] const std::string& subtitle(LaneId lane) const { return names.text(lanes[lane].subtitle); }
};

}  // namespace waiter::trace
