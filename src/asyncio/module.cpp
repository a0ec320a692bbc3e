// The module `asyncio`: what C++ gives it. The rest is Python, in prelude/, a file for each of CPython's submodules, and is
// loaded when a program first asks for a name of it: most programs use a few.

#include <algorithm>
#include <utility>

#include "asyncio/functions.h"
#include "asyncio/lock.h"
#include "asyncio/prelude_files.h"
#include "asyncio/queue.h"
#include "asyncio/thread_lanes.h"
#include "python/methods/async_generator.h"
#include "python/methods/helpers.h"
#include "python/not_run.h"
#include "python/prelude.h"
#include "python/special_attributes.h"

namespace waiter::asyncio {

using namespace python;

namespace {

Ref get_running_loop(Arguments& args) {
  Loop* loop = running_loop(runtime_of(args.vm));
  return loop == nullptr ? Ref() : Ref(Value(loop));
}

Ref get_running_loop_or_none(Arguments& args) {
  Loop* loop = runtime_of(args.vm).running;
  return loop == nullptr ? Ref(kNone) : Ref(Value(loop));
}

constexpr const char* kLoopParameter[] = {"loop"};

/// The loop that was given, or the running one. Null: exception set, or it is no loop: then it has no tasks.
Loop* loop_argument(Arguments& args, const char* function) {
  Value given;
  if (!bind_as_python(args, {function, kLoopParameter, 0}, &given)) return nullptr;
  Runtime& runtime = runtime_of(args.vm);
  if (given.is_empty() || given.is_none()) return running_loop(runtime);
  return as_loop(runtime, given);
}

Ref current_task(Arguments& args) {
  const Loop* loop = loop_argument(args, "current_task");
  if (loop == nullptr) return args.vm.has_error() ? Ref() : Ref(kNone);
  return loop->current == nullptr ? Ref(kNone) : Ref(Value(loop->current));
}

std::vector<Value> tasks_of(const Loop* loop) {
  std::vector<Value> tasks;
  for (Task* task = loop->first_task; task != nullptr; task = task->next) tasks.emplace_back(task);
  return tasks;
}

Ref all_tasks(Arguments& args) {
  const Loop* loop = loop_argument(args, "all_tasks");
  if (args.vm.has_error()) return {};
  Ref set = Ref::steal(Value(make_set(args.vm)));
  if (loop == nullptr) return set;
  for (const Value task : tasks_of(loop))
    if (set_add(args.vm, cast<Set>(set), task) < 0) return {};
  return set;
}

/// In order of creation: how asyncio.run cancels them.
Ref all_tasks_in_order(Arguments& args) {
  const Loop* loop = loop_argument(args, "all_tasks");
  return loop == nullptr ? Ref() : make_list(args.vm, tasks_of(loop));
}

constexpr const char* kCreatePositional[] = {"coro"};
constexpr const char* kCreateKeywords[] = {"name", "context"};

Ref asyncio_create_task(Arguments& args) {
  Vm& vm = args.vm;
  Runtime& runtime = runtime_of(vm);
  Value values[3];
  if (!bind_as_python(args, {"create_task", kCreatePositional, 1, kCreateKeywords}, values)) return {};
  Loop* loop = running_loop(runtime);
  if (loop == nullptr) return {};
  Context* context = nullptr;
  if (!context_argument(vm, values[2], context)) return {};
  if (loop->type->is_user) {  // it may have a create_task of its own
    const Value name[] = {Value(intern(vm, "context"))};
    const Ref names = context != nullptr ? tuple_of(vm, name) : Ref();
    const Value given[] = {values[0], values[2]};
    const Ref method = get_attribute(vm, Value(loop), intern(vm, "create_task"));
    Ref task = !method ? Ref() : context != nullptr ? call(vm, method, given, cast<Tuple>(names)) : call(vm, method, {given, 1});
    if (!task || values[1].is_empty() || values[1].is_none()) return task;
    return call_method(vm, task, intern(vm, "set_name"), {values + 1, 1}) ? task : Ref();
  }
  if (!check_open(vm, loop)) return {};
  // The task is made first and named then: the number is used up all the same.
  Ref task = create_task(runtime, loop, values[0], Value(), context);
  if (!task || values[1].is_empty() || values[1].is_none()) return task;
  if (Task* made = as_task(runtime, task)) return rename_task(runtime, made, values[1]) ? task : Ref();
  return call_method(vm, task, intern(vm, "set_name"), {values + 1, 1}) ? task : Ref();
}

/// _label(future, text): what the trace calls waiting for it. _stands_for(future, other): ... and what it is really about.
Ref label(Arguments& args) {
  Runtime& runtime = runtime_of(args.vm);
  if (Future* future = as_future(runtime, args[0])) future->label = runtime.recorder.name(str_view(args[1]));
  return kNone;
}

/// _log_destroy_pending(task, flag)
Ref log_destroy_pending(Arguments& args) {
  if (Future* future = as_future(runtime_of(args.vm), args[0])) future->log_destroy = truth(args.vm, args[1]) == 1;
  return kNone;
}

Ref is_future(Arguments& args) { return boolean(as_future(runtime_of(args.vm), args[0]) != nullptr); }
Ref is_coroutine_object(Arguments& args) { return boolean(is_coroutine(runtime_of(args.vm), args[0])); }
Ref is_coroutine_function(Arguments& args) {
  Value function = args[0];
  if (function.is_kind(Kind::BoundMethod)) function = cast<BoundMethod>(function)->function;
  if (function.is_kind(Kind::Native)) return boolean(cast<Native>(function)->def->takes == Takes::Coroutine);
  if (function.is_kind(Kind::Instance) || function.is_kind(Kind::Extension)) return enter_prelude(args.vm, "inspect", "iscoroutinefunction", {&function, 1});  // a partial's
  return boolean(function.is_kind(Kind::Function) && (cast<Function>(function)->code->flags & kCodeCoroutine) != 0);
}

constexpr const char* kObj[] = {"obj"};
constexpr const char* kFunc[] = {"func"};
constexpr Signature kIsFuture{"isfuture", kObj, 1}, kIsCoroutine{"iscoroutine", kObj, 1}, kIsCoroutineFunction{"iscoroutinefunction", kFunc, 1};

constexpr NativeDef kFunctions[] = {
    {"sleep", asyncio_sleep, 0, -1, Takes::Coroutine},
    {"gather", asyncio_gather, 0, -1, Takes::AsPython},
    {"wait", asyncio_wait, 0, -1, Takes::Coroutine},
    {"wait_for", asyncio_wait_for, 0, -1, Takes::Coroutine},
    {"shield", asyncio_shield, 0, -1, Takes::AsPython},
    {"ensure_future", asyncio_ensure_future, 0, -1, Takes::AsPython},
    {"create_task", asyncio_create_task, 0, -1, Takes::AsPython},
    {"current_task", current_task, 0, -1, Takes::AsPython},
    {"all_tasks", all_tasks, 0, -1, Takes::AsPython},
    {"get_running_loop", get_running_loop},
    {"_get_running_loop", get_running_loop_or_none},
    {"isfuture", as_python<is_future, kIsFuture>, 0, -1, Takes::AsPython},
    {"iscoroutine", as_python<is_coroutine_object, kIsCoroutine>, 0, -1, Takes::AsPython},
    {"iscoroutinefunction", as_python<is_coroutine_function, kIsCoroutineFunction>, 0, -1, Takes::AsPython},
    {"_all_tasks_in_order", all_tasks_in_order, 0, -1, Takes::AsPython},
    {"_label", label, 2, 2},
    {"_log_destroy_pending", log_destroy_pending, 2, 2},
};

/// Which of asyncio's modules has them in CPython; get_running_loop is C there, too.
constexpr std::pair<std::string_view, std::string_view> kHomes[] = {
    {"sleep", "asyncio.tasks"}, {"gather", "asyncio.tasks"}, {"wait", "asyncio.tasks"}, {"wait_for", "asyncio.tasks"},
    {"shield", "asyncio.tasks"}, {"ensure_future", "asyncio.tasks"}, {"create_task", "asyncio.tasks"}, {"current_task", "asyncio.tasks"},
    {"all_tasks", "asyncio.tasks"}, {"get_running_loop", "_asyncio"}, {"_get_running_loop", "_asyncio"}, {"isfuture", "asyncio.base_futures"},
    {"iscoroutine", "asyncio.coroutines"}, {"iscoroutinefunction", "asyncio.coroutines"},
};

// --- what is loaded when it is asked for ---

struct LazyName {
  std::string_view name, module;
};

constexpr LazyName kLazyNames[] = {
    {"run", "runners"}, {"Runner", "runners"},
    {"as_completed", "tasks"}, {"run_coroutine_threadsafe", "tasks"},
    {"to_thread", "threads"},
    {"Condition", "locks"}, {"Barrier", "locks"},
    {"timeout", "timeouts"}, {"timeout_at", "timeouts"}, {"Timeout", "timeouts"},
    {"TaskGroup", "taskgroups"},
    {"wrap_future", "futures"},
    {"get_event_loop", "events"}, {"set_event_loop", "events"}, {"new_event_loop", "events"}, {"_set_running_loop", "events"},
    {"get_event_loop_policy", "events"}, {"set_event_loop_policy", "events"}, {"AbstractEventLoopPolicy", "events"},
    {"AbstractServer", "events"}, {"DefaultEventLoopPolicy", "unix_events"}, {"get_child_watcher", "events"}, {"set_child_watcher", "events"},
    {"AbstractChildWatcher", "unix_events"}, {"SafeChildWatcher", "unix_events"}, {"FastChildWatcher", "unix_events"},
    {"PidfdChildWatcher", "unix_events"}, {"MultiLoopChildWatcher", "unix_events"}, {"ThreadedChildWatcher", "unix_events"},
    {"BrokenBarrierError", "exceptions"}, {"IncompleteReadError", "exceptions"}, {"LimitOverrunError", "exceptions"},
    {"SendfileNotAvailableError", "exceptions"},
    {"StreamReader", "streams"}, {"StreamWriter", "streams"}, {"StreamReaderProtocol", "streams"}, {"open_connection", "streams"},
    {"start_server", "streams"}, {"open_unix_connection", "streams"}, {"start_unix_server", "streams"},
    {"BaseProtocol", "protocols"}, {"Protocol", "protocols"}, {"DatagramProtocol", "protocols"}, {"SubprocessProtocol", "protocols"},
    {"BufferedProtocol", "protocols"},
    {"BaseTransport", "transports"}, {"ReadTransport", "transports"}, {"WriteTransport", "transports"}, {"Transport", "transports"},
    {"DatagramTransport", "transports"}, {"SubprocessTransport", "transports"},
    {"BaseEventLoop", "base_events"}, {"Server", "base_events"},
    {"create_subprocess_exec", "subprocess"}, {"create_subprocess_shell", "subprocess"},
};

constexpr std::string_view kSubmodules[] = {
    "base_events", "base_futures", "base_tasks", "constants", "coroutines", "events", "exceptions", "format_helpers", "futures", "locks",
    "mixins", "protocols", "queues", "runners", "selector_events", "streams", "subprocess", "taskgroups", "tasks", "threads", "timeouts",
    "transports", "unix_events",
};

/// What `from asyncio import *` gives, in the order of CPython's `__all__` (which forgets TaskGroup), without what is not run.
constexpr std::string_view kPublicNames[] = {
    "BaseEventLoop", "Server", "iscoroutinefunction", "iscoroutine", "AbstractEventLoopPolicy", "AbstractEventLoop", "AbstractServer",
    "Handle", "TimerHandle", "get_event_loop_policy", "set_event_loop_policy", "get_event_loop", "set_event_loop", "new_event_loop",
    "get_child_watcher", "set_child_watcher", "_set_running_loop", "get_running_loop", "_get_running_loop", "BrokenBarrierError",
    "CancelledError", "InvalidStateError", "TimeoutError", "IncompleteReadError", "LimitOverrunError", "SendfileNotAvailableError",
    "Future", "wrap_future", "isfuture", "Lock", "Event", "Condition", "Semaphore", "BoundedSemaphore", "Barrier", "BaseProtocol",
    "Protocol", "DatagramProtocol", "SubprocessProtocol", "BufferedProtocol", "Runner", "run", "Queue", "PriorityQueue", "LifoQueue",
    "QueueFull", "QueueEmpty", "StreamReader", "StreamWriter", "StreamReaderProtocol", "open_connection", "start_server",
    "open_unix_connection", "start_unix_server", "Task", "create_task", "FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "wait",
    "wait_for", "as_completed", "sleep", "gather", "shield", "ensure_future", "run_coroutine_threadsafe", "current_task", "all_tasks",
    "to_thread", "Timeout", "timeout", "timeout_at", "BaseTransport", "ReadTransport", "WriteTransport", "Transport", "DatagramTransport",
    "SubprocessTransport", "SelectorEventLoop", "DefaultEventLoopPolicy",
};

Ref public_names(Vm& vm) {
  std::vector<Value> names;
  for (const std::string_view name : kPublicNames) names.emplace_back(intern(vm, name));
  return tuple_of(vm, names);
}

/// asyncio.__dir__ (PEP 562): what has not been asked for yet is there too.
Ref directory(Arguments& args) {
  Vm& vm = args.vm;
  const Ref module = vm.import_module(intern(vm, "asyncio"));
  if (!module) return {};
  const Ref names = list_from(vm, Value(cast<Module>(module)->dict));
  if (!names) return {};
  const auto add = [&](std::string_view name) {
    if (Str* text = intern(vm, name); dict_get_name(cast<Module>(module)->dict, text).is_empty()) list_append(vm, cast<List>(names), Value(text));
  };
  for (const LazyName& lazy : kLazyNames)
    if (!python::is_name_not_run("asyncio", lazy.name)) add(lazy.name);
  for (const std::string_view each : kSubmodules) add(each);
  add("__all__");
  return names;
}

/// asyncio.__getattr__ (PEP 562).
Ref find_lazily(Arguments& args) {
  Vm& vm = args.vm;
  const std::string_view name = str_view(args[0]);
  const Ref module = vm.import_module(intern(vm, "asyncio"));
  if (!module) return {};
  if (name == "__all__") {
    const Ref names = public_names(vm);
    module_set(vm, cast<Module>(module), name, names);
    return names;
  }
  if (std::find(std::begin(kSubmodules), std::end(kSubmodules), name) != std::end(kSubmodules))
    return vm.import_module(intern(vm, fmt::format("asyncio.{}", name)));
  const auto found = std::find_if(std::begin(kLazyNames), std::end(kLazyNames), [&](const LazyName& lazy) { return lazy.name == name; });
  if (found == std::end(kLazyNames)) return raise_no_attribute(vm, module, intern(vm, name));
  const Ref part = vm.import_module(intern(vm, fmt::format("asyncio.{}", found->module)));
  if (!part) return {};
  Ref value = get_attribute(vm, part, intern(vm, name));
  if (value) module_set(vm, cast<Module>(module), name, value);
  return value;
}
constexpr NativeDef kModuleHooks[] = {{"__getattr__", find_lazily, 1, 1}, {"__dir__", directory}};

Ref make_asyncio_module(Vm& vm) {
  Runtime& runtime = runtime_of(vm);
  Ref module = make_module(vm, "asyncio");
  python::install(vm, cast<Module>(module), kFunctions);
  for (const auto& [function, home] : kHomes)
    cast<Native>(dict_get_name(cast<Module>(module)->dict, intern(vm, function)))->module = intern(vm, home);
  python::install(vm, cast<Module>(module), kModuleHooks);
  const auto set = [&](const char* name, Type* type) { module_set(vm, cast<Module>(module), name, Value(type)); };
  set("Future", runtime.future_type);
  set("Task", runtime.task_type);
  set("_GatheringFuture", runtime.gathering_type);
  set("Handle", runtime.handle_type);
  set("TimerHandle", runtime.timer_handle_type);
  set("AbstractEventLoop", runtime.abstract_loop_type);
  set("SelectorEventLoop", runtime.loop_type);
  set("Lock", runtime.lock_type);
  set("Event", runtime.event_type);
  set("Semaphore", runtime.semaphore_type);
  set("BoundedSemaphore", runtime.bounded_semaphore_type);
  set("Queue", runtime.queue_type);
  set("PriorityQueue", runtime.priority_queue_type);
  set("LifoQueue", runtime.lifo_queue_type);
  set("QueueEmpty", runtime.queue_empty);
  set("QueueFull", runtime.queue_full);
  set("CancelledError", runtime.cancelled_error);
  set("InvalidStateError", runtime.invalid_state_error);
  set("TimeoutError", vm.types.TimeoutError);
  for (const char* word : {"ALL_COMPLETED", "FIRST_COMPLETED", "FIRST_EXCEPTION"})
    module_set(vm, cast<Module>(module), word, Value(intern(vm, word)));
  module_set(vm, cast<Module>(module), "__path__", make_list(vm));
  return module;
}

// --- async generators: the loop closes what is left open ---

void first_iteration(Vm& vm, Generator* generator) {
  Runtime& runtime = runtime_of(vm);
  if (runtime.running != nullptr) runtime.asyncgens.push_back({generator, runtime.running});
}

/// The last reference to a generator goes that was begun in a loop: a task closes it (_asyncgen_finalizer_hook).
bool last_reference(Vm& vm, Generator* generator) {
  Runtime& runtime = runtime_of(vm);
  const auto found = std::find_if(runtime.asyncgens.begin(), runtime.asyncgens.end(), [&](const OpenAsyncgen& open) { return open.generator == generator; });
  if (found == runtime.asyncgens.end()) return false;
  Loop* loop = found->loop;
  runtime.asyncgens.erase(found);
  if (loop == nullptr) return false;
  if (loop->closed || generator->state == GeneratorState::Closed || async_generator_closed(generator)) return true;
  Ref saved = vm.has_error() ? vm.take_error() : Ref();
  const Ref closing = make_async_delegate(vm, IteratorKind::AsyncThrow, Value(generator), kUnbound);
  const Ref method = get_attribute(vm, Value(loop), intern(vm, "create_task"));
  const Value args[] = {closing};
  const Ref arguments = tuple_of(vm, args);
  if (method) (void)call_soon(runtime, loop, method, arguments);
  if (saved) vm.restore_error(std::move(saved));
  return true;
}

const AsyncGeneratorHooks kHooks{first_iteration, last_reference};

}  // namespace

Runtime::Runtime(Vm& given_vm, Host& given_host, trace::Recorder& given_recorder) : vm(given_vm), host(given_host), recorder(given_recorder) {}
Runtime::~Runtime() { vm.threads->watcher = nullptr; }

trace::LaneId Runtime::lane() const {
  if (running == nullptr || running->current == nullptr || running->current->lane == trace::kNoLane) return vm.threads->present()->lane;
  return running->current->lane;
}

void Runtime::settle() {
  vm.settle_work();
  recorder.set_now(host.now());
}

Runtime& runtime_of(Vm& vm) { return *static_cast<Runtime*>(vm.frequent); }

Ref enter_prelude(Vm& vm, std::string_view module, std::string_view function, std::span<const Value> args, const Tuple* names) {
  const Ref owner = vm.import_module(intern(vm, module));
  if (!owner) return {};
  const Ref callable = get_attribute(vm, owner, intern(vm, function));
  return callable ? call_or_enter(vm, callable, args, names) : Ref();
}

void install(Runtime& runtime) {
  Vm& vm = runtime.vm;
  vm.frequent = &runtime;
  runtime.thread_lanes = std::make_unique<ThreadLanes>(runtime);
  vm.threads->watcher = runtime.thread_lanes.get();
  vm.threads->on_switch = [&runtime](ThreadStack&, ThreadStack& to) { runtime.running = static_cast<Loop*>(to.running_loop); };
  const auto error = [&](const char* name, Type* base, const char* module) { return make_type(vm, name, base, Kind::Exception, module); };
  runtime.cancelled_error = error("CancelledError", vm.types.BaseException, "asyncio.exceptions");
  runtime.invalid_state_error = error("InvalidStateError", vm.types.Exception, "asyncio.exceptions");
  runtime.queue_empty = error("QueueEmpty", vm.types.Exception, "asyncio.queues");
  runtime.queue_full = error("QueueFull", vm.types.Exception, "asyncio.queues");
  runtime.labels = {.lock = runtime.recorder.name("lock"),
                    .event = runtime.recorder.name("event"),
                    .condition = runtime.recorder.name("condition"),
                    .semaphore = runtime.recorder.name("semaphore"),
                    .queue_get = runtime.recorder.name("queue.get"),
                    .queue_put = runtime.recorder.name("queue.put"),
                    .queue_join = runtime.recorder.name("queue.join"),
                    .wait = runtime.recorder.name("wait"),
                    .wait_for = runtime.recorder.name("wait_for"),
                    .shield = runtime.recorder.name("shield"),
                    .future = runtime.recorder.name("a future")};
  make_future_types(runtime);
  make_task_type(runtime);
  make_gathering_type(runtime);
  make_loop_types(runtime);
  make_lock_types(runtime);
  make_queue_types(runtime);
  set_async_generator_hooks(vm, &kHooks);
  for (const prelude::EmbeddedFile& file : prelude::embedded_files()) {
    const std::size_t begin = file.name.rfind('/') + 1;
    add_prelude(file.name.substr(begin, file.name.size() - begin - 3), file.text);
  }
  vm.register_module("asyncio", make_asyncio_module);
}

}  // namespace waiter::asyncio
