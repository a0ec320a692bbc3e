#pragma once
// What one of the scenario's clients saw of the program: CONTRACT.md's entry of "clients". Plain values.

#include <optional>
#include <string>
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
};

}  // namespace waiter::world
