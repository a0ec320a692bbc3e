// tuple.

#include "python/methods/helpers.h"
#include "python/methods/install.h"

namespace waiter::python {
namespace {

bool fits_tuple(Vm&, Value value) { return value.is_kind(Kind::Tuple); }

Ref tuple_new(Arguments& args) {
  Vm& vm = args.vm;
  Type* type = class_to_make(args, vm.types.tuple);
  if (type == nullptr) return {};
  pass_over_keywords(args, type, vm.types.tuple, vm.names.dunder_init);
  if (!unpack_count(args, "tuple", 1, 0, 1)) return {};
  return with_type(vm, type, args.count == 1 ? tuple_of(vm, {}) : tuple_from(vm, args[1]));
}

Ref count(Arguments& args) {
  const Tuple* tuple = cast<Tuple>(args[0]);
  std::int64_t found = 0;
  for (std::uint32_t i = 0; i < tuple->count; ++i) {
    const int same = equal(args.vm, tuple->items[i], args[1]);
    if (same < 0) return {};
    found += same;
  }
  args.vm.charge(tuple->count);
  return make_int(args.vm, found);
}

Ref index(Arguments& args) {
  const Tuple* tuple = cast<Tuple>(args[0]);
  for (std::uint32_t i = 2; i < args.count; ++i)
    if (args[i].is_none()) return args.vm.raise(args.vm.types.TypeError, "slice indices must be integers or have an __index__ method");
  const auto bounds = bounds_of(args, 2, tuple->count);
  if (!bounds) return {};
  for (std::int64_t i = bounds->start; i < bounds->end; ++i) {
    const int same = equal(args.vm, tuple->items[i], args[1]);
    if (same < 0) return {};
    if (same == 1) return make_int(args.vm, i);
  }
  return args.vm.raise(args.vm.types.ValueError, "tuple.index(x): x not in tuple");
}

Ref add(Arguments& args) {
  const Ref left = plain(args.vm, args[0]), right = plain(args.vm, args[1]);
  return concatenated(args.vm, left, right, args[1]);
}

Ref multiply(Arguments& args) {
  Vm& vm = args.vm;
  const auto times = to_int64(vm, args[1], vm.types.OverflowError);
  if (!times) return {};
  const Ref self = plain(vm, args[0]);
  return repeat_sequence(vm, self, *times);
}

constexpr NativeDef kMethods[] = {
    {"count", count, 1, 1},
    {"index", index, 1, 3},
    WAITER_COMPARISONS(fits_tuple),
    {"__add__", add, 1, 1},
    {"__mul__", multiply, 1, 1},
    {"__rmul__", multiply, 1, 1},
    {"__contains__", plain_contains, 1, 1},
    {"__getitem__", plain_get_item, 1, 1},
    {"__iter__", plain_iterator},
    {"__getnewargs__", plain_new_args},
    {"__len__", plain_length},
    {"__hash__", plain_hash},
    {"__repr__", plain_repr},
};
constexpr NativeDef kNew[] = {{"__new__", tuple_new, 0, -1, Takes::Keywords}};

}  // namespace

void install_tuple_methods(Vm& vm) {
  install(vm, vm.types.tuple, kMethods);
  install_static(vm, vm.types.tuple, kNew);
}

}  // namespace waiter::python
