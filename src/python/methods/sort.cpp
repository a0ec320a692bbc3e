// list.sort and sorted: a merge sort over natural runs, with CPython's order of comparisons up to 63 items (run, then
// binary insertion), so that a program which prints in __lt__ shows the same. Ours, not std::stable_sort: a learner's
// __lt__ may contradict itself or raise, and must not lead out of the array.

#include <algorithm>
#include <vector>

#include "python/methods/helpers.h"

namespace waiter::python {
namespace {

struct Entry {
  Value key, item;
};

/// `less(a, b)`: 1, 0, or -1 with an exception.
template <class Less>
class Sorter {
 public:
  Sorter(std::vector<Entry>& entries, Less less) : entries_(entries), less_(less) {}

  bool sort() {
    const std::size_t count = entries_.size();
    if (count < 2) return true;
    const std::size_t minimum = minimum_run(count);
    std::size_t at = 0;
    while (at < count) {
      std::size_t length = 0;
      if (!natural_run(at, count, length)) return false;
      if (length < minimum) {
        const std::size_t forced = std::min(minimum, count - at);
        if (!insert_binary(at, at + forced, at + length)) return false;
        length = forced;
      }
      runs_.push_back({at, length});
      if (!collapse()) return false;
      at += length;
    }
    while (runs_.size() > 1) {
      std::size_t n = runs_.size() - 2;
      if (n > 0 && runs_[n - 1].length < runs_[n + 1].length) --n;
      if (!merge(n)) return false;
    }
    return true;
  }

 private:
  struct Run {
    std::size_t start, length;
  };

  static std::size_t minimum_run(std::size_t count) {
    std::size_t rest = 0;
    while (count >= 64) {
      rest |= count & 1;
      count >>= 1;
    }
    return count + rest;
  }

  bool natural_run(std::size_t from, std::size_t end, std::size_t& length) {
    length = 1;
    if (from + 1 == end) return true;
    int order = less_(entries_[from + 1].key, entries_[from].key);
    if (order < 0) return false;
    const bool descending = order == 1;
    length = 2;
    for (std::size_t at = from + 2; at < end; ++at, ++length) {
      order = less_(entries_[at].key, entries_[at - 1].key);
      if (order < 0) return false;
      if ((order == 1) != descending) break;
    }
    if (descending) std::reverse(entries_.begin() + static_cast<std::ptrdiff_t>(from), entries_.begin() + static_cast<std::ptrdiff_t>(from + length));
    return true;
  }

  /// [from, sorted) is in order; puts the rest up to `end` in.
  bool insert_binary(std::size_t from, std::size_t end, std::size_t sorted) {
    for (; sorted < end; ++sorted) {
      const Entry pivot = entries_[sorted];
      std::size_t low = from, high = sorted;
      while (low < high) {
        const std::size_t middle = low + ((high - low) >> 1);
        const int order = less_(pivot.key, entries_[middle].key);
        if (order < 0) return false;
        if (order == 1) high = middle;
        else low = middle + 1;
      }
      for (std::size_t at = sorted; at > low; --at) entries_[at] = entries_[at - 1];
      entries_[low] = pivot;
    }
    return true;
  }

  bool collapse() {
    while (runs_.size() > 1) {
      std::size_t n = runs_.size() - 2;
      const bool too_long = (n > 0 && runs_[n - 1].length <= runs_[n].length + runs_[n + 1].length) ||
                            (n > 1 && runs_[n - 2].length <= runs_[n - 1].length + runs_[n].length);
      if (too_long) {
        if (runs_[n - 1].length < runs_[n + 1].length) --n;
      } else if (runs_[n].length > runs_[n + 1].length) {
        return true;
      }
      if (!merge(n)) return false;
    }
    return true;
  }

  /// Joins run n and its neighbour. On an exception the entries stay a permutation of what they were.
  bool merge(std::size_t n) {
    const Run left = runs_[n], right = runs_[n + 1];
    runs_[n].length = left.length + right.length;
    runs_.erase(runs_.begin() + static_cast<std::ptrdiff_t>(n) + 1);
    spare_.assign(entries_.begin() + static_cast<std::ptrdiff_t>(left.start),
                  entries_.begin() + static_cast<std::ptrdiff_t>(left.start + left.length));
    std::size_t out = left.start, a = 0, b = right.start;
    const std::size_t end = right.start + right.length;
    bool fine = true;
    while (a < spare_.size() && b < end) {
      const int order = less_(entries_[b].key, spare_[a].key);
      if (order < 0) {
        fine = false;
        break;
      }
      entries_[out++] = order == 1 ? entries_[b++] : spare_[a++];
    }
    while (a < spare_.size()) entries_[out++] = spare_[a++];
    return fine;
  }

  std::vector<Entry>& entries_;
  Less less_;
  std::vector<Run> runs_;
  std::vector<Entry> spare_;
};

template <class Less>
bool sort_by(std::vector<Entry>& entries, Less less) {
  return Sorter<Less>(entries, less).sort();
}

bool sort_entries(Vm& vm, std::vector<Entry>& entries) {
  bool ints = true, floats = true, strings = true;
  for (const Entry& entry : entries) {
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
