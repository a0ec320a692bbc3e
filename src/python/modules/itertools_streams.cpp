// itertools: accumulate, chain, pairwise, starmap, zip_longest: one item after the other, made of one or several iterables.

#include "python/modules/itertools_parts.h"

namespace waiter::python {
namespace {

ItertoolsIterator* self_of(Extension* extension) { return static_cast<ItertoolsIterator*>(extension); }

// accumulate: values[0] the iterator, values[1] the function (None: addition), values[2] the total so far. flag: `initial` is
// still to be given.

Ref accumulate_next(Vm& vm, Extension* extension) {
  auto* self = self_of(extension);
  if (self->flag) {
    self->flag = false;
    return self->values[2];
  }
  const Ref source = self->values[0];
  Ref item = next_item(vm, source);
  if (!item) return {};
  if (self->values[2].is_empty()) {
    put(self->values[2], item);
    return item;
  }
  const Ref function = self->values[1], total = self->values[2];
  const Value both[] = {total, item};
  Ref made = function.get().is_none() ? binary(vm, BinaryKind::Add, total, item) : call(vm, function, both);
  if (made) put(self->values[2], made);
  return made;
}

Ref accumulate_new(Arguments& args) {
  Vm& vm = args.vm;
  Value out[3];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "accumulate", {"iterable", "func", "*", "initial"}, 1, out)) return {};
  const Ref source = get_iterator(vm, out[0]);
  if (!source) return {};
  auto* self = new_itertools(args);
  put(self->values[0], source);
  put(self->values[1], out[1].is_empty() ? kNone : out[1]);
  if (!out[2].is_empty() && !out[2].is_none()) {
    put(self->values[2], out[2]);
    self->flag = true;
  }
  return Ref::steal(Value(self));
}

// chain: values[0] the iterator over the iterables (empty at the end), values[1] the one that is walked.

Ref chain_next(Vm& vm, Extension* extension) {
  auto* self = self_of(extension);
  while (!self->values[0].is_empty()) {
    if (self->values[1].is_empty()) {
      const Ref source = self->values[0];
      const Ref iterable = next_item(vm, source);
      if (!iterable) {
        put(self->values[0], Value());
        return {};
      }
      const Ref active = get_iterator(vm, iterable);
      if (!active) {
        put(self->values[0], Value());
        return {};
      }
      put(self->values[1], active);
    }
    const Ref active = self->values[1];
    Ref item = next_item(vm, active);
    if (item || vm.has_error()) return item;
    put(self->values[1], Value());
    if (!vm.tick()) return {};
  }
  return {};
}

Ref chain_of(Vm& vm, Type* type, Value iterables) {
  const Ref source = get_iterator(vm, iterables);
  if (!source) return {};
  auto* self = static_cast<ItertoolsIterator*>(allocate_instance(vm, type));
  put(self->values[0], source);
  return Ref::steal(Value(self));
}

Ref chain_new(Arguments& args) {
  if (!no_keywords(args, "chain")) return {};
  const Ref iterables = tuple_of(args.vm, {args.values + 1, args.count - 1});
  return chain_of(args.vm, cast<Type>(args[0]), iterables);
}

Ref chain_from_iterable(Arguments& args) {
  if (args.count != 2) return args.vm.raise(args.vm.types.TypeError, "chain.from_iterable() takes exactly one argument ({} given)", args.count - 1);
  return chain_of(args.vm, cast<Type>(args[0]), args[1]);
}

// pairwise: values[0] the iterator (empty at the end), values[1] the item before.

Ref pairwise_next(Vm& vm, Extension* extension) {
  auto* self = self_of(extension);
  if (self->values[0].is_empty()) return {};
  const Ref source = self->values[0];
  if (self->values[1].is_empty()) {
    const Ref first = next_item_raising(vm, source);
    if (!first) {
      if (!vm.has_error()) put(self->values[0], Value());
      return {};
    }
    put(self->values[1], first);
  }
  const Ref following = next_item_raising(vm, source);
  if (!following) {
    put(self->values[0], Value());
    put(self->values[1], Value());
    return {};
  }
  const Value both[] = {self->values[1], following};
  Ref pair = tuple_of(vm, both);
  put(self->values[1], following);
  return pair;
}

Ref pairwise_new(Arguments& args) {
  if (!positional_only(args, "pairwise", 1, 1)) return {};
  const Ref source = get_iterator(args.vm, args[1]);
  if (!source) return {};
  auto* self = new_itertools(args);
  put(self->values[0], source);
  return Ref::steal(Value(self));
}

// starmap: values[0] the iterator, values[1] the function.

Ref starmap_next(Vm& vm, Extension* extension) {
  auto* self = self_of(extension);
  const Ref source = self->values[0], function = self->values[1];
  const Ref item = next_item(vm, source);
  if (!item) return {};
  const Ref arguments = tuple_from(vm, item);
  if (!arguments) return {};
  return call(vm, function, {cast<Tuple>(arguments)->items, cast<Tuple>(arguments)->count});
}

Ref starmap_new(Arguments& args) {
  if (!positional_only(args, "starmap", 2, 2)) return {};
  const Ref source = get_iterator(args.vm, args[2]);
  if (!source) return {};
  auto* self = new_itertools(args);
  put(self->values[0], source);
  put(self->values[1], args[1]);
  return Ref::steal(Value(self));
}

// zip_longest: values[0] a list of iterators (None: ended), values[1] what is put for one that ended; numbers[0]: how many run.

Ref zip_longest_next(Vm& vm, Extension* extension) {
  auto* self = self_of(extension);
  if (self->numbers[0] == 0) return {};
  const Ref held = self->values[0], fill = self->values[1];
  auto* iterators = cast<List>(held);
  std::vector<Ref> owned;
  std::vector<Value> items;
  for (std::uint32_t i = 0; i < iterators->count; ++i) {
    Ref item;
    if (!iterators->items[i].is_none()) {
      const Ref iterator = iterators->items[i];
      item = next_item(vm, iterator);
      if (!item) {
        if (vm.has_error()) {
          self->numbers[0] = 0;
          return {};
        }
        put(iterators->items[i], kNone);
        if (--self->numbers[0] == 0) return {};
      }
    }
    if (!item) item = fill;
    items.push_back(item);
    owned.push_back(std::move(item));
  }
  return tuple_of(vm, items);
}

/// The copy has a list of its own: in it an iterator that has ended is crossed out, and counted, by each of the two for itself.
Ref zip_longest_copy(Arguments& args) {
  Ref owner = copy_of_itertools(args.vm, cast<ItertoolsIterator>(args[0]), Value(), Value());
  if (owner) {
    auto* twin = cast<ItertoolsIterator>(owner);
    const List* shared = cast<List>(twin->values[0]);
    put(twin->values[0], make_list(args.vm, {shared->items, shared->count}));
  }
  return owner;
}

Ref zip_longest_new(Arguments& args) {
  Vm& vm = args.vm;
  Value fill = kNone;
  if (args.keyword_count() > 0) {
    fill = args.keyword("fillvalue");
    if (fill.is_empty() || args.keyword_count() > 1)
      return vm.raise(vm.types.TypeError, "zip_longest() got an unexpected keyword argument");
  }
  Ref iterators = make_list(vm);
  for (std::uint32_t i = 1; i < args.count; ++i) {
    const Ref iterator = get_iterator(vm, args[i]);
    if (!iterator) return {};
    list_append(vm, cast<List>(iterators), iterator);
  }
  auto* self = new_itertools(args);
  put(self->values[0], iterators);
  put(self->values[1], fill);
  self->numbers[0] = cast<List>(iterators)->count;
  return Ref::steal(Value(self));
}

constexpr ExtensionTraits kAccumulateTraits = itertools_traits(accumulate_next);
constexpr ExtensionTraits kChainTraits = itertools_traits(chain_next);
constexpr ExtensionTraits kPairwiseTraits = itertools_traits(pairwise_next);
constexpr ExtensionTraits kStarmapTraits = itertools_traits(starmap_next);
constexpr NativeDef kZipLongestCopy[] = {{"__copy__", zip_longest_copy}};
constexpr ExtensionTraits kZipLongestTraits = itertools_traits(zip_longest_next);
constexpr NativeDef kAccumulateNew = {"__new__", accumulate_new, 0, -1, Takes::Keywords};
constexpr NativeDef kChainNew = {"__new__", chain_new, 0, -1, Takes::Keywords};
constexpr NativeDef kPairwiseNew = {"__new__", pairwise_new, 0, -1, Takes::Keywords};
constexpr NativeDef kStarmapNew = {"__new__", starmap_new, 0, -1, Takes::Keywords};
constexpr NativeDef kZipLongestNew = {"__new__", zip_longest_new, 0, -1, Takes::Keywords};
constexpr NativeDef kChainClassMethods[] = {
    {"from_iterable", chain_from_iterable, 0, -1, Takes::Keywords},
    {"__class_getitem__", class_get_item, 0, -1, Takes::Keywords},
};

}  // namespace

void add_itertools_streams(Vm& vm, Module* module) {
  add_iterator_type(vm, module, "accumulate", &kAccumulateTraits, &kAccumulateNew);
  install_class_methods(vm, add_iterator_type(vm, module, "chain", &kChainTraits, &kChainNew), kChainClassMethods);
  add_iterator_type(vm, module, "pairwise", &kPairwiseTraits, &kPairwiseNew);
  add_iterator_type(vm, module, "starmap", &kStarmapTraits, &kStarmapNew);
  add_iterator_type(vm, module, "zip_longest", &kZipLongestTraits, &kZipLongestNew, kZipLongestCopy);
}

}  // namespace waiter::python
