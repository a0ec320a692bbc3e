// functools.partial.

#include <algorithm>

#include "python/accessor.h"
#include "python/modules/class_of_natives.h"
#include "python/modules/functools_callables.h"

namespace waiter::python {
namespace {

const char kTypeKey = 0;

struct Partial : Extension {
  Value function;  ///< owned; empty until __new__ is done
  Tuple* args;     ///< owned
  Dict* keywords;  ///< owned
};

const ExtensionTraits kTraits{
    .size = sizeof(Partial),
    .construct = nullptr,
    .release =
        [](Vm&, Extension* extension) {
          auto* partial = static_cast<Partial*>(extension);
          if (const Value old = std::exchange(partial->function, Value()); !old.is_empty()) decref(old);
          if (Tuple* old = std::exchange(partial->args, nullptr)) decref(Value(old));
          if (Dict* old = std::exchange(partial->keywords, nullptr)) decref(Value(old));
        },
    .traverse =
        [](Extension* extension, void (*visit)(void*, Value), void* context) {
          const auto* partial = static_cast<Partial*>(extension);
          if (!partial->function.is_empty()) visit(context, partial->function);
          if (partial->args != nullptr) visit(context, Value(partial->args));
          if (partial->keywords != nullptr) visit(context, Value(partial->keywords));
        },
    .destruct = nullptr,
    .finalise = nullptr,
};

Type* partial_type(Vm& vm) { return static_cast<Type*>(vm.extensions[&kTypeKey]); }
Partial* self_of(Arguments& args) { return cast<Partial>(args[0]); }

bool join_keywords(Arguments& args, Dict* into) {
  for (std::uint32_t i = 0; i < args.keyword_count(); ++i)
    if (!dict_set(args.vm, into, args.names->items[i], args.values[args.count + i])) return false;
  return true;
}

Ref partial_new(Arguments& args) {
  Vm& vm = args.vm;
  if (args.count < 2) return vm.raise(vm.types.TypeError, "type 'partial' takes at least one argument");
  Value function = args[1];
  if (!is_callable(vm, function)) return vm.raise(vm.types.TypeError, "the first argument must be callable");
  std::vector<Value> positional;
  Dict* keywords = nullptr;
  // A partial of a partial that nobody hung anything on is one partial.
  if (function.is_kind(Kind::Extension) && function.object()->type == partial_type(vm) && cast<Partial>(function)->attributes.shape == nullptr) {
    const auto* inner = cast<Partial>(function);
    function = inner->function;
    positional.assign(inner->args->items, inner->args->items + inner->args->count);
    keywords = dict_copy(vm, inner->keywords);
  }
  const Ref keywords_owner = Ref::steal(Value(keywords != nullptr ? keywords : make_dict(vm)));
  positional.insert(positional.end(), args.values + 2, args.values + args.count);
  if (!join_keywords(args, cast<Dict>(keywords_owner))) return {};
  auto* self = static_cast<Partial*>(allocate_instance(vm, cast<Type>(args[0])));
  self->function = Ref(function).release();
  self->args = cast<Tuple>(tuple_of(vm, positional).release());
  self->keywords = cast<Dict>(Ref(keywords_owner).release());
  return Ref::steal(Value(self));
}

Ref partial_init(Arguments&) { return none(); }

Ref partial_call(Arguments& args) {
  Vm& vm = args.vm;
  const Partial* self = self_of(args);
  const Ref held = args[0], function = self->function, held_args = Value(self->args);
  std::vector<Value> all(self->args->items, self->args->items + self->args->count);
  all.insert(all.end(), args.values + 1, args.values + args.count);
  if (self->keywords->used == 0) {
    all.insert(all.end(), args.values + args.count, args.values + args.count + args.keyword_count());
    return call_or_enter(vm, function, all, args.names);
  }
  Dict* keywords = dict_copy(vm, self->keywords);
  const Ref keywords_owner = Ref::steal(Value(keywords));
  if (!join_keywords(args, keywords)) return {};
  std::vector<Value> names;
  for (std::uint32_t i = 0; i < keywords->filled; ++i) {
    if (keywords->entries[i].key.is_empty()) continue;
    names.push_back(keywords->entries[i].key);
    all.push_back(keywords->entries[i].value);
  }
  const Ref name_tuple = tuple_of(vm, names);
  return call_or_enter(vm, function, all, cast<Tuple>(name_tuple));
}

Ref partial_repr(Arguments& args) {
  Vm& vm = args.vm;
  const Partial* self = self_of(args);
  if (std::find(vm.repr_stack.begin(), vm.repr_stack.end(), args[0].object()) != vm.repr_stack.end()) return make_str(vm, "...");
  const Ref held = Value(self->args), held_keywords = Value(self->keywords), held_function = self->function;
  vm.repr_stack.push_back(args[0].object());
  auto text = repr_of(vm, held_function);
  const auto add = [&](std::string before, Value value) {
    const auto shown = text ? repr_of(vm, value) : std::nullopt;
    text = shown ? std::optional(*text + ", " + before + *shown) : std::nullopt;
  };
  const Tuple* positional = cast<Tuple>(held);
  const Dict* keywords = cast<Dict>(held_keywords);
  for (std::uint32_t i = 0; i < positional->count; ++i) add("", positional->items[i]);
  for (std::uint32_t i = 0; i < keywords->filled; ++i) {
    const DictEntry entry = keywords->entries[i];
    if (entry.key.is_empty()) continue;
    const Ref key = entry.key, value = entry.value;  // a key's __str__ may change the dict
    const auto name = text_of(vm, key);
    if (!name) text = std::nullopt;
    else add(*name + "=", value);
  }
  vm.repr_stack.pop_back();
  if (!text) return {};
  const Type* type = args[0].object()->type;
  return make_str(vm, fmt::format("{}({})", type->is_user ? std::string(type->name->view()) : "functools.partial", *text));
}

Ref get_function(Arguments& args) { return self_of(args)->function; }
Ref get_args(Arguments& args) { return Value(self_of(args)->args); }
Ref get_keywords(Arguments& args) { return Value(self_of(args)->keywords); }

Ref partial_reduce(Arguments& args) {
  Vm& vm = args.vm;
  const Partial* self = self_of(args);
  const Ref names = find_attribute(vm, args[0], vm.names.dunder_dict);
  if (!names && vm.has_error()) return {};
  const bool has_names = names && truth(vm, names) == 1;
  const Value one[] = {self->function};
  const Ref arguments = tuple_of(vm, one);
  const Value state_parts[] = {self->function, Value(self->args), Value(self->keywords), has_names ? names.get() : kNone};
  const Ref state = tuple_of(vm, state_parts);
  const Value parts[] = {Value(args[0].object()->type), arguments, state};
  return tuple_of(vm, parts);
}

Ref partial_setstate(Arguments& args) {
  Vm& vm = args.vm;
  const auto* state = args[1].is_kind(Kind::Tuple) ? cast<Tuple>(args[1]) : nullptr;
  const bool fits = state != nullptr && state->count == 4 && is_callable(vm, state->items[0]) && state->items[1].is_kind(Kind::Tuple) &&
                    (state->items[2].is_none() || state->items[2].is_kind(Kind::Dict));
  if (!fits) return vm.raise(vm.types.TypeError, "invalid partial state");
  Partial* self = self_of(args);
  const Ref keywords = state->items[2].is_none() ? Ref::steal(Value(make_dict(vm))) : Ref(state->items[2]);
  decref(std::exchange(self->function, Ref(state->items[0]).release()));
  decref(Value(std::exchange(self->args, cast<Tuple>(Ref(state->items[1]).release()))));
  decref(Value(std::exchange(self->keywords, cast<Dict>(Ref(keywords).release()))));
  if (state->items[3].is_kind(Kind::Dict)) {
    const auto* names = cast<Dict>(state->items[3]);
    for (std::uint32_t i = 0; i < names->filled; ++i)
      if (is_str(names->entries[i].key) && !set_attribute(vm, args[0], name_of(vm, names->entries[i].key), names->entries[i].value)) return {};
  }
  return none();
}

constexpr NativeDef kMethods[] = {
    {"__init__", partial_init, 0, -1, Takes::Keywords},
    {"__call__", partial_call, 0, -1, Takes::Keywords},
    {"__repr__", partial_repr},
    {"__reduce__", partial_reduce},
    {"__setstate__", partial_setstate, 1, 1},
};
constexpr NativeDef kNew[] = {{"__new__", partial_new, 0, -1, Takes::Keywords}};
constexpr AccessorDef kProperties[] = {{"func", get_function, nullptr, AccessorKind::Field}, {"args", get_args, nullptr, AccessorKind::Field},
                                       {"keywords", get_keywords, nullptr, AccessorKind::Field}};
constexpr NativeDef kClassMethods[] = {{"__class_getitem__", class_get_item, 0, -1, Takes::Keywords}};

}  // namespace

Type* make_partial_type(Vm& vm) {
  Type* type = make_extension_type(vm, "partial", "functools", &kTraits);
  set_dotted_name(vm, type);
  vm.extensions[&kTypeKey] = type;
  install(vm, type, kMethods);
  install_static(vm, type, kNew);
  install_accessors(vm, type, kProperties);
  install_class_methods(vm, type, kClassMethods);
  return type;
}

}  // namespace waiter::python
