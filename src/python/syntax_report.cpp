#include "python/syntax_report.h"

#include <algorithm>

#include <fmt/format.h>

#include "python/text/unicode.h"

namespace waiter::python {

namespace {

// How many bytes the first `characters` of a line take.
std::uint32_t bytes_of(std::string_view line, std::uint32_t characters) {
  std::uint32_t bytes = 0;
  for (; characters > 0 && bytes < line.size(); --characters) {
    for (++bytes; bytes < line.size() && (static_cast<unsigned char>(line[bytes]) & 0xC0) == 0x80;) ++bytes;
  }
  return bytes + characters;
}

// The line with what stands above it and below it, as CPython's own display does it (print_error_text, pythonrun.c; the
// module traceback would cut the blanks at the line's end): leading blanks are cut, and a caret left of the text is not drawn.
std::string quoted_line(std::string_view line, Span span, const Diagnostic& diagnostic) {
  if (!diagnostic.shown_in_characters && span.column != kNoCaret) {
    span.column = bytes_of(line, span.column);
    span.end_column = bytes_of(line, span.end_column);
  }
  const auto first = std::min(line.find_first_not_of(" \t\f"), line.size());
  const auto cut = static_cast<std::int64_t>(first);
  const auto length = static_cast<std::int64_t>(line.size());
  std::string text = fmt::format("    {}\n", line.substr(first));
  if (span.column == kNoCaret || span.column < first) return text;
  const std::int64_t start = std::min<std::int64_t>(span.column, length);
  // The tokenizer's indentation errors have one caret, whatever they cover.
  std::int64_t end = span.column;
  if (span.end_line == span.line) end = span.end_column;
  // Of an error over several lines the rest of the first is marked. Its length counts the line end, and bytes.
  if (span.end_line > span.line) end = length;
  if (diagnostic.type == DiagnosticType::kIndentationError) end = 0;
  const std::int64_t carets = std::max<std::int64_t>(end - span.column, 1);
  return text + "    " + std::string(static_cast<std::size_t>(start - cut), ' ') + std::string(static_cast<std::size_t>(carets), '^') + "\n";
}

}  // namespace

std::string syntax_report(const Diagnostic& diagnostic, std::string_view file_name, std::string_view source) {
  std::string text = fmt::format("  File \"{}\", line {}\n", file_name, diagnostic.span.line);
  std::string_view line = diagnostic.excerpt;
  const Span& span = line.empty() ? diagnostic.span : diagnostic.excerpt_span;
  if (line.empty()) {
    for (std::uint32_t i = 1; i < span.line && !source.empty(); ++i) source.remove_prefix(std::min(source.find('\n'), source.size() - 1) + 1);
    line = source.substr(0, source.find('\n'));
    if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  }
  return text + quoted_line(line, span, diagnostic) + fmt::format("{}: {}\n", name_of(diagnostic.type), diagnostic.message);
}

}  // namespace waiter::python
