#include "asyncio/future.h"

#include <algorithm>

#include "asyncio/loop.h"
#include "python/recursion.h"

namespace waiter::asyncio {

using namespace python;

namespace {

void drop(const Callback& callback) {
  decref(callback.subject);
  if (callback.context != nullptr) decref(Value(callback.context));
}

/// Why a task that waits for this wakes up.
trace::ReadyReason reason_of(const Future* future) {
  if (future->state == FutureState::Cancelled) return trace::ReadyReason::Cancelled;
  return future->by_timer ? trace::ReadyReason::Timer : trace::ReadyReason::Future;
}

/// Who gets the credit for it on the trace: the task that it is, or whoever finished it.
trace::LaneId waker_of(const Future* future) {
  if (future->is_task && static_cast<const Task*>(future)->lane != trace::kNoLane) return static_cast<const Task*>(future)->lane;
  return future->setter != trace::kLoopLane ? future->setter : trace::kNoLane;
}

/// Takes over the callback's references.
void schedule_callback(Runtime& runtime, Future* future, const Callback& callback) {
  Ready ready{};
  ready.subject = callback.subject;
  ++future->refs;
  ready.argument = Value(future);
  switch (callback.kind) {
    case Callback::Kind::Wakeup: {
      ready.kind = Ready::Kind::Wakeup;
      const auto* task = static_cast<Task*>(callback.subject.object());
      if (task->lane != trace::kNoLane)
        runtime.recorder.record(trace::EventKind::HandleReady, task->lane, task->where, static_cast<std::int64_t>(reason_of(future)), waker_of(future));
      break;
    }
    case Callback::Kind::Native:
      ready.kind = Ready::Kind::Native;
      ready.native = callback.native;
      break;
    case Callback::Kind::Function:
      ready.kind = Ready::Kind::Callback;
      ready.context = callback.context;
      break;
  }
  schedule(future->loop, ready);
}

/// Every callback goes to the ready queue, in order.
void schedule_callbacks(Runtime& runtime, Future* future) {
  future->setter = runtime.lane();
  if (!future->has_first) return;
  future->has_first = false;
  schedule_callback(runtime, future, std::exchange(future->first, Callback()));
  if (future->more == nullptr) return;
  std::vector<Callback>* more = std::exchange(future->more, nullptr);
  for (const Callback& callback : *more) schedule_callback(runtime, future, callback);
  delete more;
}

/// Takes out the callbacks for which `matches` is 1. -1: it said so.
template <class Matches>
int remove_callbacks(Future* future, Matches matches) {
  std::vector<Callback> kept, gone;
  int outcome = 0;
  const auto look = [&](const Callback& callback) {
    const int same = outcome < 0 ? 0 : matches(callback);
    if (same < 0) outcome = -1;
    (same > 0 ? gone : kept).push_back(callback);
  };
  if (future->has_first) look(future->first);
  if (future->more != nullptr)
    for (std::size_t i = 0; i < future->more->size(); ++i) look((*future->more)[i]);
  if (outcome < 0 || gone.empty()) return outcome;
  future->has_first = !kept.empty();
  future->first = kept.empty() ? Callback() : kept.front();
  if (future->more != nullptr) {
    if (kept.size() <= 1) {
      delete std::exchange(future->more, nullptr);
    } else {
      future->more->assign(kept.begin() + 1, kept.end());
    }
  }
  for (const Callback& callback : gone) drop(callback);
  return static_cast<int>(gone.size());
}

}  // namespace

void construct_future(Extension* extension) {
  auto* future = static_cast<Future*>(extension);
  future->cancel_message = kNone;
  future->setter = trace::kLoopLane;
}

void destruct_future(Extension* extension) { delete std::exchange(static_cast<Future*>(extension)->more, nullptr); }

void release_future(Vm&, Extension* extension) {
  auto* future = static_cast<Future*>(extension);
  for (Value* place : {&future->result, &future->exception, &future->traceback, &future->cancel_message, &future->made_stack})
    if (const Value old = std::exchange(*place, Value()); !old.is_empty()) decref(old);
  if (std::exchange(future->has_first, false)) drop(std::exchange(future->first, Callback()));
  if (std::vector<Callback>* more = std::exchange(future->more, nullptr)) {
    for (const Callback& callback : *more) drop(callback);
    delete more;
  }
  if (Object* of = std::exchange(future->awaited_of, nullptr)) decref(Value(of));
  if (Loop* loop = std::exchange(future->loop, nullptr)) decref(Value(loop));
}

void traverse_future(Extension* extension, void (*visit)(void*, Value), void* context) {
  auto* future = static_cast<Future*>(extension);
  for (const Value value : {future->result, future->exception, future->traceback, future->cancel_message})
    if (!value.is_empty()) visit(context, value);
  const auto show = [&](const Callback& callback) {
    visit(context, callback.subject);
    if (callback.context != nullptr) visit(context, Value(callback.context));
  };
  if (future->has_first) show(future->first);
  if (future->more != nullptr)
    for (const Callback& callback : *future->more) show(callback);
  if (future->awaited_of != nullptr) visit(context, Value(future->awaited_of));
  if (future->loop != nullptr) visit(context, Value(future->loop));
}

/// Nobody will ever look at the exception: CPython logs it when the last reference goes.
void finalise_future(Vm& vm, Extension* extension) {
  auto* future = static_cast<Future*>(extension);
  if (future->loop == nullptr || !vm.stopped_because().empty()) return;
  Runtime& runtime = runtime_of(vm);
  if (future->is_task && future->state == FutureState::Pending && future->log_destroy) {
    report_destroyed_task(runtime, static_cast<Task*>(future));
    return;
  }
  if (!future->log_traceback || future->exception.is_empty()) return;
  future->log_traceback = false;
  report_unseen_exception(runtime, future);
}

void note_making(Runtime& runtime, Future* future) {
  future->made_at = runtime.vm.position();
  replace(future->made_stack, stack_text(runtime.vm));
}

Ref make_future(Runtime& runtime, Loop* loop) {
  auto* future = static_cast<Future*>(allocate_instance(runtime.vm, runtime.future_type));
  future->loop = loop;
  ++loop->refs;
  if (loop->debug) note_making(runtime, future);
  return Ref::steal(Value(future));
}

void finish_with(Runtime& runtime, Future* future, Value result) {
  replace(future->result, result);
  future->state = FutureState::Finished;
  schedule_callbacks(runtime, future);
}

bool set_result(Runtime& runtime, Future* future, Value result) {
  if (future->done()) {
    runtime.vm.raise(runtime.invalid_state_error, "invalid state");
    return false;
  }
  finish_with(runtime, future, result);
  return true;
}

bool set_exception(Runtime& runtime, Future* future, Value exception) {
  if (future->done()) {
    runtime.vm.raise(runtime.invalid_state_error, "invalid state");
    return false;
  }
  replace(future->exception, exception);
  replace(future->traceback, cast<Exception>(exception)->traceback);
  cast<Exception>(exception)->entries_unseen = 0;
  future->state = FutureState::Finished;
  future->log_traceback = true;
  schedule_callbacks(runtime, future);
  return true;
}

bool cancel_future(Runtime& runtime, Future* future, Value message) {
  future->log_traceback = false;
  if (future->done()) return false;
  future->state = FutureState::Cancelled;
  replace(future->cancel_message, message);
  schedule_callbacks(runtime, future);
  return true;
}

namespace {

int cancel_itself(Runtime& runtime, Future* future, Value message) {
  Vm& vm = runtime.vm;
  if (future->type == runtime.task_type) return cancel_task(runtime, static_cast<Task*>(future), message);
  const Ref method = get_attribute(vm, Value(future), intern(vm, "cancel"));
  if (!method) return -1;
  const Value name[] = {Value(intern(vm, "msg"))};
  const Ref names = tuple_of(vm, name);
  const Value args[] = {message};
  const Ref answer = call(vm, method, args, cast<Tuple>(names));
  return answer ? truth(vm, answer) : -1;
}

}  // namespace

int cancel_any(Runtime& runtime, Future* future, Value message) {
  if (future->type != runtime.future_type && future->type != runtime.task_type) return cancel_itself(runtime, future, message);
  // Tasks that wait for one another in a circle, through gather(), cancel one another until CPython's stack is full.
  const NativeLevel level(runtime.vm, " while calling a Python object");
  if (!level) return -1;
  if (future->type == runtime.future_type) return cancel_future(runtime, future, message) ? 1 : 0;
  return cancel_itself(runtime, future, message);
}

Ref make_cancelled_error(Runtime& runtime, Future* future) {
  if (!future->exception.is_empty() && future->state == FutureState::Cancelled) {
    // The very exception that ended the task, with its traceback: it is given once.
    return Ref::steal(std::exchange(future->exception, Value()));
  }
  const Value args[] = {future->cancel_message};
  return make_exception(runtime.vm, runtime.cancelled_error, std::span<const Value>(args, future->cancel_message.is_none() ? 0 : 1));
}

Ref result_of(Runtime& runtime, Future* future) {
  Vm& vm = runtime.vm;
  if (future->state == FutureState::Finished && future->exception.is_empty()) return future->result;
  if (future->state == FutureState::Cancelled) {
    vm.set_error(make_cancelled_error(runtime, future));
    return {};
  }
  if (future->state == FutureState::Pending) return vm.raise(runtime.invalid_state_error, "Result is not set.");
  future->log_traceback = false;
  // As _asynciomodule.c's future_get_result: what earlier raises added to the traceback is gone, and it is given once: whoever asks again
  // sees only where that was.
  const Ref traceback = future->traceback.is_empty() ? Ref(kNone) : Ref::steal(std::exchange(future->traceback, Value()));
  replace_traceback(cast<Exception>(future->exception), traceback);
  vm.set_error(future->exception);
  return {};
}

Ref exception_of(Runtime& runtime, Future* future) {
  Vm& vm = runtime.vm;
  if (future->state == FutureState::Cancelled) {
    vm.set_error(make_cancelled_error(runtime, future));
    return {};
  }
  if (future->state == FutureState::Pending) return vm.raise(runtime.invalid_state_error, "Exception is not set.");
  future->log_traceback = false;
  return future->exception.is_empty() ? Ref(kNone) : Ref(future->exception);
}

void add_callback(Runtime& runtime, Future* future, Callback callback) {
  if (future->done()) return schedule_callback(runtime, future, callback);
  if (!future->has_first) {
    future->has_first = true;
    future->first = callback;
    return;
  }
  if (future->more == nullptr) future->more = new std::vector<Callback>();
  future->more->push_back(callback);
}

void add_done_callback(Runtime& runtime, Future* future, Value function, Context* context) {
  Callback callback;
  callback.subject = Ref(function).release();
  callback.context = cast<Context>(context != nullptr ? Ref(Value(context)).release() : copy_context(runtime.vm).release());
  add_callback(runtime, future, callback);
}

void add_native_callback(Runtime& runtime, Future* future, const CallbackBody* native, Value owner) {
  Callback callback;
  callback.kind = Callback::Kind::Native;
  callback.native = native;
  callback.subject = Ref(owner).release();
  add_callback(runtime, future, callback);
}

int remove_native_callback(Future* future, const CallbackBody* native, Value owner) {
  if (!future->has_first) return 0;
  return remove_callbacks(future, [&](const Callback& callback) {
    return callback.kind == Callback::Kind::Native && callback.native == native && callback.subject == owner ? 1 : 0;
  });
}

int remove_done_callback(Runtime& runtime, Future* future, Value function) {
  return remove_callbacks(future, [&](const Callback& callback) {
    return callback.kind == Callback::Kind::Function ? equal(runtime.vm, callback.subject, function) : 0;
  });
}

Sent await_future(Vm& vm, Future* future, Ref& result) {
  if (!future->done()) {
    if (future->blocking) {
      vm.raise(vm.types.RuntimeError, "await wasn't used with future");
      return Sent::Raised;
    }
    future->blocking = true;
    result = Value(future);
    return Sent::Yielded;
  }
  result = result_of(runtime_of(vm), future);
  return result ? Sent::Returned : Sent::Raised;
}

Sent await_step_of_future(Vm& vm, Extension* extension, Ref& result) {
  auto* future = static_cast<Future*>(extension);
  if (future->loop == nullptr) {
    vm.raise(vm.types.RuntimeError, "Future object is not initialized.");
    return Sent::Raised;
  }
  return await_future(vm, future, result);
}

}  // namespace waiter::asyncio
