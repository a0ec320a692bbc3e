// itertools: compress, dropwhile, filterfalse, islice, takewhile: some items of an iterable.

#include "python/modules/itertools_parts.h"

namespace waiter::python {
namespace {

ItertoolsIterator* self_of(Extension* extension) { return static_cast<ItertoolsIterator*>(extension); }

/// predicate(item) as 1, 0, -1.
int holds(Vm& vm, Value predicate, Value item) {
  const Value one[] = {item};
  const Ref answer = call(vm, predicate, one);
  return answer ? truth(vm, answer) : -1;
}

// compress: values[0] the data, values[1] the selectors.

Ref compress_next(Vm& vm, Extension* extension) {
  const Ref data = self_of(extension)->values[0], selectors = self_of(extension)->values[1];
  while (true) {
    Ref item = next_item_raising(vm, data);
    if (!item) return {};
    const Ref selector = next_item_raising(vm, selectors);
    if (!selector) return {};
    const int keep = truth(vm, selector);
    if (keep < 0) return {};
    if (keep == 1) return item;
    if (!vm.tick()) return {};
  }
}

Ref compress_new(Arguments& args) {
  Vm& vm = args.vm;
  Value out[2];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "compress", {"data", "selectors"}, 2, out)) return {};
  const Ref data = get_iterator(vm, out[0]);
  const Ref selectors = data ? get_iterator(vm, out[1]) : Ref();
  if (!selectors) return {};
  auto* self = new_itertools(args);
  put(self->values[0], data);
  put(self->values[1], selectors);
  return Ref::steal(Value(self));
}

// dropwhile, takewhile, filterfalse: values[0] the iterator, values[1] the function; flag: dropwhile's first items are gone,
// takewhile is over.

Ref dropwhile_next(Vm& vm, Extension* extension) {
  auto* self = self_of(extension);
  const Ref source = self->values[0], predicate = self->values[1];
  while (true) {
    Ref item = next_item(vm, source);
    if (!item || self->flag) return item;
    const int drop = holds(vm, predicate, item);
    if (drop < 0) return {};
    if (drop == 0) {
      self->flag = true;
      return item;
    }
    if (!vm.tick()) return {};
  }
}

Ref takewhile_next(Vm& vm, Extension* extension) {
  auto* self = self_of(extension);
  if (self->flag) return {};
  const Ref source = self->values[0], predicate = self->values[1];
  Ref item = next_item(vm, source);
  if (!item) return {};
  const int take = holds(vm, predicate, item);
  if (take < 0) return {};
  if (take == 1) return item;
  self->flag = true;
  return {};
}

Ref filterfalse_next(Vm& vm, Extension* extension) {
  const Ref source = self_of(extension)->values[0], predicate = self_of(extension)->values[1];
  while (true) {
    Ref item = next_item(vm, source);
    if (!item) return {};
    const bool by_truth = predicate.get().is_none() || predicate.get() == Value(vm.types.bool_);
    const int drop = by_truth ? truth(vm, item) : holds(vm, predicate, item);
    if (drop < 0) return {};
    if (drop == 0) return item;
    if (!vm.tick()) return {};
  }
}

Ref with_predicate(Arguments& args, const char* name) {
  if (!positional_only(args, name, 2, 2)) return {};
  const Ref source = get_iterator(args.vm, args[2]);
  if (!source) return {};
  auto* self = new_itertools(args);
  put(self->values[0], source);
  put(self->values[1], args[1]);
  return Ref::steal(Value(self));
}
Ref dropwhile_new(Arguments& args) { return with_predicate(args, "dropwhile"); }
Ref takewhile_new(Arguments& args) { return with_predicate(args, "takewhile"); }
Ref filterfalse_new(Arguments& args) { return with_predicate(args, "filterfalse"); }

// islice: values[0] the iterator (empty at the end); numbers: how many were taken, the number of the next one given, the stop
// (-1: none); flag unused. The step stands in values[1] as an int.

Ref islice_next(Vm& vm, Extension* extension) {
  auto* self = self_of(extension);
  if (self->values[0].is_empty()) return {};
  const Ref source = self->values[0];
  std::int64_t& taken = self->numbers[0];
  std::int64_t& next = self->numbers[1];
  const std::int64_t stop = self->numbers[2];
  while (taken < next) {
    const Ref skipped = next_item_raising(vm, source);
    if (!skipped) {
      put(self->values[0], Value());
      return {};
    }
    ++taken;
    if (!vm.tick()) return {};
  }
  if (stop >= 0 && taken >= stop) {
    put(self->values[0], Value());
    return {};
  }
  Ref item = next_item_raising(vm, source);
  if (!item) {
    put(self->values[0], Value());
    return {};
  }
  ++taken;
  const std::int64_t step = self->values[1].as_int();
  next = next > INT64_MAX - step ? INT64_MAX : next + step;
  if (stop >= 0 && next > stop) next = stop;
  return item;
}

/// An index of islice(), or `otherwise` for None; -1 for what is no index at all.
std::int64_t islice_index(Vm& vm, Value value, std::int64_t otherwise) {
  if (value.is_none()) return otherwise;
  if (!is_int_like(value) && type_lookup(vm, type_of(vm, value), vm.names.dunder_index).is_empty()) return -1;
  const auto given = to_int64(vm, value, vm.types.OverflowError);
  if (!given) vm.clear_error();
  return given.value_or(-1);
}

/// The checks in CPython's order (islice_new): a stop that is no index, then all that are negative, then the step.
Ref islice_new(Arguments& args) {
  Vm& vm = args.vm;
  if (!positional_only(args, "islice", 2, 4)) return {};
  const Value stop_value = args.count == 3 ? args[2] : args[3];
  const std::int64_t start = args.count == 3 ? 0 : islice_index(vm, args[2], 0);
  const std::int64_t stop = islice_index(vm, stop_value, -1);
  if (stop == -1 && !stop_value.is_none())
    return vm.raise(vm.types.ValueError, "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
  if (start < 0 || stop < -1) return vm.raise(vm.types.ValueError, "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.");
  const std::int64_t step = args.count == 5 ? islice_index(vm, args[4], 1) : 1;
  if (step < 1) return vm.raise(vm.types.ValueError, "Step for islice() must be a positive integer or None.");
  const Ref source = get_iterator(vm, args[1]);
  if (!source) return {};
  auto* self = new_itertools(args);
  put(self->values[0], source);
  self->values[1] = Value::from_int(std::min(step, Value::kIntMax));
  self->numbers[1] = start;
  self->numbers[2] = stop;
  return Ref::steal(Value(self));
}

constexpr ExtensionTraits kCompressTraits = itertools_traits(compress_next);
constexpr ExtensionTraits kDropwhileTraits = itertools_traits(dropwhile_next);
constexpr ExtensionTraits kTakewhileTraits = itertools_traits(takewhile_next);
constexpr ExtensionTraits kFilterfalseTraits = itertools_traits(filterfalse_next);
constexpr ExtensionTraits kIsliceTraits = itertools_traits(islice_next);
constexpr NativeDef kCompressNew = {"__new__", compress_new, 0, -1, Takes::Keywords};
constexpr NativeDef kDropwhileNew = {"__new__", dropwhile_new, 0, -1, Takes::Keywords};
constexpr NativeDef kTakewhileNew = {"__new__", takewhile_new, 0, -1, Takes::Keywords};
constexpr NativeDef kFilterfalseNew = {"__new__", filterfalse_new, 0, -1, Takes::Keywords};
constexpr NativeDef kIsliceNew = {"__new__", islice_new, 0, -1, Takes::Keywords};

}  // namespace

void add_itertools_selections(Vm& vm, Module* module) {
  add_iterator_type(vm, module, "compress", &kCompressTraits, &kCompressNew);
  add_iterator_type(vm, module, "dropwhile", &kDropwhileTraits, &kDropwhileNew);
  add_iterator_type(vm, module, "takewhile", &kTakewhileTraits, &kTakewhileNew);
  add_iterator_type(vm, module, "filterfalse", &kFilterfalseTraits, &kFilterfalseNew);
  add_iterator_type(vm, module, "islice", &kIsliceTraits, &kIsliceNew);
}

}  // namespace waiter::python
