#include "lesson/check.h"

#include <algorithm>

#include <fmt/format.h>

#include "lesson/source_calls.h"
#include "playground/wording.h"
#include "trace/assert.h"

namespace waiter::lesson {
namespace {

using playground::excerpt;
using world::JsonPlace;

constexpr std::int64_t kCountMax = 1'000'000'000;
constexpr std::size_t kShownCodePoints = 60;

// --- reading -------------------------------------------------------------------------------------------------------

std::optional<std::int64_t> read_bound(const JsonPlace& place, const char* key, Quantity::Kind kind) {
  const auto bound = place.find(key);
  if (!bound) return std::nullopt;
  return is_time(kind) ? bound->time() : bound->integer(0, kCountMax);
}

Check read_quantity(const JsonPlace& place, Quantity::Kind kind) {
  Check check;
  check.kind = Check::Kind::Quantity;
  check.quantity.kind = kind;
  if (kind == Quantity::Kind::LongestWait) {
    place.only_keys({"at_least", "at_most", "equals", "function"});
    if (const auto function = place.find("function")) check.quantity.function = function->text();
  } else {
    place.only_keys({"at_least", "at_most", "equals"});
  }
  check.at_least = read_bound(place, "at_least", kind);
  check.at_most = read_bound(place, "at_most", kind);
  check.equals = read_bound(place, "equals", kind);
  if (place.value().is_object() && !check.at_least && !check.at_most && !check.equals) {
    place.fail("needs \"at_least\", \"at_most\" or \"equals\"");
  }
  return check;
}

Check read_parts(const JsonPlace& place, Check::Kind kind) {
  Check check;
  check.kind = kind;
  for (const JsonPlace& part : place.items()) check.parts.push_back(read_check(part));
  if (place.value().is_array() && check.parts.empty()) place.fail("must not be empty");
  return check;
}

Check read_text(const JsonPlace& place, Check::Kind kind) {
  Check check;
  check.kind = kind;
  check.text = place.text();
  return check;
}

Check read_output_line(const JsonPlace& place) {
  place.only_keys({"number", "is"});
  Check check;
  check.kind = Check::Kind::OutputLine;
  if (const auto number = place.need("number")) {
    check.line_number = number->integer(-kCountMax, kCountMax);
    if (check.line_number == 0) number->fail("must not be 0: lines count from 1, or from -1 backwards");
  }
  if (const auto text = place.need("is")) check.text = text->string();
  return check;
}

// --- judging -------------------------------------------------------------------------------------------------------

// What is the case, and what was wanted, or not wanted within a "not"; each without a full stop.
struct Finding {
  bool met = false;
  std::string fact;
  std::string wanted;
  std::string unwanted;
};

std::string bounds_words(const Check& check) {
  const auto words = [&check](std::int64_t value) { return value_words(check.quantity.kind, value); };
  if (check.equals) return words(*check.equals);
  if (check.at_least && check.at_most) return fmt::format("from {} to {}", words(*check.at_least), words(*check.at_most));
  if (check.at_least) return fmt::format("{} or more", words(*check.at_least));
  return fmt::format("{} or less", words(*check.at_most));
}

Finding find_quantity(const Check& check, const Evidence& evidence) {
  const std::int64_t value = measure(check.quantity, evidence);
  Finding out;
  out.met = (!check.at_least || value >= *check.at_least) && (!check.at_most || value <= *check.at_most) &&
            (!check.equals || value == *check.equals);
  out.fact = fact_words(check.quantity, value);
  out.wanted = "the goal is " + bounds_words(check);
  out.unwanted = "the goal is anything but " + bounds_words(check);
  return out;
}

// The function of the task that finished last, the main task apart.
std::optional<std::string> last_done(const trace::Trace& trace) {
  std::optional<std::string> last;
  for (const trace::Event& event : trace.events) {
    const trace::Lane& lane = trace.lanes[event.lane];
    const bool is_main = lane.maker == trace::kLoopLane || lane.maker == trace::kNoLane;
    if (event.kind == trace::EventKind::LaneDone && lane.kind == trace::LaneKind::Task && !is_main) last = trace.subtitle(event.lane);
  }
  return last;
}

Finding find(const Check& check, const Evidence& evidence) {
  const std::string shown = excerpt(check.text, kShownCodePoints);
  switch (check.kind) {
    case Check::Kind::Quantity: return find_quantity(check, evidence);
    case Check::Kind::OutputContains: {
      std::string all;
      for (const trace::Output& output : evidence.trace.outputs) {
        if (!output.is_error) all += output.text;
      }
      const bool met = all.find(check.text) != std::string::npos;
      return {met, fmt::format("“{}” is {} in the output", shown, met ? "found" : "not found"), "it should be there",
              "it should not be there"};
    }
    case Check::Kind::OutputLine: {
      const auto line = printed_line(evidence.trace, check.line_number);
      const std::string which = check.line_number == -1  ? std::string("The last line")
                                : check.line_number < 0  ? fmt::format("Line {} from the end", -check.line_number)
                                                         : fmt::format("Line {}", check.line_number);
      return {line == check.text,
              line ? fmt::format("{} of the output is “{}”", which, excerpt(*line, kShownCodePoints))
                   : fmt::format("{} of the output is missing", which),
              fmt::format("the goal is “{}”", shown), "it should be another one"};
    }
    case Check::Kind::Calls: {
      const bool met = source_calls(evidence.source, check.text);
      return {met, fmt::format("The program {} {}", met ? "calls" : "does not call", check.text), "it should",
              "it should do without"};
    }
    case Check::Kind::LastDone: {
      const auto last = last_done(evidence.trace);
      return {last == check.text,
              last ? fmt::format("{} was the last to finish", *last) : std::string("No task but the main one has finished"),
              fmt::format("it should be {}", shown), "it should be another one"};
    }
    case Check::Kind::EndedWithoutError: {
      const bool clean = !evidence.error;
      return {clean == check.flag,
              clean ? std::string("The program ended without an error")
                    : fmt::format("The program ended with {}", evidence.error->type),
              check.flag ? "it should end without an error" : "it should end with an error",
              check.flag ? "it should end with an error" : "it should end without an error"};
    }
    case Check::Kind::All:
    case Check::Kind::Any:
    case Check::Kind::Not: break;
  }
  WAITER_ASSERT(false, "compositions have parts instead of a finding");
}

std::string sentence(const Finding& finding, bool wanted) {
  return fmt::format("{}; {}.", finding.fact, wanted ? finding.wanted : finding.unwanted);
}

// `wanted` is false within an odd number of "not": then all and any change places (De Morgan).
Verdict judge_part(const Check& check, const Evidence& evidence, bool wanted) {
  if (check.kind == Check::Kind::Not) return judge_part(check.parts.front(), evidence, !wanted);
  const bool composed = check.kind == Check::Kind::All || check.kind == Check::Kind::Any;
  if (!composed) {
    const Finding finding = find(check, evidence);
    if (finding.met == wanted) return {true, {}};
    return {false, sentence(finding, wanted)};
  }
  const bool every = (check.kind == Check::Kind::All) == wanted;
  Verdict first_unmet{true, {}};
  for (const Check& part : check.parts) {
    const Verdict verdict = judge_part(part, evidence, wanted);
    if (!verdict.met && first_unmet.met) first_unmet = verdict;
    if (every && !verdict.met) return verdict;
    if (!every && verdict.met) return verdict;
  }
  if (every) return {true, {}};
  // None of several ways: the first is told, and that there are others.
  if (check.parts.size() > 1) first_unmet.why += fmt::format(" There {} to reach this goal.", check.parts.size() == 2 ? "is another way" : "are other ways");
  return first_unmet;
}

bool asks_about_errors(const Check& check) {
  return check.kind == Check::Kind::EndedWithoutError ||
         std::any_of(check.parts.begin(), check.parts.end(), asks_about_errors);
}

std::string error_words(const world::ProgramError& error) {
  const std::string where = error.line == 0 ? std::string() : fmt::format(" (line {})", error.line);
  if (error.kind == world::ProgramError::Kind::Syntax) {
    return fmt::format("The program cannot run yet{}: {}.", where, excerpt(error.message, kShownCodePoints));
  }
  if (error.message.empty()) return fmt::format("The program ended with {}{}.", error.type, where);
  return fmt::format("The program ended with {}{}: {}.", error.type, where, excerpt(error.message, kShownCodePoints));
}

}  // namespace

Check read_check(const JsonPlace& place) {
  const auto& value = place.value();
  if (!value.is_object() || value.size() != 1) {
    place.fail("must be an object with exactly one condition");
    return {};
  }
  const std::string name = value.begin().key();
  const JsonPlace inner = *place.find(name);
  if (const auto quantity = quantity_named(name)) return read_quantity(inner, *quantity);
  if (name == "no_block_over") {
    Check check;
    check.kind = Check::Kind::Quantity;
    check.quantity.kind = Quantity::Kind::LongestBlock;
    check.at_most = inner.time();
    return check;
  }
  if (name == "output_contains") return read_text(inner, Check::Kind::OutputContains);
  if (name == "output_line") return read_output_line(inner);
  if (name == "calls") return read_text(inner, Check::Kind::Calls);
  if (name == "last_done") return read_text(inner, Check::Kind::LastDone);
  if (name == "ended_without_error") {
    Check check;
    check.kind = Check::Kind::EndedWithoutError;
    check.flag = inner.boolean();
    return check;
  }
  if (name == "all") return read_parts(inner, Check::Kind::All);
  if (name == "any") return read_parts(inner, Check::Kind::Any);
  if (name == "not") {
    Check check;
    check.kind = Check::Kind::Not;
    check.parts.push_back(read_check(inner));
    return check;
  }
  inner.fail("is not a condition that is known here");
  return {};
}

Verdict judge(const Check& check, const Evidence& evidence) {
  if (!evidence.finished) return {false, "The program is still running."};
  if (evidence.error && !asks_about_errors(check)) return {false, error_words(*evidence.error)};
  return judge_part(check, evidence, /*wanted=*/true);
}

std::vector<std::string> printed_lines(const trace::Trace& trace) {
  std::vector<std::string> lines;
  bool open = false;
  for (const trace::Output& output : trace.outputs) {
    if (output.is_error) continue;
    for (const char c : output.text) {
      if (!open) lines.emplace_back();
      open = c != '\n';
      if (open) lines.back() += c;
    }
  }
  return lines;
}

std::optional<std::string> printed_line(const trace::Trace& trace, std::int64_t number) {
  const auto lines = printed_lines(trace);
  const auto count = static_cast<std::int64_t>(lines.size());
  const std::int64_t index = number > 0 ? number - 1 : count + number;
  if (index < 0 || index >= count) return std::nullopt;
  return lines[static_cast<std::size_t>(index)];
}

}  // namespace waiter::lesson
