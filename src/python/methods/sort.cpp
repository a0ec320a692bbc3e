// list.sort and sorted: the keys are made, the list stands empty while they are compared.

#include <algorithm>
#include <vector>

#include "python/methods/helpers.h"
#include "python/methods/timsort.h"

namespace waiter::python {
namespace {

struct Entry {
  Value key, item;
};

template <class Less>
bool sort_by(std::vector<Entry>& entries, Less less) {
  const auto by_key = [less](const Entry& a, const Entry& b) { return less(a.key, b.key); };
  return Timsort<Entry, decltype(by_key)>(entries, by_key).sort();
}

bool sort_entries(Vm& vm, std::vector<Entry>& entries) {
  bool ints = true, floats = true, strings = true, one_class = true;
  for (const Entry& entry : entries) {
    const Value key = entry.key, first = entries.front().key;
    one_class = one_class && key.is_object() && key.object()->type->is_user && first.is_object() && first.object()->type == key.object()->type;
    ints = ints && entry.key.is_int();
    floats = floats && entry.key.is_inline_float();
    strings = strings && is_str(entry.key) && entry.key.object()->type == vm.types.str;
  }
  std::size_t steps = entries.size();
  for (std::size_t n = entries.size(); n > 1; n >>= 1) steps += entries.size() / 2;
  vm.charge(static_cast<std::int64_t>(steps));
  if (ints) return sort_by(entries, [](Value a, Value b) { return a.as_int() < b.as_int() ? 1 : 0; });
  if (floats) return sort_by(entries, [](Value a, Value b) { return a.inline_float() < b.inline_float() ? 1 : 0; });
  if (strings) return sort_by(entries, [](Value a, Value b) { return str_view(a) < str_view(b) ? 1 : 0; });
  if (one_class) return sort_by(entries, [&vm](Value a, Value b) { return less_than_of_one_class(vm, a, b); });
  return sort_by(entries, [&vm](Value a, Value b) { return less_than(vm, a, b); });
}

}  // namespace

bool sort_items(Vm& vm, List* list, Value key, bool reverse) {
  const Ref held = Value(list);
  // The list is empty while it is sorted, as in CPython: whoever looks sees that, whoever changes it is told.
  Value* const items = std::exchange(list->items, nullptr);
  const std::uint32_t count = std::exchange(list->count, 0);
  const std::uint32_t capacity = std::exchange(list->capacity, 0);
  std::vector<Entry> entries;
  entries.reserve(count);
  std::vector<Ref> keys;
  bool fine = true;
  const bool keyed = !key.is_empty() && !key.is_none();
  if (keyed) keys.reserve(count);
  for (std::uint32_t i = 0; i < count && fine; ++i) {
    if (!keyed) {
      entries.push_back({items[i], items[i]});
      continue;
    }
    const Value args[] = {items[i]};
    Ref made = call(vm, key, args);
    if (made) {
      entries.push_back({made, items[i]});
      keys.push_back(std::move(made));
    } else {
      fine = false;
    }
  }
  if (fine) {
    if (reverse) std::reverse(entries.begin(), entries.end());
    fine = sort_entries(vm, entries);
    if (reverse) std::reverse(entries.begin(), entries.end());
    for (std::uint32_t i = 0; i < count; ++i) items[i] = entries[i].item;
  }
  const bool changed = list->items != nullptr || list->count != 0;
  Value* const strange = std::exchange(list->items, items);
  const std::uint32_t strange_count = std::exchange(list->count, count);
  const std::uint32_t strange_capacity = std::exchange(list->capacity, capacity);
  for (std::uint32_t i = 0; i < strange_count; ++i) decref(strange[i]);
  vm.heap.free_raw(strange, strange_capacity * sizeof(Value));
  if (changed && fine) {
    vm.raise(vm.types.ValueError, "list modified during sort");
    return false;
  }
  return fine;
}

}  // namespace waiter::python
