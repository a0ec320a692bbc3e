// float.

#include <cmath>

#include "python/methods/helpers.h"
#include "python/methods/install.h"
#include "python/methods/numbers.h"
#include "python/text/float_repr.h"
#include "python/text/string_repr.h"
#include "python/text/unicode.h"
#include "python/text/big_int.h"

namespace waiter::python {
namespace {

bool fits_float(Vm&, Value value) { return is_float(value) || is_int_like(value); }

Ref float_from(Vm& vm, Value value) {
  if (value.is_inline_float()) return value;
  const bool is_user = value.is_object() && value.object()->type->is_user;
  const bool converts = is_user && (is_str(value) || value.is_kind(Kind::Bytes)) && !type_lookup(vm, value.object()->type, vm.names.dunder_float).is_empty();
  if (converts) {
    const auto number = ask_float(vm, value, type_lookup(vm, value.object()->type, vm.names.dunder_float));
    return number ? make_float(vm, *number) : Ref();
  }
  if (is_str(value)) {
    const auto parsed = text::parse_float(str_view(value));
    return parsed ? make_float(vm, parsed.value()) : vm.raise(parsed.failure());
  }
  if (value.is_kind(Kind::Bytes)) {
    const auto parsed = text::parse_float(cast<Bytes>(value)->view());
    if (parsed) return make_float(vm, parsed.value());
    const auto shown = repr_of(vm, value);
    return shown ? vm.raise(vm.types.ValueError, "could not convert string to float: {}", *shown) : Ref();
  }
  if (is_user && is_float(value)) {
    const Value method = type_lookup(vm, value.object()->type, vm.names.dunder_float);
    if (is_layout_native(method)) return make_float(vm, float_value(value));
    const auto number = ask_float(vm, value, method);
    return number ? make_float(vm, *number) : Ref();
  }
  const bool is_number = is_float(value) || is_int_like(value) || !type_lookup(vm, type_of(vm, value), vm.names.dunder_float).is_empty() ||
                         !type_lookup(vm, type_of(vm, value), vm.names.dunder_index).is_empty();
  if (!is_number) return vm.raise(vm.types.TypeError, "float() argument must be a string or a real number, not '{}'", type_name(vm, value));
  const auto number = to_double(vm, value);
  return number ? make_float(vm, *number) : Ref();
}

Ref float_new(Arguments& args) {
  Vm& vm = args.vm;
  Type* type = class_to_make(args, vm.types.float_);
  if (type == nullptr) return {};
  pass_over_keywords(args, type, vm.types.float_, vm.names.dunder_init);
  if (!unpack_count(args, "float", 1, 0, 1)) return {};
  return with_type(vm, type, args.count == 1 ? make_float(vm, 0.0) : float_from(vm, args[1]));
}

Ref float_itself(Arguments& args) { return make_float(args.vm, float_value(args[0])); }
Ref float_zero(Arguments& args) { return make_float(args.vm, 0.0); }
Ref float_is_integer(Arguments& args) {
  const double value = float_value(args[0]);
  return boolean(std::isfinite(value) && std::floor(value) == value);
}
Ref float_hex(Arguments& args) { return make_str(args.vm, text::float_hex(float_value(args[0]))); }

/// float.fromhex: [sign] 0x h.hhhp+n, inf, nan.
Ref float_fromhex(Arguments& args) {
  Vm& vm = args.vm;
  if (!unpack_count(args, "fromhex", 1, 1, 1)) return {};
  if (!is_str(args[1])) return vm.raise(vm.types.TypeError, "bad argument type for built-in operation");
  std::string digits(text::strip_space(str_view(args[1])));
  const bool is_negative = !digits.empty() && digits[0] == '-';
  const std::size_t sign = !digits.empty() && (digits[0] == '-' || digits[0] == '+') ? 1 : 0;
  const auto refuse = [&] { return vm.raise(vm.types.ValueError, "invalid hexadecimal floating-point string"); };
  std::string body = digits.substr(sign);
  for (char& c : body) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c);
  double value = 0;
  if (body == "inf" || body == "infinity") value = HUGE_VAL;
  else if (body == "nan") value = std::nan("");
  else {
    if (body.rfind("0x", 0) == 0) body = body.substr(2);
    std::size_t at = 0;
    std::int64_t exponent = 0;
    bool any = false, behind_point = false;
    text::BigInt mantissa;
    for (; at < body.size() && body[at] != 'p'; ++at) {
      if (body[at] == '.' && !behind_point) {
        behind_point = true;
        continue;
      }
      const int digit = body[at] >= '0' && body[at] <= '9' ? body[at] - '0' : body[at] >= 'a' && body[at] <= 'f' ? body[at] - 'a' + 10 : -1;
      if (digit < 0) return refuse();
      mantissa = mantissa.shifted_left(4) + text::BigInt(digit);
      if (behind_point) exponent -= 4;
      any = true;
    }
    if (!any) return refuse();
    if (at < body.size()) {
      const std::string_view power = std::string_view(body).substr(at + 1);
      if (power.find_first_not_of("+-0123456789") != std::string_view::npos) return refuse();  // no blanks, no underscores
      const auto parsed = text::parse_int(power);
      if (!parsed || !parsed.value().fits_int64()) return refuse();
      exponent += parsed.value().to_int64();
    }
    const auto whole = mantissa.to_double();
    value = whole ? std::ldexp(*whole, static_cast<int>(std::min<std::int64_t>(std::max<std::int64_t>(exponent, -100000), 100000))) : HUGE_VAL;
    if (std::isinf(value)) return vm.raise(vm.types.OverflowError, "hexadecimal value too large to represent as a float");
  }
  Ref number = make_float(vm, is_negative ? -value : value);
  const Value one[] = {number};
  return args[0] == Value(vm.types.float_) ? number : call(vm, args[0], one);
}

Ref float_as_integer_ratio(Arguments& args) {
  Vm& vm = args.vm;
  const double value = float_value(args[0]);
  if (std::isinf(value)) return vm.raise(vm.types.OverflowError, "cannot convert Infinity to integer ratio");
  if (std::isnan(value)) return vm.raise(vm.types.ValueError, "cannot convert NaN to integer ratio");
  const text::BinaryFraction fraction = text::to_binary_fraction(value);
  const text::BigInt numerator(fraction.numerator);
  const bool whole = fraction.exponent >= 0;
  const Ref top = make_int(vm, whole ? numerator.shifted_left(static_cast<std::uint64_t>(fraction.exponent)) : numerator);
  const Ref bottom = make_int(vm, whole ? text::BigInt(1) : text::BigInt(1).shifted_left(static_cast<std::uint64_t>(-fraction.exponent)));
  const Value pair[] = {top, bottom};
  return tuple_of(vm, pair);
}

Ref float_pow(Arguments& args) {
  if (!fits_float(args.vm, args[1])) return Ref(kNotImplemented);
  if (!args.get(2).is_none())
    return args.vm.raise(args.vm.types.TypeError, "pow() 3rd argument not allowed unless all arguments are integers");
  const Ref base = plain(args.vm, args[0]), exponent = plain(args.vm, args[1]);
  return power(args.vm, base, exponent, kNone);
}

Ref float_rpow(Arguments& args) {
  if (!fits_float(args.vm, args[1])) return Ref(kNotImplemented);
  const Ref base = plain(args.vm, args[1]), exponent = plain(args.vm, args[0]);
  return power(args.vm, base, exponent, kNone);
}

Ref float_divmod(Arguments& args) {
  if (!fits_float(args.vm, args[1])) return Ref(kNotImplemented);
  const Ref left = plain(args.vm, args[0]), right = plain(args.vm, args[1]);
  return divide_with_rest(args.vm, left, right);
}

Ref float_rdivmod(Arguments& args) {
  if (!fits_float(args.vm, args[1])) return Ref(kNotImplemented);
  const Ref left = plain(args.vm, args[1]), right = plain(args.vm, args[0]);
  return divide_with_rest(args.vm, left, right);
}

Ref float_neg(Arguments& args) { return make_float(args.vm, -float_value(args[0])); }
Ref float_abs(Arguments& args) { return absolute_number(args.vm, args[0]); }
Ref float_int(Arguments& args) { return int_from_double(args.vm, float_value(args[0])); }
Ref float_floor(Arguments& args) { return int_from_double(args.vm, std::floor(float_value(args[0]))); }
Ref float_ceil(Arguments& args) { return int_from_double(args.vm, std::ceil(float_value(args[0]))); }
Ref float_round(Arguments& args) { return round_number(args.vm, args[0], args.get(1)); }

constexpr NativeDef kMethods[] = {
    {"is_integer", float_is_integer},
    {"hex", float_hex},
    {"__getnewargs__", plain_new_args},
    {"as_integer_ratio", float_as_integer_ratio},
    {"conjugate", float_itself},
    WAITER_COMPARISONS(fits_float),
    WAITER_BINARY("add", fits_float, Add), WAITER_BINARY("sub", fits_float, Sub), WAITER_BINARY("mul", fits_float, Mul),
    WAITER_BINARY("truediv", fits_float, TrueDiv), WAITER_BINARY("floordiv", fits_float, FloorDiv), WAITER_BINARY("mod", fits_float, Mod),
    {"__pow__", float_pow, 1, 2},
    {"__rpow__", float_rpow, 1, 2},
    {"__divmod__", float_divmod, 1, 1},
    {"__rdivmod__", float_rdivmod, 1, 1},
    {"__neg__", float_neg},
    {"__pos__", float_itself},
    {"__abs__", float_abs},
    {"__bool__", plain_truth},
    {"__float__", float_itself},
    {"__int__", float_int},
    {"__trunc__", float_int},
    {"__floor__", float_floor},
    {"__ceil__", float_ceil},
    {"__round__", float_round, 0, 1},
    {"__hash__", plain_hash},
    {"__repr__", plain_repr},
    {"__format__", plain_format, 1, 1},
};
constexpr NativeDef kNew[] = {{"__new__", float_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kClassMethods[] = {{"fromhex", float_fromhex, 0, -1, Takes::Keywords}};
constexpr NativeDef kGetters[] = {{"real", float_itself, 1, 1}, {"imag", float_zero, 1, 1}};

}  // namespace

void install_float_methods(Vm& vm) {
  install(vm, vm.types.float_, kMethods);
  install_static(vm, vm.types.float_, kNew);
  install_class_methods(vm, vm.types.float_, kClassMethods);
  for (const NativeDef& getter : kGetters) install_getter(vm, vm.types.float_, getter);
}

}  // namespace waiter::python
