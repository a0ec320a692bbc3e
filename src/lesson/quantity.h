#pragma once
// What can be measured in a run: the vocabulary of goals ("total_time at most 1.5") and of predictions. Each quantity is
// one row of a table with the name that lessons use.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lesson/evidence.h"

namespace waiter::lesson {

// clang-format off
/// X(kind, name in lessons, whether it is a time, what it is)
#define WAITER_QUANTITIES(X)                                                                                    \
  X(TotalTime,      "total_time",      true,  "from the start to the end of the program")                        \
  X(LongestWait,    "longest_wait",    true,  "of one task (of one function), from stepping aside to being ready") \
  X(LongestBlock,   "longest_block",   true,  "the longest that one step of a task held the loop")               \
  X(LagMax,         "lag_max",         true,  "the longest that a task was ready and not served")                \
  X(ConcurrencyMax, "concurrency_max", false, "the most tasks that waited at one time for something else than another task") \
  X(Tasks,          "tasks",           false, "tasks made, the main task among them")                            \
  X(Turns,          "turns",           false, "turns of the event loop")                                         \
  X(OutputLines,    "output_lines",    false, "lines printed")
// clang-format on

struct Quantity {
  enum class Kind : std::uint8_t {
#define WAITER_QUANTITY(kind, name, is_time, meaning) kind,
    WAITER_QUANTITIES(WAITER_QUANTITY)
#undef WAITER_QUANTITY
  };
  Kind kind = Kind::TotalTime;
  std::string function;  ///< LongestWait: only tasks of this function; empty: of any
};

[[nodiscard]] std::optional<Quantity::Kind> quantity_named(std::string_view name);
[[nodiscard]] bool is_time(Quantity::Kind kind);

/// Nanoseconds or a count.
[[nodiscard]] std::int64_t measure(const Quantity& quantity, const Evidence& evidence);
/// "1.5 s" or "3".
[[nodiscard]] std::string value_words(Quantity::Kind kind, std::int64_t value);
/// "The program took 2.5 s": without a full stop.
[[nodiscard]] std::string fact_words(const Quantity& quantity, std::int64_t value);

}  // namespace waiter::lesson
