// '%' formatting. Expectations were taken from CPython 3.11.7.

#include <doctest/doctest.h>

#include <map>
#include <string>
#include <variant>
#include <vector>

#include "python/text/float_repr.h"
#include "python/text/percent_format.h"
#include "python/text/string_repr.h"
#include "python/text/unicode.h"
#include "text_support.h"

using namespace waiter::python::text;

namespace {

/// Arguments as the object model would give them, for three types.
class Arguments final : public PercentArguments {
 public:
  using Value = std::variant<std::string, long long, double>;
  explicit Arguments(std::vector<Value> values) : values_(std::move(values)) {}
  explicit Arguments(std::map<std::string, Value, std::less<>> mapping)
      : mapping_(std::move(mapping)), is_mapping_(true) {}

  [[nodiscard]] std::size_t count() const override { return is_mapping_ ? 1 : values_.size(); }
  [[nodiscard]] bool is_mapping() const override { return is_mapping_; }
  void select(std::size_t index) override { current_ = is_mapping_ ? Value("{...}") : values_[index]; }
  std::optional<Failure> select_key(std::string_view key) override {
    const auto found = mapping_.find(key);
    if (found == mapping_.end()) return Failure{FailureKind::Raised, ""};
    current_ = found->second;
    return std::nullopt;
  }
  Result<std::string> text(char32_t conversion) override {
    if (const auto* text = std::get_if<std::string>(&current_)) {
      return conversion == 's' ? *text : conversion == 'r' ? string_repr(*text) : string_ascii(*text);
    }
    if (const auto* whole = std::get_if<long long>(&current_)) return std::to_string(*whole);
    return float_repr(std::get<double>(current_));
  }
  Result<BigInt> integer(char32_t conversion) override {
    if (const auto* whole = std::get_if<long long>(&current_)) return BigInt(*whole);
    const bool needs_index = conversion == 'o' || conversion == 'x' || conversion == 'X';
    if (const auto* real = std::get_if<double>(&current_); real != nullptr && !needs_index)
      return *BigInt::from_double(*real);
    return percent_wrong_type(conversion, type());
  }
  Result<double> real() override {
    if (const auto* whole = std::get_if<long long>(&current_)) return static_cast<double>(*whole);
    if (const auto* real = std::get_if<double>(&current_)) return *real;
    return type_error("must be real number, not " + type());
  }
  Result<std::string> character() override {
    if (const auto* whole = std::get_if<long long>(&current_)) return percent_character(*whole);
    const auto* text = std::get_if<std::string>(&current_);
    if (text != nullptr && count_code_points(*text) == 1) return *text;
    return type_error("%c requires int or char");
  }
  Result<std::int64_t> star() override {
    if (const auto* whole = std::get_if<long long>(&current_)) return std::int64_t{*whole};
    return type_error("* wants int");
  }

 private:
  [[nodiscard]] std::string type() const {
    return std::holds_alternative<std::string>(current_) ? "str"
           : std::holds_alternative<double>(current_)    ? "float"
                                                         : "int";
  }

  std::vector<Value> values_;
  std::map<std::string, Value, std::less<>> mapping_;
  bool is_mapping_ = false;
  Value current_;
};

std::string percent(const char* format, std::vector<Arguments::Value> values) {
  Arguments arguments(std::move(values));
  return shown(percent_format(format, arguments));
}

}  // namespace

TEST_CASE("An int in every conversion") {
  struct Row {
    const char* format;
    long long value;
    const char* result;
  };
  const Row rows[] = {
      {"%d", 42, "42"},
      {"%5d|", 42, "   42|"},
      {"%-5d|", 42, "42   |"},
      {"%05d", -42, "-0042"},
      {"%+d", 42, "+42"},
      {"% d", 42, " 42"},
      {"%+5d", 42, "  +42"},
      {"%-05d|", 42, "42   |"},
      {"%.5d", -42, "-00042"},
      {"%8.5d|", -42, "  -00042|"},
      {"%i%%", 7, "7%"},
      {"%u", 7, "7"},
      {"%x", 255, "ff"},
      {"%#x", 255, "0xff"},
      {"%#010x", -255, "-0x00000ff"},
      {"%#-10X|", 255, "0XFF      |"},
      {"%o", 8, "10"},
      {"%#.5o", 8, "0o00010"},
      {"%c", 8364, "\xe2\x82\xac"},
      {"%5c|", 97, "    a|"},
      {"%s", 42, "42"},
      {"%5s|", 42, "   42|"},
      {"%.1s", 42, "4"},
      {"%r", 42, "42"},
      {"%f", 42, "42.000000"},
      {"%.1f", 42, "42.0"},
      {"%e", 42, "4.200000e+01"},
      {"%g", 42, "42"},
      {"%ld", 42, "42"},
      {"%c", -1, "OverflowError: %c arg not in range(0x110000)"},
      {"%y", 42, "ValueError: unsupported format character 'y' (0x79) at index 1"},
      {"%\xc3\xa9", 42, "ValueError: unsupported format character '?' (0xe9) at index 1"},
      {"%5%", 42, "ValueError: unsupported format character '%' (0x25) at index 2"},
      {"%", 42, "ValueError: incomplete format"},
      {"%.", 42, "ValueError: incomplete format"},
      {"%l", 42, "ValueError: incomplete format"},
      {"%d %d", 42, "TypeError: not enough arguments for format string"},
      {"no", 42, "TypeError: not all arguments converted during string formatting"},
      {"%(a)s", 42, "TypeError: format requires a mapping"},
      {"%99999999999999999999d", 42, "ValueError: width too big"},
      {"%.9999999999d", 42, "ValueError: precision too big"},
  };
  for (const Row& row : rows) CHECK(percent(row.format, {row.value}) == row.result);
}

TEST_CASE("A float in every conversion") {
  struct Row {
    const char* format;
    double value;
    const char* result;
  };
  const Row rows[] = {
      {"%f", 0x1.921f9f01b866ep+1, "3.141590"},
      {"%.2f", 0x1.921f9f01b866ep+1, "3.14"},
      {"%8.2f|", 0x1.921f9f01b866ep+1, "    3.14|"},
      {"%-8.2f|", 0x1.921f9f01b866ep+1, "3.14    |"},
      {"%08.2f", -0x1.921f9f01b866ep+1, "-0003.14"},
      {"%+.1f", 0x1.921f9f01b866ep+1, "+3.1"},
      {"%e", 0x1.34a0000000000p+10, "1.234500e+03"},
      {"%.0E", 0x1.34a0000000000p+10, "1E+03"},
      {"%#.0e", 0x1.34a0000000000p+10, "1.e+03"},
      {"%g", 0x1.ad7f29abcaf48p-24, "1e-07"},
      {"%#g", 0x1.8000000000000p+1, "3.00000"},
      {"%G", 0x1.5af1d78b58c40p+66, "1E+20"},
      {"%d", -0x1.7333333333333p+1, "-2"},
      {"%s", 0x1.999999999999ap-4, "0.1"},
      {"%05f", HUGE_VAL, "00inf"},
      {"%F", HUGE_VAL, "INF"},
      {"%x", 0x1.0000000000000p+0, "TypeError: %x format: an integer is required, not float"},
      {"%c", 0x1.0000000000000p+0, "TypeError: %c requires int or char"},
      {"%.0f", 0x1.0000000000000p-1, "0"},
      {"%.0f", 0x1.8000000000000p+0, "2"},
  };
  for (const Row& row : rows) CHECK(percent(row.format, {row.value}) == row.result);
}

TEST_CASE("A string in every conversion") {
  struct Row {
    const char* format;
    const char* value;
    const char* result;
  };
  const Row rows[] = {
      {"%s", "tea", "tea"},
      {"%6s|", "tea", "   tea|"},
      {"%-6s|", "tea", "tea   |"},
      {"%06s|", "tea", "   tea|"},
      {"%.2s", "\xe6\x97\xa5\xe6\x9c\xac\xe8\x8c\xb6", "\xe6\x97\xa5\xe6\x9c\xac"},
      {"%5s|", "\xe6\x97\xa5\xe6\x9c\xac\xe8\x8c\xb6", "  \xe6\x97\xa5\xe6\x9c\xac\xe8\x8c\xb6|"},
      {"%r", "it's", "\"it's\""},
      {"%a", "\xc3\xa9", "'\\xe9'"},
      {"%.3r", "tea", "'te"},
      {"%c", "\xc3\xa9", "\xc3\xa9"},
      {"%c", "tea", "TypeError: %c requires int or char"},
      {"%d", "tea", "TypeError: %d format: a real number is required, not str"},
      {"%x", "tea", "TypeError: %x format: an integer is required, not str"},
      {"%f", "tea", "TypeError: must be real number, not str"},
      {"%*s", "tea", "TypeError: * wants int"},
  };
  for (const Row& row : rows) CHECK(percent(row.format, {std::string(row.value)}) == row.result);
}

TEST_CASE("Stars take widths and precisions from the arguments") {
  CHECK(percent("%*d|%-*d|%.*f", {5LL, 1LL, 4LL, 2LL, 2LL, 3.14159}) == "    1|2   |3.14");
  CHECK(percent("%*d|", {-5LL, 1LL}) == "1    |");
  CHECK(percent("%*", {5LL}) == "ValueError: incomplete format");
  CHECK(percent("%*", {}) == "TypeError: not enough arguments for format string");
}

TEST_CASE("The number of arguments must fit") {
  CHECK(percent("%s %s", {1LL}) == "TypeError: not enough arguments for format string");
  CHECK(percent("%s", {1LL, 2LL}) == "TypeError: not all arguments converted during string formatting");
  CHECK(percent("%s", {}) == "TypeError: not enough arguments for format string");
  CHECK(percent("plain %%", {}) == "plain %");
}

TEST_CASE("Keys look values up in a mapping, which need not be used up") {
  const std::map<std::string, Arguments::Value, std::less<>> menu = {{"drink", "tea"}, {"price", 2.5}, {"a(b)c", 1LL}};
  const auto with = [&](const char* format) {
    Arguments arguments(menu);
    return shown(percent_format(format, arguments));
  };
  CHECK(with("%(drink)-5s|%(price).2f") == "tea  |2.50");
  CHECK(with("%(a(b)c)03d") == "001");
  CHECK(with("nothing") == "nothing");
  CHECK(with("%(drink)s %s") == "TypeError: not enough arguments for format string");
  CHECK(with("%(drink") == "ValueError: incomplete format key");
  CHECK(with("%(none)s") == "Raised: ");
}
