// The rare instructions. They work on the frame's own stack and are written for clarity, not speed.

#include "python/interpreter_slow.h"
#include "python/methods/helpers.h"
#include "python/pattern.h"

namespace waiter::python {
namespace {

/// The frame's stack as the cases below speak of it.
struct Stack {
  Frame* frame;
  [[nodiscard]] Value& top(int index = 1) const { return frame->top[-index]; }
  void push(Ref value) const { *frame->top++ = value.release(); }
  [[nodiscard]] Ref pop() const { return Ref::steal(*--frame->top); }
  void drop(std::uint32_t count = 1) const {
    for (std::uint32_t i = 0; i < count; ++i) {
      const Value value = *--frame->top;
      decref(value);
    }
  }
  [[nodiscard]] std::span<const Value> items(std::uint32_t count) const { return {frame->top - count, count}; }
};

bool build_map(Vm& vm, const Stack& stack, std::uint32_t pairs) {
  Dict* dict = make_dict(vm);
  const Ref owner = Ref::steal(Value(dict));
  const auto items = stack.items(pairs * 2);
  for (std::uint32_t i = 0; i < pairs; ++i)
    if (!dict_set(vm, dict, items[i * 2], items[i * 2 + 1])) return false;
  stack.drop(pairs * 2);
  stack.push(owner);
  return true;
}

bool build_const_key_map(Vm& vm, const Stack& stack, std::uint32_t count) {
  const Ref keys = stack.pop();
  Dict* dict = make_dict(vm);
  const Ref owner = Ref::steal(Value(dict));
  const auto items = stack.items(count);
  for (std::uint32_t i = 0; i < count; ++i)
    if (!dict_set(vm, dict, cast<Tuple>(keys)->items[i], items[i])) return false;
  stack.drop(count);
  stack.push(owner);
  return true;
}

bool build_set(Vm& vm, const Stack& stack, std::uint32_t count) {
  Set* set = make_set(vm);
  const Ref owner = Ref::steal(Value(set));
  for (const Value item : stack.items(count))
    if (set_add(vm, set, item) < 0) return false;
  stack.drop(count);
  stack.push(owner);
  return true;
}

/// f(*x): what cannot be iterated is named as an argument.
bool extend_arguments(Vm& vm, const Stack& stack, std::uint8_t at, bool is_only) {
  const Ref iterable = stack.pop();
  List* list = cast<List>(stack.top(at));
  if (list_extend(vm, list, iterable)) return true;
  if (vm.error_is(vm.types.TypeError) && is_no_iterable(vm, iterable)) {
    vm.clear_error();
    const Value callable = stack.top(at + 1);
    if (is_only) vm.raise(vm.types.TypeError, "{} argument after * must be an iterable, not {}", callable_name(vm, callable), type_name(vm, iterable));
    else vm.raise(vm.types.TypeError, "Value after * must be an iterable, not {}", type_name(vm, iterable));
  }
  return false;
}

bool merge_keywords(Vm& vm, const Stack& stack) {
  const Ref other = stack.pop();
  Dict* dict = cast<Dict>(stack.top());
  const Value callable = stack.top(3);
  const auto add = [&](Value key, Value value) {
    const DictFind found = dict_find(vm, dict, key);
    if (found.failed) return false;
    if (found.entry >= 0) {
      vm.raise(vm.types.TypeError, "{} got multiple values for keyword argument '{}'", callable_name(vm, callable),
               is_str(key) ? str_view(key) : "?");
      return false;
    }
    return dict_set(vm, dict, key, value);
  };
  if (other.get().is_kind(Kind::Dict)) {
    const Dict* from = cast<Dict>(other);
    for (std::uint32_t i = 0; i < from->filled; ++i)
      if (!from->entries[i].key.is_empty() && !add(from->entries[i].key, from->entries[i].value)) return false;
    return true;
  }
  const Ref keys = find_attribute(vm, other, vm.names.word_keys);
  if (!keys) {
    if (!vm.has_error())
      vm.raise(vm.types.TypeError, "{} argument after ** must be a mapping, not {}", callable_name(vm, callable), type_name(vm, other));
    return false;
  }
  const Ref list = call(vm, keys);
  if (!list) return false;
  return for_each(vm, list, [&](Value key) {
    const Ref value = get_item(vm, other, key);
    return value && add(key, value);
  });
}

/// All items. An object of the program's sees that those before the star are taken one by one, and that a list is made of
/// the iterator with what is left (unpack_iterable in ceval.c).
Ref items_to_unpack(Vm& vm, Value sequence, std::uint32_t before) {
  if (!sequence.is_object() || !sequence.object()->type->is_user) return list_from(vm, sequence);
  const Ref iterator = get_iterator(vm, sequence);
  if (!iterator) return {};
  Ref list = make_list(vm);
  for (std::uint32_t i = 0; i < before; ++i) {
    const Ref item = next_item(vm, iterator);
    if (!item) return vm.has_error() ? Ref() : list;
    list_append(vm, cast<List>(list), item);
  }
  return list_extend(vm, cast<List>(list), iterator) ? list : Ref();
}

bool unpack_star(Vm& vm, const Stack& stack, std::uint32_t before, std::uint32_t after) {
  const Ref sequence = stack.pop();
  const Ref list = items_to_unpack(vm, sequence, before);
  if (!list) {
    if (vm.error_is(vm.types.TypeError) && !is_instance(vm, sequence, vm.types.generator) && type_lookup(vm, type_of(vm, sequence), vm.names.dunder_iter).is_empty()) {
      vm.clear_error();
      vm.raise(vm.types.TypeError, "cannot unpack non-iterable {} object", type_name(vm, sequence));
    }
    return false;
  }
  const List* items = cast<List>(list);
  if (items->count < before + after) {
    vm.raise(vm.types.ValueError, "not enough values to unpack (expected at least {}, got {})", before + after, items->count);
    return false;
  }
  const std::uint32_t middle = items->count - before - after;
  for (std::uint32_t i = items->count; i-- > before + middle;) stack.push(items->items[i]);
  stack.push(make_list(vm, {items->items + before, middle}));
  for (std::uint32_t i = before; i-- > 0;) stack.push(items->items[i]);
  return true;
}

void make_function(Vm& vm, Frame* frame, const Stack& stack, Instruction in) {
  auto* function = vm.heap.make<Function>(Kind::Function, vm.types.function);
  const Code* code = frame->code->codes[in.c];
  function->code = code;
  function->globals = frame->globals;
  ++frame->globals->refs;
  function->name = Ref(Value(intern(vm, code->name))).release();
  function->qualname = Ref(Value(intern(vm, code->qualified_name))).release();
  function->doc = Ref(code->doc).release();
  const Value module = dict_get_name(frame->globals, vm.names.dunder_name);
  function->module = Ref(module.is_empty() ? kNone : module).release();
  function->annotations = kNone;
  if ((in.a & 8) != 0) function->closure = cast<Tuple>(stack.pop().release());
  if ((in.a & 4) != 0) function->annotations = stack.pop().release();
  if ((in.a & 2) != 0) function->keyword_defaults = cast<Dict>(stack.pop().release());
  if ((in.a & 1) != 0) function->defaults = cast<Tuple>(stack.pop().release());
  stack.push(Ref::steal(Value(function)));
}

/// The manager's own frame is entered where it has one, so that a thread may wait in it (a lock's __enter__).
Rare before_with(Vm& vm, const Stack& stack, bool is_async) {
  const Ref manager = stack.pop();
  const Value enter = type_lookup(vm, type_of(vm, manager), is_async ? vm.names.dunder_aenter : vm.names.dunder_enter);
  const char* protocol = is_async ? "asynchronous context manager" : "context manager";
  if (enter.is_empty()) {
    vm.raise(vm.types.TypeError, "'{}' object does not support the {} protocol", type_name(vm, manager), protocol);
    return Rare::Raised;
  }
  Ref exit = find_special(vm, manager, is_async ? vm.names.dunder_aexit : vm.names.dunder_exit);
  if (!exit) {
    if (!vm.has_error())
      vm.raise(vm.types.TypeError, "'{}' object does not support the {} protocol (missed {} method)", type_name(vm, manager), protocol,
               is_async ? "__aexit__" : "__exit__");
    return Rare::Raised;
  }
  const Ref bound = bind_descriptor(vm, enter, manager, type_of(vm, manager));
  if (!bound) return Rare::Raised;
  stack.push(std::move(exit));
  Ref entered = call_or_enter(vm, bound);
  if (!entered) return Rare::Raised;
  if (entered.get() == kUnbound) return Rare::Entered;
  stack.push(std::move(entered));
  return Rare::Done;
}

Rare with_except_start(Vm& vm, const Stack& stack) {
  // [exit, before, e]
  const Value exception = stack.top();
  const Value args[] = {Value(exception.object()->type), exception, cast<Exception>(exception)->traceback};
  const Ref exit = stack.top(3);
  Ref result = call_or_enter(vm, exit, args);
  if (!result) return Rare::Raised;
  if (result.get() == kUnbound) return Rare::Entered;
  stack.push(std::move(result));
  return Rare::Done;
}

bool get_yield_from_iter(Vm& vm, const Stack& stack) {
  const Value value = stack.top();
  if (value.is_kind(Kind::Generator)) {
    const auto* generator = cast<Generator>(value);
    if (generator->what == GeneratorKind::Generator) return true;
    if (generator->what == GeneratorKind::Coroutine) {
      if (vm.frame->code->is_iterable_coroutine) return true;
      vm.raise(vm.types.TypeError, "cannot 'yield from' a coroutine object in a non-coroutine generator");
      return false;
    }
  }
  Ref iterator = get_iterator(vm, value);
  if (!iterator) return false;
  stack.drop();
  stack.push(std::move(iterator));
  return true;
}

bool replace_top(const Stack& stack, Ref value) {
  if (!value) return false;
  stack.drop();
  stack.push(std::move(value));
  return true;
}

bool get_async_iter(Vm& vm, const Stack& stack) {
  const Ref value = stack.pop();
  const Value method = type_lookup(vm, type_of(vm, value), vm.names.dunder_aiter);
  if (method.is_empty()) {
    vm.raise(vm.types.TypeError, "'async for' requires an object with __aiter__ method, got {}", type_name(vm, value));
    return false;
  }
  Ref iterator = call_special(vm, method, value);
  if (!iterator) return false;
  if (type_lookup(vm, type_of(vm, iterator), vm.names.dunder_anext).is_empty()) {
    vm.raise(vm.types.TypeError, "'async for' received an object from __aiter__ that does not implement __anext__: {}", type_name(vm, iterator));
    return false;
  }
  stack.push(std::move(iterator));
  return true;
}

bool get_async_next(Vm& vm, const Stack& stack) {
  const Ref iterator = stack.top();
  Ref awaitable = async_next(vm, iterator);
  if (!awaitable) return false;
  stack.push(std::move(awaitable));
  return true;
}

Rare raise_instruction(Vm& vm, const Stack& stack, std::uint8_t count) {
  if (count == 0) {
    const HandledException* entry = vm.handled;
    while (entry != nullptr && !entry->shows()) entry = entry->previous;
    if (entry == nullptr) {
      vm.raise(vm.types.RuntimeError, "No active exception to reraise");
      return Rare::Raised;
    }
    vm.restore_error(Ref(entry->value));
    return Rare::Reraised;
  }
  const Ref cause = count == 2 ? stack.pop() : Ref();
  const Ref exception = stack.pop();
  raise_value(vm, exception, cause ? cause.get() : Value());
  return Rare::Raised;
}

}  // namespace

Rare run_rare(Vm& vm, Frame* frame, Instruction in) {
  const Stack stack{frame};
  const auto done = [](bool fine) { return fine ? Rare::Done : Rare::Raised; };
  const auto name = [&] { return cast<Str>(frame->code->constants[in.c]); };
  switch (in.op) {
    case Op::BuildSet: return done(build_set(vm, stack, in.c));
    case Op::BuildMap: return done(build_map(vm, stack, in.c));
    case Op::BuildConstKeyMap: return done(build_const_key_map(vm, stack, in.c));
    case Op::SetAdd: {
      const Ref item = stack.pop();
      return done(set_add(vm, cast<Set>(stack.top(in.a)), item) >= 0);
    }
    case Op::MapAdd: {
      const Ref value = stack.pop();
      const Ref key = stack.pop();
      return done(dict_set(vm, cast<Dict>(stack.top(in.a)), key, value));
    }
    case Op::ListExtend: {
      if (in.b != 0) return done(extend_arguments(vm, stack, in.a, /*is_only=*/in.b == 1));
      const Ref iterable = stack.pop();
      if (list_extend(vm, cast<List>(stack.top(in.a)), iterable)) return Rare::Done;
      if (vm.error_is(vm.types.TypeError) && is_no_iterable(vm, iterable)) {
        vm.clear_error();
        vm.raise(vm.types.TypeError, "Value after * must be an iterable, not {}", type_name(vm, iterable));
      }
      return Rare::Raised;
    }
    case Op::SetUpdate: {
      const Ref iterable = stack.pop();
      return done(set_update(vm, cast<Set>(stack.top(in.a)), iterable));
    }
    case Op::DictUpdate: {
      const Ref other = stack.pop();
      if (!other.get().is_kind(Kind::Dict) && !find_attribute(vm, other, vm.names.word_keys)) {
        if (!vm.has_error()) vm.raise(vm.types.TypeError, "'{}' object is not a mapping", type_name(vm, other));
        return Rare::Raised;
      }
      return done(dict_update(vm, cast<Dict>(stack.top(in.a)), other));
    }
    case Op::DictMerge: return done(merge_keywords(vm, stack));
    case Op::ListToTuple: {
      const Ref list = stack.pop();
      stack.push(tuple_of(vm, {cast<List>(list)->items, cast<List>(list)->count}));
      return Rare::Done;
    }
    case Op::UnpackStar: return done(unpack_star(vm, stack, in.b, in.c));
    case Op::MakeFunction: make_function(vm, frame, stack, in); return Rare::Done;
    case Op::SetupAnnotations: {
      Dict* names = frame->names.is_empty() ? frame->globals : cast<Dict>(frame->names);
      if (dict_get_name(names, vm.names.dunder_annotations).is_empty()) {
        const Ref dict = Ref::steal(Value(make_dict(vm)));
        dict_set_name(vm, names, vm.names.dunder_annotations, dict);
      }
      return Rare::Done;
    }
    case Op::Raise: return raise_instruction(vm, stack, in.a);
    case Op::CheckGroupMatch: return done(check_group_match(vm, frame));
    case Op::PrepareReraiseStar: return done(prepare_reraise_star(vm, frame));
    case Op::BeforeWith: return before_with(vm, stack, false);
    case Op::BeforeAsyncWith: return before_with(vm, stack, true);
    case Op::WithExceptStart: return with_except_start(vm, stack);
    case Op::GetYieldFromIter: return done(get_yield_from_iter(vm, stack));
    case Op::GetAwaitable: {
      const Ref value = stack.top();
      return done(replace_top(stack, get_awaitable(vm, value, in.a)));
    }
    case Op::GetAsyncIter: return done(get_async_iter(vm, stack));
    case Op::GetAsyncNext: return done(get_async_next(vm, stack));
    case Op::EndAsyncFor: {
      Ref exception = stack.pop();
      if (is_instance(vm, exception, vm.types.StopAsyncIteration)) {
        stack.drop();
        return Rare::Done;
      }
      vm.restore_error(std::move(exception));
      return Rare::Reraised;
    }
    case Op::ImportName: {
      const Ref from_list = stack.pop();
      const Ref level = stack.pop();
      Ref module = import_name(vm, frame->globals, name()->view(), from_list, level.get().as_int());
      if (!module) return Rare::Raised;
      if (module.get() == kUnbound) return Rare::Entered;
      stack.push(std::move(module));
      return Rare::Done;
    }
    case Op::ImportFrom: {
      Ref value = import_from(vm, stack.top(), name());
      if (!value) return Rare::Raised;
      stack.push(std::move(value));
      return Rare::Done;
    }
    case Op::ImportStar: {
      const Ref module = stack.pop();
      return done(import_star(vm, module, frame->names.is_empty() ? frame->globals : cast<Dict>(frame->names)));
    }
    case Op::GetLength: {
      const std::int64_t count = length(vm, stack.top());
      if (count < 0) return Rare::Raised;
      stack.push(make_int(vm, count));
      return Rare::Done;
    }
    case Op::MatchSequence: stack.push(Value::from_bool(is_match_sequence(vm, stack.top()))); return Rare::Done;
    case Op::MatchMapping: stack.push(Value::from_bool(is_match_mapping(vm, stack.top()))); return Rare::Done;
    case Op::MatchKeys: return done(match_keys(vm, frame));
    case Op::MatchClass: return done(match_class(vm, frame, in.c));
    case Op::DictRest: return done(dict_rest(vm, frame));
    case Op::PrintExpression: stack.drop(); return Rare::Done;
    default: WAITER_ASSERT(false, "every instruction has a case here or in the loop");
  }
}

}  // namespace waiter::python
