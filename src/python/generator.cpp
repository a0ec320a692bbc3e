// Generators, coroutines and async generators: frames that are set aside. Resuming one makes its frame the running one;
// what it yields or returns goes to the frame behind it (see the interpreter), so nothing here recurses but send() and
// throw_into() for callers in C++.

#include <array>
#include <vector>

#include "python/interpreter_slow.h"
#include "python/methods/async_generator.h"
#include "python/native_coroutine.h"

namespace waiter::python {
namespace {

const char* noun(const Generator* generator) {
  switch (generator->what) {
    case GeneratorKind::Generator: return "generator";
    case GeneratorKind::Coroutine: return "coroutine";
    case GeneratorKind::AsyncGenerator: return "async generator";
  }
  return "";
}

bool may_resume(Vm& vm, Generator* generator) {
  if (generator->state == GeneratorState::Running) {
    vm.raise(vm.types.ValueError, "{} already executing", noun(generator));
    return false;
  }
  return true;
}

/// The frame becomes the running one; `handled` is linked in.
bool resume_frame(Vm& vm, Generator* generator) {
  Frame* frame = generator->frame;
  frame->back = vm.frame;
  frame->depth = vm.frame == nullptr ? 1 : vm.frame->depth + 1;
  frame->return_to = ReturnTo::Caller;
  if (frame->depth + vm.native_levels > vm.recursion_limit) {
    vm.raise(vm.types.RecursionError, "maximum recursion depth exceeded");
    return false;
  }
  ++generator->refs;  // while it runs; given back when it yields or ends
  generator->state = GeneratorState::Running;
  generator->handled.previous = vm.handled;
  vm.handled = &generator->handled;
  vm.frame = frame;
  vm.now_runs(frame);
  return true;
}

void close_now(Vm& vm, Generator* generator) {
  if (generator->is_native) return close_native(static_cast<NativeCoroutine*>(generator));
  Frame* frame = std::exchange(generator->frame, nullptr);
  generator->state = GeneratorState::Closed;
  if (frame != nullptr) free_frame(vm, frame);
}

Sent run_entered(Vm& vm, Ref& result) {
  if (vm.native_depth >= static_cast<int>(vm.limits.native_depth)) {
    vm.raise(vm.types.RecursionError, "maximum recursion depth exceeded");
    // Unwind the frame that was entered: it must not stay.
  }
  vm.frame->return_to = ReturnTo::Entry;
  ++vm.native_depth;
  const Outcome outcome = vm.run(result);
  --vm.native_depth;
  switch (outcome) {
    case Outcome::Yielded: return Sent::Yielded;
    case Outcome::Returned: return Sent::Returned;
    default: return Sent::Raised;
  }
}

Ref stop_value_or_error(Vm& vm, Sent& sent) {
  if (vm.error_is(vm.types.StopIteration)) {
    const Ref exception = vm.take_error();
    sent = Sent::Returned;
    return stop_value(vm, exception);
  }
  sent = Sent::Raised;
  return {};
}

}  // namespace

/// What this suspended generator waits for (`yield from`, `await`): CPython's _PyGen_yf. Empty if it stands at its own yield.
Value awaited_by(const Generator* generator) {
  if (generator->is_native) return static_cast<const NativeCoroutine*>(generator)->awaiting;
  const Frame* frame = generator->frame;
  if (frame == nullptr || generator->state != GeneratorState::Suspended) return {};
  const Instruction& yield = frame->pc[-1];
  if (yield.op != Op::YieldValue || yield.b != 1) return {};
  return frame->top[-1];
}

Ref make_generator(Vm& vm, Frame* frame) {
  const std::uint32_t flags = frame->code->flags;
  Type* type = (flags & kCodeCoroutine) != 0 ? vm.types.coroutine
               : (flags & kCodeAsyncGenerator) != 0 ? vm.types.async_generator : vm.types.generator;
  auto* generator = vm.heap.make<Generator>(Kind::Generator, type);
  generator->made = vm.generators_made++;
  if (type != vm.types.async_generator) generator->extra = vm.finalisable_made;  // its age, for the collector
  generator->frame = frame;
  generator->code = frame->code;
  generator->what = (flags & kCodeCoroutine) != 0 ? GeneratorKind::Coroutine
                    : (flags & kCodeAsyncGenerator) != 0 ? GeneratorKind::AsyncGenerator : GeneratorKind::Generator;
  generator->state = GeneratorState::Created;
  generator->handled = HandledException{};
  if (frame->function != nullptr) {
    generator->name = Ref(frame->function->name).release();
    generator->qualname = Ref(frame->function->qualname).release();
  } else {
    generator->name = Ref(Value(intern(vm, frame->code->name))).release();
    generator->qualname = Ref(Value(intern(vm, frame->code->qualified_name))).release();
  }
  frame->generator = generator;
  if (vm.origin_depth != 0 && generator->what == GeneratorKind::Coroutine) [[unlikely]] note_origin(vm, generator);
  frame->back = nullptr;
  return Ref::steal(Value(generator));
}

void note_origin(Vm& vm, Generator* coroutine) {
  std::vector<Value> places;
  std::vector<Ref> held;
  const Frame* maker = vm.frame != nullptr && vm.frame == coroutine->frame ? vm.frame->back : vm.frame;
  for (const Frame* frame = maker; frame != nullptr && places.size() < vm.origin_depth; frame = frame->back) {
    if (frame->code == nullptr || vm.sources[frame->code->file].is_prelude) continue;
    const Ref file = make_str(vm, vm.sources[frame->code->file].name), name = make_str(vm, frame->code->name);
    held.push_back(tuple_of(vm, std::array<Value, 3>{file, Value::from_int(frame->span().line), name}));
    places.push_back(held.back());
  }
  vm.origins[coroutine] = tuple_of(vm, places).release();
}

void forget_origin(Vm& vm, const Generator* coroutine) {
  const auto found = vm.origins.find(coroutine);
  if (found == vm.origins.end()) return;
  const Value origin = found->second;
  vm.origins.erase(found);
  decref(origin);
}

bool enter_generator(Vm& vm, Generator* generator, Value value) {
  if (!may_resume(vm, generator)) return false;
  if (generator->state == GeneratorState::Closed) {
    if (generator->what == GeneratorKind::Coroutine) vm.raise(vm.types.RuntimeError, "cannot reuse already awaited coroutine");
    else if (generator->what == GeneratorKind::AsyncGenerator) vm.raise(vm.types.StopAsyncIteration, "");
    else vm.set_error(make_exception(vm, vm.types.StopIteration));
    return false;
  }
  const bool created = generator->state == GeneratorState::Created;
  if (created && !value.is_none()) {
    vm.raise(vm.types.TypeError, "can't send non-None value to a just-started {}", noun(generator));
    return false;
  }
  generator->ever_awaited = true;
  if (!resume_frame(vm, generator)) return false;
  if (!created) {
    incref(value);
    *generator->frame->top++ = value;
  }
  return true;
}

namespace {

bool enter_thrown(Vm& vm, Generator* generator, Ref exception) {
  if (!may_resume(vm, generator)) return false;
  if (generator->state == GeneratorState::Closed) {
    if (generator->what == GeneratorKind::Coroutine) {
      vm.raise(vm.types.RuntimeError, "cannot reuse already awaited coroutine");
      return false;
    }
    vm.restore_error(std::move(exception));
    return false;
  }
  if (generator->state == GeneratorState::Created) {
    // It never ran: it ends here, with the exception at its first line.
    generator->ever_awaited = true;
    vm.restore_error(exception);
    add_traceback(vm, generator->frame->code, 0, generator->frame->globals, generator->frame);
    const Ref thrown = vm.take_error();  // finalisers that run now must not see it
    close_now(vm, generator);
    vm.restore_error(thrown);
    stop_iteration_to_runtime_error(vm, generator);
    return false;
  }
  generator->ever_awaited = true;
  const Ref inner = awaited_by(generator).is_empty() ? Ref() : Ref(awaited_by(generator));
  if (inner && inner.get().is_kind(Kind::Generator) && !cast<Generator>(inner)->is_native) {
    auto* next = cast<Generator>(inner);
    const bool is_exit = is_subtype(exception.get().object()->type, vm.types.GeneratorExit);
    if (next->state == GeneratorState::Suspended || next->state == GeneratorState::Created) {
      if (!resume_frame(vm, generator)) return false;
      // It stands behind the Send that resumes the inner one: as if that Send were under way. CPython passes it over (_gen_throw): the
      // recursion limit does not count it until it runs on (runs_on).
      Frame* frame = generator->frame;
      --frame->depth;
      frame->pc -= 1;  // the YieldValue that passes on what the inner one yields
      if (is_exit) {
        // close() on the inner one, then GeneratorExit here (PEP 342).
        frame->pc += 1;
        ++frame->depth;
        generator->handled.passed_over = true;
        const bool closed = close_generator(vm, next);
        generator->handled.passed_over = false;
        if (!closed) return true;  // its error is raised here
        vm.restore_error(std::move(exception));
        return true;
      }
      if (!enter_generator_throw(vm, next, std::move(exception))) ++frame->depth;  // raised here, at the await
      return true;
    }
  } else if (inner && (inner.get().is_kind(Kind::Iterator) || inner.get().is_kind(Kind::Generator))) {
    // asend(), athrow(), anext(), native coroutines: C++ objects that delegate by themselves.
    if (!resume_frame(vm, generator)) return false;
    Ref result;
    if (inner.get().is_kind(Kind::Generator) && is_subtype(exception.get().object()->type, vm.types.GeneratorExit)) {
      generator->handled.passed_over = true;
      const bool closed = close_generator(vm, cast<Generator>(inner));
      generator->handled.passed_over = false;
      if (closed) vm.restore_error(std::move(exception));
      return true;
    }
    generator->handled.passed_over = true;
    const Sent sent = throw_into(vm, inner, exception, result);
    generator->handled.passed_over = false;
    Frame* frame = generator->frame;
    if (sent == Sent::Yielded) {
      frame->pc -= 1;
      *frame->top++ = result.release();
    } else if (sent == Sent::Returned) {
      // As Send does when it is over: the iterator goes, the result stays.
      frame->pc -= 1;
      const Instruction& send = frame->pc[-1];
      const Value iterator = *--frame->top;
      *frame->top++ = result.release();
      frame->pc = frame->code->instructions.data() + send.c;
      decref(iterator);
    }
    return true;
  } else if (inner && inner.get().is_kind(Kind::Instance)) {
    if (is_subtype(exception.get().object()->type, vm.types.GeneratorExit)) {
      // gen_close_iter: what has a close() is closed, then GeneratorExit is raised here.
      const Ref close = find_attribute(vm, inner, vm.names.word_close);
      if (vm.has_error()) vm.report_unraisable(repr_of(vm, inner).value_or("<object>"));
      if (!resume_frame(vm, generator)) return false;
      if (close) {
        generator->handled.passed_over = true;
        const Ref closed = call(vm, close);
        generator->handled.passed_over = false;
        if (!closed) return true;
      }
      vm.restore_error(std::move(exception));
      return true;
    }
    const Ref method = find_attribute(vm, inner, vm.names.word_throw);
    if (vm.has_error()) return false;
    if (method) {
      if (!resume_frame(vm, generator)) return false;
      const Value args[] = {exception};
      generator->handled.passed_over = true;
      Ref result = call(vm, method, args);
      generator->handled.passed_over = false;
      Frame* frame = generator->frame;
      if (result) {
        frame->pc -= 1;
        *frame->top++ = result.release();
      } else {
        Sent sent = Sent::Raised;
        Ref value = stop_value_or_error(vm, sent);
        if (sent == Sent::Returned) {
          frame->pc -= 1;
          const Instruction& send_instruction = frame->pc[-1];
          const Value iterator = *--frame->top;
          *frame->top++ = value.release();
          frame->pc = frame->code->instructions.data() + send_instruction.c;
          decref(iterator);
        }
      }
      return true;
    }
  }
  if (!resume_frame(vm, generator)) return false;
  vm.restore_error(std::move(exception));
  return true;
}

}  // namespace

void chain_thrown(Vm& vm, const Generator* generator) {
  if (generator->handled.value.is_none()) return;
  const Ref thrown = vm.take_error();
  auto* exception = cast<Exception>(thrown);
  if (exception->entries_unseen > 0) {
    WAITER_ASSERT(exception->traceback.is_kind(Kind::Traceback), "entries that nobody has seen stand in the traceback");
    Traceback* seen = cast<Traceback>(exception->traceback);
    for (std::uint32_t i = exception->entries_unseen; i > 0 && seen != nullptr; --i) seen = seen->next;
    replace_traceback(exception, seen == nullptr ? kNone : Value(seen));
  }
  vm.set_error(thrown);
}

/// CPython's gen_throw without its recursion: every generator of the chain becomes a running frame, then the innermost
/// raises. What the outer ones see is what a send() would have shown them, but for the context: chain_thrown().
bool enter_generator_throw(Vm& vm, Generator* generator, Ref exception) {
  if (!enter_thrown(vm, generator, std::move(exception))) return false;
  if (vm.frame != generator->frame) generator->frame->thrown_into = generator->handled.passed_over = true;
  else if (vm.has_error()) chain_thrown(vm, generator);
  return true;
}

Sent send(Vm& vm, Value iterator, Value value, Ref& result) {
  if (iterator.is_kind(Kind::Generator)) {
    auto* generator = cast<Generator>(iterator);
    if (generator->is_native) {
      if (generator->state == GeneratorState::Created && !value.is_none()) {
        vm.raise(vm.types.TypeError, "can't send non-None value to a just-started coroutine");
        return Sent::Raised;
      }
      return step_native(vm, static_cast<NativeCoroutine*>(generator), Ref(), result);
    }
    if (!enter_generator(vm, generator, value)) return Sent::Raised;
    return run_entered(vm, result);
  }
  if (iterator.is_kind(Kind::Iterator)) {
    const auto* delegate = cast<Iterator>(iterator);
    if (delegate->what() == IteratorKind::CoroutineWrapper) return send(vm, delegate->source, value, result);
    if (delegate->what() == IteratorKind::AsyncSend || delegate->what() == IteratorKind::AsyncThrow || delegate->what() == IteratorKind::AsyncNext) {
      return send_async_delegate(vm, cast<Iterator>(iterator), value, result);
    }
  }
  if (iterator.is_kind(Kind::Extension)) {
    const Type* type = iterator.object()->type;
    if (type->traits->await_step != nullptr && !type->is_user) return type->traits->await_step(vm, cast<Extension>(iterator), result);
  }
  if (value.is_none() && iterator.is_kind(Kind::Iterator)) {
    result = next_item(vm, iterator);
    if (result) return Sent::Yielded;
    if (!vm.has_error()) {
      result = kNone;
      return Sent::Returned;
    }
  } else if (value.is_none()) {
    // __next__ itself: a StopIteration's value is what `yield from` and `await` give.
    const Value method = type_lookup(vm, type_of(vm, iterator), vm.names.dunder_next);
    if (method.is_empty()) vm.raise(vm.types.TypeError, "'{}' object is not an iterator", type_name(vm, iterator));
    else result = call_special(vm, method, iterator);
    if (result) return Sent::Yielded;
  } else {
    const Value args[] = {value};
    result = call_method(vm, iterator, vm.names.word_send, args);
    if (result) return Sent::Yielded;
  }
  Sent sent = Sent::Raised;
  result = stop_value_or_error(vm, sent);
  return sent;
}

Sent throw_into(Vm& vm, Value iterator, Value exception, Ref& result) {
  if (iterator.is_kind(Kind::Generator)) {
    Frame* const caller = vm.frame;
    auto* generator = cast<Generator>(iterator);
    if (generator->is_native) return step_native(vm, static_cast<NativeCoroutine*>(generator), Ref(exception), result);
    if (!enter_generator_throw(vm, generator, Ref(exception))) return Sent::Raised;
    // The bottom of what was entered is this generator's frame: the loop comes back here when it is done.
    (void)caller;
    generator->frame->return_to = ReturnTo::Entry;
    ++vm.native_depth;
    const Outcome outcome = vm.run(result);
    --vm.native_depth;
    return outcome == Outcome::Yielded ? Sent::Yielded : outcome == Outcome::Returned ? Sent::Returned : Sent::Raised;
  }
  if (iterator.is_kind(Kind::Iterator)) {
    const auto* delegate = cast<Iterator>(iterator);
    if (delegate->what() == IteratorKind::CoroutineWrapper) return throw_into(vm, delegate->source, exception, result);
    if (delegate->what() == IteratorKind::AsyncSend || delegate->what() == IteratorKind::AsyncThrow || delegate->what() == IteratorKind::AsyncNext) {
      return throw_async_delegate(vm, cast<Iterator>(iterator), exception, result);
    }
  }
  vm.restore_error(Ref(exception));
  return Sent::Raised;
}

bool close_generator(Vm& vm, Generator* generator) {
  if (generator->state == GeneratorState::Closed) return true;
  if (generator->state == GeneratorState::Created) {
    generator->ever_awaited = true;
    close_now(vm, generator);
    return true;
  }
  const Ref held = Value(generator);
  vm.set_error(make_exception(vm, vm.types.GeneratorExit));
  const Ref exit = vm.take_error();
  Ref result;
  const Sent sent = throw_into(vm, Value(generator), exit, result);
  if (sent == Sent::Yielded) {
    vm.raise(vm.types.RuntimeError, "{} ignored GeneratorExit", noun(generator));
    return false;
  }
  if (sent == Sent::Returned) return true;
  if (vm.error_is(vm.types.GeneratorExit) || vm.error_is(vm.types.StopIteration)) {
    vm.clear_error();
    return true;
  }
  return false;
}

Ref get_awaitable(Vm& vm, Value value, std::uint8_t where) {
  if (value.is_kind(Kind::Generator)) {
    auto* generator = cast<Generator>(value);
    if (generator->what == GeneratorKind::Coroutine) {
      if (!awaited_by(generator).is_empty()) return vm.raise(vm.types.RuntimeError, "coroutine is being awaited already");
      return value;
    }
    if (generator->frame != nullptr && generator->frame->code != nullptr && generator->frame->code->is_iterable_coroutine) return value;
  }
  if (value.is_kind(Kind::Iterator)) {
    const IteratorKind what = cast<Iterator>(value)->what();
    if (what == IteratorKind::AsyncSend || what == IteratorKind::AsyncThrow || what == IteratorKind::AsyncNext || what == IteratorKind::CoroutineWrapper)
      return value;
  }
  if (value.is_kind(Kind::Extension) && value.object()->type->traits->await_step != nullptr && !value.object()->type->is_user) return value;
  const Value method = type_lookup(vm, type_of(vm, value), vm.names.dunder_await);
  if (method.is_empty()) {
    if (where == 1)
      return vm.raise(vm.types.TypeError, "'async with' received an object from __aenter__ that does not implement __await__: {}", type_name(vm, value));
    if (where == 2)
      return vm.raise(vm.types.TypeError, "'async with' received an object from __aexit__ that does not implement __await__: {}", type_name(vm, value));
    return vm.raise(vm.types.TypeError, "object {} can't be used in 'await' expression", type_name(vm, value));
  }
  Ref iterator = call_special(vm, method, value);
  if (!iterator) return {};
  if (iterator.get().is_kind(Kind::Generator) && cast<Generator>(iterator)->what == GeneratorKind::Coroutine)
    return vm.raise(vm.types.TypeError, "__await__() returned a coroutine");
  if (!iterator.get().is_kind(Kind::Generator) && !iterator.get().is_kind(Kind::Iterator) &&
      type_lookup(vm, type_of(vm, iterator), vm.names.dunder_next).is_empty())
    return vm.raise(vm.types.TypeError, "__await__() returned non-iterator of type '{}'", type_name(vm, iterator));
  return iterator;
}

Ref async_next(Vm& vm, Value iterator) {
  const Value method = type_lookup(vm, type_of(vm, iterator), vm.names.dunder_anext);
  if (method.is_empty())
    return vm.raise(vm.types.TypeError, "'async for' requires an iterator with __anext__ method, got {}", type_name(vm, iterator));
  const Ref next = call_special(vm, method, iterator);
  if (!next || iterator.is_kind(Kind::Generator)) return next;
  Ref awaitable = get_awaitable(vm, next, 0);
  if (!awaitable && vm.error_is(vm.types.TypeError)) {
    const Ref cause = vm.take_error();
    vm.raise(vm.types.TypeError, "'async for' received an invalid object from __anext__: {}", type_name(vm, next));
    auto* raised = cast<Exception>(vm.error());
    decref(std::exchange(raised->cause, Ref(cause).release()));
    decref(std::exchange(raised->context, Ref(cause).release()));
    raised->suppress_context = true;
  }
  return awaitable;
}

namespace {

/// warnings._warn_unawaited_coroutine.
std::string never_awaited(Vm& vm, const Generator* coroutine) {
  std::string text = fmt::format("coroutine '{}' was never awaited", generator_qualname(coroutine));
  const auto found = vm.origins.find(coroutine);
  if (found == vm.origins.end()) return text;
  text += "\nCoroutine created at (most recent call last)";
  const auto* places = cast<Tuple>(found->second);
  for (std::uint32_t i = places->count; i-- > 0;) {
    const auto* place = cast<Tuple>(places->items[i]);
    const std::string_view file = str_view(place->items[0]);
    const auto line = static_cast<std::size_t>(place->items[1].as_int());
    text += fmt::format("\n  File \"{}\", line {}, in {}", file, line, str_view(place->items[2]));
    for (const SourceText& source : vm.sources) {
      if (source.name != file || line < 1 || line > source.lines.size()) continue;
      std::string_view words = source.lines[line - 1];
      while (!words.empty() && (words.front() == ' ' || words.front() == '\t')) words.remove_prefix(1);
      if (!words.empty()) text += fmt::format("\n    {}", words);
      break;
    }
  }
  return text;
}

/// Its repr, while an exception is set.
std::string shown(Vm& vm, Generator* generator) {
  const Ref error = vm.take_error();
  const auto text = repr_of(vm, Value(generator));
  vm.clear_error();
  vm.restore_error(error);
  return text.value_or("");
}

}  // namespace

void finalize_generator(Vm& vm, Generator* generator) {
  if (generator->what == GeneratorKind::AsyncGenerator && generator->finalizer_set && vm.stopped_because().empty() &&
      tell_last_reference(vm, generator))
    return;
  if (generator->state == GeneratorState::Created) {
    if (generator->what == GeneratorKind::Coroutine && !generator->ever_awaited && !vm.stopped_because().empty()) return;
    if (generator->what == GeneratorKind::Coroutine && !generator->ever_awaited) {
      Ref saved = vm.has_error() ? vm.take_error() : Ref();
      vm.warn(vm.types.RuntimeWarning, never_awaited(vm, generator));
      // A filter made it an error, which cannot go anywhere.
      if (vm.has_error()) vm.report_unraisable(shown(vm, generator));
      if (saved) vm.restore_error(std::move(saved));
    }
    return;
  }
  if (generator->state != GeneratorState::Suspended || (generator->frame == nullptr && !generator->is_native)) return;
  // A generator that nobody will resume: its finally blocks run now. Only if there may be any.
  if (!generator->is_native && generator->frame->code->handlers.empty() && awaited_by(generator).is_empty()) return;
  if (!vm.stopped_because().empty()) return;
  Ref saved = vm.has_error() ? vm.take_error() : Ref();
  if (!close_generator(vm, generator)) vm.report_unraisable(shown(vm, generator));
  if (saved) vm.restore_error(std::move(saved));
}

}  // namespace waiter::python
