#include "asyncio/loop.h"

#include <algorithm>
#include <cmath>

#include "asyncio/representation.h"
#include "python/shake.h"

namespace waiter::asyncio {

using namespace python;

namespace {

/// run_forever is the loop's frame. What CPython's recursion limit counts between that and a callback: _run_once, Handle._run, Context.run.
constexpr std::uint32_t kLevelsOfTurn = 3;

/// A heap's order: the next deadline first, and of equal ones the one that was set first.
bool later(const Timer& a, const Timer& b) { return a.deadline != b.deadline ? a.deadline > b.deadline : a.order > b.order; }

void drop(const Ready& ready) {
  decref(ready.subject);
  if (!ready.argument.is_empty()) decref(ready.argument);
  if (ready.context != nullptr) decref(Value(ready.context));
}

void drop_running(Loop* loop) {
  const Ready entry = std::exchange(loop->running, Ready{});
  if (const Value thrown = std::exchange(loop->thrown, Value()); !thrown.is_empty()) decref(thrown);
  if (!entry.subject.is_empty()) drop(entry);
}


/// A timer that nobody needs any more.
bool is_cancelled(const Timer& timer) {
  return is_handle(timer.subject) ? cast<Handle>(timer.subject)->cancelled : cast<Future>(timer.subject)->role != FutureRole::Timed;
}

Timer pop_timer(Loop* loop) {
  std::pop_heap(loop->timers.begin(), loop->timers.end(), later);
  const Timer timer = loop->timers.back();
  loop->timers.pop_back();
  if (is_handle(timer.subject)) cast<Handle>(timer.subject)->scheduled = false;
  return timer;
}

void push_timer(Loop* loop, trace::Time deadline, Value subject) {
  Vm& vm = Heap::vm_of(loop);
  std::uint64_t order = loop->orders++;
  if (const Shake* shake = shake_of(vm)) order = shake->order(vm.environment.now(), order);
  loop->timers.push_back({deadline, order, Ref(subject).release()});
  std::push_heap(loop->timers.begin(), loop->timers.end(), later);
}

/// As _run_once does, so that a program that sets and cancels timers for ever does not fill the memory.
void drop_cancelled_timers(Loop* loop) {
  constexpr std::size_t kTimersMin = 100;
  if (loop->timers.size() <= kTimersMin || loop->timers_cancelled * 2 <= loop->timers.size()) {
    while (!loop->timers.empty() && is_cancelled(loop->timers.front())) {
      if (loop->timers_cancelled > 0) --loop->timers_cancelled;
      decref(pop_timer(loop).subject);
    }
    return;
  }
  std::vector<Timer> kept, gone;
  for (const Timer& timer : loop->timers) (is_cancelled(timer) ? gone : kept).push_back(timer);
  std::make_heap(kept.begin(), kept.end(), later);
  loop->timers = std::move(kept);
  loop->timers_cancelled = 0;
  for (const Timer& timer : gone) {
    if (is_handle(timer.subject)) cast<Handle>(timer.subject)->scheduled = false;
    decref(timer.subject);
  }
}

/// The beginning of a turn: waits if nothing is ready, then moves the due timers to the ready queue.
enum class Turn : std::uint8_t { Begun, Wait, Over };

Turn begin_turn(Runtime& runtime, Loop* loop) {
  loop->waits = false;
  Vm& vm = runtime.vm;
  drop_cancelled_timers(loop);
  vm.settle_work();
  if (loop->ready.empty() && loop->arrived.empty() && !loop->stopping) {
    const trace::Time timer = loop->timers.empty() ? trace::kNever : loop->timers.front().deadline;
    const trace::Time deadline = std::min(timer, runtime.host.next_arrival());
    if (vm.threads->others()) {  // they may wake it, or run meanwhile
      if (deadline > runtime.host.now()) {
        loop->waits = true;
        if (vm.native_depth == 0) {
          vm.threads->park(deadline, "its event loop to be woken");
          return Turn::Wait;
        }
        const bool fine = vm.threads->wait_here(deadline, "its event loop to be woken");
        loop->waits = false;
        if (!fine) return Turn::Over;
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
  runtime.host.deliver();
  ++loop->turn;
  runtime.recorder.record(trace::EventKind::TurnBegin, trace::kLoopLane, {}, static_cast<std::int64_t>(loop->turn));
  for (Handle* handle : std::exchange(loop->arrived, {})) {
    Ready ready{};
    ready.kind = Ready::Kind::Handle;
    ready.subject = Value(handle);
    if (handle->cancelled) decref(ready.subject);
    else schedule(loop, ready);
  }
  while (!loop->timers.empty() && loop->timers.front().deadline <= now) {
    const Timer timer = pop_timer(loop);
    if (is_cancelled(timer)) {
      if (loop->timers_cancelled > 0) --loop->timers_cancelled;
      decref(timer.subject);
      continue;
    }
    Ready ready{};
    ready.kind = is_handle(timer.subject) ? Ready::Kind::Handle : Ready::Kind::SleepOver;
    ready.subject = timer.subject;
    if (!is_handle(timer.subject)) cast<Future>(timer.subject)->rung = true;
    const trace::LaneId lane = is_handle(timer.subject) ? cast<Handle>(timer.subject)->lane : cast<Future>(timer.subject)->setter;
    runtime.recorder.record(trace::EventKind::TimerFired, lane, {}, timer.deadline);
    schedule(loop, ready);
  }
  loop->todo = loop->ready.size();
  return Turn::Begun;
}

/// How an entry of the ready queue goes on.
enum class Started : std::uint8_t { Entered, Done, Failed };

Started start_call(Runtime& runtime, Value function, std::span<const Value> args) {
  const Ref result = call_or_enter(runtime.vm, function, args);
  if (!result) return Started::Failed;
  return result.get() == kUnbound ? Started::Entered : Started::Done;
}

/// The context of a callback or step, for as long as it runs. False: it is entered already; RuntimeError set.
bool enter_context_of_entry(Runtime& runtime, Loop* loop, Context* context) {
  if (context->entered) return enter_context(runtime.vm, context);
  context->entered = true;
  loop->outer_context = std::exchange(runtime.vm.context, context);
  return true;
}

/// Starts what is in loop->running.
Started start_entry(Runtime& runtime, Loop* loop) {
  Vm& vm = runtime.vm;
  Ready& entry = loop->running;
  switch (entry.kind) {
    case Ready::Kind::Handle: {
      auto* handle = cast<Handle>(entry.subject);
      if (handle->cancelled) return Started::Done;
      if (!enter_context_of_entry(runtime, loop, handle->context)) return Started::Failed;
      const Ref args = handle->args;
      const Ref function = handle->function;
      return start_call(runtime, function, {cast<Tuple>(args)->items, cast<Tuple>(args)->count});
    }
    case Ready::Kind::Callback: {
      if (!enter_context_of_entry(runtime, loop, entry.context)) return Started::Failed;
      const Value args[] = {entry.argument};
      return start_call(runtime, entry.subject, args);
    }
    case Ready::Kind::Native:
      return entry.native->run(runtime, entry.subject, cast<Future>(entry.argument)) ? Started::Done : Started::Failed;
    case Ready::Kind::SleepOver: {
      auto* future = cast<Future>(entry.subject);
      if (future->done() || future->role == FutureRole::Untimed) return Started::Done;
      future->by_timer = true;
      const Ref result = future->result.is_empty() ? kNone : future->result;
      finish_with(runtime, future, result);
      return Started::Done;
    }
    case Ready::Kind::Step:
    case Ready::Kind::Wakeup: {
      auto* task = cast<Task>(entry.subject);
      Ref exception;
      if (task->done()) return Started::Done;
      if (!enter_context_of_entry(runtime, loop, task->context)) return Started::Failed;
      if (entry.kind == Ready::Kind::Wakeup) {
        // The future's exception is thrown into the coroutine; its result is picked up by the await itself.
        auto* future = cast<Future>(entry.argument);
        if (future->state == FutureState::Cancelled || !future->exception.is_empty()) {
          if (!result_of(runtime, future)) exception = vm.take_error();
        }
      } else if (!entry.argument.is_empty()) {
        exception = entry.argument;
      }
      switch (begin_step(runtime, task, std::move(exception))) {
        case Step::Entered: return Started::Entered;
        case Step::Over: return Started::Done;
        case Step::Failed: return Started::Failed;
      }
    }
  }
  return Started::Done;
}

bool is_step(const Ready& entry) { return entry.kind == Ready::Kind::Step || entry.kind == Ready::Kind::Wakeup; }

void leave_context_of_entry(Runtime& runtime, Loop* loop) {
  Vm& vm = runtime.vm;
  if (vm.context == loop->outer_context) return;
  if (vm.context != nullptr) vm.context->entered = false;
  vm.context = loop->outer_context;
}

/// The entry is over.
void end_entry(Runtime& runtime, Loop* loop) {
  leave_context_of_entry(runtime, loop);
  if (loop->debug) report_slow_entry(runtime, loop, loop->running);
  drop_running(loop);
}

void stops_running(Loop* loop) {
  keep_origins(loop, false);
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
      auto* task = cast<Task>(loop->running.subject);
      fine = how == Resumed::Returned ? step_returned(runtime, task, value)
             : how == Resumed::Yielded ? step_yielded(runtime, task, value) || report_failed_callback(runtime, loop, loop->running)
                                       : step_raised(runtime, task);
    } else if (how == Resumed::Raised) {
      fine = report_failed_callback(runtime, loop, loop->running);
    }
    value = Ref();
    end_entry(runtime, loop);
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
    if (loop->debug) {
      runtime.settle();
      loop->entry_began_at = runtime.host.now();
    }
    const Started started = start_entry(runtime, loop);
    if (started == Started::Entered) return NativeStep::Run;
    bool fine = true;
    if (started == Started::Failed) {
      if (!vm.stopped_because().empty()) return fail(runtime, loop);
      // A step deals with its own exceptions but for those that must leave; what is set otherwise is a callback's.
      fine = is_step(loop->running) && cast<Task>(loop->running.subject)->done() ? false : report_failed_callback(runtime, loop, loop->running);
    }
    end_entry(runtime, loop);
    if (!fine) return fail(runtime, loop);
  }
}

void construct_loop(Extension* extension) {
  auto* loop = static_cast<Loop*>(extension);
  new (&loop->ready) std::deque<Ready>();
  new (&loop->arrived) std::vector<Handle*>();
  new (&loop->timers) std::vector<Timer>();
  loop->exception_handler = loop->task_factory = kNone;
  loop->slow_callback_s = 0.1;
  loop->origin_depth_before = -1;
}
void destruct_loop(Extension* extension) {
  auto* loop = static_cast<Loop*>(extension);
  using Queue = std::deque<Ready>;
  using Timers = std::vector<Timer>;
  using Handles = std::vector<Handle*>;
  loop->ready.~Queue();
  loop->arrived.~Handles();
  loop->timers.~Timers();
}
void release_loop(Vm& vm, Extension* extension) {
  auto* loop = static_cast<Loop*>(extension);
  for (OpenAsyncgen& open : runtime_of(vm).asyncgens)
    if (open.loop == loop) open.loop = nullptr;
  decref(std::exchange(loop->exception_handler, kNone));
  decref(std::exchange(loop->task_factory, kNone));
  const std::deque<Ready> ready = std::move(loop->ready);
  loop->ready.clear();
  for (const Ready& entry : ready) drop(entry);
  const std::vector<Handle*> arrived = std::move(loop->arrived);
  loop->arrived.clear();
  for (Handle* handle : arrived) decref(Value(handle));
  const std::vector<Timer> timers = std::move(loop->timers);
  loop->timers.clear();
  for (const Timer& timer : timers) decref(timer.subject);
  drop_running(loop);
}
void traverse_loop(Extension* extension, void (*visit)(void*, Value), void* context) {
  auto* loop = static_cast<Loop*>(extension);
  visit(context, loop->exception_handler);
  visit(context, loop->task_factory);
  if (!loop->thrown.is_empty()) visit(context, loop->thrown);
  const auto show = [&](const Ready& entry) {
    if (!entry.subject.is_empty()) visit(context, entry.subject);
    if (!entry.argument.is_empty()) visit(context, entry.argument);
    if (entry.context != nullptr) visit(context, Value(entry.context));
  };
  for (const Ready& entry : loop->ready) show(entry);
  show(loop->running);
  for (Handle* handle : loop->arrived) visit(context, Value(handle));
  for (const Timer& timer : loop->timers) visit(context, timer.subject);
}
void release_handle(Vm&, Extension* extension) {
  auto* handle = static_cast<Handle*>(extension);
  for (Value* place : {&handle->function, &handle->args, &handle->shown, &handle->made_stack})
    if (const Value old = std::exchange(*place, Value()); !old.is_empty()) decref(old);
  if (Context* context = std::exchange(handle->context, nullptr)) decref(Value(context));
  if (Loop* loop = std::exchange(handle->loop, nullptr)) decref(Value(loop));
}
void traverse_handle(Extension* extension, void (*visit)(void*, Value), void* context) {
  auto* handle = static_cast<Handle*>(extension);
  for (const Value value : {handle->function, handle->args})
    if (!value.is_empty()) visit(context, value);
  if (handle->context != nullptr) visit(context, Value(handle->context));
  if (handle->loop != nullptr) visit(context, Value(handle->loop));
}

const ExtensionTraits kLoopTraits{sizeof(Loop), construct_loop, release_loop, traverse_loop, destruct_loop, nullptr};
const ExtensionTraits kHandleTraits{sizeof(Handle), nullptr, release_handle, traverse_handle, nullptr, nullptr};

Ref make_handle(Runtime& runtime, Loop* loop, Value function, Value args, Context* context, bool is_timer) {
  Vm& vm = runtime.vm;
  auto* handle = static_cast<Handle*>(allocate_instance(vm, is_timer ? runtime.timer_handle_type : runtime.handle_type));
  handle->function = Ref(function).release();
  handle->args = Ref(args).release();
  handle->context = cast<Context>(context != nullptr ? Ref(Value(context)).release() : copy_context(vm).release());
  handle->loop = loop;
  ++loop->refs;
  handle->is_timer = is_timer;
  handle->lane = runtime.lane();
  if (loop->debug) {
    handle->made_at = vm.position();
    handle->made_stack = stack_text(vm).release();
  }
  return Ref::steal(Value(handle));
}

}  // namespace

bool is_handle(Value subject) { return subject.object()->type->traits == &kHandleTraits; }

trace::Time nanoseconds(double seconds) {
  const double ns = seconds * 1e9;
  if (!(ns < 9.2e18)) return trace::kNever - 1;
  if (ns < -9.2e18) return -trace::kNever;
  return static_cast<trace::Time>(std::nearbyint(ns));
}

trace::Time deadline_in(Runtime& runtime, double seconds) {
  runtime.vm.settle_work();
  const trace::Time now = runtime.host.now();
  const trace::Time wait = nanoseconds(seconds);
  return wait > trace::kNever - 1 - now ? trace::kNever - 1 : now + wait;
}

Ref make_bare_handle(Runtime& runtime, Loop* loop, Value function, Value args) {
  return make_handle(runtime, loop, function, args, nullptr, false);
}

Ref make_bare_timer_handle(Runtime& runtime, Loop* loop, Value function, Value args, trace::Time deadline) {
  Ref handle = make_handle(runtime, loop, function, args, nullptr, true);
  cast<Handle>(handle)->deadline = deadline;
  cast<Handle>(handle)->when = static_cast<double>(deadline) / 1e9;
  return handle;
}

Ref call_soon(Runtime& runtime, Loop* loop, Value function, Value args, Context* context) {
  Ref handle = make_handle(runtime, loop, function, args, context, false);
  Ready ready{};
  ready.kind = Ready::Kind::Handle;
  ready.subject = Ref(handle).release();
  schedule(loop, ready);
  return handle;
}

Ref arrive(Runtime& runtime, Loop* loop, Value function, Context* context) {
  Ref handle = make_handle(runtime, loop, function, runtime.vm.empty_tuple, context, false);
  loop->arrived.push_back(cast<Handle>(Ref(handle).release()));
  return handle;
}

Ref call_at(Runtime& runtime, Loop* loop, trace::Time deadline, double when, Value function, Value args, Context* context) {
  Ref owner = make_handle(runtime, loop, function, args, context, true);
  auto* handle = cast<Handle>(owner);
  handle->deadline = deadline;
  handle->when = when;
  handle->scheduled = true;
  push_timer(loop, deadline, owner);
  runtime.settle();
  runtime.recorder.record(trace::EventKind::TimerSet, handle->lane, {}, deadline);
  return owner;
}

void cancel_handle(Runtime& runtime, Handle* handle) {
  if (handle->cancelled) return;
  handle->cancelled = true;
  if (handle->loop->debug) handle->shown = make_str(runtime.vm, handle_repr(runtime, handle)).release();
  if (handle->scheduled) {
    ++handle->loop->timers_cancelled;
    runtime.settle();
    runtime.recorder.record(trace::EventKind::TimerCancelled, handle->lane, {}, handle->deadline);
  }
  // What it would have called must not be kept alive by it.
  const Value function = std::exchange(handle->function, Value());
  const Value args = std::exchange(handle->args, Value());
  if (!function.is_empty()) decref(function);
  if (!args.is_empty()) decref(args);
}

void set_sleep_timer(Runtime& runtime, Loop* loop, trace::Time deadline, Future* future) {
  future->setter = runtime.lane();
  future->role = FutureRole::Timed;
  push_timer(loop, deadline, Value(future));
  runtime.settle();
  runtime.recorder.record(trace::EventKind::TimerSet, future->setter, {}, deadline);
}

void drop_sleep_timer(Runtime& runtime, Future* future, trace::Time deadline) {
  if (future->role != FutureRole::Timed) return;
  future->role = FutureRole::Untimed;
  if (future->rung) return;
  ++future->loop->timers_cancelled;
  runtime.settle();
  runtime.recorder.record(trace::EventKind::TimerCancelled, runtime.lane(), {}, deadline);
}

void keep_origins(Loop* loop, bool keep) {
  constexpr std::uint32_t kDebugStackDepth = 10;  // asyncio.constants.DEBUG_STACK_DEPTH
  if (keep == (loop->origin_depth_before >= 0)) return;
  Vm& vm = Heap::vm_of(loop);
  if (keep) loop->origin_depth_before = std::exchange(vm.origin_depth, kDebugStackDepth);
  else vm.origin_depth = static_cast<std::uint32_t>(std::exchange(loop->origin_depth_before, -1));
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
  frame->depth += kLevelsOfTurn;
  keep_origins(loop, loop->debug);
  ++loop->refs;
  runtime.running = loop;
  loop->stack = vm.threads->present();
  loop->stack->running_loop = loop;
  loop->outer_context = present_context(vm);
  loop->todo = 0;
  return true;
}

Ref create_task(Runtime& runtime, Loop* loop, Value coroutine, Value name, Context* context) {
  if (loop->task_factory.is_none()) return make_task(runtime, loop, coroutine, name, context);
  Vm& vm = runtime.vm;
  const Ref factory = loop->task_factory;
  const Value keyword[] = {Value(intern(vm, "context"))};
  const Ref names = context != nullptr ? tuple_of(vm, keyword) : Ref();
  const Value args[] = {Value(loop), coroutine, Value(context)};
  Ref task = context != nullptr ? call(vm, factory, args, cast<Tuple>(names)) : call(vm, factory, {args, 2});
  if (!task || name.is_empty() || name.is_none()) return task;
  const Value given[] = {name};
  return call_method(vm, task, intern(vm, "set_name"), given) ? task : Ref();
}

bool check_open(Vm& vm, const Loop* loop) {
  if (!loop->closed) return true;
  vm.raise(vm.types.RuntimeError, "Event loop is closed");
  return false;
}

bool context_argument(Vm& vm, Value value, Context*& context) {
  if (value.is_empty() || value.is_none()) return true;
  if (!is_context(vm, value)) {
    vm.raise(vm.types.TypeError, "a contextvars.Context was expected as context, got {}", type_name(vm, value));
    return false;
  }
  context = cast<Context>(value);
  return true;
}

Loop* running_loop(Runtime& runtime) {
  if (runtime.running == nullptr) runtime.vm.raise(runtime.vm.types.RuntimeError, "no running event loop");
  return runtime.running;
}

Loop* event_loop(Runtime& runtime) {
  if (runtime.running != nullptr) return runtime.running;
  Vm& vm = runtime.vm;
  const Ref module = vm.import_module(intern(vm, "asyncio.events"));
  if (!module) return nullptr;
  const Ref loop = call_method(vm, module, intern(vm, "get_event_loop"));
  if (!loop) return nullptr;
  Loop* found = as_loop(runtime, loop);
  if (found == nullptr) vm.raise(vm.types.TypeError, "the event loop policy gave {}, which is no event loop of One Waiter's", type_name(vm, loop));
  return found;  // the policy holds it
}

Loop* as_loop(Runtime& runtime, Value value) {
  return value.is_kind(Kind::Extension) && is_subtype(value.object()->type, runtime.loop_type) ? static_cast<Loop*>(value.object()) : nullptr;
}

void make_loop_types(Runtime& runtime) {
  Vm& vm = runtime.vm;
  runtime.handle_type = make_extension_type(vm, "Handle", "asyncio.events", &kHandleTraits);
  runtime.timer_handle_type = make_extension_type(vm, "TimerHandle", "asyncio.events", &kHandleTraits, runtime.handle_type);
  runtime.abstract_loop_type = make_type(vm, "AbstractEventLoop", vm.types.object, Kind::Instance, "asyncio.events");
  runtime.loop_type = make_extension_type(vm, "_UnixSelectorEventLoop", "asyncio.unix_events", &kLoopTraits, runtime.abstract_loop_type);
  install_loop_methods(runtime);
}

}  // namespace waiter::asyncio
