#pragma once
// Threads on the trace: each has a lane, on which waiting for the interpreter's lock is seen as being ready; the main thread and
// the tasks of a loop hold their lane meanwhile. And what a thread waits for whose event loop waits.
//
// Invariant: a thread's lane is running exactly while its stack is the present one. One that works apart, as another process, runs on
// while others do.

#include "asyncio/runtime.h"
#include "python/threads.h"

namespace waiter::asyncio {

class ThreadLanes : public python::ThreadsWatcher {
 public:
  explicit ThreadLanes(Runtime& runtime) : runtime_(runtime) {}

  void begins(python::ThreadStack& stack) override;
  void becomes_ready(python::ThreadStack& stack, python::ThreadStack* waker) override;
  void leaves(python::ThreadStack& stack) override;
  void enters(python::ThreadStack& stack) override;
  void ends(python::ThreadStack& stack) override;
  std::string waits_for(const python::ThreadStack& stack) override;

 private:
  /// Of the task that runs on this stack, or its own.
  [[nodiscard]] trace::LaneId lane_of(const python::ThreadStack& stack) const;
  void settle();

  Runtime& runtime_;
};

}  // namespace waiter::asyncio
