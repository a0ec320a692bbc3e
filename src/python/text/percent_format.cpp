#include "python/text/percent_format.h"

#include <algorithm>
#include <climits>

#include "python/text/float_repr.h"
#include "python/text/format_spec.h"
#include "python/text/unicode.h"
#include "trace/assert.h"

namespace waiter::python::text {
namespace {

constexpr std::u32string_view kIntegerConversions = U"diuoxX";
constexpr std::u32string_view kFloatConversions = U"eEfFgG";
constexpr std::u32string_view kTextConversions = U"srab";  // b: bytes only

bool is_one_of(char32_t c, std::u32string_view choices) {
  return c != 0 && choices.find(c) != choices.npos;
}

/// Pads a number: the sign, then the prefix of '#', then zeros (or blanks in front of everything), then the digits.
Result<std::string> lay_out_number(const PercentDirective& directive, std::string_view text, std::size_t prefix_size) {
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  std::string head = negative ? "-" : directive.sign ? "+" : directive.blank ? " " : "";
  head += text.substr(0, prefix_size);
  text.remove_prefix(prefix_size);
  const std::int64_t missing = directive.width - static_cast<std::int64_t>(head.size() + text.size());
  if (missing > kFormatWidthMax) return Failure{FailureKind::MemoryError, ""};
  const std::size_t padding = missing > 0 ? static_cast<std::size_t>(missing) : 0;
  if (directive.left) return head + std::string(text) + std::string(padding, ' ');
  if (directive.zero) return head + std::string(padding, '0') + std::string(text);
  return std::string(padding, ' ') + head + std::string(text);
}

}  // namespace

void PercentDirective::set_width(std::int64_t argument) {
  width = argument;
  if (argument < 0) {
    left = true;
    width = argument == INT64_MIN ? INT64_MAX : -argument;
  }
}

std::string_view PercentReader::take_literal() {
  const std::size_t begin = at_;
  at_ = std::min(format_.find('%', at_), format_.size());
  return format_.substr(begin, at_ - begin);
}

char32_t PercentReader::read() {
  if (at_ >= format_.size()) {
    ended_ = true;
    return 0;
  }
  const Decoded decoded = decode_at(format_, at_);
  at_ += decoded.size;
  return decoded.code_point;
}

std::optional<Failure> PercentReader::read_number(std::int64_t& number, std::int64_t max, const char* too_big,
                                                  char32_t& c) {
  number = static_cast<std::int64_t>(c - '0');
  while (c = read(), c >= '0' && c <= '9') {
    const auto digit = static_cast<std::int64_t>(c - '0');
    if (number > (max - digit) / 10) return value_error(too_big);
    number = number * 10 + digit;
  }
  return std::nullopt;
}

Result<PercentDirective> PercentReader::take_directive(bool has_mapping) {
  WAITER_ASSERT(!done() && format_[at_] == '%', "A directive begins with a percent sign.");
  ++at_;
  PercentDirective directive;
  if (at_ < format_.size() && format_[at_] == '%') {
    ++at_;
    directive.is_percent_sign = true;
    return directive;
  }
  if (at_ < format_.size() && format_[at_] == '(') {
    if (!has_mapping) return type_error("format requires a mapping");
    const std::size_t begin = ++at_;
    int depth = 1;
    while (depth > 0 && at_ < format_.size()) {
      if (format_[at_] == ')') --depth;
      if (format_[at_] == '(') ++depth;
      ++at_;
    }
    if (depth > 0) return value_error("incomplete format key");
    directive.key = format_.substr(begin, at_ - 1 - begin);
  }
  char32_t c = 0;
  for (bool flag = true; flag;) {
    c = read();
    switch (c) {
      case '-': directive.left = true; break;
      case '+': directive.sign = true; break;
      case ' ': directive.blank = true; break;
      case '#': directive.alternate = true; break;
      case '0': directive.zero = true; break;
      default: flag = false;
    }
  }
  if (c == '*') {
    directive.width_is_argument = true;
    c = read();
  } else if (c >= '0' && c <= '9') {
    directive.late_failure = read_number(directive.width, INT64_MAX, "width too big", c);
    if (directive.late_failure) return directive;
  }
  if (c == '.') {
    directive.precision = 0;
    c = read();
    if (c == '*') {
      directive.precision_is_argument = true;
      c = read();
    } else if (c >= '0' && c <= '9') {
      directive.late_failure = read_number(directive.precision, INT_MAX, "precision too big", c);
      if (directive.late_failure) return directive;
    }
  }
  if (c == 'h' || c == 'l' || c == 'L') c = read();  // C's length modifiers mean nothing here
  if (ended_) {
    directive.late_failure = value_error("incomplete format");
    return directive;
  }
  directive.conversion = c;
  directive.index = count_code_points(format_.substr(0, at_)) - 1;
  return directive;
}

Result<std::string> percent_text(const PercentDirective& directive, std::string_view text) {
  const bool cut = directive.precision >= 0 && is_one_of(directive.conversion, kTextConversions) &&
                   static_cast<std::uint64_t>(directive.precision) < text.size();
  if (cut) text = text.substr(0, byte_offset(text, static_cast<std::size_t>(directive.precision)));
  const std::int64_t missing = directive.width - static_cast<std::int64_t>(count_code_points(text));
  if (missing > kFormatWidthMax) return Failure{FailureKind::MemoryError, ""};
  const std::string padding(missing > 0 ? static_cast<std::size_t>(missing) : 0, ' ');
  return directive.left ? std::string(text) + padding : padding + std::string(text);
}

Result<std::string> percent_integer(const PercentDirective& directive, const BigInt& value) {
  const char32_t kind = directive.conversion;
  const int base = kind == 'o' ? 8 : kind == 'x' || kind == 'X' ? 16 : 10;
  std::string digits;
  if (base == 10) {
    Result<std::string> decimal = to_decimal(value.absolute());
    if (!decimal) return decimal;
    digits = std::move(decimal.value());
  } else {
    digits = to_digits(value.absolute(), base);
  }
  const std::int64_t zeros = directive.precision - static_cast<std::int64_t>(digits.size());
  if (zeros > kFormatWidthMax) return Failure{FailureKind::MemoryError, ""};
  if (zeros > 0) digits.insert(0, static_cast<std::size_t>(zeros), '0');
  const bool prefixed = directive.alternate && base != 10;
  std::string text = value.sign() < 0 ? "-" : "";
  if (prefixed) text += kind == 'o' ? "0o" : "0x";
  text += digits;
  if (kind == 'X') {
    for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 32) : c;
  }
  return lay_out_number(directive, text, prefixed ? 2 : 0);
}

Result<std::string> percent_float(const PercentDirective& directive, double value) {
  if (directive.precision > kFloatPrecisionMax) return value_error("precision too big");
  FloatFormat format;
  format.mode = static_cast<char>(directive.conversion);
  if (directive.precision >= 0) format.precision = static_cast<int>(directive.precision);
  format.alternate = directive.alternate;
  return lay_out_number(directive, format_double(value, format), 0);
}

Result<std::string> percent_character(const BigInt& code) {
  if (!code.fits_int64() || code.to_int64() < 0 || code.to_int64() > 0x10FFFF) {
    return overflow_error("%c arg not in range(0x110000)");
  }
  return encode(static_cast<char32_t>(code.to_int64()));
}

Failure percent_not_enough() {
  return type_error("not enough arguments for format string");
}
Failure percent_not_all_converted(bool bytes) {
  return type_error(bytes ? "not all arguments converted during bytes formatting"
                          : "not all arguments converted during string formatting");
}

Failure percent_wrong_type(char32_t conversion, std::string_view type_name) {
  const bool index = conversion == 'o' || conversion == 'x' || conversion == 'X';
  return type_error("%" + encode(conversion) + " format: " + (index ? "an integer" : "a real number") +
                    " is required, not " + std::string(type_name));
}

Failure percent_unsupported(const PercentDirective& directive, bool bytes) {
  const char32_t c = directive.conversion;
  if (bytes && c > 127) return value_error("");  // PyErr_Format's %c takes ASCII only
  return value_error(
      "unsupported format character '" + std::string(1, c >= 31 && c <= 126 ? static_cast<char>(c) : '?') + "' (0x" +
      to_digits(BigInt(static_cast<std::int64_t>(c)), 16) + ") at index " + std::to_string(directive.index));
}

namespace {

/// Hands out the arguments in order, and the one of a key in their place.
class Supply {
 public:
  explicit Supply(PercentArguments& arguments) : arguments_(arguments), left_(arguments.count()) {}

  std::optional<Failure> take_key(std::string_view key) {
    std::optional<Failure> failure = arguments_.select_key(key);
    keyed_ = true;
    left_ = 1;
    return failure;
  }
  std::optional<Failure> next() {
    if (left_ == 0) return percent_not_enough();
    if (!keyed_) arguments_.select(arguments_.count() - left_);
    --left_;
    return std::nullopt;
  }
  [[nodiscard]] bool used_up() const { return left_ == 0; }

 private:
  PercentArguments& arguments_;
  std::size_t left_;
  bool keyed_ = false;
};

/// Looks up what the directive still misses: its key and its stars.
std::optional<Failure> complete(PercentDirective& directive, Supply& supply, PercentArguments& arguments) {
  if (directive.key) {
    if (std::optional<Failure> failure = supply.take_key(*directive.key)) return failure;
  }
  for (const bool is_width : {true, false}) {
    if (!(is_width ? directive.width_is_argument : directive.precision_is_argument)) continue;
    if (std::optional<Failure> failure = supply.next()) return failure;
    const Result<std::int64_t> star = arguments.star();
    if (!star) return star.failure();
    if (is_width) {
      directive.set_width(star.value());
    } else {
      directive.set_precision(star.value());
    }
  }
  return directive.late_failure;
}

Result<std::string> convert(const PercentDirective& directive, PercentArguments& arguments) {
  const char32_t kind = directive.conversion;
  const bool known = kind != 'b' || arguments.is_bytes();
  if (known && (is_one_of(kind, kTextConversions) || kind == 'c')) {
    const Result<std::string> text = kind == 'c' ? arguments.character() : arguments.text(kind);
    return text ? percent_text(directive, text.value()) : text;
  }
  if (is_one_of(kind, kIntegerConversions)) {
    const Result<BigInt> integer = arguments.integer(kind);
    return integer ? percent_integer(directive, integer.value()) : integer.failure();
  }
  if (is_one_of(kind, kFloatConversions)) {
    const Result<double> real = arguments.real();
    return real ? percent_float(directive, real.value()) : real.failure();
  }
  return percent_unsupported(directive, arguments.is_bytes());
}

}  // namespace

Result<std::string> percent_format(std::string_view format, PercentArguments& arguments) {
  std::string out;
  PercentReader reader(format);
  Supply supply(arguments);
  for (;;) {
    out += reader.take_literal();
    if (reader.done()) break;
    Result<PercentDirective> directive = reader.take_directive(arguments.is_mapping());
    if (!directive) return directive.failure();
    if (std::optional<Failure> failure = complete(directive.value(), supply, arguments)) return *failure;
    if (directive.value().is_percent_sign) {
      out.push_back('%');
      continue;
    }
    if (std::optional<Failure> failure = supply.next()) return *failure;
    const Result<std::string> text = convert(directive.value(), arguments);
    if (!text) return text;
    out += text.value();
  }
  if (!supply.used_up() && !arguments.is_mapping()) return percent_not_all_converted(arguments.is_bytes());
  return out;
}

}  // namespace waiter::python::text
