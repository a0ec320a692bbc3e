// Exceptions: making, raising, chaining, matching. What they look like when printed stands in traceback.cpp.

#include <algorithm>
#include <array>
#include <iterator>
#include <vector>

#include "python/exception_fields.h"
#include "python/exception_group.h"
#include "python/operations.h"
#include "python/special_attributes.h"
#include "python/syntax_report.h"

namespace waiter::python {

Ref make_exception(Vm& vm, Type* type, std::span<const Value> args) {
  auto* exception = static_cast<Exception*>(allocate_instance(vm, type));
  exception->args = cast<Tuple>(tuple_of(vm, args).release());
  exception->cause = kNone;
  exception->context = kNone;
  exception->traceback = kNone;
  return Ref::steal(Value(exception));
}

namespace {

bool is_unawaited(Value value) {
  return value.is_kind(Kind::Generator) && cast<Generator>(value)->what == GeneratorKind::Coroutine && !cast<Generator>(value)->ever_awaited;
}

/// Itself, or as an item of a list: asyncio.wait([work()]).
bool has_unawaited(Value value) {
  if (!value.is_kind(Kind::List)) return is_unawaited(value);
  const List* list = cast<List>(value);
  return std::any_of(list->items, list->items + list->count, is_unawaited);
}

}  // namespace

void keep_given_with_error(Vm& vm, std::span<const Value> given) {
  if (!vm.has_error() || std::none_of(given.begin(), given.end(), has_unawaited)) return;
  auto* exception = cast<Exception>(vm.error());
  Str* place = intern(vm, std::string_view("\0given", 6));  // hidden: no program sees it
  std::vector<Value> kept;
  if (const Value before = attributes_get(&exception->attributes, place); !before.is_empty()) kept.push_back(before);
  std::copy_if(given.begin(), given.end(), std::back_inserter(kept), [](Value each) { return !each.is_empty(); });
  const Ref all = tuple_of(vm, kept);
  if (all) attributes_set(vm, exception, &exception->attributes, place, all);
}

Ref Vm::raise(Type* type, std::string_view message) {
  const Ref text = message.empty() ? Ref() : make_str(*this, message);
  const Value args[] = {text};
  set_error(make_exception(*this, type, std::span<const Value>(args, text ? 1 : 0)));
  return {};
}

Ref Vm::raise(const text::Failure& failure) {
  Type* type = types.ValueError;
  switch (failure.kind) {
    case text::FailureKind::ValueError: type = types.ValueError; break;
    case text::FailureKind::OverflowError: type = types.OverflowError; break;
    case text::FailureKind::ZeroDivisionError: type = types.ZeroDivisionError; break;
    case text::FailureKind::TypeError: type = types.TypeError; break;
    case text::FailureKind::Raised: return {};  // it is set already
    case text::FailureKind::MemoryError: type = types.MemoryError; break;
  }
  return raise(type, failure.message);
}

Ref Vm::take_error() {
  WAITER_ASSERT(has_error(), "an exception is set when it is taken");
  return Ref::steal(std::exchange(error_, Value()));
}

void Vm::clear_error() {
  if (!error_.is_empty()) decref(std::exchange(error_, Value()));
}

bool Vm::error_is(Type* type) const {
  return !error_.is_empty() && is_subtype(error_.object()->type, type);
}

/// _PyErr_SetObject: what is being handled becomes the context, and a cycle that would make is cut.
void Vm::set_error(Value exception) {
  incref(exception);
  auto* raised = cast<Exception>(exception);
  const HandledException* entry = handled;
  while (entry != nullptr && !entry->shows()) entry = entry->previous;
  if (entry != nullptr && entry->value != exception) {
    const Value before = entry->value;
    Value at = before, slow = before;  // Floyd's: a program may have made a circle of its own
    bool slow_moves = false;
    while (true) {
      const Value next = cast<Exception>(at)->context;
      if (next.is_none()) break;
      if (next == exception) {
        cast<Exception>(at)->context = kNone;
        decref(next);
        break;
      }
      at = next;
      if (at == slow) break;
      if (slow_moves) slow = cast<Exception>(slow)->context;
      slow_moves = !slow_moves;
    }
    incref(before);
    const Value old = std::exchange(raised->context, before);
    decref(old);
  }
  clear_error();
  error_ = exception;
}

Ref make_syntax_error(Vm& vm, const Diagnostic& diagnostic, std::string_view file, std::string_view source) {
  Type* type = vm.types.SyntaxError;
  switch (diagnostic.type) {
    case DiagnosticType::kIndentationError: type = vm.types.IndentationError; break;
    case DiagnosticType::kTabError: type = vm.types.TabError; break;
    case DiagnosticType::kMemoryError: type = vm.types.MemoryError; break;
    case DiagnosticType::kRecursionError: type = vm.types.RecursionError; break;
    case DiagnosticType::kSyntaxError:
    case DiagnosticType::kNotSupported: break;
  }
  const Ref message = make_str(vm, diagnostic.message);
  if (!is_subtype(type, vm.types.SyntaxError)) {
    const Value args[] = {message};
    return make_exception(vm, type, args);
  }
  const bool is_excerpt = !diagnostic.excerpt.empty();
  const Span& span = is_excerpt ? diagnostic.excerpt_span : diagnostic.span;
  const auto number = [](std::uint32_t value) { return Value::from_int(value); };
  const Value offset = span.column == kNoCaret ? number(0) : number(span.column + 1);
  const Ref name = make_str(vm, file);
  const Ref text = make_str(vm, (is_excerpt ? diagnostic.excerpt : std::string(line_of(source, span.line))) + "\n");
  const Ref details = tuple_of(vm, std::array<Value, 6>{name, number(diagnostic.span.line), offset, text,
                                                        span.end_line == 0 ? number(span.line) : number(span.end_line),
                                                        span.end_line == 0 ? Value::from_int(-1) : number(span.end_column + 1)});
  const Value args[] = {message, details};
  return make_exception(vm, type, args);
}

Ref raise_with(Vm& vm, Type* type, Value argument) {
  const Value args[] = {argument};
  vm.set_error(make_exception(vm, type, args));
  return {};
}

Ref raise_key_error(Vm& vm, Value key) { return raise_with(vm, vm.types.KeyError, key); }

void raise_name_error(Vm& vm, Type* type, std::string_view message, Str* name) {
  const Ref text = make_str(vm, message);
  const Value args[] = {text};
  const Ref exception = make_exception(vm, type, args);
  // CPython tells the name to NameError itself only, not to UnboundLocalError.
  if (type == vm.types.NameError)
    set_exception_field(vm, cast<Exception>(exception), field::kName, Value(name));
  vm.set_error(exception);
}

void add_traceback(Vm& vm, const Code* code, std::uint32_t instruction, Dict* globals, Frame* frame) {
  if (!vm.has_error()) return;
  auto* exception = cast<Exception>(vm.error());
  auto* entry = vm.heap.make<Traceback>(Kind::Traceback, vm.types.traceback);
  entry->code = code;
  entry->instruction = instruction;
  entry->globals = globals;
  if (globals != nullptr) incref(Value(globals));
  if (exception->traceback.is_kind(Kind::Traceback)) entry->next = cast<Traceback>(exception->traceback);
  else decref(exception->traceback);
  exception->traceback = Value(entry);
  ++exception->entries_unseen;
  if (frame != nullptr && (code->local_count > 0 || frame->names.is_empty())) name_frame(entry, frame);
}

void replace_traceback(Exception* exception, Value traceback) {
  exception->entries_unseen = 0;
  incref(traceback);
  decref(std::exchange(exception->traceback, traceback));
}

void leave_frame(Vm& vm, Frame* frame) {
  const Ref exception = vm.take_error();  // finalisers that run now must not see it
  while (frame->top != frame->stack()) {
    const Value value = *--frame->top;
    decref(value);
  }
  vm.frame = frame->back;  // finalisers of the locals see the caller, never a frame that is going
  free_frame(vm, frame);
  vm.clear_error();
  vm.restore_error(exception);
}

namespace {

/// A class is called, an instance is itself. Empty: TypeError `message`.
Ref as_exception(Vm& vm, Value value, const char* message) {
  if (value.is_kind(Kind::Exception)) return value;
  if (value.is_kind(Kind::Type) && cast<Type>(value)->is_exception) {
    Ref made = call(vm, value);
    if (!made) return {};
    if (made.get().is_kind(Kind::Exception)) return made;
    return vm.raise(vm.types.TypeError, "calling {} should have returned an instance of BaseException, not {}",
                    *repr_of(vm, value), *repr_of(vm, Value(type_of(vm, made))));
  }
  return vm.raise(vm.types.TypeError, message);
}

}  // namespace

void raise_value(Vm& vm, Value exception, Value cause) {
  const Ref raised = as_exception(vm, exception, "exceptions must derive from BaseException");
  if (!raised) return;
  if (!cause.is_empty()) {
    Ref from = kNone;
    if (!cause.is_none()) {
      from = as_exception(vm, cause, "exception causes must derive from BaseException");
      if (!from) return;
    }
    auto* exception_raised = cast<Exception>(raised);
    exception_raised->suppress_context = true;
    decref(std::exchange(exception_raised->cause, from.release()));
  }
  vm.set_error(raised);
}

int exception_matches(Vm& vm, Value exception, Value type) {
  const std::span<const Value> types = type.is_kind(Kind::Tuple) ? std::span<const Value>(cast<Tuple>(type)->items, cast<Tuple>(type)->count)
                                                                 : std::span<const Value>(&type, 1);
  // All of them first (check_except_type_valid), those behind the one that matches too.
  for (const Value each : types) {
    if (each.is_kind(Kind::Type) && cast<Type>(each)->is_exception) continue;
    vm.raise(vm.types.TypeError, "catching classes that do not inherit from BaseException is not allowed");
    return -1;
  }
  return std::any_of(types.begin(), types.end(), [&](Value each) { return is_instance(vm, exception, cast<Type>(each)); }) ? 1 : 0;
}

Ref stop_value(Vm& vm, Value exception) {
  return exception_field(vm, cast<Exception>(exception), field::kValue);
}

}  // namespace waiter::python
