#include "python/methods/text_codec.h"

#include <algorithm>

#include "python/methods/helpers.h"
#include "python/text/unicode.h"

namespace waiter::python {
namespace {

enum class Encoding : std::uint8_t { Utf8, Ascii, Latin1, Utf16, Utf16Little, Utf16Big, Utf32, Utf32Little, Utf32Big, Unknown };
enum class OnError : std::uint8_t { Strict, Ignore, Replace, Backslash, XmlReference, SurrogateEscape, SurrogatePass, Unknown };

struct Named {
  const char* name;
  Encoding encoding;
};

Encoding encoding_of(std::string_view name) {
  std::string plain;
  for (const char c : name) plain += static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c == '_' || c == ' ' ? '-' : c);
  static constexpr Named kNames[] = {
      {"utf-8", Encoding::Utf8},       {"utf8", Encoding::Utf8},         {"u8", Encoding::Utf8},          {"ascii", Encoding::Ascii},
      {"us-ascii", Encoding::Ascii},   {"latin-1", Encoding::Latin1},    {"latin1", Encoding::Latin1},    {"iso-8859-1", Encoding::Latin1},
      {"iso8859-1", Encoding::Latin1}, {"l1", Encoding::Latin1},         {"utf-16", Encoding::Utf16},     {"utf16", Encoding::Utf16},
      {"utf-16-le", Encoding::Utf16Little}, {"utf-16le", Encoding::Utf16Little}, {"utf-16-be", Encoding::Utf16Big}, {"utf-16be", Encoding::Utf16Big},
      {"utf-32", Encoding::Utf32},     {"utf32", Encoding::Utf32},       {"utf-32-le", Encoding::Utf32Little}, {"utf-32-be", Encoding::Utf32Big},
  };
  for (const Named& each : kNames)
    if (plain == each.name) return each.encoding;
  return Encoding::Unknown;
}

OnError handler_of(std::string_view name) {
  static constexpr const char* kNames[] = {"strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass"};
  for (std::size_t i = 0; i < std::size(kNames); ++i)
    if (name == kNames[i]) return static_cast<OnError>(i);
  return OnError::Unknown;
}

/// Reads both arguments. False: exception.
bool read_arguments(Vm& vm, Value encoding, Value errors, const char* function, Encoding& how, OnError& handler) {
  how = Encoding::Utf8;
  handler = OnError::Strict;
  const auto text = [&](Value value, const char* name) {
    if (is_str(value)) return true;
    vm.raise(vm.types.TypeError, "{}() argument '{}' must be str, not {}", function, name, argument_type_name(vm, value));
    return false;
  };
  if ((!encoding.is_empty() && !text(encoding, "encoding")) || (!errors.is_empty() && !text(errors, "errors"))) return false;
  if (!encoding.is_empty()) {
    how = encoding_of(str_view(encoding));
    if (how == Encoding::Unknown) {
      vm.raise(vm.types.LookupError, "unknown encoding: {}", str_view(encoding));
      return false;
    }
  }
  if (!errors.is_empty()) {
    if (!text(errors, "errors")) return false;
    handler = handler_of(str_view(errors));
  }
  return true;
}

const char* codec_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::Ascii: return "ascii";
    case Encoding::Latin1: return "latin-1";
    case Encoding::Utf16: return "utf-16";
    case Encoding::Utf16Little: return "utf-16-le";
    case Encoding::Utf16Big: return "utf-16-be";
    case Encoding::Utf32: return "utf-32";
    case Encoding::Utf32Little: return "utf-32-le";
    case Encoding::Utf32Big: return "utf-32-be";
    default: return "utf-8";
  }
}

std::string escape(char32_t c) {
  const auto code = static_cast<std::uint32_t>(c);
  return c <= 0xff ? fmt::format("\\x{:02x}", code) : c <= 0xffff ? fmt::format("\\u{:04x}", code) : fmt::format("\\U{:08x}", code);
}

/// UnicodeEncodeError or UnicodeDecodeError, with its five arguments and their names.
Ref raise_codec_error(Vm& vm, Type* type, const char* codec, Value object, std::int64_t start, std::int64_t end, const char* reason) {
  const Ref name = make_str(vm, codec), why = make_str(vm, reason);
  const Value args[] = {name, object, Value::from_int(start), Value::from_int(end), why};
  vm.set_error(make_exception(vm, type, args));
  return {};
}

void append_unit(std::string& out, std::uint32_t unit, int bytes, bool big) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>(unit >> (8 * (big ? bytes - 1 - i : i)));
}

void append_wide(std::string& out, char32_t c, Encoding how) {
  const bool big = how == Encoding::Utf16Big || how == Encoding::Utf32Big;
  if (how == Encoding::Utf32 || how == Encoding::Utf32Little || how == Encoding::Utf32Big) return append_unit(out, c, 4, big);
  if (c < 0x10000) return append_unit(out, c, 2, big);
  append_unit(out, 0xd800 + ((c - 0x10000) >> 10), 2, big);
  append_unit(out, 0xdc00 + ((c - 0x10000) & 0x3ff), 2, big);
}

/// The code point at `at` of UTF-16 or UTF-32 bytes, and how many bytes it takes; 0: cut short or wrong.
std::size_t read_wide(std::string_view bytes, std::size_t at, Encoding how, bool big, char32_t& c) {
  const auto unit = [&](std::size_t from, int size) {
    std::uint32_t value = 0;
    for (int i = 0; i < size; ++i) value |= static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[from + static_cast<std::size_t>(i)])) << (8 * (big ? size - 1 - i : i));
    return value;
  };
  const bool wide = how == Encoding::Utf32 || how == Encoding::Utf32Little || how == Encoding::Utf32Big;
  if (wide) {
    if (at + 4 > bytes.size()) return 0;
    c = unit(at, 4);
    return c <= 0x10ffff ? 4 : 0;
  }
  if (at + 2 > bytes.size()) return 0;
  c = unit(at, 2);
  if (c < 0xd800 || c > 0xdfff) return 2;
  if (c > 0xdbff || at + 4 > bytes.size()) return 0;
  const std::uint32_t low = unit(at + 2, 2);
  if (low < 0xdc00 || low > 0xdfff) return 0;
  c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
  return 4;
}

}  // namespace

Ref encode_text(Vm& vm, Value value, Value encoding, Value errors, const char* function) {
  Encoding how;
  OnError handler;
  if (!read_arguments(vm, encoding, errors, function, how, handler)) return {};
  const Str* text = cast<Str>(value);
  const bool narrow = how == Encoding::Utf8 || how == Encoding::Ascii || how == Encoding::Latin1;
  if (text->is_ascii() && narrow) return make_bytes(vm, text->view());
  const char32_t limit = how == Encoding::Ascii ? 0x80 : how == Encoding::Latin1 ? 0x100 : 0x110000;
  const char* reason = how == Encoding::Ascii ? "ordinal not in range(128)" : how == Encoding::Latin1 ? "ordinal not in range(256)" : "surrogates not allowed";
  const auto wrong = [&](char32_t c) { return c >= limit || (limit == 0x110000 && c >= 0xd800 && c <= 0xdfff); };
  std::string out;
  if (how == Encoding::Utf16) append_unit(out, 0xfeff, 2, false);
  if (how == Encoding::Utf32) append_unit(out, 0xfeff, 4, false);
  const auto append = [&](char32_t c) {
    if (how == Encoding::Utf8) text::append_code_point(out, c);
    else if (narrow) out += static_cast<char>(c);
    else append_wide(out, c, how);
  };
  std::int64_t position = 0;
  const std::string_view view = text->view();
  for (std::size_t at = 0; at < view.size(); ++position) {
    const text::Decoded decoded = text::decode_at(view, at);
    at += decoded.size;
    const char32_t c = decoded.code_point;
    if (!wrong(c)) {
      append(c);
      continue;
    }
    switch (handler) {
      case OnError::Ignore: break;
      case OnError::Replace: append('?'); break;
      case OnError::Backslash:
        for (const char each : escape(c)) append(static_cast<char32_t>(each));
        break;
      case OnError::XmlReference:
        for (const char each : fmt::format("&#{};", static_cast<std::uint32_t>(c))) append(static_cast<char32_t>(each));
        break;
      case OnError::SurrogateEscape:
        if (c >= 0xdc80 && c <= 0xdcff) {
          out += static_cast<char>(c - 0xdc00);
          break;
        }
        [[fallthrough]];
      case OnError::SurrogatePass:
        if (handler == OnError::SurrogatePass && c >= 0xd800 && c <= 0xdfff) {
          append(c);
          break;
        }
        [[fallthrough]];
      case OnError::Strict: {
        std::int64_t end = position + 1;
        while (at < view.size()) {
          const text::Decoded next = text::decode_at(view, at);
          if (!wrong(next.code_point)) break;
          at += next.size;
          ++end;
        }
        return raise_codec_error(vm, vm.types.UnicodeEncodeError, codec_name(how), value, position, end, reason);
      }
      case OnError::Unknown: return vm.raise(vm.types.LookupError, "unknown error handler name '{}'", str_view(errors));
    }
  }
  return make_bytes(vm, out);
}

Ref decode_bytes(Vm& vm, std::string_view bytes, Value encoding, Value errors, const char* function) {
  Encoding how;
  OnError handler;
  if (!read_arguments(vm, encoding, errors, function, how, handler)) return {};
  std::string out;
  bool failed = false;
  /// What stands for bytes [start, end) that are wrong.
  const auto handle = [&](std::size_t start, std::size_t end, const char* reason) {
    switch (handler) {
      case OnError::Ignore: return;
      case OnError::Replace: text::append_code_point(out, text::kReplacement); return;
      case OnError::Backslash:
        for (std::size_t i = start; i < end; ++i) out += fmt::format("\\x{:02x}", static_cast<unsigned char>(bytes[i]));
        return;
      case OnError::SurrogateEscape:
        for (std::size_t i = start; i < end; ++i) text::append_code_point(out, 0xdc00u + static_cast<unsigned char>(bytes[i]));
        return;
      case OnError::Unknown:
        vm.raise(vm.types.LookupError, "unknown error handler name '{}'", str_view(errors));
        failed = true;
        return;
      default: {
        const Ref object = make_bytes(vm, bytes);
        raise_codec_error(vm, vm.types.UnicodeDecodeError, codec_name(how), object, static_cast<std::int64_t>(start),
                          static_cast<std::int64_t>(end), reason);
        failed = true;
      }
    }
  };
  if (how == Encoding::Utf8) {
    for (std::size_t at = 0; at < bytes.size() && !failed;) {
      const text::Utf8Error error = text::find_utf8_error(bytes, at);
      if (error.start == std::string_view::npos) {
        if (at == 0) return make_str(vm, bytes);
        out += bytes.substr(at);
        break;
      }
      out += bytes.substr(at, error.start - at);
      handle(error.start, error.end, error.reason);
      at = error.end;
    }
  } else if (how == Encoding::Ascii || how == Encoding::Latin1) {
    for (std::size_t at = 0; at < bytes.size() && !failed; ++at) {
      const auto c = static_cast<unsigned char>(bytes[at]);
      if (how == Encoding::Ascii && c >= 0x80) handle(at, at + 1, "ordinal not in range(128)");
      else text::append_code_point(out, c);
    }
  } else {
    bool big = how == Encoding::Utf16Big || how == Encoding::Utf32Big;
    std::size_t at = 0;
    char32_t c = 0;
    if (how == Encoding::Utf16 || how == Encoding::Utf32) {
      if (const std::size_t size = read_wide(bytes, 0, how, false, c); size > 0 && c == 0xfeff) at = size;
      else if (const std::size_t swapped = read_wide(bytes, 0, how, true, c); swapped > 0 && c == 0xfeff) {
        at = swapped;
        big = true;
      }
    }
    while (at < bytes.size() && !failed) {
      const std::size_t size = read_wide(bytes, at, how, big, c);
      if (size == 0) {
        handle(at, bytes.size(), "truncated data");
        break;
      }
      text::append_code_point(out, c);
      at += size;
    }
  }
  return failed ? Ref() : make_str(vm, out);
}

}  // namespace waiter::python
