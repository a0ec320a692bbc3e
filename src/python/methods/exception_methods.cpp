// BaseException and what its subclasses add when they are made.

#include "python/methods/helpers.h"
#include "python/methods/install.h"

namespace waiter::python {
namespace {

void assign(Value& place, Value value) {
  incref(value);
  decref(std::exchange(place, value));
}

/// OSError(2, "text") is a FileNotFoundError, and so on.
Type* os_error_type(Vm& vm, Type* type, Arguments& args) {
  if (type != vm.types.OSError || args.count < 3 || !args[1].is_int()) return type;
  switch (args[1].as_int()) {
    case 1: case 13: return vm.types.PermissionError;
    case 2: return vm.types.FileNotFoundError;
    case 3: return vm.types.ProcessLookupError;
    case 4: return vm.types.InterruptedError;
    case 10: return vm.types.ChildProcessError;
    case 11: case 114: case 115: return vm.types.BlockingIOError;
    case 17: return vm.types.FileExistsError;
    case 20: return vm.types.NotADirectoryError;
    case 21: return vm.types.IsADirectoryError;
    case 32: case 108: return vm.types.BrokenPipeError;
    case 103: return vm.types.ConnectionAbortedError;
    case 104: return vm.types.ConnectionResetError;
    case 110: return vm.types.TimeoutError;
    case 111: return vm.types.ConnectionRefusedError;
    default: return type;
  }
}

/// OSError(2, "text", "name"): the name is an attribute, and no argument any more.
bool names_file(Vm& vm, const Type* type, const Arguments& args) { return args.count >= 4 && args.count <= 6 && is_subtype(type, vm.types.OSError); }
std::uint32_t given_to_os_error(Vm& vm, const Type* type, const Arguments& args) { return names_file(vm, type, args) ? 2 : args.count - 1; }
void note_file_name(Vm& vm, Value exception, const Arguments& args) {
  if (!names_file(vm, exception.object()->type, args)) return;
  attributes_set(vm, exception.object(), attributes_of(exception.object()), intern(vm, "filename"), args[3]);
}

Ref exception_new(Arguments& args) {
  Vm& vm = args.vm;
  Type* type = class_to_make(args, vm.types.BaseException);
  if (type == nullptr) return {};
  Ref exception = make_exception(vm, os_error_type(vm, type, args), {args.values + 1, given_to_os_error(vm, type, args)});
  note_file_name(vm, exception, args);
  return exception;
}

/// Which keywords an exception's own __init__ takes, to be attributes.
bool takes_keyword(Vm& vm, const Type* type, std::string_view name) {
  if (is_subtype(type, vm.types.ImportError)) return name == "name" || name == "path";
  if (is_subtype(type, vm.types.AttributeError)) return name == "name" || name == "obj";
  if (is_subtype(type, vm.types.NameError)) return name == "name";
  return false;
}

Ref exception_init(Arguments& args) {
  Vm& vm = args.vm;
  auto* exception = cast<Exception>(args[0]);
  const Type* type = exception->type;
  for (std::uint32_t i = 0; i < args.keyword_count(); ++i) {
    const std::string_view name = str_view(args.names->items[i]);
    if (takes_keyword(vm, type, name)) {
      attributes_set(vm, exception, &exception->attributes, intern(vm, name), args.values[args.count + i]);
      continue;
    }
    const bool has_some = is_subtype(type, vm.types.ImportError) || is_subtype(type, vm.types.AttributeError) || is_subtype(type, vm.types.NameError);
    if (has_some) return vm.raise(vm.types.TypeError, "'{}' is an invalid keyword argument for {}()", name, type->name->view());
    return vm.raise(vm.types.TypeError, "{}() takes no keyword arguments", type->name->view());
  }
  const Ref given = tuple_of(vm, {args.values + 1, given_to_os_error(vm, type, args)});
  note_file_name(vm, args[0], args);
  const Value old(exception->args);
  exception->args = cast<Tuple>(Ref(given).release());
  decref(old);
  if (is_subtype(type, vm.types.UnicodeEncodeError) || is_subtype(type, vm.types.UnicodeDecodeError)) {
    if (args.count != 6) return vm.raise(vm.types.TypeError, "function takes exactly 5 arguments ({} given)", args.count - 1);
    const char* const names[] = {"encoding", "object", "start", "end", "reason"};
    for (std::uint32_t i = 0; i < 5; ++i) attributes_set(vm, exception, &exception->attributes, intern(vm, names[i]), args[i + 1]);
  }
  return none();
}

Ref exception_str(Arguments& args) {
  const auto text = exception_text(args.vm, args[0]);
  return text ? make_str(args.vm, *text) : Ref();
}

Ref exception_repr(Arguments& args) {
  const auto text = exception_repr_text(args.vm, args[0]);
  return text ? make_str(args.vm, *text) : Ref();
}

Ref with_traceback(Arguments& args) {
  if (!args[1].is_none() && !args[1].is_kind(Kind::Traceback))
    return args.vm.raise(args.vm.types.TypeError, "__traceback__ must be a traceback or None");
  assign(cast<Exception>(args[0])->traceback, args[1]);
  return args[0];
}

Ref add_note(Arguments& args) {
  Vm& vm = args.vm;
  if (!is_str(args[1])) return vm.raise(vm.types.TypeError, "note must be a str, not '{}'", type_name(vm, args[1]));
  auto* exception = cast<Exception>(args[0]);
  Ref notes = find_attribute(vm, args[0], vm.names.dunder_notes);
  if (!notes) {
    if (vm.has_error()) return {};
    notes = make_list(vm);
    attributes_set(vm, exception, &exception->attributes, vm.names.dunder_notes, notes);
  }
  if (!notes.get().is_kind(Kind::List)) return vm.raise(vm.types.TypeError, "Cannot add note: __notes__ is not a list");
  list_append(vm, cast<List>(notes), args[1]);
  return none();
}

constexpr NativeDef kMethods[] = {
    {"__init__", exception_init, 0, -1, Takes::Keywords},
    {"__str__", exception_str},
    {"__repr__", exception_repr},
    {"with_traceback", with_traceback, 1, 1},
    {"add_note", add_note, 1, 1},
};
constexpr NativeDef kNew[] = {{"__new__", exception_new, 0, -1, Takes::Keywords}};

}  // namespace

void install_exception_methods(Vm& vm) {
  install(vm, vm.types.BaseException, kMethods);
  install_static(vm, vm.types.BaseException, kNew);
}

}  // namespace waiter::python
