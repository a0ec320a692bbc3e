#include "asyncio/lock.h"

#include "asyncio/waiters.h"
#include "python/methods/helpers.h"

namespace waiter::asyncio {

using namespace python;

namespace {

/// What all of them are: a queue of waiters.
struct Primitive : LoopBound {
  bool locked;            ///< Lock: it is held; Event: it is set
  std::uint64_t holder;   ///< Lock: number of the task that acquired it; 0: none
  Value value, bound;     ///< Semaphore: the counter, an int as a rule; BoundedSemaphore: its highest. Owned
  Waiters waiters;
};

Primitive* self_of(Arguments& args) { return static_cast<Primitive*>(args[0].object()); }

void construct(Extension* extension) {
  auto* primitive = static_cast<Primitive*>(extension);
  new (&primitive->waiters) Waiters();
  primitive->value = primitive->bound = Value::from_int(1);
}
void destruct(Extension* extension) { static_cast<Primitive*>(extension)->waiters.~Waiters(); }
void release(Vm&, Extension* extension) {
  auto* primitive = static_cast<Primitive*>(extension);
  primitive->waiters.clear();
  for (Value* place : {&primitive->value, &primitive->bound}) decref(std::exchange(*place, kNone));
  if (Loop* loop = std::exchange(primitive->loop, nullptr)) decref(Value(loop));
}
void traverse(Extension* extension, void (*visit)(void*, Value), void* context) {
  auto* primitive = static_cast<Primitive*>(extension);
  primitive->waiters.traverse(visit, context);
  for (const Value value : {primitive->value, primitive->bound}) visit(context, value);
  if (primitive->loop != nullptr) visit(context, Value(primitive->loop));
}
const ExtensionTraits kTraits{sizeof(Primitive), construct, release, traverse, destruct, nullptr};

Ref primitive_new(Arguments& args) { return Ref::steal(Value(allocate_instance(args.vm, cast<Type>(args[0])))); }

/// A coroutine method of this primitive; its value 0 is the primitive.
Ref make_method(Arguments& args, const CoroutineBody* body) {
  NativeCoroutine* coroutine = make_native_coroutine(args.vm, body);
  coroutine->values[0] = Ref(args[0]).release();
  return Ref::steal(Value(coroutine));
}
Primitive* primitive_of(const NativeCoroutine* coroutine) { return cast<Primitive>(coroutine->values[0]); }

constexpr const char* kSelf[] = {"self"};
bool only_self(Arguments& args, const char* qualname) {
  Value self[1];
  return (args.count == 1 && args.names == nullptr) || bind_as_python(args, {qualname, kSelf, 1}, self);
}

bool is_cancelled(Runtime& runtime, Value exception) { return is_instance(runtime.vm, exception, runtime.cancelled_error); }

/// A waiter of this primitive, last in its queue, and the coroutine at its await.
Sent wait_in_line(Runtime& runtime, NativeCoroutine* coroutine, trace::NameId label, Ref& result) {
  Primitive* primitive = primitive_of(coroutine);
  const Ref future = make_waiter(runtime, primitive, label);
  if (!future) return Sent::Raised;
  primitive->waiters.push(cast<Future>(future));
  coroutine->stage = 1;
  return begin_await(runtime.vm, coroutine, cast<Future>(future), result);
}

/// The await is over: out of the queue. Yielded: it is not.
Sent leave_line(Runtime& runtime, NativeCoroutine* coroutine, Ref& exception, Ref& result) {
  const Sent sent = end_await(runtime.vm, coroutine, exception, result);
  if (sent != Sent::Yielded) primitive_of(coroutine)->waiters.remove(awaited_future(coroutine));
  return sent;
}

Sent raise_again(Vm& vm, Ref exception) {
  vm.restore_error(std::move(exception));
  return Sent::Raised;
}

Sent returned(Value value, Ref& result) {
  result = value;
  return Sent::Returned;
}

// --- Lock ---

std::uint64_t present_task(const Runtime& runtime) {
  return runtime.running == nullptr || runtime.running->current == nullptr ? 0 : runtime.running->current->number;
}

void wake_first(Runtime& runtime, Primitive* lock) {
  if (!lock->waiters.empty() && !lock->waiters[0]->done()) finish_with(runtime, lock->waiters[0], kTrue);
}

bool nobody_waits(const Primitive* lock) {
  for (std::size_t i = 0; i < lock->waiters.size(); ++i)
    if (lock->waiters[i]->state != FutureState::Cancelled) return false;
  return true;
}

Sent acquire_lock(Vm& vm, NativeCoroutine* coroutine, Ref exception, Ref& result) {
  Runtime& runtime = runtime_of(vm);
  Primitive* lock = primitive_of(coroutine);
  if (coroutine->stage == 0) {
    if (lock->locked || !nobody_waits(lock)) return wait_in_line(runtime, coroutine, runtime.labels.lock, result);
  } else {
    const Sent sent = leave_line(runtime, coroutine, exception, result);
    if (sent == Sent::Yielded) return sent;
    if (sent == Sent::Raised) {
      if (!lock->locked && is_cancelled(runtime, exception)) wake_first(runtime, lock);
      return raise_again(vm, std::move(exception));
    }
  }
  lock->locked = true;
  lock->holder = present_task(runtime);
  return returned(coroutine->number == 0 ? kTrue : kNone, result);
}

bool release_lock(Runtime& runtime, Primitive* lock) {
  if (!lock->locked) {
    runtime.vm.raise(runtime.vm.types.RuntimeError, "Lock is not acquired.");
    return false;
  }
  lock->locked = false;
  lock->holder = 0;
  wake_first(runtime, lock);
  return true;
}

constexpr CoroutineBody kAcquireLock{"acquire", "Lock.acquire", {"asyncio/locks.py", 93, 114}, acquire_lock};

std::string count_text(const Primitive* primitive) {
  return primitive->waiters.empty() ? std::string() : fmt::format(", waiters:{}", primitive->waiters.size());
}

Ref lock_init(Arguments& args) { return none_or_error(only_self(args, "Lock.__init__")); }
Ref lock_acquire(Arguments& args) { return only_self(args, "Lock.acquire") ? make_method(args, &kAcquireLock) : Ref(); }
Ref lock_release(Arguments& args) {
  return only_self(args, "Lock.release") ? none_or_error(release_lock(runtime_of(args.vm), self_of(args))) : Ref();
}
Ref lock_locked(Arguments& args) { return only_self(args, "Lock.locked") ? boolean(self_of(args)->locked) : Ref(); }
Ref lock_repr(Arguments& args) {
  return make_str(args.vm, bracketed_repr(args.vm, self_of(args), (self_of(args)->locked ? "locked" : "unlocked") + count_text(self_of(args))));
}

// --- Event ---

Sent wait_for_event(Vm& vm, NativeCoroutine* coroutine, Ref exception, Ref& result) {
  Runtime& runtime = runtime_of(vm);
  if (coroutine->stage == 0) {
    if (!primitive_of(coroutine)->locked) return wait_in_line(runtime, coroutine, runtime.labels.event, result);
  } else {
    const Sent sent = leave_line(runtime, coroutine, exception, result);
    if (sent == Sent::Yielded) return sent;
    if (sent == Sent::Raised) return raise_again(vm, std::move(exception));
  }
  return returned(kTrue, result);
}

void set_event(Runtime& runtime, Primitive* event) {
  if (event->locked) return;
  event->locked = true;
  for (std::size_t i = 0; i < event->waiters.size(); ++i)
    if (!event->waiters[i]->done()) finish_with(runtime, event->waiters[i], kTrue);
}

constexpr CoroutineBody kWaitForEvent{"wait", "Event.wait", {"asyncio/locks.py", 200, 213}, wait_for_event};

Ref event_init(Arguments& args) { return none_or_error(only_self(args, "Event.__init__")); }
Ref event_wait(Arguments& args) { return only_self(args, "Event.wait") ? make_method(args, &kWaitForEvent) : Ref(); }
Ref event_is_set(Arguments& args) { return only_self(args, "Event.is_set") ? boolean(self_of(args)->locked) : Ref(); }
Ref event_set(Arguments& args) {
  if (!only_self(args, "Event.set")) return {};
  set_event(runtime_of(args.vm), self_of(args));
  return kNone;
}
Ref event_clear(Arguments& args) {
  if (!only_self(args, "Event.clear")) return {};
  self_of(args)->locked = false;
  return kNone;
}
Ref event_repr(Arguments& args) {
  return make_str(args.vm, bracketed_repr(args.vm, self_of(args), (self_of(args)->locked ? "set" : "unset") + count_text(self_of(args))));
}

// --- Semaphore ---

/// The counter is an int, or whatever number the program gave.
bool add_to_value(Vm& vm, Primitive* semaphore, std::int64_t step) {
  const Value value = semaphore->value;
  if (value.is_int() && Value::fits_int(value.as_int() + step)) {
    semaphore->value = Value::from_int(value.as_int() + step);
    return true;
  }
  const Ref sum = binary(vm, BinaryKind::Add, value, Value::from_int(step));
  if (!sum) return false;
  replace(semaphore->value, sum);
  return true;
}

/// -1: a comparison raised.
int is_positive(Vm& vm, const Primitive* semaphore) {
  if (semaphore->value.is_int()) return semaphore->value.as_int() > 0 ? 1 : 0;
  const Ref answer = compare(vm, CompareKind::Gt, semaphore->value, Value::from_int(0));
  return answer ? truth(vm, answer) : -1;
}

int is_zero(Vm& vm, const Primitive* semaphore) {
  if (semaphore->value.is_int()) return semaphore->value.as_int() == 0 ? 1 : 0;
  return equal(vm, semaphore->value, Value::from_int(0));
}

int semaphore_is_locked(Vm& vm, const Primitive* semaphore) {
  const int zero = is_zero(vm, semaphore);
  return zero != 0 ? zero : nobody_waits(semaphore) ? 0 : 1;
}

bool wake_next(Runtime& runtime, Primitive* semaphore) {
  for (std::size_t i = 0; i < semaphore->waiters.size(); ++i) {
    Future* future = semaphore->waiters[i];
    if (future->done()) continue;
    if (!add_to_value(runtime.vm, semaphore, -1)) return false;
    finish_with(runtime, future, kTrue);
    return true;
  }
  return true;
}

Sent acquire_semaphore(Vm& vm, NativeCoroutine* coroutine, Ref exception, Ref& result) {
  Runtime& runtime = runtime_of(vm);
  Primitive* semaphore = primitive_of(coroutine);
  if (coroutine->stage == 0) {
    const int locked = semaphore_is_locked(vm, semaphore);
    if (locked < 0) return Sent::Raised;
    if (locked == 1) return wait_in_line(runtime, coroutine, runtime.labels.semaphore, result);
    if (!add_to_value(vm, semaphore, -1)) return Sent::Raised;
  } else {
    const Sent sent = leave_line(runtime, coroutine, exception, result);
    if (sent == Sent::Yielded) return sent;
    if (sent == Sent::Raised) {
      if (is_cancelled(runtime, exception) && awaited_future(coroutine)->state != FutureState::Cancelled) {
        if (!add_to_value(vm, semaphore, 1) || !wake_next(runtime, semaphore)) return Sent::Raised;
      }
      return raise_again(vm, std::move(exception));
    }
    const int positive = is_positive(vm, semaphore);
    if (positive < 0 || (positive == 1 && !wake_next(runtime, semaphore))) return Sent::Raised;
  }
  return returned(coroutine->number == 0 ? kTrue : kNone, result);
}

constexpr CoroutineBody kAcquireSemaphore{"acquire", "Semaphore.acquire", {"asyncio/locks.py", 364, 387}, acquire_semaphore};

constexpr const char* kSelfValue[] = {"self", "value"};

bool init_semaphore(Arguments& args, const char* qualname, Value& value) {
  Vm& vm = args.vm;
  Value values[2];
  if (!bind_as_python(args, {qualname, kSelfValue, 1}, values)) return false;
  value = values[1].is_empty() ? Value::from_int(1) : values[1];
  const Ref negative = compare(vm, CompareKind::Lt, value, Value::from_int(0));
  if (!negative) return false;
  const int answer = truth(vm, negative);
  if (answer == 1) vm.raise(vm.types.ValueError, "Semaphore initial value must be >= 0");
  if (answer == 0) replace(self_of(args)->value, value);
  return answer == 0;
}

Ref semaphore_init(Arguments& args) {
  Value value;
  return none_or_error(init_semaphore(args, "Semaphore.__init__", value));
}
Ref bounded_init(Arguments& args) {
  Value value;
  if (!init_semaphore(args, "BoundedSemaphore.__init__", value)) return {};
  replace(self_of(args)->bound, value);
  return kNone;
}
Ref semaphore_acquire(Arguments& args) { return only_self(args, "Semaphore.acquire") ? make_method(args, &kAcquireSemaphore) : Ref(); }
Ref semaphore_release(Arguments& args) {
  if (!only_self(args, "Semaphore.release")) return {};
  return none_or_error(add_to_value(args.vm, self_of(args), 1) && wake_next(runtime_of(args.vm), self_of(args)));
}
Ref bounded_release(Arguments& args) {
  Vm& vm = args.vm;
  const Ref over = compare(vm, CompareKind::Ge, self_of(args)->value, self_of(args)->bound);
  const int answer = over ? truth(vm, over) : -1;
  if (answer < 0) return {};
  if (answer == 1) return vm.raise(vm.types.ValueError, "BoundedSemaphore released too many times");
  return semaphore_release(args);
}
Ref semaphore_locked(Arguments& args) {
  return only_self(args, "Semaphore.locked") ? boolean_or_error(semaphore_is_locked(args.vm, self_of(args))) : Ref();
}
Ref semaphore_repr(Arguments& args) {
  const int locked = semaphore_is_locked(args.vm, self_of(args));
  const auto value = text_of(args.vm, self_of(args)->value);
  if (locked < 0 || !value) return {};
  return make_str(args.vm, bracketed_repr(args.vm, self_of(args), (locked == 1 ? "locked" : "unlocked, value:" + *value) + count_text(self_of(args))));
}
Ref semaphore_value(Arguments& args) { return self_of(args)->value; }
Ref semaphore_set_value(Arguments& args) {
  replace(self_of(args)->value, args[1]);
  return kNone;
}
Ref semaphore_bound_value(Arguments& args) { return self_of(args)->bound; }
Ref primitive_locked(Arguments& args) { return boolean(self_of(args)->locked); }
Ref primitive_waiters(Arguments& args) {
  Ref list = make_list(args.vm);
  const Waiters& waiters = self_of(args)->waiters;
  for (std::size_t i = 0; i < waiters.size(); ++i) list_append(args.vm, cast<List>(list), Value(waiters[i]));
  return list;
}

// --- async with ---

/// A subclass that has its own acquire() or release() is entered through it.
bool has_own(Vm& vm, Value self, Type* type, const char* method) {
  Str* name = intern(vm, method);
  return self.object()->type->is_user && type_lookup(vm, self.object()->type, name) != type_lookup(vm, type, name);
}

Sent exit_primitive(Vm& vm, NativeCoroutine* coroutine, Ref, Ref& result) {
  Runtime& runtime = runtime_of(vm);
  const bool is_lock = is_subtype(coroutine->values[0].object()->type, runtime.lock_type);
  Primitive* primitive = primitive_of(coroutine);
  if (is_lock) return release_lock(runtime, primitive) ? returned(kNone, result) : Sent::Raised;
  if (!call_method(vm, coroutine->values[0], intern(vm, "release"))) return Sent::Raised;
  return returned(kNone, result);
}

constexpr CoroutineBody kEnterLock{"__aenter__", "_ContextManagerMixin.__aenter__", {"asyncio/locks.py", 14, 15}, acquire_lock};
constexpr CoroutineBody kEnterSemaphore{"__aenter__", "_ContextManagerMixin.__aenter__", {"asyncio/locks.py", 14, 15}, acquire_semaphore};
constexpr CoroutineBody kExit{"__aexit__", "_ContextManagerMixin.__aexit__", {"asyncio/locks.py", 20, 21}, exit_primitive};

Ref enter(Arguments& args, Type* type, const CoroutineBody* body) {
  if (has_own(args.vm, args[0], type, "acquire")) return enter_prelude(args.vm, "asyncio.locks", "_enter", {args.values, 1});
  Ref coroutine = make_method(args, body);
  cast<NativeCoroutine>(coroutine)->number = 1;  // `as` gets None
  return coroutine;
}
Ref lock_enter(Arguments& args) { return enter(args, runtime_of(args.vm).lock_type, &kEnterLock); }
Ref semaphore_enter(Arguments& args) { return enter(args, runtime_of(args.vm).semaphore_type, &kEnterSemaphore); }
Ref lock_exit(Arguments& args) {
  if (has_own(args.vm, args[0], runtime_of(args.vm).lock_type, "release")) return enter_prelude(args.vm, "asyncio.locks", "_exit", {args.values, 1});
  return make_method(args, &kExit);
}
Ref semaphore_exit(Arguments& args) {
  if (has_own(args.vm, args[0], runtime_of(args.vm).semaphore_type, "release"))
    return enter_prelude(args.vm, "asyncio.locks", "_exit", {args.values, 1});
  return make_method(args, &kExit);
}

constexpr NativeDef kNew[] = {{"__new__", primitive_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kLockMethods[] = {
    {"__init__", lock_init, 0, -1, Takes::AsPython},
    {"acquire", lock_acquire, 0, -1, Takes::Coroutine},
    {"release", lock_release, 0, -1, Takes::AsPython},
    {"locked", lock_locked, 0, -1, Takes::AsPython},
    {"__repr__", lock_repr},
    {"__aenter__", lock_enter, 0, 0, Takes::Coroutine},
    {"__aexit__", lock_exit, 0, -1, Takes::Coroutine},
};
constexpr NativeDef kLockProperties[] = {{"_locked", primitive_locked}, {"_waiters", primitive_waiters}};
constexpr NativeDef kEventMethods[] = {
    {"__init__", event_init, 0, -1, Takes::AsPython},
    {"wait", event_wait, 0, -1, Takes::Coroutine},
    {"set", event_set, 0, -1, Takes::AsPython},
    {"clear", event_clear, 0, -1, Takes::AsPython},
    {"is_set", event_is_set, 0, -1, Takes::AsPython},
    {"__repr__", event_repr},
};
constexpr NativeDef kEventProperties[] = {{"_value", primitive_locked}, {"_waiters", primitive_waiters}};
constexpr NativeDef kSemaphoreMethods[] = {
    {"__init__", semaphore_init, 0, -1, Takes::AsPython},
    {"acquire", semaphore_acquire, 0, -1, Takes::Coroutine},
    {"release", semaphore_release, 0, -1, Takes::AsPython},
    {"locked", semaphore_locked, 0, -1, Takes::AsPython},
    {"__repr__", semaphore_repr},
    {"__aenter__", semaphore_enter, 0, 0, Takes::Coroutine},
    {"__aexit__", semaphore_exit, 0, -1, Takes::Coroutine},
};
constexpr NativeDef kSemaphoreProperties[] = {{"_value", semaphore_value}, {"_waiters", primitive_waiters}};
constexpr NativeDef kSemaphoreSetters[] = {{"_value", semaphore_set_value, 1, 1}};
constexpr NativeDef kBoundedMethods[] = {
    {"__init__", bounded_init, 0, -1, Takes::AsPython},
    {"release", bounded_release, 0, -1, Takes::AsPython},
};
constexpr NativeDef kBoundedProperties[] = {{"_bound_value", semaphore_bound_value}};

}  // namespace

std::uint64_t holder_of(Runtime& runtime, const Future* future) {
  if (future->awaited_of == nullptr || !is_subtype(future->awaited_of->type, runtime.lock_type)) return 0;
  return static_cast<const Primitive*>(future->awaited_of)->holder;
}

void make_lock_types(Runtime& runtime) {
  Vm& vm = runtime.vm;
  const auto make = [&](const char* name, std::span<const NativeDef> methods, std::span<const NativeDef> properties,
                        std::span<const NativeDef> setters = {}, Type* base = nullptr) {
    Type* type = make_extension_type(vm, name, "asyncio.locks", &kTraits, base);
    if (base == nullptr) install_static(vm, type, kNew);
    install(vm, type, methods);
    install_properties(vm, type, properties, setters);
    return type;
  };
  runtime.lock_type = make("Lock", kLockMethods, kLockProperties);
  runtime.event_type = make("Event", kEventMethods, kEventProperties);
  runtime.semaphore_type = make("Semaphore", kSemaphoreMethods, kSemaphoreProperties, kSemaphoreSetters);
  runtime.bounded_semaphore_type = make("BoundedSemaphore", kBoundedMethods, kBoundedProperties, {}, runtime.semaphore_type);
}

}  // namespace waiter::asyncio
