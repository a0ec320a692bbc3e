#include "python/methods/mapping_proxy.h"

#include "python/methods/helpers.h"

namespace waiter::python {
namespace {

struct MappingProxy : Extension {
  Value mapping;
};

void release(Vm&, Extension* object) { decref(std::exchange(static_cast<MappingProxy*>(object)->mapping, kNone)); }
void traverse(Extension* object, void (*visit)(void*, Value), void* context) { visit(context, static_cast<MappingProxy*>(object)->mapping); }

const ExtensionTraits kTraits{sizeof(MappingProxy), nullptr, release, traverse, nullptr, nullptr};

Value mapping_of(Value proxy) { return static_cast<MappingProxy*>(proxy.object())->mapping; }
Value mapping_of(Arguments& args) { return mapping_of(args[0]); }
/// The other operand, without the proxy around it.
Value without_proxy(Vm& vm, Value value) { return type_of(vm, value) == vm.types.mapping_proxy ? mapping_of(value) : value; }

Ref proxy_new(Arguments& args) {
  Vm& vm = args.vm;
  Value out[1];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "mappingproxy", {"mapping"}, 1, out)) return {};
  const bool is_mapping = out[0].is_object() && out[0].object()->kind != Kind::List && out[0].object()->kind != Kind::Tuple && !is_str(out[0]) &&
                          !type_lookup(vm, type_of(vm, out[0]), vm.names.dunder_getitem).is_empty();
  if (!is_mapping) return vm.raise(vm.types.TypeError, "mappingproxy() argument must be a mapping, not {}", type_name(vm, out[0]));
  return make_mapping_proxy(vm, out[0]);
}

Ref forward(Arguments& args, const char* name) { return call_method(args.vm, mapping_of(args), intern(args.vm, name), {args.values + 1, args.count - 1}); }
Ref get(Arguments& args) { return forward(args, "get"); }
Ref keys(Arguments& args) { return forward(args, "keys"); }
Ref values(Arguments& args) { return forward(args, "values"); }
Ref items(Arguments& args) { return forward(args, "items"); }
Ref copy(Arguments& args) { return forward(args, "copy"); }
Ref reversed(Arguments& args) { return forward(args, "__reversed__"); }
Ref item(Arguments& args) { return get_item(args.vm, mapping_of(args), args[1]); }
Ref iterate(Arguments& args) { return get_iterator(args.vm, mapping_of(args)); }
Ref holds(Arguments& args) { return boolean_or_error(contains(args.vm, mapping_of(args), args[1])); }
Ref count(Arguments& args) {
  const std::int64_t result = length(args.vm, mapping_of(args));
  return result < 0 ? Ref() : make_int(args.vm, result);
}
Ref proxy_repr(Arguments& args) {
  const auto text = repr_of(args.vm, mapping_of(args));
  return text ? make_str(args.vm, "mappingproxy(" + *text + ")") : Ref();
}
Ref proxy_str(Arguments& args) { return to_str(args.vm, mapping_of(args)); }
Ref proxy_hash(Arguments& args) {
  std::int64_t result = 0;
  return hash(args.vm, mapping_of(args), result) ? make_int(args.vm, result) : Ref();
}
template <CompareKind kind>
Ref compare_with(Arguments& args) {
  return compare(args.vm, kind, mapping_of(args), args[1]);
}
Ref join(Arguments& args) { return binary(args.vm, BinaryKind::Or, mapping_of(args), without_proxy(args.vm, args[1])); }
Ref join_reflected(Arguments& args) { return binary(args.vm, BinaryKind::Or, without_proxy(args.vm, args[1]), mapping_of(args)); }
Ref join_in_place(Arguments& args) {
  return args.vm.raise(args.vm.types.TypeError, "'|=' is not supported by mappingproxy; use '|' instead");
}

constexpr NativeDef kMethods[] = {
    {"get", get, 1, 2},
    {"keys", keys},
    {"values", values},
    {"items", items},
    {"copy", copy},
    {"__getitem__", item, 1, 1},
    {"__iter__", iterate},
    {"__contains__", holds, 1, 1},
    {"__len__", count},
    {"__reversed__", reversed},
    {"__repr__", proxy_repr},
    {"__str__", proxy_str},
    {"__hash__", proxy_hash},
    {"__eq__", compare_with<CompareKind::Eq>, 1, 1},
    {"__ne__", compare_with<CompareKind::Ne>, 1, 1},
    {"__or__", join, 1, 1},
    {"__ror__", join_reflected, 1, 1},
    {"__ior__", join_in_place, 1, 1},
};
constexpr NativeDef kNew[] = {{"__new__", proxy_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kClassMethods[] = {{"__class_getitem__", class_get_item, 1, 1}};

}  // namespace

Ref make_mapping_proxy(Vm& vm, Value mapping) {
  auto* proxy = static_cast<MappingProxy*>(allocate_instance(vm, vm.types.mapping_proxy));
  proxy->mapping = Ref(mapping).release();
  return Ref::steal(Value(proxy));
}

void install_mapping_proxy(Vm& vm) {
  Type* type = vm.types.mapping_proxy = make_extension_type(vm, "mappingproxy", "builtins", &kTraits);
  type->is_final = type->no_instance_dict = true;
  install(vm, type, kMethods);
  install_static(vm, type, kNew);
  install_class_methods(vm, type, kClassMethods);
}

}  // namespace waiter::python
