#pragma once
// A companion in a thread of the test, on a free port, and a client that speaks to it through a plain socket: what a
// test sends is exactly what it says, byte by byte. Every wait of the client ends after kPatience, with a failed read.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <thread>

#include "server/serve.h"
#include "server/server.h"

namespace waiter::server::testing {

constexpr std::chrono::seconds kPatience{5};

class RunningCompanion {
 public:
  explicit RunningCompanion(const std::filesystem::path& page_root, const Limits& limits = {});
  ~RunningCompanion();
  RunningCompanion(const RunningCompanion&) = delete;
  RunningCompanion& operator=(const RunningCompanion&) = delete;

  [[nodiscard]] std::uint16_t port() const { return server_.port(); }
  void stop() { server_.stop(); }
  /// Waits until the server's thread has ended, however long that takes.
  void join();

 private:
  Server server_;
  std::thread thread_;
};

struct Reply {
  int status = 0;  // 0: the connection ended before a whole answer came
  std::string head;
  std::string body;

  /// A header's value; empty where it is absent.
  [[nodiscard]] std::string header(std::string_view name) const;
};

enum class Family { v4, v6 };

/// Asked of the system itself, not of the companion.
bool has_ipv6_loopback();

class Client {
 public:
  explicit Client(std::uint16_t port, Family family = Family::v4);
  ~Client();
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;

  [[nodiscard]] bool connected() const { return connected_; }
  /// False where the peer has closed and the bytes cannot be sent.
  bool send(std::string_view bytes);
  void shutdown_send();
  /// Closes with a reset instead of a farewell.
  void reset();

  /// One answer, with a body as long as its Content-Length says.
  Reply read();
  /// One answer to HEAD: no body, whatever the Content-Length.
  Reply read_head();
  /// Everything until the peer closes.
  std::string read_all();
  /// Whether the peer closes, without sending anything more, within kPatience.
  bool is_closed_by_peer();

 private:
  bool fill();

  int socket_ = -1;
  bool connected_ = false;
  std::string buffer_;
};

/// "GET /path" with the Host that fits the port; `more` is further header lines, each with its \r\n.
std::string get(std::string_view path, std::uint16_t port, std::string_view more = {});

}  // namespace waiter::server::testing
