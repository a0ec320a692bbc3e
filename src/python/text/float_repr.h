#pragma once
// Floats to and from text, to the letter as CPython 3.11: repr(), float('...'), the digits behind '%' and format(),
// round(). It knows no format specs (format_spec.h) and no objects.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "python/text/result.h"

namespace waiter::python::text {

/// repr(value): the shortest digits that read back as the same float; '1e+16', '1e-05', 'inf', 'nan', '-0.0'.
[[nodiscard]] std::string float_repr(double value);

/// A float literal of the source ('1_000.5e-3', '.5', '1e400' is inf). Nothing if it is not one.
[[nodiscard]] std::optional<double> parse_float_literal(std::string_view text);

/// float(text) for a str: white space around, underscores between digits, inf, infinity, nan, any Unicode decimal
/// digits. ValueError "could not convert string to float: 'x'" otherwise.
[[nodiscard]] Result<double> parse_float(std::string_view text);

struct FloatFormat {
  char mode = 'g';         ///< 'e', 'f', 'g', 'E', 'F', 'G' or 'r' (shortest; precision is ignored)
  int precision = 6;       ///< at least 0
  bool alternate = false;  ///< '#': keep the point and, with 'g', the trailing zeros
  bool add_dot_0 = false;  ///< '3' becomes '3.0' (and never '3e+16' '3.0e+16'), as repr and str want it
};

/// Correctly rounded digits with a leading '-' where the sign bit is set (so '-0.0'); 'inf', 'nan' (upper case for E,
/// F, G). REQUIRES: precision <= kFloatPrecisionMax.
[[nodiscard]] std::string format_double(double value, const FloatFormat& format);

/// CPython refuses larger precisions with "precision too big" or "Too many decimal digits..."; ours must also fit a
/// buffer.
inline constexpr int kFloatPrecisionMax = 1'000'000;

/// round(value, digits): half to even of the exact decimal value. OverflowError "rounded value too large to represent".
/// REQUIRES: value is finite or not; digits may be any number.
[[nodiscard]] Result<double> round_to_digits(double value, std::int64_t digits);

/// round(value) as a float: half to even. The caller turns it into an int.
[[nodiscard]] double round_half_even(double value);

/// value == numerator * 2**exponent with an odd numerator (or 0); as_integer_ratio() and Fraction are made of it.
/// REQUIRES: value is finite.
struct BinaryFraction {
  std::int64_t numerator = 0;
  int exponent = 0;
};
[[nodiscard]] BinaryFraction to_binary_fraction(double value);

/// float.hex(): '0x1.8000000000000p+1'.
[[nodiscard]] std::string float_hex(double value);

/// The operators of Python's float: remainder has the sign of the divisor. REQUIRES: divisor != 0.
[[nodiscard]] double floor_modulo(double dividend, double divisor);
[[nodiscard]] double floor_divide(double dividend, double divisor);

}  // namespace waiter::python::text
