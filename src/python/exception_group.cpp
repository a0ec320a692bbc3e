#include "python/exception_group.h"

#include "python/exception_fields.h"

namespace waiter::python {
namespace {

void assign(Value& place, Value value) {
  incref(value);
  decref(std::exchange(place, value));
}

/// A group like `original` of these exceptions; empty without an exception if there are none.
Ref part_of(Vm& vm, Value original, Value members) {
  if (cast<List>(members)->count == 0) return {};
  Str* derive = intern(vm, "derive");
  const Value own = type_lookup(vm, type_of(vm, original), derive);
  Ref part;
  if (own.is_empty() || own.is_kind(Kind::Native)) {
    part = make_group(vm, cast<Exception>(original)->args->items[0], members);
  } else {
    const Value args[] = {members};
    part = call_special(vm, own, original, args);
    if (!part) return {};
    if (!is_exception_group(vm, part)) return vm.raise(vm.types.TypeError, "derive must return an instance of BaseExceptionGroup");
  }
  const auto* from = cast<Exception>(original);
  auto* to = cast<Exception>(part);
  replace_traceback(to, from->traceback);
  assign(to->context, from->context);
  assign(to->cause, from->cause);
  to->suppress_context = true;  // PyException_SetCause does, whatever the cause
  const Ref notes = find_attribute(vm, original, vm.names.dunder_notes);
  if (!notes && vm.has_error()) return {};
  if (notes && (notes.get().is_kind(Kind::List) || notes.get().is_kind(Kind::Tuple))) {
    const Ref copy = list_from(vm, notes);
    if (!copy || !set_attribute(vm, part, vm.names.dunder_notes, copy)) return {};
  }
  return part;
}

}  // namespace

bool is_exception_group(Vm& vm, Value exception) { return is_instance(vm, exception, vm.types.BaseExceptionGroup); }

Ref group_members(Vm& vm, Value group) {
  return exception_field(vm, cast<Exception>(group), field::kExceptions);
}

Ref make_group(Vm& vm, Value message, Value members) {
  const Ref list = tuple_from(vm, members);
  if (!list) return {};
  bool only_exceptions = true;
  for (std::uint32_t i = 0; i < cast<Tuple>(list)->count; ++i)
    only_exceptions = only_exceptions && is_instance(vm, cast<Tuple>(list)->items[i], vm.types.Exception);
  const Value args[] = {message, members};
  return make_exception(vm, only_exceptions ? vm.types.ExceptionGroup : vm.types.BaseExceptionGroup, args);
}

bool split_group(Vm& vm, Value exception, const GroupCondition& matches, bool with_rest, GroupSplit& parts) {
  parts = {};
  const int match = matches(exception);
  if (match < 0) return false;
  if (match > 0) {
    parts.match = exception;
    return true;
  }
  if (!is_exception_group(vm, exception)) {
    if (with_rest) parts.rest = exception;
    return true;
  }
  // A group may hold a group that holds a group...: deep ones must not use up the C++ stack.
  if (++vm.native_depth > static_cast<int>(vm.limits.native_depth)) {
    --vm.native_depth;
    vm.raise(vm.types.RecursionError, "maximum recursion depth exceeded in exceptiongroup_split_recursive");
    return false;
  }
  const Ref members = group_members(vm, exception);
  const Ref matching = make_list(vm);
  const Ref others = make_list(vm);
  bool fine = static_cast<bool>(members);
  for (std::uint32_t i = 0; fine && i < cast<Tuple>(members)->count; ++i) {
    GroupSplit inner;
    fine = split_group(vm, cast<Tuple>(members)->items[i], matches, with_rest, inner);
    if (inner.match) list_append(vm, cast<List>(matching), inner.match);
    if (inner.rest) list_append(vm, cast<List>(others), inner.rest);
  }
  --vm.native_depth;
  if (!fine) return false;
  parts.match = part_of(vm, exception, matching);
  if (!parts.match && vm.has_error()) return false;
  if (with_rest) parts.rest = part_of(vm, exception, others);
  return parts.rest || !vm.has_error();
}

}  // namespace waiter::python
