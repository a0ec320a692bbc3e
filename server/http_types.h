#pragma once
// The two message types that the companion passes around, and short names for the libraries they come from.
//
// A Response borrows its bytes: `message.body()` is a view into what `owner` keeps alive, so that a file is sent
// straight from the store to any number of clients without a copy. Move or copy both together.

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <boost/asio.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

namespace waiter::server {

namespace net = boost::asio;
namespace beast = boost::beast;
namespace http = boost::beast::http;

using Request = http::request<http::string_body>;

struct Response {
  http::response<http::span_body<const char>> message;
  std::shared_ptr<const void> owner;

  /// Sends `bytes`, which `keeper` keeps alive.
  void set_body(std::string_view bytes, std::shared_ptr<const void> keeper) {
    message.body() = {bytes.data(), bytes.size()};
    message.content_length(bytes.size());
    owner = std::move(keeper);
  }

  void set_text(std::string text, std::string_view media_type) {
    auto kept = std::make_shared<const std::string>(std::move(text));
    message.set(http::field::content_type, media_type);
    set_body(*kept, kept);
  }
};

}  // namespace waiter::server
