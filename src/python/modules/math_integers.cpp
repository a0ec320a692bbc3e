// math: functions of ints, and prod.

#include "python/methods/helpers.h"
#include "python/modules/standard_modules.h"
#include "python/text/big_int.h"

namespace waiter::python {
namespace {

using text::BigInt;

std::optional<BigInt> integer(Vm& vm, Value value) {
  const Ref index = to_index(vm, value);
  if (!index) return std::nullopt;
  return big_value(index);
}

/// first * (first + 1) * ... * last, halves first, so that the factors stay alike in size.
BigInt product(std::uint64_t first, std::uint64_t last) {
  if (first > last) return BigInt(1);
  if (last - first < 8) {
    BigInt result(static_cast<std::int64_t>(first));
    for (std::uint64_t i = first + 1; i <= last; ++i) result = result * BigInt(static_cast<std::int64_t>(i));
    return result;
  }
  const std::uint64_t middle = first + (last - first) / 2;
  return product(first, middle) * product(middle + 1, last);
}

/// The work and the memory that a product of `count` factors below 2**bits takes. False: MemoryError.
bool may_multiply(Vm& vm, std::uint64_t count, std::uint64_t bits) {
  const std::uint64_t words = count * bits / 32 + 1;
  vm.charge(static_cast<std::int64_t>(std::min<std::uint64_t>(words * words / 256 + count, 1ull << 40)));
  if (words > 1ull << 22) {
    vm.raise(vm.types.MemoryError, "");
    return false;
  }
  return room_for(vm, words * 4);
}

std::uint64_t bits_of(std::uint64_t value) {
  std::uint64_t bits = 1;
  while ((value >>= 1) != 0) ++bits;
  return bits;
}

Ref math_factorial(Arguments& args) {
  Vm& vm = args.vm;
  const auto n = integer(vm, args[0]);
  if (!n) return {};
  if (n->sign() < 0) return vm.raise(vm.types.ValueError, "factorial() not defined for negative values");
  if (!n->fits_int64() || n->to_int64() > INT32_MAX)
    return vm.raise(vm.types.OverflowError, "factorial() argument should not exceed 9223372036854775807");
  const auto last = static_cast<std::uint64_t>(n->to_int64());
  return may_multiply(vm, last, bits_of(last)) ? make_int(vm, product(1, last)) : Ref();
}

/// n and k of comb() and perm(). False: exception.
bool choose_arguments(Arguments& args, BigInt& n, BigInt& k) {
  Vm& vm = args.vm;
  const auto first = integer(vm, args[0]);
  const auto second = first ? integer(vm, args[1]) : std::nullopt;
  if (!second) return false;
  if (first->sign() < 0 || second->sign() < 0) {
    vm.raise(vm.types.ValueError, "{} must be a non-negative integer", first->sign() < 0 ? "n" : "k");
    return false;
  }
  n = *first;
  k = *second;
  return true;
}

/// n * (n - 1) * ... of `count` factors. Empty: MemoryError.
std::optional<BigInt> falling(Vm& vm, const BigInt& n, std::uint64_t count) {
  if (!may_multiply(vm, count, n.bit_length())) return std::nullopt;
  if (n.fits_int64()) return product(static_cast<std::uint64_t>(n.to_int64()) - count + 1, static_cast<std::uint64_t>(n.to_int64()));
  BigInt result(1);
  for (std::uint64_t i = 0; i < count; ++i) result = result * (n - BigInt(static_cast<std::int64_t>(i)));
  return result;
}

Ref math_perm(Arguments& args) {
  Vm& vm = args.vm;
  if (args.count == 1 || args[1].is_none()) return math_factorial(args);
  BigInt n, k;
  if (!choose_arguments(args, n, k)) return {};
  if (k > n) return make_int(vm, 0);
  if (k.is_zero()) return make_int(vm, 1);
  if (!k.fits_int64()) return vm.raise(vm.types.OverflowError, "k must not exceed 9223372036854775807");
  auto result = falling(vm, n, static_cast<std::uint64_t>(k.to_int64()));
  return result ? make_int(vm, std::move(*result)) : Ref();
}

Ref math_comb(Arguments& args) {
  Vm& vm = args.vm;
  BigInt n, k;
  if (!choose_arguments(args, n, k)) return {};
  if (k > n) return make_int(vm, 0);
  if (n - k < k) k = n - k;
  if (k.is_zero()) return make_int(vm, 1);
  if (!k.fits_int64()) return vm.raise(vm.types.OverflowError, "min(n - k, k) must not exceed 9223372036854775807");
  const auto count = static_cast<std::uint64_t>(k.to_int64());
  const auto top = falling(vm, n, count);
  if (!top) return {};
  return make_int(vm, text::floor_divmod(*top, product(1, count)).quotient);
}

Ref math_gcd(Arguments& args) {
  BigInt result;
  for (std::uint32_t i = 0; i < args.count; ++i) {
    const auto value = integer(args.vm, args[i]);
    if (!value) return {};
    result = text::greatest_common_divisor(result, *value);
  }
  return make_int(args.vm, result.absolute());
}

Ref math_lcm(Arguments& args) {
  BigInt result(1);
  for (std::uint32_t i = 0; i < args.count; ++i) {
    const auto value = integer(args.vm, args[i]);
    if (!value) return {};
    if (value->is_zero()) result = BigInt();
    if (result.is_zero()) continue;
    result = text::floor_divmod(result, text::greatest_common_divisor(result, *value)).quotient * *value;
  }
  return make_int(args.vm, result.absolute());
}

Ref math_isqrt(Arguments& args) {
  const auto n = integer(args.vm, args[0]);
  if (!n) return {};
  if (n->sign() < 0) return args.vm.raise(args.vm.types.ValueError, "isqrt() argument must be nonnegative");
  return make_int(args.vm, text::integer_square_root(*n));
}

Ref math_prod(Arguments& args) {
  Vm& vm = args.vm;
  Value out[2];
  if (!bind_arguments(args, "prod", {"", "*", "start"}, 1, out)) return {};
  Ref total = out[1].is_empty() ? Ref(Value::from_int(1)) : Ref(out[1]);
  const bool fine = for_each(vm, out[0], [&](Value item) {
    total = binary(vm, BinaryKind::Mul, total, item);
    return static_cast<bool>(total);
  });
  return fine ? total : Ref();
}

constexpr NativeDef kFunctions[] = {
    {"factorial", math_factorial, 1, 1}, {"perm", math_perm, 1, 2},   {"comb", math_comb, 2, 2},
    {"gcd", math_gcd, 0, -1},            {"lcm", math_lcm, 0, -1},    {"isqrt", math_isqrt, 1, 1},
    {"prod", math_prod, 0, -1, Takes::Keywords},
};

}  // namespace

void install_math_integers(Vm& vm, Module* module) { install(vm, module, kFunctions); }

}  // namespace waiter::python
