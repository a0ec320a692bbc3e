// Calls from C++: binding arguments to parameters (CPython's messages), natives, classes, anything with __call__.

#include <algorithm>
#include <array>
#include <span>

#include "python/code_template.h"
#include "python/operations.h"
#include "python/recursion.h"

namespace waiter::python {

Frame* make_frame(Vm& vm, const Code* code, Function* function, Dict* globals) {
  if (code->rest != nullptr) [[unlikely]] complete_code(vm, code);
  const std::size_t slots = code->local_count + code->stack_size;
  const std::size_t bytes = sizeof(Frame) + slots * sizeof(Value);
  auto* frame = static_cast<Frame*>(vm.heap.allocate_raw(bytes));
  frame->back = nullptr;
  frame->code = code;
  frame->pc = code->instructions.data();
  frame->function = function;
  if (function != nullptr) ++function->refs;
  frame->globals = globals;
  ++globals->refs;
  frame->names = Value();
  frame->generator = nullptr;
  frame->seen_in = nullptr;
  frame->instead = Value();
  frame->resume = nullptr;
  frame->native = nullptr;
  frame->bytes = static_cast<std::uint32_t>(bytes);
  frame->depth = 0;
  frame->return_to = ReturnTo::Caller;
  frame->started = frame->ended = frame->thrown_into = false;
  for (std::uint32_t i = 0; i < code->local_count; ++i) frame->slots[i] = kUnbound;
  frame->top = frame->stack();
  return frame;
}

Frame* make_native_frame(Vm& vm, NativeResume resume, void* native) {
  auto* frame = static_cast<Frame*>(vm.heap.allocate_raw(sizeof(Frame)));
  *frame = Frame{};
  frame->resume = resume;
  frame->native = native;
  frame->bytes = sizeof(Frame);
  return frame;
}

void name_frame(Traceback* entry, Frame* frame) {
  entry->frame = frame;
  entry->older = std::exchange(frame->seen_in, entry);
  if (entry->older != nullptr) entry->older->newer = entry;
}

void forget_frame(Vm& vm, Traceback* entry) {
  Frame* const frame = std::exchange(entry->frame, nullptr);
  if (frame == nullptr) return;
  (entry->newer != nullptr ? entry->newer->older : frame->seen_in) = entry->older;
  if (entry->older != nullptr) entry->older->newer = entry->newer;
  if (frame->seen_in == nullptr && frame->ended) free_frame(vm, frame);
}

namespace {

/// The call that a kept frame goes back to, as CPython's take_ownership finds it: what is C++ or a prelude's, or a module's, is passed
/// over; a generator's frame has none, once it is left (gen_send_ex2). Nor has a prelude's: what that holds is not what CPython's would.
Frame* kept_caller(const Frame* frame) {
  if (frame->generator != nullptr || (frame->code != nullptr && frame->code->is_prelude)) return nullptr;
  Frame* caller = frame->back;
  while (caller != nullptr && (caller->code == nullptr || caller->code->is_prelude || !caller->names.is_empty())) caller = caller->back;
  return caller;
}

}  // namespace

void free_frame(Vm& vm, Frame* frame) {
  if (frame->seen_in != nullptr) {
    Frame* const caller = kept_caller(frame);
    while (frame->top != frame->stack()) {
      const Value value = *--frame->top;
      decref(value);
    }
    if (!frame->instead.is_empty()) decref(std::exchange(frame->instead, Value()));
    frame->generator = nullptr;
    frame->back = nullptr;
    frame->ended = true;
    if (caller != nullptr) {  // its f_back: an entry of its own keeps the caller, and what that holds
      auto* entry = vm.heap.make<Traceback>(Kind::Traceback, vm.types.traceback);
      name_frame(entry, caller);
      frame->instead = Value(entry);
    }
    if (frame->seen_in != nullptr) return;  // a finaliser may have dropped the last that named it
  }
  if (frame->code != nullptr) {
    Value* const end = frame->top;
    for (Value* slot = frame->slots; slot < end; ++slot) decref(*slot);
  }
  if (frame->function != nullptr) decref(Value(frame->function));
  if (frame->globals != nullptr) decref(Value(frame->globals));
  if (!frame->names.is_empty()) decref(frame->names);
  if (!frame->instead.is_empty()) decref(frame->instead);
  vm.heap.free_raw(frame, frame->bytes);
}

bool enter_frame(Vm& vm, Frame* frame, ReturnTo return_to) {
  frame->back = vm.frame;
  // CPython calls a class through C, which counts as well.
  const std::uint32_t levels = return_to == ReturnTo::Instance ? 2 : 1;
  frame->depth = vm.frame == nullptr ? levels : vm.frame->depth + levels;
  frame->return_to = return_to;
  if (frame->depth + vm.native_levels > vm.recursion_limit) [[unlikely]] {
    free_frame(vm, frame);
    vm.raise(vm.types.RecursionError, "maximum recursion depth exceeded");
    return false;
  }
  vm.frame = frame;
  vm.now_runs(frame);
  return true;
}

namespace {

std::string quoted_list(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i > 0) text += i + 1 < names.size() ? ", " : names.size() == 2 ? " and " : ", and ";
    text += "'" + names[i] + "'";
  }
  return text;
}

/// CPython's too_many_positional.
void too_many_positional(Vm& vm, Function* function, std::size_t given, std::size_t keyword_only_given) {
  const Code* code = function->code;
  const std::uint32_t defaults = function->defaults == nullptr ? 0 : function->defaults->count;
  const std::uint32_t count = code->argument_count;
  const bool plural = defaults != 0 || count != 1;
  const std::string takes = defaults != 0 ? fmt::format("from {} to {}", count - defaults, count) : fmt::format("{}", count);
  const std::string also = keyword_only_given == 0 ? std::string()
                           : fmt::format(" positional argument{} (and {} keyword-only argument{})", given != 1 ? "s" : "",
                                         keyword_only_given, keyword_only_given != 1 ? "s" : "");
  vm.raise(vm.types.TypeError, "{}() takes {} positional argument{} but {}{} {} given", str_view(function->qualname), takes,
           plural ? "s" : "", given, also, given == 1 && keyword_only_given == 0 ? "was" : "were");
}

void missing_arguments(Vm& vm, Function* function, const std::vector<std::string>& names, const char* kind) {
  vm.raise(vm.types.TypeError, "{}() missing {} required {} argument{}: {}", str_view(function->qualname), names.size(), kind,
           names.size() == 1 ? "" : "s", quoted_list(names));
}

/// Is it one that CPython has in C, so that its arguments are counted in C's words? (Of datetime, all; of others, those named.)
bool stands_for_c(Vm& vm, const Code* code) {
  if (!code->is_prelude) return false;
  const std::string_view module = vm.sources[code->file].name, name = code->name;  // "<datetime>"
  if (module == "<datetime>" || module == "<_datetime_moment>") return true;
  if (module == "<re>") return name == "_sub" || name == "_subn" || name == "_finditer" || name == "_expand";
  return module == "<time>" && name == "strftime";
}

/// The complaint of C about `given` positional arguments, of which `missing` (may be empty) is the first that is wanted.
void refuse_count_of_c(Vm& vm, const Function* function, std::size_t given, std::string_view missing) {
  const Code* code = function->code;
  Type* const error = vm.types.TypeError;
  const std::string_view qualname = str_view(function->qualname);
  const std::size_t dot = qualname.rfind('.');
  std::string_view name = qualname.substr(dot == std::string_view::npos ? 0 : dot + 1);
  const bool is_method = dot != std::string_view::npos || name.starts_with('_');
  if (is_method && dot == std::string_view::npos) name.remove_prefix(1);
  const std::string_view owner = is_method && dot != std::string_view::npos ? qualname.substr(0, dot) : std::string_view();
  const std::size_t self = is_method ? 1 : 0;
  const std::size_t defaults = function->defaults == nullptr ? 0 : function->defaults->count;
  const std::size_t most = code->argument_count - self, least = most - defaults;
  const std::size_t counted = given >= self ? given - self : 0;
  const auto one_of = [&](std::initializer_list<std::string_view> names) { return std::find(names.begin(), names.end(), name) != names.end(); };
  if (most == 0) {
    vm.raise(error, "{}.{}() takes no arguments ({} given)", owner, name, counted);
  } else if (name == "fromisoformat" || (owner == "date" && name == "fromtimestamp") || (most == 1 && one_of({"utcoffset", "tzname", "dst", "fromutc"}))) {
    vm.raise(error, "{}.{}() takes exactly one argument ({} given)", owner, name, counted);
  } else if (name.starts_with("__") && name != "__new__" && name != "__format__") {
    vm.raise(error, "expected {} argument{}, got {}", most, most == 1 ? "" : "s", counted);
  } else if (one_of({"strptime", "fromordinal", "utcfromtimestamp", "__format__"}) || (!is_method && name == "strftime")) {
    const bool few = counted < least;
    vm.raise(error, "{}() takes {} {} argument{} ({} given)", name, least == most ? "exactly" : few ? "at least" : "at most", few ? least : most,
             (few ? least : most) == 1 ? "" : "s", counted);
  } else if (!missing.empty()) {
    const auto place = std::find_if(code->local_names.begin(), code->local_names.end(), [&](const Str* one) { return one->view() == missing; });
    vm.raise(error, "{}() missing required argument '{}' (pos {})", name, missing, place - code->local_names.begin() + 1 - static_cast<std::ptrdiff_t>(self));
  } else {
    // What only keywords can give counts too, unless there are fewer than that.
    const std::size_t all = most + code->keyword_only_count;
    const std::string who = name != "__new__" || owner == "timedelta" ? fmt::format("{}()", name) : owner == "timezone" ? "timezone()" : "function";
    vm.raise(error, "{} takes at most {} {}argument{} ({} given)", who, counted > all ? all : most, counted > all ? "" : "positional ",
             (counted > all ? all : most) == 1 ? "" : "s", counted);
  }
}

}  // namespace

/// _PyEval_... initialize_locals: positional, keywords, defaults, in CPython's order of complaints.
Frame* bind_call(Vm& vm, Function* function, std::span<const Value> positional, const Tuple* names, const Value* keyword_values,
                 Value self) {
  const Code* code = function->code;
  Frame* frame = make_frame(vm, code, function, function->globals);
  Value* locals = frame->locals();
  const std::size_t given = positional.size() + (self.is_empty() ? 0 : 1);
  const std::uint32_t count = code->argument_count;
  const std::uint32_t total = count + code->keyword_only_count;
  const auto argument = [&](std::size_t i) {
    return self.is_empty() ? positional[i] : i == 0 ? self : positional[i - 1];
  };
  const auto fail = [&]() -> Frame* {
    free_frame(vm, frame);
    return nullptr;
  };
  const std::size_t taken = std::min<std::size_t>(given, count);
  for (std::size_t i = 0; i < taken; ++i) locals[i] = Ref(argument(i)).release();
  std::uint32_t next = total;
  if ((code->flags & kCodeVarArgs) != 0) {
    std::vector<Value> rest;
    for (std::size_t i = taken; i < given; ++i) rest.push_back(argument(i));
    locals[next++] = tuple_of(vm, rest).release();
  }
  Dict* keywords = nullptr;
  if ((code->flags & kCodeVarKeywords) != 0) {
    keywords = make_dict(vm);
    locals[next] = Value(keywords);
  }
  if (names != nullptr) {
    for (std::uint32_t k = 0; k < names->count; ++k) {
      const Value name = names->items[k];
      if (!is_str(name)) {
        vm.raise(vm.types.TypeError, "{}() keywords must be strings", str_view(function->qualname));
        return fail();
      }
      std::uint32_t at = code->positional_only_count;
      while (at < total && Value(code->local_names[at]) != name && code->local_names[at]->view() != str_view(name)) ++at;
      if (at < total) {
        if (locals[at] != kUnbound) {
          vm.raise(vm.types.TypeError, "{}() got multiple values for argument '{}'", str_view(function->qualname), str_view(name));
          return fail();
        }
        locals[at] = Ref(keyword_values[k]).release();
        continue;
      }
      if (keywords == nullptr) {
        std::vector<std::string> positional_only;
        for (std::uint32_t i = 0; i < code->positional_only_count; ++i)
          for (std::uint32_t j = 0; j < names->count; ++j)
            if (is_str(names->items[j]) && code->local_names[i]->view() == str_view(names->items[j]))
              positional_only.emplace_back(code->local_names[i]->view());
        if (!positional_only.empty()) {
          std::string list;
          for (const std::string& each : positional_only) list += (list.empty() ? "" : ", ") + each;
          vm.raise(vm.types.TypeError, "{}() got some positional-only arguments passed as keyword arguments: '{}'",
                   str_view(function->qualname), list);
        } else {
          vm.raise(vm.types.TypeError, "{}() got an unexpected keyword argument '{}'", str_view(function->qualname), str_view(name));
        }
        return fail();
      }
      if (!dict_set(vm, keywords, name, keyword_values[k])) return fail();
    }
  }
  if (given > count && (code->flags & kCodeVarArgs) == 0) {
    std::size_t keyword_only_given = 0;
    for (std::uint32_t i = count; i < total; ++i) keyword_only_given += locals[i] != kUnbound ? 1 : 0;
    if (stands_for_c(vm, code)) refuse_count_of_c(vm, function, given, {});
    else too_many_positional(vm, function, given, keyword_only_given);
    return fail();
  }
  if (given < count) {
    const std::uint32_t defaults = function->defaults == nullptr ? 0 : function->defaults->count;
    const std::uint32_t required = count - defaults;
    std::vector<std::string> missing;
    for (std::uint32_t i = static_cast<std::uint32_t>(given); i < required; ++i)
      if (locals[i] == kUnbound) missing.emplace_back(code->local_names[i]->view());
    if (!missing.empty()) {
      if (stands_for_c(vm, code)) refuse_count_of_c(vm, function, given, missing.front());
      else missing_arguments(vm, function, missing, "positional");
      return fail();
    }
    for (std::uint32_t i = std::max(required, static_cast<std::uint32_t>(given)); i < count; ++i)
      if (locals[i] == kUnbound) locals[i] = Ref(function->defaults->items[i - required]).release();
  }
  if (code->keyword_only_count > 0) {
    std::vector<std::string> missing;
    for (std::uint32_t i = count; i < total; ++i) {
      if (locals[i] != kUnbound) continue;
      const Value value = function->keyword_defaults == nullptr ? Value() : dict_get_name(function->keyword_defaults, code->local_names[i]);
      if (value.is_empty()) missing.emplace_back(code->local_names[i]->view());
      else locals[i] = Ref(value).release();
    }
    if (!missing.empty()) {
      missing_arguments(vm, function, missing, "keyword-only");
      return fail();
    }
  }
  return frame;
}

Ref call_native(Vm& vm, Native* native, const Value* values, std::uint32_t count, const Tuple* names, Value self) {
  const NativeDef* def = native->def;
  Value inline_storage[8];
  std::vector<Value> storage;
  Value bound = native->self != kUnbound ? native->self : self;
  const std::uint32_t keywords = names == nullptr ? 0 : names->count;
  if (!bound.is_empty()) {
    const std::uint32_t total = count + keywords + 1;
    Value* all = inline_storage;
    if (total > 8) {
      storage.resize(total);
      all = storage.data();
    }
    all[0] = bound;
    std::copy(values, values + count + keywords, all + 1);
    values = all;
    ++count;
  }
  const std::uint32_t offset = native->owner != nullptr ? 1 : 0;
  if (offset != 0 && (count == 0 || (native->role() != NativeRole::ClassMethod && !is_instance(vm, values[0], native->owner))))
    return refuse_receiver(vm, native, count == 0 ? Value() : values[0]);
  if (def->takes == Takes::Positional) {
    const auto given = static_cast<std::int32_t>(count - offset);
    if (keywords > 0 || given < def->min || (def->max >= 0 && given > def->max)) return refuse_count(vm, native, given, keywords);
  }
  Arguments args{vm, values, count, names, native};
  Ref result = def->function(args);
  if (!result && !args.are_refused && stands_for_python(native)) keep_given_with_error(vm, {values, count + keywords});
  return result;
}

Ref run_nested(Vm& vm, Frame* frame) {
  if (vm.native_depth >= static_cast<int>(vm.limits.native_depth)) {
    free_frame(vm, frame);
    return vm.raise(vm.types.RecursionError, "maximum recursion depth exceeded while calling a Python object");
  }
  if (!enter_frame(vm, frame, ReturnTo::Entry)) return {};
  ++vm.native_depth;
  Ref result;
  const Outcome outcome = vm.run(result);
  --vm.native_depth;
  if (outcome == Outcome::Returned) return result;
  WAITER_ASSERT(outcome == Outcome::Raised, "a nested run ends with its call");
  return {};
}

Ref call(Vm& vm, Value callable, std::span<const Value> args, const Tuple* names) {
  const std::size_t keywords = names == nullptr ? 0 : names->count;
  const std::span<const Value> positional = args.first(args.size() - keywords);
  const Value* keyword_values = args.data() + positional.size();
  if (callable.is_object()) {
    switch (callable.object()->kind) {
      case Kind::Function: {
        Frame* frame = bind_call(vm, cast<Function>(callable), positional, names, keyword_values);
        return frame == nullptr ? Ref() : run_nested(vm, frame);
      }
      case Kind::Native: {
        const Ref held = callable;
        Frame* const caller = vm.frame;
        ++vm.native_depth;  // what would set the stack aside must know that it cannot
        Ref result = call_native(vm, cast<Native>(callable), args.data(), static_cast<std::uint32_t>(positional.size()), names);
        --vm.native_depth;
        if (result && result.get() == kUnbound) {
          // It entered a frame instead of answering: run that to its end.
          if (vm.native_depth >= static_cast<int>(vm.limits.native_depth)) return vm.raise(vm.types.RecursionError, "maximum recursion depth exceeded");
          WAITER_ASSERT(vm.frame != caller, "run_instead means that a frame was entered");
          vm.frame->return_to = ReturnTo::Entry;
          ++vm.native_depth;
          const Outcome outcome = vm.run(result);
          --vm.native_depth;
          if (outcome != Outcome::Returned) return {};
        }
        return result;
      }
      case Kind::BoundMethod: {
        const auto* method = cast<BoundMethod>(callable);
        if (method->function.is_kind(Kind::Function)) {
          Frame* frame = bind_call(vm, cast<Function>(method->function), positional, names, keyword_values, method->self);
          return frame == nullptr ? Ref() : run_nested(vm, frame);
        }
        const LightCall level(vm);  // a method's method's method...
        if (!level) return {};
        std::vector<Value> all{method->self};
        all.insert(all.end(), args.begin(), args.end());
        const Ref function = method->function;
        const Ref self = method->self;
        return call(vm, function, all, names);
      }
      case Kind::Type: return instantiate(vm, cast<Type>(callable), args, names);
      case Kind::StaticMethod: {
        const LightCall level(vm);
        if (!level) return {};
        return call(vm, cast<MethodWrapper>(callable)->function, args, names);
      }
      default: break;
    }
    const Value method = type_lookup(vm, callable.object()->type, vm.names.dunder_call);
    if (!method.is_empty()) {
      const NativeLevel level(vm, " while calling a Python object");
      if (!level) return {};
      const Ref bound = bind_descriptor(vm, method, callable, callable.object()->type);
      return bound ? call(vm, bound, args, names) : Ref();
    }
  }
  return vm.raise(vm.types.TypeError, "'{}' object is not callable", type_name(vm, callable));
}

Ref call_or_enter(Vm& vm, Value callable, std::span<const Value> args, const Tuple* names) {
  Value self;
  if (callable.is_kind(Kind::BoundMethod)) {
    self = cast<BoundMethod>(callable)->self;
    callable = cast<BoundMethod>(callable)->function;
  }
  const std::size_t positional = args.size() - (names == nullptr ? 0 : names->count);
  if (callable.is_kind(Kind::Function)) {
    Frame* frame = bind_call(vm, cast<Function>(callable), args.first(positional), names, args.data() + positional, self);
    return frame != nullptr && enter_frame(vm, frame, ReturnTo::Caller) ? Vm::run_instead() : Ref();
  }
  if (callable.is_kind(Kind::Native)) {
    const Ref held = callable;
    return call_native(vm, cast<Native>(callable), args.data(), static_cast<std::uint32_t>(positional), names, self);
  }
  if (self.is_empty() && (callable.is_kind(Kind::Instance) || callable.is_kind(Kind::Extension))) {
    const Value method = type_lookup(vm, callable.object()->type, vm.names.dunder_call);
    const bool plain = method.is_kind(Kind::Function) || (method.is_kind(Kind::Native) && cast<Native>(method)->owner != nullptr);
    if (plain) {
      const Ref bound = make_bound_method(vm, method, callable);
      return call_or_enter(vm, bound, args, names);
    }
  }
  if (self.is_empty()) return call(vm, callable, args, names);
  const Ref method = make_bound_method(vm, callable, self);
  return call(vm, method, args, names);
}

Ref call_method(Vm& vm, Value object, Str* name, std::span<const Value> args) {
  const Ref method = get_attribute(vm, object, name);
  return method ? call(vm, method, args) : Ref();
}

Ref instantiate(Vm& vm, Type* type, std::span<const Value> args, const Tuple* names) {
  // A metatype of one's own may answer the call (Enum's does).
  if (type->type != vm.types.type) {
    const Value method = type_lookup(vm, type->type, vm.names.dunder_call);
    if (!method.is_empty() && method.is_kind(Kind::Function)) {
      std::vector<Value> all{Value(type)};
      all.insert(all.end(), args.begin(), args.end());
      return call(vm, method, all, names);
    }
  }
  if (type == vm.types.type && args.size() == 1 && names == nullptr) return Value(type_shown(vm, args[0]));
  const Value maker = type_lookup(vm, type, vm.names.dunder_new);
  if (maker.is_empty()) return vm.raise(vm.types.TypeError, "cannot create '{}' instances", full_type_name(vm, type));
  const Ref owner = Value(type);
  const NativeLevel level(vm, " while calling a Python object");
  if (!level) return {};
  std::array<Value, 8> few;
  std::vector<Value> many(args.size() < few.size() ? 0 : args.size() + 1);
  const std::span<Value> all = many.empty() ? std::span<Value>(few.data(), args.size() + 1) : std::span<Value>(many);
  all[0] = Value(type);
  std::copy(args.begin(), args.end(), all.begin() + 1);
  const Ref function = maker.is_kind(Kind::StaticMethod) ? Ref(cast<MethodWrapper>(maker)->function)
                       : maker.is_kind(Kind::Native) || maker.is_kind(Kind::Function) ? Ref(maker)
                                                         : bind_descriptor(vm, maker, Value(), type);
  Ref object = function ? call(vm, function, all, names) : Ref();
  if (!object || !is_instance(vm, object, type)) return object;
  const Value init = type_lookup(vm, type_of(vm, object), vm.names.dunder_init);
  if (init.is_empty()) return object;
  all[0] = object;
  Ref result;
  if (init.is_kind(Kind::Function) || init.is_kind(Kind::Native)) {
    const Ref held = init;
    result = call(vm, held, all, names);
  } else {
    const Ref bound = bind_descriptor(vm, init, object, type_of(vm, object));
    if (bound) result = call(vm, bound, args, names);
  }
  if (!result) return {};
  if (!result.get().is_none()) return vm.raise(vm.types.TypeError, "__init__() should return None, not '{}'", type_name(vm, result));
  return object;
}

bool is_callable(Vm& vm, Value value) {
  if (!value.is_object()) return false;
  switch (value.object()->kind) {
    case Kind::Function: case Kind::Native: case Kind::BoundMethod: case Kind::Type: case Kind::StaticMethod: return true;
    default: return !type_lookup(vm, value.object()->type, vm.names.dunder_call).is_empty();
  }
}

std::string callable_name(Vm& vm, Value callable) {
  if (callable.is_kind(Kind::BoundMethod)) return callable_name(vm, cast<BoundMethod>(callable)->function);
  if (callable.is_kind(Kind::Function)) {
    const auto* function = cast<Function>(callable);
    std::string name(str_view(function->qualname));
    if (is_str(function->module) && str_view(function->module) != "builtins") name = std::string(str_view(function->module)) + "." + name;
    return name + "()";
  }
  if (callable.is_kind(Kind::Native)) {
    const auto* native = cast<Native>(callable);
    if (stands_for_python(native)) {
      const Value module = native->owner != nullptr ? native->owner->module : native->module != nullptr ? Value(native->module) : Value();
      if (is_str(module)) return fmt::format("{}.{}{}()", str_view(module), native->owner != nullptr ? std::string(native->owner->name->view()) + "." : "", native->def->name);
    }
    return (native->owner != nullptr ? std::string(native->owner->name->view()) + "." : std::string()) + native->def->name + "()";
  }
  if (callable.is_kind(Kind::Type)) return full_type_name(vm, cast<Type>(callable)) + "()";
  const Ref text = to_str(vm, callable);  // _PyObject_FunctionStr
  if (text) return std::string(str_view(text));
  vm.clear_error();
  return fmt::format("{} object", type_name(vm, callable));
}

}  // namespace waiter::python
