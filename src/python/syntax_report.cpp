#include "python/syntax_report.h"

#include <algorithm>

#include <fmt/format.h>

#include "python/text/unicode.h"

namespace waiter::python {

std::string syntax_report(const Diagnostic& diagnostic, std::string_view file_name, std::string_view source) {
  std::string text = fmt::format("  File \"{}\", line {}\n", file_name, diagnostic.span.line);
  std::string_view line = diagnostic.excerpt;
  const Span& span = line.empty() ? diagnostic.span : diagnostic.excerpt_span;
  if (line.empty()) {
    for (std::uint32_t i = 1; i < span.line && !source.empty(); ++i) source.remove_prefix(std::min(source.find('\n'), source.size() - 1) + 1);
    line = source.substr(0, source.find('\n'));
  }
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  const std::size_t indent = std::min(line.find_first_not_of(" \t\f"), line.size());
  const auto indent_columns = static_cast<std::uint32_t>(indent);
  if (!line.substr(indent).empty()) {
    text += fmt::format("    {}\n", line.substr(indent));
    if (span.column == kNoCaret) return text + fmt::format("{}: {}\n", name_of(diagnostic.type), diagnostic.message);
    const auto length = static_cast<std::uint32_t>(text::count_code_points(line));
    const std::uint32_t start = std::max(span.column, indent_columns);
    // A caret that would stand left of the text is not drawn; an IndentationError has one caret, whatever it covers.
    const bool one = span.end_line == 0 || diagnostic.type == DiagnosticType::kIndentationError;
    if (span.column < indent_columns) return text + fmt::format("{}: {}\n", name_of(diagnostic.type), diagnostic.message);
    const std::uint32_t end = one ? start + 1 : span.end_line == span.line ? std::max(span.end_column, start + 1) : std::max(length, start + 1);
    text += "    " + std::string(start - indent_columns, ' ') + std::string(end - start, '^') + "\n";
  }
  return text + fmt::format("{}: {}\n", name_of(diagnostic.type), diagnostic.message);
}

}  // namespace waiter::python
