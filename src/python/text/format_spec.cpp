#include "python/text/format_spec.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "python/text/big_int.h"
#include "python/text/float_repr.h"
#include "python/text/unicode.h"

namespace waiter::python::text {
namespace {

struct FormatSpec {
  std::string fill = " ";         ///< one code point
  char align = '\0';              ///< '<', '>', '=', '^'
  char sign = '\0';               ///< '+', '-', ' '
  char grouping = '\0';           ///< ',' or '_'
  bool no_negative_zero = false;  ///< 'z'
  bool alternate = false;         ///< '#'
  std::int64_t width = -1;        ///< -1: not given
  std::int64_t precision = -1;    ///< -1: not given
  char32_t type = 0;              ///< 0: not given
};

/// Reads a spec code point by code point.
class SpecReader {
 public:
  explicit SpecReader(std::string_view spec) : rest_(spec) {}

  [[nodiscard]] bool done() const { return rest_.empty(); }
  [[nodiscard]] char32_t peek() const { return rest_.empty() ? 0 : decode_at(rest_, 0).code_point; }
  [[nodiscard]] char32_t peek_second() const {
    const std::size_t size = rest_.empty() ? 0 : decode_at(rest_, 0).size;
    return size >= rest_.size() ? 0 : decode_at(rest_, size).code_point;
  }

  std::string_view take() {
    const std::string_view taken = rest_.substr(0, decode_at(rest_, 0).size);
    rest_.remove_prefix(taken.size());
    return taken;
  }
  bool take_if(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }
  char take_one_of(std::string_view choices) {
    for (const char c : choices) {
      if (take_if(c)) return c;
    }
    return '\0';
  }

  /// Digits of any script. -1 without digits, nothing when they do not fit.
  std::optional<std::int64_t> take_number() {
    std::int64_t number = -1;
    for (int digit; !done() && (digit = decimal_value(peek())) >= 0;) {
      if (number > (INT64_MAX - digit) / 10) return std::nullopt;
      number = (number < 0 ? 0 : number) * 10 + digit;
      take();
    }
    return number;
  }

 private:
  std::string_view rest_;
};

bool is_align(char32_t c) {
  return c == '<' || c == '>' || c == '=' || c == '^';
}

std::string hexadecimal(char32_t c) {
  return to_digits(BigInt(static_cast<std::int64_t>(c)), 16);
}

/// A type as messages show it: itself where it is printable ASCII, '\x...' otherwise.
std::string shown_type(char32_t type) {
  return type > 32 && type < 128 ? std::string(1, static_cast<char>(type)) : "\\x" + hexadecimal(type);
}

Failure unknown_type(char32_t type, std::string_view type_name) {
  return value_error("Unknown format code '" + shown_type(type) + "' for object of type '" + std::string(type_name) +
                     "'");
}

/// Which separators a type allows. Nothing is wrong: nullopt.
std::optional<Failure> check_grouping(char grouping, char32_t type) {
  static constexpr std::u32string_view kAnySeparator = U"defgEG%F";
  static constexpr std::u32string_view kUnderscoreOnly = U"boxX";
  if (grouping == '\0' || type == 0 || kAnySeparator.find(type) != kAnySeparator.npos) return std::nullopt;
  if (grouping == '_' && kUnderscoreOnly.find(type) != kUnderscoreOnly.npos) return std::nullopt;
  return value_error("Cannot specify '" + std::string(1, grouping) + "' with '" + shown_type(type) + "'.");
}

/// What a type uses where the spec says nothing.
struct Defaults {
  char32_t type;
  char align;
};
constexpr Defaults kStrDefaults{'s', '<'};
constexpr Defaults kIntDefaults{'d', '>'};
constexpr Defaults kFloatDefaults{0, '>'};

Result<FormatSpec> parse(std::string_view spec, std::string_view type_name, Defaults defaults) {
  FormatSpec result;
  SpecReader reader(spec);
  bool fill_given = false;
  if (is_align(reader.peek_second())) {
    result.fill = std::string(reader.take());
    fill_given = true;
  }
  result.align = is_align(reader.peek()) ? reader.take().front() : '\0';
  result.sign = reader.take_one_of(" +-");
  result.no_negative_zero = reader.take_if('z');
  result.alternate = reader.take_if('#');
  if (!fill_given && reader.take_if('0')) {
    result.fill = "0";
    if (result.align == '\0' && defaults.align == '>') result.align = '=';
  }
  if (result.align == '\0') result.align = defaults.align;

  const Failure too_large = value_error("Too many decimal digits in format string");
  const std::optional<std::int64_t> width = reader.take_number();
  if (!width) return too_large;
  result.width = *width;

  const Failure both = value_error("Cannot specify both ',' and '_'.");
  if (reader.take_if(',')) result.grouping = ',';
  if (reader.take_if('_')) {
    if (result.grouping != '\0') return both;
    result.grouping = '_';
  }
  if (result.grouping == '_' && reader.peek() == ',') return both;

  if (reader.take_if('.')) {
    const std::optional<std::int64_t> precision = reader.take_number();
    if (!precision) return too_large;
    if (*precision < 0) return value_error("Format specifier missing precision");
    result.precision = *precision;
  }
  result.type = defaults.type;
  if (!reader.done()) {
    result.type = reader.peek();
    reader.take();
  }
  if (!reader.done()) {
    return value_error("Invalid format specifier '" + std::string(spec) + "' for object of type '" +
                       std::string(type_name) + "'");
  }
  if (std::optional<Failure> failure = check_grouping(result.grouping, result.type)) return *failure;
  return result;
}

void append_fill(std::string& out, const FormatSpec& spec, std::int64_t count) {
  for (std::int64_t i = 0; i < count; ++i) out += spec.fill;
}

/// A width is bounded by what one string may be; beyond it there is no memory for the result in CPython either.
Result<std::string> pad(const FormatSpec& spec, std::string_view prefix, std::string_view body) {
  const auto length = static_cast<std::int64_t>(count_code_points(body) + prefix.size());
  const std::int64_t missing = std::max<std::int64_t>(spec.width - length, 0);
  if (missing > kFormatWidthMax) return Failure{FailureKind::MemoryError, ""};
  const std::int64_t left = spec.align == '>' ? missing : spec.align == '^' ? missing / 2 : 0;
  const std::int64_t inner = spec.align == '=' ? missing : 0;
  std::string out;
  append_fill(out, spec, left);
  out += prefix;
  append_fill(out, spec, inner);
  out += body;
  append_fill(out, spec, missing - left - inner);
  return out;
}

/// Groups digits from the right; zeros fill up to `width` characters, and a separator never comes first.
std::string group_digits(std::string_view digits, char separator, int group, std::int64_t width) {
  std::string reversed;
  auto remaining = static_cast<std::int64_t>(digits.size());
  for (bool first = true; first || remaining > 0 || width > 0; first = false) {
    if (!first) {
      width -= 1;
      reversed.push_back(separator);
    }
    const std::int64_t wanted = std::max({remaining, width, std::int64_t{1}});
    const std::int64_t length = separator == '\0' ? wanted : std::min<std::int64_t>(group, wanted);
    for (std::int64_t i = 0; i < length; ++i) {
      reversed.push_back(remaining > 0 ? digits[static_cast<std::size_t>(--remaining)] : '0');
    }
    width -= length;
  }
  std::reverse(reversed.begin(), reversed.end());
  return reversed;
}

/// A number before it is laid out: "-", "0x", the digits that are grouped, and what comes after them (".5e+10", "%",
/// "inf").
struct NumberParts {
  bool negative = false;
  std::string prefix;
  std::string digits;
  std::string rest;
};

Result<std::string> lay_out(const NumberParts& number, const FormatSpec& spec, int group) {
  std::string prefix = number.negative ? "-" : spec.sign == '+' ? "+" : spec.sign == ' ' ? " " : "";
  prefix += number.prefix;
  if (number.digits.empty()) return pad(spec, prefix, number.rest);
  std::int64_t zeros_to = 0;
  if (spec.fill == "0" && spec.align == '=') {
    zeros_to = spec.width - static_cast<std::int64_t>(prefix.size() + number.rest.size());
  }
  if (zeros_to > kFormatWidthMax) return Failure{FailureKind::MemoryError, ""};
  return pad(spec, prefix, group_digits(number.digits, spec.grouping, group, zeros_to) + number.rest);
}

Result<std::string> format_character(const BigInt& value, const FormatSpec& spec) {
  if (spec.sign != '\0') return value_error("Sign not allowed with integer format specifier 'c'");
  if (spec.alternate) return value_error("Alternate form (#) not allowed with integer format specifier 'c'");
  if (!value.fits_int64()) return overflow_error("Python int too large to convert to C long");
  const std::int64_t code = value.to_int64();
  if (code < 0 || code > 0x10FFFF) return overflow_error("%c arg not in range(0x110000)");
  return pad(spec, "", encode(static_cast<char32_t>(code)));
}

Result<std::string> format_digits(const BigInt& value, const FormatSpec& spec) {
  if (spec.precision != -1) return value_error("Precision not allowed in integer format specifier");
  if (spec.no_negative_zero) return value_error("Negative zero coercion (z) not allowed in integer format specifier");
  if (spec.type == 'c') return format_character(value, spec);
  NumberParts number;
  number.negative = value.sign() < 0;
  int group = 4;
  switch (spec.type) {
    case 'b':
      number.digits = to_digits(value.absolute(), 2);
      number.prefix = "0b";
      break;
    case 'o':
      number.digits = to_digits(value.absolute(), 8);
      number.prefix = "0o";
      break;
    case 'x':
    case 'X':
      number.digits = to_digits(value.absolute(), 16);
      number.prefix = "0x";
      break;
    default: {
      Result<std::string> digits = to_decimal(value.absolute());
      if (!digits) return digits;
      number.digits = std::move(digits.value());
      group = 3;
    }
  }
  if (!spec.alternate) number.prefix.clear();
  if (spec.type == 'X') {
    for (std::string* part : {&number.prefix, &number.digits}) {
      for (char& c : *part) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
    }
  }
  return lay_out(number, spec, group);
}

bool shows_only_zeros(std::string_view digits) {
  return digits.substr(0, digits.find_first_of("eE")).find_first_of("123456789") == std::string_view::npos;
}

Result<std::string> format_number(double value, const FormatSpec& spec) {
  if (spec.precision > kFloatPrecisionMax) return value_error("precision too big");
  FloatFormat format;
  format.alternate = spec.alternate;
  format.mode = spec.type == 0 ? 'r' : spec.type == 'n' ? 'g' : spec.type == '%' ? 'f' : static_cast<char>(spec.type);
  format.add_dot_0 = spec.type == 0;
  if (spec.precision >= 0) {
    format.precision = static_cast<int>(spec.precision);
    if (format.mode == 'r') format.mode = 'g';
  }
  if (spec.type == '%') value *= 100;
  const std::string text = format_double(value, format);
  NumberParts number;
  number.negative = text.front() == '-';
  const std::string_view magnitude = std::string_view(text).substr(number.negative ? 1 : 0);
  if (spec.no_negative_zero && std::isfinite(value) && shows_only_zeros(magnitude)) number.negative = false;
  const std::size_t digits = std::min(magnitude.find_first_not_of("0123456789"), magnitude.size());
  number.digits = magnitude.substr(0, digits);
  number.rest = magnitude.substr(digits);
  if (spec.type == '%') number.rest.push_back('%');
  return lay_out(number, spec, 3);
}

bool is_float_type(char32_t type) {
  static constexpr std::u32string_view kFloatTypes = U"eEfFgG%";
  return kFloatTypes.find(type) != kFloatTypes.npos;
}

}  // namespace

Result<std::string> format_str(std::string_view value, std::string_view spec_text, std::string_view type_name) {
  if (spec_text.empty()) return std::string(value);
  const Result<FormatSpec> parsed = parse(spec_text, type_name, kStrDefaults);
  if (!parsed) return parsed.failure();
  const FormatSpec& spec = parsed.value();
  if (spec.type != 's') return unknown_type(spec.type, type_name);
  if (spec.sign == ' ') return value_error("Space not allowed in string format specifier");
  if (spec.sign != '\0') return value_error("Sign not allowed in string format specifier");
  if (spec.no_negative_zero) return value_error("Negative zero coercion (z) not allowed in string format specifier");
  if (spec.alternate) return value_error("Alternate form (#) not allowed in string format specifier");
  if (spec.align == '=') return value_error("'=' alignment not allowed in string format specifier");
  if (spec.precision >= 0 && static_cast<std::uint64_t>(spec.precision) < value.size()) {
    value = value.substr(0, byte_offset(value, static_cast<std::size_t>(spec.precision)));
  }
  return pad(spec, "", value);
}

Result<std::string> format_int(const BigInt& value, std::string_view spec_text, std::string_view type_name) {
  if (spec_text.empty()) return to_decimal(value);
  const Result<FormatSpec> parsed = parse(spec_text, type_name, kIntDefaults);
  if (!parsed) return parsed.failure();
  const FormatSpec& spec = parsed.value();
  static constexpr std::u32string_view kIntTypes = U"bcdoxXn";
  if (kIntTypes.find(spec.type) != kIntTypes.npos) return format_digits(value, spec);
  if (!is_float_type(spec.type)) return unknown_type(spec.type, type_name);
  const std::optional<double> number = value.to_double();
  if (!number) return overflow_error("int too large to convert to float");
  return format_number(*number, spec);
}

Result<std::string> format_int(std::int64_t value, std::string_view spec, std::string_view type_name) {
  if (spec.empty()) return std::to_string(value);
  return format_int(BigInt(value), spec, type_name);
}

Result<std::string> format_float(double value, std::string_view spec_text, std::string_view type_name) {
  if (spec_text.empty()) return float_repr(value);
  const Result<FormatSpec> parsed = parse(spec_text, type_name, kFloatDefaults);
  if (!parsed) return parsed.failure();
  const FormatSpec& spec = parsed.value();
  if (spec.type != 0 && spec.type != 'n' && !is_float_type(spec.type)) return unknown_type(spec.type, type_name);
  return format_number(value, spec);
}

}  // namespace waiter::python::text
