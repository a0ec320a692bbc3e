// What the loop says of errors that nobody handles: loop.call_exception_handler and what comes to it (CPython 3.11,
// Lib/asyncio/base_events.py).

#include <algorithm>

#include "asyncio/loop.h"
#include "asyncio/representation.h"

namespace waiter::asyncio {

using namespace python;

namespace {

bool must_leave(Vm& vm) { return vm.error_is(vm.types.SystemExit) || vm.error_is(vm.types.KeyboardInterrupt); }

/// The logger "asyncio": through logging if the program uses it, else as logging's last resort writes.
void log(Vm& vm, const char* level, const std::string& message, Value exception) {
  if (const Value logging = dict_get_name(vm.modules, intern(vm, "logging")); !logging.is_empty()) {
    const Ref module = logging;
    const Ref logger_name = make_str(vm, "asyncio");
    const Value name[] = {logger_name};
    const Ref logger = call_method(vm, module, intern(vm, "getLogger"), name);
    const Ref method = logger ? find_attribute(vm, logger, intern(vm, level)) : Ref();
    if (method) {
      const Ref format = make_str(vm, "%s"), text = make_str(vm, message);
      const Value keyword[] = {Value(intern(vm, "exc_info"))};
      const Ref names = tuple_of(vm, keyword);
      const Value args[] = {format, text, exception.is_empty() ? kFalse : exception};
      if (!call(vm, method, args, cast<Tuple>(names)) && vm.has_error()) vm.report_unraisable("asyncio's logger");
      return;
    }
    vm.clear_error();
  }
  std::string text = message + "\n";
  if (!exception.is_empty()) text += format_exception(vm, exception, Suggestions::LeftOut);
  vm.write_error(text);
}

Ref context_of(Vm& vm, const std::string& message) {
  Ref context = Ref::steal(Value(make_dict(vm)));
  const Ref text = make_str(vm, message);
  dict_set_name(vm, cast<Dict>(context), intern(vm, "message"), text);
  return context;
}

void set(Vm& vm, const Ref& context, const char* key, Value value) { dict_set_name(vm, cast<Dict>(context), intern(vm, key), value); }

/// Debug mode: where the future or handle was made.
void set_making(Vm& vm, const Ref& context, Value stack) {
  if (!stack.is_empty()) set(vm, context, "source_traceback", stack);
}

/// As within an `except` block for this exception: what is raised meanwhile has it as its context.
class WhileHandling {
 public:
  WhileHandling(Vm& vm, Value exception) : handled_(vm.handled), before_(std::exchange(vm.handled->value, Ref(exception).release())) {}
  ~WhileHandling() { decref(std::exchange(handled_->value, before_)); }
  WhileHandling(const WhileHandling&) = delete;
  WhileHandling& operator=(const WhileHandling&) = delete;

 private:
  HandledException* handled_;
  Value before_;
};

/// From a finaliser: what is raised meanwhile goes nowhere.
void report(Runtime& runtime, Loop* loop, const Ref& context) {
  Vm& vm = runtime.vm;
  Ref saved = vm.has_error() ? vm.take_error() : Ref();
  if (!call_exception_handler(runtime, loop, cast<Dict>(context))) vm.report_unraisable("the loop's exception handler");
  if (saved) vm.restore_error(std::move(saved));
}

}  // namespace

Ref stack_text(Vm& vm) {
  std::vector<std::string> entries;
  for (Frame* frame = vm.frame; frame != nullptr; frame = frame->back) {
    if (frame->code == nullptr || vm.sources[frame->code->file].is_prelude || frame->pc == frame->code->instructions.data()) continue;
    const SourceText& source = vm.sources[frame->code->file];
    const std::uint32_t line = frame->span().line;
    std::string entry = fmt::format("  File \"{}\", line {}, in {}\n", source.name, line, frame->code->name);
    if (line >= 1 && line <= source.lines.size()) {
      std::string_view text = source.lines[line - 1];
      while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
      while (!text.empty() && (text.back() == ' ' || text.back() == '\r')) text.remove_suffix(1);
      if (!text.empty()) entry += "    " + std::string(text) + "\n";
    }
    entries.push_back(std::move(entry));
  }
  std::string text;
  for (auto entry = entries.rbegin(); entry != entries.rend(); ++entry) text += *entry;
  return make_str(vm, text);
}

bool default_exception_handler(Runtime& runtime, Loop* loop, Dict* context) {
  Vm& vm = runtime.vm;
  (void)loop;
  const Ref held = Value(context);
  const Value message = dict_get_name(context, intern(vm, "message"));
  std::string text = message.is_empty() || truth(vm, message) != 1 ? "Unhandled exception in event loop" : text_of(vm, message).value_or("?");
  const Value exception = dict_get_name(context, intern(vm, "exception"));
  std::vector<std::pair<std::string, Value>> entries;
  for (std::uint32_t i = 0; i < context->filled; ++i) {
    const DictEntry& entry = context->entries[i];
    if (entry.key.is_empty() || !is_str(entry.key)) continue;
    const std::string_view key = str_view(entry.key);
    if (key != "message" && key != "exception") entries.emplace_back(key, entry.value);
  }
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  for (const auto& [key, value] : entries) {
    if (key == "source_traceback" && is_str(value)) {
      std::string stack(str_view(value));
      while (!stack.empty() && stack.back() == '\n') stack.pop_back();
      text += "\nsource_traceback: Object created at (most recent call last):\n" + stack;
      continue;
    }
    const auto shown = repr_of(vm, value);
    if (!shown) return false;
    text += "\n" + key + ": " + *shown;
  }
  log(vm, "error", text, exception.is_kind(Kind::Exception) ? exception : Value());
  return true;
}

bool call_exception_handler(Runtime& runtime, Loop* loop, Dict* context) {
  Vm& vm = runtime.vm;
  const Ref held = Value(context);
  const auto by_default = [&](Dict* given) {
    // A loop of the program's own may have its own words.
    if (!loop->type->is_user) return default_exception_handler(runtime, loop, given);
    const Value args[] = {Value(given)};
    return static_cast<bool>(call_method(vm, Value(loop), intern(vm, "default_exception_handler"), args));
  };
  if (loop->exception_handler.is_none()) {
    if (by_default(context)) return true;
    if (must_leave(vm)) return false;
    const Ref exception = vm.take_error();
    log(vm, "error", "Exception in default exception handler", exception);
    return true;
  }
  const Value args[] = {Value(loop), held};
  const Ref handler = loop->exception_handler;
  if (call(vm, handler, args)) return true;
  if (!vm.has_error() || must_leave(vm)) return false;
  const Ref exception = vm.take_error();
  const WhileHandling handling(vm, exception);
  const Ref second = context_of(vm, "Unhandled error in exception handler");
  set(vm, second, "exception", exception);
  set(vm, second, "context", held);
  if (by_default(cast<Dict>(second))) return true;
  if (must_leave(vm)) return false;
  const Ref last = vm.take_error();
  log(vm, "error", "Exception in default exception handler while handling an unexpected error in custom exception handler", last);
  return true;
}

void report_unseen_exception(Runtime& runtime, Future* future) {
  Vm& vm = runtime.vm;
  const Ref context = context_of(vm, std::string(future->type->name->view()) + " exception was never retrieved");
  set(vm, context, "exception", future->exception);
  set(vm, context, "future", Value(future));
  set_making(vm, context, future->made_stack);
  report(runtime, future->loop, context);
}

void report_destroyed_task(Runtime& runtime, Task* task) {
  const Ref context = context_of(runtime.vm, "Task was destroyed but it is pending!");
  set(runtime.vm, context, "task", Value(task));
  set_making(runtime.vm, context, task->made_stack);
  report(runtime, task->loop, context);
}

bool report_failed_callback(Runtime& runtime, Loop* loop, const Ready& entry) {
  Vm& vm = runtime.vm;
  if (must_leave(vm) || !vm.has_error()) return false;
  const Ref exception = vm.take_error();
  const std::string shown = entry_text(runtime, entry);
  const Ref handle = entry_handle(runtime, loop, entry);
  const Ref context = context_of(vm, "Exception in callback " + shown);
  set(vm, context, "exception", exception);
  set(vm, context, "handle", handle);
  set_making(vm, context, cast<Handle>(handle)->made_stack);
  const WhileHandling handling(vm, exception);
  return call_exception_handler(runtime, loop, cast<Dict>(context));
}

void log_close(Runtime& runtime, Loop* loop) {
  Vm& vm = runtime.vm;
  // Nobody but a logger of the program's own says what is only for debugging.
  if (dict_get_name(vm.modules, intern(vm, "logging")).is_empty()) return;
  const auto text = repr_of(vm, Value(loop));
  if (text) log(vm, "debug", "Close " + *text, Value());
}

void report_slow_entry(Runtime& runtime, Loop* loop, const Ready& entry) {
  Vm& vm = runtime.vm;
  runtime.settle();
  // Two readings of loop.time() and their difference, as there: from 1.3 to 1.4 is less than a tenth.
  const double took = static_cast<double>(runtime.host.now()) / 1e9 - static_cast<double>(loop->entry_began_at) / 1e9;
  if (took < loop->slow_callback_s || !vm.stopped_because().empty()) return;
  std::string shown;
  switch (entry.kind) {
    case Ready::Kind::Step:
    case Ready::Kind::Wakeup: shown = future_repr(runtime, cast<Future>(entry.subject)); break;
    case Ready::Kind::Handle: {
      // A bound method of a task is shown as the task (_format_handle).
      auto* handle = cast<Handle>(entry.subject);
      const Value function = handle->function;
      Task* task = function.is_kind(Kind::Native) && cast<Native>(function)->self != kUnbound ? as_task(runtime, cast<Native>(function)->self) : nullptr;
      shown = task != nullptr ? future_repr(runtime, task) : handle_repr(runtime, handle);
      break;
    }
    case Ready::Kind::Callback: {
      const Value args[] = {entry.argument};
      const Ref tuple = tuple_of(vm, args);
      const Ref handle = make_bare_handle(runtime, loop, entry.subject, tuple);
      shown = handle_repr(runtime, cast<Handle>(handle));
      break;
    }
    default: return;
  }
  Ref saved = vm.has_error() ? vm.take_error() : Ref();
  log(vm, "warning", fmt::format("Executing {} took {:.3f} seconds", shown, took), Value());
  if (saved) vm.restore_error(std::move(saved));
}

}  // namespace waiter::asyncio
