// What the iterators answer to copy and deepcopy: __reduce__, as CPython's have it, and __setstate__.

#include <algorithm>

#include "python/methods/helpers.h"
#include "python/methods/install.h"
#include "python/range.h"
#include "python/text/unicode.h"

namespace waiter::python {
namespace {

Ref iter_function(Vm& vm) { return dict_get_name(vm.builtins, intern(vm, "iter")); }

/// (iter, (sequence,), index); what has ended is over an empty list, str or tuple (listobject.c, listiter_reduce_general).
Ref reduce(Arguments& args) {
  Vm& vm = args.vm;
  const auto* walk = cast<Iterator>(args[0]);
  const Ref iter = iter_function(vm);
  const bool is_over = walk->source.is_none();
  const IteratorKind what = walk->what();
  const Ref nothing = what == IteratorKind::List ? make_list(vm) : what == IteratorKind::Str ? make_str(vm, "") : tuple_of(vm, {});
  const Value sequence[] = {is_over ? nothing.get() : walk->source};
  // Where it stands in a str is kept in bytes.
  const bool is_text = !is_over && what == IteratorKind::Str;
  const std::int64_t at = is_text ? static_cast<std::int64_t>(text::count_code_points(str_view(walk->source).substr(0, static_cast<std::size_t>(walk->index)))) : walk->index;
  const Ref arguments = tuple_of(vm, sequence), index = make_int(vm, at);
  const Value parts[] = {iter, arguments, index};
  return tuple_of(vm, {parts, is_over ? 2u : 3u});
}

/// (iter, (callable, sentinel)); ended: over nothing (iterobject.c, calliter_reduce).
Ref reduce_callable(Arguments& args) {
  Vm& vm = args.vm;
  const auto* walk = cast<Iterator>(args[0]);
  const Ref iter = iter_function(vm), nothing = tuple_of(vm, {});
  const Value over[] = {nothing}, running[] = {walk->source, walk->other};
  const Ref arguments = walk->source.is_none() ? tuple_of(vm, over) : tuple_of(vm, running);
  const Value parts[] = {iter, arguments};
  return tuple_of(vm, parts);
}

/// (reversed, (sequence,), index); ended: (iter, ([],)) of a list, (reversed, ((),)) of others (enumobject.c, reversed_reduce).
Ref reduce_reversed(Arguments& args) {
  Vm& vm = args.vm;
  const auto* walk = cast<Iterator>(args[0]);
  const bool is_over = walk->source.is_none();
  const bool of_list = type_of(vm, args[0]) == vm.types.list_reverseiterator;
  const Ref iter = iter_function(vm), nothing = of_list ? make_list(vm) : tuple_of(vm, {});
  const Value sequence[] = {is_over ? nothing.get() : walk->source};
  const Ref arguments = tuple_of(vm, sequence), index = make_int(vm, walk->index);
  const Value parts[] = {is_over && of_list ? iter.get() : Value(vm.types.reversed), arguments, index};
  return tuple_of(vm, {parts, is_over ? 2u : 3u});
}

/// (iter, (range,), index) (rangeobject.c, rangeiter_reduce); of one beyond 63 bits the range that is left, which comes to the same.
Ref reduce_range(Arguments& args) {
  Vm& vm = args.vm;
  const auto* walk = cast<Iterator>(args[0]);
  const Ref iter = iter_function(vm);
  const bool is_small = walk->what() == IteratorKind::Range;
  Ref range = walk->source;
  if (walk->source.is_none()) {
    range = make_range(vm, 0, 0, 1);
  } else if (!is_small) {
    const Range* whole = cast<Range>(walk->source);
    range = make_range(vm, big_value(walk->other), big_value(whole->stop), big_value(whole->step));
  }
  if (!range) return {};
  const Value one[] = {range};
  const Ref arguments = tuple_of(vm, one);
  const Value parts[] = {iter, arguments, Value::from_int(walk->index)};
  return tuple_of(vm, {parts, is_small && !walk->source.is_none() ? 3u : 2u});
}

/// (iter, ([what is left],)): a dict's or a set's (dictobject.c, dictiter_reduce). The walk itself stays where it is.
Ref reduce_to_list(Arguments& args) {
  Vm& vm = args.vm;
  const auto* walk = cast<Iterator>(args[0]);
  auto* twin = vm.heap.make<Iterator>(Kind::Iterator, walk->type);
  const Ref owner = Ref::steal(Value(twin));
  twin->extra = walk->extra;
  twin->source = Ref(walk->source).release();
  twin->other = Ref(walk->other).release();
  twin->index = walk->index, twin->stop = walk->stop, twin->step = walk->step, twin->version = walk->version;
  const Ref list = make_list(vm);
  if (!list_extend(vm, cast<List>(list), owner)) return {};
  const Value items[] = {list};
  const Ref arguments = tuple_of(vm, items), iter = iter_function(vm);
  const Value parts[] = {iter, arguments};
  return tuple_of(vm, parts);
}

/// zip, map, filter, enumerate: the class and what it is called with to go on from here.
Ref reduce_to_call(Arguments& args) {
  Vm& vm = args.vm;
  const auto* walk = cast<Iterator>(args[0]);
  Ref list = make_list(vm);
  if (walk->what() == IteratorKind::Map || walk->what() == IteratorKind::Filter) list_append(vm, cast<List>(list), walk->other);
  if (walk->what() == IteratorKind::Zip || walk->what() == IteratorKind::Map) {
    if (!list_extend(vm, cast<List>(list), walk->source)) return {};
  } else {
    list_append(vm, cast<List>(list), walk->source);
  }
  if (walk->what() == IteratorKind::Enumerate) list_append(vm, cast<List>(list), walk->other);
  const Ref arguments = tuple_from(vm, list);
  const Value parts[] = {Value(type_of(vm, args[0])), arguments, kTrue};
  return tuple_of(vm, {parts, walk->what() == IteratorKind::Zip && walk->other.is_true() ? 3u : 2u});
}

Ref set_strict(Arguments& args) {
  const int strict = truth(args.vm, args[1]);
  if (strict < 0) return {};
  cast<Iterator>(args[0])->other = Value::from_bool(strict == 1);
  return none();
}

Ref set_state(Arguments& args) {
  Vm& vm = args.vm;
  auto* walk = cast<Iterator>(args[0]);
  const auto index = to_ssize(vm, args[1]);
  if (!index) return {};
  std::int64_t least = 0, most = 0;
  const Ref source = walk->source;
  if (source.get().is_none()) return none();
  switch (walk->what()) {
    case IteratorKind::List: most = cast<List>(source)->count; break;
    case IteratorKind::Tuple: most = cast<Tuple>(source)->count; break;
    case IteratorKind::Str: most = cast<Str>(source)->length; break;
    case IteratorKind::Bytes: most = cast<Bytes>(source)->size; break;
    case IteratorKind::Range: most = walk->stop; break;
    default: {  // reversed(): a sequence of the program's is asked, and may end the walk meanwhile
      const bool of_list = type_of(vm, args[0]) == vm.types.list_reverseiterator;
      const std::int64_t count = of_list ? cast<List>(source)->count : length(vm, source);
      if (count < 0) return {};
      if (walk->source.is_none()) return none();
      least = -1, most = count - 1;
    }
  }
  walk->index = std::clamp<std::int64_t>(*index, least, most);
  if (walk->what() == IteratorKind::Str) walk->index = static_cast<std::int64_t>(text::byte_offset(str_view(source), static_cast<std::size_t>(walk->index)));
  if (walk->what() == IteratorKind::Range) walk->step = cast<Range>(source)->start.as_int() + walk->index * cast<Range>(source)->step.as_int();
  return none();
}

/// A sequence of the program's own: its length is not asked for.
Ref set_index(Arguments& args) {
  auto* walk = cast<Iterator>(args[0]);
  const auto index = to_ssize(args.vm, args[1]);
  if (!index) return {};
  if (!walk->source.is_none()) walk->index = std::max<std::int64_t>(*index, 0);
  return none();
}

constexpr NativeDef kState[] = {{"__reduce__", reduce}, {"__setstate__", set_state, 1, 1}};
constexpr NativeDef kSequence[] = {{"__reduce__", reduce}, {"__setstate__", set_index, 1, 1}};
constexpr NativeDef kCallable[] = {{"__reduce__", reduce_callable}};
constexpr NativeDef kReversed[] = {{"__reduce__", reduce_reversed}, {"__setstate__", set_state, 1, 1}};
constexpr NativeDef kRange[] = {{"__reduce__", reduce_range}, {"__setstate__", set_state, 1, 1}};
constexpr NativeDef kLongRange[] = {{"__reduce__", reduce_range}};
constexpr NativeDef kToList[] = {{"__reduce__", reduce_to_list}};
constexpr NativeDef kCall[] = {{"__reduce__", reduce_to_call}};
constexpr NativeDef kZipState[] = {{"__setstate__", set_strict, 1, 1}};

}  // namespace

void install_iterator_copies(Vm& vm) {
  const Types& t = vm.types;
  for (Type* type : {t.list_iterator, t.tuple_iterator, t.str_iterator, t.str_wide_iterator, t.bytes_iterator, t.bytearray_iterator}) install(vm, type, kState);
  for (Type* type : {t.reversed, t.list_reverseiterator}) install(vm, type, kReversed);
  install(vm, t.range_iterator, kRange);
  install(vm, t.longrange_iterator, kLongRange);
  for (Type* type : {t.dict_keyiterator, t.dict_valueiterator, t.dict_itemiterator, t.dict_reversekeyiterator, t.dict_reversevalueiterator,
                     t.dict_reverseitemiterator, t.set_iterator})
    install(vm, type, kToList);
  for (Type* type : {t.zip, t.map, t.filter, t.enumerate}) install(vm, type, kCall);
  install(vm, t.zip, kZipState);
  install(vm, t.sequence_iterator, kSequence);
  install(vm, t.callable_iterator, kCallable);
}

}  // namespace waiter::python
