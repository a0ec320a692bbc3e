#pragma once
// What the tables of methods share. A method that a subclass reaches with super() must do what the builtin type does and
// never look at the subclass's own methods again: plain() gives it an object that has none.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "python/operations.h"

namespace waiter::python {

/// Functions whose first argument is the class: dict.fromkeys.
void install_class_methods(Vm& vm, Type* type, std::span<const NativeDef> functions);
/// Read-only attributes whose getter gets the instance, as CPython's types in C have them.
void install_properties(Vm& vm, Type* type, std::span<const NativeDef> getters);
/// Properties, as CPython's classes in Python have them; those without a setter of the same name are read-only.
void install_properties(Vm& vm, Type* type, std::span<const NativeDef> getters, std::span<const NativeDef> setters);
/// __getnewargs__ of the immutable types: (the builtin value,).
Ref plain_new_args(Arguments& args);
/// __hash__ = None.
void make_unhashable(Vm& vm, Type* type);

/// The object itself if its type is C++'s own; else a copy of the builtin part of it (a MyList's items as a list).
[[nodiscard]] Ref plain(Vm& vm, Value value);
/// The instance of `type` (a subclass of the value's type, or that) with this value. For immutable values.
[[nodiscard]] Ref with_type(Vm& vm, Type* type, Ref value);

/// The class that a __new__ is to make an instance of. Null: TypeError set.
[[nodiscard]] Type* class_to_make(Arguments& args, Type* base);
/// Checks the number of arguments behind the first `offset` and that none is named, with the words of CPython's
/// PyArg_UnpackTuple ("int expected at most 2 arguments, got 3"). False: TypeError set.
[[nodiscard]] bool unpack_count(Arguments& args, std::string_view function, std::uint32_t offset, std::uint32_t min, std::uint32_t max);
[[nodiscard]] bool no_keywords(Arguments& args, std::string_view function);
/// The same arguments without the first ones.
[[nodiscard]] inline Arguments behind(const Arguments& args, std::uint32_t offset) {
  return {args.vm, args.values + offset, args.count - offset, args.names, args.callee};
}

/// A str argument, or TypeError "must be str, not int" in the words given ("{} must be str, not {}").
[[nodiscard]] bool need_str(Vm& vm, Value value, std::string_view what);
/// start and end of find(), index(), count() and their like over `length` items; negative ones from the end, clipped.
struct Bounds {
  std::int64_t start = 0, end = 0;
};
[[nodiscard]] std::optional<Bounds> bounds_of(Arguments& args, std::uint32_t first, std::int64_t length);
/// An index clipped to int64 rather than refused, as slices take theirs.
[[nodiscard]] std::optional<std::int64_t> clipped_index(Vm& vm, Value value);

/// A name given by a program, interned, for attribute functions.
[[nodiscard]] inline Str* name_of(Vm& vm, Value text) {
  Str* name = cast<Str>(text);
  return (name->flags & kInterned) != 0 ? name : intern(vm, name->view());
}

/// Room for `bytes` or MemoryError.
[[nodiscard]] inline bool room_for(Vm& vm, std::uint64_t bytes) {
  if (bytes < (1ull << 31) && vm.heap.may_allocate(bytes)) return true;
  vm.raise(vm.types.MemoryError, "");
  return false;
}

[[nodiscard]] inline Ref none() { return Ref(kNone); }
[[nodiscard]] inline Ref boolean(bool value) { return Ref(Value::from_bool(value)); }
/// -1 (exception), 0, 1 as a result.
[[nodiscard]] inline Ref boolean_or_error(int value) { return value < 0 ? Ref() : boolean(value != 0); }
[[nodiscard]] inline Ref none_or_error(bool fine) { return fine ? none() : Ref(); }

/// The six comparisons as methods of one type: `fits` says of the other operand whether it can be compared at all.
template <bool (*fits)(Vm&, Value), CompareKind kind>
Ref compare_plain(Arguments& args) {
  if (!fits(args.vm, args[1])) return Ref(kNotImplemented);
  const Ref left = plain(args.vm, args[0]), right = plain(args.vm, args[1]);
  if (!left || !right) return {};
  return compare(args.vm, kind, left, right);
}
template <bool (*fits)(Vm&, Value), BinaryKind kind>
Ref binary_plain(Arguments& args) {
  if (!fits(args.vm, args[1])) return Ref(kNotImplemented);
  const Ref left = plain(args.vm, args[0]), right = plain(args.vm, args[1]);
  if (!left || !right) return {};
  return binary(args.vm, kind, left, right);
}
template <bool (*fits)(Vm&, Value), BinaryKind kind>
Ref binary_reflected(Arguments& args) {
  if (!fits(args.vm, args[1])) return Ref(kNotImplemented);
  const Ref left = plain(args.vm, args[1]), right = plain(args.vm, args[0]);
  if (!left || !right) return {};
  return binary(args.vm, kind, left, right);
}

// clang-format off
#define WAITER_COMPARISONS(fits) \
  {"__eq__", compare_plain<fits, CompareKind::Eq>, 1, 1}, {"__ne__", compare_plain<fits, CompareKind::Ne>, 1, 1}, \
  {"__lt__", compare_plain<fits, CompareKind::Lt>, 1, 1}, {"__le__", compare_plain<fits, CompareKind::Le>, 1, 1}, \
  {"__gt__", compare_plain<fits, CompareKind::Gt>, 1, 1}, {"__ge__", compare_plain<fits, CompareKind::Ge>, 1, 1}
#define WAITER_BINARY(name, fits, kind) \
  {"__" name "__", binary_plain<fits, BinaryKind::kind>, 1, 1}, {"__r" name "__", binary_reflected<fits, BinaryKind::kind>, 1, 1}
// clang-format on

// Methods that every builtin value has, by what the operations make of the plain value.
Ref plain_repr(Arguments& args);
Ref plain_str(Arguments& args);
Ref plain_hash(Arguments& args);
Ref plain_length(Arguments& args);
Ref plain_iterator(Arguments& args);
Ref plain_contains(Arguments& args);
Ref plain_get_item(Arguments& args);
Ref plain_truth(Arguments& args);
Ref plain_format(Arguments& args);
/// __class_getitem__: list[int].
Ref class_get_item(Arguments& args);
/// A generic alias. `items` is a tuple or one type.
Ref make_alias(Vm& vm, Value origin, Value items);
/// int | str; NotImplemented if one of them is no type.
Ref make_union(Vm& vm, Value left, Value right);
/// Everything of a type statement behind its body: the class, its __class__ cell, __set_name__, __init_subclass__.
/// `keywords` are the class statement's but `metaclass`, their values behind.
Ref finish_class(Vm& vm, Type* meta, Str* name, std::span<const Value> bases, Dict* names, const Tuple* keywords, const Value* keyword_values);
/// The most derived metaclass of the bases and `meta`. Null: TypeError set.
Type* common_metaclass(Vm& vm, Type* meta, std::span<const Value> bases);
/// Names of an object, as dir() lists them: sorted, a new list.
Ref names_of_object(Vm& vm, Value object);

/// Sorts the items in place, stably. `key` and `reverse` as list.sort has them; key may be None. False: exception.
bool sort_items(Vm& vm, List* list, Value key, bool reverse);

/// A list of what iterating gives, as PySequence_Fast makes it: of the iterator, so that how long the object says it is does not matter.
/// A class of the program's with a `maker` (__init__ or __new__) of its own takes its keywords there: the base's own one passes them over.
void pass_over_keywords(Arguments& args, const Type* type, const Type* base, Str* maker);
[[nodiscard]] Ref list_of_items(Vm& vm, Value iterable);

/// What C reads as Py_ssize_t, as int, as a byte of a bytearray: to_int64 with the words that each has for what is too large.
[[nodiscard]] std::optional<std::int64_t> to_ssize(Vm& vm, Value value);
[[nodiscard]] std::optional<std::int64_t> to_c_int(Vm& vm, Value value);
[[nodiscard]] std::optional<std::int64_t> to_byte(Vm& vm, Value value);

}  // namespace waiter::python
