#include "playground/transcript.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "../coffee_and_sandwich.h"

namespace {

using namespace waiter;
using namespace waiter::playground;
using trace::kSecond;

world::ProgramError error(const char* type, const char* message, std::uint32_t line) {
  world::ProgramError out;
  out.type = type;
  out.message = message;
  out.line = line;
  return out;
}

TEST_CASE("the transcript of coffee and a sandwich, to the letter") {
  trace::Recorder recorder(1000);
  waiter::testing::play_coffee_and_sandwich(recorder);
  CHECK(transcript(recorder.trace(), std::nullopt).dump() ==
        R"({"output":[{"t":1.0,"text":"coffee is ready\n"},{"t":1.5,"text":"sandwich is ready\n"}],)"
        R"("clients":[],"ended":1.5,"error":null})");
}

TEST_CASE("writes of one instant are joined, what went to stderr and empty writes are left out") {
  trace::Recorder recorder(100);
  recorder.output(0, 1, false, "a");
  recorder.output(0, 1, true, "warning\n");
  recorder.output(0, 1, false, "");
  recorder.output(0, 1, false, "b\n");
  recorder.set_now(1);
  recorder.output(0, 1, false, "c\n");
  CHECK(transcript(recorder.trace(), std::nullopt)["output"].dump() ==
        R"([{"t":0.0,"text":"ab\n"},{"t":1e-09,"text":"c\n"}])");
}

TEST_CASE("an exception has type, message and line; one without a line has null; an exit has none") {
  trace::Recorder recorder(10);
  CHECK(transcript(recorder.trace(), error("ValueError", "no", 4))["error"].dump() ==
        R"({"type":"ValueError","message":"no","line":4})");
  CHECK(transcript(recorder.trace(), error("Deadlock", "no", 0))["error"].dump() ==
        R"({"type":"Deadlock","message":"no","line":null})");
  CHECK(transcript(recorder.trace(), error("SystemExit", "bye", 3))["error"].dump() ==
        R"({"type":"SystemExit","message":"bye"})");
}

TEST_CASE("a time is printed with exactly the nanoseconds it has") {
  trace::Recorder recorder(10);
  recorder.set_now(3600 * kSecond + 123'456'789);
  CHECK(transcript(recorder.trace(), std::nullopt)["ended"].dump() == "3600.123456789");
  recorder.set_now(86'399 * kSecond + 300'000'000);
  CHECK(transcript(recorder.trace(), std::nullopt)["ended"].dump() == "86399.3");
}

TEST_CASE("a client's entry: times, status, body, chunks where there are any, and what went wrong") {
  trace::Recorder recorder(10);
  world::ClientRecord plain;
  plain.name = "Ann";
  plain.request = "GET /";
  plain.sent = 0;
  plain.status = 200;
  plain.content_type = "application/json";
  plain.received = {{kSecond, "{}"}};
  plain.done = kSecond;
  world::ClientRecord streamed = plain;
  streamed.streams = true;
  streamed.done.reset();
  streamed.left = 2 * kSecond;
  streamed.received = {{kSecond, "a\xc3"}, {2 * kSecond, "\xbc"}};
  CHECK(transcript(recorder.trace(), std::nullopt, {plain, streamed})["clients"].dump() ==
        R"([{"name":"Ann","request":"GET /","sent":0.0,"status":200,"content_type":"application/json","body":"{}","done":1.0},)"
        R"({"name":"Ann","request":"GET /","sent":0.0,"status":200,"content_type":"application/json","body":"aü","done":null,)"
        "\"chunks\":[{\"t\":1.0,\"text\":\"a\xef\xbf\xbd\"},{\"t\":2.0,\"text\":\"\xef\xbf\xbd\"}],\"left\":2.0}]");
}

TEST_CASE("a WebSocket's entry: open, closed, refused") {
  trace::Recorder recorder(10);
  world::ClientRecord open;
  open.name = "Ann";
  open.websocket = "/ws";
  open.accepted = 0;
  open.received = {{kSecond, "hi"}};
  world::ClientRecord refused;
  refused.name = "Bob";
  refused.websocket = "/ws";
  refused.status = 403;
  refused.closed = world::SeenClose{kSecond, 1006, false};
  CHECK(transcript(recorder.trace(), std::nullopt, {open, refused})["clients"].dump() ==
        R"([{"name":"Ann","websocket":"/ws","accepted":0.0,"received":[{"t":1.0,"text":"hi"}],"closed":null},)"
        R"({"name":"Bob","websocket":"/ws","accepted":null,"status":403,"received":[],"closed":{"t":1.0,"code":1006,"by":"server"}}])");
}

}  // namespace
