#include "view/client_traffic.h"

#include <doctest/doctest.h>

#include "view/stage_geometry.h"
#include "view/timeline_geometry.h"
#include "view/words.h"

using namespace waiter;
using namespace waiter::view;
using trace::kMillisecond;
using trace::kSecond;
using Kind = world::WireEntry::Kind;
using Phase = TrafficPeriod::Phase;
using Ending = TrafficPeriod::Ending;

namespace {

world::WireEntry entry(Time time, std::uint32_t event, Kind kind, int code = 0, std::string text = {}, bool by_client = false) {
  world::WireEntry made;
  made.time = time;
  made.event = event;
  made.kind = kind;
  made.code = code;
  made.text = std::move(text);
  made.by_client = by_client;
  return made;
}

// Lanes: the loop, a client, the task made for it, a task made by that one, and another client.
trace::Trace a_trace() {
  trace::Trace trace;
  const auto lane = [&](const char* title, const char* subtitle, trace::LaneKind kind, trace::LaneId maker = trace::kNoLane, Time made = 0) {
    trace.lanes.push_back({{trace.names.intern(title), trace::Title::kNoNumber}, trace.names.intern(subtitle), maker, made, kind});
  };
  lane("Event loop", "", trace::LaneKind::Loop);
  lane("Table 1", "GET /x", trace::LaneKind::Client);
  lane("Task-3", "x", trace::LaneKind::Task, 1);
  lane("Task-4", "y", trace::LaneKind::Task, 2);
  lane("Ann", "WS /ws", trace::LaneKind::Client, trace::kNoLane, kSecond);
  for (std::uint32_t i = 0; i < 20; ++i) {
    trace::Event event;
    event.time = static_cast<Time>(i / 2) * 100 * kMillisecond;
    trace.events.push_back(event);
  }
  trace.ended = kSecond;
  return trace;
}

world::ClientRecord plain_answer() {
  world::ClientRecord client;
  client.name = "Table 1";
  client.lane = 1;
  client.received.push_back({600 * kMillisecond, "{}"});
  client.log = {entry(0, 1, Kind::Sent, 0, "GET /x"), entry(0, 2, Kind::Served, 2), entry(600 * kMillisecond, 13, Kind::Head, 404),
                entry(600 * kMillisecond, 13, Kind::Piece, 0), entry(600 * kMillisecond, 13, Kind::Done)};
  return client;
}

world::ClientRecord talk(int messages) {
  world::ClientRecord client;
  client.name = "Ann";
  client.websocket = "/ws";
  client.lane = 4;
  client.log = {entry(0, 0, Kind::Sent, 0, "/ws"), entry(100 * kMillisecond, 2, Kind::Accepted)};
  for (int i = 0; i < messages; ++i) {
    client.log.push_back(entry(200 * kMillisecond + i, 4, Kind::Said, 0, "a\n  b"));
    client.log.push_back(entry(200 * kMillisecond + i, 5, Kind::Heard, i));
    client.received.push_back({200 * kMillisecond + i, "heard"});
  }
  client.log.push_back(entry(900 * kMillisecond, 18, Kind::Closed, 1006, {}, true));
  return client;
}

Traffic traffic_of(const std::vector<world::ClientRecord>& clients) {
  Traffic traffic;
  traffic.take(clients, 20, true);
  return traffic;
}

}  // namespace

TEST_CASE("a plain answer is one wait and no messages, and its status tells how it went") {
  const Traffic traffic = traffic_of({plain_answer()});
  const ClientTraffic* client = traffic.of(1);
  REQUIRE(client != nullptr);
  REQUIRE(client->periods.size() == 2);
  CHECK(client->periods[0].phase == Phase::Waiting);
  CHECK(client->periods[0].ending == Ending::Next);
  CHECK(client->periods[1].ending == Ending::Done);
  CHECK(ending_text(client->periods[1]) == "404");
  CHECK(client->marks.empty());
  CHECK(traffic.of(2) == nullptr);
}

TEST_CASE("within one instant nothing of a client is shown before it happened") {
  const Traffic traffic = traffic_of({plain_answer()});
  using State = ClientStanding::State;
  CHECK(traffic.standing(1, 0, 0).state == State::NotYet);
  CHECK(traffic.standing(1, 1, 0).state == State::Waiting);
  CHECK(traffic.standing(1, 1, 0).task == trace::kNoLane);
  CHECK(traffic.standing(1, 2, 0).task == 2);
  CHECK(traffic.standing(1, 12, 0).state == State::Waiting);
  CHECK(traffic.standing(1, 13, 0).state == State::Failed);
  CHECK(traffic.standing(1, 13, 0).note == "404 · 0.60 s");
}

TEST_CASE("a conversation has its messages both ways, in one line each, and ends as it ended") {
  const Traffic traffic = traffic_of({talk(1)});
  const ClientTraffic* client = traffic.of(4);
  REQUIRE(client != nullptr);
  REQUIRE(client->marks.size() == 2);
  CHECK(client->marks[0].outgoing);
  CHECK(client->marks[0].text == "a b");
  CHECK(traffic.standing(4, 4, 0).note == "→ a b");
  CHECK(traffic.standing(4, 5, 0).note == "← heard");
  CHECK(traffic.standing(4, 18, 0).state == ClientStanding::State::Gone);
  CHECK(ending_text(client->periods.back()) == "vanished");
  const trace::Trace trace = a_trace();
  CHECK(mark_words(trace, 4, *client, 0, 0).title == "Ann → a b");
  CHECK(period_words(trace, 4, *client, 1, kSecond).place == "/ws · vanished");
}

TEST_CASE("several requests of one client lie one after the other in its row") {
  world::ClientRecord second = plain_answer();
  for (world::WireEntry& each : second.log) each.time += 700 * kMillisecond, each.event += 14;
  const Traffic traffic = traffic_of({plain_answer(), second});
  REQUIRE(traffic.of(1)->periods.size() == 4);
  CHECK(traffic.standing(1, 14, 0).state == ClientStanding::State::Failed);
  CHECK(traffic.standing(1, 16, 0).state == ClientStanding::State::Waiting);
}

TEST_CASE("the task made for a client and those it makes serve that client") {
  const trace::Trace trace = a_trace();
  CHECK(serves_client(trace, 2));
  CHECK(serves_client(trace, 3));
  CHECK(!serves_client(trace, 0));
  CHECK(descends_from(trace, 3, 2));
  CHECK(!descends_from(trace, 2, 3));
  CHECK(!descends_from(trace, 0, 2));
}

TEST_CASE("the stage shows a client's present request, and who has the waiter") {
  const trace::Trace trace = a_trace();
  const Traffic traffic = traffic_of({plain_answer(), talk(1)});
  playground::Moment moment;
  moment.event = 4;
  moment.time = 200 * kMillisecond;
  moment.lanes.resize(trace.lanes.size());
  moment.running = 3;  // a task made by the one that serves Table 1
  const StageContent content = stage_content(trace, moment, true, Words::Asyncio, &traffic);
  REQUIRE(content.guests.count == 2);
  CHECK(content.guests.rows[0].note == "GET /x");
  CHECK(content.guests.rows[0].served);
  CHECK(content.guests.rows[1].note == "← heard");
  CHECK(!content.guests.rows[1].served);
}

TEST_CASE("a crowd has cells instead of cards, none outside of its column and none upon another") {
  for (const float scale : {1.0F, 2.0F}) {
    const Sizes sizes(scale);
    const Rect area{0, 0, 640 * scale, 240 * scale};
    for (const std::size_t guests : {std::size_t{1}, std::size_t{4}, std::size_t{40}, std::size_t{500}}) {
      const StageGeometry place = lay_out_stage({.area = area, .sizes = sizes, .guests = guests});
      CHECK(place.crowd == (guests > 7));
      if (guests == 40) CHECK(place.guests.rows.size() == 40);
      for (std::size_t i = 0; i < place.guests.rows.size(); ++i) {
        const Rect& row = place.guests.rows[i];
        CHECK(row.left >= area.left);
        CHECK(row.bottom <= area.bottom);
        CHECK(row.right < place.centre.x - place.radius);
        for (std::size_t k = 0; k < i; ++k) CHECK(!row.overlaps(place.guests.rows[k]));
      }
    }
  }
}

TEST_CASE("on the timeline a client's wait is a box that knows its status, and messages too close are counted") {
  const trace::Trace trace = a_trace();
  trace::SpanIndex spans;
  spans.extend(trace);
  Instants instants;
  instants.extend(trace);
  const Traffic traffic = traffic_of({plain_answer(), talk(30)});
  TimelineFrame frame;
  frame.rows = {100, 0, 1100, 400};
  const TimeScale scale{{0, kSecond}, frame.rows.left, frame.rows.right};
  const StepScale steps(scale, instants, 4);
  const std::vector<LaneId> order = lane_order(trace);
  CHECK(order == std::vector<LaneId>{1, 4, 2, 3, 0});
  const TimelineGeometry laid = lay_out_timeline({.trace = trace, .spans = spans, .order = order, .scale = steps, .end = kSecond,
                                                  .arrows_of = std::nullopt, .traffic = &traffic}, frame);
  REQUIRE(laid.traffic.size() == 3);  // a wait; connecting and talking
  CHECK(laid.traffic[0].lane == 1);
  CHECK(laid.traffic[0].ending == 1);
  CHECK(laid.traffic[0].rect.width() == doctest::Approx(600).epsilon(0.05));
  REQUIRE(laid.ticks.size() == 1);
  CHECK(laid.ticks[0].hidden == 59);
  CHECK(laid.ticks[0].outgoing);
  CHECK(laid.ticks[0].incoming);
  CHECK(tick_at(laid, laid.ticks[0].at, 4) == laid.ticks.data());
  CHECK(traffic_at(laid, laid.traffic[0].rect.middle(), 2) == laid.traffic.data());
  CHECK(traffic_at(laid, {50, 5}, 2) == nullptr);
}
