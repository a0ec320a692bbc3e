// str.format and format_map: '{0.name[key]!r:>{width}}'. The grammar and its errors are those of CPython's
// Objects/stringlib/unicode_format.h.

#include "python/methods/helpers.h"
#include "python/methods/str_parts.h"
#include "python/text/unicode.h"

namespace waiter::python {
namespace {

class Formatter {
 public:
  Formatter(Arguments& args, Value mapping) : vm_(args.vm), args_(args), mapping_(mapping) {}

  /// False: exception set.
  bool run(std::string_view format, std::string& out, int depth) {
    if (depth <= 0) return fail("Max string recursion exceeded");
    std::size_t at = 0;
    while (at < format.size()) {
      const std::size_t brace = format.find_first_of("{}", at);
      if (brace == std::string_view::npos) {
        out += format.substr(at);
        return true;
      }
      out += format.substr(at, brace - at);
      const char c = format[brace];
      at = brace + 1;
      if (at == format.size()) return fail(c == '{' ? "Single '{' encountered in format string" : "Single '}' encountered in format string");
      if (format[at] == c) {
        out += c;
        ++at;
        continue;
      }
      if (c == '}') return fail("Single '}' encountered in format string");
      Field parts;
      const std::size_t size = read_field(format.substr(at), parts);
      if (size == 0 || !field(parts, out, depth)) return false;
      at += size;
      if (out.size() > (1u << 20) && !room_for(vm_, out.size() * 2)) return false;
    }
    return true;
  }

 private:
  bool fail(const char* message) {
    vm_.raise(vm_.types.ValueError, message);
    return false;
  }

  struct Field {
    std::string_view name, conversion, spec;
  };

  /// Splits `name[!conversion][:spec]}...`. How long that is, the brace included; 0: exception set.
  std::size_t read_field(std::string_view text, Field& parts) {
    const auto stop = [&](const char* message) -> std::size_t {
      fail(message);
      return 0;
    };
    bool brackets = false;
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
      const char here = text[at];
      if (here == '{' && !brackets) return stop("unexpected '{' in field name");
      if (here == '[') brackets = true;
      if (here == ']') brackets = false;
      if (!brackets && (here == '}' || here == ':' || here == '!')) break;
    }
    parts.name = text.substr(0, at);
    if (at == text.size()) return stop("expected '}' before end of string");
    if (text[at] == '!') {
      // Whatever comes next is the conversion, a brace too.
      if (++at == text.size()) return stop("end of string while looking for conversion specifier");
      const std::size_t size = text::decode_at(text, at).size;
      parts.conversion = text.substr(at, size);
      at += size;
      if (at == text.size()) return stop("unmatched '{' in format spec");
      if (text[at] != '}' && text[at] != ':') return stop("expected ':' after conversion specifier");
    }
    if (text[at] == '}') return at + 1;
    const std::size_t start = ++at;
    for (int nested = 1; at < text.size(); ++at) {
      if (text[at] == '{') ++nested;
      if (text[at] == '}' && --nested == 0) {
        parts.spec = text.substr(start, at - start);
        return at + 1;
      }
    }
    return stop("unmatched '{' in format spec");
  }

  bool field(const Field& parts, std::string& out, int depth) {
    const std::string_view conversion = parts.conversion, spec = parts.spec;
    Ref value = lookup(parts.name);
    if (!value) return false;
    if (conversion == "r") {
      value = repr(vm_, value);
    } else if (conversion == "s") {
      value = to_str(vm_, value);
    } else if (conversion == "a") {
      value = to_ascii(vm_, value);
    } else if (!conversion.empty()) {
      const char32_t c = text::decode_at(conversion, 0).code_point;
      const bool visible = c > 32 && c < 127;
      vm_.raise(vm_.types.ValueError, "Unknown conversion specifier {}",
                visible ? std::string(conversion) : fmt::format("\\x{:x}", static_cast<std::uint32_t>(c)));
      return false;
    }
    if (!value) return false;
    std::string expanded;
    if (spec.find_first_of("{}") != std::string_view::npos) {
      if (!run(spec, expanded, depth - 1)) return false;
    } else {
      expanded = spec;
    }
    const Ref spec_value = make_str(vm_, expanded);
    const Ref shown = format_value(vm_, value, spec_value);
    if (!shown) return false;
    out += str_view(shown);
    return true;
  }

  static bool is_number(std::string_view text) {
    if (text.empty()) return false;
    for (const char c : text)
      if (c < '0' || c > '9') return false;
    return true;
  }

  Ref lookup(std::string_view name) {
    const std::size_t end = std::min(name.find_first_of(".["), name.size());
    std::string_view first = name.substr(0, end), rest = name.substr(end);
    Ref value;
    if (first.empty() || is_number(first)) {
      const bool automatic = first.empty();
      if (numbering_ != Numbering::None && (numbering_ == Numbering::Automatic) != automatic) {
        fail(automatic ? "cannot switch from manual field specification to automatic field numbering"
                       : "cannot switch from automatic field numbering to manual field specification");
        return {};
      }
      numbering_ = automatic ? Numbering::Automatic : Numbering::Manual;
      if (!automatic && first.size() > 18) {
        fail("Too many decimal digits in format string");
        return {};
      }
      std::size_t index = automatic ? next_++ : 0;
      if (!automatic)
        for (const char c : first) index = index * 10 + static_cast<std::size_t>(c - '0');
      if (!mapping_.is_empty()) {
        fail("Format string contains positional fields");
        return {};
      }
      if (index + 1 >= args_.count)
        return vm_.raise(vm_.types.IndexError, "Replacement index {} out of range for positional args tuple", index);
      value = args_[static_cast<std::uint32_t>(index) + 1];
    } else if (!mapping_.is_empty()) {
      const Ref key = make_str(vm_, first);
      value = get_item(vm_, mapping_, key);
    } else {
      const Value given = args_.keyword(first);
      if (given.is_empty()) {
        const Ref key = make_str(vm_, first);
        return raise_key_error(vm_, key);
      }
      value = given;
    }
    while (value && !rest.empty()) {
      if (rest[0] == '.') {
        const std::size_t stop = std::min(rest.find_first_of(".[", 1), rest.size());
        const std::string_view attribute = rest.substr(1, stop - 1);
        if (attribute.empty()) {
          fail("Empty attribute in format string");
          return {};
        }
        value = get_attribute(vm_, value, intern(vm_, attribute));
        rest = rest.substr(stop);
      } else if (rest[0] == '[') {
        const std::size_t close = rest.find(']');
        if (close == std::string_view::npos) {
          fail("Missing ']' in format string");
          return {};
        }
        const std::string_view key = rest.substr(1, close - 1);
        if (key.empty()) {
          fail("Empty attribute in format string");
          return {};
        }
        std::int64_t number = 0;
        if (is_number(key) && key.size() > 18) {
          fail("Too many decimal digits in format string");
          return {};
        }
        if (is_number(key))
          for (const char c : key) number = number * 10 + (c - '0');
        const Ref index = is_number(key) ? make_int(vm_, number) : make_str(vm_, key);
        value = get_item(vm_, value, index);
        rest = rest.substr(close + 1);
      } else {
        fail("Only '.' or '[' may follow ']' in format field specifier");
        return {};
      }
    }
    return value;
  }

  enum class Numbering : std::uint8_t { None, Automatic, Manual };
  Vm& vm_;
  Arguments& args_;
  Value mapping_;
  Numbering numbering_ = Numbering::None;
  std::size_t next_ = 0;
};

Ref str_format(Arguments& args) {
  std::string out;
  Formatter formatter(args, Value());
  return formatter.run(self_view(args), out, 2) ? make_str(args.vm, out) : Ref();
}

Ref str_format_map(Arguments& args) {
  std::string out;
  Formatter formatter(args, args[1]);
  return formatter.run(self_view(args), out, 2) ? make_str(args.vm, out) : Ref();
}

constexpr NativeDef kMethods[] = {
    {"format", str_format, 0, -1, Takes::Keywords},
    {"format_map", str_format_map, 1, 1},
};

}  // namespace

void install_str_format(Vm& vm) { install(vm, vm.types.str, kMethods); }

}  // namespace waiter::python
