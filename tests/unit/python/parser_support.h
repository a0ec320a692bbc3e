#pragma once
// What the tests of the front end share.

#include <string>
#include <string_view>

#include "python/ast_dump.h"
#include "python/parser.h"

namespace waiter::python {

struct SourceCase {
  std::string source;
  std::string expected;
};

/// "SyntaxError: message line:column", columns from 0, or "" for a program that parses.
inline std::string first_error(std::string_view source) {
  Arena arena;
  const ParseResult result = parse(source, "test.py", arena);
  if (result.diagnostics.empty()) return {};
  const Diagnostic& error = result.diagnostics.front();
  return std::string(name_of(error.type)) + ": " + error.message + " " + std::to_string(error.span.line) + ":" +
         std::to_string(error.span.column);
}

inline std::string dump_of(std::string_view source, DumpPositions positions) {
  Arena arena;
  const ParseResult result = parse(source, "test.py", arena);
  return result.diagnostics.empty() ? dump(*result.module, positions) : first_error(source);
}

inline std::string repeat(std::string_view text, int times) {
  std::string result;
  for (int i = 0; i < times; ++i) result += text;
  return result;
}

}  // namespace waiter::python
