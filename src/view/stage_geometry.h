#pragma once
// The stage: the one waiter (the event loop) in the middle, who waits on the left, queues on the right. First what is
// shown at a moment (StageContent), then where it stands (StageGeometry). Pure: no Dear ImGui, no text measured.
//
// Invariant: where things stand depends on the run and the room alone. A list that grows or shrinks while the playhead
// moves does not move its neighbours; what does not fit is counted beside the list's caption.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "playground/moment.h"
#include "trace/trace.h"
#include "view/client_traffic.h"
#include "view/geometry.h"
#include "view/theme.h"
#include "view/words.h"

namespace waiter::view {

/// A lane in one of the lists. `fill` 0 to 1 is how much of its wait is over; `note` stands at the right.
struct StageRow {
  trace::LaneId lane = trace::kNoLane;
  std::string name;
  std::string note;
  playground::LaneState state = playground::LaneState::Ready;
  float fill = 0;
  bool served = false;  ///< a guest who has the waiter now: its task runs, or one made by it
  bool present = false; ///< a client who has come and waits for something
};

/// The first rows of a list (more than a stage has room for) and how long the list is.
struct StageRows {
  std::vector<StageRow> rows;
  std::size_t count = 0;
};
inline constexpr std::size_t kStageRowsMax = 24;
inline constexpr std::size_t kStageGuestsMax = 120;

enum class LoopState : std::uint8_t { Starting, Idle, Choosing, Running, Blocked, Working, Ended };

struct StageContent {
  LoopState loop = LoopState::Idle;
  std::string headline;                 ///< "idle", "Task-3", ...
  std::string line_one, line_two;       ///< under it
  std::string turn;                     ///< "turn 5"
  std::optional<trace::LaneId> served;  ///< the lane that has the loop
  float ring = 0;                       ///< idle: how much of the wait for the next timer is left, 0 to 1; else 1 or 0
  bool has_clients = false;
  StageRows guests;  ///< clients if the run has any, else tasks
  StageRows ready;   ///< in queue order
  StageRows timers;  ///< next first
  StageRows waiting;
};

/// Clients are told from their traffic; without it, only when they arrive.
[[nodiscard]] StageContent stage_content(const trace::Trace& trace, const playground::Moment& moment, bool run_finished,
                                         Words words, const Traffic* traffic = nullptr);

struct StageList {
  Rect caption;
  std::vector<Rect> rows;  ///< as many as there is room for
};

struct StageGeometry {
  Point centre;
  float radius = 0;  ///< to the middle of the ring's stroke
  float thickness = 0;
  Rect loop_caption;
  bool crowd = false;  ///< more guests than cards: each is a small cell with its number
  StageList guests;  ///< no rows on narrow screens: the timeline's names tell the same
  StageList ready;   ///< one row; the queue lies in it from left to right
  StageList timers;
  StageList waiting;
};

struct StageRequest {
  Rect area;
  Sizes sizes;
  bool narrow = false;
  std::size_t guests = 0;   ///< lanes of the whole run, so that nothing jumps
  std::size_t timers = 1;   ///< most that are ever pending at once
  std::size_t waiting = 1;  ///< most that ever wait for others at once
};

[[nodiscard]] StageGeometry lay_out_stage(const StageRequest& request);

}  // namespace waiter::view
