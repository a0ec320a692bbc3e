#include "python/syntax_report.h"

#include <algorithm>

#include <fmt/format.h>

namespace waiter::python {

namespace {

// How many bytes the first `characters` of a line take.
std::int64_t bytes_of(std::string_view line, std::int64_t characters) {
  std::size_t bytes = 0;
  for (; characters > 0 && bytes < line.size(); --characters) {
    for (++bytes; bytes < line.size() && (static_cast<unsigned char>(line[bytes]) & 0xC0) == 0x80;) ++bytes;
  }
  return static_cast<std::int64_t>(bytes) + characters;
}

}  // namespace

std::string_view line_of(std::string_view source, std::uint32_t number) {
  for (std::uint32_t i = 1; i < number && !source.empty(); ++i) source.remove_prefix(std::min(source.find('\n'), source.size() - 1) + 1);
  std::string_view line = source.substr(0, source.find('\n'));
  if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
  return line;
}

// CPython's own display (print_error_text, pythonrun.c; the module traceback would cut the blanks at the line's end): leading
// blanks are cut, and a caret left of the text is not drawn. Its lengths are bytes.
std::string quoted_line(std::string_view line, const QuotedPlace& place) {
  const auto first = std::min(line.find_first_not_of(" \t\f"), line.size());
  std::string text = fmt::format("    {}\n", line.substr(first));
  const auto length = static_cast<std::int64_t>(line.size());
  const std::int64_t start = std::min(place.offset - 1, length) - static_cast<std::int64_t>(first);
  if (place.offset < 1 || place.offset - 1 < static_cast<std::int64_t>(first)) return text;
  // Of an error over several lines the rest of the first is marked; its length counts the line's end.
  const std::int64_t end = place.end_line > place.line ? length + 1 : place.end_offset;
  const std::int64_t carets = end > 0 && end > place.offset ? end - place.offset : 1;
  return text + "    " + std::string(static_cast<std::size_t>(start), ' ') + std::string(static_cast<std::size_t>(carets), '^') + "\n";
}

std::string syntax_report(const Diagnostic& diagnostic, std::string_view file_name, std::string_view source) {
  const bool is_excerpt = !diagnostic.excerpt.empty();
  const Span& span = is_excerpt ? diagnostic.excerpt_span : diagnostic.span;
  const std::string_view line = is_excerpt ? std::string_view(diagnostic.excerpt) : line_of(source, span.line);
  const auto offset = [&](std::uint32_t column) -> std::int64_t {
    return (diagnostic.shown_in_characters ? column : bytes_of(line, column)) + 1;
  };
  QuotedPlace place{span.line, 0, span.end_line, -1};
  if (span.column != kNoCaret) place.offset = offset(span.column);
  // The tokenizer's indentation errors have one caret, whatever they cover.
  if (diagnostic.type == DiagnosticType::kIndentationError) place.end_line = span.line;
  else if (span.end_line == span.line) place.end_offset = offset(span.end_column);
  return fmt::format("  File \"{}\", line {}\n", file_name, diagnostic.span.line) + quoted_line(line, place) +
         fmt::format("{}: {}\n", name_of(diagnostic.type), diagnostic.message);
}

}  // namespace waiter::python
