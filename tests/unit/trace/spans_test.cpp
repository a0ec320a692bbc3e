#include "trace/spans.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "../coffee_and_sandwich.h"
#include "../random_trace.h"

namespace {

using namespace waiter::trace;
using namespace waiter::testing;

std::string text(const Trace& trace, const Span& span) {
  static const char* const kStates[] = {"running", "ready", "awaiting", "blocked"};
  std::string out = kStates[static_cast<int>(span.state)];
  out += ' ' + std::to_string(span.begin / kMillisecond) + ".." +
         (span.end == kOpen ? "open" : std::to_string(span.end / kMillisecond));
  if (span.label != 0) out += ' ' + trace.names.text(span.label);
  return out;
}

std::vector<std::string> texts(const Trace& trace, const SpanIndex& index, LaneId lane) {
  std::vector<std::string> out;
  for (const Span& span : index.spans(lane)) out.push_back(text(trace, span));
  return out;
}

TEST_CASE("coffee and a sandwich: every lane's spans") {
  Recorder recorder(1000);
  play_coffee_and_sandwich(recorder);
  SpanIndex index;
  index.extend(recorder.trace());
  using Texts = std::vector<std::string>;
  CHECK(texts(recorder.trace(), index, 1) ==
        Texts{"ready 0..0", "running 0..0", "awaiting 0..1500 gather of 2", "ready 1500..1500", "running 1500..1500"});
  CHECK(texts(recorder.trace(), index, 2) ==
        Texts{"ready 0..0", "running 0..0", "awaiting 0..1000 sleep 1.0", "ready 1000..1000", "running 1000..1000"});
  CHECK(texts(recorder.trace(), index, 3) ==
        Texts{"ready 0..0", "running 0..0", "awaiting 0..1500 sleep 1.5", "ready 1500..1500", "running 1500..1500"});
  // Nine turns, none of which takes time.
  REQUIRE(index.spans(kLoopLane).size() == 9);
  CHECK(text(recorder.trace(), index.spans(kLoopLane)[0]) == "running 0..0");
  CHECK(text(recorder.trace(), index.spans(kLoopLane)[8]) == "running 1500..1500");
  CHECK(index.spans(2)[2].where.line == 4);
}

TEST_CASE("coffee and a sandwich: arrows say who made and who woke whom") {
  Recorder recorder(1000);
  play_coffee_and_sandwich(recorder);
  SpanIndex index;
  index.extend(recorder.trace());
  std::vector<std::string> arrows;
  for (const Arrow& arrow : index.arrows()) {
    arrows.push_back((arrow.kind == Arrow::Kind::Made ? "made " : "woke ") + std::to_string(arrow.from) + "->" +
                     std::to_string(arrow.to) + " at " + std::to_string(arrow.time / kMillisecond));
  }
  CHECK(arrows == std::vector<std::string>{"made 0->1 at 0", "made 1->2 at 0", "made 1->3 at 0", "woke 3->1 at 1500"});
}

TEST_CASE("time.sleep in a task cuts its step in two and blocks the loop's lane as well") {
  Recorder recorder(100);
  LoopScript loop(recorder);
  const LaneId lane = loop.task("Task-1", "main", kLoopLane, 5);
  const LaneId other = loop.task("Task-2", "other", kLoopLane, 6);
  loop.turn();
  loop.begin(lane, 1, 1);
  recorder.record(EventKind::BlockBegin, lane, {0, 0, 2}, recorder.name("time.sleep(2)"));
  recorder.set_now(2 * kSecond);
  recorder.record(EventKind::BlockEnd, lane, {0, 0, 2}, 2 * kSecond);
  loop.done(lane, 3);
  loop.end(lane, 3);
  loop.begin(other, 1, 1);
  SpanIndex index;
  index.extend(recorder.trace());
  using Texts = std::vector<std::string>;
  CHECK(texts(recorder.trace(), index, lane) ==
        Texts{"ready 0..0", "running 0..0", "blocked 0..2000 time.sleep(2)", "running 2000..2000"});
  CHECK(texts(recorder.trace(), index, other) == Texts{"ready 0..2000", "running 2000..open"});
  CHECK(texts(recorder.trace(), index, kLoopLane) ==
        Texts{"running 0..0", "blocked 0..2000 time.sleep(2)", "running 2000..open"});
  CHECK(index.spans(kLoopLane)[1].waits_for == lane);
}

TEST_CASE("a task that yields with sleep(0) is ready from the end of its step") {
  Recorder recorder(100);
  LoopScript loop(recorder);
  const LaneId lane = loop.task("Task-1", "main", kLoopLane, 5);
  loop.turn();
  loop.begin(lane, 1, 1);
  loop.ready(lane, ReadyReason::Yielded);
  loop.end(lane, 1);
  SpanIndex index;
  index.extend(recorder.trace());
  CHECK(texts(recorder.trace(), index, lane) ==
        std::vector<std::string>{"ready 0..0", "running 0..0", "ready 0..open"});
}

TEST_CASE("work outside of the loop is a running span of the loop's lane, in one piece") {
  Recorder recorder(100);
  for (int i = 1; i <= 3; ++i) {
    recorder.set_now(i * kMillisecond);
    recorder.record(EventKind::Work, kLoopLane, {0, 0, 1}, kMillisecond);
  }
  SpanIndex index;
  index.extend(recorder.trace());
  CHECK(texts(recorder.trace(), index, kLoopLane) == std::vector<std::string>{"running 0..3"});
}

TEST_CASE("a span is found by event") {
  Recorder recorder(1000);
  play_coffee_and_sandwich(recorder);
  SpanIndex index;
  index.extend(recorder.trace());
  const auto& events = recorder.trace().events;
  for (std::uint32_t event = 0; event < events.size(); ++event) {
    for (LaneId lane = 0; lane < index.lane_count(); ++lane) {
      const Span* expected = nullptr;
      for (const Span& span : index.spans(lane)) {
        if (span.first_event <= event) expected = &span;
      }
      CHECK(index.at_event(lane, event) == expected);
    }
  }
}

// --- what must hold for every trace ---------------------------------------------------------------------------------

bool equal(const std::vector<Span>& a, const std::vector<Span>& b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].begin != b[i].begin || a[i].end != b[i].end || a[i].first_event != b[i].first_event ||
        a[i].last_event != b[i].last_event || a[i].state != b[i].state || a[i].label != b[i].label) {
      return false;
    }
  }
  return true;
}

TEST_CASE("spans of a lane never overlap, whatever happened") {
  for (std::uint64_t seed = 0; seed < 60; ++seed) {
    CAPTURE(seed);
    Recorder recorder(100'000);
    RandomLoop loop(recorder, seed);
    for (int turn = 0; turn < 60; ++turn) loop.turn();
    SpanIndex index;
    index.extend(recorder.trace());
    for (LaneId lane = 0; lane < index.lane_count(); ++lane) {
      const auto& spans = index.spans(lane);
      for (std::size_t i = 0; i < spans.size(); ++i) {
        const bool last = i + 1 == spans.size();
        REQUIRE((last || spans[i].end != kOpen));
        REQUIRE((spans[i].end == kOpen || spans[i].begin <= spans[i].end));
        REQUIRE(spans[i].first_event <= spans[i].last_event);
        if (last) continue;
        REQUIRE(spans[i].end <= spans[i + 1].begin);
        REQUIRE(spans[i].first_event < spans[i + 1].first_event);
        // A task is always in some state, from when it is first ready until it ends.
        if (lane != kLoopLane) REQUIRE(spans[i].end == spans[i + 1].begin);
      }
    }
  }
}

TEST_CASE("an index that grew with the trace equals one that was built at once") {
  for (std::uint64_t seed = 100; seed < 120; ++seed) {
    CAPTURE(seed);
    Recorder recorder(100'000);
    RandomLoop loop(recorder, seed);
    SpanIndex grown;
    Counters grown_counters;
    for (int turn = 0; turn < 40; ++turn) {
      loop.turn();
      if (loop.dice().chance(40)) {
        grown.extend(recorder.trace());
        grown_counters.extend(recorder.trace());
      }
    }
    grown.extend(recorder.trace());
    grown_counters.extend(recorder.trace());
    SpanIndex whole;
    whole.extend(recorder.trace());
    Counters whole_counters;
    whole_counters.extend(recorder.trace());
    REQUIRE(grown.lane_count() == whole.lane_count());
    for (LaneId lane = 0; lane < whole.lane_count(); ++lane) REQUIRE(equal(grown.spans(lane), whole.spans(lane)));
    REQUIRE(grown_counters.waiting.size() == whole_counters.waiting.size());
    REQUIRE(grown_counters.ready_max == whole_counters.ready_max);
  }
}

// The same answer, found by looking at every span.
std::vector<SpanSlice> visible_by_walking(const std::vector<Span>& spans, Time from, Time to, Time resolution) {
  std::vector<SpanSlice> out;
  bool grouping = false;
  for (std::uint32_t i = 0; i < spans.size(); ++i) {
    const Span& span = spans[i];
    if ((span.end != kOpen && span.end < from) || span.begin > to) continue;
    const bool stands_alone = span.end == kOpen || span.end - span.begin >= resolution;
    if (stands_alone) {
      out.push_back({i, 0, span.begin, span.end});
      grouping = false;
    } else if (grouping && out.back().begin / resolution == span.begin / resolution) {
      SpanSlice& group = out.back();
      const Span& longest = spans[group.span];
      if (span.end - span.begin > longest.end - longest.begin) group.span = i;
      ++group.folded;
      group.end = span.end;
    } else {
      out.push_back({i, 0, span.begin, span.end});
      grouping = true;
    }
  }
  return out;
}

TEST_CASE("what is visible is what a walk over every span would show") {
  for (std::uint64_t seed = 200; seed < 240; ++seed) {
    CAPTURE(seed);
    Recorder recorder(100'000);
    RandomLoop loop(recorder, seed);
    for (int turn = 0; turn < 150; ++turn) loop.turn();
    SpanIndex index;
    index.extend(recorder.trace());
    const Time end = recorder.now();
    for (int question = 0; question < 100; ++question) {
      Dice& dice = loop.dice();
      const auto lane = static_cast<LaneId>(dice.roll(index.lane_count()));
      const auto some = static_cast<std::uint64_t>(end) + 2;
      const Time from = static_cast<Time>(dice.roll(some)) - 1;
      const Time to = from + static_cast<Time>(dice.roll(some));
      static const Time kResolutions[] = {1, kMicrosecond, kMillisecond, 100 * kMillisecond, 3 * kSecond, 100 * kSecond};
      const Time resolution = kResolutions[dice.roll(6)];
      CAPTURE(lane);
      CAPTURE(from);
      CAPTURE(to);
      CAPTURE(resolution);
      std::vector<SpanSlice> found;
      index.visible(lane, from, to, resolution, found);
      const auto expected = visible_by_walking(index.spans(lane), from, to, resolution);
      REQUIRE(found.size() == expected.size());
      for (std::size_t i = 0; i < found.size(); ++i) {
        REQUIRE(found[i].span == expected[i].span);
        REQUIRE(found[i].folded == expected[i].folded);
        REQUIRE(found[i].begin == expected[i].begin);
        REQUIRE(found[i].end == expected[i].end);
      }
    }
  }
}

TEST_CASE("a hundred thousand short spans are a handful of boxes") {
  Recorder recorder(1'000'000);
  LoopScript loop(recorder);
  const LaneId lane = loop.task("Task-1", "main", kLoopLane, 1);
  for (int i = 1; i <= 50'000; ++i) {
    recorder.set_now(i * kMillisecond);
    loop.turn();
    loop.begin(lane, 1, i);
    loop.ready(lane, ReadyReason::Yielded);
    loop.end(lane, 1);
  }
  SpanIndex index;
  index.extend(recorder.trace());
  CHECK(index.spans(lane).size() == 100'001);
  std::vector<SpanSlice> slices;
  index.visible(lane, 0, recorder.now(), recorder.now() / 200, slices);
  CHECK(slices.size() <= 402);
  std::uint32_t shown = 0;
  for (const SpanSlice& slice : slices) shown += slice.folded + 1;
  CHECK(shown == 100'001);
}

}  // namespace
