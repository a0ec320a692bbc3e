// The attribute protocol: descriptors, instance attributes, __getattr__, types, modules, super.

#include "python/accessor.h"
#include "python/exception_fields.h"
#include "python/not_run.h"
#include "python/operations.h"
#include "python/special_attributes.h"

namespace waiter::python {

namespace {

/// What "Did you mean" and the program itself will ask the exception for.
void remember_attribute(Vm& vm, Exception* exception, Value object, Str* name) {
  set_exception_field(vm, exception, field::kName, Value(name));
  set_exception_field(vm, exception, field::kObject, object);
}

/// An AttributeError that a program's own code raised is told, too, what it is about (set_attribute_error_context).
Ref failed_attribute(Vm& vm, Value object, Str* name) {
  if (!vm.error_is(vm.types.AttributeError)) return {};
  auto* exception = cast<Exception>(vm.error());
  if (exception->fields == nullptr) remember_attribute(vm, exception, object, name);
  return {};
}

/// moduleobject.c, module_getattro: what is missing may be missing only yet.
std::string no_module_attribute(Vm& vm, const Module* module, std::string_view name) {
  const std::string_view own = module->name->view();
  if (module->extra == kModuleInitializing)
    return fmt::format("partially initialized module '{}' has no attribute '{}' (most likely due to a circular import)", own, name);
  const Value child = dict_get_name(vm.modules, intern(vm, fmt::format("{}.{}", own, name)));
  if (child.is_kind(Kind::Module) && child.object()->extra == kModuleInitializing)
    return fmt::format("cannot access submodule '{}' of module '{}' (most likely due to a circular import)", name, own);
  // A file of the program is what it is, whatever the module of CPython's with its name has.
  const bool is_the_programs = !dict_get_name(module->dict, vm.names.dunder_file).is_empty();
  if (std::string words = is_the_programs ? std::string() : refusal_of_name(own, name); !words.empty()) return words;
  return fmt::format("module '{}' has no attribute '{}'", own, name);
}

}  // namespace

Ref raise_no_attribute(Vm& vm, Value object, Str* name, bool reading) {
  std::string message;
  if (object.is_kind(Kind::Type)) message = fmt::format("type object '{}' has no attribute '{}'", cast<Type>(object)->name->view(), name->view());
  else if (object.is_kind(Kind::Module)) message = no_module_attribute(vm, cast<Module>(object), name->view());
  else message = fmt::format("'{}' object has no attribute '{}'", type_name(vm, object), name->view());
  const Ref text = make_str(vm, message);
  const Value args[] = {text};
  const Ref exception = make_exception(vm, vm.types.AttributeError, args);
  if (reading) remember_attribute(vm, cast<Exception>(exception), object, name);
  vm.set_error(exception);
  return {};
}

namespace {

bool is_data_descriptor(Vm& vm, Value found) {
  if (!found.is_object()) return false;
  if (found.object()->kind == Kind::Property || found.object()->kind == Kind::Accessor) return true;
  if (found.object()->kind != Kind::Instance && found.object()->kind != Kind::Extension) return false;
  Type* type = found.object()->type;
  return !type_lookup(vm, type, vm.names.dunder_set).is_empty() || !type_lookup(vm, type, vm.names.dunder_delete).is_empty();
}

/// Whether reading it is the descriptor's business: one that has only __set__ or __delete__ leaves reading to the instance.
bool binds_when_read(Vm& vm, Value found) {
  if (found.object()->kind != Kind::Instance && found.object()->kind != Kind::Extension) return true;
  return !type_lookup(vm, found.object()->type, vm.names.dunder_get).is_empty();
}

/// A name of a type or of one of its bases, bound to the type (functions stay functions).
Ref get_type_attribute(Vm& vm, Type* type, Str* name) {
  const Value from_meta = type_lookup(vm, type->type, name);
  if (!from_meta.is_empty() && (from_meta.is_kind(Kind::Property) || from_meta.is_kind(Kind::Accessor))) return bind_descriptor(vm, from_meta, Value(type), type->type);
  // What `type` itself has as data descriptors: a class cannot hide them with names of its own.
  if (name->size > 4 && name->data[0] == '_' && name->data[1] == '_')
    if (Ref special = special_type_attribute(vm, type, name); special || vm.has_error()) return special;
  const Value found = type_lookup(vm, type, name);
  if (!found.is_empty()) {
    if (found.is_object()) {
      switch (found.object()->kind) {
        case Kind::ClassMethod: return bind_descriptor(vm, found, Value(type), type);
        case Kind::StaticMethod: return cast<MethodWrapper>(found)->function;
        case Kind::Instance: {
          const Value getter = type_lookup(vm, found.object()->type, vm.names.dunder_get);
          if (getter.is_empty()) break;
          const Value args[] = {kNone, Value(type)};
          return call_special(vm, getter, found, args);
        }
        default: break;
      }
    }
    return found;
  }
  if (!from_meta.is_empty()) return bind_descriptor(vm, from_meta, Value(type), type->type);
  return {};
}

Ref get_super_attribute(Vm& vm, Super* object, Str* name) {
  const Tuple* mro = object->self_type == nullptr ? vm.types.super->mro : object->self_type->mro;
  std::uint32_t at = 0;
  while (at < mro->count && mro->items[at].object() != object->start) ++at;
  const bool is_own = name == vm.names.dunder_class || object->self_type == nullptr;
  for (++at; !is_own && at < mro->count; ++at) {
    const Value found = dict_get_name(cast<Type>(mro->items[at])->dict, name);
    if (found.is_empty()) continue;
    // super() in a class method or __new__: bound to the class.
    if (object->self.is_kind(Kind::Type) && object->self.object() == object->self_type) {
      if (found.is_kind(Kind::ClassMethod)) return bind_descriptor(vm, found, object->self, object->self_type);
      if (found.is_kind(Kind::StaticMethod)) return cast<MethodWrapper>(found)->function;
      return found;
    }
    return bind_descriptor(vm, found, object->self, object->self_type);
  }
  // What the super object has itself: __thisclass__, __self__, __repr__, ...
  if (name == vm.names.dunder_class) return Value(vm.types.super);
  const Value found = type_lookup(vm, vm.types.super, name);
  return found.is_empty() ? Ref() : bind_descriptor(vm, found, Value(object), vm.types.super);
}

}  // namespace

/// What a class attribute gives when it is read through an instance.
Ref bind_descriptor(Vm& vm, Value found, Value object, Type* type) {
  if (!found.is_object()) return found;
  switch (found.object()->kind) {
    case Kind::Function: return make_bound_method(vm, found, object);
    case Kind::Native: {
      const auto* native = cast<Native>(found);
      if (native->owner == nullptr || native->self != kUnbound) return found;
      auto* bound = vm.heap.make<Native>(Kind::Native, native->role() == NativeRole::Slot ? vm.types.method_wrapper : vm.types.native);
      bound->extra = native->extra;
      bound->def = native->def;
      bound->owner = native->owner;
      bound->self = Ref(object).release();
      return Ref::steal(Value(bound));
    }
    case Kind::Property: {
      const auto* property = cast<Property>(found);
      if (property->getter.is_none()) {
        return vm.raise(vm.types.AttributeError, "property of '{}' object has no getter", type->name->view());
      }
      const Value args[] = {object};
      const Ref getter = property->getter;
      return call(vm, getter, args);
    }
    case Kind::Accessor: {
      const auto* accessor = cast<Accessor>(found);
      Ref value = accessor_get(vm, accessor, object);
      return value || vm.has_error() ? value : raise_no_attribute(vm, object, accessor->name);
    }
    case Kind::ClassMethod: {
      const Value function = cast<MethodWrapper>(found)->function;
      const bool binds = function.is_kind(Kind::Property) || function.is_kind(Kind::ClassMethod) || function.is_kind(Kind::StaticMethod) ||
                         ((function.is_kind(Kind::Instance) || function.is_kind(Kind::Extension)) && !type_lookup(vm, function.object()->type, vm.names.dunder_get).is_empty());
      if (binds) {  // cm_descr_get: what it wraps may bind in a way of its own, to the class
        const Ref held = function;
        return bind_descriptor(vm, held, Value(type), type);
      }
      if (!function.is_kind(Kind::Native) || cast<Native>(function)->role() != NativeRole::ClassMethod) return make_bound_method(vm, function, Value(type));
      auto* bound = vm.heap.make<Native>(Kind::Native, vm.types.native);
      bound->extra = cast<Native>(function)->extra;
      bound->def = cast<Native>(function)->def;
      bound->owner = cast<Native>(function)->owner;
      bound->self = Ref(Value(type)).release();
      return Ref::steal(Value(bound));
    }
    case Kind::StaticMethod: return cast<MethodWrapper>(found)->function;
    case Kind::Super:
    case Kind::Instance:
    case Kind::Extension: {
      const Value getter = type_lookup(vm, found.object()->type, vm.names.dunder_get);
      if (getter.is_empty()) return found;
      const Value args[] = {object, Value(type)};
      const Ref held = found;
      return call_special(vm, getter, held, args);
    }
    default: return found;
  }
}

Ref generic_get_attribute(Vm& vm, Value object, Str* name) {
  if (object.is_kind(Kind::Type)) return get_type_attribute(vm, cast<Type>(object), name);
  if (object.is_kind(Kind::Super)) return get_super_attribute(vm, cast<Super>(object), name);
  Type* type = type_of(vm, object);
  const Value found = type_lookup(vm, type, name);
  if (found.is_kind(Kind::Property) && cast<Property>(found)->getter.is_none())
    return vm.raise(vm.types.AttributeError, "property '{}' of '{}' object has no getter", name->view(), type->name->view());
  if (found.is_kind(Kind::Accessor)) return accessor_get(vm, cast<Accessor>(found), object);
  if (!found.is_empty() && is_data_descriptor(vm, found) && binds_when_read(vm, found)) return bind_descriptor(vm, found, object, type);
  if (object.is_object()) {
    if (const Attributes* attributes = attributes_of(object.object())) {
      const Value value = attributes_get(attributes, name);
      if (!value.is_empty()) return value;
    }
    if (object.object()->kind == Kind::Module) {
      const Value value = dict_get_name(cast<Module>(object)->dict, name);
      if (!value.is_empty()) return value;
    }
  }
  if (!found.is_empty()) return bind_descriptor(vm, found, object, type);
  return special_attribute(vm, object, name);
}

Ref find_attribute(Vm& vm, Value object, Str* name) {
  Type* type = type_of(vm, object);
  Ref value;
  if (type->has_getattribute) {
    const Value args[] = {Value(name)};
    value = call_special(vm, type_lookup(vm, type, vm.names.dunder_getattribute), object, args);
  } else {
    value = generic_get_attribute(vm, object, name);
  }
  if (value) return value;
  if (vm.has_error() && !vm.error_is(vm.types.AttributeError)) return {};
  if (type->has_getattr) {
    vm.clear_error();
    const Value args[] = {Value(name)};
    value = call_special(vm, type_lookup(vm, type, vm.names.dunder_getattr), object, args);
    if (value || !vm.error_is(vm.types.AttributeError)) return value;
  } else if (object.is_kind(Kind::Module)) {
    const Value hook = dict_get_name(cast<Module>(object)->dict, vm.names.dunder_getattr);
    if (!hook.is_empty()) {
      const Value args[] = {Value(name)};
      value = call(vm, hook, args);
      if (value || !vm.error_is(vm.types.AttributeError)) return value;
    }
  }
  vm.clear_error();
  return {};
}

Ref get_attribute(Vm& vm, Value object, Str* name) {
  Type* type = type_of(vm, object);
  if (!type->has_getattribute && !type->has_getattr && !object.is_kind(Kind::Module)) {
    Ref value = generic_get_attribute(vm, object, name);
    if (value) return value;
    // A bound method asks its function last, whose complaint it is (method_getattro).
    const bool is_method = object.is_kind(Kind::BoundMethod);
    return vm.has_error() ? failed_attribute(vm, object, name) : raise_no_attribute(vm, is_method ? cast<BoundMethod>(object)->function : object, name);
  }
  // With hooks, the AttributeError is the hook's own.
  Ref value;
  if (type->has_getattribute) {
    const Value args[] = {Value(name)};
    value = call_special(vm, type_lookup(vm, type, vm.names.dunder_getattribute), object, args);
    if (value) return value;
    if (!vm.error_is(vm.types.AttributeError) || !type->has_getattr) return failed_attribute(vm, object, name);
    vm.clear_error();
  } else {
    value = generic_get_attribute(vm, object, name);
    if (value) return value;
    if (vm.has_error()) {
      if (!vm.error_is(vm.types.AttributeError) || !type->has_getattr) return failed_attribute(vm, object, name);
      vm.clear_error();
    }
  }
  if (type->has_getattr) {
    const Value args[] = {Value(name)};
    value = call_special(vm, type_lookup(vm, type, vm.names.dunder_getattr), object, args);
    return value ? std::move(value) : failed_attribute(vm, object, name);
  }
  // A module (PEP 562): what its __getattr__ raises is its own.
  const Value hook = dict_get_name(cast<Module>(object)->dict, vm.names.dunder_getattr);
  if (hook.is_empty()) return raise_no_attribute(vm, object, name);
  const Value args[] = {Value(name)};
  Ref answer = call(vm, hook, args);
  // CPython's own modules have no such hook: theirs is the complaint of any module.
  const bool is_ours = hook.is_kind(Kind::Function) && cast<Function>(hook)->code->is_prelude;
  return answer || !is_ours ? std::move(answer) : failed_attribute(vm, object, name);
}

bool generic_set_attribute(Vm& vm, Value object, Str* name, Value value) {
  Type* type = type_of(vm, object);
  const Value found = type_lookup(vm, type, name);
  if (found.is_kind(Kind::Property)) {
    const auto* property = cast<Property>(found);
    if (property->setter.is_none()) {
      vm.raise(vm.types.AttributeError, "property '{}' of '{}' object has no setter", name->view(), type->name->view());
      return false;
    }
    const Value args[] = {object, value};
    const Ref setter = property->setter;
    return static_cast<bool>(call(vm, setter, args));
  }
  if (found.is_kind(Kind::Accessor)) return accessor_set(vm, cast<Accessor>(found), object, value);
  if (!found.is_empty() && is_data_descriptor(vm, found)) {
    const Value setter = type_lookup(vm, found.object()->type, vm.names.dunder_set);
    if (setter.is_empty()) {
      vm.raise(vm.types.AttributeError, "__set__");
      return false;
    }
    const Value args[] = {object, value};
    const Ref held = found;
    return static_cast<bool>(call_special(vm, setter, held, args));
  }
  if (const int special = special_set_attribute(vm, object, name, value); special != 0) return special > 0;
  if (object.is_object()) {
    if (object.object()->kind == Kind::Module) {
      dict_set_name(vm, cast<Module>(object)->dict, name, value);
      return true;
    }
    if (object.object()->kind == Kind::Type) {
      Type* target = cast<Type>(object);
      if (!target->is_user) {
        vm.raise(vm.types.TypeError, "cannot set '{}' attribute of immutable type '{}'", name->view(), target->name->view());
        return false;
      }
      type_set(vm, target, name, value);
      return true;
    }
    const bool takes_none = type == vm.types.object || (type->is_user && type->no_instance_dict);
    Attributes* attributes = takes_none ? nullptr : attributes_of(object.object());
    if (attributes != nullptr) {
      attributes_set(vm, object.object(), attributes, name, value);
      return true;
    }
  }
  if (name == vm.names.dunder_doc && (object.is_kind(Kind::BoundMethod) || object.is_kind(Kind::Native)))
    vm.raise(vm.types.AttributeError, "attribute '__doc__' of '{}' objects is not writable", type->name->view());
  else if (!found.is_empty()) vm.raise(vm.types.AttributeError, "'{}' object attribute '{}' is read-only", type->name->view(), name->view());
  else raise_no_attribute(vm, object, name, false);
  return false;
}

bool set_attribute(Vm& vm, Value object, Str* name, Value value) {
  Type* type = type_of(vm, object);
  if (type->has_setattr) {
    const Value args[] = {Value(name), value};
    return static_cast<bool>(call_special(vm, type_lookup(vm, type, vm.names.dunder_setattr), object, args));
  }
  return generic_set_attribute(vm, object, name, value);
}

bool generic_delete_attribute(Vm& vm, Value object, Str* name) {
  Type* type = type_of(vm, object);
  if (object.is_kind(Kind::Type) && !cast<Type>(object)->is_user) {
    vm.raise(vm.types.TypeError, "cannot set '{}' attribute of immutable type '{}'", name->view(), cast<Type>(object)->name->view());
    return false;
  }
  const Value found = type_lookup(vm, type, name);
  if (found.is_kind(Kind::Property)) {
    const auto* property = cast<Property>(found);
    if (property->deleter.is_none()) {
      vm.raise(vm.types.AttributeError, "property '{}' of '{}' object has no deleter", name->view(), type->name->view());
      return false;
    }
    const Value args[] = {object};
    const Ref deleter = property->deleter;
    return static_cast<bool>(call(vm, deleter, args));
  }
  if (found.is_kind(Kind::Accessor)) return accessor_set(vm, cast<Accessor>(found), object, Value());
  if (!found.is_empty() && found.is_object()) {
    const bool may_have = found.object()->kind == Kind::Instance || found.object()->kind == Kind::Extension;
    const Value deleter = may_have ? type_lookup(vm, found.object()->type, vm.names.dunder_delete) : Value();
    if (!deleter.is_empty()) {
      const Value args[] = {object};
      const Ref held = found;
      return static_cast<bool>(call_special(vm, deleter, held, args));
    }
    if (is_data_descriptor(vm, found)) {
      vm.raise(vm.types.AttributeError, "__delete__");
      return false;
    }
  }
  if (name == vm.names.dunder_class) {
    vm.raise(vm.types.TypeError, "can't delete __class__ attribute");
    return false;
  }
  if (object.is_object()) {
    if (object.object()->kind == Kind::Module && dict_delete_name(vm, cast<Module>(object)->dict, name)) return true;
    if (object.object()->kind == Kind::Type && cast<Type>(object)->is_user) {
      if (!dict_get_name(cast<Type>(object)->dict, name).is_empty()) {
        type_set(vm, cast<Type>(object), name, Value());
        return true;
      }
    }
    Attributes* attributes = attributes_of(object.object());
    if (attributes != nullptr && attributes_delete(vm, attributes, name)) return true;
  }
  raise_no_attribute(vm, object, name, false);
  return false;
}

bool delete_attribute(Vm& vm, Value object, Str* name) {
  Type* type = type_of(vm, object);
  if (type->has_delattr) {
    const Value args[] = {Value(name)};
    return static_cast<bool>(call_special(vm, type_lookup(vm, type, vm.names.dunder_delattr), object, args));
  }
  return generic_delete_attribute(vm, object, name);
}

Ref find_special(Vm& vm, Value object, Str* name) {
  Type* type = type_of(vm, object);
  const Value found = type_lookup(vm, type, name);
  if (found.is_empty()) return {};
  return bind_descriptor(vm, found, object, type);
}

Ref call_special(Vm& vm, Value method, Value self, std::span<const Value> args) {
  if (method.is_kind(Kind::Function) || (method.is_kind(Kind::Native) && cast<Native>(method)->owner != nullptr && cast<Native>(method)->self == kUnbound)) {
    Value all[6];
    WAITER_ASSERT(args.size() < 6, "special methods have few arguments");
    all[0] = self;
    for (std::size_t i = 0; i < args.size(); ++i) all[i + 1] = args[i];
    const Ref held = method;
    return call(vm, held, {all, args.size() + 1});
  }
  const Ref bound = bind_descriptor(vm, method, self, type_of(vm, self));
  if (!bound) return {};
  return call(vm, bound, args);
}

}  // namespace waiter::python
