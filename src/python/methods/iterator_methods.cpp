// enumerate, zip, map, filter, reversed, and the iterators that have no name. What a step of each does is next_item's
// business (iterate.cpp): source and other are as it reads them.

#include <algorithm>

#include "python/methods/helpers.h"
#include "python/methods/install.h"
#include "python/range.h"
#include "python/text/unicode.h"

namespace waiter::python {
namespace {

/// The iterator is of a subclass's type if that was asked for.
Ref of_type(Vm& vm, Ref iterator, const Type* type) {
  if (iterator && type->is_user) return vm.raise(vm.types.TypeError, "One Waiter does not run subclasses of {} yet: a generator function is the usual way", iterator.get().object()->type->name->view());
  return iterator;
}

/// Iterators of every argument from `first` on, as a tuple; empty: exception.
Ref iterators_of(Arguments& args, std::uint32_t first, const char* message) {
  Vm& vm = args.vm;
  std::vector<Ref> owned;
  std::vector<Value> values;
  for (std::uint32_t i = first; i < args.count; ++i) {
    Ref iterator = get_iterator(vm, args[i]);
    if (!iterator) {
      const bool no_iterable = vm.error_is(vm.types.TypeError) && type_lookup(vm, type_of(vm, args[i]), vm.names.dunder_iter).is_empty();
      if (message != nullptr && no_iterable) {
        vm.clear_error();
        return vm.raise(vm.types.TypeError, fmt::format(fmt::runtime(message), i - first + 1));
      }
      return {};
    }
    values.push_back(iterator);
    owned.push_back(std::move(iterator));
  }
  return tuple_of(vm, values);
}

Ref enumerate_new(Arguments& args) {
  Vm& vm = args.vm;
  Type* type = class_to_make(args, vm.types.enumerate);
  if (type == nullptr) return {};
  Value out[2];
  Arguments rest = behind(args, 1);
  if (rest.count == 0 && rest.keyword("iterable").is_empty() && rest.keyword_count() < 2)  // enumerate_vectorcall has words of its own
    return vm.raise(vm.types.TypeError, "enumerate() missing required argument 'iterable'");
  if (!bind_arguments(rest, "enumerate", {"iterable", "start"}, 1, out)) return {};
  const Ref start = out[1].is_empty() ? Ref(Value::from_int(0)) : to_index(vm, out[1]);
  if (!start) return {};
  const Ref inner = get_iterator(vm, out[0]);
  if (!inner) return {};
  Ref iterator = make_iterator(vm, IteratorKind::Enumerate, inner);
  cast<Iterator>(iterator)->other = Ref(start).release();
  return of_type(vm, iterator, type);
}

Ref zip_new(Arguments& args) {
  Vm& vm = args.vm;
  Type* type = class_to_make(args, vm.types.zip);
  if (type == nullptr) return {};
  Value out[1];
  Arguments options{vm, args.values + args.count, 0, args.names, args.callee};
  if (!bind_arguments(options, "zip", {"*", "strict"}, 0, out)) return {};
  const int strict = out[0].is_empty() ? 0 : truth(vm, out[0]);
  if (strict < 0) return {};
  // "'int' object is not iterable" as CPython 3.11 has it, without the argument's number.
  const Ref inner = iterators_of(args, 1, nullptr);
  if (!inner) return {};
  Ref iterator = make_iterator(vm, IteratorKind::Zip, inner);
  cast<Iterator>(iterator)->other = Value::from_bool(strict == 1);
  return of_type(vm, iterator, type);
}

Ref map_new(Arguments& args) {
  Vm& vm = args.vm;
  Type* type = class_to_make(args, vm.types.map);
  if (type == nullptr || !no_keywords(args, "map")) return {};
  if (args.count < 3) return vm.raise(vm.types.TypeError, "map() must have at least two arguments.");
  const Ref inner = iterators_of(args, 2, nullptr);
  if (!inner) return {};
  Ref iterator = make_iterator(vm, IteratorKind::Map, inner);
  cast<Iterator>(iterator)->other = Ref(args[1]).release();
  return of_type(vm, iterator, type);
}

Ref filter_new(Arguments& args) {
  Vm& vm = args.vm;
  Type* type = class_to_make(args, vm.types.filter);
  if (type == nullptr || !unpack_count(args, "filter", 1, 2, 2)) return {};
  const Ref inner = get_iterator(vm, args[2]);
  if (!inner) return {};
  Ref iterator = make_iterator(vm, IteratorKind::Filter, inner);
  cast<Iterator>(iterator)->other = Ref(args[1]).release();
  return of_type(vm, iterator, type);
}

Ref reversed_new(Arguments& args) {
  Vm& vm = args.vm;
  Type* type = class_to_make(args, vm.types.reversed);
  if (type == nullptr || !unpack_count(args, "reversed", 1, 1, 1)) return {};
  const Value sequence = args[1];
  Type* const of = type_of(vm, sequence);
  const Value method = type_lookup(vm, of, vm.names.dunder_reversed);
  if (method.is_none()) return vm.raise(vm.types.TypeError, "'{}' object is not reversible", of->name->view());
  if (!method.is_empty()) return call_special(vm, method, sequence);
  const bool is_sequence = sequence.is_object() && !sequence.is_kind(Kind::Dict) && !sequence.is_kind(Kind::Set) &&
                           !type_lookup(vm, of, vm.names.dunder_getitem).is_empty() && !sequence.is_kind(Kind::Type);
  if (!is_sequence) return vm.raise(vm.types.TypeError, "'{}' object is not reversible", of->name->view());
  const std::int64_t count = length(vm, sequence);
  if (count < 0) return {};
  Ref iterator = make_iterator(vm, IteratorKind::Reversed, sequence);
  cast<Iterator>(iterator)->index = count - 1;
  return of_type(vm, iterator, type);
}

Ref itself(Arguments& args) { return args[0]; }

Ref next_method(Arguments& args) {
  Ref item = next_item_raising(args.vm, args[0]);
  if (!item && !args.vm.has_error()) args.vm.set_error(make_exception(args.vm, args.vm.types.StopIteration));
  return item;
}

Ref length_hint(Arguments& args) {
  const auto* walk = cast<Iterator>(args[0]);
  if (walk->source.is_none()) return make_int(args.vm, 0);
  std::int64_t rest = 0;
  switch (walk->what()) {
    case IteratorKind::List: rest = cast<List>(walk->source)->count - walk->index; break;
    case IteratorKind::Tuple: rest = cast<Tuple>(walk->source)->count - walk->index; break;
    case IteratorKind::Range: rest = walk->stop - walk->index; break;
    case IteratorKind::Sequence: {
      if (!walk->source.is_kind(Kind::Range)) {  // of an object with __getitem__ (iterobject.c, iter_len)
        if (type_lookup(args.vm, type_of(args.vm, walk->source), args.vm.names.dunder_len).is_empty()) return Ref(kNotImplemented);
        const std::int64_t count = length(args.vm, walk->source);
        return count < 0 ? Ref() : make_int(args.vm, std::max<std::int64_t>(count - walk->index, 0));
      }
      const Range* range = cast<Range>(walk->source);
      const Ref left = make_range(args.vm, big_value(walk->other), big_value(range->stop), big_value(range->step));
      return make_int(args.vm, range_length(cast<Range>(left)));
    }
    case IteratorKind::Str: rest = static_cast<std::int64_t>(text::count_code_points(cast<Str>(walk->source)->view().substr(static_cast<std::size_t>(walk->index)))); break;
    case IteratorKind::Reversed: rest = walk->index + 1; break;
    case IteratorKind::Bytes: rest = cast<Bytes>(walk->source)->size - walk->index; break;
    case IteratorKind::DictKeys:
    case IteratorKind::DictValues:
    case IteratorKind::DictItems: rest = cast<Dict>(walk->source)->used == walk->version ? walk->stop : 0; break;
    case IteratorKind::Set: rest = cast<Set>(walk->source)->used; break;
    default: return Ref(kNotImplemented);
  }
  return make_int(args.vm, std::max<std::int64_t>(rest, 0));
}

constexpr NativeDef kMethods[] = {{"__iter__", itself}, {"__next__", next_method}};
constexpr NativeDef kHint[] = {{"__length_hint__", length_hint}};
constexpr NativeDef kEnumerateNew[] = {{"__new__", enumerate_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kZipNew[] = {{"__new__", zip_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kMapNew[] = {{"__new__", map_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kFilterNew[] = {{"__new__", filter_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kReversedNew[] = {{"__new__", reversed_new, 0, -1, Takes::Keywords}};

}  // namespace

void install_iterator_methods(Vm& vm) {
  const Types& t = vm.types;
  for (Type* type : {t.list_iterator, t.tuple_iterator, t.str_iterator, t.bytes_iterator, t.range_iterator, t.dict_keyiterator,
                     t.dict_valueiterator, t.dict_itemiterator, t.set_iterator, t.sequence_iterator, t.callable_iterator, t.reversed,
                     t.list_reverseiterator, t.dict_reversekeyiterator, t.dict_reversevalueiterator, t.dict_reverseitemiterator,
                     t.bytearray_iterator, t.str_wide_iterator, t.longrange_iterator, t.enumerate, t.zip, t.map, t.filter})
    install(vm, type, kMethods);
  for (Type* type : {t.list_iterator, t.tuple_iterator, t.bytes_iterator, t.range_iterator, t.dict_keyiterator, t.dict_valueiterator,
                     t.dict_itemiterator, t.set_iterator, t.reversed, t.list_reverseiterator, t.dict_reversekeyiterator,
                     t.dict_reversevalueiterator, t.dict_reverseitemiterator, t.bytearray_iterator, t.str_iterator, t.str_wide_iterator, t.longrange_iterator,
                     t.sequence_iterator})
    install(vm, type, kHint);
  install_static(vm, t.enumerate, kEnumerateNew);
  install_static(vm, t.zip, kZipNew);
  install_static(vm, t.map, kMapNew);
  install_static(vm, t.filter, kFilterNew);
  install_static(vm, t.reversed, kReversedNew);
}

}  // namespace waiter::python
