#include "python/modules/operator_getters.h"

#include <algorithm>

#include "python/methods/helpers.h"

namespace waiter::python {
namespace {

/// itemgetter: `parts` are the keys. attrgetter: for each attribute a tuple of names, `shown` the attributes as given.
/// methodcaller: the name, then its arguments; `names` of the keywords, whose values stand behind them.
struct Getter : Extension {
  Tuple* parts;   ///< owned; null until __new__ is done
  Tuple* shown;   ///< owned; may be null
  Tuple* names;   ///< owned; may be null
};

const ExtensionTraits kTraits{
    .size = sizeof(Getter),
    .construct = nullptr,
    .release =
        [](Vm&, Extension* extension) {
          auto* getter = static_cast<Getter*>(extension);
          for (Tuple** place : {&getter->parts, &getter->shown, &getter->names})
            if (Tuple* old = std::exchange(*place, nullptr)) decref(Value(old));
        },
    .traverse =
        [](Extension* extension, void (*visit)(void*, Value), void* context) {
          const auto* getter = static_cast<Getter*>(extension);
          for (Tuple* part : {getter->parts, getter->shown, getter->names})
            if (part != nullptr) visit(context, Value(part));
        },
    .destruct = nullptr,
    .finalise = nullptr,
};

Getter* self_of(Arguments& args) { return cast<Getter>(args[0]); }

Tuple* owned_tuple(Vm& vm, std::span<const Value> items) { return cast<Tuple>(tuple_of(vm, items).release()); }

bool one_object(Arguments& args, const char* type) {
  if (!no_keywords(args, type)) return false;
  if (args.count == 2) return true;
  args.vm.raise(args.vm.types.TypeError, "{} expected 1 argument, got {}", type, args.count - 1);
  return false;
}

Ref shown_call(Vm& vm, const char* name, const Tuple* parts, const Tuple* names) {
  std::string text = std::string("operator.") + name + "(";
  const std::uint32_t keywords = names == nullptr ? 0 : names->count;
  for (std::uint32_t i = 0; i < parts->count; ++i) {
    const auto part = repr_of(vm, parts->items[i]);
    if (!part) return {};
    if (i > 0) text += ", ";
    if (i >= parts->count - keywords) text += std::string(str_view(names->items[i - (parts->count - keywords)])) + "=";
    text += *part;
  }
  return make_str(vm, text + ")");
}

// --- itemgetter ---

Ref itemgetter_new(Arguments& args) {
  Vm& vm = args.vm;
  if (!no_keywords(args, "itemgetter")) return {};
  if (args.count < 2) return vm.raise(vm.types.TypeError, "itemgetter expected 1 argument, got 0");
  auto* self = static_cast<Getter*>(allocate_instance(vm, cast<Type>(args[0])));
  self->parts = owned_tuple(vm, {args.values + 1, args.count - 1});
  return Ref::steal(Value(self));
}

Ref itemgetter_call(Arguments& args) {
  Vm& vm = args.vm;
  if (!one_object(args, "itemgetter")) return {};
  const Ref held = Value(self_of(args)->parts);
  const Tuple* keys = cast<Tuple>(held);
  if (keys->count == 1) return get_item(vm, args[1], keys->items[0]);
  std::vector<Ref> owned;
  std::vector<Value> items;
  for (std::uint32_t i = 0; i < keys->count; ++i) {
    Ref item = get_item(vm, args[1], keys->items[i]);
    if (!item) return {};
    items.push_back(item);
    owned.push_back(std::move(item));
  }
  return tuple_of(vm, items);
}

Ref itemgetter_repr(Arguments& args) { return shown_call(args.vm, "itemgetter", self_of(args)->parts, nullptr); }

Ref itemgetter_reduce(Arguments& args) {
  const Value both[] = {Value(args[0].object()->type), Value(self_of(args)->parts)};
  return tuple_of(args.vm, both);
}

// --- attrgetter ---

Ref attrgetter_new(Arguments& args) {
  Vm& vm = args.vm;
  if (!no_keywords(args, "attrgetter")) return {};
  if (args.count < 2) return vm.raise(vm.types.TypeError, "attrgetter expected 1 argument, got 0");
  std::vector<Ref> owned;
  std::vector<Value> paths;
  for (std::uint32_t i = 1; i < args.count; ++i) {
    if (!is_str(args[i])) return vm.raise(vm.types.TypeError, "attribute name must be a string");
    std::vector<Value> names;
    std::string_view rest = str_view(args[i]);
    while (true) {
      const std::size_t dot = rest.find('.');
      names.push_back(Value(intern(vm, rest.substr(0, dot))));
      if (dot == std::string_view::npos) break;
      rest.remove_prefix(dot + 1);
    }
    owned.push_back(tuple_of(vm, names));
    paths.push_back(owned.back());
  }
  auto* self = static_cast<Getter*>(allocate_instance(vm, cast<Type>(args[0])));
  self->parts = owned_tuple(vm, paths);
  self->shown = owned_tuple(vm, {args.values + 1, args.count - 1});
  return Ref::steal(Value(self));
}

Ref follow(Vm& vm, Value object, const Tuple* names) {
  Ref at = object;
  for (std::uint32_t i = 0; i < names->count && at; ++i) at = get_attribute(vm, Ref(at), cast<Str>(names->items[i]));
  return at;
}

Ref attrgetter_call(Arguments& args) {
  Vm& vm = args.vm;
  if (!one_object(args, "attrgetter")) return {};
  const Ref held = Value(self_of(args)->parts);
  const Tuple* paths = cast<Tuple>(held);
  if (paths->count == 1) return follow(vm, args[1], cast<Tuple>(paths->items[0]));
  std::vector<Ref> owned;
  std::vector<Value> items;
  for (std::uint32_t i = 0; i < paths->count; ++i) {
    Ref item = follow(vm, args[1], cast<Tuple>(paths->items[i]));
    if (!item) return {};
    items.push_back(item);
    owned.push_back(std::move(item));
  }
  return tuple_of(vm, items);
}

Ref attrgetter_repr(Arguments& args) { return shown_call(args.vm, "attrgetter", self_of(args)->shown, nullptr); }

Ref attrgetter_reduce(Arguments& args) {
  const Value both[] = {Value(args[0].object()->type), Value(self_of(args)->shown)};
  return tuple_of(args.vm, both);
}

// --- methodcaller ---

Ref methodcaller_new(Arguments& args) {
  Vm& vm = args.vm;
  if (args.count < 2) return vm.raise(vm.types.TypeError, "methodcaller needs at least one argument, the method name");
  if (!is_str(args[1])) return vm.raise(vm.types.TypeError, "method name must be a string");
  auto* self = static_cast<Getter*>(allocate_instance(vm, cast<Type>(args[0])));
  const Ref owner = Ref::steal(Value(self));
  std::vector<Value> parts(args.values + 1, args.values + args.count + args.keyword_count());
  parts[0] = Value(name_of(vm, parts[0]));
  self->parts = owned_tuple(vm, parts);
  if (args.names != nullptr && args.names->count > 0) self->names = cast<Tuple>(Ref(Value(const_cast<Tuple*>(args.names))).release());
  return owner;
}

Ref methodcaller_call(Arguments& args) {
  Vm& vm = args.vm;
  if (!one_object(args, "methodcaller")) return {};
  const Getter* self = self_of(args);
  const Ref held = args[0], held_parts = Value(self->parts);
  const Ref method = get_attribute(vm, args[1], cast<Str>(self->parts->items[0]));
  if (!method) return {};
  return call_or_enter(vm, method, {cast<Tuple>(held_parts)->items + 1, cast<Tuple>(held_parts)->count - 1}, self->names);
}

Ref methodcaller_repr(Arguments& args) { return shown_call(args.vm, "methodcaller", self_of(args)->parts, self_of(args)->names); }

/// (methodcaller, (name, ...)); with keywords, a partial that knows them is called instead (methodcaller_reduce).
Ref methodcaller_reduce(Arguments& args) {
  Vm& vm = args.vm;
  const Getter* self = self_of(args);
  const Ref held = args[0], parts = Value(self->parts);
  Ref maker = Value(self->type);
  std::span<const Value> given(cast<Tuple>(parts)->items, cast<Tuple>(parts)->count - (self->names == nullptr ? 0 : self->names->count));
  if (self->names != nullptr) {
    const Ref functools = vm.import_module(intern(vm, "functools"));
    const Ref partial = functools ? get_attribute(vm, functools, intern(vm, "partial")) : Ref();
    if (!partial) return {};
    std::vector<Value> bound{maker, given[0]};
    bound.insert(bound.end(), given.end(), std::span<const Value>::iterator(given.end()) + self->names->count);
    maker = call(vm, partial, bound, self->names);
    if (!maker) return {};
    given = given.subspan(1);
  }
  const Ref arguments = tuple_of(vm, given);
  const Value both[] = {maker, arguments};
  return tuple_of(vm, both);
}

struct GetterMethods {
  NativeDef maker;
  NativeDef methods[4];
};
constexpr GetterMethods kItemgetter{{"__new__", itemgetter_new, 0, -1, Takes::Keywords},
                                    {{"__call__", itemgetter_call, 0, -1, Takes::Keywords}, {"__repr__", itemgetter_repr}, {"__reduce__", itemgetter_reduce}}};
constexpr GetterMethods kAttrgetter{{"__new__", attrgetter_new, 0, -1, Takes::Keywords},
                                    {{"__call__", attrgetter_call, 0, -1, Takes::Keywords}, {"__repr__", attrgetter_repr}, {"__reduce__", attrgetter_reduce}}};
constexpr GetterMethods kMethodcaller{{"__new__", methodcaller_new, 0, -1, Takes::Keywords},
                                      {{"__call__", methodcaller_call, 0, -1, Takes::Keywords}, {"__repr__", methodcaller_repr}, {"__str__", methodcaller_repr}, {"__reduce__", methodcaller_reduce}}};

void add(Vm& vm, Module* module, const char* name, const GetterMethods& all) {
  Type* type = make_extension_type(vm, name, "operator", &kTraits);
  type->no_instance_dict = true;
  set_dotted_name(vm, type);
  const std::span<const NativeDef> methods(all.methods);
  install(vm, type, methods.first(static_cast<std::size_t>(std::find_if(methods.begin(), methods.end(), [](const NativeDef& def) { return def.name == nullptr; }) - methods.begin())));
  install_static(vm, type, {&all.maker, 1});
  module_set(vm, module, name, Value(type));
}

}  // namespace

void add_operator_getters(Vm& vm, Module* module) {
  add(vm, module, "itemgetter", kItemgetter);
  add(vm, module, "attrgetter", kAttrgetter);
  add(vm, module, "methodcaller", kMethodcaller);
}

}  // namespace waiter::python
