#include "transcript_difference.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <cstdio>

namespace waiter::conformance {
namespace {

using nlohmann::json;

constexpr std::size_t kContextLines = 2;  // shown before the first line that differs
constexpr std::size_t kShownLines = 4;    // shown from there on

std::int64_t nanoseconds(const json& seconds) {
  return seconds.is_number() ? std::llround(seconds.get<double>() * 1e9) : -1;
}

std::string seconds_text(std::int64_t time_ns) {
  char text[48];
  std::snprintf(text, sizeof text, "%lld.%09lld s", static_cast<long long>(time_ns / 1'000'000'000),
                static_cast<long long>(time_ns % 1'000'000'000));
  return text;
}

/// A string as a JSON literal: newlines and blanks at the end can be seen.
std::string quoted(const std::string& text) {
  return json(text).dump(-1, ' ', false, json::error_handler_t::replace);
}

/// The lines of `text`, each with its newline; the last one may lack it.
std::vector<std::string> lines_of(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t length = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.emplace_back(text.substr(0, length));
    text.remove_prefix(length);
  }
  return lines;
}

struct TimedText {
  std::int64_t time_ns;
  std::string text;
};

/// Writes of one instant joined; instants without text left out.
std::vector<TimedText> instants(const json& writes) {
  std::vector<TimedText> result;
  if (!writes.is_array()) return result;
  for (const json& write : writes) {
    if (!write.is_object() || !write.contains("t") || !write.contains("text") || !write["text"].is_string()) continue;
    const std::int64_t time_ns = nanoseconds(write["t"]);
    const std::string text = without_addresses(write["text"].get_ref<const std::string&>());
    if (text.empty()) continue;
    if (!result.empty() && result.back().time_ns == time_ns) {
      result.back().text += text;
    } else {
      result.push_back({time_ns, text});
    }
  }
  return result;
}

std::vector<std::string> timed_lines(const json& writes) {
  std::vector<std::string> lines;
  for (const TimedText& instant : instants(writes)) {
    for (const std::string& line : lines_of(instant.text)) {
      lines.push_back(seconds_text(instant.time_ns) + "  " + quoted(line));
    }
  }
  return lines;
}

std::string excerpt(const std::vector<std::string>& lines, std::size_t from) {
  std::string text;
  const std::size_t begin = from - std::min(from, kContextLines);
  const std::size_t end = std::min(lines.size(), from + kShownLines);
  for (std::size_t i = begin; i < end; ++i) text += (i == from ? "  > " : "    ") + lines[i] + "\n";
  if (from >= lines.size()) text += "  > (nothing more)\n";
  if (end < lines.size()) text += "    ... " + std::to_string(lines.size() - end) + " more\n";
  return text;
}

std::vector<Difference> line_differences(std::string what, const std::vector<std::string>& expected,
                                         const std::vector<std::string>& got) {
  if (expected == got) return {};
  const auto parting = std::mismatch(expected.begin(), expected.end(), got.begin(), got.end());
  const auto at = static_cast<std::size_t>(parting.first - expected.begin());
  what += ", line " + std::to_string(at + 1);
  return {{std::move(what), excerpt(expected, at), excerpt(got, at)}};
}

std::string shown(const json& value) {
  return "    " + value.dump(-1, ' ', false, json::error_handler_t::replace) + "\n";
}

/// Equal as JSON, numbers as nanoseconds and strings without addresses.
bool same(const json& a, const json& b) {
  if (a.is_number_float() || b.is_number_float()) {
    return a.is_number() && b.is_number() && nanoseconds(a) == nanoseconds(b);
  }
  if (a.is_string() && b.is_string()) {
    return without_addresses(a.get_ref<const std::string&>()) == without_addresses(b.get_ref<const std::string&>());
  }
  if (a.is_array() && b.is_array()) return std::equal(a.begin(), a.end(), b.begin(), b.end(), same);
  if (a.is_object() && b.is_object()) {
    return a.size() == b.size() && std::all_of(a.items().begin(), a.items().end(), [&b](const auto& item) {
             return b.contains(item.key()) && same(item.value(), b[item.key()]);
           });
  }
  return a == b;
}

void compare_error(const json& golden, const json& got, std::vector<Difference>& found) {
  if (!golden.is_object() || !got.is_object()) {
    if (golden != got) found.push_back({"error", shown(golden), shown(got)});
    return;
  }
  for (const auto& [key, value] : golden.items()) {
    const json other = got.contains(key) ? got[key] : json();
    if (!same(value, other)) found.push_back({"error." + key, shown(value), shown(other)});
  }
}

}  // namespace

std::vector<Difference> differences(const json& golden, const json& got) {
  std::vector<Difference> found;
  if (!got.is_object()) return {{"transcript", "    an object\n", shown(got)}};
  for (const char* key : {"output", "clients", "ended", "error"}) {
    if (!golden.contains(key)) continue;
    const json& expected = golden[key];
    if (!got.contains(key)) {
      found.push_back({key, shown(expected), "    (no such key)\n"});
    } else if (key == std::string_view("output")) {
      if (!got[key].is_array()) found.push_back({key, "    an array\n", shown(got[key])});
      auto lines = line_differences(key, timed_lines(expected), timed_lines(got[key]));
      found.insert(found.end(), lines.begin(), lines.end());
    } else if (key == std::string_view("error")) {
      compare_error(expected, got[key], found);
    } else if (!same(expected, got[key])) {
      found.push_back({key, shown(expected), shown(got[key])});
    }
  }
  return found;
}

std::vector<Difference> text_differences(std::string what, std::string_view expected, std::string_view got) {
  auto quoted_lines = [](std::string_view text) {
    std::vector<std::string> lines = lines_of(without_addresses(text));
    std::transform(lines.begin(), lines.end(), lines.begin(), quoted);
    return lines;
  };
  return line_differences(std::move(what), quoted_lines(expected), quoted_lines(got));
}

std::string joined_output(const json& transcript) {
  std::string text;
  if (transcript.is_object() && transcript.contains("output")) {
    for (const TimedText& instant : instants(transcript["output"])) text += instant.text;
  }
  return text;
}

std::string without_addresses(std::string_view text) {
  constexpr std::string_view kMark = " at 0x";
  std::string result;
  for (std::size_t at = text.find(kMark); at != std::string_view::npos; at = text.find(kMark)) {
    result += text.substr(0, at + kMark.size());
    text.remove_prefix(at + kMark.size());
    while (!text.empty() && std::isxdigit(static_cast<unsigned char>(text.front())) != 0) text.remove_prefix(1);
  }
  result += text;
  return result;
}

}  // namespace waiter::conformance
