#pragma once
// What the scenario's clients send and get, as the picture shows it: a period for each request or WebSocket (waiting, then
// streaming or open), and a mark for each message and chunk in it. Made from what the clients saw (world/client_record.h),
// one entry of the wire after the other. Pure: no Dear ImGui, no pixels.
//
// Invariants
// 1. Periods and marks of one client are in the order in which its requests began; a period that is not over has end == kOpen.
//    Periods overlap only if the client has several requests under way at once.
// 2. Each period and mark knows after which event of the trace it came, so that within one instant nothing is shown early.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "trace/spans.h"
#include "trace/trace.h"
#include "world/client_record.h"

namespace waiter::view {

using trace::Time;

struct TrafficPeriod {
  enum class Phase : std::uint8_t { Waiting, Streaming, Connecting, Open };
  enum class Ending : std::uint8_t { None, Done, Left, Broken, Closed, Refused, Next };  ///< Next: another phase follows at once
  Phase phase = Phase::Waiting;
  Ending ending = Ending::None;
  std::uint32_t first_event = 0;  ///< so many events had happened when it began, and when it ended
  std::uint32_t last_event = 0;
  int code = 0;                   ///< the status, or the close code; 0: none yet
  bool closed_by_client = false;
  Time begin = 0;
  Time end = trace::kOpen;
  std::string request;            ///< "GET /items/3", "/ws/chat"
};

struct TrafficMark {
  Time time = 0;
  std::uint32_t event = 0;  ///< so many events had happened
  bool outgoing = false;    ///< from the client to the program
  std::string text;         ///< its beginning, in one line
};

struct ClientTraffic {
  std::vector<TrafficPeriod> periods;
  std::vector<TrafficMark> marks;
  struct Service {
    std::uint32_t event = 0;
    trace::LaneId task = trace::kNoLane;
  };
  std::vector<Service> served_by;  ///< which task serves it from then on
};

/// How a client stands at a moment.
struct ClientStanding {
  enum class State : std::uint8_t { NotYet, Waiting, Streaming, Open, Answered, Failed, Gone };
  State state = State::NotYet;
  std::string note;   ///< "GET /items/3", "← hello", "200 · 1.50 s"
  int status = 0;     ///< of the newest answer; 0: none yet
  trace::LaneId task = trace::kNoLane;  ///< that serves it
};

/// A status or close code that tells of a failure.
[[nodiscard]] bool is_bad_code(int code);
/// A WebSocket's client that was gone without a word.
[[nodiscard]] bool is_vanished(const TrafficPeriod& period);
/// "200", "closed 1000", "left": how a period ended, or what its code is so far; empty while there is nothing to say.
[[nodiscard]] std::string ending_text(const TrafficPeriod& period);
[[nodiscard]] std::string phase_text(TrafficPeriod::Phase phase);

/// The traffic of all clients, found by their lanes.
class Traffic {
 public:
  /// Makes it anew from what the clients have seen. Cheap to call: nothing is done while `events` and `finished` are as before.
  void take(const std::vector<world::ClientRecord>& clients, std::size_t events, bool finished);
  /// Null for a lane that is no client's, or of one that has not come.
  [[nodiscard]] const ClientTraffic* of(trace::LaneId lane) const;
  /// After so many events of the trace, and at this time: a client acts at its own time, also while the loop is held up and
  /// nothing of it is on the trace.
  [[nodiscard]] ClientStanding standing(trace::LaneId lane, std::uint32_t events, Time now) const;

 private:
  std::vector<ClientTraffic> clients_;
  std::vector<std::uint32_t> index_;  ///< by lane: 0 is none, else one more than the index into clients_
  std::size_t events_ = 0;
  bool finished_ = false;
};

/// What this record tells, after what others of the same client have told.
void add_traffic(const world::ClientRecord& client, ClientTraffic& to);
/// Whether `lane` was made for a client, or by a task that was.
[[nodiscard]] bool serves_client(const trace::Trace& trace, trace::LaneId lane);
/// Whether `lane` is `task`, or was made by it, or by one that it made, and so on.
[[nodiscard]] bool descends_from(const trace::Trace& trace, trace::LaneId lane, trace::LaneId task);

}  // namespace waiter::view
