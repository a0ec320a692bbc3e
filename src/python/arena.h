#pragma once
// Memory that lives as long as the tree in it: blocks that are handed out front to back and freed all at once.
//
// Invariants:
// 1. Only trivially destructible things go in (checked at compile time): nobody runs destructors.
// 2. Nothing moves: a pointer into the arena is good for the arena's whole life.
// It knows nothing of the tree.

#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace waiter::python {

/// A fixed sequence in an arena. The size is known when it is made; it does not grow.
template <class T>
struct Seq {
  T* items = nullptr;
  std::size_t count = 0;

  T* begin() const { return items; }
  T* end() const { return items + count; }
  std::size_t size() const { return count; }
  bool empty() const { return count == 0; }
  T& operator[](std::size_t index) const { return items[index]; }
  T& front() const { return items[0]; }
  T& back() const { return items[count - 1]; }
};

class Arena {
 public:
  Arena() = default;
  Arena(const Arena&) = delete;
  Arena& operator=(const Arena&) = delete;
  Arena(Arena&&) = default;
  Arena& operator=(Arena&&) = default;

  /// Raw bytes, aligned. Never null.
  void* allocate(std::size_t size, std::size_t alignment);

  template <class T>
  T* make(const T& value) {
    static_assert(std::is_trivially_destructible_v<T>, "the arena runs no destructors");
    return new (allocate(sizeof(T), alignof(T))) T(value);
  }

  template <class T>
  Seq<T> copy(const T* items, std::size_t count) {
    static_assert(std::is_trivially_copyable_v<T>, "a sequence is copied as bytes");
    if (count == 0) return {};
    T* place = static_cast<T*>(allocate(sizeof(T) * count, alignof(T)));
    std::memcpy(static_cast<void*>(place), items, sizeof(T) * count);
    return {place, count};
  }

  template <class T>
  Seq<T> copy(const std::vector<T>& items) {
    return copy(items.data(), items.size());
  }

  std::string_view copy(std::string_view text);

 private:
  std::vector<std::unique_ptr<std::byte[]>> blocks_;
  std::size_t used_ = 0;
  std::size_t size_ = 0;
};

}  // namespace waiter::python
