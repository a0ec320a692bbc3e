// The arguments of C++ functions: sorting them to parameters, and CPython's words when they do not fit.

#include <algorithm>

#include "python/operations.h"

namespace waiter::python {
namespace {

/// "int.bit_length" for what came through a type, "len" for the rest, as a message names it.
/// As CPython names a function of C: with its class, or with its module if that is not builtins.
std::string full_name(const Native* native) {
  if (native->owner != nullptr) return fmt::format("{}.{}", native->owner->name->view(), native->def->name);
  return native->module == nullptr ? std::string(native->def->name) : fmt::format("{}.{}", native->module->view(), native->def->name);
}

const char* plural(std::int64_t count) { return count == 1 ? "" : "s"; }

/// Those methods of str and bytes that CPython 3.11 has as METH_VARARGS: PyArg_ParseTuple counts their arguments in its own words.
bool parses_tuple(Vm& vm, const Native* native) {
  if (native->owner != vm.types.str && native->owner != vm.types.bytes && native->owner != vm.types.bytearray) return false;
  const std::string_view name = native->def->name;
  return name == "find" || name == "rfind" || name == "index" || name == "rindex" || name == "count" || name == "startswith" || name == "endswith";
}

}  // namespace

Value Arguments::keyword(std::string_view name) const {
  if (names == nullptr) return {};
  for (std::uint32_t i = 0; i < names->count; ++i)
    if (str_view(names->items[i]) == name) return values[count + i];
  return {};
}

Ref refuse_receiver(Vm& vm, const Native* native, Value receiver) {
  const std::string_view owner = name_in_messages(native->owner);
  const char* name = native->def->name;
  const bool is_slot = native->role() == NativeRole::Slot;
  if (receiver.is_empty()) {
    if (is_slot) return vm.raise(vm.types.TypeError, "descriptor '{}' of '{}' object needs an argument", name, owner);
    return vm.raise(vm.types.TypeError, "unbound method {}.{}() needs an argument", owner, name);
  }
  if (is_slot) return vm.raise(vm.types.TypeError, "descriptor '{}' requires a '{}' object but received a '{}'", name, owner, type_name(vm, receiver));
  return vm.raise(vm.types.TypeError, "descriptor '{}' for '{}' objects doesn't apply to a '{}' object", name, owner, type_name(vm, receiver));
}

Ref refuse_count(Vm& vm, const Native* native, std::int32_t given, std::uint32_t keywords) {
  const NativeDef* def = native->def;
  Type* error = vm.types.TypeError;
  if (native->role() == NativeRole::Slot) {
    if (keywords > 0) return vm.raise(error, "wrapper {}() takes no keyword arguments", def->name);
    if (def->min == def->max) return vm.raise(error, "expected {} argument{}, got {}", def->min, plural(def->min), given);
    const bool few = given < def->min;
    return vm.raise(error, "expected at {} {} argument{}, got {}", few ? "least" : "most", few ? def->min : def->max, plural(few ? def->min : def->max), given);
  }
  if (parses_tuple(vm, native)) {
    if (keywords > 0) return vm.raise(error, "{}() takes no keyword arguments", def->name);
    const bool few = given < def->min;
    return vm.raise(error, "{}() takes at {} {} argument{} ({} given)", def->name, few ? "least" : "most", few ? def->min : def->max,
                    plural(few ? def->min : def->max), given);
  }
  if (keywords > 0) return vm.raise(error, "{}() takes no keyword arguments", full_name(native));
  if (def->min == 0 && def->max == 0) return vm.raise(error, "{}() takes no arguments ({} given)", full_name(native), given);
  if (def->min == 1 && def->max == 1) return vm.raise(error, "{}() takes exactly one argument ({} given)", full_name(native), given);
  const int limit = given < def->min ? def->min : def->max;
  return vm.raise(error, "{} expected {}{} argument{}, got {}", def->name, def->min == def->max ? "" : given < def->min ? "at least " : "at most ", limit,
                  plural(limit), given);
}

/// _PyArg_UnpackKeywords, complaint by complaint.
bool bind_arguments(Arguments& args, std::string_view function, std::initializer_list<std::string_view> parameters,
                    std::size_t required, Value* out) {
  Vm& vm = args.vm;
  Type* const error = vm.types.TypeError;
  const std::size_t count_max = parameters.size() - static_cast<std::size_t>(std::count(parameters.begin(), parameters.end(), "*"));
  const std::size_t positional_max =
      std::min<std::size_t>(count_max, static_cast<std::size_t>(std::find(parameters.begin(), parameters.end(), "*") - parameters.begin()));
  const auto name_of = [&](std::size_t index) { return *(parameters.begin() + index + (index >= positional_max && count_max < parameters.size() ? 1 : 0)); };
  std::fill(out, out + count_max, Value());
  const std::size_t keywords = args.keyword_count(), total = args.count + keywords;
  const std::size_t required_positional = std::min(required, positional_max);
  if (total > count_max) {
    if (positional_max == 0 && args.count > 0 && keywords == 0) {
      vm.raise(error, "{}() takes no positional arguments", function);
      return false;
    }
    vm.raise(error, "{}() takes {} {} {}argument{} ({} given)", function, required == count_max ? "exactly" : "at most", count_max,
             args.count == 0 ? "keyword " : "", count_max == 1 ? "" : "s", total);
    return false;
  }
  if (args.count > positional_max) {
    if (positional_max == 0) vm.raise(error, "{}() takes no positional arguments", function);
    else
      vm.raise(error, "{}() takes {} {} positional argument{} ({} given)", function, required_positional < positional_max ? "at most" : "exactly",
               positional_max, positional_max == 1 ? "" : "s", args.count);
    return false;
  }
  std::copy(args.values, args.values + args.count, out);
  const auto index_of = [&](std::string_view name) {
    std::size_t index = 0;
    while (index < count_max && (name.empty() || name_of(index) != name)) ++index;
    return index;
  };
  for (std::size_t i = 0; i < keywords; ++i) {
    const std::size_t index = index_of(str_view(args.names->items[i]));
    if (index < count_max && index >= args.count) out[index] = args.values[args.count + i];
  }
  for (std::size_t i = 0; i < required; ++i) {
    if (!out[i].is_empty()) continue;
    if (name_of(i).empty())  // a parameter without a name is positional only
      vm.raise(error, "{}() takes {} {} positional argument{} ({} given)", function, required_positional < positional_max ? "at least" : "exactly",
               required, required == 1 ? "" : "s", args.count);
    else vm.raise(error, "{}() missing required argument '{}' (pos {})", function, name_of(i), i + 1);
    return false;
  }
  for (std::size_t i = 0; i < keywords; ++i) {
    const std::string_view name = str_view(args.names->items[i]);
    const std::size_t index = index_of(name);
    if (index == count_max) {
      vm.raise(error, "'{}' is an invalid keyword argument for {}()", name, function);
      return false;
    }
    if (index >= args.count) continue;
    vm.raise(error, "argument for {}() given by name ('{}') and position ({})", function, name, index + 1);
    return false;
  }
  return true;
}

}  // namespace waiter::python
