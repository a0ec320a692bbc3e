#pragma once
// '%5.2f %-10s %r %(key)d %%' % arguments: the format's parser, the layout of each kind of conversion, and the loop
// that joins them in CPython's order of errors. It knows no objects: arguments come through PercentArguments.
//
// The loop calls back into Python code (__str__, __getitem__) from C++. A caller that must not do that uses
// PercentReader and the percent_* functions by itself.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "python/text/big_int.h"
#include "python/text/result.h"

namespace waiter::python::text {

/// One '%...x' of a format.
struct PercentDirective {
  std::optional<std::string_view> key;  ///< '%(key)s'
  bool left = false;                    ///< '-'
  bool sign = false;                    ///< '+'
  bool blank = false;                   ///< ' '
  bool alternate = false;               ///< '#'
  bool zero = false;                    ///< '0'
  bool width_is_argument = false;       ///< '%*d': the next argument, then set_width()
  bool precision_is_argument = false;   ///< '%.*f'
  std::int64_t width = -1;
  std::int64_t precision = -1;
  bool is_percent_sign = false;  ///< '%%', which takes no argument and nothing between
  char32_t conversion = 0;       ///< 's', 'd', ..., or anything else that stood there
  std::size_t index = 0;         ///< of the conversion, in code points, for messages
  /// "incomplete format" and its like: to be raised after the key and the '*' were looked up, as CPython does.
  std::optional<Failure> late_failure;

  void set_width(std::int64_t argument);  ///< a negative one means '-'
  void set_precision(std::int64_t argument) { precision = argument < 0 ? 0 : argument; }
};

class PercentReader {
 public:
  explicit PercentReader(std::string_view format) : format_(format) {}

  /// Text up to the next directive, which may be empty.
  std::string_view take_literal();
  [[nodiscard]] bool done() const { return at_ == format_.size(); }
  /// ValueError "incomplete format key"; TypeError "format requires a mapping" if there is a key but no mapping.
  /// REQUIRES: take_literal() was called, and !done().
  [[nodiscard]] Result<PercentDirective> take_directive(bool has_mapping);

 private:
  char32_t read();  ///< the next code point, or 0 at the end, which is then noted in ended_
  std::optional<Failure> read_number(std::int64_t& number, std::int64_t max, const char* too_big, char32_t& c);

  std::string_view format_;
  std::size_t at_ = 0;
  bool ended_ = false;
};

// What one directive makes of its argument.
[[nodiscard]] Result<std::string> percent_text(const PercentDirective& directive, std::string_view text);  ///< s r a c
[[nodiscard]] Result<std::string> percent_integer(const PercentDirective& directive,
                                                  const BigInt& value);                            ///< d i u o x X
[[nodiscard]] Result<std::string> percent_float(const PercentDirective& directive, double value);  ///< e f g E F G
/// '%c' of an int: the character. OverflowError "%c arg not in range(0x110000)".
[[nodiscard]] Result<std::string> percent_character(const BigInt& code);

[[nodiscard]] Failure percent_not_enough();
[[nodiscard]] Failure percent_not_all_converted(bool bytes = false);
/// "%d format: a real number is required, not str", "%x format: an integer is required, not float".
[[nodiscard]] Failure percent_wrong_type(char32_t conversion, std::string_view type_name);
/// "unsupported format character 'y' (0x79) at index 1".
[[nodiscard]] Failure percent_unsupported(const PercentDirective& directive, bool bytes);

/// The right side of '%'. A Failure of kind Raised means that a Python exception is already set.
class PercentArguments {
 public:
  virtual ~PercentArguments() = default;
  /// How many a tuple has; 1 for any other object.
  [[nodiscard]] virtual std::size_t count() const = 0;
  /// It has __getitem__ and is neither tuple nor str: keys are allowed and nothing needs to be used up.
  [[nodiscard]] virtual bool is_mapping() const = 0;
  /// The format is bytes (as text of code points up to 255): '%b' is known, and messages speak of bytes.
  [[nodiscard]] virtual bool is_bytes() const { return false; }
  /// Makes argument `index`, or the value of `key`, the one that the rest speaks of.
  virtual void select(std::size_t index) = 0;
  virtual std::optional<Failure> select_key(std::string_view key) = 0;

  virtual Result<std::string> text(char32_t conversion) = 0;  ///< str, repr or ascii for 's', 'r', 'a'
  virtual Result<BigInt> integer(char32_t conversion) = 0;    ///< int(x) for d i u, x.__index__() for o x X
  virtual Result<double> real() = 0;                          ///< float(x): "must be real number, not str"
  virtual Result<std::string> character() = 0;                ///< "%c requires int or char"
  virtual Result<std::int64_t> star() = 0;                    ///< an int for '*': "* wants int"
};

[[nodiscard]] Result<std::string> percent_format(std::string_view format, PercentArguments& arguments);

}  // namespace waiter::python::text
