// What the clients log of their wire, and what an application says of itself: real runs.
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "world/simulation.h"

using namespace waiter;
using namespace waiter::world;
using Kind = WireEntry::Kind;

namespace {

constexpr const char* kApp = R"(import asyncio
from fastapi import FastAPI, HTTPException, WebSocket
from fastapi.responses import StreamingResponse

app = FastAPI(title="Shop")


async def ticks():
    for i in range(2):
        yield f"data: {i}\n\n"
        await asyncio.sleep(1)


@app.get("/items/{item_id}")
async def read_item(item_id: int, q: str = "x"):
    """One item."""
    if item_id == 404:
        raise HTTPException(404, "none")
    return item_id


@app.get("/ticks")
async def stream():
    return StreamingResponse(ticks())


@app.websocket("/ws/{name}")
async def talk(socket: WebSocket, name: str):
    await socket.accept()
    while True:
        await socket.send_text(name + await socket.receive_text())
)";

std::vector<ClientRecord> run(const char* scenario_text, const char* app = kApp) {
  ScenarioResult read = read_scenario(scenario_text);
  REQUIRE_MESSAGE(!read.error.has_value(), (read.error ? read.error->message : ""));
  Program program;
  program.files.push_back({"main.py", app});
  Simulation simulation(std::move(program), std::move(read.scenario), 0, Limits{});
  while (simulation.advance(100'000) == Simulation::State::Advancing) {}
  return simulation.clients();
}

std::vector<Kind> kinds(const ClientRecord& client) {
  std::vector<Kind> result;
  for (const WireEntry& entry : client.log) result.push_back(entry.kind);
  return result;
}

void check_order(const ClientRecord& client) {
  for (std::size_t i = 1; i < client.log.size(); ++i) {
    CHECK(client.log[i - 1].time <= client.log[i].time);
    CHECK(client.log[i - 1].event <= client.log[i].event);
  }
}

}  // namespace

TEST_CASE("a request logs when it is sent, who serves it, its status, its body and its end") {
  const auto clients = run(R"({"clients": [{"name": "A", "request": "GET /items/404"}]})");
  REQUIRE(clients.size() == 1);
  CHECK(kinds(clients[0]) == std::vector<Kind>{Kind::Sent, Kind::Served, Kind::Head, Kind::Piece, Kind::Done});
  CHECK(clients[0].log[0].text == "GET /items/404");
  CHECK(clients[0].log[2].code == 404);
  CHECK(clients[0].received[static_cast<std::size_t>(clients[0].log[3].code)].text == R"({"detail":"none"})");
  CHECK(!clients[0].headers.empty());
  check_order(clients[0]);
}

TEST_CASE("a stream logs each chunk, and a client that leaves that it left") {
  const auto clients = run(R"({"clients": [{"name": "A", "request": "GET /ticks"}, {"name": "B", "request": "GET /ticks", "leaves": 0.5}]})");
  CHECK(kinds(clients[0]) == std::vector<Kind>{Kind::Sent, Kind::Served, Kind::Head, Kind::Piece, Kind::Piece, Kind::Done});
  CHECK(clients[0].log[4].time == trace::kSecond);
  CHECK(kinds(clients[1]) == std::vector<Kind>{Kind::Sent, Kind::Served, Kind::Head, Kind::Piece, Kind::Left});
  check_order(clients[0]);
}

TEST_CASE("a WebSocket logs what is said both ways and who closed it") {
  const auto clients = run(R"({"clients": [{"name": "Ann", "websocket": "/ws/ann", "script": [{"at": 1, "send": " hi"}, {"at": 2, "close": 1000}]}]})");
  CHECK(kinds(clients[0]) == std::vector<Kind>{Kind::Sent, Kind::Served, Kind::Accepted, Kind::Said, Kind::Heard, Kind::Closed});
  CHECK(clients[0].log[3].text == " hi");
  CHECK(clients[0].log[5].code == 1000);
  CHECK(clients[0].log[5].by_client);
  check_order(clients[0]);
}

TEST_CASE("a handshake that no route takes is logged as refused") {
  const auto clients = run(R"({"clients": [{"name": "Ann", "websocket": "/nowhere"}]})");
  CHECK(kinds(clients[0]) == std::vector<Kind>{Kind::Sent, Kind::Served, Kind::Refused, Kind::Closed});
}

TEST_CASE("each of a client's several requests has a log of its own, in the one lane of the client") {
  const auto clients = run(R"({"clients": [{"name": "A", "requests": ["GET /items/1", "GET /items/2"], "think": 1}]})");
  REQUIRE(clients.size() == 2);
  CHECK(clients[0].lane == clients[1].lane);
  CHECK(clients[1].log[0].kind == Kind::Sent);
  CHECK(clients[1].log[0].time == trace::kSecond);
}

TEST_CASE("an application says what it offers, in the order of its routes") {
  Program program;
  program.files.push_back({"main.py", kApp});
  const std::optional<std::string> text = Simulation::describe(program);
  REQUIRE(text.has_value());
  const std::size_t item = text->find(R"("path": "/items/{item_id}")");
  const std::size_t stream = text->find(R"("path": "/ticks")");
  const std::size_t talk = text->find(R"("path": "/ws/{name}")");
  REQUIRE(talk != std::string::npos);
  CHECK(item < stream);
  CHECK(stream < talk);
  CHECK(text->find(R"("method": "WS")") != std::string::npos);
  CHECK(text->find(R"("description": "One item.")") != std::string::npos);
  CHECK(text->find("/openapi.json") == std::string::npos);
}

TEST_CASE("a program without an application, a wrong one and an endless one have no description") {
  for (const char* text : {"print(1)", "app = 3", "def (", "while True:\n    pass", "raise SystemExit"}) {
    Program program;
    program.files.push_back({"main.py", text});
    CHECK(!Simulation::describe(program).has_value());
  }
}

TEST_CASE("an application that the program serves itself is described all the same") {
  Program program;
  program.files.push_back({"main.py", std::string(kApp) + "\n\nif __name__ == \"__main__\":\n    import uvicorn\n    uvicorn.run(app)\n"});
  CHECK(Simulation::describe(program).has_value());
}
