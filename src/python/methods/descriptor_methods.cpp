// property, classmethod, staticmethod, super.

#include "python/accessor.h"
#include "python/methods/helpers.h"
#include "python/methods/install.h"
#include "python/special_attributes.h"

namespace waiter::python {
namespace {

constexpr std::uint16_t kDocOfGetter = 1;  // a property's `extra`: nobody gave it a docstring of its own

Property* property_of(Arguments& args) { return cast<Property>(args[0]); }

void assign(Value& place, Value value) {
  incref(value);
  const Value old = std::exchange(place, value);
  if (!old.is_empty()) decref(old);
}

/// __new__ of the wrappers: an empty one of the class asked for; __init__ fills it.
Ref property_new(Arguments& args) {
  Type* type = class_to_make(args, args.vm.types.property);
  if (type == nullptr) return {};
  auto* property = static_cast<Property*>(allocate_instance(args.vm, type));
  property->getter = property->setter = property->deleter = property->doc = kNone;
  return Ref::steal(Value(property));
}

Ref property_init(Arguments& args) {
  Value out[4];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "property", {"fget", "fset", "fdel", "doc"}, 0, out)) return {};
  Property* property = property_of(args);
  Value* const places[] = {&property->getter, &property->setter, &property->deleter, &property->doc};
  for (std::size_t i = 0; i < 4; ++i)
    if (!out[i].is_empty()) assign(*places[i], out[i]);
  if (!property->doc.is_none() || property->getter.is_none()) return none();
  Vm& vm = args.vm;
  Ref doc = find_attribute(vm, property->getter, vm.names.dunder_doc);
  if (!doc && vm.has_error()) return {};
  if (!doc) return none();
  // A subclass has a docstring of its own, which the instance's hides.
  if (property->type->is_user) {
    if (!generic_set_attribute(vm, args[0], vm.names.dunder_doc, doc)) return {};
  } else {
    assign(property->doc, doc);
    property->extra = kDocOfGetter;
  }
  return none();
}

Ref with_part(Arguments& args, std::size_t part) {
  const Property* from = property_of(args);
  // A docstring that was the getter's gives way to that of the new one.
  const bool keeps_doc = part != 0 || from->type->is_user || from->extra != kDocOfGetter;
  const Value values[] = {part == 0 ? args[1] : from->getter, part == 1 ? args[1] : from->setter, part == 2 ? args[1] : from->deleter,
                          keeps_doc ? from->doc : kNone};
  return call(args.vm, Value(from->type), values);
}
Ref property_getter(Arguments& args) { return with_part(args, 0); }
Ref property_setter(Arguments& args) { return with_part(args, 1); }
Ref property_deleter(Arguments& args) { return with_part(args, 2); }

Ref property_get(Arguments& args) {
  if (args[1].is_none()) return args[0];
  return bind_descriptor(args.vm, args[0], args[1], type_of(args.vm, args[1]));
}

Ref property_set(Arguments& args) {
  const Ref setter = property_of(args)->setter;
  if (setter.get().is_none())
    return args.vm.raise(args.vm.types.AttributeError, "property of '{}' object has no setter", type_name(args.vm, args[1]));
  const Value values[] = {args[1], args[2]};
  return none_or_error(static_cast<bool>(call(args.vm, setter, values)));
}

Ref property_delete(Arguments& args) {
  const Ref deleter = property_of(args)->deleter;
  if (deleter.get().is_none())
    return args.vm.raise(args.vm.types.AttributeError, "property of '{}' object has no deleter", type_name(args.vm, args[1]));
  return none_or_error(static_cast<bool>(call(args.vm, deleter, {args.values + 1, 1})));
}

Ref make_wrapper(Arguments& args, Type* base, Kind kind) {
  Type* type = class_to_make(args, base);
  if (type == nullptr || !unpack_count(args, base->name->view(), 1, 1, 1)) return {};
  auto* wrapper = type->is_user ? static_cast<MethodWrapper*>(allocate_instance(args.vm, type)) : args.vm.heap.make<MethodWrapper>(kind, type);
  wrapper->function = Ref(args[1]).release();
  return Ref::steal(Value(wrapper));
}
Ref classmethod_new(Arguments& args) { return make_wrapper(args, args.vm.types.classmethod, Kind::ClassMethod); }
Ref staticmethod_new(Arguments& args) { return make_wrapper(args, args.vm.types.staticmethod, Kind::StaticMethod); }

Ref wrapper_get(Arguments& args) {
  Type* type = args.count > 2 && args[2].is_kind(Kind::Type) ? cast<Type>(args[2]) : type_of(args.vm, args[1]);
  return bind_descriptor(args.vm, args[0], args[1], type);
}

Ref staticmethod_call(Arguments& args) {
  const std::vector<Value> rest(args.values + 1, args.values + args.count + args.keyword_count());
  const Ref function = cast<MethodWrapper>(args[0])->function;
  return call(args.vm, function, rest, args.names);
}

/// super() without arguments: __class__ and the first argument of the function that calls it.
bool find_super_arguments(Vm& vm, Value& start, Value& self) {
  const auto fail = [&](const char* message) {
    vm.raise(vm.types.RuntimeError, message);
    return false;
  };
  Frame* frame = vm.frame;
  if (frame == nullptr || frame->code == nullptr) return fail("super(): no current frame");
  const Code* code = frame->code;
  if (code->argument_count == 0 && (code->flags & kCodeVarArgs) == 0) return fail("super(): no arguments");
  const std::uint32_t first = code->argument_count == 0 ? code->keyword_only_count : 0;
  self = frame->slots[first];
  if (code->argument_count == 0 && self.is_kind(Kind::Tuple)) {
    if (cast<Tuple>(self)->count == 0) return fail("super(): no arguments");
    return fail("super(): no arguments");
  }
  if (self.is_kind(Kind::Cell)) self = cast<Cell>(self)->value;
  if (self == kUnbound) return fail("super(): arg[0] deleted");
  for (std::uint32_t i = code->local_count; i-- > 0;) {
    if (code->local_names[i]->view() != "__class__") continue;
    const Value cell = frame->slots[i];
    if (!cell.is_kind(Kind::Cell)) break;
    start = cast<Cell>(cell)->value;
    if (start == kUnbound) return fail("super(): empty __class__ cell");
    return true;
  }
  return fail("super(): __class__ cell not found");
}

Ref super_new(Arguments& args) {
  Vm& vm = args.vm;
  Type* type = class_to_make(args, vm.types.super);
  if (type == nullptr || !no_keywords(args, "super") || !unpack_count(args, "super()", 1, 0, 2)) return {};
  Value start = args.get(1, Value()), self = args.get(2, Value());
  if (args.count == 1 && !find_super_arguments(vm, start, self)) return {};
  if (!start.is_kind(Kind::Type)) return vm.raise(vm.types.TypeError, "super() argument 1 must be a type, not {}", type_name(vm, start));
  if (self.is_empty() || self.is_none()) {
    auto* object = vm.heap.make<Super>(Kind::Super, vm.types.super);
    object->start = cast<Type>(Ref(start).release());
    object->self = kNone;
    return Ref::steal(Value(object));
  }
  // In a class method or __new__, the second one is the class itself.
  Type* self_type = self.is_kind(Kind::Type) && is_subtype(cast<Type>(self), cast<Type>(start)) ? cast<Type>(self) : type_of(vm, self);
  if (!is_subtype(self_type, cast<Type>(start)))
    return vm.raise(vm.types.TypeError, "super(type, obj): obj must be an instance or subtype of type");
  auto* object = vm.heap.make<Super>(Kind::Super, vm.types.super);
  object->start = cast<Type>(Ref(start).release());
  object->self = Ref(self).release();
  object->self_type = cast<Type>(Ref(Value(self_type)).release());
  return Ref::steal(Value(object));
}

Ref property_fget(Arguments& args) { return property_of(args)->getter; }
Ref property_fset(Arguments& args) { return property_of(args)->setter; }
Ref property_fdel(Arguments& args) { return property_of(args)->deleter; }
Ref property_doc(Arguments& args) { return property_of(args)->doc; }
bool set_property_doc(Vm&, Value object, Value value) {
  assign(cast<Property>(object)->doc, value.is_empty() ? kNone : value);
  return true;
}

/// Whether a wrapped function says of itself that it is abstract.
int says_abstract(Vm& vm, Value function) {
  if (function.is_none()) return 0;
  const Ref mark = find_attribute(vm, function, intern(vm, "__isabstractmethod__"));
  return mark ? truth(vm, mark) : vm.has_error() ? -1 : 0;
}
Ref property_abstract(Arguments& args) {
  const Property* property = property_of(args);
  for (const Value part : {property->getter, property->setter, property->deleter})
    if (const int yes = says_abstract(args.vm, part); yes != 0) return boolean_or_error(yes);
  return boolean(false);
}
Ref wrapper_function(Arguments& args) { return cast<MethodWrapper>(args[0])->function; }
/// What functools.wraps would copy of the function (funcobject.c, functools_wraps).
constexpr const char* kCopied[] = {"__module__", "__name__", "__qualname__", "__doc__", "__annotations__"};
template <std::size_t which>
Ref of_wrapped(Arguments& args) {
  constexpr const char* name = kCopied[which];
  Ref found = find_attribute(args.vm, cast<MethodWrapper>(args[0])->function, intern(args.vm, name));
  return found || args.vm.has_error() ? std::move(found) : raise_no_attribute(args.vm, args[0], intern(args.vm, name));
}
Ref wrapper_dict(Arguments& args) {
  Vm& vm = args.vm;
  Ref owner = Ref::steal(Value(make_dict(vm)));
  for (const char* name : kCopied) {
    const Ref found = find_attribute(vm, cast<MethodWrapper>(args[0])->function, intern(vm, name));
    if (!found && vm.has_error()) return {};
    if (found) dict_set_name(vm, cast<Dict>(owner), intern(vm, name), found);
  }
  return owner;
}
Ref wrapper_abstract(Arguments& args) { return boolean_or_error(says_abstract(args.vm, cast<MethodWrapper>(args[0])->function)); }

Ref super_start(Arguments& args) { return Value(cast<Super>(args[0])->start); }
Ref super_self(Arguments& args) { return cast<Super>(args[0])->self; }
Ref super_self_type(Arguments& args) { return cast<Super>(args[0])->self_type == nullptr ? Ref(kNone) : Ref(Value(cast<Super>(args[0])->self_type)); }
constexpr AccessorDef kSuper[] = {{"__thisclass__", super_start, nullptr, AccessorKind::Field}, {"__self__", super_self, nullptr, AccessorKind::Field},
                                  {"__self_class__", super_self_type, nullptr, AccessorKind::Field}};

constexpr NativeDef kPropertyMethods[] = {
    {"__init__", property_init, 0, -1, Takes::Keywords},
    {"getter", property_getter, 1, 1},
    {"setter", property_setter, 1, 1},
    {"deleter", property_deleter, 1, 1},
    {"__get__", property_get, 1, 2},
    {"__set__", property_set, 2, 2},
    {"__delete__", property_delete, 1, 1},
};
constexpr NativeDef kPropertyNew[] = {{"__new__", property_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kClassMethodNew[] = {{"__new__", classmethod_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kStaticMethodNew[] = {{"__new__", staticmethod_new, 0, -1, Takes::Keywords}};
/// An unbound super() in a class binds when it is read through an instance.
Ref super_get(Arguments& args) {
  auto* self = cast<Super>(args[0]);
  if (args[1].is_none() || self->self_type != nullptr) return args[0];
  const Value both[] = {Value(self->start), args[1]};
  return call(args.vm, Value(args.vm.types.super), both);
}

constexpr NativeDef kSuperMethods[] = {{"__get__", super_get, 1, 2}};
constexpr NativeDef kSuperNew[] = {{"__new__", super_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kWrapperMethods[] = {{"__get__", wrapper_get, 1, 2}};
constexpr NativeDef kStaticMethods[] = {{"__call__", staticmethod_call, 0, -1, Takes::Keywords}};
constexpr AccessorDef kProperty[] = {{"fget", property_fget, nullptr, AccessorKind::Field}, {"fset", property_fset, nullptr, AccessorKind::Field},
                                     {"fdel", property_fdel, nullptr, AccessorKind::Field}, {"__doc__", property_doc, set_property_doc, AccessorKind::Field},
                                     {"__isabstractmethod__", property_abstract}};
constexpr AccessorDef kWrapper[] = {{"__func__", wrapper_function, nullptr, AccessorKind::Field}, {"__wrapped__", wrapper_function, nullptr, AccessorKind::Field},
                                    {"__isabstractmethod__", wrapper_abstract},
                                    {"__dict__", wrapper_dict},
                                    {"__module__", of_wrapped<0>},
                                    {"__name__", of_wrapped<1>},
                                    {"__qualname__", of_wrapped<2>},
                                    {"__doc__", of_wrapped<3>},
                                    {"__annotations__", of_wrapped<4>}};

}  // namespace

void install_descriptor_methods(Vm& vm) {
  const Types& t = vm.types;
  install(vm, t.property, kPropertyMethods);
  install_static(vm, t.property, kPropertyNew);
  install(vm, t.classmethod, kWrapperMethods);
  install_static(vm, t.classmethod, kClassMethodNew);
  install(vm, t.staticmethod, kWrapperMethods);
  install(vm, t.staticmethod, kStaticMethods);
  install_static(vm, t.staticmethod, kStaticMethodNew);
  install(vm, t.super, kSuperMethods);
  install_static(vm, t.super, kSuperNew);
  install_accessors(vm, t.property, kProperty);
  for (Type* type : {t.classmethod, t.staticmethod}) install_accessors(vm, type, kWrapper);
  install_accessors(vm, t.super, kSuper);
}

}  // namespace waiter::python
