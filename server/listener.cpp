#include "server/listener.h"

#include <utility>

#include "server/report.h"

namespace waiter::server {
namespace {

using net::ip::tcp;

// After a failed accept: long enough for a descriptor to become free, short enough for nobody to notice.
constexpr std::chrono::milliseconds kPauseAfterFailure{100};
constexpr std::chrono::seconds kReportAgainAfter{10};

// How often a free port is tried that turns out to be taken at [::1].
constexpr int kFreePortTries = 16;

boost::system::error_code open_one(tcp::acceptor& acceptor, const tcp::endpoint& endpoint, bool v6_only) {
  boost::system::error_code error;
  acceptor.open(endpoint.protocol(), error);
  if (error) return error;
  // A restart must not wait for old connections to expire. (Two listeners at one port stay impossible.)
  acceptor.set_option(net::socket_base::reuse_address(true), error);
  if (error) return error;
  if (endpoint.address().is_v6()) acceptor.set_option(net::ip::v6_only(v6_only), error);
  if (error) return error;
  acceptor.bind(endpoint, error);
  if (error) return error;
  acceptor.listen(net::socket_base::max_listen_connections, error);
  return error;
}

bool is_absent_here(const boost::system::error_code& error) {
  return error == net::error::address_family_not_supported || error == boost::system::errc::address_not_available ||
         error == boost::system::errc::protocol_not_supported;
}

std::string explain(const boost::system::error_code& error, const std::string& bind, std::uint16_t port) {
  const std::string number = std::to_string(port);
  if (error == net::error::address_in_use) {
    return "Port " + number +
           " is in use by another program. Stop that program, or choose another port with --port (0 picks a free one).";
  }
  if (error == net::error::access_denied) {
    return "Port " + number + " is not open to this user. Choose one from 1024 up with --port (0 picks a free one).";
  }
  if (error == boost::system::errc::address_not_available) {
    return bind +
           " is not an address of this machine. Choose another with --bind (127.0.0.1 is this machine alone, 0.0.0.0 "
           "every address).";
  }
  return "Cannot listen on " + bind + ", port " + number + ": " + error.message() + ".";
}

}  // namespace

OpenedPort open_port(net::io_context& io, const std::string& bind, std::uint16_t port) {
  OpenedPort opened;
  const bool is_default = bind == "127.0.0.1" || bind == "localhost";
  boost::system::error_code error;
  const auto address = net::ip::make_address(is_default ? "127.0.0.1" : bind, error);
  if (error) {
    opened.problem = "\"" + bind +
                     "\" is not an IP address. Use --bind with 127.0.0.1 (this machine alone), 0.0.0.0 (every address) "
                     "or another one.";
    return opened;
  }
  opened.loopback_only = address.is_loopback();
  for (int tries = 0; tries < kFreePortTries; ++tries) {
    opened.acceptors.clear();
    tcp::acceptor first(io);
    error = open_one(first, {address, port}, /*v6_only=*/false);
    if (error) break;
    opened.port = first.local_endpoint().port();
    opened.acceptors.push_back(std::move(first));
    if (!is_default) break;

    tcp::acceptor second(io);
    error = open_one(second, {net::ip::address_v6::loopback(), opened.port}, /*v6_only=*/true);
    if (!error) opened.acceptors.push_back(std::move(second));
    if (is_absent_here(error)) error = {};
    if (!(error == net::error::address_in_use && port == 0)) break;
  }
  if (error) {
    opened.acceptors.clear();
    opened.problem = explain(error, bind, port);
  }
  return opened;
}

Listener::Listener(tcp::acceptor acceptor, OnAccept on_accept)
    : acceptor_(std::move(acceptor)), pause_(acceptor_.get_executor()), on_accept_(std::move(on_accept)) {}

net::awaitable<void> Listener::run() {
  constexpr auto kAsTuple = net::as_tuple(net::use_awaitable);
  while (acceptor_.is_open()) {
    auto [error, socket] = co_await acceptor_.async_accept(kAsTuple);
    if (!acceptor_.is_open()) break;
    if (!error) {
      on_accept_(std::move(socket));
      continue;
    }
    const auto now = std::chrono::steady_clock::now();
    if (error != net::error::connection_aborted && now >= quiet_until_) {
      report("accept", error.message());
      quiet_until_ = now + kReportAgainAfter;
    }
    pause_.expires_after(kPauseAfterFailure);
    co_await pause_.async_wait(kAsTuple);
  }
}

void Listener::close() {
  boost::system::error_code ignored;  // it is gone either way
  acceptor_.close(ignored);
  pause_.cancel();
}

}  // namespace waiter::server
