#pragma once
// The modules, or parts of modules, that are written in Python: src/python/prelude/*.py, embedded at build time. Floors
// above add theirs (asyncio) by registering more.

#include <string>
#include <string_view>
#include <vector>

namespace waiter::python {

/// The source of a module's Python part; empty if it has none.
[[nodiscard]] std::string_view prelude_source(std::string_view module);
/// Whether there is one for a module within `package`.
[[nodiscard]] bool has_prelude_below(std::string_view package);
[[nodiscard]] std::vector<std::string> prelude_modules();  ///< all of them, sorted
/// Adds a source that lives for ever (a string literal). Called by upper floors before the first VM.
void add_prelude(std::string_view module, std::string_view source);

}  // namespace waiter::python
