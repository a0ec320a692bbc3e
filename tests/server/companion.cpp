#include "companion.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <doctest/doctest.h>
#include <boost/beast/core/string.hpp>

namespace waiter::server::testing {
namespace {

ServeOptions options_for(const std::filesystem::path& page_root, const Limits& limits) {
  ServeOptions options;
  options.page_root = page_root;
  options.port = 0;
  options.limits = limits;
  return options;
}

}  // namespace

RunningCompanion::RunningCompanion(const std::filesystem::path& page_root, const Limits& limits)
    : server_(options_for(page_root, limits)) {
  const std::string problem = server_.open();
  REQUIRE_MESSAGE(problem.empty(), problem);
  thread_ = std::thread([this] { server_.run(); });
}

RunningCompanion::~RunningCompanion() {
  if (!thread_.joinable()) return;
  server_.stop();
  server_.stop();  // whatever a failed test left open
  thread_.join();
}

void RunningCompanion::join() {
  thread_.join();
}

std::string Reply::header(std::string_view name) const {
  std::size_t line = head.find("\r\n");
  while (line != std::string::npos && line + 2 < head.size()) {
    const std::size_t begin = line + 2;
    line = head.find("\r\n", begin);
    const std::string_view text = std::string_view(head).substr(begin, line - begin);
    const std::size_t colon = text.find(": ");
    if (colon != std::string_view::npos && boost::beast::iequals(text.substr(0, colon), name)) {
      return std::string(text.substr(colon + 2));
    }
  }
  return {};
}

bool has_ipv6_loopback() {
  const int probe = ::socket(AF_INET6, SOCK_STREAM, 0);
  sockaddr_in6 address{};
  address.sin6_family = AF_INET6;
  address.sin6_addr = in6addr_loopback;
  const bool bound = probe >= 0 && ::bind(probe, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  if (probe >= 0) ::close(probe);
  return bound;
}

Client::Client(std::uint16_t port, Family family) {
  socket_ = ::socket(family == Family::v4 ? AF_INET : AF_INET6, SOCK_STREAM, 0);
  const timeval patience{.tv_sec = kPatience.count(), .tv_usec = 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
  if (family == Family::v4) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  } else {
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    address.sin6_port = htons(port);
    address.sin6_addr = in6addr_loopback;
    connected_ = ::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  }
}

Client::~Client() {
  if (socket_ >= 0) ::close(socket_);
}

bool Client::send(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(sent));
  }
  return true;
}

void Client::shutdown_send() {
  ::shutdown(socket_, SHUT_WR);
}

void Client::reset() {
  const linger at_once{.l_onoff = 1, .l_linger = 0};
  ::setsockopt(socket_, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  ::close(socket_);
  socket_ = -1;
}

bool Client::fill() {
  char bytes[16384];
  const ssize_t got = ::recv(socket_, bytes, sizeof bytes, 0);
  if (got <= 0) return false;
  buffer_.append(bytes, static_cast<std::size_t>(got));
  return true;
}

Reply Client::read_head() {
  std::size_t end;
  while ((end = buffer_.find("\r\n\r\n")) == std::string::npos) {
    if (!fill()) return {};
  }
  Reply reply;
  reply.head = buffer_.substr(0, end + 2);
  buffer_.erase(0, end + 4);
  reply.status = std::stoi(reply.head.substr(9, 3));
  return reply;
}

Reply Client::read() {
  Reply reply = read_head();
  const std::string length = reply.header("Content-Length");
  if (length.empty()) return reply;
  while (buffer_.size() < std::stoul(length)) {
    if (!fill()) return {};
  }
  reply.body = buffer_.substr(0, std::stoul(length));
  buffer_.erase(0, reply.body.size());
  return reply;
}

std::string Client::read_all() {
  while (fill()) {
  }
  return std::move(buffer_);
}

bool Client::is_closed_by_peer() {
  if (!buffer_.empty()) return false;
  char byte = 0;
  const ssize_t got = ::recv(socket_, &byte, 1, 0);
  return got == 0 || (got < 0 && errno == ECONNRESET);
}

std::string get(std::string_view path, std::uint16_t port, std::string_view more) {
  std::string request = "GET ";
  request.append(path).append(" HTTP/1.1\r\nHost: localhost:").append(std::to_string(port)).append("\r\n");
  return request.append(more).append("\r\n");
}

}  // namespace waiter::server::testing
