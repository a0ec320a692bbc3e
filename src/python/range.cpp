#include "python/range.h"

namespace waiter::python {

using text::BigInt;

Ref make_range(Vm& vm, const BigInt& start, const BigInt& stop, const BigInt& step) {
  auto* range = vm.heap.make<Range>(Kind::Range, vm.types.range);
  range->start = make_int(vm, start).release();
  range->stop = make_int(vm, stop).release();
  range->step = make_int(vm, step).release();
  return Ref::steal(Value(range));
}

BigInt range_length(const Range* range) {
  const BigInt step = big_value(range->step);
  const BigInt start = big_value(range->start), stop = big_value(range->stop);
  const BigInt span = step.sign() > 0 ? stop - start : start - stop;
  if (span.sign() <= 0) return BigInt(0);
  return text::floor_divmod(span - BigInt(1), step.absolute()).quotient + BigInt(1);
}

bool range_is_empty(const Range* range) {
  const BigInt start = big_value(range->start), stop = big_value(range->stop);
  return big_value(range->step).sign() > 0 ? start >= stop : start <= stop;
}

bool range_holds(const Range* range, const BigInt& value) {
  const BigInt start = big_value(range->start), stop = big_value(range->stop), step = big_value(range->step);
  const bool inside = step.sign() > 0 ? start <= value && value < stop : stop < value && value <= start;
  return inside && text::floor_divmod(value - start, step).remainder.is_zero();
}

bool range_is_small(const Range* range) {
  if (!range->start.is_int() || !range->stop.is_int() || !range->step.is_int()) return false;
  // The number behind the last one is never made, but its distance is.
  const BigInt count = range_length(range);
  return count.fits_int64() && Value::fits_int(count.to_int64());
}

std::optional<BigBounds> big_slice_bounds(Vm& vm, const Slice* slice, const BigInt& length) {
  const auto part = [&](Value value, const BigInt& otherwise) -> std::optional<BigInt> {
    if (value.is_none()) return otherwise;
    if (!is_int_like(value) && type_lookup(vm, type_of(vm, value), vm.names.dunder_index).is_empty()) {
      vm.raise(vm.types.TypeError, "slice indices must be integers or None or have an __index__ method");
      return std::nullopt;
    }
    const Ref index = to_index(vm, value);
    if (!index) return std::nullopt;
    return big_value(index);
  };
  const auto step = part(slice->step, BigInt(1));
  if (!step) return std::nullopt;
  if (step->is_zero()) {
    vm.raise(vm.types.ValueError, "slice step cannot be zero");
    return std::nullopt;
  }
  const bool backwards = step->sign() < 0;
  const BigInt low(backwards ? -1 : 0), high = backwards ? length - BigInt(1) : length;
  const auto clamp = [&](Value value, const BigInt& otherwise) -> std::optional<BigInt> {
    auto at = part(value, otherwise);
    if (!at || value.is_none()) return at;
    if (at->sign() < 0) at = *at + length;
    return *at < low ? low : *at > high ? high : *at;
  };
  const auto start = clamp(slice->start, backwards ? high : low);
  if (!start) return std::nullopt;
  const auto stop = clamp(slice->stop, backwards ? low : high);
  if (!stop) return std::nullopt;
  return BigBounds{*start, *stop, *step};
}

Ref range_item(Vm& vm, const Range* range, Value key) {
  const BigInt start = big_value(range->start), step = big_value(range->step), count = range_length(range);
  if (key.is_kind(Kind::Slice)) {
    const auto bounds = big_slice_bounds(vm, cast<Slice>(key), count);
    if (!bounds) return {};
    return make_range(vm, start + step * bounds->start, start + step * bounds->stop, step * bounds->step);
  }
  if (!is_int_like(key) && type_lookup(vm, type_of(vm, key), vm.names.dunder_index).is_empty())
    return vm.raise(vm.types.TypeError, "range indices must be integers or slices, not {}", type_name(vm, key));
  const Ref index = to_index(vm, key);
  if (!index) return {};
  BigInt at = big_value(index);
  if (at.sign() < 0) at = at + count;
  if (at.sign() < 0 || at >= count) return vm.raise(vm.types.IndexError, "range object index out of range");
  return make_int(vm, start + step * at);
}

Ref reversed_range(Vm& vm, const Range* range) {
  const BigInt start = big_value(range->start), step = big_value(range->step), count = range_length(range);
  return make_range(vm, start + step * (count - BigInt(1)), start - step, -step);
}

}  // namespace waiter::python
