// Floats as text. Expectations were taken from CPython 3.11.7.

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "python/text/float_repr.h"
#include "text_support.h"

using namespace waiter::python::text;

TEST_CASE("repr of a float is the shortest text that reads back the same") {
  struct Row {
    double value;
    const char* repr;
  };
  const Row rows[] = {
      {0x0.0p+0, "0.0"},
      {-0x0.0p+0, "-0.0"},
      {0x1.0000000000000p+0, "1.0"},
      {-0x1.8000000000000p+0, "-1.5"},
      {0x1.999999999999ap-4, "0.1"},
      {0x1.3333333333334p-2, "0.30000000000000004"},
      {0x1.c6bf526340000p+49, "1000000000000000.0"},
      {0x1.1c37937e08000p+53, "1e+16"},
      {0x1.b69b4ba630f35p+56, "1.2345678901234568e+17"},
      {0x1.1c37937e07fffp+53, "9999999999999998.0"},
      {0x1.a36e2eb1c432dp-14, "0.0001"},
      {0x1.4f8b588e368f1p-17, "1e-05"},
      {0x1.02e4b6ce5dc68p-13, "0.00012345"},
      {0x0.0000000000001p-1022, "5e-324"},
      {0x1.fffffffffffffp+1023, "1.7976931348623157e+308"},
      {0x1.0000000000000p-44, "5.684341886080802e-14"},
      {0x1.0f0cf064dd592p+73, "1e+22"},
      {0x1.52d02c7e14af6p+76, "1e+23"},
      {HUGE_VAL, "inf"},
      {-HUGE_VAL, "-inf"},
      {0x1.921fb54442d18p+1, "3.141592653589793"},
      {0x1.9000000000000p+6, "100.0"},
      {0x1.0c6f7a0b5ed8dp-22, "2.5e-07"},
  };
  for (const Row& row : rows) CHECK(float_repr(row.value) == row.repr);
  CHECK(float_repr(std::nan("")) == "nan");
}

TEST_CASE("20,000 random floats print as CPython prints them") {
  // Made by CPython: sha256 of the lines, joined by newlines.
  //   random.seed(1)
  //   lines = [repr(random.uniform(-1, 1) * 10.0 ** random.randrange(-300, 300)) for i in range(20000)]
  const char* const expected = "1c580054196c76123d7ab63f0372b162dfe477c814981ba7b1a49ce04c9552bf";
  Random random;
  random.seed(1);
  Digest digest;
  for (int i = 0; i < 20000; ++i) {
    const double factor = -1 + 2 * random.random();
    const std::int64_t exponent = static_cast<std::int64_t>(random.below(600)) - 300;
    digest.add(float_repr(factor * std::pow(10.0, static_cast<double>(exponent))));
  }
  CHECK(digest.hex() == expected);
}

TEST_CASE("float() reads what CPython reads, and says what it cannot") {
  struct Row {
    const char* text;
    const char* result;
  };
  const Row rows[] = {
      {"1", "1.0"},
      {"  1.5\n", "1.5"},
      {"-1e3", "-1000.0"},
      {"+.5", "0.5"},
      {"5.", "5.0"},
      {"1_000.0_1", "1000.01"},
      {"inf", "inf"},
      {"-Infinity", "-inf"},
      {"NaN", "nan"},
      {"1e400", "inf"},
      {"1e-400", "0.0"},
      {"\xd9\xa3.\xd9\xa5", "3.5"},
      {"\xc2\xa0"
       "1\xe3\x80\x80",
       "1.0"},
      {"2.4703282292062328e-324", "5e-324"},
      {"9007199254740993", "9007199254740992.0"},
      {"", "ValueError: could not convert string to float: ''"},
      {"  ", "ValueError: could not convert string to float: '  '"},
      {".", "ValueError: could not convert string to float: '.'"},
      {"1e", "ValueError: could not convert string to float: '1e'"},
      {"_1", "ValueError: could not convert string to float: '_1'"},
      {"1_", "ValueError: could not convert string to float: '1_'"},
      {"1__0", "ValueError: could not convert string to float: '1__0'"},
      {"1_.0", "ValueError: could not convert string to float: '1_.0'"},
      {"0x10", "ValueError: could not convert string to float: '0x10'"},
      {"1 2", "ValueError: could not convert string to float: '1 2'"},
      {"it's", "ValueError: could not convert string to float: \"it's\""},
      {"\x1c"
       "1",
       "ValueError: could not convert string to float: '\\x1c1'"},
      {"infinit", "ValueError: could not convert string to float: 'infinit'"},
      {"1e5_", "ValueError: could not convert string to float: '1e5_'"},
      {"\xc3\xa9", "ValueError: could not convert string to float: '\xc3\xa9'"},
  };
  for (const Row& row : rows) {
    const Result<double> value = parse_float(row.text);
    CHECK((value ? float_repr(value.value()) : message_of(value)) == row.result);
  }
}

TEST_CASE("A float literal may have underscores between digits only") {
  CHECK(parse_float_literal("1_0.5e1_0") == 10.5e10);
  CHECK(parse_float_literal("1e400") == HUGE_VAL);
  CHECK_FALSE(parse_float_literal("1_e5"));
  CHECK_FALSE(parse_float_literal("inf"));
}

TEST_CASE("round() to digits is half to even of the exact value") {
  struct Row {
    double value;
    int digits;
    double rounded;
  };
  const Row rows[] = {
      {0x1.5666666666666p+1, 2, 0x1.55c28f5c28f5cp+1},
      {0x1.0000000000000p-1, 0, 0x0.0p+0},
      {0x1.8000000000000p+0, 0, 0x1.0000000000000p+1},
      {0x1.4000000000000p+1, 0, 0x1.0000000000000p+1},
      {-0x1.999999999999ap-2, 0, -0x0.0p+0},
      {0x1.34a0000000000p+10, -2, 0x1.2c00000000000p+10},
      {0x1.3880000000000p+10, -2, 0x1.2c00000000000p+10},
      {0x1.5180000000000p+10, -2, 0x1.5e00000000000p+10},
      {0x1.9000000000000p+5, -2, 0x0.0p+0},
      {0x1.90ccccccccccdp+5, -2, 0x1.9000000000000p+6},
      {0x1.8800000000000p+5, -2, 0x0.0p+0},
      {0x1.317e5ef3ab326p+508, -154, 0x0.0p+0},
      {0x1.0f0cf064dd592p+73, -22, 0x1.0f0cf064dd592p+73},
      {0x1.52d02c7e14af6p+75, -23, 0x0.0p+0},
      {0x1.fc3842bd1f072p+76, -23, 0x1.52d02c7e14af6p+77},
      {0x1.999999999999ap-4, 400, 0x1.999999999999ap-4},
      {0x1.7e43c8800759cp+996, -400, 0x0.0p+0},
      {0x1.40f5c28f5c28fp+2, 2, 0x1.40a3d70a3d70ap+2},
      {-0x1.4000000000000p+1, 0, -0x1.0000000000000p+1},
      {0x1.1c37937e08001p+53, -1, 0x1.1c37937e08000p+53},
  };
  for (const Row& row : rows) {
    const Result<double> rounded = round_to_digits(row.value, row.digits);
    REQUIRE(rounded);
    CHECK(float_repr(rounded.value()) == float_repr(row.rounded));
  }
  CHECK(message_of(round_to_digits(1.7976931348623157e308, -308)) ==
        "OverflowError: rounded value too large to represent");
  CHECK(round_half_even(0.5) == 0);
  CHECK(round_half_even(2.5) == 2);
  CHECK(round_half_even(-3.5) == -4);
}

TEST_CASE("// and % of floats round towards minus infinity and keep the divisor's sign") {
  struct Row {
    double a, b, quotient, remainder;
  };
  const Row rows[] = {
      {0x1.c000000000000p+2, 0x1.0000000000000p+1, 0x1.8000000000000p+1, 0x1.0000000000000p+0},
      {-0x1.c000000000000p+2, 0x1.0000000000000p+1, -0x1.0000000000000p+2, 0x1.0000000000000p+0},
      {0x1.c000000000000p+2, -0x1.0000000000000p+1, -0x1.0000000000000p+2, -0x1.0000000000000p+0},
      {-0x1.c000000000000p+2, -0x1.0000000000000p+1, 0x1.8000000000000p+1, -0x1.0000000000000p+0},
      {0x1.0000000000000p+0, 0x1.999999999999ap-4, 0x1.2000000000000p+3, 0x1.9999999999996p-4},
      {0x0.0p+0, -0x1.8000000000000p+1, -0x0.0p+0, -0x0.0p+0},
      {-0x0.0p+0, 0x1.8000000000000p+1, -0x0.0p+0, 0x0.0p+0},
      {0x1.56e1fc2f8f359p-997, -0x1.7e43c8800759cp+996, -0x1.0000000000000p+0, -0x1.7e43c8800759cp+996},
      {0x1.6000000000000p+2, HUGE_VAL, 0x0.0p+0, 0x1.6000000000000p+2},
      {-0x1.6000000000000p+2, HUGE_VAL, -0x1.0000000000000p+0, HUGE_VAL},
  };
  for (const Row& row : rows) {
    CHECK(float_repr(floor_divide(row.a, row.b)) == float_repr(row.quotient));
    CHECK(float_repr(floor_modulo(row.a, row.b)) == float_repr(row.remainder));
  }
}

TEST_CASE("float.hex() and the parts of as_integer_ratio()") {
  CHECK(float_hex(3.0) == "0x1.8000000000000p+1");
  CHECK(float_hex(-0.1) == "-0x1.999999999999ap-4");
  CHECK(float_hex(5e-324) == "0x0.0000000000001p-1022");
  CHECK(float_hex(0.0) == "0x0.0p+0");
  CHECK(to_binary_fraction(0.75).numerator == 3);
  CHECK(to_binary_fraction(0.75).exponent == -2);
  CHECK(to_binary_fraction(-12.0).numerator == -3);
  CHECK(to_binary_fraction(-12.0).exponent == 2);
}
