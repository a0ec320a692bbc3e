#pragma once
// The table of what programs may use (python/supported.h), as JSON for the page and as the Markdown that ARCHITECTURE.md
// holds.
//
//   {"syntax":   {"not_run": [{"name", "instead"}]},
//    "builtins": {"run": ["abs", ...], "exceptions": ["ArithmeticError", ...], "not_run": [{"name", "instead"}]},
//    "modules":  {"run": [{"name", "not_run": ["name", ...]}], "not_run": [{"name", "instead"}]}}

#include <string>

#include <nlohmann/json_fwd.hpp>

namespace waiter::playground {

[[nodiscard]] nlohmann::ordered_json supported_json();
[[nodiscard]] std::string supported_markdown();

}  // namespace waiter::playground
