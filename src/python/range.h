#pragma once
// What a range is as numbers: how many there are, which one stands where, what is in it. Its three ints may be of any size, so
// nothing here counts in machine words; len() alone has to (length() in operations.h).
//
// It knows no iterators: they are iterate.cpp's.

#include <optional>

#include "python/operations.h"
#include "python/text/big_int.h"

namespace waiter::python {

/// A range of these three ints. REQUIRES: ints of the builtin type, the step not 0.
[[nodiscard]] Ref make_range(Vm& vm, const text::BigInt& start, const text::BigInt& stop, const text::BigInt& step);
[[nodiscard]] text::BigInt range_length(const Range* range);
[[nodiscard]] bool range_is_empty(const Range* range);
[[nodiscard]] bool range_holds(const Range* range, const text::BigInt& value);
/// range[key], key an int or a slice. Empty: exception.
[[nodiscard]] Ref range_item(Vm& vm, const Range* range, Value key);
/// The same numbers from the last to the first.
[[nodiscard]] Ref reversed_range(Vm& vm, const Range* range);
/// Whether the numbers and how many there are fit an int that is no heap object: then iterators count in machine words.
[[nodiscard]] bool range_is_small(const Range* range);

struct BigBounds {
  text::BigInt start, stop, step;
};
/// slice.indices() for a length of any size (_PySlice_GetLongIndices). nullopt: exception.
[[nodiscard]] std::optional<BigBounds> big_slice_bounds(Vm& vm, const Slice* slice, const text::BigInt& length);

}  // namespace waiter::python
