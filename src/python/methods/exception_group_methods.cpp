// ExceptionGroup: making one with CPython's checks, split, subgroup, derive. The splitting is exception_group.h's.

#include "python/exception_fields.h"
#include "python/exception_group.h"
#include "python/methods/helpers.h"
#include "python/methods/install.h"

namespace waiter::python {
namespace {

Ref group_new(Arguments& args) {
  Vm& vm = args.vm;
  Type* type = class_to_make(args, vm.types.BaseExceptionGroup);
  if (type == nullptr) return {};
  if (args.count != 3)
    return vm.raise(vm.types.TypeError, "BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)", args.count - 1);
  if (!is_str(args[1])) return vm.raise(vm.types.TypeError, "BaseExceptionGroup.__new__() argument 1 must be str, not {}", type_name(vm, args[1]));
  const bool is_sequence = args[2].is_object() && (args[2].object()->kind == Kind::List || args[2].object()->kind == Kind::Tuple ||
                                                   (args[2].object()->kind == Kind::Instance &&
                                                    !type_lookup(vm, args[2].object()->type, vm.names.dunder_getitem).is_empty()));
  if (!is_sequence) return vm.raise(vm.types.TypeError, "second argument (exceptions) must be a sequence");
  const Ref members = tuple_from(vm, args[2]);
  if (!members) return {};
  const Tuple* list = cast<Tuple>(members);
  if (list->count == 0) return vm.raise(vm.types.ValueError, "second argument (exceptions) must be a non-empty sequence");
  bool nested_base = false;
  for (std::uint32_t i = 0; i < list->count; ++i) {
    if (!list->items[i].is_kind(Kind::Exception))
      return vm.raise(vm.types.ValueError, "Item {} of second argument (exceptions) is not an exception", i);
    nested_base = nested_base || !is_instance(vm, list->items[i], vm.types.Exception);
  }
  if (type == vm.types.BaseExceptionGroup && !nested_base) type = vm.types.ExceptionGroup;
  if (nested_base && type == vm.types.ExceptionGroup)
    return vm.raise(vm.types.TypeError, "Cannot nest BaseExceptions in an ExceptionGroup");
  if (nested_base && is_subtype(type, vm.types.Exception))
    return vm.raise(vm.types.TypeError, "Cannot nest BaseExceptions in '{}'", type->name->view());
  Ref group = make_exception(vm, type, {args.values + 1, 2});
  set_exception_field(vm, cast<Exception>(group), field::kExceptions, members);
  return group;
}

/// The condition of split() and subgroup() as a question; false: TypeError set.
bool read_condition(Vm& vm, Value condition, GroupCondition& matches) {
  bool types = condition.is_kind(Kind::Type) && cast<Type>(condition)->is_exception;
  if (condition.is_kind(Kind::Tuple)) {
    types = true;
    for (std::uint32_t i = 0; i < cast<Tuple>(condition)->count; ++i) {
      const Value each = cast<Tuple>(condition)->items[i];
      types = types && each.is_kind(Kind::Type) && cast<Type>(each)->is_exception;
    }
  }
  if (types) {
    matches = [&vm, condition](Value exception) { return exception_matches(vm, exception, condition); };
    return true;
  }
  if (condition.is_kind(Kind::Function) || condition.is_kind(Kind::Native) || condition.is_kind(Kind::BoundMethod)) {
    matches = [&vm, condition](Value exception) {
      const Value one[] = {exception};
      const Ref answer = call(vm, condition, one);
      return answer ? truth(vm, answer) : -1;
    };
    return true;
  }
  vm.raise(vm.types.TypeError, "expected a function, exception type or tuple of exception types");
  return false;
}

/// These take their one argument through PyArg_UnpackTuple.
bool has_one(Arguments& args, std::string_view name) { return unpack_count(args, name, 1, 1, 1); }

Ref group_split(Arguments& args) {
  if (!has_one(args, "split")) return {};
  GroupCondition matches;
  GroupSplit parts;
  if (!read_condition(args.vm, args[1], matches) || !split_group(args.vm, args[0], matches, true, parts)) return {};
  const Value both[] = {parts.match ? parts.match.get() : kNone, parts.rest ? parts.rest.get() : kNone};
  return tuple_of(args.vm, both);
}

Ref group_subgroup(Arguments& args) {
  if (!has_one(args, "subgroup")) return {};
  GroupCondition matches;
  GroupSplit parts;
  if (!read_condition(args.vm, args[1], matches) || !split_group(args.vm, args[0], matches, false, parts)) return {};
  return parts.match ? parts.match : none();
}

Ref group_derive(Arguments& args) {
  if (!has_one(args, "derive")) return {};
  const Value values[] = {cast<Exception>(args[0])->args->items[0], args[1]};
  return call(args.vm, Value(args.vm.types.BaseExceptionGroup), values);
}

constexpr NativeDef kMethods[] = {
    {"split", group_split, 0, -1},
    {"subgroup", group_subgroup, 0, -1},
    {"derive", group_derive, 0, -1},
};
constexpr NativeDef kNew[] = {{"__new__", group_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kClassMethods[] = {{"__class_getitem__", class_get_item, 0, -1, Takes::Keywords}};

}  // namespace

void install_exception_group_methods(Vm& vm) {
  install(vm, vm.types.BaseExceptionGroup, kMethods);
  install_static(vm, vm.types.BaseExceptionGroup, kNew);
  install_class_methods(vm, vm.types.BaseExceptionGroup, kClassMethods);
}

}  // namespace waiter::python
