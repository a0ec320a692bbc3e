#include "python/native.h"

#include <algorithm>

#include "python/operations.h"

namespace waiter::python {
namespace {

Ref make_native(Vm& vm, const NativeDef& def, Type* type, Type* owner) {
  auto* native = vm.heap.make<Native>(Kind::Native, type);
  native->def = &def;
  native->self = kUnbound;
  native->owner = owner;
  return Ref::steal(Value(native));
}

}  // namespace

bool bind_as_python(Arguments& args, const Signature& signature, Value* out) {
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

void install(Vm& vm, Module* module, std::span<const NativeDef> functions) {
  for (const NativeDef& def : functions) {
    const Ref native = make_native(vm, def, vm.types.native, nullptr);
    dict_set_name(vm, module->dict, intern(vm, def.name), native);
  }
}

void install(Vm& vm, Type* type, std::span<const NativeDef> methods) {
  for (const NativeDef& def : methods) {
    const Ref native = make_native(vm, def, vm.types.method_descriptor, type);
    dict_set_name(vm, type->dict, intern(vm, def.name), native);
  }
  type_modified(vm, type);
}

}  // namespace waiter::python
