// The whole companion against real sockets on loopback. Every wait is bounded: see companion.h.

#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <vector>

#include <doctest/doctest.h>

#include "companion.h"
#include "page_fixture.h"

namespace waiter::server::testing {
namespace {

using std::chrono::milliseconds;

struct Companion {
  explicit Companion(const Limits& limits = {}) {
    page.put_page();
    page.put("large.bin", std::string(8'000'000, 'x'));
    running.emplace(page.root(), limits);
  }
  [[nodiscard]] std::uint16_t port() const { return running->port(); }
  PageFixture page;
  std::optional<RunningCompanion> running;
};

milliseconds since(std::chrono::steady_clock::time_point start) {
  return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now() - start);
}

TEST_CASE("one connection serves many requests") {
  Companion companion;
  Client client(companion.port());
  REQUIRE(client.connected());
  for (int i = 0; i < 3; ++i) {
    client.send(get("/", companion.port()));
    const Reply page = client.read();
    CHECK(page.status == 200);
    CHECK(page.body == "<!doctype html><title>One Waiter</title>\n");
    CHECK(page.header("Date").ends_with(" GMT"));
    client.send(get("/health", companion.port()));
    CHECK(client.read().body.find("\"status\":\"ok\"") != std::string::npos);
    client.send(get("/", companion.port(), "If-None-Match: " + page.header("ETag") + "\r\n"));
    CHECK(client.read().status == 304);
  }
}

TEST_CASE("localhost means IPv4 and, where the machine has it, IPv6") {
  Companion companion;
  Client v4(companion.port(), Family::v4);
  CHECK(v4.connected());
  if (!has_ipv6_loopback()) return;
  Client v6(companion.port(), Family::v6);
  v6.send(get("/health", companion.port()));
  CHECK(v6.read().status == 200);
}

TEST_CASE("pipelined requests are answered in order") {
  Companion companion;
  Client client(companion.port());
  std::string requests;
  for (int i = 0; i < 100; ++i) requests += get(i % 2 == 0 ? "/" : "/nope", companion.port());
  client.send(requests);
  for (int i = 0; i < 100; ++i) CHECK(client.read().status == (i % 2 == 0 ? 200 : 404));
}

TEST_CASE("a request may come in pieces") {
  Companion companion;
  Client client(companion.port());
  const std::string request = get("/", companion.port());
  for (const char c : request) client.send(std::string_view(&c, 1));
  CHECK(client.read().status == 200);
}

TEST_CASE("after HEAD the connection goes on with the next request") {
  Companion companion;
  Client client(companion.port());
  const std::string host = "Host: localhost:" + std::to_string(companion.port()) + "\r\n\r\n";
  client.send("HEAD / HTTP/1.1\r\n" + host);
  const Reply head = client.read_head();
  CHECK(head.status == 200);
  CHECK(head.header("Content-Length") == "41");
  client.send(get("/", companion.port()));
  CHECK(client.read().body.size() == 41);
}

TEST_CASE("a file larger than the socket's buffers arrives whole") {
  Companion companion;
  Client client(companion.port());
  client.send(get("/large.bin", companion.port()));
  const Reply reply = client.read();
  CHECK(reply.status == 200);
  CHECK(reply.body == std::string(8'000'000, 'x'));
}

TEST_CASE("a client that has said all it wants still gets its answers") {
  Companion companion;
  Client client(companion.port());
  client.send(get("/", companion.port()) + get("/large.bin", companion.port()));
  client.shutdown_send();
  CHECK(client.read().status == 200);
  CHECK(client.read().body.size() == 8'000'000);
  CHECK(client.is_closed_by_peer());
}

TEST_CASE("Connection: close and HTTP/1.0 close after the answer") {
  Companion companion;
  Client asks(companion.port());
  asks.send(get("/", companion.port(), "Connection: close\r\n"));
  CHECK(asks.read().header("Connection") == "close");
  CHECK(asks.is_closed_by_peer());
  Client old(companion.port());
  old.send("GET / HTTP/1.0\r\n\r\n");
  CHECK(old.read().status == 200);
  CHECK(old.is_closed_by_peer());
}

TEST_CASE("no spelling of a path leaves the page's folder") {
  Companion companion;
  companion.page.put("../" + companion.page.root().filename().string() + ".secret", "secret");
  Client client(companion.port());
  const std::string name = companion.page.root().filename().string() + ".secret";
  for (const std::string& path :
       {"/../" + name, "/%2e%2e/" + name, "/..%2f" + name, "/assets/../../" + name, "/..\\" + name, "/%2e%2e%5c" + name,
        "//" + (companion.page.root().string() + ".secret"), std::string("/%00")}) {
    CAPTURE(path);
    client.send(get(path, companion.port()));
    const Reply reply = client.read();
    CHECK((reply.status == 400 || reply.status == 404));
    CHECK(reply.body.find("secret") == std::string::npos);
  }
  std::filesystem::remove(companion.page.root().string() + ".secret");
}

TEST_CASE("a foreign Host does not reach the API") {
  Companion companion;
  Client client(companion.port());
  client.send("GET /health HTTP/1.1\r\nHost: rebound.example:" + std::to_string(companion.port()) + "\r\n\r\n");
  CHECK(client.read().status == 421);
}

TEST_CASE("headers that are too long are refused while they are still being sent") {
  Companion companion;
  Client client(companion.port());
  client.send("GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(200'000, 'x'));
  CHECK(client.read().status == 431);
  CHECK(client.is_closed_by_peer());
}

TEST_CASE("a body that nobody wants is refused without being waited for") {
  Companion companion;
  Client client(companion.port());
  client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1000000000\r\n\r\nthe beginning");
  const Reply reply = client.read();
  CHECK(reply.status == 405);
  CHECK(reply.header("Connection") == "close");
  CHECK(client.is_closed_by_peer());
}

TEST_CASE("noise and vanishing clients leave the companion well") {
  Companion companion;
  for (int i = 0; i < 50; ++i) {
    Client noise(companion.port());
    std::string bytes(1000, '\0');
    for (std::size_t at = 0; at < bytes.size(); ++at)
      bytes[at] = static_cast<char>((at * 7919U + static_cast<unsigned>(i) * 104729U) >> 3U);
    noise.send(bytes);
    Client vanishing(companion.port());
    vanishing.send(get("/large.bin", companion.port()));
    vanishing.reset();
  }
  Client client(companion.port());
  client.send(get("/health", companion.port()));
  CHECK(client.read().status == 200);
}

TEST_CASE("a client that trickles its request is cut at the deadline, bytes or no bytes") {
  Companion companion({.request = milliseconds(300)});
  Client client(companion.port());
  const auto start = std::chrono::steady_clock::now();
  client.send("GET / HTTP/1.1\r\nX: ");
  bool open = true;
  while (open && since(start) < kPatience) {
    open = client.send("x");
    std::this_thread::sleep_for(milliseconds(20));
  }
  CHECK_FALSE(open);
  CHECK(since(start) >= milliseconds(300));
}

TEST_CASE("an idle connection is closed after its time, and not before") {
  Companion companion({.idle = milliseconds(300)});
  Client client(companion.port());
  const auto start = std::chrono::steady_clock::now();
  client.send(get("/", companion.port()));
  CHECK(client.read().status == 200);
  CHECK(client.is_closed_by_peer());
  CHECK(since(start) >= milliseconds(300));
  CHECK(since(start) < kPatience);
}

TEST_CASE("a client that does not read its answer is cut at the deadline") {
  // The large file is allowed a second for each 100 MB more, which is nothing.
  Companion companion({.write = milliseconds(200), .write_bytes_per_second = 100'000'000});
  Client client(companion.port());
  for (int i = 0; i < 8; ++i) client.send(get("/large.bin", companion.port()));
  std::this_thread::sleep_for(milliseconds(1500));
  CHECK(client.read_all().size() < 8U * 8'000'000U);
}

TEST_CASE("clients beyond the limit are turned away, and served again when others have left") {
  Companion companion({.connections_max = 4});
  {
    std::vector<std::unique_ptr<Client>> clients;
    for (int i = 0; i < 4; ++i) {
      clients.push_back(std::make_unique<Client>(companion.port()));
      clients.back()->send(get("/", companion.port()));
      CHECK(clients.back()->read().status == 200);
    }
    Client fifth(companion.port());
    CHECK(fifth.is_closed_by_peer());
    clients[0]->send(get("/", companion.port()));
    CHECK(clients[0]->read().status == 200);
  }
  int status = 0;
  const auto start = std::chrono::steady_clock::now();
  while (status != 200 && since(start) < kPatience) {
    Client again(companion.port());
    again.send(get("/", companion.port()));
    status = again.read().status;
  }
  CHECK(status == 200);
}

TEST_CASE("a stop ends idle connections at once") {
  Companion companion({.stop = milliseconds(60'000)});
  Client idle(companion.port());
  idle.send(get("/", companion.port()));
  CHECK(idle.read().status == 200);
  Client silent(companion.port());
  const auto start = std::chrono::steady_clock::now();
  companion.running->stop();
  companion.running->join();
  CHECK(since(start) < kPatience);
  CHECK(idle.is_closed_by_peer());
  CHECK_FALSE(Client(companion.port()).connected());
}

TEST_CASE("a stop lets a request that has begun come to its end") {
  Companion companion({.stop = milliseconds(60'000)});
  Client client(companion.port());
  // The beginning of the second request travels with the first, so the first answer shows that it has arrived.
  const std::string request = get("/", companion.port());
  client.send(request + request.substr(0, 20));
  CHECK(client.read().status == 200);
  companion.running->stop();
  const auto start = std::chrono::steady_clock::now();
  while (Client(companion.port()).connected() && since(start) < kPatience) {
  }  // until the stop has begun
  client.send(request.substr(20));
  const Reply reply = client.read();
  CHECK(reply.status == 200);
  CHECK(reply.header("Connection") == "close");
  companion.running->join();
}

TEST_CASE("a stop cuts at its deadline what does not end, and a second stop does not wait for it") {
  const auto half_a_request = [](const Companion& companion) {
    auto client = std::make_unique<Client>(companion.port());
    client->send(get("/", companion.port()) + "GET / HTTP/1.1\r\n");
    CHECK(client->read().status == 200);
    return client;
  };
  {
    Companion companion({.stop = milliseconds(200)});
    const auto client = half_a_request(companion);
    const auto start = std::chrono::steady_clock::now();
    companion.running->stop();
    companion.running->join();
    CHECK(since(start) >= milliseconds(200));
    CHECK(since(start) < kPatience);
  }
  {
    Companion companion({.stop = milliseconds(60'000)});
    const auto client = half_a_request(companion);
    const auto start = std::chrono::steady_clock::now();
    companion.running->stop();
    companion.running->stop();
    companion.running->join();
    CHECK(since(start) < kPatience);
  }
}

}  // namespace
}  // namespace waiter::server::testing
