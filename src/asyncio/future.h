#pragma once
// Future: a result that is not there yet, and who wants to know. CPython 3.11's semantics (Lib/asyncio/futures.py):
// callbacks are never called at once but go through the loop's ready queue, in the order in which they were added.

#include <vector>

#include "asyncio/runtime.h"

namespace waiter::asyncio {

struct Future;

enum class FutureState : std::uint8_t { Pending, Cancelled, Finished };

/// What C++ does when a future is done, as a callback of its own in the ready queue.
struct CallbackBody {
  const char* shown;  ///< what CPython shows in its place in a repr
  /// `owner` is whoever added it. False: an exception is set.
  bool (*run)(Runtime& runtime, python::Value owner, Future* done);
};

struct Callback {
  enum class Kind : std::uint8_t { Function, Wakeup, Native } kind = Kind::Function;
  python::Value subject;               ///< owned: the function, the task, or the native's owner
  python::Context* context = nullptr;  ///< owned; Function only
  const CallbackBody* native = nullptr;  ///< Native only
};

/// What a future is, for the trace and for the report of a deadlock.
enum class FutureRole : std::uint8_t {
  Plain,
  Timed,    ///< a timer of its own will finish it
  Untimed,  ///< ... which was taken back
};

struct Future : python::Extension {
  FutureState state;
  FutureRole role;
  bool blocking;        ///< it was just yielded by an `await`
  bool log_traceback;   ///< its exception was not looked at yet
  bool log_destroy;     ///< Task: it complains when it goes and is still pending
  bool is_task;
  bool by_timer;        ///< finished by a timer: who wakes is a sleeper
  bool rung;            ///< Timed: its timer fell due
  bool has_first;       ///< `first` is a callback
  python::Value result;         ///< owned; empty: none
  python::Value exception;      ///< owned; empty: none. Cancelled: the very exception that ended the task
  python::Value traceback;      ///< owned: the exception's when it was set, with which every result() raises it
  python::Value cancel_message; ///< owned; kNone: none
  Loop* loop;                   ///< owned
  trace::NameId label;          ///< what awaiting it is called on the trace ("sleep 1.5"); 0: derived
  trace::LaneId setter;         ///< the lane whose step finished it
  python::Object* awaited_of;   ///< owned: what waiting for it is really about (a lock, a queue, another future); may be null
  trace::SourcePosition made_at;  ///< debug mode: the learner's line; line 0: not noted
  python::Value made_stack;     ///< owned: debug mode: the learner's frames that led there, as a traceback shows them; empty: not noted
  Callback first;               ///< most have one
  std::vector<Callback>* more;  ///< owned; may be null

  [[nodiscard]] bool done() const { return state != FutureState::Pending; }
  [[nodiscard]] bool has_callbacks() const { return has_first || (more != nullptr && !more->empty()); }
};

[[nodiscard]] inline Future* as_future(Runtime& runtime, python::Value value) {
  return value.is_kind(python::Kind::Extension) && python::is_subtype(value.object()->type, runtime.future_type)
             ? static_cast<Future*>(value.object()) : nullptr;
}

python::Ref make_future(Runtime& runtime, Loop* loop);
/// Debug mode: where it is made.
void note_making(Runtime& runtime, Future* future);
/// What __init__ does.
void init_future(Runtime& runtime, Future* future, Loop* loop);
/// False: InvalidStateError set.
bool set_result(Runtime& runtime, Future* future, python::Value result);
/// The same for C++ that knows it is pending.
void finish_with(Runtime& runtime, Future* future, python::Value result);
bool set_exception(Runtime& runtime, Future* future, python::Value exception);
/// Future.cancel: true if it was pending.
bool cancel_future(Runtime& runtime, Future* future, python::Value message);
/// cancel() of a future or a task or a subclass of them, through its method. -1: exception.
int cancel_any(Runtime& runtime, Future* future, python::Value message);
/// result(): empty with an exception set (CancelledError, its own, InvalidStateError).
python::Ref result_of(Runtime& runtime, Future* future);
/// exception(): None, or the exception; empty with an exception set (CancelledError, InvalidStateError).
python::Ref exception_of(Runtime& runtime, Future* future);
python::Ref make_cancelled_error(Runtime& runtime, Future* future);
/// Takes over the callback's references. Done already: it goes to the ready queue at once.
void add_callback(Runtime& runtime, Future* future, Callback callback);
void add_done_callback(Runtime& runtime, Future* future, python::Value function, python::Context* context = nullptr);
void add_native_callback(Runtime& runtime, Future* future, const CallbackBody* native, python::Value owner);
/// How many went.
int remove_native_callback(Future* future, const CallbackBody* native, python::Value owner);
/// -1: an __eq__ raised.
int remove_done_callback(Runtime& runtime, Future* future, python::Value function);

/// One resumption of `await future`.
python::Sent await_future(python::Vm& vm, Future* future, python::Ref& result);

/// What Future and Task share: lifetime.
void construct_future(python::Extension* extension);
void destruct_future(python::Extension* extension);
void release_future(python::Vm& vm, python::Extension* extension);
void traverse_future(python::Extension* extension, void (*visit)(void*, python::Value), void* context);
void finalise_future(python::Vm& vm, python::Extension* extension);
python::Sent await_step_of_future(python::Vm& vm, python::Extension* extension, python::Ref& result);

void make_future_types(Runtime& runtime);

}  // namespace waiter::asyncio
