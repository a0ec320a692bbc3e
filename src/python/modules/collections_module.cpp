// _collections: what of the module collections is C++: deque, OrderedDict, defaultdict, a named tuple's fields, and Counter's
// counting. prelude/collections.py has the rest.

#include "python/modules/class_of_natives.h"
#include "python/modules/deque.h"
#include "python/modules/ordered_dict.h"
#include "python/modules/standard_modules.h"
#include "python/text/big_int.h"

namespace waiter::python {
namespace {

// --- defaultdict: a dict whose prefix hides the factory ---

const char kDefaultDictKey = 0;

Value factory_of(Value dict) {
  const Value factory = prefix_of(dict.object())->hidden;
  return factory.is_empty() ? kNone : factory;
}

void set_factory(Value dict, Value factory) {
  const Value old = std::exchange(prefix_of(dict.object())->hidden, Ref(factory).release());
  if (!old.is_empty()) decref(old);
}

Ref default_init(Arguments& args) {
  Vm& vm = args.vm;
  if (args.count > 1 && !args[1].is_none() && !is_callable(vm, args[1]))
    return vm.raise(vm.types.TypeError, "first argument must be callable or None");
  set_factory(args[0], args.get(1));
  std::vector<Value> rest{args[0]};
  rest.insert(rest.end(), args.values + std::min(args.count, 2u), args.values + args.count + args.keyword_count());
  const Ref init = Value(type_lookup(vm, vm.types.dict, vm.names.dunder_init));
  return call(vm, init, rest, args.names);
}

Ref missing(Arguments& args) {
  Vm& vm = args.vm;
  const Ref factory = factory_of(args[0]);
  if (factory.get().is_none()) return raise_key_error(vm, args[1]);
  Ref value = call(vm, factory);
  if (!value) return {};
  return set_item(vm, args[0], args[1], value) ? value : Ref();
}

Ref default_repr(Arguments& args) {
  Vm& vm = args.vm;
  const Ref held = factory_of(args[0]);
  const Ref base = layout_repr(vm, args[0]);
  if (!base) return {};
  const auto factory = repr_of(vm, held);
  return factory ? make_str(vm, fmt::format("{}({}, {})", args[0].object()->type->name->view(), *factory, str_view(base))) : Ref();
}

Ref default_copy(Arguments& args) {
  const Ref factory = factory_of(args[0]);
  const Value both[] = {factory, args[0]};
  return call(args.vm, Value(args[0].object()->type), both);
}

Ref default_join(Arguments& args) {
  if (!args[1].is_kind(Kind::Dict)) return Ref(kNotImplemented);
  Ref made = default_copy(args);
  return made && dict_update(args.vm, cast<Dict>(made), args[1]) ? made : Ref();
}

Ref default_join_reflected(Arguments& args) {
  if (!args[1].is_kind(Kind::Dict)) return Ref(kNotImplemented);
  const Ref factory = factory_of(args[0]);
  const Value both[] = {factory, args[1]};
  Ref made = call(args.vm, Value(args[0].object()->type), both);
  return made && dict_update(args.vm, cast<Dict>(made), args[0]) ? made : Ref();
}

/// (class, (factory,) or (), None, None, pairs): how copy makes another.
Ref default_reduce(Arguments& args) {
  Vm& vm = args.vm;
  const Ref factory = factory_of(args[0]);
  const Value one[] = {factory};
  const Ref arguments = factory.get().is_none() ? Ref(vm.empty_tuple) : tuple_of(vm, one);
  const Ref listed = call_method(vm, args[0], vm.names.word_items);
  const Ref pairs = listed ? get_iterator(vm, listed) : Ref();
  if (!pairs) return {};
  const Value parts[] = {Value(args[0].object()->type), arguments, kNone, kNone, pairs};
  return tuple_of(vm, parts);
}

Ref get_factory(Arguments& args) { return factory_of(args[0]); }
Ref put_factory(Arguments& args) {
  set_factory(args[0], args[1]);
  return none();
}

constexpr NativeDef kDefaultMethods[] = {
    {"__init__", default_init, 0, -1, Takes::Keywords},
    {"__missing__", missing, 1, 1},
    {"__repr__", default_repr},
    {"copy", default_copy},
    {"__copy__", default_copy},
    {"__or__", default_join, 1, 1},
    {"__ror__", default_join_reflected, 1, 1},
    {"__reduce__", default_reduce},
};
constexpr NativeDef kFactoryGetter = {"default_factory", get_factory};
constexpr NativeDef kFactorySetter = {"default_factory", put_factory, 1, 1};

Type* default_dict_type(Vm& vm) {
  if (const auto found = vm.extensions.find(&kDefaultDictKey); found != vm.extensions.end()) return static_cast<Type*>(found->second);
  Type* type = make_class_of_natives(vm, "defaultdict", "collections", vm.types.dict, false, kDefaultMethods);
  install_attribute(vm, type, kFactoryGetter, kFactorySetter);
  vm.extensions[&kDefaultDictKey] = type;
  return type;
}

// --- _tuplegetter: a field of a named tuple ---

const char kGetterKey = 0;

struct TupleGetter : Extension {
  std::uint32_t index;
  Value doc;  ///< owned
};

const ExtensionTraits kGetterTraits{
    .size = sizeof(TupleGetter),
    .construct = [](Extension* extension) { static_cast<TupleGetter*>(extension)->doc = kNone; },
    .release = [](Vm&, Extension* extension) { decref(std::exchange(static_cast<TupleGetter*>(extension)->doc, kNone)); },
    .traverse = [](Extension* extension, void (*visit)(void*, Value), void* context) { visit(context, static_cast<TupleGetter*>(extension)->doc); },
    .destruct = nullptr,
    .finalise = nullptr,
    .no_weak_references = true,
};

TupleGetter* getter_of(Arguments& args) { return cast<TupleGetter>(args[0]); }

Ref getter_new(Arguments& args) {
  Vm& vm = args.vm;
  if (!unpack_count(args, "_tuplegetter", 1, 2, 2)) return {};
  const auto index = to_int64(vm, args[1]);
  if (!index) return {};
  auto* getter = static_cast<TupleGetter*>(allocate_instance(vm, cast<Type>(args[0])));
  getter->index = static_cast<std::uint32_t>(*index);
  getter->doc = Ref(args[2]).release();
  return Ref::steal(Value(getter));
}

Ref getter_get(Arguments& args) {
  Vm& vm = args.vm;
  if (args[1].is_none()) return args.get(2).is_none() ? vm.raise(vm.types.TypeError, "__get__(None, None) is invalid") : Ref(args[0]);
  const TupleGetter* getter = getter_of(args);
  if (!args[1].is_kind(Kind::Tuple))
    return vm.raise(vm.types.TypeError, "descriptor for index '{}' for tuple subclasses doesn't apply to '{}' object", getter->index,
                    type_name(vm, args[1]));
  const Tuple* tuple = cast<Tuple>(args[1]);
  if (getter->index >= tuple->count) return vm.raise(vm.types.IndexError, "tuple index out of range");
  return tuple->items[getter->index];
}

Ref getter_set(Arguments& args) { return args.vm.raise(args.vm.types.AttributeError, "can't set attribute"); }
Ref getter_delete(Arguments& args) { return args.vm.raise(args.vm.types.AttributeError, "can't delete attribute"); }
Ref getter_repr(Arguments& args) {
  const auto doc = repr_of(args.vm, getter_of(args)->doc);
  return doc ? make_str(args.vm, fmt::format("_tuplegetter({}, {})", getter_of(args)->index, *doc)) : Ref();
}
Ref getter_doc(Arguments& args) { return getter_of(args)->doc; }
Ref getter_put_doc(Arguments& args) {
  decref(std::exchange(getter_of(args)->doc, Ref(args[1]).release()));
  return none();
}
Ref getter_reduce(Arguments& args) {
  const Value both[] = {Value::from_int(getter_of(args)->index), getter_of(args)->doc};
  const Ref arguments = tuple_of(args.vm, both);
  const Value parts[] = {Value(args[0].object()->type), arguments};
  return tuple_of(args.vm, parts);
}

constexpr NativeDef kGetterMethods[] = {
    {"__get__", getter_get, 1, 2}, {"__set__", getter_set, 2, 2},    {"__delete__", getter_delete, 1, 1},
    {"__repr__", getter_repr},     {"__reduce__", getter_reduce},
};
constexpr NativeDef kGetterNew[] = {{"__new__", getter_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kGetDoc = {"__doc__", getter_doc};
constexpr NativeDef kPutDoc = {"__doc__", getter_put_doc, 1, 1};

Type* tuple_getter_type(Vm& vm) {
  if (const auto found = vm.extensions.find(&kGetterKey); found != vm.extensions.end()) return static_cast<Type*>(found->second);
  Type* type = make_extension_type(vm, "_tuplegetter", "collections", &kGetterTraits);
  type->no_instance_dict = true;
  install(vm, type, kGetterMethods);
  install_static(vm, type, kGetterNew);
  install_attribute(vm, type, kGetDoc, kPutDoc);
  vm.extensions[&kGetterKey] = type;
  return type;
}

// --- Counter ---

/// _count_elements(mapping, iterable): mapping[item] = mapping.get(item, 0) + 1 for each. A dict that reads and writes as a
/// dict does is counted in directly.
Ref count_elements(Arguments& args) {
  Vm& vm = args.vm;
  Str* const get = vm.names.word_get;
  const bool direct = args[0].is_kind(Kind::Dict) && is_layout_native(type_lookup(vm, type_of(vm, args[0]), vm.names.dunder_setitem)) &&
                      is_layout_native(type_lookup(vm, type_of(vm, args[0]), get));
  if (direct) {
    auto* dict = cast<Dict>(args[0]);
    return none_or_error(for_each(vm, args[1], [&](Value item) {
      const DictFind found = dict_find(vm, dict, item);
      if (found.failed) return false;
      if (found.entry >= 0) {
        Value& count = dict->entries[found.entry].value;
        if (count.is_int() && count.as_int() < Value::kIntMax) {
          count = Value::from_int(count.as_int() + 1);
          return true;
        }
        const Ref more = binary(vm, BinaryKind::Add, Ref(count), Value::from_int(1));
        return more && dict_set_hashed(vm, dict, item, found.hash, more);
      }
      return dict_set_hashed(vm, dict, item, found.hash, Value::from_int(1));
    }));
  }
  const Ref getter = get_attribute(vm, args[0], get);
  if (!getter) return {};
  return none_or_error(for_each(vm, args[1], [&](Value item) {
    const Value both[] = {item, Value::from_int(0)};
    const Ref count = call(vm, getter, both);
    if (!count) return false;
    const Ref more = binary(vm, BinaryKind::Add, count, Value::from_int(1));
    return more && set_item(vm, args[0], item, more);
  }));
}

constexpr NativeDef kFunctions[] = {{"_count_elements", count_elements, 2, 2}};

}  // namespace

Ref make_collections_module(Vm& vm) {
  Ref module = make_module(vm, "_collections");
  install(vm, cast<Module>(module), kFunctions);
  module_set(vm, cast<Module>(module), "deque", Value(deque_type(vm)));
  module_set(vm, cast<Module>(module), "defaultdict", Value(default_dict_type(vm)));
  module_set(vm, cast<Module>(module), "OrderedDict", Value(make_ordered_dict_type(vm)));
  module_set(vm, cast<Module>(module), "_tuplegetter", Value(tuple_getter_type(vm)));
  return module;
}

}  // namespace waiter::python
