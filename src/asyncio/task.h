#pragma once
// Task: a coroutine that the loop steps. A step is a handle like any other; between steps the task is ready or waits for
// one future (CPython 3.11, Lib/asyncio/tasks.py).

#include "asyncio/future.h"

namespace waiter::asyncio {

struct Task : Future {
  python::Value coroutine;  ///< owned; kNone once it went
  python::Value name;       ///< owned; empty: "Task-" and `name_number`
  std::uint64_t name_number;
  python::Context* context; ///< owned
  Future* waiter;           ///< owned: what it awaits; null if nothing
  bool must_cancel;
  bool linked;              ///< in its loop's list of tasks
  std::uint32_t cancels_requested;
  trace::LaneId lane;       ///< kNoLane: not drawn (the loop's own housekeeping)
  std::uint64_t steps;
  trace::SourcePosition where;  ///< the learner's line at which it is parked
  std::uint64_t number;     ///< order of creation
  Task *previous, *next;    ///< the loop's list; borrowed
};

[[nodiscard]] inline Task* as_task(Runtime& runtime, python::Value value) {
  Future* future = as_future(runtime, value);
  return future != nullptr && future->is_task ? static_cast<Task*>(future) : nullptr;
}

/// A new task whose first step is in the ready queue. `name` empty: numbered. `context` null: a copy of the present one.
python::Ref make_task(Runtime& runtime, Loop* loop, python::Value coroutine, python::Value name = {}, python::Context* context = nullptr);
/// What __init__ does, for a task of a subclass. False: exception set.
bool init_task(Runtime& runtime, Task* task, Loop* loop, python::Value coroutine, python::Value name, python::Context* context);
/// set_name(); false: str() raised.
bool rename_task(Runtime& runtime, Task* task, python::Value name);
[[nodiscard]] std::string task_name(Runtime& runtime, const Task* task);
/// Task.cancel: 1 asked, 0 it is done, -1 exception.
int cancel_task(Runtime& runtime, Task* task, python::Value message);
/// asyncio.iscoroutine.
[[nodiscard]] bool is_coroutine(Runtime& runtime, python::Value value);

/// One step: makes the coroutine's frame the running one, to receive None or (not empty) to raise `exception`.
/// False: the step is over already, and has been dealt with or has left an exception (see step_over_at_once).
enum class Step : std::uint8_t { Entered, Over, Failed };
Step begin_step(Runtime& runtime, Task* task, python::Ref exception);
/// What the coroutine did. False: the exception that is set must leave the loop (SystemExit, KeyboardInterrupt).
bool step_yielded(Runtime& runtime, Task* task, python::Ref yielded);
bool step_returned(Runtime& runtime, Task* task, python::Ref value);
bool step_raised(Runtime& runtime, Task* task);
/// Where a suspended coroutine stands in the learner's own code.
[[nodiscard]] trace::SourcePosition parked_at(python::Value coroutine);

void make_task_type(Runtime& runtime);         ///< with its methods
void make_task_type_itself(Runtime& runtime);

}  // namespace waiter::asyncio
