// str: cases, questions about characters, padding, translation, encoding.

#include <algorithm>

#include "python/methods/helpers.h"
#include "python/methods/str_parts.h"
#include "python/methods/text_codec.h"
#include "python/text/unicode.h"

namespace waiter::python {
namespace {

template <std::string (*change)(std::string_view)>
Ref changed(Arguments& args) {
  args.vm.charge(cast<Str>(args[0])->size / 16);
  return make_str(args.vm, change(self_view(args)));
}

template <bool (*question)(std::string_view)>
Ref asked(Arguments& args) { return boolean(question(self_view(args))); }

bool all_ascii(std::string_view text) { return text::is_ascii(text); }

/// The fill character of center(), ljust(), rjust(); nullopt: exception.
std::optional<std::string_view> fill_of(Arguments& args) {
  if (args.count < 3) return " ";
  if (!is_str(args[2])) {
    args.vm.raise(args.vm.types.TypeError, "The fill character must be a unicode character, not {}", type_name(args.vm, args[2]));
    return std::nullopt;
  }
  if (cast<Str>(args[2])->length != 1) {
    args.vm.raise(args.vm.types.TypeError, "The fill character must be exactly one character long");
    return std::nullopt;
  }
  return str_view(args[2]);
}

constexpr std::uint64_t kTooMany = 1ull << 32;  // there is never room for so many: what is more is not reckoned with, it would wrap

Ref padded(Arguments& args, bool left, bool right) {
  Vm& vm = args.vm;
  const auto width = to_ssize(vm, args[1]);
  if (!width) return {};
  const auto fill = fill_of(args);
  if (!fill) return {};
  const Str* self = cast<Str>(args[0]);
  if (*width <= self->length) return same_str(vm, args[0]);
  const std::int64_t missing = *width - self->length;
  if (!room_for(vm, (std::min<std::uint64_t>(static_cast<std::uint64_t>(missing), kTooMany) * fill->size() + self->size) * 2)) return {};
  std::int64_t before = left && right ? missing / 2 + (missing & *width & 1) : left ? missing : 0;
  std::string result;
  for (std::int64_t i = 0; i < before; ++i) result += *fill;
  result += self->view();
  for (; before < missing; ++before) result += *fill;
  return make_str(vm, result);
}
Ref str_center(Arguments& args) { return padded(args, true, true); }
Ref str_ljust(Arguments& args) { return padded(args, false, true); }
Ref str_rjust(Arguments& args) { return padded(args, true, false); }

Ref str_zfill(Arguments& args) {
  Vm& vm = args.vm;
  const auto width = to_ssize(vm, args[1]);
  if (!width) return {};
  const Str* self = cast<Str>(args[0]);
  if (*width <= self->length) return same_str(vm, args[0]);
  const std::int64_t missing = *width - self->length;
  if (!room_for(vm, (std::min<std::uint64_t>(static_cast<std::uint64_t>(missing), kTooMany) + self->size) * 2)) return {};
  const std::string_view text = self->view();
  const std::size_t sign = !text.empty() && (text[0] == '+' || text[0] == '-') ? 1 : 0;
  return make_str(vm, std::string(text.substr(0, sign)) + std::string(static_cast<std::size_t>(missing), '0') + std::string(text.substr(sign)));
}

Ref str_expandtabs(Arguments& args) {
  Vm& vm = args.vm;
  Value out[1];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "expandtabs", {"tabsize"}, 0, out)) return {};
  const auto size = out[0].is_empty() ? std::optional<std::int64_t>(8) : to_c_int(vm, out[0]);
  if (!size) return {};
  std::string result;
  std::int64_t column = 0;
  const std::string_view text = self_view(args);
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded decoded = text::decode_at(text, at);
    if (decoded.code_point == '\t') {
      const std::int64_t blanks = *size > 0 ? *size - column % *size : 0;
      if (!room_for(vm, (result.size() + static_cast<std::uint64_t>(blanks)) * 2)) return {};
      result.append(static_cast<std::size_t>(blanks), ' ');
      column += blanks;
    } else {
      result += text.substr(at, decoded.size);
      column = decoded.code_point == '\n' || decoded.code_point == '\r' ? 0 : column + 1;
    }
    at += decoded.size;
  }
  return make_str(vm, result);
}

Ref str_maketrans(Arguments& args) {
  Vm& vm = args.vm;
  if (!unpack_count(args, "maketrans", 0, 1, 3)) return {};
  Dict* table = make_dict(vm);
  const Ref owner = Ref::steal(Value(table));
  if (args.count == 1) {
    if (!args[0].is_kind(Kind::Dict))
      return vm.raise(vm.types.TypeError, "if you give only one argument to maketrans it must be a dict");
    const Dict* from = cast<Dict>(args[0]);
    for (std::uint32_t i = 0; i < from->filled; ++i) {
      Value key = from->entries[i].key;
      if (key.is_empty()) continue;
      if (is_str(key)) {
        if (cast<Str>(key)->length != 1)
          return vm.raise(vm.types.ValueError, "string keys in translate table must be of length 1");
        key = Value::from_int(static_cast<std::int64_t>(text::decode_at(str_view(key), 0).code_point));
      } else if (!is_int_like(key)) {
        return vm.raise(vm.types.TypeError, "keys in translate table must be strings or integers");
      }
      if (!dict_set(vm, table, key, from->entries[i].value)) return {};
    }
    return owner;
  }
  if (!is_str(args[1])) return vm.raise(vm.types.TypeError, "maketrans() argument 2 must be str, not {}", argument_type_name(vm, args[1]));
  if (!is_str(args[0])) return vm.raise(vm.types.TypeError, "first maketrans argument must be a string if there is a second argument");
  if (cast<Str>(args[0])->length != cast<Str>(args[1])->length)
    return vm.raise(vm.types.ValueError, "the first two maketrans arguments must have equal length");
  const std::string_view from = str_view(args[0]), to = str_view(args[1]);
  for (std::size_t i = 0, j = 0; i < from.size();) {
    const text::Decoded a = text::decode_at(from, i), b = text::decode_at(to, j);
    (void)dict_set(vm, table, Value::from_int(static_cast<std::int64_t>(a.code_point)), Value::from_int(static_cast<std::int64_t>(b.code_point)));
    i += a.size;
    j += b.size;
  }
  if (args.count == 3) {
    if (!is_str(args[2])) return vm.raise(vm.types.TypeError, "maketrans() argument 3 must be str, not {}", argument_type_name(vm, args[2]));
    const std::string_view gone = str_view(args[2]);
    for (std::size_t i = 0; i < gone.size();) {
      const text::Decoded decoded = text::decode_at(gone, i);
      (void)dict_set(vm, table, Value::from_int(static_cast<std::int64_t>(decoded.code_point)), kNone);
      i += decoded.size;
    }
  }
  return owner;
}

Ref str_translate(Arguments& args) {
  Vm& vm = args.vm;
  const std::string_view text = self_view(args);
  std::string result;
  for (std::size_t at = 0; at < text.size();) {
    const text::Decoded decoded = text::decode_at(text, at);
    const std::string_view original = text.substr(at, decoded.size);
    at += decoded.size;
    const Value key = Value::from_int(static_cast<std::int64_t>(decoded.code_point));
    Ref with;
    if (args[1].is_kind(Kind::Dict) && !args[1].object()->type->is_user) {
      with = dict_get(vm, cast<Dict>(args[1]), key);
    } else {
      with = get_item(vm, args[1], key);
      if (!with) {
        if (!vm.error_is(vm.types.LookupError)) return {};
        vm.clear_error();
      }
    }
    if (!with) {
      result += original;
    } else if (is_str(with)) {
      result += str_view(with);
    } else if (is_int_like(with)) {
      const auto code = to_int64(vm, with);
      if (!code) return {};
      if (*code < 0 || *code > 0x10ffff) return vm.raise(vm.types.ValueError, "character mapping must be in range(0x110000)");
      text::append_code_point(result, static_cast<char32_t>(*code));
    } else if (!with.get().is_none()) {
      return vm.raise(vm.types.TypeError, "character mapping must return integer, None or str");
    }
  }
  vm.charge(cast<Str>(args[0])->length);
  return make_str(vm, result);
}

Ref str_encode(Arguments& args) {
  Value out[2];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "encode", {"encoding", "errors"}, 0, out)) return {};
  return encode_text(args.vm, args[0], out[0], out[1], "encode");
}

constexpr NativeDef kMethods[] = {
    {"upper", changed<text::to_upper>},
    {"lower", changed<text::to_lower>},
    {"title", changed<text::to_title>},
    {"capitalize", changed<text::capitalize>},
    {"swapcase", changed<text::swap_case>},
    {"casefold", changed<text::case_fold>},
    {"isalpha", asked<text::all_alpha>},
    {"isalnum", asked<text::all_alnum>},
    {"isdecimal", asked<text::all_decimal>},
    {"isdigit", asked<text::all_digit>},
    {"isnumeric", asked<text::all_numeric>},
    {"isspace", asked<text::all_space>},
    {"isprintable", asked<text::all_printable>},
    {"isupper", asked<text::is_upper_string>},
    {"islower", asked<text::is_lower_string>},
    {"istitle", asked<text::is_title_string>},
    {"isidentifier", asked<text::is_identifier_string>},
    {"isascii", asked<all_ascii>},
    {"center", str_center, 1, 2},
    {"ljust", str_ljust, 1, 2},
    {"rjust", str_rjust, 1, 2},
    {"zfill", str_zfill, 1, 1},
    {"expandtabs", str_expandtabs, 0, -1, Takes::Keywords},
    {"translate", str_translate, 1, 1},
    {"encode", str_encode, 0, -1, Takes::Keywords},
};
constexpr NativeDef kStatic[] = {{"maketrans", str_maketrans, 0, -1, Takes::Keywords}};

}  // namespace

void install_str_case(Vm& vm) {
  install(vm, vm.types.str, kMethods);
  install_static(vm, vm.types.str, kStatic);
}

}  // namespace waiter::python
