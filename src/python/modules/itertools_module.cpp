// itertools: the module, and its endless iterators (count, cycle, repeat).

#include "python/methods/helpers.h"
#include "python/modules/itertools_parts.h"
#include "python/modules/standard_modules.h"

namespace waiter::python {

void release_itertools(Vm&, Extension* extension) {
  for (Value& value : static_cast<ItertoolsIterator*>(extension)->values)
    if (const Value old = std::exchange(value, Value()); !old.is_empty()) decref(old);
}

void traverse_itertools(Extension* extension, void (*visit)(void*, Value), void* context) {
  for (const Value value : static_cast<ItertoolsIterator*>(extension)->values)
    if (!value.is_empty()) visit(context, value);
}

Ref copy_of_itertools(Vm& vm, const ItertoolsIterator* self, Value deepen, Value memo) {
  const Ref from = Value(const_cast<ItertoolsIterator*>(self));
  auto* twin = static_cast<ItertoolsIterator*>(allocate_instance(vm, self->type));
  Ref owner = Ref::steal(Value(twin));
  std::copy(std::begin(self->numbers), std::end(self->numbers), twin->numbers);
  twin->flag = self->flag;
  for (std::size_t i = 0; i < std::size(self->values); ++i) {
    if (self->values[i].is_empty()) continue;
    const Ref value = self->values[i];
    const Value both[] = {value, memo};
    const Ref mine = deepen.is_empty() ? value : call(vm, deepen, both);
    if (!mine) return {};
    if (value.get().is_object() && (!mine.get().is_object() || mine.get().object()->kind != value.get().object()->kind))
      return vm.raise(vm.types.TypeError, "a copy of '{}' is not one", type_name(vm, value));  // the program's own deepcopy
    put(twin->values[i], mine);
  }
  return owner;
}

namespace {

// CPython asks __reduce__, which tells the same in each iterator's own words.
Ref copy(Arguments& args) { return copy_of_itertools(args.vm, cast<ItertoolsIterator>(args[0]), Value(), Value()); }
Ref deepcopy(Arguments& args) {
  const Ref deepen = deepcopy_function(args.vm);
  return deepen ? copy_of_itertools(args.vm, cast<ItertoolsIterator>(args[0]), deepen, args[1]) : Ref();
}

constexpr NativeDef kCopies[] = {{"__copy__", copy}, {"__deepcopy__", deepcopy, 1, 1}};

}  // namespace

Ref deepcopy_function(Vm& vm) {
  const Ref module = vm.import_module(intern(vm, "copy"));
  return module ? get_attribute(vm, module, intern(vm, "deepcopy")) : Ref();
}

Type* add_iterator_type(Vm& vm, Module* module, const char* name, const ExtensionTraits* traits, const NativeDef* maker,
                        std::span<const NativeDef> methods) {
  Type* type = make_extension_type(vm, name, "itertools", traits);
  type->no_instance_dict = true;
  set_dotted_name(vm, type);
  install_iterator_protocol(vm, type);
  // CPython's pairwise cannot be copied either; tee's have their own way.
  const bool copies = traits->release == release_itertools && std::string_view(name) != "pairwise" && std::string_view(name) != "_tee";
  if (copies) install(vm, type, kCopies);
  if (!methods.empty()) install(vm, type, methods);
  if (maker != nullptr) {
    install_static(vm, type, {maker, 1});
    module_set(vm, module, name, Value(type));
  }
  return type;
}

bool positional_only(Arguments& args, const char* name, std::uint32_t min, std::uint32_t max) {
  return no_keywords(args, name) && unpack_count(args, name, 1, min, max);
}

namespace {

ItertoolsIterator* self_of(Extension* extension) { return static_cast<ItertoolsIterator*>(extension); }
ItertoolsIterator* self_of(Arguments& args) { return cast<ItertoolsIterator>(args[0]); }

// count: values[0] the next one, values[1] the step. Both small ints: numbers[0] and numbers[1], and flag is set.

constexpr std::int64_t kNearMax = INT64_MAX / 4;  // beyond, additions are made with Python's ints

Ref count_next(Vm& vm, Extension* extension) {
  auto* self = self_of(extension);
  if (self->flag) {
    const std::int64_t value = self->numbers[0];
    if (value < kNearMax && value > -kNearMax) {
      self->numbers[0] += self->numbers[1];
      return make_int(vm, value);
    }
    put(self->values[0], make_int(vm, value));
    put(self->values[1], make_int(vm, self->numbers[1]));
    self->flag = false;
  }
  Ref value = self->values[0];
  const Ref step = self->values[1];
  const Ref following = binary(vm, BinaryKind::Add, value, step);
  if (!following) return {};
  put(self->values[0], following);
  return value;
}

bool is_number(Vm& vm, Value value) {
  if (is_int_like(value) || is_float(value)) return true;
  Type* type = type_of(vm, value);
  for (Str* name : {vm.names.dunder_index, vm.names.dunder_int, vm.names.dunder_float})
    if (!type_lookup(vm, type, name).is_empty() && !is_str(value) && !value.is_kind(Kind::Bytes)) return true;
  return !type_lookup(vm, type, intern(vm, "__complex__")).is_empty();
}

Ref count_new(Arguments& args) {
  Vm& vm = args.vm;
  Value out[2];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "count", {"start", "step"}, 0, out)) return {};
  Value start = out[0].is_empty() ? Value::from_int(0) : out[0];
  Value step = out[1].is_empty() ? Value::from_int(1) : out[1];
  if (!is_number(vm, start) || !is_number(vm, step)) return vm.raise(vm.types.TypeError, "a number is required");
  auto* self = new_itertools(args);
  Ref owner = Ref::steal(Value(self));
  // Only what counts by one forgets that it began with True, or with an int of the program's own class (count_new's fast mode).
  if (is_int_like(start) && is_int_like(step) && plain_int(step) == Value::from_int(1)) start = plain_int(start), step = Value::from_int(1);
  if (start.is_int() && step.is_int() && step.as_int() < kNearMax && step.as_int() > -kNearMax) {
    self->flag = true;
    self->numbers[0] = start.as_int();
    self->numbers[1] = step.as_int();
  } else {
    put(self->values[0], start);
    put(self->values[1], step);
  }
  return owner;
}

Ref count_repr(Arguments& args) {
  Vm& vm = args.vm;
  const auto* self = self_of(args);
  const Ref next = self->flag ? make_int(vm, self->numbers[0]) : Ref(self->values[0]);
  const Ref step = self->flag ? make_int(vm, self->numbers[1]) : Ref(self->values[1]);
  const auto next_text = repr_of(vm, next), step_text = repr_of(vm, step);
  if (!next_text || !step_text) return {};
  const std::string_view name = args[0].object()->type->name->view();
  if (step.get().is_int() && step.get().as_int() == 1) return make_str(vm, fmt::format("{}({})", name, *next_text));
  return make_str(vm, fmt::format("{}({}, {})", name, *next_text, *step_text));
}

// cycle: values[0] the iterator until it ends, values[1] the items so far (a list); numbers[0] where in it.

Ref cycle_next(Vm& vm, Extension* extension) {
  auto* self = self_of(extension);
  if (!self->values[0].is_empty()) {
    const Ref source = self->values[0];
    if (Ref item = next_item(vm, source)) {
      const Ref saved = self->values[1];
      list_append(vm, cast<List>(saved), item);
      return item;
    }
    if (vm.has_error()) return {};
    put(self->values[0], Value());
  }
  if (self->values[1].is_empty()) return {};
  const List* saved = cast<List>(self->values[1]);
  if (saved->count == 0) return {};
  Ref item = saved->items[self->numbers[0]];
  self->numbers[0] = (self->numbers[0] + 1) % saved->count;
  return item;
}

Ref cycle_new(Arguments& args) {
  if (!positional_only(args, "cycle", 1, 1)) return {};
  const Ref source = get_iterator(args.vm, args[1]);
  if (!source) return {};
  auto* self = new_itertools(args);
  put(self->values[0], source);
  put(self->values[1], make_list(args.vm));
  return Ref::steal(Value(self));
}

// repeat: values[0] the object; numbers[0] how often still, -1 for ever.

Ref repeat_next(Vm&, Extension* extension) {
  auto* self = self_of(extension);
  if (self->numbers[0] == 0) return {};
  if (self->numbers[0] > 0) --self->numbers[0];
  return self->values[0];
}

Ref repeat_new(Arguments& args) {
  Vm& vm = args.vm;
  Value out[2];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "repeat", {"object", "times"}, 1, out)) return {};
  std::int64_t times = -1;
  if (!out[1].is_empty()) {
    const auto given = to_ssize(vm, out[1]);
    if (!given) return {};
    times = std::max<std::int64_t>(*given, 0);
  }
  auto* self = new_itertools(args);
  put(self->values[0], out[0]);
  self->numbers[0] = times;
  return Ref::steal(Value(self));
}

Ref repeat_repr(Arguments& args) {
  const auto object = repr_of(args.vm, Ref(self_of(args)->values[0]));
  if (!object) return {};
  const std::int64_t times = self_of(args)->numbers[0];
  const std::string_view name = args[0].object()->type->name->view();
  return make_str(args.vm, times < 0 ? fmt::format("{}({})", name, *object) : fmt::format("{}({}, {})", name, *object, times));
}

Ref repeat_length_hint(Arguments& args) {
  if (self_of(args)->numbers[0] < 0) return args.vm.raise(args.vm.types.TypeError, "len() of unsized object");
  return make_int(args.vm, self_of(args)->numbers[0]);
}

constexpr ExtensionTraits kCountTraits = itertools_traits(count_next);
constexpr ExtensionTraits kCycleTraits = itertools_traits(cycle_next);
constexpr ExtensionTraits kRepeatTraits = itertools_traits(repeat_next);
constexpr NativeDef kCountNew = {"__new__", count_new, 0, -1, Takes::Keywords};
constexpr NativeDef kCycleNew = {"__new__", cycle_new, 0, -1, Takes::Keywords};
constexpr NativeDef kRepeatNew = {"__new__", repeat_new, 0, -1, Takes::Keywords};
constexpr NativeDef kCountMethods[] = {{"__repr__", count_repr}};
constexpr NativeDef kRepeatMethods[] = {{"__repr__", repeat_repr}, {"__length_hint__", repeat_length_hint}};

}  // namespace

Ref make_itertools_module(Vm& vm) {
  Ref owner = make_module(vm, "itertools");
  Module* module = cast<Module>(owner);
  add_iterator_type(vm, module, "count", &kCountTraits, &kCountNew, kCountMethods);
  add_iterator_type(vm, module, "cycle", &kCycleTraits, &kCycleNew);
  add_iterator_type(vm, module, "repeat", &kRepeatTraits, &kRepeatNew, kRepeatMethods);
  add_itertools_streams(vm, module);
  add_itertools_selections(vm, module);
  add_itertools_groups(vm, module);
  add_itertools_combinatorics(vm, module);
  return owner;
}

}  // namespace waiter::python
