// binascii: bytes as hexadecimal digits and as base64, and the CRC of zip files. What is not in demand (uuencode, quoted
// printable, BinHex) is not there. The module's exceptions stand in prelude/binascii.py.

#include <array>

#include "python/methods/helpers.h"
#include "python/modules/standard_modules.h"
#include "python/text/big_int.h"

namespace waiter::python {
namespace {

/// binascii.Error or Incomplete, as the prelude of the module defines it.
Ref fail(Vm& vm, std::string_view message) {
  const Value module = dict_get_name(vm.modules, intern(vm, "binascii"));
  const Value type = module.is_kind(Kind::Module) ? dict_get_name(cast<Module>(module)->dict, intern(vm, "Error")) : Value();
  if (!type.is_kind(Kind::Type)) return vm.raise(vm.types.ValueError, message);
  const Ref text = make_str(vm, message);
  return raise_with(vm, cast<Type>(type), text);
}

std::optional<std::string_view> bytes_argument(Vm& vm, Value value) {
  if (value.is_kind(Kind::Bytes)) return cast<Bytes>(value)->view();
  vm.raise(vm.types.TypeError, "a bytes-like object is required, not '{}'", type_name(vm, value));
  return std::nullopt;
}

/// The same for what is read: a str will do if it is ASCII.
std::optional<std::string_view> ascii_argument(Vm& vm, Value value) {
  if (value.is_kind(Kind::Bytes)) return cast<Bytes>(value)->view();
  if (is_str(value)) {
    if (cast<Str>(value)->is_ascii()) return str_view(value);
    vm.raise(vm.types.ValueError, "string argument should contain only ASCII characters");
  } else {
    vm.raise(vm.types.TypeError, "argument should be bytes, buffer or ASCII string, not '{}'", type_name(vm, value));
  }
  return std::nullopt;
}

Ref binary_hexlify(Arguments& args) {
  Vm& vm = args.vm;
  Value out[3];
  if (!bind_arguments(args, "hexlify", {"data", "sep", "bytes_per_sep"}, 1, out)) return {};
  const auto data = bytes_argument(vm, out[0]);
  if (!data) return {};
  // bytes.hex() is the same but for the type of what comes out.
  std::vector<Value> rest;
  if (!out[1].is_empty()) rest.push_back(out[1]);
  if (!out[2].is_empty() && !out[1].is_empty()) rest.push_back(out[2]);
  const Ref text = call_method(vm, out[0], intern(vm, "hex"), rest);
  return text ? make_bytes(vm, str_view(text)) : Ref();
}

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

Ref binary_unhexlify(Arguments& args) {
  Vm& vm = args.vm;
  const auto text = ascii_argument(vm, args[0]);
  if (!text) return {};
  if (text->size() % 2 != 0) return fail(vm, "Odd-length string");
  std::string out;
  for (std::size_t i = 0; i < text->size(); i += 2) {
    const int high = hex_value((*text)[i]), low = hex_value((*text)[i + 1]);
    if (high < 0 || low < 0) return fail(vm, "Non-hexadecimal digit found");
    out += static_cast<char>(high << 4 | low);
  }
  vm.charge(static_cast<std::int64_t>(out.size()));
  return make_bytes(vm, out);
}

constexpr char kAlphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

Ref binary_to_base64(Arguments& args) {
  Vm& vm = args.vm;
  Value out[2];
  if (!bind_arguments(args, "b2a_base64", {"data", "*", "newline"}, 1, out)) return {};
  const auto data = bytes_argument(vm, out[0]);
  const int newline = !data ? -1 : out[1].is_empty() ? 1 : truth(vm, out[1]);
  if (newline < 0 || !room_for(vm, data->size() / 3 * 4 + 8)) return {};
  std::string text;
  text.reserve(data->size() / 3 * 4 + 8);
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : *data) {
    bits = bits << 8 | static_cast<unsigned char>(c);
    for (count += 8; count >= 6; count -= 6) text += kAlphabet[bits >> (count - 6) & 63];
  }
  if (count > 0) text += kAlphabet[bits << (6 - count) & 63];
  while (text.size() % 4 != 0) text += '=';
  if (newline != 0) text += '\n';
  vm.charge(static_cast<std::int64_t>(text.size()) / 2);
  return make_bytes(vm, text);
}

std::array<signed char, 256> base64_values() {
  std::array<signed char, 256> values{};
  values.fill(-1);
  for (int i = 0; i < 64; ++i) values[static_cast<unsigned char>(kAlphabet[i])] = static_cast<signed char>(i);
  return values;
}

/// Follows CPython's Modules/binascii.c: other characters are passed over, and the first complete padding ends the data.
Ref binary_from_base64(Arguments& args) {
  static const std::array<signed char, 256> kValues = base64_values();
  Vm& vm = args.vm;
  Value given[2];
  if (!bind_arguments(args, "a2b_base64", {"data", "*", "strict_mode"}, 1, given)) return {};
  const auto text = ascii_argument(vm, given[0]);
  const int strict = !text ? -1 : given[1].is_empty() ? 0 : truth(vm, given[1]);
  if (strict < 0) return {};
  if (strict == 1 && !text->empty() && text->front() == '=') return fail(vm, "Leading padding not allowed");
  std::string out;
  std::size_t quads = 0;   // place in the group of four
  std::size_t pads = 0;
  unsigned char left = 0;
  bool padding_started = false;
  for (std::size_t i = 0; i < text->size(); ++i) {
    const auto c = static_cast<unsigned char>((*text)[i]);
    if (c == '=') {
      padding_started = true;
      if (quads >= 2 && quads + ++pads >= 4) {
        // What stands behind the padding counts only for the strict.
        if (strict == 1 && i + 1 < text->size()) return fail(vm, "Excess data after padding");
        return make_bytes(vm, out);
      }
      continue;
    }
    const signed char value = kValues[c];
    if (value < 0) {
      if (strict == 1) return fail(vm, "Only base64 data is allowed");
      continue;
    }
    if (strict == 1 && padding_started) return fail(vm, "Discontinuous padding not allowed");
    pads = 0;
    const auto six = static_cast<unsigned char>(value);
    switch (quads) {
      case 0:
        quads = 1;
        left = six;
        break;
      case 1:
        quads = 2;
        out += static_cast<char>(left << 2 | six >> 4);
        left = six & 0x0f;
        break;
      case 2:
        quads = 3;
        out += static_cast<char>(left << 4 | six >> 2);
        left = six & 0x03;
        break;
      default:
        quads = 0;
        out += static_cast<char>(left << 6 | six);
        left = 0;
        break;
    }
  }
  if (quads == 0) {
    vm.charge(static_cast<std::int64_t>(out.size()));
    return make_bytes(vm, out);
  }
  if (quads == 1)
    return fail(vm, fmt::format("Invalid base64-encoded string: number of data characters ({}) cannot be 1 more than a multiple of 4", out.size() / 3 * 4 + 1));
  return fail(vm, "Incorrect padding");
}

Ref binary_crc32(Arguments& args) {
  Vm& vm = args.vm;
  const auto data = bytes_argument(vm, args[0]);
  if (!data) return {};
  std::uint32_t crc = 0;
  if (args.count > 1) {
    const Ref start = to_index(vm, args[1]);
    if (!start) return {};
    const auto words = (big_value(start) & text::BigInt(0xffffffff)).words();
    crc = words.empty() ? 0 : words[0];
  }
  crc = ~crc;
  for (const char c : *data) {
    crc ^= static_cast<unsigned char>(c);
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ ((crc & 1) != 0 ? 0xedb88320u : 0u);
  }
  vm.charge(static_cast<std::int64_t>(data->size()));
  return make_int(vm, static_cast<std::int64_t>(~crc));
}

constexpr NativeDef kFunctions[] = {
    {"hexlify", binary_hexlify, 0, -1, Takes::Keywords},
    {"b2a_hex", binary_hexlify, 0, -1, Takes::Keywords},
    {"unhexlify", binary_unhexlify, 1, 1},
    {"a2b_hex", binary_unhexlify, 1, 1},
    {"b2a_base64", binary_to_base64, 0, -1, Takes::Keywords},
    {"a2b_base64", binary_from_base64, 0, -1, Takes::Keywords},
    {"crc32", binary_crc32, 1, 2},
};

}  // namespace

Ref make_binascii_module(Vm& vm) {
  Ref module = make_module(vm, "binascii");
  install(vm, cast<Module>(module), kFunctions);
  return module;
}

}  // namespace waiter::python
