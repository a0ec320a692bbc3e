// Iteration: iterators of the builtin types, users' __iter__ and __next__, lists and dicts made from iterables.

#include "python/operations.h"
#include "python/range.h"
#include "python/recursion.h"
#include "python/text/unicode.h"
#include "python/text/big_int.h"

namespace waiter::python {
namespace {

/// What the call for one item takes beside the instruction of whoever asks for it.
constexpr std::int64_t kCallCost = 2;

Ref range_iterator(Vm& vm, Value value) {
  const Range* range = cast<Range>(value);
  Ref iterator = make_iterator(vm, IteratorKind::Range, value);
  auto* walk = cast<Iterator>(iterator);
  walk->index = 0;
  // Ints beyond 63 bits are counted one by one through arithmetic; `other` is the next one.
  if (!range_is_small(range)) {
    walk->extra = static_cast<std::uint16_t>(IteratorKind::Sequence);
    iterator.get().object()->type = vm.types.longrange_iterator;
    walk->other = Ref(range->start).release();
    return iterator;
  }
  walk->stop = length(vm, value);
  walk->step = range->start.as_int();  // the next value
  return iterator;
}

Ref pair(Vm& vm, Value first, Value second) {
  const Value items[] = {first, second};
  return tuple_of(vm, items);
}

Ref exhausted(Iterator* walk) {
  const Value source = std::exchange(walk->source, kNone);
  decref(source);
  return {};
}

/// dictiter_new: what the dict held then, and how many are still to come.
void begin_dict(Iterator* walk, const Dict* dict) {
  walk->version = dict->used;
  walk->stop = dict->used;
  walk->index = dict->first;
}

Ref next_dict(Vm& vm, Iterator* walk) {
  const Dict* dict = cast<Dict>(walk->source);
  if (dict->used != walk->version) {
    vm.raise(vm.types.RuntimeError, "dictionary changed size during iteration");
    walk->version = UINT32_MAX;  // and it says so for ever
    return {};
  }
  while (walk->index < dict->filled && dict->entries[walk->index].key.is_empty()) ++walk->index;
  if (walk->index >= dict->filled) return exhausted(walk);
  if (walk->stop == 0) {  // as many as there were have been given, and here is another one
    vm.raise(vm.types.RuntimeError, "dictionary keys changed during iteration");
    return {};
  }
  --walk->stop;
  const DictEntry& entry = dict->entries[walk->index++];
  switch (walk->what()) {
    case IteratorKind::DictKeys: return entry.key;
    case IteratorKind::DictValues: return entry.value;
    default: return pair(vm, entry.key, entry.value);
  }
}

Ref next_set(Vm& vm, Iterator* walk) {
  const Set* set = cast<Set>(walk->source);
  if (set->used != walk->version) {
    vm.raise(vm.types.RuntimeError, "Set changed size during iteration");
    walk->version = UINT32_MAX;
    return {};
  }
  while (walk->index <= set->mask && (set->table[walk->index].key.is_empty() || set->table[walk->index].key == kUnbound)) ++walk->index;
  if (walk->index > set->mask) return exhausted(walk);
  return set->table[walk->index++].key;
}

Ref next_zip(Vm& vm, Iterator* walk) {
  // source: tuple of iterators; other: True for strict.
  const Ref held = walk->source;
  const Tuple* iterators = cast<Tuple>(held);
  if (iterators->count == 0) return {};
  std::vector<Ref> owned;
  std::vector<Value> items;
  for (std::uint32_t i = 0; i < iterators->count; ++i) {
    Ref item = next_item_raising(vm, iterators->items[i]);
    if (!item) {
      if (!walk->other.is_true() || (vm.has_error() && !vm.error_is(vm.types.StopIteration))) return {};
      vm.clear_error();
      const auto plural = [](std::uint32_t n) { return n == 1 ? std::string(" ") : fmt::format("s 1-{}", n); };
      if (i > 0) return vm.raise(vm.types.ValueError, "zip() argument {} is shorter than argument{}{}", i + 1, plural(i), i == 1 ? "1" : "");
      for (std::uint32_t j = 1; j < iterators->count; ++j) {
        const Ref more = next_item(vm, iterators->items[j]);
        if (more) return vm.raise(vm.types.ValueError, "zip() argument {} is longer than argument{}{}", j + 1, plural(j), j == 1 ? "1" : "");
        if (vm.has_error()) return {};
      }
      return {};
    }
    items.push_back(item);
    owned.push_back(std::move(item));
  }
  return tuple_of(vm, items);
}

Ref next_map(Vm& vm, Iterator* walk) {
  const Ref held = walk->source;
  const Ref function = walk->other;
  const Tuple* iterators = cast<Tuple>(held);
  std::vector<Ref> owned;
  std::vector<Value> items;
  for (std::uint32_t i = 0; i < iterators->count; ++i) {
    Ref item = next_item(vm, iterators->items[i]);
    if (!item) return {};
    items.push_back(item);
    owned.push_back(std::move(item));
  }
  vm.charge(kCallCost);
  return call(vm, function, items);
}

Ref next_filter(Vm& vm, Iterator* walk) {
  const Ref held = walk->source;
  const Ref function = walk->other;
  while (true) {
    Ref item = next_item(vm, held);
    if (!item) return {};
    int keep = 0;
    if (function.get().is_none()) {
      keep = truth(vm, item);
    } else {
      const Value args[] = {item};
      vm.charge(kCallCost);
      const Ref answer = call(vm, function, args);
      if (!answer) return {};
      keep = truth(vm, answer);
    }
    if (keep < 0) return {};
    if (keep == 1) return item;
    if (!vm.tick()) return {};
  }
}

Ref next_str(Vm& vm, Iterator* walk) {
  const Str* text = cast<Str>(walk->source);
  if (walk->index >= text->size) return exhausted(walk);
  const text::Decoded decoded = text::decode_at(text->view(), static_cast<std::size_t>(walk->index));
  const auto at = static_cast<std::size_t>(walk->index);
  walk->index += decoded.size;
  return make_str(vm, text->view().substr(at, decoded.size), 1);
}

}  // namespace

Ref get_iterator(Vm& vm, Value iterable) {
  if (iterable.is_object()) {
    Object* object = iterable.object();
    if (!object->type->is_user) {
      switch (object->kind) {
        case Kind::List: return make_iterator(vm, IteratorKind::List, iterable);
        case Kind::Tuple: return make_iterator(vm, IteratorKind::Tuple, iterable);
        case Kind::Str: return make_iterator(vm, IteratorKind::Str, iterable);
        case Kind::Bytes: return make_iterator(vm, IteratorKind::Bytes, iterable);
        case Kind::Range: return range_iterator(vm, iterable);
        case Kind::Iterator:
          if (cast<Iterator>(iterable)->what() < IteratorKind::AsyncSend) return iterable;
          break;
        case Kind::Generator:
          if (cast<Generator>(iterable)->what == GeneratorKind::Generator) return iterable;
          break;
        case Kind::Extension:
          if (object->type->traits->next != nullptr) return iterable;
          break;
        default: break;
      }
    }
    if (object->kind == Kind::Dict || object->kind == Kind::View || object->kind == Kind::Set || object->kind == Kind::List ||
        object->kind == Kind::Tuple || object->kind == Kind::Str || object->kind == Kind::Bytes) {
      const Value method = object->type->is_user ? type_lookup(vm, object->type, vm.names.dunder_iter) : Value();
      if (method.is_empty() || is_layout_native(method)) {
        Ref iterator;
        switch (object->kind) {
          case Kind::Dict:
            iterator = make_iterator(vm, IteratorKind::DictKeys, iterable);
            begin_dict(cast<Iterator>(iterator), static_cast<Dict*>(object));
            return iterator;
          case Kind::View:
            iterator = make_iterator(vm, static_cast<IteratorKind>(object->extra), Value(static_cast<View*>(object)->dict));
            begin_dict(cast<Iterator>(iterator), static_cast<View*>(object)->dict);
            return iterator;
          case Kind::Set:
            iterator = make_iterator(vm, IteratorKind::Set, iterable);
            cast<Iterator>(iterator)->version = static_cast<Set*>(object)->used;
            return iterator;
          case Kind::List: return make_iterator(vm, IteratorKind::List, iterable);
          case Kind::Tuple: return make_iterator(vm, IteratorKind::Tuple, iterable);
          case Kind::Str: return make_iterator(vm, IteratorKind::Str, iterable);
          default: return make_iterator(vm, IteratorKind::Bytes, iterable);
        }
      }
    }
    const Value method = type_lookup(vm, object->type, vm.names.dunder_iter);
    if (!method.is_empty() && !method.is_none()) {
      Ref iterator = call_special(vm, method, iterable);
      if (!iterator) return {};
      if (iterator.get().is_kind(Kind::Iterator) || iterator.get().is_kind(Kind::Generator) ||
          !type_lookup(vm, type_of(vm, iterator), vm.names.dunder_next).is_empty())
        return iterator;
      return vm.raise(vm.types.TypeError, "iter() returned non-iterator of type '{}'", type_name(vm, iterator));
    }
    if (method.is_empty() && !type_lookup(vm, object->type, vm.names.dunder_getitem).is_empty() && object->kind != Kind::Type)
      return make_iterator(vm, IteratorKind::Sequence, iterable);
  }
  return vm.raise(vm.types.TypeError, "'{}' object is not iterable", type_name(vm, iterable));
}

Ref next_item_raising(Vm& vm, Value iterator) {
  if (iterator.is_kind(Kind::Iterator)) {
    auto* walk = cast<Iterator>(iterator);
    if (walk->source.is_none() && walk->what() != IteratorKind::Callable) return {};
    switch (walk->what()) {
      case IteratorKind::List: {
        const List* list = cast<List>(walk->source);
        return walk->index < list->count ? Ref(list->items[walk->index++]) : exhausted(walk);
      }
      case IteratorKind::Tuple: {
        const Tuple* tuple = cast<Tuple>(walk->source);
        return walk->index < tuple->count ? Ref(tuple->items[walk->index++]) : exhausted(walk);
      }
      case IteratorKind::Str: return next_str(vm, walk);
      case IteratorKind::Bytes: {
        const Bytes* bytes = cast<Bytes>(walk->source);
        return walk->index < bytes->size ? Ref(Value::from_int(static_cast<unsigned char>(bytes->data[walk->index++]))) : exhausted(walk);
      }
      case IteratorKind::Range: {
        if (walk->index >= walk->stop) return {};
        ++walk->index;
        const std::int64_t value = walk->step;
        if (walk->index < walk->stop) walk->step += cast<Range>(walk->source)->step.as_int();
        return make_int(vm, value);
      }
      case IteratorKind::DictKeys:
      case IteratorKind::DictValues:
      case IteratorKind::DictItems: return next_dict(vm, walk);
      case IteratorKind::Set: return next_set(vm, walk);
      case IteratorKind::Sequence: {
        if (walk->source.is_kind(Kind::Range)) {
          const Range* range = cast<Range>(walk->source);
          const text::BigInt now = big_value(walk->other), step = big_value(range->step), stop = big_value(range->stop);
          if (step.sign() > 0 ? now >= stop : now <= stop) return exhausted(walk);
          const Ref following = make_int(vm, now + step);
          return Ref::steal(std::exchange(walk->other, Ref(following).release()));
        }
        const Ref held = walk->source;
        Ref item = get_item(vm, held, Value::from_int(walk->index));
        if (item) {
          ++walk->index;
          return item;
        }
        if (vm.error_is(vm.types.IndexError) || vm.error_is(vm.types.StopIteration)) {
          vm.clear_error();
          return exhausted(walk);
        }
        return {};
      }
      case IteratorKind::Callable: {
        if (walk->source.is_none()) return {};
        const Ref held = walk->source;
        vm.charge(kCallCost);
        Ref item = call(vm, held);
        if (!item) {
          if (vm.error_is(vm.types.StopIteration)) {
            vm.clear_error();
            return exhausted(walk);
          }
          return {};
        }
        const int end = equal(vm, item, walk->other);
        if (end < 0) return {};
        return end == 1 ? exhausted(walk) : item;
      }
      case IteratorKind::Reversed: {
        if (walk->index < 0) return exhausted(walk);
        const Ref held = walk->source;
        Ref item = get_item(vm, held, Value::from_int(walk->index--));
        if (!item && (vm.error_is(vm.types.IndexError) || vm.error_is(vm.types.StopIteration))) {
          vm.clear_error();
          return exhausted(walk);
        }
        return item;
      }
      case IteratorKind::Enumerate: {
        const LightCall level(vm);  // an iterator over an iterator over ...
        if (!level) return {};
        const Ref item = next_item_raising(vm, walk->source);
        if (!item) return {};
        const Ref count = walk->other;
        if (count.get().is_int() && Value::fits_int(count.get().as_int() + 1)) {
          walk->other = Value::from_int(count.get().as_int() + 1);
        } else {
          const Ref next = binary(vm, BinaryKind::Add, count, Value::from_int(1));
          decref(std::exchange(walk->other, Ref(next).release()));
        }
        return pair(vm, count, item);
      }
      case IteratorKind::Zip:
      case IteratorKind::Map:
      case IteratorKind::Filter: {
        const LightCall level(vm);
        if (!level) return {};
        return walk->what() == IteratorKind::Zip ? next_zip(vm, walk) : walk->what() == IteratorKind::Map ? next_map(vm, walk) : next_filter(vm, walk);
      }
      case IteratorKind::AsyncSend:
      case IteratorKind::AsyncThrow:
      case IteratorKind::CoroutineWrapper:
      case IteratorKind::AsyncNext: {
        Ref result;
        const Sent sent = send(vm, iterator, kNone, result);
        if (sent == Sent::Yielded) return result;
        if (sent == Sent::Returned) {
          if (!result.get().is_none()) raise_with(vm, vm.types.StopIteration, result);
          else vm.set_error(make_exception(vm, vm.types.StopIteration));
        }
        return {};
      }
    }
  }
  if (iterator.is_kind(Kind::Generator)) {
    auto* generator = cast<Generator>(iterator);
    if (generator->what == GeneratorKind::Generator) {
      if (generator->state == GeneratorState::Closed) return {};
      Ref result;
      const Sent sent = send(vm, iterator, kNone, result);
      return sent == Sent::Yielded ? result : Ref();
    }
  }
  if (iterator.is_kind(Kind::Extension) && !iterator.object()->type->is_user) {
    if (Ref (*const next)(Vm&, Extension*) = iterator.object()->type->traits->next; next != nullptr) return next(vm, cast<Extension>(iterator));
  }
  const Value method = type_lookup(vm, type_of(vm, iterator), vm.names.dunder_next);
  if (method.is_empty()) return vm.raise(vm.types.TypeError, "'{}' object is not an iterator", type_name(vm, iterator));
  return call_special(vm, method, iterator);
}

Ref next_item(Vm& vm, Value iterator) {
  Ref item = next_item_raising(vm, iterator);
  if (!item && vm.error_is(vm.types.StopIteration)) vm.clear_error();
  return item;
}

bool ask_length_hint(Vm& vm, Value iterable) {
  Type* type = type_of(vm, iterable);
  const auto fits = [&](Value count) {
    if (big_value(count).fits_int64()) return true;
    vm.raise(vm.types.OverflowError, "Python int too large to convert to C ssize_t");
    return false;
  };
  if (const Value method = type_lookup(vm, type, vm.names.dunder_len); !method.is_empty()) {
    if (method.is_kind(Kind::Native) || length(vm, iterable) >= 0) return true;
    if (!vm.error_is(vm.types.TypeError)) return false;
    vm.clear_error();
  }
  const Value method = type_lookup(vm, type, vm.names.dunder_length_hint);
  if (method.is_empty() || (method.is_kind(Kind::Native) && type != vm.types.sequence_iterator)) return true;
  const Ref hint = call_special(vm, method, iterable);
  if (!hint) {
    if (!vm.error_is(vm.types.TypeError)) return false;
    vm.clear_error();
    return true;
  }
  if (hint.get() == kNotImplemented) return true;
  if (!is_int_like(hint)) {
    vm.raise(vm.types.TypeError, "__length_hint__ must be an integer, not {}", type_name(vm, hint));
    return false;
  }
  if (truth(vm, hint) == 1 && less_than(vm, hint, Value::from_int(0)) == 1) {
    vm.raise(vm.types.ValueError, "__length_hint__() should return >= 0");
    return false;
  }
  return fits(hint);
}

/// An empty list gets an even number of places.
static std::uint64_t places_to_extend(const List* list, std::uint64_t count) {
  return list->capacity == 0 ? (count + 1) & ~std::uint64_t{1} : list->count + count;
}

bool list_extend(Vm& vm, List* list, Value iterable) {
  const Ref held = Value(list);
  if (iterable.is_object() && !iterable.object()->type->is_user) {
    if (iterable.object()->kind == Kind::List || iterable.object()->kind == Kind::Tuple) {
      const bool is_list = iterable.object()->kind == Kind::List;
      const std::uint32_t count = is_list ? cast<List>(iterable)->count : cast<Tuple>(iterable)->count;
      if (!list_reserve(vm, list, places_to_extend(list, count))) return false;
      for (std::uint32_t i = 0; i < count; ++i) list_append(vm, list, is_list ? cast<List>(iterable)->items[i] : cast<Tuple>(iterable)->items[i]);
      vm.charge(count / 2);
      return true;
    }
    if (iterable.object()->kind == Kind::Range) {
      const std::int64_t count = length(vm, iterable);
      if (count < 0) {
        // list_extend asks PyObject_LengthHint, which takes a len() that fails by anything but TypeError as it is.
        return false;
      }
      if (!list_reserve(vm, list, places_to_extend(list, static_cast<std::uint64_t>(count)))) return false;
    }
  }
  const auto add = [&](Value item) {
    if (vm.heap.over_limit()) {
      vm.raise(vm.types.MemoryError, "");
      return false;
    }
    list_append(vm, list, item);
    return true;
  };
  const bool walks_users = iterable.is_kind(Kind::Iterator) && cast<Iterator>(iterable)->what() == IteratorKind::Sequence;  // __getitem__
  if (!walks_users && (!iterable.is_object() || !iterable.object()->type->is_user)) return for_each(vm, iterable, add);
  const Ref iterator = get_iterator(vm, iterable);
  if (!iterator || !ask_length_hint(vm, iterable)) return false;
  while (true) {
    const Ref item = next_item(vm, iterator);
    if (!item) return !vm.has_error();
    if (!add(item) || !vm.tick()) return false;
  }
}

Ref list_from(Vm& vm, Value iterable) {
  Ref list = make_list(vm);
  return list_extend(vm, cast<List>(list), iterable) ? list : Ref();
}

Ref tuple_from(Vm& vm, Value iterable) {
  if (iterable.is_kind(Kind::Tuple) && type_of(vm, iterable) == vm.types.tuple) return iterable;
  const Ref list = list_from(vm, iterable);
  if (!list) return {};
  return tuple_of(vm, {cast<List>(list)->items, cast<List>(list)->count});
}

bool dict_update(Vm& vm, Dict* dict, Value other) {
  if (other.is_kind(Kind::Dict) && (!other.object()->type->is_user || is_layout_native(type_lookup(vm, other.object()->type, vm.names.dunder_iter)))) {
    const Dict* from = cast<Dict>(other);
    const Ref held = other;
    vm.charge(from->used);
    if (dict_begin_merge(vm, dict, from)) return true;
    const std::uint32_t filled = from->filled;
    const bool is_empty = dict->used == 0 && from != dict;  // then the keys are taken as they are, and none is compared
    for (std::uint32_t i = 0; i < from->filled; ++i) {
      const Ref key = from->entries[i].key, value = from->entries[i].value;
      if (key.get().is_empty()) continue;
      if (is_empty) dict_insert(vm, dict, key, from->entries[i].hash, value);
      else if (!dict_set_hashed(vm, dict, key, from->entries[i].hash, value)) return false;
      if (from != dict && from->filled != filled) {
        vm.raise(vm.types.RuntimeError, "dict mutated during update");
        return false;
      }
    }
    return true;
  }
  if (const Ref keys = find_attribute(vm, other, vm.names.word_keys)) {
    const Ref list = call(vm, keys);
    if (!list) return false;
    return for_each(vm, list, [&](Value key) {
      const Ref value = get_item(vm, other, key);
      return value && dict_set(vm, dict, key, value);
    });
  }
  if (vm.has_error()) return false;
  std::int64_t number = 0;
  return for_each(vm, other, [&](Value item) {
    const Ref walk = get_iterator(vm, item);  // PySequence_Fast: it is the iterator that is asked how long it is
    const Ref both = walk ? tuple_from(vm, walk) : Ref();
    if (!both) {
      if (vm.error_is(vm.types.TypeError)) {
        vm.clear_error();
        vm.raise(vm.types.TypeError, "cannot convert dictionary update sequence element #{} to a sequence", number);
      }
      return false;
    }
    const Tuple* tuple = cast<Tuple>(both);
    if (tuple->count != 2) {
      vm.raise(vm.types.ValueError, "dictionary update sequence element #{} has length {}; 2 is required", number, tuple->count);
      return false;
    }
    ++number;
    return dict_set(vm, dict, tuple->items[0], tuple->items[1]);
  });
}

}  // namespace waiter::python
