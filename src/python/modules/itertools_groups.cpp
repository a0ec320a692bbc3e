// itertools: groupby and tee: several iterators over one.

#include "python/methods/helpers.h"
#include "python/modules/itertools_parts.h"

namespace waiter::python {
namespace {

const char kTypesKey = 0;

struct GroupTypes {
  Type *grouper, *tee, *tee_block;
};

GroupTypes& types_of(Vm& vm) { return *static_cast<GroupTypes*>(vm.extensions[&kTypesKey]); }
ItertoolsIterator* self_of(Extension* extension) { return static_cast<ItertoolsIterator*>(extension); }

// groupby: the iterator, the key function (None: the item itself), the key of the group that was given last, key and value of the
// item that was read last (the value is empty once a group gave it). numbers[0]: the group's number.

enum GroupPlace { kSource, kKeyFunction, kTargetKey, kCurrentKey, kCurrentValue };

bool read_next(Vm& vm, ItertoolsIterator* self) {
  const Ref source = self->values[kSource], function = self->values[kKeyFunction];
  const Ref value = next_item(vm, source);
  if (!value) return false;
  const Value one[] = {value};
  const Ref key = function.get().is_none() ? value : call(vm, function, one);
  if (!key) return false;
  put(self->values[kCurrentValue], value);
  put(self->values[kCurrentKey], key);
  return true;
}

int same_key(Vm& vm, Value left, Value right) {
  const Ref a = left, b = right;
  return equal(vm, a, b);
}

Ref groupby_next(Vm& vm, Extension* extension) {
  auto* self = self_of(extension);
  ++self->numbers[0];  // the group before is over
  while (true) {
    if (!self->values[kCurrentKey].is_empty()) {
      if (self->values[kTargetKey].is_empty()) break;
      const int same = same_key(vm, self->values[kTargetKey], self->values[kCurrentKey]);
      if (same < 0) return {};
      if (same == 0) break;
    }
    if (!read_next(vm, self) || !vm.tick()) return {};
  }
  put(self->values[kTargetKey], self->values[kCurrentKey]);
  auto* group = static_cast<ItertoolsIterator*>(allocate_instance(vm, types_of(vm).grouper));
  const Ref owner = Ref::steal(Value(group));
  put(group->values[0], Value(self));
  put(group->values[1], self->values[kTargetKey]);
  group->numbers[0] = self->numbers[0];
  const Value both[] = {self->values[kCurrentKey], owner};
  return tuple_of(vm, both);
}

// A group: values[0] the groupby, values[1] its key, numbers[0] its number.

Ref grouper_next(Vm& vm, Extension* extension) {
  auto* group = self_of(extension);
  const Ref held = group->values[0];
  auto* parent = cast<ItertoolsIterator>(held);
  if (parent->numbers[0] != group->numbers[0]) return {};
  if (parent->values[kCurrentValue].is_empty() && !read_next(vm, parent)) return {};
  if (same_key(vm, group->values[1], parent->values[kCurrentKey]) <= 0) return {};
  return Ref::steal(std::exchange(parent->values[kCurrentValue], Value()));
}

Ref groupby_new(Arguments& args) {
  Vm& vm = args.vm;
  Value out[2];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "groupby", {"iterable", "key"}, 1, out)) return {};
  const Ref source = get_iterator(vm, out[0]);
  if (!source) return {};
  auto* self = new_itertools(args);
  put(self->values[kSource], source);
  put(self->values[kKeyFunction], out[1].is_empty() ? kNone : out[1]);
  return Ref::steal(Value(self));
}

// tee: what was read stands in blocks, each of which leads to the next; an iterator is a place in a block. A block that no
// iterator will come to goes.

constexpr std::uint32_t kBlockItems = 57;  // CPython's

struct TeeBlock : Extension {
  Value source;        ///< owned: the iterator that all read from
  TeeBlock* next;      ///< owned; may be null
  std::uint32_t count;
  bool reading;
  Value items[kBlockItems];  ///< owned, the first `count`
};

const ExtensionTraits kBlockTraits{
    .size = sizeof(TeeBlock),
    .construct = nullptr,
    .release =
        [](Vm&, Extension* extension) {
          auto* block = static_cast<TeeBlock*>(extension);
          put(block->source, Value());
          const std::uint32_t count = std::exchange(block->count, 0);
          for (std::uint32_t i = 0; i < count; ++i) decref(block->items[i]);
          if (TeeBlock* next = std::exchange(block->next, nullptr)) decref(Value(next));
        },
    .traverse =
        [](Extension* extension, void (*visit)(void*, Value), void* context) {
          const auto* block = static_cast<TeeBlock*>(extension);
          if (!block->source.is_empty()) visit(context, block->source);
          for (std::uint32_t i = 0; i < block->count; ++i) visit(context, block->items[i]);
          if (block->next != nullptr) visit(context, Value(block->next));
        },
    .destruct = nullptr,
    .finalise = nullptr,
    .no_weak_references = true,
};

// A tee iterator: values[0] its block, numbers[0] its place there.

TeeBlock* make_block(Vm& vm, Value source) {
  auto* block = static_cast<TeeBlock*>(allocate_instance(vm, types_of(vm).tee_block));
  put(block->source, source);
  return block;
}

Ref tee_next(Vm& vm, Extension* extension) {
  auto* self = self_of(extension);
  if (self->values[0].is_empty()) return {};
  if (self->numbers[0] == kBlockItems) {
    auto* full = cast<TeeBlock>(self->values[0]);
    if (full->next == nullptr) full->next = make_block(vm, full->source);
    put(self->values[0], Value(full->next));
    self->numbers[0] = 0;
  }
  const Ref held = self->values[0];
  auto* block = cast<TeeBlock>(held);
  if (self->numbers[0] < block->count) return block->items[self->numbers[0]++];
  if (block->reading) return vm.raise(vm.types.RuntimeError, "cannot re-enter the tee iterator");
  if (block->source.is_empty()) return {};
  block->reading = true;
  const Ref source = block->source;
  Ref item = next_item(vm, source);
  block->reading = false;
  if (!item) return {};
  incref(item);
  block->items[block->count++] = item;
  ++self->numbers[0];
  return item;
}

Ref make_tee(Vm& vm, Value block, std::int64_t at) {
  auto* self = static_cast<ItertoolsIterator*>(allocate_instance(vm, types_of(vm).tee));
  put(self->values[0], block);
  self->numbers[0] = at;
  return Ref::steal(Value(self));
}

Ref tee_copy(Arguments& args) {
  const auto* self = cast<ItertoolsIterator>(args[0]);
  return make_tee(args.vm, self->values[0], self->numbers[0]);
}

Ref tee(Arguments& args) {
  Vm& vm = args.vm;
  if (!no_keywords(args, "tee")) return {};
  std::int64_t count = 2;
  if (args.count > 1) {
    const auto given = to_ssize(vm, args[1]);
    if (!given) return {};
    if (*given < 0) return vm.raise(vm.types.ValueError, "n must be >= 0");
    count = *given;
  }
  if (!room_for(vm, static_cast<std::uint64_t>(count) * sizeof(ItertoolsIterator))) return {};
  std::vector<Ref> owned;
  std::vector<Value> made;
  if (count == 0) return vm.empty_tuple;
  const Ref iterator = get_iterator(vm, args[0]);
  if (!iterator) return {};
  const Ref copier = find_attribute(vm, iterator, intern(vm, "__copy__"));
  if (!copier && vm.has_error()) return {};
  Ref first = iterator;
  if (!copier) {
    const Ref block = Ref::steal(Value(make_block(vm, iterator)));
    first = make_tee(vm, block, 0);
  }
  const Ref copy = copier ? copier : find_attribute(vm, first, intern(vm, "__copy__"));
  owned.push_back(first);
  for (std::int64_t i = 1; i < count; ++i) {
    Ref another = call(vm, copy);
    if (!another) return {};
    owned.push_back(std::move(another));
  }
  for (const Ref& each : owned) made.push_back(each);
  return tuple_of(vm, made);
}

constexpr ExtensionTraits kGroupbyTraits = itertools_traits(groupby_next);
constexpr ExtensionTraits kGrouperTraits = itertools_traits(grouper_next);
constexpr ExtensionTraits make_tee_traits() {
  ExtensionTraits traits = itertools_traits(tee_next);
  traits.no_weak_references = false;
  return traits;
}
constexpr ExtensionTraits kTeeTraits = make_tee_traits();
constexpr NativeDef kGroupbyNew = {"__new__", groupby_new, 0, -1, Takes::Keywords};
constexpr NativeDef kTeeMethods[] = {{"__copy__", tee_copy}};
constexpr NativeDef kFunctions[] = {{"tee", tee, 1, 2, Takes::Positional}};

}  // namespace

void add_itertools_groups(Vm& vm, Module* module) {
  auto* types = static_cast<GroupTypes*>(vm.heap.allocate_raw(sizeof(GroupTypes)));
  vm.extensions[&kTypesKey] = types;
  add_iterator_type(vm, module, "groupby", &kGroupbyTraits, &kGroupbyNew);
  types->grouper = add_iterator_type(vm, module, "_grouper", &kGrouperTraits, nullptr);
  types->tee = add_iterator_type(vm, module, "_tee", &kTeeTraits, nullptr, kTeeMethods);
  types->tee_block = make_extension_type(vm, "_tee_dataobject", "itertools", &kBlockTraits);
  install(vm, module, kFunctions);
}

}  // namespace waiter::python
