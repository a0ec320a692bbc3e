#include "python/exception_fields.h"

#include "python/accessor.h"
#include "python/methods/helpers.h"

namespace waiter::python {
namespace {

Ref argument(const Tuple* args, std::uint32_t index) { return index < args->count ? Ref(args->items[index]) : Ref(kNone); }

/// A SyntaxError's second argument is (filename, lineno, offset, text[, end_lineno, end_offset]).
Ref syntax_error_field(const Tuple* args, std::uint32_t index) {
  if (index == 0) return argument(args, 0);
  if (args->count < 2 || !args->items[1].is_kind(Kind::Tuple)) return kNone;
  return argument(cast<Tuple>(args->items[1]), index - 1);
}

/// What CPython's __init__ of the exception's type would have made of its args.
Ref from_args(Vm& vm, const Exception* exception, std::uint32_t index) {
  const Tuple* args = exception->args;
  const Types& t = vm.types;
  const auto derives = [&](const Type* type) { return is_subtype(exception->type, type); };
  if (derives(t.StopIteration)) return argument(args, 0);
  if (derives(t.SystemExit)) return args->count > 1 ? Ref(Value(exception->args)) : argument(args, 0);
  if (derives(t.ImportError)) return index == field::kImportMessage && args->count == 1 ? argument(args, 0) : Ref(kNone);
  if (derives(t.OSError)) return index <= field::kStrerror && args->count >= 2 && args->count <= 5 ? argument(args, index) : Ref(kNone);
  if (derives(t.BaseExceptionGroup)) {
    if (index == field::kExceptions && args->count > 1) return tuple_from(vm, args->items[1]);
    return argument(args, index);
  }
  if (derives(t.UnicodeEncodeError) || derives(t.UnicodeDecodeError)) return argument(args, index);
  if (derives(t.UnicodeTranslateError)) return index == field::kEncoding ? Ref(kNone) : argument(args, index - 1);
  if (derives(t.SyntaxError)) return syntax_error_field(args, index);
  return kNone;
}

template <std::uint32_t index>
Ref get(Arguments& args) {
  return exception_field(args.vm, cast<Exception>(args[0]), index);
}

template <std::uint32_t index>
bool set(Vm& vm, Value object, Value value) {
  set_exception_field(vm, cast<Exception>(object), index, value.is_empty() ? kNone : value);
  return true;
}

template <std::uint32_t index>
constexpr AccessorDef field_def(const char* name) {
  return {name, get<index>, set<index>, AccessorKind::Field};
}

// --- BaseException's own ---

void assign(Value& place, Value value) {
  incref(value);
  decref(std::exchange(place, value));
}

bool keep(Vm& vm, Value value, const char* name) {
  if (!value.is_empty()) return true;
  vm.raise(vm.types.TypeError, "{} may not be deleted", name);
  return false;
}

Ref get_args(Arguments& args) { return Value(cast<Exception>(args[0])->args); }
bool set_args(Vm& vm, Value object, Value value) {
  if (!keep(vm, value, "args")) return false;
  const Ref tuple = tuple_from(vm, value);
  if (!tuple) return false;
  auto* exception = cast<Exception>(object);
  const Value old(exception->args);
  exception->args = cast<Tuple>(Ref(tuple).release());
  decref(old);
  return true;
}

Ref get_traceback(Arguments& args) { return cast<Exception>(args[0])->traceback; }
bool set_traceback(Vm& vm, Value object, Value value) {
  if (!keep(vm, value, "__traceback__")) return false;
  if (!value.is_none() && !value.is_kind(Kind::Traceback)) {
    vm.raise(vm.types.TypeError, "__traceback__ must be a traceback or None");
    return false;
  }
  replace_traceback(cast<Exception>(object), value);
  return true;
}

bool is_exception_or_none(Vm& vm, Value value, const char* what) {
  if (value.is_none() || value.is_kind(Kind::Exception)) return true;
  vm.raise(vm.types.TypeError, "exception {} must be None or derive from BaseException", what);
  return false;
}

Ref get_cause(Arguments& args) { return cast<Exception>(args[0])->cause; }
bool set_cause(Vm& vm, Value object, Value value) {
  if (!keep(vm, value, "__cause__") || !is_exception_or_none(vm, value, "cause")) return false;
  auto* exception = cast<Exception>(object);
  exception->suppress_context = true;
  assign(exception->cause, value);
  return true;
}

Ref get_context(Arguments& args) { return cast<Exception>(args[0])->context; }
bool set_context(Vm& vm, Value object, Value value) {
  if (!keep(vm, value, "__context__") || !is_exception_or_none(vm, value, "context")) return false;
  assign(cast<Exception>(object)->context, value);
  return true;
}

Ref get_suppress_context(Arguments& args) { return boolean(cast<Exception>(args[0])->suppress_context); }
bool set_suppress_context(Vm& vm, Value object, Value value) {
  if (value.is_empty()) vm.raise(vm.types.TypeError, "can't delete numeric/char attribute");
  else if (!value.is_bool()) vm.raise(vm.types.TypeError, "attribute value type must be bool");
  else cast<Exception>(object)->suppress_context = value.is_true();
  return !vm.has_error();
}

Ref get_dict(Arguments& args) {
  auto* exception = cast<Exception>(args[0]);
  return Value(attributes_dict(args.vm, exception, &exception->attributes));
}
bool set_dict(Vm& vm, Value object, Value value) {
  if (value.is_empty()) vm.raise(vm.types.TypeError, "cannot delete __dict__");
  else if (!value.is_kind(Kind::Dict)) vm.raise(vm.types.TypeError, "__dict__ must be set to a dictionary, not a '{}'", type_name(vm, value));
  else attributes_set_dict(vm, object.object(), &cast<Exception>(object)->attributes, cast<Dict>(value));
  return !vm.has_error();
}

constexpr AccessorDef kBaseException[] = {
    {"__suppress_context__", get_suppress_context, set_suppress_context, AccessorKind::Field},
    {"__dict__", get_dict, set_dict},
    {"args", get_args, set_args},
    {"__traceback__", get_traceback, set_traceback},
    {"__context__", get_context, set_context},
    {"__cause__", get_cause, set_cause},
};
constexpr AccessorDef kStopIteration[] = {field_def<field::kValue>("value")};
constexpr AccessorDef kSystemExit[] = {field_def<field::kCode>("code")};
constexpr AccessorDef kNameError[] = {field_def<field::kName>("name")};
constexpr AccessorDef kAttributeError[] = {field_def<field::kName>("name"), field_def<field::kObject>("obj")};
constexpr AccessorDef kImportError[] = {field_def<0>("msg"), field_def<1>("name"), field_def<2>("path")};
constexpr AccessorDef kOSError[] = {field_def<0>("errno"), field_def<1>("strerror"), field_def<2>("filename"), field_def<3>("filename2")};
constexpr AccessorDef kGroup[] = {{"message", get<field::kMessage>, nullptr, AccessorKind::Field},
                                  {"exceptions", get<field::kExceptions>, nullptr, AccessorKind::Field}};
constexpr AccessorDef kUnicode[] = {field_def<0>("encoding"), field_def<1>("object"), field_def<2>("start"), field_def<3>("end"),
                                    field_def<4>("reason")};
constexpr AccessorDef kSyntaxError[] = {field_def<0>("msg"),  field_def<1>("filename"),   field_def<2>("lineno"),     field_def<3>("offset"),
                                        field_def<4>("text"), field_def<5>("end_lineno"), field_def<6>("end_offset"), field_def<7>("print_file_and_line")};

}  // namespace

Ref exception_field(Vm& vm, Exception* exception, std::uint32_t index) {
  if (exception->fields != nullptr && exception->fields->items[index] != kUnbound) return exception->fields->items[index];
  Ref value = from_args(vm, exception, index);
  // The tuple of a group's members is the same one whenever it is asked for.
  if (value && index == field::kExceptions && is_subtype(exception->type, vm.types.BaseExceptionGroup)) set_exception_field(vm, exception, index, value);
  return value;
}

void set_exception_field(Vm& vm, Exception* exception, std::uint32_t index, Value value) {
  if (exception->fields == nullptr) {
    exception->fields = make_tuple_raw(vm, field::kCountMax);
    std::fill(exception->fields->items, exception->fields->items + field::kCountMax, kUnbound);
  }
  assign(exception->fields->items[index], value);
}

void forget_exception_fields(Exception* exception) {
  if (exception->fields != nullptr) decref(Value(std::exchange(exception->fields, nullptr)));
}

void install_exception_fields(Vm& vm) {
  const Types& t = vm.types;
  install_accessors(vm, t.BaseException, kBaseException);
  const auto own = [&](Type* type, std::span<const AccessorDef> fields) {
    install_accessors(vm, type, fields);
    type->has_slots = true;  // a class cannot derive from two of them
  };
  own(t.StopIteration, kStopIteration);
  own(t.SystemExit, kSystemExit);
  own(t.NameError, kNameError);
  own(t.AttributeError, kAttributeError);
  own(t.ImportError, kImportError);
  own(t.OSError, kOSError);
  own(t.BaseExceptionGroup, kGroup);
  for (Type* type : {t.UnicodeEncodeError, t.UnicodeDecodeError}) own(type, kUnicode);
  own(t.UnicodeTranslateError, std::span(kUnicode).subspan(1));
  own(t.SyntaxError, kSyntaxError);
}

}  // namespace waiter::python
