// set and frozenset.

#include "python/methods/helpers.h"
#include "python/methods/install.h"
#include "python/set.h"

namespace waiter::python {
namespace {

bool fits_set(Vm&, Value value) { return value.is_kind(Kind::Set); }
Set* self_of(Arguments& args) { return cast<Set>(args[0]); }
bool is_frozen(const Set* set) { return (set->flags & kFrozen) != 0; }

Ref set_new(Arguments& args) {
  Type* type = class_to_make(args, args.vm.types.set);
  if (type == nullptr) return {};
  if (type == args.vm.types.set) return Ref::steal(Value(make_set(args.vm)));
  auto* set = static_cast<Set*>(allocate_instance(args.vm, type));
  set->table = set->small;
  set->mask = 7;
  return Ref::steal(Value(set));
}

Ref set_init(Arguments& args) {
  Arguments rest = behind(args, 1);
  if (!unpack_count(rest, "set", 0, 0, 1)) return {};
  set_clear(args.vm, self_of(args));
  return none_or_error(rest.count == 0 || set_update(args.vm, self_of(args), rest[0]));
}

Ref frozenset_new(Arguments& args) {
  Vm& vm = args.vm;
  Type* type = class_to_make(args, vm.types.frozenset);
  if (type == nullptr) return {};
  pass_over_keywords(args, type, vm.types.frozenset, vm.names.dunder_init);
  if (!no_keywords(args, "frozenset") || !unpack_count(args, type->name->view(), 1, 0, 1)) return {};
  if (type == vm.types.frozenset && args.count > 1 && type_of(vm, args[1]) == type) return args[1];
  Ref made = Ref::steal(Value(make_set(vm, true)));
  if (args.count > 1 && !set_update(vm, cast<Set>(made), args[1])) return {};
  return with_type(vm, type, made);
}

Ref add(Arguments& args) { return none_or_error(set_add(args.vm, self_of(args), args[1]) >= 0); }
Ref contains_key(Arguments& args) {
  const int in = set_contains_key(args.vm, self_of(args), args[1]);
  return in < 0 ? Ref() : boolean(in == 1);
}

Ref discard(Arguments& args) { return none_or_error(set_discard_key(args.vm, self_of(args), args[1]) >= 0); }

Ref remove(Arguments& args) {
  const int removed = set_discard_key(args.vm, self_of(args), args[1]);
  if (removed == 0) return raise_key_error(args.vm, args[1]);
  return none_or_error(removed > 0);
}

/// set_pop, with its finger.
Ref pop(Arguments& args) {
  Set* set = self_of(args);
  if (set->used == 0) return args.vm.raise(args.vm.types.KeyError, "pop from an empty set");
  std::uint32_t at = set->finger & set->mask;
  while (set->table[at].key.is_empty() || set->table[at].key == kUnbound) at = at == set->mask ? 0 : at + 1;
  Ref key = Ref::steal(set->table[at].key);
  set->table[at] = {kUnbound, -1};
  --set->used;
  ++set->version;
  set->finger = at + 1;
  return key;
}

Ref clear(Arguments& args) {
  set_clear(args.vm, self_of(args));
  return none();
}

Ref copy(Arguments& args) {
  const Set* set = self_of(args);
  args.vm.charge(set->used);
  if (set->type == args.vm.types.frozenset) return args[0];
  return set_copy(args.vm, set, is_frozen(set));
}

/// union(), intersection(), difference() with any number of iterables.
template <SetOperation operation>
Ref combine(Arguments& args) {
  Vm& vm = args.vm;
  const bool frozen = is_frozen(self_of(args));
  if (args.count == 1) return set_copy(vm, self_of(args), frozen);
  Ref result = args[0];
  for (std::uint32_t i = 1; i < args.count && result; ++i) {
    vm.charge(cast<Set>(result)->used);
    if (operation == SetOperation::Difference && i > 1) {  // all but the first are taken out of the result (set_difference_multi)
      if (!set_operation_in_place(vm, operation, cast<Set>(result), args[i])) return {};
      continue;
    }
    result = set_operation(vm, operation, cast<Set>(result), args[i], frozen);
  }
  return result;
}

Ref update(Arguments& args) {
  for (std::uint32_t i = 1; i < args.count; ++i)
    if (!set_update(args.vm, self_of(args), args[i])) return {};
  return none();
}

Ref intersection_update(Arguments& args) {
  const Ref result = combine<SetOperation::Intersection>(args);
  if (!result) return {};
  set_swap(self_of(args), cast<Set>(result));
  return none();
}

Ref difference_update(Arguments& args) {
  for (std::uint32_t i = 1; i < args.count; ++i)
    if (!set_operation_in_place(args.vm, SetOperation::Difference, self_of(args), args[i])) return {};
  return none();
}

Ref symmetric_difference_update(Arguments& args) { return none_or_error(set_operation_in_place(args.vm, SetOperation::SymmetricDifference, self_of(args), args[1])); }

/// The other operand of issubset() and the like as a set.
Ref as_set(Vm& vm, Value value) {
  if (value.is_kind(Kind::Set)) return value;
  Ref made = Ref::steal(Value(make_set(vm)));
  return set_update(vm, cast<Set>(made), value) ? made : Ref();
}

Ref issubset(Arguments& args) {
  const Ref other = as_set(args.vm, args[1]);
  return other ? boolean_or_error(set_is_subset(args.vm, self_of(args), cast<Set>(other))) : Ref();
}

Ref issuperset(Arguments& args) {
  if (args[1].is_kind(Kind::Set)) return boolean_or_error(set_is_subset(args.vm, cast<Set>(args[1]), self_of(args)));
  // The first that is missing answers: what comes behind it need not even be hashable (set_issuperset).
  bool all = true;
  const bool fine = for_each(args.vm, args[1], [&](Value key) {
    const int in = set_contains(args.vm, self_of(args), key);
    all = in == 1;
    return all;
  });
  return fine ? boolean(all) : Ref();
}

Ref isdisjoint(Arguments& args) {
  bool shared = false;
  const bool fine = for_each(args.vm, args[1], [&](Value key) {
    const int in = set_contains(args.vm, self_of(args), key);
    shared = in == 1;
    return in == 0;
  });
  return fine ? boolean(!shared) : Ref();
}

template <SetOperation operation>
Ref in_place(Arguments& args) {
  if (!args[1].is_kind(Kind::Set)) return Ref(kNotImplemented);
  return set_operation_in_place(args.vm, operation, self_of(args), args[1]) ? Ref(args[0]) : Ref();
}

constexpr NativeDef kMethods[] = {
    {"copy", copy},
    {"union", combine<SetOperation::Union>, 0, -1},
    {"intersection", combine<SetOperation::Intersection>, 0, -1},
    {"difference", combine<SetOperation::Difference>, 0, -1},
    {"symmetric_difference", combine<SetOperation::SymmetricDifference>, 1, 1},
    {"issubset", issubset, 1, 1},
    {"issuperset", issuperset, 1, 1},
    {"isdisjoint", isdisjoint, 1, 1},
    WAITER_COMPARISONS(fits_set),
    WAITER_BINARY("and", fits_set, And), WAITER_BINARY("or", fits_set, Or), WAITER_BINARY("sub", fits_set, Sub),
    WAITER_BINARY("xor", fits_set, Xor),
    {"__contains__", contains_key, 1, 1},
    {"__iter__", plain_iterator},
    {"__len__", plain_length},
    {"__repr__", plain_repr},
};
constexpr NativeDef kMutable[] = {
    {"__init__", set_init, 0, -1, Takes::Keywords},
    {"add", add, 1, 1},
    {"discard", discard, 1, 1},
    {"remove", remove, 1, 1},
    {"pop", pop},
    {"clear", clear},
    {"update", update, 0, -1},
    {"intersection_update", intersection_update, 0, -1},
    {"difference_update", difference_update, 0, -1},
    {"symmetric_difference_update", symmetric_difference_update, 1, 1},
    {"__ior__", in_place<SetOperation::Union>, 1, 1},
    {"__iand__", in_place<SetOperation::Intersection>, 1, 1},
    {"__isub__", in_place<SetOperation::Difference>, 1, 1},
    {"__ixor__", in_place<SetOperation::SymmetricDifference>, 1, 1},
};
constexpr NativeDef kHash[] = {{"__hash__", plain_hash}};
constexpr NativeDef kNew[] = {{"__new__", set_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kFrozenNew[] = {{"__new__", frozenset_new, 0, -1, Takes::Keywords}};

}  // namespace

void install_set_methods(Vm& vm) {
  install(vm, vm.types.set, kMethods);
  install(vm, vm.types.set, kMutable);
  install_static(vm, vm.types.set, kNew);
  make_unhashable(vm, vm.types.set);
  install(vm, vm.types.frozenset, kMethods);
  install(vm, vm.types.frozenset, kHash);
  install_static(vm, vm.types.frozenset, kFrozenNew);
}

}  // namespace waiter::python
