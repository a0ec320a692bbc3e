#pragma once
// The format mini-language of format(), f-strings and str.format:
//   [[fill]align][sign][z][#][0][width][grouping][.precision][type]
// parsed and applied as CPython 3.11.7 does it, error messages included. It knows no objects: the caller names the type
// ("int", "Money") for the messages. Widths count code points.

#include <cstdint>
#include <string>
#include <string_view>

#include "python/text/result.h"

namespace waiter::python::text {

class BigInt;

/// A width or precision is refused (MemoryError, as without memory) beyond this many characters of padding: a page has
/// little memory, and a run must end with a message instead of an abort.
inline constexpr std::int64_t kFormatWidthMax = 100'000'000;

/// format(value, spec) for a str, an int (bool is an int here) and a float. An empty spec is str(value).
[[nodiscard]] Result<std::string> format_str(std::string_view value, std::string_view spec,
                                             std::string_view type_name = "str");
[[nodiscard]] Result<std::string> format_int(std::int64_t value, std::string_view spec,
                                             std::string_view type_name = "int");
[[nodiscard]] Result<std::string> format_int(const BigInt& value, std::string_view spec,
                                             std::string_view type_name = "int");
[[nodiscard]] Result<std::string> format_float(double value, std::string_view spec,
                                               std::string_view type_name = "float");

}  // namespace waiter::python::text
