#include "python/text/big_int.h"

#include <algorithm>
#include <bit>
#include <cfloat>
#include <climits>
#include <cmath>
#include <exception>
#include <iterator>

#include <boost/throw_exception.hpp>

#include "trace/assert.h"

// Boost was told (-fno-exceptions) that it cannot throw; what it would throw is our bug, because every operation here
// checks its arguments first.
namespace boost {
void throw_exception(const std::exception&) {
  waiter::trace::assertion_failed(__FILE__, __LINE__, "boost::throw_exception", "Boost was asked for the impossible.");
}
void throw_exception(const std::exception& error, const source_location&) {
  throw_exception(error);
}
}  // namespace boost

namespace waiter::python::text {

namespace mp = boost::multiprecision;

/// The one door to BigInt's representation for the functions that are not members.
struct BigIntAccess {
  using Value = BigInt::Value;
  static const Value& value(const BigInt& number) { return number.value_; }
  static BigInt wrap(Value value) { return BigInt(std::move(value)); }
};

namespace {

using Value = BigIntAccess::Value;
const Value& raw(const BigInt& number) {
  return BigIntAccess::value(number);
}
BigInt wrap(Value value) {
  return BigIntAccess::wrap(std::move(value));
}

std::uint64_t magnitude_bits(const Value& value) {
  const Value::backend_type& backend = value.backend();
  const auto top = backend.limbs()[backend.size() - 1];
  using Limb = std::remove_cv_t<decltype(top)>;
  return (backend.size() - 1) * std::uint64_t{sizeof(Limb) * CHAR_BIT} +
         static_cast<std::uint64_t>(std::bit_width(top));
}

/// (magnitude + a positive fraction below 1 if `sticky`) * 2**exponent, rounded half to even, in the range of a float.
/// Nothing when it is too large. REQUIRES: sticky only with a magnitude of 55 bits or more.
std::optional<double> round_to_double(Value magnitude, bool sticky, std::int64_t exponent) {
  if (magnitude.is_zero()) return 0.0;
  const auto bits = static_cast<std::int64_t>(magnitude_bits(magnitude));
  if (bits + exponent > DBL_MAX_EXP) return std::nullopt;
  // The last bit that may be kept: 53 bits in all, fewer for a subnormal result.
  const std::int64_t lowest = std::max<std::int64_t>(bits + exponent - DBL_MANT_DIG, DBL_MIN_EXP - DBL_MANT_DIG);
  const std::int64_t drop = lowest - exponent;
  if (drop > bits) return 0.0;
  if (drop > 0) {
    const bool half = mp::bit_test(magnitude, static_cast<unsigned>(drop - 1));
    const bool below_half = sticky || static_cast<std::int64_t>(mp::lsb(magnitude)) < drop - 1;
    magnitude >>= static_cast<std::uint64_t>(drop);
    const bool odd = !magnitude.is_zero() && mp::bit_test(magnitude, 0);
    if (half && (below_half || odd)) ++magnitude;
    exponent = lowest;
  }
  const double result =
      std::ldexp(static_cast<double>(static_cast<std::uint64_t>(magnitude)), static_cast<int>(exponent));
  if (std::isinf(result)) return std::nullopt;
  return result;
}

constexpr std::uint64_t kHashModulus = (std::uint64_t{1} << 61) - 1;

std::int64_t signed_hash(std::uint64_t hash, bool negative) {
  const auto value = negative ? -static_cast<std::int64_t>(hash) : static_cast<std::int64_t>(hash);
  return value == -1 ? -2 : value;  // -1 means "error" inside CPython
}

/// The inverse of `value` modulo `modulus` (>= 1), by Euclid. Nothing if they share a factor.
std::optional<Value> inverse_modulo(const Value& value, const Value& modulus) {
  Value a = value % modulus;
  if (a.sign() < 0) a += modulus;
  Value n = modulus;
  Value x = 1;
  Value y = 0;
  while (!n.is_zero()) {
    Value quotient;
    Value remainder;
    mp::divide_qr(a, n, quotient, remainder);
    a = n;
    n = remainder;
    Value next = x - quotient * y;
    x = y;
    y = std::move(next);
  }
  if (a != 1) return std::nullopt;
  x %= modulus;
  if (x.sign() < 0) x += modulus;
  return x;
}

}  // namespace

BigInt BigInt::from_uint64(std::uint64_t value) {
  return BigInt(Value(value));
}

BigInt BigInt::from_words(const std::vector<std::uint32_t>& words, bool negative) {
  Value value;
  if (!words.empty()) mp::import_bits(value, words.begin(), words.end(), 32, /*msv_first=*/false);
  if (negative) value = -value;
  return BigInt(std::move(value));
}

std::vector<std::uint32_t> BigInt::words() const {
  std::vector<std::uint32_t> words;
  if (is_zero()) return words;
  words.reserve(static_cast<std::size_t>(bit_length() / 32 + 1));
  mp::export_bits(value_.sign() < 0 ? Value(-value_) : value_, std::back_inserter(words), 32, /*msv_first=*/false);
  while (!words.empty() && words.back() == 0) words.pop_back();
  return words;
}

std::optional<BigInt> BigInt::from_double(double value) {
  if (!std::isfinite(value)) return std::nullopt;
  int exponent = 0;
  const double fraction = std::frexp(std::trunc(value), &exponent);
  const auto mantissa = static_cast<std::int64_t>(std::ldexp(fraction, DBL_MANT_DIG));
  exponent -= DBL_MANT_DIG;
  // A value below 2**53 has no bits below its point after trunc(), so that the shift loses nothing.
  if (exponent < 0) return BigInt(exponent <= -64 ? 0 : mantissa / (std::int64_t{1} << -exponent));
  return BigInt(mantissa).shifted_left(static_cast<std::uint64_t>(exponent));
}

bool BigInt::fits_int64() const {
  const std::uint64_t bits = bit_length();
  return bits < 64 || (bits == 64 && value_ == Value(INT64_MIN));
}

std::int64_t BigInt::to_int64() const {
  WAITER_ASSERT(fits_int64(), "The integer fits 64 bits.");
  return static_cast<std::int64_t>(value_);
}

std::optional<std::uint64_t> BigInt::to_uint64() const {
  if (value_.sign() < 0 || bit_length() > 64) return std::nullopt;
  return static_cast<std::uint64_t>(value_);
}

std::optional<double> BigInt::to_double() const {
  const bool negative = value_.sign() < 0;
  const std::optional<double> magnitude = round_to_double(negative ? Value(-value_) : value_, /*sticky=*/false, 0);
  return magnitude && negative ? -*magnitude : magnitude;
}

bool BigInt::is_odd() const {
  return (value_.backend().limbs()[0] & 1) != 0;
}

std::partial_ordering BigInt::compare(double other) const {
  if (std::isnan(other)) return std::partial_ordering::unordered;
  if (std::isinf(other)) return other < 0 ? std::partial_ordering::greater : std::partial_ordering::less;
  const double whole = std::trunc(other);
  const std::strong_ordering order = *this <=> *from_double(whole);
  if (order != 0) return order;
  return whole < other   ? std::partial_ordering::less
         : whole > other ? std::partial_ordering::greater
                         : std::partial_ordering::equivalent;
}

BigInt operator+(const BigInt& a, const BigInt& b) {
  return BigInt(BigInt::Value(a.value_ + b.value_));
}
BigInt operator-(const BigInt& a, const BigInt& b) {
  return BigInt(BigInt::Value(a.value_ - b.value_));
}
BigInt operator*(const BigInt& a, const BigInt& b) {
  return BigInt(BigInt::Value(a.value_ * b.value_));
}
BigInt operator-(const BigInt& a) {
  return BigInt(BigInt::Value(-a.value_));
}
BigInt operator~(const BigInt& a) {
  return BigInt(BigInt::Value(-a.value_ - 1));
}
BigInt operator&(const BigInt& a, const BigInt& b) {
  return BigInt(BigInt::Value(a.value_ & b.value_));
}
BigInt operator|(const BigInt& a, const BigInt& b) {
  return BigInt(BigInt::Value(a.value_ | b.value_));
}
BigInt operator^(const BigInt& a, const BigInt& b) {
  return BigInt(BigInt::Value(a.value_ ^ b.value_));
}

BigInt BigInt::absolute() const {
  return value_.sign() < 0 ? -*this : *this;
}
BigInt BigInt::shifted_left(std::uint64_t bits) const {
  return BigInt(Value(value_ << bits));
}

BigInt BigInt::shifted_right(std::uint64_t bits) const {
  if (bits >= bit_length()) return BigInt(value_.sign() < 0 ? -1 : 0);
  if (value_.sign() >= 0) return BigInt(Value(value_ >> bits));
  return ~BigInt(Value((-value_ - 1) >> bits));
}

std::uint64_t BigInt::bit_length() const {
  return magnitude_bits(value_);
}

std::uint64_t BigInt::bit_count() const {
  std::uint64_t count = 0;
  for (std::size_t i = 0; i < value_.backend().size(); ++i) {
    count += static_cast<std::uint64_t>(std::popcount(value_.backend().limbs()[i]));
  }
  return count;
}

std::int64_t BigInt::hash() const {
  if (fits_int64()) return hash_int64(static_cast<std::int64_t>(value_));
  const bool negative = value_.sign() < 0;
  const Value remainder = (negative ? Value(-value_) : value_) % kHashModulus;
  return signed_hash(static_cast<std::uint64_t>(remainder), negative);
}

Division floor_divmod(const BigInt& a, const BigInt& b) {
  WAITER_ASSERT(!b.is_zero(), "An integer is divided by something.");
  Value quotient;
  Value remainder;
  mp::divide_qr(raw(a), raw(b), quotient, remainder);
  if (!remainder.is_zero() && (remainder.sign() < 0) != (b.sign() < 0)) {
    remainder += raw(b);
    --quotient;
  }
  return {wrap(std::move(quotient)), wrap(std::move(remainder))};
}

std::uint64_t power_bits(const BigInt& base, std::uint64_t exponent) {
  const std::uint64_t bits = base.bit_length();
  if (exponent == 0 || bits <= 1) return 1;
  return bits > UINT64_MAX / exponent ? UINT64_MAX : bits * exponent;
}

BigInt power(const BigInt& base, std::uint64_t exponent) {
  if (base.bit_length() <= 1) {  // 0, 1 and -1 never grow, however large the exponent
    if (exponent == 0) return 1;
    return base.sign() < 0 && exponent % 2 == 0 ? BigInt(1) : base;
  }
  Value result = 1;
  Value square = raw(base);
  for (;;) {
    if (exponent & 1) result *= square;
    exponent >>= 1;
    if (exponent == 0) return wrap(std::move(result));
    square *= square;
  }
}

Result<BigInt> power_modulo(const BigInt& base, const BigInt& exponent, const BigInt& modulus) {
  if (modulus.is_zero()) return value_error("pow() 3rd argument cannot be 0");
  const Value positive = raw(modulus.absolute());
  Value reduced = raw(base) % positive;
  if (reduced.sign() < 0) reduced += positive;
  if (exponent.sign() < 0) {
    std::optional<Value> inverse = inverse_modulo(reduced, positive);
    if (!inverse) return value_error("base is not invertible for the given modulus");
    reduced = std::move(*inverse);
  }
  if (positive == 1) return BigInt(0);
  Value result = mp::powm(reduced, raw(exponent.absolute()), positive);
  // As with %, the result has the sign of the modulus.
  if (modulus.sign() < 0 && !result.is_zero()) result -= positive;
  return wrap(std::move(result));
}

Result<double> true_divide(const BigInt& a, const BigInt& b) {
  if (b.is_zero()) return Failure{FailureKind::ZeroDivisionError, "division by zero"};
  const bool negative = (a.sign() < 0) != (b.sign() < 0);
  if (a.is_zero()) return negative ? -0.0 : 0.0;
  // Scaled so that the quotient has 64 bits or more; what is left over only matters as "more than nothing".
  const auto shift = static_cast<std::int64_t>(b.bit_length()) - static_cast<std::int64_t>(a.bit_length()) + 65;
  Value numerator = raw(a.absolute());
  Value denominator = raw(b.absolute());
  if (shift >= 0) {
    numerator <<= static_cast<std::uint64_t>(shift);
  } else {
    denominator <<= static_cast<std::uint64_t>(-shift);
  }
  Value quotient;
  Value remainder;
  mp::divide_qr(numerator, denominator, quotient, remainder);
  const std::optional<double> result = round_to_double(std::move(quotient), !remainder.is_zero(), -shift);
  if (!result) return overflow_error("integer division result too large for a float");
  return negative ? -*result : *result;
}

BigInt round_to_power_of_ten(const BigInt& value, std::uint64_t digits) {
  // Ten bits hold three digits: beyond this every value is less than half of the power.
  if (digits > value.bit_length() / 3 + 1) return 0;
  const BigInt unit = power(10, digits);
  const Division division = floor_divmod(value, unit);
  const std::strong_ordering against_half = division.remainder + division.remainder <=> unit;
  const bool up = against_half > 0 || (against_half == 0 && division.quotient.is_odd());
  return (up ? division.quotient + 1 : division.quotient) * unit;
}

BigInt greatest_common_divisor(const BigInt& a, const BigInt& b) {
  return wrap(mp::gcd(raw(a), raw(b)));
}

BigInt integer_square_root(const BigInt& value) {
  WAITER_ASSERT(value.sign() >= 0, "Only what is not negative has a square root.");
  return wrap(mp::sqrt(raw(value)));
}

Result<std::string> to_bytes(const BigInt& value, std::size_t length, ByteOrder order, Signedness signedness) {
  const bool negative = value.sign() < 0;
  if (negative && signedness == Signedness::Unsigned) return overflow_error("can't convert negative int to unsigned");
  // Two's complement: a negative number has the bits of its complement, turned over, and one more for the sign.
  const BigInt bits = negative ? ~value : value;
  const std::uint64_t needed = bits.bit_length() + (signedness == Signedness::Signed && !value.is_zero() ? 1 : 0);
  // CPython lets -1 into no bytes at all.
  if (needed > std::uint64_t{length} * 8 && !(negative && length == 0 && bits.is_zero()))
    return overflow_error("int too big to convert");
  std::string bytes(length, '\0');
  const std::vector<std::uint32_t> words = bits.words();
  for (std::size_t i = 0; i < length && i / 4 < words.size(); ++i) {
    bytes[i] = static_cast<char>(words[i / 4] >> (8 * (i % 4)) & 0xFF);
  }
  if (negative) {
    for (char& byte : bytes) byte = static_cast<char>(~byte);
  }
  if (order == ByteOrder::Big) std::reverse(bytes.begin(), bytes.end());
  return bytes;
}

BigInt from_bytes(std::string_view bytes, ByteOrder order, Signedness signedness) {
  std::string little(bytes);
  if (order == ByteOrder::Big) std::reverse(little.begin(), little.end());
  const bool negative = signedness == Signedness::Signed && !little.empty() && (little.back() & 0x80) != 0;
  std::vector<std::uint32_t> words((little.size() + 3) / 4);
  for (std::size_t i = 0; i < little.size(); ++i) {
    const auto byte = static_cast<unsigned char>(negative ? ~little[i] : little[i]);
    words[i / 4] |= static_cast<std::uint32_t>(byte) << (8 * (i % 4));
  }
  const BigInt bits = BigInt::from_words(words);
  return negative ? ~bits : bits;
}

std::int64_t hash_int64(std::int64_t value) {
  const auto magnitude = value < 0 ? 0 - static_cast<std::uint64_t>(value) : static_cast<std::uint64_t>(value);
  return signed_hash(magnitude % kHashModulus, value < 0);
}

std::int64_t hash_double(double value) {
  constexpr std::int64_t kHashInfinity = 314159;
  if (std::isinf(value)) return value > 0 ? kHashInfinity : -kHashInfinity;
  if (value == 0 || std::isnan(value)) return 0;
  int exponent = 0;
  const double fraction = std::frexp(std::fabs(value), &exponent);
  auto hash = static_cast<std::uint64_t>(std::ldexp(fraction, DBL_MANT_DIG));
  // Multiplying by 2**k modulo 2**61 - 1 turns the 61 bits by k places.
  const int turn = ((exponent - DBL_MANT_DIG) % 61 + 61) % 61;
  hash = ((hash << turn) & kHashModulus) | hash >> (61 - turn);
  return signed_hash(hash, value < 0);
}

}  // namespace waiter::python::text
