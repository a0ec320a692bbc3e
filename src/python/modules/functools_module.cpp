// _functools: reduce, cmp_to_key, and the two callables of functools_callables.h. The rest is in prelude/functools.py.

#include "python/modules/functools_callables.h"

#include "python/modules/class_of_natives.h"
#include "python/modules/standard_modules.h"

namespace waiter::python {
namespace {

// --- reduce: a native frame, so that the function's calls do not nest on the C++ stack ---

struct Reduction {
  Value function, iterator, total;  // owned
};

void free_reduction(Vm& vm, Frame* frame) {
  auto* state = static_cast<Reduction*>(std::exchange(frame->native, nullptr));
  for (const Value value : {state->function, state->iterator, state->total}) decref(value);
  vm.heap.free_raw(state, sizeof(Reduction));
}

NativeStep go_on_reducing(Vm& vm, Frame* frame, Resumed how, Ref& value) {
  auto* state = static_cast<Reduction*>(frame->native);
  if (how == Resumed::Raised) {
    free_reduction(vm, frame);
    return NativeStep::Raise;
  }
  if (how == Resumed::Returned) decref(std::exchange(state->total, value.release()));
  while (true) {
    const Ref item = next_item(vm, state->iterator);
    if (!item) {
      if (!vm.has_error()) value = state->total;
      const bool fine = !vm.has_error();
      free_reduction(vm, frame);
      return fine ? NativeStep::Return : NativeStep::Raise;
    }
    const Value both[] = {state->total, item};
    Ref answer = call_or_enter(vm, state->function, both);
    if (!answer) {
      free_reduction(vm, frame);
      return NativeStep::Raise;
    }
    if (answer.get() == kUnbound) return NativeStep::Run;
    decref(std::exchange(state->total, answer.release()));
    if (!vm.tick()) {
      free_reduction(vm, frame);
      return NativeStep::Raise;
    }
  }
}

Ref reduce(Arguments& args) {
  Vm& vm = args.vm;
  Ref iterator = get_iterator(vm, args[1]);
  if (!iterator) {
    if (vm.error_is(vm.types.TypeError)) {
      vm.clear_error();
      return vm.raise(vm.types.TypeError, "reduce() arg 2 must support iteration");
    }
    return {};
  }
  Ref total = args.count > 2 ? Ref(args[2]) : next_item(vm, iterator);
  if (!total) return vm.has_error() ? Ref() : vm.raise(vm.types.TypeError, "reduce() of empty iterable with no initial value");
  auto* state = static_cast<Reduction*>(vm.heap.allocate_raw(sizeof(Reduction)));
  *state = {Ref(args[0]).release(), iterator.release(), total.release()};
  Frame* frame = make_native_frame(vm, go_on_reducing, state);
  if (enter_frame(vm, frame, ReturnTo::Caller)) return Vm::run_instead();
  for (const Value value : {state->function, state->iterator, state->total}) decref(value);
  vm.heap.free_raw(state, sizeof(Reduction));
  return {};
}

// --- cmp_to_key ---

const char kKeyTypeKey = 0;

struct ComparedKey : Extension {
  Value compare, object;  // owned; object empty: this is the K that wraps objects
};

const ExtensionTraits kKeyTraits{
    .size = sizeof(ComparedKey),
    .construct = [](Extension* extension) { static_cast<ComparedKey*>(extension)->compare = kNone; },
    .release =
        [](Vm&, Extension* extension) {
          auto* key = static_cast<ComparedKey*>(extension);
          decref(std::exchange(key->compare, kNone));
          if (const Value old = std::exchange(key->object, Value()); !old.is_empty()) decref(old);
        },
    .traverse =
        [](Extension* extension, void (*visit)(void*, Value), void* context) {
          const auto* key = static_cast<ComparedKey*>(extension);
          visit(context, key->compare);
          if (!key->object.is_empty()) visit(context, key->object);
        },
    .destruct = nullptr,
    .finalise = nullptr,
    .no_weak_references = true,
};

Type* key_type(Vm& vm) { return static_cast<Type*>(vm.extensions[&kKeyTypeKey]); }
ComparedKey* key_of(Arguments& args) { return cast<ComparedKey>(args[0]); }

Ref make_key(Vm& vm, Value compare, Value object) {
  auto* key = static_cast<ComparedKey*>(allocate_instance(vm, key_type(vm)));
  key->compare = Ref(compare).release();
  if (!object.is_empty()) key->object = Ref(object).release();
  return Ref::steal(Value(key));
}

Ref cmp_to_key(Arguments& args) {
  Value out[1];
  if (!bind_arguments(args, "cmp_to_key", {"mycmp"}, 1, out)) return {};
  return make_key(args.vm, out[0], Value());
}

Ref key_call(Arguments& args) {
  Value out[1];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "K", {"obj"}, 1, out)) return {};
  return make_key(args.vm, key_of(args)->compare, out[0]);
}

template <CompareKind kind>
Ref key_compare(Arguments& args) {
  Vm& vm = args.vm;
  if (!args[1].is_kind(Kind::Extension) || args[1].object()->type != key_type(vm))
    return vm.raise(vm.types.TypeError, "other argument must be K instance");
  const Value left = key_of(args)->object, right = cast<ComparedKey>(args[1])->object;
  if (left.is_empty() || right.is_empty()) return vm.raise(vm.types.AttributeError, "object");
  const Ref held_left = left, held_right = right, function = key_of(args)->compare;
  const Value both[] = {left, right};
  const Ref answer = call(vm, function, both);
  return answer ? compare(vm, kind, answer, Value::from_int(0)) : Ref();
}

Ref key_object(Arguments& args) {
  return key_of(args)->object.is_empty() ? none() : Ref(key_of(args)->object);
}
Ref put_key_object(Arguments& args) {
  const Value old = std::exchange(key_of(args)->object, Ref(args[1]).release());
  if (!old.is_empty()) decref(old);
  return none();
}

constexpr NativeDef kKeyMethods[] = {
    {"__call__", key_call, 0, -1, Takes::Keywords},
    {"__eq__", key_compare<CompareKind::Eq>, 1, 1}, {"__ne__", key_compare<CompareKind::Ne>, 1, 1},
    {"__lt__", key_compare<CompareKind::Lt>, 1, 1}, {"__le__", key_compare<CompareKind::Le>, 1, 1},
    {"__gt__", key_compare<CompareKind::Gt>, 1, 1}, {"__ge__", key_compare<CompareKind::Ge>, 1, 1},
};
constexpr NativeDef kGetObject = {"obj", key_object};
constexpr NativeDef kPutObject = {"obj", put_key_object, 1, 1};

constexpr NativeDef kFunctions[] = {
    {"reduce", reduce, 2, 3},
    {"cmp_to_key", cmp_to_key, 0, -1, Takes::Keywords},
};

}  // namespace

Ref make_functools_module(Vm& vm) {
  Ref owner = make_module(vm, "_functools");
  Module* module = cast<Module>(owner);
  Type* key = make_extension_type(vm, "KeyWrapper", "functools", &kKeyTraits);
  key->no_instance_dict = true;
  set_dotted_name(vm, key);
  vm.extensions[&kKeyTypeKey] = key;
  install(vm, key, kKeyMethods);
  install_attribute(vm, key, kGetObject, kPutObject);
  make_unhashable(vm, key);
  install(vm, module, kFunctions);
  module_set(vm, module, "partial", Value(make_partial_type(vm)));
  module_set(vm, module, "_lru_cache_wrapper", Value(make_lru_cache_type(vm)));
  return owner;
}

}  // namespace waiter::python
