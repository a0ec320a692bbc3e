#pragma once
// What the files of the module itertools share: one layout for all its iterators but the combinatoric ones, and how a type is
// made of a step and a maker. A step runs the program's functions by nested calls, as map and filter do.

#include "python/modules/iterator_type.h"

namespace waiter::python {

/// What each type keeps in which place stands with its step.
struct ItertoolsIterator : Extension {
  Value values[5];          ///< owned; empty: not there
  std::int64_t numbers[3];
  bool flag;
};

void release_itertools(Vm& vm, Extension* extension);
void traverse_itertools(Extension* extension, void (*visit)(void*, Value), void* context);

[[nodiscard]] constexpr ExtensionTraits itertools_traits(Ref (*next)(Vm&, Extension*)) {
  ExtensionTraits traits{};
  traits.size = sizeof(ItertoolsIterator);
  traits.release = release_itertools;
  traits.traverse = traverse_itertools;
  traits.next = next;
  traits.no_weak_references = true;
  return traits;
}

/// Puts a new reference where the old one goes; empty: nothing from now on.
inline void put(Value& place, Value value) {
  const Value old = std::exchange(place, value.is_empty() ? Value() : Ref(value).release());
  if (!old.is_empty()) decref(old);
}

/// The type, with its iterator protocol and __new__, as a name of the module.
Type* add_iterator_type(Vm& vm, Module* module, const char* name, const ExtensionTraits* traits, const NativeDef* maker,
                        std::span<const NativeDef> methods = {});
/// The walk from here on: with the same values, or with copies of them that `deepen` makes.
[[nodiscard]] Ref copy_of_itertools(Vm& vm, const ItertoolsIterator* self, Value deepen, Value memo);
/// copy.deepcopy.
[[nodiscard]] Ref deepcopy_function(Vm& vm);
/// A bare instance of the class that __new__ got (REQUIRES: args[0] is a type).
[[nodiscard]] inline ItertoolsIterator* new_itertools(Arguments& args) {
  return static_cast<ItertoolsIterator*>(allocate_instance(args.vm, cast<Type>(args[0])));
}
/// No keywords, and so many arguments behind the class. False: TypeError set.
[[nodiscard]] bool positional_only(Arguments& args, const char* name, std::uint32_t min, std::uint32_t max);

void add_itertools_streams(Vm& vm, Module* module);
void add_itertools_selections(Vm& vm, Module* module);
void add_itertools_groups(Vm& vm, Module* module);
void add_itertools_combinatorics(Vm& vm, Module* module);

}  // namespace waiter::python
