#pragma once
// Which functions a program's text calls, by their full names: `asyncio.gather(...)`, also when it was imported as
// `from asyncio import gather` or under another name. Read from the words of the program: what stands in comments and strings is
// no call. It does not run anything, and a name that a variable took over is not followed.

#include <string_view>

namespace waiter::lesson {

[[nodiscard]] bool source_calls(std::string_view source, std::string_view dotted_name);

}  // namespace waiter::lesson
