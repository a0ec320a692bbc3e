// _abc: ABCMeta, the metaclass of abstract classes: which methods are still abstract, who registered, and both checks with what
// they found out before (CPython's Modules/_abc.c). The decorators are in prelude/abc.py.

#include <algorithm>

#include "python/modules/class_of_natives.h"
#include "python/modules/standard_modules.h"

namespace waiter::python {
namespace {

const char kTypesKey = 0;

/// What an abstract class knows of others. Answers are kept by a class's version, which no other class and no later state of
/// the same class ever has.
struct AbstractData : Extension {
  std::vector<Value> registry;                    ///< owned
  std::unordered_set<std::uint32_t> below, not_below;  // looked up, never walked
  std::uint64_t not_below_since;                  ///< the token when `not_below` was begun
};

struct AbstractTypes {
  Type *meta, *data;
  std::uint64_t token;  ///< changes with every register(): classes that were not below may be now
};

const ExtensionTraits kDataTraits{
    .size = sizeof(AbstractData),
    .construct =
        [](Extension* extension) {
          auto* data = static_cast<AbstractData*>(extension);
          new (&data->registry) std::vector<Value>();
          new (&data->below) std::unordered_set<std::uint32_t>();
          new (&data->not_below) std::unordered_set<std::uint32_t>();
        },
    .release =
        [](Vm&, Extension* extension) {
          const std::vector<Value> registry = std::move(static_cast<AbstractData*>(extension)->registry);
          for (const Value type : registry) decref(type);
        },
    .traverse =
        [](Extension* extension, void (*visit)(void*, Value), void* context) {
          for (const Value type : static_cast<AbstractData*>(extension)->registry) visit(context, type);
        },
    .destruct =
        [](Extension* extension) {
          auto* data = static_cast<AbstractData*>(extension);
          std::destroy_at(&data->registry);
          std::destroy_at(&data->below);
          std::destroy_at(&data->not_below);
        },
    .finalise = nullptr,
    .no_weak_references = true,
};

AbstractTypes& types_of(Vm& vm) { return *static_cast<AbstractTypes*>(vm.extensions[&kTypesKey]); }

Value data_value(Vm& vm, const Type* type) {
  const Value found = dict_get_name(type->dict, intern(vm, "_abc_impl"));
  return found.is_kind(Kind::Extension) && found.object()->type == types_of(vm).data ? found : Value();
}

Ref data_of(Vm& vm, Type* type) {
  if (const Value found = data_value(vm, type); !found.is_empty()) return found;
  Ref made = Ref::steal(Value(allocate_instance(vm, types_of(vm).data)));
  type_set(vm, type, intern(vm, "_abc_impl"), made);
  return made;
}

/// value.__isabstractmethod__, which the builtin descriptors take from what they hold. 1, 0, -1.
int is_abstract(Vm& vm, Value value) {
  if (!value.is_object()) return 0;
  switch (value.object()->kind) {
    case Kind::Property: {
      const auto* property = cast<Property>(value);
      for (const Value part : {property->getter, property->setter, property->deleter})
        if (const int answer = is_abstract(vm, part); answer != 0) return answer;
      break;
    }
    case Kind::ClassMethod:
    case Kind::StaticMethod: {
      const Value inner = cast<MethodWrapper>(value)->function;
      if (const int answer = is_abstract(vm, inner); answer != 0) return answer;
      break;
    }
    case Kind::Int: case Kind::Float: case Kind::Str: case Kind::Bytes: case Kind::Tuple: case Kind::List: case Kind::Dict:
    case Kind::Native: return 0;
    default: break;
  }
  const Ref held = value;
  const Ref mark = find_attribute(vm, held, intern(vm, "__isabstractmethod__"));
  if (!mark) return vm.has_error() ? -1 : 0;
  return truth(vm, mark);
}

/// Notes the names that are still abstract: those of the class itself, and those of its bases that it does not define.
bool compute_abstract(Vm& vm, Type* type) {
  Str* const list_name = intern(vm, "__abstractmethods__");
  Set* abstract = make_set(vm, true);
  const Ref owner = Ref::steal(Value(abstract));
  const Dict* names = dict_copy(vm, type->dict);
  const Ref names_owner = Ref::steal(Value(const_cast<Dict*>(names)));
  for (std::uint32_t i = 0; i < names->filled; ++i) {
    if (names->entries[i].key.is_empty()) continue;
    const int yes = is_abstract(vm, names->entries[i].value);
    if (yes < 0 || (yes == 1 && set_add(vm, abstract, names->entries[i].key) < 0)) return false;
  }
  for (std::uint32_t b = 0; b < type->bases->count; ++b) {
    const Value inherited = type_lookup(vm, cast<Type>(type->bases->items[b]), list_name);
    if (inherited.is_empty()) continue;
    const Ref list = list_from(vm, inherited);
    if (!list) return false;
    for (std::uint32_t i = 0; i < cast<List>(list)->count; ++i) {
      const Value name = cast<List>(list)->items[i];
      if (!is_str(name)) continue;
      const Ref value = find_attribute(vm, Value(type), name_of(vm, name));
      if (!value && vm.has_error()) return false;
      // The class's own view of it: a descriptor as it stands, not what it gives.
      const Value standing = type_lookup(vm, type, name_of(vm, name));
      const int yes = is_abstract(vm, standing.is_empty() ? value.get() : standing);
      if (yes < 0 || (yes == 1 && set_add(vm, abstract, name) < 0)) return false;
    }
  }
  type_set(vm, type, list_name, owner);
  return true;
}

/// ABCMeta.__new__(mcls, name, bases, namespace, **kwargs).
Ref meta_new(Arguments& args) {
  Vm& vm = args.vm;
  const Value maker = type_lookup(vm, vm.types.type, vm.names.dunder_new);
  std::vector<Value> all(args.values, args.values + args.count + args.keyword_count());
  Ref made = call(vm, cast<MethodWrapper>(maker)->function, all, args.names);
  if (!made || !made.get().is_kind(Kind::Type)) return made;
  if (!compute_abstract(vm, cast<Type>(made))) return {};
  (void)data_of(vm, cast<Type>(made));
  return made;
}

int subclass_check(Vm& vm, Type* cls, Value subclass);

/// __subclasshook__'s word: 1, 0; 2: it does not say; -1.
int ask_hook(Vm& vm, Type* cls, Value subclass) {
  Str* const name = intern(vm, "__subclasshook__");
  const Value found = type_lookup(vm, cls, name);
  if (found.is_empty()) return 2;
  const Ref hook = get_attribute(vm, Value(cls), name);
  if (!hook) return -1;
  const Value one[] = {subclass};
  const Ref answer = call(vm, hook, one);
  if (!answer) return -1;
  if (answer.get() == kNotImplemented) return 2;
  if (answer.get().is_bool()) return answer.get().is_true() ? 1 : 0;
  vm.set_error(make_exception(vm, vm.types.AssertionError));
  return -1;
}

int find_out(Vm& vm, Type* cls, Value subclass) {
  if (const int word = ask_hook(vm, cls, subclass); word != 2) return word;
  if (is_subtype(cast<Type>(subclass), cls)) return 1;
  const Ref data = data_of(vm, cls);
  const std::vector<Value> registry = static_cast<AbstractData*>(data.get().object())->registry;
  for (const Value other : registry) {
    const Ref held = other;
    if (const int yes = is_subclass_of(vm, subclass, held); yes != 0) return yes;
  }
  const std::vector<Type*> below(cls->subclasses, cls->subclasses + cls->subclass_count);
  for (Type* other : below) {
    const Ref held = Value(other);
    if (const int yes = is_subclass_of(vm, subclass, held); yes != 0) return yes;
  }
  return 0;
}

int subclass_check(Vm& vm, Type* cls, Value subclass) {
  if (!subclass.is_kind(Kind::Type)) {
    vm.raise(vm.types.TypeError, "issubclass() arg 1 must be a class");
    return -1;
  }
  const Ref held = data_of(vm, cls);
  auto* data = static_cast<AbstractData*>(held.get().object());
  // A class whose checks depend on what is below it now: its own version stands for that as well.
  const std::uint32_t version = cast<Type>(subclass)->version;
  if (data->below.count(version) != 0) return 1;
  if (data->not_below_since == types_of(vm).token && data->not_below.count(version) != 0) return 0;
  const int answer = find_out(vm, cls, subclass);
  if (answer < 0) return -1;
  if (cast<Type>(subclass)->version != version) return answer;  // it was changed meanwhile
  if (answer == 1) {
    data->below.insert(version);
    return 1;
  }
  if (data->not_below_since != types_of(vm).token) data->not_below.clear();
  data->not_below_since = types_of(vm).token;
  data->not_below.insert(version);
  return 0;
}

Ref meta_subclasscheck(Arguments& args) { return boolean_or_error(subclass_check(args.vm, cast<Type>(args[0]), args[1])); }

Ref meta_instancecheck(Arguments& args) {
  Vm& vm = args.vm;
  Type* cls = cast<Type>(args[0]);
  Type* own = type_of(vm, args[1]);
  Str* const check_name = vm.names.dunder_subclasscheck;
  const auto check = [&](Value subclass) -> int {
    // A metaclass derived from this one may have its own __subclasscheck__.
    const Value method = type_lookup(vm, cls->type, check_name);
    if (method.is_kind(Kind::Native) && cast<Native>(method)->def->function == meta_subclasscheck) return subclass_check(vm, cls, subclass);
    const Value one[] = {subclass};
    const Ref answer = call_special(vm, method, Value(cls), one);
    return answer ? truth(vm, answer) : -1;
  };
  if (!own->is_user || !own->has_getattribute) {
    // __class__ may have been made a property: a proxy says that it is what it stands for.
    if (type_lookup(vm, own, vm.names.dunder_class).is_empty() || !own->is_user) return boolean_or_error(check(Value(own)));
  }
  const Ref shown = get_attribute(vm, args[1], vm.names.dunder_class);
  if (!shown) return {};
  if (const int yes = check(shown); yes != 0) return boolean_or_error(yes);
  return shown.get() == Value(own) ? boolean(false) : boolean_or_error(check(Value(own)));
}

Ref meta_register(Arguments& args) {
  Vm& vm = args.vm;
  Type* cls = cast<Type>(args[0]);
  if (!args[1].is_kind(Kind::Type)) return vm.raise(vm.types.TypeError, "Can only register classes");
  if (const int already = is_subclass_of(vm, args[1], args[0]); already != 0) return already < 0 ? Ref() : Ref(args[1]);
  if (const int cycle = is_subclass_of(vm, args[0], args[1]); cycle != 0)
    return cycle < 0 ? Ref() : vm.raise(vm.types.RuntimeError, "Refusing to create an inheritance cycle");
  const Ref data = data_of(vm, cls);
  static_cast<AbstractData*>(data.get().object())->registry.push_back(Ref(args[1]).release());
  ++types_of(vm).token;
  return args[1];
}

Ref get_cache_token(Arguments& args) { return make_int(args.vm, static_cast<std::int64_t>(types_of(args.vm).token)); }

/// update_abstractmethods(cls): the names once more, after methods were added.
Ref update_abstract(Arguments& args) {
  Vm& vm = args.vm;
  if (!args[0].is_kind(Kind::Type) || !is_subtype(args[0].object()->type, types_of(vm).meta)) return args[0];
  return compute_abstract(vm, cast<Type>(args[0])) ? Ref(args[0]) : Ref();
}

constexpr NativeDef kMetaMethods[] = {
    {"__instancecheck__", meta_instancecheck, 1, 1},
    {"__subclasscheck__", meta_subclasscheck, 1, 1},
    {"register", meta_register, 1, 1},
};
constexpr NativeDef kMetaNew[] = {{"__new__", meta_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kFunctions[] = {
    {"get_cache_token", get_cache_token},
    {"update_abstractmethods", update_abstract, 1, 1},
};

}  // namespace

Ref make_abc_module(Vm& vm) {
  Ref module = make_module(vm, "_abc");
  auto* types = static_cast<AbstractTypes*>(vm.heap.allocate_raw(sizeof(AbstractTypes)));
  vm.extensions[&kTypesKey] = types;
  types->token = 0;
  types->data = make_extension_type(vm, "_abc_data", "_abc", &kDataTraits);
  types->data->no_instance_dict = true;
  types->meta = make_class_of_natives(vm, "ABCMeta", "abc", vm.types.type, true, kMetaMethods);
  install_static(vm, types->meta, kMetaNew);
  install(vm, cast<Module>(module), kFunctions);
  module_set(vm, cast<Module>(module), "ABCMeta", Value(types->meta));
  return module;
}

}  // namespace waiter::python
