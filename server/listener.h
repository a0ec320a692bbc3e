#pragma once
// The listening sockets: opening them, with a sentence for the user where that fails, and accepting from them for ever.
//
// Knows nothing of HTTP. An accept that fails (no descriptors left, a client that gave up) never ends a listener; only
// close() does.

#include <chrono>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <boost/asio.hpp>

namespace waiter::server {

namespace net = boost::asio;

struct OpenedPort {
  std::vector<net::ip::tcp::acceptor> acceptors;  // empty: `problem` says why
  std::uint16_t port = 0;                         // the port in use, also where 0 was asked for
  bool loopback_only = false;
  std::string problem;
};

/// Listens at `bind`, an IP address or "localhost". The default, 127.0.0.1, includes [::1] where the machine has it:
/// browsers take either for "localhost", and another program's page must not answer there.
[[nodiscard]] OpenedPort open_port(net::io_context& io, const std::string& bind, std::uint16_t port);

class Listener {
 public:
  using OnAccept = std::function<void(net::ip::tcp::socket)>;

  Listener(net::ip::tcp::acceptor acceptor, OnAccept on_accept);
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  /// Accepts until close(). The listener must outlive it.
  net::awaitable<void> run();
  void close();

 private:
  net::ip::tcp::acceptor acceptor_;
  net::steady_timer pause_;
  OnAccept on_accept_;
  std::chrono::steady_clock::time_point quiet_until_;  // a lasting failure is reported now and then, not each time
};

}  // namespace waiter::server
