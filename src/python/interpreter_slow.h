#pragma once
// The long ways of the interpreter's instructions: what an inline cache did not answer, and the instructions that are
// rare. Private to interpreter.cpp.

#include "python/operations.h"

namespace waiter::python {

void raise_unbound_local(Vm& vm, Frame* frame, std::uint32_t slot);
void raise_unbound_cell(Vm& vm, Frame* frame, std::uint32_t slot);
Ref load_class_cell(Vm& vm, Frame* frame, std::uint32_t slot, Str* name);
Ref load_global(Vm& vm, Frame* frame, InlineCache& cache);
Ref load_name(Vm& vm, Frame* frame, Str* name);
Ref load_attribute(Vm& vm, Value object, InlineCache& cache);
/// Takes over the reference to `object`: `function` and `self` are owned afterwards.
bool load_method(Vm& vm, Value object, InlineCache& cache, Value& function, Value& self);
bool store_attribute(Vm& vm, Value object, Value value, InlineCache& cache);
[[nodiscard]] bool same_object(Value left, Value right);
Ref build_string(Vm& vm, std::span<const Value> parts);
Ref format_instruction(Vm& vm, Value value, Value spec, std::uint8_t conversion);
/// Puts `count` items at `place` (the first one last) and drops the sequence.
bool unpack_sequence(Vm& vm, Value sequence, std::uint32_t count, Value* place);
/// The __init__ of a class whose instances are plain and made by object.__new__; empty otherwise.
[[nodiscard]] Value plain_init(Vm& vm, Type* type);
/// 1: a frame was entered; 0: `answer` is the result; -1: exception.
int call_star(Vm& vm, Value callable, const Tuple* positional, const Dict* keywords, Ref& answer);
[[nodiscard]] Str* build_class_name(Vm& vm);
[[nodiscard]] inline const Instruction& resuming_instruction(const Instruction* pc) { return pc[-1]; }
[[nodiscard]] const Handler* find_handler(const Code& code, std::uint32_t instruction);
/// PEP 479: a StopIteration that leaves a generator becomes a RuntimeError.
void stop_iteration_to_runtime_error(Vm& vm, const Generator* generator);

enum class Rare : std::uint8_t {
  Done, Raised, Reraised,
  Entered,  ///< vm.frame is another frame, whose result is pushed
};
/// Runs one rare instruction on the frame's own stack (frame->top, frame->pc).
Rare run_rare(Vm& vm, Frame* frame, Instruction in);

}  // namespace waiter::python
