#pragma once
// The short ways of the interpreter's instructions: arithmetic, comparison and items of small ints, inline floats, lists, tuples
// and plain strs, without a call. What they do not answer goes the long way (operations.h). Private to interpreter.cpp. They run
// nobody's code and raise nothing (but binary_or_in_place, which is the long way's door).

#include <algorithm>
#include <cmath>
#include <cstring>

#include "python/operations.h"

namespace waiter::python {

/// Results of the arithmetic fast paths; empty: go the long way.
[[gnu::always_inline]] inline Value fast_add(Value l, Value r) {
  if ((l.bits() & r.bits() & 1) != 0) {
    std::int64_t sum;
    if (!__builtin_add_overflow(static_cast<std::int64_t>(l.bits()), static_cast<std::int64_t>(r.bits() - 1), &sum))
      return Value(static_cast<std::uint64_t>(sum));
    return {};
  }
  if (l.is_inline_float() && r.is_inline_float()) return Value::from_float_inline(l.inline_float() + r.inline_float());
  if (l.is_inline_float() && r.is_int()) return Value::from_float_inline(l.inline_float() + static_cast<double>(r.as_int()));
  if (l.is_int() && r.is_inline_float()) return Value::from_float_inline(static_cast<double>(l.as_int()) + r.inline_float());
  return {};
}
[[gnu::always_inline]] inline Value fast_sub(Value l, Value r) {
  if ((l.bits() & r.bits() & 1) != 0) {
    std::int64_t difference;
    if (!__builtin_sub_overflow(static_cast<std::int64_t>(l.bits()), static_cast<std::int64_t>(r.bits() - 1), &difference))
      return Value(static_cast<std::uint64_t>(difference));
    return {};
  }
  if (l.is_inline_float() && r.is_inline_float()) return Value::from_float_inline(l.inline_float() - r.inline_float());
  if (l.is_inline_float() && r.is_int()) return Value::from_float_inline(l.inline_float() - static_cast<double>(r.as_int()));
  if (l.is_int() && r.is_inline_float()) return Value::from_float_inline(static_cast<double>(l.as_int()) - r.inline_float());
  return {};
}
[[gnu::always_inline]] inline Value fast_mul(Value l, Value r) {
  if ((l.bits() & r.bits() & 1) != 0) {
    std::int64_t product;
    if (!__builtin_mul_overflow(static_cast<std::int64_t>(l.bits() - 1), r.as_int(), &product))
      return Value(static_cast<std::uint64_t>(product) + 1);
    return {};
  }
  if (l.is_inline_float() && r.is_inline_float()) return Value::from_float_inline(l.inline_float() * r.inline_float());
  if (l.is_inline_float() && r.is_int()) return Value::from_float_inline(l.inline_float() * static_cast<double>(r.as_int()));
  if (l.is_int() && r.is_inline_float()) return Value::from_float_inline(static_cast<double>(l.as_int()) * r.inline_float());
  return {};
}
inline Value fast_true_div(Value l, Value r) {
  constexpr std::int64_t kExact = std::int64_t{1} << 53;  // beyond, ints are not floats exactly
  const auto number = [](Value v, double& out) {
    if (v.is_inline_float()) {
      out = v.inline_float();
      return true;
    }
    if (!v.is_int() || v.as_int() > kExact || v.as_int() < -kExact) return false;
    out = static_cast<double>(v.as_int());
    return true;
  };
  double a, b;
  if (!number(l, a) || !number(r, b) || b == 0.0) return {};
  return Value::from_float_inline(a / b);
}
[[gnu::always_inline]] inline Value fast_floor_div(Value l, Value r) {
  if ((l.bits() & r.bits() & 1) == 0) return {};
  const std::int64_t a = l.as_int(), b = r.as_int();
  if (b == 0) return {};
  std::int64_t q = a / b;
  if ((a % b != 0) && ((a < 0) != (b < 0))) --q;
  return Value::fits_int(q) ? Value::from_int(q) : Value();
}
[[gnu::always_inline]] inline Value fast_mod(Value l, Value r) {
  if ((l.bits() & r.bits() & 1) == 0) return {};
  const std::int64_t a = l.as_int(), b = r.as_int();
  if (b == 0) return {};
  std::int64_t m = a % b;
  if (m != 0 && ((m < 0) != (b < 0))) m += b;
  return Value::from_int(m);
}
[[gnu::always_inline]] inline Value fast_and(Value l, Value r) {
  return (l.bits() & r.bits() & 1) != 0 ? Value(l.bits() & r.bits()) : Value();
}
/// The operations that have no operand modes, on small ints and inline floats.
inline Value fast_other(BinaryKind kind, Value l, Value r) {
  if ((l.bits() & r.bits() & 1) != 0) {
    const std::int64_t a = l.as_int(), b = r.as_int();
    switch (kind) {
      case BinaryKind::Or: return Value(l.bits() | r.bits());
      case BinaryKind::Xor: return Value((l.bits() ^ r.bits()) | 1);
      case BinaryKind::RightShift: return b < 0 ? Value() : Value::from_int(a >> std::min<std::int64_t>(b, 63));
      case BinaryKind::LeftShift: {
        constexpr std::int64_t kShiftMax = 30;  // what is shifted then has 31 bits at most: nothing is lost
        constexpr std::int64_t kShifted = std::int64_t{1} << 31;
        return b < 0 || b > kShiftMax || a >= kShifted || a <= -kShifted ? Value() : Value::from_int(a * (std::int64_t{1} << b));
      }
      case BinaryKind::Pow: {
        constexpr std::int64_t kExponentMax = 8;
        if (b < 0 || b > kExponentMax) return {};
        std::int64_t power = 1;
        for (std::int64_t i = 0; i < b; ++i)
          if (__builtin_mul_overflow(power, a, &power)) return {};
        return Value::fits_int(power) ? Value::from_int(power) : Value();
      }
      default: return {};
    }
  }
  if (kind != BinaryKind::Pow || !l.is_inline_float()) return {};
  const double base = l.inline_float();
  if (base <= 0.0) return {};  // signs, zero division and complex results are the long way's
  double exponent;
  if (r.is_inline_float()) exponent = r.inline_float();
  else if (r.is_int() && r.as_int() < 1000 && r.as_int() > -1000) exponent = static_cast<double>(r.as_int());
  else return {};
  const double power = std::pow(base, exponent);
  return std::isfinite(power) ? Value::from_float_inline(power) : Value();
}
[[gnu::always_inline]] inline Value fast_subscript(Value l, Value r) {
  if (!r.is_int() || !l.is_object()) return {};
  std::int64_t at = r.as_int();
  const Object* object = l.object();
  if (object->kind == Kind::List && !object->type->is_user) {
    const auto* list = static_cast<const List*>(object);
    if (at < 0) at += list->count;
    if (at < 0 || at >= list->count) return {};
    incref(list->items[at]);
    return list->items[at];
  }
  if (object->kind == Kind::Tuple && !object->type->is_user) {
    const auto* tuple = static_cast<const Tuple*>(object);
    if (at < 0) at += tuple->count;
    if (at < 0 || at >= tuple->count) return {};
    incref(tuple->items[at]);
    return tuple->items[at];
  }
  return {};
}
/// Whether two plain strs are equal; -1 if they are not both that.
inline int same_text(Vm& vm, Value l, Value r) {
  if (!l.is_kind(Kind::Str) || !r.is_kind(Kind::Str)) return -1;
  const Str* a = cast<Str>(l);
  const Str* b = cast<Str>(r);
  if (a->type != vm.types.str || b->type != vm.types.str) return -1;
  if (a == b) return 1;
  return a->size == b->size && std::memcmp(a->data, b->data, a->size) == 0 ? 1 : 0;
}

inline Ref binary_or_in_place(Vm& vm, BinaryKind kind, Value l, Value r, std::uint8_t in_place) {
  return in_place != 0 ? binary_in_place(vm, kind, l, r) : binary(vm, kind, l, r);
}

/// 1, 0, or -1: go the long way.
template <class IntTest, class FloatTest>
[[gnu::always_inline]] inline int fast_compare(Value l, Value r, IntTest int_test, FloatTest float_test) {
  if ((l.bits() & r.bits() & 1) != 0)
    return int_test(static_cast<std::int64_t>(l.bits()), static_cast<std::int64_t>(r.bits())) ? 1 : 0;
  if (l.is_inline_float() && r.is_inline_float()) return float_test(l.inline_float(), r.inline_float()) ? 1 : 0;
  return -1;
}
[[gnu::always_inline]] inline int fast_truth(Value v) {
  if (v.is_constant()) return v.is_true() ? 1 : v == kEllipsis ? 1 : v == kNotImplemented ? -1 : 0;
  if (v.is_int()) return v.as_int() != 0 ? 1 : 0;
  return -1;
}

}  // namespace waiter::python
