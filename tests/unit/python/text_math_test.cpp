// The page's own elementary functions, against the C library's: equal but for the last bit, and that seldom.

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <cstring>

#include "python/text/random_mt.h"
#include "python/text/rounded_math.h"

using namespace waiter::python::text;

namespace {

std::int64_t bits(double value) {
  std::int64_t bits = 0;
  std::memcpy(&bits, &value, sizeof bits);
  return bits;
}

/// Draws arguments between -range and range; `ours` may differ from `theirs` by one unit of the last place, once in a
/// hundred times. glibc is measured to be within three in a thousand of the nearest float.
template <class Ours, class Theirs>
void check_near(double range, Ours ours, Theirs theirs) {
  Random random;
  random.seed(9);
  int different = 0;
  for (int i = 0; i < 5000; ++i) {
    const double x = -range + 2 * range * random.random();
    const std::int64_t apart = std::llabs(bits(ours(x)) - bits(theirs(x)));
    REQUIRE(apart <= 1);
    different += apart != 0 ? 1 : 0;
  }
  CHECK(different < 50);
}

/// What is no ordinary argument must come out as the C library has it, to the bit (or be nan in both).
template <class Ours, class Theirs>
void check_special(Ours ours, Theirs theirs) {
  for (const double x : {0.0, -0.0, 1.0, -1.0, 2.0, -2.0, 5e-324, -1e-300, 1e-30, 0x1p-27, 1e7, -1e22, 1e300, HUGE_VAL,
                         -HUGE_VAL, std::nan("")}) {
    INFO(x);
    const double expected = theirs(x);
    const double result = ours(x);
    CHECK((std::isnan(expected) ? std::isnan(result) : bits(result) == bits(expected)));
  }
}

template <class Ours, class Theirs>
void check(double range, Ours ours, Theirs theirs) {
  check_near(range, ours, theirs);
  check_special(ours, theirs);
}

}  // namespace

TEST_CASE("Sine, cosine and tangent are the C library's but for its rounding") {
  for (const double range : {1.0, 10.0, 1e5}) {
    check(range, rounded_sine, [](double x) { return std::sin(x); });
    check(range, rounded_cosine, [](double x) { return std::cos(x); });
    check(range, rounded_tangent, [](double x) { return std::tan(x); });
  }
}

TEST_CASE("The inverse functions are the C library's but for its rounding") {
  using OneArgument = double (*)(double);
  check(1.0, rounded_arc_sine, [](double x) { return std::asin(x); });
  check(1.0, rounded_arc_cosine, [](double x) { return std::acos(x); });
  for (const double range : {1.0, 1e3, 1e12}) {
    check(range, static_cast<OneArgument>(rounded_arc_tangent), [](double x) { return std::atan(x); });
  }
}

TEST_CASE("The angle of a point is the C library's in all quadrants and at their borders") {
  for (const double y : {0.0, -0.0, 1.0, -3.0, 1e-200, 1e200, HUGE_VAL}) {
    const auto ours = [&](double x) { return rounded_arc_tangent(y, x); };
    const auto theirs = [&](double x) { return std::atan2(y, x); };
    check(5.0, ours, theirs);
  }
}

TEST_CASE("Hyperbolic tangent and decimal logarithm take glibc's way") {
  check(3.0, tangent_by_exponential, [](double x) { return std::tanh(x); });
  check(30.0, tangent_by_exponential, [](double x) { return std::tanh(x); });
  const auto ours = [](double x) { return decimal_by_natural_logarithm(std::fabs(x)); };
  const auto theirs = [](double x) { return std::log10(std::fabs(x)); };
  check(1.0, ours, theirs);
  check(1e6, ours, theirs);
  for (int k = -300; k <= 300; ++k)
    CHECK(decimal_by_natural_logarithm(std::pow(10.0, k)) == std::log10(std::pow(10.0, k)));
}

TEST_CASE("Between two floats the nearer one is taken") {
  // Arguments that glibc 2.36 does not round to the nearest; the results were computed with 60 digits.
  CHECK(rounded_sine(-0x1.4d65687031680p-2) == -0x1.47897cba081f9p-2);
  CHECK(rounded_sine(-0x1.fedbec46cf53ap+1) == 0x1.807c077074889p-1);
  CHECK(rounded_sine(-0x1.81b95baa1e48cp+1) == -0x1.05adf7d8bce87p-3);
  CHECK(rounded_cosine(0x1.ce8ac769b2c20p+0) == -0x1.dedf123d49459p-3);
  CHECK(rounded_cosine(-0x1.02f2a7dc29f71p+3) == -0x1.e31ce69494013p-3);
  CHECK(rounded_cosine(0x1.c87ab33e51238p+2) == 0x1.522ddaac912fbp-1);
  CHECK(rounded_tangent(0x1.a5aee7f1cb900p-5) == 0x1.a60e5a27b8b30p-5);
  CHECK(rounded_tangent(0x1.8a88ae19e01e4p+2) == -0x1.e80c12b240025p-4);
  CHECK(rounded_tangent(-0x1.30ab4508c9c50p+3) == -0x1.8af62e0cd225fp-4);
  CHECK(rounded_arc_sine(0x1.60c8e043e51c0p-4) == 0x1.6138e917884bcp-4);
  CHECK(rounded_arc_sine(0x1.f6471d42ceed0p-3) == 0x1.fb74548860a57p-3);
  CHECK(rounded_arc_sine(0x1.f208186ee3998p-3) == 0x1.f7135e8be4f93p-3);
  CHECK(rounded_arc_cosine(0x1.95d521649da08p-1) == 0x1.4fb388a0d2cb1p-1);
  CHECK(rounded_arc_cosine(0x1.d654df67ff2f0p-4) == 0x1.74a9c4788f4b3p+0);
  CHECK(rounded_arc_cosine(0x1.f667cfba17a96p-1) == 0x1.8d19f2e4a0515p-3);
}
