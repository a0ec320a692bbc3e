#include "python/methods/async_generator.h"

#include "python/methods/helpers.h"

namespace waiter::python {
namespace {

enum State : std::int64_t { kInitial, kIterating, kClosed };

/// A Cell's `extra` that marks a wrapped yield; no cell of a program has it.
constexpr std::uint16_t kWrapped = 1;
/// A Generator's `extra`: ag_closed, which is more than its frame being gone.
constexpr std::uint16_t kGeneratorClosed = 1;

const char kHooksKey = 0;

bool is_wrapped(Value value) { return value.is_kind(Kind::Cell) && value.object()->extra == kWrapped; }

Generator* generator_of(const Iterator* delegate) { return cast<Generator>(delegate->source); }

void leave(Iterator* delegate) {
  generator_of(delegate)->running_async = false;
  delegate->index = kClosed;
}

void tell_first_iteration(Vm& vm, Generator* generator) {
  if (generator->finalizer_set) return;
  generator->finalizer_set = true;
  const auto found = vm.extensions.find(&kHooksKey);
  if (found == vm.extensions.end() || found->second == nullptr) return;
  const auto* hooks = static_cast<const AsyncGeneratorHooks*>(found->second);
  if (hooks->first_iteration != nullptr) hooks->first_iteration(vm, generator);
}

/// async_gen_unwrap_value: what a step of the generator means to whoever awaits the delegate.
Sent unwrap(Vm& vm, Iterator* delegate, Sent sent, Ref& result) {
  Generator* generator = generator_of(delegate);
  if (sent == Sent::Yielded && !is_wrapped(result)) return Sent::Yielded;
  if (sent == Sent::Yielded) {
    leave(delegate);
    result = Ref(cast<Cell>(result)->value);
    return Sent::Returned;
  }
  if (sent == Sent::Returned) vm.set_error(make_exception(vm, vm.types.StopAsyncIteration));
  if (vm.error_is(vm.types.StopAsyncIteration) || vm.error_is(vm.types.GeneratorExit)) generator->extra = kGeneratorClosed;
  leave(delegate);
  return Sent::Raised;
}

Sent refuse_reuse(Vm& vm, const char* what) {
  vm.raise(vm.types.RuntimeError, "cannot reuse already awaited {}", what);
  return Sent::Raised;
}

/// aclose() came to an end: the generator's own end is its success.
Sent end_of_close(Vm& vm, Iterator* delegate, Sent sent, Ref& result) {
  if (sent == Sent::Yielded && !is_wrapped(result)) return Sent::Yielded;
  leave(delegate);
  if (sent == Sent::Yielded) {
    vm.raise(vm.types.RuntimeError, "async generator ignored GeneratorExit");
    return Sent::Raised;
  }
  if (sent == Sent::Raised) {
    if (!vm.error_is(vm.types.StopAsyncIteration) && !vm.error_is(vm.types.GeneratorExit)) return Sent::Raised;
    vm.clear_error();
  }
  result = kNone;
  return Sent::Returned;
}

Sent send_to_asend(Vm& vm, Iterator* delegate, Value value, Ref& result) {
  Generator* generator = generator_of(delegate);
  if (delegate->index == kClosed) return refuse_reuse(vm, "__anext__()/asend()");
  const Ref held = Value(delegate);
  Ref sent_value = value;
  if (delegate->index == kInitial) {
    if (generator->running_async) {
      delegate->index = kClosed;
      vm.raise(vm.types.RuntimeError, "anext(): asynchronous generator is already running");
      return Sent::Raised;
    }
    if (value.is_none()) sent_value = delegate->other;
    delegate->index = kIterating;
    tell_first_iteration(vm, generator);
  }
  generator->running_async = true;
  const Sent sent = send(vm, Value(generator), sent_value, result);
  return unwrap(vm, delegate, sent, result);
}

Sent send_to_athrow(Vm& vm, Iterator* delegate, Value value, Ref& result) {
  Generator* generator = generator_of(delegate);
  if (delegate->index == kClosed) return refuse_reuse(vm, "aclose()/athrow()");
  const Ref held = Value(delegate);
  const bool closes = delegate->other == kUnbound;
  if (delegate->index == kInitial) {
    if (generator->state == GeneratorState::Closed) {
      delegate->index = kClosed;
      result = kNone;
      return Sent::Returned;
    }
    if (generator->running_async) {
      delegate->index = kClosed;
      vm.raise(vm.types.RuntimeError, "{}(): asynchronous generator is already running", closes ? "aclose" : "athrow");
      return Sent::Raised;
    }
    if (generator->extra == kGeneratorClosed) {
      delegate->index = kClosed;
      vm.set_error(make_exception(vm, vm.types.StopAsyncIteration));
      return Sent::Raised;
    }
    if (!value.is_none()) {
      vm.raise(vm.types.RuntimeError, "can't send non-None value to a just-started async generator");
      return Sent::Raised;
    }
    delegate->index = kIterating;
    generator->running_async = true;
    if (closes) generator->extra = kGeneratorClosed;
    const Ref exception = closes ? make_exception(vm, vm.types.GeneratorExit) : Ref(delegate->other);
    const Sent sent = throw_into(vm, Value(generator), exception, result);
    return closes ? end_of_close(vm, delegate, sent, result) : unwrap(vm, delegate, sent, result);
  }
  const Sent sent = send(vm, Value(generator), value, result);
  return closes ? end_of_close(vm, delegate, sent, result) : unwrap(vm, delegate, sent, result);
}

/// anext(iterator, default): the end is the default.
Sent end_of_next(Vm& vm, const Iterator* delegate, Sent sent, Ref& result) {
  if (sent != Sent::Raised || !vm.error_is(vm.types.StopAsyncIteration)) return sent;
  vm.clear_error();
  result = delegate->other;
  return Sent::Returned;
}

}  // namespace

bool async_generator_closed(const Generator* generator) { return generator->extra == kGeneratorClosed; }

bool tell_last_reference(Vm& vm, Generator* generator) {
  const auto found = vm.extensions.find(&kHooksKey);
  if (found == vm.extensions.end() || found->second == nullptr) return false;
  const auto* hooks = static_cast<const AsyncGeneratorHooks*>(found->second);
  return hooks->last_reference != nullptr && hooks->last_reference(vm, generator);
}

void set_async_generator_hooks(Vm& vm, const AsyncGeneratorHooks* hooks) {
  vm.extensions[&kHooksKey] = const_cast<AsyncGeneratorHooks*>(hooks);
}

Ref make_async_delegate(Vm& vm, IteratorKind what, Value generator, Value argument) {
  Ref delegate = make_iterator(vm, what, generator);
  cast<Iterator>(delegate)->other = Ref(argument).release();
  return delegate;
}

Value wrap_async_yield(Vm& vm, Value yielded) {
  auto* cell = vm.heap.make<Cell>(Kind::Cell, vm.types.cell);
  cell->extra = kWrapped;
  cell->value = yielded;
  return Value(cell);
}

Sent send_async_delegate(Vm& vm, Iterator* delegate, Value value, Ref& result) {
  switch (delegate->what()) {
    case IteratorKind::AsyncSend: return send_to_asend(vm, delegate, value, result);
    case IteratorKind::AsyncNext: {
      const Ref held = Value(delegate);
      const Sent sent = send(vm, delegate->source, value, result);
      return end_of_next(vm, delegate, sent, result);
    }
    default: return send_to_athrow(vm, delegate, value, result);
  }
}

Sent throw_async_delegate(Vm& vm, Iterator* delegate, Value exception, Ref& result) {
  const Ref held = Value(delegate);
  if (delegate->what() == IteratorKind::AsyncNext) {
    const Sent sent = throw_into(vm, delegate->source, exception, result);
    return end_of_next(vm, delegate, sent, result);
  }
  if (delegate->index == kClosed)
    return refuse_reuse(vm, delegate->what() == IteratorKind::AsyncSend ? "__anext__()/asend()" : "aclose()/athrow()");
  const Sent sent = throw_into(vm, Value(generator_of(delegate)), exception, result);
  const bool closes = delegate->what() == IteratorKind::AsyncThrow && delegate->other == kUnbound;
  return closes ? end_of_close(vm, delegate, sent, result) : unwrap(vm, delegate, sent, result);
}

}  // namespace waiter::python
