#include "python/types.h"

#include <algorithm>

#include "python/accessor.h"
#include "python/operations.h"
#include "python/text/big_int.h"

namespace waiter::python {

Shape* new_shape(Vm& vm, Shape shape) {
  vm.shapes_.push_back(std::make_unique<Shape>(std::move(shape)));
  return vm.shapes_.back().get();
}

std::int64_t Shape::slot_in_index(const Str* wanted) const {
  if (index_.empty())
    for (std::uint32_t i = 0; i < count; ++i) index_[names[i]] = i;
  const auto found = index_.find(wanted);
  return found == index_.end() ? -1 : static_cast<std::int64_t>(found->second);
}

namespace {

Shape* root_shape(Vm& vm, Type* type) {
  if (type->root_shape == nullptr) {
    Shape shape;
    shape.type = type;
    type->root_shape = new_shape(vm, std::move(shape));
  }
  return type->root_shape;
}

/// An object with more attributes has a dictionary: each shape knows all its names, so that shapes of n names take n * n room.
constexpr std::uint32_t kAttributesInSlotsMax = 128;

Shape* shape_with(Vm& vm, Shape* shape, Str* name) {
  if (shape->next_name == name) return shape->next;
  if (const auto found = shape->others.find(name); found != shape->others.end()) return found->second;
  Shape larger;
  larger.type = shape->type;
  larger.parent = shape;
  larger.name = name;
  larger.count = shape->count + 1;
  larger.names.reserve(shape->names.size() + 1);
  larger.names = shape->names;
  larger.names.push_back(name);
  larger.dictionary = name == vm.dictionary_slot ? static_cast<std::int32_t>(shape->count) : shape->dictionary;
  Shape* result = new_shape(vm, std::move(larger));
  if (shape->next_name != nullptr) {
    shape->others[name] = result;
  } else {
    shape->next_name = name;
    shape->next = result;
  }
  return result;
}

void add_subclass(Vm& vm, Type* base, Type* type) {
  if (base->subclass_count == base->subclass_capacity) {
    const std::uint32_t capacity = base->subclass_capacity == 0 ? 4 : base->subclass_capacity * 2;
    auto** larger = static_cast<Type**>(vm.heap.allocate_raw(capacity * sizeof(Type*)));
    std::copy(base->subclasses, base->subclasses + base->subclass_count, larger);
    vm.heap.free_raw(base->subclasses, base->subclass_capacity * sizeof(Type*));
    base->subclasses = larger;
    base->subclass_capacity = capacity;
  }
  base->subclasses[base->subclass_count++] = type;
}

/// What a new type knows of its mro at a glance.
bool is_special(std::string_view name) { return name.size() > 4 && name.starts_with("__") && name.ends_with("__"); }

/// What a class of the program's is to hold under the name: a native of a builtin type that has another name of its own is marked, for
/// the operations to call it instead of doing what the layout does.
Ref renamed(Vm& vm, Str* name, Value value) {
  if (!is_special(name->view()) || !is_layout_native(value) || name->view() == cast<Native>(value)->def->name) return value;
  const auto* given = cast<Native>(value);
  auto* native = vm.heap.make<Native>(Kind::Native, given->type);
  native->def = given->def;
  native->self = Ref(given->self).release();
  native->owner = given->owner;
  native->module = given->module;
  native->extra = given->extra;
  native->flags |= kRenamed;
  return Ref::steal(Value(native));
}

void note_special_methods(Vm& vm, Type* type) {
  const auto defines = [&](Str* name) {
    const Value found = type_lookup(vm, type, name);
    return !found.is_empty() && (!found.is_kind(Kind::Native) || (found.object()->flags & kRenamed) != 0);
  };
  type->has_finalizer = defines(vm.names.dunder_del);
  type->has_getattr = defines(vm.names.dunder_getattr);
  type->has_getattribute = defines(vm.names.dunder_getattribute);
  type->has_setattr = defines(vm.names.dunder_setattr);
  type->has_delattr = defines(vm.names.dunder_delattr);
}

}  // namespace

Type* make_type(Vm& vm, std::string_view name, Type* base, Kind layout, std::string_view module) {
  Type* type = vm.heap.make<Type>(Kind::Type, vm.types.type);
  fill_type(vm, type, name, base, layout, module);
  return type;
}

void fill_type(Vm& vm, Type* type, std::string_view name, Type* base, Kind layout, std::string_view module) {
  type->name = intern(vm, name);
  type->qualname = type->name;
  incref(Value(type->name));
  incref(Value(type->qualname));
  type->module = Ref(Value(intern(vm, module))).release();
  type->layout = layout;
  type->dict = make_dict(vm);
  type->no_instance_dict = true;
  type->version = vm.next_version++;
  std::vector<Value> mro{Value(type)};
  if (base != nullptr) {
    const Value bases[] = {Value(base)};
    type->bases = cast<Tuple>(tuple_of(vm, bases).release());
    for (std::uint32_t i = 0; i < base->mro->count; ++i) mro.push_back(base->mro->items[i]);
    add_subclass(vm, base, type);
    type->base = base;
    type->has_weakref = base->has_weakref;
    type->is_exception = base->is_exception;
    type->no_instance_dict = base->no_instance_dict || !base->is_exception;
    if (base->is_exception) type->no_instance_dict = false;
    type->traits = base->traits;
  } else {
    type->bases = cast<Tuple>(tuple_of(vm, {}).release());
  }
  type->mro = cast<Tuple>(tuple_of(vm, mro).release());
}

Type* make_extension_type(Vm& vm, std::string_view name, std::string_view module, const ExtensionTraits* traits, Type* base) {
  Type* type = make_type(vm, name, base != nullptr ? base : vm.types.object, Kind::Extension, module);
  type->traits = traits;
  type->no_instance_dict = false;
  return type;
}

namespace {

/// C3: each list's head that is in no other list's tail. Empty: the orders contradict one another.
bool linearise(Vm& vm, Type* type, std::span<const Value> bases, std::vector<Value>& mro) {
  if (bases.size() == 1) {
    const Tuple* order = cast<Type>(bases[0])->mro;
    mro.push_back(Value(type));
    mro.insert(mro.end(), order->items, order->items + order->count);
    return true;
  }
  std::vector<std::vector<Value>> lists;
  for (const Value base : bases) {
    const Tuple* order = cast<Type>(base)->mro;
    lists.emplace_back(order->items, order->items + order->count);
  }
  lists.emplace_back(bases.begin(), bases.end());
  mro.push_back(Value(type));
  while (true) {
    lists.erase(std::remove_if(lists.begin(), lists.end(), [](const auto& list) { return list.empty(); }), lists.end());
    if (lists.empty()) return true;
    Value candidate;
    for (const auto& list : lists) {
      const bool in_tail = std::any_of(lists.begin(), lists.end(), [&](const auto& other) {
        return std::find(other.begin() + 1, other.end(), list.front()) != other.end();
      });
      if (!in_tail) {
        candidate = list.front();
        break;
      }
    }
    if (candidate.is_empty()) {
      std::string names;
      for (const auto& list : lists) {
        const std::string name(cast<Type>(list.front())->name->view());
        if ((", " + names + ",").find(", " + name + ",") != std::string::npos) continue;
        names += (names.empty() ? "" : ", ") + name;
      }
      vm.raise(vm.types.TypeError, "Cannot create a consistent method resolution\norder (MRO) for bases {}", names);
      return false;
    }
    mro.push_back(candidate);
    for (auto& list : lists)
      if (list.front() == candidate) list.erase(list.begin());
  }
}

/// CPython's solid_base: the class in this one's line of bases that laid its instances out last.
const Type* solid_base(Vm& vm, const Type* type) {
  while (type->base != nullptr && !type->has_slots && (type->is_user || (type->layout == type->base->layout && type->traits == type->base->traits)))
    type = type->base;
  return type->layout == Kind::Instance && !type->has_slots ? vm.types.object : type;
}

/// The base whose memory layout instances have; null (TypeError) if two bases want different ones.
Type* best_base(Vm& vm, std::span<const Value> bases) {
  Type* best = nullptr;
  const Type* winner = nullptr;
  for (const Value base : bases) {
    Type* type = cast<Type>(base);
    if (type->is_final) {
      vm.raise(vm.types.TypeError, "type '{}' is not an acceptable base type", name_in_messages(type));
      return nullptr;
    }
    const Type* candidate = solid_base(vm, type);
    if (winner == nullptr || (winner != candidate && is_subtype(candidate, winner))) {
      winner = candidate;
      best = type;
    } else if (!is_subtype(winner, candidate)) {
      vm.raise(vm.types.TypeError, "multiple bases have instance lay-out conflict");
      return nullptr;
    }
  }
  return best;
}

}  // namespace

Ref make_class(Vm& vm, Type* meta, Str* name, std::span<const Value> bases, Dict* names) {
  std::vector<Value> all(bases.begin(), bases.end());
  if (all.empty()) all.push_back(Value(vm.types.object));
  for (std::size_t i = 0; i < all.size(); ++i)
    for (std::size_t j = i + 1; j < all.size(); ++j)
      if (all[i] == all[j]) return vm.raise(vm.types.TypeError, "duplicate base class {}", cast<Type>(all[i])->name->view());
  Type* base = best_base(vm, all);
  if (base == nullptr) return {};

  Type* type = vm.heap.make<Type>(Kind::Type, meta);
  incref(Value(meta));
  const Ref owner = Ref::steal(Value(type));
  type->name = name;
  incref(Value(name));
  type->dict = dict_copy(vm, names);
  for (std::uint32_t i = 0; i < type->dict->filled; ++i) {
    const DictEntry entry = type->dict->entries[i];
    if (!entry.value.is_kind(Kind::Native) || !is_str(entry.key)) continue;
    const Ref held = renamed(vm, cast<Str>(entry.key), entry.value);
    if (held.get() != entry.value) dict_set(vm, type->dict, entry.key, held);
  }
  const Value qualname = dict_get_name(type->dict, vm.names.dunder_qualname);
  type->qualname = !qualname.is_empty() && is_str(qualname) ? cast<Str>(qualname) : name;
  incref(Value(type->qualname));
  dict_delete_name(vm, type->dict, vm.names.dunder_qualname);
  const Value module = dict_get_name(type->dict, vm.names.dunder_module);
  type->module = module.is_empty() ? kNone : module;
  incref(type->module);
  type->base = base;
  type->layout = base->layout;
  type->traits = base->traits;
  type->is_user = true;
  type->is_exception = base->is_exception;
  type->bases = cast<Tuple>(tuple_of(vm, all).release());
  std::vector<Value> mro;
  if (!linearise(vm, type, all, mro)) return {};
  type->mro = cast<Tuple>(tuple_of(vm, mro).release());
  type->version = vm.next_version++;
  for (const Value each : all) add_subclass(vm, cast<Type>(each), type);
  if (!make_slots(vm, type)) return {};
  if (dict_get_name(type->dict, vm.names.dunder_doc).is_empty()) dict_set_name(vm, type->dict, vm.names.dunder_doc, kNone);
  // __eq__ without __hash__ makes instances unhashable.
  if (!dict_get_name(type->dict, vm.names.dunder_eq).is_empty() && dict_get_name(type->dict, vm.names.dunder_hash).is_empty())
    dict_set_name(vm, type->dict, vm.names.dunder_hash, kNone);
  // These two are class methods, and __new__ a static one, without saying so.
  for (Str* implicit : {vm.names.dunder_init_subclass, vm.names.dunder_class_getitem}) {
    const Value function = dict_get_name(type->dict, implicit);
    if (!function.is_kind(Kind::Function)) continue;
    auto* wrapper = vm.heap.make<MethodWrapper>(Kind::ClassMethod, vm.types.classmethod);
    wrapper->function = Ref(function).release();
    dict_set_name(vm, type->dict, implicit, Value(wrapper));
    decref(Value(wrapper));
  }
  if (const Value function = dict_get_name(type->dict, vm.names.dunder_new); function.is_kind(Kind::Function)) {
    auto* wrapper = vm.heap.make<MethodWrapper>(Kind::StaticMethod, vm.types.staticmethod);
    wrapper->function = Ref(function).release();
    dict_set_name(vm, type->dict, vm.names.dunder_new, Value(wrapper));
    decref(Value(wrapper));
  }
  note_special_methods(vm, type);
  return owner;
}

namespace {

void remove_subclass(Type* base, const Type* type) {
  for (std::uint32_t i = 0; i < base->subclass_count; ++i) {
    if (base->subclasses[i] != type) continue;
    std::copy(base->subclasses + i + 1, base->subclasses + base->subclass_count, base->subclasses + i);
    --base->subclass_count;
    return;
  }
}

bool remake_mro(Vm& vm, Type* type) {
  std::vector<Value> mro;
  if (!linearise(vm, type, {type->bases->items, type->bases->count}, mro)) return false;
  const Value old(std::exchange(type->mro, cast<Tuple>(tuple_of(vm, mro).release())));
  decref(old);
  for (std::uint32_t i = 0; i < type->subclass_count; ++i)
    if (!remake_mro(vm, type->subclasses[i])) return false;
  return true;
}

}  // namespace

bool change_bases(Vm& vm, Type* type, const Tuple* bases) {
  Type* base = best_base(vm, {bases->items, bases->count});
  if (base == nullptr) return false;
  if (solid_base(vm, base) != solid_base(vm, type->base)) {
    vm.raise(vm.types.TypeError, "__bases__ assignment: '{}' object layout differs from '{}'", base->name->view(), type->base->name->view());
    return false;
  }
  Tuple* old = std::exchange(type->bases, cast<Tuple>(tuple_of(vm, {bases->items, bases->count}).release()));
  Type* old_base = std::exchange(type->base, base);
  if (!remake_mro(vm, type)) {
    const Value refused(std::exchange(type->bases, old));
    type->base = old_base;
    decref(refused);
    const Ref error = vm.take_error();
    if (!remake_mro(vm, type)) vm.clear_error();
    vm.restore_error(error);
    return false;
  }
  for (std::uint32_t i = 0; i < old->count; ++i) remove_subclass(cast<Type>(old->items[i]), type);
  for (std::uint32_t i = 0; i < type->bases->count; ++i) add_subclass(vm, cast<Type>(type->bases->items[i]), type);
  type_modified(vm, type);
  decref(Value(old));
  return true;
}

Value type_lookup(Vm& vm, Type* type, Str* name) {
  const std::size_t slot = (type->version * 31u + (reinterpret_cast<std::uintptr_t>(name) >> 4)) & (Vm::kMethodCacheSize - 1);
  Vm::MethodCacheEntry& entry = vm.method_cache[slot];
  if (entry.version == type->version && entry.name == name) return entry.value;
  Value found;
  const Tuple* mro = type->mro;
  for (std::uint32_t i = 0; i < mro->count && found.is_empty(); ++i) found = dict_get_name(cast<Type>(mro->items[i])->dict, name);
  entry = {type->version, name, found};
  return found;
}

namespace {

void new_version(Vm& vm, Type* type) {
  type->version = vm.next_version++;
  for (std::uint32_t i = 0; i < type->subclass_count; ++i) new_version(vm, type->subclasses[i]);
}

}  // namespace

void type_modified(Vm& vm, Type* type) {
  type->version = vm.next_version++;
  for (std::uint32_t i = 0; i < type->subclass_count; ++i) type_modified(vm, type->subclasses[i]);
  note_special_methods(vm, type);
}

void type_set(Vm& vm, Type* type, Str* name, Value value) {
  // Caches hold borrowed values: they must stop holding before the value may go.
  Ref old = dict_get_name(type->dict, name).is_empty() ? Ref() : Ref(dict_get_name(type->dict, name));
  if (value.is_empty()) dict_delete_name(vm, type->dict, name);
  else dict_set_name(vm, type->dict, name, type->is_user ? renamed(vm, name, value) : Ref(value));
  // What note_special_methods looks for begins with an underscore; a counter in a class need not wait for it.
  if (name->view().starts_with('_')) type_modified(vm, type);
  else new_version(vm, type);
}

Type* type_of(Vm& vm, Value value) {
  if (value.is_int()) return vm.types.int_;
  if (value.is_inline_float()) return vm.types.float_;
  if (value.is_object()) return value.object()->type;
  if (value.is_none()) return vm.types.none;
  if (value.is_bool()) return vm.types.bool_;
  return value == kEllipsis ? vm.types.ellipsis : vm.types.not_implemented;
}

bool is_subtype(const Type* type, const Type* base) {
  if (type == base) return true;
  const Tuple* mro = type->mro;
  for (std::uint32_t i = 1; i < mro->count; ++i)
    if (mro->items[i].object() == base) return true;
  return false;
}

std::string_view name_in_messages(const Type* type) { return (type->dotted_name != nullptr ? type->dotted_name : type->name)->view(); }

Type* type_shown(Vm& vm, Value value) {
  if (value.is_kind(Kind::Native) && stands_for_python(cast<Native>(value)))
    return cast<Native>(value)->self == kUnbound ? vm.types.function : vm.types.bound_method;
  return type_of(vm, value);
}

std::string_view type_name(Vm& vm, Value value) { return name_in_messages(type_shown(vm, value)); }

void set_dotted_name(Vm& vm, Type* type) {
  type->dotted_name = intern(vm, fmt::format("{}.{}", str_view(type->module), type->name->view()));
}

std::string full_type_name(Vm& vm, const Type* type) {
  (void)vm;
  if (!is_str(type->module) || str_view(type->module) == "builtins") return std::string(type->qualname->view());
  return std::string(str_view(type->module)) + "." + std::string(type->qualname->view());
}

Attributes* attributes_of(Object* object) {
  switch (object->kind) {
    case Kind::Instance: return &static_cast<Instance*>(object)->attributes;
    case Kind::Exception: return &static_cast<Exception*>(object)->attributes;
    case Kind::Function: return &static_cast<Function*>(object)->attributes;
    default: return object->type->no_instance_dict ? nullptr : storage_of(object);
  }
}

Attributes* storage_of(Object* object) {
  switch (object->kind) {
    case Kind::Instance:
    case Kind::Exception:
    case Kind::Function: return attributes_of(object);
    case Kind::Extension: return &static_cast<Extension*>(object)->attributes;
    default: return (object->flags & kHasPrefix) != 0 ? &prefix_of(object)->attributes : nullptr;
  }
}

namespace {
Dict* dict_of(const Attributes* attributes) { return cast<Dict>(attributes->slots[attributes->shape->dictionary]); }
}  // namespace

Value attributes_get(const Attributes* attributes, Str* name) {
  if (attributes->shape == nullptr) return {};
  if (const std::int64_t slot = attributes->shape->slot_of(name); slot >= 0) return attributes->slots[slot];
  return attributes->shape->dictionary < 0 || is_hidden(name) ? Value() : dict_get_name(dict_of(attributes), name);
}

void attributes_set(Vm& vm, Object* object, Attributes* attributes, Str* name, Value value) {
  incref(value);
  if (attributes->shape == nullptr) attributes->shape = root_shape(vm, object->type);
  const bool is_next = attributes->shape->next_name == name;  // then it is not there yet
  if (const std::int64_t slot = is_next ? -1 : attributes->shape->slot_of(name); slot >= 0) {
    const Value old = std::exchange(attributes->slots[slot], value);
    decref(old);
    return;
  }
  if (attributes->shape->dictionary >= 0 && !is_hidden(name)) {
    dict_set_name(vm, dict_of(attributes), name, value);
    decref(value);
    return;
  }
  if (attributes->shape->count >= kAttributesInSlotsMax && !is_hidden(name)) {
    dict_set_name(vm, attributes_dict(vm, object, attributes), name, value);
    decref(value);
    return;
  }
  attributes_grow(vm, object, attributes, shape_with(vm, attributes->shape, name), value);
  decref(value);
}

void attributes_grow(Vm& vm, Object* object, Attributes* attributes, Shape* shape, Value value) {
  const std::uint32_t slot = shape->count - 1;
  if (slot == attributes->capacity) {
    const std::uint32_t hint = object->type->slots_hint;
    const std::uint32_t capacity = std::max({slot == 0 ? hint : slot * 2, 2u, slot + 1});
    auto* larger = static_cast<Value*>(vm.heap.allocate_raw(capacity * sizeof(Value)));
    std::copy(attributes->slots, attributes->slots + slot, larger);
    vm.heap.free_raw(attributes->slots, attributes->capacity * sizeof(Value));
    attributes->slots = larger;
    attributes->capacity = capacity;
  }
  incref(value);
  attributes->slots[slot] = value;
  attributes->shape = shape;
  if (attributes->shape->count > object->type->slots_hint && attributes->shape->count <= 16)
    object->type->slots_hint = attributes->shape->count;
}

bool attributes_delete(Vm& vm, Attributes* attributes, Str* name) {
  if (attributes->shape == nullptr) return false;
  const std::int64_t found = attributes->shape->slot_of(name);
  if (found < 0)
    return attributes->shape->dictionary >= 0 && !is_hidden(name) && dict_delete_name(vm, dict_of(attributes), name);
  const auto slot = static_cast<std::uint32_t>(found);
  Shape* shape = attributes->shape;
  Shape* smaller = root_shape(vm, shape->type);
  for (std::uint32_t i = 0; i < shape->count; ++i)
    if (i != slot) smaller = shape_with(vm, smaller, shape->names[i]);
  const Value old = attributes->slots[slot];
  std::copy(attributes->slots + slot + 1, attributes->slots + shape->count, attributes->slots + slot);
  attributes->shape = smaller;
  decref(old);
  return true;
}

void attributes_clear(Vm& vm, Attributes* attributes) {
  const std::uint32_t count = attributes->shape == nullptr ? 0 : attributes->shape->count;
  Value* slots = std::exchange(attributes->slots, nullptr);
  const std::uint32_t capacity = std::exchange(attributes->capacity, 0);
  attributes->shape = nullptr;
  for (std::uint32_t i = 0; i < count; ++i) decref(slots[i]);
  vm.heap.free_raw(slots, capacity * sizeof(Value));
}

void attributes_set_dict(Vm& vm, Object* object, Attributes* attributes, Dict* dict) {
  const Ref held = Value(dict);
  Attributes old = std::exchange(*attributes, Attributes{});
  const std::uint32_t count = old.shape == nullptr ? 0 : old.shape->count;
  for (std::uint32_t i = 0; i < count; ++i)
    if (is_hidden(old.shape->names[i]) && old.shape->names[i] != vm.dictionary_slot) attributes_set(vm, object, attributes, old.shape->names[i], old.slots[i]);
  attributes_set(vm, object, attributes, vm.dictionary_slot, held);
  attributes_clear(vm, &old);
}

Dict* attributes_dict(Vm& vm, Object* object, Attributes* attributes) {
  if (attributes->shape != nullptr && attributes->shape->dictionary >= 0) return dict_of(attributes);
  Dict* dict = make_dict(vm);
  const Ref owner = Ref::steal(Value(dict));
  for_each_attribute(attributes, [&](Str* name, Value value) { dict_set_name(vm, dict, name, value); });
  attributes_set_dict(vm, object, attributes, dict);
  return dict;
}

Object* allocate_instance(Vm& vm, Type* type) {
  std::size_t bytes = 0;
  switch (type->layout) {
    case Kind::Instance: bytes = sizeof(Instance); break;
    case Kind::Exception: bytes = sizeof(Exception); break;
    case Kind::Extension: bytes = type->traits->size; break;
    case Kind::Int: bytes = sizeof(Int); break;
    case Kind::Float: bytes = sizeof(Float); break;
    case Kind::Str: bytes = sizeof(Str); break;
    case Kind::Bytes: bytes = sizeof(Bytes); break;
    case Kind::List: bytes = sizeof(List); break;
    case Kind::Tuple: bytes = sizeof(Tuple); break;
    case Kind::Dict: bytes = sizeof(Dict); break;
    case Kind::Set: bytes = sizeof(Set); break;
    case Kind::Module: bytes = sizeof(Module); break;
    case Kind::Type: bytes = sizeof(Type); break;
    case Kind::Property: bytes = sizeof(Property); break;
    case Kind::ClassMethod:
    case Kind::StaticMethod: bytes = sizeof(MethodWrapper); break;
    default: WAITER_ASSERT(false, "only these layouts can be derived from");
  }
  const bool prefixed = type->is_user && type->layout != Kind::Instance && type->layout != Kind::Exception && type->layout != Kind::Extension;
  Object* object = vm.heap.make_object(bytes, prefixed ? sizeof(Prefix) : 0);
  object->refs = 1;
  object->kind = type->layout;
  object->type = type;
  if (type->is_user) incref(Value(type));  // builtin types stay; destroy() knows
  if (type->has_finalizer) object->extra = ++vm.finalisable_made;
  if (type->layout == Kind::Int) static_cast<Int*>(object)->value = new text::BigInt();
  if (type->layout == Kind::Extension && type->traits->construct != nullptr) type->traits->construct(static_cast<Extension*>(object));
  return object;
}

}  // namespace waiter::python
