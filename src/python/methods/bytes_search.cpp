// bytes and bytearray: searching, splitting, stripping, cases (of ASCII letters only), hex.

#include <algorithm>

#include "python/methods/bytes_parts.h"
#include "python/methods/helpers.h"
#include "python/methods/memory_view.h"
#include "python/text/sha.h"

namespace waiter::python {
namespace {

std::string_view self_view(Arguments& args) { return cast<Bytes>(args[0])->view(); }
/// A result of the kind that self is of.
Ref like_self(Arguments& args, std::string_view text) {
  return make_bytes(args.vm, text, (args[0].object()->flags & kFrozen) == 0);
}

/// Bytes, or an int that is one byte. False: TypeError set.
bool wanted_bytes(Vm& vm, Value value, bool allow_int, std::string& out) {
  if (auto given = contents_of_buffer(vm, value)) {
    out = std::move(*given);
    return true;
  }
  if (vm.has_error()) return false;
  if (allow_int && is_int_like(value)) {
    const auto byte = to_byte(vm, value);
    if (!byte) return false;
    out = std::string(1, static_cast<char>(*byte));
    return true;
  }
  if (allow_int) vm.raise(vm.types.TypeError, "argument should be integer or bytes-like object, not '{}'", type_name(vm, value));
  else vm.raise(vm.types.TypeError, "a bytes-like object is required, not '{}'", type_name(vm, value));
  return false;
}

std::optional<std::int64_t> position(Arguments& args, bool backwards) {
  std::string wanted;
  if (!wanted_bytes(args.vm, args[1], true, wanted)) return std::nullopt;
  const auto bounds = bounds_of(args, 2, static_cast<std::int64_t>(self_view(args).size()));
  if (!bounds) return std::nullopt;
  if (bounds->start > bounds->end) return -1;
  const std::string_view text = self_view(args).substr(static_cast<std::size_t>(bounds->start), static_cast<std::size_t>(bounds->end - bounds->start));
  const std::size_t at = backwards ? text.rfind(wanted) : text.find(wanted);
  args.vm.charge(static_cast<std::int64_t>((at == std::string_view::npos ? text.size() : backwards ? text.size() - at : at) / 64));
  return at == std::string_view::npos ? -1 : bounds->start + static_cast<std::int64_t>(at);
}
Ref find(Arguments& args) { const auto at = position(args, false); return at ? make_int(args.vm, *at) : Ref(); }
Ref rfind(Arguments& args) { const auto at = position(args, true); return at ? make_int(args.vm, *at) : Ref(); }
Ref index_from(Arguments& args, bool backwards) {
  const auto at = position(args, backwards);
  if (!at) return {};
  return *at < 0 ? args.vm.raise(args.vm.types.ValueError, "subsection not found") : make_int(args.vm, *at);
}
Ref index(Arguments& args) { return index_from(args, false); }
Ref rindex(Arguments& args) { return index_from(args, true); }

Ref count(Arguments& args) {
  std::string wanted;
  if (!wanted_bytes(args.vm, args[1], true, wanted)) return {};
  const auto bounds = bounds_of(args, 2, static_cast<std::int64_t>(self_view(args).size()));
  if (!bounds) return {};
  if (bounds->start > bounds->end) return make_int(args.vm, 0);
  const std::string_view text = self_view(args).substr(static_cast<std::size_t>(bounds->start), static_cast<std::size_t>(bounds->end - bounds->start));
  if (wanted.empty()) return make_int(args.vm, static_cast<std::int64_t>(text.size()) + 1);
  std::int64_t found = 0;
  for (std::size_t at = text.find(wanted); at != std::string_view::npos; at = text.find(wanted, at + wanted.size())) ++found;
  return make_int(args.vm, found);
}

Ref begins_or_ends(Arguments& args, bool ends) {
  Vm& vm = args.vm;
  const auto bounds = bounds_of(args, 2, static_cast<std::int64_t>(self_view(args).size()));
  if (!bounds) return {};
  const bool is_inside = bounds->start <= bounds->end;  // else nothing matches, but what is looked for must be bytes all the same
  const std::string_view text =
      is_inside ? self_view(args).substr(static_cast<std::size_t>(bounds->start), static_cast<std::size_t>(bounds->end - bounds->start)) : std::string_view();
  const auto matches = [&](std::string_view part) {
    if (!is_inside || part.size() > text.size()) return false;
    return (ends ? text.substr(text.size() - part.size()) : text.substr(0, part.size())) == part;
  };
  const char* name = ends ? "endswith" : "startswith";
  if (const auto part = contents_of_buffer(vm, args[1])) return boolean(matches(*part));
  if (vm.has_error()) return {};
  if (!args[1].is_kind(Kind::Tuple))
    return vm.raise(vm.types.TypeError, "{} first arg must be bytes or a tuple of bytes, not {}", name, type_name(vm, args[1]));
  for (std::uint32_t i = 0; i < cast<Tuple>(args[1])->count; ++i) {
    std::string part;
    if (!wanted_bytes(vm, cast<Tuple>(args[1])->items[i], false, part)) return {};
    if (matches(part)) return boolean(true);
  }
  return boolean(false);
}
Ref startswith(Arguments& args) { return begins_or_ends(args, false); }
Ref endswith(Arguments& args) { return begins_or_ends(args, true); }

bool is_blank(char c) { return c == ' ' || (c >= 9 && c <= 13); }

Ref split_bytes(Arguments& args, const char* name, bool backwards) {
  Vm& vm = args.vm;
  Value out[2];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, name, {"sep", "maxsplit"}, 0, out)) return {};
  const auto given = out[1].is_empty() ? std::optional<std::int64_t>(-1) : to_ssize(vm, out[1]);
  if (!given) return {};
  std::int64_t limit = *given < 0 ? INT64_MAX : *given;
  const std::string_view text = self_view(args);
  std::vector<std::string_view> parts;
  if (out[0].is_empty() || out[0].is_none()) {
    std::size_t begin = 0, end = text.size();
    while (true) {
      if (!backwards) while (begin < end && is_blank(text[begin])) ++begin;
      else while (end > begin && is_blank(text[end - 1])) --end;
      if (begin == end) break;
      if (limit-- <= 0) {
        parts.push_back(text.substr(begin, end - begin));
        break;
      }
      std::size_t at = backwards ? end : begin;
      if (!backwards) {
        while (at < end && !is_blank(text[at])) ++at;
        parts.push_back(text.substr(begin, at - begin));
        begin = at;
      } else {
        while (at > begin && !is_blank(text[at - 1])) --at;
        parts.push_back(text.substr(at, end - at));
        end = at;
      }
    }
  } else {
    std::string by;
    if (!wanted_bytes(vm, out[0], false, by)) return {};
    if (by.empty()) return vm.raise(vm.types.ValueError, "empty separator");
    std::size_t begin = 0, end = text.size();
    while (limit-- > 0) {
      const std::string_view whole = text.substr(begin, end - begin);
      const std::size_t at = backwards ? whole.rfind(by) : whole.find(by);
      if (at == std::string_view::npos) break;
      if (backwards) {
        parts.push_back(whole.substr(at + by.size()));
        end = begin + at;
      } else {
        parts.push_back(whole.substr(0, at));
        begin += at + by.size();
      }
    }
    parts.push_back(text.substr(begin, end - begin));
  }
  if (backwards) std::reverse(parts.begin(), parts.end());
  Ref list = make_list(vm);
  for (const std::string_view part : parts) {
    const Ref item = like_self(args, part);
    if (!item) return {};
    list_append(vm, cast<List>(list), item);
  }
  return list;
}
Ref split(Arguments& args) { return split_bytes(args, "split", false); }
Ref rsplit(Arguments& args) { return split_bytes(args, "rsplit", true); }

Ref splitlines(Arguments& args) {
  Vm& vm = args.vm;
  Value out[1];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "splitlines", {"keepends"}, 0, out)) return {};
  const auto wanted = out[0].is_empty() ? std::optional<std::int64_t>(0) : to_c_int(vm, out[0]);  // an int, for CPython's argument clinic
  if (!wanted) return {};
  const int keep = *wanted != 0 ? 1 : 0;
  const std::string_view text = self_view(args);
  Ref list = make_list(vm);
  for (std::size_t start = 0; start < text.size();) {
    const std::size_t end = std::min(text.find_first_of("\r\n", start), text.size());
    std::size_t next = end;
    if (next < text.size()) next += text.compare(next, 2, "\r\n") == 0 ? 2 : 1;
    const Ref item = like_self(args, text.substr(start, (keep == 1 ? next : end) - start));
    list_append(vm, cast<List>(list), item);
    start = next;
  }
  return list;
}

Ref partition_at(Arguments& args, bool backwards) {
  std::string by;
  if (!wanted_bytes(args.vm, args[1], false, by)) return {};
  if (by.empty()) return args.vm.raise(args.vm.types.ValueError, "empty separator");
  const std::string_view text = self_view(args);
  const std::size_t at = backwards ? text.rfind(by) : text.find(by);
  const bool found = at != std::string_view::npos;
  const std::string_view whole = text;
  const Ref a = like_self(args, found ? text.substr(0, at) : backwards ? std::string_view() : whole);
  const Ref b = like_self(args, found ? std::string_view(by) : std::string_view());
  const Ref c = like_self(args, found ? text.substr(at + by.size()) : backwards ? whole : std::string_view());
  const Value items[] = {a, b, c};
  return tuple_of(args.vm, items);
}
Ref partition(Arguments& args) { return partition_at(args, false); }
Ref rpartition(Arguments& args) { return partition_at(args, true); }

Ref strip_ends(Arguments& args, bool left, bool right) {
  std::string chars = " \t\n\r\f\v";
  if (args.count > 1 && !args[1].is_none() && !wanted_bytes(args.vm, args[1], false, chars)) return {};
  const std::string_view text = self_view(args);
  std::size_t begin = 0, end = text.size();
  while (left && begin < end && chars.find(text[begin]) != std::string::npos) ++begin;
  while (right && end > begin && chars.find(text[end - 1]) != std::string::npos) --end;
  return like_self(args, text.substr(begin, end - begin));
}
Ref strip(Arguments& args) { return strip_ends(args, true, true); }
Ref lstrip(Arguments& args) { return strip_ends(args, true, false); }
Ref rstrip(Arguments& args) { return strip_ends(args, false, true); }

Ref replace(Arguments& args) {
  Vm& vm = args.vm;
  std::string old, with;
  if (!wanted_bytes(vm, args[1], false, old) || !wanted_bytes(vm, args[2], false, with)) return {};
  const auto given = args.count > 3 ? to_ssize(vm, args[3]) : std::optional<std::int64_t>(-1);
  if (!given) return {};
  std::int64_t limit = *given < 0 ? INT64_MAX : *given;
  const std::string_view text = self_view(args);
  std::string out;
  std::size_t start = 0;
  if (old.empty()) {
    for (std::size_t at = 0; at <= text.size(); ++at) {
      if (limit-- > 0) out += with;
      if (at < text.size()) out += text[at];
      if (!room_for(vm, out.size() * 2)) return {};
    }
    return like_self(args, out);
  }
  for (std::size_t at = text.find(old); at != std::string_view::npos && limit-- > 0; at = text.find(old, start)) {
    out += text.substr(start, at - start);
    out += with;
    start = at + old.size();
    if (!room_for(vm, out.size() * 2)) return {};
  }
  out += text.substr(start);
  return like_self(args, out);
}

Ref join(Arguments& args) {
  Vm& vm = args.vm;
  const Ref list = list_of_items(vm, args[1]);
  if (!list) {
    if (!vm.error_is(vm.types.TypeError) || !type_lookup(vm, type_of(vm, args[1]), vm.names.dunder_iter).is_empty()) return {};
    vm.clear_error();
    return vm.raise(vm.types.TypeError, "can only join an iterable");
  }
  std::string out;
  for (std::uint32_t i = 0; i < cast<List>(list)->count; ++i) {
    const Value item = cast<List>(list)->items[i];
    const auto part = contents_of_buffer(vm, item);
    if (!part && vm.has_error()) return {};
    if (!part) return vm.raise(vm.types.TypeError, "sequence item {}: expected a bytes-like object, {} found", i, type_name(vm, item));
    if (i > 0) out += self_view(args);
    out += *part;
    if (!room_for(vm, out.size() * 2)) return {};
  }
  return like_self(args, out);
}

Ref removeprefix(Arguments& args) {
  std::string part;
  if (!wanted_bytes(args.vm, args[1], false, part)) return {};
  const std::string_view text = self_view(args);
  return like_self(args, text.substr(0, part.size()) == part ? text.substr(part.size()) : text);
}

Ref removesuffix(Arguments& args) {
  std::string part;
  if (!wanted_bytes(args.vm, args[1], false, part)) return {};
  const std::string_view text = self_view(args);
  const bool ends = part.size() <= text.size() && text.substr(text.size() - part.size()) == part;
  return like_self(args, ends ? text.substr(0, text.size() - part.size()) : text);
}

Ref hex(Arguments& args) {
  Value out[2];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "hex", {"sep", "bytes_per_sep"}, 0, out)) return {};
  const std::string digits = text::to_hex(self_view(args));
  if (out[0].is_empty()) return make_str(args.vm, digits);
  const auto group = out[1].is_empty() ? std::optional<std::int64_t>(1) : to_c_int(args.vm, out[1]);
  if (!group) return {};
  const std::string_view by = is_str(out[0]) ? str_view(out[0]) : out[0].is_kind(Kind::Bytes) ? cast<Bytes>(out[0])->view() : std::string_view();
  if (by.size() != 1) return args.vm.raise(args.vm.types.ValueError, "sep must be length 1.");
  const std::size_t total = digits.size() / 2, size = static_cast<std::size_t>(std::max<std::int64_t>(*group < 0 ? -*group : *group, 1));
  std::string text;
  for (std::size_t i = 0; i < total; ++i) {
    if (i > 0 && *group != 0 && (*group > 0 ? (total - i) % size == 0 : i % size == 0)) text += by;
    text += digits.substr(i * 2, 2);
  }
  return make_str(args.vm, text);
}

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_lower(c) || is_upper(c); }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter_or_digit(char c) { return is_letter(c) || is_digit(c); }
bool is_space(char c) { return is_blank(c); }
char to_upper(char c) { return is_lower(c) ? static_cast<char>(c - 32) : c; }
char to_lower(char c) { return is_upper(c) ? static_cast<char>(c + 32) : c; }
char swap_case(char c) { return is_lower(c) ? to_upper(c) : to_lower(c); }

template <char (*change)(char)>
Ref changed(Arguments& args) {
  std::string text(self_view(args));
  for (char& c : text) c = change(c);
  return like_self(args, text);
}

template <bool (*question)(char)>
Ref all_are(Arguments& args) {
  const std::string_view text = self_view(args);
  return boolean(!text.empty() && std::all_of(text.begin(), text.end(), question));
}

template <bool (*wanted)(char), bool (*other)(char)>
Ref cased_as(Arguments& args) {
  const std::string_view text = self_view(args);
  return boolean(std::any_of(text.begin(), text.end(), wanted) && std::none_of(text.begin(), text.end(), other));
}

Ref is_title(Arguments& args) {
  bool seen = false, within_word = false;
  for (const char c : self_view(args)) {
    if ((is_upper(c) && within_word) || (is_lower(c) && !within_word)) return boolean(false);
    within_word = is_upper(c) || is_lower(c);
    seen = seen || within_word;
  }
  return boolean(seen);
}

Ref capitalize(Arguments& args) {
  std::string text(self_view(args));
  for (std::size_t i = 0; i < text.size(); ++i) text[i] = i == 0 ? to_upper(text[i]) : to_lower(text[i]);
  return like_self(args, text);
}

Ref title(Arguments& args) {
  std::string text(self_view(args));
  for (std::size_t i = 0; i < text.size(); ++i) text[i] = i > 0 && is_letter(text[i - 1]) ? to_lower(text[i]) : to_upper(text[i]);
  return like_self(args, text);
}

Ref is_ascii(Arguments& args) {
  const std::string_view text = self_view(args);
  return boolean(std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 128; }));
}

template <int side>
Ref padded(Arguments& args) {
  Vm& vm = args.vm;
  const auto width = to_ssize(vm, args[1]);
  std::string fill = " ";
  if (!width) return {};
  if (args.count > 2) {
    if (!args[2].is_kind(Kind::Bytes) || cast<Bytes>(args[2])->size != 1)
      return vm.raise(vm.types.TypeError, "{}() argument 2 must be a byte string of length 1, not {}", side == 0 ? "center" : side < 0 ? "ljust" : "rjust",
                      type_name(vm, args[2]));
    fill = cast<Bytes>(args[2])->view();
  }
  const std::string_view text = self_view(args);
  if (*width <= static_cast<std::int64_t>(text.size())) return like_self(args, text);
  const std::int64_t missing = *width - static_cast<std::int64_t>(text.size());
  if (!room_for(vm, static_cast<std::uint64_t>(*width) * 2)) return {};
  const std::int64_t before = side == 0 ? missing / 2 + (missing & *width & 1) : side < 0 ? 0 : missing;
  return like_self(args, std::string(static_cast<std::size_t>(before), fill[0]) + std::string(text) +
                             std::string(static_cast<std::size_t>(missing - before), fill[0]));
}

Ref zfill(Arguments& args) {
  const auto width = to_ssize(args.vm, args[1]);
  if (!width) return {};
  const std::string_view text = self_view(args);
  if (*width <= static_cast<std::int64_t>(text.size())) return like_self(args, text);
  const std::int64_t missing = *width - static_cast<std::int64_t>(text.size());
  if (!room_for(args.vm, static_cast<std::uint64_t>(*width) * 2)) return {};
  const std::size_t sign = !text.empty() && (text[0] == '+' || text[0] == '-') ? 1 : 0;
  return like_self(args, std::string(text.substr(0, sign)) + std::string(static_cast<std::size_t>(missing), '0') + std::string(text.substr(sign)));
}

Ref expandtabs(Arguments& args) {
  Vm& vm = args.vm;
  Value out[1];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "expandtabs", {"tabsize"}, 0, out)) return {};
  const auto size = out[0].is_empty() ? std::optional<std::int64_t>(8) : to_c_int(vm, out[0]);
  if (!size) return {};
  std::string result;
  std::int64_t column = 0;
  for (const char c : self_view(args)) {
    if (c != '\t') {
      result += c;
      column = c == '\n' || c == '\r' ? 0 : column + 1;
      continue;
    }
    const std::int64_t blanks = *size > 0 ? *size - column % *size : 0;
    if (!room_for(vm, (result.size() + static_cast<std::uint64_t>(blanks)) * 2)) return {};
    result.append(static_cast<std::size_t>(blanks), ' ');
    column += blanks;
  }
  return like_self(args, result);
}

Ref translate(Arguments& args) {
  Value given[2];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "translate", {"", "delete"}, 1, given)) return {};
  std::string gone, table;
  const bool has_table = !given[0].is_none();
  if (has_table && !wanted_bytes(args.vm, given[0], false, table)) return {};
  if (has_table && table.size() != 256) return args.vm.raise(args.vm.types.ValueError, "translation table must be 256 characters long");
  if (!given[1].is_empty() && !wanted_bytes(args.vm, given[1], false, gone)) return {};
  bool goes[256] = {};
  for (const char c : gone) goes[static_cast<unsigned char>(c)] = true;
  args.vm.charge(static_cast<std::int64_t>(self_view(args).size() / 64));
  std::string out;
  for (const char c : self_view(args)) {
    if (goes[static_cast<unsigned char>(c)]) continue;
    out += has_table ? table[static_cast<unsigned char>(c)] : c;
  }
  return like_self(args, out);
}

constexpr NativeDef kMethods[] = {
    {"find", find, 1, 3},
    {"rfind", rfind, 1, 3},
    {"index", index, 1, 3},
    {"rindex", rindex, 1, 3},
    {"count", count, 1, 3},
    {"startswith", startswith, 1, 3},
    {"endswith", endswith, 1, 3},
    {"split", split, 0, -1, Takes::Keywords},
    {"rsplit", rsplit, 0, -1, Takes::Keywords},
    {"splitlines", splitlines, 0, -1, Takes::Keywords},
    {"partition", partition, 1, 1},
    {"rpartition", rpartition, 1, 1},
    {"strip", strip, 0, 1},
    {"lstrip", lstrip, 0, 1},
    {"rstrip", rstrip, 0, 1},
    {"replace", replace, 2, 3},
    {"join", join, 1, 1},
    {"removeprefix", removeprefix, 1, 1},
    {"removesuffix", removesuffix, 1, 1},
    {"hex", hex, 0, -1, Takes::Keywords},
    {"upper", changed<to_upper>},
    {"lower", changed<to_lower>},
    {"swapcase", changed<swap_case>},
    {"capitalize", capitalize},
    {"title", title},
    {"isalpha", all_are<is_letter>},
    {"isdigit", all_are<is_digit>},
    {"isalnum", all_are<is_letter_or_digit>},
    {"isspace", all_are<is_space>},
    {"isupper", cased_as<is_upper, is_lower>},
    {"islower", cased_as<is_lower, is_upper>},
    {"istitle", is_title},
    {"isascii", is_ascii},
    {"center", padded<0>, 1, 2},
    {"ljust", padded<-1>, 1, 2},
    {"rjust", padded<1>, 1, 2},
    {"zfill", zfill, 1, 1},
    {"translate", translate, 0, -1, Takes::Keywords},
    {"expandtabs", expandtabs, 0, -1, Takes::Keywords},
};

}  // namespace

void install_bytes_search(Vm& vm, Type* type) { install(vm, type, kMethods); }

}  // namespace waiter::python
