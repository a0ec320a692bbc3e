#pragma once
// One client as the application sees it: what it asked for, and the ways to answer. `world` implements it with the scenario's
// clients, the companion with sockets. It knows no Python and no clock: what comes from the client is told to the Server.
//
// Invariants
// 1. Calls come in ASGI's order: start_response, then send_body until the last one; accept, then messages, then close. The Server
//    sees to it.
// 2. No call waits, and none calls back into the Server.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "trace/event.h"

namespace waiter::fastapi {

/// Names and values as they were given; Latin-1 bytes.
using Headers = std::vector<std::pair<std::string, std::string>>;

/// What a client begins with.
struct Opening {
  bool is_websocket = false;
  std::string method;      ///< of a request
  std::string target;      ///< "/items/3?q=a%20b", as it is sent
  Headers headers;         ///< names in lower case
  std::string body;
  std::string client_host;
  int client_port = 0;
  std::string server_host;
  int server_port = 0;
};

class Connection {
 public:
  virtual ~Connection() = default;

  [[nodiscard]] virtual const Opening& opening() const = 0;

  // A request's answer.
  virtual void start_response(int status, const Headers& headers) = 0;
  virtual void send_body(std::string_view bytes, bool is_last) = 0;
  /// The response cannot be ended: the connection is.
  virtual void break_off() = 0;

  // A WebSocket.
  virtual void accept(std::string_view subprotocol, const Headers& headers) = 0;
  /// Instead of accepting: an HTTP answer of this status.
  virtual void refuse(int status) = 0;
  virtual void send_message(std::string_view data, bool is_text) = 0;
  virtual void close(int code, std::string_view reason) = 0;

  /// So much of what was sent is not read yet that further sending has to wait; Server::drains() says when it need no longer.
  [[nodiscard]] virtual bool is_full() const { return false; }

  // For the trace.
  /// The client's own lane.
  [[nodiscard]] virtual trace::LaneId lane() const { return trace::kNoLane; }
  /// The task of this lane talks with the client.
  virtual void handled_by(trace::LaneId) {}
};

/// Where connections come from.
class Network {
 public:
  virtual ~Network() = default;
  /// The application has started: connections may arrive.
  virtual void open() = 0;
  /// It is about to end: none arrives any more.
  virtual void shut() = 0;
};

}  // namespace waiter::fastapi
