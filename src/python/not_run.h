#pragma once
// What CPython runs and One Waiter does not, by name, each with what is the usual way instead: the one place from which
// programs are refused before they begin, from which a call that gets there all the same takes its words, and from which
// the table of what is supported is made. It knows nothing that is run: a name that comes to be registered is found
// before anybody asks here.

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace waiter::python {

struct NotRun {
  std::string_view name;     ///< as the sentence says it: "complex numbers", "open()", "the module csv"'s "csv"
  std::string_view instead;  ///< "... is the usual way"
};

/// Syntax that the compiler refuses; the order of `not_run_syntax()`.
enum class SyntaxNotRun : std::uint8_t { ComplexNumber, Metaclass, BarryAsFlufl };

[[nodiscard]] std::span<const NotRun> not_run_syntax();
[[nodiscard]] std::span<const NotRun> not_run_builtins();  ///< by the name that a program calls: "open"
[[nodiscard]] std::span<const NotRun> not_run_modules();   ///< of CPython's library: what is not of it is not there, as in CPython

/// The public names of a module that is run, for those parts of it that are not, parted by spaces; empty if all are there.
/// names_not_run.inc, made by tests/conformance/make_names_not_run from what CPython's own module holds.
[[nodiscard]] std::string_view names_not_run(std::string_view module);
[[nodiscard]] bool is_name_not_run(std::string_view module, std::string_view name);

/// "One Waiter does not run X yet (line n): Y is the usual way". Without a line where a traceback says it; without a usual
/// way where none is known.
[[nodiscard]] std::string refusal(std::string_view what, std::string_view instead, std::uint32_t line = 0);

/// The sentences for a module (or one of its submodules), a builtin function, a name of a module that is run. Empty if
/// nothing is known of it.
[[nodiscard]] std::string refusal_of_module(std::string_view module, std::uint32_t line = 0);
[[nodiscard]] std::string refusal_of_builtin(std::string_view name, std::uint32_t line = 0);
[[nodiscard]] std::string refusal_of_name(std::string_view module, std::string_view name, std::uint32_t line = 0);

}  // namespace waiter::python
