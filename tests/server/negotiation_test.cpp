// What is read out of a request's headers: codings, targets, hosts; and the small tables beside them.

#include <doctest/doctest.h>

#include "server/accept_encoding.h"
#include "server/host_check.h"
#include "server/http_date.h"
#include "server/media_types.h"
#include "server/request_target.h"

namespace waiter::server {
namespace {

constexpr CodingsOnOffer kBoth{.gzip = true, .brotli = true};
constexpr CodingsOnOffer kGzip{.gzip = true, .brotli = false};

TEST_CASE("a client that names no coding gets the bytes themselves") {
  CHECK(choose_coding("", kBoth) == Coding::identity);
  CHECK(choose_coding("identity", kBoth) == Coding::identity);
  CHECK(choose_coding("zstd, deflate", kBoth) == Coding::identity);
}

TEST_CASE("a browser gets the smallest coding that stands ready") {
  CHECK(choose_coding("gzip, deflate, br, zstd", kBoth) == Coding::brotli);
  CHECK(choose_coding("gzip, deflate, br, zstd", kGzip) == Coding::gzip);
  CHECK(choose_coding("gzip, deflate, br, zstd", {}) == Coding::identity);
  CHECK(choose_coding("*", kBoth) == Coding::brotli);
  CHECK(choose_coding("GZip", kGzip) == Coding::gzip);
}

TEST_CASE("weights decide, and a weight of nought refuses") {
  CHECK(choose_coding("gzip;q=1.0, br;q=0.5", kBoth) == Coding::gzip);
  CHECK(choose_coding("gzip;q=0.123, br;q=0.124", kBoth) == Coding::brotli);
  CHECK(choose_coding("gzip;q=0", kBoth) == Coding::identity);
  CHECK(choose_coding("br;q=0, *", kBoth) == Coding::gzip);
  CHECK(choose_coding("identity;q=0.9, gzip ; Q=0.5", kGzip) == Coding::identity);
  CHECK(choose_coding("identity;q=0.5, gzip;q=0.5", kGzip) == Coding::gzip);
}

TEST_CASE("a client that refuses everything on offer is told so") {
  CHECK_FALSE(choose_coding("identity;q=0", {}).has_value());
  CHECK_FALSE(choose_coding("*;q=0", kBoth).has_value());
  CHECK(choose_coding("*;q=0, identity", kBoth) == Coding::identity);
  CHECK(choose_coding("identity;q=0, gzip", kGzip) == Coding::gzip);
}

TEST_CASE("a weight that cannot be read is not a wish") {
  for (const char* header : {"gzip;q=2", "gzip;q=", "gzip;q=0.1234", "gzip;q=x", "gzip;q=1.5", "gzip;q=-1", ";;,,;q"}) {
    CAPTURE(header);
    CHECK(choose_coding(header, kBoth) == Coding::identity);
  }
}

TEST_CASE("a target's path is decoded, and its query left out") {
  CHECK(parse_target("/")->path == "/");
  CHECK(parse_target("/assets/a.js?v=1#x")->path == "/assets/a.js");
  CHECK(parse_target("/a%20b%C3%A9")->path == "/a b\xC3\xA9");
  CHECK(parse_target("/%25")->path == "/%");  // decoded once
  CHECK(parse_target("/..a/...")->path == "/..a/...");
}

TEST_CASE("a whole URL as a target names its own host") {
  const auto target = parse_target("http://localhost:8000/health?x");
  REQUIRE(target);
  CHECK(target->path == "/health");
  CHECK(target->authority == "localhost:8000");
  CHECK(parse_target("HTTP://localhost")->path == "/");
  CHECK(parse_target("http://localhost?x")->path == "/");
  CHECK_FALSE(parse_target("http:///x"));
  CHECK_FALSE(parse_target("https://localhost/"));
}

TEST_CASE("a target that could mean another file is refused") {
  for (const char* target :
       {"",     "*",         "a",       "/..",    "/../x",       "/a/../b", "/a/..",       "/.",
        "/./a", "/%2e%2e/x", "/%2E./x", "/a%2fb", "/a%5c..%5cb", "/a\\b",   "/%00",        "/a%0d%0ab",
        "/%",   "/%4",       "/%zz",    "/%7f",   "?x",          "..",      "http://h/..", "//../x"}) {
    CAPTURE(target);
    CHECK_FALSE(parse_target(target));
  }
}

TEST_CASE("only the loopback names at the own port are loopback hosts") {
  for (const char* host : {"localhost:8000", "LOCALHOST:8000", "127.0.0.1:8000", "[::1]:8000"}) {
    CAPTURE(host);
    CHECK(is_loopback_host(host, 8000));
  }
  for (const char* host : {"", "localhost", "localhost:", "localhost:80", "localhost:8000x", "localhost:65536",
                           "localhost.evil.example:8000", "evil.example:8000", "127.0.0.1.evil.example:8000",
                           "127.0.0.10:8000", "::1:8000", "localhost:-8000"}) {
    CAPTURE(host);
    CHECK_FALSE(is_loopback_host(host, 8000));
  }
  CHECK(is_loopback_host("localhost", 80));
}

TEST_CASE("media types follow the last extension, in either case") {
  CHECK(media_type_of("/index.html").name == "text/html; charset=utf-8");
  CHECK(media_type_of("/assets/a-1.b.js").name.starts_with("text/javascript"));
  CHECK(media_type_of("ENGINE.WASM").name == "application/wasm");
  CHECK(media_type_of("/lesson.json").name == "application/json");
  CHECK(media_type_of("/a.js.map").name == "application/json");
  CHECK(media_type_of("/a.svg").name == "image/svg+xml");
  CHECK(media_type_of("/a.woff2").name == "font/woff2");
  CHECK(media_type_of("/a.css").name.starts_with("text/css"));
  CHECK(media_type_of("/a.txt").name.starts_with("text/plain"));
  CHECK(media_type_of("/folder.html/file").name == "application/octet-stream");
  CHECK(media_type_of("").name == "application/octet-stream");
  CHECK(media_type_of("/a.wasm").compressible);
  CHECK_FALSE(media_type_of("/a.png").compressible);
}

TEST_CASE("dates are written as HTTP wants them") {
  CHECK(http_date(784111777) == "Sun, 06 Nov 1994 08:49:37 GMT");
  CHECK(http_date(0) == "Thu, 01 Jan 1970 00:00:00 GMT");
}

}  // namespace
}  // namespace waiter::server
