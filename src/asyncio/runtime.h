#pragma once
// What all of asyncio shares in one VM: its types, the running loop, the recorder that every event goes to. Made once by
// install(); found again by runtime_of().

#include <array>
#include <cstdint>
#include <memory>
#include <string>

#include "asyncio/host.h"
#include "python/context.h"
#include "python/native_coroutine.h"
#include "trace/recorder.h"

namespace waiter::asyncio {

struct Loop;
struct Task;
class ThreadLanes;

/// What the trace calls the things that tasks wait for; interned once.
struct Labels {
  trace::NameId lock = 0, event = 0, condition = 0, semaphore = 0, queue_get = 0, queue_put = 0, queue_join = 0, wait = 0, wait_for = 0,
                shield = 0, future = 0;
};

/// What the trace calls the sleeps of late, by their delay: most programs sleep a few different times, and writing a float out costs as
/// much as all else that tracing its sleep does. Only numbers that are no objects: equal bits, equal text.
struct SleepLabels {
  struct Entry {
    python::Value delay;
    trace::NameId label = 0;
  };
  std::array<Entry, 16> entries{};
  [[nodiscard]] Entry& place_of(python::Value delay) { return entries[(delay.bits() * 0x9e3779b97f4a7c15) >> 60]; }
};

/// An async generator that was begun in a loop. Both borrowed; the loop null once it went.
struct OpenAsyncgen {
  python::Generator* generator;
  Loop* loop;
  bool taken = false;  ///< by shutdown_asyncgens()
};

struct Runtime {
  Runtime(python::Vm& given_vm, Host& given_host, trace::Recorder& given_recorder);
  ~Runtime();
  Runtime(const Runtime&) = delete;
  Runtime& operator=(const Runtime&) = delete;

  python::Vm& vm;
  Host& host;
  trace::Recorder& recorder;
  python::Type* future_type = nullptr;
  python::Type* task_type = nullptr;
  python::Type* gathering_type = nullptr;
  python::Type* handle_type = nullptr;
  python::Type* timer_handle_type = nullptr;
  python::Type* abstract_loop_type = nullptr;
  python::Type* loop_type = nullptr;
  python::Type* future_iterator_type = nullptr;
  python::Type* lock_type = nullptr;
  python::Type* event_type = nullptr;
  python::Type* semaphore_type = nullptr;
  python::Type* bounded_semaphore_type = nullptr;
  python::Type* queue_type = nullptr;
  python::Type* priority_queue_type = nullptr;
  python::Type* lifo_queue_type = nullptr;
  python::Type* cancelled_error = nullptr;
  python::Type* invalid_state_error = nullptr;
  python::Type* queue_empty = nullptr;
  python::Type* queue_full = nullptr;
  Labels labels{};
  SleepLabels sleep_labels{};
  trace::NameId task_words = 0;  ///< "Task-", from the first task on that has no name of its own: names are numbered as they come
  std::unique_ptr<ThreadLanes> thread_lanes;
  std::vector<OpenAsyncgen> asyncgens{};
  std::vector<python::Object*> being_shown{};  ///< futures whose repr is under way
  Loop* running = nullptr;       ///< borrowed: the loop whose turn it is
  std::uint64_t tasks_named = 0; ///< task numbers go on across loops
  std::uint64_t tasks_made = 0;  ///< named or not: their order
  bool deadlock = false;         ///< the run ended because nobody can ever go on
  bool over = false;             ///< the run ended because the world did (--until)
  Loop* deadlocked = nullptr;    ///< whose tasks they are; borrowed
  std::uint64_t step_began_at = 0;  ///< instructions when the present step began

  /// The lane whose step runs now; the loop's own if none does.
  [[nodiscard]] trace::LaneId lane() const;
  trace::LaneId maker = trace::kNoLane;  ///< who makes the tasks that are made now, if not lane()
  void settle();
};

/// Makes the types and registers the module `asyncio`. `runtime` must outlive the VM's last use.
void install(Runtime& runtime);
[[nodiscard]] Runtime& runtime_of(python::Vm& vm);

/// Replaces what an owned place holds; an empty value leaves it empty.
inline void replace(python::Value& place, python::Value value) {
  const python::Value old = std::exchange(place, value.is_empty() ? python::Value() : python::Ref(value).release());
  if (!old.is_empty()) python::decref(old);
}

/// Imports `module` (a prelude of asyncio's) and calls its function, entering its frame: what a native returns that is easier
/// to say in Python.
python::Ref enter_prelude(python::Vm& vm, std::string_view module, std::string_view function, std::span<const python::Value> args,
                          const python::Tuple* names = nullptr);

}  // namespace waiter::asyncio
