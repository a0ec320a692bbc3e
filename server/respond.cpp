#include "server/respond.h"

#include <optional>
#include <utility>

#include "server/health.h"
#include "server/host_check.h"
#include "server/request_target.h"
#include "server/security_headers.h"
#include "server/static_files.h"

namespace waiter::server {
namespace {

constexpr std::string_view kPlainText = "text/plain; charset=utf-8";

Response sentence(http::status status, std::string text) {
  Response response;
  response.message.result(status);
  response.message.set(http::field::cache_control, "no-store");
  response.set_text(std::move(text) + "\n", kPlainText);
  return response;
}

Response health_response(const ServerFacts& facts) {
  Response response;
  response.message.result(http::status::ok);
  response.message.set(http::field::cache_control, "no-store");
  response.set_text(health_json(facts.uptime), "application/json");
  return response;
}

/// What only the page itself may ask; everything else here is public by nature.
bool is_api(std::string_view path) {
  return path == "/health" || path == "/api" || path.starts_with("/api/");
}

Response answer(const Request& request, const FileStore& page, const ServerFacts& facts) {
  const auto method = request.method();
  if (method != http::verb::get && method != http::verb::head) {
    Response response = sentence(http::status::method_not_allowed, "Only GET and HEAD are served here.");
    response.message.set(http::field::allow, "GET, HEAD");
    return response;
  }
  // RFC 9112, 3.2: without exactly one Host, an HTTP/1.1 request is a bad one.
  const std::size_t hosts = request.count(http::field::host);
  if (hosts > 1 || (hosts == 0 && request.version() >= 11)) {
    return sentence(http::status::bad_request, "The request must name one Host.");
  }
  const std::optional<RequestTarget> target = parse_target(request.target());
  if (!target) return sentence(http::status::bad_request, "The request's path is not one that can be served.");

  if (is_api(target->path) && facts.loopback_only) {
    const std::string_view host =
        target->authority.empty() ? std::string_view(request[http::field::host]) : std::string_view(target->authority);
    if (!is_loopback_host(host, facts.port)) {
      return sentence(http::status::misdirected_request,
                      "This server answers only to localhost, 127.0.0.1 and [::1] at its own port.");
    }
  }
  if (target->path == "/health") return health_response(facts);
  if (auto file = page.find(target->path)) return file_response(request, std::move(file));
  return sentence(http::status::not_found, "There is nothing here. The page is at /.");
}

}  // namespace

Response respond(const Request& request, const FileStore& page, const ServerFacts& facts) {
  Response response = answer(request, page, facts);
  response.message.version(request.version());
  add_security_headers(response);
  if (request.method() == http::verb::head) response.message.body() = {};  // Content-Length stays what GET would send
  return response;
}

Response refuse(http::status status, std::string text) {
  Response response = sentence(status, std::move(text));
  response.message.version(11);
  add_security_headers(response);
  return response;
}

}  // namespace waiter::server
