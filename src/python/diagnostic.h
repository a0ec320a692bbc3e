#pragma once
// What is wrong with a program's text: the learner's error as a value. The words and the place are CPython 3.11's.
// It knows nothing of how it is shown.

#include <cstdint>
#include <string>

#include "python/source.h"

namespace waiter::python {

enum class DiagnosticType {
  kSyntaxError,
  kIndentationError,
  kTabError,
  kMemoryError,     ///< CPython's answer to source nested too deep for its parser
  kRecursionError,  ///< CPython's answer to a tree nested too deep for its compiler
  kNotSupported,    ///< CPython takes it, we do not
};

/// The name of the Python exception, such as "SyntaxError".
const char* name_of(DiagnosticType type);

struct Diagnostic {
  DiagnosticType type = DiagnosticType::kSyntaxError;
  std::string message;
  /// Where it is in the file. Columns count code points from 0 (CPython's `offset - 1`, `end_offset - 1`).
  /// `end_line` 0 means that CPython gives no end: a single caret.
  Span span;
  /// An error in an expression within an f-string: CPython shows the expression in parentheses instead of the line, and
  /// counts columns in that. Empty for every other error. A caret that would stand before the text has column
  /// `kNoCaret`.
  std::string excerpt;
  Span excerpt_span;
  /// Errors of the tokenizer are shown with their caret under the character. For all others CPython 3.11 forgets, when it
  /// reads a file, that a character may be several bytes (pegen_errors.c, `tok->encoding`), and its caret stands too far right.
  bool shown_in_characters = false;
};

inline constexpr std::uint32_t kNoCaret = 0xFFFFFFFF;

}  // namespace waiter::python
