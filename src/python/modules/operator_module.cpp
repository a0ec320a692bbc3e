// operator: the operators as functions (Modules/_operator.c). itemgetter and its kin are in operator_getters.cpp.

#include "python/modules/operator_getters.h"

#include "python/methods/helpers.h"
#include "python/text/big_int.h"
#include "python/modules/standard_modules.h"

namespace waiter::python {
namespace {

template <BinaryKind kind>
Ref two(Arguments& args) {
  return binary(args.vm, kind, args[0], args[1]);
}
template <BinaryKind kind>
Ref in_place(Arguments& args) {
  return binary_in_place(args.vm, kind, args[0], args[1]);
}
template <CompareKind kind>
Ref comparison(Arguments& args) {
  return compare(args.vm, kind, args[0], args[1]);
}

Ref not_(Arguments& args) {
  const int yes = truth(args.vm, args[0]);
  return yes < 0 ? Ref() : boolean(yes == 0);
}
Ref truth_(Arguments& args) { return boolean_or_error(truth(args.vm, args[0])); }
Ref is_(Arguments& args) { return boolean(args[0] == args[1]); }
Ref is_not(Arguments& args) { return boolean(!(args[0] == args[1])); }
Ref neg(Arguments& args) { return negative(args.vm, args[0]); }
Ref pos(Arguments& args) { return positive(args.vm, args[0]); }
Ref inv(Arguments& args) { return invert(args.vm, args[0]); }
Ref index(Arguments& args) { return to_index(args.vm, args[0]); }
Ref pow(Arguments& args) { return power(args.vm, args[0], args[1], kNone); }

Ref abs(Arguments& args) {
  const Value function = dict_get_name(args.vm.builtins, intern(args.vm, "abs"));
  const Value one[] = {args[0]};
  return call(args.vm, function, one);
}

Ref getitem(Arguments& args) { return get_item(args.vm, args[0], args[1]); }
Ref setitem(Arguments& args) { return none_or_error(set_item(args.vm, args[0], args[1], args[2])); }
Ref delitem(Arguments& args) { return none_or_error(delete_item(args.vm, args[0], args[1])); }
Ref contains_(Arguments& args) { return boolean_or_error(contains(args.vm, args[0], args[1])); }

bool is_sequence(Vm& vm, Value value) {
  return value.is_object() && !value.is_kind(Kind::Dict) && !value.is_kind(Kind::Type) && !type_lookup(vm, type_of(vm, value), vm.names.dunder_getitem).is_empty();
}

template <Ref (*join)(Vm&, BinaryKind, Value, Value)>
Ref concat(Arguments& args) {
  Vm& vm = args.vm;
  if (!is_sequence(vm, args[0])) return vm.raise(vm.types.TypeError, "'{}' object can't be concatenated", type_name(vm, args[0]));
  return join(vm, BinaryKind::Add, args[0], args[1]);
}

Ref iconcat(Arguments& args) {
  const bool is_list = args[0].is_kind(Kind::List) && !args[0].object()->type->is_user;  // PySequence_InPlaceConcat: nobody's __radd__ is asked
  if (is_list) return list_extend(args.vm, cast<List>(args[0]), args[1]) ? Ref(args[0]) : Ref();
  return concat<binary_in_place>(args);
}

/// The iterator of what is searched, with the words of PySequence_Contains where there is none.
Ref searched(Vm& vm, Value sequence) {
  Ref iterator = get_iterator(vm, sequence);
  if (iterator || !vm.error_is(vm.types.TypeError)) return iterator;
  vm.clear_error();
  return vm.raise(vm.types.TypeError, "argument of type '{}' is not iterable", type_name(vm, sequence));
}

Ref count_of(Arguments& args) {
  std::int64_t count = 0;
  const Ref sequence = searched(args.vm, args[0]);
  const bool fine = sequence && for_each(args.vm, sequence, [&](Value item) {
    const int same = equal(args.vm, item, args[1]);
    count += same == 1 ? 1 : 0;
    return same >= 0;
  });
  return fine ? make_int(args.vm, count) : Ref();
}

Ref index_of(Arguments& args) {
  Vm& vm = args.vm;
  std::int64_t at = 0;
  bool found = false;
  const Ref sequence = searched(vm, args[0]);
  const bool fine = sequence && for_each(vm, sequence, [&](Value item) {
    const int same = equal(vm, item, args[1]);
    found = same == 1;
    at += same == 0 ? 1 : 0;
    return same == 0;
  });
  if (!fine) return {};
  return found ? make_int(vm, at) : vm.raise(vm.types.ValueError, "sequence.index(x): x not in sequence");
}

Ref length_hint(Arguments& args) {
  Vm& vm = args.vm;
  std::int64_t otherwise = 0;
  if (args.count > 1) {
    if (!is_int_like(args[1])) return vm.raise(vm.types.TypeError, "'{}' object cannot be interpreted as an integer", type_name(vm, args[1]));
    const auto given = to_int64(vm, args[1], vm.types.OverflowError);
    if (!given) return {};
    otherwise = *given;
  }
  Type* type = type_of(vm, args[0]);
  if (!type_lookup(vm, type, vm.names.dunder_len).is_empty()) {
    const std::int64_t count = length(vm, args[0]);
    if (count >= 0) return make_int(vm, count);
    if (!vm.error_is(vm.types.TypeError)) return {};
    vm.clear_error();
  }
  const Value method = type_lookup(vm, type, vm.names.dunder_length_hint);
  if (method.is_empty()) return make_int(vm, otherwise);
  const Ref hint = call_special(vm, method, args[0]);
  if (!hint) {
    if (!vm.error_is(vm.types.TypeError)) return {};
    vm.clear_error();
    return make_int(vm, otherwise);
  }
  if (hint.get() == kNotImplemented) return make_int(vm, otherwise);
  if (!is_int_like(hint)) return vm.raise(vm.types.TypeError, "__length_hint__ must be an integer, not {}", type_name(vm, hint));
  if (!big_value(hint).fits_int64()) return vm.raise(vm.types.OverflowError, "Python int too large to convert to C ssize_t");
  const std::int64_t count = big_value(hint).to_int64();
  if (count < 0) return vm.raise(vm.types.ValueError, "__length_hint__() should return >= 0");
  return make_int(vm, count);
}

Ref call_(Arguments& args) {
  const std::uint32_t rest = args.count - 1 + args.keyword_count();
  if (args.count == 0) return args.vm.raise(args.vm.types.TypeError, "call expected at least 1 argument, got 0");
  const Ref function = args[0];
  return call_or_enter(args.vm, function, {args.values + 1, rest}, args.names);
}

constexpr NativeDef kFunctions[] = {
    {"lt", comparison<CompareKind::Lt>, 2, 2}, {"le", comparison<CompareKind::Le>, 2, 2}, {"eq", comparison<CompareKind::Eq>, 2, 2},
    {"ne", comparison<CompareKind::Ne>, 2, 2}, {"ge", comparison<CompareKind::Ge>, 2, 2}, {"gt", comparison<CompareKind::Gt>, 2, 2},
    {"not_", not_, 1, 1}, {"truth", truth_, 1, 1}, {"is_", is_, 2, 2}, {"is_not", is_not, 2, 2},
    {"abs", abs, 1, 1}, {"neg", neg, 1, 1}, {"pos", pos, 1, 1}, {"inv", inv, 1, 1}, {"invert", inv, 1, 1}, {"index", index, 1, 1},
    {"add", two<BinaryKind::Add>, 2, 2}, {"sub", two<BinaryKind::Sub>, 2, 2}, {"mul", two<BinaryKind::Mul>, 2, 2},
    {"matmul", two<BinaryKind::MatMul>, 2, 2}, {"truediv", two<BinaryKind::TrueDiv>, 2, 2}, {"floordiv", two<BinaryKind::FloorDiv>, 2, 2},
    {"mod", two<BinaryKind::Mod>, 2, 2}, {"pow", pow, 2, 2}, {"lshift", two<BinaryKind::LeftShift>, 2, 2},
    {"rshift", two<BinaryKind::RightShift>, 2, 2}, {"and_", two<BinaryKind::And>, 2, 2}, {"or_", two<BinaryKind::Or>, 2, 2},
    {"xor", two<BinaryKind::Xor>, 2, 2},
    {"iadd", in_place<BinaryKind::Add>, 2, 2}, {"isub", in_place<BinaryKind::Sub>, 2, 2}, {"imul", in_place<BinaryKind::Mul>, 2, 2},
    {"imatmul", in_place<BinaryKind::MatMul>, 2, 2}, {"itruediv", in_place<BinaryKind::TrueDiv>, 2, 2},
    {"ifloordiv", in_place<BinaryKind::FloorDiv>, 2, 2}, {"imod", in_place<BinaryKind::Mod>, 2, 2}, {"ipow", in_place<BinaryKind::Pow>, 2, 2},
    {"ilshift", in_place<BinaryKind::LeftShift>, 2, 2}, {"irshift", in_place<BinaryKind::RightShift>, 2, 2},
    {"iand", in_place<BinaryKind::And>, 2, 2}, {"ior", in_place<BinaryKind::Or>, 2, 2}, {"ixor", in_place<BinaryKind::Xor>, 2, 2},
    {"concat", concat<binary>, 2, 2}, {"iconcat", iconcat, 2, 2},
    {"contains", contains_, 2, 2}, {"countOf", count_of, 2, 2}, {"indexOf", index_of, 2, 2},
    {"getitem", getitem, 2, 2}, {"setitem", setitem, 3, 3}, {"delitem", delitem, 2, 2},
    {"length_hint", length_hint, 1, 2}, {"call", call_, 0, -1, Takes::Keywords},
};

}  // namespace

Ref make_operator_module(Vm& vm) {
  // CPython's functions belong to _operator, from which operator has its names; their messages say so.
  const Ref inner = make_module(vm, "_operator");
  install(vm, cast<Module>(inner), kFunctions);
  add_operator_getters(vm, cast<Module>(inner));
  Ref owner = make_module(vm, "operator");
  Module* module = cast<Module>(owner);
  Ref all = make_list(vm);
  const Dict* names = cast<Module>(inner)->dict;
  for (std::uint32_t i = 0; i < names->filled; ++i) {
    const Value key = names->entries[i].key;
    if (str_view(key).substr(0, 2) == "__") continue;
    dict_set_name(vm, module->dict, cast<Str>(key), names->entries[i].value);
    list_append(vm, cast<List>(all), key);
  }
  if (!sort_items(vm, cast<List>(all), kNone, false)) return {};
  module_set(vm, module, "__all__", all);
  // __add__ is add, and so on, for those that have such a name.
  for (const NativeDef& def : kFunctions) {
    std::string_view name = def.name;
    for (const std::string_view without : {"truth", "is_", "is_not", "countOf", "indexOf", "length_hint"})
      if (name == without) name = "";
    if (name.empty()) continue;
    if (name.back() == '_') name.remove_suffix(1);
    module_set(vm, module, fmt::format("__{}__", name), dict_get_name(module->dict, intern(vm, def.name)));
  }
  return owner;
}

}  // namespace waiter::python
