#include "python/special_attributes.h"

#include "python/accessor.h"
#include "python/code_object.h"
#include "python/methods/mapping_proxy.h"
#include "python/native_coroutine.h"

namespace waiter::python {
namespace {

/// CPython's documentation of its builtins is not ours to repeat; what has one there has a str here as well.
Ref builtin_doc(Vm& vm, std::string_view name) {
  return make_str(vm, fmt::format("{}: docs.python.org says what it does.", name));
}

Ref native_attribute(Vm& vm, Native* native, Str* name) {
  const Names& names = vm.names;
  if (name == names.dunder_name) return make_str(vm, native->def->name);
  if (name == names.dunder_qualname)
    return make_str(vm, native->owner != nullptr ? fmt::format("{}.{}", native->owner->name->view(), native->def->name)
                                                 : std::string(native->def->name));
  if (name == names.dunder_self) return native->self == kUnbound ? Ref(kNone) : Ref(native->self);
  if (name == names.dunder_module && native->owner == nullptr) return Value(native->module == nullptr ? intern(vm, "builtins") : native->module);
  if (name->view() == "__objclass__" && native->owner != nullptr && native->self == kUnbound) return Value(native->owner);
  if (name->view() == "__text_signature__") return kNone;
  if (name == names.dunder_doc) return builtin_doc(vm, native->def->name);
  return {};
}

/// A frame, as prelude/_frames.py makes it of what has one.
Ref frame_of(Vm& vm, const char* maker, Value of) {
  const Ref module = vm.import_module(intern(vm, "_frames"));
  const Ref make = module ? find_attribute(vm, module, intern(vm, maker)) : Ref();
  return make ? call(vm, make, {&of, 1}) : Ref();
}

Ref generator_attribute(Vm& vm, Generator* generator, Str* name) {
  const Names& names = vm.names;
  if (name == names.dunder_name) return make_str(vm, generator_name(generator));
  if (name == names.dunder_qualname) return make_str(vm, generator_qualname(generator));
  const std::string_view text = name->view();
  if (text == "gi_code" || text == "cr_code" || text == "ag_code") {
    if (generator->code != nullptr) return code_object(vm, generator->code);
    const Ref frame = frame_of(vm, "of_generator", Value(generator));
    return frame ? get_attribute(vm, frame, intern(vm, "f_code")) : Ref();
  }
  if (text == "cr_origin" && generator->what == GeneratorKind::Coroutine) {
    const auto found = vm.origins.find(generator);
    return found == vm.origins.end() ? Ref(kNone) : Ref(found->second);
  }
  if (text == "gi_suspended" || text == "cr_suspended" || text == "ag_suspended")
    return Value::from_bool(generator->state == GeneratorState::Suspended);
  if (text == "gi_running" || text == "cr_running" || text == "ag_running")
    return Value::from_bool(generator->state == GeneratorState::Running);
  if (text == "cr_await" || text == "gi_yieldfrom" || text == "ag_await") {
    const Value awaited = awaited_by(generator);
    return awaited.is_empty() ? Ref(kNone) : Ref(awaited);
  }
  if (text == "gi_frame" || text == "cr_frame" || text == "ag_frame") {
    return generator->state == GeneratorState::Closed ? Ref(kNone) : frame_of(vm, "of_generator", Value(generator));
  }
  return {};
}

}  // namespace

namespace {

/// Those bits of tp_flags that programs ask for: heap type, may be derived from, ready, abstract.
std::int64_t type_flags(Vm& vm, Type* type) {
  const Value abstract = dict_get_name(type->dict, vm.names.dunder_abstractmethods);
  const bool is_abstract = abstract.is_kind(Kind::Set) && cast<Set>(abstract)->used > 0;
  return (type->is_user ? 1 << 9 : 0) | (type->is_final ? 0 : 1 << 10) | (1 << 12) | (is_abstract ? 1 << 20 : 0);
}

}  // namespace

Ref special_type_attribute(Vm& vm, Type* type, Str* name) {
  const Names& names = vm.names;
  if (name == names.dunder_name) return Value(type->name);
  if (name == names.dunder_qualname) return Value(type->qualname);
  if (name == names.dunder_module) return type->module;
  if (name == names.dunder_mro) return Value(type->mro);
  if (name == names.dunder_bases) return Value(type->bases);
  if (name == names.dunder_class) return Value(type->type);
  if (name == names.dunder_doc && !type->is_user) return type == vm.types.none ? Ref(kNone) : builtin_doc(vm, type->name->view());
  if (name == names.dunder_dict) return make_mapping_proxy(vm, Value(type->dict));
  if (name->view() == "__base__") return type->base == nullptr ? Ref(kNone) : Ref(Value(type->base));
  if (name->view() == "__basicsize__") return Value::from_int(type->layout == Kind::Instance ? 16 : 32);
  if (name->view() == "__itemsize__" || name->view() == "__dictoffset__" || name->view() == "__weakrefoffset__") return Value::from_int(0);
  if (name->view() == "__flags__") return Value::from_int(type_flags(vm, type));
  if (name == names.dunder_annotations && type->is_user) {
    if (const Value own = dict_get_name(type->dict, name); !own.is_empty()) return own;
    Dict* dict = make_dict(vm);
    const Ref owner = Ref::steal(Value(dict));
    dict_set_name(vm, type->dict, name, Value(dict));
    return owner;
  }
  return {};
}

Ref special_attribute(Vm& vm, Value object, Str* name) {
  const Names& names = vm.names;
  if (name == names.dunder_class) return Value(type_shown(vm, object));
  if (name == names.dunder_doc) {
    const Value doc = type_lookup(vm, type_of(vm, object), name);
    if (!doc.is_empty()) return doc;
    Type* type = type_of(vm, object);
    const bool has_own = object.is_kind(Kind::Type) || object.is_kind(Kind::Native) || object.is_kind(Kind::BoundMethod);
    if (!type->is_user && !has_own) return special_type_attribute(vm, type, name);
  }
  if (!object.is_object()) return {};
  if (name == names.dunder_dict) {
    if (object.object()->kind == Kind::Module) return Value(cast<Module>(object)->dict);
    const bool shows_dict = !object.object()->type->is_user || !object.object()->type->no_instance_dict;
    if (Attributes* attributes = attributes_of(object.object()); attributes != nullptr && shows_dict && object.object()->type != vm.types.object)
      return Value(attributes_dict(vm, object.object(), attributes));
  }
  switch (object.object()->kind) {
    case Kind::Native: return native_attribute(vm, cast<Native>(object), name);
    case Kind::Generator: return generator_attribute(vm, cast<Generator>(object), name);
    case Kind::BoundMethod: return find_attribute(vm, cast<BoundMethod>(object)->function, name);
    case Kind::ClassMethod:
    case Kind::StaticMethod:
      if (name == names.dunder_func || name == names.dunder_wrapped) return cast<MethodWrapper>(object)->function;
      return {};
    case Kind::Traceback: {
      const auto* traceback = cast<Traceback>(object);
      if (name->view() == "tb_lineno") return Value::from_int(traceback->code->spans[traceback->instruction].line);
      if (name->view() == "tb_frame") return frame_of(vm, "of_traceback", object);
      if (name->view() == "tb_next") return traceback->next == nullptr ? Ref(kNone) : Ref(Value(traceback->next));
      return {};
    }
    default: return {};
  }
}

namespace {

/// The hidden names of a class's and its bases' slots, as compatible_for_assignment compares them.
std::vector<Str*> slot_names(const Type* type) {
  std::vector<Str*> names;
  for (; type != nullptr && type->is_user; type = type->base)
    for (std::uint32_t i = 0; i < type->dict->filled; ++i)
      if (type->dict->entries[i].value.is_kind(Kind::Accessor) && cast<Accessor>(type->dict->entries[i].value)->what() == AccessorKind::Slot)
        names.push_back(cast<Accessor>(type->dict->entries[i].value)->storage);
  return names;
}

/// object_set_class.
bool assign_class(Vm& vm, Value object, Value value) {
  const auto refuse = [&](const std::string& text) {
    vm.raise(vm.types.TypeError, text);
    return false;
  };
  if (value.is_empty()) return refuse("can't delete __class__ attribute");
  if (!value.is_kind(Kind::Type)) return refuse(fmt::format("__class__ must be set to a class, not '{}' object", type_name(vm, value)));
  Type* to = cast<Type>(value);
  Type* from = type_of(vm, object);
  const bool are_modules = from->layout == Kind::Module && to->layout == Kind::Module;
  if (!are_modules && (!to->is_user || !from->is_user)) return refuse("__class__ assignment only supported for mutable types or ModuleType subclasses");
  if (!are_modules && (to->layout != from->layout || to->traits != from->traits || to->no_instance_dict != from->no_instance_dict ||
      to->has_weakref != from->has_weakref || slot_names(to) != slot_names(from) || to->layout == Kind::Type))
    return refuse(fmt::format("__class__ assignment: '{}' object layout differs from '{}'", to->name->view(), from->name->view()));
  // The attributes' shape belongs to the old class: build them anew.
  Object* target = object.object();
  Attributes* attributes = attributes_of(target);
  Attributes before = attributes == nullptr ? Attributes{} : std::exchange(*attributes, Attributes{});
  if (to->is_user) incref(value);
  target->type = to;
  for (std::uint32_t i = 0; before.shape != nullptr && i < before.shape->count; ++i)
    attributes_set(vm, target, attributes, before.shape->names[i], before.slots[i]);
  attributes_clear(vm, &before);
  if (from->is_user) decref(Value(from));
  return true;
}

/// type_set_bases: the new bases must lay their instances out as the old ones do.
bool assign_bases(Vm& vm, Type* type, Value value) {
  const auto refuse = [&](const std::string& text) {
    vm.raise(vm.types.TypeError, text);
    return false;
  };
  if (!value.is_kind(Kind::Tuple)) return refuse(fmt::format("can only assign tuple to {}.__bases__, not {}", type->name->view(), type_name(vm, value)));
  const Tuple* bases = cast<Tuple>(value);
  if (bases->count == 0) return refuse(fmt::format("can only assign non-empty tuple to {}.__bases__, not ()", type->name->view()));
  for (std::uint32_t i = 0; i < bases->count; ++i) {
    if (!bases->items[i].is_kind(Kind::Type))
      return refuse(fmt::format("{}.__bases__ must be tuple of classes, not '{}'", type->name->view(), type_name(vm, bases->items[i])));
    if (is_subtype(cast<Type>(bases->items[i]), type)) return refuse("a __bases__ item causes an inheritance cycle");
  }
  return change_bases(vm, type, bases);
}

int assign_type_attribute(Vm& vm, Type* type, Str* name, Value value) {
  const Names& names = vm.names;
  if (name == names.dunder_mro || name == names.dunder_dict) {
    if (!type->is_user) return 0;
    vm.raise(vm.types.AttributeError, name == names.dunder_mro ? "readonly attribute" : "attribute '__dict__' of 'type' objects is not writable");
    return -1;
  }
  if (!type->is_user) return 0;
  if (name == names.dunder_bases) return assign_bases(vm, type, value) ? 1 : -1;
  if (name == names.dunder_module) {
    decref(std::exchange(type->module, Ref(value).release()));
    return 0;  // it stands in the class's dict as well
  }
  if (name != names.dunder_name && name != names.dunder_qualname) return 0;
  if (!is_str(value)) {
    vm.raise(vm.types.TypeError, "can only assign string to {}.{}, not '{}'", type->name->view(), name->view(), type_name(vm, value));
    return -1;
  }
  const bool is_name = name == names.dunder_name;
  if (is_name && str_view(value).find('\0') != std::string_view::npos) {
    vm.raise(vm.types.ValueError, "type name must not contain null characters");
    return -1;
  }
  Str*& place = is_name ? type->name : type->qualname;
  const Value old(std::exchange(place, cast<Str>(Ref(value).release())));
  decref(old);
  return 1;
}

}  // namespace

int special_set_attribute(Vm& vm, Value object, Str* name, Value value) {
  const Names& names = vm.names;
  if (name == names.dunder_class) return assign_class(vm, object, value) ? 1 : -1;
  if (!object.is_object()) return 0;
  if (object.is_kind(Kind::Generator) && (name == names.dunder_name || name == names.dunder_qualname)) {
    auto* generator = cast<Generator>(object);
    if (generator->is_native) return 0;
    if (!is_str(value)) {
      vm.raise(vm.types.TypeError, "{} must be set to a string object", name->view());
      return -1;
    }
    decref(std::exchange(name == names.dunder_name ? generator->name : generator->qualname, Ref(value).release()));
    return 1;
  }
  if (!object.is_kind(Kind::Type)) return 0;
  return assign_type_attribute(vm, cast<Type>(object), name, value);
}

}  // namespace waiter::python
