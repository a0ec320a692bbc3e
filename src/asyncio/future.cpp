#include "asyncio/future.h"

#include <algorithm>

#include "asyncio/loop.h"

namespace waiter::asyncio {

using namespace python;

namespace {

Future* self_of(Arguments& args) { return static_cast<Future*>(args[0].object()); }

void replace(Value& place, Value value) {
  const Value old = std::exchange(place, value.is_empty() ? Value() : Ref(value).release());
  if (!old.is_empty()) decref(old);
}

/// Every callback goes to the ready queue, in order.
void schedule_callbacks(Runtime& runtime, Future* future) {
  std::vector<Callback> callbacks = std::move(future->callbacks);
  future->callbacks.clear();
  future->setter = runtime.lane();
  for (const Callback& callback : callbacks) {
    Ready ready{};
    ready.argument = Ref(Value(future)).release();
    if (callback.task != nullptr) {
      ready.kind = Ready::Kind::Wakeup;
      ready.subject = Value(callback.task);
      Task* task = callback.task;
      if (task->lane != trace::kNoLane)
        runtime.recorder.record(trace::EventKind::HandleReady, task->lane, task->where,
                                static_cast<std::int64_t>(future->state == FutureState::Cancelled ? trace::ReadyReason::Cancelled
                                                          : future->by_timer ? trace::ReadyReason::Timer : trace::ReadyReason::Future),
                                future->is_task && static_cast<Task*>(future)->lane != trace::kNoLane ? static_cast<Task*>(future)->lane
                                : future->setter != trace::kLoopLane ? future->setter : trace::kNoLane);
    } else {
      ready.kind = Ready::Kind::Callback;
      ready.subject = callback.function;
    }
    schedule(future->loop, ready);
  }
}

Ref invalid_state(Runtime& runtime, std::string_view message) { return runtime.vm.raise(runtime.invalid_state_error, message); }

Ref future_new(Arguments& args) {
  return Ref::steal(Value(allocate_instance(args.vm, cast<Type>(args[0]))));
}

Ref future_init(Arguments& args) {
  Runtime& runtime = runtime_of(args.vm);
  Future* future = self_of(args);
  const Value given = args.keyword("loop");
  Loop* loop = given.is_empty() || given.is_none() ? runtime.running : as_loop(runtime, given);
  if (loop == nullptr) {
    const Ref current = call_method(args.vm, args.vm.import_module(intern(args.vm, "asyncio")), intern(args.vm, "get_event_loop"));
    if (!current) return {};
    loop = as_loop(runtime, current);
  }
  ++loop->refs;
  if (future->loop != nullptr) decref(Value(future->loop));
  future->loop = loop;
  return kNone;
}

Ref future_result(Arguments& args) { return result_of(runtime_of(args.vm), self_of(args)); }

Ref future_exception(Arguments& args) {
  Runtime& runtime = runtime_of(args.vm);
  Future* future = self_of(args);
  if (future->state == FutureState::Cancelled) {
    args.vm.set_error(make_cancelled_error(runtime, future));
    return {};
  }
  if (future->state == FutureState::Pending) return invalid_state(runtime, "Exception is not set.");
  future->log_traceback = false;
  return future->exception.is_empty() ? Ref(kNone) : Ref(future->exception);
}

Ref future_set_result(Arguments& args) {
  return set_result(runtime_of(args.vm), self_of(args), args[1]) ? Ref(kNone) : Ref();
}

Ref future_set_exception(Arguments& args) {
  Vm& vm = args.vm;
  Ref exception = args[1];
  if (exception.get().is_kind(Kind::Type)) {
    exception = call(vm, exception);
    if (!exception) return {};
  }
  if (!exception.get().is_kind(Kind::Exception)) return vm.raise(vm.types.TypeError, "invalid exception object");
  if (is_instance(vm, exception, vm.types.StopIteration))
    return vm.raise(vm.types.TypeError, "StopIteration interacts badly with generators and cannot be raised into a Future");
  return set_exception(runtime_of(vm), self_of(args), exception) ? Ref(kNone) : Ref();
}

Ref future_cancel(Arguments& args) {
  const Value message = args.count > 1 ? args[1] : !args.keyword("msg").is_empty() ? args.keyword("msg") : kNone;
  Runtime& runtime = runtime_of(args.vm);
  Future* future = self_of(args);
  if (future->is_task) return Value::from_bool(cancel_task(runtime, static_cast<Task*>(future), message));
  return Value::from_bool(cancel_future(runtime, future, message));
}

Ref future_cancelled(Arguments& args) { return Value::from_bool(self_of(args)->state == FutureState::Cancelled); }
Ref future_done(Arguments& args) { return Value::from_bool(self_of(args)->done()); }

Ref future_add_done_callback(Arguments& args) {
  add_done_callback(runtime_of(args.vm), self_of(args), args[1]);
  return kNone;
}

Ref future_remove_done_callback(Arguments& args) {
  Future* future = self_of(args);
  std::int64_t removed = 0;
  for (std::size_t i = 0; i < future->callbacks.size();) {
    const Callback callback = future->callbacks[i];
    const int same = callback.task != nullptr ? 0 : equal(args.vm, callback.function, args[1]);
    if (same < 0) return {};
    if (same == 0) {
      ++i;
      continue;
    }
    future->callbacks.erase(future->callbacks.begin() + static_cast<std::ptrdiff_t>(i));
    decref(callback.function);
    ++removed;
  }
  return make_int(args.vm, removed);
}

Ref future_get_loop(Arguments& args) {
  Future* future = self_of(args);
  if (future->loop == nullptr) return args.vm.raise(args.vm.types.RuntimeError, "Future object is not initialized.");
  return Value(future->loop);
}

Ref future_repr_method(Arguments& args) { return make_str(args.vm, future_repr(runtime_of(args.vm), self_of(args))); }

/// future.__await__(): an iterator that yields the future once and then gives its result.
struct FutureIterator : Extension {
  Future* future;
};

Ref future_await(Arguments& args) {
  Runtime& runtime = runtime_of(args.vm);
  auto* iterator = static_cast<FutureIterator*>(allocate_instance(args.vm, runtime.future_iterator_type));
  iterator->future = cast<Future>(Ref(args[0]).release());
  return Ref::steal(Value(iterator));
}

Ref iterator_next(Arguments& args) {
  Vm& vm = args.vm;
  auto* iterator = static_cast<FutureIterator*>(args[0].object());
  Future* future = iterator->future;
  if (!future->done()) {
    if (future->blocking) return vm.raise(vm.types.RuntimeError, "await wasn't used with future");
    future->blocking = true;
    return Value(future);
  }
  const Ref result = result_of(runtime_of(vm), future);
  if (!result) return {};
  if (result.get().is_none()) {
    vm.set_error(make_exception(vm, vm.types.StopIteration));
    return {};
  }
  return raise_with(vm, vm.types.StopIteration, result);
}

Ref iterator_self(Arguments& args) { return args[0]; }

constexpr NativeDef kFutureNew[] = {{"__new__", future_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kFutureMethods[] = {
    {"__init__", future_init, 0, 0, Takes::Keywords},
    {"result", future_result},
    {"exception", future_exception},
    {"set_result", future_set_result, 1, 1},
    {"set_exception", future_set_exception, 1, 1},
    {"cancel", future_cancel, 0, 1, Takes::Keywords},
    {"cancelled", future_cancelled},
    {"done", future_done},
    {"add_done_callback", future_add_done_callback, 1, 1, Takes::Keywords},
    {"remove_done_callback", future_remove_done_callback, 1, 1},
    {"get_loop", future_get_loop},
    {"__await__", future_await},
    {"__iter__", future_await},
    {"__repr__", future_repr_method},
};
constexpr NativeDef kIteratorMethods[] = {
    {"__next__", iterator_next},
    {"__iter__", iterator_self},
};

void construct_future(Extension* extension) {
  auto* future = static_cast<Future*>(extension);
  new (&future->callbacks) std::vector<Callback>();
  future->cancel_message = kNone;
}
void destruct_future(Extension* extension) {
  using Callbacks = std::vector<Callback>;
  static_cast<Future*>(extension)->callbacks.~Callbacks();
}

const ExtensionTraits kFutureTraits{sizeof(Future), construct_future, release_future, traverse_future, destruct_future, finalise_future};
const ExtensionTraits kIteratorTraits{
    sizeof(FutureIterator), nullptr,
    [](Vm&, Extension* extension) {
      if (Future* future = std::exchange(static_cast<FutureIterator*>(extension)->future, nullptr)) decref(Value(future));
    },
    [](Extension* extension, void (*visit)(void*, Value), void* context) {
      if (Future* future = static_cast<FutureIterator*>(extension)->future) visit(context, Value(future));
    },
    nullptr, nullptr};

}  // namespace

void release_future(Vm&, Extension* extension) {
  auto* future = static_cast<Future*>(extension);
  for (Value* place : {&future->result, &future->exception, &future->cancel_message})
    if (const Value old = std::exchange(*place, Value()); !old.is_empty()) decref(old);
  std::vector<Callback> callbacks = std::move(future->callbacks);
  future->callbacks.clear();
  for (const Callback& callback : callbacks) {
    if (callback.task != nullptr) decref(Value(callback.task));
    else decref(callback.function);
  }
  if (Loop* loop = std::exchange(future->loop, nullptr)) decref(Value(loop));
}

void traverse_future(Extension* extension, void (*visit)(void*, Value), void* context) {
  auto* future = static_cast<Future*>(extension);
  for (const Value value : {future->result, future->exception, future->cancel_message})
    if (!value.is_empty()) visit(context, value);
  for (const Callback& callback : future->callbacks) visit(context, callback.task != nullptr ? Value(callback.task) : callback.function);
  if (future->loop != nullptr) visit(context, Value(future->loop));
}

/// Nobody will ever look at the exception: CPython logs it when the last reference goes.
void finalise_future(Vm& vm, Extension* extension) {
  auto* future = static_cast<Future*>(extension);
  if (future->is_task && future->state == FutureState::Pending && future->loop != nullptr && vm.stopped_because().empty() &&
      !static_cast<Task*>(future)->coroutine.is_empty() && !future->loop->closed) {
    call_exception_handler(runtime_of(vm), future->loop, "Task was destroyed but it is pending!", Value(), Value(future));
    return;
  }
  if (!future->log_traceback || future->exception.is_empty() || !vm.stopped_because().empty()) return;
  future->log_traceback = false;
  const std::string noun(future->type->name->view());
  call_exception_handler(runtime_of(vm), future->loop, noun + " exception was never retrieved", future->exception, Value(future));
}

Ref make_future(Runtime& runtime, Loop* loop) {
  auto* future = static_cast<Future*>(allocate_instance(runtime.vm, runtime.future_type));
  future->loop = loop;
  ++loop->refs;
  return Ref::steal(Value(future));
}

bool set_result(Runtime& runtime, Future* future, Value result) {
  if (future->done()) {
    invalid_state(runtime, "invalid state");
    return false;
  }
  replace(future->result, result);
  future->state = FutureState::Finished;
  schedule_callbacks(runtime, future);
  return true;
}

bool set_exception(Runtime& runtime, Future* future, Value exception) {
  if (future->done()) {
    invalid_state(runtime, "invalid state");
    return false;
  }
  replace(future->exception, exception);
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

int cancel_any(Runtime& runtime, Future* future, Value message) {
  Vm& vm = runtime.vm;
  if (future->type == runtime.future_type) return cancel_future(runtime, future, message) ? 1 : 0;
  if (future->type == runtime.task_type) return cancel_task(runtime, static_cast<Task*>(future), message) ? 1 : 0;
  const Ref method = get_attribute(vm, Value(future), intern(vm, "cancel"));
  if (!method) return -1;
  const Value name[] = {Value(intern(vm, "msg"))};
  const Ref names = tuple_of(vm, name);
  const Value args[] = {message};
  const Ref answer = call(vm, method, args, cast<Tuple>(names));
  return answer ? truth(vm, answer) : -1;
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
  if (future->state == FutureState::Cancelled) {
    vm.set_error(make_cancelled_error(runtime, future));
    return {};
  }
  if (future->state == FutureState::Pending) return invalid_state(runtime, "Result is not set.");
  future->log_traceback = false;
  if (!future->exception.is_empty()) {
    vm.set_error(future->exception);
    return {};
  }
  return future->result;
}

void add_callback(Runtime& runtime, Future* future, Callback callback) {
  if (!future->done()) {
    future->callbacks.push_back(callback);
    return;
  }
  (void)runtime;
  Ready ready{};
  ready.argument = Ref(Value(future)).release();
  ready.kind = callback.task != nullptr ? Ready::Kind::Wakeup : Ready::Kind::Callback;
  ready.subject = callback.task != nullptr ? Value(callback.task) : callback.function;
  if (callback.task != nullptr && callback.task->lane != trace::kNoLane)
    runtime.recorder.record(trace::EventKind::HandleReady, callback.task->lane, callback.task->where,
                            static_cast<std::int64_t>(trace::ReadyReason::Future));
  schedule(future->loop, ready);
}

void add_done_callback(Runtime& runtime, Future* future, Value function) {
  Callback callback;
  callback.function = Ref(function).release();
  add_callback(runtime, future, callback);
}

std::string future_repr(Runtime& runtime, Future* future) {
  Vm& vm = runtime.vm;
  std::string text = "<" + std::string(future->type->name->view());
  Task* task = future->is_task ? static_cast<Task*>(future) : nullptr;
  const bool cancelling = task != nullptr && task->cancels_requested > 0 && !future->done();
  text += future->state == FutureState::Pending ? (cancelling ? " cancelling" : " pending") : future->state == FutureState::Cancelled ? " cancelled" : " finished";
  if (task != nullptr) {
    if (const auto name = repr_of(vm, task->name)) text += " name=" + *name;
    if (task->coroutine.is_kind(Kind::Generator)) {
      const auto* generator = cast<Generator>(task->coroutine);
      const std::string name(str_view(generator->qualname));
      if (generator->frame != nullptr && generator->state != GeneratorState::Closed) {
        const Code* code = generator->frame->code;
        const bool begun = generator->state != GeneratorState::Created;
        const std::uint32_t line = begun && generator->frame->pc != code->instructions.data() ? generator->frame->span().line : code->first_line;
        text += fmt::format(" coro=<{}() running at {}:{}>", name, vm.sources[code->file].name, line);
      } else {
        text += fmt::format(" coro=<{}() done, defined at {}:{}>", name, vm.sources[generator->code->file].name, generator->code->first_line);
      }
    }
    if (task->waiter != nullptr) text += " wait_for=" + future_repr(runtime, task->waiter);
  }
  if (!future->callbacks.empty()) {
    text += " cb=[";
    bool first = true;
    for (const Callback& callback : future->callbacks) {
      if (!first) text += ", ";
      first = false;
      if (callback.task != nullptr) {
        text += "Task.task_wakeup()";
      } else {
        const Ref name = find_attribute(vm, callback.function, vm.names.dunder_qualname);
        text += (name && is_str(name) ? std::string(str_view(name)) : "?") + "()";
      }
    }
    text += "]";
  }
  if (future->state == FutureState::Finished) {
    if (!future->exception.is_empty()) {
      if (const auto repr_text = repr_of(vm, future->exception)) text += " exception=" + *repr_text;
    } else if (const auto repr_text = repr_of(vm, future->result)) {
      text += " result=" + *repr_text;
    }
  }
  return text + ">";
}

void make_future_types(Runtime& runtime) {
  Vm& vm = runtime.vm;
  runtime.future_type = make_extension_type(vm, "Future", "_asyncio", &kFutureTraits);
  install_static(vm, runtime.future_type, kFutureNew);
  install(vm, runtime.future_type, kFutureMethods);
  runtime.future_iterator_type = make_extension_type(vm, "FutureIter", "_asyncio", &kIteratorTraits);
  runtime.future_iterator_type->is_final = true;
  install(vm, runtime.future_iterator_type, kIteratorMethods);
}

}  // namespace waiter::asyncio
