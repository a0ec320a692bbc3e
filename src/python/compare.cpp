// Comparison, equality, hashing, truth, length, membership, isinstance.

#include <cmath>

#include "python/methods/memory_view.h"
#include "python/operations.h"
#include "python/range.h"
#include "python/recursion.h"
#include "python/set.h"
#include "python/text/big_int.h"

namespace waiter::python {
namespace {

/// A user's dunder (a Function, or anything a class put there); not the natives of builtin layouts.
Value users_method(Vm& vm, Value object, Str* name) {
  if (!object.is_object()) return {};
  const Object* o = object.object();
  const bool own_kind = o->kind == Kind::Extension || o->kind == Kind::Instance;
  if (!o->type->is_user && !own_kind) return {};
  const Value found = type_lookup(vm, o->type, name);
  if (is_layout_native(found)) return own_kind && cast<Native>(found)->owner != vm.types.object ? found : Value();
  return found;
}

Str* compare_name(Vm& vm, CompareKind kind) {
  Str* const names[] = {vm.names.dunder_lt, vm.names.dunder_le, vm.names.dunder_eq, vm.names.dunder_ne, vm.names.dunder_gt, vm.names.dunder_ge};
  return names[static_cast<int>(kind)];
}

CompareKind reflected(CompareKind kind) {
  switch (kind) {
    case CompareKind::Lt: return CompareKind::Gt;
    case CompareKind::Le: return CompareKind::Ge;
    case CompareKind::Gt: return CompareKind::Lt;
    case CompareKind::Ge: return CompareKind::Le;
    default: return kind;
  }
}

template <class T>
bool holds(CompareKind kind, T ordering) {
  switch (kind) {
    case CompareKind::Lt: return ordering < 0;
    case CompareKind::Le: return ordering <= 0;
    case CompareKind::Eq: return ordering == 0;
    case CompareKind::Ne: return ordering != 0;
    case CompareKind::Gt: return ordering > 0;
    case CompareKind::Ge: return ordering >= 0;
  }
  return false;
}

bool is_number(Value value) { return is_int_like(value) || is_float(value); }

bool compare_numbers(CompareKind kind, Value left, Value right) {
  if (is_float(left) && is_float(right)) return holds(kind, float_value(left) <=> float_value(right));
  if (is_float(left)) return holds(reflected(kind), big_value(right).compare(float_value(left)));
  if (is_float(right)) return holds(kind, big_value(left).compare(float_value(right)));
  const Value l = plain_int(left), r = plain_int(right);
  if (l.is_int() && r.is_int()) return holds(kind, l.as_int() <=> r.as_int());
  return holds(kind, big_value(l) <=> big_value(r));
}

/// The first place where two sequences differ decides (list and tuple).
Ref compare_sequences(Vm& vm, CompareKind kind, Value left, Value right) {
  const auto count = [](Value v) { return v.is_kind(Kind::List) ? cast<List>(v)->count : cast<Tuple>(v)->count; };
  const auto item = [](Value v, std::uint32_t i) { return v.is_kind(Kind::List) ? cast<List>(v)->items[i] : cast<Tuple>(v)->items[i]; };
  if (count(left) != count(right) && (kind == CompareKind::Eq || kind == CompareKind::Ne)) return Value::from_bool(kind == CompareKind::Ne);
  for (std::uint32_t i = 0; i < count(left) && i < count(right); ++i) {
    const Ref a = item(left, i), b = item(right, i);
    if (a.get().is_int() && b.get().is_int()) {  // what a key of sorted() is made of, at once
      if (a.get() == b.get()) continue;
      return Value::from_bool(holds(kind, a.get().as_int() <=> b.get().as_int()));
    }
    const int same = equal(vm, a, b);
    if (same < 0) return {};
    if (same == 1) continue;
    if (kind == CompareKind::Eq) return kFalse;
    if (kind == CompareKind::Ne) return kTrue;
    return compare(vm, kind, a, b);
  }
  vm.charge(count(left));
  return Value::from_bool(holds(kind, count(left) <=> count(right)));
}

Ref compare_dicts(Vm& vm, CompareKind kind, const Dict* left, const Dict* right) {
  if (kind != CompareKind::Eq && kind != CompareKind::Ne) return kNotImplemented;
  const auto answer = [&](bool same) { return Ref(Value::from_bool(same == (kind == CompareKind::Eq))); };
  if (left->used != right->used) return answer(false);
  for (std::uint32_t i = 0; i < left->filled; ++i) {
    const DictEntry entry = left->entries[i];
    if (entry.key.is_empty()) continue;
    const Ref key = entry.key, a = entry.value;  // an __eq__ may empty both
    const DictFind found = dict_find_hashed(vm, right, key, entry.hash);
    if (found.failed) return {};
    if (found.entry < 0) return answer(false);
    const Ref b = right->entries[found.entry].value;
    const int same = equal(vm, a, b);
    if (same < 0) return {};
    if (same == 0) return answer(false);
  }
  return answer(true);
}

Ref compare_sets(Vm& vm, CompareKind kind, const Set* left, const Set* right) {
  int result = 0;
  switch (kind) {
    case CompareKind::Eq:
    case CompareKind::Ne:
      result = left->used != right->used ? 0 : set_is_subset(vm, left, right);
      if (result >= 0 && kind == CompareKind::Ne) result = 1 - result;
      break;
    case CompareKind::Le: result = set_is_subset(vm, left, right); break;
    case CompareKind::Ge: result = set_is_subset(vm, right, left); break;
    case CompareKind::Lt: result = left->used >= right->used ? 0 : set_is_subset(vm, left, right); break;
    case CompareKind::Gt: result = right->used >= left->used ? 0 : set_is_subset(vm, right, left); break;
  }
  return result < 0 ? Ref() : Ref(Value::from_bool(result == 1));
}

/// dictview_richcompare, all_contained_in: by size and `in`, so that values without a hash are compared as well.
Ref compare_views(Vm& vm, CompareKind kind, Value left, Value right) {
  const auto size = [](Value value) { return value.is_kind(Kind::Set) ? cast<Set>(value)->used : cast<View>(value)->dict->used; };
  const std::uint32_t left_size = size(left), right_size = size(right);
  bool fits = holds(kind == CompareKind::Ne ? CompareKind::Eq : kind, left_size <=> right_size);
  if (fits) {
    const bool other_way = kind == CompareKind::Gt || kind == CompareKind::Ge;
    const Value container = other_way ? left : right;
    const bool fine = for_each(vm, other_way ? right : left, [&](Value item) {
      const int in = contains(vm, container, item);
      fits = in == 1;
      return in == 1;
    });
    if (!fine && vm.has_error()) return {};
  }
  return Value::from_bool(fits == (kind != CompareKind::Ne));
}

Ref compare_ranges(Vm& vm, CompareKind kind, Value left, Value right) {
  if (kind != CompareKind::Eq && kind != CompareKind::Ne) return kNotImplemented;
  const Range* a = cast<Range>(left);
  const Range* b = cast<Range>(right);
  const text::BigInt n = range_length(a);
  int same = n == range_length(b) ? 1 : 0;
  if (same == 1 && n.sign() > 0) same = equal(vm, a->start, b->start);
  if (same == 1 && n > text::BigInt(1)) same = equal(vm, a->step, b->step);
  if (same < 0) return {};
  return Value::from_bool((same == 1) == (kind == CompareKind::Eq));
}

/// What the types' own C++ does.
Ref native_compare(Vm& vm, CompareKind kind, Value left, Value right) {
  if (is_number(left) && is_number(right)) return Value::from_bool(compare_numbers(kind, left, right));
  if (left.is_object() && right.is_object() && left.object()->kind == right.object()->kind) {
    switch (left.object()->kind) {
      case Kind::Str: {
        if (kind == CompareKind::Eq || kind == CompareKind::Ne) {
          const Str* a = cast<Str>(left);
          const Str* b = cast<Str>(right);
          const bool same = a == b || (a->size == b->size && a->view() == b->view());
          return Value::from_bool(same == (kind == CompareKind::Eq));
        }
        // UTF-8 compares as code points do.
        return Value::from_bool(holds(kind, str_view(left).compare(str_view(right))));
      }
      case Kind::Bytes: return Value::from_bool(holds(kind, cast<Bytes>(left)->view().compare(cast<Bytes>(right)->view())));
      case Kind::List:
      case Kind::Tuple: return compare_sequences(vm, kind, left, right);
      case Kind::Dict: return compare_dicts(vm, kind, cast<Dict>(left), cast<Dict>(right));
      case Kind::Set: return compare_sets(vm, kind, cast<Set>(left), cast<Set>(right));
      case Kind::Range: return compare_ranges(vm, kind, left, right);
      case Kind::Slice: {
        const auto as_tuple = [&](const Slice* slice) {
          const Value parts[] = {slice->start, slice->stop, slice->step};
          return tuple_of(vm, parts);
        };
        const Ref a = as_tuple(cast<Slice>(left)), b = as_tuple(cast<Slice>(right));
        return compare_sequences(vm, kind, a, b);
      }
      case Kind::BoundMethod: {
        if (kind != CompareKind::Eq && kind != CompareKind::Ne) return kNotImplemented;
        const auto* a = cast<BoundMethod>(left);
        const auto* b = cast<BoundMethod>(right);
        return Value::from_bool((a->self == b->self && a->function == b->function) == (kind == CompareKind::Eq));
      }
      case Kind::Native: {
        if (kind != CompareKind::Eq && kind != CompareKind::Ne) return kNotImplemented;
        const auto* a = cast<Native>(left);
        const auto* b = cast<Native>(right);
        return Value::from_bool((a == b || (a->def == b->def && a->self == b->self && a->self != kUnbound)) == (kind == CompareKind::Eq));
      }
      default: break;
    }
  }
  if ((is_set_view(left) && (is_set_view(right) || right.is_kind(Kind::Set))) || (left.is_kind(Kind::Set) && is_set_view(right)))
    return compare_views(vm, kind, left, right);
  return kNotImplemented;
}

const char* symbol(CompareKind kind) {
  static constexpr const char* kSymbols[] = {"<", "<=", "==", "!=", ">", ">="};
  return kSymbols[static_cast<int>(kind)];
}

/// One side's answer: its dunder, or its C++. For !=, a user's __eq__ turned round.
Ref one_side(Vm& vm, CompareKind kind, Value object, Value other) {
  const Value args[] = {other};
  if (const Value method = users_method(vm, object, compare_name(vm, kind)); !method.is_empty()) return call_special(vm, method, object, args);
  // Only object's __ne__ asks __eq__; the builtin types have their own.
  const Value own_ne = kind == CompareKind::Ne ? type_lookup(vm, type_of(vm, object), vm.names.dunder_ne) : Value();
  if (kind == CompareKind::Ne && !(own_ne.is_kind(Kind::Native) && cast<Native>(own_ne)->owner != vm.types.object)) {
    if (const Value method = users_method(vm, object, vm.names.dunder_eq); !method.is_empty()) {
      Ref same = call_special(vm, method, object, args);
      if (!same || same.get() == kNotImplemented) return same;
      const int yes = truth(vm, same);
      return yes < 0 ? Ref() : Ref(Value::from_bool(yes == 0));
    }
  }
  return native_compare(vm, kind, object, other);
}

std::uint64_t rotate(std::uint64_t value, int by) { return (value << by) | (value >> (64 - by)); }

/// tuplehash (xxHash), because sets of tuples show it.
bool hash_tuple(Vm& vm, const Tuple* tuple, std::int64_t& result) {
  const LightCall level(vm);
  if (!level) return false;
  constexpr std::uint64_t kPrime1 = 11400714785074694791ull, kPrime2 = 14029467366897019727ull, kPrime5 = 2870177450012600261ull;
  std::uint64_t acc = kPrime5;
  for (std::uint32_t i = 0; i < tuple->count; ++i) {
    std::int64_t lane = 0;
    if (!hash(vm, tuple->items[i], lane)) return false;
    acc += static_cast<std::uint64_t>(lane) * kPrime2;
    acc = rotate(acc, 31) * kPrime1;
  }
  acc += tuple->count ^ (kPrime5 ^ 3527539ull);
  result = acc == UINT64_MAX ? 1546275796 : static_cast<std::int64_t>(acc);
  return true;
}

/// frozenset_hash.
bool hash_set(const Set* set, std::int64_t& result) {
  const auto shuffle = [](std::uint64_t h) { return ((h ^ 89869747ull) ^ (h << 16)) * 3644798167ull; };
  std::uint64_t value = 0;
  for (std::uint32_t i = 0; i <= set->mask; ++i) value ^= shuffle(static_cast<std::uint64_t>(set->table[i].key.is_empty() ? 0 : set->table[i].hash));
  if (((set->mask + 1 - set->filled) & 1) != 0) value ^= shuffle(0);
  if (((set->filled - set->used) & 1) != 0) value ^= shuffle(UINT64_MAX);
  value ^= (static_cast<std::uint64_t>(set->used) + 1) * 1927868237ull;
  value ^= (value >> 11) ^ (value >> 25);
  value = value * 69069u + 907133923ull;
  result = value == UINT64_MAX ? 590923713 : static_cast<std::int64_t>(value);
  return true;
}

std::int64_t hash_identity(const Object* object) {
  const std::uint64_t bits = Heap::address_of(object);
  return static_cast<std::int64_t>((bits >> 4) | (bits << 60));
}

}  // namespace

namespace {

Ref compare_counted(Vm& vm, CompareKind kind, Value left, Value right, bool users) {
  Ref result;
  if (!users) {
    result = native_compare(vm, kind, left, right);
    if (!result || result.get() != kNotImplemented) return result;
  } else {
    Type* left_type = type_of(vm, left);
    Type* right_type = type_of(vm, right);
    bool right_done = false;
    if (left_type != right_type && is_subtype(right_type, left_type)) {
      right_done = true;
      result = one_side(vm, reflected(kind), right, left);
      if (!result || result.get() != kNotImplemented) return result;
    }
    result = one_side(vm, kind, left, right);
    if (!result || result.get() != kNotImplemented) return result;
    if (!right_done) {
      result = one_side(vm, reflected(kind), right, left);
      if (!result || result.get() != kNotImplemented) return result;
    }
  }
  if (kind == CompareKind::Eq) return Value::from_bool(left == right);
  if (kind == CompareKind::Ne) return Value::from_bool(!(left == right));
  return vm.raise(vm.types.TypeError, "'{}' not supported between instances of '{}' and '{}'", symbol(kind), type_name(vm, left), type_name(vm, right));
}

}  // namespace

Ref compare(Vm& vm, CompareKind kind, Value left, Value right) {
  const bool users = users_method(vm, left, compare_name(vm, kind)).is_empty() == false || (left.is_object() && left.object()->type->is_user) ||
                     (right.is_object() && right.object()->type->is_user) || left.is_kind(Kind::Extension) || right.is_kind(Kind::Extension);
  const bool may_nest = users || left.is_kind(Kind::List) || left.is_kind(Kind::Tuple) || left.is_kind(Kind::Dict) || left.is_kind(Kind::Slice);
  if (may_nest) {
    const NativeLevel level(vm, " in comparison");
    return level ? compare_counted(vm, kind, left, right, users) : Ref();
  }
  return compare_counted(vm, kind, left, right, users);
}

int equal(Vm& vm, Value left, Value right) {
  if (left == right) return 1;
  if (left.is_int() && right.is_int()) return 0;
  if (left.is_kind(Kind::Str) && right.is_kind(Kind::Str) && !left.object()->type->is_user && !right.object()->type->is_user) {
    const Str* a = cast<Str>(left);
    const Str* b = cast<Str>(right);
    return a->size == b->size && std::memcmp(a->data, b->data, a->size) == 0 ? 1 : 0;
  }
  const Ref result = compare(vm, CompareKind::Eq, left, right);
  return result ? truth(vm, result) : -1;
}

int less_than(Vm& vm, Value left, Value right) {
  if (left.is_int() && right.is_int()) return left.as_int() < right.as_int() ? 1 : 0;
  const Ref result = compare(vm, CompareKind::Lt, left, right);
  return result ? truth(vm, result) : -1;
}

int less_than_of_one_class(Vm& vm, Value left, Value right) {
  {
    const NativeLevel level(vm, " in comparison");
    const Ref result = level ? one_side(vm, CompareKind::Lt, left, right) : Ref();
    if (!result) return -1;
    if (result.get() != kNotImplemented) return truth(vm, result);
  }
  return less_than(vm, left, right);
}

std::uint64_t hash_text(std::string_view text) {
  if (text.empty()) return 0;
  // CPython's string hashes differ from process to process, so ours may be anything that is the same everywhere: FNV-1a.
  std::uint64_t h = 14695981039346656037ull;
  for (const char c : text) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  h ^= h >> 32;
  return h == 0 || h == UINT64_MAX ? 0x5bd1e995 : h;
}

std::uint64_t hash_string(Str* text) {
  if (text->hash != 0 || text->size == 0) return text->hash;  // hash("") is 0
  return text->hash = hash_text(text->view());
}

bool hash(Vm& vm, Value value, std::int64_t& result) {
  if (value.is_int()) {
    result = text::hash_int64(value.as_int());
    return true;
  }
  if (value.is_inline_float()) {
    result = text::hash_double(value.inline_float());
    return true;
  }
  if (!value.is_object()) {
    result = value.is_bool() ? (value.is_true() ? 1 : 0) : static_cast<std::int64_t>(value.bits() * 2654435761u);
    return true;
  }
  Object* object = value.object();
  if (object->type->is_user || object->kind == Kind::Extension || object->kind == Kind::Instance) {
    const Value method = type_lookup(vm, object->type, vm.names.dunder_hash);
    if (method.is_none()) {
      vm.raise(vm.types.TypeError, "unhashable type: '{}'", name_in_messages(object->type));
      return false;
    }
    const bool own = method.is_kind(Kind::Native) && cast<Native>(method)->owner != vm.types.object &&
                     (object->kind == Kind::Instance || object->kind == Kind::Extension);
    if (own || (!method.is_empty() && !is_layout_native(method))) {
      const Ref answer = call_special(vm, method, value);
      if (!answer) return false;
      if (!is_int_like(answer)) {
        vm.raise(vm.types.TypeError, "__hash__ method should return an integer");
        return false;
      }
      const text::BigInt number = big_value(answer);  // one of a machine word is taken as it is
      result = number.fits_int64() ? number.to_int64() : number.hash();
      if (result == -1) result = -2;
      return true;
    }
  }
  switch (object->kind) {
    case Kind::Str: result = static_cast<std::int64_t>(hash_string(static_cast<Str*>(object))); return true;
    case Kind::Int: result = static_cast<Int*>(object)->value->hash(); return true;
    case Kind::Float: {
      const double number = static_cast<Float*>(object)->value;
      result = std::isnan(number) ? hash_identity(object) : text::hash_double(number);
      return true;
    }
    case Kind::Tuple: return hash_tuple(vm, static_cast<Tuple*>(object), result);
    case Kind::Bytes:
      if ((object->flags & kFrozen) == 0) break;
      {
        if (static_cast<Bytes*>(object)->size == 0) return result = 0, true;
        std::uint64_t h = 14695981039346656037ull;
        for (const char c : static_cast<Bytes*>(object)->view()) h = (h ^ static_cast<unsigned char>(c)) * 1099511628211ull;
        result = static_cast<std::int64_t>(h >> 1);
      }
      return true;
    case Kind::Set:
      if ((object->flags & kFrozen) == 0) break;
      return hash_set(static_cast<Set*>(object), result);
    case Kind::Range: {
      const auto* range = static_cast<Range*>(object);
      const text::BigInt length_of_it = range_length(range);
      const Ref count = make_int(vm, length_of_it);
      const Value items[] = {count, length_of_it.sign() > 0 ? range->start : kNone, length_of_it > text::BigInt(1) ? range->step : kNone};
      const Ref tuple = tuple_of(vm, items);
      return hash_tuple(vm, cast<Tuple>(tuple), result);
    }
    case Kind::BoundMethod: {
      const auto* method = static_cast<BoundMethod*>(object);
      result = hash_identity(method->function.object()) ^ static_cast<std::int64_t>(identity_of(method->self) >> 4);
      return true;
    }
    case Kind::List: case Kind::Dict: case Kind::Slice: break;
    case Kind::View:
      if (object->extra != static_cast<std::uint16_t>(IteratorKind::DictValues)) break;
      result = hash_identity(object);
      return true;
    default: result = hash_identity(object); return true;
  }
  vm.raise(vm.types.TypeError, "unhashable type: '{}'", name_in_messages(object->type));
  return false;
}

int truth(Vm& vm, Value value) {
  if (value.is_constant()) {
    if (value == kNotImplemented) {
      vm.warn(vm.types.DeprecationWarning, "NotImplemented should not be used in a boolean context");
      if (vm.has_error()) return -1;
    }
    return value.is_none() || value.is_false() ? 0 : 1;
  }
  if (value.is_int()) return value.as_int() != 0 ? 1 : 0;
  if (is_float(value) && !(value.is_object() && value.object()->type->is_user)) return float_value(value) != 0.0 ? 1 : 0;
  Object* object = value.object();
  if (object->type->is_user || object->kind == Kind::Extension) {
    if (const Value method = type_lookup(vm, object->type, vm.names.dunder_bool); !method.is_empty() && !is_layout_native(method)) {
      const Ref answer = call_special(vm, method, value);
      if (!answer) return -1;
      if (!answer.get().is_bool()) {
        vm.raise(vm.types.TypeError, "__bool__ should return bool, returned {}", type_name(vm, answer));
        return -1;
      }
      return answer.get().is_true() ? 1 : 0;
    }
    // A number's own nb_bool comes before a __len__ that a subclass adds.
    const bool is_number = object->kind == Kind::Int || object->kind == Kind::Float;
    const Value method = is_number ? Value() : type_lookup(vm, object->type, vm.names.dunder_len);
    if (!method.is_empty() && (!is_layout_native(method) || object->kind == Kind::Extension)) {
      const std::int64_t count = length(vm, value);
      return count < 0 ? -1 : count > 0 ? 1 : 0;
    }
  }
  switch (object->kind) {
    case Kind::Str: return static_cast<Str*>(object)->size != 0 ? 1 : 0;
    case Kind::Bytes: return static_cast<Bytes*>(object)->size != 0 ? 1 : 0;
    case Kind::List: return static_cast<List*>(object)->count != 0 ? 1 : 0;
    case Kind::Tuple: return static_cast<Tuple*>(object)->count != 0 ? 1 : 0;
    case Kind::Dict: return static_cast<Dict*>(object)->used != 0 ? 1 : 0;
    case Kind::Set: return static_cast<Set*>(object)->used != 0 ? 1 : 0;
    case Kind::View: return static_cast<View*>(object)->dict->used != 0 ? 1 : 0;
    case Kind::Float: return static_cast<Float*>(object)->value != 0.0 ? 1 : 0;
    case Kind::Int: return static_cast<Int*>(object)->value->is_zero() ? 0 : 1;
    case Kind::Range: return range_is_empty(static_cast<Range*>(object)) ? 0 : 1;
    default: return 1;
  }
}

std::int64_t length(Vm& vm, Value value) {
  if (value.is_object()) {
    Object* object = value.object();
    const Value method = object->type->is_user || object->kind == Kind::Extension || object->kind == Kind::Type
                             ? type_lookup(vm, object->type, vm.names.dunder_len) : Value();
    if (!method.is_empty() && (!is_layout_native(method) || object->kind == Kind::Extension)) {
      const Ref answer = call_special(vm, method, value);
      if (!answer) return -1;
      const Ref index = to_index(vm, answer);
      if (!index) return -1;
      const bool is_negative = big_value(index).sign() < 0;  // asked before whether it fits (slot_sq_length)
      const auto count = is_negative ? std::optional<std::int64_t>(-1) : to_int64(vm, index, vm.types.OverflowError);
      if (!count) return -1;
      if (*count < 0) {
        vm.raise(vm.types.ValueError, "__len__() should return >= 0");
        return -1;
      }
      return *count;
    }
    switch (object->kind) {
      case Kind::Str: return static_cast<Str*>(object)->length;
      case Kind::Bytes: return static_cast<Bytes*>(object)->size;
      case Kind::List: return static_cast<List*>(object)->count;
      case Kind::Tuple: return static_cast<Tuple*>(object)->count;
      case Kind::Dict: return static_cast<Dict*>(object)->used;
      case Kind::Set: return static_cast<Set*>(object)->used;
      case Kind::View: return static_cast<View*>(object)->dict->used;
      case Kind::Range: {
        const auto* range = static_cast<Range*>(object);
        if (range->start.is_int() && range->stop.is_int() && range->step.is_int()) {
          const std::int64_t a = range->start.as_int(), b = range->stop.as_int(), s = range->step.as_int();
          if (s > 0) return a < b ? (b - a - 1) / s + 1 : 0;
          return a > b ? (a - b - 1) / -s + 1 : 0;
        }
        const text::BigInt count = range_length(range);
        if (count.fits_int64()) return count.to_int64();
        vm.raise(vm.types.OverflowError, "Python int too large to convert to C ssize_t");
        return -1;
      }
      default: break;
    }
  }
  vm.raise(vm.types.TypeError, "object of type '{}' has no len()", type_name(vm, value));
  return -1;
}

int contains(Vm& vm, Value container, Value item) {
  if (container.is_object()) {
    Object* object = container.object();
    if (object->type->is_user || object->kind == Kind::Extension || object->kind == Kind::Type) {
      const Value method = type_lookup(vm, object->type, vm.names.dunder_contains);
      if (method.is_none()) {
        vm.raise(vm.types.TypeError, "'{}' object is not a container", object->type->name->view());
        return -1;
      }
      if (!method.is_empty() && (!is_layout_native(method) || object->kind == Kind::Extension)) {
        const Value args[] = {item};
        const Ref answer = call_special(vm, method, container, args);
        return answer ? truth(vm, answer) : -1;
      }
    }
    switch (object->kind) {
      case Kind::Str:
        if (!is_str(item)) {
          vm.raise(vm.types.TypeError, "'in <string>' requires string as left operand, not {}", type_name(vm, item));
          return -1;
        }
        return str_view(container).find(str_view(item)) != std::string_view::npos ? 1 : 0;
      case Kind::Dict: {
        const DictFind found = dict_find(vm, static_cast<Dict*>(object), item);
        return found.failed ? -1 : found.entry >= 0 ? 1 : 0;
      }
      case Kind::Set: return set_contains_key(vm, static_cast<Set*>(object), item);
      case Kind::View: {
        const Dict* dict = static_cast<View*>(object)->dict;
        if (object->extra == static_cast<std::uint16_t>(IteratorKind::DictKeys)) {
          const DictFind found = dict_find(vm, dict, item);
          return found.failed ? -1 : found.entry >= 0 ? 1 : 0;
        }
        if (object->extra == static_cast<std::uint16_t>(IteratorKind::DictItems)) {
          if (!item.is_kind(Kind::Tuple) || cast<Tuple>(item)->count != 2) return 0;
          const Ref value = dict_get(vm, dict, cast<Tuple>(item)->items[0]);
          if (!value) return vm.has_error() ? -1 : 0;
          return equal(vm, value, cast<Tuple>(item)->items[1]);
        }
        break;
      }
      case Kind::List:
      case Kind::Tuple: {
        const bool is_list = object->kind == Kind::List;
        for (std::uint32_t i = 0; i < (is_list ? static_cast<List*>(object)->count : static_cast<Tuple*>(object)->count); ++i) {
          const Ref each = is_list ? static_cast<List*>(object)->items[i] : static_cast<Tuple*>(object)->items[i];
          const int same = equal(vm, each, item);
          if (same != 0) return same;
          if ((i & 63) == 63) vm.charge(16);
        }
        return 0;
      }
      case Kind::Bytes: {
        const std::string_view bytes = static_cast<Bytes*>(object)->view();
        if (const auto part = contents_of_buffer(vm, item)) return bytes.find(*part) != std::string_view::npos ? 1 : 0;
        if (vm.has_error()) return -1;
        if (is_int_like(item)) {
          const text::BigInt wide = big_value(item);
          const std::optional<std::int64_t> byte = wide.fits_int64() ? wide.to_int64() : -1;
          if (*byte < 0 || *byte > 255) {
            vm.raise(vm.types.ValueError, "byte must be in range(0, 256)");
            return -1;
          }
          return bytes.find(static_cast<char>(*byte)) != std::string_view::npos ? 1 : 0;
        }
        vm.raise(vm.types.TypeError, "a bytes-like object is required, not '{}'", type_name(vm, item));
        return -1;
      }
      case Kind::Range:
        if (is_int_like(item)) {
          return range_holds(static_cast<Range*>(object), big_value(item)) ? 1 : 0;
        }
        break;
      default: break;
    }
  }
  const Ref iterator = get_iterator(vm, container);
  if (!iterator) {
    if (vm.error_is(vm.types.TypeError)) {
      vm.clear_error();
      vm.raise(vm.types.TypeError, "argument of type '{}' is not iterable", type_name(vm, container));
    }
    return -1;
  }
  while (true) {
    const Ref each = next_item(vm, iterator);
    if (!each) return vm.has_error() ? -1 : 0;
    const int same = equal(vm, each, item);
    if (same != 0) return same;
    if (!vm.tick()) return -1;
  }
}

namespace {

template <class Test>
int any_of(Vm& vm, Value type_or_tuple, const char* doing, Test test) {
  if (type_or_tuple.is_kind(Kind::Tuple)) {
    const NativeLevel level(vm, doing);
    if (!level) return -1;
    const Tuple* tuple = cast<Tuple>(type_or_tuple);
    for (std::uint32_t i = 0; i < tuple->count; ++i) {
      const int yes = any_of(vm, tuple->items[i], doing, test);
      if (yes != 0) return yes;
    }
    return 0;
  }
  return test(type_or_tuple);
}

}  // namespace

namespace {

/// An object may say with its __class__ that it is of another class than it is: proxies do. 1, 0, -1.
int says_to_be(Vm& vm, Value value, const Type* type) {
  Type* own = type_of(vm, value);
  if (!own->is_user || (!own->has_getattribute && type_lookup(vm, own, vm.names.dunder_class).is_empty())) return 0;
  const Ref shown = find_attribute(vm, value, vm.names.dunder_class);
  if (!shown) return vm.has_error() ? -1 : 0;
  return shown.get().is_kind(Kind::Type) && is_subtype(cast<Type>(shown), type) ? 1 : 0;
}

}  // namespace

int is_instance_of(Vm& vm, Value value, Value type_or_tuple) {
  return any_of(vm, type_or_tuple, " in __instancecheck__", [&](Value each) -> int {
    if (each.is_kind(Kind::Type)) {
      Type* type = cast<Type>(each);
      if (type == type_of(vm, value)) return 1;
      if (type->type == vm.types.type) {
        if (is_instance(vm, value, type)) return 1;
        return says_to_be(vm, value, type);
      }
    }
    const Value hook = type_lookup(vm, type_of(vm, each), vm.names.dunder_instancecheck);
    if (!hook.is_empty() && !(each.is_kind(Kind::Type) && is_layout_native(hook))) {
      const Value args[] = {value};
      const Ref answer = call_special(vm, hook, each, args);
      return answer ? truth(vm, answer) : -1;
    }
    if (each.is_kind(Kind::Type)) return is_instance(vm, value, cast<Type>(each)) ? 1 : 0;
    vm.raise(vm.types.TypeError, "isinstance() arg 2 must be a type, a tuple of types, or a union");
    return -1;
  });
}

int is_subclass_of(Vm& vm, Value type, Value type_or_tuple) {
  return any_of(vm, type_or_tuple, " in __subclasscheck__", [&](Value each) -> int {
    if (!type.is_kind(Kind::Type)) {  // asked for each: of an empty tuple nothing is
      vm.raise(vm.types.TypeError, "issubclass() arg 1 must be a class");
      return -1;
    }
    if (each.is_kind(Kind::Type) && cast<Type>(each)->type == vm.types.type) return is_subtype(cast<Type>(type), cast<Type>(each)) ? 1 : 0;
    const Value hook = type_lookup(vm, type_of(vm, each), vm.names.dunder_subclasscheck);
    if (!hook.is_empty() && !(each.is_kind(Kind::Type) && is_layout_native(hook))) {
      const Value args[] = {type};
      const Ref answer = call_special(vm, hook, each, args);
      return answer ? truth(vm, answer) : -1;
    }
    if (each.is_kind(Kind::Type)) return is_subtype(cast<Type>(type), cast<Type>(each)) ? 1 : 0;
    vm.raise(vm.types.TypeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union");
    return -1;
  });
}

}  // namespace waiter::python
