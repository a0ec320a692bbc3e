#include "view/time_scale.h"

#include <set>

#include <doctest/doctest.h>

using namespace waiter::view;
using waiter::trace::kMicrosecond;
using waiter::trace::kMillisecond;
using waiter::trace::kSecond;

TEST_CASE("pixels and times are each other's inverse") {
  const TimeScale scale{{0, 1800 * kMillisecond}, 100, 640};
  for (float x = 100; x <= 640; x += 7) CHECK(scale.x(scale.time(x)) == doctest::Approx(x).epsilon(0.0001));
  CHECK(scale.x(0) == doctest::Approx(100));
  CHECK(scale.x(1800 * kMillisecond) == doctest::Approx(640));
}

TEST_CASE("zooming leaves the time under the cursor where it is") {
  const TimeWindow all = whole(10 * kSecond);
  const TimeWindow before{2 * kSecond, 6 * kSecond};
  const Time at = 3 * kSecond;
  const TimeWindow after = zoomed(before, at, 0.5, all);
  CHECK(after.length() == 2 * kSecond);
  CHECK(TimeScale{before, 0, 1000}.x(at) == doctest::Approx(static_cast<double>(TimeScale{after, 0, 1000}.x(at))));
}

TEST_CASE("a window stays inside the whole and is never empty") {
  const TimeWindow all = whole(kSecond);
  TimeWindow window = all;
  for (int i = 0; i < 200; ++i) window = zoomed(window, kSecond / 3, 0.7, all);
  CHECK(window.length() == kWindowMin);
  CHECK(window.from >= all.from);
  for (int i = 0; i < 400; ++i) window = zoomed(window, kSecond / 3, 1.3, all);
  CHECK(window == all);
  CHECK(panned(window, 5.0, all) == all);
  CHECK(panned({0, kSecond / 2}, -3.0, all).from == 0);
  CHECK(panned({0, kSecond / 2}, 30.0, all).to == all.to);
}

TEST_CASE("a run that takes no time still has a window") {
  CHECK(whole(0).length() > 0);
  CHECK(whole(1).length() >= kWindowMin);
  CHECK(whole(waiter::trace::kNever).length() > 0);
}

TEST_CASE("the ruler's marks are 1, 2 or 5 times a power of ten, and far enough apart") {
  for (const Time length :
       {3 * kMicrosecond, 40 * kMicrosecond, 7 * kMillisecond, kSecond * 9 / 5, 13 * kSecond, 86'400 * kSecond}) {
    CAPTURE(length);
    const TimeScale scale{{length / 3, length / 3 + length}, 0, 500};
    const Ticks marks = ticks(scale, 50);
    Time step = marks.step;
    while (step % 10 == 0) step /= 10;
    CHECK((step == 1 || step == 2 || step == 5));
    CHECK(scale.x(marks.step) - scale.x(0) >= 49.9F);
    CHECK(marks.times.size() >= 2);
    std::set<std::string> labels;
    for (const Time time : marks.times) {
      CHECK(time >= scale.window.from);
      CHECK(time <= scale.window.to);
      labels.insert(tick_label(time, marks.step));
    }
    CHECK(labels.size() == marks.times.size());
  }
}

TEST_CASE("times are said with the decimals that they need") {
  CHECK(tick_label(800 * kMillisecond, 200 * kMillisecond) == "0.8");
  CHECK(tick_label(12 * kSecond, kSecond) == "12.0");
  CHECK(tick_label(kSecond + 250'300 * kMicrosecond, 100 * kMicrosecond) == "1.2503");
  CHECK(seconds_text(720 * kMillisecond) == "0.720 s");
  CHECK(seconds_text(kSecond + 20 * kMicrosecond) == "1.00002 s");
  CHECK(length_text(0) == "0 s");
  CHECK(length_text(30 * kMicrosecond) == "0.03 ms");
  CHECK(length_text(340 * kMillisecond) == "0.34 s");
  CHECK(length_text(4 * kSecond) == "4.00 s");
}
