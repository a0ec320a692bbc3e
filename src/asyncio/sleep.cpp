// asyncio.sleep(): the most awaited coroutine of all.

#include "asyncio/functions.h"
#include "asyncio/waiters.h"
#include "python/methods/helpers.h"

namespace waiter::asyncio {

using namespace python;

namespace {

/// values: the delay, the result. number: the deadline.
Sent sleep_step(Vm& vm, NativeCoroutine* coroutine, Ref exception, Ref& result) {
  Runtime& runtime = runtime_of(vm);
  switch (coroutine->stage) {
    case 0: {
      const Value delay = coroutine->values[0];
      bool at_once;
      if (delay.is_int()) {
        at_once = delay.as_int() <= 0;
      } else {
        const Ref none = compare(vm, CompareKind::Le, delay, Value::from_int(0));
        const int answer = none ? truth(vm, none) : -1;
        if (answer < 0) return Sent::Raised;
        at_once = answer == 1;
      }
      if (at_once) {
        coroutine->stage = 1;
        result = kNone;
        return Sent::Yielded;
      }
      Loop* loop = running_loop(runtime);
      if (loop == nullptr) return Sent::Raised;
      const auto seconds = to_double(vm, delay);
      if (!seconds) return Sent::Raised;
      const Ref future = make_future(runtime, loop);
      auto* made = cast<Future>(future);
      made->label = sleep_label(runtime, delay);
      replace(made->result, coroutine->values[1]);
      coroutine->number = deadline_in(runtime, *seconds);
      set_sleep_timer(runtime, loop, coroutine->number, made);
      coroutine->stage = 2;
      return begin_await(vm, coroutine, made, result);
    }
    case 1:
      if (exception) break;
      result = coroutine->values[1];
      return Sent::Returned;
    default: {
      const Sent sent = end_await(vm, coroutine, exception, result);
      if (sent == Sent::Yielded) return sent;
      Future* future = awaited_future(coroutine);
      if (!future->by_timer) {
        drop_sleep_timer(runtime, future, coroutine->number);
      }
      if (sent == Sent::Returned) return sent;
      break;
    }
  }
  vm.restore_error(std::move(exception));
  return Sent::Raised;
}

constexpr CoroutineBody kSleep{"sleep", "sleep", {"asyncio/tasks.py", 637, 649}, sleep_step};
constexpr const char* kParameters[] = {"delay", "result"};

}  // namespace

trace::NameId sleep_label(Runtime& runtime, Value delay) {
  if (!runtime.recorder.keeps_events()) return 0;
  const auto written = [&] { return runtime.recorder.name("sleep " + text_of(runtime.vm, delay).value_or("?")); };
  if (delay.is_object()) return written();
  SleepLabels::Entry& entry = runtime.sleep_labels.place_of(delay);
  if (entry.delay != delay) entry = {delay, written()};
  return entry.label;
}

Ref asyncio_sleep(Arguments& args) {
  Value values[2];
  if (!bind_as_python(args, {"sleep", kParameters, 1}, values)) return {};
  NativeCoroutine* coroutine = make_native_coroutine(args.vm, &kSleep);
  coroutine->values[0] = Ref(values[0]).release();
  coroutine->values[1] = Ref(values[1].is_empty() ? kNone : values[1]).release();
  return Ref::steal(Value(coroutine));
}

}  // namespace waiter::asyncio
