#pragma once
// What all of asyncio shares in one VM: its types, the running loop, the recorder that every event goes to. Made once by
// install(); found again by runtime_of().

#include <cstdint>
#include <string>

#include "asyncio/host.h"
#include "python/operations.h"
#include "trace/recorder.h"

namespace waiter::asyncio {

struct Loop;
struct Task;

struct Runtime {
  python::Vm& vm;
  Host& host;
  trace::Recorder& recorder;
  python::Type* future_type = nullptr;
  python::Type* task_type = nullptr;
  python::Type* handle_type = nullptr;
  python::Type* timer_handle_type = nullptr;
  python::Type* loop_type = nullptr;
  python::Type* future_iterator_type = nullptr;
  python::Type* cancelled_error = nullptr;
  python::Type* invalid_state_error = nullptr;
  Loop* running = nullptr;       ///< borrowed: the loop whose turn it is
  std::uint64_t tasks_named = 0; ///< task numbers go on across loops
  bool deadlock = false;         ///< the run ended because nobody can ever go on
  bool over = false;             ///< the run ended because the world did (--until)
  Loop* deadlocked = nullptr;    ///< whose tasks they are; borrowed
  std::uint64_t step_began_at = 0;  ///< instructions when the present step began

  /// The lane whose step runs now; the loop's own if none does.
  [[nodiscard]] trace::LaneId lane() const;
  void settle();
};

/// Makes the types and registers the module `asyncio`. `runtime` must outlive the VM's last use.
void install(Runtime& runtime);
[[nodiscard]] Runtime& runtime_of(python::Vm& vm);

}  // namespace waiter::asyncio
