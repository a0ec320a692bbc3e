#pragma once
// The long ways of the interpreter's instructions: what an inline cache did not answer, and the instructions that are
// rare. Private to interpreter.cpp.

#include "python/operations.h"

namespace waiter::python {

void raise_unbound_local(Vm& vm, Frame* frame, std::uint32_t slot);
/// The index of the span where the error that is set was raised in this frame: its instruction's, or the unbound local's in it.
[[nodiscard]] std::uint32_t place_of_error(const Vm& vm, Frame* frame);
void raise_unbound_cell(Vm& vm, Frame* frame, std::uint32_t slot);
Ref load_class_cell(Vm& vm, Frame* frame, std::uint32_t slot, Str* name);
Ref load_global(Vm& vm, Frame* frame, InlineCache& cache);
Ref load_name(Vm& vm, Frame* frame, Str* name);
/// What an InlineCache holds of an attribute (LoadAttr, LoadMethod, StoreAttr): its `what`.
enum CachedAttribute : std::uint8_t {
  kInstanceSlot = 1,  ///< an instance's own, in `slot`; `shape` and the type's `version` hold
  kMethod = 2,        ///< LoadMethod: a function of the type, `value`
  kClassValue = 3,    ///< a plain value of an instance's class, `value`, that the instance's `shape` does not hide
  kModuleName = 4,    ///< entry `slot` of a module's dict, which has that name as its key
  kTypeValue = 5,     ///< read from a class itself: `value`, as long as its `version` holds
  kNewSlot = 6,       ///< StoreAttr: the instance gets one slot more and the shape `next`, if it has `shape` and the type its `version`
  kMethodOfExtension = 7,  ///< LoadMethod: as kMethod, of an Extension that has no attributes of its own yet
};

/// What the cache remembers for this object, borrowed; empty if it does not. (The first two kinds are the interpreter's.)
inline Value cached_attribute(Value object, const InlineCache& cache) {
  if (cache.what < kClassValue || !object.is_object()) return {};
  Object* o = object.object();
  switch (cache.what) {
    case kClassValue:
      return o->kind == Kind::Instance && o->type->version == cache.version && static_cast<Instance*>(o)->attributes.shape == cache.shape
                 ? cache.value : Value();
    case kModuleName: {
      if (o->kind != Kind::Module || o->type->is_user) return {};
      const Dict* dict = static_cast<Module*>(o)->dict;
      if (cache.slot >= dict->filled || dict->entries[cache.slot].key != Value(cache.name)) return {};
      return dict->entries[cache.slot].value;
    }
    case kTypeValue: return o->kind == Kind::Type && static_cast<Type*>(o)->version == cache.version ? cache.value : Value();
    default: return {};
  }
}

/// `text += more` where nobody but the variable that is assigned next (instruction `next`) holds the text: it grows where it
/// is, as CPython's unicode_concatenate does, so that a loop of them is not quadratic. `held` counts the references there are
/// then: the variable's, and the stack's if it has one. Afterwards the stack owns the only one. False: nothing happened.
bool append_text(Vm& vm, Frame* frame, const Instruction& next, Value text, Value more, std::uint32_t held);
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
/// Whether it was refused as an iterable, and not by what its own methods do.
[[nodiscard]] bool is_no_iterable(Vm& vm, Value value);
/// Puts the tuple of its items in the place of a call's lone *argument. False: exception.
[[nodiscard]] bool star_to_tuple(Vm& vm, Value callable, Value& place);
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
