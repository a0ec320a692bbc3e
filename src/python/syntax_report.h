#pragma once
// How a program that could not be compiled is reported: the text that CPython prints, with the line and its carets. It knows the
// diagnostic and the source, and nothing of a VM.

#include <cstdint>
#include <string>
#include <string_view>

#include "python/diagnostic.h"

namespace waiter::python {

[[nodiscard]] std::string syntax_report(const Diagnostic& diagnostic, std::string_view file_name, std::string_view source);

/// A SyntaxError's own numbers: offsets count characters (or what the thrower took for them) from 1; 0 and -1 mean none.
struct QuotedPlace {
  std::int64_t line = 0, offset = 0, end_line = 0, end_offset = -1;
};
/// The line, indented, and below it the carets; only the line if there is no place for them.
[[nodiscard]] std::string quoted_line(std::string_view line, const QuotedPlace& place);

/// Line `number`, counted from 1, without its end.
[[nodiscard]] std::string_view line_of(std::string_view source, std::uint32_t number);

}  // namespace waiter::python
