#pragma once
// What one of the scenario's clients saw of the program: CONTRACT.md's entry of "clients". Plain values.

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "trace/event.h"

namespace waiter::world {

struct SeenText {
  trace::Time time = 0;
  std::string text;
};

struct SeenClose {
  trace::Time time = 0;
  int code = 0;
  bool by_client = false;
};

/// One thing on the wire between a client and the program, as the client has it, in order: the timeline, the conversation and
/// the page's lines are made of these. `event` is how many events the trace had by then, so that a playhead within an instant
/// knows what has come already.
struct WireEntry {
  enum class Kind : std::uint8_t { Sent, Served, Head, Piece, Done, Left, Broken, Accepted, Refused, Said, Heard, Closed };
  Kind kind = Kind::Sent;
  bool by_client = false;  ///< Closed: who did it
  std::uint32_t event = 0;
  int code = 0;            ///< Head, Refused: the status; Closed: the close code; Piece, Heard: index into `received`; Served: the task's lane
  trace::Time time = 0;
  std::string text;        ///< Sent: the request; Said: the message
};

/// What one client saw: CONTRACT.md's entry of "clients".
struct ClientRecord {
  std::string name;
  std::string request;    ///< as in the scenario; empty for a WebSocket
  std::string websocket;
  std::optional<trace::Time> sent;
  std::optional<int> status;
  std::optional<std::string> content_type;
  std::vector<SeenText> received;  ///< body chunks, or messages
  bool streams = false;            ///< a response without a content-length
  std::optional<trace::Time> done, left;
  bool broken = false;
  std::optional<trace::Time> accepted;
  std::optional<SeenClose> closed;
  trace::LaneId lane = trace::kNoLane;
  std::vector<WireEntry> log;
  std::vector<std::pair<std::string, std::string>> headers;  ///< of the newest response
};

}  // namespace waiter::world
