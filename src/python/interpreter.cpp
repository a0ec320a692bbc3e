// The loop over instructions. One function, because dispatch wants one: its cases are short, what is long stands in
// interpreter_slow.cpp and in the operations. Calls of Python functions, generators and coroutines do not recurse: they
// change `vm.frame` and go on. The loop looks up (limits, the end of a slice) at backward jumps and calls.
//
// Conventions: `sp` is one past the stack's top; `pc` the next instruction. Both are written back (SYNC) before anything
// that can raise, call or look at the frame. RAISE means that an exception is set.

#include "python/collector.h"
#include "python/interpreter_fast.h"
#include "python/interpreter_slow.h"
#include "python/operations.h"

namespace waiter::python {
namespace {

Outcome interpret(Vm& vm, Ref& result) {
  Frame* frame = vm.frame;
  const Instruction* pc = frame->pc;
  Value* sp = frame->top;
  Value* locals = frame->slots;
  std::int64_t fuel = vm.fuel_;
  Instruction in{};
  Value value;  // scratch: what is returned, yielded or sent

#define SYNC() (frame->pc = pc, frame->top = sp, vm.fuel_ = fuel)
#define RELOAD() (frame = vm.frame, pc = frame->pc, sp = frame->top, locals = frame->slots, fuel = vm.fuel_)
#define PUSH(v) (*sp++ = (v))
#define POP() (*--sp)
#define TOP() (sp[-1])
#define RAISE() goto raised
#define NEXT() goto next
#define LOOK_UP() (fuel <= 0 || vm.heap.wants_relief())
// Before a frame is made, so that a MemoryError is the caller's. The instruction is given up and counted when it is begun again. A
// slice that is over ends in the new frame instead: a call given up for that would be counted twice, or never be made in a slice of 1.
#define RELIEVE_FIRST()                         \
  if (vm.heap.wants_relief()) [[unlikely]] {    \
    --pc;                                       \
    ++fuel;                                     \
    goto out_of_fuel;                           \
  }

  if (frame->code == nullptr) goto native_started;
  if (vm.has_error()) goto raised_synced;

next:
  in = *pc++;
  --fuel;
  switch (in.op) {
    case Op::Nop: NEXT();
    case Op::PopTop: {
      frame->pc = pc;
      decref(POP());
      NEXT();
    }
    case Op::Copy: {
      const Value v = sp[-in.a];
      incref(v);
      PUSH(v);
      NEXT();
    }
    case Op::Swap: {
      std::swap(sp[-1], sp[-in.a]);
      NEXT();
    }
    case Op::LoadConst: {
      const Value v = frame->code->constants[in.c];
      incref(v);
      PUSH(v);
      NEXT();
    }
    case Op::LoadFast: {
      const Value v = locals[in.b];
      if (v == kUnbound) [[unlikely]] {
        SYNC();
        raise_unbound_local(vm, frame, in.b);
        RAISE();
      }
      incref(v);
      PUSH(v);
      NEXT();
    }
    case Op::StoreFast: {
      const Value old = locals[in.b];
      locals[in.b] = POP();
      frame->pc = pc;  // a finaliser, or a warning, wants to know the line
      decref(old);
      NEXT();
    }
    case Op::DeleteFast: {
      const Value old = locals[in.b];
      SYNC();
      if (old == kUnbound) {
        raise_unbound_local(vm, frame, in.b);
        RAISE();
      }
      locals[in.b] = kUnbound;
      decref(old);
      NEXT();
    }
    case Op::MakeCell: {
      const Value cell = make_cell(vm, locals[in.b]).release();
      const Value old = locals[in.b];
      locals[in.b] = cell;
      decref(old);
      NEXT();
    }
    case Op::CopyFree: {
      const Tuple* closure = frame->function->closure;
      Value* first = locals + frame->code->local_count - in.b;
      for (std::uint32_t i = 0; i < in.b; ++i) {
        incref(closure->items[i]);
        first[i] = closure->items[i];
      }
      NEXT();
    }
    case Op::LoadCell: {
      const Value v = cast<Cell>(locals[in.b])->value;
      if (v == kUnbound) [[unlikely]] {
        SYNC();
        raise_unbound_cell(vm, frame, in.b);
        RAISE();
      }
      incref(v);
      PUSH(v);
      NEXT();
    }
    case Op::StoreCell: {
      Cell* cell = cast<Cell>(locals[in.b]);
      const Value old = cell->value;
      cell->value = POP();
      decref(old);
      NEXT();
    }
    case Op::DeleteCell: {
      Cell* cell = cast<Cell>(locals[in.b]);
      SYNC();
      if (cell->value == kUnbound) {
        raise_unbound_cell(vm, frame, in.b);
        RAISE();
      }
      const Value old = cell->value;
      cell->value = kUnbound;
      decref(old);
      NEXT();
    }
    case Op::LoadClosure: {
      incref(locals[in.b]);
      PUSH(locals[in.b]);
      NEXT();
    }
    case Op::LoadClassCell: {
      SYNC();
      Ref v = load_class_cell(vm, frame, in.b, cast<Str>(frame->code->constants[in.c]));
      if (!v) RAISE();
      PUSH(v.release());
      NEXT();
    }
    case Op::LoadGlobal: {
      InlineCache& cache = frame->code->caches[in.c];
      if (in.a == 1) PUSH(kUnbound);
      if (cache.version == frame->globals->version + 1) {
        if (cache.what == 1) {
          const Value v = frame->globals->entries[cache.slot].value;
          incref(v);
          PUSH(v);
          NEXT();
        }
        if (cache.what == 2 && cache.version2 == vm.builtins->version) {
          const Value v = vm.builtins->entries[cache.slot].value;
          incref(v);
          PUSH(v);
          NEXT();
        }
      }
      SYNC();
      Ref v = load_global(vm, frame, cache);
      if (!v) RAISE();
      PUSH(v.release());
      NEXT();
    }
    case Op::StoreGlobal: {
      const InlineCache& cache = frame->code->caches[in.c];
      const Value v = POP();
      SYNC();
      dict_set_name(vm, frame->globals, cache.name, v);
      decref(v);
      NEXT();
    }
    case Op::DeleteGlobal: {
      SYNC();
      Str* name = cast<Str>(frame->code->constants[in.c]);
      if (!dict_delete_name(vm, frame->globals, name)) {
        raise_name_error(vm, vm.types.NameError, fmt::format("name '{}' is not defined", name->view()), name);
        RAISE();
      }
      NEXT();
    }
    case Op::LoadName: {
      SYNC();
      Ref v = load_name(vm, frame, cast<Str>(frame->code->constants[in.c]));
      if (!v) RAISE();
      PUSH(v.release());
      NEXT();
    }
    case Op::StoreName: {
      const Value v = POP();
      SYNC();
      if (frame->names.object()->type->is_user) {  // what a metaclass's __prepare__ gave
        const bool stored = set_item(vm, frame->names, frame->code->constants[in.c], v);
        decref(v);
        fuel = vm.fuel_;  // its __setitem__ may be Python
        if (!stored) RAISE();
        NEXT();
      }
      dict_set_name(vm, cast<Dict>(frame->names), cast<Str>(frame->code->constants[in.c]), v);
      decref(v);
      NEXT();
    }
    case Op::DeleteName: {
      SYNC();
      Str* name = cast<Str>(frame->code->constants[in.c]);
      if (!dict_delete_name(vm, cast<Dict>(frame->names), name)) {
        raise_name_error(vm, vm.types.NameError, fmt::format("name '{}' is not defined", name->view()), name);
        RAISE();
      }
      NEXT();
    }
    case Op::LoadAttr: {
      const Value object = TOP();
      InlineCache& cache = frame->code->caches[in.c];
      if (object.is_kind(Kind::Instance)) {
        const auto* instance = cast<Instance>(object);
        if (cache.what == 1 && instance->attributes.shape == cache.shape && instance->type->version == cache.version) {
          const Value v = instance->attributes.slots[cache.slot];
          incref(v);
          TOP() = v;
          decref(object);
          NEXT();
        }
      }
      if (const Value v = cached_attribute(object, cache); !v.is_empty()) {
        incref(v);
        TOP() = v;
        decref(object);
        NEXT();
      }
      SYNC();
      Ref v = load_attribute(vm, object, cache);
      if (!v) RAISE();
      RELOAD();
      TOP() = v.release();
      decref(object);
      NEXT();
    }
    case Op::LoadMethod: {
      const Value object = TOP();
      InlineCache& cache = frame->code->caches[in.c];
      if (cache.what == 2) {
        Type* type = type_of(vm, object);
        if (type->version == cache.version &&
            (cache.shape == nullptr || (object.is_kind(Kind::Instance) && cast<Instance>(object)->attributes.shape == cache.shape))) {
          incref(cache.value);
          sp[-1] = cache.value;
          PUSH(object);
          NEXT();
        }
      }
      if (cache.what == kMethodOfExtension && object.is_kind(Kind::Extension) && object.object()->type->version == cache.version &&
          cast<Extension>(object)->attributes.shape == nullptr) {
        incref(cache.value);
        sp[-1] = cache.value;
        PUSH(object);
        NEXT();
      }
      if (const Value v = cached_attribute(object, cache); !v.is_empty()) {
        incref(v);
        sp[-1] = kUnbound;
        PUSH(v);
        decref(object);
        NEXT();
      }
      SYNC();
      Value function, self;
      if (!load_method(vm, object, cache, function, self)) RAISE();
      fuel = vm.fuel_;  // a module's __getattr__ may have imported
      sp[-1] = function;
      PUSH(self);
      NEXT();
    }
    case Op::StoreAttr: {
      const Value object = sp[-1];
      const Value v = sp[-2];
      InlineCache& cache = frame->code->caches[in.c];
      if (cache.what == 1 && object.is_kind(Kind::Instance)) {
        auto* instance = cast<Instance>(object);
        if (instance->attributes.shape == cache.shape && instance->type->version == cache.version) {
          const Value old = instance->attributes.slots[cache.slot];
          instance->attributes.slots[cache.slot] = v;
          sp -= 2;
          decref(old);
          decref(object);
          NEXT();
        }
      }
      SYNC();
      if (!store_attribute(vm, object, v, cache)) RAISE();
      fuel = vm.fuel_;
      sp -= 2;
      SYNC();
      decref(object);
      decref(v);
      NEXT();
    }
    case Op::DeleteAttr: {
      const Value object = TOP();
      SYNC();
      if (!delete_attribute(vm, object, cast<Str>(frame->code->constants[in.c]))) RAISE();
      fuel = vm.fuel_;
      --sp;
      decref(object);
      NEXT();
    }
    case Op::StoreSubscript: {
      const Value key = sp[-1], object = sp[-2], v = sp[-3];
      if (key.is_int() && object.is_kind(Kind::List) && !object.object()->type->is_user) {
        List* list = cast<List>(object);
        std::int64_t at = key.as_int();
        if (at < 0) at += list->count;
        if (at >= 0 && at < list->count) {
          const Value old = list->items[at];
          list->items[at] = v;
          sp -= 3;
          decref(object);
          decref(old);
          NEXT();
        }
      }
      SYNC();
      if (!set_item(vm, object, key, v)) RAISE();
      sp -= 3;
      SYNC();
      decref(key);
      decref(object);
      decref(v);
      NEXT();
    }
    case Op::DeleteSubscript: {
      const Value key = sp[-1], object = sp[-2];
      SYNC();
      if (!delete_item(vm, object, key)) RAISE();
      sp -= 2;
      decref(key);
      decref(object);
      NEXT();
    }

// Binary operations in their five operand modes. FAST gives a Value or nothing; SLOW is the whole truth.
#define OPERANDS_SS const Value l = sp[-2], r = sp[-1]
#define OPERANDS_SF const Value l = sp[-1], r = locals[in.c]
#define OPERANDS_SC const Value l = sp[-1], r = frame->code->constants[in.c]
#define OPERANDS_FF const Value l = locals[in.b], r = locals[in.c]
#define OPERANDS_FC const Value l = locals[in.b], r = frame->code->constants[in.c]
#define FINISH_SS(v) (sp[-2] = (v), --sp, decref(l), decref(r))
#define FINISH_SF(v) (sp[-1] = (v), decref(l))
#define FINISH_SC(v) (sp[-1] = (v), decref(l))
#define FINISH_FF(v) (PUSH(v))
#define FINISH_FC(v) (PUSH(v))
// `+=` with a text that grew where it was (append_text): references to it that there were, and what is left to do.
#define HELD_SS 2
#define HELD_SF 2
#define HELD_SC 2
#define HELD_FF 1
#define HELD_FC 1
#define APPENDED_SS() (--sp, decref(r))
#define APPENDED_SF()
#define APPENDED_SC()
#define APPENDED_FF() PUSH(l)
#define APPENDED_FC() PUSH(l)
#define CHECK_SS()
#define CHECK_SF() if (r == kUnbound) { raise_unbound_local(vm, frame, in.c); RAISE(); }
#define CHECK_SC()
#define CHECK_FF() \
  if (l == kUnbound || r == kUnbound) { raise_unbound_local(vm, frame, l == kUnbound ? in.b : in.c); RAISE(); }
#define CHECK_FC() if (l == kUnbound) { raise_unbound_local(vm, frame, in.b); RAISE(); }

#define BINARY_MODE(name, mode, FAST, SLOW)                \
  case Op::name##mode: {                                   \
    OPERANDS_##mode;                                       \
    if (const Value v = FAST(l, r); !v.is_empty()) {       \
      FINISH_##mode(v);                                    \
      NEXT();                                              \
    }                                                      \
    SYNC();                                                \
    CHECK_##mode()                                         \
    if constexpr (Op::name##SS == Op::AddSS) {             \
      if (in.a != 0 && append_text(vm, frame, *pc, l, r, HELD_##mode)) { \
        fuel = vm.fuel_;                                   \
        APPENDED_##mode();                                 \
        NEXT();                                            \
      }                                                    \
    }                                                      \
    Ref v = SLOW;                                          \
    if (!v) RAISE();                                       \
    fuel = vm.fuel_;                                       \
    FINISH_##mode(v.release());                            \
    NEXT();                                                \
  }
#define BINARY(name, FAST, SLOW)                                                                         \
  BINARY_MODE(name, SS, FAST, SLOW) BINARY_MODE(name, SF, FAST, SLOW) BINARY_MODE(name, SC, FAST, SLOW) \
  BINARY_MODE(name, FF, FAST, SLOW) BINARY_MODE(name, FC, FAST, SLOW)

    BINARY(Add, fast_add, binary_or_in_place(vm, BinaryKind::Add, l, r, in.a))
    BINARY(Sub, fast_sub, binary_or_in_place(vm, BinaryKind::Sub, l, r, in.a))
    BINARY(Mul, fast_mul, binary_or_in_place(vm, BinaryKind::Mul, l, r, in.a))
    BINARY(TrueDiv, fast_true_div, binary_or_in_place(vm, BinaryKind::TrueDiv, l, r, in.a))
    BINARY(FloorDiv, fast_floor_div, binary_or_in_place(vm, BinaryKind::FloorDiv, l, r, in.a))
    BINARY(Mod, fast_mod, binary_or_in_place(vm, BinaryKind::Mod, l, r, in.a))
    BINARY(And, fast_and, binary_or_in_place(vm, BinaryKind::And, l, r, in.a))
    BINARY(Subscript, fast_subscript, get_item(vm, l, r))

// A comparison whose answer only decides a jump takes the jump itself and makes no bool.
#define COMPARE_MODE(name, mode, OP, KIND)                                                          \
  case Op::name##mode: {                                                                            \
    OPERANDS_##mode;                                                                                \
    const int answer = fast_compare(l, r, [](std::int64_t a, std::int64_t b) { return a OP b; },   \
                                    [](double a, double b) { return a OP b; });                     \
    if (answer >= 0) {                                                                              \
      if (pc->op == Op::PopJumpIfFalse || pc->op == Op::PopJumpIfTrue) {                            \
        DROP_##mode();                                                                              \
        const bool jump = (answer == 1) == (pc->op == Op::PopJumpIfTrue);                           \
        pc = jump ? frame->code->instructions.data() + pc->c : pc + 1;                              \
        --fuel;                                                                                     \
        NEXT();                                                                                     \
      }                                                                                             \
      FINISH_##mode(Value::from_bool(answer == 1));                                                 \
      NEXT();                                                                                       \
    }                                                                                               \
    if constexpr (CompareKind::KIND == CompareKind::Eq || CompareKind::KIND == CompareKind::Ne) {   \
      if (const int same = same_text(vm, l, r); same >= 0) {                                        \
        FINISH_##mode(Value::from_bool((same == 1) == (CompareKind::KIND == CompareKind::Eq)));     \
        NEXT();                                                                                     \
      }                                                                                             \
    }                                                                                               \
    SYNC();                                                                                         \
    CHECK_##mode()                                                                                  \
    Ref v = compare(vm, CompareKind::KIND, l, r);                                                   \
    if (!v) RAISE();                                                                                \
    fuel = vm.fuel_;                                                                                \
    FINISH_##mode(v.release());                                                                     \
    NEXT();                                                                                         \
  }
// Only numbers come here: nothing to release.
#define DROP_SS() (sp -= 2)
#define DROP_SF() (sp -= 1)
#define DROP_SC() (sp -= 1)
#define DROP_FF()
#define DROP_FC()
#define COMPARE(name, OP, KIND)                                                                      \
  COMPARE_MODE(name, SS, OP, KIND) COMPARE_MODE(name, SF, OP, KIND) COMPARE_MODE(name, SC, OP, KIND) \
  COMPARE_MODE(name, FF, OP, KIND) COMPARE_MODE(name, FC, OP, KIND)
    COMPARE(Lt, <, Lt)
    COMPARE(Le, <=, Le)
    COMPARE(Eq, ==, Eq)
    COMPARE(Ne, !=, Ne)
    COMPARE(Gt, >, Gt)
    COMPARE(Ge, >=, Ge)

    case Op::BinaryOp: {
      const Value r = sp[-1], l = sp[-2];
      const auto kind = static_cast<BinaryKind>(in.a);
      if (const Value v = fast_other(kind, l, r); !v.is_empty()) {
        FINISH_SS(v);
        NEXT();
      }
      SYNC();
      Ref v = in.b == 1 ? binary_in_place(vm, kind, l, r) : binary(vm, kind, l, r);
      if (!v) RAISE();
      fuel = vm.fuel_;
      FINISH_SS(v.release());
      NEXT();
    }
    case Op::InPlaceAdd: {
      const Value r = sp[-1], l = sp[-2];
      if (const Value v = fast_add(l, r); !v.is_empty()) {
        FINISH_SS(v);
        NEXT();
      }
      SYNC();
      if (append_text(vm, frame, *pc, l, r, 2)) {
        fuel = vm.fuel_;
        --sp;  // `l` grew where it was; its variable is set by the instruction that follows
        decref(r);
        NEXT();
      }
      Ref v = binary_in_place(vm, BinaryKind::Add, l, r);
      if (!v) RAISE();
      fuel = vm.fuel_;
      FINISH_SS(v.release());
      NEXT();
    }
    case Op::Is: {
      const Value r = sp[-1], l = sp[-2];
      const bool same = same_object(l, r);
      --sp;
      sp[-1] = Value::from_bool(same != (in.a == 1));
      decref(l);
      decref(r);
      NEXT();
    }
    case Op::Contains: {
      const Value container = sp[-1], item = sp[-2];
      SYNC();
      const int found = contains(vm, container, item);
      if (found < 0) RAISE();
      fuel = vm.fuel_;
      --sp;
      sp[-1] = Value::from_bool((found == 1) != (in.a == 1));
      decref(container);
      decref(item);
      NEXT();
    }
#define UNARY(name, function)    \
  case Op::name: {               \
    const Value operand = TOP(); \
    SYNC();                      \
    Ref v = function(vm, operand); \
    if (!v) RAISE();             \
    TOP() = v.release();         \
    decref(operand);             \
    NEXT();                      \
  }
    UNARY(Negative, negative)
    UNARY(Positive, positive)
    UNARY(Invert, invert)
    case Op::Not: {
      const Value operand = TOP();
      int yes = fast_truth(operand);
      if (yes < 0) {
        SYNC();
        yes = truth(vm, operand);
        if (yes < 0) RAISE();
      }
      TOP() = Value::from_bool(yes == 0);
      decref(operand);
      NEXT();
    }
    case Op::Jump: {
      pc = frame->code->instructions.data() + in.c;
      NEXT();
    }
    case Op::JumpBack: {
      pc = frame->code->instructions.data() + in.c;
      if (LOOK_UP()) [[unlikely]] goto out_of_fuel;
      NEXT();
    }
#define JUMP_IF(name, wanted)                                            \
  case Op::name: {                                                       \
    const Value condition = TOP();                                       \
    int yes = fast_truth(condition);                                     \
    if (yes < 0) {                                                       \
      SYNC();                                                            \
      yes = truth(vm, condition);                                        \
      if (yes < 0) RAISE();                                              \
    }                                                                    \
    --sp;                                                                \
    decref(condition);                                                   \
    if (yes == (wanted)) pc = frame->code->instructions.data() + in.c;   \
    NEXT();                                                              \
  }
    JUMP_IF(PopJumpIfFalse, 0)
    JUMP_IF(PopJumpIfTrue, 1)
    case Op::PopJumpIfNone: {
      const Value v = POP();
      if (v.is_none()) pc = frame->code->instructions.data() + in.c;
      decref(v);
      NEXT();
    }
    case Op::PopJumpIfNotNone: {
      const Value v = POP();
      if (!v.is_none()) pc = frame->code->instructions.data() + in.c;
      decref(v);
      NEXT();
    }
#define JUMP_OR_POP(name, wanted)                                        \
  case Op::name: {                                                       \
    const Value condition = TOP();                                       \
    int yes = fast_truth(condition);                                     \
    if (yes < 0) {                                                       \
      SYNC();                                                            \
      yes = truth(vm, condition);                                        \
      if (yes < 0) RAISE();                                              \
    }                                                                    \
    if (yes == (wanted)) {                                               \
      pc = frame->code->instructions.data() + in.c;                      \
    } else {                                                             \
      --sp;                                                              \
      decref(condition);                                                 \
    }                                                                    \
    NEXT();                                                              \
  }
    JUMP_OR_POP(JumpIfFalseOrPop, 0)
    JUMP_OR_POP(JumpIfTrueOrPop, 1)

    case Op::GetIter: {
      const Value iterable = TOP();
      SYNC();
      Ref iterator = get_iterator(vm, iterable);
      if (!iterator) RAISE();
      TOP() = iterator.release();
      decref(iterable);
      NEXT();
    }
    case Op::ForIter: {
      const Value iterator = TOP();
      if (iterator.is_kind(Kind::Iterator)) {
        auto* walk = cast<Iterator>(iterator);
        if (walk->what() == IteratorKind::Range) {
          if (walk->index < walk->stop) {
            ++walk->index;
            PUSH(Value::from_int(walk->step));
            walk->step += cast<Range>(walk->source)->step.as_int();
            NEXT();
          }
          --sp;
          pc = frame->code->instructions.data() + in.c;
          decref(iterator);
          NEXT();
        }
        if (walk->what() == IteratorKind::List && !walk->source.is_none()) {
          const List* list = cast<List>(walk->source);
          if (walk->index < list->count) {
            const Value item = list->items[walk->index++];
            incref(item);
            PUSH(item);
            NEXT();
          }
        }
      } else if (iterator.is_kind(Kind::Generator)) {
        SYNC();
        auto* generator = cast<Generator>(iterator);
        if (generator->state == GeneratorState::Closed) {
          --sp;
          pc = frame->code->instructions.data() + in.c;
          decref(iterator);
          NEXT();
        }
        if (!enter_generator(vm, generator, kNone)) RAISE();
        RELOAD();
        NEXT();
      }
      SYNC();
      Ref item = next_item(vm, iterator);
      if (item) {
        fuel = vm.fuel_;
        PUSH(item.release());
        NEXT();
      }
      if (vm.has_error()) RAISE();
      fuel = vm.fuel_;
      --sp;
      pc = frame->code->instructions.data() + in.c;
      decref(iterator);
      NEXT();
    }
    case Op::BuildTuple: {
      Tuple* tuple = make_tuple_raw(vm, in.c);
      sp -= in.c;
      std::copy(sp, sp + in.c, tuple->items);
      PUSH(Value(tuple));
      NEXT();
    }
    case Op::BuildList: {
      Ref list = make_list(vm, {sp - in.c, in.c});
      for (std::uint32_t i = 0; i < in.c; ++i) decref(*--sp);
      PUSH(list.release());
      NEXT();
    }
    case Op::BuildString: {
      SYNC();
      Ref text = build_string(vm, {sp - in.c, in.c});
      if (!text) RAISE();
      for (std::uint32_t i = 0; i < in.c; ++i) decref(*--sp);
      PUSH(text.release());
      NEXT();
    }
    case Op::BuildSlice: {
      Ref slice = make_slice(vm, sp[-in.a], sp[1 - in.a], in.a == 3 ? sp[-1] : kNone);
      for (int i = 0; i < in.a; ++i) decref(*--sp);
      PUSH(slice.release());
      NEXT();
    }
    case Op::ListAppend: {
      const Value v = POP();
      list_append(vm, cast<List>(sp[-in.a]), v);
      decref(v);
      NEXT();
    }
    case Op::FormatValue: {
      SYNC();
      const bool has_spec = in.b == 1;
      const Value v = has_spec ? sp[-2] : sp[-1];
      Ref text = format_instruction(vm, v, has_spec ? sp[-1] : Value(), in.a);
      if (!text) RAISE();
      fuel = vm.fuel_;
      if (has_spec) decref(POP());
      TOP() = text.release();
      decref(v);
      NEXT();
    }
    case Op::UnpackSequence: {
      const Value v = TOP();
      if (v.is_object() && (v.object()->kind == Kind::Tuple || v.object()->kind == Kind::List) && !v.object()->type->is_user) {
        const bool is_tuple = v.object()->kind == Kind::Tuple;
        const std::uint32_t count = is_tuple ? cast<Tuple>(v)->count : cast<List>(v)->count;
        const Value* items = is_tuple ? cast<Tuple>(v)->items : cast<List>(v)->items;
        if (count == in.c) {
          --sp;
          for (std::uint32_t i = count; i-- > 0;) {
            incref(items[i]);
            PUSH(items[i]);
          }
          decref(v);
          NEXT();
        }
      }
      SYNC();
      if (!unpack_sequence(vm, v, in.c, sp - 1)) RAISE();
      sp += static_cast<std::ptrdiff_t>(in.c) - 1;
      NEXT();
    }
    case Op::PushEmpty: {
      PUSH(kUnbound);
      NEXT();
    }
    case Op::LoadBuildClass: {
      const Value v = dict_get_name(vm.builtins, build_class_name(vm));
      incref(v);
      PUSH(v);
      NEXT();
    }
    case Op::LoadAssertionError: {
      incref(Value(vm.types.AssertionError));
      PUSH(Value(vm.types.AssertionError));
      NEXT();
    }

    case Op::BuildClass:
    case Op::Call: {
      // [empty or function][callable or self] arguments...
      std::uint32_t count = in.b;
      Value* base = sp - count;
      Value* const start = base - 2;
      Value callable = base[-2];
      if (callable == kUnbound) {
        callable = base[-1];
        if (callable.is_kind(Kind::BoundMethod)) {
          auto* method = cast<BoundMethod>(callable);
          const Value function = method->function, self = method->self;
          incref(function);
          incref(self);
          base[-2] = function;
          base[-1] = self;
          decref(callable);
          callable = function;
          --base;
          ++count;
        }
      } else {
        --base;
        ++count;
      }
      if (callable.is_kind(Kind::Function)) {
        auto* function = cast<Function>(callable);
        const Code* code = function->code;
        if (code->is_simple && in.c == 0 && count == code->argument_count) {
          RELIEVE_FIRST();
          Frame* callee = make_frame(vm, code, function, function->globals);
          std::copy(base, sp, callee->slots);
          // The arguments moved; the callable and, for a plain call, the empty self remain.
          sp = start;
          SYNC();
          if (!enter_frame(vm, callee, ReturnTo::Caller)) {
            decref(callable);
            RAISE();
          }
          decref(callable);
          frame = callee;
          pc = code->instructions.data();
          sp = callee->top;
          locals = callee->slots;
          if (fuel <= 0) [[unlikely]] goto out_of_fuel;
          NEXT();
        }
        RELIEVE_FIRST();
        SYNC();
        const Tuple* names = in.c == 0 ? nullptr : cast<Tuple>(frame->code->constants[in.c - 1]);
        const std::uint32_t keywords = names == nullptr ? 0 : names->count;
        Frame* callee = bind_call(vm, function, {base, count - keywords}, names, base + count - keywords);
        if (callee == nullptr) RAISE();
        while (sp != start) decref(*--sp);
        SYNC();
        if (!enter_frame(vm, callee, ReturnTo::Caller)) RAISE();
        RELOAD();
        if (fuel <= 0) [[unlikely]] goto out_of_fuel;
        NEXT();
      }
      if (callable.is_kind(Kind::Type)) {
        Type* type = cast<Type>(callable);
        // A plain class whose __init__ is a Python function: its frame is entered, nothing recurses.
        const Value init = plain_init(vm, type);
        if (!init.is_empty()) {
          RELIEVE_FIRST();
          SYNC();
          const Tuple* names = in.c == 0 ? nullptr : cast<Tuple>(frame->code->constants[in.c - 1]);
          const std::uint32_t keywords = names == nullptr ? 0 : names->count;
          Ref instance = Ref::steal(Value(allocate_instance(vm, type)));
          Frame* callee = bind_call(vm, cast<Function>(init), {base, count - keywords}, names, base + count - keywords, instance);
          if (callee == nullptr) RAISE();
          callee->instead = instance.release();
          while (sp != start) decref(*--sp);
          SYNC();
          if (!enter_frame(vm, callee, ReturnTo::Instance)) RAISE();
          RELOAD();
          if (fuel <= 0) [[unlikely]] goto out_of_fuel;
          NEXT();
        }
      }
      SYNC();
      const Tuple* names = in.c == 0 ? nullptr : cast<Tuple>(frame->code->constants[in.c - 1]);
      const std::uint32_t keywords = names == nullptr ? 0 : names->count;
      Ref answer;
      if (callable.is_kind(Kind::Native)) answer = call_native(vm, cast<Native>(callable), base, count - keywords, names);
      else answer = call_or_enter(vm, callable, {base, count}, names);
      if (!answer) RAISE();
      if (answer.get() == kUnbound) {
        // The native entered a frame: its result will be pushed here.
        while (sp != start) decref(*--sp);
        frame->top = sp;
        RELOAD();
        if (frame->code == nullptr) goto native_started;
        NEXT();
      }
      fuel = vm.fuel_;
      while (sp != start) decref(*--sp);
      PUSH(answer.release());
      if (LOOK_UP()) [[unlikely]] goto out_of_fuel;
      NEXT();
    }
    case Op::CallStar: {
      SYNC();
      const bool has_keywords = in.a == 1;
      const std::uint32_t extra = has_keywords ? 2 : 1;
      const Value callable = sp[-1 - static_cast<int>(extra)];
      Value& given = sp[-static_cast<int>(extra)];
      if ((!given.is_kind(Kind::Tuple) || given.object()->type->is_user) && !star_to_tuple(vm, callable, given)) RAISE();
      const Tuple* positional = cast<Tuple>(given);
      const Dict* keywords = has_keywords ? cast<Dict>(sp[-1]) : nullptr;
      Ref answer;
      const int entered = call_star(vm, callable, positional, keywords, answer);
      if (entered < 0) RAISE();
      Value* const start = sp - 2 - extra;
      if (entered == 1) {
        Frame* const callee = vm.frame;
        while (sp != start) decref(*--sp);
        frame->top = sp;
        vm.frame = callee;
        RELOAD();
        if (frame->code == nullptr) goto native_started;
        NEXT();
      }
      fuel = vm.fuel_;
      while (sp != start) decref(*--sp);
      PUSH(answer.release());
      NEXT();
    }

    case Op::ReturnGenerator: {
      // This frame is set aside; the caller gets the generator.
      SYNC();
      Frame* const caller = frame->back;
      const ReturnTo to = frame->return_to;
      Ref generator = make_generator(vm, frame);
      vm.frame = caller;
      value = generator.release();
      if (to == ReturnTo::Entry) {
        result = Ref::steal(value);
        return Outcome::Returned;
      }
      goto push_on_caller;
    }
    case Op::ReturnValue: {
      value = POP();
      frame->top = sp;
      frame->pc = pc;
      vm.fuel_ = fuel;
      Frame* const caller = frame->back;
      const ReturnTo to = frame->return_to;
      if (Generator* generator = frame->generator; generator != nullptr) {
        vm.handled = generator->handled.previous;
        generator->state = GeneratorState::Closed;
        generator->frame = nullptr;
        vm.frame = caller;  // finalisers of what it held see who called it
        free_frame(vm, frame);
        frame = caller;
        if (to == ReturnTo::Entry) {
          result = Ref::steal(value);
          decref(Value(generator));
          return Outcome::Returned;
        }
        decref(Value(generator));
        if (caller->code == nullptr) {
          result = Ref::steal(value);
          goto native_returned;
        }
        // Whoever resumed it: a `for`, or a Send.
        vm.now_runs(caller);
        fuel = vm.fuel_;
        pc = caller->pc;
        sp = caller->top;
        locals = caller->slots;
        const Instruction& resumed_by = resuming_instruction(pc);
        const Value iterator = *--sp;
        pc = caller->code->instructions.data() + resumed_by.c;
        runs_on(caller);
        if (resumed_by.op == Op::Send) PUSH(value);
        else decref(value);
        caller->top = sp;
        decref(iterator);
        NEXT();
      }
      if (to == ReturnTo::Instance) {
        if (!value.is_none()) [[unlikely]] {
          vm.raise(vm.types.TypeError, "__init__() should return None, not '{}'", type_name(vm, value));
          decref(value);
          vm.frame = caller;
          free_frame(vm, frame);
          RELOAD();
          RAISE();
        }
        value = std::exchange(frame->instead, Value());
      }
      vm.frame = caller;
      free_frame(vm, frame);
      if (to == ReturnTo::Entry) {
        result = Ref::steal(value);
        return Outcome::Returned;
      }
      goto push_on_caller;
    }
    case Op::YieldValue: {
      value = POP();
      if (in.a == 1) value = wrap_async_yield(vm, value);
      SYNC();
      Generator* generator = frame->generator;
      Frame* const caller = frame->back;
      const ReturnTo to = frame->return_to;
      frame->back = nullptr;
      generator->state = GeneratorState::Suspended;
      vm.handled = generator->handled.previous;
      generator->handled.previous = nullptr;
      vm.frame = caller;
      if (to == ReturnTo::Entry) {
        result = Ref::steal(value);
        decref(Value(generator));
        return Outcome::Yielded;
      }
      decref(Value(generator));
      if (caller->code == nullptr) {
        result = Ref::steal(value);
        goto native_yielded;
      }
      vm.now_runs(caller);
      runs_on(caller);
      RELOAD();
      PUSH(value);
      NEXT();
    }
    case Op::GetAwaitable: {
      // A coroutine that has not begun is awaited by nobody yet.
      const Value awaited = TOP();
      if (awaited.is_kind(Kind::Generator) && cast<Generator>(awaited)->what == GeneratorKind::Coroutine &&
          cast<Generator>(awaited)->state == GeneratorState::Created)
        NEXT();
      goto rare;
    }
    case Op::Send: {
      // [iterator, value]: a generator is entered; what it yields is pushed, and what it returns ends the loop.
      const Value sent = sp[-1], iterator = sp[-2];
      if (iterator.is_kind(Kind::Generator) && !cast<Generator>(iterator)->is_native) {
        --sp;
        SYNC();
        const bool entered = enter_generator(vm, cast<Generator>(iterator), sent);
        decref(sent);
        if (!entered) {
          if (vm.error_is(vm.types.StopIteration)) {  // an exhausted generator in `yield from`
            const Ref stop = vm.take_error();
            TOP() = stop_value(vm, stop).release();
            pc = frame->code->instructions.data() + in.c;
            decref(iterator);
            NEXT();
          }
          RAISE();
        }
        RELOAD();
        if (fuel <= 0) [[unlikely]] goto out_of_fuel;
        NEXT();
      }
      SYNC();
      Ref answer;
      const Sent how = send(vm, iterator, sent, answer);
      if (how == Sent::Raised) RAISE();
      fuel = vm.fuel_;
      decref(sent);
      if (how == Sent::Yielded) {
        sp[-1] = answer.release();
      } else {
        --sp;
        sp[-1] = answer.release();
        decref(iterator);
        pc = frame->code->instructions.data() + in.c;
      }
      NEXT();
    }

    case Op::Reraise: {
      SYNC();
      Ref exception = Ref::steal(POP());
      frame->top = sp;
      vm.restore_error(std::move(exception));
      goto unwind;  // without a new line in the traceback
    }
    case Op::PushHandled: {
      const Value exception = TOP();
      sp[-1] = vm.handled->value;
      vm.handled->value = exception;
      incref(exception);
      PUSH(exception);
      NEXT();
    }
    case Op::PopHandled: {
      const Value before = POP();
      const Value old = vm.handled->value;
      vm.handled->value = before;
      SYNC();
      decref(old);
      NEXT();
    }
    case Op::CheckMatch: {
      SYNC();
      const int match = exception_matches(vm, sp[-2], sp[-1]);
      if (match < 0) RAISE();
      decref(sp[-1]);
      sp[-1] = Value::from_bool(match == 1);
      NEXT();
    }

    default:
    rare: {
      // Everything that is rare stands in interpreter_slow.cpp, working on the frame's own stack.
      SYNC();
      const Rare how = run_rare(vm, frame, in);
      if (how == Rare::Raised) RAISE();
      if (how == Rare::Reraised) goto unwind;
      if (how == Rare::Entered) goto native_runs;
      pc = frame->pc;
      sp = frame->top;
      fuel = vm.fuel_;
      NEXT();
    }
  }

push_on_caller:
  // `value` is what a call gives; vm.frame is the caller.
  frame = vm.frame;
  vm.now_runs(frame);
  if (frame->code == nullptr) {
    result = Ref::steal(value);
    goto native_returned;
  }
  runs_on(frame);
  pc = frame->pc;
  sp = frame->top;
  locals = frame->slots;
  fuel = vm.fuel_;  // what ended may have worked in C++, or have had finalisers
  PUSH(value);
  NEXT();

raised:
  // An exception is set in `frame`. Natives that ran frames of their own have put vm.frame back.
  frame = vm.frame;
  if (frame->code == nullptr) goto native_raised;
raised_synced:
  frame = vm.frame;
  if (!vm.stopped_because().empty()) return Outcome::Raised;  // a limit was met: nothing more runs, no handler either
  WAITER_ASSERT(vm.has_error(), "without an exception only a limit ends a run here");
  add_traceback(vm, frame->code, place_of_error(vm, frame), frame->globals, frame);
unwind: {
  const std::uint32_t at = frame->instruction();
  if (const Handler* handler = find_handler(*frame->code, at)) {
    Value* const target = frame->stack() + handler->depth;
    sp = frame->top;
    while (sp != target) {
      const Value v = *--sp;
      frame->top = sp;
      decref(v);
    }
    PUSH(vm.take_error().release());
    cast<Exception>(TOP())->entries_unseen = 0;
    frame->top = sp;
    pc = frame->code->instructions.data() + handler->target;
    locals = frame->slots;
    fuel = vm.fuel_;
    NEXT();
  }
  // Nobody here: on to the caller.
  Frame* const caller = frame->back;
  const ReturnTo to = frame->return_to;
  Generator* const generator = frame->generator;
  if (generator != nullptr) {
    vm.handled = generator->handled.previous;
    generator->state = GeneratorState::Closed;
    generator->frame = nullptr;
    stop_iteration_to_runtime_error(vm, generator);
  }
  leave_frame(vm, frame);
  vm.frame = caller;
  if (generator != nullptr) decref(Value(generator));
  if (to == ReturnTo::Entry) return Outcome::Raised;
  frame = caller;
  vm.now_runs(frame);
  if (frame->code == nullptr) goto native_raised;
  if (generator != nullptr) {
    // StopIteration from a generator that a `for` resumed cannot come here: it became a RuntimeError or a return.
    pc = frame->pc;
    if (frame->thrown_into) {
      runs_on(frame);
      chain_thrown(vm, frame->generator);
    }
  }
  goto raised_synced;
}

out_of_fuel:
  SYNC();
  if (vm.heap.wants_relief()) {
    if (!relieve_heap(vm)) goto raised_synced;
    fuel = vm.fuel_;
    if (fuel > 0) NEXT();
  }
  vm.out_of_fuel();
  if (vm.has_error()) goto raised_synced;
  if (!vm.stopped_because().empty()) return Outcome::Raised;
  fuel = vm.fuel_;
  if (vm.fuel_ <= 0 && vm.native_depth == 0) return Outcome::Paused;
  NEXT();

  // Native frames: whoever is behind the frame that just ended or yielded.
native_started:
  result = Ref();
  {
    const bool woken = std::exchange(frame->started, true);
    const NativeStep step = frame->resume(vm, frame, woken ? Resumed::Woken : Resumed::Started, result);
    if (step == NativeStep::Run) goto native_runs;
    if (step == NativeStep::Return) goto native_ends;
    if (step == NativeStep::Wait) return Outcome::Waiting;
    goto native_fails;
  }
native_returned: {
  frame = vm.frame;
  vm.now_runs(frame);
  const NativeStep step = frame->resume(vm, frame, Resumed::Returned, result);
  if (step == NativeStep::Run) goto native_runs;
  if (step == NativeStep::Return) goto native_ends;
  if (step == NativeStep::Wait) return Outcome::Waiting;
  goto native_fails;
}
native_yielded: {
  frame = vm.frame;
  vm.now_runs(frame);
  const NativeStep step = frame->resume(vm, frame, Resumed::Yielded, result);
  if (step == NativeStep::Run) goto native_runs;
  if (step == NativeStep::Return) goto native_ends;
  if (step == NativeStep::Wait) return Outcome::Waiting;
  goto native_fails;
}
native_raised: {
  frame = vm.frame;
  if (!vm.stopped_because().empty()) return Outcome::Raised;
  result = Ref();
  const NativeStep step = frame->resume(vm, frame, Resumed::Raised, result);
  if (step == NativeStep::Run) goto native_runs;
  if (step == NativeStep::Return) goto native_ends;
  if (step == NativeStep::Wait) return Outcome::Waiting;
  goto native_fails;
}
native_runs:
  if (!vm.stopped_because().empty()) return Outcome::Raised;
  frame = vm.frame;
  if (frame->code == nullptr) {
    if (vm.fuel_ <= 0 && vm.native_depth == 0) {
      vm.out_of_fuel();
      if (!vm.stopped_because().empty()) return Outcome::Raised;
      if (vm.fuel_ <= 0) return Outcome::Paused;
    }
    goto native_started;
  }
  RELOAD();
  if (vm.has_error()) goto raised_synced;
  if (fuel <= 0) goto out_of_fuel;
  NEXT();
native_ends: {
  Frame* const caller = frame->back;
  const ReturnTo to = frame->return_to;
  vm.frame = caller;
  free_frame(vm, frame);
  if (to == ReturnTo::Entry) return Outcome::Returned;
  value = result.release();
  goto push_on_caller;
}
native_fails: {
  if (!vm.stopped_because().empty() || !vm.has_error()) return Outcome::Raised;  // a limit, or a deadlock: the run is over
  Frame* const caller = frame->back;
  const ReturnTo to = frame->return_to;
  vm.frame = caller;
  free_frame(vm, frame);
  if (to == ReturnTo::Entry) return Outcome::Raised;
  frame = caller;
  vm.now_runs(frame);
  if (frame->code == nullptr) goto native_raised;
  goto raised_synced;
}
}

}  // namespace

Outcome Vm::run(Ref& result) {
  now_runs(frame);
  Outcome outcome = interpret(*this, result);
  while (native_depth == 0 && switched(outcome)) {
    result = Ref();
    outcome = interpret(*this, result);
  }
  if (outcome == Outcome::Waiting && !stopped_because_.empty()) outcome = Outcome::Raised;
  if (outcome == Outcome::Raised && !stopped_because_.empty()) {
    if (native_depth > 0) leave_stopped_run();
    else clear_error();
  }
  now_runs(frame);
  return outcome;
}

bool Vm::main_goes_on(Outcome outcome) {
  if (!stopped_because_.empty() || threads->present() != threads->main_stack() || !on_main_ended) return false;
  if (on_main_ended(outcome)) return set_slice(kNestedSlice), true;
  if (stopped_because_.empty()) stop("the program has ended");
  return false;
}

bool Vm::run_others_until(const ThreadStack* own) {
  while (threads->present() != own) {
    Ref result;
    const Outcome outcome = interpret(*this, result);
    if (outcome == Outcome::Paused && !quantum_over_) set_slice(Vm::kNestedSlice);  // nothing can pause here
    else if (!switched(outcome) && !main_goes_on(outcome)) return false;
  }
  return true;
}

}  // namespace waiter::python
