// int and bool.

#include <algorithm>

#include <cmath>

#include "python/methods/helpers.h"
#include "python/methods/install.h"
#include "python/methods/numbers.h"
#include "python/text/float_repr.h"
#include "python/text/string_repr.h"
#include "python/text/unicode.h"
#include "python/text/big_int.h"

namespace waiter::python {

using text::BigInt;

Ref int_from_double(Vm& vm, double value) {
  if (std::isnan(value)) return vm.raise(vm.types.ValueError, "cannot convert float NaN to integer");
  if (std::isinf(value)) return vm.raise(vm.types.OverflowError, "cannot convert float infinity to integer");
  if (std::fabs(value) < 4e18) return make_int(vm, static_cast<std::int64_t>(value));
  return make_int(vm, *BigInt::from_double(value));
}

Ref absolute_number(Vm& vm, Value value) {
  if (value.is_int()) return make_int(vm, value.as_int() < 0 ? -value.as_int() : value.as_int());
  if (is_float(value)) return make_float(vm, std::fabs(float_value(value)));
  if (is_int_like(value)) return make_int(vm, big_value(value).absolute());
  return {};
}

Ref round_number(Vm& vm, Value value, Value digits) {
  const bool plain_round = digits.is_empty() || digits.is_none();
  if (is_float(value)) {
    if (plain_round) {
      const double number = float_value(value);
      return int_from_double(vm, std::isfinite(number) ? text::round_half_even(number) : number);
    }
    const Ref wanted = to_index(vm, digits);
    if (!wanted) return {};
    // PyNumber_AsSsize_t(..., NULL): what does not fit is as good as the largest that does.
    const BigInt wide = big_value(wanted);
    constexpr std::int64_t kFar = 1'000'000;  // beyond the digits of every float
    const std::int64_t places = wide.fits_int64() ? std::clamp(wide.to_int64(), -kFar, kFar) : wide.sign() * kFar;
    const auto rounded = text::round_to_digits(float_value(value), places);
    return rounded ? make_float(vm, rounded.value()) : vm.raise(rounded.failure());
  }
  if (!is_int_like(value)) return {};
  if (plain_round) return plain(vm, plain_int(value));
  const Ref index = to_index(vm, digits);
  if (!index) return {};
  const BigInt places = big_value(index);
  if (places.sign() >= 0) return plain(vm, plain_int(value));
  if (!(-places).fits_int64()) return make_int(vm, 0);
  const std::uint64_t power = static_cast<std::uint64_t>((-places).to_int64());
  // Beyond its digits, every int rounds to 0; no power of ten of that size is made.
  if (power > big_value(value).bit_length() + 1) return make_int(vm, 0);
  return make_int(vm, text::round_to_power_of_ten(big_value(value), power));
}

Ref divide_with_rest(Vm& vm, Value left, Value right) {
  if (is_float(left) || is_float(right)) {
    const auto b = to_double(vm, right);
    if (!b) return {};
    if (*b == 0.0) return vm.raise(vm.types.ZeroDivisionError, "float divmod()");
  }
  const Ref quotient = binary(vm, BinaryKind::FloorDiv, left, right);
  if (!quotient) return {};
  const Ref rest = binary(vm, BinaryKind::Mod, left, right);
  if (!rest) return {};
  const Value pair[] = {quotient, rest};
  return tuple_of(vm, pair);
}

void install_getter(Vm& vm, Type* type, const NativeDef& def) { install_properties(vm, type, {&def, 1}); }

Ref int_from(Vm& vm, Value value) {
  if (value.is_int()) return value;
  const bool is_user = value.is_object() && value.object()->type->is_user;
  if (is_float(value) && !is_user) return int_from_double(vm, float_value(value));
  if (is_int_like(value) && !is_user) return plain_int(value);
  const auto converts = [&](Str* name) { return !type_lookup(vm, value.object()->type, name).is_empty(); };
  const bool is_text = !is_user || !(converts(vm.names.dunder_int) || converts(vm.names.dunder_index) || converts(vm.names.dunder_trunc));
  if (is_text && is_str(value)) {
    auto parsed = text::parse_int(str_view(value), 10, vm.integer_digits);
    return parsed ? make_int(vm, std::move(parsed.value())) : vm.raise(parsed.failure());
  }
  if (is_text && value.is_kind(Kind::Bytes)) {
    auto parsed = text::parse_int(cast<Bytes>(value)->view(), 10, vm.integer_digits);
    if (parsed) return make_int(vm, std::move(parsed.value()));
    return vm.raise(vm.types.ValueError, "invalid literal for int() with base 10: {}", text::bytes_repr(cast<Bytes>(value)->view()).substr(0, 200));  // %.200R
  }
  for (Str* name : {vm.names.dunder_int, vm.names.dunder_index, vm.names.dunder_trunc}) {
    const Value method = type_lookup(vm, type_of(vm, value), name);
    if (method.is_empty() || method.is_none()) continue;
    if (name == vm.names.dunder_trunc) {
      vm.warn(vm.types.DeprecationWarning, "The delegation of int() to __trunc__ is deprecated.");
      if (vm.has_error()) return {};
    }
    Ref result = call_special(vm, method, value);
    if (!result) return {};
    if (!is_int_like(result) && name == vm.names.dunder_trunc) {
      if (!type_lookup(vm, type_of(vm, result), vm.names.dunder_index).is_empty()) return to_index(vm, result);
      return vm.raise(vm.types.TypeError, "__trunc__ returned non-Integral (type {})", type_name(vm, result));
    }
    if (!is_int_like(result)) return vm.raise(vm.types.TypeError, "{} returned non-int (type {})", name->view(), type_name(vm, result));
    if (name != vm.names.dunder_trunc && !result.get().is_int() && type_of(vm, result) != vm.types.int_) {
      vm.warn(vm.types.DeprecationWarning,
              fmt::format("{} returned non-int (type {}).  The ability to return an instance of a strict subclass of int is deprecated, "
                          "and may be removed in a future version of Python.", name->view(), type_name(vm, result)));
      if (vm.has_error()) return {};
    }
    return plain(vm, plain_int(result));
  }
  return vm.raise(vm.types.TypeError, "int() argument must be a string, a bytes-like object or a real number, not '{}'", type_name(vm, value));
}

namespace {

bool fits_int(Vm&, Value value) { return is_int_like(value); }

Ref int_new(Arguments& args) {
  Vm& vm = args.vm;
  Type* type = class_to_make(args, vm.types.int_);
  if (type == nullptr) return {};
  Arguments rest = behind(args, 1);
  if (rest.count + rest.keyword_count() > 2)
    return vm.raise(vm.types.TypeError, "int() takes at most 2 arguments ({} given)", rest.count + rest.keyword_count());
  const Value base = rest.count > 1 ? rest[1] : rest.keyword("base");
  for (std::uint32_t i = 0; i < rest.keyword_count(); ++i)
    if (str_view(rest.names->items[i]) != "base")
      return vm.raise(vm.types.TypeError, "'{}' is an invalid keyword argument for int()", str_view(rest.names->items[i]));
  if (rest.count == 0) {
    if (!base.is_empty()) return vm.raise(vm.types.TypeError, "int() missing string argument");
    return with_type(vm, type, make_int(vm, 0));
  }
  if (base.is_empty()) return with_type(vm, type, int_from(vm, rest[0]));
  const Ref index = to_index(vm, base);
  if (!index) return {};
  const BigInt radix = big_value(index);
  if (!radix.fits_int64() || radix.to_int64() == 1 || radix.to_int64() < 0 || radix.to_int64() > 36)
    return vm.raise(vm.types.ValueError, "int() base must be >= 2 and <= 36, or 0");
  if (!is_str(rest[0]) && !rest[0].is_kind(Kind::Bytes)) return vm.raise(vm.types.TypeError, "int() can't convert non-string with explicit base");
  const bool from_bytes = rest[0].is_kind(Kind::Bytes);
  const std::string_view digits = from_bytes ? cast<Bytes>(rest[0])->view() : str_view(rest[0]);
  auto parsed = text::parse_int(digits, static_cast<int>(radix.to_int64()), vm.integer_digits);
  if (parsed) return with_type(vm, type, make_int(vm, std::move(parsed.value())));
  if (from_bytes)
    return vm.raise(vm.types.ValueError, "invalid literal for int() with base {}: {}", radix.to_int64(), text::bytes_repr(digits).substr(0, 200));
  return vm.raise(parsed.failure());
}

Ref int_bit_length(Arguments& args) { return make_int(args.vm, static_cast<std::int64_t>(big_value(args[0]).bit_length())); }
Ref int_bit_count(Arguments& args) { return make_int(args.vm, static_cast<std::int64_t>(big_value(args[0]).bit_count())); }
Ref int_itself(Arguments& args) { return plain(args.vm, plain_int(args[0])); }
Ref int_zero(Arguments& args) { return make_int(args.vm, 0); }
Ref int_one(Arguments& args) { return make_int(args.vm, 1); }

Ref int_as_integer_ratio(Arguments& args) {
  const Ref self = int_itself(args);
  const Value pair[] = {self, Value::from_int(1)};
  return tuple_of(args.vm, pair);
}

/// "big" or "little"; false: exception.
bool byte_order(Vm& vm, std::string_view function, Value value, text::ByteOrder& order) {
  order = text::ByteOrder::Big;
  if (value.is_empty()) return true;
  if (!is_str(value)) {
    vm.raise(vm.types.TypeError, "{}() argument 'byteorder' must be str, not {}", function, type_name(vm, value));
    return false;
  }
  if (str_view(value) == "big") return true;
  order = text::ByteOrder::Little;
  if (is_str(value) && str_view(value) == "little") return true;
  vm.raise(vm.types.ValueError, "byteorder must be either 'little' or 'big'");
  return false;
}

Ref int_to_bytes(Arguments& args) {
  Vm& vm = args.vm;
  Value out[3];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "to_bytes", {"length", "byteorder", "*", "signed"}, 0, out)) return {};
  const auto length = out[0].is_empty() ? std::optional<std::int64_t>(1) : to_ssize(vm, out[0]);
  if (!length) return {};
  if (*length < 0) return vm.raise(vm.types.ValueError, "length argument must be non-negative");
  text::ByteOrder order;
  if (!byte_order(vm, "to_bytes", out[1], order) || !room_for(vm, static_cast<std::uint64_t>(*length))) return {};
  const int is_signed = out[2].is_empty() ? 0 : truth(vm, out[2]);
  if (is_signed < 0) return {};
  auto bytes = text::to_bytes(big_value(args[0]), static_cast<std::size_t>(*length), order,
                              is_signed == 1 ? text::Signedness::Signed : text::Signedness::Unsigned);
  return bytes ? make_bytes(vm, bytes.value()) : vm.raise(bytes.failure());
}

Ref int_from_bytes(Arguments& args) {
  Vm& vm = args.vm;
  Value out[3];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "from_bytes", {"bytes", "byteorder", "*", "signed"}, 1, out)) return {};
  text::ByteOrder order;
  if (!byte_order(vm, "from_bytes", out[1], order)) return {};
  const int is_signed = out[2].is_empty() ? 0 : truth(vm, out[2]);
  if (is_signed < 0) return {};
  // PyObject_Bytes: to bytes() an int is a size, here only what it iterates over counts (an IntFlag's members).
  const bool is_number = is_float(out[0]) || (is_int_like(out[0]) && type_lookup(vm, type_of(vm, out[0]), vm.names.dunder_bytes).is_empty());
  if (is_str(out[0]) || (is_number && type_lookup(vm, type_of(vm, out[0]), vm.names.dunder_iter).is_empty()))
    return vm.raise(vm.types.TypeError, "cannot convert '{}' object to bytes", type_name(vm, out[0]));
  const Ref source = is_number ? list_of_items(vm, out[0]) : Ref(out[0]);
  if (!source) return {};
  const Value one_source[] = {source};
  const Ref bytes = source.get().is_kind(Kind::Bytes) ? source : call(vm, Value(vm.types.bytes), one_source);
  if (!bytes) return {};
  Ref number = make_int(vm, text::from_bytes(cast<Bytes>(bytes)->view(), order, is_signed == 1 ? text::Signedness::Signed : text::Signedness::Unsigned));
  const Value one[] = {number};
  return args[0] == Value(vm.types.int_) ? number : call(vm, args[0], one);
}

Ref int_pow(Arguments& args) {
  Vm& vm = args.vm;
  const Value modulus = args.get(2);
  if (!is_int_like(args[1]) || (!modulus.is_none() && !is_int_like(modulus))) return Ref(kNotImplemented);
  const Ref base = plain(vm, args[0]), exponent = plain(vm, args[1]), third = plain(vm, modulus);
  return power(vm, base, exponent, third);
}

Ref int_rpow(Arguments& args) {
  if (!is_int_like(args[1])) return Ref(kNotImplemented);
  const Ref base = plain(args.vm, args[1]), exponent = plain(args.vm, args[0]);
  return power(args.vm, base, exponent, kNone);
}

Ref int_divmod(Arguments& args) {
  if (!is_int_like(args[1])) return Ref(kNotImplemented);
  const Ref left = plain(args.vm, args[0]), right = plain(args.vm, args[1]);
  return divide_with_rest(args.vm, left, right);
}

Ref int_rdivmod(Arguments& args) {
  if (!is_int_like(args[1])) return Ref(kNotImplemented);
  const Ref left = plain(args.vm, args[1]), right = plain(args.vm, args[0]);
  return divide_with_rest(args.vm, left, right);
}

Ref int_abs(Arguments& args) { return absolute_number(args.vm, args[0]); }
Ref int_round(Arguments& args) { return round_number(args.vm, args[0], args.get(1)); }
Ref int_neg(Arguments& args) { const Ref self = plain(args.vm, args[0]); return negative(args.vm, self); }
Ref int_invert(Arguments& args) { const Ref self = plain(args.vm, args[0]); return invert(args.vm, self); }

Ref int_float(Arguments& args) {
  const auto number = big_value(args[0]).to_double();
  return number ? make_float(args.vm, *number) : args.vm.raise(args.vm.types.OverflowError, "int too large to convert to float");
}

Ref bool_new(Arguments& args) {
  if (class_to_make(args, args.vm.types.bool_) == nullptr || !unpack_count(args, "bool", 1, 0, 1)) return {};
  return args.count == 1 ? boolean(false) : boolean_or_error(truth(args.vm, args[1]));
}

/// int.__repr__(True) is "1": what an IntFlag shows of its value.
Ref int_repr(Arguments& args) { return args[0].is_bool() ? make_str(args.vm, args[0].is_true() ? "1" : "0") : plain_repr(args); }

constexpr NativeDef kIntMethods[] = {
    {"bit_length", int_bit_length},
    {"bit_count", int_bit_count},
    {"conjugate", int_itself},
    {"__getnewargs__", plain_new_args},
    {"as_integer_ratio", int_as_integer_ratio},
    {"to_bytes", int_to_bytes, 0, -1, Takes::Keywords},
    WAITER_COMPARISONS(fits_int),
    WAITER_BINARY("add", fits_int, Add), WAITER_BINARY("sub", fits_int, Sub), WAITER_BINARY("mul", fits_int, Mul),
    WAITER_BINARY("truediv", fits_int, TrueDiv), WAITER_BINARY("floordiv", fits_int, FloorDiv), WAITER_BINARY("mod", fits_int, Mod),
    WAITER_BINARY("and", fits_int, And), WAITER_BINARY("or", fits_int, Or), WAITER_BINARY("xor", fits_int, Xor),
    WAITER_BINARY("lshift", fits_int, LeftShift), WAITER_BINARY("rshift", fits_int, RightShift),
    {"__pow__", int_pow, 1, 2},
    {"__rpow__", int_rpow, 1, 2},
    {"__divmod__", int_divmod, 1, 1},
    {"__rdivmod__", int_rdivmod, 1, 1},
    {"__neg__", int_neg},
    {"__pos__", int_itself},
    {"__abs__", int_abs},
    {"__invert__", int_invert},
    {"__bool__", plain_truth},
    {"__int__", int_itself},
    {"__index__", int_itself},
    {"__trunc__", int_itself},
    {"__floor__", int_itself},
    {"__ceil__", int_itself},
    {"__float__", int_float},
    {"__round__", int_round, 0, 1},
    {"__hash__", plain_hash},
    {"__repr__", int_repr},
    {"__format__", plain_format, 1, 1},
};
constexpr NativeDef kIntNew[] = {{"__new__", int_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kIntClassMethods[] = {{"from_bytes", int_from_bytes, 0, -1, Takes::Keywords}};
constexpr NativeDef kGetters[] = {{"real", int_itself, 1, 1}, {"imag", int_zero, 1, 1}, {"numerator", int_itself, 1, 1}, {"denominator", int_one, 1, 1}};

constexpr NativeDef kBoolMethods[] = {
    WAITER_BINARY("and", fits_int, And), WAITER_BINARY("or", fits_int, Or), WAITER_BINARY("xor", fits_int, Xor),
    {"__repr__", plain_repr},
};
constexpr NativeDef kBoolNew[] = {{"__new__", bool_new, 0, -1, Takes::Keywords}};

}  // namespace

void install_int_methods(Vm& vm) {
  install(vm, vm.types.int_, kIntMethods);
  install_static(vm, vm.types.int_, kIntNew);
  install_class_methods(vm, vm.types.int_, kIntClassMethods);
  for (const NativeDef& getter : kGetters) install_getter(vm, vm.types.int_, getter);
  install(vm, vm.types.bool_, kBoolMethods);
  install_static(vm, vm.types.bool_, kBoolNew);
}

}  // namespace waiter::python
