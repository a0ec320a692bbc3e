// The session on a stream in memory: in pieces of one byte, and with each of its operations failing in turn.

#include <exception>
#include <optional>
#include <string>

#include <doctest/doctest.h>
#include <boost/beast/_experimental/test/stream.hpp>

#include "server/http_session.h"

namespace waiter::server {

template <>
struct Transport<beast::test::stream> {
  static void set_deadline(beast::test::stream&, std::chrono::milliseconds) {}  // no time passes in memory
  static void shutdown_send(beast::test::stream& stream) { stream.close(); }
};

namespace {

constexpr std::string_view kTwoRequests =
    "GET /one HTTP/1.1\r\nHost: a\r\n\r\n"
    "GET /two HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nbody"
    "GET /end HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";

struct Outcome {
  std::string written;
  std::exception_ptr thrown;
  bool ended = false;
};

struct Setting {
  std::size_t piece = 64 * 1024;  // the most that one read or write moves
  std::optional<std::size_t> failing_operation = {};
  Limits limits = {};
};

/// Runs a session whose client sends `input` and then closes; each answer is the request's target.
Outcome converse(std::string_view input, const Setting& setting) {
  net::io_context io;
  beast::test::fail_count fail(setting.failing_operation.value_or(SIZE_MAX));
  beast::test::stream stream(io, fail);
  beast::test::stream peer = beast::test::connect(stream);
  stream.append(input);
  stream.read_size(setting.piece);
  stream.write_size(setting.piece);
  peer.close();

  const Answer answer = [](const Request& request) {
    Response response;
    response.message.version(request.version());
    response.set_text(std::string(request.target()) + ";", "text/plain");
    return response;
  };
  Conversations conversations;
  Conversation conversation(conversations, [] {});
  HttpSession session(stream, setting.limits, answer, conversation);
  Outcome outcome;
  net::co_spawn(io, session.run(), [&](std::exception_ptr thrown) {
    outcome.thrown = thrown;
    outcome.ended = true;
  });
  io.run();
  outcome.written = std::string(peer.str());
  return outcome;
}

TEST_CASE("pipelined requests are answered in order until the one that closes") {
  const Outcome outcome = converse(kTwoRequests, {});
  CHECK(outcome.ended);
  CHECK_FALSE(outcome.thrown);
  const std::size_t one = outcome.written.find("/one;");
  const std::size_t two = outcome.written.find("/two;");
  const std::size_t end = outcome.written.find("/end;");
  CHECK(one < two);
  CHECK(two < end);
  CHECK(end != std::string::npos);
  CHECK(outcome.written.find("Connection: close") > two);
}

TEST_CASE("pieces of one byte make no difference") {
  CHECK(converse(kTwoRequests, {.piece = 1}).written == converse(kTwoRequests, {}).written);
}

TEST_CASE("whichever operation fails, the session ends, and what it wrote is the beginning of the right answer") {
  const std::string complete = converse(kTwoRequests, {}).written;
  bool succeeded = false;
  std::size_t failures = 0;
  for (std::size_t n = 1; !succeeded && n < 10'000; ++n) {
    const Outcome outcome = converse(kTwoRequests, {.piece = 16, .failing_operation = n});
    CHECK(outcome.ended);
    CHECK(complete.starts_with(outcome.written));
    if (outcome.thrown) {
      ++failures;
      CHECK_THROWS_AS(std::rethrow_exception(outcome.thrown), boost::system::system_error);
    } else {
      succeeded = outcome.written == complete;
    }
  }
  CHECK(succeeded);
  CHECK(failures > 20);
}

TEST_CASE("a client that leaves in the middle of a request is no error") {
  for (std::size_t length = 0; length < kTwoRequests.size(); ++length) {
    CAPTURE(length);
    const Outcome outcome = converse(kTwoRequests.substr(0, length), {});
    CHECK(outcome.ended);
    CHECK_FALSE(outcome.thrown);
  }
}

TEST_CASE("headers up to the limit are read, and one byte more is refused") {
  const Limits limits{.header_bytes = 256};
  const std::string start = "Host: a\r\nX: ";
  const std::string end = "\r\n\r\n";
  const auto with_header_of = [&](std::size_t bytes) {
    return "GET / HTTP/1.1\r\n" + start + std::string(bytes - start.size() - end.size(), 'x') + end;
  };
  CHECK(converse(with_header_of(256), {.limits = limits}).written.starts_with("HTTP/1.1 200"));
  CHECK(converse(with_header_of(257), {.limits = limits}).written.starts_with("HTTP/1.1 431"));
  CHECK(converse(with_header_of(100'000), {.limits = limits}).written.starts_with("HTTP/1.1 431"));
}

TEST_CASE("a body up to the limit is read, and one byte more is refused") {
  const Limits limits{.body_bytes = 10};
  const auto with_body_of = [](std::size_t bytes) {
    return "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: " + std::to_string(bytes) + "\r\n\r\n" +
           std::string(bytes, 'x');
  };
  CHECK(converse(with_body_of(10), {.limits = limits}).written.starts_with("HTTP/1.1 200"));
  CHECK(converse(with_body_of(11), {.limits = limits}).written.starts_with("HTTP/1.1 413"));

  const std::string chunked = "GET / HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n12345\r\n";
  CHECK(converse(chunked + "5\r\n67890\r\n0\r\n\r\n", {.limits = limits}).written.starts_with("HTTP/1.1 200"));
  CHECK(converse(chunked + "6\r\n67890x\r\n0\r\n\r\n", {.limits = limits}).written.starts_with("HTTP/1.1 413"));
}

TEST_CASE("bytes that are no request are refused once, and the connection ends") {
  for (const std::string_view garbage :
       {std::string_view("\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 11),
        std::string_view("\r\n\r\n\r\nhello\r\n\r\n"), std::string_view("GET\r\n\r\n"),
        std::string_view("GET / HTTP/1.1\r\nHost a\r\n\r\n"),
        std::string_view("GET / HTTP/1.1\r\nContent-Length: -1\r\n\r\n"),
        std::string_view("GET / HTTP/1.1\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n")}) {
    CAPTURE(std::string(garbage));
    const Outcome outcome = converse(std::string(garbage) + std::string(kTwoRequests), {});
    CHECK(outcome.ended);
    CHECK_FALSE(outcome.thrown);
    CHECK(outcome.written.starts_with("HTTP/1.1 400"));
    CHECK(outcome.written.find("Connection: close") != std::string::npos);
    CHECK(outcome.written.find("/one;") == std::string::npos);
  }
  CHECK(converse("GET / FTP/1.1\r\n\r\n", {}).written.starts_with("HTTP/1.1 505"));
  CHECK(converse("GET / HTTP/2.0\r\n\r\n", {}).written.starts_with("HTTP/1.1 505"));
}

}  // namespace
}  // namespace waiter::server
