#pragma once
// A coroutine whose body is C++: asyncio.sleep(), Lock.acquire(), Queue.get() as programs see them are coroutine objects like
// any other (they warn when nobody awaits them, can be sent to, thrown into and closed), but a step of theirs is one C++ call
// and no frame.
//
// Invariants
// 1. step() is called with state Running and never again once it returned or raised.
// 2. A body awaits one thing at a time, which it puts into `awaiting` before it yields; its step gets control back when that
//    is done, or with the exception that was thrown in.
// 3. step() runs no Python that could pause: what calls the learner's functions is written in Python, or is a callback.

#include "python/operations.h"

namespace waiter::python {

struct NativeCoroutine;

/// Where CPython's library has what a body stands for.
struct LibraryPlace {
  const char* file;  ///< "asyncio/tasks.py"
  std::uint32_t defined, awaits;  ///< lines: of its `def`, and where it mostly stands when it waits
};

struct CoroutineBody {
  const char* name;
  const char* qualname;
  LibraryPlace place;
  /// Runs on to the next yield, return or raise. `exception` (may be empty) was thrown in.
  Sent (*step)(Vm& vm, NativeCoroutine* self, Ref exception, Ref& result);
};

struct NativeCoroutine : Generator {
  const CoroutineBody* body;
  Value awaiting;     ///< owned; empty: nothing
  Value values[3];    ///< owned; the body's own. Empty: none
  std::int64_t number;
  std::uint8_t stage; ///< the body's own; 0: not begun
};

/// Not begun. The body fills `values` itself.
[[nodiscard]] inline NativeCoroutine* make_native_coroutine(Vm& vm, const CoroutineBody* body) {
  auto* coroutine = vm.heap.make<NativeCoroutine>(Kind::Generator, vm.types.coroutine);
  coroutine->name = coroutine->qualname = kNone;
  coroutine->handled = HandledException{};
  coroutine->what = GeneratorKind::Coroutine;
  coroutine->state = GeneratorState::Created;
  coroutine->is_native = true;
  coroutine->body = body;
  if (vm.origin_depth != 0) [[unlikely]] note_origin(vm, coroutine);
  return coroutine;
}

/// One step, with the checks that every coroutine has.
Sent step_native(Vm& vm, NativeCoroutine* coroutine, Ref exception, Ref& result);
/// It will not go on: drops what it holds.
void close_native(NativeCoroutine* coroutine);

/// The line where it is, as a frame in CPython would have it: that of its `def` before it began and when it is over.
[[nodiscard]] inline std::uint32_t line_of_native(const NativeCoroutine* coroutine) {
  const bool is_inside = coroutine->state == GeneratorState::Suspended || coroutine->state == GeneratorState::Running;
  return is_inside ? coroutine->body->place.awaits : coroutine->body->place.defined;
}

/// Names of any generator.
[[nodiscard]] std::string_view generator_name(const Generator* generator);
[[nodiscard]] std::string_view generator_qualname(const Generator* generator);

}  // namespace waiter::python
