// `waiter serve` as its user sees it: what it says, and how it ends.

#include <csignal>
#include <ostream>
#include <sstream>
#include <string>

#include <doctest/doctest.h>

#include "companion.h"
#include "page_fixture.h"

namespace waiter::server::testing {
namespace {

struct Said {
  int status = -1;
  std::string out;
  std::string err;
};

Said say(const ServeOptions& options) {
  std::ostringstream out;
  std::ostringstream err;
  const int status = serve(options, out, err);
  return {status, out.str(), err.str()};
}

void check_refused(const ServeOptions& options, std::string_view reason) {
  const Said said = say(options);
  CHECK(said.status == 2);
  CHECK(said.out.empty());
  CHECK_MESSAGE(said.err.find(reason) != std::string::npos, said.err);
  CHECK(said.err.starts_with("waiter serve: "));
  CHECK(said.err.find('\n') == said.err.size() - 1);  // one line
}

TEST_CASE("a page that is not there is named, with what to do") {
  PageFixture page;
  check_refused({.page_root = page.root() / "nowhere", .port = 0},
                "nowhere: there is no such folder. Build it with ./dev build");
  check_refused({.page_root = page.root(), .port = 0}, "it holds no index.html. Build it with ./dev build");
}

TEST_CASE("a port in use is named, with what to do") {
  PageFixture page;
  page.put_page();
  RunningCompanion first(page.root());
  check_refused({.page_root = page.root(), .port = first.port()},
                "Port " + std::to_string(first.port()) +
                    " is in use by another program. Stop that program, or choose another port");
}

TEST_CASE("an address that is none, or another machine's, is refused") {
  PageFixture page;
  page.put_page();
  check_refused({.page_root = page.root(), .bind = "everywhere", .port = 0}, "\"everywhere\" is not an IP address");
  check_refused({.page_root = page.root(), .bind = "192.0.2.1", .port = 0},
                "192.0.2.1 is not an address of this machine");
}

TEST_CASE("a program is not served yet, and is told so") {
  PageFixture page;
  page.put_page();
  check_refused({.page_root = page.root(), .port = 0, .program = "shop.py"},
                "Serving a program (shop.py) is not built yet");
}

/// Raises a signal when it is flushed for the first time: at the moment when a person could first read the address.
class Signalling : public std::stringbuf {
 public:
  explicit Signalling(int signal) : signal_(signal) {}

 protected:
  int sync() override {
    if (!raised_) ::raise(signal_);
    raised_ = true;
    return 0;
  }

 private:
  int signal_;
  bool raised_ = false;
};

TEST_CASE("it says where the page is and stops at the first signal") {
  for (const int signal : {SIGINT, SIGTERM}) {
    PageFixture page;
    page.put_page();
    Signalling buffer(signal);
    std::ostream out(&buffer);
    std::ostringstream err;
    CHECK(serve({.page_root = page.root(), .port = 0}, out, err) == 0);
    CHECK(err.str().empty());
    const std::string said = buffer.str();
    CHECK(said.starts_with("One Waiter serves the page at http://localhost:"));
    CHECK(said.find("  (Ctrl-C stops it)\n") != std::string::npos);
    CHECK(said.ends_with("One Waiter stopped.\n"));
  }
}

TEST_CASE("the address shown is one that works from here") {
  PageFixture page;
  page.put_page();
  const auto url_at = [&](const std::string& bind) {
    Server server({.page_root = page.root(), .bind = bind, .port = 0});
    REQUIRE(server.open().empty());
    return std::pair(server.url() == "http://localhost:" + std::to_string(server.port()), server.loopback_only());
  };
  CHECK(url_at("127.0.0.1") == std::pair(true, true));
  CHECK(url_at("localhost") == std::pair(true, true));
  CHECK(url_at("0.0.0.0") == std::pair(true, false));
  CHECK(url_at("127.0.0.2").second);
}

}  // namespace
}  // namespace waiter::server::testing
