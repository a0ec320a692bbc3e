#pragma once
// A frame: one call in progress, on the heap. A running program is a chain of frames through `back`; a coroutine, generator
// or thread that waits is a chain set aside. A native frame is C++ that other frames return to (the event loop, for one):
// it has no code but a `resume`.

#include <cstdint>

#include "python/bytecode.h"

namespace waiter::python {

class Vm;

/// What happens to the value that a frame returns.
enum class ReturnTo : std::uint8_t {
  Caller,     ///< pushed on the calling frame's stack
  Instance,   ///< __init__: must be None; `instead` is pushed
  Entry,      ///< C++ called: the interpreter loop returns to it
};

/// How control came back to a native frame.
enum class Resumed : std::uint8_t { Started, Returned, Raised, Yielded, Woken };

/// What a native frame does next.
enum class NativeStep : std::uint8_t {
  Run,      ///< vm.frame is another frame now: run that
  Return,   ///< it is done: the result is the Ref it was given to fill
  Raise,    ///< it is done: an exception is set
  Wait,     ///< nothing to do until somebody outside wakes it
};

struct Frame;
using NativeResume = NativeStep (*)(Vm& vm, Frame* frame, Resumed how, Ref& value);

struct Frame {
  Frame* back;               ///< who called; null at the bottom of a chain. Not owned
  const Code* code;          ///< null for a native frame
  const Instruction* pc;     ///< the next instruction
  Value* top;                ///< one past the stack's top
  Function* function;        ///< owned; may be null (module, class body)
  Dict* globals;             ///< owned
  Value names;               ///< class body, or module: where its names live; empty for functions. Owned
  Generator* generator;      ///< whose frame this is; borrowed
  Traceback* seen_in;        ///< the newest entry of a traceback that names it; borrowed, null when there is none
  Value instead;             ///< ReturnTo::Instance; of one that has ended, the Traceback that keeps its caller. Owned
  NativeResume resume;       ///< native frames
  void* native;              ///< native frames: their own state
  std::uint32_t bytes;       ///< of this allocation
  std::uint32_t depth;       ///< how many calls are below it
  ReturnTo return_to;
  bool started;              ///< native frames: it was resumed before
  bool ended;                ///< it only waits for the last of the entries that name it to go
  bool thrown_into;          ///< a generator's: an exception was thrown through it into what it awaits, and it did not run since
  Value slots[1];            ///< locals, then the stack

  [[nodiscard]] Value* locals() { return slots; }
  [[nodiscard]] Value* stack() { return slots + code->local_count; }
  /// The instruction that runs; the first, when a slice ended before any did.
  [[nodiscard]] std::uint32_t instruction() const {
    const auto next = static_cast<std::uint32_t>(pc - code->instructions.data());
    return next == 0 ? 0 : next - 1;
  }
  [[nodiscard]] const Span& span() const { return code->spans[instruction()]; }
};

/// A generator's frame runs on after something was thrown through it: it handles what it handled.
inline void runs_on(Frame* frame) {
  if (!frame->thrown_into) [[likely]] return;
  frame->thrown_into = false;
  ++frame->depth;
  frame->generator->handled.passed_over = false;
}

/// A frame for `code`: locals unbound, stack empty. Its `back` and `depth` are the caller's business.
[[nodiscard]] Frame* make_frame(Vm& vm, const Code* code, Function* function, Dict* globals);
[[nodiscard]] Frame* make_native_frame(Vm& vm, NativeResume resume, void* native);
/// The frame has ended: drops what it holds and gives the memory back. As CPython's frame objects do, it, its locals,
/// and the frames that called it live on while a traceback names it, however it ended.
void free_frame(Vm& vm, Frame* frame);
/// The entry names this frame. REQUIRES: it names none yet.
void name_frame(Traceback* entry, Frame* frame);
/// The entry names no frame any more: what was the last to name an ended one frees it.
void forget_frame(Vm& vm, Traceback* entry);

}  // namespace waiter::python
