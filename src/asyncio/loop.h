#pragma once
// The event loop: one ready queue, first in first out; timers by deadline, then in the order they were set; a turn runs
// exactly the handles that were ready when it began (CPython 3.11, Lib/asyncio/base_events.py, _run_once).
//
// Invariants
// 1. Nothing runs inside the call that schedules it.
// 2. A handle is in the ready queue or in the timers at most once; a cancelled one is skipped when its turn comes.

#include <deque>
#include <vector>

#include "asyncio/task.h"

namespace waiter::asyncio {

/// loop.call_soon's and call_later's handle, as programs hold it.
struct Handle : python::Extension {
  python::Value function;  ///< owned
  python::Value args;      ///< owned tuple
  Loop* loop;              ///< borrowed while it is scheduled
  bool cancelled;
  bool is_timer;
  bool scheduled;          ///< in the timers
  trace::Time deadline;
  std::uint64_t order;     ///< of being set
  trace::LaneId lane;      ///< who set it
};

/// One entry of the ready queue.
struct Ready {
  enum class Kind : std::uint8_t { Handle, Step, Wakeup, Callback } kind;
  python::Value subject;   ///< owned: Handle, Task (Step, Wakeup) or function (Callback)
  python::Value argument;  ///< owned: Step: exception or empty; Wakeup, Callback: the future
};

struct Loop : python::Extension {
  bool closed;
  bool stopping;
  bool debug;
  bool quiet;              ///< its own housekeeping: new tasks get no lane
  std::uint64_t turn;
  std::uint64_t orders;
  std::size_t todo;        ///< handles left in this turn
  python::ThreadStack* stack;    ///< whose run_forever it is; null: it does not run. Borrowed
  bool waits;                    ///< `stack` is parked here, and not in a sleep or at a lock of a handle's own
  Task* current;           ///< whose step runs; borrowed
  python::Value exception_handler;  ///< owned; kNone
  Ready running;           ///< the entry that is under way
  std::deque<Ready> ready;
  std::vector<Handle*> timers;      ///< a heap by (deadline, order); owned references
  std::vector<Task*> tasks;         ///< not done, in order of creation; borrowed
};

void schedule(Loop* loop, Ready ready);  ///< takes over the references
python::Ref call_soon(Runtime& runtime, Loop* loop, python::Value function, python::Value args);
python::Ref call_at(Runtime& runtime, Loop* loop, trace::Time deadline, python::Value function, python::Value args);
void cancel_handle(Runtime& runtime, Handle* handle);
/// Enters a native frame that runs turns until stop(): its result is None.
bool enter_run_forever(Runtime& runtime, Loop* loop);
/// Tells the loop's exception handler, which by default writes what CPython logs.
void call_exception_handler(Runtime& runtime, Loop* loop, const std::string& message, python::Value exception, python::Value future);
/// After a deadlock: who waits for what, in a sentence or more, and the main task's line.
[[nodiscard]] std::string deadlock_report(Runtime& runtime);
[[nodiscard]] trace::SourcePosition deadlock_place(Runtime& runtime);
[[nodiscard]] Loop* as_loop(Runtime& runtime, python::Value value);

void make_loop_types(Runtime& runtime);

}  // namespace waiter::asyncio
