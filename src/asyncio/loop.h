#pragma once
// The event loop: one ready queue, first in first out; timers by deadline, then in the order they were set; a turn runs
// exactly the handles that were ready when it began (CPython 3.11, Lib/asyncio/base_events.py, _run_once).
//
// Invariants
// 1. Nothing runs inside the call that schedules it.
// 2. A handle is in the ready queue or in the timers at most once; a cancelled one is skipped when its turn comes.
// 3. While a callback or a step runs, vm.context is that of who scheduled it; between them it is `outer_context`.

#include <deque>
#include <vector>

#include "asyncio/task.h"

namespace waiter::asyncio {

/// loop.call_soon's and call_later's handle, as programs hold it.
struct Handle : python::Extension {
  python::Value function;  ///< owned; empty once cancelled
  python::Value args;      ///< owned tuple
  python::Value shown;     ///< owned: debug mode: its repr when it was cancelled
  python::Context* context;  ///< owned
  Loop* loop;              ///< owned
  bool cancelled;
  bool is_timer;
  bool scheduled;          ///< in the timers
  trace::Time deadline;
  double when;             ///< as it was given
  trace::LaneId lane;      ///< who set it
  trace::SourcePosition made_at;  ///< debug mode
  python::Value made_stack;       ///< owned: debug mode
};

/// One entry of the ready queue.
struct Ready {
  enum class Kind : std::uint8_t { Handle, Step, Wakeup, Callback, Native, SleepOver } kind;
  python::Value subject;   ///< owned: Handle; Task (Step, Wakeup); function (Callback); owner (Native); the future (SleepOver)
  python::Value argument;  ///< owned: Step: exception or empty; Wakeup, Callback, Native: the future
  python::Context* context = nullptr;       ///< owned; Callback
  const CallbackBody* native = nullptr;     ///< Native
};

/// One entry of the timers: a Handle, or the future of a sleep.
struct Timer {
  trace::Time deadline;
  std::uint64_t order;  ///< of being set
  python::Value subject;  ///< owned
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
  std::size_t timers_cancelled;  ///< of those in the heap
  Task* current;           ///< whose step runs; borrowed
  python::Value exception_handler;  ///< owned; kNone
  python::Value task_factory;       ///< owned; kNone
  std::int64_t origin_depth_before; ///< debug mode, while it runs: of cr_origin; -1: it does not keep them
  double slow_callback_s;  ///< debug mode: from which length on a step is complained about
  trace::Time entry_began_at;       ///< debug mode: when what runs now began
  python::Context* outer_context;   ///< borrowed: of who called run_forever
  Ready running;           ///< the entry that is under way
  python::Value thrown;    ///< owned; with which exception the step that is under way was begun: it lives as long (task_step_impl)
  std::deque<Ready> ready;
  std::vector<Handle*> arrived;     ///< events of the network, for the next turn; owned references
  std::vector<Timer> timers;        ///< a heap by (deadline, order)
  Task *first_task, *last_task;     ///< not done, in order of creation; borrowed
};

inline void schedule(Loop* loop, const Ready& ready) { loop->ready.push_back(ready); }  ///< takes over the references
/// `context` null: a copy of the present one.
python::Ref call_soon(Runtime& runtime, Loop* loop, python::Value function, python::Value args, python::Context* context = nullptr);
python::Ref call_at(Runtime& runtime, Loop* loop, trace::Time deadline, double when, python::Value function, python::Value args,
                    python::Context* context = nullptr);
/// A Handle that is not scheduled: to be shown.
python::Ref make_bare_handle(Runtime& runtime, Loop* loop, python::Value function, python::Value args);
python::Ref make_bare_timer_handle(Runtime& runtime, Loop* loop, python::Value function, python::Value args, trace::Time deadline);
void cancel_handle(Runtime& runtime, Handle* handle);
/// An event of the network: the handle is ready at the beginning of the next turn, before what is due then.
python::Ref arrive(Runtime& runtime, Loop* loop, python::Value function, python::Context* context);
/// The timer of asyncio.sleep() and its like: finishes the future with the result that it holds already (None if it holds none).
void set_sleep_timer(Runtime& runtime, Loop* loop, trace::Time deadline, Future* future);
/// Takes it back, if it has not rung.
void drop_sleep_timer(Runtime& runtime, Future* future, trace::Time deadline);
/// Seconds as the loop's clock counts them: whole nanoseconds, half to even.
[[nodiscard]] trace::Time nanoseconds(double seconds);
/// Now and so many seconds, not beyond the end of time.
[[nodiscard]] trace::Time deadline_in(Runtime& runtime, double seconds);
/// Debug mode: who makes a coroutine is noted (BaseEventLoop._set_coroutine_origin_tracking).
void keep_origins(Loop* loop, bool keep);
/// Enters a native frame that runs turns until stop(): its result is None.
bool enter_run_forever(Runtime& runtime, Loop* loop);

/// loop.create_task(): through the task factory if there is one. `name` may be empty.
python::Ref create_task(Runtime& runtime, Loop* loop, python::Value coroutine, python::Value name, python::Context* context);

/// The running loop, or RuntimeError "no running event loop" (null).
[[nodiscard]] Loop* running_loop(Runtime& runtime);
/// The running loop, or the policy's (get_event_loop()); null: exception set.
[[nodiscard]] Loop* event_loop(Runtime& runtime);
/// False: RuntimeError "Event loop is closed".
bool check_open(python::Vm& vm, const Loop* loop);
/// A `context=` argument: None or a Context. False: TypeError.
bool context_argument(python::Vm& vm, python::Value value, python::Context*& context);
[[nodiscard]] Loop* as_loop(Runtime& runtime, python::Value value);

// --- its queues as CPython's handles (loop_entries.cpp) ---
/// "Task.task_wakeup(<Future finished result=1>)"
[[nodiscard]] std::string entry_text(Runtime& runtime, const Ready& entry);
[[nodiscard]] python::Ref entry_handle(Runtime& runtime, Loop* loop, const Ready& entry);
/// Lists of what waits for its turn and for its time, as they are now: nothing is scheduled by changing them.
[[nodiscard]] python::Ref ready_handles(Runtime& runtime, Loop* loop);
[[nodiscard]] python::Ref scheduled_handles(Runtime& runtime, Loop* loop);

// --- what CPython logs (errors.cpp) ---
/// loop.call_exception_handler(context). False: SystemExit or KeyboardInterrupt is set.
bool call_exception_handler(Runtime& runtime, Loop* loop, python::Dict* context);
bool default_exception_handler(Runtime& runtime, Loop* loop, python::Dict* context);
/// Debug mode: the learner's frames that run, as a traceback shows them; a str.
[[nodiscard]] python::Ref stack_text(python::Vm& vm);
void report_unseen_exception(Runtime& runtime, Future* future);
void report_destroyed_task(Runtime& runtime, Task* task);
/// "Exception in callback ...", with the exception that is set. False: it must leave the loop.
bool report_failed_callback(Runtime& runtime, Loop* loop, const Ready& entry);
/// Debug mode: "Close <_UnixSelectorEventLoop ...>".
void log_close(Runtime& runtime, Loop* loop);
/// Debug mode: "Executing ... took 0.150 seconds", if it did.
void report_slow_entry(Runtime& runtime, Loop* loop, const Ready& entry);

// --- a wait that can never end (deadlock.cpp) ---
/// Who waits for what, in a sentence or more, and the main task's line.
[[nodiscard]] std::string deadlock_report(Runtime& runtime);
/// Which task of this loop waits for what.
[[nodiscard]] std::string tasks_report(Runtime& runtime, const Loop* loop);
[[nodiscard]] trace::SourcePosition deadlock_place(Runtime& runtime);

/// A Handle or TimerHandle (else, among timers: the future of a sleep).
[[nodiscard]] bool is_handle(python::Value subject);

void make_loop_types(Runtime& runtime);
void install_loop_methods(Runtime& runtime);

}  // namespace waiter::asyncio
