#include "python/interpreter_slow.h"

#include <algorithm>
#include <array>
#include <span>

#include "python/growing_text.h"

namespace waiter::python {

void raise_unbound_local(Vm& vm, Frame* frame, std::uint32_t slot) {
  Str* name = frame->code->local_names[slot];
  raise_name_error(vm, vm.types.UnboundLocalError,
                   fmt::format("cannot access local variable '{}' where it is not associated with a value", name->view()), name);
}

std::uint32_t place_of_error(const Vm& vm, Frame* frame) {
  const std::uint32_t at = frame->instruction();
  if (!vm.error_is(vm.types.UnboundLocalError)) [[likely]] return at;
  const auto& instructions = frame->code->instructions;
  // WAITER_MODED_OPS: SS, SF, SC, FF, FC, where F is a local.
  const auto mode = [](Op op) { return op < Op::AddSS ? 0u : (static_cast<std::uint32_t>(op) - static_cast<std::uint32_t>(Op::AddSS)) % 5; };
  static constexpr std::uint32_t kLocals[] = {0, 1, 0, 2, 1};
  const Instruction& in = instructions[at];
  const std::uint32_t form = mode(in.op);
  const bool left = form >= 3 && frame->slots[in.b] == kUnbound;
  const bool right = !left && (form == 1 || form == 3) && frame->slots[in.c] == kUnbound;
  if (!left && !right) return at;
  auto place = static_cast<std::uint32_t>(instructions.size()) + (right && form == 3 ? 1 : 0);
  for (std::uint32_t i = 0; i < at; ++i) place += kLocals[mode(instructions[i].op)];
  return place;
}

void raise_unbound_cell(Vm& vm, Frame* frame, std::uint32_t slot) {
  const Code* code = frame->code;
  Str* name = code->local_names[slot];
  if (slot < code->local_count - code->free_count) return raise_unbound_local(vm, frame, slot);
  raise_name_error(vm, vm.types.NameError,
                   fmt::format("cannot access free variable '{}' where it is not associated with a value in enclosing scope", name->view()),
                   name);
}

Ref load_class_cell(Vm& vm, Frame* frame, std::uint32_t slot, Str* name) {
  if (!frame->names.is_empty())
    if (const Value v = dict_get_name(cast<Dict>(frame->names), name); !v.is_empty()) return v;
  const Value held = cast<Cell>(frame->slots[slot])->value;
  if (held == kUnbound) {
    raise_unbound_cell(vm, frame, slot);
    return {};
  }
  return held;
}

namespace {

std::int64_t entry_of(Vm& vm, const Dict* dict, Str* name) { return dict_find(vm, dict, Value(name)).entry; }

void raise_not_defined(Vm& vm, Str* name) {
  raise_name_error(vm, vm.types.NameError, fmt::format("name '{}' is not defined", name->view()), name);
}

}  // namespace

Ref load_global(Vm& vm, Frame* frame, InlineCache& cache) {
  if (const std::int64_t at = entry_of(vm, frame->globals, cache.name); at >= 0) {
    cache.what = 1;
    cache.slot = static_cast<std::uint32_t>(at);
    cache.version = frame->globals->version + 1;
    return frame->globals->entries[at].value;
  }
  if (const std::int64_t at = entry_of(vm, vm.builtins, cache.name); at >= 0) {
    cache.what = 2;
    cache.slot = static_cast<std::uint32_t>(at);
    cache.version = frame->globals->version + 1;
    cache.version2 = vm.builtins->version;
    return vm.builtins->entries[at].value;
  }
  raise_not_defined(vm, cache.name);
  return {};
}

Ref load_name(Vm& vm, Frame* frame, Str* name) {
  if (!frame->names.is_empty())
    if (const Value v = dict_get_name(cast<Dict>(frame->names), name); !v.is_empty()) return v;
  if (const Value v = dict_get_name(frame->globals, name); !v.is_empty()) return v;
  if (const Value v = dict_get_name(vm.builtins, name); !v.is_empty()) return v;
  raise_not_defined(vm, name);
  return {};
}

namespace {

/// An instance's own attribute that no descriptor of its class comes before.
bool cache_instance_slot(Vm& vm, Instance* instance, InlineCache& cache) {
  Type* type = instance->type;
  const Shape* shape = instance->attributes.shape;
  if (type->has_getattribute || shape == nullptr) return false;
  // A name of __slots__ stands in the shape under a hidden one; any other name of the class comes before the instance's.
  const Value in_class = type_lookup(vm, type, cache.name);
  Str* name = in_class.is_kind(Kind::Accessor) ? cast<Accessor>(in_class)->storage : in_class.is_empty() ? cache.name : nullptr;
  if (name == nullptr) return false;
  const std::int64_t slot = shape->slot_of(name);
  if (slot < 0) return false;
  cache.what = kInstanceSlot;
  cache.shape = const_cast<Shape*>(shape);
  cache.version = type->version;
  cache.slot = static_cast<std::uint32_t>(slot);
  return true;
}

/// Whether a class attribute is read as it is: no descriptor of any kind.
bool is_plain_value(Value value) {
  if (!value.is_object()) return true;
  switch (value.object()->kind) {
    case Kind::Float: case Kind::Int: case Kind::Str: case Kind::Bytes: case Kind::List: case Kind::Tuple: case Kind::Dict: case Kind::Set:
    case Kind::Range:
      return !value.object()->type->is_user;
    default: return false;
  }
}

void cache_class_value(Vm& vm, Instance* instance, InlineCache& cache) {
  Type* type = instance->type;
  if (type->has_getattribute) return;
  const Value found = type_lookup(vm, type, cache.name);
  if (found.is_empty() || !is_plain_value(found)) return;
  const Shape* shape = instance->attributes.shape;
  // In a Dict of its own the name may appear without the shape changing.
  if (shape != nullptr && (shape->dictionary >= 0 || shape->slot_of(cache.name) >= 0)) return;
  cache.what = kClassValue;
  cache.shape = const_cast<Shape*>(shape);
  cache.version = type->version;
  cache.value = found;
}

/// A name of a module or of a class, where reading it calls nobody.
void cache_name_of_holder(Vm& vm, Value holder, InlineCache& cache) {
  if (holder.is_kind(Kind::Module) && !holder.object()->type->is_user) {
    if (!type_lookup(vm, holder.object()->type, cache.name).is_empty()) return;
    const Dict* dict = cast<Module>(holder)->dict;
    const std::int64_t at = entry_of(vm, dict, cache.name);
    if (at < 0 || dict->entries[at].key != Value(cache.name)) return;
    cache.what = kModuleName;
    cache.slot = static_cast<std::uint32_t>(at);
    return;
  }
  if (!holder.is_kind(Kind::Type) || holder.object()->type != vm.types.type) return;
  Type* type = cast<Type>(holder);
  if (!type_lookup(vm, type->type, cache.name).is_empty()) return;
  Value found = type_lookup(vm, type, cache.name);
  if (found.is_empty()) return;
  if (found.is_kind(Kind::StaticMethod)) found = cast<MethodWrapper>(found)->function;
  else if (!found.is_kind(Kind::Function) && !is_plain_value(found)) return;
  cache.what = kTypeValue;
  cache.version = type->version;
  cache.value = found;
}

}  // namespace

Ref load_attribute(Vm& vm, Value object, InlineCache& cache) {
  if (object.is_kind(Kind::Instance)) {
    auto* instance = cast<Instance>(object);
    if (cache_instance_slot(vm, instance, cache)) return instance->attributes.slots[cache.slot];
    cache_class_value(vm, instance, cache);
  } else if (object.is_kind(Kind::Module) || object.is_kind(Kind::Type)) {
    cache_name_of_holder(vm, object, cache);
  }
  return get_attribute(vm, object, cache.name);
}

bool store_attribute(Vm& vm, Value object, Value value, InlineCache& cache) {
  const bool plain = object.is_kind(Kind::Instance) && !object.object()->type->has_setattr;
  if (!plain) return set_attribute(vm, object, cache.name, value);
  auto* instance = cast<Instance>(object);
  Attributes& attributes = instance->attributes;
  if (cache.what == kNewSlot && attributes.shape == cache.shape && instance->type->version == cache.version) {
    attributes_grow(vm, instance, &attributes, cache.next, value);
    return true;
  }
  if (cache_instance_slot(vm, instance, cache)) {
    incref(value);
    decref(std::exchange(attributes.slots[cache.slot], value));
    return true;
  }
  Shape* const before = attributes.shape;
  if (!set_attribute(vm, object, cache.name, value)) return false;
  if (!cache_instance_slot(vm, instance, cache)) return true;
  // The next one is likely to be a new object, which has not got the slot yet: __init__ is where most are stored.
  const bool grown = before == nullptr ? attributes.shape->count == 1 : attributes.shape->parent == before;
  if (grown && cache.slot == attributes.shape->count - 1) {
    cache.what = kNewSlot;
    cache.shape = before;
    cache.next = attributes.shape;
  }
  return true;
}

bool load_method(Vm& vm, Value object, InlineCache& cache, Value& function, Value& self) {
  Type* type = type_of(vm, object);
  const bool plain = !type->has_getattribute && !object.is_kind(Kind::Type) && !object.is_kind(Kind::Module) && !object.is_kind(Kind::Super);
  if (plain) {
    const Value found = type_lookup(vm, type, cache.name);
    const bool is_method = found.is_kind(Kind::Function) ||
                           (found.is_kind(Kind::Native) && cast<Native>(found)->owner != nullptr && cast<Native>(found)->self == kUnbound);
    if (is_method) {
      const Attributes* attributes = object.is_object() ? attributes_of(object.object()) : nullptr;
      if (attributes == nullptr || attributes_get(attributes, cache.name).is_empty()) {
        if (attributes == nullptr || object.is_kind(Kind::Instance)) {
          cache.what = kMethod;
          cache.version = type->version;
          cache.shape = attributes == nullptr ? nullptr : attributes->shape;
          // Without attributes yet, the shape cannot tell that none comes later: do not remember.
          if (attributes != nullptr && (attributes->shape == nullptr || attributes->shape->dictionary >= 0)) cache.what = 0;
          cache.value = found;
        } else if (object.is_kind(Kind::Extension) && attributes->shape == nullptr) {
          cache.what = kMethodOfExtension;
          cache.version = type->version;
          cache.value = found;
        }
        incref(found);
        function = found;
        self = object;
        return true;
      }
    }
  }
  if (object.is_kind(Kind::Module) || object.is_kind(Kind::Type)) cache_name_of_holder(vm, object, cache);
  Ref attribute = get_attribute(vm, object, cache.name);
  if (!attribute) return false;
  decref(object);
  function = kUnbound;
  self = attribute.release();
  return true;
}

namespace {

/// The variable that `next` assigns, if it is a local or a global that holds `text`: its place. Null otherwise.
Value* variable_that_holds(Vm& vm, Frame* frame, const Instruction& next, Value text) {
  if (next.op == Op::StoreFast) return frame->slots[next.b] == text ? &frame->slots[next.b] : nullptr;
  if (next.op != Op::StoreGlobal) return nullptr;
  const std::int64_t at = entry_of(vm, frame->globals, frame->code->caches[next.c].name);
  return at >= 0 && frame->globals->entries[at].value == text ? &frame->globals->entries[at].value : nullptr;
}

}  // namespace

bool append_text(Vm& vm, Frame* frame, const Instruction& next, Value text, Value more, std::uint32_t held) {
  if (!text.is_kind(Kind::Str) || !more.is_kind(Kind::Str) || text.object()->refs != held) return false;
  auto* left = cast<Str>(text);
  if (left->type != vm.types.str || more.object()->type != vm.types.str || text == more) return false;
  constexpr std::uint32_t kCopiedMax = 64;  // shorter ones are quicker copied
  if (left->size < kCopiedMax || (left->flags & kInterned) != 0) return false;
  Value* variable = variable_that_holds(vm, frame, next, text);
  if (variable == nullptr || !append_to_text(vm, left, cast<Str>(more))) return false;
  // The variable's reference goes to the stack, where the one that may have been there already is given up.
  *variable = next.op == Op::StoreFast ? kUnbound : kNone;
  left->refs = 1;
  return true;
}

bool same_object(Value left, Value right) {
  if (left == right) return true;
  return false;
}

Ref build_string(Vm& vm, std::span<const Value> parts) {
  std::size_t size = 0;
  std::uint32_t length_total = 0;
  for (const Value part : parts) {
    size += cast<Str>(part)->size;
    length_total += cast<Str>(part)->length;
  }
  std::string text;
  text.reserve(size);
  for (const Value part : parts) text += str_view(part);
  return make_str(vm, text, length_total);
}

Ref format_instruction(Vm& vm, Value value, Value spec, std::uint8_t conversion) {
  Ref converted;
  if (conversion == 's') converted = to_str(vm, value);
  else if (conversion == 'r') converted = repr(vm, value);
  else if (conversion == 'a') converted = to_ascii(vm, value);
  else converted = value;
  if (!converted) return {};
  if (spec.is_empty()) {
    if (converted.get().is_kind(Kind::Str) && type_of(vm, converted) == vm.types.str) return converted;
    return format_value(vm, converted, Value(intern(vm, "")));
  }
  return format_value(vm, converted, spec);
}

bool unpack_sequence(Vm& vm, Value sequence, std::uint32_t count, Value* place) {
  const bool can_iterate = sequence.is_object() || sequence.is_empty();
  if (!can_iterate || (!sequence.is_kind(Kind::Generator) && !sequence.is_kind(Kind::Iterator) &&
                       type_lookup(vm, type_of(vm, sequence), vm.names.dunder_iter).is_empty() &&
                       type_lookup(vm, type_of(vm, sequence), vm.names.dunder_getitem).is_empty() &&
                       sequence.object()->kind == Kind::Instance)) {
    vm.raise(vm.types.TypeError, "cannot unpack non-iterable {} object", type_name(vm, sequence));
    return false;
  }
  const Ref iterator = get_iterator(vm, sequence);
  if (!iterator) {
    if (vm.error_is(vm.types.TypeError) && sequence.is_object() && sequence.object()->kind != Kind::Instance) {
      vm.clear_error();
      vm.raise(vm.types.TypeError, "cannot unpack non-iterable {} object", type_name(vm, sequence));
    }
    return false;
  }
  std::vector<Ref> items;
  for (std::uint32_t i = 0; i < count; ++i) {
    Ref item = next_item(vm, iterator);
    if (!item) {
      if (!vm.has_error()) vm.raise(vm.types.ValueError, "not enough values to unpack (expected {}, got {})", count, i);
      return false;
    }
    items.push_back(std::move(item));
  }
  if (const Ref extra = next_item(vm, iterator)) {
    vm.raise(vm.types.ValueError, "too many values to unpack (expected {})", count);
    return false;
  }
  if (vm.has_error()) return false;
  for (std::uint32_t i = 0; i < count; ++i) place[i] = items[count - 1 - i].release();
  decref(sequence);
  return true;
}

Value plain_init(Vm& vm, Type* type) {
  if (!type->is_user || type->layout != Kind::Instance || type->type != vm.types.type) return {};
  const Value init = type_lookup(vm, type, vm.names.dunder_init);
  if (!init.is_kind(Kind::Function) || cast<Function>(init)->code->is_generator_like()) return {};
  if (type_lookup(vm, type, vm.names.dunder_new) != dict_get_name(vm.types.object->dict, vm.names.dunder_new)) return {};
  if (!type_lookup(vm, type, vm.names.dunder_abstractmethods).is_empty()) return {};
  return init;
}

bool is_no_iterable(Vm& vm, Value value) {
  const bool is_generator = value.is_kind(Kind::Generator) && cast<Generator>(value)->what == GeneratorKind::Generator;
  return !is_generator && type_lookup(vm, type_of(vm, value), vm.names.dunder_iter).is_empty() &&
         type_lookup(vm, type_of(vm, value), vm.names.dunder_getitem).is_empty();
}

bool star_to_tuple(Vm& vm, Value callable, Value& place) {
  const Ref list = make_list(vm);
  const Ref iterable = place;
  if (!list_extend(vm, cast<List>(list), iterable)) {
    if (vm.error_is(vm.types.TypeError) && is_no_iterable(vm, iterable)) {
      vm.clear_error();
      vm.raise(vm.types.TypeError, "{} argument after * must be an iterable, not {}", callable_name(vm, callable), type_name(vm, iterable));
    }
    return false;
  }
  decref(std::exchange(place, tuple_from(vm, list).release()));
  return true;
}

int call_star(Vm& vm, Value callable, const Tuple* positional, const Dict* keywords, Ref& answer) {
  const std::size_t count = positional->count + (keywords == nullptr ? 0 : keywords->used);
  std::array<Value, 12> few;
  std::vector<Value> many(count <= few.size() ? 0 : count);
  const std::span<Value> values = many.empty() ? std::span<Value>(few.data(), count) : std::span<Value>(many);
  std::copy(positional->items, positional->items + positional->count, values.begin());
  Ref names;
  if (keywords != nullptr && keywords->used > 0) {
    std::vector<Value> texts;
    for (std::uint32_t i = 0; i < keywords->filled; ++i) {
      if (keywords->entries[i].key.is_empty()) continue;
      if (!is_str(keywords->entries[i].key)) {
        vm.raise(vm.types.TypeError, "keywords must be strings");
        return -1;
      }
      values[positional->count + texts.size()] = keywords->entries[i].value;
      texts.push_back(keywords->entries[i].key);
    }
    names = tuple_of(vm, texts);
  }
  const Tuple* name_tuple = names ? cast<Tuple>(names) : nullptr;
  Value self;
  Value function = callable;
  if (callable.is_kind(Kind::BoundMethod)) {
    self = cast<BoundMethod>(callable)->self;
    function = cast<BoundMethod>(callable)->function;
  }
  if (function.is_kind(Kind::Function)) {
    Frame* frame = bind_call(vm, cast<Function>(function), {values.data(), positional->count}, name_tuple,
                             values.data() + positional->count, self);
    if (frame == nullptr) return -1;
    return enter_frame(vm, frame, ReturnTo::Caller) ? 1 : -1;
  }
  if (callable.is_kind(Kind::Native)) {
    answer = call_native(vm, cast<Native>(callable), values.data(), positional->count, name_tuple);
    if (answer && answer.get() == kUnbound) return 1;
    return answer ? 0 : -1;
  }
  answer = call_or_enter(vm, callable, values, name_tuple);
  if (answer && answer.get() == kUnbound) return 1;
  return answer ? 0 : -1;
}

Str* build_class_name(Vm& vm) { return intern(vm, "__build_class__"); }

const Handler* find_handler(const Code& code, std::uint32_t instruction) {
  const auto after = std::upper_bound(code.handlers.begin(), code.handlers.end(), instruction,
                                      [](std::uint32_t at, const Handler& handler) { return at < handler.begin; });
  if (after == code.handlers.begin()) return nullptr;
  const Handler& handler = *(after - 1);
  return instruction < handler.end ? &handler : nullptr;
}

void stop_iteration_to_runtime_error(Vm& vm, const Generator* generator) {
  const bool stop = vm.error_is(vm.types.StopIteration);
  const bool stop_async = generator->what == GeneratorKind::AsyncGenerator && vm.error_is(vm.types.StopAsyncIteration);
  if (!stop && !stop_async) return;
  const char* noun = generator->what == GeneratorKind::Coroutine        ? "coroutine"
                     : generator->what == GeneratorKind::AsyncGenerator ? "async generator" : "generator";
  const Ref original = vm.take_error();
  vm.raise(vm.types.RuntimeError, "{} raised {}", noun, stop ? "StopIteration" : "StopAsyncIteration");
  auto* raised = cast<Exception>(vm.error());
  decref(std::exchange(raised->cause, Ref(original).release()));
  decref(std::exchange(raised->context, Ref(original).release()));
  raised->suppress_context = true;
}

}  // namespace waiter::python
