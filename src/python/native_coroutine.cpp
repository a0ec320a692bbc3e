#include "python/native_coroutine.h"

namespace waiter::python {
namespace {

/// The exception that is set goes through a function that CPython has in Python: its traceback keeps that one's frame, and so what
/// the function was given and waited for, for as long as it lives (a cycle, where it is the exception of what was waited for).
void keep_locals_with_error(Vm& vm, const NativeCoroutine* coroutine) {
  const Ref error = vm.take_error();
  const Ref module = vm.import_module(intern(vm, "_frames"));
  const Ref found = module ? find_attribute(vm, module, intern(vm, "_of_native")) : Ref();
  vm.clear_error();
  vm.restore_error(error);
  if (!found || !found.get().is_kind(Kind::Function)) return;
  const auto* function = cast<Function>(found);
  if (!function->code->is_prelude || function->code->local_count <= std::size(coroutine->values)) return;  // a program's own, put there
  Frame* frame = make_frame(vm, function->code, nullptr, function->globals);
  Value* local = frame->locals();
  for (const Value value : coroutine->values)  // an exception there is one that will be raised: no local of the function
    if (!value.is_empty() && !value.is_kind(Kind::Exception)) *local++ = Ref(value).release();
  if (!coroutine->awaiting.is_empty()) *local = Ref(coroutine->awaiting).release();
  add_traceback(vm, function->code, 0, function->globals, frame);
  free_frame(vm, frame);
  // What they wait for they wait for in a `try`.
  if (!coroutine->awaiting.is_empty()) cast<Exception>(error)->entries_unseen = 0;
}

}  // namespace

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
  if (sent == Sent::Raised && vm.has_error()) keep_locals_with_error(vm, coroutine);
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
