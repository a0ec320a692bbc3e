// Sets as CPython 3.11 has them (Objects/setobject.c): the same table, probes, growth and merging, because the order in
// which a set of small ints is printed shows all of them.

#include <algorithm>

#include "python/set.h"

namespace waiter::python {
namespace {

constexpr std::uint32_t kLinearProbes = 9;
constexpr std::uint32_t kPerturbShift = 5;

struct Place {
  SetEntry* entry = nullptr;    ///< where it is or would go
  SetEntry* deleted = nullptr;  ///< the last deleted entry on the way there: a new key takes its place
  bool found = false;
  bool failed = false;
};

/// set_lookkey / the search in set_add_entry.
Place look(Vm& vm, const Set* set, Value key, std::int64_t hashed) {
  while (true) {
    SetEntry* const table = set->table;
    const std::uint64_t mask = set->mask;
    const std::uint32_t version = set->version;
    std::uint64_t perturb = static_cast<std::uint64_t>(hashed);
    std::uint64_t i = static_cast<std::uint64_t>(hashed) & mask;
    SetEntry* deleted = nullptr;
    while (true) {
      SetEntry* entry = &table[i];
      std::uint64_t probes = i + kLinearProbes <= mask ? kLinearProbes : 0;
      bool restart = false;
      do {
        if (entry->key.is_empty()) return {entry, deleted, false, false};
        if (entry->key == kUnbound) deleted = entry;
        if (entry->hash == hashed && entry->key != kUnbound) {
          if (entry->key == key) return {entry, nullptr, true, false};
          const Ref held = entry->key;
          const int same = equal(vm, held, key);
          if (same < 0) return {nullptr, nullptr, false, true};
          if (set->table != table || set->version != version) {
            restart = true;
            break;
          }
          if (same > 0) return {entry, nullptr, true, false};
        }
        ++entry;
      } while (probes-- > 0);
      if (restart) break;
      perturb >>= kPerturbShift;
      i = (i * 5 + 1 + perturb) & mask;
    }
  }
}

/// set_insert_clean: there is no equal key and no deleted entry.
void insert_clean(SetEntry* table, std::uint64_t mask, Value key, std::int64_t hashed) {
  std::uint64_t perturb = static_cast<std::uint64_t>(hashed);
  std::uint64_t i = static_cast<std::uint64_t>(hashed) & mask;
  while (true) {
    SetEntry* entry = &table[i];
    std::uint64_t probes = i + kLinearProbes <= mask ? kLinearProbes : 0;
    do {
      if (entry->key.is_empty()) {
        *entry = {key, hashed};
        return;
      }
      ++entry;
    } while (probes-- > 0);
    perturb >>= kPerturbShift;
    i = (i * 5 + 1 + perturb) & mask;
  }
}

/// set_table_resize.
void resize(Vm& vm, Set* set, std::size_t minimum) {
  std::size_t size = 8;
  while (size <= minimum) size <<= 1;
  SetEntry* old = set->table;
  const std::size_t old_size = set->mask + 1u;
  SetEntry saved[8];
  const bool was_small = old == set->small;
  if (was_small) {
    std::copy(set->small, set->small + 8, saved);
    old = saved;
  }
  if (size == 8) set->table = set->small;
  else set->table = static_cast<SetEntry*>(vm.heap.allocate_raw(size * sizeof(SetEntry)));
  std::fill(set->table, set->table + size, SetEntry{});
  set->mask = static_cast<std::uint32_t>(size - 1);
  for (std::size_t i = 0; i < old_size; ++i)
    if (!old[i].key.is_empty() && old[i].key != kUnbound) insert_clean(set->table, size - 1, old[i].key, old[i].hash);
  set->filled = set->used;
  ++set->version;
  if (!was_small) vm.heap.free_raw(old, old_size * sizeof(SetEntry));
}

int add_hashed(Vm& vm, Set* set, Value key, std::int64_t hashed) {
  const Place place = look(vm, set, key, hashed);
  if (place.failed) return -1;
  if (place.found) return 0;
  incref(key);
  if (place.deleted != nullptr) {
    *place.deleted = {key, hashed};
    ++set->used;
    ++set->version;
    return 1;
  }
  *place.entry = {key, hashed};
  ++set->filled;
  ++set->used;
  ++set->version;
  if (set->filled * 5ull < set->mask * 3ull) return 1;
  resize(vm, set, set->used > 50000 ? set->used * 2u : set->used * 4u);
  return 1;
}

/// set_merge: the other set's table, front to back.
int merge(Vm& vm, Set* set, const Set* other) {
  if (other == set || other->used == 0) return 0;
  if ((set->filled + other->used) * 5ull >= set->mask * 3ull) resize(vm, set, (set->used + other->used) * 2u);
  if (set->filled == 0 && set->mask == other->mask && other->filled == other->used) {
    for (std::size_t i = 0; i <= other->mask; ++i) {
      if (other->table[i].key.is_empty()) continue;
      incref(other->table[i].key);
      set->table[i] = other->table[i];
    }
    set->filled = other->filled;
    set->used = other->used;
    ++set->version;
    return 0;
  }
  if (set->filled == 0) {
    for (std::size_t i = 0; i <= other->mask; ++i) {
      const SetEntry& entry = other->table[i];
      if (entry.key.is_empty() || entry.key == kUnbound) continue;
      incref(entry.key);
      insert_clean(set->table, set->mask, entry.key, entry.hash);
    }
    set->filled = set->used = other->used;
    ++set->version;
    return 0;
  }
  for (std::size_t i = 0; i <= other->mask; ++i) {
    const SetEntry entry = other->table[i];
    if (entry.key.is_empty() || entry.key == kUnbound) continue;
    const Ref held = entry.key;  // an __eq__ may empty the other set
    if (add_hashed(vm, set, held, entry.hash) < 0) return -1;
  }
  return 0;
}

/// What set_difference_update_internal does at its end: many deleted entries are dropped.
void drop_deleted(Vm& vm, Set* set) {
  if (set->filled - set->used <= set->mask / 4) return;
  resize(vm, set, set->used > 50000 ? set->used * 2u : set->used * 4u);
}

const Set* as_set(Value value) { return value.is_kind(Kind::Set) ? cast<Set>(value) : nullptr; }

template <class Visit>
bool each(const Set* set, Visit visit) {
  for (std::size_t i = 0; i <= set->mask; ++i) {
    const SetEntry entry = set->table[i];
    if (entry.key.is_empty() || entry.key == kUnbound) continue;
    const Ref held = entry.key;
    if (!visit(held.get(), entry.hash)) return false;
  }
  return true;
}

}  // namespace

namespace {

int discard_hashed(Vm& vm, Set* set, Value item, std::int64_t hashed) {
  const Place place = look(vm, set, item, hashed);
  if (place.failed) return -1;
  if (!place.found) return 0;
  const Value old = place.entry->key;
  *place.entry = {kUnbound, -1};
  --set->used;
  ++set->version;
  decref(old);
  return 1;
}

/// Out if it is in, in if it is not.
bool toggle_hashed(Vm& vm, Set* set, Value item, std::int64_t hashed) {
  const int removed = discard_hashed(vm, set, item, hashed);
  return removed > 0 || (removed == 0 && add_hashed(vm, set, item, hashed) >= 0);
}

}  // namespace

int set_contains(Vm& vm, const Set* set, Value item) {
  std::int64_t hashed = 0;
  if (!hash(vm, item, hashed)) return -1;
  const Place place = look(vm, set, item, hashed);
  return place.failed ? -1 : place.found ? 1 : 0;
}

int set_add(Vm& vm, Set* set, Value item) {
  std::int64_t hashed = 0;
  if (!hash(vm, item, hashed)) return -1;
  return add_hashed(vm, set, item, hashed);
}

int set_discard(Vm& vm, Set* set, Value item) {
  std::int64_t hashed = 0;
  return hash(vm, item, hashed) ? discard_hashed(vm, set, item, hashed) : -1;
}

namespace {

/// The item has no hash, and is a set: the frozenset that it would be, to look for instead. Empty: it stays at the error, or another is set.
Ref frozen_instead(Vm& vm, Value item) {
  if (!item.is_kind(Kind::Set) || (item.object()->flags & kFrozen) != 0 || !vm.error_is(vm.types.TypeError)) return {};
  vm.clear_error();
  const Value one[] = {item};
  return call(vm, Value(vm.types.frozenset), one);
}

}  // namespace

int set_contains_key(Vm& vm, const Set* set, Value item) {
  const int in = set_contains(vm, set, item);
  if (in >= 0) return in;
  const Ref frozen = frozen_instead(vm, item);
  return frozen ? set_contains(vm, set, frozen) : -1;
}

int set_discard_key(Vm& vm, Set* set, Value item) {
  const int gone = set_discard(vm, set, item);
  if (gone >= 0) return gone;
  const Ref frozen = frozen_instead(vm, item);
  return frozen ? set_discard(vm, set, frozen) : -1;
}

bool set_update(Vm& vm, Set* set, Value iterable) {
  if (const Set* other = as_set(iterable)) return merge(vm, set, other) == 0;
  if (iterable.is_kind(Kind::Dict) && type_of(vm, iterable) == vm.types.dict) {
    const Dict* dict = cast<Dict>(iterable);
    if ((set->filled + dict->used) * 5ull >= set->mask * 3ull) resize(vm, set, (set->used + dict->used) * 2u);
    for (std::uint32_t i = 0; i < dict->filled; ++i) {
      const Ref held = dict->entries[i].key;
      if (!held.get().is_empty() && add_hashed(vm, set, held, static_cast<std::int64_t>(dict->entries[i].hash)) < 0) return false;
    }
    return true;
  }
  return for_each(vm, iterable, [&](Value item) { return set_add(vm, set, item) >= 0; });
}

void set_clear(Vm& vm, Set* set) {
  SetEntry saved[8];
  SetEntry* old = set->table;
  const std::size_t size = set->mask + 1u;
  const bool was_small = old == set->small;
  if (was_small) {
    std::copy(set->small, set->small + 8, saved);
    old = saved;
  }
  set->table = set->small;
  std::fill(set->small, set->small + 8, SetEntry{});
  set->mask = 7;
  set->used = set->filled = set->finger = 0;
  ++set->version;
  for (std::size_t i = 0; i < size; ++i)
    if (!old[i].key.is_empty()) decref(old[i].key);
  if (!was_small) vm.heap.free_raw(old, size * sizeof(SetEntry));
}

Ref set_copy(Vm& vm, const Set* set, bool frozen) {
  Set* copy = make_set(vm, frozen);
  const Ref owner = Ref::steal(Value(copy));
  if (merge(vm, copy, set) < 0) return {};
  return owner;
}

Ref set_operation(Vm& vm, SetOperation operation, const Set* left, Value right, bool frozen) {
  const Ref held_left = Value(const_cast<Set*>(left));
  // With itself it is a copy, and in the copy's order (set_or, set_intersection).
  if (right == held_left.get() && (operation == SetOperation::Union || operation == SetOperation::Intersection)) return set_copy(vm, left, frozen);
  if (operation == SetOperation::Union) {
    Ref result = set_copy(vm, left, frozen);
    if (!result || !set_update(vm, cast<Set>(result), right)) return {};
    return result;
  }
  Set* result = make_set(vm, frozen);
  const Ref owner = Ref::steal(Value(result));
  if (operation == SetOperation::Intersection) {
    if (const Set* other = as_set(right)) {
      const Set* walk = other;
      const Set* test = left;
      if (walk->used > test->used) std::swap(walk, test);
      const bool fine = each(walk, [&](Value key, std::int64_t hashed) {
        const Place place = look(vm, test, key, hashed);
        return !place.failed && (!place.found || add_hashed(vm, result, key, hashed) >= 0);
      });
      return fine ? owner : Ref();
    }
    const bool fine = for_each(vm, right, [&](Value key) {
      std::int64_t hashed = 0;
      if (!hash(vm, key, hashed)) return false;
      const Place place = look(vm, left, key, hashed);
      return !place.failed && (!place.found || add_hashed(vm, result, key, hashed) >= 0);
    });
    return fine ? owner : Ref();
  }
  if (operation == SetOperation::Difference) {
    const Set* other = as_set(right);
    if (other == nullptr) {
      // As set.difference(iterable): a copy from which the others are taken.
      Ref copy = set_copy(vm, left, frozen);
      if (!copy || !for_each(vm, right, [&](Value key) { return set_discard(vm, cast<Set>(copy), key) >= 0; })) return {};
      drop_deleted(vm, cast<Set>(copy));
      return copy;
    }
    if ((left->used >> 2) > other->used) {  // copying and taking away is quicker; the order is the copy's
      Ref copy = set_copy(vm, left, frozen);
      if (!copy || !each(other, [&](Value key, std::int64_t hashed) { return discard_hashed(vm, cast<Set>(copy), key, hashed) >= 0; })) return {};
      drop_deleted(vm, cast<Set>(copy));
      return copy;
    }
    const bool fine = each(left, [&](Value key, std::int64_t hashed) {
      const Place place = look(vm, other, key, hashed);
      return !place.failed && (place.found || add_hashed(vm, result, key, hashed) >= 0);
    });
    return fine ? owner : Ref();
  }
  // SymmetricDifference: a copy of the other one, in which each of ours is toggled (set_symmetric_difference).
  Ref other = as_set(right) != nullptr ? set_copy(vm, as_set(right), frozen) : Ref();
  if (!other) {
    if (vm.has_error()) return {};
    other = Ref::steal(Value(make_set(vm, frozen)));
    if (!set_update(vm, cast<Set>(other), right)) return {};
  }
  const bool fine = each(left, [&](Value key, std::int64_t hashed) { return toggle_hashed(vm, cast<Set>(other), key, hashed); });
  return fine ? other : Ref();
}

bool set_operation_in_place(Vm& vm, SetOperation operation, Set* set, Value right) {
  const Ref held = Value(set);
  switch (operation) {
    case SetOperation::Union: return set_update(vm, set, right);
    case SetOperation::Intersection: {
      const Ref result = set_operation(vm, operation, set, right, false);
      if (!result) return false;
      set_swap(set, cast<Set>(result));
      return true;
    }
    case SetOperation::Difference: {
      if (right == Value(set)) {
        set_clear(vm, set);
        return true;
      }
      Ref others = right;
      if (const Set* other = as_set(right); other != nullptr && (other->used >> 3) > set->used) {
        others = set_operation(vm, SetOperation::Intersection, set, right, false);
        if (!others) return false;
      }
      const Set* taken = as_set(others);
      if (!(taken != nullptr ? each(taken, [&](Value key, std::int64_t hashed) { return discard_hashed(vm, set, key, hashed) >= 0; })
                             : for_each(vm, others, [&](Value key) { return set_discard(vm, set, key) >= 0; })))
        return false;
      drop_deleted(vm, set);
      return true;
    }
    case SetOperation::SymmetricDifference: {
      if (right == Value(set)) {
        set_clear(vm, set);
        return true;
      }
      Ref others = right;
      if (as_set(right) == nullptr && !(right.is_kind(Kind::Dict) && type_of(vm, right) == vm.types.dict)) {
        others = Ref::steal(Value(make_set(vm)));
        if (!set_update(vm, cast<Set>(others), right)) return false;
      }
      if (const Set* toggled = as_set(others))
        return each(toggled, [&](Value key, std::int64_t hashed) { return toggle_hashed(vm, set, key, hashed); });
      return for_each(vm, others, [&](Value key) {
        std::int64_t hashed = 0;
        return hash(vm, key, hashed) && toggle_hashed(vm, set, key, hashed);
      });
    }
  }
  return true;
}

/// set_swap_bodies.
void set_swap(Set* a, Set* b) {
  SetEntry* const table_of_a = b->table == b->small ? a->small : b->table;
  SetEntry* const table_of_b = a->table == a->small ? b->small : a->table;
  for (std::size_t i = 0; i < 8; ++i) std::swap(a->small[i], b->small[i]);
  a->table = table_of_a;
  b->table = table_of_b;
  std::swap(a->used, b->used);
  std::swap(a->filled, b->filled);
  std::swap(a->mask, b->mask);
  ++a->version;
  ++b->version;
}

int set_is_subset(Vm& vm, const Set* left, const Set* right) {
  if (left->used > right->used) return 0;
  int result = 1;
  each(left, [&](Value key, std::int64_t hashed) {
    const Place place = look(vm, right, key, hashed);
    if (place.failed) result = -1;
    else if (!place.found) result = 0;
    return result == 1;
  });
  return result;
}

}  // namespace waiter::python
