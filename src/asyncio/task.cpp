#include "asyncio/task.h"

#include <algorithm>

#include "asyncio/loop.h"

namespace waiter::asyncio {

using namespace python;

namespace {

void replace(Value& place, Value value) {
  const Value old = std::exchange(place, value.is_empty() ? Value() : Ref(value).release());
  if (!old.is_empty()) decref(old);
}

void schedule_step(Runtime& runtime, Task* task, Value exception, trace::ReadyReason reason) {
  Ready ready{};
  ready.kind = Ready::Kind::Step;
  ready.subject = Ref(Value(task)).release();
  ready.argument = exception.is_empty() ? Value() : Ref(exception).release();
  if (task->lane != trace::kNoLane) {
    const trace::LaneId maker = runtime.lane();
    runtime.recorder.record(trace::EventKind::HandleReady, task->lane, task->where, static_cast<std::int64_t>(reason),
                            reason == trace::ReadyReason::Created ? maker : trace::kNoLane);
  }
  schedule(task->loop, ready);
}

/// The step is over. What it leads to (a wait, an end, a wake-up) still belongs to it: control is given back when this goes.
class EndOfStep {
 public:
  EndOfStep(Runtime& runtime, Task* task) : runtime_(runtime), task_(Value(task)) {
    Vm& vm = runtime.vm;
    instructions_ = vm.instructions_charged() - runtime.step_began_at;
    vm.settle_work();
    runtime.recorder.set_now(runtime.host.now());
    task->loop->current = nullptr;
    if (task->lane != trace::kNoLane && !task->done()) task->where = parked_at(vm, task->coroutine);
  }
  ~EndOfStep() {
    const Task* task = static_cast<Task*>(task_.get().object());
    if (task->lane == trace::kNoLane) return;
    runtime_.recorder.record(trace::EventKind::StepEnd, task->lane, task->where, static_cast<std::int64_t>(instructions_ * 20));
  }
  EndOfStep(const EndOfStep&) = delete;
  EndOfStep& operator=(const EndOfStep&) = delete;

 private:
  Runtime& runtime_;
  Ref task_;  // the step may have dropped the last reference to its task
  std::uint64_t instructions_ = 0;
};

void end_lane(Runtime& runtime, Task* task, trace::EventKind kind, std::int64_t argument) {
  if (task->lane != trace::kNoLane) runtime.recorder.record(kind, task->lane, task->where, argument);
}

/// It will not run again.
void finish(Task* task) {
  auto& tasks = task->loop->tasks;
  tasks.erase(std::remove(tasks.begin(), tasks.end(), task), tasks.end());
}

/// What the trace calls the thing that is awaited.
trace::NameId label_of(Runtime& runtime, Future* future) {
  if (future->label != 0) return future->label;
  if (future->is_task) {
    const auto* task = static_cast<Task*>(future);
    return runtime.recorder.name(is_str(task->name) ? str_view(task->name) : std::string_view("task"));
  }
  return runtime.recorder.name("a future");
}

void note_await(Runtime& runtime, Task* task, Future* future) {
  if (task->lane == trace::kNoLane) return;
  const trace::LaneId other = future->is_task ? static_cast<Task*>(future)->lane : trace::kNoLane;
  runtime.recorder.record(trace::EventKind::Await, task->lane, task->where, label_of(runtime, future), other);
}

Task* self_of(Arguments& args) { return static_cast<Task*>(args[0].object()); }

Ref task_init(Arguments& args) {
  Runtime& runtime = runtime_of(args.vm);
  Value values[4];
  Arguments rest{args.vm, args.values + 1, args.count - 1, args.names, args.callee};
  if (!bind_arguments(rest, "Task", {"coro", "*", "loop", "name", "context"}, 1, values)) return {};
  Vm& vm = args.vm;
  if (!values[0].is_kind(Kind::Generator)) {
    const auto text = repr_of(vm, values[0]);
    return text ? vm.raise(vm.types.TypeError, "a coroutine was expected, got {}", *text) : Ref();
  }
  Loop* loop = values[1].is_empty() || values[1].is_none() ? runtime.running : as_loop(runtime, values[1]);
  if (loop == nullptr) return vm.raise(vm.types.RuntimeError, "no running event loop");
  Task* task = self_of(args);
  const Ref made = make_task(runtime, loop, values[0], values[2].is_empty() ? kNone : values[2]);
  if (!made) return {};
  (void)task;
  return vm.raise(vm.types.RuntimeError, "One Waiter makes tasks by asyncio.create_task(), not by calling asyncio.Task yet");
}

Ref task_get_name(Arguments& args) { return self_of(args)->name; }
Ref task_set_name(Arguments& args) {
  Task* task = self_of(args);
  const Ref name = to_str(args.vm, args[1]);
  if (!name) return {};
  replace(task->name, name);
  Runtime& runtime = runtime_of(args.vm);
  if (task->lane != trace::kNoLane) runtime.recorder.rename_lane(task->lane, std::string(str_view(name)));
  return kNone;
}
Ref task_get_coro(Arguments& args) { return self_of(args)->coroutine; }
Ref task_cancelling(Arguments& args) { return make_int(args.vm, self_of(args)->cancels_requested); }
Ref task_uncancel(Arguments& args) {
  Task* task = self_of(args);
  if (task->cancels_requested > 0) --task->cancels_requested;
  return make_int(args.vm, task->cancels_requested);
}
Ref task_set_result(Arguments& args) { return args.vm.raise(args.vm.types.RuntimeError, "Task does not support set_result operation"); }
Ref task_set_exception(Arguments& args) { return args.vm.raise(args.vm.types.RuntimeError, "Task does not support set_exception operation"); }

constexpr NativeDef kTaskMethods[] = {
    {"__init__", task_init, 0, -1, Takes::Keywords},
    {"get_name", task_get_name},
    {"set_name", task_set_name, 1, 1},
    {"get_coro", task_get_coro},
    {"cancelling", task_cancelling},
    {"uncancel", task_uncancel},
    {"set_result", task_set_result, 1, 1},
    {"set_exception", task_set_exception, 1, 1},
};

void construct_task(Extension* extension) {
  auto* task = static_cast<Task*>(extension);
  new (&task->callbacks) std::vector<Callback>();
  task->cancel_message = kNone;
  task->coroutine = kNone;
  task->name = kNone;
  task->is_task = true;
  task->lane = trace::kNoLane;
}
void destruct_task(Extension* extension) {
  using Callbacks = std::vector<Callback>;
  static_cast<Task*>(extension)->callbacks.~Callbacks();
}
void release_task(Vm& vm, Extension* extension) {
  auto* task = static_cast<Task*>(extension);
  if (task->loop != nullptr) {
    auto& tasks = task->loop->tasks;
    tasks.erase(std::remove(tasks.begin(), tasks.end(), task), tasks.end());
  }
  if (Future* waiter = std::exchange(task->waiter, nullptr)) decref(Value(waiter));
  const Value coroutine = std::exchange(task->coroutine, kNone);
  const Value name = std::exchange(task->name, kNone);
  decref(coroutine);
  decref(name);
  release_future(vm, extension);
}
void traverse_task(Extension* extension, void (*visit)(void*, Value), void* context) {
  auto* task = static_cast<Task*>(extension);
  visit(context, task->coroutine);
  visit(context, task->name);
  if (task->waiter != nullptr) visit(context, Value(task->waiter));
  traverse_future(extension, visit, context);
}

const ExtensionTraits kTaskTraits{sizeof(Task), construct_task, release_task, traverse_task, destruct_task, finalise_future};

}  // namespace

trace::SourcePosition parked_at(Vm& vm, Value coroutine) {
  // Down through what each awaits; the innermost frame of the learner's own is the place.
  trace::SourcePosition place;
  for (int depth = 0; depth < 1000 && coroutine.is_kind(Kind::Generator); ++depth) {
    const auto* generator = cast<Generator>(coroutine);
    const Frame* frame = generator->frame;
    if (frame == nullptr || frame->code == nullptr) break;
    const bool begun = frame->pc != frame->code->instructions.data() && generator->state != GeneratorState::Created;
    if (!vm.sources[frame->code->file].is_prelude) {
      if (begun) {
        const Span& span = frame->span();
        place = {frame->code->file, static_cast<std::uint16_t>(span.column), span.line};
      } else {
        place = {frame->code->file, 0, frame->code->first_line};
      }
    }
    if (generator->state != GeneratorState::Suspended || !begun) break;
    const Instruction& yield = frame->pc[-1];
    if (yield.op != Op::YieldValue || yield.b != 1) break;
    coroutine = frame->top[-1];
  }
  return place;
}

Ref make_task(Runtime& runtime, Loop* loop, Value coroutine, Value name) {
  Vm& vm = runtime.vm;
  auto* task = static_cast<Task*>(allocate_instance(vm, runtime.task_type));
  const Ref owner = Ref::steal(Value(task));
  task->loop = loop;
  ++loop->refs;
  task->number = loop->orders++;
  // create_task(name=...) makes the task first and names it then: the number is used up all the same.
  ++runtime.tasks_named;
  if (name.is_none()) task->name = make_str(vm, fmt::format("Task-{}", runtime.tasks_named)).release();
  else {
    const Ref text = to_str(vm, name);
    if (!text) return {};
    task->name = Ref(text).release();
  }
  replace(task->coroutine, coroutine);
  task->where = parked_at(vm, coroutine);
  loop->tasks.push_back(task);
  if (!loop->quiet) {
    std::string subtitle = "coroutine";
    if (coroutine.is_kind(Kind::Generator)) subtitle = std::string(str_view(cast<Generator>(coroutine)->name));
    runtime.settle();
    task->lane = runtime.recorder.make_lane(trace::LaneKind::Task, std::string(str_view(task->name)), subtitle, runtime.lane(), task->where);
  }
  schedule_step(runtime, task, Value(), trace::ReadyReason::Created);
  return owner;
}

bool cancel_task(Runtime& runtime, Task* task, Value message) {
  task->log_traceback = false;
  if (task->done()) return false;
  ++task->cancels_requested;
  if (task->lane != trace::kNoLane) {
    runtime.settle();
    const trace::LaneId asker = runtime.lane();
    runtime.recorder.record(trace::EventKind::CancelAsked, task->lane, task->where, 0, asker == trace::kLoopLane ? trace::kNoLane : asker);
  }
  if (task->waiter != nullptr) {
    const Ref held = Value(task->waiter);
    if (cancel_any(runtime, task->waiter, message) == 1) return true;  // its wakeup brings the CancelledError
    if (runtime.vm.has_error()) runtime.vm.clear_error();
  }
  task->must_cancel = true;
  replace(task->cancel_message, message);
  return true;
}

bool begin_step(Runtime& runtime, Task* task, Ref exception) {
  Vm& vm = runtime.vm;
  WAITER_ASSERT(!task->done(), "a task that is done is not stepped");
  if (task->must_cancel) {
    if (!exception || !is_instance(vm, exception, runtime.cancelled_error)) exception = make_cancelled_error(runtime, task);
    task->must_cancel = false;
  }
  if (Future* waiter = std::exchange(task->waiter, nullptr)) decref(Value(waiter));
  task->loop->current = task;
  runtime.step_began_at = vm.instructions_charged();
  ++task->steps;
  if (task->lane != trace::kNoLane)
    runtime.recorder.record(trace::EventKind::StepBegin, task->lane, task->where, static_cast<std::int64_t>(task->steps));
  if (!task->coroutine.is_kind(Kind::Generator)) return false;
  auto* generator = cast<Generator>(task->coroutine);
  if (exception) return enter_generator_throw(vm, generator, std::move(exception));
  return enter_generator(vm, generator, kNone);
}

bool step_returned(Runtime& runtime, Task* task, Ref value) {
  const EndOfStep end(runtime, task);
  if (task->must_cancel) {
    // Cancelled in its last step, too late to be told.
    task->must_cancel = false;
    finish(task);
    cancel_future(runtime, task, task->cancel_message);
    end_lane(runtime, task, trace::EventKind::LaneCancelled, 0);
    return true;
  }
  finish(task);
  end_lane(runtime, task, trace::EventKind::LaneDone, 0);
  set_result(runtime, task, value);
  return true;
}

bool step_raised(Runtime& runtime, Task* task) {
  Vm& vm = runtime.vm;
  Ref exception = vm.take_error();
  const Ref held = Value(task);
  if (const Value traceback = cast<Exception>(exception)->traceback; traceback.is_kind(Kind::Traceback)) {
    const Traceback* entry = cast<Traceback>(traceback);
    for (; entry != nullptr; entry = entry->next)
      if (!vm.sources[entry->code->file].is_prelude) {
        const Span& span = entry->code->spans[entry->instruction];
        task->where = {entry->code->file, static_cast<std::uint16_t>(span.column), span.line};
      }
  }
  const EndOfStep end(runtime, task);
  finish(task);
  if (is_instance(vm, exception, runtime.cancelled_error)) {
    // The exception itself is kept, so that who awaits the task sees where it was raised.
    end_lane(runtime, task, trace::EventKind::LaneCancelled, 0);
    cancel_future(runtime, task, kNone);
    replace(task->exception, exception);
    return true;
  }
  end_lane(runtime, task, trace::EventKind::LaneFailed,
           static_cast<std::int64_t>(runtime.recorder.name(exception.get().object()->type->name->view())));
  set_exception(runtime, task, exception);
  if (is_instance(vm, exception, vm.types.SystemExit) || is_instance(vm, exception, vm.types.KeyboardInterrupt)) {
    vm.restore_error(std::move(exception));
    return false;
  }
  return true;
}

bool step_yielded(Runtime& runtime, Task* task, Ref yielded) {
  Vm& vm = runtime.vm;
  const EndOfStep end(runtime, task);
  const auto bad_yield = [&](const std::string& message) {
    vm.raise(vm.types.RuntimeError, message);
    const Ref exception = vm.take_error();
    schedule_step(runtime, task, exception, trace::ReadyReason::Yielded);
    return true;
  };
  if (Future* future = as_future(runtime, yielded)) {
    if (future->loop != task->loop)
      return bad_yield(fmt::format("Task {} got Future {} attached to a different loop", future_repr(runtime, task), future_repr(runtime, future)));
    if (!future->blocking)
      return bad_yield(fmt::format("yield was used instead of yield from in task {} with {}", future_repr(runtime, task), future_repr(runtime, future)));
    if (future == task) return bad_yield(fmt::format("Task cannot await on itself: {}", future_repr(runtime, task)));
    future->blocking = false;
    note_await(runtime, task, future);
    Callback callback;
    callback.task = task;
    ++task->refs;
    add_callback(runtime, future, callback);
    task->waiter = future;
    ++future->refs;
    if (task->must_cancel && cancel_any(runtime, future, task->cancel_message) == 1) task->must_cancel = false;
    return true;
  }
  if (yielded.get().is_none()) {
    schedule_step(runtime, task, Value(), trace::ReadyReason::Yielded);
    return true;
  }
  const auto text = repr_of(vm, yielded);
  if (!text) vm.clear_error();
  if (yielded.get().is_kind(Kind::Generator))
    return bad_yield(fmt::format("yield was used instead of yield from for generator in task {} with {}", future_repr(runtime, task), text ? *text : "?"));
  return bad_yield(fmt::format("Task got bad yield: {}", text ? *text : "?"));
}

void make_task_type(Runtime& runtime) {
  Vm& vm = runtime.vm;
  runtime.task_type = make_extension_type(vm, "Task", "_asyncio", &kTaskTraits, runtime.future_type);
  install(vm, runtime.task_type, kTaskMethods);
}

}  // namespace waiter::asyncio
