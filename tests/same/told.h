#pragma once
// Everything that a run shows, as text: lanes, events, output, how it ended. Two builds of the engine are the same if they tell the same.

#include <string>

namespace waiter::same {

/// Runs the program with limits so small that a thousand programs are told in a minute.
[[nodiscard]] std::string told(const std::string& program);

}  // namespace waiter::same
