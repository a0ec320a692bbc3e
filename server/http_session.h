#pragma once
// One connection: reads requests, has them answered, writes the answers, in order, until either side has had enough.
//
// Moves bytes only; what is answered comes from `answer` (respond.h). A template over the stream so that tests run it
// on one in memory whose Nth operation fails. Invariants:
// 1. One operation in flight at a time. Pipelined requests wait in the buffer and are answered in order.
// 2. Every wait has a deadline, and no deadline is prolonged by bytes that trickle in.
// 3. How a client ends (closed, reset, timed out) is a value and ends the session quietly; only what is unexpected is
// thrown,
//    to be reported once, by whoever started the session.

#include <chrono>
#include <functional>
#include <optional>
#include <string>
#include <tuple>
#include <utility>

#include "server/conversations.h"
#include "server/http_types.h"
#include "server/limits.h"
#include "server/respond.h"

namespace waiter::server {

/// What a session needs of a stream besides reading and writing.
template <class Stream>
struct Transport;

template <>
struct Transport<beast::tcp_stream> {
  static void set_deadline(beast::tcp_stream& stream, std::chrono::milliseconds from_now) {
    stream.expires_after(from_now);
  }
  static void shutdown_send(beast::tcp_stream& stream) {
    beast::error_code ignored;  // the peer may be gone already, which is what we are after
    stream.socket().shutdown(net::ip::tcp::socket::shutdown_send, ignored);
  }
};

using Answer = std::function<Response(const Request&)>;

/// The refusal for what the parser or a limit did not accept; nullopt where the client has gone and nobody would read
/// it.
[[nodiscard]] std::optional<Response> refusal_for(const beast::error_code& error);

/// Throws for an error that is not one of the ways in which a connection ends.
void throw_if_unexpected(const beast::error_code& error);

template <class Stream>
class HttpSession {
 public:
  HttpSession(Stream& stream, const Limits& limits, const Answer& answer, Conversation& conversation)
      : stream_(stream),
        limits_(limits),
        answer_(answer),
        conversation_(conversation),
        buffer_(limits.header_bytes + kReadBytes) {}

  net::awaitable<void> run() {
    // GCC 12 compiles `for (;;)` with an awaiting condition and a break inside to a trap; awaited values are named
    // here.
    bool open = true;
    while (open) {
      open = co_await wait_for_request();
      if (open) open = co_await serve_one();
    }
    Transport<Stream>::shutdown_send(stream_);
  }

 private:
  static constexpr std::size_t kReadBytes = 4096;
  static constexpr auto kAsTuple = net::as_tuple(net::use_awaitable);
  using Parser = http::request_parser<http::string_body>;

  /// False where none came. A pipelined request is there already.
  net::awaitable<bool> wait_for_request() {
    if (buffer_.size() > 0) co_return true;
    if (conversation_.should_end()) co_return false;
    conversation_.set_waiting(true);
    Transport<Stream>::set_deadline(stream_, limits_.idle);
    auto [error, bytes] = co_await stream_.async_read_some(buffer_.prepare(kReadBytes), kAsTuple);
    conversation_.set_waiting(false);
    if (error) {
      throw_if_unexpected(error);
      co_return false;
    }
    buffer_.commit(bytes);
    co_return true;
  }

  /// True where the connection can be used for another request.
  net::awaitable<bool> serve_one() {
    Parser parser;
    parser.header_limit(limits_.header_bytes);
    parser.body_limit(boost::none);  // set below; a request that is refused anyway is told the better reason
    Transport<Stream>::set_deadline(stream_, limits_.request);

    auto [header_error, header_bytes] = co_await http::async_read_header(stream_, buffer_, parser, kAsTuple);
    if (header_error) {
      co_await refuse_request(header_error);
      co_return false;
    }

    // A body that nobody wants is not asked for: the answer comes at once and the connection ends after it.
    const auto method = parser.get().method();
    const bool reads_body =
        (method == http::verb::get || method == http::verb::head) && parser.get().count(http::field::expect) == 0;
    if (!parser.is_done() && reads_body) {
      parser.body_limit(limits_.body_bytes);  // from now on; a length that was announced has been passed already
      beast::error_code body_error;
      if (parser.content_length().value_or(0) > limits_.body_bytes) {
        body_error = http::error::body_limit;
      } else {
        std::tie(body_error, std::ignore) = co_await http::async_read(stream_, buffer_, parser, kAsTuple);
      }
      if (body_error) {
        co_await refuse_request(body_error);
        co_return false;
      }
    }
    const bool read_to_its_end = parser.is_done();
    Response response = answer_(parser.get());
    response.message.keep_alive(parser.keep_alive() && read_to_its_end && !conversation_.should_end());
    const bool keep_alive = response.message.keep_alive();
    const bool sent = co_await send(response);
    if (sent && !read_to_its_end) co_await linger();
    co_return sent&& keep_alive;
  }

  net::awaitable<void> refuse_request(const beast::error_code& error) {
    std::optional<Response> refusal = refusal_for(error);
    if (!refusal) {
      throw_if_unexpected(error);
      co_return;
    }
    refusal->message.keep_alive(false);
    const bool sent = co_await send(*refusal);
    if (sent) co_await linger();
  }

  net::awaitable<bool> send(Response& response) {
    const auto at_slowest = std::chrono::seconds(response.message.body().size() / limits_.write_bytes_per_second);
    Transport<Stream>::set_deadline(stream_, limits_.write + at_slowest);
    auto [error, bytes] = co_await http::async_write(stream_, response.message, kAsTuple);
    if (error) throw_if_unexpected(error);
    co_return !error;
  }

  /// Lets the client read our answer before the connection goes, by reading what it still sends.
  net::awaitable<void> linger() {
    Transport<Stream>::shutdown_send(stream_);
    Transport<Stream>::set_deadline(stream_, limits_.linger);
    for (std::size_t swallowed = 0; swallowed < limits_.linger_bytes;) {
      buffer_.clear();
      auto [error, bytes] = co_await stream_.async_read_some(buffer_.prepare(kReadBytes), kAsTuple);
      if (error) break;
      swallowed += bytes;
    }
    buffer_.clear();
  }

  Stream& stream_;
  const Limits& limits_;
  const Answer& answer_;
  Conversation& conversation_;
  beast::flat_buffer buffer_;
};

/// Serves an accepted socket to its end. `limits`, `answer` and `conversations` must outlive it.
net::awaitable<void> run_http_session(net::ip::tcp::socket socket, const Limits& limits, const Answer& answer,
                                      Conversations& conversations);

}  // namespace waiter::server
