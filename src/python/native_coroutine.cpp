#include "python/native_coroutine.h"

namespace waiter::python {

void close_native(NativeCoroutine* coroutine) {
  coroutine->state = GeneratorState::Closed;
  if (const Value old = std::exchange(coroutine->awaiting, Value()); !old.is_empty()) decref(old);
  for (Value& value : coroutine->values)
    if (const Value old = std::exchange(value, Value()); !old.is_empty()) decref(old);
}

Sent step_native(Vm& vm, NativeCoroutine* coroutine, Ref exception, Ref& result) {
  switch (coroutine->state) {
    case GeneratorState::Running: vm.raise(vm.types.ValueError, "coroutine already executing"); return Sent::Raised;
    case GeneratorState::Closed: vm.raise(vm.types.RuntimeError, "cannot reuse already awaited coroutine"); return Sent::Raised;
    case GeneratorState::Created:
      coroutine->ever_awaited = true;
      if (exception) {  // it never ran
        close_native(coroutine);
        vm.restore_error(std::move(exception));
        return Sent::Raised;
      }
      break;
    case GeneratorState::Suspended: break;
  }
  coroutine->state = GeneratorState::Running;
  const Ref held = Value(coroutine);
  const Sent sent = coroutine->body->step(vm, coroutine, std::move(exception), result);
  if (sent == Sent::Raised) keep_given_with_error(vm, coroutine->values);
  if (sent == Sent::Yielded) coroutine->state = GeneratorState::Suspended;
  else close_native(coroutine);
  return sent;
}

std::string_view generator_name(const Generator* generator) {
  return generator->is_native ? std::string_view(static_cast<const NativeCoroutine*>(generator)->body->name) : str_view(generator->name);
}

std::string_view generator_qualname(const Generator* generator) {
  return generator->is_native ? std::string_view(static_cast<const NativeCoroutine*>(generator)->body->qualname) : str_view(generator->qualname);
}

}  // namespace waiter::python
