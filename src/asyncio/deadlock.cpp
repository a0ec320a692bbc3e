// A wait that can never end: who waits for what, and the circle if there is one.

#include <algorithm>

#include "asyncio/lock.h"
#include "asyncio/loop.h"

namespace waiter::asyncio {

using namespace python;

namespace {

std::vector<Task*> tasks_of(const Loop* loop) {
  std::vector<Task*> tasks;
  for (Task* task = loop->first_task; task != nullptr; task = task->next) tasks.push_back(task);
  return tasks;
}

/// The task without which this one cannot go on; null if it is nobody's turn.
Task* blocker_of(Runtime& runtime, const Task* task, const std::vector<Task*>& tasks) {
  const Future* future = task->waiter;
  if (future == nullptr) return nullptr;
  if (const Future* behind = future->awaited_of == nullptr ? nullptr : as_future(runtime, Value(future->awaited_of))) future = behind;
  if (future->is_task) return const_cast<Task*>(static_cast<const Task*>(future));
  const std::uint64_t holder = holder_of(runtime, future);
  const auto found = std::find_if(tasks.begin(), tasks.end(), [&](const Task* other) { return other->number == holder; });
  return holder == 0 || found == tasks.end() ? nullptr : *found;
}

std::string what_it_waits_for(Runtime& runtime, const Task* task, const Task* blocker) {
  const Future* future = task->waiter;
  if (future == nullptr) return "something";
  if (const Future* behind = future->awaited_of == nullptr ? nullptr : as_future(runtime, Value(future->awaited_of))) future = behind;
  if (future->is_task) return "the task " + task_name(runtime, static_cast<const Task*>(future));
  std::string text = future->label != 0 ? runtime.recorder.trace().names.text(future->label) : "a future that nobody will finish";
  const Labels& labels = runtime.labels;
  if (future->label == labels.event) text = "an " + text;
  else if (future->label == labels.lock || future->label == labels.condition || future->label == labels.semaphore) text = "a " + text;
  if (blocker != nullptr) text += " that " + (blocker == task ? "it" : task_name(runtime, blocker)) + " holds" + (blocker == task ? " itself" : "");
  return text;
}

/// The tasks of the first circle: each cannot go on without the next.
std::vector<Task*> circle_of(Runtime& runtime, const std::vector<Task*>& tasks) {
  for (Task* start : tasks) {
    std::vector<Task*> path;
    for (Task* at = start; at != nullptr && path.size() <= tasks.size(); at = blocker_of(runtime, at, tasks)) {
      const auto seen = std::find(path.begin(), path.end(), at);
      if (seen != path.end()) return {seen, path.end()};
      path.push_back(at);
    }
  }
  return {};
}

}  // namespace

std::string tasks_report(Runtime& runtime, const Loop* loop) {
  constexpr std::size_t kTasksShown = 8;
  const std::vector<Task*> tasks = tasks_of(loop);
  if (tasks.empty()) return "nothing is left to do, and nobody stops it";
  std::string text;
  for (std::size_t i = 0; i < tasks.size() && i < kTasksShown; ++i) {
    const Task* task = tasks[i];
    text += fmt::format("{}{} waits for {}", i == 0 ? "" : "; ", task_name(runtime, task),
                        what_it_waits_for(runtime, task, blocker_of(runtime, task, tasks)));
    if (task->where.line != 0) text += fmt::format(" (line {})", task->where.line);
  }
  if (tasks.size() > kTasksShown) text += fmt::format("; and {} more tasks wait", tasks.size() - kTasksShown);
  return text;
}

std::string deadlock_report(Runtime& runtime) {
  const std::vector<Task*> tasks = tasks_of(runtime.deadlocked);
  if (tasks.empty()) return "the event loop has nothing left to do, and nobody stops it";
  std::string text = tasks_report(runtime, runtime.deadlocked) + ". Nothing is left that could wake anybody";
  const std::vector<Task*> circle = circle_of(runtime, tasks);
  if (circle.size() < 2) return text;
  text += ": ";
  for (const Task* task : circle) text += task_name(runtime, task) + " waits for ";
  return text + task_name(runtime, circle.front());
}

trace::SourcePosition deadlock_place(Runtime& runtime) {
  const Task* first = runtime.deadlocked->first_task;
  return first == nullptr ? trace::SourcePosition{} : first->where;
}

}  // namespace waiter::asyncio
