#pragma once
// Integers of any size with Python's rules: floor division, two's complement bit operations, exact comparison with
// floats. A value type over Boost.Multiprecision's cpp_int; up to 128 bits it allocates nothing. It knows no objects,
// and no memory limit: what would be too large (`1 << n`, `a ** n`) the caller refuses first, by bit_length() and
// power_bits().
//
// Boost's headers are heavy: headers that only hold a pointer write `class BigInt;` instead of including this one.

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <boost/multiprecision/cpp_int.hpp>

#include "python/text/result.h"

namespace waiter::python::text {

class BigInt {
 public:
  BigInt() = default;
  BigInt(std::int64_t value) : value_(value) {}  // implicit: an int64 is an int
  [[nodiscard]] static BigInt from_uint64(std::uint64_t value);
  /// Little-endian 32-bit words of the magnitude; empty for 0.
  [[nodiscard]] static BigInt from_words(const std::vector<std::uint32_t>& words, bool negative = false);
  [[nodiscard]] std::vector<std::uint32_t> words() const;
  /// The value without its fraction. Nothing for inf and nan.
  [[nodiscard]] static std::optional<BigInt> from_double(double value);

  [[nodiscard]] bool fits_int64() const;
  [[nodiscard]] std::int64_t to_int64() const;                   ///< REQUIRES: fits_int64()
  [[nodiscard]] std::optional<std::uint64_t> to_uint64() const;  ///< nothing if negative or too large
  /// Nearest float, half to even. Nothing: "int too large to convert to float".
  [[nodiscard]] std::optional<double> to_double() const;

  [[nodiscard]] int sign() const { return value_.sign(); }  ///< -1, 0, 1
  [[nodiscard]] bool is_zero() const { return value_.is_zero(); }
  [[nodiscard]] bool is_odd() const;

  friend bool operator==(const BigInt& a, const BigInt& b) { return a.value_ == b.value_; }
  friend std::strong_ordering operator<=>(const BigInt& a, const BigInt& b) { return a.value_.compare(b.value_) <=> 0; }
  /// Exact, without rounding; unordered with nan.
  [[nodiscard]] std::partial_ordering compare(double other) const;

  friend BigInt operator+(const BigInt& a, const BigInt& b);
  friend BigInt operator-(const BigInt& a, const BigInt& b);
  friend BigInt operator*(const BigInt& a, const BigInt& b);
  friend BigInt operator-(const BigInt& a);
  friend BigInt operator~(const BigInt& a);
  friend BigInt operator&(const BigInt& a, const BigInt& b);
  friend BigInt operator|(const BigInt& a, const BigInt& b);
  friend BigInt operator^(const BigInt& a, const BigInt& b);
  [[nodiscard]] BigInt absolute() const;

  [[nodiscard]] BigInt shifted_left(std::uint64_t bits) const;
  [[nodiscard]] BigInt shifted_right(std::uint64_t bits) const;  ///< arithmetic: rounds towards minus infinity

  [[nodiscard]] std::uint64_t bit_length() const;
  [[nodiscard]] std::uint64_t bit_count() const;
  [[nodiscard]] std::int64_t hash() const;  ///< hash(int): modulo 2**61 - 1, never -1

 private:
  friend struct BigIntAccess;
  using Value = boost::multiprecision::number<boost::multiprecision::cpp_int_backend<>, boost::multiprecision::et_off>;
  explicit BigInt(Value value) : value_(std::move(value)) {}

  Value value_;
};

struct Division {
  BigInt quotient;
  BigInt remainder;
};
/// divmod(a, b), rounding towards minus infinity. REQUIRES: b is not 0.
[[nodiscard]] Division floor_divmod(const BigInt& a, const BigInt& b);

/// About how many bits base ** exponent will have (never too few), for the caller's limit.
[[nodiscard]] std::uint64_t power_bits(const BigInt& base, std::uint64_t exponent);
[[nodiscard]] BigInt power(const BigInt& base, std::uint64_t exponent);
/// pow(base, exponent, modulus). ValueError: "pow() 3rd argument cannot be 0", "base is not invertible for the given
/// modulus".
[[nodiscard]] Result<BigInt> power_modulo(const BigInt& base, const BigInt& exponent, const BigInt& modulus);

/// a / b as a correctly rounded float. ZeroDivisionError "division by zero", OverflowError
/// "integer division result too large for a float".
[[nodiscard]] Result<double> true_divide(const BigInt& a, const BigInt& b);

/// round(value, -digits) for ints: half to even at a power of ten.
[[nodiscard]] BigInt round_to_power_of_ten(const BigInt& value, std::uint64_t digits);

[[nodiscard]] BigInt greatest_common_divisor(const BigInt& a, const BigInt& b);
/// math.isqrt. REQUIRES: value is not negative.
[[nodiscard]] BigInt integer_square_root(const BigInt& value);

/// Digits in base 2 to 36, lower case, without prefix; '-' in front of a negative number. No limit on the size.
[[nodiscard]] std::string to_digits(const BigInt& value, int base);
/// As CPython's sys.int_info.default_max_str_digits: without a limit, quadratic conversions could freeze a server.
inline constexpr std::uint64_t kIntStringDigitsMax = 4300;
/// str(value): ValueError when there are more than kIntStringDigitsMax digits.
[[nodiscard]] Result<std::string> to_decimal(const BigInt& value, std::uint64_t digits_max = kIntStringDigitsMax);

/// int(text, base) for a str; base 0, 2..36. ValueError in CPython's words.
[[nodiscard]] Result<BigInt> parse_int(std::string_view text, int base = 10, std::uint64_t digits_max = kIntStringDigitsMax);
/// An integer literal of the source ('0x_ff', '1_000'), already checked by the lexer. ValueError: too many digits.
[[nodiscard]] Result<BigInt> parse_int_literal(std::string_view text);

enum class ByteOrder : std::uint8_t { Little, Big };
enum class Signedness : std::uint8_t { Unsigned, Signed };
/// int.to_bytes. OverflowError "int too big to convert", "can't convert negative int to unsigned".
[[nodiscard]] Result<std::string> to_bytes(const BigInt& value, std::size_t length, ByteOrder order,
                                           Signedness signedness);
[[nodiscard]] BigInt from_bytes(std::string_view bytes, ByteOrder order, Signedness signedness);

/// hash(int) and hash(float): equal numbers have equal hashes. nan hashes by identity in CPython: the caller's
/// business.
[[nodiscard]] std::int64_t hash_int64(std::int64_t value);
[[nodiscard]] std::int64_t hash_double(double value);

}  // namespace waiter::python::text
