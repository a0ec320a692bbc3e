#pragma once
// Serves a program's ASGI application: each connection becomes a task that runs `await app(scope, receive, send)`, with lifespan
// before and after (ASGI 3.0; what ASGI leaves open is as uvicorn has it). The conversation with the application is written in
// Python (prelude/_serve.py) over the types of exchange.h. It knows no clock and no network: connections are told to it.
//
// Invariants
// 1. What arrives is handled in the loop's ready queue, one handle for each arrival, in the order of the calls of post().
// 2. A Connection lives as long as the Server, or until forget().

#include <deque>
#include <functional>
#include <string>
#include <unordered_map>

#include "asyncio/loop.h"
#include "fastapi/connection.h"

namespace waiter::fastapi {

class Server {
 public:
  /// Registers the module `_server`. `network` may not be null once a program serves.
  Server(asyncio::Runtime& runtime, Network& network);
  ~Server();
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// The program has served: uvicorn.run() was called, or run_app().
  [[nodiscard]] bool has_served() const { return has_served_; }
  /// Connections are being served now.
  [[nodiscard]] bool is_open() const { return is_open_; }
  /// Enters the frame that serves `app` from startup to shutdown. False: an exception is set.
  bool enter(python::Value app);

  /// A handle that does this, at the end of the ready queue.
  void post(std::function<void()> action);
  /// Nobody will come any more, and nothing else is left to do: shutdown. False: that was said before.
  bool nothing_is_left();

  // Within a posted action:
  void arrives(Connection& connection);
  /// A request's client is gone.
  void disconnects(Connection& connection);
  /// A WebSocket's client has closed; 1006: it vanished.
  void closes(Connection& connection, int code);
  void says(Connection& connection, std::string data, bool is_text);
  /// The client has read enough for sending to go on.
  void drains(Connection& connection);

  /// The text of a file of the program's folder, by its path from there; null: there is none.
  std::function<const std::string*(std::string_view)> find_file;

  // For the module.
  asyncio::Runtime& runtime;
  python::Type* exchange_type = nullptr;
  python::Type* socket_type = nullptr;
  void opens(asyncio::Loop* loop, python::Value start, python::Value idle);
  void shuts();
  void run_posted();
  void forget(Connection& connection) { exchanges_.erase(&connection); }

 private:
  Network& network_;
  asyncio::Loop* loop_ = nullptr;  ///< borrowed while it is open
  python::Value start_;            ///< owned: prelude's _start(exchange, scope)
  python::Value idle_;             ///< owned: the future that the shutdown waits for
  python::Value run_posted_;       ///< owned: the native that runs one posted action
  std::deque<std::function<void()>> posted_;
  std::unordered_map<Connection*, python::Object*> exchanges_;  ///< borrowed: an exchange takes itself out
  bool has_served_ = false, is_open_ = false, idle_told_ = false;
};

}  // namespace waiter::fastapi
