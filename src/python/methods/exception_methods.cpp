// BaseException and what its subclasses add when they are made.

#include "python/exception_fields.h"
#include "python/methods/helpers.h"
#include "python/methods/install.h"

namespace waiter::python {
namespace {

void assign_args(Exception* exception, const Ref& args) {
  const Value old(exception->args);
  exception->args = cast<Tuple>(Ref(args).release());
  decref(old);
}

/// OSError(2, "text") is a FileNotFoundError, and so on (Linux's numbers).
Type* os_error_type(Vm& vm, Type* type, const Arguments& args) {
  if (type != vm.types.OSError || args.count < 3 || args.count > 6 || !args[1].is_int()) return type;
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

/// oserror_parse_args and oserror_init: OSError(2, "text", "name") keeps two args; the name is a field.
void read_os_error(Vm& vm, Exception* exception, const Arguments& args) {
  forget_exception_fields(exception);
  const std::uint32_t given = args.count - 1;
  const bool parsed = given >= 2 && given <= 5;
  const bool has_file = parsed && given >= 3 && !args[3].is_none();
  assign_args(exception, tuple_of(vm, {args.values + 1, has_file ? 2 : given}));
  if (!has_file) return;
  set_exception_field(vm, exception, field::kErrno, args[1]);
  set_exception_field(vm, exception, field::kStrerror, args[2]);
  set_exception_field(vm, exception, field::kFilename, args[3]);
  if (given == 5) set_exception_field(vm, exception, field::kFilename2, args[5]);
}

/// oserror_use_init: does a class of the program's have an __init__ of its own, which will read the arguments?
bool reads_in_init(Vm& vm, Type* type) {
  const Value init = type_lookup(vm, type, vm.names.dunder_init);
  const Value make = type_lookup(vm, type, vm.names.dunder_new);
  const bool own_new = !make.is_kind(Kind::StaticMethod) || !cast<MethodWrapper>(make)->function.is_kind(Kind::Native);
  return !init.is_kind(Kind::Native) && !own_new;
}

Ref exception_new(Arguments& args) {
  Vm& vm = args.vm;
  Type* type = class_to_make(args, vm.types.BaseException);
  if (type == nullptr) return {};
  const bool of_system = is_subtype(type, vm.types.OSError);
  Ref exception = make_exception(vm, of_system ? os_error_type(vm, type, args) : type, {args.values + 1, args.count - 1});
  if (of_system && !reads_in_init(vm, type)) {
    if (args.keyword_count() > 0) return vm.raise(vm.types.TypeError, "{}() takes no keyword arguments", type->name->view());
    read_os_error(vm, cast<Exception>(exception), args);
  }
  return exception;
}

/// The keywords that an exception's own __init__ takes, to be fields. nullopt: none of them.
std::optional<std::uint32_t> field_of_keyword(Vm& vm, const Type* type, std::string_view name) {
  if (is_subtype(type, vm.types.ImportError)) {
    if (name == "name") return field::kImportName;
    if (name == "path") return field::kImportPath;
  } else if (name == "name" && (is_subtype(type, vm.types.AttributeError) || is_subtype(type, vm.types.NameError))) {
    return field::kName;
  } else if (name == "obj" && is_subtype(type, vm.types.AttributeError)) {
    return field::kObject;
  }
  return std::nullopt;
}

/// The builtin exception whose __init__ it is that takes these keywords.
std::string_view keyword_taker(Vm& vm, const Type* type) {
  for (const Type* base : {vm.types.ImportError, vm.types.AttributeError, vm.types.NameError})
    if (is_subtype(type, base)) return base->name->view();
  return {};
}

/// UnicodeEncodeError's "U(nicode)OnnU" and its like.
bool check_unicode_arguments(Vm& vm, const Type* type, const Arguments& args) {
  const bool decodes = is_subtype(type, vm.types.UnicodeDecodeError), translates = is_subtype(type, vm.types.UnicodeTranslateError);
  const std::uint32_t wanted = translates ? 4 : 5, given = args.count - 1;
  if (given != wanted) {
    vm.raise(vm.types.TypeError, "function takes exactly {} arguments ({} given)", wanted, given);
    return false;
  }
  const auto need = [&](std::uint32_t position, bool fine, const char* what) {
    if (!fine) vm.raise(vm.types.TypeError, "argument {} must be {}, not {}", position, what, argument_type_name(vm, args[position]));
    return fine;
  };
  const auto need_index = [&](std::uint32_t position) { return is_int_like(args[position]) || static_cast<bool>(to_index(vm, args[position])); };
  std::uint32_t at = 1;
  if (!translates && !need(at++, is_str(args[1]), "str")) return false;
  if (decodes) {
    if (!args[at].is_kind(Kind::Bytes)) {
      vm.raise(vm.types.TypeError, "a bytes-like object is required, not '{}'", type_name(vm, args[at]));
      return false;
    }
    ++at;
  } else if (!need(at, is_str(args[at]), "str")) {
    return false;
  } else {
    ++at;
  }
  return need_index(at) && need_index(at + 1) && need(at + 2, is_str(args[at + 2]), "str");
}

/// The second argument of a SyntaxError: (filename, lineno, offset, text[, end_lineno, end_offset]).
bool check_syntax_details(Vm& vm, Exception* exception) {
  if (exception->args->count != 2) return true;
  const Ref details = tuple_from(vm, exception->args->items[1]);
  if (!details) return false;
  const std::uint32_t count = cast<Tuple>(details)->count;
  if (count < 4 || count > 6) {
    vm.raise(vm.types.TypeError, "function takes at {} {} arguments ({} given)", count < 4 ? "least" : "most", count < 4 ? 4 : 6, count);
    return false;
  }
  if (count == 5) {
    vm.raise(vm.types.TypeError, "end_offset must be provided when end_lineno is provided");
    return false;
  }
  for (std::uint32_t i = 0; i < count; ++i) set_exception_field(vm, exception, i + 1, cast<Tuple>(details)->items[i]);
  return true;
}

/// Has the exception fields beside its args? Most have not.
bool has_fields(const Type* type) {
  while (type != nullptr && (type->is_user || !type->has_slots)) type = type->base;
  return type != nullptr;
}

Ref exception_init(Arguments& args) {
  Vm& vm = args.vm;
  auto* exception = cast<Exception>(args[0]);
  Type* type = exception->type;
  if (!has_fields(type)) {
    if (args.keyword_count() > 0) return vm.raise(vm.types.TypeError, "{}() takes no keyword arguments", type->name->view());
    assign_args(exception, tuple_of(vm, {args.values + 1, args.count - 1}));
    return none();
  }
  if (is_subtype(type, vm.types.OSError) && !reads_in_init(vm, type)) return none();  // __new__ has read them
  const std::string_view taker = keyword_taker(vm, type);
  if (args.keyword_count() > 0 && taker.empty()) return vm.raise(vm.types.TypeError, "{}() takes no keyword arguments", type->name->view());
  for (std::uint32_t i = 0; i < args.keyword_count(); ++i) {
    const std::string_view name = str_view(args.names->items[i]);
    if (!field_of_keyword(vm, type, name)) return vm.raise(vm.types.TypeError, "'{}' is an invalid keyword argument for {}()", name, taker);
  }
  if (is_subtype(type, vm.types.OSError)) {
    read_os_error(vm, exception, args);
    return none();
  }
  const bool is_unicode = is_subtype(type, vm.types.UnicodeEncodeError) || is_subtype(type, vm.types.UnicodeDecodeError) ||
                          is_subtype(type, vm.types.UnicodeTranslateError);
  assign_args(exception, tuple_of(vm, {args.values + 1, args.count - 1}));
  if (!is_subtype(type, vm.types.BaseExceptionGroup)) forget_exception_fields(exception);
  for (std::uint32_t i = 0; i < args.keyword_count(); ++i)
    set_exception_field(vm, exception, *field_of_keyword(vm, type, str_view(args.names->items[i])), args.values[args.count + i]);
  if (is_unicode && !check_unicode_arguments(vm, type, args)) return {};
  if (is_subtype(type, vm.types.SyntaxError) && !check_syntax_details(vm, exception)) return {};
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
  replace_traceback(cast<Exception>(args[0]), args[1]);
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

/// __reduce__ as copy.copy() wants it: how to make another one, and what it has beside its args.
Ref reduce(Arguments& args) {
  Vm& vm = args.vm;
  auto* exception = cast<Exception>(args[0]);
  bool has_attributes = false;
  for_each_attribute(&exception->attributes, [&](const Str*, Value) { has_attributes = true; });
  const Value dict = has_attributes ? Value(attributes_dict(vm, exception, &exception->attributes)) : Value();
  const Value parts[] = {Value(exception->type), Value(exception->args), dict};
  return tuple_of(vm, {parts, dict.is_empty() ? 2u : 3u});
}

constexpr NativeDef kMethods[] = {
    {"__init__", exception_init, 0, -1, Takes::Keywords},
    {"__str__", exception_str},
    {"__repr__", exception_repr},
    {"__reduce__", reduce},
    {"with_traceback", with_traceback, 1, 1},
    {"add_note", add_note, 1, 1},
};
constexpr NativeDef kNew[] = {{"__new__", exception_new, 0, -1, Takes::Keywords}};

}  // namespace

void install_exception_methods(Vm& vm) {
  install(vm, vm.types.BaseException, kMethods);
  install_static(vm, vm.types.BaseException, kNew);
  install_exception_fields(vm);
}

}  // namespace waiter::python
