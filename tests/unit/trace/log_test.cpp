#include <algorithm>
#include <cstdint>
#include <string>

#include <doctest/doctest.h>

#include "trace/event.h"
#include "trace/log.h"

namespace {

using waiter::trace::Event;
using waiter::trace::Log;
using EventLog = Log<Event>;

Event event_at(std::int64_t time) {
  Event event;
  event.time = time;
  return event;
}

EventLog log_of(std::int64_t count) {
  EventLog log;
  for (std::int64_t i = 0; i < count; ++i) log.push_back(event_at(i));
  return log;
}

TEST_CASE("a log of events is empty, then has what was put into it, in order, over the ends of blocks") {
  CHECK(EventLog().empty());
  CHECK(EventLog().size() == 0);
  const EventLog none;
  CHECK(none.begin() == none.end());
  constexpr auto kBlock = static_cast<std::int64_t>(EventLog::kBlockItems);
  for (const std::int64_t count : {std::int64_t{1}, kBlock - 1, kBlock, kBlock + 1, 3 * kBlock}) {
    const EventLog log = log_of(count);
    CAPTURE(count);
    CHECK(log.size() == static_cast<std::size_t>(count));
    CHECK(log.front().time == 0);
    CHECK(log.back().time == count - 1);
    std::int64_t expected = 0;
    for (const Event& event : log) CHECK(event.time == expected++);
    CHECK(expected == count);
  }
}

TEST_CASE("events stay where they are while the log grows") {
  EventLog log;
  log.push_back(event_at(7));
  const Event* first = &log[0];
  for (std::size_t i = 0; i < 5 * EventLog::kBlockItems; ++i) log.push_back(event_at(8));
  CHECK(first == &log[0]);
  CHECK(first->time == 7);
}

TEST_CASE("a log is searched as any sorted sequence is") {
  const EventLog log = log_of(10'000);
  for (const std::int64_t time : {0, 1, 4095, 4096, 4097, 9'999}) {
    const auto found = std::partition_point(log.begin(), log.end(), [&](const Event& event) { return event.time < time; });
    CHECK(found->time == time);
    CHECK(found - log.begin() == time);
  }
}

TEST_CASE("a log that is moved leaves nothing behind") {
  EventLog log = log_of(5'000);
  const EventLog other = std::move(log);
  CHECK(other.size() == 5'000);
  CHECK(log.empty());  // NOLINT(bugprone-use-after-move): what is left is part of the promise
  log.push_back(event_at(1));
  CHECK(log.size() == 1);
  CHECK(log[0].time == 1);
}

TEST_CASE("the memory of a log that ended serves the next") {
  const Event* first = nullptr;
  {
    const EventLog ended = log_of(3 * EventLog::kBlockItems);
    first = &ended[0];
  }
  const EventLog next = log_of(1);
  CHECK(first == &next[0]);
}

TEST_CASE("a log ends what it keeps, and what is assigned over has ended") {
  const std::string text(100, 'x');  // longer than a string keeps within itself: lost memory would be seen by the sanitizers
  Log<std::string> log;
  for (int i = 0; i < 5'000; ++i) log.push_back(text);
  log[4'999] = "last";
  CHECK(log.back() == "last");
  log = Log<std::string>();
  CHECK(log.empty());
  log.push_back(text);
  CHECK(log.front() == text);
}

}  // namespace
