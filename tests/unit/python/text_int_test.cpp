// Integers of any size. Expectations were taken from CPython 3.11.7.

#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "python/text/float_repr.h"
#include "text_support.h"

using namespace waiter::python::text;

namespace {

BigInt whole(std::string_view digits) {
  return parse_int(digits).value();
}
std::string decimal(const BigInt& value) {
  return to_digits(value, 10);
}
std::string shown_int(const Result<BigInt>& value) {
  return value ? decimal(value.value()) : message_of(value);
}
std::string shown_real(const Result<double>& value) {
  return value ? float_repr(value.value()) : message_of(value);
}

/// A random int whose length is random too, as the Python beside each digest draws it.
BigInt draw(Random& random) {
  const auto bits = static_cast<std::int64_t>(random.below(std::uint64_t{300}));
  const BigInt value = random.bits(bits).value();
  return random.below(std::uint64_t{2}) == 0 ? value : -value;
}

}  // namespace

TEST_CASE("Arithmetic and bits of 5,000 random pairs, as CPython has them") {
  //   import math
  //   random.seed(3)
  //   def draw():
  //       value = random.getrandbits(random.randrange(300))
  //       return value if random.randrange(2) == 0 else -value
  //   lines = []
  //   for i in range(5000):
  //       a, b = draw(), draw() or 1
  //       for value in (a + b, a - b, a * b, a // b, a % b, a & b, a | b, a ^ b, ~a, -a, math.gcd(a, b), a << 37, a >>
  //       37,
  //                     math.isqrt(abs(a)), a.bit_length(), a.bit_count(), hash(a), round(a, -5), a ** 3):
  //           lines.append(str(value))
  const char* const expected = "b48f37f7ef73752293ac7788ad8991cb1ebeeab17ca60d9684bca12344a5db93";
  Random random;
  random.seed(3);
  Digest digest;
  for (int i = 0; i < 5000; ++i) {
    const BigInt a = draw(random);
    BigInt b = draw(random);
    if (b.is_zero()) b = 1;
    const Division division = floor_divmod(a, b);
    for (const BigInt& value :
         {a + b, a - b, a * b, division.quotient, division.remainder, a & b, a | b, a ^ b, ~a, -a,
          greatest_common_divisor(a, b), a.shifted_left(37), a.shifted_right(37), integer_square_root(a.absolute()),
          BigInt::from_uint64(a.bit_length()), BigInt::from_uint64(a.bit_count()), BigInt(a.hash()),
          round_to_power_of_ten(a, 5), power(a, 3)}) {
      digest.add(decimal(value));
    }
  }
  CHECK(digest.hex() == expected);
}

TEST_CASE("Divisions to floats and conversions to text and bytes of 3,000 random pairs, as CPython has them") {
  //   random.seed(4)
  //   def draw():
  //       value = random.getrandbits(random.randrange(300))
  //       return value if random.randrange(2) == 0 else -value
  //   lines = []
  //   for i in range(3000):
  //       a, b = draw(), draw() or 1
  //       lines += [repr(a / b), repr(float(a)), format(a, 'x'), format(a, 'b'), str(a == float(a)), str(a < float(b)),
  //                 a.to_bytes(40, 'big', signed=True).hex(), str(int.from_bytes(a.to_bytes(40, 'little', signed=True),
  //                 'big'))]
  const char* const expected = "fe7b9ef46a240d96df58f1b0b713e928b93cdb541372f2a3fa7a44e67d49b7dd";
  Random random;
  random.seed(4);
  Digest digest;
  for (int i = 0; i < 3000; ++i) {
    const BigInt a = draw(random);
    BigInt b = draw(random);
    if (b.is_zero()) b = 1;
    digest.add(shown_real(true_divide(a, b)));
    digest.add(float_repr(a.to_double().value()));
    digest.add(to_digits(a, 16));
    digest.add(to_digits(a, 2));
    digest.add(a.compare(a.to_double().value()) == 0 ? "True" : "False");
    digest.add(a.compare(b.to_double().value()) < 0 ? "True" : "False");
    digest.add(to_hex(to_bytes(a, 40, ByteOrder::Big, Signedness::Signed).value()));
    const std::string little = to_bytes(a, 40, ByteOrder::Little, Signedness::Signed).value();
    digest.add(decimal(from_bytes(little, ByteOrder::Big, Signedness::Unsigned)));
  }
  CHECK(digest.hex() == expected);
}

TEST_CASE("// and % round towards minus infinity") {
  for (const auto& [a, b, quotient, remainder] :
       {std::array{7, 2, 3, 1}, std::array{-7, 2, -4, 1}, std::array{7, -2, -4, -1}, std::array{-7, -2, 3, -1}}) {
    const Division division = floor_divmod(a, b);
    CHECK(division.quotient == BigInt(quotient));
    CHECK(division.remainder == BigInt(remainder));
  }
}

TEST_CASE("pow() with three arguments") {
  struct Row {
    int base, exponent, modulus;
    const char* result;
  };
  const Row rows[] = {
      {2, 10, 1000, "24"},
      {2, 10, -1000, "-976"},
      {-3, 5, 7, "2"},
      {3, -1, 7, "5"},
      {3, -2, -7, "-3"},
      {2, -1, 4, "ValueError: base is not invertible for the given modulus"},
      {0, -1, 5, "ValueError: base is not invertible for the given modulus"},
      {5, 0, 1, "0"},
      {5, -3, 1, "0"},
      {2, 5, 0, "ValueError: pow() 3rd argument cannot be 0"},
      {0, 0, 7, "1"},
  };
  for (const Row& row : rows) CHECK(shown_int(power_modulo(row.base, row.exponent, row.modulus)) == row.result);
}

TEST_CASE("Powers that do not grow take no time, and the others say beforehand how large they get") {
  CHECK(power(-1, 1'000'000'000'001) == BigInt(-1));
  CHECK(power(0, 0) == BigInt(1));
  CHECK(power(0, 5) == BigInt(0));
  CHECK(power_bits(1, UINT64_MAX) == 1);
  CHECK(power_bits(10, UINT64_MAX) == UINT64_MAX);
  CHECK(power(3, 100).bit_length() <= power_bits(3, 100));
}

TEST_CASE("True division is correctly rounded at both ends of a float's range") {
  const BigInt huge = power(10, 400);
  CHECK(shown_real(true_divide(huge, 1)) == "OverflowError: integer division result too large for a float");
  CHECK(shown_real(true_divide(1, huge)) == "0.0");
  CHECK(shown_real(true_divide(-1, huge)) == "-0.0");
  CHECK(shown_real(true_divide(0, -5)) == "-0.0");
  CHECK(shown_real(true_divide(1, 0)) == "ZeroDivisionError: division by zero");
  CHECK(shown_real(true_divide(power(10, 400), power(10, 399) * 3)) == "3.3333333333333335");
  CHECK(shown_real(true_divide(3, power(2, 1075))) == "1e-323");
  CHECK(shown_real(true_divide(1, power(2, 1075))) == "0.0");
  CHECK(shown_real(true_divide(power(2, 1024) - 1, 1)) ==
        "OverflowError: integer division result too large for a float");
}

TEST_CASE("Floats and ints compare and convert exactly") {
  CHECK(power(2, 53).compare(9007199254740992.0) == 0);
  CHECK((power(2, 53) + 1).compare(9007199254740992.0) > 0);
  CHECK(BigInt(1).compare(1.5) < 0);
  CHECK(BigInt(-1).compare(-1.5) > 0);
  CHECK(BigInt(1).compare(std::nan("")) == std::partial_ordering::unordered);
  CHECK(power(10, 400).compare(HUGE_VAL) < 0);
  CHECK_FALSE(power(10, 400).to_double());
  CHECK((power(2, 1024) - power(2, 970)).to_double() == std::nullopt);
  CHECK((power(2, 1024) - power(2, 970) - 1).to_double() == 1.7976931348623157e308);
  CHECK(decimal(BigInt::from_double(-1e23).value()) == "-99999999999999991611392");
  CHECK_FALSE(BigInt::from_double(HUGE_VAL));
}

TEST_CASE("64-bit limits") {
  const BigInt least = BigInt(INT64_MIN);
  CHECK(least.fits_int64());
  CHECK(least.to_int64() == INT64_MIN);
  CHECK_FALSE((least - 1).fits_int64());
  CHECK_FALSE((-least).fits_int64());
  CHECK((-least).to_uint64() == std::uint64_t{1} << 63);
  CHECK_FALSE(BigInt(-1).to_uint64());
}

TEST_CASE("int() reads what CPython reads, and says what it cannot") {
  struct Row {
    const char* text;
    int base;
    const char* result;
  };
  const Row rows[] = {
      {"42", 10, "42"},
      {"  -42\n", 10, "-42"},
      {"1_000", 10, "1000"},
      {"\xd9\xa4\xd9\xa2", 10, "42"},
      {"\xc2\xa0"
       "42\xe3\x80\x80",
       10, "42"},
      {"0x_ff", 16, "255"},
      {"0xff", 0, "255"},
      {"0b101", 0, "5"},
      {"0o17", 0, "15"},
      {"zz", 36, "1295"},
      {"-0x1F", 16, "-31"},
      {"0", 0, "0"},
      {"00", 0, "0"},
      {"01", 0, "ValueError: invalid literal for int() with base 0: '01'"},
      {"", 10, "ValueError: invalid literal for int() with base 10: ''"},
      {" ", 10, "ValueError: invalid literal for int() with base 10: ' '"},
      {"4 2", 10, "ValueError: invalid literal for int() with base 10: '4 2'"},
      {"1__0", 10, "ValueError: invalid literal for int() with base 10: '1__0'"},
      {"_1", 10, "ValueError: invalid literal for int() with base 10: '_1'"},
      {"1_", 10, "ValueError: invalid literal for int() with base 10: '1_'"},
      {"0x", 16, "ValueError: invalid literal for int() with base 16: '0x'"},
      {"4.2", 10, "ValueError: invalid literal for int() with base 10: '4.2'"},
      {"ff", 10, "ValueError: invalid literal for int() with base 10: 'ff'"},
      {"9", 8, "ValueError: invalid literal for int() with base 8: '9'"},
      {"5", 1, "ValueError: int() base must be >= 2 and <= 36, or 0"},
      {"5", 37, "ValueError: int() base must be >= 2 and <= 36, or 0"},
      {"it's", 10, "ValueError: invalid literal for int() with base 10: \"it's\""},
      {"\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3"
       "\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
       "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3"
       "\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
       "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3"
       "\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
       "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3"
       "\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
       "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3"
       "\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
       "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3"
       "\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
       "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3"
       "\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
       "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3"
       "\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
       "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3"
       "\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
       "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9",
       10,
       "ValueError: invalid literal for int() with base 10: "
       "'\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3"
       "\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
       "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3"
       "\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
       "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3"
       "\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
       "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3"
       "\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
       "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3"
       "\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
       "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3"
       "\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
       "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3"
       "\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"
       "\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9\xc3\xa9"},
      {"999999999999999999999999999999", 10, "999999999999999999999999999999"},
  };
  for (const Row& row : rows) CHECK(shown_int(parse_int(row.text, row.base)) == row.result);
}

TEST_CASE("Text of more than 4300 digits is refused both ways, other bases have no limit") {
  const std::string most(kIntStringDigitsMax, '9');
  const BigInt largest = whole(most);
  CHECK(shown(to_decimal(largest)) == most);
  CHECK(shown(to_decimal(-largest)) == "-" + most);
  CHECK(shown(to_decimal(largest + 1)) ==
        "ValueError: "
        "Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase "
        "the limit");
  CHECK(shown(to_decimal(power(10, 100'000))) ==
        "ValueError: "
        "Exceeds the limit (4300 digits) for integer string conversion; use sys.set_int_max_str_digits() to increase "
        "the limit");
  CHECK(shown_int(parse_int(most + "9")) ==
        "ValueError: "
        "Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use "
        "sys.set_int_max_str_digits() to increase the limit");
  CHECK(message_of(parse_int_literal(most + "9")) ==
        "ValueError: "
        "Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use "
        "sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid "
        "decimal conversion limits.");
  CHECK(parse_int(std::string(10'000, 'f'), 16).value() == power(16, 10'000) - 1);
  CHECK(to_digits(power(10, 10'000), 10) == "1" + std::string(10'000, '0'));
}

TEST_CASE("to_bytes refuses what does not fit") {
  CHECK(message_of(to_bytes(256, 1, ByteOrder::Big, Signedness::Unsigned)) == "OverflowError: int too big to convert");
  CHECK(message_of(to_bytes(128, 1, ByteOrder::Big, Signedness::Signed)) == "OverflowError: int too big to convert");
  CHECK(to_bytes(-128, 1, ByteOrder::Big, Signedness::Signed).value() == "\x80");
  CHECK(message_of(to_bytes(-1, 9, ByteOrder::Big, Signedness::Unsigned)) ==
        "OverflowError: can't convert negative int to unsigned");
}

TEST_CASE("Equal numbers have equal hashes, which are CPython's") {
  CHECK(hash_int64(-1) == -2);
  CHECK(hash_int64(INT64_MIN) == -4);
  CHECK(power(2, 61).hash() == 1);
  CHECK(hash_double(1.0) == 1);
  CHECK(hash_double(0.5) == 1152921504606846976);
  CHECK(hash_double(-1.0) == -2);
  CHECK(hash_double(1e300) == BigInt::from_double(1e300)->hash());
  CHECK(hash_double(5e-324) == 16777216);
  CHECK(hash_double(HUGE_VAL) == 314159);
}
