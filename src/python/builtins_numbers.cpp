// abs, round, pow, divmod, chr, ord, hex, oct, bin, hash, id, format, ascii, repr.

#include "python/builtins.h"
#include "python/methods/helpers.h"
#include "python/methods/numbers.h"
#include "python/recursion.h"
#include "python/text/unicode.h"
#include "python/text/big_int.h"

namespace waiter::python {
namespace {

bool is_user(Value value) { return value.is_object() && value.object()->type->is_user; }

Ref abs_function(Arguments& args) {
  const NativeLevel level(args.vm, " while calling a Python object");
  if (!level) return {};
  Vm& vm = args.vm;
  const Value value = args[0];
  if (!is_user(value)) {
    Ref result = absolute_number(vm, value);
    if (result) return result;
  }
  const Value method = type_lookup(vm, type_of(vm, value), vm.names.dunder_abs);
  if (!method.is_empty()) return call_special(vm, method, value);
  return vm.raise(vm.types.TypeError, "bad operand type for abs(): '{}'", type_name(vm, value));
}

Ref round_function(Arguments& args) {
  Vm& vm = args.vm;
  Value out[2];
  if (!bind_arguments(args, "round", {"number", "ndigits"}, 1, out)) return {};
  if (!is_user(out[0]) && (is_float(out[0]) || is_int_like(out[0]))) return round_number(vm, out[0], out[1]);
  const Value method = type_lookup(vm, type_of(vm, out[0]), vm.names.dunder_round);
  if (method.is_empty()) return vm.raise(vm.types.TypeError, "type {} doesn't define __round__ method", type_name(vm, out[0]));
  const bool digits = !out[1].is_empty() && !out[1].is_none();
  return call_special(vm, method, out[0], {out + 1, digits ? 1u : 0u});
}

Ref pow_function(Arguments& args) {
  Value out[3];
  if (!bind_arguments(args, "pow", {"base", "exp", "mod"}, 2, out)) return {};
  return power(args.vm, out[0], out[1], out[2].is_empty() ? kNone : out[2]);
}

Ref divmod_function(Arguments& args) {
  Vm& vm = args.vm;
  const auto number = [](Value value) { return !is_user(value) && (is_int_like(value) || is_float(value)); };
  if (number(args[0]) && number(args[1])) return divide_with_rest(vm, args[0], args[1]);
  const auto ask = [&](Value object, Str* name, Value other) -> Ref {
    const Value method = type_lookup(vm, type_of(vm, object), name);
    if (method.is_empty()) return Ref(kNotImplemented);
    const Value one[] = {other};
    return call_special(vm, method, object, one);
  };
  Ref result = ask(args[0], vm.names.dunder_divmod, args[1]);
  if (result && result.get() == kNotImplemented) result = ask(args[1], vm.names.dunder_rdivmod, args[0]);
  if (!result || result.get() != kNotImplemented) return result;
  return vm.raise(vm.types.TypeError, "unsupported operand type(s) for divmod(): '{}' and '{}'", type_name(vm, args[0]), type_name(vm, args[1]));
}

Ref chr_function(Arguments& args) {
  Vm& vm = args.vm;
  const auto code = to_int64(vm, args[0], vm.types.OverflowError);
  if (!code && !vm.error_is(vm.types.OverflowError)) return {};
  if (!code) vm.clear_error();
  if (!code || *code < INT32_MIN || *code > INT32_MAX) return vm.raise(vm.types.OverflowError, "Python int too large to convert to C int");
  if (*code < 0 || *code > 0x10ffff) return vm.raise(vm.types.ValueError, "chr() arg not in range(0x110000)");
  return make_str(vm, text::encode(static_cast<char32_t>(*code)), 1);
}

Ref ord_function(Arguments& args) {
  Vm& vm = args.vm;
  std::uint32_t length = 0;
  if (is_str(args[0])) {
    if (cast<Str>(args[0])->length == 1) return make_int(vm, static_cast<std::int64_t>(text::decode_at(str_view(args[0]), 0).code_point));
    length = cast<Str>(args[0])->length;
  } else if (args[0].is_kind(Kind::Bytes)) {
    if (cast<Bytes>(args[0])->size == 1) return make_int(vm, static_cast<unsigned char>(cast<Bytes>(args[0])->data[0]));
    length = cast<Bytes>(args[0])->size;
  } else {
    return vm.raise(vm.types.TypeError, "ord() expected string of length 1, but {} found", type_name(vm, args[0]));
  }
  return vm.raise(vm.types.TypeError, "ord() expected a character, but string of length {} found", length);
}

Ref in_base(Arguments& args, int base, const char* prefix) {
  const Ref index = to_index(args.vm, args[0]);
  if (!index) return {};
  const text::BigInt value = big_value(index);
  return make_str(args.vm, std::string(value.sign() < 0 ? "-" : "") + prefix + text::to_digits(value.absolute(), base));
}
Ref hex_function(Arguments& args) { return in_base(args, 16, "0x"); }
Ref oct_function(Arguments& args) { return in_base(args, 8, "0o"); }
Ref bin_function(Arguments& args) { return in_base(args, 2, "0b"); }

Ref hash_function(Arguments& args) {
  const NativeLevel level(args.vm, " while calling a Python object");
  if (!level) return {};
  std::int64_t result = 0;
  return hash(args.vm, args[0], result) ? make_int(args.vm, result) : Ref();
}

Ref id_function(Arguments& args) {
  return make_int(args.vm, static_cast<std::int64_t>(identity_of(args[0])));
}

Ref repr_function(Arguments& args) {
  const NativeLevel level(args.vm, " while calling a Python object");
  if (!level) return {};
  return repr(args.vm, args[0]);
}
Ref ascii_function(Arguments& args) {
  const NativeLevel level(args.vm, " while calling a Python object");
  if (!level) return {};
  return to_ascii(args.vm, args[0]);
}

Ref format_function(Arguments& args) {
  Vm& vm = args.vm;
  if (args.count == 1) return format_value(vm, args[0], Value(intern(vm, "")));
  if (!is_str(args[1])) return vm.raise(vm.types.TypeError, "format() argument 2 must be str, not {}", args[1].is_none() ? "None" : type_name(vm, args[1]));
  return format_value(vm, args[0], args[1]);
}

constexpr NativeDef kFunctions[] = {
    {"abs", abs_function, 1, 1},       {"round", round_function, 0, -1, Takes::Keywords},
    {"pow", pow_function, 0, -1, Takes::Keywords}, {"divmod", divmod_function, 2, 2},
    {"chr", chr_function, 1, 1},       {"ord", ord_function, 1, 1},
    {"hex", hex_function, 1, 1},       {"oct", oct_function, 1, 1},
    {"bin", bin_function, 1, 1},       {"hash", hash_function, 1, 1},
    {"id", id_function, 1, 1},         {"repr", repr_function, 1, 1},
    {"ascii", ascii_function, 1, 1},   {"format", format_function, 1, 2},
};

}  // namespace

void install_builtins_numbers(Vm& vm) { install_functions(vm, vm.builtins, kFunctions); }

}  // namespace waiter::python
