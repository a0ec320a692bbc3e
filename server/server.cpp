#include "server/server.h"

#include <exception>
#include <utility>

#include "server/http_date.h"
#include "server/report.h"
#include "server/respond.h"

namespace waiter::server {
namespace {

/// The one place where an exception out of a session or a listener ends: our fault or the machine's, told and survived.
void report_exception(const char* where, const std::exception_ptr& thrown) {
  if (!thrown) return;
  try {
    std::rethrow_exception(thrown);
  } catch (const std::exception& error) {
    report(where, error.what());
  }
}

std::string no_page(const std::filesystem::path& root, const char* why) {
  return "There is no page in " + root.string() + ": " + why +
         ". Build it with ./dev build, or name its folder with --root.";
}

}  // namespace

Server::Server(const ServeOptions& options) : options_(options), started_(std::chrono::steady_clock::now()) {
  answer_ = [this](const Request& request) { return answer(request); };
}

std::string Server::open() {
  std::error_code error;
  if (!std::filesystem::is_directory(options_.page_root, error))
    return no_page(options_.page_root, "there is no such folder");
  page_.emplace(options_.page_root);
  if (!page_->current(started_)->has_page()) return no_page(options_.page_root, "it holds no index.html");

  OpenedPort opened = open_port(io_, options_.bind, options_.port);
  if (opened.acceptors.empty()) return opened.problem;
  port_ = opened.port;
  loopback_only_ = opened.loopback_only;
  for (auto& acceptor : opened.acceptors) {
    listeners_.emplace_back(std::move(acceptor), [this](net::ip::tcp::socket socket) { accept(std::move(socket)); });
  }
  return {};
}

std::string Server::url() const {
  // Loopback and "every address" are both reached from here as localhost; any other address only by itself.
  boost::system::error_code error;
  const auto address = net::ip::make_address(options_.bind, error);
  std::string host = "localhost";
  if (!error && !address.is_loopback() && !address.is_unspecified()) {
    host = address.is_v6() ? "[" + address.to_string() + "]" : address.to_string();
  }
  return "http://" + host + ":" + std::to_string(port_);
}

void Server::run() {
  started_ = std::chrono::steady_clock::now();
  for (Listener& listener : listeners_) {
    net::co_spawn(io_, listener.run(), [](std::exception_ptr thrown) { report_exception("listener", thrown); });
  }
  io_.run();
}

void Server::accept(net::ip::tcp::socket socket) {
  // At the limit a new client is turned away at once; it sees a closed connection, not a hanging one.
  if (stopping_ || conversations_.size() >= options_.limits.connections_max) return;
  net::co_spawn(io_, run_http_session(std::move(socket), options_.limits, answer_, conversations_),
                [](std::exception_ptr thrown) { report_exception("session", thrown); });
}

Response Server::answer(const Request& request) {
  const auto now = std::chrono::steady_clock::now();
  const ServerFacts facts{.uptime = std::chrono::duration_cast<std::chrono::milliseconds>(now - started_),
                          .port = port_,
                          .loopback_only = loopback_only_};
  Response response = respond(request, *page_->current(now), facts);
  const std::time_t second = std::time(nullptr);
  if (second != date_second_) {
    date_second_ = second;
    date_ = http_date(second);
  }
  response.message.set(http::field::date, date_);
  return response;
}

void Server::stop_on_signals() {
  signals_.add(SIGINT);
  signals_.add(SIGTERM);
  await_signal();
}

void Server::await_signal() {
  signals_.async_wait([this](const boost::system::error_code& error, int) {
    if (error) return;
    begin_stop();
    // Nothing left to cut: without waiting for another signal, run() returns.
    if (conversations_.size() > 0) await_signal();
  });
}

void Server::stop() {
  net::post(io_, [this] { begin_stop(); });
}

void Server::begin_stop() {
  if (stopping_) {
    conversations_.cut();
    return;
  }
  stopping_ = true;
  for (Listener& listener : listeners_) listener.close();
  stop_deadline_.expires_after(options_.limits.stop);
  stop_deadline_.async_wait([this](const boost::system::error_code& error) {
    if (!error) conversations_.cut();
  });
  conversations_.finish([this] {
    stop_deadline_.cancel();
    signals_.cancel();
  });
}

}  // namespace waiter::server
