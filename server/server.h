#pragma once
// The companion as an object: page, listeners and connections, one thread, from open() to the end of run().
//
// Everything runs in the thread that calls run(); only stop() may be called from another.

#include <chrono>
#include <cstdint>
#include <ctime>
#include <list>
#include <memory>
#include <optional>
#include <string>

#include <boost/asio.hpp>

#include "server/conversations.h"
#include "server/http_session.h"
#include "server/listener.h"
#include "server/page_folder.h"
#include "server/serve.h"

namespace waiter::server {

class Server {
 public:
  explicit Server(const ServeOptions& options);
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  /// Reads the page and opens the port. The result is empty, or a sentence that says what is wrong and what to do.
  [[nodiscard]] std::string open();

  /// The port that is listened on, and the address to show to a person. REQUIRES: open() succeeded.
  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] std::string url() const;
  [[nodiscard]] bool loopback_only() const { return loopback_only_; }

  /// Ctrl-C and SIGTERM stop the server; a second one cuts what is left.
  void stop_on_signals();

  /// Serves until stop(). REQUIRES: open() succeeded.
  void run();

  /// No new connections; those that are busy may finish within `Limits::stop`. A second call cuts them.
  void stop();

 private:
  void accept(net::ip::tcp::socket socket);
  void begin_stop();
  void await_signal();
  Response answer(const Request& request);

  ServeOptions options_;
  net::io_context io_{1};
  net::signal_set signals_{io_};
  net::steady_timer stop_deadline_{io_};
  std::optional<PageFolder> page_;
  std::list<Listener> listeners_;
  Conversations conversations_;
  Answer answer_;

  std::uint16_t port_ = 0;
  bool loopback_only_ = true;
  bool stopping_ = false;
  std::chrono::steady_clock::time_point started_;
  std::time_t date_second_ = -1;  // the second that date_ is the text of
  std::string date_;
};

}  // namespace waiter::server
