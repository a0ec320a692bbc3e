#pragma once
// What the companion answers: a pure function of the request, the page and a few facts. No socket, no clock, no file is
// touched here, so every answer is tested without them; the session only moves bytes.

#include <chrono>
#include <cstdint>
#include <string>

#include "server/file_store.h"
#include "server/http_types.h"

namespace waiter::server {

struct ServerFacts {
  std::chrono::milliseconds uptime{0};
  std::uint16_t port = 0;
  bool loopback_only = true;  // then the host names of requests to the API are checked; see host_check.h
};

/// The complete answer to a well-formed request, except Date and Connection. To HEAD: the headers of GET, an empty
/// body.
[[nodiscard]] Response respond(const Request& request, const FileStore& page, const ServerFacts& facts);

/// The answer to bytes that are no acceptable request: a status and one sentence.
[[nodiscard]] Response refuse(http::status status, std::string sentence);

}  // namespace waiter::server
