#pragma once
// Turns the target of a request line into the path that is asked for, or refuses it.
//
// The result never contains "." or ".." as a segment, a backslash, a control character or a percent sign's leftovers: a
// second reader of the path cannot understand it differently. (The file store would not find such a name anyway; it
// knows only the names it saw when it walked the folder.)

#include <optional>
#include <string>
#include <string_view>

namespace waiter::server {

struct RequestTarget {
  std::string path;       // decoded, begins with '/'
  std::string authority;  // only where the target was a whole URL ("http://host:port/path"); it replaces Host
};

/// nullopt: not a target that a well-meaning client sends.
[[nodiscard]] std::optional<RequestTarget> parse_target(std::string_view target);

}  // namespace waiter::server
