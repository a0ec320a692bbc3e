// str() and repr() of the builtin exceptions.

#include "python/exception_fields.h"
#include "python/operations.h"
#include "python/text/unicode.h"

namespace waiter::python {
namespace {

std::optional<std::string> field_text(Vm& vm, Exception* exception, std::uint32_t index) {
  const Ref value = exception_field(vm, exception, index);
  return value ? text_of(vm, value) : std::nullopt;
}

/// str() of the args alone: BaseException's.
std::optional<std::string> args_text(Vm& vm, const Exception* exception) {
  const Tuple* args = exception->args;
  if (args->count == 0) return "";
  return args->count == 1 ? text_of(vm, args->items[0]) : repr_of(vm, Value(exception->args));
}

std::string shown_character(char32_t code) {
  if (code <= 0xff) return fmt::format("\\x{:02x}", static_cast<std::uint32_t>(code));
  return code <= 0xffff ? fmt::format("\\u{:04x}", static_cast<std::uint32_t>(code)) : fmt::format("\\U{:08x}", static_cast<std::uint32_t>(code));
}

/// "'ascii' codec can't encode character '\\xe9' in position 3: ordinal not in range(128)"
std::optional<std::string> unicode_error_text(Vm& vm, Exception* exception) {
  const bool translates = is_subtype(exception->type, vm.types.UnicodeTranslateError);
  const bool decodes = is_subtype(exception->type, vm.types.UnicodeDecodeError);
  const Ref subject = exception_field(vm, exception, field::kSubject);
  if (!subject || subject.get().is_none()) return subject ? std::optional<std::string>("") : std::nullopt;
  const auto reason = field_text(vm, exception, field::kReason), codec = field_text(vm, exception, field::kEncoding);
  if (!reason || !codec) return std::nullopt;
  const Ref start_value = exception_field(vm, exception, field::kStart), end_value = exception_field(vm, exception, field::kEnd);
  const std::int64_t start = start_value.get().is_int() ? start_value.get().as_int() : 0, end = end_value.get().is_int() ? end_value.get().as_int() : 0;
  const std::string who = translates ? "can't translate" : fmt::format("'{}' codec can't {}", *codec, decodes ? "decode" : "encode");
  const std::int64_t size = decodes ? (subject.get().is_kind(Kind::Bytes) ? cast<Bytes>(subject)->size : 0) : is_str(subject) ? cast<Str>(subject)->length : 0;
  if (start < 0 || start >= size || end != start + 1)
    return fmt::format("{} {} in position {}-{}: {}", who, decodes ? "bytes" : "characters", start, end - 1, *reason);
  if (decodes)
    return fmt::format("{} byte 0x{:02x} in position {}: {}", who, static_cast<unsigned char>(cast<Bytes>(subject)->data[start]), start, *reason);
  const std::string_view view = str_view(subject);
  const auto code = text::decode_at(view, text::byte_offset(view, static_cast<std::size_t>(start))).code_point;
  return fmt::format("{} character '{}' in position {}: {}", who, shown_character(code), start, *reason);
}

std::optional<std::string> os_error_text(Vm& vm, Exception* exception) {
  const Ref filename = exception_field(vm, exception, field::kFilename), filename2 = exception_field(vm, exception, field::kFilename2);
  const Ref number = exception_field(vm, exception, field::kErrno), message = exception_field(vm, exception, field::kStrerror);
  if (!filename || !filename2 || !number || !message) return std::nullopt;
  const bool has_file = !filename.get().is_none();
  if (!has_file && (number.get().is_none() || message.get().is_none())) return args_text(vm, exception);
  const auto number_text = text_of(vm, number), message_text = text_of(vm, message);
  if (!number_text || !message_text) return std::nullopt;
  std::string text = fmt::format("[Errno {}] {}", *number_text, *message_text);
  if (!has_file) return text;
  const auto file = repr_of(vm, filename);
  if (!file) return std::nullopt;
  text += ": " + *file;
  if (filename2.get().is_none()) return text;
  const auto second = repr_of(vm, filename2);
  return second ? std::optional(text + " -> " + *second) : std::nullopt;
}

/// "invalid syntax (lesson.py, line 3)"
std::optional<std::string> syntax_error_text(Vm& vm, Exception* exception) {
  const auto message = field_text(vm, exception, 0);
  const Ref file = exception_field(vm, exception, 1), line = exception_field(vm, exception, 2);
  if (!message || !file || !line) return std::nullopt;
  const bool has_file = is_str(file), has_line = line.get().is_int();
  std::string_view name = has_file ? str_view(file) : std::string_view();
  name = name.substr(name.rfind('/') + 1);
  if (has_file && has_line) return fmt::format("{} ({}, line {})", *message, name, line.get().as_int());
  if (has_file) return fmt::format("{} ({})", *message, name);
  return has_line ? fmt::format("{} (line {})", *message, line.get().as_int()) : *message;
}

}  // namespace

std::optional<std::string> exception_text(Vm& vm, Value value) {
  auto* exception = cast<Exception>(value);
  const auto derives = [&](const Type* type) { return is_subtype(exception->type, type); };
  const Types& t = vm.types;
  if (derives(t.KeyError)) return exception->args->count == 1 ? repr_of(vm, exception->args->items[0]) : args_text(vm, exception);
  if (derives(t.BaseExceptionGroup) && exception->args->count == 2) {
    const auto message = field_text(vm, exception, field::kMessage);
    const Ref members = exception_field(vm, exception, field::kExceptions);
    if (!message || !members) return std::nullopt;
    const std::uint32_t count = cast<Tuple>(members)->count;
    return fmt::format("{} ({} sub-exception{})", *message, count, count == 1 ? "" : "s");
  }
  if (derives(t.OSError)) return os_error_text(vm, exception);
  if (derives(t.UnicodeEncodeError) || derives(t.UnicodeDecodeError) || derives(t.UnicodeTranslateError)) return unicode_error_text(vm, exception);
  if (derives(t.SyntaxError)) return syntax_error_text(vm, exception);
  if (derives(t.ImportError)) {
    const Ref message = exception_field(vm, exception, field::kImportMessage);
    if (message && is_str(message)) return std::string(str_view(message));
  }
  return args_text(vm, exception);
}

std::optional<std::string> exception_repr_text(Vm& vm, Value value) {
  const auto* exception = cast<Exception>(value);
  const std::string name(exception->type->name->view());
  const bool one = exception->args->count == 1;
  const auto args = repr_of(vm, one ? exception->args->items[0] : Value(exception->args));
  if (!args) return std::nullopt;
  return one ? name + "(" + *args + ")" : name + *args;
}

}  // namespace waiter::python
