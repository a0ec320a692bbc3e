// How an exception is printed: CPython 3.11's traceback, with its carets (Python/traceback.c, tb_displayline) and its
// chains, groups and "Did you mean".

#include <algorithm>

#include "python/operations.h"
#include "python/parser.h"
#include "python/suggestion.h"
#include "python/syntax_report.h"
#include "python/text/unicode.h"
#include "python/traceback_text.h"

namespace waiter::python {
namespace {

struct Anchors {
  std::uint32_t left_end = 0, right_start = 0;  // columns in the line: what stands between them is marked ^, the rest ~
  bool found = false;
};

std::string_view columns(std::string_view line, std::uint32_t from, std::uint32_t to) {
  const std::size_t begin = text::byte_offset(line, from);
  const std::size_t end = text::byte_offset(line, to);
  return line.substr(begin, end - begin);
}

/// extract_anchors_from_line: where the operator or the subscript stands in the text that failed.
Anchors anchors(std::string_view line, std::uint32_t start, std::uint32_t end) {
  Arena arena;
  const std::string_view segment = columns(line, start, end);
  const ParseResult parsed = parse(segment, "segment", arena);
  Anchors result;
  if (!parsed.diagnostics.empty() || parsed.module->body.size() != 1) return result;
  const auto* statement = ast::try_as<ast::Expr>(parsed.module->body[0]);
  if (statement == nullptr) return result;
  if (const auto* binary = ast::try_as<ast::BinOp>(statement->value)) {
    std::uint32_t left = binary->left->span.end_column;
    const std::uint32_t right_begin = binary->right->span.column;
    const auto at = [&](std::uint32_t column) { return columns(segment, column, column + 1); };
    while (left < right_begin && (at(left) == " " || at(left) == "\t" || at(left) == ")")) ++left;
    if (left >= right_begin) return result;
    std::uint32_t right = left + 1;
    if (right < right_begin && at(right) != " " && at(right) != "(" && at(right) == at(left)) ++right;
    return {start + left, start + right, true};
  }
  if (const auto* item = ast::try_as<ast::Subscript>(statement->value))
    return {start + item->value->span.end_column, start + item->slice->span.end_column + 1, true};
  return result;
}

/// Who shows the lines: the interpreter itself, for what nobody caught, or the module traceback.
enum class By : std::uint8_t { Interpreter, Module };

std::string source_lines(Vm& vm, std::uint16_t file, const Span& span, By by) {
  const SourceText& source = vm.sources[file];
  if (span.line == 0 || span.line > source.lines.size()) return "";
  const std::string& line = source.lines[span.line - 1];
  const std::size_t indent = line.find_first_not_of(" \t\f");
  if (indent == std::string::npos) return "";
  std::string_view stripped = std::string_view(line).substr(indent);
  while (!stripped.empty() && (stripped.back() == ' ' || stripped.back() == '\t' || stripped.back() == '\r')) stripped.remove_suffix(1);
  std::string text = "    " + std::string(stripped) + "\n";
  const auto indent_columns = static_cast<std::uint32_t>(indent);
  const std::uint32_t length = static_cast<std::uint32_t>(text::count_code_points(stripped));
  const std::uint32_t start = span.column;
  const std::uint32_t end = span.end_line == span.line ? span.end_column : indent_columns + length;
  if (end <= start || start < indent_columns) return text;
  const Anchors marks = span.end_line == span.line && !(by == By::Module && vm.is_finishing) ? anchors(line, start, end) : Anchors{};  // they want the module ast
  // The interpreter takes blanks at the line's end for a part of the line (tb_displayline), the module does not.
  const std::uint32_t whole = by == By::Module ? length : length + static_cast<std::uint32_t>(line.size() - indent - stripped.size());
  if (end - start == whole && !marks.found) return text;
  std::string carets = "    ";
  for (std::uint32_t column = indent_columns; column < end; ++column) {
    if (column < start) carets += ' ';
    else if (marks.found && (column < marks.left_end || column >= marks.right_start)) carets += '~';
    else carets += '^';
  }
  return text + carets + "\n";
}

std::string entry_head(Vm& vm, const Code* code, std::uint32_t instruction) {
  return fmt::format("  File \"{}\", line {}, in {}\n", vm.sources[code->file].name, code->spans[instruction].line, code->name);
}

std::string traceback_lines(Vm& vm, const Traceback* entry, By by) {
  std::string text;
  // The same line again and again is printed three times and then counted (_Py_tb_print).
  constexpr int kRepeatMax = 3;
  std::string last;
  int repeats = 0;
  const auto repeated = [&] {
    if (repeats > kRepeatMax)
      text += fmt::format("  [Previous line repeated {} more time{}]\n", repeats - kRepeatMax, repeats - kRepeatMax == 1 ? "" : "s");
  };
  for (; entry != nullptr; entry = entry->next) {
    const Code* code = entry->code;
    if (vm.sources[code->file].is_prelude) continue;
    const std::string head = entry_head(vm, code, entry->instruction);
    if (head == last) {
      ++repeats;
    } else {
      repeated();
      last = head;
      repeats = 1;
    }
    if (repeats <= kRepeatMax) text += head + source_lines(vm, code->file, code->spans[entry->instruction], by);
  }
  repeated();
  return text;
}

/// Of a SyntaxError that knows its place: the file, the line and its carets (pythonrun.c, print_exception_file_and_line).
std::string syntax_place(Vm& vm, Value value) {
  if (!is_instance(vm, value, vm.types.SyntaxError)) return "";
  const auto part = [&](std::string_view name) {
    Ref found = find_attribute(vm, value, intern(vm, name));
    vm.clear_error();
    return found;
  };
  const auto number = [](const Ref& from, std::int64_t otherwise) { return from && from.get().is_int() ? from.get().as_int() : otherwise; };
  const Ref line = part("lineno"), file = part("filename"), text = part("text");
  if (!line || !line.get().is_int()) return "";
  const std::string name = file && is_str(file) ? std::string(str_view(file)) : "<string>";
  std::string result = fmt::format("  File \"{}\", line {}\n", name, line.get().as_int());
  if (!text || !is_str(text)) return result;
  std::string_view quoted = str_view(text);
  quoted = quoted.substr(0, quoted.find('\n'));
  return result + quoted_line(quoted, {line.get().as_int(), number(part("offset"), -1), number(part("end_lineno"), 0), number(part("end_offset"), -1)});
}

/// The margin before every line, or (in 3.11, what an exception itself says) before the first one only.
enum class Margin : std::uint8_t { EveryLine, FirstLine };
std::string indented(std::string_view text, int depth, Margin where = Margin::EveryLine) {
  if (depth == 0 || text.empty()) return std::string(text);
  const std::string margin = std::string(static_cast<std::size_t>(depth) * 2, ' ') + "| ";
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = where == Margin::FirstLine ? text.size() - 1 : std::min(text.find('\n', at), text.size() - 1);
    result += margin + std::string(text.substr(at, end - at + 1));
    at = end + 1;
  }
  return result;
}

/// "ValueError: no", without the notes.
std::string message_line(Vm& vm, Value value, Suggestions suggestions) {
  Type* type = value.object()->type;
  std::string name = full_type_name(vm, type);
  if (name.rfind("__main__.", 0) == 0) name = name.substr(9);
  Ref saved = vm.has_error() ? vm.take_error() : Ref();
  std::optional<std::string> text;
  // The place of a SyntaxError stands above it.
  const Ref own_message = syntax_place(vm, value).empty() ? Ref() : find_attribute(vm, value, vm.names.word_msg);
  if (own_message) text = text_of(vm, own_message);
  else text = text_of(vm, value);
  if (!text) {
    vm.clear_error();
    text = "<exception str() failed>";
  }
  std::string line = text->empty() ? name : name + ": " + *text;
  if (const std::string suggestion = suggestions == Suggestions::Given ? suggestion_for(vm, value) : ""; !suggestion.empty()) line += ". Did you mean: '" + suggestion + "'?";
  if (saved) vm.restore_error(std::move(saved));
  return line;
}

/// The notes, each on lines of its own, with the newline before each.
std::string note_lines(Vm& vm, Value value) {
  Ref saved = vm.has_error() ? vm.take_error() : Ref();
  std::string line;
  // print_exception_notes: any sequence of notes, be it a str; what is none shows its repr.
  if (const Ref notes = attributes_get(attributes_of(value.object()), vm.names.dunder_notes); !notes.get().is_empty() && !notes.get().is_none()) {
    const bool is_sequence = notes.get().is_kind(Kind::List) || notes.get().is_kind(Kind::Tuple) || is_str(notes);
    const auto add = [&](Value note) {
      const auto shown = text_of(vm, note);
      if (!shown) vm.clear_error();
      line += "\n" + shown.value_or("<note str() failed>");
      return true;
    };
    if (is_sequence) {
      if (!for_each(vm, notes, add)) vm.clear_error();
    } else {
      const auto shown = repr_of(vm, notes);
      if (!shown) vm.clear_error();
      line += "\n" + shown.value_or("<__notes__ repr() failed>");
    }
  }
  if (saved) vm.restore_error(std::move(saved));
  return line;
}

/// The message and the notes of a member of a group. What the interpreter prints has the margin before the first line of a message
/// only (print_exception_message), the module traceback before every line.
std::string indented_line(Vm& vm, Value value, Suggestions suggestions, int depth) {
  const Margin where = suggestions == Suggestions::Given ? Margin::FirstLine : Margin::EveryLine;
  const std::string notes = note_lines(vm, value);
  return indented(message_line(vm, value, suggestions) + "\n", depth, where) + (notes.empty() ? "" : indented(notes.substr(1) + "\n", depth));
}

/// What printing one exception with its chain and members needs to know all along.
struct Printing {
  Vm& vm;
  Suggestions suggestions;
  std::string out;
  std::vector<Value> seen;
};

By by_whom(const Printing& printing) { return printing.suggestions == Suggestions::LeftOut ? By::Module : By::Interpreter; }

void print_exception(Printing& printing, Value value, int depth, bool in_group);

void print_group(Printing& printing, Exception* exception, int depth, bool in_group) {
  Vm& vm = printing.vm;
  std::string& out = printing.out;
  // traceback.c prints a group as a tree: a head, then its members between rulers, each a level deeper.
  const int level = in_group ? depth : depth + 1;
  const std::string margin(static_cast<std::size_t>(level) * 2, ' ');
  std::string head;
  if (exception->traceback.is_kind(Kind::Traceback)) {
    head = "Exception Group Traceback (most recent call last):\n";
    const std::string lines = traceback_lines(vm, cast<Traceback>(exception->traceback), by_whom(printing));
    if (in_group) {
      out += indented(head + lines, level);
    } else {
      out += margin + "+ " + head + indented(lines, level);
    }
  }
  out += indented_line(vm, Value(exception), printing.suggestions, level);
  const Ref members = exception->args->count > 1 ? tuple_from(vm, exception->args->items[1]) : Ref(vm.empty_tuple);
  const Tuple* list = cast<Tuple>(members);
  constexpr std::uint32_t kWidthMax = 15;   // traceback.c's max_group_width
  constexpr int kDepthMax = 10;             // and max_group_depth
  for (std::uint32_t i = 0; i < list->count; ++i) {
    const bool truncated = i >= kWidthMax;
    const std::string title = truncated ? "..." : fmt::format("{}", i + 1);
    out += margin + (i == 0 ? "+-" : "  ") + fmt::format("+---------------- {} ----------------\n", title);
    if (truncated) {
      const std::uint32_t rest = list->count - kWidthMax;
      out += margin + fmt::format("  | and {} more exception{}\n", rest, rest == 1 ? "" : "s");
    } else if (level + 1 > kDepthMax) {
      out += margin + fmt::format("  | ... (max_group_depth is {})\n", kDepthMax);
    } else {
      print_exception(printing, list->items[i], level + 1, true);
    }
    const bool last = i + 1 == list->count || truncated;
    const bool nested = !truncated && is_instance(vm, list->items[i], vm.types.BaseExceptionGroup);
    if (last && !nested) out += margin + "  +------------------------------------\n";
    if (truncated) break;
  }
}

/// One exception, without what it was chained to.
void print_alone(Printing& printing, Value value, int depth, bool in_group) {
  auto* exception = cast<Exception>(value);
  if (is_instance(printing.vm, value, printing.vm.types.BaseExceptionGroup)) return print_group(printing, exception, depth, in_group);
  std::string text;
  if (exception->traceback.is_kind(Kind::Traceback))
    text = "Traceback (most recent call last):\n" + traceback_lines(printing.vm, cast<Traceback>(exception->traceback), by_whom(printing));
  text += syntax_place(printing.vm, value);
  printing.out += indented(text, in_group ? depth : 0) + indented_line(printing.vm, value, printing.suggestions, in_group ? depth : 0);
}

/// The oldest of the chain comes first. Without recursion: a chain may be as long as a program runs.
void print_exception(Printing& printing, Value value, int depth, bool in_group) {
  struct Link {
    Value exception;
    const char* between;  ///< it and the one before it in time; null: nothing is before it
  };
  std::vector<Link> links;
  const auto fresh = [&](Value other) {
    return other.is_kind(Kind::Exception) && std::find(printing.seen.begin(), printing.seen.end(), other) == printing.seen.end();
  };
  for (Value next = value; !next.is_empty();) {
    const auto* exception = cast<Exception>(next);
    printing.seen.push_back(next);
    Link link{next, nullptr};
    next = Value();
    if (fresh(exception->cause)) {
      next = exception->cause;
      link.between = "\nThe above exception was the direct cause of the following exception:\n\n";
    } else if (!exception->suppress_context && fresh(exception->context)) {
      next = exception->context;
      link.between = "\nDuring handling of the above exception, another exception occurred:\n\n";
    }
    links.push_back(link);
  }
  for (std::size_t i = links.size(); i-- > 0;) {
    if (links[i].between != nullptr) printing.out += indented(links[i].between, in_group ? depth : 0);
    print_alone(printing, links[i].exception, depth, in_group);
  }
}

}  // namespace

std::string traceback_entry_text(Vm& vm, const Code* code, std::uint32_t instruction) {
  return entry_head(vm, code, instruction) + source_lines(vm, code->file, code->spans[instruction], By::Module);
}

std::string exception_tail(Vm& vm, Value exception, Suggestions suggestions) {
  return syntax_place(vm, exception) + exception_line(vm, exception, suggestions) + "\n";
}

std::string exception_line(Vm& vm, Value value, Suggestions suggestions) {
  return message_line(vm, value, suggestions) + note_lines(vm, value);
}

std::string format_unraisable(Vm& vm, Value exception) {
  std::string out;
  if (const Value traceback = cast<Exception>(exception)->traceback; traceback.is_kind(Kind::Traceback))
    out = "Traceback (most recent call last):\n" + traceback_lines(vm, cast<Traceback>(traceback), By::Interpreter);
  const Type* type = exception.object()->type;
  std::string name = full_type_name(vm, type);  // module and qualified name: of the latter only the name itself is written
  const std::string_view qualified = type->qualname->view();
  name.resize(name.size() - qualified.size());
  if (name == "__main__.") name.clear();
  auto text = text_of(vm, exception);
  if (!text) vm.clear_error();
  return fmt::format("{}{}{}: {}\n", out, name, type->name->view(), text.value_or("<exception str() failed>"));
}

std::string format_exception(Vm& vm, Value exception, Suggestions suggestions) {
  Printing printing{vm, suggestions, {}, {}};
  print_exception(printing, exception, 0, false);
  return std::move(printing.out);
}

}  // namespace waiter::python
