#pragma once
// A goal's condition: a property of a run that many different programs can have. Conditions are data (JSON) and compose;
// one that is not met says why in one sentence with the run's numbers. Checks know no lesson.
//
//   {"total_time": {"at_most": 1.5}}     any quantity (quantity.h) with at_least, at_most or equals, times in seconds
//   {"longest_wait": {"function": "make_coffee", "at_least": 1}}
//   {"no_block_over": 0.1}               no step of a task holds the loop longer
//   {"output_contains": "ready"}         somewhere in what was printed
//   {"output_line": {"number": 1, "is": "..."}}    "number" from 1; -1 is the last line
//   {"calls": "asyncio.gather"}          the program's text calls it
//   {"last_done": "make_coffee"}         of all tasks but the main one, the last to finish runs this function
//   {"ended_without_error": true}
//   {"all": [...]}, {"any": [...]}, {"not": ...}
//
// A program that ended with an error, or has not ended, meets no goal but one that asks for the error.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "lesson/evidence.h"
#include "lesson/quantity.h"
#include "world/json_place.h"

namespace waiter::lesson {

struct Check {
  enum class Kind : std::uint8_t { Quantity, OutputContains, OutputLine, Calls, LastDone, EndedWithoutError, All, Any, Not };
  Kind kind = Kind::All;
  Quantity quantity;
  std::optional<std::int64_t> at_least, at_most, equals;  ///< Quantity: nanoseconds or a count
  std::string text;              ///< what is contained, equal, called, or last
  std::int64_t line_number = 1;  ///< OutputLine
  bool flag = true;              ///< EndedWithoutError
  std::vector<Check> parts;      ///< All, Any, Not (one)
};

struct Verdict {
  bool met = false;
  std::string why;  ///< one sentence when it is not met, else empty
};

/// Mistakes are recorded in the place; what comes back is then not to be used.
[[nodiscard]] Check read_check(const world::JsonPlace& place);
[[nodiscard]] Verdict judge(const Check& check, const Evidence& evidence);
/// What the program printed, line by line, without newlines.
[[nodiscard]] std::vector<std::string> printed_lines(const trace::Trace& trace);
/// Line `number` from 1, or from -1 backwards; nothing if there is no such line.
[[nodiscard]] std::optional<std::string> printed_line(const trace::Trace& trace, std::int64_t number);

}  // namespace waiter::lesson
