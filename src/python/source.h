#pragma once
// Where something stands in a program's text.
//
// Lines count from 1. Columns count from 0, in code points (never bytes), and an end column is one past the last
// character: the numbers of CPython's `lineno`, `col_offset` after its conversion from UTF-8, and so on. (CPython's own
// `col_offset` counts UTF-8 bytes; its tracebacks and SyntaxErrors count characters, and those are what we show.)

#include <cstdint>

namespace waiter::python {

struct Span {
  std::uint32_t line = 0;
  std::uint32_t column = 0;
  std::uint32_t end_line = 0;
  std::uint32_t end_column = 0;

  friend bool operator==(const Span&, const Span&) = default;
};

}  // namespace waiter::python
