#pragma once
// Types and shapes: making classes, the method resolution order, looking names up in it (with a cache), and the attributes
// that instances carry. What the attribute protocol makes of them (descriptors, __getattr__) is in attributes.cpp.

#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "python/object.h"

namespace waiter::python {

class Vm;

/// Which attribute is in which slot. Instances that get the same attributes in the same order share a shape, so that an
/// inline cache only has to compare a pointer. Shapes belong to one type each.
struct Shape {
  Type* type = nullptr;
  Shape* parent = nullptr;
  Str* name = nullptr;        ///< the attribute that this shape has and its parent has not
  std::uint32_t count = 0;    ///< slots in use
  std::vector<Str*> names;    ///< by slot
  Str* next_name = nullptr;   ///< the attribute that was the first to be added to such an object
  Shape* next = nullptr;      ///< what it has then
  std::unordered_map<Str*, Shape*> others;  ///< the same for other attributes; for looking up, never for walking
  std::int32_t dictionary = -1;  ///< the slot that holds a Dict with all the attributes: somebody has asked for __dict__

  /// Where the name is; -1: nowhere.
  [[nodiscard]] std::int64_t slot_of(const Str* wanted) const {
    constexpr std::uint32_t kWalkedMax = 16;  // a walk over so few is quicker than a table
    if (count > kWalkedMax) return slot_in_index(wanted);
    for (std::uint32_t i = 0; i < count; ++i)
      if (names[i] == wanted) return i;
    return -1;
  }

 private:
  [[nodiscard]] std::int64_t slot_in_index(const Str* wanted) const;
  /// Made when it is first asked for: most shapes are only passed through.
  mutable std::unordered_map<const Str*, std::uint32_t> index_;
};

/// Names of slots that are no attributes by themselves: a class's __slots__, and the place of the Dict.
[[nodiscard]] inline bool is_hidden(const Str* name) { return name->size > 0 && name->data[0] == '\0'; }

Shape* new_shape(Vm& vm, Shape shape);

/// A type made by C++. Lives as long as the VM.
Type* make_type(Vm& vm, std::string_view name, Type* base, Kind layout, std::string_view module = "builtins");
/// The same for a type whose memory is there already (the first few, which need one another).
void fill_type(Vm& vm, Type* type, std::string_view name, Type* base, Kind layout, std::string_view module = "builtins");
/// A type of another floor whose instances are Extensions. `traits` must outlive the VM.
Type* make_extension_type(Vm& vm, std::string_view name, std::string_view module, const ExtensionTraits* traits, Type* base = nullptr);
/// A class statement: bases, namespace. Empty: an exception is set (layout or order conflict, ...).
Ref make_class(Vm& vm, Type* meta, Str* name, std::span<const Value> bases, Dict* names);

/// Gives a class other bases. False: TypeError set (layout or order conflict).
bool change_bases(Vm& vm, Type* type, const Tuple* bases);
/// The first one in the mro that has it; empty if none has. Borrowed. No exception.
Value type_lookup(Vm& vm, Type* type, Str* name);
/// Sets or (empty value) removes a name of the type itself, and lets every cache know.
void type_set(Vm& vm, Type* type, Str* name, Value value);
void type_modified(Vm& vm, Type* type);

[[nodiscard]] Type* type_of(Vm& vm, Value value);
/// What type() says: of what is C++ here and Python in CPython, that it is a function or a method.
[[nodiscard]] Type* type_shown(Vm& vm, Value value);
[[nodiscard]] bool is_subtype(const Type* type, const Type* base);
/// A native that a builtin layout brings along, which is what the operations do by themselves. One of a class that C++ made
/// as a class statement makes them (collections.OrderedDict) is called like a method of the program's.
[[nodiscard]] inline bool is_layout_native(Value found) {
  if (!found.is_kind(Kind::Native) || (found.object()->flags & kRenamed) != 0) return false;
  return cast<Native>(found)->owner == nullptr || !cast<Native>(found)->owner->is_user;
}
/// isinstance without __instancecheck__.
[[nodiscard]] inline bool is_instance(Vm& vm, Value value, const Type* type) { return is_subtype(type_of(vm, value), type); }
[[nodiscard]] std::string_view type_name(Vm& vm, Value value);
/// The same as an argument of the wrong type is named: None by itself (getargs.c, _PyArg_BadArgument).
[[nodiscard]] inline std::string_view argument_type_name(Vm& vm, Value value) { return value.is_none() ? "None" : type_name(vm, value); }
[[nodiscard]] std::string_view name_in_messages(const Type* type);
/// From now on messages say "_contextvars.Context" and not "Context".
void set_dotted_name(Vm& vm, Type* type);
/// "__main__.Robot" or "int", as reprs of classes and instances name it.
[[nodiscard]] std::string full_type_name(Vm& vm, const Type* type);

/// The attributes record of an object, or null if it takes none.
[[nodiscard]] Attributes* attributes_of(Object* object);
/// Where what __slots__ name is kept: also in an instance that takes no other attributes.
[[nodiscard]] Attributes* storage_of(Object* object);
/// Borrowed; empty if there is none.
[[nodiscard]] Value attributes_get(const Attributes* attributes, Str* name);
/// Gives the attributes, which have `shape->parent` or none yet, one slot more, and the shape.
void attributes_grow(Vm& vm, Object* object, Attributes* attributes, Shape* shape, Value value);
void attributes_set(Vm& vm, Object* object, Attributes* attributes, Str* name, Value value);
[[nodiscard]] bool attributes_delete(Vm& vm, Attributes* attributes, Str* name);
void attributes_clear(Vm& vm, Attributes* attributes);
/// The attributes as the Dict that they live in from now on (__dict__). Borrowed.
[[nodiscard]] Dict* attributes_dict(Vm& vm, Object* object, Attributes* attributes);
/// Makes `dict` the one that they live in.
void attributes_set_dict(Vm& vm, Object* object, Attributes* attributes, Dict* dict);
/// Calls visit(Str*, Value) for each attribute, in order. REQUIRES: `visit` runs nobody's code.
template <class Visit>
void for_each_attribute(const Attributes* attributes, Visit visit) {
  const Shape* shape = attributes->shape;
  if (shape == nullptr) return;
  if (shape->dictionary >= 0) {
    const Dict* dict = cast<Dict>(attributes->slots[shape->dictionary]);
    for (std::uint32_t i = 0; i < dict->filled; ++i)
      if (!dict->entries[i].key.is_empty() && dict->entries[i].key.is_kind(Kind::Str)) visit(cast<Str>(dict->entries[i].key), dict->entries[i].value);
    return;
  }
  for (std::uint32_t i = 0; i < shape->count; ++i)
    if (!is_hidden(shape->names[i])) visit(shape->names[i], attributes->slots[i]);
}
/// A bare instance of a type whose layout is `layout` (a user's subclass or the type itself); everything zero.
[[nodiscard]] Object* allocate_instance(Vm& vm, Type* type);

}  // namespace waiter::python
