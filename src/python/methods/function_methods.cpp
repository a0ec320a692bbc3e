// Functions, bound methods, cells and code objects: their attributes, and what calling and binding them means.

#include <algorithm>

#include "python/accessor.h"
#include "python/code_object.h"
#include "python/methods/helpers.h"
#include "python/methods/install.h"

namespace waiter::python {
namespace {

Function* function_of(Value value) { return cast<Function>(value); }

bool assign(Value& place, Value value) {
  incref(value);
  decref(std::exchange(place, value));
  return true;
}

template <class T>
bool assign_pointer(T*& place, Value value) {
  T* const old = std::exchange(place, value.is_none() ? nullptr : cast<T>(Ref(value).release()));
  if (old != nullptr) decref(Value(old));
  return true;
}

bool refuse(Vm& vm, const char* message) {
  vm.raise(vm.types.TypeError, message);
  return false;
}

template <class T>
Ref pointer_or_none(T* object) {
  return object == nullptr ? Ref(kNone) : Ref(Value(object));
}

// --- functions ---

Ref get_name(Arguments& args) { return function_of(args[0])->name; }
bool set_name(Vm& vm, Value object, Value value) {
  if (value.is_empty() || !is_str(value)) return refuse(vm, "__name__ must be set to a string object");
  return assign(function_of(object)->name, value);
}
Ref get_qualname(Arguments& args) { return function_of(args[0])->qualname; }
bool set_qualname(Vm& vm, Value object, Value value) {
  if (value.is_empty() || !is_str(value)) return refuse(vm, "__qualname__ must be set to a string object");
  return assign(function_of(object)->qualname, value);
}
Ref get_module(Arguments& args) { return function_of(args[0])->module; }
bool set_module(Vm&, Value object, Value value) { return assign(function_of(object)->module, value.is_empty() ? kNone : value); }
Ref get_doc(Arguments& args) { return function_of(args[0])->doc; }
bool set_doc(Vm&, Value object, Value value) { return assign(function_of(object)->doc, value.is_empty() ? kNone : value); }
Ref get_defaults(Arguments& args) { return pointer_or_none(function_of(args[0])->defaults); }
bool set_defaults(Vm& vm, Value object, Value value) {
  if (value.is_empty()) value = kNone;
  if (!value.is_none() && !value.is_kind(Kind::Tuple)) return refuse(vm, "__defaults__ must be set to a tuple object");
  return assign_pointer(function_of(object)->defaults, value);
}
Ref get_keyword_defaults(Arguments& args) { return pointer_or_none(function_of(args[0])->keyword_defaults); }
bool set_keyword_defaults(Vm& vm, Value object, Value value) {
  if (value.is_empty()) value = kNone;
  if (!value.is_none() && !value.is_kind(Kind::Dict)) return refuse(vm, "__kwdefaults__ must be set to a dict object");
  return assign_pointer(function_of(object)->keyword_defaults, value);
}
Ref get_annotations(Arguments& args) {
  auto* function = function_of(args[0]);
  if (function->annotations.is_none()) function->annotations = Value(make_dict(args.vm));
  return function->annotations;
}
bool set_annotations(Vm& vm, Value object, Value value) {
  if (value.is_empty()) value = kNone;
  if (!value.is_none() && !value.is_kind(Kind::Dict)) return refuse(vm, "__annotations__ must be set to a dict object");
  return assign(function_of(object)->annotations, value);
}
Ref get_closure(Arguments& args) { return pointer_or_none(function_of(args[0])->closure); }
Ref get_globals(Arguments& args) { return Value(function_of(args[0])->globals); }
Ref get_builtins(Arguments& args) { return Value(args.vm.builtins); }
Ref get_code(Arguments& args) { return code_object(args.vm, function_of(args[0])->code); }
bool set_code(Vm& vm, Value object, Value value) {
  const Code* code = value.is_empty() ? nullptr : code_of(vm, value);
  if (code == nullptr) return refuse(vm, "__code__ must be set to a code object");
  auto* function = function_of(object);
  const std::uint32_t cells = function->closure == nullptr ? 0 : function->closure->count;
  if (cells != code->free_count) {
    vm.raise(vm.types.ValueError, "{}() requires a code object with {} free vars, not {}", str_view(function->name), cells, code->free_count);
    return false;
  }
  function->code = code;
  return true;
}
Ref get_dict(Arguments& args) { return Value(attributes_dict(args.vm, args[0].object(), &function_of(args[0])->attributes)); }
bool set_dict(Vm& vm, Value object, Value value) {
  if (value.is_empty()) return refuse(vm, "cannot delete __dict__");
  if (!value.is_kind(Kind::Dict)) {
    vm.raise(vm.types.TypeError, "__dict__ must be set to a dictionary, not a '{}'", type_name(vm, value));
    return false;
  }
  attributes_set_dict(vm, object.object(), &function_of(object)->attributes, cast<Dict>(value));
  return true;
}

/// function.__get__(object, type): a bound method.
Ref function_get(Arguments& args) {
  if (args[1].is_none()) {
    if (args.get(2).is_none()) return args.vm.raise(args.vm.types.TypeError, "__get__(None, None) is invalid");
    return args[0];
  }
  return make_bound_method(args.vm, args[0], args[1]);
}

Ref call_itself(Arguments& args) {
  const std::vector<Value> rest(args.values + 1, args.values + args.count + args.keyword_count());
  return call(args.vm, args[0], rest, args.names);
}

constexpr AccessorDef kFunction[] = {
    {"__name__", get_name, set_name},
    {"__qualname__", get_qualname, set_qualname},
    {"__module__", get_module, set_module, AccessorKind::Field},
    {"__doc__", get_doc, set_doc, AccessorKind::Field},
    {"__defaults__", get_defaults, set_defaults},
    {"__kwdefaults__", get_keyword_defaults, set_keyword_defaults},
    {"__annotations__", get_annotations, set_annotations},
    {"__closure__", get_closure, nullptr, AccessorKind::Field},
    {"__globals__", get_globals, nullptr, AccessorKind::Field},
    {"__builtins__", get_builtins, nullptr, AccessorKind::Field},
    {"__code__", get_code, set_code},
    {"__dict__", get_dict, set_dict},
};
constexpr NativeDef kFunctionMethods[] = {{"__get__", function_get, 1, 2}, {"__call__", call_itself, 0, -1, Takes::Keywords}};
constexpr NativeDef kCallable[] = {{"__call__", call_itself, 0, -1, Takes::Keywords}};

// --- bound methods ---

Ref method_function(Arguments& args) { return cast<BoundMethod>(args[0])->function; }
Ref method_self(Arguments& args) { return cast<BoundMethod>(args[0])->self; }
Ref method_new(Arguments& args) {
  Vm& vm = args.vm;
  if (!unpack_count(args, "method", 1, 2, 2)) return {};
  if (!is_callable(vm, args[1])) return vm.raise(vm.types.TypeError, "first argument must be callable");
  if (args[2].is_none()) return vm.raise(vm.types.TypeError, "instance must not be None");
  return make_bound_method(vm, args[1], args[2]);
}
Ref method_get(Arguments& args) { return args[0]; }

constexpr AccessorDef kMethod[] = {{"__func__", method_function, nullptr, AccessorKind::Field}, {"__self__", method_self, nullptr, AccessorKind::Field}};
constexpr NativeDef kMethodNew[] = {{"__new__", method_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kMethodMethods[] = {{"__get__", method_get, 1, 2}};

/// What natives have: a method of a type binds as a function does, one of a module does not.
Ref native_get(Arguments& args) {
  if (args[1].is_none()) return args[0];
  const auto* native = cast<Native>(args[0]);
  if (!is_instance(args.vm, args[1], native->owner)) return refuse_receiver(args.vm, native, args[1]);
  return bind_descriptor(args.vm, args[0], args[1], type_of(args.vm, args[1]));
}
constexpr NativeDef kNativeMethods[] = {{"__get__", native_get, 1, 2}};

// --- cells ---

Ref cell_contents(Arguments& args) {
  const Value value = cast<Cell>(args[0])->value;
  return value == kUnbound ? args.vm.raise(args.vm.types.ValueError, "Cell is empty") : Ref(value);
}
bool set_cell_contents(Vm&, Value object, Value value) { return assign(cast<Cell>(object)->value, value.is_empty() ? kUnbound : value); }
Ref cell_new(Arguments& args) {
  if (!unpack_count(args, "cell", 1, 0, 1)) return {};
  return make_cell(args.vm, args.get(1, kUnbound));
}
constexpr AccessorDef kCell[] = {{"cell_contents", cell_contents, set_cell_contents}};
constexpr NativeDef kCellNew[] = {{"__new__", cell_new, 0, -1, Takes::Keywords}};

}  // namespace

void install_function_methods(Vm& vm) {
  const Types& t = vm.types;
  install(vm, t.function, kFunctionMethods);
  install_accessors(vm, t.function, kFunction);
  for (Type* type : {t.bound_method, t.native, t.method_descriptor, t.wrapper_descriptor, t.method_wrapper}) install(vm, type, kCallable);
  for (Type* type : {t.method_descriptor, t.wrapper_descriptor}) install(vm, type, kNativeMethods);
  install(vm, t.bound_method, kMethodMethods);
  install_static(vm, t.bound_method, kMethodNew);
  install_accessors(vm, t.bound_method, kMethod);
  install_accessors(vm, t.cell, kCell);
  install_static(vm, t.cell, kCellNew);
  install_code_object(vm);
}

}  // namespace waiter::python
