// __build_class__: what a class statement calls with its body, its name, its bases and keywords.

#include "python/builtins.h"
#include "python/methods/helpers.h"

namespace waiter::python {
namespace {

/// list[int] as a base stands for list. False: exception. `changed` says whether any base did.
bool resolve_bases(Vm& vm, std::vector<Ref>& bases, bool& changed) {
  changed = false;
  std::vector<Ref> resolved;
  Ref all;
  for (const Ref& base : bases) {
    if (base.get().is_kind(Kind::Type)) {
      resolved.push_back(base);
      continue;
    }
    const Ref method = find_attribute(vm, base, intern(vm, "__mro_entries__"));
    if (!method) {
      if (vm.has_error()) return false;
      resolved.push_back(base);
      continue;
    }
    if (!all) {
      std::vector<Value> values(bases.begin(), bases.end());
      all = tuple_of(vm, values);
    }
    const Value one[] = {all};
    const Ref entries = call(vm, method, one);
    if (!entries) return false;
    if (!entries.get().is_kind(Kind::Tuple)) {
      vm.raise(vm.types.TypeError, "__mro_entries__ must return a tuple");
      return false;
    }
    for (std::uint32_t i = 0; i < cast<Tuple>(entries)->count; ++i) resolved.emplace_back(cast<Tuple>(entries)->items[i]);
    changed = true;
  }
  bases = std::move(resolved);
  return true;
}

Ref build_class(Arguments& args) {
  Vm& vm = args.vm;
  if (args.count < 2 || !args[0].is_kind(Kind::Function) || !is_str(args[1]))
    return vm.raise(vm.types.TypeError, "__build_class__: not enough arguments");
  auto* body = cast<Function>(args[0]);
  std::vector<Ref> bases;
  for (std::uint32_t i = 2; i < args.count; ++i) bases.emplace_back(args[i]);
  Ref original_bases;
  {
    std::vector<Value> values(bases.begin(), bases.end());
    original_bases = tuple_of(vm, values);
  }
  bool changed = false;
  if (!resolve_bases(vm, bases, changed)) return {};
  std::vector<Value> base_values(bases.begin(), bases.end());

  // The metaclass, and the keywords without it.
  Ref meta;
  std::vector<Value> keyword_names, keyword_values;
  for (std::uint32_t i = 0; i < args.keyword_count(); ++i) {
    if (str_view(args.names->items[i]) == "metaclass") meta = args.values[args.count + i];
    else {
      keyword_names.push_back(args.names->items[i]);
      keyword_values.push_back(args.values[args.count + i]);
    }
  }
  const Ref keywords = keyword_names.empty() ? Ref() : tuple_of(vm, keyword_names);
  const Tuple* names = keywords ? cast<Tuple>(keywords) : nullptr;
  if (!meta) meta = base_values.empty() ? Value(vm.types.type) : Value(type_of(vm, base_values[0]));
  if (meta.get().is_kind(Kind::Type) && is_subtype(cast<Type>(meta), vm.types.type)) {
    Type* winner = common_metaclass(vm, cast<Type>(meta), base_values);
    if (winner == nullptr) return {};
    meta = Value(winner);
  }
  const bool plain_type = meta.get() == Value(vm.types.type);

  Ref space;
  const Ref base_tuple = tuple_of(vm, base_values);
  if (!plain_type) {
    if (const Ref prepare = find_attribute(vm, meta, intern(vm, "__prepare__"))) {
      std::vector<Value> all{args[1], base_tuple};
      all.insert(all.end(), keyword_values.begin(), keyword_values.end());
      space = call(vm, prepare, all, names);
      if (!space) return {};
    } else if (vm.has_error()) {
      return {};
    }
  }
  if (!space) space = Ref::steal(Value(make_dict(vm)));
  Frame* frame = make_frame(vm, body->code, body, body->globals);
  frame->names = Ref(space).release();
  if (!run_nested(vm, frame)) return {};
  if (changed && space.get().is_kind(Kind::Dict)) dict_set_name(vm, cast<Dict>(space), intern(vm, "__orig_bases__"), original_bases);
  if (plain_type) return finish_class(vm, vm.types.type, name_of(vm, args[1]), base_values, cast<Dict>(space), names, keyword_values.data());
  std::vector<Value> all{args[1], base_tuple, space};
  all.insert(all.end(), keyword_values.begin(), keyword_values.end());
  return call(vm, meta, all, names);
}

constexpr NativeDef kFunctions[] = {{"__build_class__", build_class, 0, -1, Takes::Keywords}};

}  // namespace

void install_builtins_class(Vm& vm) { install_functions(vm, vm.builtins, kFunctions); }

}  // namespace waiter::python
