#include "playground/wording.h"

#include <doctest/doctest.h>

namespace {

using namespace waiter;
using namespace waiter::playground;

TEST_CASE("seconds are exact to the nanosecond and as short as they can be") {
  CHECK(exact_seconds(0) == "0.0");
  CHECK(exact_seconds(1'500'000'000) == "1.5");
  CHECK(exact_seconds(3'000'000'000) == "3.0");
  CHECK(exact_seconds(1) == "0.000000001");
  CHECK(exact_seconds(86'400'123'456'789) == "86400.123456789");
  CHECK(exact_seconds(-500'000'000) == "-0.5");
}

TEST_CASE("a length is said with as much grain as anybody wants to hear") {
  CHECK(length_text(0) == "0.0 s");
  CHECK(length_text(280'000'000) == "0.28 s");
  CHECK(length_text(1'000'000'000) == "1.0 s");
  CHECK(length_text(1'234'567'890) == "1.235 s");
  CHECK(length_text(1'999'600'000) == "2.0 s");
  CHECK(length_text(1'000'000) == "0.001 s");
  CHECK(length_text(20'000) == "20 µs");
  CHECK(length_text(20) == "20 ns");
  CHECK(length_text(-1'500'000'000) == "-1.5 s");
}

TEST_CASE("counts agree with their nouns") {
  CHECK(counted(1, "task") == "1 task");
  CHECK(counted(0, "task") == "0 tasks");
  CHECK(counted(2, "task") == "2 tasks");
}

TEST_CASE("an excerpt is one line, cut between code points") {
  CHECK(excerpt("coffee is ready\n", 60) == "coffee is ready");
  CHECK(excerpt("a\nb\n", 60) == "a b");
  CHECK(excerpt("žluťoučký", 3) == "žlu…");
  CHECK(excerpt("abc", 3) == "abc");
  CHECK(excerpt("**bold**", 60) == "*bold*");
}

}  // namespace
