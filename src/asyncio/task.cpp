#include "asyncio/task.h"

#include <algorithm>

#include "asyncio/loop.h"
#include "asyncio/representation.h"

namespace waiter::asyncio {

using namespace python;

namespace {

void schedule_step(Runtime& runtime, Task* task, Value exception, trace::ReadyReason reason) {
  Ready ready{};
  ready.kind = Ready::Kind::Step;
  ready.subject = Ref(Value(task)).release();
  ready.argument = exception.is_empty() ? Value() : Ref(exception).release();
  if (task->lane != trace::kNoLane) {
    runtime.recorder.record(trace::EventKind::HandleReady, task->lane, task->where, static_cast<std::int64_t>(reason),
                            reason == trace::ReadyReason::Created ? runtime.lane() : trace::kNoLane);
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
    if (task->lane != trace::kNoLane && !task->done()) task->where = parked_at(task->coroutine);
  }
  ~EndOfStep() {
    Task* task = static_cast<Task*>(task_.get().object());
    if (task->loop != nullptr && task->loop->current == task) task->loop->current = nullptr;
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

void link(Loop* loop, Task* task) {
  task->linked = true;
  task->previous = loop->last_task;
  (loop->last_task != nullptr ? loop->last_task->next : loop->first_task) = task;
  loop->last_task = task;
}

/// It will not run again.
void unlink(Task* task) {
  if (!task->linked) return;
  task->linked = false;
  Loop* loop = task->loop;
  (task->previous != nullptr ? task->previous->next : loop->first_task) = task->next;
  (task->next != nullptr ? task->next->previous : loop->last_task) = task->previous;
  task->previous = task->next = nullptr;
}

/// What the trace calls the thing that is awaited.
trace::NameId label_of(Runtime& runtime, Future* future) {
  if (future->label != 0) return future->label;
  if (future->is_task) return runtime.recorder.name(task_name(runtime, static_cast<Task*>(future)));
  return runtime.labels.future;
}

void note_await(Runtime& runtime, Task* task, Future* future) {
  if (task->lane == trace::kNoLane) return;
  Future* meant = future;  // a wait_for's or shield's own future stands for the one behind it
  if (!future->is_task && future->awaited_of != nullptr)
    if (Future* behind = as_future(runtime, Value(future->awaited_of))) meant = behind;
  const trace::LaneId other = meant->is_task ? static_cast<Task*>(meant)->lane : trace::kNoLane;
  runtime.recorder.record(trace::EventKind::Await, task->lane, task->where, label_of(runtime, future), other);
}

void construct_task(Extension* extension) {
  construct_future(extension);
  auto* task = static_cast<Task*>(extension);
  task->coroutine = kNone;
  task->is_task = true;
  task->log_destroy = true;
  task->lane = trace::kNoLane;
}

void release_task(Vm& vm, Extension* extension) {
  auto* task = static_cast<Task*>(extension);
  if (task->loop != nullptr) {
    unlink(task);
    if (task->loop->current == task) task->loop->current = nullptr;
  }
  if (Future* waiter = std::exchange(task->waiter, nullptr)) decref(Value(waiter));
  if (Context* context = std::exchange(task->context, nullptr)) decref(Value(context));
  const Value coroutine = std::exchange(task->coroutine, kNone);
  const Value name = std::exchange(task->name, Value());
  decref(coroutine);
  if (!name.is_empty()) decref(name);
  release_future(vm, extension);
}

void traverse_task(Extension* extension, void (*visit)(void*, Value), void* context) {
  auto* task = static_cast<Task*>(extension);
  visit(context, task->coroutine);
  if (!task->name.is_empty()) visit(context, task->name);
  if (task->waiter != nullptr) visit(context, Value(task->waiter));
  if (task->context != nullptr) visit(context, Value(task->context));
  traverse_future(extension, visit, context);
}

const ExtensionTraits kTaskTraits{sizeof(Task),   construct_task,   release_task,        traverse_task,
                                  destruct_future, finalise_future, await_step_of_future};

}  // namespace

trace::SourcePosition parked_at(Value coroutine) {
  // Down through what each awaits; the innermost frame of the learner's own is the place.
  trace::SourcePosition place;
  for (int depth = 0; depth < 1000 && coroutine.is_kind(Kind::Generator); ++depth) {
    const auto* generator = cast<Generator>(coroutine);
    const Frame* frame = generator->frame;
    if (frame == nullptr || frame->code == nullptr) break;
    const bool begun = frame->pc != frame->code->instructions.data() && generator->state != GeneratorState::Created;
    if (!frame->code->is_prelude) {
      if (begun) {
        const Span& span = frame->span();
        place = {frame->code->file, static_cast<std::uint16_t>(span.column), span.line};
      } else {
        place = {frame->code->file, 0, frame->code->first_line};
      }
    }
    if (generator->state != GeneratorState::Suspended || !begun) break;
    coroutine = awaited_by(generator);
    if (coroutine.is_empty()) break;
  }
  return place;
}

bool is_coroutine(Runtime& runtime, Value value) {
  if (value.is_kind(Kind::Generator)) return cast<Generator>(value)->what != GeneratorKind::AsyncGenerator;
  if (value.is_kind(Kind::Iterator)) {  // asend(), athrow(), aclose() of an async generator
    const IteratorKind what = cast<Iterator>(value)->what();
    return what == IteratorKind::AsyncSend || what == IteratorKind::AsyncThrow;
  }
  if (!value.is_kind(Kind::Instance)) return false;
  // collections.abc.Coroutine: whoever has its methods.
  Vm& vm = runtime.vm;
  const Type* type = value.object()->type;
  for (const char* name : {"send", "throw", "close", "__await__"})
    if (type_lookup(vm, const_cast<Type*>(type), intern(vm, name)).is_empty()) return false;
  return true;
}

std::string task_name(Runtime& runtime, const Task* task) {
  if (task->name.is_empty()) return fmt::format("Task-{}", task->name_number);
  return text_of(runtime.vm, task->name).value_or("?");
}

bool rename_task(Runtime& runtime, Task* task, Value value) {
  const Ref name = to_str(runtime.vm, value);
  if (!name) return false;
  replace(task->name, name);
  if (task->lane != trace::kNoLane) runtime.recorder.rename_lane(task->lane, std::string(str_view(name)));
  return true;
}

bool init_task(Runtime& runtime, Task* task, Loop* loop, Value coroutine, Value name, Context* context) {
  Vm& vm = runtime.vm;
  init_future(runtime, task, loop);
  if (!is_coroutine(runtime, coroutine)) {
    task->log_destroy = false;
    if (const auto text = repr_of(vm, coroutine)) vm.raise(vm.types.TypeError, "a coroutine was expected, got {}", *text);
    return false;
  }
  task->number = ++runtime.tasks_made;
  if (name.is_empty() || name.is_none()) {
    task->name_number = ++runtime.tasks_named;
  } else {
    const Ref text = to_str(vm, name);
    if (!text) return false;
    replace(task->name, text);
  }
  replace(task->coroutine, coroutine);
  Ref own = context != nullptr ? Ref(Value(context)) : copy_context(vm);
  if (Context* old = std::exchange(task->context, cast<Context>(own.release()))) decref(Value(old));
  if (!task->linked) link(loop, task);
  if (!loop->quiet && task->lane == trace::kNoLane && runtime.recorder.keeps_events()) {
    const std::string_view subtitle = coroutine.is_kind(Kind::Generator) ? generator_name(cast<Generator>(coroutine)) : "coroutine";
    task->where = parked_at(coroutine);
    runtime.settle();
    trace::Recorder& recorder = runtime.recorder;
    const trace::LaneId maker = runtime.maker != trace::kNoLane ? runtime.maker : runtime.lane();
    if (task->name.is_empty() && task->name_number < trace::Title::kNoNumber) {
      if (runtime.task_words == 0) runtime.task_words = recorder.name("Task-");
      const trace::Title title{runtime.task_words, static_cast<std::uint32_t>(task->name_number)};
      const trace::NameId function = recorder.name(subtitle);
      task->lane = recorder.make_lane(trace::LaneKind::Task, title, function, maker, task->where);
    } else {
      task->lane = recorder.make_lane(trace::LaneKind::Task, task_name(runtime, task), subtitle, maker, task->where);
    }
  }
  schedule_step(runtime, task, Value(), trace::ReadyReason::Created);
  return true;
}

Ref make_task(Runtime& runtime, Loop* loop, Value coroutine, Value name, Context* context) {
  const Ref owner = Ref::steal(Value(allocate_instance(runtime.vm, runtime.task_type)));
  return init_task(runtime, cast<Task>(owner), loop, coroutine, name, context) ? owner : Ref();
}

int cancel_task(Runtime& runtime, Task* task, Value message) {
  task->log_traceback = false;
  if (task->done()) return 0;
  ++task->cancels_requested;
  if (task->lane != trace::kNoLane) {
    runtime.settle();
    const trace::LaneId asker = runtime.lane();
    runtime.recorder.record(trace::EventKind::CancelAsked, task->lane, task->where, 0, asker == trace::kLoopLane ? trace::kNoLane : asker);
  }
  if (task->waiter != nullptr) {
    const Ref held = Value(task->waiter);
    const int cancelled = cancel_any(runtime, task->waiter, message);
    if (cancelled != 0) return cancelled;  // its wakeup brings the CancelledError
  }
  task->must_cancel = true;
  replace(task->cancel_message, message);
  return 1;
}

Step begin_step(Runtime& runtime, Task* task, Ref exception) {
  Vm& vm = runtime.vm;
  WAITER_ASSERT(!task->done(), "a task that is done is not stepped");
  if (task->must_cancel) {
    if (!exception || !is_instance(vm, exception, runtime.cancelled_error)) exception = make_cancelled_error(runtime, task);
    task->must_cancel = false;
  }
  if (exception) replace(task->loop->thrown, exception);
  if (Future* waiter = std::exchange(task->waiter, nullptr)) decref(Value(waiter));
  task->loop->current = task;
  runtime.step_began_at = vm.instructions_charged();
  ++task->steps;
  if (task->lane != trace::kNoLane)
    runtime.recorder.record(trace::EventKind::StepBegin, task->lane, task->where, static_cast<std::int64_t>(task->steps));
  const Value coroutine = task->coroutine;
  if (coroutine.is_kind(Kind::Generator) && !cast<Generator>(coroutine)->is_native) {
    auto* generator = cast<Generator>(coroutine);
    if (!exception && generator->what == GeneratorKind::Generator && generator->state == GeneratorState::Closed) {
      return step_returned(runtime, task, kNone) ? Step::Over : Step::Failed;
    }
    // CPython's recursion limit counts the callback, which is C, and throw(), which is a method.
    const std::uint32_t levels = exception ? 2 : 1;
    Frame* const below = vm.frame;
    below->depth += levels;
    const bool entered = exception ? enter_generator_throw(vm, generator, std::move(exception)) : enter_generator(vm, generator, kNone);
    below->depth -= levels;
    if (entered) return Step::Entered;
    return step_raised(runtime, task) ? Step::Over : Step::Failed;
  }
  // C++, or an object with send() and throw(): done within this call.
  Ref result;
  const Ref held = coroutine;
  const Sent sent = exception ? throw_into(vm, held, exception, result) : send(vm, held, kNone, result);
  if (!vm.stopped_because().empty() && sent == Sent::Raised) return Step::Failed;
  const bool fine = sent == Sent::Yielded    ? step_yielded(runtime, task, std::move(result))
                    : sent == Sent::Returned ? step_returned(runtime, task, std::move(result)) : step_raised(runtime, task);
  return fine ? Step::Over : Step::Failed;
}

bool step_returned(Runtime& runtime, Task* task, Ref value) {
  const EndOfStep end(runtime, task);
  unlink(task);
  if (task->must_cancel) {
    // Cancelled in its last step, too late to be told.
    task->must_cancel = false;
    const Ref message = task->cancel_message;
    end_lane(runtime, task, trace::EventKind::LaneCancelled, 0);
    cancel_future(runtime, task, message);
    return true;
  }
  end_lane(runtime, task, trace::EventKind::LaneDone, 0);
  finish_with(runtime, task, value);
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
  unlink(task);
  if (is_instance(vm, exception, runtime.cancelled_error)) {
    // The exception itself is kept, so that who awaits the task sees where it was raised.
    end_lane(runtime, task, trace::EventKind::LaneCancelled, 0);
    cancel_future(runtime, task, kNone);
    replace(task->exception, exception);
    cast<Exception>(exception)->entries_unseen = 0;
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
    callback.kind = Callback::Kind::Wakeup;
    callback.subject = Value(task);
    ++task->refs;
    add_callback(runtime, future, callback);
    task->waiter = future;
    ++future->refs;
    if (task->must_cancel) {
      const Ref message = task->cancel_message;
      const int cancelled = cancel_any(runtime, future, message);
      if (cancelled == 1) task->must_cancel = false;
      if (cancelled < 0) return false;
    }
    return true;
  }
  if (yielded.get().is_none()) {
    schedule_step(runtime, task, Value(), trace::ReadyReason::Yielded);
    return true;
  }
  const auto text = repr_of(vm, yielded);
  if (!text) vm.clear_error();
  if (yielded.get().is_kind(Kind::Generator) && cast<Generator>(yielded)->what == GeneratorKind::Generator)
    return bad_yield(fmt::format("yield was used instead of yield from for generator in task {} with {}", future_repr(runtime, task), text ? *text : "?"));
  return bad_yield(fmt::format("Task got bad yield: {}", text ? *text : "?"));
}

void make_task_type_itself(Runtime& runtime) {
  runtime.task_type = make_extension_type(runtime.vm, "Task", "_asyncio", &kTaskTraits, runtime.future_type);
  set_dotted_name(runtime.vm, runtime.task_type);
}

}  // namespace waiter::asyncio
