#pragma once
// Makers of the basic objects, and the few conversions that every file needs. Each returns a new reference; none fails
// but where it says so.

#include <span>
#include <string>
#include <string_view>

#include "python/object.h"

namespace waiter::python {

class Vm;

[[nodiscard]] Ref make_int(Vm& vm, std::int64_t value);
[[nodiscard]] Ref make_int(Vm& vm, text::BigInt value);
[[nodiscard]] Ref make_float(Vm& vm, double value);
/// `text` must be UTF-8 (WTF-8). Strings of up to one character are shared.
[[nodiscard]] Ref make_str(Vm& vm, std::string_view text);
/// When the caller knows the number of code points already (saves counting).
[[nodiscard]] Ref make_str(Vm& vm, std::string_view text, std::uint32_t length);
/// The one string with this text. It lives as long as the VM; the pointer is borrowed.
[[nodiscard]] Str* intern(Vm& vm, std::string_view text);
[[nodiscard]] Str* intern(Vm& vm, std::string_view text, std::uint64_t hashed);  ///< whose hash_text() is known
[[nodiscard]] Ref make_bytes(Vm& vm, std::string_view bytes, bool mutable_array = false);
[[nodiscard]] Ref tuple_of(Vm& vm, std::span<const Value> items);
/// Uninitialised: every item must be set (to a reference it then owns) before anything else happens.
[[nodiscard]] Tuple* make_tuple_raw(Vm& vm, std::uint32_t count);
[[nodiscard]] Ref make_list(Vm& vm, std::span<const Value> items = {});
[[nodiscard]] Dict* make_dict(Vm& vm);  ///< owned by the caller
[[nodiscard]] Set* make_set(Vm& vm, bool frozen = false);  ///< owned by the caller
[[nodiscard]] Ref make_slice(Vm& vm, Value start, Value stop, Value step);
[[nodiscard]] Ref make_cell(Vm& vm, Value value);
[[nodiscard]] Ref make_bound_method(Vm& vm, Value function, Value self);
[[nodiscard]] Ref make_iterator(Vm& vm, IteratorKind what, Value source);

void list_append(Vm& vm, List* list, Value value);
/// Room for `capacity` items; false (MemoryError set) if that would pass the run's limit.
[[nodiscard]] bool list_reserve(Vm& vm, List* list, std::uint64_t capacity);

/// An int's value if it is one (bool too) and fits 64 bits.
[[nodiscard]] inline bool is_float(Value value) {
  return value.is_inline_float() || value.is_kind(Kind::Float);
}
[[nodiscard]] inline double float_value(Value value) {
  return value.is_inline_float() ? value.inline_float() : cast<Float>(value)->value;
}
[[nodiscard]] inline bool is_str(Value value) { return value.is_kind(Kind::Str); }
[[nodiscard]] inline std::string_view str_view(Value value) { return cast<Str>(value)->view(); }

}  // namespace waiter::python
