// Arithmetic: ints of any size, floats, sequences, sets and users' dunder methods, in the order the data model gives them.

#include <algorithm>
#include <bit>
#include <cmath>

#include "python/methods/memory_view.h"
#include "python/operations.h"
#include "python/set.h"
#include "python/text/float_repr.h"
#include "python/text_formatting.h"
#include "python/text/big_int.h"

namespace waiter::python {
namespace {

struct Operator {
  const char* symbol;
  Str* Names::*method;
  Str* Names::*reflected;
  Str* Names::*in_place;
};

const Operator& operator_of(BinaryKind kind) {
  static const Operator kOperators[] = {
      {"+", &Names::dunder_add, &Names::dunder_radd, &Names::dunder_iadd},
      {"-", &Names::dunder_sub, &Names::dunder_rsub, &Names::dunder_isub},
      {"*", &Names::dunder_mul, &Names::dunder_rmul, &Names::dunder_imul},
      {"@", &Names::dunder_matmul, &Names::dunder_rmatmul, &Names::dunder_imatmul},
      {"/", &Names::dunder_truediv, &Names::dunder_rtruediv, &Names::dunder_itruediv},
      {"%", &Names::dunder_mod, &Names::dunder_rmod, &Names::dunder_imod},
      {"** or pow()", &Names::dunder_pow, &Names::dunder_rpow, &Names::dunder_ipow},
      {"<<", &Names::dunder_lshift, &Names::dunder_rlshift, &Names::dunder_ilshift},
      {">>", &Names::dunder_rshift, &Names::dunder_rrshift, &Names::dunder_irshift},
      {"|", &Names::dunder_or, &Names::dunder_ror, &Names::dunder_ior},
      {"^", &Names::dunder_xor, &Names::dunder_rxor, &Names::dunder_ixor},
      {"&", &Names::dunder_and, &Names::dunder_rand, &Names::dunder_iand},
      {"//", &Names::dunder_floordiv, &Names::dunder_rfloordiv, &Names::dunder_ifloordiv},
  };
  return kOperators[static_cast<int>(kind)];
}

Ref shift_left(Vm& vm, Value left, Value right) {
  const text::BigInt count = big_value(right);
  if (count.sign() < 0) return vm.raise(vm.types.ValueError, "negative shift count");
  const text::BigInt value = big_value(left);
  if (value.is_zero()) return Value::from_int(0);
  if (count.bit_length() > 67) return vm.raise(vm.types.OverflowError, "too many digits in integer");  // more than SSIZE_MAX of 30 bits
  if (!count.fits_int64() || static_cast<std::uint64_t>(count.to_int64()) + value.bit_length() > vm.limits.integer_bits ||
      !vm.heap.may_allocate(static_cast<std::uint64_t>(count.to_int64()) / 8 + value.bit_length() / 8))
    return vm.raise(vm.types.MemoryError, "");
  return make_int(vm, value.shifted_left(static_cast<std::uint64_t>(count.to_int64())));
}

/// left ** right where all of it fits a small int; empty otherwise. Charges what int_power would.
Value small_power(Vm& vm, std::int64_t base, std::int64_t exponent) {
  if (exponent < 0 || exponent > 62) return {};
  std::int64_t result = 1;
  for (std::int64_t i = 0; i < exponent; ++i)
    if (__builtin_mul_overflow(result, base, &result)) return {};
  if (!Value::fits_int(result)) return {};
  const auto bits = static_cast<std::int64_t>(std::bit_width(base < 0 ? 0 - static_cast<std::uint64_t>(base) : static_cast<std::uint64_t>(base)));
  if (bits > 1) vm.charge(bits * exponent / 64);
  return Value::from_int(result);
}

/// What two small ints give where that is a small int too; empty otherwise.
Value small_binary(Vm& vm, BinaryKind kind, Value left, Value right) {
  const std::int64_t a = left.as_int(), b = right.as_int();
  std::int64_t result = 0;
  switch (kind) {
    case BinaryKind::Add: result = a + b; break;  // 63 bits each: their sum fits 64
    case BinaryKind::Sub: result = a - b; break;
    case BinaryKind::Mul:
      if (__builtin_mul_overflow(a, b, &result)) return {};
      break;
    case BinaryKind::And: result = a & b; break;
    case BinaryKind::Or: result = a | b; break;
    case BinaryKind::Xor: result = a ^ b; break;
    case BinaryKind::Pow: return small_power(vm, a, b);
    default: return {};
  }
  return Value::fits_int(result) ? Value::from_int(result) : Value();
}

Ref int_power(Vm& vm, Value left, Value right) {
  const text::BigInt base = big_value(left);
  const text::BigInt exponent = big_value(right);
  if (exponent.sign() < 0) {
    const auto b = base.to_double(), e = exponent.to_double();
    if (!b || !e) return vm.raise(vm.types.OverflowError, "int too large to convert to float");
    if (*b == 0.0) return vm.raise(vm.types.ZeroDivisionError, "0.0 cannot be raised to a negative power");
    return make_float(vm, std::pow(*b, *e));
  }
  const bool trivial = base.fits_int64() && base.to_int64() >= -1 && base.to_int64() <= 1;
  if (trivial) return make_int(vm, base.to_int64() == 0 ? (exponent.is_zero() ? 1 : 0) : base.to_int64() == 1 || !exponent.is_odd() ? 1 : -1);
  if (!exponent.fits_int64()) return vm.raise(vm.types.MemoryError, "");
  const auto e = static_cast<std::uint64_t>(exponent.to_int64());
  if (text::power_bits(base, e) > vm.limits.integer_bits || !vm.heap.may_allocate(text::power_bits(base, e) / 8))
    return vm.raise(vm.types.MemoryError, "");
  vm.charge(static_cast<std::int64_t>(text::power_bits(base, e) / 64));
  return make_int(vm, text::power(base, e));
}

/// What multiplying or dividing them takes: the product of their words, of which some eight are one instruction's work.
void charge_product(Vm& vm, const text::BigInt& a, const text::BigInt& b) {
  vm.charge(static_cast<std::int64_t>((a.bit_length() / 64 + 1) * (b.bit_length() / 64 + 1) / 8));
}

/// What walking over both takes.
void charge_sum(Vm& vm, const text::BigInt& a, const text::BigInt& b) { vm.charge(static_cast<std::int64_t>((a.bit_length() + b.bit_length()) / 1024)); }

Ref int_binary(Vm& vm, BinaryKind kind, Value left, Value right) {
  if (left.is_int() && right.is_int())
    if (const Value small = small_binary(vm, kind, left, right); !small.is_empty()) return small;
  switch (kind) {
    case BinaryKind::Add:
    case BinaryKind::Sub: {
      const text::BigInt a = big_value(left), b = big_value(right);
      charge_sum(vm, a, b);
      return make_int(vm, kind == BinaryKind::Add ? a + b : a - b);
    }
    case BinaryKind::Mul: {
      const text::BigInt a = big_value(left), b = big_value(right);
      if (a.bit_length() + b.bit_length() > vm.limits.integer_bits + 1 || !vm.heap.may_allocate((a.bit_length() + b.bit_length()) / 8)) return vm.raise(vm.types.MemoryError, "");
      charge_product(vm, a, b);
      return make_int(vm, a * b);
    }
    case BinaryKind::And: return make_int(vm, big_value(left) & big_value(right));
    case BinaryKind::Or: return make_int(vm, big_value(left) | big_value(right));
    case BinaryKind::Xor: return make_int(vm, big_value(left) ^ big_value(right));
    case BinaryKind::FloorDiv:
    case BinaryKind::Mod: {
      const text::BigInt divisor = big_value(right);
      if (divisor.is_zero())
        return vm.raise(vm.types.ZeroDivisionError, kind == BinaryKind::Mod ? "integer modulo by zero" : "integer division or modulo by zero");
      const text::BigInt dividend = big_value(left);
      charge_product(vm, dividend, divisor);
      text::Division result = text::floor_divmod(dividend, divisor);
      return make_int(vm, kind == BinaryKind::Mod ? std::move(result.remainder) : std::move(result.quotient));
    }
    case BinaryKind::TrueDiv: {
      auto quotient = text::true_divide(big_value(left), big_value(right));
      return quotient.ok() ? make_float(vm, quotient.value()) : vm.raise(quotient.failure());
    }
    case BinaryKind::LeftShift: return shift_left(vm, left, right);
    case BinaryKind::RightShift: {
      const text::BigInt count = big_value(right);
      if (count.sign() < 0) return vm.raise(vm.types.ValueError, "negative shift count");
      return make_int(vm, big_value(left).shifted_right(count.fits_int64() ? static_cast<std::uint64_t>(count.to_int64()) : UINT64_MAX));
    }
    case BinaryKind::Pow: return int_power(vm, left, right);
    case BinaryKind::MatMul: return kNotImplemented;
  }
  return kNotImplemented;
}

Ref float_power(Vm& vm, double base, double exponent) {
  if (base == 0.0 && exponent < 0.0 && std::isfinite(exponent)) return vm.raise(vm.types.ZeroDivisionError, "0.0 cannot be raised to a negative power");
  if (base < 0.0 && std::isfinite(base) && std::isfinite(exponent) && exponent != std::floor(exponent))
    return vm.raise(vm.types.ValueError, "One Waiter does not run complex numbers yet: a negative number to a fractional power is one");
  const double result = std::pow(base, exponent);
  if (std::isinf(result) && std::isfinite(base) && std::isfinite(exponent)) {
    const Ref text = make_str(vm, "Numerical result out of range");
    const Value args[] = {Value::from_int(34), text};  // errno ERANGE, as CPython has it
    vm.set_error(make_exception(vm, vm.types.OverflowError, args));
    return {};
  }
  return make_float(vm, result);
}

Ref float_binary(Vm& vm, BinaryKind kind, double left, double right) {
  switch (kind) {
    case BinaryKind::Add: return make_float(vm, left + right);
    case BinaryKind::Sub: return make_float(vm, left - right);
    case BinaryKind::Mul: return make_float(vm, left * right);
    case BinaryKind::TrueDiv:
      if (right == 0.0) return vm.raise(vm.types.ZeroDivisionError, "float division by zero");
      return make_float(vm, left / right);
    case BinaryKind::FloorDiv:
      if (right == 0.0) return vm.raise(vm.types.ZeroDivisionError, "float floor division by zero");
      return make_float(vm, text::floor_divide(left, right));
    case BinaryKind::Mod:
      if (right == 0.0) return vm.raise(vm.types.ZeroDivisionError, "float modulo");
      return make_float(vm, text::floor_modulo(left, right));
    case BinaryKind::Pow: return float_power(vm, left, right);
    default: return kNotImplemented;
  }
}

Ref set_binary(Vm& vm, BinaryKind kind, Value left, Value right) {
  if (!right.is_kind(Kind::Set)) return kNotImplemented;
  const Set* set = cast<Set>(left);
  const bool frozen = (set->flags & kFrozen) != 0;
  switch (kind) {
    case BinaryKind::Or: return set_operation(vm, SetOperation::Union, set, right, frozen);
    case BinaryKind::And: return set_operation(vm, SetOperation::Intersection, set, right, frozen);
    case BinaryKind::Sub: return set_operation(vm, SetOperation::Difference, set, right, frozen);
    case BinaryKind::Xor: return set_operation(vm, SetOperation::SymmetricDifference, set, right, frozen);
    default: return kNotImplemented;
  }
}

bool is_number(Value value) { return is_int_like(value) || is_float(value); }

bool has_user_type(Value value) { return value.is_object() && value.object()->type->is_user; }

/// dictviews_as_number: whichever side is the view, the left one becomes a set, and the right one may be any iterable.
Ref view_binary(Vm& vm, BinaryKind kind, Value left, Value right) {
  Set* set = make_set(vm);
  const Ref owner = Ref::steal(Value(set));
  if (!set_update(vm, set, left)) return {};
  Set* other = make_set(vm);
  const Ref other_owner = Ref::steal(Value(other));
  if (!set_update(vm, other, right)) return {};
  return set_binary(vm, kind, owner, other_owner);
}

/// What the types' own C++ does; kNotImplemented if it does not know how.
Ref native_binary(Vm& vm, BinaryKind kind, Value left, Value right) {
  if (is_number(left) && is_number(right)) {
    if (is_int_like(left) && is_int_like(right)) {
      if (left.is_bool() && right.is_bool() && (kind == BinaryKind::And || kind == BinaryKind::Or || kind == BinaryKind::Xor)) {
        const bool a = left.is_true(), b = right.is_true();
        return Value::from_bool(kind == BinaryKind::And ? a && b : kind == BinaryKind::Or ? a || b : a != b);
      }
      return int_binary(vm, kind, left, right);
    }
    // The value itself: an int subclass's __float__ is not asked (CONVERT_TO_DOUBLE).
    const auto plain_double = [&](Value value) -> std::optional<double> {
      if (!value.is_kind(Kind::Int)) return to_double(vm, value);
      const auto number = cast<Int>(value)->value->to_double();
      if (!number) vm.raise(vm.types.OverflowError, "int too large to convert to float");
      return number;
    };
    const auto a = plain_double(left);
    if (!a) return {};
    const auto b = plain_double(right);
    if (!b) return {};
    return float_binary(vm, kind, *a, *b);
  }
  if (left.is_object()) {
    switch (left.object()->kind) {
      case Kind::Str:
        if (kind == BinaryKind::Mod) return percent_format(vm, left, right);
        [[fallthrough]];
      case Kind::List:
      case Kind::Tuple:
      case Kind::Bytes:
        if (kind == BinaryKind::Add) return concatenate(vm, left, right);
        if (kind == BinaryKind::Mul && is_int_like(right)) {
          const auto times = to_int64(vm, right, vm.types.OverflowError);
          return times ? repeat_sequence(vm, left, *times) : Ref();
        }
        if (kind == BinaryKind::Mod && left.object()->kind == Kind::Bytes) return percent_format(vm, left, right);
        break;
      case Kind::Set:
        if (!is_set_view(right)) return set_binary(vm, kind, left, right);
        break;
      case Kind::Dict:
        if (kind == BinaryKind::Or && right.is_kind(Kind::Dict)) {
          Dict* merged = dict_copy(vm, cast<Dict>(left));
          const Ref owner = Ref::steal(Value(merged));
          return dict_update(vm, merged, right) ? owner : Ref();
        }
        break;
      default: break;
    }
  }
  if ((is_set_view(left) || is_set_view(right)) &&
      (kind == BinaryKind::And || kind == BinaryKind::Or || kind == BinaryKind::Sub || kind == BinaryKind::Xor))
    return view_binary(vm, kind, left, right);
  if (kind == BinaryKind::Mul && is_int_like(left) && right.is_object() &&
      (right.object()->kind == Kind::Str || right.object()->kind == Kind::List || right.object()->kind == Kind::Tuple ||
       right.object()->kind == Kind::Bytes)) {
    const auto times = to_int64(vm, left, vm.types.OverflowError);
    return times ? repeat_sequence(vm, right, *times) : Ref();
  }
  return kNotImplemented;
}

/// A dunder that a class (the user's, or an extension's or Type's own) defines. Empty if there is none to call.
Value overridden(Vm& vm, Value object, Str* name) {
  if (!object.is_object()) return {};
  const Kind kind = object.object()->kind;
  const bool open = has_user_type(object) || kind == Kind::Extension || kind == Kind::Instance || kind == Kind::Type || kind == Kind::Exception;
  if (!open) return {};
  const Value found = type_lookup(vm, object.object()->type, name);
  // A native of a builtin layout is what native_binary does anyway.
  if (is_layout_native(found) && kind != Kind::Extension && kind != Kind::Type && kind != Kind::Instance) return {};
  return found;
}

Ref unsupported(Vm& vm, const char* symbol, Value left, Value right) {
  return vm.raise(vm.types.TypeError, "unsupported operand type(s) for {}: '{}' and '{}'", symbol, type_name(vm, left), type_name(vm, right));
}

Ref concatenation_error(Vm& vm, Value left, Value right) {
  if (is_str(left)) return vm.raise(vm.types.TypeError, "can only concatenate str (not \"{}\") to str", type_name(vm, right));
  if (left.is_kind(Kind::List)) return vm.raise(vm.types.TypeError, "can only concatenate list (not \"{}\") to list", type_name(vm, right));
  if (left.is_kind(Kind::Tuple)) return vm.raise(vm.types.TypeError, "can only concatenate tuple (not \"{}\") to tuple", type_name(vm, right));
  return vm.raise(vm.types.TypeError, "can't concat {} to {}", type_name(vm, right), type_name(vm, left));
}

bool is_sequence_kind(Value value) {
  return value.is_kind(Kind::Str) || value.is_kind(Kind::List) || value.is_kind(Kind::Tuple) || value.is_kind(Kind::Bytes);
}

/// Both know by themselves what the operator makes of them, whatever a subclass of either says.
bool are_of_one_builtin(BinaryKind kind, Value left, Value right) {
  if (left.is_kind(Kind::Dict) && right.is_kind(Kind::Dict)) return kind == BinaryKind::Or;
  if (left.is_kind(Kind::Set) && right.is_kind(Kind::Set)) return true;
  // The right one's slot is the one that is asked, and an int's takes no float.
  return is_float(right) ? is_float(left) || is_int_like(left) : is_int_like(left) && is_int_like(right);
}

Ref try_binary(Vm& vm, BinaryKind kind, Value left, Value right) {
  const Operator& op = operator_of(kind);
  Str* method = vm.names.*op.method;
  Str* reflected = vm.names.*op.reflected;
  const Value left_method = overridden(vm, left, method);
  Value right_method = overridden(vm, right, reflected);
  Type* left_type = type_of(vm, left);
  Type* right_type = type_of(vm, right);
  const Value left_args[] = {right};
  const Value right_args[] = {left};
  // A subclass's reflected method comes first.
  if (!right_method.is_empty() && right_type != left_type && is_subtype(right_type, left_type) &&
      type_lookup(vm, left_type, reflected) != right_method) {
    Ref result = call_special(vm, right_method, right, right_args);
    if (!result || result.get() != kNotImplemented) return result;
    right_method = Value();
  }
  if (!left_method.is_empty()) {
    Ref result = call_special(vm, left_method, left, left_args);
    if (!result || result.get() != kNotImplemented) return result;
  } else {
    const bool sequence_add = kind == BinaryKind::Add && is_sequence_kind(left) && !right_method.is_empty();
    if (!sequence_add) {
      Ref result = native_binary(vm, kind, left, right);
      if (!result || result.get() != kNotImplemented) return result;
    }
  }
  if (!right_method.is_empty() && (right_type != left_type || left_method.is_empty())) {
    Ref result = call_special(vm, right_method, right, right_args);
    if (!result || result.get() != kNotImplemented) return result;
  }
  // The left one's own method did not know: the right one's slot is asked, too (abstract.c, binary_op1).
  if (!left_method.is_empty() && right_method.is_empty() && right_type != left_type && are_of_one_builtin(kind, left, right)) return native_binary(vm, kind, left, right);
  return kNotImplemented;
}

Ref unary(Vm& vm, Value value, Str* name, const char* symbol) {
  const Value method = overridden(vm, value, name);
  if (!method.is_empty()) return call_special(vm, method, value);
  return vm.raise(vm.types.TypeError, "bad operand type for unary {}: '{}'", symbol, type_name(vm, value));
}

/// sequence * count in either order, for a count that only says by __index__ what it is (PyNumber_Multiply's second half).
/// kNotImplemented: neither is a sequence, or the other no count.
Ref repeat_by_index(Vm& vm, Value left, Value right) {
  const bool is_left = is_sequence_kind(left);
  if (!is_left && !is_sequence_kind(right)) return kNotImplemented;
  const Value count = is_left ? right : left;
  if (!is_int_like(count) && overridden(vm, count, vm.names.dunder_index).is_empty()) return kNotImplemented;
  const auto times = to_int64(vm, count, vm.types.OverflowError);
  return times ? repeat_sequence(vm, is_left ? left : right, *times) : Ref();
}

}  // namespace

bool is_int(Value value) { return value.is_int() || value.is_kind(Kind::Int); }
bool is_int_like(Value value) { return value.is_int() || value.is_bool() || value.is_kind(Kind::Int); }

text::BigInt big_value(Value value) {
  if (value.is_int()) return text::BigInt(value.as_int());
  if (value.is_bool()) return text::BigInt(value.is_true() ? 1 : 0);
  return *cast<Int>(value)->value;
}

Value plain_int(Value value) { return value.is_bool() ? Value::from_int(value.is_true() ? 1 : 0) : value; }

Ref binary(Vm& vm, BinaryKind kind, Value left, Value right) {
  Ref result = try_binary(vm, kind, left, right);
  if (result && result.get() == kNotImplemented && kind == BinaryKind::Mul) result = repeat_by_index(vm, left, right);
  if (!result || result.get() != kNotImplemented) return result;
  if (kind == BinaryKind::Add && is_sequence_kind(left)) return concatenation_error(vm, left, right);
  if (kind == BinaryKind::Mul && (is_sequence_kind(left) || is_sequence_kind(right)))
    return vm.raise(vm.types.TypeError, "can't multiply sequence by non-int of type '{}'",
                    type_name(vm, is_sequence_kind(left) ? right : left));
  return unsupported(vm, operator_of(kind).symbol, left, right);
}

Ref binary_in_place(Vm& vm, BinaryKind kind, Value left, Value right) {
  const Operator& op = operator_of(kind);
  if (const Value method = overridden(vm, left, vm.names.*op.in_place); !method.is_empty()) {
    const Value args[] = {right};
    Ref result = call_special(vm, method, left, args);
    if (!result || result.get() != kNotImplemented) return result;
  }
  // Lists and bytearrays have these as sequences, and what has them as numbers is asked before (PyNumber_InPlaceAdd).
  const bool counts = kind == BinaryKind::Mul && (is_int_like(right) || !overridden(vm, right, vm.names.dunder_index).is_empty());
  const bool is_bytearray = left.is_kind(Kind::Bytes) && (left.object()->flags & kFrozen) == 0;
  if ((left.is_kind(Kind::List) || is_bytearray) && ((kind == BinaryKind::Add && !has_user_type(left)) || counts)) {
    if (const Value method = overridden(vm, right, vm.names.*op.reflected); !method.is_empty()) {
      const Value args[] = {left};
      Ref result = call_special(vm, method, right, args);
      if (!result || result.get() != kNotImplemented) return result;
    }
  }
  if (is_bytearray && kind == BinaryKind::Add && !right.is_kind(Kind::Bytes) && !is_memory_view(vm, right)) return concatenation_error(vm, left, right);
  if (left.is_kind(Kind::List)) {
    if (kind == BinaryKind::Add) {
      if (!list_extend(vm, cast<List>(left), right)) return {};
      return left;
    }
    if (counts) {
      const auto times = to_int64(vm, right, vm.types.OverflowError);
      if (!times) return {};
      const Ref repeated = repeat_sequence(vm, left, *times);
      if (!repeated) return {};
      std::swap(cast<List>(left)->items, cast<List>(repeated)->items);
      std::swap(cast<List>(left)->count, cast<List>(repeated)->count);
      std::swap(cast<List>(left)->capacity, cast<List>(repeated)->capacity);
      return left;
    }
  }
  if (left.is_kind(Kind::Set) && (left.object()->flags & kFrozen) == 0 && right.is_kind(Kind::Set)) {
    const auto in_place = [&](SetOperation operation) {
      return set_operation_in_place(vm, operation, cast<Set>(left), right) ? Ref(left) : Ref();
    };
    switch (kind) {
      case BinaryKind::Or: return in_place(SetOperation::Union);
      case BinaryKind::And: return in_place(SetOperation::Intersection);
      case BinaryKind::Sub: return in_place(SetOperation::Difference);
      case BinaryKind::Xor: return in_place(SetOperation::SymmetricDifference);
      default: break;
    }
  }
  if (left.is_kind(Kind::Dict) && kind == BinaryKind::Or) return dict_update(vm, cast<Dict>(left), right) ? Ref(left) : Ref();
  if (left.is_kind(Kind::Bytes) && (left.object()->flags & kFrozen) == 0 && kind == BinaryKind::Add && right.is_kind(Kind::Bytes)) {
    if (cast<Bytes>(right)->size > 0 && !may_resize(vm, cast<Bytes>(left))) return {};
    if (cast<Bytes>(right)->size > 0 && left == right)  // it is read while it would grow (bytearray_iconcat)
      return vm.raise(vm.types.BufferError, "Existing exports of data: object cannot be re-sized");
    const Ref joined = concatenate(vm, left, right);
    if (!joined) return {};
    std::swap(cast<Bytes>(left)->data, cast<Bytes>(joined)->data);
    std::swap(cast<Bytes>(left)->size, cast<Bytes>(joined)->size);
    std::swap(cast<Bytes>(left)->capacity, cast<Bytes>(joined)->capacity);
    return left;
  }
  Ref result = try_binary(vm, kind, left, right);
  if (result && result.get() == kNotImplemented && kind == BinaryKind::Mul) result = repeat_by_index(vm, left, right);
  if (!result || result.get() != kNotImplemented) return result;
  if (kind == BinaryKind::Add && is_sequence_kind(left)) return concatenation_error(vm, left, right);
  // PyNumber_InPlaceMultiply looks at the right one only if the left one's type has no slots of a sequence at all.
  const bool has_sequence_slots = left.is_object() && (left.object()->type->is_user || left.is_kind(Kind::Dict) || left.is_kind(Kind::Set) ||
                                                       left.is_kind(Kind::View) || left.is_kind(Kind::Range) || left.is_kind(Kind::Extension));
  if (kind == BinaryKind::Mul && (is_sequence_kind(left) || (is_sequence_kind(right) && !has_sequence_slots)))
    return vm.raise(vm.types.TypeError, "can't multiply sequence by non-int of type '{}'", type_name(vm, is_sequence_kind(left) ? right : left));
  const std::string symbol = kind == BinaryKind::Pow ? "** or pow()" : std::string(op.symbol) + "=";
  return unsupported(vm, kind == BinaryKind::Pow ? "**=" : symbol.c_str(), left, right);
}

Ref negative(Vm& vm, Value value) {
  if (!has_user_type(value)) {
    if (value.is_int()) return make_int(vm, -value.as_int());
    if (is_float(value)) return make_float(vm, -float_value(value));
    if (is_int_like(value)) return make_int(vm, -big_value(value));
  } else if (is_int_like(value) && overridden(vm, value, vm.names.dunder_neg).is_empty()) {
    return make_int(vm, -big_value(value));
  } else if (is_float(value) && overridden(vm, value, vm.names.dunder_neg).is_empty()) {
    return make_float(vm, -float_value(value));
  }
  return unary(vm, value, vm.names.dunder_neg, "-");
}

Ref positive(Vm& vm, Value value) {
  if (is_float(value) && overridden(vm, value, vm.names.dunder_pos).is_empty()) return make_float(vm, float_value(value));
  if (is_int_like(value) && overridden(vm, value, vm.names.dunder_pos).is_empty()) return make_int(vm, big_value(value));
  return unary(vm, value, vm.names.dunder_pos, "+");
}

Ref invert(Vm& vm, Value value) {
  if (is_int_like(value) && overridden(vm, value, vm.names.dunder_invert).is_empty()) return make_int(vm, ~big_value(value));
  return unary(vm, value, vm.names.dunder_invert, "~");
}

Ref power(Vm& vm, Value base, Value exponent, Value modulus) {
  if (modulus.is_none()) return binary(vm, BinaryKind::Pow, base, exponent);
  // Only the base is asked (slot_nb_power): there is no __rpow__ of three.
  if (const Value method = overridden(vm, base, vm.names.dunder_pow); !method.is_empty()) {
    const Value args[] = {exponent, modulus};
    Ref result = call_special(vm, method, base, args);
    if (!result || result.get() != kNotImplemented) return result;
  }
  if (!is_int_like(base) || !is_int_like(exponent) || !is_int_like(modulus)) {
    if (is_float(base) || is_float(exponent) || is_float(modulus))
      return vm.raise(vm.types.TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
    return vm.raise(vm.types.TypeError, "unsupported operand type(s) for ** or pow(): '{}', '{}', '{}'", type_name(vm, base),
                    type_name(vm, exponent), type_name(vm, modulus));
  }
  // Squaring and reducing for each bit of the exponent: what would take longer than a run may is not begun.
  const auto words = static_cast<double>(big_value(modulus).bit_length() / 64 + 1), bits = static_cast<double>(big_value(exponent).bit_length());
  vm.charge(static_cast<std::int64_t>(std::min(bits * words * words / 8, 1e15)));
  if (!vm.tick()) return {};
  auto result = text::power_modulo(big_value(base), big_value(exponent), big_value(modulus));
  return result.ok() ? make_int(vm, std::move(result.value())) : vm.raise(result.failure());
}

Ref to_index(Vm& vm, Value value) {
  if (is_int(value) && !has_user_type(value)) return value;
  if (is_int_like(value)) return make_int(vm, big_value(value));
  const Value method = overridden(vm, value, vm.names.dunder_index);
  if (method.is_empty()) return vm.raise(vm.types.TypeError, "'{}' object cannot be interpreted as an integer", type_name(vm, value));
  Ref result = call_special(vm, method, value);
  if (!result) return {};
  if (!is_int_like(result)) return vm.raise(vm.types.TypeError, "__index__ returned non-int (type {})", type_name(vm, result));
  if (result.get().is_int() || type_of(vm, result) == vm.types.int_) return result;
  vm.warn(vm.types.DeprecationWarning,
          fmt::format("__index__ returned non-int (type {}).  The ability to return an instance of a strict subclass of int is deprecated, "
                      "and may be removed in a future version of Python.", type_name(vm, result)));
  return vm.has_error() ? Ref() : make_int(vm, big_value(result));
}

std::optional<std::int64_t> to_int64(Vm& vm, Value value, Type* overflow) {
  if (value.is_int()) return value.as_int();
  const Ref index = to_index(vm, value);
  if (!index) return std::nullopt;
  const text::BigInt big = big_value(index);
  if (big.fits_int64()) return big.to_int64();
  vm.raise(overflow != nullptr ? overflow : vm.types.IndexError, "cannot fit '{}' into an index-sized integer", type_name(vm, value));
  return std::nullopt;
}

std::optional<double> ask_float(Vm& vm, Value object, Value method) {
  const Ref result = call_special(vm, method, object);
  if (!result) return std::nullopt;
  if (!is_float(result)) {
    vm.raise(vm.types.TypeError, "{}.__float__ returned non-float (type {})", type_name(vm, object), type_name(vm, result));
    return std::nullopt;
  }
  if (has_user_type(result)) {
    vm.warn(vm.types.DeprecationWarning,
            fmt::format("{}.__float__ returned non-float (type {}).  The ability to return an instance of a strict subclass of float is "
                        "deprecated, and may be removed in a future version of Python.", type_name(vm, object), type_name(vm, result)));
    if (vm.has_error()) return std::nullopt;
  }
  return float_value(result);
}

std::optional<double> to_double(Vm& vm, Value value) {
  if (is_float(value)) return float_value(value);  // PyFloat_AsDouble asks no subclass of float
  if (value.is_int()) return static_cast<double>(value.as_int());
  const Value method = overridden(vm, value, vm.names.dunder_float);
  if (!method.is_empty()) return ask_float(vm, value, method);
  if (is_int_like(value)) {
    const auto number = big_value(value).to_double();
    if (!number) vm.raise(vm.types.OverflowError, "int too large to convert to float");
    return number;
  }
  if (!overridden(vm, value, vm.names.dunder_index).is_empty()) {
    const Ref index = to_index(vm, value);
    return index ? to_double(vm, index) : std::nullopt;
  }
  vm.raise(vm.types.TypeError, "must be real number, not {}", type_name(vm, value));
  return std::nullopt;
}

Ref concatenated(Vm& vm, Value left, Value right, Value given) {
  Ref result = concatenate(vm, left, right);
  return result && result.get() == kNotImplemented ? concatenation_error(vm, left, given) : result;
}

Ref concatenate(Vm& vm, Value left, Value right) {
  if (left.is_kind(Kind::Bytes) && is_memory_view(vm, right)) {
    const Ref bytes = without_view(vm, right);
    return bytes ? concatenate(vm, left, bytes) : Ref();
  }
  if (!right.is_object() || right.object()->kind != left.object()->kind) return kNotImplemented;
  const auto fits = [&](std::uint64_t bytes) {
    if (bytes < UINT32_MAX / 2 && vm.heap.may_allocate(bytes)) return true;
    vm.raise(vm.types.MemoryError, "");
    return false;
  };
  switch (left.object()->kind) {
    case Kind::Str: {
      const Str* a = cast<Str>(left);
      const Str* b = cast<Str>(right);
      if (b->size == 0 && a->type == vm.types.str) return left;
      if (a->size == 0 && b->type == vm.types.str) return right;
      if (!fits(std::uint64_t{a->size} + b->size)) return {};
      vm.charge((a->size + b->size) / 64);
      char buffer[256];
      if (a->size + b->size <= sizeof buffer) {
        std::memcpy(buffer, a->data, a->size);
        std::memcpy(buffer + a->size, b->data, b->size);
        return make_str(vm, {buffer, a->size + b->size}, a->length + b->length);
      }
      std::string text;
      text.reserve(a->size + b->size);
      text.append(a->view()).append(b->view());
      return make_str(vm, text, a->length + b->length);
    }
    case Kind::List: {
      const List* a = cast<List>(left);
      const List* b = cast<List>(right);
      if (!fits((std::uint64_t{a->count} + b->count) * sizeof(Value))) return {};
      vm.charge(a->count + b->count);
      Ref result = make_list(vm);
      if (!list_reserve(vm, cast<List>(result), std::uint64_t{a->count} + b->count)) return {};
      for (std::uint32_t i = 0; i < a->count; ++i) list_append(vm, cast<List>(result), a->items[i]);
      for (std::uint32_t i = 0; i < b->count; ++i) list_append(vm, cast<List>(result), b->items[i]);
      return result;
    }
    case Kind::Tuple: {
      const Tuple* a = cast<Tuple>(left);
      const Tuple* b = cast<Tuple>(right);
      if (!fits((std::uint64_t{a->count} + b->count) * sizeof(Value))) return {};
      vm.charge(a->count + b->count);
      Tuple* result = make_tuple_raw(vm, a->count + b->count);
      for (std::uint32_t i = 0; i < a->count; ++i) result->items[i] = Ref(a->items[i]).release();
      for (std::uint32_t i = 0; i < b->count; ++i) result->items[a->count + i] = Ref(b->items[i]).release();
      return Ref::steal(Value(result));
    }
    case Kind::Bytes: {
      std::string joined(cast<Bytes>(left)->view());
      joined += cast<Bytes>(right)->view();
      return make_bytes(vm, joined, (left.object()->flags & kFrozen) == 0);
    }
    default: return kNotImplemented;
  }
}

Ref repeat_sequence(Vm& vm, Value sequence, std::int64_t times) {
  if (times < 0) times = 0;
  const auto total = [&](std::uint64_t count, std::uint64_t bytes) -> bool {
    if (count == 0 || times == 0) return true;
    if (static_cast<std::uint64_t>(times) <= UINT32_MAX / 2 / count && vm.heap.may_allocate(count * static_cast<std::uint64_t>(times) * bytes)) {
      vm.charge(static_cast<std::int64_t>(count) * times / 8);
      return true;
    }
    vm.raise(vm.types.MemoryError, "");
    return false;
  };
  switch (sequence.object()->kind) {
    case Kind::Str: {
      const Str* text = cast<Str>(sequence);
      if (times == 1 && text->type == vm.types.str) return sequence;
      if (!total(text->size, 1)) return {};
      std::string result;
      result.reserve(text->size * static_cast<std::size_t>(times));
      for (std::int64_t i = 0; i < times && text->size > 0; ++i) result += text->view();
      return make_str(vm, result, static_cast<std::uint32_t>(text->size == 0 ? 0 : text->length * times));
    }
    case Kind::Bytes: {
      if (!total(cast<Bytes>(sequence)->size, 1)) return {};
      std::string result;
      for (std::int64_t i = 0; i < times && cast<Bytes>(sequence)->size > 0; ++i) result += cast<Bytes>(sequence)->view();
      return make_bytes(vm, result, (sequence.object()->flags & kFrozen) == 0);
    }
    case Kind::List: {
      const List* list = cast<List>(sequence);
      if (!total(list->count, sizeof(Value))) return {};
      Ref result = make_list(vm);
      const std::uint32_t count = list->count;
      if (count == 0 || times == 0) return result;
      if (!list_reserve(vm, cast<List>(result), count * static_cast<std::uint64_t>(times))) return {};
      for (std::int64_t i = 0; i < times; ++i)
        for (std::uint32_t j = 0; j < count; ++j) list_append(vm, cast<List>(result), list->items[j]);
      return result;
    }
    default: {
      const Tuple* tuple = cast<Tuple>(sequence);
      if (!total(tuple->count, sizeof(Value))) return {};
      if (tuple->count == 0 || times == 0) return vm.empty_tuple;
      Tuple* result = make_tuple_raw(vm, tuple->count * static_cast<std::uint32_t>(times));
      for (std::uint32_t i = 0; i < result->count; ++i) result->items[i] = Ref(tuple->items[i % tuple->count]).release();
      return Ref::steal(Value(result));
    }
  }
}

}  // namespace waiter::python
