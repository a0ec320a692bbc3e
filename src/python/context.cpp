#include "python/context.h"

#include "python/methods/helpers.h"
#include "python/modules/standard_modules.h"

namespace waiter::python {
namespace {

struct ContextVar : Extension {
  Value name, fallback;  // owned; fallback empty: none
};

struct Token : Extension {
  Context* context;  ///< owned, as the next two
  ContextVar* var;
  Value old;         ///< empty: it had none
  bool used;
};

void drop(Value& place) {
  if (const Value old = std::exchange(place, Value()); !old.is_empty()) decref(old);
}
template <class T>
void drop_pointer(T*& place) {
  if (T* old = std::exchange(place, nullptr)) decref(Value(old));
}

const ExtensionTraits kVarTraits{
    sizeof(ContextVar), nullptr,
    [](Vm&, Extension* extension) {
      drop(static_cast<ContextVar*>(extension)->name);
      drop(static_cast<ContextVar*>(extension)->fallback);
    },
    [](Extension* extension, void (*visit)(void*, Value), void* context) {
      const auto* var = static_cast<ContextVar*>(extension);
      if (!var->fallback.is_empty()) visit(context, var->fallback);
    },
    nullptr, nullptr};

const ExtensionTraits kContextTraits{
    sizeof(Context), nullptr,
    [](Vm&, Extension* extension) {
      drop_pointer(static_cast<Context*>(extension)->items);
      drop_pointer(static_cast<Context*>(extension)->previous);
    },
    [](Extension* extension, void (*visit)(void*, Value), void* visitor) {
      const auto* context = static_cast<Context*>(extension);
      if (context->items != nullptr) visit(visitor, Value(context->items));
      if (context->previous != nullptr) visit(visitor, Value(context->previous));
    },
    nullptr, nullptr};

const ExtensionTraits kTokenTraits{
    sizeof(Token), nullptr,
    [](Vm&, Extension* extension) {
      auto* token = static_cast<Token*>(extension);
      drop_pointer(token->context);
      drop_pointer(token->var);
      drop(token->old);
    },
    [](Extension* extension, void (*visit)(void*, Value), void* visitor) {
      const auto* token = static_cast<Token*>(extension);
      if (token->context != nullptr) visit(visitor, Value(token->context));
      if (token->var != nullptr) visit(visitor, Value(token->var));
      if (!token->old.is_empty()) visit(visitor, token->old);
    },
    nullptr, nullptr};

Context* make_context(Vm& vm, Tuple* items) {
  auto* context = static_cast<Context*>(allocate_instance(vm, vm.types.context));
  context->items = cast<Tuple>(Ref(Value(items)).release());
  return context;
}

Value lookup(const Context* context, const ContextVar* var) {
  const Tuple* items = context->items;
  for (std::uint32_t i = 0; i < items->count; i += 2)
    if (items->items[i] == Value(const_cast<ContextVar*>(var))) return items->items[i + 1];
  return {};
}

/// Sets it, or (empty value) takes it out.
void assign(Vm& vm, Context* context, ContextVar* var, Value value) {
  const Tuple* before = context->items;
  std::vector<Value> items(before->items, before->items + before->count);
  std::size_t at = 0;
  while (at < items.size() && items[at] != Value(var)) at += 2;
  if (value.is_empty()) {
    if (at < items.size()) items.erase(items.begin() + static_cast<std::ptrdiff_t>(at), items.begin() + static_cast<std::ptrdiff_t>(at) + 2);
  } else if (at < items.size()) {
    items[at + 1] = value;
  } else {
    items.emplace_back(var);
    items.push_back(value);
  }
  Ref after = tuple_of(vm, items);
  decref(Value(std::exchange(context->items, cast<Tuple>(after.release()))));
}

// --- ContextVar ---

Ref var_new(Arguments& args) {
  Vm& vm = args.vm;
  const std::uint32_t given = args.count - 1;
  if (given != 1) return vm.raise(vm.types.TypeError, "ContextVar() takes {} 1 positional argument ({} given)", given == 0 ? "exactly" : "at most", given);
  for (std::uint32_t i = 0; i < args.keyword_count(); ++i)
    if (str_view(args.names->items[i]) != "default")
      return vm.raise(vm.types.TypeError, "'{}' is an invalid keyword argument for ContextVar()", str_view(args.names->items[i]));
  if (!is_str(args[1])) return vm.raise(vm.types.TypeError, "context variable name must be a str");
  auto* var = static_cast<ContextVar*>(allocate_instance(vm, vm.types.context_var));
  var->name = Ref(args[1]).release();
  if (const Value fallback = args.keyword("default"); !fallback.is_empty()) var->fallback = Ref(fallback).release();
  return Ref::steal(Value(var));
}

Ref var_get(Arguments& args) {
  Vm& vm = args.vm;
  const auto* var = cast<ContextVar>(args[0]);
  if (const Value value = lookup(present_context(vm), var); !value.is_empty()) return value;
  if (args.count > 1) return args[1];
  if (!var->fallback.is_empty()) return var->fallback;
  return raise_with(vm, vm.types.LookupError, args[0]);
}

Ref var_set(Arguments& args) {
  Vm& vm = args.vm;
  auto* var = cast<ContextVar>(args[0]);
  Context* context = present_context(vm);
  auto* token = static_cast<Token*>(allocate_instance(vm, vm.types.context_token));
  const Ref owner = Ref::steal(Value(token));
  token->context = cast<Context>(Ref(Value(context)).release());
  token->var = cast<ContextVar>(Ref(args[0]).release());
  if (const Value old = lookup(context, var); !old.is_empty()) token->old = Ref(old).release();
  assign(vm, context, var, args[1]);
  return owner;
}

Ref var_reset(Arguments& args) {
  Vm& vm = args.vm;
  if (!args[1].is_kind(Kind::Extension) || args[1].object()->type != vm.types.context_token) {
    const auto text = repr_of(vm, args[1]);
    return text ? vm.raise(vm.types.TypeError, "expected an instance of Token, got {}", *text) : Ref();
  }
  auto* token = cast<Token>(args[1]);
  auto* var = cast<ContextVar>(args[0]);
  const auto complain = [&](Type* type, const char* why) {
    const auto text = repr_of(vm, args[1]);
    return text ? vm.raise(type, "{} {}", *text, why) : Ref();
  };
  if (token->used) return complain(vm.types.RuntimeError, "has already been used once");
  if (token->var != var) return complain(vm.types.ValueError, "was created by a different ContextVar");
  Context* context = present_context(vm);
  if (token->context != context) return complain(vm.types.ValueError, "was created in a different Context");
  token->used = true;
  assign(vm, context, var, token->old);
  return kNone;
}

Ref var_repr(Arguments& args) {
  Vm& vm = args.vm;
  const auto* var = cast<ContextVar>(args[0]);
  const auto name = repr_of(vm, var->name);
  std::string fallback;
  if (!var->fallback.is_empty()) {
    const auto text = repr_of(vm, var->fallback);
    if (!text) return {};
    fallback = " default=" + *text;
  }
  return make_str(vm, fmt::format("<ContextVar name={}{} at 0x{:x}>", *name, fallback, identity_of(args[0])));
}
Ref var_name(Arguments& args) { return cast<ContextVar>(args[0])->name; }

// --- Token ---

Ref token_new(Arguments& args) { return args.vm.raise(args.vm.types.RuntimeError, "Tokens can only be created by ContextVars"); }
Ref token_var(Arguments& args) { return Value(cast<Token>(args[0])->var); }
Ref token_old_value(Arguments& args) {
  const auto* token = cast<Token>(args[0]);
  return token->old.is_empty() ? Ref(type_lookup(args.vm, args.vm.types.context_token, intern(args.vm, "MISSING"))) : Ref(token->old);
}
Ref token_repr(Arguments& args) {
  const auto* token = cast<Token>(args[0]);
  const auto var = repr_of(args.vm, Value(token->var));
  if (!var) return {};
  return make_str(args.vm, fmt::format("<Token{} var={} at 0x{:x}>", token->used ? " used" : "", *var, identity_of(args[0])));
}
Ref missing_repr(Arguments& args) { return make_str(args.vm, "<Token.MISSING>"); }

// --- Context ---

Ref context_new(Arguments& args) {
  if (args.count > 1 || args.keyword_count() > 0) return args.vm.raise(args.vm.types.TypeError, "Context() does not accept any arguments");
  return Ref::steal(Value(make_context(args.vm, cast<Tuple>(args.vm.empty_tuple))));
}

/// The variable that a key must be; null: TypeError set.
ContextVar* key_of(Vm& vm, Value key) {
  if (key.is_kind(Kind::Extension) && key.object()->type == vm.types.context_var) return cast<ContextVar>(key);
  if (const auto text = repr_of(vm, key)) vm.raise(vm.types.TypeError, "a ContextVar key was expected, got {}", *text);
  return nullptr;
}

Ref context_get_item(Arguments& args) {
  const ContextVar* var = key_of(args.vm, args[1]);
  if (var == nullptr) return {};
  const Value value = lookup(cast<Context>(args[0]), var);
  return value.is_empty() ? raise_key_error(args.vm, args[1]) : Ref(value);
}
Ref context_get(Arguments& args) {
  const ContextVar* var = key_of(args.vm, args[1]);
  if (var == nullptr) return {};
  const Value value = lookup(cast<Context>(args[0]), var);
  return value.is_empty() ? Ref(args.get(2)) : Ref(value);
}
Ref context_contains(Arguments& args) {
  const ContextVar* var = key_of(args.vm, args[1]);
  return var == nullptr ? Ref() : boolean(!lookup(cast<Context>(args[0]), var).is_empty());
}
Ref context_length(Arguments& args) { return make_int(args.vm, cast<Context>(args[0])->items->count / 2); }

/// Every second item, from `first`; pairs with first == 2.
Ref listed(Arguments& args, std::uint32_t first) {
  Vm& vm = args.vm;
  const Tuple* items = cast<Context>(args[0])->items;
  const Ref list = make_list(vm);
  for (std::uint32_t i = 0; i < items->count; i += 2)
    list_append(vm, cast<List>(list), first == 2 ? tuple_of(vm, {items->items + i, 2}) : Ref(items->items[i + first]));
  return get_iterator(vm, list);
}
Ref context_keys(Arguments& args) { return listed(args, 0); }
Ref context_values(Arguments& args) { return listed(args, 1); }
Ref context_items(Arguments& args) { return listed(args, 2); }
Ref context_copy(Arguments& args) { return Ref::steal(Value(make_context(args.vm, cast<Context>(args[0])->items))); }

Ref context_equal(Arguments& args) {
  if (!is_context(args.vm, args[1])) return kNotImplemented;
  const Tuple *a = cast<Context>(args[0])->items, *b = cast<Context>(args[1])->items;
  if (a->count != b->count) return kFalse;
  for (std::uint32_t i = 0; i < a->count; i += 2) {
    const Value other = lookup(cast<Context>(args[1]), cast<ContextVar>(a->items[i]));
    if (other.is_empty()) return kFalse;
    const int same = equal(args.vm, a->items[i + 1], other);
    if (same != 1) return boolean_or_error(same);
  }
  return kTrue;
}

/// Behind the function that Context.run called: leaves the context again.
NativeStep resume_run(Vm& vm, Frame* frame, Resumed how, Ref&) {
  auto* context = static_cast<Context*>(frame->native);
  leave_context(vm, context);
  decref(Value(context));
  return how == Resumed::Returned ? NativeStep::Return : NativeStep::Raise;
}

Ref context_run(Arguments& args) {
  Vm& vm = args.vm;
  if (args.count < 2) return vm.raise(vm.types.TypeError, "run() missing 1 required positional argument");
  auto* context = cast<Context>(args[0]);
  if (!enter_context(vm, context)) return {};
  Frame* const caller = vm.frame;
  Frame* frame = make_native_frame(vm, resume_run, context);
  const std::uint32_t rest = args.count - 2 + args.keyword_count();
  if (!enter_frame(vm, frame, ReturnTo::Caller)) {
    leave_context(vm, context);
    return {};
  }
  incref(args[0]);
  Ref result = call_or_enter(vm, args[1], {args.values + 2, rest}, args.names);
  if (result && result.get() == kUnbound) return result;
  vm.frame = caller;
  vm.now_runs(caller);
  free_frame(vm, frame);
  leave_context(vm, context);
  decref(args[0]);
  return result;
}

Ref copy_context_function(Arguments& args) { return copy_context(args.vm); }

constexpr NativeDef kVarNew[] = {{"__new__", var_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kVarMethods[] = {{"get", var_get, 0, 1}, {"set", var_set, 1, 1}, {"reset", var_reset, 1, 1}, {"__repr__", var_repr}};
constexpr NativeDef kVarProperties[] = {{"name", var_name}};
constexpr NativeDef kTokenNew[] = {{"__new__", token_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kTokenMethods[] = {{"__repr__", token_repr}};
constexpr NativeDef kTokenProperties[] = {{"var", token_var}, {"old_value", token_old_value}};
constexpr NativeDef kMissingMethods[] = {{"__repr__", missing_repr}};
constexpr NativeDef kContextNew[] = {{"__new__", context_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kContextMethods[] = {
    {"run", context_run, 0, -1, Takes::Keywords},
    {"copy", context_copy},
    {"get", context_get, 1, 2},
    {"keys", context_keys},
    {"values", context_values},
    {"items", context_items},
    {"__getitem__", context_get_item, 1, 1},
    {"__contains__", context_contains, 1, 1},
    {"__len__", context_length},
    {"__iter__", context_keys},
    {"__eq__", context_equal, 1, 1},
};
constexpr NativeDef kGenericMethods[] = {{"__class_getitem__", class_get_item, 0, -1, Takes::Keywords}};
constexpr NativeDef kFunctions[] = {{"copy_context", copy_context_function}};

}  // namespace

Context* present_context(Vm& vm) {
  if (vm.context != nullptr) return vm.context;
  make_context_types(vm);
  // Every thread begins with an empty context of its own.
  ThreadStack* stack = vm.threads->present();
  Value& own = stack == vm.threads->main_stack() ? vm.main_context : stack->own_context;
  if (own.is_empty()) own = Value(make_context(vm, cast<Tuple>(vm.empty_tuple)));
  vm.context = cast<Context>(own);
  return vm.context;
}

Ref copy_context(Vm& vm) { return Ref::steal(Value(make_context(vm, present_context(vm)->items))); }

bool is_context(Vm& vm, Value value) { return value.is_kind(Kind::Extension) && value.object()->type == vm.types.context; }

bool enter_context(Vm& vm, Context* context) {
  if (context->entered) {
    if (const auto text = repr_of(vm, Value(context))) vm.raise(vm.types.RuntimeError, "cannot enter context: {} is already entered", *text);
    return false;
  }
  context->entered = true;
  if (vm.context != nullptr) context->previous = cast<Context>(Ref(Value(vm.context)).release());
  vm.context = context;
  return true;
}

void leave_context(Vm& vm, Context* context) {
  context->entered = false;
  vm.context = std::exchange(context->previous, nullptr);
  if (vm.context != nullptr) decref(Value(vm.context));  // whoever is in it holds it too
}

void make_context_types(Vm& vm) {
  if (vm.types.context != nullptr) return;
  const auto make = [&](const char* name, const ExtensionTraits* traits) {
    Type* type = make_extension_type(vm, name, "_contextvars", traits);
    type->is_final = type->no_instance_dict = true;
    set_dotted_name(vm, type);
    return type;
  };
  vm.types.context_var = make("ContextVar", &kVarTraits);
  install_static(vm, vm.types.context_var, kVarNew);
  install(vm, vm.types.context_var, kVarMethods);
  install_properties(vm, vm.types.context_var, kVarProperties);
  install_class_methods(vm, vm.types.context_var, kGenericMethods);
  vm.types.context_token = make("Token", &kTokenTraits);
  install_static(vm, vm.types.context_token, kTokenNew);
  install(vm, vm.types.context_token, kTokenMethods);
  install_properties(vm, vm.types.context_token, kTokenProperties);
  install_class_methods(vm, vm.types.context_token, kGenericMethods);
  vm.types.context = make("Context", &kContextTraits);
  install_static(vm, vm.types.context, kContextNew);
  install(vm, vm.types.context, kContextMethods);
  make_unhashable(vm, vm.types.context);
}

Ref make_contextvars_module(Vm& vm) {
  make_context_types(vm);
  Ref owner = make_module(vm, "contextvars");
  Module* module = cast<Module>(owner);
  install(vm, module, kFunctions);
  if (dict_get_name(vm.types.context_token->dict, intern(vm, "MISSING")).is_empty()) {
    Type* missing_type = make_type(vm, "Token.MISSING", vm.types.object, Kind::Instance, "builtins");
    install(vm, missing_type, kMissingMethods);
    const Ref missing = Ref::steal(Value(allocate_instance(vm, missing_type)));
    type_set(vm, vm.types.context_token, intern(vm, "MISSING"), missing);
  }
  module_set(vm, module, "ContextVar", Value(vm.types.context_var));
  module_set(vm, module, "Token", Value(vm.types.context_token));
  module_set(vm, module, "Context", Value(vm.types.context));
  const Value names[] = {Value(intern(vm, "Context")), Value(intern(vm, "ContextVar")), Value(intern(vm, "Token")), Value(intern(vm, "copy_context"))};
  const Ref all = tuple_of(vm, names);
  module_set(vm, module, "__all__", all);
  return owner;
}

}  // namespace waiter::python
