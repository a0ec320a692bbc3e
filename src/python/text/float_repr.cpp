#include "python/text/float_repr.h"

#include <algorithm>
#include <cfloat>
#include <climits>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>

#include "python/text/string_repr.h"
#include "python/text/unicode.h"
#include "trace/assert.h"

namespace waiter::python::text {
namespace {

bool is_digit_char(char c) {
  return c >= '0' && c <= '9';
}

/// The decimal 0.d1d2d3... * 10**point, without trailing zeros; no digits at all for zero.
struct Decimal {
  std::string digits;
  int point = 0;
};

/// Reads what printf wrote ('123.45', '1.5e-07').
Decimal read_decimal(std::string_view text) {
  Decimal decimal;
  bool seen_point = false;
  int leading_zeros_after_point = 0;
  int digits_before_point = 0;
  std::size_t at = 0;
  for (; at < text.size() && text[at] != 'e'; ++at) {
    const char c = text[at];
    if (c == '.') {
      seen_point = true;
    } else if (is_digit_char(c)) {
      if (decimal.digits.empty() && c == '0') {
        if (seen_point) ++leading_zeros_after_point;
        continue;
      }
      decimal.digits.push_back(c);
      if (!seen_point) ++digits_before_point;
    }
  }
  if (decimal.digits.empty()) {
    decimal.point = 1;
    return decimal;
  }
  decimal.point = digits_before_point > 0 ? digits_before_point : -leading_zeros_after_point;
  if (at < text.size()) decimal.point += std::atoi(std::string(text.substr(at + 1)).c_str());
  while (!decimal.digits.empty() && decimal.digits.back() == '0') decimal.digits.pop_back();
  return decimal;
}

/// The fewest digits that read back as the same float. This is {fmt}'s Dragonbox itself, by its internal name (the same
/// in 9 to 11): fmt::format would bring std::locale into the page with it, 100 KB of WebAssembly.
Decimal shortest_digits(double magnitude) {
  if (magnitude == 0) return {{}, 1};
  const auto shortest = fmt::detail::dragonbox::to_decimal(magnitude);
  Decimal decimal{std::to_string(shortest.significand), shortest.exponent};
  decimal.point += static_cast<int>(decimal.digits.size());
  while (decimal.digits.back() == '0') decimal.digits.pop_back();
  return decimal;
}

std::string print(const char* pattern, int precision, double value) {
  char small[128];
  const int size = std::snprintf(small, sizeof small, pattern, precision, value);
  WAITER_ASSERT(size >= 0, "snprintf refused a float.");
  if (static_cast<std::size_t>(size) < sizeof small) return {small, static_cast<std::size_t>(size)};
  std::string large(static_cast<std::size_t>(size) + 1, '\0');
  std::snprintf(large.data(), large.size(), pattern, precision, value);
  large.pop_back();
  return large;
}

void append_exponent(std::string& out, int exponent) {
  out.push_back('e');
  out.push_back(exponent < 0 ? '-' : '+');
  const int magnitude = std::abs(exponent);
  if (magnitude < 10) out.push_back('0');
  out += std::to_string(magnitude);
}

/// Lays digits out as 'g' and 'r' do. `digits_shown` is 0 or, for '#', how many significant digits to fill up to.
std::string lay_out(const Decimal& decimal, bool use_exponent, int digits_shown, bool alternate, bool add_dot_0) {
  const int point = use_exponent ? 1 : decimal.point;
  int end = std::max(static_cast<int>(decimal.digits.size()), digits_shown);
  end = std::max(end, !use_exponent && add_dot_0 ? point + 1 : point);
  std::string out;
  const int begin = point <= 0 ? point - 1 : 0;
  for (int i = begin; i < end; ++i) {
    if (i == point) out.push_back('.');
    out.push_back(i >= 0 && i < static_cast<int>(decimal.digits.size()) ? decimal.digits[static_cast<std::size_t>(i)]
                                                                        : '0');
  }
  if (end == point && alternate) out.push_back('.');
  if (use_exponent) append_exponent(out, decimal.point - 1);
  return out;
}

std::string format_magnitude(double magnitude, char mode, const FloatFormat& format) {
  switch (mode) {
    case 'e': return print(format.alternate ? "%#.*e" : "%.*e", format.precision, magnitude);
    case 'f': {
      std::string out = print(format.alternate ? "%#.*f" : "%.*f", format.precision, magnitude);
      return out;
    }
    case 'g': {
      const int precision = std::max(format.precision, 1);
      const Decimal decimal = read_decimal(print("%.*e", precision - 1, magnitude));
      const bool use_exponent = decimal.point <= -4 || decimal.point > precision - (format.add_dot_0 ? 1 : 0);
      return lay_out(decimal, use_exponent, format.alternate ? precision : 0, format.alternate, format.add_dot_0);
    }
    case 'r': {
      const Decimal decimal = shortest_digits(magnitude);
      const bool use_exponent = decimal.point <= -4 || decimal.point > 16;
      return lay_out(decimal, use_exponent, 0, format.alternate, format.add_dot_0);
    }
    default: WAITER_ASSERT(false, "A float format has a mode of e, f, g or r."); return {};
  }
}

/// [sign] (digits [. digits] | . digits) [e [sign] digits], nothing else: strtod alone would also take hexadecimal and
/// more.
bool is_decimal_number(std::string_view text) {
  std::size_t at = 0;
  const auto skip_digits = [&] {
    const std::size_t begin = at;
    while (at < text.size() && is_digit_char(text[at])) ++at;
    return at - begin;
  };
  if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
  std::size_t digits = skip_digits();
  if (at < text.size() && text[at] == '.') {
    ++at;
    digits += skip_digits();
  }
  if (digits == 0) return false;
  if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
    ++at;
    if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
    if (skip_digits() == 0) return false;
  }
  return at == text.size();
}

/// Takes underscores between digits out. Nothing if one stands anywhere else.
std::optional<std::string> without_underscores(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  char previous = '\0';
  for (const char c : text) {
    if (c == '_') {
      if (!is_digit_char(previous)) return std::nullopt;
    } else {
      if (previous == '_' && !is_digit_char(c)) return std::nullopt;
      out.push_back(c);
    }
    previous = c;
  }
  if (previous == '_') return std::nullopt;
  return out;
}

std::optional<double> parse_special(std::string_view text) {
  const bool negative = !text.empty() && text.front() == '-';
  if (!text.empty() && (text.front() == '+' || text.front() == '-')) text.remove_prefix(1);
  std::string lower;
  for (const char c : text) lower.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  double value = 0;
  if (lower == "inf" || lower == "infinity") {
    value = HUGE_VAL;
  } else if (lower == "nan") {
    value = std::nan("");
  } else {
    return std::nullopt;
  }
  return negative ? -value : value;
}

/// float() reads any Unicode decimal digit and any Unicode space; from here on they are ASCII.
std::string fold_digits_and_space(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_at(text, at);
    at += decoded.size;
    if (decoded.code_point < 128) {
      out.push_back(static_cast<char>(decoded.code_point));
    } else if (is_space(decoded.code_point)) {
      out.push_back(' ');
    } else if (const int digit = decimal_value(decoded.code_point); digit >= 0) {
      out.push_back(static_cast<char>('0' + digit));
    } else {
      out.push_back('?');
    }
  }
  return out;
}

std::string_view strip_ascii_space(std::string_view text) {
  const auto space = [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); };
  while (!text.empty() && space(text.front())) text.remove_prefix(1);
  while (!text.empty() && space(text.back())) text.remove_suffix(1);
  return text;
}

/// Rounds to a multiple of 10**zeros, half to even.
double round_to_power_of_ten(double magnitude, int zeros) {
  // No float has more than 767 significant digits: these are all of them, so that the exponent is exact too.
  const std::string all = print("%.*e", 800, magnitude);
  const int exponent = std::atoi(all.c_str() + all.find('e') + 1);
  const int kept = exponent + 1 - zeros;
  if (kept > 0) return std::strtod(print("%.*e", kept - 1, magnitude).c_str(), nullptr);
  const bool beyond_half = all[0] > '5' || (all[0] == '5' && all.find_first_of("123456789", 1) < all.find('e'));
  if (kept < 0 || !beyond_half) return 0;
  return std::strtod(("1e" + std::to_string(zeros)).c_str(), nullptr);
}

}  // namespace

std::string float_repr(double value) {
  return format_double(value, {.mode = 'r', .precision = 0, .add_dot_0 = true});
}

std::optional<double> parse_float_literal(std::string_view text) {
  const std::optional<std::string> digits = without_underscores(text);
  if (!digits || !is_decimal_number(*digits)) return std::nullopt;
  return std::strtod(digits->c_str(), nullptr);
}

Result<double> parse_float(std::string_view text) {
  const std::string folded = fold_digits_and_space(text);
  if (const std::optional<std::string> number = without_underscores(strip_ascii_space(folded))) {
    if (is_decimal_number(*number)) return std::strtod(number->c_str(), nullptr);
    if (const std::optional<double> special = parse_special(*number)) return *special;
  }
  return value_error("could not convert string to float: " + string_repr(text));
}

std::string format_double(double value, const FloatFormat& format) {
  WAITER_ASSERT(format.precision >= 0 && format.precision <= kFloatPrecisionMax, "A float's precision is in range.");
  const bool upper = format.mode == 'E' || format.mode == 'F' || format.mode == 'G';
  const char mode = upper ? static_cast<char>(format.mode + 32) : format.mode;
  if (std::isnan(value)) return upper ? "NAN" : "nan";
  std::string out = std::isinf(value) ? "inf" : format_magnitude(std::fabs(value), mode, format);
  if (std::signbit(value)) out.insert(out.begin(), '-');
  if (upper) {
    for (char& c : out) {
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 32);
    }
  }
  return out;
}

Result<double> round_to_digits(double value, std::int64_t digits) {
  // CPython's bounds: beyond them every float rounds to itself, or to zero.
  constexpr std::int64_t kDigitsMax = static_cast<std::int64_t>((DBL_MANT_DIG - DBL_MIN_EXP) * 0.30103);
  constexpr std::int64_t kDigitsMin = -static_cast<std::int64_t>((DBL_MAX_EXP + 1) * 0.30103);
  if (!std::isfinite(value) || value == 0 || digits > kDigitsMax) return value;
  if (digits < kDigitsMin) return 0.0 * value;
  double rounded = 0;
  if (digits >= 0) {
    rounded = std::strtod(print("%.*f", static_cast<int>(digits), std::fabs(value)).c_str(), nullptr);
  } else {
    rounded = round_to_power_of_ten(std::fabs(value), -static_cast<int>(digits));
  }
  if (std::isinf(rounded)) return overflow_error("rounded value too large to represent");
  return std::copysign(rounded, value);
}

double round_half_even(double value) {
  return std::nearbyint(value);
}

BinaryFraction to_binary_fraction(double value) {
  WAITER_ASSERT(std::isfinite(value), "Only a finite float is a fraction.");
  if (value == 0) return {};
  int exponent = 0;
  const double fraction = std::frexp(value, &exponent);
  BinaryFraction result{static_cast<std::int64_t>(std::ldexp(fraction, DBL_MANT_DIG)), exponent - DBL_MANT_DIG};
  while (result.numerator % 2 == 0) {
    result.numerator /= 2;
    ++result.exponent;
  }
  return result;
}

std::string float_hex(double value) {
  if (!std::isfinite(value)) return float_repr(value);
  std::string out = std::signbit(value) ? "-0x" : "0x";
  if (value == 0) return out + "0.0p+0";
  int exponent = 0;
  double mantissa = std::frexp(std::fabs(value), &exponent);
  // Subnormal floats keep the least exponent and begin with 0 instead of 1.
  const int shift = 1 - std::max(DBL_MIN_EXP - exponent, 0);
  mantissa = std::ldexp(mantissa, shift);
  exponent -= shift;
  const auto take_digit = [&] {
    const int digit = static_cast<int>(mantissa);
    mantissa = (mantissa - digit) * 16.0;
    return "0123456789abcdef"[digit];
  };
  out.push_back(take_digit());
  out.push_back('.');
  for (int i = 0; i < (DBL_MANT_DIG - 1) / 4; ++i) out.push_back(take_digit());
  out += exponent < 0 ? "p-" : "p+";
  return out + std::to_string(std::abs(exponent));
}

double floor_modulo(double dividend, double divisor) {
  const double remainder = std::fmod(dividend, divisor);
  if (remainder == 0) return std::copysign(0.0, divisor);
  return (divisor < 0) != (remainder < 0) ? remainder + divisor : remainder;
}

double floor_divide(double dividend, double divisor) {
  const double remainder = std::fmod(dividend, divisor);
  double quotient = (dividend - remainder) / divisor;
  if (remainder != 0 && (divisor < 0) != (remainder < 0)) quotient -= 1.0;
  if (quotient == 0) return std::copysign(0.0, dividend / divisor);
  const double floored = std::floor(quotient);
  return quotient - floored > 0.5 ? floored + 1.0 : floored;
}

}  // namespace waiter::python::text
