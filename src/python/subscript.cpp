// x[key], x[key] = v, del x[key], with slices.

#include <algorithm>

#include "python/methods/helpers.h"
#include "python/methods/memory_view.h"
#include "python/operations.h"
#include "python/range.h"
#include "python/text/unicode.h"
#include "python/text/big_int.h"

namespace waiter::python {
namespace {

/// A user's own __getitem__ and the like; natives of builtin layouts are what the C++ below does.
Value users_method(Vm& vm, Value object, Str* name) {
  if (!object.is_object()) return {};
  const Object* o = object.object();
  if (!o->type->is_user && o->kind != Kind::Extension) return {};
  const Value found = type_lookup(vm, o->type, name);
  return is_layout_native(found) && o->kind != Kind::Extension ? Value() : found;
}

bool is_integral(Vm& vm, Value key) { return is_int_like(key) || (key.is_object() && !users_method(vm, key, vm.names.dunder_index).is_empty()); }

/// An index into something `count` long; nullopt: exception (IndexError "<what> index out of range").
std::optional<std::int64_t> index_of(Vm& vm, Value key, std::int64_t count, const char* noun, const char* action = "") {
  if (key.is_int()) {
    const std::int64_t at = key.as_int() < 0 ? key.as_int() + count : key.as_int();
    if (at >= 0 && at < count) return at;
  }
  if (!is_integral(vm, key)) {
    const std::string_view type = type_name(vm, key);
    if (std::string_view(noun) == "string") vm.raise(vm.types.TypeError, "string indices must be integers, not '{}'", type);
    else if (std::string_view(noun) == "index") vm.raise(vm.types.TypeError, "byte indices must be integers or slices, not {}", type);
    else vm.raise(vm.types.TypeError, "{} indices must be integers or slices, not {}", noun, type);
    return std::nullopt;
  }
  const auto given = to_int64(vm, key);
  if (!given) return std::nullopt;
  const std::int64_t at = *given < 0 ? *given + count : *given;
  if (at >= 0 && at < count) return at;
  if (std::string_view(noun) == "index") vm.raise(vm.types.IndexError, "index out of range");
  else vm.raise(vm.types.IndexError, "{} {}index out of range", noun, action);
  return std::nullopt;
}

Ref str_item(Vm& vm, const Str* text, Value key) {
  if (key.is_kind(Kind::Slice)) {
    const auto bounds = slice_bounds(vm, cast<Slice>(key), text->length);
    if (!bounds) return {};
    if (text->is_ascii()) {
      if (bounds->step == 1)
        return make_str(vm, text->view().substr(static_cast<std::size_t>(bounds->start), static_cast<std::size_t>(bounds->count)),
                        static_cast<std::uint32_t>(bounds->count));
      std::string result;
      for (std::int64_t i = 0, at = bounds->start; i < bounds->count; ++i, at += bounds->step) result += text->data[at];
      return make_str(vm, result, static_cast<std::uint32_t>(bounds->count));
    }
    if (bounds->step == 1) {
      const std::size_t begin = text::byte_offset(text->view(), static_cast<std::size_t>(bounds->start));
      const std::string_view rest = text->view().substr(begin);
      const std::size_t size = text::byte_offset(rest, static_cast<std::size_t>(bounds->count));
      return make_str(vm, rest.substr(0, size), static_cast<std::uint32_t>(bounds->count));
    }
    std::vector<std::string_view> characters;
    for (std::size_t at = 0; at < text->size;) {
      const text::Decoded decoded = text::decode_at(text->view(), at);
      characters.push_back(text->view().substr(at, decoded.size));
      at += decoded.size;
    }
    std::string result;
    for (std::int64_t i = 0, at = bounds->start; i < bounds->count; ++i, at += bounds->step) result += characters[static_cast<std::size_t>(at)];
    return make_str(vm, result, static_cast<std::uint32_t>(bounds->count));
  }
  const auto at = index_of(vm, key, text->length, "string");
  if (!at) return {};
  if (text->is_ascii()) return make_str(vm, text->view().substr(static_cast<std::size_t>(*at), 1), 1);
  const std::size_t offset = text::byte_offset(text->view(), static_cast<std::size_t>(*at));
  return make_str(vm, text->view().substr(offset, text::decode_at(text->view(), offset).size), 1);
}

template <class Item>
Ref list_slice(Vm& vm, const SliceBounds& bounds, Item item) {
  Ref result = make_list(vm);
  if (bounds.count > 0 && !list_reserve(vm, cast<List>(result), static_cast<std::uint64_t>(bounds.count))) return {};
  for (std::int64_t i = 0, at = bounds.start; i < bounds.count; ++i, at += bounds.step) list_append(vm, cast<List>(result), item(at));
  vm.charge(bounds.count / 2);
  return result;
}

bool assign_slice(Vm& vm, List* list, const Slice* slice, Value iterable) {
  auto bounds = slice_bounds(vm, slice, list->count);
  if (!bounds) return false;
  const std::uint32_t count_before = list->count;
  const Ref source = iterable.is_empty() ? Ref() : list_of_items(vm, iterable);
  if (!iterable.is_empty() && !source) {
    if (vm.error_is(vm.types.TypeError)) {
      vm.clear_error();
      vm.raise(vm.types.TypeError, bounds->step == 1 ? "can only assign an iterable" : "must assign iterable to extended slice");
    }
    return false;
  }
  const List* items = source ? cast<List>(source) : nullptr;
  const std::int64_t added = items == nullptr ? 0 : items->count;
  if (items != nullptr && bounds->step != 1 && added != bounds->count) {
    vm.raise(vm.types.ValueError, "attempt to assign sequence of size {} to extended slice of size {}", added, bounds->count);
    return false;
  }
  if (list->count != count_before) {  // the iterable changed the list: places are kept, as far as they are there still
    if (bounds->step == 1) {
      const std::int64_t end = std::min<std::int64_t>(bounds->start + bounds->count, list->count);
      bounds->start = std::min<std::int64_t>(bounds->start, list->count);
      bounds->count = std::max<std::int64_t>(end - bounds->start, 0);
    } else if (!(bounds = slice_bounds(vm, slice, list->count))) {
      return false;
    }
  }
  if (bounds->step == 1) {
    const std::int64_t old_count = list->count;
    const std::int64_t new_count = old_count - bounds->count + added;
    if (!list_reserve(vm, list, static_cast<std::uint64_t>(new_count))) return false;
    std::vector<Value> removed(list->items + bounds->start, list->items + bounds->start + bounds->count);
    std::memmove(static_cast<void*>(list->items + bounds->start + added), list->items + bounds->start + bounds->count,
                 static_cast<std::size_t>(old_count - bounds->start - bounds->count) * sizeof(Value));
    for (std::int64_t i = 0; i < added; ++i) list->items[bounds->start + i] = Ref(items->items[i]).release();
    list->count = static_cast<std::uint32_t>(new_count);
    for (std::size_t i = removed.size(); i-- > 0;) decref(removed[i]);  // the last one first (list_ass_slice)
    return true;
  }
  if (iterable.is_empty()) {
    std::vector<Value> kept, removed;
    std::vector<bool> drop(list->count);
    for (std::int64_t i = 0, at = bounds->start; i < bounds->count; ++i, at += bounds->step) drop[static_cast<std::size_t>(at)] = true;
    for (std::uint32_t i = 0; i < list->count; ++i) (drop[i] ? removed : kept).push_back(list->items[i]);
    std::copy(kept.begin(), kept.end(), list->items);
    list->count = static_cast<std::uint32_t>(kept.size());
    for (const Value value : removed) decref(value);
    return true;
  }
  if (added != bounds->count) {
    vm.raise(vm.types.ValueError, "attempt to assign sequence of size {} to extended slice of size {}", added, bounds->count);
    return false;
  }
  std::vector<Value> removed;  // let go when the list is whole: a finaliser may look at it
  for (std::int64_t i = 0, at = bounds->start; i < added; ++i, at += bounds->step) removed.push_back(std::exchange(list->items[at], Ref(items->items[i]).release()));
  for (const Value value : removed) decref(value);
  return true;
}

bool bytearray_set(Vm& vm, Bytes* bytes, Value key, Value value) {
  if (key.is_kind(Kind::Slice)) {
    const auto bounds = slice_bounds(vm, cast<Slice>(key), bytes->size);
    if (!bounds) return false;
    std::string text(bytes->view());
    std::string with;
    if (!value.is_empty()) {
      if (const auto given = contents_of_buffer(vm, value)) {
        with = *given;
      } else if (vm.has_error()) {
        return false;
      } else {
        if (is_str(value) || is_int_like(value)) {
          // As bytes(value) would be, but no number of zeros (bytearray_ass_subscript).
          if (is_str(value)) vm.raise(vm.types.TypeError, "string argument without an encoding");
          else vm.raise(vm.types.TypeError, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
          return false;
        }
        if (!for_each(vm, value, [&](Value item) {
              const auto byte = to_byte(vm, item);
              if (!byte) return false;
              with += static_cast<char>(*byte);
              return true;
            }))
          return false;
      }
    }
    if (bounds->step != 1) {
      if (!value.is_empty() && static_cast<std::int64_t>(with.size()) != bounds->count) {
        vm.raise(vm.types.ValueError, "attempt to assign bytes of size {} to extended slice of size {}", with.size(), bounds->count);
        return false;
      }
      std::string kept;
      if (value.is_empty()) {
        std::vector<bool> drop(text.size());
        for (std::int64_t i = 0, at = bounds->start; i < bounds->count; ++i, at += bounds->step) drop[static_cast<std::size_t>(at)] = true;
        for (std::size_t i = 0; i < text.size(); ++i)
          if (!drop[i]) kept += text[i];
        text = kept;
      } else {
        for (std::int64_t i = 0, at = bounds->start; i < bounds->count; ++i, at += bounds->step) text[static_cast<std::size_t>(at)] = with[static_cast<std::size_t>(i)];
      }
    } else {
      text.replace(static_cast<std::size_t>(bounds->start), static_cast<std::size_t>(bounds->count), with);
    }
    if (text.size() == bytes->size) {  // where it is: a memoryview sees it
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
  // The byte is looked at before whether there is such a place, for its __index__ may change that (bytearray_ass_subscript).
  std::optional<std::int64_t> byte;
  Ref place = key;
  if (!value.is_empty() && is_integral(vm, key)) {
    const auto given = to_int64(vm, key);
    if (!given || !(byte = to_byte(vm, value))) return false;
    place = make_int(vm, *given);
  }
  const auto at = index_of(vm, place, bytes->size, "bytearray");
  if (!at) return false;
  if (value.is_empty()) {
    std::memmove(bytes->data + *at, bytes->data + *at + 1, bytes->size - static_cast<std::size_t>(*at));
    --bytes->size;
    return true;
  }
  bytes->data[*at] = static_cast<char>(*byte);
  return true;
}

Ref dict_item(Vm& vm, Value object, Value key) {
  const DictFind found = dict_find(vm, cast<Dict>(object), key);
  if (found.failed) return {};
  if (found.entry >= 0) return cast<Dict>(object)->entries[found.entry].value;
  if (object.object()->type->is_user || object.object()->type != vm.types.dict) {
    if (const Value missing = type_lookup(vm, object.object()->type, vm.names.dunder_missing); !missing.is_empty()) {
      const Value args[] = {key};
      return call_special(vm, missing, object, args);
    }
  }
  return raise_key_error(vm, key);
}

}  // namespace

std::optional<SliceBounds> slice_bounds(Vm& vm, const Slice* slice, std::int64_t count) {
  const auto part = [&](Value value, std::int64_t otherwise, bool& given) -> std::optional<std::int64_t> {
    given = !value.is_none();
    if (!given) return otherwise;
    if (value.is_int()) return value.as_int();
    if (!is_int_like(value) && users_method(vm, value, vm.names.dunder_index).is_empty()) {
      vm.raise(vm.types.TypeError, "slice indices must be integers or None or have an __index__ method");
      return std::nullopt;
    }
    const Ref index = to_index(vm, value);
    if (!index) return std::nullopt;
    const text::BigInt big = big_value(index);
    if (big.fits_int64()) return big.to_int64();
    return big.sign() < 0 ? INT64_MIN / 2 : INT64_MAX / 2;
  };
  bool given = false;
  const auto step = part(slice->step, 1, given);
  if (!step) return std::nullopt;
  if (*step == 0) {
    vm.raise(vm.types.ValueError, "slice step cannot be zero");
    return std::nullopt;
  }
  const bool backwards = *step < 0;
  const std::int64_t low = backwards ? -1 : 0, high = backwards ? count - 1 : count;
  const auto clamp = [&](Value value, std::int64_t otherwise) -> std::optional<std::int64_t> {
    bool is_given = false;
    auto at = part(value, otherwise, is_given);
    if (!at || !is_given) return at;
    if (*at < 0) at = std::max(*at + count, low);
    return std::min(std::max(*at, low), high);
  };
  const auto start = clamp(slice->start, backwards ? high : low);
  if (!start) return std::nullopt;
  const auto stop = clamp(slice->stop, backwards ? low : high);
  if (!stop) return std::nullopt;
  SliceBounds bounds{*start, *stop, *step, 0};
  if (backwards && *stop < *start) bounds.count = (*start - *stop - 1) / -*step + 1;
  if (!backwards && *start < *stop) bounds.count = (*stop - *start - 1) / *step + 1;
  return bounds;
}

Ref get_item(Vm& vm, Value object, Value key) {
  if (object.is_object()) {
    if (const Value method = users_method(vm, object, vm.names.dunder_getitem); !method.is_empty()) {
      const Value args[] = {key};
      return call_special(vm, method, object, args);
    }
    switch (object.object()->kind) {
      case Kind::List: {
        if (key.is_kind(Kind::Slice)) {
          const auto bounds = slice_bounds(vm, cast<Slice>(key), cast<List>(object)->count);
          return bounds ? list_slice(vm, *bounds, [&](std::int64_t at) { return cast<List>(object)->items[at]; }) : Ref();
        }
        const auto at = index_of(vm, key, cast<List>(object)->count, "list");
        return at ? Ref(cast<List>(object)->items[*at]) : Ref();
      }
      case Kind::Tuple: {
        const Tuple* tuple = cast<Tuple>(object);
        if (key.is_kind(Kind::Slice)) {
          const auto bounds = slice_bounds(vm, cast<Slice>(key), tuple->count);
          if (!bounds) return {};
          if (bounds->count == tuple->count && bounds->step == 1 && tuple->type == vm.types.tuple) return object;
          const Ref list = list_slice(vm, *bounds, [&](std::int64_t at) { return tuple->items[at]; });
          return list ? tuple_of(vm, {cast<List>(list)->items, cast<List>(list)->count}) : Ref();
        }
        const auto at = index_of(vm, key, tuple->count, "tuple");
        return at ? Ref(tuple->items[*at]) : Ref();
      }
      case Kind::Dict: return dict_item(vm, object, key);
      case Kind::Str: return str_item(vm, cast<Str>(object), key);
      case Kind::Range: return range_item(vm, cast<Range>(object), key);
      case Kind::Bytes: {
        const Bytes* bytes = cast<Bytes>(object);
        if (key.is_kind(Kind::Slice)) {
          const auto bounds = slice_bounds(vm, cast<Slice>(key), bytes->size);
          if (!bounds) return {};
          std::string result;
          for (std::int64_t i = 0, at = bounds->start; i < bounds->count; ++i, at += bounds->step) result += bytes->data[at];
          return make_bytes(vm, result, (bytes->flags & kFrozen) == 0);
        }
        const auto at = index_of(vm, key, bytes->size, (bytes->flags & kFrozen) != 0 ? "index" : "bytearray");
        return at ? Ref(Value::from_int(static_cast<unsigned char>(bytes->data[*at]))) : Ref();
      }
      case Kind::Type: {
        if (const Value meta = type_lookup(vm, object.object()->type, vm.names.dunder_getitem); meta.is_kind(Kind::Function)) {
          const Value args[] = {key};
          return call_special(vm, meta, object, args);
        }
        const Value hook = type_lookup(vm, cast<Type>(object), vm.names.dunder_class_getitem);
        if (!hook.is_empty()) {
          const Ref bound = bind_descriptor(vm, hook, object, cast<Type>(object));
          const Value args[] = {key};
          return bound ? call(vm, bound, args) : Ref();
        }
        return vm.raise(vm.types.TypeError, "type '{}' is not subscriptable", cast<Type>(object)->name->view());
      }
      default: break;
    }
    if (const Value method = type_lookup(vm, object.object()->type, vm.names.dunder_getitem); !method.is_empty()) {
      const Value args[] = {key};
      return call_special(vm, method, object, args);
    }
  }
  return vm.raise(vm.types.TypeError, "'{}' object is not subscriptable", type_name(vm, object));
}

bool set_item(Vm& vm, Value object, Value key, Value value) {
  if (object.is_object()) {
    if (const Value method = users_method(vm, object, vm.names.dunder_setitem); !method.is_empty()) {
      const Value args[] = {key, value};
      return static_cast<bool>(call_special(vm, method, object, args));
    }
    switch (object.object()->kind) {
      case Kind::Dict: return dict_set(vm, cast<Dict>(object), key, value);
      case Kind::List: {
        List* list = cast<List>(object);
        if (key.is_kind(Kind::Slice)) return assign_slice(vm, list, cast<Slice>(key), value);
        const auto at = index_of(vm, key, list->count, "list", "assignment ");
        if (!at) return false;
        decref(std::exchange(list->items[*at], Ref(value).release()));
        return true;
      }
      case Kind::Bytes:
        if ((object.object()->flags & kFrozen) == 0) return bytearray_set(vm, cast<Bytes>(object), key, value);
        break;
      default: break;
    }
  }
  vm.raise(vm.types.TypeError, "'{}' object does not support item assignment", type_name(vm, object));
  return false;
}

bool delete_item(Vm& vm, Value object, Value key) {
  if (object.is_object()) {
    if (const Value method = users_method(vm, object, vm.names.dunder_delitem); !method.is_empty()) {
      const Value args[] = {key};
      return static_cast<bool>(call_special(vm, method, object, args));
    }
    switch (object.object()->kind) {
      case Kind::Dict: {
        const int deleted = dict_delete(vm, cast<Dict>(object), key);
        if (deleted == 0) raise_key_error(vm, key);
        return deleted > 0;
      }
      case Kind::List: {
        List* list = cast<List>(object);
        if (key.is_kind(Kind::Slice)) return assign_slice(vm, list, cast<Slice>(key), Value());
        const auto at = index_of(vm, key, list->count, "list", "assignment ");
        if (!at) return false;
        const Value old = list->items[*at];
        std::memmove(static_cast<void*>(list->items + *at), list->items + *at + 1, static_cast<std::size_t>(list->count - *at - 1) * sizeof(Value));
        --list->count;
        decref(old);
        return true;
      }
      case Kind::Bytes:
        if ((object.object()->flags & kFrozen) == 0) return bytearray_set(vm, cast<Bytes>(object), key, Value());
        break;
      default: break;
    }
    // PyObject_DelItem: what has the slots of a sequence, as every class of a program has, is spoken of otherwise if the key is an index.
    const Kind kind = object.object()->kind;
    const bool like_sequence = kind == Kind::Str || kind == Kind::Tuple || kind == Kind::Range || kind == Kind::Bytes || kind == Kind::Set ||
                               (object.object()->type->is_user && kind != Kind::Type);
    if (like_sequence && (key.is_int() || key.is_bool())) {
      vm.raise(vm.types.TypeError, "'{}' object doesn't support item deletion", type_name(vm, object));
      return false;
    }
  }
  vm.raise(vm.types.TypeError, "'{}' object does not support item deletion", type_name(vm, object));
  return false;
}

}  // namespace waiter::python
