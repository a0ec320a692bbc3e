#pragma once
// The stacks of a program: its main one, and one for each thread. All share one interpreter and its one lock, so that one of them
// runs at a time; the lock is handed on when a stack waits or ends, and after 5 ms of work when another is ready
// (CPython's sys.getswitchinterval()). It knows no Python class: threads as programs see them are prelude/threading.py.
//
// Invariants
// 1. Exactly one stack is present: its frames are what `vm.frame` leads to. Of all others the state stands here.
// 2. Which stack goes on depends on virtual time and on the order of waking alone, never on where a run's slices are cut.
// 3. A stack that works apart (another process: concurrent.futures' ProcessPoolExecutor) takes its own time and not the clock's: it runs for
//    a millisecond of its work at most, and then waits until the clock has come as far. Others run meanwhile.
// 4. A stack that waits inside a call from C++ (a sort's key, list() of a generator) is pinned: its C++ frames lie below those of
//    whoever runs meanwhile, and it goes on when they are gone.

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "python/object.h"
#include "trace/event.h"
#include "trace/time.h"

namespace waiter::python {

class Vm;
struct Context;

struct ThreadStack {
  enum class State : std::uint8_t { Ready, Running, Waiting };

  std::uint64_t number = 1;        ///< threading.get_ident(); 1 is the main one
  State state = State::Ready;
  bool pinned = false;
  bool woken = false;              ///< by somebody, and not by its deadline
  trace::Time deadline = trace::kNever;
  std::uint64_t order = 0;         ///< of beginning to wait
  std::string waits_for;           ///< "a lock", for the report of a deadlock
  Value owner;                     ///< the Thread object; owned, may be empty
  Value own_context;               ///< of context variables; owned, made when it is first asked for, the main stack's is the VM's
  const std::uint64_t* held_by = nullptr;  ///< while it waits for a lock: the number of the stack that holds it
  void* running_loop = nullptr;    ///< asyncio's: the loop that runs on this stack

  // Whoever draws it (ThreadsWatcher) keeps this here.
  trace::LaneId lane = trace::kLoopLane;
  trace::LaneId held_up = trace::kNoLane;
  trace::Time entered_at = 0, held_up_at = 0;
  std::uint64_t steps = 0;

  // Working apart.
  bool apart = false;
  bool keeps_pace = false;         ///< it waits for the clock, or its turn, and for nothing else
  trace::Time own_time = 0;        ///< how far its work has come
  std::int64_t other_carried_ns = 0;  ///< of its work apart while it is not, and the other way round

  // What the VM holds while the stack is present.
  Frame* frame = nullptr;
  HandledException handled_at_bottom;
  HandledException* handled = nullptr;
  Context* context = nullptr;
  int native_depth = 0;
  std::int64_t carried_ns = 0;     ///< work that did not reach the clock yet
};

/// What upper floors are told of: who draws the threads, and what they keep for each stack.
class ThreadsWatcher {
 public:
  virtual ~ThreadsWatcher() = default;
  /// Made by the present stack, and ready.
  virtual void begins(ThreadStack& stack) = 0;
  /// It waited. `waker` null: its deadline has come.
  virtual void becomes_ready(ThreadStack& stack, ThreadStack* waker) = 0;
  /// The present stack will not run on for now: it waits, or is ready and has used its time.
  virtual void leaves(ThreadStack& stack) = 0;
  virtual void enters(ThreadStack& stack) = 0;
  virtual void ends(ThreadStack& stack) = 0;
  /// What a stack waits for, for the report of a deadlock; empty: `waits_for` says it.
  virtual std::string waits_for(const ThreadStack& stack) = 0;
};

class Threads {
 public:
  explicit Threads(Vm& vm);
  ~Threads();
  Threads(const Threads&) = delete;
  Threads& operator=(const Threads&) = delete;

  [[nodiscard]] ThreadStack* present() const { return present_; }
  [[nodiscard]] ThreadStack* main_stack() const { return stacks_.front().get(); }
  /// There are stacks beside the present one.
  [[nodiscard]] bool others() const { return stacks_.size() > 1; }
  [[nodiscard]] std::size_t count() const { return stacks_.size(); }
  [[nodiscard]] const std::vector<std::unique_ptr<ThreadStack>>& stacks() const { return stacks_; }

  /// A stack that begins with this frame, ready to run after those that are ready now.
  ThreadStack* start(Frame* frame, Value owner);
  /// The present stack waits from now on. The native frame that calls it returns NativeStep::Wait and is resumed Woken.
  void park(trace::Time deadline, std::string what);
  /// For whoever has no frame to come back to (native_depth > 0): the others run until the present stack is ready again.
  /// False: they never come to that; the run was stopped.
  bool wait_here(trace::Time deadline, std::string what);
  void wake(ThreadStack* stack);

  /// Another stack becomes the present one, after it waits (park), ended or has used its time. False: nobody can go on; the
  /// run was stopped.
  bool go_on();
  /// The present stack has ended. REQUIRES: it is not the main one.
  void end_present();
  /// The present stack has used its time: it goes behind those that are ready.
  void hand_over();
  /// The present stack works apart from now on, or no longer.
  void set_apart(bool apart);
  /// The time as the present stack has it: the clock's, or as far as its own work has come, in whole milliseconds.
  [[nodiscard]] trace::Time now();
  /// The present stack's own work, in whole milliseconds, is counted. True: the clock has not come as far. REQUIRES: it works apart.
  bool is_ahead();
  /// The present stack waits until the clock has come as far as its own work, and others run.
  bool keep_pace();
  /// Is anybody ready, or due by now?
  [[nodiscard]] bool somebody_is_ready();

  ThreadsWatcher* watcher = nullptr;
  /// Called at each change, for what upper floors keep per stack.
  std::function<void(ThreadStack& from, ThreadStack& to)> on_switch;

  /// Stacks that wait inside calls from C++, one in another: each takes room on C++'s stack.
  static constexpr std::size_t kPinnedMax = 40;
  /// At 20 ns an instruction.
  static constexpr std::int64_t kInstructionsInUs = 50;
  /// sys.setswitchinterval(), in whole microseconds as CPython keeps it; 5 ms unless the program says so.
  std::int64_t switch_interval_us = 5000;
  [[nodiscard]] std::int64_t quantum_instructions() const {
    const std::int64_t us = apart_ > 0 && switch_interval_us > 1000 ? 1000 : switch_interval_us;  // whoever works apart is not kept waiting
    return kInstructionsInUs * (us < 1 ? 1 : us);
  }

 private:
  void leave(ThreadStack* stack);
  void enter(ThreadStack* stack);
  ThreadStack* choose();
  void ready_those_due();
  void report_deadlock();
  [[nodiscard]] std::string name_of(const ThreadStack& stack);
  [[nodiscard]] const ThreadStack* holder_of(const ThreadStack& stack) const;

  Vm& vm_;
  std::vector<std::unique_ptr<ThreadStack>> stacks_;  ///< in order of creation, the main one first
  std::deque<ThreadStack*> ready_;
  std::vector<ThreadStack*> pinned_;  ///< innermost last
  ThreadStack* present_ = nullptr;
  std::size_t apart_ = 0;  ///< how many work apart
  std::uint64_t orders_ = 0;
  std::uint64_t numbers_ = 1;
};

}  // namespace waiter::python
