#include "python/accessor.h"

#include <algorithm>

#include "python/methods/helpers.h"
#include "python/special_attributes.h"
#include "python/text/unicode.h"

namespace waiter::python {
namespace {

Accessor* make_accessor(Vm& vm, Type* owner, Str* name, AccessorKind what) {
  Type* type = what == AccessorKind::Computed ? vm.types.getset_descriptor : vm.types.member_descriptor;
  auto* accessor = vm.heap.make<Accessor>(Kind::Accessor, type);
  accessor->extra = static_cast<std::uint16_t>(what);
  accessor->name = cast<Str>(Ref(Value(name)).release());
  accessor->owner = cast<Type>(Ref(Value(owner)).release());
  return accessor;
}

void place(Vm& vm, Type* type, Accessor* accessor) {
  const Ref owner = Ref::steal(Value(accessor));
  dict_set_name(vm, type->dict, accessor->name, owner);
}

void install_one(Vm& vm, Type* type, const AccessorDef& def) {
  Accessor* accessor = make_accessor(vm, type, intern(vm, def.name), def.what);
  accessor->get = def.get;
  accessor->set = def.set;
  place(vm, type, accessor);
}

/// descr_check: is `object` one that has this attribute?
bool fits(Vm& vm, const Accessor* accessor, Value object) {
  if (is_instance(vm, object, accessor->owner)) return true;
  vm.raise(vm.types.TypeError, "descriptor '{}' for '{}' objects doesn't apply to a '{}' object", accessor->name->view(),
           name_in_messages(accessor->owner), type_name(vm, object));
  return false;
}

// --- __dict__ and __weakref__ of the instances of a class ---

Ref get_dict(Arguments& args) {
  Object* object = args[0].object();
  return Value(attributes_dict(args.vm, object, attributes_of(object)));
}

bool set_dict(Vm& vm, Value object, Value value) {
  if (!value.is_empty() && !value.is_kind(Kind::Dict)) {
    vm.raise(vm.types.TypeError, "__dict__ must be set to a dictionary, not a '{}'", type_name(vm, value));
    return false;
  }
  const Ref dict = value.is_empty() ? Ref::steal(Value(make_dict(vm))) : Ref(value);
  attributes_set_dict(vm, object.object(), attributes_of(object.object()), cast<Dict>(dict));
  return true;
}

Ref get_weakref(Arguments&) { return none(); }

constexpr AccessorDef kDictAccessor{"__dict__", get_dict, set_dict};
constexpr AccessorDef kWeakrefAccessor{"__weakref__", get_weakref};

// --- methods of the descriptors ---

Ref method_get(Arguments& args) {
  const auto* accessor = cast<Accessor>(args[0]);
  if (args[1].is_none()) return args[0];
  if (!fits(args.vm, accessor, args[1])) return {};
  Ref value = accessor_get(args.vm, accessor, args[1]);
  if (value || args.vm.has_error()) return value;
  return raise_no_attribute(args.vm, args[1], accessor->name);
}
Ref method_set(Arguments& args) { return none_or_error(accessor_set(args.vm, cast<Accessor>(args[0]), args[1], args[2])); }
Ref method_delete(Arguments& args) { return none_or_error(accessor_set(args.vm, cast<Accessor>(args[0]), args[1], Value())); }


Ref name_of_accessor(Arguments& args) { return Value(cast<Accessor>(args[0])->name); }
Ref owner_of_accessor(Arguments& args) { return Value(cast<Accessor>(args[0])->owner); }
Ref doc_of_accessor(Arguments&) { return none(); }
Ref qualname_of_accessor(Arguments& args) {
  const auto* accessor = cast<Accessor>(args[0]);
  return make_str(args.vm, fmt::format("{}.{}", accessor->owner->qualname->view(), accessor->name->view()));
}

constexpr NativeDef kMethods[] = {
    {"__get__", method_get, 1, 2}, {"__set__", method_set, 2, 2}, {"__delete__", method_delete, 1, 1}, {"__repr__", plain_repr},
};
constexpr AccessorDef kOwn[] = {
    {"__name__", name_of_accessor, nullptr, AccessorKind::Field},
    {"__objclass__", owner_of_accessor, nullptr, AccessorKind::Field},
    {"__qualname__", qualname_of_accessor},
    {"__doc__", doc_of_accessor},
};

// --- __slots__ ---

/// _X__private for a name with two underscores in front (PEP 8's "mangling").
std::string mangled(std::string_view class_name, std::string_view name) {
  const bool is_private = name.size() > 2 && name.substr(0, 2) == "__" && name.substr(name.size() - 2) != "__" && name.find('.') == std::string_view::npos;
  while (!class_name.empty() && class_name.front() == '_') class_name.remove_prefix(1);
  return is_private && !class_name.empty() ? fmt::format("_{}{}", class_name, name) : std::string(name);
}

/// CPython's instances of these have items behind their fixed part, and so no room for slots.
bool is_variable_sized(const Type* type) {
  return type->layout == Kind::Int || type->layout == Kind::Tuple || (type->layout == Kind::Bytes && type->name->view() != "bytearray");
}

const Type* builtin_base(const Type* type) {
  while (type->is_user && type->base != nullptr) type = type->base;
  return type;
}

struct Wanted {
  bool dict = false, weakref = false;
  std::vector<Str*> names;  ///< interned
};

bool read_slots(Vm& vm, Type* type, Value slots, Wanted& wanted) {
  const Type* base = type->base;
  const bool base_has_dict = !base->no_instance_dict || builtin_base(base) == vm.types.type;
  std::vector<Ref> items;
  if (is_str(slots)) items.emplace_back(slots);
  else if (!for_each(vm, slots, [&](Value item) { items.emplace_back(item); return true; })) return false;
  if (!items.empty() && is_variable_sized(builtin_base(base))) {
    bool some = false;
    for (const Ref& item : items) some = some || !is_str(item) || (str_view(item) != "__dict__");
    if (some) {
      vm.raise(vm.types.TypeError, "nonempty __slots__ not supported for subtype of '{}'", base->name->view());
      return false;
    }
  }
  for (const Ref& item : items) {
    if (!is_str(item)) {
      vm.raise(vm.types.TypeError, "__slots__ items must be strings, not '{}'", type_name(vm, item));
      return false;
    }
    const std::string_view name = str_view(item);
    if (!text::is_identifier_string(name)) {
      vm.raise(vm.types.TypeError, "__slots__ must be identifiers");
      return false;
    }
    if (name == "__dict__" || name == "__weakref__") {
      bool& place = name == "__dict__" ? wanted.dict : wanted.weakref;
      if (place || (name == "__dict__" ? base_has_dict : base->has_weakref)) {
        vm.raise(vm.types.TypeError, "{} slot disallowed: {}", name,
                 name == "__dict__" ? "we already got one" : "either we already got one, or __itemsize__ != 0");
        return false;
      }
      place = true;
      continue;
    }
    Str* mangled_name = intern(vm, mangled(type->name->view(), name));
    if (!dict_get_name(type->dict, mangled_name).is_empty() && name != "__qualname__" && name != "__classcell__") {
      vm.raise(vm.types.ValueError, "'{}' in __slots__ conflicts with class variable", mangled_name->view());
      return false;
    }
    wanted.names.push_back(mangled_name);
  }
  std::sort(wanted.names.begin(), wanted.names.end(), [](const Str* a, const Str* b) { return a->view() < b->view(); });
  return true;
}

}  // namespace

void install_accessors(Vm& vm, Type* type, std::span<const AccessorDef> accessors) {
  for (const AccessorDef& def : accessors) install_one(vm, type, def);
  type_modified(vm, type);
}

void install_properties(Vm& vm, Type* type, std::span<const NativeDef> getters) {
  for (const NativeDef& def : getters) install_one(vm, type, {def.name, def.function});
  type_modified(vm, type);
}

void install_accessor_methods(Vm& vm) {
  for (Type* type : {vm.types.getset_descriptor, vm.types.member_descriptor}) {
    install(vm, type, kMethods);
    install_accessors(vm, type, kOwn);
  }
}

Ref accessor_get(Vm& vm, const Accessor* accessor, Value object) {
  if (accessor->what() == AccessorKind::Slot) {
    const Value value = attributes_get(attributes_of(object.object()), accessor->storage);
    return value.is_empty() ? Ref() : Ref(value);
  }
  Arguments args{vm, &object, 1, nullptr, nullptr};
  return accessor->get(args);
}

bool accessor_set(Vm& vm, const Accessor* accessor, Value object, Value value) {
  if (!fits(vm, accessor, object)) return false;
  if (accessor->what() == AccessorKind::Slot) {
    Attributes* attributes = attributes_of(object.object());
    if (!value.is_empty()) {
      attributes_set(vm, object.object(), attributes, accessor->storage, value);
      return true;
    }
    if (attributes_delete(vm, attributes, accessor->storage)) return true;
    vm.raise(vm.types.AttributeError, accessor->name->view());
    return false;
  }
  if (accessor->set != nullptr) return accessor->set(vm, object, value);
  if (!value.is_empty()) {
    // Some builtin attributes are computed by an accessor and written by special_set_attribute.
    if (const int special = special_set_attribute(vm, object, accessor->name, value); special != 0) return special > 0;
  }
  if (accessor->what() == AccessorKind::Field) vm.raise(vm.types.AttributeError, "readonly attribute");
  else vm.raise(vm.types.AttributeError, "attribute '{}' of '{}' objects is not writable", accessor->name->view(), name_in_messages(accessor->owner));
  return false;
}

/// type_new_slots and type_new_descriptors.
bool make_slots(Vm& vm, Type* type) {
  const Type* base = type->base;
  const Type* builtin = builtin_base(base);
  const bool has_dict = !base->no_instance_dict || builtin == vm.types.type || builtin == vm.types.module;
  const bool has_weakref = base->has_weakref;
  const bool may_add_dict = !has_dict, may_add_weakref = !has_weakref && !is_variable_sized(builtin);
  Wanted wanted{may_add_dict, may_add_weakref, {}};
  const Value slots = dict_get_name(type->dict, vm.names.dunder_slots);
  if (!slots.is_empty()) {
    wanted.dict = wanted.weakref = false;
    if (!read_slots(vm, type, slots, wanted)) return false;
    for (std::uint32_t i = 0; i < type->bases->count; ++i) {
      const Type* other = cast<Type>(type->bases->items[i]);
      if (other == base) continue;
      if (may_add_dict && !other->no_instance_dict) wanted.dict = true;
      if (may_add_weakref && other->has_weakref) wanted.weakref = true;
    }
  }
  type->no_instance_dict = !has_dict && !wanted.dict;
  type->has_weakref = has_weakref || wanted.weakref;
  type->has_slots = !wanted.names.empty();
  for (Str* name : wanted.names) {
    Accessor* accessor = make_accessor(vm, type, name, AccessorKind::Slot);
    accessor->storage = intern(vm, std::string(1, '\0') + std::string(name->view()));
    place(vm, type, accessor);
  }
  if (wanted.dict && may_add_dict) install_one(vm, type, kDictAccessor);
  if (wanted.weakref && may_add_weakref) install_one(vm, type, kWeakrefAccessor);
  return true;
}

}  // namespace waiter::python
