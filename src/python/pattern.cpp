#include "python/pattern.h"

#include <algorithm>
#include <optional>
#include <vector>

#include "python/exception_group.h"

namespace waiter::python {
namespace {

/// The flags that CPython's abstract base classes set: Sequence and Mapping carry them under this name, and what derives
/// from them has them too.
constexpr const char* kAbstractFlags = "__abc_tpflags__";
constexpr std::int64_t kSequenceFlag = 1 << 5;
constexpr std::int64_t kMappingFlag = 1 << 6;

bool has_abstract_flag(Vm& vm, Value value, std::int64_t flag) {
  const Value flags = type_lookup(vm, type_of(vm, value), intern(vm, kAbstractFlags));
  return flags.is_int() && (flags.as_int() & flag) != 0;
}

Ref pop(Frame* frame) { return Ref::steal(*--frame->top); }
void push(Frame* frame, Ref value) { *frame->top++ = value.release(); }

/// Types whose one positional sub-pattern is the subject itself: case str(x).
bool matches_itself(Vm& vm, const Type* type) {
  const Types& types = vm.types;
  for (const Type* base : {types.int_, types.str, types.float_, types.bytes, types.bytearray, types.dict, types.frozenset,
                           types.list, types.set, types.tuple})
    if (is_subtype(type, base)) return true;
  return false;
}

/// The attributes that a class pattern asks of its subject, each name once.
class AttributeMatch {
 public:
  AttributeMatch(Vm& vm, Value subject, const Type* type) : vm_(vm), subject_(subject), type_(type) {}

  /// False: the subject has it not, or an exception is set.
  bool take(Value name) {
    Str* text = intern(vm_, str_view(name));
    if (std::find(seen_.begin(), seen_.end(), text) != seen_.end()) {
      const auto shown = repr_of(vm_, name);
      vm_.raise(vm_.types.TypeError, "{}() got multiple sub-patterns for attribute {}", type_->name->view(), shown.value_or(""));
      return false;
    }
    seen_.push_back(text);
    Ref value = find_attribute(vm_, subject_, text);
    if (!value) return false;
    add(std::move(value));
    return true;
  }
  void add(Ref value) { values_.push_back(std::move(value)); }
  [[nodiscard]] Ref values() {
    Tuple* tuple = make_tuple_raw(vm_, static_cast<std::uint32_t>(values_.size()));
    for (std::size_t i = 0; i < values_.size(); ++i) tuple->items[i] = values_[i].release();
    return Ref::steal(Value(tuple));
  }

 private:
  Vm& vm_;
  Value subject_;
  const Type* type_;
  std::vector<Str*> seen_;
  std::vector<Ref> values_;
};

bool take_positional(Vm& vm, AttributeMatch& match, Value subject, Value cls, std::uint32_t count) {
  const Type* type = cast<Type>(cls);
  const Ref names = find_attribute(vm, cls, vm.names.dunder_match_args);
  if (!names && vm.has_error()) return false;
  if (names && (!names.get().is_kind(Kind::Tuple) || type_of(vm, names) != vm.types.tuple)) {
    vm.raise(vm.types.TypeError, "{}.__match_args__ must be a tuple (got {})", type->name->view(), type_name(vm, names));
    return false;
  }
  const bool itself = !names && matches_itself(vm, type);
  const std::uint32_t allowed = names ? cast<Tuple>(names)->count : itself ? 1 : 0;
  if (allowed < count) {
    vm.raise(vm.types.TypeError, "{}() accepts {} positional sub-pattern{} ({} given)", type->name->view(), allowed,
             allowed == 1 ? "" : "s", count);
    return false;
  }
  if (itself) {
    match.add(subject);
    return true;
  }
  for (std::uint32_t i = 0; i < count; ++i) {
    const Value name = cast<Tuple>(names)->items[i];
    if (!is_str(name)) {
      vm.raise(vm.types.TypeError, "__match_args__ elements must be strings (got {})", type_name(vm, name));
      return false;
    }
    if (!match.take(name)) return false;
  }
  return true;
}

/// The values that a class pattern's sub-patterns look at, or None; empty with an exception.
Ref match_attributes(Vm& vm, Value subject, Value cls, const Tuple* keywords, std::uint32_t positional) {
  if (!cls.is_kind(Kind::Type)) return vm.raise(vm.types.TypeError, "called match pattern must be a type");
  const int is_one = is_instance_of(vm, subject, cls);
  if (is_one < 0) return {};
  if (is_one == 0) return kNone;
  AttributeMatch match(vm, subject, cast<Type>(cls));
  bool found = positional == 0 || take_positional(vm, match, subject, cls, positional);
  for (std::uint32_t i = 0; found && i < keywords->count; ++i) found = match.take(keywords->items[i]);
  if (vm.has_error()) return {};
  return found ? match.values() : Ref(kNone);
}

/// The values of these keys, or None if one is missing; empty with an exception.
Ref match_key_values(Vm& vm, Value subject, const Tuple* keys) {
  Str* get = vm.names.word_get;
  const Ref seen = Ref::steal(Value(make_set(vm)));
  const Ref missing = make_list(vm);  // an object that is no value of any mapping
  std::vector<Value> values;
  std::vector<Ref> owners;
  for (std::uint32_t i = 0; i < keys->count; ++i) {
    const Value key = keys->items[i];
    const int added = set_add(vm, cast<Set>(seen), key);
    if (added < 0) return {};
    if (added == 0) {
      const auto shown = repr_of(vm, key);
      return shown ? vm.raise(vm.types.ValueError, "mapping pattern checks duplicate key ({})", *shown) : Ref();
    }
    const Value args[] = {key, missing};
    Ref value = call_method(vm, subject, get, args);
    if (!value) return {};
    if (value.get() == missing.get()) return kNone;
    values.push_back(value);
    owners.push_back(std::move(value));
  }
  return tuple_of(vm, values);
}

bool may_be_caught(Vm& vm, Value type) {
  const auto is_exception_type = [](Value value) { return value.is_kind(Kind::Type) && cast<Type>(value)->is_exception; };
  std::vector<Value> types = {type};
  if (type.is_kind(Kind::Tuple)) types.assign(cast<Tuple>(type)->items, cast<Tuple>(type)->items + cast<Tuple>(type)->count);
  for (const Value each : types) {
    if (is_exception_type(each)) continue;
    vm.raise(vm.types.TypeError, "catching classes that do not inherit from BaseException is not allowed");
    return false;
  }
  for (const Value each : types) {
    if (!is_subtype(cast<Type>(each), vm.types.BaseExceptionGroup)) continue;
    vm.raise(vm.types.TypeError, "catching ExceptionGroup with except* is not allowed. Use except instead.");
    return false;
  }
  return true;
}

/// group.split(type), by the class's own split() if a program wrote one.
bool split_by_type(Vm& vm, Value exception, Value type, GroupSplit& parts) {
  const Value own = type_lookup(vm, type_of(vm, exception), intern(vm, "split"));
  if (own.is_empty() || own.is_kind(Kind::Native))
    return split_group(vm, exception, [&](Value each) { return exception_matches(vm, each, type); }, true, parts);
  const Value args[] = {type};
  const Ref pair = call_special(vm, own, exception, args);
  if (!pair) return false;
  if (!pair.get().is_kind(Kind::Tuple) || cast<Tuple>(pair)->count < 2) {
    vm.raise(vm.types.TypeError, "{}.split must return a 2-tuple", type_name(vm, exception));
    return false;
  }
  const auto part = [&](int i) { return cast<Tuple>(pair)->items[i].is_none() ? Ref() : Ref(cast<Tuple>(pair)->items[i]); };
  parts.match = part(0);
  parts.rest = part(1);
  return true;
}

/// Both are parts of one group: nobody raised one of them anew.
bool same_metadata(const Exception* a, const Exception* b) {
  return a->traceback == b->traceback && a->cause == b->cause && a->context == b->context;
}

/// The exceptions in a tree of groups. Without recursion: a program may nest groups as deep as it likes.
void collect_leaves(Vm& vm, Value exception, std::vector<Object*>& leaves) {
  std::vector<Ref> left = {exception};
  while (!left.empty()) {
    const Ref each = std::move(left.back());
    left.pop_back();
    if (!is_exception_group(vm, each)) {
      leaves.push_back(each.get().object());
      continue;
    }
    const Ref members = group_members(vm, each);
    if (!members) continue;
    for (std::uint32_t i = 0; i < cast<Tuple>(members)->count; ++i) left.push_back(Ref(cast<Tuple>(members)->items[i]));
  }
}

/// What leaves a try statement whose except* clauses left these exceptions; None if nothing does.
Ref reraised(Vm& vm, Value original, const List* left) {
  if (left->count == 0) return kNone;
  // An exception without a group: at most one clause took it.
  if (!is_exception_group(vm, original)) return left->items[0];
  const Ref raised = make_list(vm);
  std::vector<Object*> kept;
  for (std::uint32_t i = 0; i < left->count; ++i) {
    const Value each = left->items[i];
    if (each.is_none()) continue;
    if (same_metadata(cast<Exception>(each), cast<Exception>(original))) collect_leaves(vm, each, kept);
    else list_append(vm, cast<List>(raised), each);
  }
  // What was raised again is put together in the shape that the original has.
  GroupSplit parts;
  const auto is_kept = [&](Value each) { return std::find(kept.begin(), kept.end(), each.object()) != kept.end() ? 1 : 0; };
  if (!kept.empty() && !split_group(vm, original, is_kept, false, parts)) return {};
  List* list = cast<List>(raised);
  if (list->count == 0) return parts.match ? std::move(parts.match) : Ref(kNone);
  if (parts.match) list_append(vm, list, parts.match);
  if (list->count == 1) return list->items[0];
  return make_group(vm, Value(intern(vm, "")), raised);
}

}  // namespace

bool is_match_sequence(Vm& vm, Value value) {
  if (!value.is_object()) return false;
  switch (value.object()->kind) {
    case Kind::List:
    case Kind::Tuple:
    case Kind::Range: return true;
    case Kind::Str:
    case Kind::Bytes: return false;
    default: return has_abstract_flag(vm, value, kSequenceFlag);
  }
}

bool is_match_mapping(Vm& vm, Value value) {
  if (!value.is_object()) return false;
  return value.object()->kind == Kind::Dict || has_abstract_flag(vm, value, kMappingFlag);
}

bool match_keys(Vm& vm, Frame* frame) {
  const Tuple* keys = cast<Tuple>(frame->top[-1]);
  Ref values = match_key_values(vm, frame->top[-2], keys);
  if (!values) return false;
  push(frame, std::move(values));
  return true;
}

bool match_class(Vm& vm, Frame* frame, std::uint32_t positional) {
  const Ref names = pop(frame);
  const Ref cls = pop(frame);
  const Ref subject = pop(frame);
  Ref values = match_attributes(vm, subject, cls, cast<Tuple>(names), positional);
  if (!values) return false;
  push(frame, std::move(values));
  return true;
}

bool dict_rest(Vm& vm, Frame* frame) {
  const Ref keys = pop(frame);
  const Ref subject = pop(frame);
  Ref rest = Ref::steal(Value(make_dict(vm)));
  if (!dict_update(vm, cast<Dict>(rest), subject)) return false;
  for (std::uint32_t i = 0; i < cast<Tuple>(keys)->count; ++i) {
    const int deleted = dict_delete(vm, cast<Dict>(rest), cast<Tuple>(keys)->items[i]);
    if (deleted == 0) raise_key_error(vm, cast<Tuple>(keys)->items[i]);
    if (deleted <= 0) return false;
  }
  push(frame, std::move(rest));
  return true;
}

bool check_group_match(Vm& vm, Frame* frame) {
  const Ref type = pop(frame);
  if (!may_be_caught(vm, type)) return false;
  const Ref exception = frame->top[-1];
  if (exception.get().is_none()) {
    push(frame, kNone);
    return true;
  }
  GroupSplit parts;
  const int whole = exception_matches(vm, exception, type);
  if (whole < 0) return false;
  if (whole == 1) {
    parts.match = exception;
    if (!is_exception_group(vm, exception)) {
      const Value members[] = {exception};
      const Ref tuple = tuple_of(vm, members);
      parts.match = make_group(vm, Value(intern(vm, "")), tuple);
    }
  } else if (is_exception_group(vm, exception)) {
    if (!split_by_type(vm, exception, type, parts)) return false;
  } else {
    parts.rest = exception;
  }
  if (!parts.match) {
    push(frame, kNone);
    return true;
  }
  decref(std::exchange(frame->top[-1], parts.rest ? parts.rest.release() : kNone));
  // The clause handles its part: what it raises has that as its context.
  incref(parts.match);
  decref(std::exchange(vm.handled->value, parts.match.get()));
  push(frame, std::move(parts.match));
  return true;
}

bool prepare_reraise_star(Vm& vm, Frame* frame) {
  const Ref left = pop(frame);
  const Ref original = pop(frame);
  Ref result = reraised(vm, original, cast<List>(left));
  if (!result) return false;
  push(frame, std::move(result));
  return true;
}

}  // namespace waiter::python
