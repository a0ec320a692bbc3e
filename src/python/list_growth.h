#pragma once
// How many places a list has: CPython's numbers, because sys.getsizeof() shows them.

#include <cstdint>

namespace waiter::python {

/// From this many items on, ours takes several of CPython's steps at once: with steps of an eighth, copying took as long as appending.
inline constexpr std::uint64_t kLongList = 256;

/// The places that CPython makes for so many items (listobject.c, list_resize).
[[nodiscard]] constexpr std::uint64_t next_list_places(std::uint64_t count) { return (count + (count >> 3) + 6) & ~std::uint64_t{3}; }

}  // namespace waiter::python
