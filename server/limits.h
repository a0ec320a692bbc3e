#pragma once
// Every bound of the companion, each with its reason. Tests make them small.

#include <chrono>
#include <cstddef>
#include <cstdint>

namespace waiter::server {

struct Limits {
  /// The request line, and as much again for the headers. Browsers send 1 KB; cookies of other programs on localhost
  /// may add several.
  std::uint32_t header_bytes = 16 * 1024;
  /// No request here needs a body; one that comes with a GET is read and ignored up to this size.
  std::uint64_t body_bytes = 16 * 1024;
  /// Below the usual 1024 descriptors of a process, which also holds listeners, terminal and files.
  std::size_t connections_max = 900;

  /// How long a connection may stay open without a request. Browsers keep theirs for minutes; reopening is cheap.
  std::chrono::milliseconds idle{60'000};
  /// From a request's first byte to its last: nobody types a request by hand into a page's server for longer.
  std::chrono::milliseconds request{10'000};
  /// For an answer: this, and a second for each `write_bytes_per_second`; slower than that is no reader.
  std::chrono::milliseconds write{10'000};
  std::uint64_t write_bytes_per_second = 16 * 1024;
  /// After an answer to a request that was not read to its end, how long the rest is swallowed before the connection is
  /// closed. Closing at once would reset it, and the client might never see the answer.
  std::chrono::milliseconds linger{1'000};
  std::size_t linger_bytes = 1 << 20;
  /// From the first Ctrl-C until connections that are still busy are cut.
  std::chrono::milliseconds stop{5'000};
};

}  // namespace waiter::server
