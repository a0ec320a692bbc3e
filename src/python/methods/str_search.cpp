// str: searching, splitting, joining, stripping, replacing. Positions are code points; the text is UTF-8, and ASCII text
// (nearly all) needs no conversion.

#include <algorithm>

#include "python/methods/helpers.h"
#include "python/methods/str_parts.h"
#include "python/text/unicode.h"

namespace waiter::python {

Ref same_str(Vm& vm, Value self) { return plain(vm, self); }

namespace {

/// A piece of `text`, which is ASCII if `ascii`.
Ref piece(Vm& vm, std::string_view text, bool ascii) {
  return ascii ? make_str(vm, text, static_cast<std::uint32_t>(text.size())) : make_str(vm, text);
}

struct Window {
  std::string_view text;    ///< self[start:end]
  std::int64_t start = 0;   ///< in code points
  bool possible = true;     ///< start lies within self and not behind end
};

std::optional<Window> window_of(Arguments& args, std::uint32_t first) {
  const Str* self = cast<Str>(args[0]);
  if (args.count <= first) return Window{self->view(), 0, true};
  const auto bounds = bounds_of(args, first, self->length);
  if (!bounds) return std::nullopt;
  Window window;
  window.start = bounds->start;
  window.possible = bounds->start <= bounds->end;
  if (!window.possible) return window;
  const auto from = self->is_ascii() ? static_cast<std::size_t>(bounds->start) : text::byte_offset(self->view(), static_cast<std::size_t>(bounds->start));
  const auto to = self->is_ascii() ? static_cast<std::size_t>(bounds->end) : text::byte_offset(self->view(), static_cast<std::size_t>(bounds->end));
  window.text = self->view().substr(from, to - from);
  return window;
}

/// Searching counts by the text that was looked through.
void charge_search(Vm& vm, std::size_t bytes) { vm.charge(static_cast<std::int64_t>(bytes / 64)); }

/// find() and rfind(): -1 if it is not there; nullopt: exception.
std::optional<std::int64_t> position(Arguments& args, bool backwards) {
  if (!is_str(args[1])) {
    args.vm.raise(args.vm.types.TypeError, "must be str, not {}", type_name(args.vm, args[1]));
    return std::nullopt;
  }
  const auto window = window_of(args, 2);
  if (!window) return std::nullopt;
  if (!window->possible) return -1;
  const std::string_view wanted = str_view(args[1]);
  const std::size_t at = backwards ? window->text.rfind(wanted) : window->text.find(wanted);
  const std::size_t size = window->text.size();
  charge_search(args.vm, at == std::string_view::npos ? size : backwards ? size - at : at);
  if (at == std::string_view::npos) return -1;
  const bool ascii = cast<Str>(args[0])->is_ascii();
  return window->start + static_cast<std::int64_t>(ascii ? at : text::count_code_points(window->text.substr(0, at)));
}

Ref str_find(Arguments& args) { const auto at = position(args, false); return at ? make_int(args.vm, *at) : Ref(); }
Ref str_rfind(Arguments& args) { const auto at = position(args, true); return at ? make_int(args.vm, *at) : Ref(); }

Ref index_or_error(Arguments& args, bool backwards) {
  const auto at = position(args, backwards);
  if (!at) return {};
  return *at < 0 ? args.vm.raise(args.vm.types.ValueError, "substring not found") : make_int(args.vm, *at);
}
Ref str_index(Arguments& args) { return index_or_error(args, false); }
Ref str_rindex(Arguments& args) { return index_or_error(args, true); }

Ref str_count(Arguments& args) {
  if (!is_str(args[1])) return args.vm.raise(args.vm.types.TypeError, "must be str, not {}", type_name(args.vm, args[1]));
  const auto window = window_of(args, 2);
  if (!window) return {};
  if (!window->possible) return make_int(args.vm, 0);
  const std::string_view wanted = str_view(args[1]);
  if (wanted.empty()) return make_int(args.vm, static_cast<std::int64_t>(text::count_code_points(window->text)) + 1);
  charge_search(args.vm, window->text.size());
  std::int64_t count = 0;
  for (std::size_t at = window->text.find(wanted); at != std::string_view::npos; at = window->text.find(wanted, at + wanted.size())) ++count;
  return make_int(args.vm, count);
}

Ref begins_or_ends(Arguments& args, bool ends) {
  Vm& vm = args.vm;
  const char* name = ends ? "endswith" : "startswith";
  const auto window = window_of(args, 2);
  if (!window) return {};
  const auto matches = [&](Value part) {
    if (!window->possible) return false;
    const std::string_view wanted = str_view(part);
    if (wanted.size() > window->text.size()) return false;
    return (ends ? window->text.substr(window->text.size() - wanted.size()) : window->text.substr(0, wanted.size())) == wanted;
  };
  if (is_str(args[1])) return boolean(matches(args[1]));
  if (!args[1].is_kind(Kind::Tuple))
    return vm.raise(vm.types.TypeError, "{} first arg must be str or a tuple of str, not {}", name, type_name(vm, args[1]));
  const Tuple* parts = cast<Tuple>(args[1]);
  for (std::uint32_t i = 0; i < parts->count; ++i) {
    if (!is_str(parts->items[i]))
      return vm.raise(vm.types.TypeError, "tuple for {} must only contain str, not {}", name, type_name(vm, parts->items[i]));
    if (matches(parts->items[i])) return boolean(true);
  }
  return boolean(false);
}
Ref str_startswith(Arguments& args) { return begins_or_ends(args, false); }
Ref str_endswith(Arguments& args) { return begins_or_ends(args, true); }

/// Separator and maxsplit of split() and rsplit(); an empty separator Value: white space.
bool split_arguments(Arguments& args, const char* name, Value& separator, std::int64_t& limit) {
  Vm& vm = args.vm;
  Value out[2];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, name, {"sep", "maxsplit"}, 0, out)) return false;
  limit = INT64_MAX;
  if (!out[1].is_empty()) {
    const auto given = to_ssize(vm, out[1]);
    if (!given) return false;
    if (*given >= 0) limit = *given;
  }
  separator = out[0].is_none() ? Value() : out[0];
  if (separator.is_empty()) return true;
  if (!is_str(separator)) {
    vm.raise(vm.types.TypeError, "must be str or None, not {}", type_name(vm, separator));
    return false;
  }
  if (cast<Str>(separator)->size == 0) {
    vm.raise(vm.types.ValueError, "empty separator");
    return false;
  }
  return true;
}

bool space_at(std::string_view text, std::size_t at, std::size_t& size) {
  const auto c = static_cast<unsigned char>(text[at]);
  if (c < 0x80) {
    size = 1;
    return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1c && c <= 0x1f);
  }
  const text::Decoded decoded = text::decode_at(text, at);
  size = decoded.size;
  return text::is_space(decoded.code_point);
}

void append_piece(Vm& vm, List* list, std::string_view text, bool ascii) {
  const Ref part = piece(vm, text, ascii);
  list_append(vm, list, part);
}

Ref str_split(Arguments& args) {
  Vm& vm = args.vm;
  Value separator;
  std::int64_t limit = 0;
  if (!split_arguments(args, "split", separator, limit)) return {};
  const std::string_view text = self_view(args);
  const bool ascii = cast<Str>(args[0])->is_ascii();
  Ref result = make_list(vm);
  List* list = cast<List>(result);
  if (separator.is_empty()) {
    std::size_t at = 0, size = 0;
    while (true) {
      while (at < text.size() && space_at(text, at, size)) at += size;
      if (at >= text.size()) break;
      if (limit-- <= 0) {
        append_piece(vm, list, text.substr(at), ascii);
        break;
      }
      const std::size_t start = at;
      while (at < text.size() && !space_at(text, at, size)) at += size;
      append_piece(vm, list, text.substr(start, at - start), ascii);
    }
  } else {
    const std::string_view by = str_view(separator);
    std::size_t start = 0;
    while (limit-- > 0) {
      const std::size_t at = text.find(by, start);
      if (at == std::string_view::npos) break;
      append_piece(vm, list, text.substr(start, at - start), ascii);
      start = at + by.size();
    }
    append_piece(vm, list, text.substr(start), ascii);
  }
  vm.charge(list->count);
  return result;
}

Ref str_rsplit(Arguments& args) {
  Vm& vm = args.vm;
  Value separator;
  std::int64_t limit = 0;
  if (!split_arguments(args, "rsplit", separator, limit)) return {};
  const std::string_view text = self_view(args);
  const bool ascii = cast<Str>(args[0])->is_ascii();
  std::vector<std::string_view> parts;
  std::size_t end = text.size(), size = 0;
  if (separator.is_empty()) {
    while (true) {
      while (end > 0) {
        const std::size_t before = text::previous_boundary(text, end);
        if (!space_at(text, before, size)) break;
        end = before;
      }
      if (end == 0) break;
      if (limit-- <= 0) {
        parts.push_back(text.substr(0, end));
        break;
      }
      std::size_t start = end;
      while (start > 0) {
        const std::size_t before = text::previous_boundary(text, start);
        if (space_at(text, before, size)) break;
        start = before;
      }
      parts.push_back(text.substr(start, end - start));
      end = start;
    }
  } else {
    const std::string_view by = str_view(separator);
    while (limit-- > 0 && end >= by.size()) {
      const std::size_t at = text.rfind(by, end - by.size());
      if (at == std::string_view::npos) break;
      parts.push_back(text.substr(at + by.size(), end - at - by.size()));
      end = at;
    }
    parts.push_back(text.substr(0, end));
  }
  Ref result = make_list(vm);
  for (std::size_t i = parts.size(); i-- > 0;) append_piece(vm, cast<List>(result), parts[i], ascii);
  vm.charge(static_cast<std::int64_t>(parts.size()));
  return result;
}

Ref str_splitlines(Arguments& args) {
  Vm& vm = args.vm;
  Value out[1];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "splitlines", {"keepends"}, 0, out)) return {};
  const auto wanted = out[0].is_empty() ? std::optional<std::int64_t>(0) : to_c_int(vm, out[0]);  // an int, for CPython's argument clinic
  if (!wanted) return {};
  const int keep = *wanted != 0 ? 1 : 0;
  const std::string_view text = self_view(args);
  const bool ascii = cast<Str>(args[0])->is_ascii();
  Ref result = make_list(vm);
  for (std::size_t at = 0, start = 0; at < text.size(); start = at) {
    std::size_t end = at;
    while (end < text.size()) {
      const text::Decoded decoded = text::decode_at(text, end);
      if (text::is_line_break(decoded.code_point)) break;
      end += decoded.size;
    }
    at = end;
    if (at < text.size()) at += text.compare(at, 2, "\r\n") == 0 ? 2 : text::decode_at(text, at).size;
    append_piece(vm, cast<List>(result), text.substr(start, (keep == 1 ? at : end) - start), ascii);
  }
  return result;
}

Ref three(Vm& vm, std::string_view a, std::string_view b, std::string_view c) {
  const Ref x = make_str(vm, a), y = make_str(vm, b), z = make_str(vm, c);
  const Value items[] = {x, y, z};
  return tuple_of(vm, items);
}

Ref partition_at(Arguments& args, bool backwards) {
  Vm& vm = args.vm;
  if (!is_str(args[1])) return vm.raise(vm.types.TypeError, "must be str, not {}", type_name(vm, args[1]));
  const std::string_view text = self_view(args), by = str_view(args[1]);
  if (by.empty()) return vm.raise(vm.types.ValueError, "empty separator");
  const std::size_t at = backwards ? text.rfind(by) : text.find(by);
  if (at == std::string_view::npos) return backwards ? three(vm, "", "", text) : three(vm, text, "", "");
  return three(vm, text.substr(0, at), by, text.substr(at + by.size()));
}
Ref str_partition(Arguments& args) { return partition_at(args, false); }
Ref str_rpartition(Arguments& args) { return partition_at(args, true); }

Ref strip_ends(Arguments& args, const char* name, bool left, bool right) {
  Vm& vm = args.vm;
  const Value chars = args.get(1);
  if (!chars.is_none() && !is_str(chars)) return vm.raise(vm.types.TypeError, "{} arg must be None or str", name);
  const std::string_view text = self_view(args);
  const auto drop = [&](std::size_t at, std::size_t& size) {
    if (chars.is_none()) return space_at(text, at, size);
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      size = 1;
      return str_view(chars).find(text[at]) != std::string_view::npos;
    }
    size = text::decode_at(text, at).size;
    // The character's bytes occur in `chars` only as that character: UTF-8 synchronises itself.
    return str_view(chars).find(text.substr(at, size)) != std::string_view::npos;
  };
  std::size_t begin = 0, end = text.size(), size = 0;
  while (left && begin < end && drop(begin, size)) begin += size;
  while (right && end > begin) {
    const std::size_t before = static_cast<unsigned char>(text[end - 1]) < 0x80 ? end - 1 : text::previous_boundary(text, end);
    if (!drop(before, size)) break;
    end = before;
  }
  if (begin == 0 && end == text.size()) return same_str(vm, args[0]);
  return piece(vm, text.substr(begin, end - begin), cast<Str>(args[0])->is_ascii());
}
Ref str_strip(Arguments& args) { return strip_ends(args, "strip", true, true); }
Ref str_lstrip(Arguments& args) { return strip_ends(args, "lstrip", true, false); }
Ref str_rstrip(Arguments& args) { return strip_ends(args, "rstrip", false, true); }

Ref str_removeprefix(Arguments& args) {
  if (!is_str(args[1])) return args.vm.raise(args.vm.types.TypeError, "removeprefix() argument must be str, not {}", argument_type_name(args.vm, args[1]));
  const std::string_view text = self_view(args), part = str_view(args[1]);
  if (text.substr(0, part.size()) != part) return same_str(args.vm, args[0]);
  return make_str(args.vm, text.substr(part.size()));
}

Ref str_removesuffix(Arguments& args) {
  if (!is_str(args[1])) return args.vm.raise(args.vm.types.TypeError, "removesuffix() argument must be str, not {}", argument_type_name(args.vm, args[1]));
  const std::string_view text = self_view(args), part = str_view(args[1]);
  if (part.empty() || part.size() > text.size() || text.substr(text.size() - part.size()) != part) return same_str(args.vm, args[0]);
  return make_str(args.vm, text.substr(0, text.size() - part.size()));
}

Ref str_replace(Arguments& args) {
  Vm& vm = args.vm;
  for (std::uint32_t i = 1; i <= 2; ++i)
    if (!is_str(args[i])) return vm.raise(vm.types.TypeError, "replace() argument {} must be str, not {}", i, argument_type_name(vm, args[i]));
  std::int64_t limit = INT64_MAX;
  if (args.count > 3) {
    const auto given = to_ssize(vm, args[3]);
    if (!given) return {};
    if (*given >= 0) limit = *given;
  }
  const std::string_view text = self_view(args), old = str_view(args[1]), with = str_view(args[2]);
  std::string result;
  std::int64_t made = 0;
  const auto full = [&] { return ((++made & 255) == 0 || with.size() > 4096) && !room_for(vm, result.size() + with.size() + text.size()); };
  if (old.empty()) {
    for (std::size_t at = 0; at <= text.size();) {
      if (limit-- > 0) result += with;
      if (full()) return {};
      if (at == text.size()) break;
      const std::size_t size = text::decode_at(text, at).size;
      result += text.substr(at, size);
      at += size;
    }
    return make_str(vm, result);
  }
  std::size_t start = 0;
  std::size_t at = text.find(old);
  if (at == std::string_view::npos || limit == 0) return same_str(vm, args[0]);
  for (; at != std::string_view::npos && limit-- > 0; at = text.find(old, start)) {
    result += text.substr(start, at - start);
    result += with;
    start = at + old.size();
    if (full()) return {};
  }
  result += text.substr(start);
  vm.charge(made);
  return make_str(vm, result);
}

Ref str_join(Arguments& args) {
  Vm& vm = args.vm;
  const Value iterable = args[1];
  Ref held;
  const Value* items = nullptr;
  std::uint32_t count = 0;
  if (iterable.is_kind(Kind::List) && !iterable.object()->type->is_user) {
    held = iterable;
    items = cast<List>(iterable)->items;
    count = cast<List>(iterable)->count;
  } else {
    held = iterable.is_kind(Kind::Tuple) && !iterable.object()->type->is_user ? Ref(iterable) : list_of_items(vm, iterable);
    if (!held) {
      if (vm.error_is(vm.types.TypeError) && type_lookup(vm, type_of(vm, iterable), vm.names.dunder_iter).is_empty()) {
        vm.clear_error();
        return vm.raise(vm.types.TypeError, "can only join an iterable");
      }
      return {};
    }
    items = held.get().is_kind(Kind::Tuple) ? cast<Tuple>(held)->items : cast<List>(held)->items;
    count = held.get().is_kind(Kind::Tuple) ? cast<Tuple>(held)->count : cast<List>(held)->count;
  }
  const Str* between = cast<Str>(args[0]);
  std::uint64_t size = count > 1 ? std::uint64_t{between->size} * (count - 1) : 0;
  std::uint64_t length = count > 1 ? std::uint64_t{between->length} * (count - 1) : 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (!is_str(items[i]))
      return vm.raise(vm.types.TypeError, "sequence item {}: expected str instance, {} found", i, type_name(vm, items[i]));
    size += cast<Str>(items[i])->size;
    length += cast<Str>(items[i])->length;
  }
  if (count == 1) return same_str(vm, items[0]);
  if (!room_for(vm, size * 2)) return {};
  std::string result;
  result.reserve(static_cast<std::size_t>(size));
  for (std::uint32_t i = 0; i < count; ++i) {
    if (i > 0) result += between->view();
    result += cast<Str>(items[i])->view();
  }
  vm.charge(count);
  return make_str(vm, result, static_cast<std::uint32_t>(length));
}

constexpr NativeDef kMethods[] = {
    {"find", str_find, 1, 3},
    {"rfind", str_rfind, 1, 3},
    {"index", str_index, 1, 3},
    {"rindex", str_rindex, 1, 3},
    {"count", str_count, 1, 3},
    {"startswith", str_startswith, 1, 3},
    {"endswith", str_endswith, 1, 3},
    {"split", str_split, 0, -1, Takes::Keywords},
    {"rsplit", str_rsplit, 0, -1, Takes::Keywords},
    {"splitlines", str_splitlines, 0, -1, Takes::Keywords},
    {"partition", str_partition, 1, 1},
    {"rpartition", str_rpartition, 1, 1},
    {"strip", str_strip, 0, 1},
    {"lstrip", str_lstrip, 0, 1},
    {"rstrip", str_rstrip, 0, 1},
    {"removeprefix", str_removeprefix, 1, 1},
    {"removesuffix", str_removesuffix, 1, 1},
    {"replace", str_replace, 2, 3},
    {"join", str_join, 1, 1},
};

}  // namespace

void install_str_search(Vm& vm) { install(vm, vm.types.str, kMethods); }

}  // namespace waiter::python
