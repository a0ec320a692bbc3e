// The loop and its handles as programs see them: loop.time(), call_later(), create_task(), ...

#include <array>
#include <utility>

#include "asyncio/loop.h"
#include "asyncio/representation.h"
#include "python/methods/helpers.h"
#include "python/not_run.h"

namespace waiter::asyncio {

using namespace python;

namespace {

Loop* self_of(Arguments& args) { return static_cast<Loop*>(args[0].object()); }

std::span<const Value> all(Arguments& args) { return {args.values, args.count + args.keyword_count()}; }

Ref loop_new(Arguments& args) { return Ref::steal(Value(allocate_instance(args.vm, cast<Type>(args[0])))); }
Ref loop_init(Arguments&) { return kNone; }

Ref loop_repr(Arguments& args) {
  const Loop* loop = self_of(args);
  const auto word = [](bool value) { return value ? "True" : "False"; };
  return make_str(args.vm, fmt::format("<{} running={} closed={} debug={}>", loop->type->name->view(), word(runtime_of(args.vm).running == loop),
                                       word(loop->closed), word(loop->debug)));
}

Ref loop_time(Arguments& args) {
  args.vm.settle_work();
  return make_float(args.vm, static_cast<double>(runtime_of(args.vm).host.now()) / 1e9);
}

/// call_soon(callback, *args, context=None) and its kin: `fixed` positional ones first.
struct Call {
  Value fixed[2];
  Ref rest;
  Context* context = nullptr;
};
bool bind_call_arguments(Arguments& args, const char* method, std::span<const char* const> names, Call& out) {
  Vm& vm = args.vm;
  const std::size_t fixed = names.size();
  const std::uint32_t given = args.count - 1;
  for (std::size_t i = 0; i < fixed && i < given; ++i) out.fixed[i] = args[static_cast<std::uint32_t>(i) + 1];
  for (std::uint32_t k = 0; k < args.keyword_count(); ++k) {
    const std::string_view name = str_view(args.names->items[k]);
    const Value value = args.values[args.count + k];
    if (name == "context") {
      if (!context_argument(vm, value, out.context)) return false;
      continue;
    }
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
      vm.raise(vm.types.TypeError, "BaseEventLoop.{}() got an unexpected keyword argument '{}'", method, name);
      return false;
    }
    Value& place = out.fixed[found - names.begin()];
    if (!place.is_empty()) {
      vm.raise(vm.types.TypeError, "BaseEventLoop.{}() got multiple values for argument '{}'", method, name);
      return false;
    }
    place = value;
  }
  std::string missing;
  std::size_t count = 0;
  for (std::size_t i = 0; i < fixed; ++i) {
    if (!out.fixed[i].is_empty()) continue;
    missing += fmt::format("{}'{}'", count++ == 0 ? "" : " and ", names[i]);
  }
  if (count > 0) {
    vm.raise(vm.types.TypeError, "BaseEventLoop.{}() missing {} required positional argument{}: {}", method, count, count == 1 ? "" : "s", missing);
    return false;
  }
  out.rest = given > fixed ? tuple_of(vm, {args.values + fixed + 1, given - fixed}) : Ref(vm.empty_tuple);
  return true;
}

/// Debug mode looks at what is to be called before it is too late.
bool check_callback(Vm& vm, const Loop* loop, Value callback, const char* method) {
  if (!loop->debug) return true;
  const bool coroutine = is_coroutine(runtime_of(vm), callback) ||
                         (callback.is_kind(Kind::Function) && (cast<Function>(callback)->code->flags & kCodeCoroutine) != 0);
  if (coroutine) {
    vm.raise(vm.types.TypeError, "coroutines cannot be used with {}()", method);
    return false;
  }
  if (is_callable(vm, callback)) return true;
  if (const auto text = repr_of(vm, callback)) vm.raise(vm.types.TypeError, "a callable object was expected by {}(), got {}", method, *text);
  return false;
}

constexpr const char* kCallback[] = {"callback"};
constexpr const char* kDelayCallback[] = {"delay", "callback"};
constexpr const char* kWhenCallback[] = {"when", "callback"};

/// BaseEventLoop._check_thread, which is asked in debug mode.
bool check_thread(Vm& vm, const Loop* loop) {
  if (!loop->debug || loop->stack == nullptr || loop->stack == vm.threads->present()) return true;
  vm.raise(vm.types.RuntimeError, "Non-thread-safe operation invoked on an event loop other than the current one");
  return false;
}

Ref loop_call_soon(Arguments& args) {
  Call given;
  if (!bind_call_arguments(args, "call_soon", kCallback, given)) return {};
  Loop* loop = self_of(args);
  if (!check_open(args.vm, loop) || !check_thread(args.vm, loop) || !check_callback(args.vm, loop, given.fixed[0], "call_soon")) return {};
  return call_soon(runtime_of(args.vm), loop, given.fixed[0], given.rest, given.context);
}

/// call_soon from another thread: the loop may be waiting, and is woken.
Ref loop_call_soon_threadsafe(Arguments& args) {
  Call given;
  if (!bind_call_arguments(args, "call_soon_threadsafe", kCallback, given)) return {};
  Loop* loop = self_of(args);
  if (!check_open(args.vm, loop) || !check_callback(args.vm, loop, given.fixed[0], "call_soon_threadsafe")) return {};
  Ref handle = call_soon(runtime_of(args.vm), loop, given.fixed[0], given.rest, given.context);
  if (handle && loop->stack != nullptr && loop->waits) args.vm.threads->wake(loop->stack);
  return handle;
}

Ref loop_call_later(Arguments& args) {
  Vm& vm = args.vm;
  Call given;
  if (!bind_call_arguments(args, "call_later", kDelayCallback, given)) return {};
  if (given.fixed[0].is_none()) return vm.raise(vm.types.TypeError, "delay must not be None");
  Runtime& runtime = runtime_of(vm);
  vm.settle_work();
  const Ref now = make_float(vm, static_cast<double>(runtime.host.now()) / 1e9);
  const Ref when = binary(vm, BinaryKind::Add, now, given.fixed[0]);
  if (!when) return {};
  const auto delay = to_double(vm, given.fixed[0]);
  Loop* loop = self_of(args);
  if (!delay || !check_open(vm, loop) || !check_thread(vm, loop) || !check_callback(vm, loop, given.fixed[1], "call_at")) return {};
  const trace::Time deadline = deadline_in(runtime, *delay);
  return call_at(runtime, loop, deadline, static_cast<double>(deadline) / 1e9, given.fixed[1], given.rest, given.context);
}

Ref loop_call_at(Arguments& args) {
  Vm& vm = args.vm;
  Call given;
  if (!bind_call_arguments(args, "call_at", kWhenCallback, given)) return {};
  if (given.fixed[0].is_none()) return vm.raise(vm.types.TypeError, "when cannot be None");
  const auto when = to_double(vm, given.fixed[0]);
  Loop* loop = self_of(args);
  if (!when || !check_open(vm, loop) || !check_thread(vm, loop) || !check_callback(vm, loop, given.fixed[1], "call_at")) return {};
  const trace::Time deadline = nanoseconds(*when);
  return call_at(runtime_of(vm), loop, deadline, static_cast<double>(deadline) / 1e9, given.fixed[1], given.rest, given.context);
}

Ref loop_create_future(Arguments& args) { return make_future(runtime_of(args.vm), self_of(args)); }

Ref loop_create_task(Arguments& args) {
  Vm& vm = args.vm;
  constexpr const char* kPositional[] = {"self", "coro"};
  constexpr const char* kKeywords[] = {"name", "context"};
  Value values[4];
  if (!bind_as_python(args, {"BaseEventLoop.create_task", kPositional, 2, kKeywords}, values)) return {};
  Loop* loop = self_of(args);
  if (!check_open(vm, loop)) return {};
  Context* context = nullptr;
  if (!context_argument(vm, values[3], context)) return {};
  return create_task(runtime_of(vm), loop, values[1], values[2], context);
}

Ref loop_set_task_factory(Arguments& args) {
  if (!args[1].is_none() && !is_callable(args.vm, args[1])) return args.vm.raise(args.vm.types.TypeError, "task factory must be a callable or None");
  replace(self_of(args)->task_factory, args[1]);
  return kNone;
}
Ref loop_get_task_factory(Arguments& args) { return self_of(args)->task_factory; }

Ref loop_run_forever(Arguments& args) {
  if (!check_open(args.vm, self_of(args))) return {};
  return enter_run_forever(runtime_of(args.vm), self_of(args)) ? Vm::run_instead() : Ref();
}

Ref loop_stop(Arguments& args) {
  self_of(args)->stopping = true;
  return kNone;
}

Ref loop_close(Arguments& args) {
  Vm& vm = args.vm;
  Loop* loop = self_of(args);
  if (runtime_of(vm).running == loop) return vm.raise(vm.types.RuntimeError, "Cannot close a running event loop");
  if (loop->closed) return kNone;
  if (loop->debug) log_close(runtime_of(vm), loop);
  loop->closed = true;
  // What goes now may look round once more: it sees a loop without handles.
  const std::deque<Ready> ready = std::move(loop->ready);
  loop->ready.clear();
  const std::vector<Timer> timers = std::move(loop->timers);
  loop->timers.clear();
  for (const Ready& entry : ready) {
    decref(entry.subject);
    if (!entry.argument.is_empty()) decref(entry.argument);
    if (entry.context != nullptr) decref(Value(entry.context));
  }
  for (const Timer& timer : timers) {
    if (is_handle(timer.subject)) cast<Handle>(timer.subject)->scheduled = false;
    decref(timer.subject);
  }
  return kNone;
}

Ref loop_is_running(Arguments& args) { return boolean(runtime_of(args.vm).running == self_of(args)); }
Ref loop_is_closed(Arguments& args) { return boolean(self_of(args)->closed); }
Ref loop_get_debug(Arguments& args) { return boolean(self_of(args)->debug); }
Ref loop_keep_origins(Arguments& args) {
  const int keep = truth(args.vm, args[1]);
  if (keep < 0) return {};
  keep_origins(self_of(args), keep == 1);
  return kNone;
}
Ref loop_set_debug(Arguments& args) {
  const int debug = truth(args.vm, args[1]);
  if (debug < 0) return {};
  self_of(args)->debug = debug == 1;
  if (runtime_of(args.vm).running != self_of(args)) return kNone;
  const Ref keep = get_attribute(args.vm, args[0], intern(args.vm, "_set_coroutine_origin_tracking"));
  const Value enabled[] = {Value::from_bool(debug == 1)};
  const Ref given = tuple_of(args.vm, enabled);
  return keep && call_soon(runtime_of(args.vm), self_of(args), keep, given) ? Ref(kNone) : Ref();
}
Ref loop_set_exception_handler(Arguments& args) {
  if (!args[1].is_none() && !is_callable(args.vm, args[1])) {
    const auto text = repr_of(args.vm, args[1]);
    return text ? args.vm.raise(args.vm.types.TypeError, "A callable object or None is expected, got {}", *text) : Ref();
  }
  replace(self_of(args)->exception_handler, args[1]);
  return kNone;
}
Ref loop_get_exception_handler(Arguments& args) {
  return self_of(args)->exception_handler;
}
Ref loop_call_exception_handler(Arguments& args) {
  if (!args[1].is_kind(Kind::Dict)) return args.vm.raise(args.vm.types.TypeError, "a context is a dict, not {}", type_name(args.vm, args[1]));
  return none_or_error(call_exception_handler(runtime_of(args.vm), self_of(args), cast<Dict>(args[1])));
}
Ref loop_default_exception_handler(Arguments& args) {
  if (!args[1].is_kind(Kind::Dict)) return args.vm.raise(args.vm.types.TypeError, "a context is a dict, not {}", type_name(args.vm, args[1]));
  return none_or_error(default_exception_handler(runtime_of(args.vm), self_of(args), cast<Dict>(args[1])));
}

// What is easier to say in Python stands in the prelude, as functions of the loop.
Ref loop_run_until_complete(Arguments& args) { return enter_prelude(args.vm, "asyncio.base_events", "run_until_complete", all(args), args.names); }
Ref loop_shutdown_asyncgens(Arguments& args) { return enter_prelude(args.vm, "asyncio.base_events", "shutdown_asyncgens", all(args), args.names); }
Ref loop_shutdown_default_executor(Arguments& args) {
  return enter_prelude(args.vm, "asyncio.base_events", "shutdown_default_executor", all(args), args.names);
}
Ref loop_run_in_executor(Arguments& args) { return enter_prelude(args.vm, "asyncio.base_events", "run_in_executor", all(args), args.names); }
Ref loop_set_default_executor(Arguments& args) {
  return enter_prelude(args.vm, "asyncio.base_events", "set_default_executor", all(args), args.names);
}

Ref loop_create_server(Arguments& args) { return enter_prelude(args.vm, "asyncio.selector_events", "create_server", all(args), args.names); }
Ref loop_create_connection(Arguments& args) { return enter_prelude(args.vm, "asyncio.selector_events", "create_connection", all(args), args.names); }

/// _quiet(flag): tasks made from now on are the loop's own housekeeping, and not drawn.
Ref loop_quiet(Arguments& args) {
  self_of(args)->quiet = truth(args.vm, args[1]) == 1;
  return kNone;
}

/// _arrive(callback, context): an event of the network.
Ref loop_arrive(Arguments& args) {
  Context* context = nullptr;
  if (!context_argument(args.vm, args[2], context)) return {};
  return arrive(runtime_of(args.vm), self_of(args), args[1], context);
}

/// _take_asyncgens(): those that are open, each once.
Ref loop_take_asyncgens(Arguments& args) {
  Loop* loop = self_of(args);
  Ref list = make_list(args.vm);
  for (OpenAsyncgen& open : runtime_of(args.vm).asyncgens) {
    if (open.loop != loop || open.taken) continue;
    open.taken = true;
    list_append(args.vm, cast<List>(list), Value(open.generator));
  }
  return list;
}

/// _ready, a deque, and _scheduled: what programs count.
Ref loop_ready(Arguments& args) {
  Vm& vm = args.vm;
  const Ref module = vm.import_module(intern(vm, "collections"));
  if (!module) return {};
  const Ref list = ready_handles(runtime_of(vm), self_of(args));
  const Value handles[] = {list};
  return call_method(vm, module, intern(vm, "deque"), handles);
}
Ref loop_scheduled(Arguments& args) { return scheduled_handles(runtime_of(args.vm), self_of(args)); }

Ref loop_slow_callback_duration(Arguments& args) { return make_float(args.vm, self_of(args)->slow_callback_s); }
Ref loop_set_slow_callback_duration(Arguments& args) {
  const auto seconds = to_double(args.vm, args[1]);
  if (!seconds) return {};
  self_of(args)->slow_callback_s = *seconds;
  return kNone;
}

/// What of a loop is not run: said as a platform without it says so.
struct LoopNotRun {
  const char* name;
  const char* instead;
};
constexpr const char* kNoSockets = "asyncio.open_connection and asyncio.start_server are the usual way";
constexpr LoopNotRun kLoopNotRun[] = {
    {"add_signal_handler", "asyncio.timeout and Task.cancel are the usual way"},
    {"remove_signal_handler", "asyncio.timeout and Task.cancel are the usual way"},
    {"add_reader", kNoSockets}, {"remove_reader", kNoSockets}, {"add_writer", kNoSockets}, {"remove_writer", kNoSockets},
    {"sock_recv", kNoSockets}, {"sock_recv_into", kNoSockets}, {"sock_recvfrom", kNoSockets}, {"sock_sendall", kNoSockets},
    {"sock_sendto", kNoSockets}, {"sock_connect", kNoSockets}, {"sock_accept", kNoSockets}, {"sock_sendfile", kNoSockets},
    {"sendfile", kNoSockets}, {"start_tls", kNoSockets}, {"create_datagram_endpoint", kNoSockets}, {"create_unix_connection", kNoSockets},
    {"create_unix_server", kNoSockets}, {"connect_accepted_socket", kNoSockets}, {"getaddrinfo", "the address itself is the usual way"},
    {"getnameinfo", "the address itself is the usual way"}, {"connect_read_pipe", "asyncio.Queue is the usual way"},
    {"connect_write_pipe", "asyncio.Queue is the usual way"}, {"subprocess_exec", "asyncio tasks and threading are the usual way"},
    {"subprocess_shell", "asyncio tasks and threading are the usual way"},
};

template <std::size_t which>
Ref refuse_method(Arguments& args) {
  constexpr const LoopNotRun& method = kLoopNotRun[which];
  return args.vm.raise(args.vm.types.NotImplementedError, python::refusal(fmt::format("loop.{}()", method.name), method.instead));
}

template <std::size_t... which>
constexpr std::array<NativeDef, sizeof...(which)> refused_methods(std::index_sequence<which...>) {
  return {NativeDef{kLoopNotRun[which].name, refuse_method<which>, 0, -1, Takes::AsPython}...};
}
constexpr auto kRefusedMethods = refused_methods(std::make_index_sequence<std::size(kLoopNotRun)>());

// As a learner sees them in messages: functions of BaseEventLoop.
constexpr const char* kSelf[] = {"self"};
constexpr const char* kSelfEnabled[] = {"self", "enabled"};
constexpr const char* kSelfHandler[] = {"self", "handler"};
constexpr const char* kSelfContext[] = {"self", "context"};
constexpr const char* kSelfFactory[] = {"self", "factory"};
constexpr Signature kTimeOf{"BaseEventLoop.time", kSelf, 1};
constexpr Signature kCreateFutureOf{"BaseEventLoop.create_future", kSelf, 1};
constexpr Signature kRunForeverOf{"BaseEventLoop.run_forever", kSelf, 1};
constexpr Signature kStopOf{"BaseEventLoop.stop", kSelf, 1};
constexpr Signature kCloseOf{"_UnixSelectorEventLoop.close", kSelf, 1};
constexpr Signature kIsRunningOf{"BaseEventLoop.is_running", kSelf, 1};
constexpr Signature kIsClosedOf{"BaseEventLoop.is_closed", kSelf, 1};
constexpr Signature kGetDebugOf{"BaseEventLoop.get_debug", kSelf, 1};
constexpr Signature kGetExceptionHandlerOf{"BaseEventLoop.get_exception_handler", kSelf, 1};
constexpr Signature kGetTaskFactoryOf{"BaseEventLoop.get_task_factory", kSelf, 1};
constexpr Signature kSetDebugOf{"BaseEventLoop.set_debug", kSelfEnabled, 2};
constexpr Signature kSetExceptionHandlerOf{"BaseEventLoop.set_exception_handler", kSelfHandler, 2};
constexpr Signature kCallExceptionHandlerOf{"BaseEventLoop.call_exception_handler", kSelfContext, 2};
constexpr Signature kDefaultExceptionHandlerOf{"BaseEventLoop.default_exception_handler", kSelfContext, 2};
constexpr Signature kSetTaskFactoryOf{"BaseEventLoop.set_task_factory", kSelfFactory, 2};

constexpr NativeDef kLoopNew[] = {{"__new__", loop_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kLoopMethods[] = {
    {"__init__", loop_init, 0, -1, Takes::Keywords},
    {"__repr__", loop_repr},
    {"time", as_python<loop_time, kTimeOf>, 0, -1, Takes::AsPython},
    {"call_soon", loop_call_soon, 0, -1, Takes::AsPython},
    {"call_soon_threadsafe", loop_call_soon_threadsafe, 0, -1, Takes::AsPython},
    {"call_later", loop_call_later, 0, -1, Takes::AsPython},
    {"call_at", loop_call_at, 0, -1, Takes::AsPython},
    {"create_future", as_python<loop_create_future, kCreateFutureOf>, 0, -1, Takes::AsPython},
    {"create_task", loop_create_task, 0, -1, Takes::AsPython},
    {"set_task_factory", as_python<loop_set_task_factory, kSetTaskFactoryOf>, 0, -1, Takes::AsPython},
    {"get_task_factory", as_python<loop_get_task_factory, kGetTaskFactoryOf>, 0, -1, Takes::AsPython},
    {"run_forever", as_python<loop_run_forever, kRunForeverOf>, 0, -1, Takes::AsPython},
    {"run_until_complete", loop_run_until_complete, 0, -1, Takes::AsPython},
    {"shutdown_asyncgens", loop_shutdown_asyncgens, 0, -1, Takes::Coroutine},
    {"shutdown_default_executor", loop_shutdown_default_executor, 0, -1, Takes::Coroutine},
    {"run_in_executor", loop_run_in_executor, 0, -1, Takes::AsPython},
    {"set_default_executor", loop_set_default_executor, 0, -1, Takes::AsPython},
    {"stop", as_python<loop_stop, kStopOf>, 0, -1, Takes::AsPython},
    {"close", as_python<loop_close, kCloseOf>, 0, -1, Takes::AsPython},
    {"is_running", as_python<loop_is_running, kIsRunningOf>, 0, -1, Takes::AsPython},
    {"is_closed", as_python<loop_is_closed, kIsClosedOf>, 0, -1, Takes::AsPython},
    {"get_debug", as_python<loop_get_debug, kGetDebugOf>, 0, -1, Takes::AsPython},
    {"set_debug", as_python<loop_set_debug, kSetDebugOf>, 0, -1, Takes::AsPython},
    {"set_exception_handler", as_python<loop_set_exception_handler, kSetExceptionHandlerOf>, 0, -1, Takes::AsPython},
    {"get_exception_handler", as_python<loop_get_exception_handler, kGetExceptionHandlerOf>, 0, -1, Takes::AsPython},
    {"call_exception_handler", as_python<loop_call_exception_handler, kCallExceptionHandlerOf>, 0, -1, Takes::AsPython},
    {"default_exception_handler", as_python<loop_default_exception_handler, kDefaultExceptionHandlerOf>, 0, -1, Takes::AsPython},
    {"_set_coroutine_origin_tracking", loop_keep_origins, 1, 1},
    {"_quiet", loop_quiet, 1, 1},
    {"_take_asyncgens", loop_take_asyncgens},
    {"_arrive", loop_arrive, 2, 2},
    {"create_server", loop_create_server, 0, -1, Takes::Coroutine},
    {"create_connection", loop_create_connection, 0, -1, Takes::Coroutine},
};
constexpr NativeDef kLoopProperties[] = {
    {"slow_callback_duration", loop_slow_callback_duration}, {"_ready", loop_ready}, {"_scheduled", loop_scheduled}};
constexpr NativeDef kLoopSetters[] = {{"slow_callback_duration", loop_set_slow_callback_duration, 1, 1}};

Handle* handle_of(Arguments& args) { return static_cast<Handle*>(args[0].object()); }

Ref handle_cancel(Arguments& args) {
  cancel_handle(runtime_of(args.vm), handle_of(args));
  return kNone;
}
Ref handle_cancelled(Arguments& args) { return boolean(handle_of(args)->cancelled); }
Ref handle_when(Arguments& args) { return make_float(args.vm, handle_of(args)->when); }
Ref handle_repr_method(Arguments& args) { return make_str(args.vm, handle_repr(runtime_of(args.vm), handle_of(args))); }
Ref handle_callback(Arguments& args) { return handle_of(args)->function.is_empty() ? Ref(kNone) : Ref(handle_of(args)->function); }
Ref handle_args(Arguments& args) { return handle_of(args)->args.is_empty() ? Ref(kNone) : Ref(handle_of(args)->args); }
Ref handle_loop(Arguments& args) { return handle_of(args)->loop == nullptr ? Ref(kNone) : Ref(Value(handle_of(args)->loop)); }

/// TimerHandles are ordered by their deadline.
template <CompareKind kind>
Ref timer_compare(Arguments& args) {
  Runtime& runtime = runtime_of(args.vm);
  if (!args[1].is_kind(Kind::Extension) || !is_subtype(args[1].object()->type, runtime.timer_handle_type)) return kNotImplemented;
  const Ref left = make_float(args.vm, handle_of(args)->when), right = make_float(args.vm, cast<Handle>(args[1])->when);
  return compare(args.vm, kind, left, right);
}

constexpr NativeDef kHandleMethods[] = {{"cancel", handle_cancel}, {"cancelled", handle_cancelled}, {"__repr__", handle_repr_method}};
constexpr NativeDef kHandleProperties[] = {{"_callback", handle_callback}, {"_args", handle_args}, {"_loop", handle_loop}};
constexpr NativeDef kTimerMethods[] = {
    {"when", handle_when},
    {"__lt__", timer_compare<CompareKind::Lt>, 1, 1},
    {"__le__", timer_compare<CompareKind::Le>, 1, 1},
    {"__gt__", timer_compare<CompareKind::Gt>, 1, 1},
    {"__ge__", timer_compare<CompareKind::Ge>, 1, 1},
};

}  // namespace

void install_loop_methods(Runtime& runtime) {
  Vm& vm = runtime.vm;
  install_static(vm, runtime.loop_type, kLoopNew);
  install(vm, runtime.loop_type, kLoopMethods);
  install(vm, runtime.loop_type, kRefusedMethods);
  install_properties(vm, runtime.loop_type, kLoopProperties, kLoopSetters);
  install(vm, runtime.handle_type, kHandleMethods);
  install_properties(vm, runtime.handle_type, kHandleProperties);
  install(vm, runtime.timer_handle_type, kTimerMethods);
}

}  // namespace waiter::asyncio
