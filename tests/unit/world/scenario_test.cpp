#include "world/scenario.h"

#include <doctest/doctest.h>

#include <string>

namespace {

using namespace waiter;
using namespace waiter::world;
using trace::kMillisecond;
using trace::kSecond;

Scenario good(const char* text) {
  const ScenarioResult result = read_scenario(text);
  if (result.error) MESSAGE(result.error->pointer << ": " << result.error->message);
  REQUIRE_FALSE(result.error);
  return result.scenario;
}

// "pointer: message" of the first mistake; empty if there is none.
std::string mistake(const std::string& text) {
  const ScenarioResult result = read_scenario(text);
  return result.error ? result.error->pointer + ": " + result.error->message : std::string();
}

TEST_CASE("an empty scenario has seed 0, no end and nobody in it") {
  const Scenario scenario = good("{}");
  CHECK(scenario.seed == 0);
  CHECK_FALSE(scenario.until);
  CHECK(scenario.latency == 0);
  CHECK(scenario.clients.empty());
  CHECK(scenario.services.empty());
}

TEST_CASE("the contract's own example is read whole") {
  const Scenario scenario = good(R"({
    "seed": 1, "until": 10.0, "network": {"latency": 0.05},
    "clients": [
      {"name": "Table 1", "at": 0.0, "request": "GET /async-delay/3"},
      {"name": "Table 2", "at": 0.1, "request": "POST /users/", "json": {"email": "a@b.c"}, "headers": {"x-a": "1"}},
      {"name": "Reader",  "at": 0.0, "request": "GET /stream-time", "leaves": 5.0},
      {"name": "Crowd",   "at": 0.0, "request": "GET /x", "count": 100, "every": 0.01},
      {"name": "Ann", "at": 0.0, "websocket": "/ws/chat",
       "script": [{"at": 1.0, "send": "hello"}, {"at": 1.5, "send_json": {"a": 1}}, {"at": 3.0, "close": 1000}]}
    ],
    "services": [{"url": "https://api.example.com/posts/1", "latency": 0.8, "status": 200, "json": {"id": 1}}]
  })");
  CHECK(scenario.seed == 1);
  CHECK(scenario.until == 10 * kSecond);
  CHECK(scenario.latency == 50 * kMillisecond);
  REQUIRE(scenario.clients.size() == 104);
  CHECK(scenario.clients[1].requests[0].body == R"({"email":"a@b.c"})");
  CHECK(scenario.clients[1].requests[0].headers[0] == std::pair<std::string, std::string>{"x-a", "1"});
  CHECK(scenario.clients[1].at == 100 * kMillisecond);
  CHECK(scenario.clients[2].leaves == 5 * kSecond);
  CHECK(scenario.clients[3].name == "Crowd 1");
  CHECK(scenario.clients[102].name == "Crowd 100");
  CHECK(scenario.clients[102].at == 990 * kMillisecond);
  const Client& ann = scenario.clients[103];
  CHECK(ann.websocket == "/ws/chat");
  REQUIRE(ann.script.size() == 3);
  CHECK(ann.script[1].kind == ScriptedMessage::Kind::SendJson);
  CHECK(ann.script[1].text == R"({"a":1})");
  CHECK(ann.script[2].close_code == 1000);
  CHECK(scenario.services[0].latency == 800 * kMillisecond);
  CHECK(scenario.services[0].body == R"({"id":1})");
}

TEST_CASE("a form is sent as a browser sends it, a body as it is") {
  const Scenario scenario = good(R"({"clients": [
    {"name": "A", "request": "POST /", "form": {"user": "ann b", "p&q": "s=t/ü"}},
    {"name": "B", "request": "POST /", "body": "plain"}]})");
  CHECK(scenario.clients[0].requests[0].body == "user=ann+b&p%26q=s%3Dt%2F%C3%BC");
  CHECK(scenario.clients[0].requests[0].content_type == "application/x-www-form-urlencoded");
  CHECK(scenario.clients[1].requests[0].body == "plain");
  CHECK(scenario.clients[1].requests[0].content_type.empty());
}

TEST_CASE("a client of several requests: each has its own body, and the client's headers under its own") {
  const Scenario scenario = good(R"({"network": {"latency": 0.1, "jitter": 0.05}, "clients": [
    {"name": "A", "requests": ["GET /a", {"request": "POST /b", "json": {"n": 1}, "headers": {"x": "2"}}], "headers": {"x": "1", "y": "1"},
     "think": [0.5, 2], "connections": 6, "browser": "Ann's", "follow_redirects": true, "timeout": 3,
     "retries": {"times": 2, "on": [503, "timeout"], "delay": 0.5, "factor": 2}, "reads": 100, "buffer": 50, "latency": 1, "jitter": 0},
    {"name": "B", "request": "GET /", "retries": 3, "vanishes": 2},
    {"name": "C", "websocket": "/ws", "script": [{"after": 1, "send": "a"}, {"hears": "b", "close": 1000}], "vanishes": 2, "noticed": 5}]})");
  const Client& a = scenario.clients[0];
  REQUIRE(a.requests.size() == 2);
  CHECK(a.requests[0].request == "GET /a");
  CHECK_FALSE(a.requests[0].body);
  CHECK(a.requests[1].body == R"({"n":1})");
  CHECK(a.requests[1].headers.back() == std::pair<std::string, std::string>{"x", "2"});
  CHECK(a.think.least == 500 * kMillisecond);
  CHECK(a.think.most == 2 * kSecond);
  CHECK(a.connections == 6);
  CHECK(a.browser == "Ann's");
  CHECK(a.follows_redirects);
  CHECK(a.timeout == 3 * kSecond);
  CHECK(a.retries.times == 2);
  CHECK(a.retries.statuses == std::vector<int>{503});
  CHECK(a.retries.on_timeout);
  CHECK_FALSE(a.retries.on_broken);
  CHECK(a.retries.delay == 500 * kMillisecond);
  CHECK(a.reads == 100);
  CHECK(a.buffer == 50);
  CHECK(a.latency == kSecond);
  CHECK(a.jitter == 0);
  CHECK(scenario.jitter == 50 * kMillisecond);
  const Client& b = scenario.clients[1];
  CHECK(b.retries.statuses == std::vector<int>{429, 500, 502, 503, 504});
  CHECK(b.retries.on_broken);
  CHECK(b.noticed == 42 * kSecond);
  CHECK(b.connections == 1);
  const Client& c = scenario.clients[2];
  CHECK(c.script[0].after == kSecond);
  CHECK(c.script[1].hears == "b");
  CHECK(c.script[1].after == 0);
  CHECK(c.noticed == 5 * kSecond);
}

TEST_CASE("a crowd of a rate comes as its seed has it: later and later, and otherwise with another seed") {
  const auto drawn = [](std::uint64_t seed) {
    Scenario scenario = good(R"({"clients": [{"name": "A", "request": "GET /", "at": 2, "count": 1000, "rate": 10}]})");
    scenario.seed = seed;
    draw_arrivals(scenario);
    return scenario;
  };
  const Scenario one = drawn(1);
  for (std::size_t i = 1; i < one.clients.size(); ++i) CHECK(one.clients[i - 1].at <= one.clients[i].at);
  CHECK(one.clients[0].at >= 2 * kSecond);
  // A thousand intervals of a tenth of a second each: about a hundred seconds, with a deviation of three.
  CHECK(one.clients[999].at > 85 * kSecond);
  CHECK(one.clients[999].at < 120 * kSecond);
  CHECK(drawn(1).clients[500].at == one.clients[500].at);
  CHECK(drawn(2).clients[500].at != one.clients[500].at);
}

TEST_CASE("a tenth of a second is exactly that") { CHECK(good(R"({"until": 0.1})").until == 100'000'000); }

TEST_CASE("every mistake in a scenario is named where it stands") {
  struct Case {
    const char* text;
    const char* mistake;
  };
  const Case cases[] = {
      {"", ": is not JSON: it ends too early"},
      {"{\"seed\": 1,}", ": is not JSON: a mistake at line 1, column 12"},
      {"{\n  \"seed\": one\n}", ": is not JSON: a mistake at line 2, column 11"},
      {"[]", ": must be an object, not a list"},
      {R"({"sede": 1})", "/sede: is not a key that is known here"},
      {R"({"seed": 1, "seed": 2})", "/seed: is given twice"},
      {R"({"seed": -1})", "/seed: must not be negative"},
      {R"({"seed": 1.5})", "/seed: must be a whole number"},
      {R"({"seed": "1"})", "/seed: must be a whole number, not a string"},
      {R"({"until": -0.5})", "/until: must not be negative"},
      {R"({"until": "soon"})", "/until: must be a time in seconds, not a string"},
      {R"({"until": 1e300})", "/until: must be at most 1000000000 s"},
      {R"({"network": {"latency": -1}})", "/network/latency: must not be negative"},
      {R"({"network": {"lag": 1}})", "/network/lag: is not a key that is known here"},
      {R"({"network": 0.1})", "/network: must be an object, not a number"},
      {R"({"clients": {}})", "/clients: must be a list, not an object"},
      {R"({"clients": [{"at": 0, "request": "GET /"}]})", "/clients/0: needs \"name\""},
      {R"({"clients": [{"name": "", "request": "GET /"}]})", "/clients/0/name: must not be empty"},
      {R"({"clients": [{"name": "A"}]})", "/clients/0: needs either \"request\" or \"websocket\""},
      {R"({"clients": [{"name": "A", "request": "GET /", "websocket": "/ws"}]})",
       "/clients/0: needs either \"request\" or \"websocket\""},
      {R"({"clients": [{"name": "A", "request": "/x"}]})",
       "/clients/0/request: must be a method and a path, such as \"GET /items/3\""},
      {R"({"clients": [{"name": "A", "request": "GET x"}]})",
       "/clients/0/request: must be a method and a path, such as \"GET /items/3\""},
      {R"({"clients": [{"name": "A", "request": "get /x"}]})",
       "/clients/0/request: must be a method and a path, such as \"GET /items/3\""},
      {R"({"clients": [{"name": "A", "request": "GET /", "at": -1}]})", "/clients/0/at: must not be negative"},
      {R"({"clients": [{"name": "A", "request": "GET /", "at": 2, "leaves": 1}]})",
       "/clients/0/leaves: is before the client comes"},
      {R"({"clients": [{"name": "A", "request": "GET /", "headers": {"x": 1}}]})",
       "/clients/0/headers/x: must be a string, not a number"},
      {R"({"clients": [{"name": "A", "request": "GET /", "headers": {"a/b": 1}}]})",
       "/clients/0/headers/a~1b: must be a string, not a number"},
      {R"({"clients": [{"name": "A", "request": "GET /", "count": 0}]})", "/clients/0/count: must be from 1 to 10000"},
      {R"({"clients": [{"name": "A", "request": "GET /", "count": 99999999999999999999}]})",
       "/clients/0/count: must be a whole number"},
      {R"({"clients": [{"name": "A", "request": "GET /", "every": 1}]})", "/clients/0/every: goes with \"count\""},
      {R"({"clients": [{"name": "A", "request": "GET /", "count": 10000, "every": 1000000}]})",
       "/clients/0/every: brings the last client later than 1000000000 s"},
      {R"({"clients": [{"name": "A", "request": "GET /", "count": 10000}, {"name": "B", "request": "GET /"}]})",
       "/clients/1: makes more than 10000 clients in all"},
      {R"({"clients": [{"name": "A", "request": "GET /", "count": 3, "every": 1, "leaves": 1.5}]})",
       "/clients/0: lets \"A 3\" leave before it comes"},
      {R"({"clients": [{"name": "A", "request": "GET /", "script": []}]})", "/clients/0/script: goes with \"websocket\""},
      {R"({"clients": [{"name": "A", "websocket": "ws"}]})", "/clients/0/websocket: must be a path, such as \"/ws\""},
      {R"({"clients": [{"name": "A", "websocket": "/ws", "script": [{"send": "x"}]}]})",
       "/clients/0/script/0: needs \"at\""},
      {R"({"clients": [{"name": "A", "websocket": "/ws", "script": [{"at": 1}]}]})",
       "/clients/0/script/0: needs exactly one of \"send\", \"send_json\", \"send_bytes\" and \"close\""},
      {R"({"clients": [{"name": "A", "websocket": "/ws", "script": [{"at": 1, "close": 12}]}]})",
       "/clients/0/script/0/close: must be from 1000 to 4999"},
      {R"({"network": {"jitter": "some"}})", "/network/jitter: must be a time in seconds, not a string"},
      {R"({"clients": [{"name": "A", "request": "GET /", "requests": ["GET /"]}]})",
       "/clients/0: needs exactly one of \"request\", \"requests\" and \"websocket\""},
      {R"({"clients": [{"name": "A", "requests": []}]})", "/clients/0/requests: must not be empty"},
      {R"({"clients": [{"name": "A", "requests": ["GET /", "GET"]}]})",
       "/clients/0/requests/1: must be a method and a path, such as \"GET /items/3\""},
      {R"({"clients": [{"name": "A", "requests": ["GET /"], "json": 1}]})",
       "/clients/0/json: goes with \"request\"; of several requests each has its own"},
      {R"({"clients": [{"name": "A", "requests": [{"request": "GET /", "think": 1}]}]})",
       "/clients/0/requests/0/think: is not a key that is known here"},
      {R"({"clients": [{"name": "A", "request": "GET /", "think": 1}]})", "/clients/0/think: goes with \"requests\""},
      {R"({"clients": [{"name": "A", "requests": ["GET /"], "think": [2, 1]}]})", "/clients/0/think: has its most below its least"},
      {R"({"clients": [{"name": "A", "requests": ["GET /"], "think": [1]}]})",
       "/clients/0/think: must be a time in seconds, or a list of the least and the most"},
      {R"({"clients": [{"name": "A", "requests": ["GET /"], "connections": 0}]})", "/clients/0/connections: must be from 1 to 1000"},
      {R"({"clients": [{"name": "A", "request": "GET /", "retries": {"delay": 1}}]})", "/clients/0/retries: needs \"times\""},
      {R"({"clients": [{"name": "A", "request": "GET /", "retries": {"times": 1, "on": ["never"]}}]})",
       "/clients/0/retries/on/0: must be a status, \"broken\" or \"timeout\""},
      {R"({"clients": [{"name": "A", "request": "GET /", "retries": {"times": 1, "factor": 0}}]})",
       "/clients/0/retries/factor: must be from 1 to 100: each delay is so many times the one before it"},
      {R"({"clients": [{"name": "A", "request": "GET /", "timeout": 0}]})", "/clients/0/timeout: must be more than 0"},
      {R"({"clients": [{"name": "A", "request": "GET /", "reads": 0}]})", "/clients/0/reads: must be more than 0: bytes in a second"},
      {R"({"clients": [{"name": "A", "request": "GET /", "buffer": 1}]})", "/clients/0/buffer: goes with \"reads\""},
      {R"({"clients": [{"name": "A", "request": "GET /", "vanishes": 1, "leaves": 2}]})",
       "/clients/0/vanishes: stands beside \"leaves\": a client goes in one way"},
      {R"({"clients": [{"name": "A", "request": "GET /", "vanishes": 3, "noticed": 2}]})", "/clients/0/noticed: is before the client vanishes"},
      {R"({"clients": [{"name": "A", "request": "GET /", "noticed": 2}]})", "/clients/0/noticed: goes with \"vanishes\""},
      {R"({"clients": [{"name": "A", "request": "GET /", "rate": 2}]})", "/clients/0/rate: goes with \"count\""},
      {R"({"clients": [{"name": "A", "request": "GET /", "count": 2, "rate": 0}]})", "/clients/0/rate: must be more than 0: how many come in a second"},
      {R"({"clients": [{"name": "A", "request": "GET /", "count": 2, "rate": 1, "every": 1}]})",
       "/clients/0/every: stands beside \"rate\": a crowd comes in one way"},
      {R"({"clients": [{"name": "A", "request": "GET /", "count": 2, "rate": 1, "leaves": 1}]})",
       "/clients/0/leaves: has no place where \"rate\" leaves open when each one comes; \"timeout\" lets it give up"},
      {R"({"clients": [{"name": "A", "websocket": "/", "browser": "B"}]})", "/clients/0/browser: goes with \"request\" or \"requests\""},
      {R"({"clients": [{"name": "A", "websocket": "/", "script": [{"at": 1, "after": 1, "send": "x"}]}]})",
       "/clients/0/script/0/at: stands beside \"after\": a step has either a time or what it follows"},
      {R"({"clients": [{"name": "A", "websocket": "/", "script": [{"at": 1, "send": "x"}, {"after": 1, "send": "x"}]}]})",
       "/clients/0/script/1: mixes \"at\" with \"after\": a script has either times or steps that follow one another"},
      {R"({"services": [{"latency": 1}]})", "/services/0: needs \"url\""},
      {R"({"services": [{"url": "ftp://x"}]})", "/services/0/url: must begin with http:// or https://"},
      {R"({"services": [{"url": "http://x", "status": 42}]})", "/services/0/status: must be from 100 to 599"},
      {R"({"services": [null]})", "/services/0: must be an object, not null"},
      {R"({"clients": [{"name": "A", "request": "POST /", "json": 1, "body": "x"}]})",
       "/clients/0/body: is a second body: give one of \"json\", \"form\" and \"body\""},
      {R"({"clients": [{"name": "A", "request": "POST /", "form": {"a": 1}}]})", "/clients/0/form/a: must be a string, not a number"},
      {R"({"clients": [{"name": "A", "websocket": "/ws", "json": 1}]})",
       "/clients/0/json: goes with \"request\"; a WebSocket's messages stand in \"script\""},
      {R"({"services": [{"url": "http://x", "json": 1, "text": "x"}]})",
       "/services/0/text: is a second body: give either \"json\" or \"text\""},
      {R"({"services": [{"url": "http://x", "failure_rate": 2}]})", "/services/0/failure_rate: must be from 0 to 1: a share of the calls"},
  };
  for (const Case& it : cases) {
    CAPTURE(it.text);
    CHECK(mistake(it.text) == it.mistake);
  }
}

TEST_CASE("JSON may be nested to the limit and no further") {
  const auto nested = [](std::size_t depth) {
    // The scenario, the list and the client are three levels by themselves.
    return R"({"clients": [{"name": "A", "request": "POST /", "json": )" + std::string(depth - 3, '[') +
           std::string(depth - 3, ']') + "}]}";
  };
  CHECK(mistake(nested(64)).empty());
  CHECK(mistake(nested(65)).find("is nested deeper than 64 levels") != std::string::npos);
  CHECK(mistake(std::string(1'000'000, '[')).find("is nested deeper than 64 levels") != std::string::npos);
}

TEST_CASE("a scenario with a mistake is not half used") {
  const ScenarioResult result = read_scenario(R"({"seed": 7, "until": -1})");
  REQUIRE(result.error);
  CHECK(result.scenario.seed == 0);
}

TEST_CASE("the messages of a script are in the order of their times") {
  const Scenario scenario =
      good(R"({"clients": [{"name": "A", "websocket": "/", "script": [{"at": 2, "send": "b"}, {"at": 1, "send": "a"}]}]})");
  CHECK(scenario.clients[0].script[0].text == "a");
}

}  // namespace
