// math: functions of floats. Those of ints stand in math_integers.cpp.

#include <cfloat>
#include <cmath>
#include <limits>

#include "python/methods/helpers.h"
#include "python/methods/numbers.h"
#include "python/modules/standard_modules.h"
#include "python/text/big_int.h"
#include "python/text/elementary.h"
#include "python/text/gamma.h"

namespace waiter::python {
namespace {

Ref domain_error(Vm& vm) { return vm.raise(vm.types.ValueError, "math domain error"); }
Ref range_error(Vm& vm) { return vm.raise(vm.types.OverflowError, "math range error"); }

/// A result as CPython's math_1 checks it: nan out of a number is a domain error, inf out of a finite one a range error.
Ref checked(Vm& vm, double result, bool argument_nan, bool argument_finite, bool may_overflow) {
  if (std::isnan(result) && !argument_nan) return domain_error(vm);
  if (std::isinf(result) && argument_finite) return may_overflow ? range_error(vm) : domain_error(vm);
  return make_float(vm, result);
}

template <double (*function)(double), bool may_overflow>
Ref unary(Arguments& args) {
  const auto x = to_double(args.vm, args[0]);
  if (!x) return {};
  return checked(args.vm, function(*x), std::isnan(*x), std::isfinite(*x), may_overflow);
}

template <double (*function)(double, double), bool may_overflow>
Ref two(Arguments& args) {
  const auto x = to_double(args.vm, args[0]);
  const auto y = x ? to_double(args.vm, args[1]) : std::nullopt;
  if (!y) return {};
  return checked(args.vm, function(*x, *y), std::isnan(*x) || std::isnan(*y), std::isfinite(*x) && std::isfinite(*y), may_overflow);
}

double arc_tangent_of(double y, double x) { return text::arc_tangent(y, x); }
double arc_tangent(double x) { return text::arc_tangent(x); }
double degrees(double x) { return x * (180.0 / M_PI); }
double radians(double x) { return x * (M_PI / 180.0); }
double unit_in_last_place(double x) {
  x = std::fabs(x);
  if (!std::isfinite(x)) return x;
  const double next = std::nextafter(x, std::numeric_limits<double>::infinity());
  return std::isinf(next) ? x - std::nextafter(x, -std::numeric_limits<double>::infinity()) : next - x;
}
/// degrees() and radians() check nothing.
template <double (*function)(double)>
Ref turned(Arguments& args) {
  const auto x = to_double(args.vm, args[0]);
  return x ? make_float(args.vm, function(*x)) : Ref();
}

Ref math_lgamma(Arguments& args) {
  const auto x = to_double(args.vm, args[0]);
  if (!x) return {};
  if (*x <= 0 && *x == std::floor(*x) && std::isfinite(*x)) return domain_error(args.vm);
  return checked(args.vm, text::log_gamma(*x), std::isnan(*x), std::isfinite(*x), true);
}

/// log of a number in the base that `log` is for; ints may be larger than any float.
Ref logarithm(Vm& vm, Value value, double (*log)(double)) {
  if (is_int_like(value)) {
    const text::BigInt big = big_value(value);
    if (big.sign() <= 0) return domain_error(vm);
    if (const auto x = big.to_double()) return make_float(vm, log(*x));
    // As x * 2**e with x of [0.5, 1) rounded once, which is how CPython's last digit comes about.
    const std::uint64_t bits = big.bit_length(), shift = bits - 64;
    const double x = std::ldexp(*big.shifted_right(shift).to_double(), -64);
    return make_float(vm, log(x) + log(2.0) * static_cast<double>(bits));
  }
  const auto x = to_double(vm, value);
  if (!x) return {};
  if (std::isnan(*x)) return make_float(vm, *x);
  if (*x <= 0) return domain_error(vm);
  return make_float(vm, log(*x));
}

double natural(double x) { return std::log(x); }
double binary_logarithm(double x) { return std::log2(x); }

Ref math_log(Arguments& args) {
  Vm& vm = args.vm;
  if (args.count < 1 || args.count > 2) return vm.raise(vm.types.TypeError, "math.log requires 1 to 2 arguments");
  const Ref top = logarithm(vm, args[0], natural);
  if (!top || args.count == 1) return top;
  const Ref bottom = logarithm(vm, args[1], natural);
  if (!bottom) return {};
  if (float_value(bottom) == 0) return vm.raise(vm.types.ZeroDivisionError, "float division by zero");
  return make_float(vm, float_value(top) / float_value(bottom));
}
Ref math_log2(Arguments& args) { return logarithm(args.vm, args[0], binary_logarithm); }
Ref math_log10(Arguments& args) { return logarithm(args.vm, args[0], text::decimal_logarithm); }

Ref math_pow(Arguments& args) {
  Vm& vm = args.vm;
  const auto x = to_double(vm, args[0]);
  const auto y = x ? to_double(vm, args[1]) : std::nullopt;
  if (!y) return {};
  const double result = std::pow(*x, *y);
  if (!std::isfinite(*x) || !std::isfinite(*y)) return make_float(vm, result);
  if (std::isnan(result)) return domain_error(vm);
  if (std::isinf(result)) return *x == 0 ? domain_error(vm) : range_error(vm);
  return make_float(vm, result);
}

Ref math_fmod(Arguments& args) {
  Vm& vm = args.vm;
  const auto x = to_double(vm, args[0]);
  const auto y = x ? to_double(vm, args[1]) : std::nullopt;
  if (!y) return {};
  if (std::isinf(*y) && std::isfinite(*x)) return make_float(vm, *x);
  const double result = std::fmod(*x, *y);
  return std::isnan(result) && !std::isnan(*x) && !std::isnan(*y) ? domain_error(vm) : make_float(vm, result);
}

template <bool (*question)(double)>
Ref ask(Arguments& args) {
  const auto x = to_double(args.vm, args[0]);
  return x ? boolean(question(*x)) : Ref();
}
bool is_nan(double x) { return std::isnan(x); }
bool is_infinite(double x) { return std::isinf(x); }
bool is_finite(double x) { return std::isfinite(x); }

/// floor, ceil, trunc: of a float by C++, of anything else by its dunder.
Ref to_whole(Arguments& args, Str* dunder, double (*round)(double)) {
  Vm& vm = args.vm;
  const bool users = args[0].is_object() && args[0].object()->type->is_user;
  if (is_float(args[0]) && !users) return int_from_double(vm, round(float_value(args[0])));
  if (is_int_like(args[0]) && !users) return plain_int(args[0]);
  const Value method = type_lookup(vm, type_of(vm, args[0]), dunder);
  if (!method.is_empty()) return call_special(vm, method, args[0]);
  if (dunder == vm.names.dunder_trunc)
    return vm.raise(vm.types.TypeError, "type {} doesn't define __trunc__ method", type_name(vm, args[0]));
  const auto x = to_double(vm, args[0]);
  return x ? int_from_double(vm, round(*x)) : Ref();
}
double floor_of(double x) { return std::floor(x); }
double ceil_of(double x) { return std::ceil(x); }
double trunc_of(double x) { return std::trunc(x); }
Ref math_floor(Arguments& args) { return to_whole(args, args.vm.names.dunder_floor, floor_of); }
Ref math_ceil(Arguments& args) { return to_whole(args, args.vm.names.dunder_ceil, ceil_of); }
Ref math_trunc(Arguments& args) { return to_whole(args, args.vm.names.dunder_trunc, trunc_of); }

Ref math_isclose(Arguments& args) {
  Vm& vm = args.vm;
  Value out[4];
  if (!bind_arguments(args, "isclose", {"a", "b", "*", "rel_tol", "abs_tol"}, 2, out)) return {};
  const auto a = to_double(vm, out[0]);
  const auto b = a ? to_double(vm, out[1]) : std::nullopt;
  const auto relative = !b ? std::nullopt : out[2].is_empty() ? std::optional(1e-9) : to_double(vm, out[2]);
  const auto absolute = !relative ? std::nullopt : out[3].is_empty() ? std::optional(0.0) : to_double(vm, out[3]);
  if (!absolute) return {};
  if (*relative < 0 || *absolute < 0) return vm.raise(vm.types.ValueError, "tolerances must be non-negative");
  if (*a == *b) return boolean(true);
  if (std::isinf(*a) || std::isinf(*b)) return boolean(false);
  const double difference = std::fabs(*b - *a);
  return boolean(difference <= std::fabs(*relative * *b) || difference <= std::fabs(*relative * *a) || difference <= *absolute);
}

Ref pair_of(Vm& vm, const Ref& first, const Ref& second) {
  const Value items[] = {first, second};
  return tuple_of(vm, items);
}

Ref math_frexp(Arguments& args) {
  const auto x = to_double(args.vm, args[0]);
  if (!x) return {};
  int exponent = 0;
  const double mantissa = std::isfinite(*x) ? std::frexp(*x, &exponent) : *x;
  return pair_of(args.vm, make_float(args.vm, mantissa), make_int(args.vm, exponent));
}

Ref math_ldexp(Arguments& args) {
  Vm& vm = args.vm;
  const auto x = to_double(vm, args[0]);
  if (!x) return {};
  if (!is_int_like(args[1])) return vm.raise(vm.types.TypeError, "Expected an int as second argument to ldexp.");
  const text::BigInt big = big_value(args[1]);
  const std::int64_t exponent = big.fits_int64() ? big.to_int64() : big.sign() < 0 ? INT64_MIN : INT64_MAX;
  if (*x == 0 || !std::isfinite(*x)) return make_float(vm, *x);
  if (exponent > 5000) return range_error(vm);
  const double result = exponent < -5000 ? std::copysign(0.0, *x) : std::ldexp(*x, static_cast<int>(exponent));
  return std::isinf(result) ? range_error(vm) : make_float(vm, result);
}

Ref math_modf(Arguments& args) {
  const auto x = to_double(args.vm, args[0]);
  if (!x) return {};
  double whole = 0;
  const double fraction = std::modf(*x, &whole);
  return pair_of(args.vm, make_float(args.vm, fraction), make_float(args.vm, whole));
}

/// Shewchuk's exact sum, rounded once (math.fsum).
Ref math_fsum(Arguments& args) {
  Vm& vm = args.vm;
  std::vector<double> partials;
  double special = 0, infinite = 0;
  bool overflow = false;
  const bool fine = for_each(vm, args[0], [&](Value item) {
    auto number = to_double(vm, item);
    if (!number) return false;
    double x = *number;
    const double original = x;
    std::size_t kept = 0;
    for (double y : partials) {
      if (std::fabs(x) < std::fabs(y)) std::swap(x, y);
      const double high = x + y, low = y - (high - x);
      if (low != 0.0) partials[kept++] = low;
      x = high;
    }
    partials.resize(kept);
    if (x != 0.0) {
      if (!std::isfinite(x)) {
        if (std::isfinite(original)) {
          overflow = true;
          return false;
        }
        if (std::isinf(original)) infinite += original;
        special += original;
        partials.clear();
      } else {
        partials.push_back(x);
      }
    }
    return true;
  });
  if (!fine) return {};
  if (overflow) return vm.raise(vm.types.OverflowError, "intermediate overflow in fsum");
  if (special != 0.0) {
    if (std::isnan(infinite)) return vm.raise(vm.types.ValueError, "-inf + inf in fsum");
    return make_float(vm, special);
  }
  double high = 0.0, low = 0.0;
  std::size_t n = partials.size();
  if (n > 0) {
    high = partials[--n];
    while (n > 0) {
      const double x = high, y = partials[--n];
      high = x + y;
      low = y - (high - x);
      if (low != 0.0) break;
    }
    // Half-way cases: the next partial decides.
    if (n > 0 && ((low < 0.0 && partials[n - 1] < 0.0) || (low > 0.0 && partials[n - 1] > 0.0))) {
      const double y = low * 2.0, x = high + y;
      if (y == x - high) high = x;
    }
  }
  return make_float(vm, high);
}

/// CPython 3.11's vector_norm: the root of a sum of squares, scaled and corrected.
double norm(const std::vector<double>& numbers, double max, bool found_nan) {
  constexpr double kSplit = 134217729.0;  // 2**27 + 1
  if (std::isinf(max)) return max;
  if (found_nan) return std::nan("");
  if (max == 0.0 || numbers.size() <= 1) return max;
  int exponent = 0;
  (void)std::frexp(max, &exponent);
  double sum = 1.0, rest1 = 0.0, rest2 = 0.0, rest3 = 0.0;
  const auto add = [&](double x, double& rest) {
    const double before = sum;
    sum += x;
    rest += (before - sum) + x;
  };
  if (exponent < -1023) {
    for (const double number : numbers) add((number / max) * (number / max), rest1);
    return max * std::sqrt(sum - 1.0 + rest1);
  }
  const double scale = std::ldexp(1.0, -exponent);
  for (const double number : numbers) {
    const double x = number * scale, t = x * kSplit, high = t - (t - x), low = x - high;
    add(high * high, rest1);
    add(2.0 * high * low, rest2);
    rest3 += low * low;
  }
  const double root = std::sqrt(sum - 1.0 + (rest1 + rest2 + rest3));
  const double t = root * kSplit, high = t - (t - root), low = root - high;
  add(-high * high, rest1);
  add(-2.0 * high * low, rest2);
  add(-low * low, rest3);
  const double error = sum - 1.0 + (rest1 + rest2 + rest3);
  return (root + error / (2.0 * root)) / scale;
}

Ref math_hypot(Arguments& args) {
  std::vector<double> numbers;
  double max = 0;
  bool found_nan = false;
  for (std::uint32_t i = 0; i < args.count; ++i) {
    const auto x = to_double(args.vm, args[i]);
    if (!x) return {};
    numbers.push_back(std::fabs(*x));
    found_nan = found_nan || std::isnan(*x);
    max = std::max(max, numbers.back());
  }
  return make_float(args.vm, norm(numbers, max, found_nan));
}

Ref math_dist(Arguments& args) {
  Vm& vm = args.vm;
  const Ref p = tuple_from(vm, args[0]);
  const Ref q = p ? tuple_from(vm, args[1]) : Ref();
  if (!q) return {};
  if (cast<Tuple>(p)->count != cast<Tuple>(q)->count)
    return vm.raise(vm.types.ValueError, "both points must have the same number of dimensions");
  std::vector<double> numbers;
  double max = 0;
  bool found_nan = false;
  for (std::uint32_t i = 0; i < cast<Tuple>(p)->count; ++i) {
    const auto x = to_double(vm, cast<Tuple>(p)->items[i]);
    const auto y = x ? to_double(vm, cast<Tuple>(q)->items[i]) : std::nullopt;
    if (!y) return {};
    numbers.push_back(std::fabs(*x - *y));
    found_nan = found_nan || std::isnan(numbers.back());
    max = std::max(max, numbers.back());
  }
  return make_float(vm, norm(numbers, max, found_nan));
}

// clang-format off
constexpr NativeDef kFunctions[] = {
    {"sqrt", unary<std::sqrt, false>, 1, 1},   {"cbrt", unary<std::cbrt, false>, 1, 1},   {"exp", unary<std::exp, true>, 1, 1},
    {"exp2", unary<std::exp2, true>, 1, 1},    {"expm1", unary<std::expm1, true>, 1, 1},  {"log1p", unary<std::log1p, false>, 1, 1},
    {"sin", unary<text::sine, false>, 1, 1},   {"cos", unary<text::cosine, false>, 1, 1}, {"tan", unary<text::tangent, false>, 1, 1},
    {"asin", unary<text::arc_sine, false>, 1, 1}, {"acos", unary<text::arc_cosine, false>, 1, 1}, {"atan", unary<arc_tangent, false>, 1, 1},
    {"sinh", unary<std::sinh, true>, 1, 1},    {"cosh", unary<std::cosh, true>, 1, 1},    {"tanh", unary<text::hyperbolic_tangent, false>, 1, 1},
    {"asinh", unary<std::asinh, false>, 1, 1}, {"acosh", unary<std::acosh, false>, 1, 1}, {"atanh", unary<std::atanh, false>, 1, 1},
    {"fabs", unary<std::fabs, false>, 1, 1},   {"degrees", turned<degrees>, 1, 1},  {"radians", turned<radians>, 1, 1},
    {"erf", unary<std::erf, false>, 1, 1},     {"erfc", unary<std::erfc, false>, 1, 1},   {"gamma", unary<text::gamma, true>, 1, 1},
    {"lgamma", math_lgamma, 1, 1}, {"ulp", unary<unit_in_last_place, false>, 1, 1},
    {"atan2", two<arc_tangent_of, false>, 2, 2}, {"copysign", two<std::copysign, false>, 2, 2},
    {"nextafter", two<std::nextafter, true>, 2, 2}, {"remainder", two<std::remainder, false>, 2, 2},
    {"log", math_log, 0, -1},       {"log2", math_log2, 1, 1},   {"log10", math_log10, 1, 1},  {"pow", math_pow, 2, 2},
    {"fmod", math_fmod, 2, 2},     {"isnan", ask<is_nan>, 1, 1}, {"isinf", ask<is_infinite>, 1, 1}, {"isfinite", ask<is_finite>, 1, 1},
    {"floor", math_floor, 1, 1},   {"ceil", math_ceil, 1, 1},   {"trunc", math_trunc, 1, 1},
    {"isclose", math_isclose, 0, -1, Takes::Keywords},
    {"frexp", math_frexp, 1, 1},   {"ldexp", math_ldexp, 2, 2}, {"modf", math_modf, 1, 1},
    {"fsum", math_fsum, 1, 1},     {"hypot", math_hypot, 0, -1}, {"dist", math_dist, 2, 2},
};
// clang-format on

}  // namespace

Ref make_math_module(Vm& vm) {
  Ref owner = make_module(vm, "math");
  Module* module = cast<Module>(owner);
  install(vm, module, kFunctions);
  install_math_integers(vm, module);
  const auto set = [&](const char* name, double value) {
    const Ref number = make_float(vm, value);
    module_set(vm, module, name, number);
  };
  set("pi", M_PI);
  set("e", M_E);
  set("tau", 2 * M_PI);
  set("inf", std::numeric_limits<double>::infinity());
  set("nan", std::nan(""));
  return owner;
}

}  // namespace waiter::python
