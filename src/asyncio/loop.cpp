#include "asyncio/loop.h"

#include <algorithm>

#include "asyncio/loop_methods.h"

namespace waiter::asyncio {

using namespace python;

namespace {

/// A heap's order: the next deadline first, and of equal ones the one that was set first.
bool later(const Handle* a, const Handle* b) {
  return a->deadline != b->deadline ? a->deadline > b->deadline : a->order > b->order;
}

void drop(Ready& ready) {
  const Value subject = std::exchange(ready.subject, Value());
  const Value argument = std::exchange(ready.argument, Value());
  if (!subject.is_empty()) decref(subject);
  if (!argument.is_empty()) decref(argument);
}

Handle* pop_timer(Loop* loop) {
  std::pop_heap(loop->timers.begin(), loop->timers.end(), later);
  Handle* handle = loop->timers.back();
  loop->timers.pop_back();
  handle->scheduled = false;
  return handle;
}

/// The beginning of a turn: waits if nothing is ready, then moves the due timers to the ready queue.
enum class Turn : std::uint8_t { Begun, Wait, Over };

Turn begin_turn(Runtime& runtime, Loop* loop) {
  loop->waits = false;
  Vm& vm = runtime.vm;
  while (!loop->timers.empty() && loop->timers.front()->cancelled) decref(Value(pop_timer(loop)));
  vm.settle_work();
  if (loop->ready.empty() && !loop->stopping) {
    const trace::Time deadline = loop->timers.empty() ? trace::kNever : loop->timers.front()->deadline;
    if (vm.threads->others() && vm.native_depth == 0) {  // they may wake it, or run meanwhile
      if (deadline > runtime.host.now()) {
        loop->waits = true;
        vm.threads->park(deadline, "its event loop to be woken");
        return Turn::Wait;
      }
    } else
    switch (runtime.host.wait_until(deadline)) {
      case Host::Waited::Arrived: break;
      case Host::Waited::Later: return Turn::Wait;
      case Host::Waited::Never:
        runtime.deadlock = true;
        runtime.deadlocked = loop;
        vm.stop("every task waits for something that can never happen");
        return Turn::Over;
      case Host::Waited::Over:
        runtime.over = true;
        vm.stop("the world ended");
        return Turn::Over;
    }
  }
  const trace::Time now = runtime.host.now();
  runtime.recorder.set_now(now);
  ++loop->turn;
  runtime.recorder.record(trace::EventKind::TurnBegin, trace::kLoopLane, {}, static_cast<std::int64_t>(loop->turn));
  while (!loop->timers.empty() && loop->timers.front()->deadline <= now) {
    Handle* handle = pop_timer(loop);
    if (handle->cancelled) {
      decref(Value(handle));
      continue;
    }
    runtime.recorder.record(trace::EventKind::TimerFired, handle->lane, {}, handle->deadline);
    Ready ready{};
    ready.kind = Ready::Kind::Handle;
    ready.subject = Value(handle);
    schedule(loop, ready);
  }
  loop->todo = loop->ready.size();
  return Turn::Begun;
}

/// Enters a callback's frame, or calls it at once if it is C++. 1: a frame was entered; 0: done; -1: exception set.
int enter_callback(Runtime& runtime, Value function, std::span<const Value> args) {
  Vm& vm = runtime.vm;
  Value self;
  Value callable = function;
  if (callable.is_kind(Kind::BoundMethod)) {
    self = cast<BoundMethod>(callable)->self;
    callable = cast<BoundMethod>(callable)->function;
  }
  if (callable.is_kind(Kind::Function) && !cast<Function>(callable)->code->is_generator_like()) {
    Frame* frame = bind_call(vm, cast<Function>(callable), args, nullptr, nullptr, self);
    if (frame == nullptr) return -1;
    return enter_frame(vm, frame, ReturnTo::Caller) ? 1 : -1;
  }
  return call(vm, function, args) ? 0 : -1;
}

/// Starts what is in loop->running. As enter_callback.
int start_entry(Runtime& runtime, Loop* loop) {
  Vm& vm = runtime.vm;
  Ready& entry = loop->running;
  switch (entry.kind) {
    case Ready::Kind::Handle: {
      auto* handle = static_cast<Handle*>(entry.subject.object());
      if (handle->cancelled) return 0;
      const Tuple* args = cast<Tuple>(handle->args);
      const Ref function = handle->function;
      return enter_callback(runtime, function, {args->items, args->count});
    }
    case Ready::Kind::Callback: {
      const Value args[] = {entry.argument};
      return enter_callback(runtime, entry.subject, args);
    }
    case Ready::Kind::Step:
    case Ready::Kind::Wakeup: {
      auto* task = static_cast<Task*>(entry.subject.object());
      Ref exception;
      if (task->done()) return 0;
      if (entry.kind == Ready::Kind::Wakeup) {
        // The future's exception is thrown into the coroutine; its result is picked up by the await itself.
        auto* future = static_cast<Future*>(entry.argument.object());
        if (!result_of(runtime, future)) exception = vm.take_error();
      } else if (!entry.argument.is_empty()) {
        exception = entry.argument;
      }
      return begin_step(runtime, task, std::move(exception)) ? 1 : -1;
    }
  }
  return 0;
}

bool is_step(const Ready& entry) { return entry.kind == Ready::Kind::Step || entry.kind == Ready::Kind::Wakeup; }

/// A callback raised: the loop says so and goes on; SystemExit and KeyboardInterrupt leave it.
bool callback_failed(Runtime& runtime, Loop* loop) {
  Vm& vm = runtime.vm;
  if (vm.error_is(vm.types.SystemExit) || vm.error_is(vm.types.KeyboardInterrupt)) return false;
  const Ref exception = vm.take_error();
  std::string text = "Exception in callback ";
  const Value function = loop->running.kind == Ready::Kind::Handle ? static_cast<Handle*>(loop->running.subject.object())->function : loop->running.subject;
  const Ref name = find_attribute(vm, function, vm.names.dunder_qualname);
  text += name && is_str(name) ? std::string(str_view(name)) : "?";
  text += "()";
  call_exception_handler(runtime, loop, text, exception, Value());
  return true;
}

void stops_running(Loop* loop) {
  if (loop->stack != nullptr) loop->stack->running_loop = nullptr;
  loop->stack = nullptr;
}

NativeStep leave(Runtime& runtime, Loop* loop, Ref& value) {
  loop->stopping = false;
  runtime.running = nullptr;
  stops_running(loop);
  decref(Value(loop));
  value = kNone;
  return NativeStep::Return;
}

NativeStep fail(Runtime& runtime, Loop* loop) {
  runtime.running = nullptr;
  stops_running(loop);
  loop->current = nullptr;
  loop->stopping = false;
  decref(Value(loop));
  return NativeStep::Raise;
}

/// The frame that the whole loop is: frames of tasks and callbacks return to it.
NativeStep resume_loop(Vm& vm, Frame* frame, Resumed how, Ref& value) {
  Runtime& runtime = runtime_of(vm);
  auto* loop = static_cast<Loop*>(frame->native);
  if (how != Resumed::Started && how != Resumed::Woken) {
    bool fine = true;
    if (is_step(loop->running)) {
      auto* task = static_cast<Task*>(loop->running.subject.object());
      fine = how == Resumed::Returned ? step_returned(runtime, task, value)
             : how == Resumed::Yielded ? step_yielded(runtime, task, value) : step_raised(runtime, task);
    } else if (how == Resumed::Raised) {
      fine = callback_failed(runtime, loop);
    }
    drop(loop->running);
    value = Ref();
    if (!fine) return fail(runtime, loop);
  }
  // run_forever runs at least one turn, also when stop() came before it.
  bool begun = how != Resumed::Started && how != Resumed::Woken;
  while (true) {
    if (!vm.stopped_because().empty()) return fail(runtime, loop);
    if (loop->todo == 0) {
      if (loop->stopping && begun) return leave(runtime, loop, value);
      const Turn turn = begin_turn(runtime, loop);
      if (turn == Turn::Wait) return NativeStep::Wait;
      if (turn == Turn::Over) return fail(runtime, loop);
      begun = true;
      if (loop->todo == 0) continue;
    }
    --loop->todo;
    loop->running = loop->ready.front();
    loop->ready.pop_front();
    vm.charge(10);  // a handle costs the loop something as well
    const int started = start_entry(runtime, loop);
    if (started == 1) return NativeStep::Run;
    bool fine = true;
    if (started < 0) {
      if (!vm.stopped_because().empty() && !vm.has_error()) return fail(runtime, loop);
      fine = is_step(loop->running) ? step_raised(runtime, static_cast<Task*>(loop->running.subject.object())) : callback_failed(runtime, loop);
    }
    drop(loop->running);
    if (!fine) return fail(runtime, loop);
  }
}

void construct_loop(Extension* extension) {
  auto* loop = static_cast<Loop*>(extension);
  new (&loop->ready) std::deque<Ready>();
  new (&loop->timers) std::vector<Handle*>();
  new (&loop->tasks) std::vector<Task*>();
  loop->exception_handler = kNone;
}
void destruct_loop(Extension* extension) {
  auto* loop = static_cast<Loop*>(extension);
  using Queue = std::deque<Ready>;
  using Timers = std::vector<Handle*>;
  using Tasks = std::vector<Task*>;
  loop->ready.~Queue();
  loop->timers.~Timers();
  loop->tasks.~Tasks();
}
void release_loop(Vm&, Extension* extension) {
  auto* loop = static_cast<Loop*>(extension);
  decref(std::exchange(loop->exception_handler, kNone));
  std::deque<Ready> ready = std::move(loop->ready);
  loop->ready.clear();
  for (Ready& entry : ready) drop(entry);
  std::vector<Handle*> timers = std::move(loop->timers);
  loop->timers.clear();
  for (Handle* handle : timers) decref(Value(handle));
  drop(loop->running);
}
void traverse_loop(Extension* extension, void (*visit)(void*, Value), void* context) {
  auto* loop = static_cast<Loop*>(extension);
  visit(context, loop->exception_handler);
  for (const Ready& entry : loop->ready) {
    visit(context, entry.subject);
    if (!entry.argument.is_empty()) visit(context, entry.argument);
  }
  for (Handle* handle : loop->timers) visit(context, Value(handle));
  if (!loop->running.subject.is_empty()) visit(context, loop->running.subject);
  if (!loop->running.argument.is_empty()) visit(context, loop->running.argument);
}
void release_handle(Vm&, Extension* extension) {
  auto* handle = static_cast<Handle*>(extension);
  for (Value* place : {&handle->function, &handle->args})
    if (const Value old = std::exchange(*place, Value()); !old.is_empty()) decref(old);
}
void traverse_handle(Extension* extension, void (*visit)(void*, Value), void* context) {
  auto* handle = static_cast<Handle*>(extension);
  if (!handle->function.is_empty()) visit(context, handle->function);
  if (!handle->args.is_empty()) visit(context, handle->args);
}

const ExtensionTraits kLoopTraits{sizeof(Loop), construct_loop, release_loop, traverse_loop, destruct_loop, nullptr};
const ExtensionTraits kHandleTraits{sizeof(Handle), nullptr, release_handle, traverse_handle, nullptr, nullptr};

Handle* make_handle(Runtime& runtime, Loop* loop, Value function, Value args, bool is_timer) {
  auto* handle = static_cast<Handle*>(allocate_instance(runtime.vm, is_timer ? runtime.timer_handle_type : runtime.handle_type));
  handle->function = Ref(function).release();
  handle->args = Ref(args).release();
  handle->loop = loop;
  handle->is_timer = is_timer;
  handle->lane = runtime.lane();
  return handle;
}

}  // namespace

void schedule(Loop* loop, Ready ready) { loop->ready.push_back(ready); }

Ref call_soon(Runtime& runtime, Loop* loop, Value function, Value args) {
  Handle* handle = make_handle(runtime, loop, function, args, false);
  const Ref owner = Ref::steal(Value(handle));
  Ready ready{};
  ready.kind = Ready::Kind::Handle;
  ready.subject = Ref(owner).release();
  schedule(loop, ready);
  return owner;
}

Ref call_at(Runtime& runtime, Loop* loop, trace::Time deadline, Value function, Value args) {
  Handle* handle = make_handle(runtime, loop, function, args, true);
  const Ref owner = Ref::steal(Value(handle));
  handle->deadline = deadline;
  handle->order = loop->orders++;
  handle->scheduled = true;
  loop->timers.push_back(cast<Handle>(Ref(owner).release()));
  std::push_heap(loop->timers.begin(), loop->timers.end(), later);
  runtime.settle();
  runtime.recorder.record(trace::EventKind::TimerSet, handle->lane, {}, deadline);
  return owner;
}

void cancel_handle(Runtime& runtime, Handle* handle) {
  if (handle->cancelled) return;
  handle->cancelled = true;
  if (handle->scheduled) {
    runtime.settle();
    runtime.recorder.record(trace::EventKind::TimerCancelled, handle->lane, {}, handle->deadline);
  }
  // What it would have called must not be kept alive by it.
  const Value function = std::exchange(handle->function, kNone);
  const Value args = std::exchange(handle->args, Ref(runtime.vm.empty_tuple).release());
  if (!function.is_empty()) decref(function);
  if (!args.is_empty()) decref(args);
}

bool enter_run_forever(Runtime& runtime, Loop* loop) {
  Vm& vm = runtime.vm;
  if (runtime.running != nullptr) {
    vm.raise(vm.types.RuntimeError, runtime.running == loop ? "This event loop is already running"
                                                            : "Cannot run the event loop while another loop is running");
    return false;
  }
  Frame* frame = make_native_frame(vm, resume_loop, loop);
  if (!enter_frame(vm, frame, ReturnTo::Caller)) return false;
  ++loop->refs;
  runtime.running = loop;
  loop->stack = vm.threads->present();
  loop->stack->running_loop = loop;
  loop->todo = 0;
  return true;
}

void call_exception_handler(Runtime& runtime, Loop* loop, const std::string& message, Value exception, Value future) {
  Vm& vm = runtime.vm;
  Ref saved = vm.has_error() ? vm.take_error() : Ref();
  if (!loop->exception_handler.is_none()) {
    Dict* context = make_dict(vm);
    const Ref owner = Ref::steal(Value(context));
    const Ref text = make_str(vm, message);
    dict_set_name(vm, context, intern(vm, "message"), text);
    if (!exception.is_empty()) dict_set_name(vm, context, intern(vm, "exception"), exception);
    if (!future.is_empty()) dict_set_name(vm, context, intern(vm, as_task(runtime, future) != nullptr ? "task" : "future"), future);
    const Value args[] = {Value(loop), owner};
    const Ref handler = loop->exception_handler;
    if (!call(vm, handler, args) && vm.has_error()) vm.report_unraisable("the loop's exception handler");
  } else {
    std::string text = message + "\n";
    if (!future.is_empty()) text += (message.rfind("Task was", 0) == 0 ? "task: " : "future: ") + future_repr(runtime, static_cast<Future*>(future.object())) + "\n";
    if (!exception.is_empty()) text += format_exception(vm, exception);
    vm.write_error(text);
  }
  if (saved) vm.restore_error(std::move(saved));
}

std::string deadlock_report(Runtime& runtime) {
  std::string text;
  for (Task* task : runtime.deadlocked->tasks) {
    const auto name = text_of(runtime.vm, task->name);
    std::string what = "something";
    if (task->waiter != nullptr)
      what = task->waiter->is_task ? "the task " + text_of(runtime.vm, static_cast<Task*>(task->waiter)->name).value_or("?")
             : task->waiter->label != 0 ? runtime.recorder.trace().names.text(task->waiter->label) : "a future that nobody will finish";
    text += fmt::format("{}{} waits for {}", text.empty() ? "" : "; ", name ? *name : "a task", what);
    if (task->where.line != 0) text += fmt::format(" (line {})", task->where.line);
  }
  return text.empty() ? "the event loop has nothing left to do, and nobody stops it" : text + ". Nothing is left that could wake anybody";
}

trace::SourcePosition deadlock_place(Runtime& runtime) {
  return runtime.deadlocked->tasks.empty() ? trace::SourcePosition{} : runtime.deadlocked->tasks.front()->where;
}

Loop* as_loop(Runtime& runtime, Value value) {
  return value.is_kind(Kind::Extension) && is_subtype(value.object()->type, runtime.loop_type) ? static_cast<Loop*>(value.object()) : nullptr;
}

void make_loop_types(Runtime& runtime) {
  Vm& vm = runtime.vm;
  runtime.handle_type = make_extension_type(vm, "Handle", "asyncio.events", &kHandleTraits);
  runtime.timer_handle_type = make_extension_type(vm, "TimerHandle", "asyncio.events", &kHandleTraits, runtime.handle_type);
  runtime.loop_type = make_extension_type(vm, "_UnixSelectorEventLoop", "asyncio.unix_events", &kLoopTraits);
  install_loop_methods(runtime);
}

}  // namespace waiter::asyncio
