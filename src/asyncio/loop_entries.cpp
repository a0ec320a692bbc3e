// What stands in the loop's queues, shown as CPython's handles: for messages, and for programs that look at loop._ready and
// loop._scheduled. Most entries here are no handles: a step, a wake-up and a sleep's timer do without.

#include "asyncio/loop.h"
#include "asyncio/representation.h"

namespace waiter::asyncio {

using namespace python;

namespace {

constexpr const char* kTasks = "/usr/lib/python3.11/asyncio/tasks.py";
constexpr const char* kFutures = "/usr/lib/python3.11/asyncio/futures.py";

/// The timer of a sleep(), or of a wait() or wait_for() with a timeout.
std::string timed_text(Runtime& runtime, const Future* future) {
  const std::string waiter = short_repr(runtime.vm, Value(const_cast<Future*>(future)));
  const trace::NameId label = future->label;
  if (label != 0 && (label == runtime.labels.wait || label == runtime.labels.wait_for))
    return fmt::format("_release_waiter({}) at {}:431", waiter, kTasks);
  const std::string result = future->result.is_empty() ? "None" : short_repr(runtime.vm, future->result);
  return fmt::format("_set_result_unless_cancelled({}, {}) at {}:311", waiter, result, kFutures);
}

/// A handle that only shows `text`.
Ref shown_handle(Runtime& runtime, Loop* loop, const std::string& text) {
  Ref handle = make_bare_handle(runtime, loop, kNone, runtime.vm.empty_tuple);
  replace(cast<Handle>(handle)->shown, make_str(runtime.vm, "<Handle " + text + ">"));
  return handle;
}

Ref shown_timer(Runtime& runtime, Loop* loop, const Future* future, trace::Time deadline, bool is_cancelled) {
  Vm& vm = runtime.vm;
  Ref handle = make_bare_timer_handle(runtime, loop, kNone, vm.empty_tuple, deadline);
  auto* timer = cast<Handle>(handle);
  const Ref when = make_float(vm, timer->when);
  const std::string at = repr_of(vm, when).value_or("?");
  const std::string text = is_cancelled ? fmt::format("<TimerHandle cancelled when={}>", at)
                                        : fmt::format("<TimerHandle when={} {}>", at, timed_text(runtime, future));
  timer->cancelled = is_cancelled;
  replace(timer->shown, make_str(vm, text));
  return handle;
}

}  // namespace

std::string entry_text(Runtime& runtime, const Ready& entry) {
  const Value args[] = {entry.argument};
  switch (entry.kind) {
    case Ready::Kind::Handle: {
      // It may have cancelled itself while it ran: then CPython has forgotten what it called.
      const auto* handle = cast<Handle>(entry.subject);
      return handle->function.is_empty() ? "None()" : callback_text(runtime, handle->function, cast<Tuple>(handle->args));
    }
    case Ready::Kind::Callback: return callback_text(runtime, entry.subject, cast<Tuple>(tuple_of(runtime.vm, args)));
    case Ready::Kind::Step: return fmt::format("<TaskStepMethWrapper object at 0x{:x}>()", Heap::address_of(entry.subject.object()));
    case Ready::Kind::Wakeup: return fmt::format("Task.task_wakeup({})", short_repr(runtime.vm, entry.argument));
    case Ready::Kind::Native: {
      std::string text = entry.native->shown;
      if (const std::size_t at = text.find("() at "); at != std::string::npos) text.insert(at + 1, short_repr(runtime.vm, entry.argument));
      return text;
    }
    case Ready::Kind::SleepOver: return timed_text(runtime, cast<Future>(entry.subject));
  }
  return {};
}

Ref entry_handle(Runtime& runtime, Loop* loop, const Ready& entry) {
  switch (entry.kind) {
    case Ready::Kind::Handle: return entry.subject;
    case Ready::Kind::Callback: {
      const Value args[] = {entry.argument};
      return make_bare_handle(runtime, loop, entry.subject, tuple_of(runtime.vm, args));
    }
    case Ready::Kind::SleepOver: {
      const auto* future = cast<Future>(entry.subject);
      return shown_timer(runtime, loop, future, runtime.host.now(), future->role == FutureRole::Untimed);
    }
    default: return shown_handle(runtime, loop, entry_text(runtime, entry));
  }
}

Ref ready_handles(Runtime& runtime, Loop* loop) {
  Ref handles = make_list(runtime.vm);
  for (std::size_t i = 0; i < loop->ready.size(); ++i)
    list_append(runtime.vm, cast<List>(handles), entry_handle(runtime, loop, loop->ready[i]));
  return handles;
}

Ref scheduled_handles(Runtime& runtime, Loop* loop) {
  Ref handles = make_list(runtime.vm);
  for (std::size_t i = 0; i < loop->timers.size(); ++i) {
    const Timer timer = loop->timers[i];
    const Ref held = timer.subject;
    const Ref handle = is_handle(timer.subject) ? held
                                                : shown_timer(runtime, loop, cast<Future>(held), timer.deadline,
                                                              cast<Future>(held)->role != FutureRole::Timed);
    list_append(runtime.vm, cast<List>(handles), handle);
  }
  return handles;
}

}  // namespace waiter::asyncio
