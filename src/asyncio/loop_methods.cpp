#include "asyncio/loop_methods.h"

#include <cmath>

#include "asyncio/loop.h"

namespace waiter::asyncio {

using namespace python;

namespace {

Loop* self_of(Arguments& args) { return static_cast<Loop*>(args[0].object()); }

bool check_open(Vm& vm, const Loop* loop) {
  if (!loop->closed) return true;
  vm.raise(vm.types.RuntimeError, "Event loop is closed");
  return false;
}

/// Seconds as the loop's clock counts them: whole nanoseconds, half to even.
trace::Time nanoseconds(double seconds) {
  const double ns = seconds * 1e9;
  if (!(ns < 9.2e18)) return trace::kNever - 1;
  if (ns < -9.2e18) return -trace::kNever;
  return static_cast<trace::Time>(std::nearbyint(ns));
}

Ref rest_of(Arguments& args, std::uint32_t from) { return tuple_of(args.vm, {args.values + from, args.count - from}); }

Ref loop_new(Arguments& args) { return Ref::steal(Value(allocate_instance(args.vm, cast<Type>(args[0])))); }

Ref loop_time(Arguments& args) {
  args.vm.settle_work();
  return make_float(args.vm, static_cast<double>(runtime_of(args.vm).host.now()) / 1e9);
}

bool check_callback(Vm& vm, Value callback, const char* method) {
  if (callback.is_kind(Kind::Generator)) {
    vm.raise(vm.types.TypeError, "coroutines cannot be used with {}()", method);
    return false;
  }
  if (is_callable(vm, callback)) return true;
  const auto text = repr_of(vm, callback);
  if (text) vm.raise(vm.types.TypeError, "a callable object was expected by {}(), got {}", method, *text);
  return false;
}

Ref loop_call_soon(Arguments& args) {
  if (!check_open(args.vm, self_of(args)) || !check_callback(args.vm, args[1], "call_soon")) return {};
  return call_soon(runtime_of(args.vm), self_of(args), args[1], rest_of(args, 2));
}

/// call_soon from another thread: the loop may be waiting, and is woken.
Ref loop_call_soon_threadsafe(Arguments& args) {
  Loop* loop = self_of(args);
  if (!check_open(args.vm, loop) || !check_callback(args.vm, args[1], "call_soon_threadsafe")) return {};
  Ref handle = call_soon(runtime_of(args.vm), loop, args[1], rest_of(args, 2));
  if (handle && loop->stack != nullptr && loop->waits) args.vm.threads->wake(loop->stack);
  return handle;
}

Ref loop_call_later(Arguments& args) {
  Vm& vm = args.vm;
  if (args[1].is_none()) return vm.raise(vm.types.TypeError, "delay must not be None");
  const auto delay = to_double(vm, args[1]);
  if (!delay || !check_open(vm, self_of(args)) || !check_callback(vm, args[2], "call_at")) return {};
  vm.settle_work();
  Runtime& runtime = runtime_of(vm);
  const trace::Time now = runtime.host.now();
  const trace::Time wait = nanoseconds(*delay);
  const trace::Time deadline = wait > trace::kNever - 1 - now ? trace::kNever - 1 : now + wait;
  return call_at(runtime, self_of(args), deadline, args[2], rest_of(args, 3));
}

Ref loop_call_at(Arguments& args) {
  Vm& vm = args.vm;
  if (args[1].is_none()) return vm.raise(vm.types.TypeError, "when cannot be None");
  const auto when = to_double(vm, args[1]);
  if (!when || !check_open(vm, self_of(args)) || !check_callback(vm, args[2], "call_at")) return {};
  return call_at(runtime_of(vm), self_of(args), nanoseconds(*when), args[2], rest_of(args, 3));
}

Ref loop_create_future(Arguments& args) { return make_future(runtime_of(args.vm), self_of(args)); }

Ref loop_create_task(Arguments& args) {
  Vm& vm = args.vm;
  Runtime& runtime = runtime_of(vm);
  Value values[3];
  Arguments rest{vm, args.values + 1, args.count - 1, args.names, args.callee};
  if (!bind_arguments(rest, "create_task", {"coro", "*", "name", "context"}, 1, values)) return {};
  if (!check_open(vm, self_of(args))) return {};
  if (!values[0].is_kind(Kind::Generator) || cast<Generator>(values[0])->what == GeneratorKind::AsyncGenerator) {
    const auto text = repr_of(vm, values[0]);
    return text ? vm.raise(vm.types.TypeError, "a coroutine was expected, got {}", *text) : Ref();
  }
  return make_task(runtime, self_of(args), values[0], values[1].is_empty() ? kNone : values[1]);
}

Ref loop_run_forever(Arguments& args) {
  if (!check_open(args.vm, self_of(args))) return {};
  return enter_run_forever(runtime_of(args.vm), self_of(args)) ? Vm::run_instead() : Ref();
}

Ref loop_stop(Arguments& args) {
  self_of(args)->stopping = true;
  return kNone;
}

Ref loop_close(Arguments& args) {
  Loop* loop = self_of(args);
  if (runtime_of(args.vm).running == loop) return args.vm.raise(args.vm.types.RuntimeError, "Cannot close a running event loop");
  loop->closed = true;
  std::deque<Ready> ready = std::move(loop->ready);
  loop->ready.clear();
  for (Ready& entry : ready) {
    decref(entry.subject);
    if (!entry.argument.is_empty()) decref(entry.argument);
  }
  std::vector<Handle*> timers = std::move(loop->timers);
  loop->timers.clear();
  for (Handle* handle : timers) {
    handle->scheduled = false;
    decref(Value(handle));
  }
  return kNone;
}

Ref loop_is_running(Arguments& args) { return Value::from_bool(runtime_of(args.vm).running == self_of(args)); }
Ref loop_is_closed(Arguments& args) { return Value::from_bool(self_of(args)->closed); }
Ref loop_get_debug(Arguments& args) { return Value::from_bool(self_of(args)->debug); }
Ref loop_set_debug(Arguments& args) {
  self_of(args)->debug = truth(args.vm, args[1]) == 1;
  return kNone;
}
Ref loop_set_exception_handler(Arguments& args) {
  if (!args[1].is_none() && !is_callable(args.vm, args[1])) {
    const auto text = repr_of(args.vm, args[1]);
    return text ? args.vm.raise(args.vm.types.TypeError, "A callable object or None is expected, got {}", *text) : Ref();
  }
  decref(std::exchange(self_of(args)->exception_handler, Ref(args[1]).release()));
  return kNone;
}
Ref loop_get_exception_handler(Arguments& args) { return self_of(args)->exception_handler; }
Ref loop_quiet(Arguments& args) {
  self_of(args)->quiet = truth(args.vm, args[1]) == 1;
  return kNone;
}

constexpr NativeDef kLoopNew[] = {{"__new__", loop_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kLoopMethods[] = {
    {"time", loop_time},
    {"call_soon", loop_call_soon, 1, -1, Takes::Keywords},
    {"call_soon_threadsafe", loop_call_soon_threadsafe, 1, -1, Takes::Keywords},
    {"call_later", loop_call_later, 2, -1, Takes::Keywords},
    {"call_at", loop_call_at, 2, -1, Takes::Keywords},
    {"create_future", loop_create_future},
    {"create_task", loop_create_task, 0, -1, Takes::Keywords},
    {"run_forever", loop_run_forever},
    {"stop", loop_stop},
    {"close", loop_close},
    {"is_running", loop_is_running},
    {"is_closed", loop_is_closed},
    {"get_debug", loop_get_debug},
    {"set_debug", loop_set_debug, 1, 1},
    {"set_exception_handler", loop_set_exception_handler, 1, 1},
    {"get_exception_handler", loop_get_exception_handler},
    {"_quiet", loop_quiet, 1, 1},
};

Handle* handle_of(Arguments& args) { return static_cast<Handle*>(args[0].object()); }

Ref handle_cancel(Arguments& args) {
  cancel_handle(runtime_of(args.vm), handle_of(args));
  return kNone;
}
Ref handle_cancelled(Arguments& args) { return Value::from_bool(handle_of(args)->cancelled); }
Ref handle_when(Arguments& args) { return make_float(args.vm, static_cast<double>(handle_of(args)->deadline) / 1e9); }

constexpr NativeDef kHandleMethods[] = {{"cancel", handle_cancel}, {"cancelled", handle_cancelled}};
constexpr NativeDef kTimerMethods[] = {{"when", handle_when}};

}  // namespace

void install_loop_methods(Runtime& runtime) {
  install_static(runtime.vm, runtime.loop_type, kLoopNew);
  install(runtime.vm, runtime.loop_type, kLoopMethods);
  install(runtime.vm, runtime.handle_type, kHandleMethods);
  install(runtime.vm, runtime.timer_handle_type, kTimerMethods);
}

}  // namespace waiter::asyncio
