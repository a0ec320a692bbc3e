// _thread: stacks and the lock, on which prelude/threading.py is built.

#include <deque>
#include <new>

#include "python/methods/helpers.h"
#include "python/modules/standard_modules.h"

namespace waiter::python {
namespace {

struct Lock : Extension {
  bool locked;
  std::uint64_t holder;              ///< the stack that took it; for the report of a deadlock
  std::deque<ThreadStack*> waiters;  ///< first come, first woken
};

const ExtensionTraits kLockTraits = {
    sizeof(Lock),
    [](Extension* object) { new (&static_cast<Lock*>(object)->waiters) std::deque<ThreadStack*>(); },
    nullptr,
    nullptr,
    [](Extension* object) {
      using Waiters = std::deque<ThreadStack*>;
      static_cast<Lock*>(object)->waiters.~Waiters();
    },
    nullptr,
};

/// One acquire() that has to wait. A woken waiter tries again: who released the lock may have taken it anew meanwhile.
struct Waiting {
  Lock* lock;  ///< owned
  trace::Time deadline;
};

Lock* lock_of(Arguments& args) { return static_cast<Lock*>(args[0].object()); }

void take(Vm& vm, Lock* lock) {
  lock->locked = true;
  lock->holder = vm.threads->present()->number;
}

void forget(Lock* lock, const ThreadStack* stack) { std::erase(lock->waiters, stack); }

/// Whoever was woken and came too late stands first again.
void queue_up(Lock* lock, ThreadStack* stack, bool again) {
  if (again) lock->waiters.push_front(stack);
  else lock->waiters.push_back(stack);
}

void wait_for(Vm& vm, Lock* lock, trace::Time deadline, bool again) {
  queue_up(lock, vm.threads->present(), again);
  vm.threads->park(deadline, "a lock");
  vm.threads->present()->held_by = &lock->holder;
}

NativeStep resume_acquire(Vm& vm, Frame* frame, Resumed how, Ref& value) {
  auto* waiting = static_cast<Waiting*>(frame->native);
  Lock* lock = waiting->lock;
  if (how == Resumed::Started) return NativeStep::Wait;
  const ThreadStack* present = vm.threads->present();
  if (lock->locked && present->woken && vm.environment.now() < waiting->deadline) {
    wait_for(vm, lock, waiting->deadline, true);
    return NativeStep::Wait;
  }
  forget(lock, present);
  const bool taken = !lock->locked;
  if (taken) take(vm, lock);
  vm.heap.free_raw(waiting, sizeof(Waiting));
  decref(Value(lock));
  value = Value::from_bool(taken);
  return NativeStep::Return;
}

/// The deadline of a timeout in seconds; nullopt: exception.
std::optional<trace::Time> deadline_of(Vm& vm, bool blocking, Value timeout) {
  if (timeout.is_empty()) return trace::kNever;
  const auto seconds = to_double(vm, timeout);
  if (!seconds) return std::nullopt;
  if (!blocking && *seconds != -1) {
    vm.raise(vm.types.ValueError, "can't specify a timeout for a non-blocking call");
    return std::nullopt;
  }
  if (*seconds == -1) return trace::kNever;
  if (*seconds < 0) {
    vm.raise(vm.types.ValueError, "timeout value must be positive");
    return std::nullopt;
  }
  if (*seconds > 9.2e9) {
    vm.raise(vm.types.OverflowError, "timeout value is too large");
    return std::nullopt;
  }
  vm.settle_work();
  return vm.environment.now() + static_cast<trace::Time>(*seconds * 1e9 + 0.5);
}

Ref acquire_nested(Vm& vm, Lock* lock, trace::Time deadline) {
  bool again = false;
  while (lock->locked && vm.environment.now() < deadline) {
    ThreadStack* present = vm.threads->present();
    queue_up(lock, present, again);
    if (!vm.threads->wait_here(deadline, "a lock")) return {};
    forget(lock, present);
    if (!present->woken) break;
    again = true;
  }
  const bool taken = !lock->locked;
  if (taken) take(vm, lock);
  return Value::from_bool(taken);
}

Ref lock_acquire(Arguments& args) {
  Vm& vm = args.vm;
  Value values[2];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "acquire", {"blocking", "timeout"}, 0, values)) return {};
  int blocking = 1;
  if (!values[0].is_empty() && (blocking = truth(vm, values[0])) < 0) return {};
  const auto deadline = deadline_of(vm, blocking != 0, values[1]);
  if (!deadline) return {};
  Lock* lock = lock_of(args);
  if (!lock->locked) {
    take(vm, lock);
    return boolean(true);
  }
  if (blocking == 0) return boolean(false);
  if (vm.native_depth > 0) return acquire_nested(vm, lock, *deadline);
  auto* waiting = static_cast<Waiting*>(vm.heap.allocate_raw(sizeof(Waiting)));
  *waiting = {lock, *deadline};
  ++lock->refs;
  if (!enter_frame(vm, make_native_frame(vm, resume_acquire, waiting), ReturnTo::Caller)) return {};
  wait_for(vm, lock, *deadline, false);
  return Vm::run_instead();
}

Ref lock_release(Arguments& args) {
  Lock* lock = lock_of(args);
  if (!lock->locked) return args.vm.raise(args.vm.types.RuntimeError, "release unlocked lock");
  lock->locked = false;
  if (!lock->waiters.empty()) {
    ThreadStack* next = lock->waiters.front();
    lock->waiters.pop_front();
    args.vm.threads->wake(next);
  }
  return none();
}

/// _held_here(): it is the present stack that will release it.
Ref lock_held_here(Arguments& args) {
  lock_of(args)->holder = args.vm.threads->present()->number;
  return none();
}

Ref lock_enter(Arguments& args) {
  Arguments alone{args.vm, args.values, 1, nullptr, args.callee};
  return lock_acquire(alone);
}
Ref lock_exit(Arguments& args) { return lock_release(args); }
Ref lock_locked(Arguments& args) { return boolean(lock_of(args)->locked); }
Ref lock_repr(Arguments& args) {
  return make_str(args.vm, fmt::format("<{} _thread.lock object at {:#x}>", lock_of(args)->locked ? "locked" : "unlocked", identity_of(args[0])));
}
Ref lock_new(Arguments& args) {
  // CPython's Lock is a function; the first argument is this class.
  Type* const error = args.vm.types.TypeError;
  if (args.keyword_count() > 0) return args.vm.raise(error, "_thread.allocate_lock() takes no keyword arguments");
  if (args.count > 1) return args.vm.raise(error, "_thread.allocate_lock() takes no arguments ({} given)", args.count - 1);
  return Ref::steal(Value(allocate_instance(args.vm, cast<Type>(args[0]))));
}

/// start_new_thread(function, args, owner): the new stack's number. `owner` is what present_owner() gives on it.
Ref start_new_thread(Arguments& args) {
  Vm& vm = args.vm;
  Value function = args[0];
  Value self;
  if (function.is_kind(Kind::BoundMethod)) {
    self = cast<BoundMethod>(function)->self;
    function = cast<BoundMethod>(function)->function;
  }
  if (!function.is_kind(Kind::Function)) return vm.raise(vm.types.TypeError, "first arg must be callable");
  const Tuple* given = cast<Tuple>(args[1]);
  Frame* frame = bind_call(vm, cast<Function>(function), {given->items, given->count}, nullptr, nullptr, self);
  if (frame == nullptr) return {};
  return make_int(vm, static_cast<std::int64_t>(vm.threads->start(frame, args[2])->number));
}

Ref get_ident(Arguments& args) { return make_int(args.vm, static_cast<std::int64_t>(args.vm.threads->present()->number)); }
Ref thread_count(Arguments& args) { return make_int(args.vm, static_cast<std::int64_t>(args.vm.threads->count()) - 1); }
Ref present_owner(Arguments& args) {
  const Value owner = args.vm.threads->present()->owner;
  return owner.is_empty() ? none() : Ref(owner);
}
/// set_owner(owner): of the present stack, which is the main one.
Ref set_owner(Arguments& args) {
  Value& owner = args.vm.threads->present()->owner;
  const Value old = std::exchange(owner, Ref(args[0]).release());
  if (!old.is_empty()) decref(old);
  return none();
}

/// begin_apart(): the present stack works as another process does, in its own time, until end_apart().
Ref begin_apart(Arguments& args) {
  Vm& vm = args.vm;
  if (vm.threads->present() == vm.threads->main_stack()) return vm.raise(vm.types.RuntimeError, "the main thread does not work apart");
  vm.threads->set_apart(true);
  return none();
}
/// end_apart(): how many seconds its work is ahead of the clock.
Ref end_apart(Arguments& args) {
  Vm& vm = args.vm;
  if (!vm.threads->present()->apart) return make_int(vm, 0);
  const bool ahead = vm.threads->is_ahead();
  const trace::Time by = vm.threads->present()->own_time - vm.environment.now();
  vm.threads->set_apart(false);
  return make_float(vm, ahead ? static_cast<double>(by) / 1e9 : 0.0);
}
/// function_in(function, names): the same function with other globals.
Ref function_in(Arguments& args) {
  Vm& vm = args.vm;
  if (!args[0].is_kind(Kind::Function) || !args[1].is_kind(Kind::Dict)) return vm.raise(vm.types.TypeError, "function_in() takes a function and a dict");
  const auto* from = cast<Function>(args[0]);
  auto* function = vm.heap.make<Function>(Kind::Function, vm.types.function);
  Ref owner = Ref::steal(Value(function));
  const auto share = []<class T>(T* object) {
    if (object != nullptr) ++object->refs;
    return object;
  };
  function->code = from->code;
  function->globals = share(cast<Dict>(args[1]));
  function->defaults = share(from->defaults);
  function->keyword_defaults = share(from->keyword_defaults);
  function->closure = share(from->closure);
  for (Value Function::*part : {&Function::name, &Function::qualname, &Function::doc, &Function::annotations, &Function::module})
    function->*part = Ref(from->*part).release();
  return owner;
}

constexpr NativeDef kLockMethods[] = {
    {"acquire", lock_acquire, 0, -1, Takes::Keywords},
    {"release", lock_release},
    {"locked", lock_locked},
    {"__enter__", lock_enter},
    {"__exit__", lock_exit, 0, -1},
    {"__repr__", lock_repr},
    {"_held_here", lock_held_here},
};
constexpr NativeDef kLockNew[] = {{"__new__", lock_new, 1, -1, Takes::Keywords}};
constexpr NativeDef kFunctions[] = {
    {"start_new_thread", start_new_thread, 3, 3}, {"get_ident", get_ident},        {"_count", thread_count},
    {"present_owner", present_owner},             {"set_owner", set_owner, 1, 1},
    {"begin_apart", begin_apart},                 {"end_apart", end_apart},
    {"function_in", function_in, 2, 2},
};

}  // namespace

Ref make_thread_module(Vm& vm) {
  Type* lock = make_extension_type(vm, "lock", "_thread", &kLockTraits);
  set_dotted_name(vm, lock);
  install(vm, lock, kLockMethods);
  install_static(vm, lock, kLockNew);
  Ref owner = make_module(vm, "_thread");
  Module* module = cast<Module>(owner);
  install(vm, module, kFunctions);
  module_set(vm, module, "LockType", Value(lock));
  module_set(vm, module, "allocate_lock", Value(lock));
  module_set(vm, module, "error", Value(vm.types.RuntimeError));
  return owner;
}

}  // namespace waiter::python
