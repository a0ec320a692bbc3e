// object: what every class has unless it says otherwise.

#include <algorithm>

#include "python/methods/helpers.h"
#include "python/methods/install.h"
#include "python/methods/object_size.h"
#include "python/special_attributes.h"
#include "python/suggestion.h"
#include "python/text/big_int.h"

namespace waiter::python {
namespace {

Ref object_new(Arguments& args);
Ref object_init(Arguments& args);

bool is_native(Value found, NativeFunction function) {
  if (found.is_kind(Kind::StaticMethod)) found = cast<MethodWrapper>(found)->function;
  return found.is_kind(Kind::Native) && cast<Native>(found)->def->function == function;
}

/// abc's abstract methods that nobody made concrete.
bool refuse_abstract(Vm& vm, Type* type) {
  const Value found = type_lookup(vm, type, vm.names.dunder_abstractmethods);
  if (!found.is_kind(Kind::Set) || cast<Set>(found)->used == 0) return false;
  std::vector<std::string> names;
  const Set* set = cast<Set>(found);
  for (std::size_t i = 0; i <= set->mask; ++i)
    if (is_str(set->table[i].key)) names.emplace_back(str_view(set->table[i].key));
  std::sort(names.begin(), names.end());
  vm.raise(vm.types.TypeError, "Can't instantiate abstract class {} with abstract method{} {}", type->name->view(),
           names.size() == 1 ? "" : "s", fmt::join(names, ", "));
  return true;
}

Ref object_new(Arguments& args) {
  Vm& vm = args.vm;
  Type* type = class_to_make(args, vm.types.object);
  if (type == nullptr) return {};
  switch (type->layout) {  // types whose instances only C makes
    case Kind::Native: case Kind::Generator: case Kind::Iterator: case Kind::View: case Kind::Accessor: case Kind::Cell:
      if (!type->is_user) return vm.raise(vm.types.TypeError, "cannot create '{}' instances", full_type_name(vm, type));
      break;
    default: break;
  }
  if (args.count > 1 || args.keyword_count() > 0) {
    if (!is_native(type_lookup(vm, type, vm.names.dunder_new), object_new))
      return vm.raise(vm.types.TypeError, "object.__new__() takes exactly one argument (the type to instantiate)");
    if (is_native(type_lookup(vm, type, vm.names.dunder_init), object_init))
      return vm.raise(vm.types.TypeError, "{}() takes no arguments", type->name->view());
  }
  if (type->layout != Kind::Instance && type->layout != Kind::Extension) {
    const Type* builtin = type;
    while (builtin->is_user) {
      const Type* next = nullptr;
      for (std::uint32_t i = 0; i < builtin->bases->count && next == nullptr; ++i)
        if (cast<Type>(builtin->bases->items[i])->layout == type->layout) next = cast<Type>(builtin->bases->items[i]);
      builtin = next;
    }
    return vm.raise(vm.types.TypeError, "object.__new__({}) is not safe, use {}.__new__()", type->name->view(), builtin->name->view());
  }
  if (type->is_user && refuse_abstract(vm, type)) return {};
  return Ref::steal(Value(allocate_instance(vm, type)));
}

Ref object_init(Arguments& args) {
  Vm& vm = args.vm;
  if (args.count > 1 || args.keyword_count() > 0) {
    Type* type = type_of(vm, args[0]);
    if (!is_native(type_lookup(vm, type, vm.names.dunder_init), object_init))
      return vm.raise(vm.types.TypeError, "object.__init__() takes exactly one argument (the instance to initialize)");
    if (is_native(type_lookup(vm, type, vm.names.dunder_new), object_new))
      return vm.raise(vm.types.TypeError, "{}.__init__() takes exactly one argument (the instance to initialize)", type->name->view());
  }
  return none();
}

Ref object_repr(Arguments& args) {
  Vm& vm = args.vm;
  return make_str(vm, fmt::format("<{} object at 0x{:012x}>", full_type_name(vm, type_of(vm, args[0])), identity_of(args[0])));
}

Ref object_str(Arguments& args) { return repr(args.vm, args[0]); }

Ref object_eq(Arguments& args) { return args[0] == args[1] ? boolean(true) : Ref(kNotImplemented); }

Ref object_ne(Arguments& args) {
  Vm& vm = args.vm;
  const Value method = type_lookup(vm, type_of(vm, args[0]), vm.names.dunder_eq);
  if (is_native(method, object_eq)) return args[0] == args[1] ? boolean(false) : Ref(kNotImplemented);
  const Ref same = call_special(vm, method, args[0], {args.values + 1, 1});
  if (!same || same.get() == kNotImplemented) return same;
  const int yes = truth(vm, same);
  return yes < 0 ? Ref() : boolean(yes == 0);
}

Ref object_order(Arguments&) { return Ref(kNotImplemented); }

Ref object_hash(Arguments& args) {
  const std::uint64_t address = identity_of(args[0]);
  const auto turned = static_cast<std::int64_t>((address >> 4) | (address << 60));
  return make_int(args.vm, turned == -1 ? -2 : turned);
}

Ref object_getattribute(Arguments& args) {
  Vm& vm = args.vm;
  if (!is_str(args[1])) return vm.raise(vm.types.TypeError, "attribute name must be string, not '{}'", type_name(vm, args[1]));
  Ref found = generic_get_attribute(vm, args[0], name_of(vm, args[1]));
  if (found || vm.has_error()) return found;
  return raise_no_attribute(vm, args[0], name_of(vm, args[1]));
}

Ref object_setattr(Arguments& args) {
  Vm& vm = args.vm;
  if (!is_str(args[1])) return vm.raise(vm.types.TypeError, "attribute name must be string, not '{}'", type_name(vm, args[1]));
  return none_or_error(generic_set_attribute(vm, args[0], name_of(vm, args[1]), args[2]));
}

Ref object_delattr(Arguments& args) {
  Vm& vm = args.vm;
  if (!is_str(args[1])) return vm.raise(vm.types.TypeError, "attribute name must be string, not '{}'", type_name(vm, args[1]));
  return none_or_error(generic_delete_attribute(vm, args[0], name_of(vm, args[1])));
}

Ref object_format(Arguments& args) {
  Vm& vm = args.vm;
  if (!is_str(args[1])) return vm.raise(vm.types.TypeError, "__format__() argument must be str, not {}", type_name(vm, args[1]));
  if (cast<Str>(args[1])->size > 0)
    return vm.raise(vm.types.TypeError, "unsupported format string passed to {}.__format__", type_name(vm, args[0]));
  return to_str(vm, args[0]);
}

/// The reduce protocol: copy.py knows what an object is made of.
Ref ask_copy(Arguments& args, const char* function) {
  Vm& vm = args.vm;
  const Ref module = vm.import_module(intern(vm, "copy"));
  const Ref ask = module ? get_attribute(vm, module, intern(vm, function)) : Ref();
  return ask ? call(vm, ask, {args.values, 1}) : Ref();
}
Ref object_reduce_ex(Arguments& args) {
  Vm& vm = args.vm;
  if (!to_int64(vm, args[1], vm.types.OverflowError)) return {};
  const Value own = type_lookup(vm, type_of(vm, args[0]), intern(vm, "__reduce__"));
  if (!is_layout_native(own)) return call_special(vm, own, args[0]);
  return ask_copy(args, "_reduced_by_object");
}
Ref object_reduce(Arguments& args) { return ask_copy(args, "_reduced_by_object"); }
Ref object_getstate(Arguments& args) { return ask_copy(args, "_state_by_object"); }

Ref object_dir(Arguments& args) { return names_of_object(args.vm, args[0]); }

Ref object_sizeof(Arguments& args) { return make_int(args.vm, object_size_in_cpython(args.vm, args[0]).own); }

Ref object_init_subclass(Arguments& args) {
  if (args.keyword_count() > 0)
    return args.vm.raise(args.vm.types.TypeError, "{}.__init_subclass__() takes no keyword arguments", cast<Type>(args[0])->qualname->view());
  return none();
}

Ref object_subclasshook(Arguments&) { return Ref(kNotImplemented); }

constexpr NativeDef kMethods[] = {
    {"__reduce_ex__", object_reduce_ex, 1, 1},
    {"__reduce__", object_reduce},
    {"__getstate__", object_getstate},
    {"__init__", object_init, 0, -1, Takes::Keywords},
    {"__repr__", object_repr},
    {"__str__", object_str},
    {"__eq__", object_eq, 1, 1},
    {"__ne__", object_ne, 1, 1},
    {"__lt__", object_order, 1, 1},
    {"__le__", object_order, 1, 1},
    {"__gt__", object_order, 1, 1},
    {"__ge__", object_order, 1, 1},
    {"__hash__", object_hash},
    {"__getattribute__", object_getattribute, 1, 1},
    {"__setattr__", object_setattr, 2, 2},
    {"__delattr__", object_delattr, 1, 1},
    {"__format__", object_format, 1, 1},
    {"__dir__", object_dir},
    {"__sizeof__", object_sizeof},
};
constexpr NativeDef kNew[] = {{"__new__", object_new, 0, -1, Takes::Keywords}};
/// type(None)(): the one instance there is.
Ref singleton_new(Arguments& args) {
  Vm& vm = args.vm;
  if (args.count == 0 || !args[0].is_kind(Kind::Type)) return vm.raise(vm.types.TypeError, "object.__new__(): not enough arguments");
  const Value type = args[0];
  if (args.count > 1 || args.keyword_count() > 0)
    return vm.raise(vm.types.TypeError, "{} takes no arguments", type == Value(vm.types.ellipsis) ? "EllipsisType" : cast<Type>(type)->name->view());
  return type == Value(vm.types.none) ? kNone : type == Value(vm.types.ellipsis) ? kEllipsis : kNotImplemented;
}
constexpr NativeDef kSingletonNew[] = {{"__new__", singleton_new, 0, -1, Takes::Keywords}};

constexpr NativeDef kClassMethods[] = {
    {"__init_subclass__", object_init_subclass, 0, -1, Takes::Keywords},
    {"__subclasshook__", object_subclasshook, 0, -1, Takes::Keywords},
};

}  // namespace

Ref names_of_object(Vm& vm, Value object) {
  std::vector<std::string> names;
  collect_names(vm, object, names);
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  Ref list = make_list(vm);
  for (const std::string& name : names) list_append(vm, cast<List>(list), Value(intern(vm, name)));
  return list;
}

void install_object_methods(Vm& vm) {
  install(vm, vm.types.object, kMethods);
  install_static(vm, vm.types.object, kNew);
  for (Type* type : {vm.types.none, vm.types.ellipsis, vm.types.not_implemented}) install_static(vm, type, kSingletonNew);
  install_class_methods(vm, vm.types.object, kClassMethods);
}

}  // namespace waiter::python
