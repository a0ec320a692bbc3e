// bytes and bytearray: one set of methods on both; a method gives what it was called on.

#include <algorithm>
#include <cstring>

#include "python/methods/bytes_parts.h"
#include "python/methods/helpers.h"
#include "python/methods/install.h"
#include "python/methods/memory_view.h"
#include "python/methods/text_codec.h"

namespace waiter::python {
namespace {

bool fits_bytes(Vm&, Value value) { return value.is_kind(Kind::Bytes); }

/// The bytes of an iterable of ints. False: exception.
bool collect_bytes(Vm& vm, Value iterable, std::string& out, const char* what) {
  constexpr std::size_t kBytesAnInstruction = 8;
  const Ref iterator = get_iterator(vm, iterable);
  if (!iterator) return false;
  while (true) {
    const Ref item = next_item(vm, iterator);
    if (!item) return !vm.has_error();
    const auto byte = to_int64(vm, item, vm.types.OverflowError);
    if (!byte && !vm.error_is(vm.types.OverflowError)) return false;
    if (!byte || *byte < 0 || *byte > 255) {
      vm.clear_error();
      vm.raise(vm.types.ValueError, "{} must be in range(0, 256)", what);
      return false;
    }
    out += static_cast<char>(*byte);
    if (out.size() % kBytesAnInstruction == 0 && (!vm.tick() || !room_for(vm, out.size()))) return false;
  }
}

/// What bytes(source, encoding, errors) consists of. False: exception.
bool read_source(Arguments& args, const char* name, std::string& out) {
  Vm& vm = args.vm;
  Value parts[3];
  if (!bind_arguments(args, name, {"source", "encoding", "errors"}, 0, parts)) return false;
  for (const std::size_t i : {1u, 2u}) {
    if (parts[i].is_empty() || is_str(parts[i])) continue;
    vm.raise(vm.types.TypeError, "{}() argument '{}' must be str, not {}", name, i == 1 ? "encoding" : "errors", argument_type_name(vm, parts[i]));
    return false;
  }
  const Ref held = parts[0].is_empty() ? Ref() : without_view(vm, parts[0]);
  if (!parts[0].is_empty() && !held) return false;
  const Value source = held.get();
  if (source.is_empty()) {
    if (parts[1].is_empty() && parts[2].is_empty()) return true;
    vm.raise(vm.types.TypeError, parts[1].is_empty() ? "errors without a string argument" : "encoding without a string argument");
    return false;
  }
  if (is_str(source)) {
    if (parts[1].is_empty()) {
      vm.raise(vm.types.TypeError, "string argument without an encoding");
      return false;
    }
    const Ref bytes = encode_text(vm, source, parts[1], parts[2], name);
    if (bytes) out = cast<Bytes>(bytes)->view();
    return static_cast<bool>(bytes);
  }
  if (!parts[1].is_empty() || !parts[2].is_empty()) {
    vm.raise(vm.types.TypeError, parts[1].is_empty() ? "errors without a string argument" : "encoding without a string argument");
    return false;
  }
  if (source.is_kind(Kind::Bytes)) {
    out = cast<Bytes>(source)->view();
    return true;
  }
  if (const Ref method = find_special(vm, source, vm.names.dunder_bytes)) {
    const Ref made = call(vm, method);
    if (!made) return false;
    if (!made.get().is_kind(Kind::Bytes)) {
      vm.raise(vm.types.TypeError, "__bytes__ returned non-bytes (type {})", type_name(vm, made));
      return false;
    }
    out = cast<Bytes>(made)->view();
    return true;
  }
  if (is_int_like(source) || !type_lookup(vm, type_of(vm, source), vm.names.dunder_index).is_empty()) {
    const auto count = to_int64(vm, source, vm.types.OverflowError);
    if (!count) return false;
    if (*count < 0) {
      vm.raise(vm.types.ValueError, "negative count");
      return false;
    }
    if (!room_for(vm, static_cast<std::uint64_t>(*count) * 2)) return false;
    out.assign(static_cast<std::size_t>(*count), '\0');
    return true;
  }
  if (std::string_view(name) == "bytes") {  // _PyBytes_FromIterator asks for a length, bytearray does not
    const Ref iterator = get_iterator(vm, source);
    if (iterator && !ask_length_hint(vm, source)) return false;
    vm.clear_error();
  }
  if (collect_bytes(vm, source, out, std::string_view(name) == "bytes" ? "bytes" : "byte")) return true;
  if (vm.error_is(vm.types.TypeError) && type_lookup(vm, type_of(vm, source), vm.names.dunder_iter).is_empty()) {
    vm.clear_error();
    vm.raise(vm.types.TypeError, "cannot convert '{}' object to {}", type_name(vm, source), name);
  }
  return false;
}

Ref bytes_new(Arguments& args) {
  Type* type = class_to_make(args, args.vm.types.bytes);
  if (type == nullptr) return {};
  Arguments rest = behind(args, 1);
  std::string text;
  return read_source(rest, "bytes", text) ? with_type(args.vm, type, make_bytes(args.vm, text)) : Ref();
}

Ref bytearray_new(Arguments& args) {
  Type* type = class_to_make(args, args.vm.types.bytearray);
  if (type == nullptr) return {};
  return with_type(args.vm, type, make_bytes(args.vm, "", true));
}

Ref bytearray_init(Arguments& args) {
  Arguments rest = behind(args, 1);
  std::string text;
  return none_or_error(read_source(rest, "bytearray", text) && set_bytes(args.vm, cast<Bytes>(args[0]), text));
}

Ref fromhex(Arguments& args) {
  Vm& vm = args.vm;
  if (!unpack_count(args, "fromhex", 1, 1, 1)) return {};
  if (!is_str(args[1])) return vm.raise(vm.types.TypeError, "fromhex() argument must be str, not {}", type_name(vm, args[1]));
  const std::string_view digits = str_view(args[1]);
  const auto value = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1; };
  std::string out;
  for (std::size_t at = 0; at < digits.size();) {
    if (std::strchr(" \t\n\r\f\v", digits[at]) != nullptr && digits[at] != '\0') {
      ++at;
      continue;
    }
    const std::size_t wrong = value(digits[at]) < 0 ? at : at + 1;
    if (value(digits[at]) < 0 || at + 1 >= digits.size() || value(digits[at + 1]) < 0)
      return vm.raise(vm.types.ValueError, "non-hexadecimal number found in fromhex() arg at position {}", wrong);
    out += static_cast<char>(value(digits[at]) * 16 + value(digits[at + 1]));
    at += 2;
  }
  Ref made = make_bytes(vm, out, is_subtype(cast<Type>(args[0]), vm.types.bytearray));
  const Value one[] = {made};
  return args[0] == Value(vm.types.bytes) || args[0] == Value(vm.types.bytearray) ? made : call(vm, args[0], one);
}

Ref decode(Arguments& args) {
  Value out[2];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "decode", {"encoding", "errors"}, 0, out)) return {};
  return decode_bytes(args.vm, cast<Bytes>(args[0])->view(), out[0], out[1], "decode");
}

Ref add(Arguments& args) {
  const Ref left = plain(args.vm, args[0]), right = plain(args.vm, args[1]);
  return concatenated(args.vm, left, right, args[1]);
}

Ref multiply(Arguments& args) {
  const auto times = to_int64(args.vm, args[1], args.vm.types.OverflowError);
  if (!times) return {};
  const Ref self = plain(args.vm, args[0]);
  return repeat_sequence(args.vm, self, *times);
}

Ref modulo(Arguments& args) {
  const Ref self = plain(args.vm, args[0]);
  return binary(args.vm, BinaryKind::Mod, self, args[1]);
}

// --- bytearray's own ---

Ref append(Arguments& args) {
  const auto byte = to_byte(args.vm, args[1]);
  if (!byte) return {};
  const char c = static_cast<char>(*byte);
  return none_or_error(append_bytes(args.vm, cast<Bytes>(args[0]), {&c, 1}));
}

Ref extend(Arguments& args) {
  std::string more;
  if (const auto given = contents_of_buffer(args.vm, args[1])) more = *given;
  else if (args.vm.has_error()) return {};
  else {
    const Ref iterator = get_iterator(args.vm, args[1]);
    if (!iterator) {
      if (args.vm.error_is(args.vm.types.TypeError)) {
        args.vm.clear_error();
        return args.vm.raise(args.vm.types.TypeError, "can't extend bytearray with {}", type_name(args.vm, args[1]));
      }
      return {};
    }
    if (!ask_length_hint(args.vm, args[1]) || !collect_bytes(args.vm, iterator, more, "byte")) return {};
  }
  return none_or_error(append_bytes(args.vm, cast<Bytes>(args[0]), more));
}

Ref add_in_place(Arguments& args) {
  const auto more = contents_of_buffer(args.vm, args[1]);
  if (!more && args.vm.has_error()) return {};
  if (!more) return args.vm.raise(args.vm.types.TypeError, "can't concat {} to bytearray", type_name(args.vm, args[1]));
  if (args[0] == args[1] && !more->empty())  // it is read while it would grow (bytearray_iconcat)
    return args.vm.raise(args.vm.types.BufferError, "Existing exports of data: object cannot be re-sized");
  return append_bytes(args.vm, cast<Bytes>(args[0]), *more) ? Ref(args[0]) : Ref();
}

Ref insert(Arguments& args) {
  Vm& vm = args.vm;
  auto at = to_ssize(vm, args[1]);
  const auto byte = at ? to_byte(vm, args[2]) : std::nullopt;
  if (!byte) return {};
  std::string text(cast<Bytes>(args[0])->view());
  const auto size = static_cast<std::int64_t>(text.size());
  if (*at < 0) *at = std::max<std::int64_t>(*at + size, 0);
  text.insert(static_cast<std::size_t>(std::min(*at, size)), 1, static_cast<char>(*byte));
  return none_or_error(set_bytes(vm, cast<Bytes>(args[0]), text));
}

Ref pop(Arguments& args) {
  Vm& vm = args.vm;
  Bytes* bytes = cast<Bytes>(args[0]);
  if (bytes->size == 0) return vm.raise(vm.types.IndexError, "pop from empty bytearray");
  auto at = args.count > 1 ? to_ssize(vm, args[1]) : std::optional<std::int64_t>(-1);
  if (!at) return {};
  if (*at < 0) *at += bytes->size;
  if (*at < 0 || *at >= bytes->size) return vm.raise(vm.types.IndexError, "pop index out of range");
  if (!may_resize(vm, bytes)) return {};
  const auto byte = static_cast<unsigned char>(bytes->data[*at]);
  std::memmove(bytes->data + *at, bytes->data + *at + 1, bytes->size - static_cast<std::size_t>(*at) - 1);
  --bytes->size;
  return make_int(vm, byte);
}

Ref remove(Arguments& args) {
  Vm& vm = args.vm;
  Bytes* bytes = cast<Bytes>(args[0]);
  const auto byte = to_byte(vm, args[1]);
  if (!byte) return {};
  const std::size_t at = bytes->view().find(static_cast<char>(*byte));
  if (at == std::string_view::npos) return vm.raise(vm.types.ValueError, "value not found in bytearray");
  if (!may_resize(vm, bytes)) return {};
  std::memmove(bytes->data + at, bytes->data + at + 1, bytes->size - at - 1);
  --bytes->size;
  return none();
}

Ref clear(Arguments& args) {
  if (cast<Bytes>(args[0])->size > 0 && !may_resize(args.vm, cast<Bytes>(args[0]))) return {};
  cast<Bytes>(args[0])->size = 0;
  return none();
}

Ref copy(Arguments& args) { return make_bytes(args.vm, cast<Bytes>(args[0])->view(), true); }

Ref reverse(Arguments& args) {
  Bytes* bytes = cast<Bytes>(args[0]);
  std::reverse(bytes->data, bytes->data + bytes->size);
  return none();
}

Ref set_item_method(Arguments& args) {
  // No method of a subclass is asked: the items are set in a plain stand-in that has this one's bytes.
  Bytes* self = cast<Bytes>(args[0]);
  const Ref stand_in = make_bytes(args.vm, self->view(), true);
  const bool fine = args.count == 3 ? set_item(args.vm, stand_in, args[1], args[2]) : delete_item(args.vm, stand_in, args[1]);
  return none_or_error(fine && set_bytes(args.vm, self, cast<Bytes>(stand_in)->view()));
}

constexpr NativeDef kMethods[] = {
    {"decode", decode, 0, -1, Takes::Keywords},
    WAITER_COMPARISONS(fits_bytes),
    {"__add__", add, 1, 1},
    {"__mul__", multiply, 1, 1},
    {"__rmul__", multiply, 1, 1},
    {"__mod__", modulo, 1, 1},
    {"__contains__", plain_contains, 1, 1},
    {"__getitem__", plain_get_item, 1, 1},
    {"__iter__", plain_iterator},
    {"__len__", plain_length},
    {"__repr__", plain_repr},
    {"__str__", plain_str},
};
constexpr NativeDef kHash[] = {{"__hash__", plain_hash}};
constexpr NativeDef kMutable[] = {
    {"__init__", bytearray_init, 0, -1, Takes::Keywords},
    {"append", append, 1, 1},
    {"extend", extend, 1, 1},
    {"insert", insert, 2, 2},
    {"pop", pop, 0, 1},
    {"remove", remove, 1, 1},
    {"clear", clear},
    {"copy", copy},
    {"reverse", reverse},
    {"__iadd__", add_in_place, 1, 1},
    {"__setitem__", set_item_method, 2, 2},
    {"__delitem__", set_item_method, 1, 1},
};
constexpr NativeDef kNew[] = {{"__new__", bytes_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kArrayNew[] = {{"__new__", bytearray_new, 0, -1, Takes::Keywords}};
/// bytes.maketrans: which byte each of the 256 becomes.
Ref maketrans(Arguments& args) {
  Vm& vm = args.vm;
  if (args.count != 2) return vm.raise(vm.types.TypeError, "maketrans expected 2 arguments, got {}", args.count);
  for (std::uint32_t i = 0; i < 2; ++i)
    if (!args[i].is_kind(Kind::Bytes))
      return vm.raise(vm.types.TypeError, "a bytes-like object is required, not '{}'", type_name(vm, args[i]));
  const std::string_view from = cast<Bytes>(args[0])->view(), to = cast<Bytes>(args[1])->view();
  if (from.size() != to.size()) return vm.raise(vm.types.ValueError, "maketrans arguments must have same length");
  std::string table(256, '\0');
  for (std::size_t i = 0; i < table.size(); ++i) table[i] = static_cast<char>(i);
  for (std::size_t i = 0; i < from.size(); ++i) table[static_cast<unsigned char>(from[i])] = to[i];
  return make_bytes(vm, table);
}

constexpr NativeDef kStatic[] = {{"maketrans", maketrans, 0, -1}};
constexpr NativeDef kClassMethods[] = {{"fromhex", fromhex, 0, -1, Takes::Keywords}};

}  // namespace

bool set_bytes(Vm& vm, Bytes* bytes, std::string_view text) {
  if (text.size() == bytes->size) {  // a view on it sees the change
    std::copy(text.begin(), text.end(), bytes->data);
    return true;
  }
  if (!may_resize(vm, bytes)) return false;
  const Ref fresh = make_bytes(vm, text, true);
  if (!fresh) return false;
  std::swap(bytes->data, cast<Bytes>(fresh)->data);
  std::swap(bytes->size, cast<Bytes>(fresh)->size);
  std::swap(bytes->capacity, cast<Bytes>(fresh)->capacity);
  return true;
}

bool append_bytes(Vm& vm, Bytes* bytes, std::string_view text) {
  if (!text.empty() && !may_resize(vm, bytes)) return false;
  const std::uint64_t size = std::uint64_t{bytes->size} + text.size();
  if (size + 1 > bytes->capacity) {
    const std::uint64_t capacity = size + size / 2 + 16;
    if (!room_for(vm, capacity)) return false;
    auto* data = static_cast<char*>(vm.heap.allocate_raw(static_cast<std::size_t>(capacity)));
    std::memcpy(data, bytes->data, bytes->size);
    vm.heap.free_raw(bytes->data, bytes->capacity);
    bytes->data = data;
    bytes->capacity = static_cast<std::uint32_t>(capacity);
  }
  std::memcpy(bytes->data + bytes->size, text.data(), text.size());
  bytes->size = static_cast<std::uint32_t>(size);
  bytes->data[size] = '\0';
  return true;
}

void install_bytes_methods(Vm& vm) {
  for (Type* type : {vm.types.bytes, vm.types.bytearray}) {
    install(vm, type, kMethods);
    install_class_methods(vm, type, kClassMethods);
    install_static(vm, type, kStatic);
    install_bytes_search(vm, type);
  }
  install(vm, vm.types.bytes, kHash);
  install_static(vm, vm.types.bytes, kNew);
  install(vm, vm.types.bytearray, kMutable);
  install_static(vm, vm.types.bytearray, kArrayNew);
  make_unhashable(vm, vm.types.bytearray);
}

}  // namespace waiter::python
