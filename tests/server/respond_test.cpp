// The answer as a pure function of the request and the page.

#include <string>
#include <string_view>

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "page_fixture.h"
#include "server/respond.h"

namespace waiter::server {
namespace {

using testing::PageFixture;

constexpr std::string_view kScript = "/assets/index-CFxjF4nH.js";

struct Page {
  Page() {
    files.put_page();
    files.put("fresh/assets/new-CFxjF4nH.js", "new", std::chrono::seconds(0));
    store = load_file_store(files.root(), nullptr).store;
  }
  PageFixture files;
  std::shared_ptr<const FileStore> store;
};

Request request_for(http::verb method, std::string_view target) {
  Request request{method, target, 11};
  request.set(http::field::host, "localhost:8000");
  return request;
}

Response respond_to(const Request& request, const Page& page) {
  return respond(request, *page.store,
                 {.uptime = std::chrono::milliseconds(1500), .port = 8000, .loopback_only = true});
}

Response get(const Page& page, std::string_view target) {
  return respond_to(request_for(http::verb::get, target), page);
}

std::string body_of(const Response& response) {
  return {response.message.body().data(), response.message.body().size()};
}
std::string header(const Response& response, std::string_view name) {
  return std::string(response.message[name]);
}

TEST_CASE("the page is served with its type, a validator, and the advice to ask again") {
  Page page;
  const Response response = get(page, "/");
  CHECK(response.message.result_int() == 200);
  CHECK(header(response, "Content-Type") == "text/html; charset=utf-8");
  CHECK(header(response, "Cache-Control") == "no-cache");
  CHECK(header(response, "Content-Length") == std::to_string(body_of(response).size()));
  CHECK(header(response, "ETag").size() == 18);
  CHECK(body_of(response).starts_with("<!doctype html>"));
}

TEST_CASE("a file with a hashed name may be kept for ever, unless it was just being written") {
  Page page;
  CHECK(header(get(page, kScript), "Cache-Control") == "public, max-age=31536000, immutable");
  CHECK(header(get(page, "/fresh/assets/new-CFxjF4nH.js"), "Cache-Control") == "no-cache");
  CHECK(header(get(page, "/assets/engine-aB3dE5gH.wasm"), "Content-Type") == "application/wasm");
}

TEST_CASE("compressed and plain forms have validators of their own and say what they depend on") {
  Page page;
  Request request = request_for(http::verb::get, kScript);
  const Response plain = respond_to(request, page);
  request.set(http::field::accept_encoding, "gzip");
  const Response gzipped = respond_to(request, page);
  CHECK(header(plain, "Content-Encoding").empty());
  CHECK(header(gzipped, "Content-Encoding") == "gzip");
  CHECK(header(plain, "Vary") == "Accept-Encoding");
  CHECK(header(gzipped, "Vary") == "Accept-Encoding");
  CHECK(header(plain, "ETag") != header(gzipped, "ETag"));
  CHECK(body_of(gzipped).size() < body_of(plain).size());
  CHECK(header(get(page, "/"), "Vary").empty());
}

TEST_CASE("a client that has the file already is told so, without a body") {
  Page page;
  const std::string etag = header(get(page, kScript), "ETag");
  for (const std::string& condition :
       {etag, "W/" + etag, "\"other\", " + etag, "\"a,b\" ,W/\"c\", " + etag, std::string("*")}) {
    CAPTURE(condition);
    Request request = request_for(http::verb::get, kScript);
    request.set(http::field::if_none_match, condition);
    const Response response = respond_to(request, page);
    CHECK(response.message.result_int() == 304);
    CHECK(body_of(response).empty());
    CHECK(header(response, "ETag") == etag);
    CHECK(header(response, "Cache-Control") == "public, max-age=31536000, immutable");
    CHECK(header(response, "Content-Length").empty());
  }
  for (const std::string& condition :
       {std::string("\"other\""), etag.substr(1), std::string("\"open"), std::string()}) {
    CAPTURE(condition);
    Request request = request_for(http::verb::get, kScript);
    request.set(http::field::if_none_match, condition);
    CHECK(respond_to(request, page).message.result_int() == 200);
  }
}

TEST_CASE("the validator of one coding does not stand for another") {
  Page page;
  Request request = request_for(http::verb::get, kScript);
  request.set(http::field::if_none_match, header(get(page, kScript), "ETag"));
  request.set(http::field::accept_encoding, "gzip");
  CHECK(respond_to(request, page).message.result_int() == 200);
}

TEST_CASE("headers in several lines count as one list") {
  Page page;
  Request request = request_for(http::verb::get, kScript);
  request.insert(http::field::accept_encoding, "deflate");
  request.insert(http::field::accept_encoding, "gzip");
  CHECK(header(respond_to(request, page), "Content-Encoding") == "gzip");
}

TEST_CASE("HEAD has the headers of GET and no body") {
  Page page;
  for (const std::string_view target :
       {std::string_view("/"), kScript, std::string_view("/health"), std::string_view("/nope")}) {
    CAPTURE(std::string(target));
    const Response get_response = get(page, target);
    const Response head_response = respond_to(request_for(http::verb::head, target), page);
    CHECK(head_response.message.result() == get_response.message.result());
    CHECK(body_of(head_response).empty());
    CHECK(header(head_response, "Content-Length") == std::to_string(body_of(get_response).size()));
    CHECK(header(head_response, "ETag") == header(get_response, "ETag"));
  }
}

TEST_CASE("only GET and HEAD are allowed, and the answer names them") {
  Page page;
  for (const auto method :
       {http::verb::post, http::verb::put, http::verb::delete_, http::verb::options, http::verb::unknown}) {
    Request request = request_for(http::verb::get, "/health");
    if (method != http::verb::unknown) request.method(method);
    if (method == http::verb::unknown) request.method_string("BREW");
    const Response response = respond_to(request, page);
    CHECK(response.message.result_int() == 405);
    CHECK(header(response, "Allow") == "GET, HEAD");
  }
}

TEST_CASE("what is not there is not found, and what cannot be a path is a bad request") {
  Page page;
  CHECK(get(page, "/nope").message.result_int() == 404);
  CHECK(get(page, "/assets/").message.result_int() == 404);
  CHECK(get(page, "//index.html").message.result_int() == 404);
  CHECK(get(page, "/../etc/passwd").message.result_int() == 400);
  CHECK(get(page, "/%2e%2e/etc/passwd").message.result_int() == 400);
  CHECK(get(page, "/%").message.result_int() == 400);
}

TEST_CASE("health says that One Waiter is up") {
  Page page;
  const Response response = get(page, "/health");
  CHECK(response.message.result_int() == 200);
  CHECK(header(response, "Content-Type") == "application/json");
  CHECK(header(response, "Cache-Control") == "no-store");
  const auto json = nlohmann::json::parse(body_of(response), nullptr, false);
  REQUIRE_FALSE(json.is_discarded());
  CHECK(json.size() == 4);
  CHECK(json["status"] == "ok");
  CHECK(json["name"] == "One Waiter");
  CHECK(json["uptime_s"] == 1.5);
  CHECK(json["version"].is_string());
}

TEST_CASE("a foreign host name reaches the page but not the API") {
  Page page;
  Request request = request_for(http::verb::get, "/health");
  request.set(http::field::host, "evil.example:8000");
  CHECK(respond_to(request, page).message.result_int() == 421);
  request.target("/api/anything");
  CHECK(respond_to(request, page).message.result_int() == 421);
  request.target("/");
  CHECK(respond_to(request, page).message.result_int() == 200);
  request.target("http://localhost:8000/health");  // the URL's host is the one that counts
  CHECK(respond_to(request, page).message.result_int() == 200);
  request.set(http::field::host, "localhost:8000");
  request.target("http://evil.example:8000/health");
  CHECK(respond_to(request, page).message.result_int() == 421);

  request.target("/health");
  request.set(http::field::host, "waiter.example");
  const ServerFacts open_to_all{.port = 8000, .loopback_only = false};
  CHECK(respond(request, *page.store, open_to_all).message.result_int() == 200);
}

TEST_CASE("HTTP/1.1 without exactly one Host is a bad request") {
  Page page;
  Request request{http::verb::get, "/", 11};
  CHECK(respond_to(request, page).message.result_int() == 400);
  request.insert(http::field::host, "localhost:8000");
  request.insert(http::field::host, "localhost:8000");
  CHECK(respond_to(request, page).message.result_int() == 400);
  Request old{http::verb::get, "/", 10};
  CHECK(respond_to(old, page).message.result_int() == 200);
}

TEST_CASE("every answer carries the security headers") {
  Page page;
  const Response refused = refuse(http::status::bad_request, "No.");
  for (const Response& response :
       {get(page, "/"), get(page, "/health"), get(page, "/nope"), get(page, "/%"), refused}) {
    const std::string policy = header(response, "Content-Security-Policy");
    CHECK(policy.starts_with("default-src 'self'; script-src 'self' 'wasm-unsafe-eval';"));
    CHECK(policy.find("'unsafe-eval'") == std::string::npos);
    CHECK(header(response, "X-Content-Type-Options") == "nosniff");
    CHECK(header(response, "Referrer-Policy") == "no-referrer");
    CHECK(header(response, "Cross-Origin-Opener-Policy") == "same-origin");
  }
}

TEST_CASE("a client that accepts no coding on offer gets 406") {
  Page page;
  Request request = request_for(http::verb::get, "/");
  request.set(http::field::accept_encoding, "identity;q=0");
  CHECK(respond_to(request, page).message.result_int() == 406);
}

}  // namespace
}  // namespace waiter::server
