#pragma once
// Future: a result that is not there yet, and who wants to know. CPython 3.11's semantics (Lib/asyncio/futures.py):
// callbacks are never called at once but go through the loop's ready queue.

#include <vector>

#include "asyncio/runtime.h"

namespace waiter::asyncio {

enum class FutureState : std::uint8_t { Pending, Cancelled, Finished };

struct Callback {
  python::Value function;  ///< owned; empty: wakes `task`
  Task* task = nullptr;    ///< owned
};

struct Future : python::Extension {
  FutureState state;
  bool blocking;        ///< it was just yielded by an `await`
  bool log_traceback;   ///< its exception was not looked at yet
  bool is_task;
  python::Value result;         ///< owned; empty: none
  python::Value exception;      ///< owned; empty: none
  python::Value cancel_message; ///< owned; kNone: none
  Loop* loop;                   ///< owned
  trace::NameId label;          ///< what awaiting it is called on the trace ("sleep 1.5"); 0: derived
  trace::LaneId setter;         ///< the lane whose step finished it
  bool by_timer;                ///< finished by a timer: who wakes is a sleeper
  std::vector<Callback> callbacks;

  [[nodiscard]] bool done() const { return state != FutureState::Pending; }
};

[[nodiscard]] inline Future* as_future(Runtime& runtime, python::Value value) {
  return value.is_kind(python::Kind::Extension) && python::is_subtype(value.object()->type, runtime.future_type)
             ? static_cast<Future*>(value.object()) : nullptr;
}

python::Ref make_future(Runtime& runtime, Loop* loop);
/// False: InvalidStateError set.
bool set_result(Runtime& runtime, Future* future, python::Value result);
bool set_exception(Runtime& runtime, Future* future, python::Value exception);
/// Future.cancel: true if it was pending.
bool cancel_future(Runtime& runtime, Future* future, python::Value message);
/// cancel() of a future or a task or a subclass of them, through its method. -1: exception.
int cancel_any(Runtime& runtime, Future* future, python::Value message);
/// result(): empty with an exception set (CancelledError, its own, InvalidStateError).
python::Ref result_of(Runtime& runtime, Future* future);
python::Ref make_cancelled_error(Runtime& runtime, Future* future);
void add_callback(Runtime& runtime, Future* future, Callback callback);
void add_done_callback(Runtime& runtime, Future* future, python::Value function);
[[nodiscard]] std::string future_repr(Runtime& runtime, Future* future);

/// What Future and Task share: lifetime.
void release_future(python::Vm& vm, python::Extension* extension);
void traverse_future(python::Extension* extension, void (*visit)(void*, python::Value), void* context);
void finalise_future(python::Vm& vm, python::Extension* extension);

void make_future_types(Runtime& runtime);

}  // namespace waiter::asyncio
