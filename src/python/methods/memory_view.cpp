#include "python/methods/memory_view.h"

#include "python/accessor.h"
#include "python/methods/helpers.h"
#include "python/not_run.h"
#include "python/text/big_int.h"

namespace waiter::python {
namespace {

struct MemoryView : Extension {
  Value owner;  ///< a Bytes; kNone once released
  std::int64_t start, count, step;
};

void release(Vm&, Extension* extension) {
  auto* view = static_cast<MemoryView*>(extension);
  const Value owner = std::exchange(view->owner, kNone);
  if (owner.is_kind(Kind::Bytes) && !owner.object()->type->is_user) --owner.object()->extra;
  decref(owner);
}
void traverse(Extension* extension, void (*visit)(void*, Value), void* context) { visit(context, static_cast<MemoryView*>(extension)->owner); }

const ExtensionTraits kTraits{sizeof(MemoryView), [](Extension* extension) { static_cast<MemoryView*>(extension)->owner = kNone; }, release, traverse, nullptr, nullptr};

const char kTypeKey = 0;
Type* view_type(Vm& vm) { return static_cast<Type*>(vm.extensions[&kTypeKey]); }

MemoryView* view_of(Arguments& args) { return cast<MemoryView>(args[0]); }

/// Null: ValueError set, the view was released.
MemoryView* open_view(Vm& vm, Value value) {
  auto* view = cast<MemoryView>(value);
  if (view->owner.is_kind(Kind::Bytes)) return view;
  vm.raise(vm.types.ValueError, "operation forbidden on released memoryview object");
  return nullptr;
}

bool is_read_only(const MemoryView* view) { return (view->owner.object()->flags & kFrozen) != 0; }
char& byte_at(const MemoryView* view, std::int64_t at) { return cast<Bytes>(view->owner)->data[view->start + at * view->step]; }

std::string contents(const MemoryView* view) {
  std::string out;
  out.reserve(static_cast<std::size_t>(view->count));
  for (std::int64_t i = 0; i < view->count; ++i) out += byte_at(view, i);
  return out;
}

Ref make_view(Vm& vm, Value owner, std::int64_t start, std::int64_t count, std::int64_t step) {
  auto* view = static_cast<MemoryView*>(allocate_instance(vm, view_type(vm)));
  view->owner = Ref(owner).release();
  if (!owner.object()->type->is_user) ++owner.object()->extra;
  view->start = start;
  view->count = count;
  view->step = step;
  return Ref::steal(Value(view));
}

Ref view_new(Arguments& args) {
  Vm& vm = args.vm;
  Value out[1];
  Arguments rest = behind(args, 1);
  if (class_to_make(args, view_type(vm)) == nullptr) return {};
  if (rest.count + rest.keyword_count() > 1)
    return vm.raise(vm.types.TypeError, "memoryview() takes at most 1 argument ({} given)", rest.count + rest.keyword_count());
  if (!bind_arguments(rest, "memoryview", {"object"}, 1, out)) return {};
  if (out[0].is_kind(Kind::Bytes)) return make_view(vm, out[0], 0, cast<Bytes>(out[0])->size, 1);
  if (!is_memory_view(vm, out[0])) return vm.raise(vm.types.TypeError, "memoryview: a bytes-like object is required, not '{}'", type_name(vm, out[0]));
  const MemoryView* from = open_view(vm, out[0]);
  return from == nullptr ? Ref() : make_view(vm, from->owner, from->start, from->count, from->step);
}

/// The place that an index names; nullopt: exception.
std::optional<std::int64_t> place_of(Vm& vm, const MemoryView* view, Value key) {
  const bool integral = is_int_like(key) || !type_lookup(vm, type_of(vm, key), vm.names.dunder_index).is_empty();
  if (!integral) {
    vm.raise(vm.types.TypeError, "memoryview: invalid slice key");
    return std::nullopt;
  }
  const auto given = to_int64(vm, key);
  if (!given) return std::nullopt;
  const std::int64_t at = *given < 0 ? *given + view->count : *given;
  if (at >= 0 && at < view->count) return at;
  vm.raise(vm.types.IndexError, "index out of bounds on dimension 1");
  return std::nullopt;
}

Ref view_get(Arguments& args) {
  Vm& vm = args.vm;
  const MemoryView* view = open_view(vm, args[0]);
  if (view == nullptr) return {};
  if (args[1].is_kind(Kind::Slice)) {
    const auto bounds = slice_bounds(vm, cast<Slice>(args[1]), view->count);
    return bounds ? make_view(vm, view->owner, view->start + bounds->start * view->step, bounds->count, view->step * bounds->step) : Ref();
  }
  if (args[1] == kEllipsis) return args[0];
  const auto at = place_of(vm, view, args[1]);
  return at ? Ref(Value::from_int(static_cast<unsigned char>(byte_at(view, *at)))) : Ref();
}

Ref view_set(Arguments& args) {
  Vm& vm = args.vm;
  MemoryView* view = open_view(vm, args[0]);
  if (view == nullptr) return {};
  if (is_read_only(view)) return vm.raise(vm.types.TypeError, "cannot modify read-only memory");
  if (args[1].is_kind(Kind::Slice)) {
    const auto more = contents_of_buffer(vm, args[2]);
    if (!more) return vm.has_error() ? Ref() : vm.raise(vm.types.TypeError, "a bytes-like object is required, not '{}'", type_name(vm, args[2]));
    const auto bounds = slice_bounds(vm, cast<Slice>(args[1]), view->count);
    if (!bounds) return {};
    if (static_cast<std::int64_t>(more->size()) != bounds->count)
      return vm.raise(vm.types.ValueError, "memoryview assignment: lvalue and rvalue have different structures");
    for (std::int64_t i = 0; i < bounds->count; ++i) byte_at(view, bounds->start + i * bounds->step) = (*more)[static_cast<std::size_t>(i)];
    return none();
  }
  const auto at = place_of(vm, view, args[1]);
  if (!at) return {};
  if (!is_int_like(args[2]) && type_lookup(vm, type_of(vm, args[2]), vm.names.dunder_index).is_empty())
    return vm.raise(vm.types.TypeError, "memoryview: invalid type for format 'B'");
  const Ref index = to_index(vm, args[2]);
  if (!index) return {};
  const text::BigInt byte = big_value(index);
  if (byte.sign() < 0 || byte > text::BigInt(255)) return vm.raise(vm.types.ValueError, "memoryview: invalid value for format 'B'");
  byte_at(view, *at) = static_cast<char>(byte.to_int64());
  return none();
}

Ref view_delete(Arguments& args) {
  if (open_view(args.vm, args[0]) == nullptr) return {};
  return args.vm.raise(args.vm.types.TypeError, is_read_only(view_of(args)) ? "cannot modify read-only memory" : "cannot delete memory");
}

Ref view_length(Arguments& args) {
  const MemoryView* view = open_view(args.vm, args[0]);
  return view == nullptr ? Ref() : make_int(args.vm, view->count);
}

Ref view_tobytes(Arguments& args) {
  const MemoryView* view = open_view(args.vm, args[0]);
  return view == nullptr ? Ref() : make_bytes(args.vm, contents(view));
}

Ref view_tolist(Arguments& args) {
  const MemoryView* view = open_view(args.vm, args[0]);
  if (view == nullptr) return {};
  Ref list = make_list(args.vm);
  for (std::int64_t i = 0; i < view->count; ++i) list_append(args.vm, cast<List>(list), Value::from_int(static_cast<unsigned char>(byte_at(view, i))));
  return list;
}

Ref view_hex(Arguments& args) {
  const Ref bytes = view_tobytes(args);
  if (!bytes) return {};
  const Ref method = get_attribute(args.vm, bytes, intern(args.vm, "hex"));
  const std::uint32_t rest = args.count - 1 + args.keyword_count();
  return method ? call(args.vm, method, {args.values + 1, rest}, args.names) : Ref();
}

Ref view_release(Arguments& args) {
  release(args.vm, view_of(args));
  return none();
}
Ref view_enter(Arguments& args) { return open_view(args.vm, args[0]) == nullptr ? Ref() : Ref(args[0]); }

Ref view_read_only(Arguments& args) {
  const MemoryView* view = open_view(args.vm, args[0]);
  const Ref bytes = view == nullptr ? Ref() : view_tobytes(args);
  return bytes ? make_view(args.vm, bytes, 0, view->count, 1) : Ref();
}

Ref view_cast(Arguments& args) {
  if (open_view(args.vm, args[0]) == nullptr) return {};
  return args.vm.raise(args.vm.types.NotImplementedError, refusal("memoryview.cast()", "int.from_bytes and int.to_bytes are the usual way"));
}

Ref view_equal(Arguments& args) {
  Vm& vm = args.vm;
  const MemoryView* view = view_of(args);
  if (!view->owner.is_kind(Kind::Bytes)) return boolean(args[0] == args[1]);
  if (is_memory_view(vm, args[1]) && !cast<MemoryView>(args[1])->owner.is_kind(Kind::Bytes)) return boolean(false);
  const auto other = contents_of_buffer(vm, args[1]);
  if (!other) return vm.has_error() ? Ref() : Ref(kNotImplemented);
  return boolean(contents(view) == *other);
}
Ref view_unequal(Arguments& args) {
  const Ref same = view_equal(args);
  return !same || same.get() == kNotImplemented ? same : boolean(same.get().is_false());
}

Ref view_hash(Arguments& args) {
  Vm& vm = args.vm;
  const MemoryView* view = open_view(vm, args[0]);
  if (view == nullptr) return {};
  if (!is_read_only(view)) return vm.raise(vm.types.ValueError, "cannot hash writable memoryview object");
  const Ref bytes = view_tobytes(args);
  std::int64_t result = 0;
  return bytes && hash(vm, bytes, result) ? make_int(vm, result) : Ref();
}

Ref view_repr(Arguments& args) {
  const bool released = !view_of(args)->owner.is_kind(Kind::Bytes);
  return make_str(args.vm, fmt::format("<{} at 0x{:012x}>", released ? "released memory" : "memory", identity_of(args[0])));
}

template <class Make>
Ref when_open(Arguments& args, Make make) {
  const MemoryView* view = open_view(args.vm, args[0]);
  return view == nullptr ? Ref() : make(view);
}
Ref one_item(Vm& vm, std::int64_t number) {
  const Ref item = make_int(vm, number);
  const Value items[] = {item};
  return tuple_of(vm, items);
}
Ref get_object(Arguments& args) {
  return when_open(args, [](const MemoryView* view) { return Ref(view->owner); });
}
Ref get_bytes_count(Arguments& args) {
  return when_open(args, [&](const MemoryView* view) { return make_int(args.vm, view->count); });
}
Ref get_item_size(Arguments& args) {
  return when_open(args, [](const MemoryView*) { return Ref(Value::from_int(1)); });
}
Ref get_format(Arguments& args) {
  return when_open(args, [&](const MemoryView*) { return make_str(args.vm, "B"); });
}
Ref get_shape(Arguments& args) {
  return when_open(args, [&](const MemoryView* view) { return one_item(args.vm, view->count); });
}
Ref get_strides(Arguments& args) {
  return when_open(args, [&](const MemoryView* view) { return one_item(args.vm, view->step); });
}
Ref get_suboffsets(Arguments& args) {
  return when_open(args, [&](const MemoryView*) { return Ref(args.vm.empty_tuple); });
}
Ref get_read_only(Arguments& args) {
  return when_open(args, [](const MemoryView* view) { return boolean(is_read_only(view)); });
}
Ref get_contiguous(Arguments& args) {
  return when_open(args, [](const MemoryView* view) { return boolean(view->step == 1 || view->count < 2); });
}

constexpr AccessorDef kAccessors[] = {
    {"obj", get_object},           {"nbytes", get_bytes_count},     {"itemsize", get_item_size},  {"ndim", get_item_size},
    {"format", get_format},        {"shape", get_shape},            {"strides", get_strides},     {"suboffsets", get_suboffsets},
    {"readonly", get_read_only},   {"contiguous", get_contiguous},  {"c_contiguous", get_contiguous}, {"f_contiguous", get_contiguous},
};
constexpr NativeDef kMethods[] = {
    {"tobytes", view_tobytes, 0, -1, Takes::Keywords},
    {"tolist", view_tolist},
    {"hex", view_hex, 0, -1, Takes::Keywords},
    {"release", view_release},
    {"toreadonly", view_read_only},
    {"cast", view_cast, 0, -1, Takes::Keywords},
    {"__enter__", view_enter},
    {"__exit__", view_release, 0, -1},
    {"__len__", view_length},
    {"__getitem__", view_get, 1, 1},
    {"__setitem__", view_set, 2, 2},
    {"__delitem__", view_delete, 1, 1},
    {"__eq__", view_equal, 1, 1},
    {"__ne__", view_unequal, 1, 1},
    {"__hash__", view_hash},
    {"__repr__", view_repr},
};
constexpr NativeDef kNew[] = {{"__new__", view_new, 0, -1, Takes::Keywords}};

}  // namespace

bool is_memory_view(Vm& vm, Value value) { return value.is_kind(Kind::Extension) && value.object()->type == view_type(vm); }

std::optional<std::string> contents_of_buffer(Vm& vm, Value value) {
  if (value.is_kind(Kind::Bytes)) return std::string(cast<Bytes>(value)->view());
  if (!is_memory_view(vm, value)) return std::nullopt;
  const MemoryView* view = open_view(vm, value);
  if (view == nullptr) return std::nullopt;
  return contents(view);
}

Ref without_view(Vm& vm, Value value) {
  if (!is_memory_view(vm, value)) return value;
  const MemoryView* view = open_view(vm, value);
  return view == nullptr ? Ref() : make_bytes(vm, contents(view));
}

bool may_resize(Vm& vm, const Bytes* bytes) {
  if (bytes->type->is_user || bytes->extra == 0) return true;
  vm.raise(vm.types.BufferError, "Existing exports of data: object cannot be re-sized");
  return false;
}

void install_memory_view(Vm& vm) {
  Type* type = make_extension_type(vm, "memoryview", "builtins", &kTraits);
  vm.extensions[&kTypeKey] = type;
  type->is_final = type->no_instance_dict = true;
  install(vm, type, kMethods);
  install_static(vm, type, kNew);
  install_accessors(vm, type, kAccessors);
  dict_set_name(vm, vm.builtins, intern(vm, "memoryview"), Value(type));
}

}  // namespace waiter::python
