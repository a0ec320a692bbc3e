// len, sum, min, max, sorted, any, all, iter, next, aiter, anext.

#include "python/builtins.h"
#include "python/methods/helpers.h"
#include "python/recursion.h"

namespace waiter::python {
namespace {

Ref len_function(Arguments& args) {
  const Value value = args[0];
  if (value.is_object() && !value.object()->type->is_user) {
    switch (value.object()->kind) {
      case Kind::List: return Value::from_int(cast<List>(value)->count);
      case Kind::Str: return Value::from_int(cast<Str>(value)->length);
      case Kind::Dict: return Value::from_int(cast<Dict>(value)->used);
      case Kind::Tuple: return Value::from_int(cast<Tuple>(value)->count);
      default: break;
    }
  }
  const std::int64_t count = length(args.vm, value);
  return count < 0 ? Ref() : make_int(args.vm, count);
}

Ref sum_function(Arguments& args) {
  Vm& vm = args.vm;
  Value out[2];
  if (!bind_arguments(args, "sum", {"", "start"}, 1, out)) return {};
  const Ref items = out[1].is_empty() ? Ref(out[0]) : get_iterator(vm, out[0]);  // before the start is looked at
  if (!items) return {};
  Ref total = out[1].is_empty() ? Ref(Value::from_int(0)) : Ref(out[1]);
  if (is_str(total)) return vm.raise(vm.types.TypeError, "sum() can't sum strings [use ''.join(seq) instead]");
  if (total.get().is_kind(Kind::Bytes)) {
    if ((total.get().object()->flags & kFrozen) != 0) return vm.raise(vm.types.TypeError, "sum() can't sum bytes [use b''.join(seq) instead]");
    return vm.raise(vm.types.TypeError, "sum() can't sum bytearray [use b''.join(seq) instead]");
  }
  const bool fine = for_each(vm, items, [&](Value item) {
    const Value sum = total;
    std::int64_t exact = 0;
    if (sum.is_int() && item.is_int() && !__builtin_add_overflow(sum.as_int(), item.as_int(), &exact)) {
      total = make_int(vm, exact);
    } else if (sum.is_inline_float() && item.is_inline_float()) {
      total = make_float(vm, sum.inline_float() + item.inline_float());
    } else {
      total = binary(vm, BinaryKind::Add, sum, item);
    }
    return static_cast<bool>(total);
  });
  return fine ? total : Ref();
}

/// min() and max(): the first of the best.
Ref best(Arguments& args, const char* name, CompareKind better) {
  Vm& vm = args.vm;
  const NativeLevel level(vm, " while calling a Python object");
  if (!level) return {};
  Value out[2];
  Arguments options{vm, args.values + args.count, 0, args.names, args.callee};
  if (!bind_arguments(options, name, {"*", "key", "default"}, 0, out)) return {};
  if (args.count == 0) return vm.raise(vm.types.TypeError, "{} expected at least 1 argument, got 0", name);
  if (args.count > 1 && !out[1].is_empty())
    return vm.raise(vm.types.TypeError, "Cannot specify a default for {}() with multiple positional arguments", name);
  const Value key = out[0].is_none() ? Value() : out[0];
  Ref winner, winner_key;
  const auto consider = [&](Value item) {
    Ref item_key = item;
    if (!key.is_empty()) {
      const Value one[] = {item};
      item_key = call(vm, key, one);
      if (!item_key) return false;
    }
    if (!winner) {
      winner = item;
      winner_key = std::move(item_key);
      return true;
    }
    int yes = 0;
    if (item_key.get().is_int() && winner_key.get().is_int()) {
      const std::int64_t a = item_key.get().as_int(), b = winner_key.get().as_int();
      yes = better == CompareKind::Gt ? a > b : a < b;
    } else {
      const Ref answer = compare(vm, better, item_key, winner_key);
      yes = answer ? truth(vm, answer) : -1;
    }
    if (yes < 0) return false;
    if (yes == 1) {
      winner = item;
      winner_key = std::move(item_key);
    }
    return true;
  };
  if (args.count == 1) {
    if (!for_each(vm, args[0], consider)) return {};
  } else {
    for (std::uint32_t i = 0; i < args.count; ++i)
      if (!consider(args[i])) return {};
  }
  if (winner) return winner;
  if (!out[1].is_empty()) return out[1];
  return vm.raise(vm.types.ValueError, "{}() arg is an empty sequence", name);
}
Ref min_function(Arguments& args) { return best(args, "min", CompareKind::Lt); }
Ref max_function(Arguments& args) { return best(args, "max", CompareKind::Gt); }

Ref sorted_function(Arguments& args) {
  Vm& vm = args.vm;
  if (args.count != 1) return vm.raise(vm.types.TypeError, "sorted expected 1 argument, got {}", args.count);
  Value out[2];
  Arguments options{vm, args.values + args.count, 0, args.names, args.callee};
  if (!bind_arguments(options, "sort", {"*", "key", "reverse"}, 0, out)) return {};
  Ref list = list_from(vm, args[0]);
  if (!list) return {};
  const Ref reverse_index = out[1].is_empty() ? Ref(kFalse) : to_index(vm, out[1]);  // an int, for CPython's argument clinic
  if (!reverse_index) return {};
  const int backwards = truth(vm, reverse_index);
  const NativeLevel level(vm, " while calling a Python object");  // CPython's calls list.sort
  if (!level || backwards < 0 || !sort_items(vm, cast<List>(list), out[0], backwards == 1)) return {};
  return list;
}

Ref any_or_all(Arguments& args, bool wanted) {
  Vm& vm = args.vm;
  const NativeLevel level(vm, " while calling a Python object");
  if (!level) return {};
  int found = 0;
  const bool fine = for_each(vm, args[0], [&](Value item) {
    const int yes = truth(vm, item);
    if (yes >= 0 && (yes == 1) == wanted) found = 1;
    return yes >= 0 && found == 0;
  });
  return fine ? boolean((found == 1) == wanted) : Ref();
}
Ref any_function(Arguments& args) { return any_or_all(args, true); }
Ref all_function(Arguments& args) { return any_or_all(args, false); }

Ref iter_function(Arguments& args) {
  Vm& vm = args.vm;
  if (args.count == 1) return get_iterator(vm, args[0]);
  if (!is_callable(vm, args[0])) return vm.raise(vm.types.TypeError, "iter(v, w): v must be callable");
  Ref iterator = make_iterator(vm, IteratorKind::Callable, args[0]);
  cast<Iterator>(iterator)->other = Ref(args[1]).release();
  return iterator;
}

/// The next item with StopIteration set at the end, its value included.
Ref next_or_stop(Vm& vm, Value iterator) {
  const auto stop = [&](Value value) {
    if (value.is_none()) vm.set_error(make_exception(vm, vm.types.StopIteration));
    else raise_with(vm, vm.types.StopIteration, value);
    return Ref();
  };
  if (iterator.is_kind(Kind::Generator) && cast<Generator>(iterator)->what == GeneratorKind::Generator) {
    Ref result;
    const Sent sent = send(vm, iterator, kNone, result);
    if (sent == Sent::Returned) return stop(result);
    return sent == Sent::Yielded ? result : Ref();
  }
  if (iterator.is_kind(Kind::Iterator)) {
    Ref item = next_item_raising(vm, iterator);
    return item || vm.has_error() ? item : stop(kNone);
  }
  const Value method = type_lookup(vm, type_of(vm, iterator), vm.names.dunder_next);
  if (method.is_empty()) return vm.raise(vm.types.TypeError, "'{}' object is not an iterator", type_name(vm, iterator));
  return call_special(vm, method, iterator);
}

Ref next_function(Arguments& args) {
  Vm& vm = args.vm;
  Ref item = next_or_stop(vm, args[0]);
  if (item || args.count == 1 || !vm.error_is(vm.types.StopIteration)) return item;
  vm.clear_error();
  return args[1];
}

Ref aiter_function(Arguments& args) {
  Vm& vm = args.vm;
  const Value method = type_lookup(vm, type_of(vm, args[0]), vm.names.dunder_aiter);
  if (method.is_empty()) return vm.raise(vm.types.TypeError, "'{}' object is not an async iterable", type_name(vm, args[0]));
  Ref iterator = call_special(vm, method, args[0]);
  if (iterator && type_lookup(vm, type_of(vm, iterator), vm.names.dunder_anext).is_empty())
    return vm.raise(vm.types.TypeError, "aiter() returned not an async iterator of type '{}'", type_name(vm, iterator));
  return iterator;
}

Ref anext_function(Arguments& args) {
  Vm& vm = args.vm;
  const Value method = type_lookup(vm, type_of(vm, args[0]), vm.names.dunder_anext);
  if (method.is_empty()) return vm.raise(vm.types.TypeError, "'{}' object is not an async iterator", type_name(vm, args[0]));
  Ref awaitable = call_special(vm, method, args[0]);
  if (!awaitable || args.count == 1) return awaitable;
  const Ref inner = get_awaitable(vm, awaitable, 0);
  if (!inner) return {};
  Ref iterator = make_iterator(vm, IteratorKind::AsyncNext, inner);
  cast<Iterator>(iterator)->other = Ref(args[1]).release();
  return iterator;
}

constexpr NativeDef kFunctions[] = {
    {"len", len_function, 1, 1},
    {"sum", sum_function, 0, -1, Takes::Keywords},
    {"min", min_function, 0, -1, Takes::Keywords},
    {"max", max_function, 0, -1, Takes::Keywords},
    {"sorted", sorted_function, 0, -1, Takes::Keywords},
    {"any", any_function, 1, 1},
    {"all", all_function, 1, 1},
    {"iter", iter_function, 1, 2},
    {"next", next_function, 1, 2},
    {"aiter", aiter_function, 1, 1},
    {"anext", anext_function, 1, 2},
};

}  // namespace

void install_builtins_iteration(Vm& vm) { install_functions(vm, vm.builtins, kFunctions); }

}  // namespace waiter::python
