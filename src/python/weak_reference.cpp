#include "python/weak_reference.h"

#include <algorithm>

#include "python/methods/helpers.h"
#include "python/modules/standard_modules.h"

namespace waiter::python {
namespace {

const char kTypeKey = 0;

WeakReference* self_of(Arguments& args) { return cast<WeakReference>(args[0]); }

/// Takes it out of its object's chain.
void unlink(Vm& vm, WeakReference* reference) {
  if (reference->target == nullptr) return;
  const auto found = vm.weak_references.find(reference->target);
  WAITER_ASSERT(found != vm.weak_references.end(), "a living reference is in its object's chain");
  if (found->second == reference) {
    if (reference->next != nullptr) {
      found->second = reference->next;
    } else {
      reference->target->flags &= static_cast<std::uint8_t>(~kWeaklyReferenced);
      vm.weak_references.erase(found);
    }
  } else {
    auto* before = static_cast<WeakReference*>(found->second);
    while (before->next != reference) before = before->next;
    before->next = reference->next;
  }
  reference->target = nullptr;
  reference->next = nullptr;
}

const ExtensionTraits kTraits{
    .size = sizeof(WeakReference),
    .construct = [](Extension* extension) { static_cast<WeakReference*>(extension)->callback = kNone; },
    .release =
        [](Vm& vm, Extension* extension) {
          auto* reference = static_cast<WeakReference*>(extension);
          unlink(vm, reference);
          decref(std::exchange(reference->callback, kNone));
        },
    .traverse =
        [](Extension* extension, void (*visit)(void*, Value), void* context) {
          visit(context, static_cast<WeakReference*>(extension)->callback);
        },
    .destruct = nullptr,
    .finalise = nullptr,
};

/// All references of the object, newest first, dead from now on. New references.
std::vector<Ref> kill(Vm& vm, Object* object) {
  std::vector<Ref> killed;
  const auto found = vm.weak_references.find(object);
  if (found == vm.weak_references.end()) return killed;
  auto* reference = static_cast<WeakReference*>(found->second);
  vm.weak_references.erase(found);
  object->flags &= static_cast<std::uint8_t>(~kWeaklyReferenced);
  while (reference != nullptr) {
    killed.emplace_back(Value(reference));
    reference->target = nullptr;
    reference = std::exchange(reference->next, nullptr);
  }
  return killed;
}

void tell(Vm& vm, Value reference) {
  const Ref callback = Ref::steal(std::exchange(cast<WeakReference>(reference)->callback, kNone));
  if (callback.get().is_none() || !vm.stopped_because().empty()) return;
  Ref saved = vm.has_error() ? vm.take_error() : Ref();
  const Value args[] = {reference};
  const Ref result = call(vm, callback, args);
  if (!result && vm.has_error()) {
    const auto text = repr_of(vm, callback);
    vm.report_unraisable(text ? *text : "weakref callback");
  }
  if (saved) vm.restore_error(std::move(saved));
}

// --- what programs see ---

/// ref(object[, callback]).
Ref reference_new(Arguments& args) {
  Vm& vm = args.vm;
  Type* type = class_to_make(args, weak_reference_type(vm));
  if (type == nullptr) return {};
  if (args.count < 2 || args.count > 3) {
    return vm.raise(vm.types.TypeError, "__new__ expected at {} {} argument{}, got {}", args.count < 2 ? "least" : "most",
                    args.count < 2 ? 1 : 2, args.count < 2 ? "" : "s", args.count - 1);
  }
  return make_weak_reference(vm, type, args[1], args.get(2));
}

Ref reference_init(Arguments& args) {
  Vm& vm = args.vm;
  const bool exact = args[0].object()->type == weak_reference_type(vm);
  if (exact && args.keyword_count() > 0) return vm.raise(vm.types.TypeError, "ref() takes no keyword arguments");
  return none();
}

Ref reference_call(Arguments& args) {
  if (args.count > 1 || args.keyword_count() > 0)
    return args.vm.raise(args.vm.types.TypeError, "weakref expected 0 arguments, got {}", args.count - 1 + args.keyword_count());
  Object* target = self_of(args)->target;
  return target == nullptr ? none() : Ref(Value(target));
}

Ref reference_hash(Arguments& args) {
  WeakReference* reference = self_of(args);
  if (!reference->hashed) {
    if (reference->target == nullptr) return args.vm.raise(args.vm.types.TypeError, "weak object has gone away");
    const Ref held = Value(reference->target);
    if (!hash(args.vm, held, reference->hash)) return {};
    reference->hashed = true;
  }
  return make_int(args.vm, reference->hash);
}

template <CompareKind kind>
Ref reference_compare(Arguments& args) {
  Vm& vm = args.vm;
  if (!is_instance(vm, args[1], weak_reference_type(vm))) return Ref(kNotImplemented);
  Object* left = self_of(args)->target;
  Object* right = cast<WeakReference>(args[1])->target;
  if (left == nullptr || right == nullptr) return boolean((args[0] == args[1]) == (kind == CompareKind::Eq));
  const Ref held_left = Value(left), held_right = Value(right);
  return compare(vm, kind, held_left, held_right);
}

std::string address_of(const Object* object) { return fmt::format("0x{:012x}", Heap::address_of(object)); }

Ref reference_repr(Arguments& args) {
  Vm& vm = args.vm;
  const Object* target = self_of(args)->target;
  if (target == nullptr) return make_str(vm, fmt::format("<weakref at {}; dead>", address_of(args[0].object())));
  std::string text = fmt::format("<weakref at {}; to '{}' at {}", address_of(args[0].object()), name_in_messages(target->type), address_of(target));
  const Ref held = Value(const_cast<Object*>(target));
  const Ref name = find_attribute(vm, held, vm.names.dunder_name);
  if (name && is_str(name)) text += fmt::format(" ({})", str_view(name));
  return make_str(vm, text + ">");
}

Ref reference_callback(Arguments& args) { return self_of(args)->callback; }

constexpr NativeDef kMethods[] = {
    {"__init__", reference_init, 0, -1, Takes::Keywords},
    {"__call__", reference_call, 0, -1, Takes::Keywords},
    {"__hash__", reference_hash},
    {"__eq__", reference_compare<CompareKind::Eq>, 1, 1},
    {"__ne__", reference_compare<CompareKind::Ne>, 1, 1},
    {"__repr__", reference_repr},
};
constexpr NativeDef kNew[] = {{"__new__", reference_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kProperties[] = {{"__callback__", reference_callback}};

Ref getweakrefcount(Arguments& args) {
  std::int64_t count = 0;
  if (args[0].is_object())
    if (const auto found = args.vm.weak_references.find(args[0].object()); found != args.vm.weak_references.end())
      for (auto* at = static_cast<WeakReference*>(found->second); at != nullptr; at = at->next) ++count;
  return make_int(args.vm, count);
}

Ref getweakrefs(Arguments& args) {
  Ref list = make_list(args.vm);
  if (args[0].is_object())
    if (const auto found = args.vm.weak_references.find(args[0].object()); found != args.vm.weak_references.end())
      for (auto* at = static_cast<WeakReference*>(found->second); at != nullptr; at = at->next) list_append(args.vm, cast<List>(list), Value(at));
  return list;
}

constexpr NativeDef kFunctions[] = {
    {"getweakrefcount", getweakrefcount, 1, 1},
    {"getweakrefs", getweakrefs, 1, 1},
};

/// Some class of the mro gives its instances a place for weak references: one without __slots__, or with it among them.
bool class_allows(Vm& vm, const Type* type) {
  for (std::uint32_t i = 0; i < type->mro->count; ++i) {
    const Type* base = cast<Type>(type->mro->items[i]);
    if (!base->is_user) continue;
    const Value slots = dict_get_name(base->dict, vm.names.dunder_slots);
    if (slots.is_empty()) return true;
    if (is_str(slots)) {
      if (str_view(slots) == "__weakref__") return true;
      continue;
    }
    if (contains(vm, slots, Value(intern(vm, "__weakref__"))) == 1) return true;
    vm.clear_error();
  }
  return false;
}

}  // namespace

Type* weak_reference_type(Vm& vm) {
  const auto found = vm.extensions.find(&kTypeKey);
  if (found != vm.extensions.end()) return static_cast<Type*>(found->second);
  Type* type = make_extension_type(vm, "ReferenceType", "weakref", &kTraits);
  type->no_instance_dict = true;
  set_dotted_name(vm, type);
  install(vm, type, kMethods);
  install_static(vm, type, kNew);
  install_properties(vm, type, kProperties);
  vm.extensions[&kTypeKey] = type;
  return type;
}

bool can_be_weakly_referenced(Vm& vm, Value value) {
  if (!value.is_object()) return false;
  const Object* object = value.object();
  switch (object->kind) {
    case Kind::Function:
    case Kind::BoundMethod:
    case Kind::Type:
    case Kind::Module:
    case Kind::Generator: return true;
    case Kind::Native: return cast<Native>(value)->owner == nullptr || cast<Native>(value)->self != kUnbound;
    case Kind::Set: return true;
    case Kind::Extension: return object->type->is_user ? class_allows(vm, object->type) || !object->type->traits->no_weak_references
                                                       : !object->type->traits->no_weak_references;
    case Kind::Instance: return object->type->is_user ? class_allows(vm, object->type) : object->type != vm.types.object;
    case Kind::Int:
    case Kind::Tuple: return false;  // their items stand in the object itself: there is no place
    case Kind::Bytes: return object->type->is_user && (object->flags & kFrozen) == 0 && class_allows(vm, object->type);
    default: return object->type->is_user && class_allows(vm, object->type);
  }
}

Ref make_weak_reference(Vm& vm, Type* type, Value target, Value callback) {
  if (!can_be_weakly_referenced(vm, target))
    return vm.raise(vm.types.TypeError, "cannot create weak reference to '{}' object", type_name(vm, target));
  Object* object = target.object();
  auto* const first = (object->flags & kWeaklyReferenced) != 0 ? static_cast<WeakReference*>(vm.weak_references[object]) : nullptr;
  if (callback.is_none() && !type->is_user)
    for (auto* at = first; at != nullptr; at = at->next)
      if (at->type == type && at->callback.is_none()) return Value(at);
  auto* reference = static_cast<WeakReference*>(allocate_instance(vm, type));
  Ref owner = Ref::steal(Value(reference));
  reference->callback = Ref(callback).release();
  reference->target = object;
  reference->next = first;
  object->flags |= kWeaklyReferenced;
  vm.weak_references[object] = reference;
  return owner;
}

void clear_weak_references(Vm& vm, Object* object) {
  for (const Ref& reference : kill(vm, object)) tell(vm, reference);
}

void forget_garbage(Vm& vm, const std::vector<Object*>& garbage) {
  std::vector<Ref> killed;
  for (Object* object : garbage) {
    if ((object->flags & kWeaklyReferenced) == 0) continue;
    for (Ref& reference : kill(vm, object)) killed.push_back(std::move(reference));
  }
  if (killed.empty()) return;
  std::vector<Object*> sorted(garbage);
  std::sort(sorted.begin(), sorted.end());
  for (const Ref& reference : killed)
    if (!std::binary_search(sorted.begin(), sorted.end(), reference.get().object())) tell(vm, reference);
}

Ref make_weakref_module(Vm& vm) {
  Ref module = make_module(vm, "_weakref");
  module_set(vm, cast<Module>(module), "ref", Value(weak_reference_type(vm)));
  install(vm, cast<Module>(module), kFunctions);
  return module;
}

}  // namespace waiter::python
