// asyncio.wait(), wait_for(), shield() and ensure_future() (CPython 3.11, Lib/asyncio/tasks.py).

#include "asyncio/functions.h"
#include "asyncio/waiters.h"
#include "python/methods/helpers.h"

namespace waiter::asyncio {

using namespace python;

namespace {

Sent raise_again(Vm& vm, Ref exception) {
  vm.restore_error(std::move(exception));
  return Sent::Raised;
}

/// The exception that is set was raised in an except block for `handled`.
void raised_while_handling(Vm& vm, Value handled) {
  if (vm.error() == handled || handled.is_empty()) return;
  for (Value at = handled; at.is_kind(Kind::Exception); at = cast<Exception>(at)->context)
    if (at == vm.error()) return;  // no circles
  decref(std::exchange(cast<Exception>(vm.error())->context, Ref(handled).release()));
}

// --- wait ---

enum class WaitMode : std::uint8_t { AllCompleted, FirstCompleted, FirstException };

// values: what was given, then the tuple of futures; the timeout; return_when. number: the deadline, if there is a timer.

/// How many are left, the mode and whether there is a timer are kept behind the futures, in the tuple's last three places.
Tuple* futures_of(const NativeCoroutine* coroutine) { return cast<Tuple>(coroutine->values[0]); }
std::uint32_t count_of(const NativeCoroutine* coroutine) { return futures_of(coroutine)->count - 2; }
Value& left_of(const NativeCoroutine* coroutine) { return futures_of(coroutine)->items[futures_of(coroutine)->count - 2]; }
WaitMode mode_of(const NativeCoroutine* coroutine) {
  return static_cast<WaitMode>(futures_of(coroutine)->items[futures_of(coroutine)->count - 1].as_int());
}

bool one_completed(Runtime& runtime, Value owner, Future* done) {
  auto* coroutine = cast<NativeCoroutine>(owner);
  if (coroutine->state == GeneratorState::Closed) return true;
  Value& left = left_of(coroutine);
  left = Value::from_int(left.as_int() - 1);
  const WaitMode mode = mode_of(coroutine);
  const bool enough = left.as_int() <= 0 || mode == WaitMode::FirstCompleted ||
                      (mode == WaitMode::FirstException && done->state == FutureState::Finished && !done->exception.is_empty());
  // f.exception() is only asked where nothing else has decided: then it counts as looked at.
  if (mode == WaitMode::FirstException && left.as_int() > 0 && done->state == FutureState::Finished) done->log_traceback = false;
  if (!enough) return true;
  Future* waiter = awaited_future(coroutine);
  drop_sleep_timer(runtime, waiter, coroutine->number);
  if (!waiter->done()) finish_with(runtime, waiter, kNone);
  return true;
}

constexpr CallbackBody kOneCompleted{"_wait.<locals>._on_completion() at /usr/lib/python3.11/asyncio/tasks.py:519", one_completed};

/// What wait() was given, checked as CPython checks it. Empty: exception set.
Ref futures_to_wait_for(Runtime& runtime, NativeCoroutine* coroutine, WaitMode& mode) {
  Vm& vm = runtime.vm;
  const Value given = coroutine->values[0];
  if (as_future(runtime, given) != nullptr || is_coroutine(runtime, given))
    return vm.raise(vm.types.TypeError, "expect a list of futures, not {}", type_of(vm, given)->name->view());
  const int any = truth(vm, given);
  if (any < 0) return {};
  if (any == 0) return vm.raise(vm.types.ValueError, "Set of Tasks/Futures is empty.");
  const Value when = coroutine->values[2];
  const std::string_view word = is_str(when) ? str_view(when) : std::string_view();
  if (word == "FIRST_COMPLETED") mode = WaitMode::FirstCompleted;
  else if (word == "FIRST_EXCEPTION") mode = WaitMode::FirstException;
  else if (word != "ALL_COMPLETED") {
    const auto text = text_of(vm, when);
    return text ? vm.raise(vm.types.ValueError, "Invalid return_when value: {}", *text) : Ref();
  }
  const Ref list = list_from(vm, given);
  if (!list) return {};
  const Ref seen = Ref::steal(Value(make_set(vm)));
  std::vector<Value> futures;
  const auto* items = cast<List>(list);
  for (std::uint32_t i = 0; i < items->count; ++i) {
    const int added = set_add(vm, cast<Set>(seen), items->items[i]);
    if (added < 0) return {};
    if (added == 1) futures.push_back(items->items[i]);
  }
  for (const Value future : futures)
    if (is_coroutine(runtime, future)) return vm.raise(vm.types.TypeError, "Passing coroutines is forbidden, use tasks explicitly.");
  if (futures.empty()) return vm.raise(vm.types.AssertionError, "Set of Futures is empty.");
  for (const Value future : futures)
    if (as_future(runtime, future) == nullptr)
      return vm.raise(vm.types.AttributeError, "'{}' object has no attribute 'add_done_callback'", type_name(vm, future));
  futures.push_back(Value::from_int(static_cast<std::int64_t>(futures.size())));
  futures.push_back(Value::from_int(static_cast<std::int64_t>(mode)));
  return tuple_of(vm, futures);
}

Sent begin_wait(Runtime& runtime, NativeCoroutine* coroutine, Ref& result) {
  Vm& vm = runtime.vm;
  WaitMode mode = WaitMode::AllCompleted;
  const Ref futures = futures_to_wait_for(runtime, coroutine, mode);
  if (!futures) return Sent::Raised;
  Loop* loop = running_loop(runtime);
  if (loop == nullptr) return Sent::Raised;
  replace(coroutine->values[0], futures);
  const Ref owner = make_future(runtime, loop);
  auto* waiter = cast<Future>(owner);
  waiter->label = runtime.labels.wait;
  if (const Value timeout = coroutine->values[1]; !timeout.is_none()) {
    const auto seconds = to_double(vm, timeout);
    if (!seconds) return Sent::Raised;
    coroutine->number = deadline_in(runtime, *seconds);
    set_sleep_timer(runtime, loop, coroutine->number, waiter);
  }
  coroutine->stage = 1;
  replace(coroutine->awaiting, owner);
  for (std::uint32_t i = 0; i < count_of(coroutine); ++i)
    add_native_callback(runtime, cast<Future>(futures_of(coroutine)->items[i]), &kOneCompleted, Value(coroutine));
  return await_future(vm, waiter, result);
}

Sent wait_step(Vm& vm, NativeCoroutine* coroutine, Ref exception, Ref& result) {
  Runtime& runtime = runtime_of(vm);
  if (coroutine->stage == 0) return begin_wait(runtime, coroutine, result);
  const Sent sent = end_await(vm, coroutine, exception, result);
  if (sent == Sent::Yielded) return sent;
  drop_sleep_timer(runtime, awaited_future(coroutine), coroutine->number);
  const Ref held = coroutine->values[0];
  const std::uint32_t count = count_of(coroutine);
  const auto future = [&](std::uint32_t i) { return cast<Future>(cast<Tuple>(held)->items[i]); };
  for (std::uint32_t i = 0; i < count; ++i) remove_native_callback(future(i), &kOneCompleted, Value(coroutine));
  if (sent == Sent::Raised) return raise_again(vm, std::move(exception));
  const Ref done = Ref::steal(Value(make_set(vm))), pending = Ref::steal(Value(make_set(vm)));
  for (std::uint32_t i = 0; i < count; ++i)
    if (set_add(vm, cast<Set>(future(i)->done() ? done : pending), Value(future(i))) < 0) return Sent::Raised;
  const Value both[] = {done, pending};
  result = tuple_of(vm, both);
  return Sent::Returned;
}

constexpr CoroutineBody kWait{"wait", "wait", {"asyncio/tasks.py", 399, 428}, wait_step};
constexpr const char* kWaitPositional[] = {"fs"};
constexpr const char* kWaitKeywords[] = {"timeout", "return_when"};

// --- wait_for ---

bool release_waiter(Runtime& runtime, Value owner, Future*) {
  if (!cast<Future>(owner)->done()) finish_with(runtime, cast<Future>(owner), kNone);
  return true;
}
constexpr CallbackBody kReleaseWaiter{"_release_waiter(<Future pendi...ask_wakeup()]>)() at /usr/lib/python3.11/asyncio/tasks.py:431",
                                      release_waiter};

// values: the awaitable, then its future; the timeout; the exception that is raised after the cleanup. number: the deadline.
enum WaitForStage : std::uint8_t { kBegin, kWaiting, kCancelledAtOnce, kCancelledByTimeout, kCancelledFromOutside };

Future* inner_of(const NativeCoroutine* coroutine) { return cast<Future>(coroutine->values[0]); }

Sent give_result(Runtime& runtime, NativeCoroutine* coroutine, Ref& result) {
  result = result_of(runtime, inner_of(coroutine));
  return result ? Sent::Returned : Sent::Raised;
}

/// The result, if the inner one would not be cancelled; else TimeoutError, from its CancelledError.
Sent give_result_or_timeout(Runtime& runtime, NativeCoroutine* coroutine, Ref& result) {
  Vm& vm = runtime.vm;
  if (give_result(runtime, coroutine, result) == Sent::Returned) return Sent::Returned;
  if (!vm.error_is(runtime.cancelled_error)) return Sent::Raised;
  const Ref cause = vm.take_error();
  const Ref timeout = make_exception(vm, vm.types.TimeoutError);
  auto* raised = cast<Exception>(timeout);
  replace(raised->cause, cause);
  replace(raised->context, cause);
  raised->suppress_context = true;
  vm.restore_error(timeout);
  return Sent::Raised;
}

/// _cancel_and_wait: cancels the inner one and waits for its end.
Sent cancel_and_wait(Runtime& runtime, NativeCoroutine* coroutine, WaitForStage stage, Ref& result) {
  Future* inner = inner_of(coroutine);
  const Ref owner = make_future(runtime, running_loop(runtime));
  auto* waiter = cast<Future>(owner);
  waiter->label = runtime.labels.wait_for;
  waiter->awaited_of = inner;
  ++inner->refs;
  add_native_callback(runtime, inner, &kReleaseWaiter, owner);
  coroutine->stage = stage;
  replace(coroutine->awaiting, owner);
  if (cancel_any(runtime, inner, kNone) < 0) {
    remove_native_callback(inner, &kReleaseWaiter, owner);
    return Sent::Raised;
  }
  return await_future(runtime.vm, waiter, result);
}

Sent begin_wait_for(Runtime& runtime, NativeCoroutine* coroutine, Ref& result) {
  Vm& vm = runtime.vm;
  Loop* loop = running_loop(runtime);
  if (loop == nullptr) return Sent::Raised;
  const Value timeout = coroutine->values[1];
  const Ref none = compare(vm, CompareKind::Le, timeout, Value::from_int(0));
  const int at_once = none ? truth(vm, none) : -1;
  if (at_once < 0) return Sent::Raised;
  if (at_once == 1) {
    const Ref future = ensure_future(runtime, coroutine->values[0], loop);
    if (!future) return Sent::Raised;
    replace(coroutine->values[0], future);
    if (inner_of(coroutine)->done()) return give_result(runtime, coroutine, result);
    return cancel_and_wait(runtime, coroutine, kCancelledAtOnce, result);
  }
  const auto seconds = to_double(vm, timeout);
  if (!seconds) return Sent::Raised;
  const Ref owner = make_future(runtime, loop);
  auto* waiter = cast<Future>(owner);
  waiter->label = runtime.labels.wait_for;
  coroutine->number = deadline_in(runtime, *seconds);
  set_sleep_timer(runtime, loop, coroutine->number, waiter);
  const Ref future = ensure_future(runtime, coroutine->values[0], loop);
  if (!future) {
    const Ref error = vm.take_error();
    drop_sleep_timer(runtime, waiter, coroutine->number);
    return raise_again(vm, error);
  }
  replace(coroutine->values[0], future);
  waiter->awaited_of = inner_of(coroutine);
  ++inner_of(coroutine)->refs;
  add_native_callback(runtime, inner_of(coroutine), &kReleaseWaiter, owner);
  coroutine->stage = kWaiting;
  return begin_await(vm, coroutine, waiter, result);
}

/// The wait for the inner one or the timer is over.
Sent end_wait_for(Runtime& runtime, NativeCoroutine* coroutine, Ref exception, Ref& result) {
  Vm& vm = runtime.vm;
  const Sent sent = end_await(vm, coroutine, exception, result);
  if (sent == Sent::Yielded) return sent;
  Future* waiter = awaited_future(coroutine);
  Future* inner = inner_of(coroutine);
  drop_sleep_timer(runtime, waiter, coroutine->number);
  // The timer keeps the waiter until its time has come: that must not keep what was waited for.
  if (python::Object* waited = std::exchange(waiter->awaited_of, nullptr)) decref(Value(waited));
  if (sent == Sent::Raised && !is_instance(vm, exception, runtime.cancelled_error)) return raise_again(vm, std::move(exception));
  if (inner->done()) {
    const Sent given = give_result(runtime, coroutine, result);
    if (given == Sent::Raised && sent == Sent::Raised) raised_while_handling(vm, exception);
    return given;
  }
  remove_native_callback(inner, &kReleaseWaiter, Value(waiter));
  if (sent == Sent::Raised) replace(coroutine->values[2], exception);
  return cancel_and_wait(runtime, coroutine, sent == Sent::Raised ? kCancelledFromOutside : kCancelledByTimeout, result);
}

Sent wait_for_step(Vm& vm, NativeCoroutine* coroutine, Ref exception, Ref& result) {
  Runtime& runtime = runtime_of(vm);
  if (coroutine->stage == kBegin) return begin_wait_for(runtime, coroutine, result);
  if (coroutine->stage == kWaiting) return end_wait_for(runtime, coroutine, std::move(exception), result);
  const Sent sent = end_await(vm, coroutine, exception, result);
  if (sent == Sent::Yielded) return sent;
  remove_native_callback(inner_of(coroutine), &kReleaseWaiter, coroutine->awaiting);
  if (sent == Sent::Raised) {
    vm.restore_error(std::move(exception));
    if (coroutine->stage == kCancelledFromOutside) raised_while_handling(vm, coroutine->values[2]);
    return Sent::Raised;
  }
  if (coroutine->stage == kCancelledFromOutside) return raise_again(vm, coroutine->values[2]);
  return give_result_or_timeout(runtime, coroutine, result);
}

constexpr CoroutineBody kWaitFor{"wait_for", "wait_for", {"asyncio/tasks.py", 436, 476}, wait_for_step};
constexpr const char* kWaitForParameters[] = {"fut", "timeout"};

// --- shield ---

bool inner_done(Runtime& runtime, Value owner, Future* inner) {
  auto* outer = cast<Future>(owner);
  if (outer->state == FutureState::Cancelled) {
    inner->log_traceback = false;
    return true;
  }
  if (inner->state == FutureState::Cancelled) {
    cancel_future(runtime, outer, kNone);
    return true;
  }
  inner->log_traceback = false;
  return inner->exception.is_empty() ? set_result(runtime, outer, inner->result) : set_exception(runtime, outer, inner->exception);
}
constexpr CallbackBody kInnerDone{"shield.<locals>._inner_done_callback() at /usr/lib/python3.11/asyncio/tasks.py:891", inner_done};

bool outer_done(Runtime&, Value owner, Future* outer) {
  auto* inner = cast<Future>(owner);
  if (!inner->done()) remove_native_callback(inner, &kInnerDone, Value(outer));
  return true;
}
constexpr CallbackBody kOuterDone{"shield.<locals>._outer_done_callback() at /usr/lib/python3.11/asyncio/tasks.py:908", outer_done};
constexpr const char* kShieldParameters[] = {"arg"};

constexpr const char* kEnsurePositional[] = {"coro_or_future"};
constexpr const char* kEnsureKeywords[] = {"loop"};

}  // namespace

Ref asyncio_wait(Arguments& args) {
  Value values[3];
  if (!bind_as_python(args, {"wait", kWaitPositional, 1, kWaitKeywords}, values)) return {};
  NativeCoroutine* coroutine = make_native_coroutine(args.vm, &kWait);
  coroutine->values[0] = Ref(values[0]).release();
  coroutine->values[1] = Ref(values[1].is_empty() ? kNone : values[1]).release();
  coroutine->values[2] = Ref(values[2].is_empty() ? Value(intern(args.vm, "ALL_COMPLETED")) : values[2]).release();
  return Ref::steal(Value(coroutine));
}

Ref asyncio_wait_for(Arguments& args) {
  Value values[2];
  if (!bind_as_python(args, {"wait_for", kWaitForParameters, 2}, values)) return {};
  // Without a timeout it is the await itself, in the same task: the awaited coroutine's frames run on this one's.
  if (values[1].is_none()) return enter_prelude(args.vm, "asyncio.tasks", "wait_for", {values, 1});
  NativeCoroutine* coroutine = make_native_coroutine(args.vm, &kWaitFor);
  coroutine->values[0] = Ref(values[0]).release();
  coroutine->values[1] = Ref(values[1]).release();
  return Ref::steal(Value(coroutine));
}

Ref asyncio_shield(Arguments& args) {
  Value given;
  if (!bind_as_python(args, {"shield", kShieldParameters, 1}, &given)) return {};
  Runtime& runtime = runtime_of(args.vm);
  Ref inner = ensure_future(runtime, given);
  if (!inner || cast<Future>(inner)->done()) return inner;
  Ref outer = make_future(runtime, cast<Future>(inner)->loop);
  cast<Future>(outer)->label = runtime.labels.shield;
  cast<Future>(outer)->awaited_of = Ref(inner).release().object();
  add_native_callback(runtime, cast<Future>(inner), &kInnerDone, outer);
  add_native_callback(runtime, cast<Future>(outer), &kOuterDone, inner);
  return outer;
}

Ref ensure_future(Runtime& runtime, Value value, Loop* loop) {
  Vm& vm = runtime.vm;
  if (Future* future = as_future(runtime, value)) {
    if (loop != nullptr && future->loop != loop)
      return vm.raise(vm.types.ValueError, "The future belongs to a different loop than the one specified as the loop argument");
    return value;
  }
  Ref coroutine = value;
  const bool wrapped = !is_coroutine(runtime, value);
  if (wrapped) {
    if (type_lookup(vm, type_of(vm, value), vm.names.dunder_await).is_empty())
      return vm.raise(vm.types.TypeError, "An asyncio.Future, a coroutine or an awaitable is required");
    const Ref module = vm.import_module(intern(vm, "asyncio.tasks"));
    const Value args[] = {value};
    coroutine = module ? call_method(vm, module, intern(vm, "_wrap_awaitable"), args) : Ref();
    if (!coroutine) return {};
  }
  if (loop == nullptr) loop = event_loop(runtime);
  if (loop == nullptr) return {};
  const Value only[] = {coroutine};
  Ref task = loop->type->is_user ? call_method(vm, Value(loop), intern(vm, "create_task"), only)  // it may have one of its own
             : check_open(vm, loop) ? create_task(runtime, loop, coroutine, Value(), nullptr) : Ref();
  if (task) {
    if (as_future(runtime, task) != nullptr) return task;
    return vm.raise(vm.types.TypeError, "the task factory gave {}, which is no task", type_name(vm, task));
  }
  if (!wrapped && vm.error_is(vm.types.RuntimeError) && coroutine.get().is_kind(Kind::Generator)) {
    const Ref error = vm.take_error();
    if (!close_generator(vm, cast<Generator>(coroutine))) return {};
    vm.restore_error(error);
  }
  return {};
}

Ref asyncio_ensure_future(Arguments& args) {
  Vm& vm = args.vm;
  Value values[2];
  if (!bind_as_python(args, {"ensure_future", kEnsurePositional, 1, kEnsureKeywords}, values)) return {};
  Loop* loop = values[1].is_empty() || values[1].is_none() ? nullptr : as_loop(runtime_of(vm), values[1]);
  if (loop == nullptr && !values[1].is_empty() && !values[1].is_none()) return vm.raise(vm.types.TypeError, "loop must be an event loop");
  return ensure_future(runtime_of(vm), values[0], loop);
}

}  // namespace waiter::asyncio
