#include "python/native.h"

#include <algorithm>

#include "python/operations.h"

namespace waiter::python {
namespace {

/// The dunders that CPython has slots for (slotdefs in typeobject.c): they are "slot wrappers" and no methods.
// clang-format off
constexpr std::string_view kSlotNames[] = {
    "abs", "add", "aiter", "and", "anext", "await", "bool", "call", "contains", "delattr", "delete", "delitem", "divmod", "eq", "float",
    "floordiv", "ge", "get", "getattribute", "getitem", "gt", "hash", "iadd", "iand", "ifloordiv", "ilshift", "imatmul", "imod", "imul",
    "index", "init", "int", "invert", "ior", "ipow", "irshift", "isub", "iter", "itruediv", "ixor", "le", "len", "lshift", "lt", "matmul",
    "mod", "mul", "ne", "neg", "next", "or", "pos", "pow", "radd", "rand", "rdivmod", "repr", "rfloordiv", "rlshift", "rmatmul", "rmod",
    "rmul", "ror", "rpow", "rrshift", "rshift", "rsub", "rtruediv", "rxor", "set", "setattr", "setitem", "str", "sub", "truediv", "xor",
};
// clang-format on

NativeRole role_of(const Type* type, std::string_view name) {
  if (name.size() < 5 || name.substr(0, 2) != "__") return NativeRole::Function;
  // These few stand in a table of methods all the same, to be quicker (METH_COEXIST).
  const std::string_view owner = type->name->view();
  if (name == "__getitem__" && (owner == "list" || owner == "dict")) return NativeRole::Function;
  if (name == "__contains__" && (owner == "dict" || owner == "set" || owner == "frozenset")) return NativeRole::Function;
  const std::string_view word = name.substr(2, name.size() - 4);
  return std::binary_search(std::begin(kSlotNames), std::end(kSlotNames), word) ? NativeRole::Slot : NativeRole::Function;
}

Ref make_native(Vm& vm, const NativeDef& def, Type* type, Type* owner) {
  auto* native = vm.heap.make<Native>(Kind::Native, type);
  native->def = &def;
  native->self = kUnbound;
  native->owner = owner;
  return Ref::steal(Value(native));
}

bool bind(Arguments& args, const Signature& signature, Value* out) {
  Vm& vm = args.vm;
  const std::size_t count = signature.positional.size(), total = count + signature.keyword_only.size();
  std::copy(args.values, args.values + std::min<std::size_t>(args.count, count), out);
  std::fill(out + std::min<std::size_t>(args.count, count), out + total, Value());
  if (args.names == nullptr && args.count >= signature.required && args.count <= count) return true;
  std::size_t keyword_only_given = 0;
  for (std::uint32_t k = 0; k < args.keyword_count(); ++k) {
    const std::string_view name = str_view(args.names->items[k]);
    std::size_t at = 0;
    while (at < total && name != (at < count ? signature.positional[at] : signature.keyword_only[at - count])) ++at;
    if (at == total) {
      vm.raise(vm.types.TypeError, "{}() got an unexpected keyword argument '{}'", signature.qualname, name);
      return false;
    }
    if (!out[at].is_empty()) {
      vm.raise(vm.types.TypeError, "{}() got multiple values for argument '{}'", signature.qualname, name);
      return false;
    }
    if (at >= count) ++keyword_only_given;
    out[at] = args.values[args.count + k];
  }
  const auto s = [](std::size_t n) { return n == 1 ? "" : "s"; };
  if (args.count > count) {
    const bool defaults = signature.required < count;
    const std::string takes = defaults ? fmt::format("from {} to {}", signature.required, count) : fmt::format("{}", count);
    const std::string also = keyword_only_given == 0 ? std::string()
                             : fmt::format(" positional argument{} (and {} keyword-only argument{})", s(args.count), keyword_only_given, s(keyword_only_given));
    vm.raise(vm.types.TypeError, "{}() takes {} positional argument{} but {}{} {} given", signature.qualname, takes,
             defaults || count != 1 ? "s" : "", args.count, also, args.count == 1 && keyword_only_given == 0 ? "was" : "were");
    return false;
  }
  std::vector<std::string_view> missing;
  for (std::size_t i = args.count; i < signature.required; ++i)
    if (out[i].is_empty()) missing.emplace_back(signature.positional[i]);
  if (missing.empty()) return true;
  std::string list;
  for (std::size_t i = 0; i < missing.size(); ++i)
    list += fmt::format("{}'{}'", i == 0 ? "" : i + 1 < missing.size() ? ", " : missing.size() == 2 ? " and " : ", and ", missing[i]);
  vm.raise(vm.types.TypeError, "{}() missing {} required positional argument{}: {}", signature.qualname, missing.size(), s(missing.size()), list);
  return false;
}

}  // namespace

bool bind_as_python(Arguments& args, const Signature& signature, Value* out) {
  args.are_refused = !bind(args, signature, out);
  return !args.are_refused;
}

void install(Vm& vm, Module* module, std::span<const NativeDef> functions) {
  for (const NativeDef& def : functions) {
    const Ref native = make_native(vm, def, vm.types.native, nullptr);
    cast<Native>(native)->module = intern(vm, module->name->view());
    dict_set_name(vm, module->dict, intern(vm, def.name), native);
  }
}

void install(Vm& vm, Type* type, std::span<const NativeDef> methods) {
  for (const NativeDef& def : methods) {
    const NativeRole role = role_of(type, def.name);
    const Ref native = make_native(vm, def, role == NativeRole::Slot ? vm.types.wrapper_descriptor : vm.types.method_descriptor, type);
    native.get().object()->extra = static_cast<std::uint16_t>(role);
    dict_set_name(vm, type->dict, intern(vm, def.name), native);
  }
  type_modified(vm, type);
}

}  // namespace waiter::python
