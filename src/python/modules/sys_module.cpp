// sys: what programs read of it. version_info and its like are in prelude/sys.py.

#include "python/builtins.h"
#include "python/methods/helpers.h"
#include "python/methods/object_size.h"
#include "python/modules/standard_modules.h"
#include "python/modules/standard_streams.h"
#include "python/text/big_int.h"
#include "python/threads.h"

namespace waiter::python {
namespace {

const char kStreamTypeKey = 0;

Type* stream_type(Vm& vm) {
  const auto found = vm.extensions.find(&kStreamTypeKey);
  return found == vm.extensions.end() ? nullptr : static_cast<Type*>(found->second);
}

Ref stream_write(Arguments& args) {
  Vm& vm = args.vm;
  if (!is_str(args[1])) return vm.raise(vm.types.TypeError, "write() argument must be str, not {}", type_name(vm, args[1]));
  Stream stream = Stream::Out;
  (void)is_standard_stream(vm, args[0], stream);
  vm.settle_work();
  if (cast<Str>(args[1])->size > 0) vm.environment.write(stream, str_view(args[1]), vm.position().line);
  return make_int(vm, cast<Str>(args[1])->length);
}

Ref stream_writelines(Arguments& args) {
  return none_or_error(for_each(args.vm, args[1], [&](Value line) {
    const Value both[] = {args[0], line};
    Arguments one{args.vm, both, 2, nullptr, nullptr};
    return static_cast<bool>(stream_write(one));
  }));
}

Ref stream_flush(Arguments&) { return none(); }
Ref stream_isatty(Arguments&) { return boolean(false); }
Ref stream_writable(Arguments&) { return boolean(true); }
Ref stream_fileno(Arguments& args) {
  Stream stream = Stream::Out;
  (void)is_standard_stream(args.vm, args[0], stream);
  return make_int(args.vm, stream == Stream::Out ? 1 : 2);
}

constexpr NativeDef kStreamMethods[] = {
    {"write", stream_write, 1, 1}, {"writelines", stream_writelines, 1, 1}, {"flush", stream_flush},
    {"isatty", stream_isatty},     {"writable", stream_writable},           {"fileno", stream_fileno},
};

Ref make_stream(Vm& vm, const char* name) {
  Object* object = allocate_instance(vm, stream_type(vm));
  Ref stream = Ref::steal(Value(object));
  const Ref text = make_str(vm, name), encoding = make_str(vm, "utf-8");
  attributes_set(vm, object, attributes_of(object), vm.names.word_name, text);
  attributes_set(vm, object, attributes_of(object), intern(vm, "encoding"), encoding);
  return stream;
}

Ref sys_exit(Arguments& args) {
  Vm& vm = args.vm;
  // PyErr_SetObject: None is no argument, a tuple is all of them.
  const Value code = args.count == 0 ? kNone : args[0];
  const std::span<const Value> parts = code.is_none() ? std::span<const Value>()
                                       : code.is_kind(Kind::Tuple) ? std::span<const Value>(cast<Tuple>(code)->items, cast<Tuple>(code)->count)
                                                                   : std::span<const Value>(args.values, 1);
  vm.set_error(make_exception(vm, vm.types.SystemExit, parts));
  return {};
}

Ref sys_getrecursionlimit(Arguments& args) { return make_int(args.vm, args.vm.recursion_limit); }
Ref sys_setrecursionlimit(Arguments& args) {
  Vm& vm = args.vm;
  const Ref index = to_index(vm, args[0]);
  if (!index) return {};
  const text::BigInt wide = big_value(index);
  if (!wide.fits_int64() || wide.to_int64() > INT32_MAX || wide.to_int64() < INT32_MIN)
    return vm.raise(vm.types.OverflowError, wide.fits_int64() ? "signed integer is greater than maximum" : "Python int too large to convert to C int");
  const std::int64_t limit = wide.to_int64();
  if (limit < 1) return vm.raise(vm.types.ValueError, "recursion limit must be greater or equal than 1");
  const std::int64_t depth = (vm.frame == nullptr ? 0 : vm.frame->depth) + vm.native_levels;
  if (depth >= limit)
    return vm.raise(vm.types.RecursionError, "cannot set the recursion limit to {} at the recursion depth {}: the limit is too low", limit, depth);
  vm.recursion_limit = static_cast<std::uint32_t>(limit);
  return none();
}

Ref sys_get_coroutine_origin_tracking_depth(Arguments& args) { return make_int(args.vm, args.vm.origin_depth); }
Ref sys_set_coroutine_origin_tracking_depth(Arguments& args) {
  Vm& vm = args.vm;
  Value values[1];
  if (!bind_arguments(args, "set_coroutine_origin_tracking_depth", {"depth"}, 1, values)) return {};
  const auto depth = to_int64(vm, values[0], vm.types.OverflowError);
  if (!depth) return {};
  if (*depth > INT32_MAX || *depth < INT32_MIN)
    return vm.raise(vm.types.OverflowError, *depth < 0 ? "signed integer is less than minimum" : "signed integer is greater than maximum");
  if (*depth < 0) return vm.raise(vm.types.ValueError, "depth must be >= 0");
  vm.origin_depth = static_cast<std::uint32_t>(*depth);
  return none();
}

Ref sys_get_int_max_str_digits(Arguments& args) { return make_int(args.vm, static_cast<std::int64_t>(args.vm.integer_digits)); }
Ref sys_set_int_max_str_digits(Arguments& args) {
  constexpr std::int64_t kLeast = 640;  // _PY_LONG_MAX_STR_DIGITS_THRESHOLD
  Vm& vm = args.vm;
  Value values[1];
  if (!bind_arguments(args, "set_int_max_str_digits", {"maxdigits"}, 1, values)) return {};
  const auto digits = to_int64(vm, values[0], vm.types.OverflowError);
  if (!digits) return {};
  if (*digits != 0 && *digits < kLeast) return vm.raise(vm.types.ValueError, "maxdigits must be 0 or larger than 640");
  vm.integer_digits = static_cast<std::uint64_t>(*digits);
  return none();
}

// sysmodule.c: in seconds, held in whole microseconds.
Ref sys_getswitchinterval(Arguments& args) { return make_float(args.vm, 1e-6 * static_cast<double>(args.vm.threads->switch_interval_us)); }
Ref sys_setswitchinterval(Arguments& args) {
  Vm& vm = args.vm;
  const auto seconds = to_double(vm, args[0]);
  if (!seconds) return {};
  if (!(*seconds > 0)) return vm.raise(vm.types.ValueError, "switch interval must be strictly positive");
  constexpr double kLongest = 1e6;  // more than any run lasts
  vm.threads->switch_interval_us = static_cast<std::int64_t>(1e6 * std::min(*seconds, kLongest));
  return none();
}

Ref sys_getsizeof(Arguments& args) {
  Value given[2];
  if (!bind_arguments(args, "getsizeof", {"object", "default"}, 1, given)) return {};
  const Ref method = find_special(args.vm, given[0], args.vm.names.dunder_sizeof);
  const Ref own = method ? call(args.vm, method) : Ref(Value::from_int(16));
  if (!own) return {};
  const auto bytes = to_int64(args.vm, own, args.vm.types.OverflowError);
  if (!bytes) return {};
  return make_int(args.vm, *bytes + object_size_in_cpython(args.vm, given[0]).before);
}

Ref sys_getrefcount(Arguments& args) {
  if (!args[0].is_object()) return make_int(args.vm, 1 << 30);
  // One more is the argument's own, as in CPython.
  return make_int(args.vm, static_cast<std::int64_t>(args[0].object()->refs));
}

Ref sys_exception(Arguments& args) {
  for (const HandledException* entry = args.vm.handled; entry != nullptr; entry = entry->previous)
    if (entry->shows()) return entry->value;
  return none();
}

Ref sys_exc_info(Arguments& args) {
  const Ref exception = sys_exception(args);
  Value items[] = {kNone, kNone, kNone};
  if (exception.get().is_kind(Kind::Exception)) {
    items[0] = Value(type_of(args.vm, exception));
    items[1] = exception;
    items[2] = cast<Exception>(exception)->traceback;
  }
  return tuple_of(args.vm, items);
}

Ref sys_intern(Arguments& args) {
  if (!is_str(args[0])) return args.vm.raise(args.vm.types.TypeError, "intern() argument must be str, not {}", type_name(args.vm, args[0]));
  return Value(name_of(args.vm, args[0]));
}

Ref sys_getdefaultencoding(Arguments& args) { return make_str(args.vm, "utf-8"); }

constexpr NativeDef kFunctions[] = {
    {"exit", sys_exit, 0, 1},
    {"getrecursionlimit", sys_getrecursionlimit},
    {"setrecursionlimit", sys_setrecursionlimit, 1, 1},
    {"get_coroutine_origin_tracking_depth", sys_get_coroutine_origin_tracking_depth},
    {"set_coroutine_origin_tracking_depth", sys_set_coroutine_origin_tracking_depth, 0, -1, Takes::Keywords},
    {"get_int_max_str_digits", sys_get_int_max_str_digits},
    {"set_int_max_str_digits", sys_set_int_max_str_digits, 0, -1, Takes::Keywords},
    {"getswitchinterval", sys_getswitchinterval},
    {"setswitchinterval", sys_setswitchinterval, 1, 1},
    {"getsizeof", sys_getsizeof, 0, -1, Takes::Keywords},
    {"getrefcount", sys_getrefcount, 1, 1},
    {"exception", sys_exception},
    {"exc_info", sys_exc_info},
    {"intern", sys_intern, 1, 1},
    {"getdefaultencoding", sys_getdefaultencoding},
};

}  // namespace

bool is_standard_stream(Vm& vm, Value file, Stream& stream) {
  Type* type = stream_type(vm);
  if (type == nullptr || !file.is_kind(Kind::Instance) || file.object()->type != type) return false;
  const Value name = attributes_get(attributes_of(file.object()), vm.names.word_name);
  stream = is_str(name) && str_view(name) == "<stderr>" ? Stream::Error : Stream::Out;
  return true;
}

Ref redirected_output(Vm& vm) {
  const Value module = dict_get_name(vm.modules, intern(vm, "sys"));
  if (!module.is_kind(Kind::Module)) return {};
  const Value out = dict_get_name(cast<Module>(module)->dict, intern(vm, "stdout"));
  return out.is_empty() ? Ref() : Ref(out);
}

Ref make_sys_module(Vm& vm) {
  if (stream_type(vm) == nullptr) {
    Type* type = make_type(vm, "TextIOWrapper", vm.types.object, Kind::Instance, "_io");
    install(vm, type, kStreamMethods);
    vm.extensions[&kStreamTypeKey] = type;
  }
  Ref owner = make_module(vm, "sys");
  Module* module = cast<Module>(owner);
  install(vm, module, kFunctions);
  const auto set = [&](const char* name, const Ref& value) { module_set(vm, module, name, value); };
  for (const char* name : {"stdout", "stderr"}) {
    const Ref stream = make_stream(vm, name == std::string_view("stdout") ? "<stdout>" : "<stderr>");
    set(name, stream);
    set(fmt::format("__{}__", name).c_str(), stream);
  }
  set("version", make_str(vm, "3.11.7 (One Waiter)"));
  set("platform", make_str(vm, "linux"));
  set("byteorder", make_str(vm, "little"));
  set("executable", make_str(vm, ""));
  set("maxsize", make_int(vm, INT64_MAX));
  set("maxunicode", make_int(vm, 0x10ffff));
  set("hexversion", make_int(vm, 0x030b07f0));
  set("modules", Ref(Value(vm.modules)));
  set("path", make_list(vm));
  const Ref program = make_str(vm, "main.py");
  const Value argv[] = {program};
  set("argv", make_list(vm, argv));
  return owner;
}

}  // namespace waiter::python
