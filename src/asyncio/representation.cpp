#include "asyncio/representation.h"

#include <algorithm>

#include "asyncio/loop.h"
#include "python/text/unicode.h"

namespace waiter::asyncio {

using namespace python;

namespace {

constexpr const char* kLibrary = "/usr/lib/python3.11/";

/// Where CPython 3.11.7 has those functions of its library that are shown as callbacks.
struct Place {
  std::string_view qualname;
  std::uint32_t line;
};
constexpr Place kCallbacks[] = {
    {"_run_until_complete_cb", 180}, {"_set_result_unless_cancelled", 311},
    {"_chain_future.<locals>._call_check_cancel", 387}, {"_chain_future.<locals>._call_set_state", 394},
    {"as_completed.<locals>._on_timeout", 596}, {"as_completed.<locals>._on_completion", 602},
    {"run_coroutine_threadsafe.<locals>.callback", 926}, {"StreamReaderProtocol.connection_made.<locals>.callback", 248},
};

/// Where code stands; a prelude of ours as the file of CPython's library that it stands for.
std::string file_of(Vm& vm, const Code* code) {
  const SourceText& source = vm.sources[code->file];
  if (!source.is_prelude || source.name.size() < 2 || source.name.front() != '<') return source.name;
  std::string path = source.name.substr(1, source.name.size() - 2);
  std::replace(path.begin(), path.end(), '.', '/');
  return kLibrary + path + ".py";
}

std::string position_text(Vm& vm, trace::SourcePosition where) {
  return fmt::format("{}:{}", where.file < vm.sources.size() ? vm.sources[where.file].name : "?", where.line);
}

std::string cut(std::string_view text, std::size_t longest) {
  const std::size_t length = text::count_code_points(text);
  if (length <= longest) return std::string(text);
  const std::size_t front = (longest - 3) / 2, back = longest - 3 - front;
  return std::string(text.substr(0, text::byte_offset(text, front))) + "..." + std::string(text.substr(text::byte_offset(text, length - back)));
}

std::string own_repr(Vm& vm, Value value) {
  auto text = repr_of(vm, value);
  if (text) return *text;
  vm.clear_error();
  return fmt::format("<{} instance at {:#x}>", type_name(vm, value), identity_of(value));
}

/// The items of a sequence, at most `longest` of them.
std::string short_items(Vm& vm, std::span<const Value> items, std::size_t longest, int depth) {
  if (depth <= 0 && !items.empty()) return "...";
  std::string text;
  for (std::size_t i = 0; i < items.size() && i < longest; ++i) text += (i == 0 ? "" : ", ") + short_repr(vm, items[i], depth - 1);
  if (items.size() > longest) text += ", ...";
  return text;
}

/// functools.partial's parts; empty if it is none.
struct Partial {
  Ref function, args, keywords;
};
bool partial_of(Vm& vm, Value value, Partial& parts) {
  if (!value.is_kind(Kind::Extension) && !value.is_kind(Kind::Instance)) return false;
  const Tuple* bases = type_of(vm, value)->mro;
  const auto is_partial = [](Value base) { return cast<Type>(base)->name->view() == "partial" && !cast<Type>(base)->is_user; };
  if (std::none_of(bases->items, bases->items + bases->count, is_partial)) return false;
  parts.function = find_attribute(vm, value, intern(vm, "func"));
  parts.args = find_attribute(vm, value, intern(vm, "args"));
  parts.keywords = find_attribute(vm, value, intern(vm, "keywords"));
  return parts.function && parts.args && parts.keywords && parts.args.get().is_kind(Kind::Tuple) && parts.keywords.get().is_kind(Kind::Dict);
}

std::string arguments_text(Vm& vm, const Tuple* args, const Dict* keywords) {
  std::string text;
  const auto add = [&](const std::string& item) { text += (text.empty() ? "" : ", ") + item; };
  for (std::uint32_t i = 0; args != nullptr && i < args->count; ++i) add(short_repr(vm, args->items[i]));
  for (std::uint32_t i = 0; keywords != nullptr && i < keywords->filled; ++i)
    if (!keywords->entries[i].key.is_empty())
      add(text_of(vm, keywords->entries[i].key).value_or("?") + "=" + short_repr(vm, keywords->entries[i].value));
  return "(" + text + ")";
}

/// __qualname__, or else __name__; empty: it has neither.
std::string given_name(Vm& vm, Value value) {
  for (Str* attribute : {vm.names.dunder_qualname, vm.names.dunder_name}) {
    const Ref name = find_attribute(vm, value, attribute);
    if (vm.has_error()) vm.clear_error();
    if (name && is_str(name) && cast<Str>(name)->size > 0) return std::string(str_view(name));
  }
  return {};
}

std::string name_text(Runtime& runtime, Value function) {
  Vm& vm = runtime.vm;
  if (function.is_kind(Kind::Native) && cast<Native>(function)->owner == runtime.loop_type)
    return fmt::format("BaseEventLoop.{}", cast<Native>(function)->def->name);
  const std::string name = given_name(vm, function);
  return name.empty() ? own_repr(vm, function) : name;
}

std::string format_callback(Runtime& runtime, Value function, const Tuple* args, const Dict* keywords, const std::string& suffix) {
  Vm& vm = runtime.vm;
  if (Partial parts; partial_of(vm, function, parts))
    return format_callback(runtime, parts.function, cast<Tuple>(parts.args), cast<Dict>(parts.keywords), arguments_text(vm, args, keywords) + suffix);
  return name_text(runtime, function) + arguments_text(vm, args, keywords) + suffix;
}

/// _get_function_source: " at main.py:3", or nothing.
std::string source_text(Vm& vm, Value function) {
  if (Partial parts; partial_of(vm, function, parts)) return source_text(vm, parts.function);
  Ref unwrapped = function;
  for (int depth = 0; depth < 100; ++depth) {
    if (!unwrapped.get().is_kind(Kind::Function)) break;
    Ref next = find_attribute(vm, unwrapped, intern(vm, "__wrapped__"));
    if (vm.has_error()) vm.clear_error();
    if (!next) break;
    unwrapped = std::move(next);
  }
  if (!unwrapped.get().is_kind(Kind::Function)) return {};
  const Code* code = cast<Function>(unwrapped)->code;
  std::uint32_t line = code->first_line;
  if (vm.sources[code->file].is_prelude) {
    const std::string_view name = str_view(cast<Function>(unwrapped)->qualname);
    for (const Place& place : kCallbacks)
      if (place.qualname == name) line = place.line;
  }
  return fmt::format(" at {}:{}", file_of(vm, code), line);
}

std::string callbacks_text(Runtime& runtime, Future* future) {
  std::vector<const Callback*> callbacks{&future->first};
  if (future->more != nullptr)
    for (const Callback& callback : *future->more) callbacks.push_back(&callback);
  const auto shown = [&](const Callback* callback) -> std::string {
    switch (callback->kind) {
      case Callback::Kind::Wakeup: return "Task.task_wakeup()";
      case Callback::Kind::Native: return callback->native->shown;
      case Callback::Kind::Function: return callback_text(runtime, callback->subject, cast<Tuple>(runtime.vm.empty_tuple));
    }
    return {};
  };
  if (callbacks.size() == 1) return fmt::format("cb=[{}]", shown(callbacks[0]));
  if (callbacks.size() == 2) return fmt::format("cb=[{}, {}]", shown(callbacks[0]), shown(callbacks[1]));
  return fmt::format("cb=[{}, <{} more>, {}]", shown(callbacks.front()), callbacks.size() - 2, shown(callbacks.back()));
}

/// coroutines._format_coroutine.
std::string coroutine_text(Runtime& runtime, Value coroutine) {
  Vm& vm = runtime.vm;
  if (!coroutine.is_kind(Kind::Generator)) {
    const std::string name = given_name(vm, coroutine);
    return (name.empty() ? fmt::format("<{} without __name__>", type_name(vm, coroutine)) : name) + "()";
  }
  const auto* generator = cast<Generator>(coroutine);
  const std::string name = std::string(generator_qualname(generator)) + "()";
  if (generator->is_native) {
    const auto* native = static_cast<const NativeCoroutine*>(generator);
    return fmt::format("{} {} {}{}:{}", name, generator->state == GeneratorState::Closed ? "done, defined at" : "running at", kLibrary,
                       native->body->place.file, line_of_native(native));
  }
  if (generator->frame == nullptr || generator->state == GeneratorState::Closed)
    return fmt::format("{} done, defined at {}:{}", name, file_of(vm, generator->code), generator->code->first_line);
  const Frame* frame = generator->frame;
  const bool begun = generator->state != GeneratorState::Created && frame->pc != frame->code->instructions.data();
  return fmt::format("{} running at {}:{}", name, file_of(vm, frame->code), begun ? frame->span().line : frame->code->first_line);
}

/// reprlib.recursive_repr(): an object whose repr is under way is "...".
class Once {
 public:
  Once(Runtime& runtime, Object* object) : shown_(runtime.being_shown) {
    again_ = std::find(shown_.begin(), shown_.end(), object) != shown_.end();
    shown_.push_back(object);
  }
  ~Once() { shown_.pop_back(); }
  Once(const Once&) = delete;
  Once& operator=(const Once&) = delete;
  [[nodiscard]] bool again() const { return again_; }

 private:
  std::vector<Object*>& shown_;
  bool again_;
};

/// Of a future, a task or a subclass's: its own __repr__ if it has one.
std::string any_repr(Runtime& runtime, Future* future) {
  if (!future->type->is_user) return future_repr(runtime, future);
  return own_repr(runtime.vm, Value(future));
}

}  // namespace

std::string short_repr(Vm& vm, Value value, int depth) {
  constexpr std::size_t kStringMax = 30, kLongMax = 40, kOtherMax = 30, kItemsMax = 6, kPairsMax = 4;
  if (value.is_object()) {
    switch (value.object()->type->is_user ? Kind::Free : value.object()->kind) {
      case Kind::Str: {
        const std::string_view text = str_view(value);
        const Ref start = make_str(vm, text.substr(0, text::byte_offset(text, std::min<std::size_t>(kStringMax, cast<Str>(value)->length))));
        const std::string whole = own_repr(vm, start);
        if (cast<Str>(value)->length <= kStringMax && text::count_code_points(whole) <= kStringMax) return whole;
        const std::size_t front = (kStringMax - 3) / 2, back = kStringMax - 3 - front, length = cast<Str>(value)->length;
        const std::string ends = std::string(text.substr(0, text::byte_offset(text, std::min(front, length)))) +
                                 std::string(text.substr(text::byte_offset(text, length > back ? length - back : 0)));
        const Ref joined = make_str(vm, ends);
        const std::string quoted = own_repr(vm, joined);
        const std::size_t quoted_length = text::count_code_points(quoted);
        if (text::count_code_points(whole) <= kStringMax && length <= kStringMax) return whole;
        return std::string(std::string_view(quoted).substr(0, text::byte_offset(quoted, front))) + "..." +
               std::string(std::string_view(quoted).substr(text::byte_offset(quoted, quoted_length - back)));
      }
      case Kind::List: return "[" + short_items(vm, {cast<List>(value)->items, cast<List>(value)->count}, kItemsMax, depth) + "]";
      case Kind::Tuple: {
        const auto* tuple = cast<Tuple>(value);
        return "(" + short_items(vm, {tuple->items, tuple->count}, kItemsMax, depth) + (tuple->count == 1 && depth > 0 ? ",)" : ")");
      }
      case Kind::Dict: {
        const auto* dict = cast<Dict>(value);
        if (dict->used == 0) return "{}";
        if (depth <= 0) return "{...}";
        const Ref keys = list_from(vm, value);
        if (keys && call_method(vm, keys, intern(vm, "sort")).is_empty()) vm.clear_error();
        std::string text;
        std::size_t shown = 0;
        for (std::uint32_t i = 0; keys && i < cast<List>(keys)->count && shown < kPairsMax; ++i, ++shown) {
          const Ref item = dict_get(vm, dict, cast<List>(keys)->items[i]);
          text += (shown == 0 ? "" : ", ") + short_repr(vm, cast<List>(keys)->items[i], depth - 1) + ": " + short_repr(vm, item, depth - 1);
        }
        if (dict->used > kPairsMax) text += ", ...";
        return "{" + text + "}";
      }
      case Kind::Set: {
        const auto* set = cast<Set>(value);
        const bool frozen = (set->flags & kFrozen) != 0;
        if (set->used == 0) return frozen ? "frozenset()" : "set()";
        const Ref items = list_from(vm, value);
        if (items && call_method(vm, items, intern(vm, "sort")).is_empty()) vm.clear_error();
        const std::string inner = items ? short_items(vm, {cast<List>(items)->items, cast<List>(items)->count}, kItemsMax, depth) : "...";
        return (frozen ? "frozenset({" : "{") + inner + (frozen ? "})" : "}");
      }
      case Kind::Int: return cut(own_repr(vm, value), kLongMax);
      default: break;
    }
  }
  if (value.is_int()) return own_repr(vm, value);
  return cut(own_repr(vm, value), kOtherMax);
}

std::string callback_text(Runtime& runtime, Value function, const Tuple* args) {
  const Ref held = function, held_args = Value(const_cast<Tuple*>(args));  // a __repr__ may cancel the handle that holds them
  return format_callback(runtime, function, args, nullptr, "") + source_text(runtime.vm, function);
}

std::string future_repr(Runtime& runtime, Future* future) {
  Vm& vm = runtime.vm;
  const Once once(runtime, future);
  if (once.again()) return "...";
  Task* task = future->is_task ? static_cast<Task*>(future) : nullptr;
  const bool cancelling = task != nullptr && task->cancels_requested > 0 && !future->done();
  std::string text = "<" + std::string(future->type->name->view());
  text += future->state == FutureState::Pending ? (cancelling ? " cancelling" : " pending") : future->state == FutureState::Cancelled ? " cancelled" : " finished";
  if (task != nullptr) {
    const Ref name = make_str(vm, task_name(runtime, task));
    text += " name=" + own_repr(vm, name) + " coro=<" + coroutine_text(runtime, task->coroutine) + ">";
    if (task->waiter != nullptr) text += " wait_for=" + any_repr(runtime, task->waiter);
  }
  if (future->state == FutureState::Finished)
    text += future->exception.is_empty() ? " result=" + short_repr(vm, future->result) : " exception=" + own_repr(vm, future->exception);
  if (future->has_callbacks()) text += " " + callbacks_text(runtime, future);
  if (future->made_at.line != 0) text += " created at " + position_text(vm, future->made_at);
  return text + ">";
}

std::string handle_repr(Runtime& runtime, Handle* handle) {
  if (!handle->shown.is_empty()) return text_of(runtime.vm, handle->shown).value_or("?");
  std::string text = "<" + std::string(handle->type->name->view());
  if (handle->cancelled) text += " cancelled";
  if (handle->is_timer) {
    const Ref when = make_float(runtime.vm, handle->when);
    text += " when=" + own_repr(runtime.vm, when);
  }
  if (!handle->function.is_empty()) text += " " + callback_text(runtime, handle->function, cast<Tuple>(handle->args));
  if (handle->made_at.line != 0) text += " created at " + position_text(runtime.vm, handle->made_at);
  return text + ">";
}

}  // namespace waiter::asyncio
