#pragma once
// Task: a coroutine that the loop steps. A step is a handle like any other; between steps the task is ready or waits for
// one future (CPython 3.11, Lib/asyncio/tasks.py).

#include "asyncio/future.h"

namespace waiter::asyncio {

struct Task : Future {
  python::Value coroutine;  ///< owned; kNone once done
  python::Value name;       ///< owned
  Future* waiter;           ///< owned: what it awaits; null if nothing
  bool must_cancel;
  std::uint32_t cancels_requested;
  trace::LaneId lane;       ///< kNoLane: not drawn (the loop's own housekeeping)
  std::uint64_t steps;
  trace::SourcePosition where;  ///< the learner's line at which it is parked
  trace::ReadyReason ready_reason;
  std::uint64_t number;     ///< order of creation
};

[[nodiscard]] inline Task* as_task(Runtime& runtime, python::Value value) {
  Future* future = as_future(runtime, value);
  return future != nullptr && future->is_task ? static_cast<Task*>(future) : nullptr;
}

python::Ref make_task(Runtime& runtime, Loop* loop, python::Value coroutine, python::Value name);
/// Task.cancel.
bool cancel_task(Runtime& runtime, Task* task, python::Value message);

/// One step: makes the coroutine's frame the running one, to receive None or (not empty) to raise `exception`.
/// False: the step is over already (it could not be entered).
bool begin_step(Runtime& runtime, Task* task, python::Ref exception);
/// What the coroutine did. False: the exception that is set must leave the loop (SystemExit, KeyboardInterrupt).
bool step_yielded(Runtime& runtime, Task* task, python::Ref yielded);
bool step_returned(Runtime& runtime, Task* task, python::Ref value);
bool step_raised(Runtime& runtime, Task* task);
/// Where a suspended coroutine stands in the learner's own code.
[[nodiscard]] trace::SourcePosition parked_at(python::Vm& vm, python::Value coroutine);

void make_task_type(Runtime& runtime);

}  // namespace waiter::asyncio
