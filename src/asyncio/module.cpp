// The module `asyncio`: what C++ gives it. The rest is prelude/asyncio.py.

#include "asyncio/loop.h"
#include "asyncio/prelude_files.h"
#include "python/prelude.h"

namespace waiter::asyncio {

using namespace python;

namespace {

const char kRuntimeKey = 0;

Ref get_running_loop(Arguments& args) {
  Loop* loop = runtime_of(args.vm).running;
  if (loop == nullptr) return args.vm.raise(args.vm.types.RuntimeError, "no running event loop");
  return Value(loop);
}

Ref get_running_loop_or_none(Arguments& args) {
  Loop* loop = runtime_of(args.vm).running;
  return loop == nullptr ? Ref(kNone) : Ref(Value(loop));
}

Loop* loop_argument(Arguments& args, bool& fine) {
  Runtime& runtime = runtime_of(args.vm);
  const Value given = args.count > 0 ? args[0] : args.keyword("loop");
  fine = true;
  if (!given.is_empty() && !given.is_none()) return as_loop(runtime, given);
  if (runtime.running == nullptr) {
    args.vm.raise(args.vm.types.RuntimeError, "no running event loop");
    fine = false;
  }
  return runtime.running;
}

Ref current_task(Arguments& args) {
  bool fine = true;
  const Loop* loop = loop_argument(args, fine);
  if (!fine) return {};
  return loop == nullptr || loop->current == nullptr ? Ref(kNone) : Ref(Value(loop->current));
}

/// In order of creation; a set of them is made by the prelude.
Ref all_tasks_in_order(Arguments& args) {
  bool fine = true;
  const Loop* loop = loop_argument(args, fine);
  if (!fine) return {};
  std::vector<Value> tasks;
  for (Task* task : loop->tasks) tasks.emplace_back(task);
  return make_list(args.vm, tasks);
}

/// _label(future, text): what the trace calls waiting for it.
Ref label(Arguments& args) {
  Runtime& runtime = runtime_of(args.vm);
  if (Future* future = as_future(runtime, args[0])) future->label = runtime.recorder.name(str_view(args[1]));
  return kNone;
}

/// _finish_sleep(future, result): a sleep is over. A late timer of a cancelled sleep does nothing.
Ref finish_sleep(Arguments& args) {
  Runtime& runtime = runtime_of(args.vm);
  Future* future = as_future(runtime, args[0]);
  if (future->state != FutureState::Pending) return kNone;
  future->by_timer = true;
  return set_result(runtime, future, args[1]) ? Ref(kNone) : Ref();
}

/// _note_gather(children): the running task waits for them; _note_gather_child(owner lane, child, done).
Ref note_gather(Arguments& args) {
  Runtime& runtime = runtime_of(args.vm);
  const trace::LaneId lane = runtime.lane();
  const List* children = cast<List>(args[0]);
  runtime.settle();
  for (std::uint32_t i = 0; i < children->count; ++i) {
    const Task* child = as_task(runtime, children->items[i]);
    runtime.recorder.record(trace::EventKind::Gather, lane, args.vm.position(), children->count, child == nullptr ? trace::kNoLane : child->lane);
  }
  return make_int(args.vm, lane);
}

Ref note_gather_child(Arguments& args) {
  Runtime& runtime = runtime_of(args.vm);
  const Task* child = as_task(runtime, args[1]);
  const auto lane = static_cast<trace::LaneId>(args[0].as_int());
  runtime.recorder.record(trace::EventKind::GatherChild, lane, {}, args[2].as_int(), child == nullptr ? trace::kNoLane : child->lane);
  return kNone;
}

/// _add_method(type, name, function): the prelude completes types that C++ made.
Ref add_method(Arguments& args) {
  type_set(args.vm, cast<Type>(args[0]), intern(args.vm, str_view(args[1])), args[2]);
  return kNone;
}

Ref make_cancelled(Arguments& args) {
  Runtime& runtime = runtime_of(args.vm);
  return make_cancelled_error(runtime, as_future(runtime, args[0]));
}

Ref cancel_message(Arguments& args) { return as_future(runtime_of(args.vm), args[0])->cancel_message; }

Ref is_future(Arguments& args) { return Value::from_bool(as_future(runtime_of(args.vm), args[0]) != nullptr); }
Ref is_coroutine(Arguments& args) {
  return Value::from_bool(args[0].is_kind(Kind::Generator) && cast<Generator>(args[0])->what == GeneratorKind::Coroutine);
}
Ref is_coroutine_function(Arguments& args) {
  Value function = args[0];
  if (function.is_kind(Kind::BoundMethod)) function = cast<BoundMethod>(function)->function;
  return Value::from_bool(function.is_kind(Kind::Function) && (cast<Function>(function)->code->flags & kCodeCoroutine) != 0);
}

constexpr NativeDef kFunctions[] = {
    {"get_running_loop", get_running_loop},
    {"_get_running_loop", get_running_loop_or_none},
    {"current_task", current_task, 0, 1, Takes::Keywords},
    {"_all_tasks", all_tasks_in_order, 0, 1, Takes::Keywords},
    {"_label", label, 2, 2},
    {"_finish_sleep", finish_sleep, 2, 2},
    {"_note_gather", note_gather, 1, 1},
    {"_note_gather_child", note_gather_child, 3, 3},
    {"_add_method", add_method, 3, 3},
    {"_make_cancelled_error", make_cancelled, 1, 1},
    {"_cancel_message", cancel_message, 1, 1},
    {"isfuture", is_future, 1, 1},
    {"iscoroutine", is_coroutine, 1, 1},
    {"iscoroutinefunction", is_coroutine_function, 1, 1},
};

Ref make_asyncio_module(Vm& vm) {
  Runtime& runtime = runtime_of(vm);
  Ref module = make_module(vm, "asyncio");
  python::install(vm, cast<Module>(module), kFunctions);
  const auto set = [&](const char* name, Type* type) { module_set(vm, cast<Module>(module), name, Value(type)); };
  set("Future", runtime.future_type);
  set("Task", runtime.task_type);
  set("Handle", runtime.handle_type);
  set("TimerHandle", runtime.timer_handle_type);
  set("AbstractEventLoop", runtime.loop_type);
  set("_EventLoop", runtime.loop_type);
  set("CancelledError", runtime.cancelled_error);
  set("InvalidStateError", runtime.invalid_state_error);
  set("TimeoutError", vm.types.TimeoutError);
  return module;
}

}  // namespace

trace::LaneId Runtime::lane() const {
  if (running == nullptr || running->current == nullptr || running->current->lane == trace::kNoLane) return trace::kLoopLane;
  return running->current->lane;
}

void Runtime::settle() {
  vm.settle_work();
  recorder.set_now(host.now());
}

Runtime& runtime_of(Vm& vm) { return *static_cast<Runtime*>(vm.extensions.at(&kRuntimeKey)); }

void install(Runtime& runtime) {
  Vm& vm = runtime.vm;
  vm.extensions[&kRuntimeKey] = &runtime;
  vm.threads->on_switch = [&runtime](ThreadStack&, ThreadStack& to) { runtime.running = static_cast<Loop*>(to.running_loop); };
  runtime.cancelled_error = make_type(vm, "CancelledError", vm.types.BaseException, Kind::Exception, "asyncio.exceptions");
  runtime.invalid_state_error = make_type(vm, "InvalidStateError", vm.types.Exception, Kind::Exception, "asyncio.exceptions");
  make_future_types(runtime);
  make_task_type(runtime);
  make_loop_types(runtime);
  for (const prelude::EmbeddedFile& file : prelude::embedded_files()) {
    const std::size_t begin = file.name.rfind('/') + 1;
    add_prelude(file.name.substr(begin, file.name.size() - begin - 3), file.text);
  }
  vm.register_module("asyncio", make_asyncio_module);
}

}  // namespace waiter::asyncio
