// functools.lru_cache's wrapper. A result that is not kept yet is computed in the function's own frame on top of a native one
// that keeps it: recursive functions, whose cache this is mostly for, go no deeper on the C++ stack.

#include "python/modules/class_of_natives.h"
#include "python/modules/functools_callables.h"

namespace waiter::python {
namespace {

struct CacheWrapper : Extension {
  Value function, make_info;  ///< owned; empty until __new__ is done
  Dict* kept;                 ///< owned; in the order of their last use
  std::int64_t maxsize;       ///< -1: none
  std::int64_t hits, misses;
  bool typed;
};

const ExtensionTraits kTraits{
    .size = sizeof(CacheWrapper),
    .construct = nullptr,
    .release =
        [](Vm&, Extension* extension) {
          auto* cache = static_cast<CacheWrapper*>(extension);
          for (Value* place : {&cache->function, &cache->make_info})
            if (const Value old = std::exchange(*place, Value()); !old.is_empty()) decref(old);
          if (Dict* old = std::exchange(cache->kept, nullptr)) decref(Value(old));
        },
    .traverse =
        [](Extension* extension, void (*visit)(void*, Value), void* context) {
          const auto* cache = static_cast<CacheWrapper*>(extension);
          for (const Value value : {cache->function, cache->make_info})
            if (!value.is_empty()) visit(context, value);
          if (cache->kept != nullptr) visit(context, Value(cache->kept));
        },
    .destruct = nullptr,
    .finalise = nullptr,
};

CacheWrapper* self_of(Arguments& args) { return cast<CacheWrapper>(args[0]); }

/// _lru_cache_wrapper(function, maxsize, typed, make_info).
Ref cache_new(Arguments& args) {
  Vm& vm = args.vm;
  Value out[4];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "lru_cache", {"user_function", "maxsize", "typed", "cache_info_type"}, 4, out)) return {};
  if (!is_callable(vm, out[0])) return vm.raise(vm.types.TypeError, "the first argument must be callable");
  std::int64_t maxsize = -1;
  if (!out[1].is_none()) {
    const auto given = to_int64(vm, out[1], vm.types.OverflowError);
    if (!given) return {};
    maxsize = std::max<std::int64_t>(*given, 0);
  }
  const int typed = truth(vm, out[2]);
  if (typed < 0) return {};
  auto* cache = static_cast<CacheWrapper*>(allocate_instance(vm, cast<Type>(args[0])));
  cache->function = Ref(out[0]).release();
  cache->make_info = Ref(out[3]).release();
  cache->kept = make_dict(vm);
  cache->maxsize = maxsize;
  cache->typed = typed == 1;
  return Ref::steal(Value(cache));
}

/// lru_cache_make_key: the arguments as one value. What stands between positional and named ones is an object of its own, here
/// the wrapper's type: no argument of the program's that is equal to it could be told apart, but nobody passes that.
Ref make_key(Vm& vm, const CacheWrapper* cache, const Value* values, std::uint32_t count, const Tuple* names) {
  if (!cache->typed && names == nullptr && count == 1) {
    const bool alone = values[0].is_int() || (values[0].is_object() && (values[0].object()->type == vm.types.str || values[0].object()->type == vm.types.int_));
    if (alone) return values[0];
  }
  std::vector<Value> parts(values, values + count);
  const std::uint32_t keywords = names == nullptr ? 0 : names->count;
  if (keywords > 0) {
    parts.push_back(Value(cache->type));
    for (std::uint32_t i = 0; i < keywords; ++i) {
      parts.push_back(names->items[i]);
      parts.push_back(values[count + i]);
    }
  }
  if (cache->typed)
    for (std::uint32_t i = 0; i < count + keywords; ++i) parts.push_back(Value(type_of(vm, values[i])));
  return tuple_of(vm, parts);
}

/// A call under way: what will be kept, and where.
struct Pending {
  Value cache, key;    // owned
  Value args, names;   // owned: positional ones and the keywords' values; kNone without keywords
  std::uint64_t hash;  ///< of the key, asked for once
};

void free_pending(Vm& vm, Pending* pending) {
  for (const Value value : {pending->cache, pending->key, pending->args, pending->names}) decref(value);
  vm.heap.free_raw(pending, sizeof(Pending));
}

bool keep(Vm& vm, CacheWrapper* cache, Value key, std::uint64_t hashed, Value result) {
  if (cache->kept == nullptr) return true;
  if (cache->maxsize < 0) return dict_set_hashed(vm, cache->kept, key, hashed, result);
  const DictFind found = dict_find_hashed(vm, cache->kept, key, hashed);
  if (found.failed) return false;
  if (found.entry >= 0) return true;  // the function itself came to it meanwhile
  if (cache->kept->used >= cache->maxsize) {
    std::uint32_t oldest = cache->kept->first;
    while (cache->kept->entries[oldest].key.is_empty()) ++oldest;
    dict_delete_entry(cache->kept, oldest);
  }
  return dict_set_hashed(vm, cache->kept, key, hashed, result);
}

NativeStep go_on(Vm& vm, Frame* frame, Resumed how, Ref& value) {
  auto* pending = static_cast<Pending*>(frame->native);
  if (how == Resumed::Started) {
    const Tuple* args = cast<Tuple>(pending->args);
    const Ref function = cast<CacheWrapper>(pending->cache)->function;
    const Tuple* names = pending->names.is_none() ? nullptr : cast<Tuple>(pending->names);
    value = call_or_enter(vm, function, {args->items, args->count}, names);
    if (value && value.get() == kUnbound) {
      value = Ref();
      return NativeStep::Run;
    }
  }
  const bool fine = value && keep(vm, cast<CacheWrapper>(pending->cache), pending->key, pending->hash, value);
  free_pending(vm, pending);
  frame->native = nullptr;
  return fine ? NativeStep::Return : NativeStep::Raise;
}

Ref cache_call(Arguments& args) {
  Vm& vm = args.vm;
  CacheWrapper* cache = self_of(args);
  const Value* values = args.values + 1;
  const std::uint32_t count = args.count - 1;
  const std::uint32_t keywords = args.keyword_count();
  if (cache->maxsize == 0) {
    ++cache->misses;
    const Ref function = cache->function;
    return call_or_enter(vm, function, {values, count + keywords}, args.names);
  }
  const Ref key = make_key(vm, cache, values, count, keywords == 0 ? nullptr : args.names);
  const DictFind found = dict_find(vm, cache->kept, key);
  if (found.failed) return {};
  if (found.entry >= 0) {
    ++cache->hits;
    Ref result = cache->kept->entries[found.entry].value;
    if (cache->maxsize > 0) dict_move_entry(vm, cache->kept, static_cast<std::uint32_t>(found.entry), true);
    return result;
  }
  ++cache->misses;
  auto* pending = static_cast<Pending*>(vm.heap.allocate_raw(sizeof(Pending)));
  *pending = {Ref(args[0]).release(), Ref(key).release(), tuple_of(vm, {values, count + keywords}).release(),
              Ref(keywords == 0 ? kNone : Value(const_cast<Tuple*>(args.names))).release(), found.hash};
  if (enter_frame(vm, make_native_frame(vm, go_on, pending), ReturnTo::Caller)) return Vm::run_instead();
  free_pending(vm, pending);
  vm.clear_error();  // CPython meets its limit where it calls the C function
  return vm.raise(vm.types.RecursionError, "maximum recursion depth exceeded while calling a Python object");
}

Ref cache_info(Arguments& args) {
  Vm& vm = args.vm;
  const CacheWrapper* cache = self_of(args);
  const Ref hits = make_int(vm, cache->hits), misses = make_int(vm, cache->misses), make_info = cache->make_info;
  const Ref maxsize = cache->maxsize < 0 ? none() : make_int(vm, cache->maxsize), size = make_int(vm, cache->kept->used);
  const Value parts[] = {hits, misses, maxsize, size};
  return call(vm, make_info, parts);
}

Ref cache_clear(Arguments& args) {
  CacheWrapper* cache = self_of(args);
  cache->hits = cache->misses = 0;
  dict_clear(args.vm, cache->kept);
  return none();
}

Ref cache_get(Arguments& args) {
  return args[1].is_none() ? Ref(args[0]) : make_bound_method(args.vm, args[0], args[1]);
}

Ref itself(Arguments& args) { return args[0]; }
Ref cache_reduce(Arguments& args) { return get_attribute(args.vm, args[0], args.vm.names.dunder_qualname); }

constexpr NativeDef kMethods[] = {
    {"__call__", cache_call, 0, -1, Takes::Keywords},
    {"__get__", cache_get, 1, 2},
    {"cache_info", cache_info},
    {"cache_clear", cache_clear},
    {"__copy__", itself},
    {"__deepcopy__", itself, 1, 1},
    {"__reduce__", cache_reduce},
};
constexpr NativeDef kNew[] = {{"__new__", cache_new, 0, -1, Takes::Keywords}};

}  // namespace

Type* make_lru_cache_type(Vm& vm) {
  Type* type = make_extension_type(vm, "_lru_cache_wrapper", "functools", &kTraits);
  set_dotted_name(vm, type);
  install(vm, type, kMethods);
  install_static(vm, type, kNew);
  return type;
}

}  // namespace waiter::python
