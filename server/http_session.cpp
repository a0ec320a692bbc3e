#include "server/http_session.h"

namespace waiter::server {

std::optional<Response> refusal_for(const beast::error_code& error) {
  // The client left before or in the middle of a request.
  if (error == http::error::end_of_stream || error == http::error::partial_message) return std::nullopt;

  if (error == http::error::header_limit || error == http::error::buffer_overflow) {
    return refuse(http::status::request_header_fields_too_large, "The request's headers are too long.");
  }
  if (error == http::error::body_limit)
    return refuse(http::status::payload_too_large, "The request's body is too long.");
  if (error == http::error::bad_version) {
    return refuse(http::status::http_version_not_supported, "This server speaks HTTP/1.1.");
  }
  static const auto& parser_category = beast::error_code(http::error::bad_method).category();
  if (error.category() == parser_category)
    return refuse(http::status::bad_request, "This is not a valid HTTP request.");
  return std::nullopt;
}

void throw_if_unexpected(const beast::error_code& error) {
  for (const beast::error_code& end :
       {beast::error_code(net::error::eof), beast::error_code(net::error::connection_reset),
        beast::error_code(net::error::broken_pipe), beast::error_code(net::error::connection_aborted),
        beast::error_code(net::error::timed_out), beast::error_code(net::error::operation_aborted),
        beast::error_code(net::error::not_connected), beast::error_code(net::error::bad_descriptor),
        beast::error_code(beast::error::timeout), beast::error_code(http::error::end_of_stream),
        beast::error_code(http::error::partial_message)}) {
    if (error == end) return;
  }
  throw beast::system_error(error);
}

net::awaitable<void> run_http_session(net::ip::tcp::socket socket, const Limits& limits, const Answer& answer,
                                      Conversations& conversations) {
  beast::error_code ignored;  // without it answers are only slower
  socket.set_option(net::ip::tcp::no_delay(true), ignored);
  beast::tcp_stream stream(std::move(socket));
  Conversation conversation(conversations, [&stream] { stream.close(); });
  co_await HttpSession<beast::tcp_stream>(stream, limits, answer, conversation).run();
}

}  // namespace waiter::server
