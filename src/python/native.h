#pragma once
// How C++ functions are offered to programs: a table of NativeDefs, installed in a module or a type.

#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>

#include "python/object.h"

namespace waiter::python {

class Vm;

/// What a native function is called with. Values are borrowed. A method's self is values[0] and counted in `count`.
struct Arguments {
  Vm& vm;
  const Value* values;
  std::uint32_t count;   ///< positional ones
  const Tuple* names;    ///< of keyword arguments, whose values follow the positional ones; may be null
  const Native* callee;  ///< may be null when C++ calls directly
  bool are_refused = false;  ///< by bind_as_python: CPython would have made no frame of them

  [[nodiscard]] Value operator[](std::uint32_t index) const { return values[index]; }
  [[nodiscard]] Value get(std::uint32_t index, Value otherwise = kNone) const {
    return index < count ? values[index] : otherwise;
  }
  [[nodiscard]] std::uint32_t keyword_count() const { return names == nullptr ? 0 : names->count; }
  /// A keyword argument's value; empty if it was not given.
  [[nodiscard]] Value keyword(std::string_view name) const;
};

/// Returns a new reference; empty means that an exception is set. kUnbound (see Vm::run_instead) means that a frame was
/// entered whose result becomes the call's.
using NativeFunction = Ref (*)(Arguments& args);

enum class Takes : std::uint8_t {
  Positional,  ///< min..max arguments, none by keyword
  Keywords,    ///< the function looks at keywords itself (bind_arguments)
  AsPython,    ///< it stands for a function written in Python: bind_as_python
  Coroutine,   ///< for an `async def`: likewise
};

struct NativeDef {
  const char* name;
  NativeFunction function;
  std::int16_t min = 0;
  std::int16_t max = 0;  ///< -1: any number
  Takes takes = Takes::Positional;
};

/// Sorts positional and keyword arguments into `out`, one for each parameter name (empty where not given), as CPython's
/// argument clinic does. A name that begins with '*' starts the keyword-only ones (the star itself is no parameter).
/// `required` counts from the front. False: TypeError set.
[[nodiscard]] bool bind_arguments(Arguments& args, std::string_view function, std::initializer_list<std::string_view> parameters,
                                  std::size_t required, Value* out);

/// CPython has it in Python.
[[nodiscard]] inline bool stands_for_python(const Native* native) {
  return native->def->takes == Takes::AsPython || native->def->takes == Takes::Coroutine;
}

/// The parameters of a function that CPython has in Python, all that can be given by position first.
struct Signature {
  const char* qualname;
  std::span<const char* const> positional;    ///< `self` included
  std::size_t required;                       ///< from the front
  std::span<const char* const> keyword_only = {};  ///< all with defaults
};
/// Sorts the arguments into `out`, one for each parameter (empty where not given), with the complaints of a Python function.
[[nodiscard]] bool bind_as_python(Arguments& args, const Signature& signature, Value* out);

/// A native of fixed parameters, all of which are given, as a function written in Python takes them.
template <NativeFunction function, const Signature& signature>
Ref as_python(Arguments& args) {
  constexpr std::size_t kMost = 4;
  Value values[kMost];
  const std::size_t count = signature.positional.size();
  if (!bind_as_python(args, signature, values)) return {};
  Arguments bound{args.vm, values, static_cast<std::uint32_t>(count), nullptr, args.callee};
  return function(bound);
}

void install(Vm& vm, Module* module, std::span<const NativeDef> functions);
void install(Vm& vm, Type* type, std::span<const NativeDef> methods);
/// Functions without self, reached through the type: every __new__.
void install_static(Vm& vm, Type* type, std::span<const NativeDef> functions);

}  // namespace waiter::python
