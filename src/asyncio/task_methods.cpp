// Task as programs see it.

#include "asyncio/loop.h"
#include "asyncio/representation.h"
#include "python/methods/helpers.h"
#include "python/recursion.h"

namespace waiter::asyncio {

using namespace python;

namespace {

Task* self_of(Arguments& args) { return static_cast<Task*>(args[0].object()); }

Ref task_init(Arguments& args) {
  Vm& vm = args.vm;
  Runtime& runtime = runtime_of(vm);
  Value values[4];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "Task", {"coro", "*", "loop", "name", "context"}, 1, values)) return {};
  Loop* loop = values[1].is_empty() || values[1].is_none() ? event_loop(runtime) : as_loop(runtime, values[1]);
  if (loop == nullptr) {
    if (!vm.has_error()) vm.raise(vm.types.TypeError, "loop must be an event loop");
    return {};
  }
  Context* context = nullptr;
  if (!context_argument(vm, values[3], context)) return {};
  return none_or_error(init_task(runtime, self_of(args), loop, values[0], values[2], context));
}

Ref task_get_name(Arguments& args) {
  Task* task = self_of(args);
  if (task->name.is_empty()) task->name = make_str(args.vm, task_name(runtime_of(args.vm), task)).release();
  return task->name;
}
Ref task_set_name(Arguments& args) { return none_or_error(rename_task(runtime_of(args.vm), self_of(args), args[1])); }
Ref task_get_coro(Arguments& args) { return self_of(args)->coroutine; }
Ref task_cancelling(Arguments& args) { return make_int(args.vm, self_of(args)->cancels_requested); }
Ref task_uncancel(Arguments& args) {
  Task* task = self_of(args);
  if (task->cancels_requested > 0) --task->cancels_requested;
  return make_int(args.vm, task->cancels_requested);
}
Ref task_cancel(Arguments& args) {
  Value message;
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "cancel", {"msg"}, 0, &message)) return {};
  const NativeLevel level(args.vm, " while calling a Python object");
  if (!level) return {};
  return boolean_or_error(cancel_task(runtime_of(args.vm), self_of(args), message.is_empty() ? kNone : message));
}
Ref task_set_result(Arguments& args) { return args.vm.raise(args.vm.types.RuntimeError, "Task does not support set_result operation"); }
Ref task_set_exception(Arguments& args) { return args.vm.raise(args.vm.types.RuntimeError, "Task does not support set_exception operation"); }

/// Written in Python: frames are looked at rarely.
Ref task_get_stack(Arguments& args) { return enter_prelude(args.vm, "asyncio.base_tasks", "_task_get_stack", {args.values, args.count + args.keyword_count()}, args.names); }
Ref task_print_stack(Arguments& args) { return enter_prelude(args.vm, "asyncio.base_tasks", "_task_print_stack", {args.values, args.count + args.keyword_count()}, args.names); }

Ref task_coro(Arguments& args) { return self_of(args)->coroutine; }
Ref task_fut_waiter(Arguments& args) { return self_of(args)->waiter == nullptr ? Ref(kNone) : Ref(Value(self_of(args)->waiter)); }
Ref task_log_destroy(Arguments& args) { return boolean(self_of(args)->log_destroy); }
Ref task_set_log_destroy(Arguments& args) {
  const int flag = truth(args.vm, args[1]);
  if (flag < 0) return {};
  self_of(args)->log_destroy = flag == 1;
  return kNone;
}
Ref task_must_cancel(Arguments& args) { return boolean(self_of(args)->must_cancel); }

constexpr NativeDef kTaskMethods[] = {
    {"__init__", task_init, 0, -1, Takes::Keywords},
    {"cancel", task_cancel, 0, 1, Takes::Keywords},
    {"get_name", task_get_name},
    {"set_name", task_set_name, 1, 1},
    {"get_coro", task_get_coro},
    {"cancelling", task_cancelling},
    {"uncancel", task_uncancel},
    {"set_result", task_set_result, 1, 1},
    {"set_exception", task_set_exception, 1, 1},
    {"get_stack", task_get_stack, 0, 0, Takes::Keywords},
    {"print_stack", task_print_stack, 0, 0, Takes::Keywords},
};
constexpr NativeDef kTaskProperties[] = {{"_coro", task_coro}, {"_fut_waiter", task_fut_waiter}, {"_must_cancel", task_must_cancel},
                                        {"_log_destroy_pending", task_log_destroy}};
constexpr NativeDef kTaskSetters[] = {{"_log_destroy_pending", task_set_log_destroy, 1, 1}};

}  // namespace

void make_task_type(Runtime& runtime) {
  make_task_type_itself(runtime);
  install(runtime.vm, runtime.task_type, kTaskMethods);
  install_properties(runtime.vm, runtime.task_type, kTaskProperties, kTaskSetters);
}

}  // namespace waiter::asyncio
