// The numbers of Python's random. Expectations were taken from CPython 3.11.7.

#include <doctest/doctest.h>

#include <string>

#include "text_support.h"

using namespace waiter::python::text;

TEST_CASE("A seed of any kind gives CPython's first number") {
  Random random;
  random.seed(parse_int("-340282366920938463463374607431768211456").value());
  CHECK(random.random() == 0x1.3f33ebbaeddd4p-1);
  random.seed(1.5);
  CHECK(random.random() == 0x1.1a80c674aba1ap-1);
  random.seed_text("tea");
  CHECK(random.random() == 0x1.fa8fc4804c07bp-1);
  random.seed_text("");
  CHECK(random.random() == 0x1.eba2b25d163e4p-1);
  random.seed(0);
  CHECK(random.random() == 0x1.b0580f98a7dbep-1);
}

TEST_CASE("Bits, and numbers below a limit of any size") {
  //   random.seed(5)
  //   lines = []
  //   for i in range(300):
  //       lines += [str(random.getrandbits(i)), str(random.randrange(2 ** i + 1)), str(random.randrange(i + 1))]
  const char* const expected = "b3a5882fce1f3befbd00915bde8ea42595af01c1f459a1aff5644a249ab51649";
  Random random;
  random.seed(5);
  Digest digest;
  for (int i = 0; i < 300; ++i) {
    digest.add(to_digits(random.bits(i).value(), 10));
    digest.add(to_digits(random.below(power(2, static_cast<std::uint64_t>(i)) + 1), 10));
    digest.add(std::to_string(random.below(static_cast<std::uint64_t>(i) + 1)));
  }
  CHECK(digest.hex() == expected);
  CHECK(message_of(random.bits(-1)) == "ValueError: number of bits must be non-negative");
}

TEST_CASE("A state that is set again gives the same numbers") {
  Random random;
  random.seed(8);
  random.random();
  const MersenneTwister::State between = random.state();
  const double next = random.random();
  random.set_state(between);
  CHECK(random.random() == next);
}
