// itertools: combinations, combinations_with_replacement, permutations, product: tuples of items of one or several pools. Each
// keeps the places of the last tuple and counts on from there.

#include <numeric>

#include "python/methods/helpers.h"
#include "python/modules/itertools_parts.h"

namespace waiter::python {
namespace {

struct Combinatoric : Extension {
  Tuple* pool;             ///< owned; product: a tuple of tuples
  std::int64_t* places;    ///< `width` of them; which item stands where in the last tuple
  std::int64_t* rest;      ///< permutations: `size` further numbers
  std::uint32_t width, size;
  bool begun, over;
};

void free_numbers(Vm& vm, Combinatoric* self) {
  vm.heap.free_raw(std::exchange(self->places, nullptr), self->width * sizeof(std::int64_t));
  vm.heap.free_raw(std::exchange(self->rest, nullptr), self->size * sizeof(std::int64_t));
}

void release(Vm& vm, Extension* extension) {
  auto* self = static_cast<Combinatoric*>(extension);
  free_numbers(vm, self);
  self->over = true;
  if (Tuple* pool = std::exchange(self->pool, nullptr)) decref(Value(pool));
}

void traverse(Extension* extension, void (*visit)(void*, Value), void* context) {
  if (Tuple* pool = static_cast<Combinatoric*>(extension)->pool) visit(context, Value(pool));
}

constexpr ExtensionTraits traits_with(Ref (*next)(Vm&, Extension*)) {
  ExtensionTraits traits{};
  traits.size = sizeof(Combinatoric);
  traits.release = release;
  traits.traverse = traverse;
  traits.next = next;
  traits.no_weak_references = true;
  return traits;
}

/// The tuple whose items stand at these places of the pool.
Ref tuple_at(Vm& vm, const Combinatoric* self, const std::int64_t* places) {
  vm.charge(self->width / 4 + 1);
  Tuple* made = make_tuple_raw(vm, self->width);
  for (std::uint32_t i = 0; i < self->width; ++i) made->items[i] = Ref(self->pool->items[places[i]]).release();
  return Ref::steal(Value(made));
}

Ref end(Combinatoric* self) {
  self->over = true;
  return {};
}

Combinatoric* make(Vm& vm, Value type, Value pool, std::int64_t width, std::int64_t rest) {
  if (!room_for(vm, (static_cast<std::uint64_t>(width) + static_cast<std::uint64_t>(rest)) * sizeof(std::int64_t))) return nullptr;
  auto* self = static_cast<Combinatoric*>(allocate_instance(vm, cast<Type>(type)));
  self->pool = cast<Tuple>(Ref(pool).release());
  self->width = static_cast<std::uint32_t>(width);
  self->size = static_cast<std::uint32_t>(rest);
  self->places = static_cast<std::int64_t*>(vm.heap.allocate_raw(self->width * sizeof(std::int64_t)));
  std::iota(self->places, self->places + self->width, 0);
  if (rest > 0) self->rest = static_cast<std::int64_t*>(vm.heap.allocate_raw(self->size * sizeof(std::int64_t)));
  return self;
}

/// The walk from here on, over the same pool.
Ref copy(Arguments& args) {
  Vm& vm = args.vm;
  const auto* self = cast<Combinatoric>(args[0]);
  auto* twin = static_cast<Combinatoric*>(allocate_instance(vm, self->type));
  Ref owner = Ref::steal(Value(twin));
  twin->pool = cast<Tuple>(Ref(Value(self->pool)).release());
  twin->width = self->width, twin->size = self->size, twin->begun = self->begun, twin->over = self->over;
  const auto numbers = [&](const std::int64_t* from, std::uint32_t count) -> std::int64_t* {
    if (from == nullptr) return nullptr;
    auto* to = static_cast<std::int64_t*>(vm.heap.allocate_raw(count * sizeof(std::int64_t)));
    std::copy(from, from + count, to);
    return to;
  };
  twin->places = numbers(self->places, self->width);
  twin->rest = numbers(self->rest, self->size);
  return owner;
}

/// Tuples of as many items, and those within as long as those: what a walk's places fit. A program's own deepcopy may give anything.
bool are_alike(Value a, Value b, int depth = 0) {
  if (!a.is_kind(Kind::Tuple)) return depth > 0;
  if (!b.is_kind(Kind::Tuple) || cast<Tuple>(a)->count != cast<Tuple>(b)->count) return false;
  for (std::uint32_t i = 0; depth == 0 && i < cast<Tuple>(a)->count; ++i)
    if (!are_alike(cast<Tuple>(a)->items[i], cast<Tuple>(b)->items[i], 1)) return false;
  return true;
}

Ref deepcopy(Arguments& args) {
  Vm& vm = args.vm;
  Ref owner = copy(args);
  auto* twin = cast<Combinatoric>(owner);
  const Ref deepen = deepcopy_function(vm), held = Value(twin->pool);
  const Value both[] = {held, args[1]};
  const Ref pool = deepen ? call(vm, deepen, both) : Ref();
  if (!pool) return {};
  if (!are_alike(held, pool)) return vm.raise(vm.types.TypeError, "a copy of '{}' is not one", type_name(vm, held));
  decref(Value(std::exchange(twin->pool, cast<Tuple>(Ref(pool).release()))));
  return owner;
}
constexpr NativeDef kCopies[] = {{"__copy__", copy}, {"__deepcopy__", deepcopy, 1, 1}};

/// The pool and r of combinations() and its kin; nullopt: exception.
struct PoolAndWidth {
  Ref pool;
  std::int64_t width;
};
std::optional<PoolAndWidth> pool_and_width(Arguments& args, const char* name) {
  Vm& vm = args.vm;
  Value out[2];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, name, {"iterable", "r"}, 2, out)) return std::nullopt;
  const auto width = to_ssize(vm, out[1]);
  if (!width) return std::nullopt;
  PoolAndWidth result{tuple_from(vm, out[0]), *width};
  if (!result.pool) return std::nullopt;
  if (*width < 0) {
    vm.raise(vm.types.ValueError, "r must be non-negative");
    return std::nullopt;
  }
  return result;
}

Ref combinations_next(Vm& vm, Extension* extension) {
  auto* self = static_cast<Combinatoric*>(extension);
  if (self->over) return {};
  if (!std::exchange(self->begun, true)) return tuple_at(vm, self, self->places);
  const std::int64_t n = self->pool->count, r = self->width;
  std::int64_t i = r - 1;
  while (i >= 0 && self->places[i] == i + n - r) --i;
  if (i < 0) return end(self);
  ++self->places[i];
  for (std::int64_t j = i + 1; j < r; ++j) self->places[j] = self->places[j - 1] + 1;
  return tuple_at(vm, self, self->places);
}

Ref combinations_new(Arguments& args) {
  const auto given = pool_and_width(args, "combinations");
  if (!given) return {};
  const bool none_at_all = given->width > cast<Tuple>(given->pool)->count;
  Combinatoric* self = make(args.vm, args[0], given->pool, none_at_all ? 0 : given->width, 0);
  if (self == nullptr) return {};
  self->over = none_at_all;
  return Ref::steal(Value(self));
}

Ref with_replacement_next(Vm& vm, Extension* extension) {
  auto* self = static_cast<Combinatoric*>(extension);
  if (self->over) return {};
  if (!std::exchange(self->begun, true)) return tuple_at(vm, self, self->places);
  const std::int64_t n = self->pool->count, r = self->width;
  std::int64_t i = r - 1;
  while (i >= 0 && self->places[i] == n - 1) --i;
  if (i < 0) return end(self);
  const std::int64_t place = self->places[i] + 1;
  std::fill(self->places + i, self->places + r, place);
  return tuple_at(vm, self, self->places);
}

Ref with_replacement_new(Arguments& args) {
  const auto given = pool_and_width(args, "combinations_with_replacement");
  if (!given) return {};
  Combinatoric* self = make(args.vm, args[0], given->pool, given->width, 0);
  if (self == nullptr) return {};
  std::fill(self->places, self->places + self->width, 0);
  self->over = cast<Tuple>(given->pool)->count == 0 && given->width > 0;
  return Ref::steal(Value(self));
}

/// `rest` holds the cycles, then all n places: the first r are the tuple's.
Ref permutations_next(Vm& vm, Extension* extension) {
  auto* self = static_cast<Combinatoric*>(extension);
  if (self->over) return {};
  const std::int64_t n = self->pool->count, r = self->width;
  std::int64_t* const cycles = self->places;
  std::int64_t* const places = self->rest;
  if (!std::exchange(self->begun, true)) return tuple_at(vm, self, places);
  for (std::int64_t i = r - 1; i >= 0; --i) {
    if (--cycles[i] == 0) {
      const std::int64_t first = places[i];
      std::copy(places + i + 1, places + n, places + i);
      places[n - 1] = first;
      cycles[i] = n - i;
      continue;
    }
    std::swap(places[i], places[n - cycles[i]]);
    return tuple_at(vm, self, places);
  }
  return end(self);
}

Ref permutations_new(Arguments& args) {
  Vm& vm = args.vm;
  Value out[2];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "permutations", {"iterable", "r"}, 1, out)) return {};
  const Ref pool = tuple_from(vm, out[0]);
  if (!pool) return {};
  const std::int64_t n = cast<Tuple>(pool)->count;
  std::int64_t r = n;
  if (!out[1].is_empty() && !out[1].is_none()) {
    if (!is_int_like(out[1])) return vm.raise(vm.types.TypeError, "Expected int as r");
    const auto given = to_ssize(vm, out[1]);
    if (!given) return {};
    r = *given;
  }
  if (r < 0) return vm.raise(vm.types.ValueError, "r must be non-negative");
  Combinatoric* self = make(vm, args[0], pool, r > n ? 0 : r, n);
  if (self == nullptr) return {};
  self->over = r > n;
  if (n > 0) std::iota(self->rest, self->rest + n, 0);
  for (std::uint32_t i = 0; i < self->width; ++i) self->places[i] = n - i;
  return Ref::steal(Value(self));
}

Ref product_tuple(Vm& vm, const Combinatoric* self) {
  vm.charge(self->width / 4 + 1);
  Tuple* made = make_tuple_raw(vm, self->width);
  for (std::uint32_t i = 0; i < self->width; ++i)
    made->items[i] = Ref(cast<Tuple>(self->pool->items[i])->items[self->places[i]]).release();
  return Ref::steal(Value(made));
}

Ref product_next(Vm& vm, Extension* extension) {
  auto* self = static_cast<Combinatoric*>(extension);
  if (self->over) return {};
  if (!std::exchange(self->begun, true)) return product_tuple(vm, self);
  for (std::int64_t i = self->width; i-- > 0;) {
    if (++self->places[i] < cast<Tuple>(self->pool->items[i])->count) return product_tuple(vm, self);
    self->places[i] = 0;
  }
  return end(self);
}

Ref product_new(Arguments& args) {
  Vm& vm = args.vm;
  std::int64_t repeat = 1;
  if (args.keyword_count() > 0) {
    Value out[1];
    Arguments options{vm, args.values + args.count, 0, args.names, args.callee};
    if (!bind_arguments(options, "product", {"*", "repeat"}, 0, out)) return {};
    const auto given = to_ssize(vm, out[0]);
    if (!given) return {};
    if (*given < 0) return vm.raise(vm.types.ValueError, "repeat argument cannot be negative");
    repeat = *given;
  }
  const std::uint32_t count = args.count - 1;
  if (!room_for(vm, static_cast<std::uint64_t>(std::min<std::int64_t>(repeat, 1 << 30)) * count * sizeof(Value))) return {};
  std::vector<Ref> owned;
  std::vector<Value> pools;
  if (repeat > 0) {
    for (std::uint32_t i = 0; i < count; ++i) {
      Ref pool = tuple_from(vm, args[i + 1]);
      if (!pool) return {};
      owned.push_back(std::move(pool));
    }
  }
  bool empty = false;
  for (std::int64_t round = 0; round < (count == 0 ? 0 : repeat); ++round)
    for (const Ref& pool : owned) {
      pools.push_back(pool);
      empty = empty || cast<Tuple>(pool)->count == 0;
    }
  const Ref pool = tuple_of(vm, pools);
  Combinatoric* self = make(vm, args[0], pool, static_cast<std::int64_t>(pools.size()), 0);
  if (self == nullptr) return {};
  std::fill(self->places, self->places + self->width, 0);
  self->over = empty;
  return Ref::steal(Value(self));
}

constexpr ExtensionTraits kCombinationsTraits = traits_with(combinations_next);
constexpr ExtensionTraits kWithReplacementTraits = traits_with(with_replacement_next);
constexpr ExtensionTraits kPermutationsTraits = traits_with(permutations_next);
constexpr ExtensionTraits kProductTraits = traits_with(product_next);
constexpr NativeDef kCombinationsNew = {"__new__", combinations_new, 0, -1, Takes::Keywords};
constexpr NativeDef kWithReplacementNew = {"__new__", with_replacement_new, 0, -1, Takes::Keywords};
constexpr NativeDef kPermutationsNew = {"__new__", permutations_new, 0, -1, Takes::Keywords};
constexpr NativeDef kProductNew = {"__new__", product_new, 0, -1, Takes::Keywords};

}  // namespace

void add_itertools_combinatorics(Vm& vm, Module* module) {
  add_iterator_type(vm, module, "combinations", &kCombinationsTraits, &kCombinationsNew, kCopies);
  add_iterator_type(vm, module, "combinations_with_replacement", &kWithReplacementTraits, &kWithReplacementNew, kCopies);
  add_iterator_type(vm, module, "permutations", &kPermutationsTraits, &kPermutationsNew, kCopies);
  add_iterator_type(vm, module, "product", &kProductTraits, &kProductNew, kCopies);
}

}  // namespace waiter::python
