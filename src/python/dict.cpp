// Dicts: entries in the order they came, and an open-addressing index into them (CPython's compact dict in idea). Small
// dicts have no index: up to eight entries are compared one by one.

#include <algorithm>
#include <bit>

#include "python/operations.h"

namespace waiter::python {
namespace {

constexpr std::uint32_t kLinearMax = 8;  // entries that are searched without an index
constexpr std::uint32_t kDictPlacesMin = 8;  // PyDict_MINSIZE: two thirds of the places of a table take entries
constexpr std::int32_t kFree = -1;
constexpr std::int32_t kDeleted = -2;

std::uint64_t mix(std::uint64_t hash) { return hash ^ (hash >> 29); }

void drop_index(Vm& vm, Dict* dict) {
  if (dict->index != nullptr) vm.heap.free_raw(std::exchange(dict->index, nullptr), (dict->index_mask + 1) * sizeof(std::int32_t));
  dict->index_mask = 0;
}

void build_index(Vm& vm, Dict* dict, std::uint32_t size) {
  drop_index(vm, dict);
  dict->index = static_cast<std::int32_t*>(vm.heap.allocate_raw(size * sizeof(std::int32_t)));
  std::fill(dict->index, dict->index + size, kFree);
  dict->index_mask = size - 1;
  for (std::uint32_t i = 0; i < dict->filled; ++i) {
    if (dict->entries[i].key.is_empty()) continue;
    std::uint64_t slot = mix(dict->entries[i].hash) & dict->index_mask;
    while (dict->index[slot] != kFree) slot = (slot + 1) & dict->index_mask;
    dict->index[slot] = static_cast<std::int32_t>(i);
  }
}

/// How many entries a table of so many places takes (USABLE_FRACTION).
constexpr std::uint32_t entries_of(std::uint64_t places) { return static_cast<std::uint32_t>(2 * places / 3); }

/// The places of a table that is to have so many at least (calculate_log2_keysize: from 3 it makes 16, as well).
constexpr std::uint64_t places_for(std::uint64_t least) {
  return std::bit_ceil(((((least | kDictPlacesMin) - 1) | (kDictPlacesMin - 1))) + 1);
}

/// A table of so many places, without what was deleted. When it is made anew is visible: to a loop that deletes and puts at once, whose
/// place in the table then means another entry, and to sys.getsizeof.
void resize(Vm& vm, Dict* dict, std::uint64_t places) {
  const std::uint32_t capacity = entries_of(places);
  auto* entries = static_cast<DictEntry*>(vm.heap.allocate_raw(capacity * sizeof(DictEntry)));
  std::uint32_t count = 0;
  for (std::uint32_t i = 0; i < dict->filled; ++i)
    if (!dict->entries[i].key.is_empty()) entries[count++] = dict->entries[i];
  vm.heap.free_raw(dict->entries, dict->capacity * sizeof(DictEntry));
  dict->entries = entries;
  dict->capacity = capacity;
  dict->filled = count;
  dict->usable = capacity - count;
  dict->first = 0;
  if (capacity > kLinearMax) build_index(vm, dict, static_cast<std::uint32_t>(2 * places));
  else drop_index(vm, dict);
}

/// Makes `dict`, which is empty, what `from` is, table and all.
void clone(Vm& vm, Dict* dict, const Dict* from) {
  dict_clear(vm, dict);
  dict->used = from->used;
  dict->filled = from->filled;
  dict->capacity = from->capacity;
  dict->usable = from->usable;
  dict->first = from->first;
  dict->has_other_keys = from->has_other_keys;
  dict->entries = static_cast<DictEntry*>(vm.heap.allocate_raw(from->capacity * sizeof(DictEntry)));
  for (std::uint32_t i = 0; i < from->filled; ++i) {
    dict->entries[i] = from->entries[i];
    if (from->entries[i].key.is_empty()) continue;
    incref(from->entries[i].key);
    incref(from->entries[i].value);
  }
  if (from->index == nullptr) return;
  dict->index_mask = from->index_mask;
  dict->index = static_cast<std::int32_t*>(vm.heap.allocate_raw((from->index_mask + 1) * sizeof(std::int32_t)));
  std::copy(from->index, from->index + from->index_mask + 1, dict->index);
}

/// The entry that holds this very object or an equal name; -1 if none. No Python code runs: if `other` is given, it becomes
/// true when a key that is no plain str has the name's hash, and may say that it is equal.
std::int64_t find_name(const Dict* dict, Str* name, std::uint64_t hash, bool* other = nullptr) {
  const auto same = [&](const DictEntry& entry) {
    if (entry.key == Value(name)) return true;
    if (entry.hash != hash) return false;
    const Str* key = entry.key.is_kind(Kind::Str) ? cast<Str>(entry.key) : nullptr;
    if (other != nullptr && (key == nullptr || key->type != name->type)) *other = true;
    if (key == nullptr) return false;
    return !((key->flags & name->flags & kInterned) != 0) && key->view() == name->view();
  };
  if (dict->index == nullptr) {
    for (std::uint32_t i = 0; i < dict->filled; ++i)
      if (!dict->entries[i].key.is_empty() && same(dict->entries[i])) return i;
    return -1;
  }
  for (std::uint64_t slot = mix(hash) & dict->index_mask;; slot = (slot + 1) & dict->index_mask) {
    const std::int32_t at = dict->index[slot];
    if (at == kFree) return -1;
    if (at != kDeleted && same(dict->entries[at])) return at;
  }
}

void insert_new(Vm& vm, Dict* dict, Value key, std::uint64_t hash, Value value) {
  const bool is_other = !key.is_kind(Kind::Str) || cast<Str>(key)->type != vm.types.str;
  if (dict->usable == 0 || (is_other && !dict->has_other_keys)) [[unlikely]] {  // a table for strings alone takes no other key
    dict->has_other_keys |= is_other;
    resize(vm, dict, dict->capacity == 0 ? kDictPlacesMin : places_for(3ull * dict->used));  // GROWTH_RATE
  }
  incref(key);
  incref(value);
  const std::uint32_t at = dict->filled++;
  --dict->usable;
  dict->entries[at] = {key, value, hash};
  ++dict->used;
  ++dict->version;
  if (dict->index == nullptr) return;
  std::uint64_t slot = mix(hash) & dict->index_mask;
  while (dict->index[slot] >= 0) slot = (slot + 1) & dict->index_mask;
  dict->index[slot] = static_cast<std::int32_t>(at);
}

void replace(Dict* dict, std::int64_t at, Value value) {
  incref(value);
  const Value old = std::exchange(dict->entries[at].value, value);
  decref(old);
}

void erase(Dict* dict, std::int64_t at) {
  DictEntry& entry = dict->entries[at];
  if (dict->index != nullptr) {
    std::uint64_t slot = mix(entry.hash) & dict->index_mask;
    while (dict->index[slot] != at) slot = (slot + 1) & dict->index_mask;
    dict->index[slot] = kDeleted;
  }
  const Value key = std::exchange(entry.key, Value());
  const Value value = std::exchange(entry.value, Value());
  --dict->used;
  ++dict->version;
  if (at == dict->first)
    while (dict->first < dict->filled && dict->entries[dict->first].key.is_empty()) ++dict->first;
  dict->first = std::min(dict->first, dict->filled);
  decref(key);
  decref(value);
}

/// The search of keys that are no plain names, or among which such ones stand.
DictFind search_for(Vm& vm, const Dict* dict, Value key, std::uint64_t hashed) {
  DictFind found;
  found.hash = hashed;
  // lookdict_index: what an __eq__ did to the dict is seen, and the search begins anew if its table or this key went.
  enum class Match { No, Yes, Failed, Changed };
  const auto check = [&](std::int64_t at) {
    const DictEntry& entry = dict->entries[at];
    if (entry.key == key) return Match::Yes;
    if (entry.hash != found.hash) return Match::No;
    const Ref held = entry.key;
    const DictEntry* const entries = dict->entries;
    const std::int32_t* const index = dict->index;
    const int same = equal(vm, held, key);
    if (same < 0) return Match::Failed;
    if (dict->entries != entries || dict->index != index || at >= dict->filled || dict->entries[at].key != held.get()) return Match::Changed;
    return same > 0 ? Match::Yes : Match::No;
  };
  const auto search = [&] {
    if (dict->index == nullptr) {
      for (std::uint32_t i = 0; i < dict->filled; ++i) {
        if (dict->entries[i].key.is_empty()) continue;
        const Match match = check(i);
        if (match == Match::Yes) found.entry = i;
        if (match != Match::No) return match;
      }
      return Match::No;
    }
    for (std::uint64_t slot = mix(found.hash) & dict->index_mask, steps = 0; steps <= dict->index_mask;
         slot = (slot + 1) & dict->index_mask, ++steps) {
      const std::int32_t at = dict->index[slot];
      if (at == kFree) return Match::No;
      if (at == kDeleted) continue;
      const Match match = check(at);
      if (match == Match::Yes) found.entry = at;
      if (match != Match::No) return match;
    }
    return Match::No;
  };
  Match match = Match::Changed;
  while (match == Match::Changed) match = search();
  found.failed = match == Match::Failed;
  return found;
}

bool put(Vm& vm, Dict* dict, const DictFind& found, Value key, Value value) {
  if (found.failed) return false;
  if (found.entry >= 0) replace(dict, found.entry, value);
  else insert_new(vm, dict, key, found.hash, value);
  return true;
}

}  // namespace

DictFind dict_find(Vm& vm, const Dict* dict, Value key) {
  DictFind found;
  if (key.is_kind(Kind::Str)) {
    Str* text = cast<Str>(key);
    if (text->type == vm.types.str) {
      found.hash = hash_string(text);
      bool other = false;
      found.entry = find_name(dict, text, found.hash, &other);
      if (!other) return found;
      found.entry = -1;
    }
  }
  std::int64_t hashed = 0;
  if (!hash(vm, key, hashed)) {
    found.failed = true;
    return found;
  }
  return search_for(vm, dict, key, static_cast<std::uint64_t>(hashed));
}

DictFind dict_find_hashed(Vm& vm, const Dict* dict, Value key, std::uint64_t hashed) {
  if (key.is_kind(Kind::Str) && cast<Str>(key)->type == vm.types.str) {
    bool other = false;
    const std::int64_t at = find_name(dict, cast<Str>(key), hashed, &other);
    if (!other) return {at, false, hashed};
  }
  return search_for(vm, dict, key, hashed);
}

Value dict_get_name(const Dict* dict, Str* name) {
  const std::int64_t at = find_name(dict, name, hash_string(name));
  return at < 0 ? Value() : dict->entries[at].value;
}

void dict_set_name(Vm& vm, Dict* dict, Str* name, Value value) {
  const std::uint64_t hashed = hash_string(name);
  const std::int64_t at = find_name(dict, name, hashed);
  if (at >= 0) replace(dict, at, value);
  else insert_new(vm, dict, Value(name), hashed, value);
}

bool dict_delete_name(Vm& vm, Dict* dict, Str* name) {
  (void)vm;
  const std::int64_t at = find_name(dict, name, hash_string(name));
  if (at < 0) return false;
  erase(dict, at);
  return true;
}

Ref dict_get(Vm& vm, const Dict* dict, Value key) {
  const DictFind found = dict_find(vm, dict, key);
  return found.entry < 0 ? Ref() : Ref(dict->entries[found.entry].value);
}

bool dict_set(Vm& vm, Dict* dict, Value key, Value value) {
  return put(vm, dict, dict_find(vm, dict, key), key, value);
}

void dict_insert(Vm& vm, Dict* dict, Value key, std::uint64_t hashed, Value value) { insert_new(vm, dict, key, hashed, value); }

bool dict_set_hashed(Vm& vm, Dict* dict, Value key, std::uint64_t hashed, Value value) {
  return put(vm, dict, dict_find_hashed(vm, dict, key, hashed), key, value);
}

Ref dict_pop(Vm& vm, Dict* dict, Value key) {
  const DictFind found = dict_find(vm, dict, key);
  if (found.entry < 0) return {};
  Ref value = dict->entries[found.entry].value;
  erase(dict, found.entry);
  return value;
}

void dict_delete_entry(Dict* dict, std::uint32_t entry) { erase(dict, entry); }

void dict_delete_last(Dict* dict, std::uint32_t entry) {
  const Ref key = dict->entries[entry].key, value = dict->entries[entry].value;  // they go when the dict is whole again
  erase(dict, entry);
  dict->filled = entry;
  dict->first = std::min(dict->first, dict->filled);
}

int dict_delete(Vm& vm, Dict* dict, Value key) {
  const DictFind found = dict_find(vm, dict, key);
  if (found.failed) return -1;
  if (found.entry < 0) return 0;
  erase(dict, found.entry);
  return 1;
}

void dict_clear(Vm& vm, Dict* dict) {
  DictEntry* entries = std::exchange(dict->entries, nullptr);
  const std::uint32_t filled = std::exchange(dict->filled, 0);
  const std::uint32_t capacity = std::exchange(dict->capacity, 0);
  drop_index(vm, dict);
  dict->used = dict->first = dict->usable = 0;
  dict->has_other_keys = false;
  ++dict->version;
  for (std::uint32_t i = 0; i < filled; ++i) {
    if (entries[i].key.is_empty()) continue;
    decref(entries[i].key);
    decref(entries[i].value);
  }
  vm.heap.free_raw(entries, capacity * sizeof(DictEntry));
}

void dict_move_entry(Vm& vm, Dict* dict, std::uint32_t entry, bool to_end) {
  ++dict->version;
  std::uint32_t last = dict->filled;
  while (dict->entries[last - 1].key.is_empty()) --last;
  if (entry == (to_end ? last - 1 : dict->first)) return;
  const DictEntry moved = dict->entries[entry];
  if (to_end) {
    // As if it went and came again.
    incref(moved.key);
    incref(moved.value);
    erase(dict, entry);
    insert_new(vm, dict, moved.key, moved.hash, moved.value);
    decref(moved.key);
    decref(moved.value);
    return;
  }
  const auto point_to = [&](std::uint64_t hash, std::uint32_t from, std::uint32_t to) {
    if (dict->index == nullptr) return;
    std::uint64_t slot = mix(hash) & dict->index_mask;
    while (dict->index[slot] != static_cast<std::int32_t>(from)) slot = (slot + 1) & dict->index_mask;
    dict->index[slot] = static_cast<std::int32_t>(to);
  };
  if (dict->first > 0) {
    // A place before the first is free: those that were taken from the front leave some.
    dict->entries[entry] = DictEntry{};
    dict->entries[--dict->first] = moved;
    point_to(moved.hash, entry, dict->first);
    return;
  }
  // Everything before it moves up by one. The last of them first, so that no two index slots hold the same number.
  if (dict->index != nullptr) point_to(moved.hash, entry, dict->filled);  // a number that no entry has
  for (std::uint32_t i = entry; i > 0; --i) {
    dict->entries[i] = dict->entries[i - 1];
    if (!dict->entries[i].key.is_empty()) point_to(dict->entries[i].hash, i - 1, i);
  }
  dict->entries[0] = moved;
  if (dict->index != nullptr) point_to(moved.hash, dict->filled, 0);
}

void dict_reserve(Vm& vm, Dict* dict, std::uint32_t count, bool has_other_keys) {
  dict->has_other_keys |= has_other_keys;
  resize(vm, dict, places_for(((dict->used + std::uint64_t{count}) * 3 + 1) / 2));  // ESTIMATE_SIZE
}

bool dict_begin_merge(Vm& vm, Dict* dict, const Dict* from) {
  if (dict == from || from->used == 0) return true;
  const bool is_dense = from->used == from->filled && (from->capacity == entries_of(kDictPlacesMin) || from->used > from->capacity / 2);
  if (dict->used == 0 && is_dense) {
    clone(vm, dict, from);
    return true;
  }
  if (dict->capacity < from->used) dict_reserve(vm, dict, from->used, from->has_other_keys);
  return false;
}

Dict* dict_copy(Vm& vm, const Dict* dict) {
  Dict* copy = make_dict(vm);
  if (dict->used == 0) return copy;
  if (dict->used >= dict->filled * 2ull / 3) {  // few were deleted: the table as it is (clone_combined_dict_keys)
    clone(vm, copy, dict);
    return copy;
  }
  if (dict_begin_merge(vm, copy, dict)) return copy;
  for (std::uint32_t i = 0; i < dict->filled; ++i)
    if (!dict->entries[i].key.is_empty()) insert_new(vm, copy, dict->entries[i].key, dict->entries[i].hash, dict->entries[i].value);
  return copy;
}

}  // namespace waiter::python
