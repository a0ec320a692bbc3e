#pragma once
// collections.deque: a ring of values, so that every operation at an end is cheap. Its iterators notice that it was changed.

#include "python/operations.h"

namespace waiter::python {

struct Deque : Extension {
  Value* items;            ///< the ring; null while it is empty and was never filled
  std::uint32_t capacity;  ///< a power of two, or 0
  std::uint32_t head;      ///< where the first item stands
  std::uint32_t count;
  std::uint32_t version;   ///< CPython's `state`: changes with every item that comes, goes or moves
  std::int64_t maxlen;     ///< -1: none
  [[nodiscard]] Value& at(std::uint32_t index) const { return items[(head + index) & (capacity - 1)]; }
};

/// Types deque and its iterators, once.
[[nodiscard]] Type* deque_type(Vm& vm);

}  // namespace waiter::python
