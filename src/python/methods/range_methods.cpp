// range and slice.

#include "python/accessor.h"
#include "python/methods/helpers.h"
#include "python/methods/install.h"
#include "python/range.h"

namespace waiter::python {
namespace {

bool fits_range(Vm&, Value value) { return value.is_kind(Kind::Range); }
bool fits_slice(Vm&, Value value) { return value.is_kind(Kind::Slice); }

Ref range_new(Arguments& args) {
  Vm& vm = args.vm;
  if (class_to_make(args, vm.types.range) == nullptr || !unpack_count(args, "range", 1, 1, 3)) return {};
  Ref parts[3] = {Ref(Value::from_int(0)), Ref(), Ref(Value::from_int(1))};
  for (std::uint32_t i = 1; i < args.count; ++i) {
    Ref& place = parts[args.count == 2 ? 1 : i - 1];
    place = args[i].is_int() ? Ref(args[i]) : to_index(vm, args[i]);
    if (!place) return {};
    // An int subclass's instance counts as its value.
    place = plain(vm, plain_int(place));
  }
  if (parts[2].get().is_int() && parts[2].get().as_int() == 0) return vm.raise(vm.types.ValueError, "range() arg 3 must not be zero");
  auto* range = vm.heap.make<Range>(Kind::Range, vm.types.range);
  range->start = parts[0].release();
  range->stop = parts[1].release();
  range->step = parts[2].release();
  return Ref::steal(Value(range));
}

Ref range_index(Arguments& args) {
  Vm& vm = args.vm;
  const int in = contains(vm, args[0], args[1]);
  if (in < 0) return {};
  if (in == 1) {
    if (is_int_like(args[1])) {
      const Range* range = cast<Range>(args[0]);
      const Ref offset = binary(vm, BinaryKind::Sub, plain_int(args[1]), range->start);
      return offset ? binary(vm, BinaryKind::FloorDiv, offset, range->step) : Ref();
    }
    std::int64_t at = 0;
    const bool fine = for_each(vm, args[0], [&](Value item) {
      if (equal(vm, item, args[1]) != 0) return false;
      ++at;
      return true;
    });
    return fine ? make_int(vm, at) : Ref();
  }
  if (!is_int_like(args[1])) return vm.raise(vm.types.ValueError, "sequence.index(x): x not in sequence");
  const auto shown = repr_of(vm, args[1]);
  return shown ? vm.raise(vm.types.ValueError, "{} is not in range", *shown) : Ref();
}

Ref range_count(Arguments& args) {
  Vm& vm = args.vm;
  if (!args[1].is_int() && !args[1].is_bool() && !args[1].is_kind(Kind::Int)) {
    std::int64_t count = 0;
    const bool fine = for_each(vm, args[0], [&](Value item) {
      const int same = equal(vm, item, args[1]);
      count += same == 1 ? 1 : 0;
      return same >= 0;
    });
    return fine ? make_int(vm, count) : Ref();
  }
  const int in = contains(args.vm, args[0], args[1]);
  return in < 0 ? Ref() : make_int(args.vm, in);
}

Ref range_reversed(Arguments& args) {
  const Ref backwards = reversed_range(args.vm, cast<Range>(args[0]));
  return get_iterator(args.vm, backwards);
}

Ref slice_new(Arguments& args) {
  Vm& vm = args.vm;
  if (class_to_make(args, vm.types.slice) == nullptr || !unpack_count(args, "slice", 1, 1, 3)) return {};
  if (args.count == 2) return make_slice(vm, kNone, args[1], kNone);
  return make_slice(vm, args[1], args[2], args.get(3));
}

Ref slice_indices(Arguments& args) {
  Vm& vm = args.vm;
  const Ref count = to_index(vm, args[1]);
  if (!count) return {};
  if (big_value(count).sign() < 0) return vm.raise(vm.types.ValueError, "length should not be negative");
  const auto bounds = big_slice_bounds(vm, cast<Slice>(args[0]), big_value(count));
  if (!bounds) return {};
  const Ref start = make_int(vm, bounds->start), stop = make_int(vm, bounds->stop), step = make_int(vm, bounds->step);
  const Value items[] = {start, stop, step};
  return tuple_of(vm, items);
}

template <class T, Value T::*part>
Ref get_part(Arguments& args) {
  return cast<T>(args[0])->*part;
}
template <class T>
constexpr AccessorDef kParts[] = {{"start", get_part<T, &T::start>, nullptr, AccessorKind::Field},
                                  {"stop", get_part<T, &T::stop>, nullptr, AccessorKind::Field},
                                  {"step", get_part<T, &T::step>, nullptr, AccessorKind::Field}};

constexpr NativeDef kRangeMethods[] = {
    {"index", range_index, 1, 1},
    {"count", range_count, 1, 1},
    WAITER_COMPARISONS(fits_range),
    {"__contains__", plain_contains, 1, 1},
    {"__getitem__", plain_get_item, 1, 1},
    {"__iter__", plain_iterator},
    {"__reversed__", range_reversed},
    {"__len__", plain_length},
    {"__hash__", plain_hash},
    {"__repr__", plain_repr},
};
constexpr NativeDef kRangeNew[] = {{"__new__", range_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kSliceMethods[] = {
    {"indices", slice_indices, 1, 1},
    WAITER_COMPARISONS(fits_slice),
    {"__repr__", plain_repr},
};
constexpr NativeDef kSliceNew[] = {{"__new__", slice_new, 0, -1, Takes::Keywords}};

}  // namespace

void install_range_methods(Vm& vm) {
  install(vm, vm.types.range, kRangeMethods);
  install_static(vm, vm.types.range, kRangeNew);
  install(vm, vm.types.slice, kSliceMethods);
  install_static(vm, vm.types.slice, kSliceNew);
  make_unhashable(vm, vm.types.slice);
  install_accessors(vm, vm.types.range, kParts<Range>);
  install_accessors(vm, vm.types.slice, kParts<Slice>);
}

}  // namespace waiter::python
