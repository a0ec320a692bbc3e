#include "lesson/prediction.h"

#include <cstdlib>

#include "trace/assert.h"

namespace waiter::lesson {
namespace {

// A choice of "1.5 s" stays right when the program also computes a little: the clock moves by whole milliseconds.
constexpr trace::Time kTimeTolerance = 5 * trace::kMillisecond;

bool fits(const Prediction& prediction, const Choice& choice, const Evidence& evidence) {
  if (const auto* quantity = std::get_if<Quantity>(&prediction.measure)) {
    const std::int64_t measured = measure(*quantity, evidence);
    const std::int64_t said = std::get<std::int64_t>(choice.value);
    return is_time(quantity->kind) ? std::abs(measured - said) < kTimeTolerance : measured == said;
  }
  return printed_line(evidence.trace, std::get<std::int64_t>(prediction.measure)) == std::get<std::string>(choice.value);
}

}  // namespace

std::optional<std::size_t> right_choice(const Prediction& prediction, const Evidence& evidence) {
  std::optional<std::size_t> right;
  for (std::size_t i = 0; i < prediction.choices.size(); ++i) {
    if (!fits(prediction, prediction.choices[i], evidence)) continue;
    if (right) return std::nullopt;
    right = i;
  }
  return right;
}

std::string measured_words(const Prediction& prediction, const Evidence& evidence) {
  if (const auto* quantity = std::get_if<Quantity>(&prediction.measure)) {
    return value_words(quantity->kind, measure(*quantity, evidence));
  }
  return printed_line(evidence.trace, std::get<std::int64_t>(prediction.measure)).value_or("no such line");
}

std::string explanation(const Prediction& prediction, std::size_t choice, std::size_t answer) {
  WAITER_ASSERT(choice < prediction.choices.size(), "what was chosen is a choice");
  WAITER_ASSERT(answer < prediction.choices.size(), "the answer is a choice");
  static constexpr std::string_view kAnswer = "{answer}";
  std::string text = choice == answer ? prediction.right : prediction.wrong;
  const std::string& words = prediction.choices[answer].text;
  for (std::size_t at = text.find(kAnswer); at != std::string::npos; at = text.find(kAnswer, at + words.size())) {
    text.replace(at, kAnswer.size(), words);
  }
  return text;
}

std::optional<trace::Time> time_of_choice(const Prediction& prediction, std::size_t choice) {
  WAITER_ASSERT(choice < prediction.choices.size(), "what was chosen is a choice");
  const auto* quantity = std::get_if<Quantity>(&prediction.measure);
  if (quantity == nullptr || quantity->kind != Quantity::Kind::TotalTime) return std::nullopt;
  return std::get<std::int64_t>(prediction.choices[choice].value);
}

}  // namespace waiter::lesson
