#include "python/modules/prelude_module.h"

#include "python/methods/helpers.h"

namespace waiter::python {
namespace {

/// The module of code that belongs to no file.
Ref module_over(Vm& vm, Dict* names) {
  Ref owner = make_module(vm, "_text");
  Module* module = cast<Module>(owner);
  decref(Value(module->dict));
  ++names->refs;
  module->dict = names;
  return owner;
}

/// run_text(text, names): runs the text with `names` as its globals. Its frames are hidden as those of all preludes are.
/// Who calls it keeps what came of a text: a program that makes the same class in a loop must not fill the table of sources.
Ref run_text(Arguments& args) {
  Vm& vm = args.vm;
  if (!is_str(args[0]) || !args[1].is_kind(Kind::Dict)) return vm.raise(vm.types.TypeError, "run_text() takes a str and a dict");
  const std::uint16_t file = vm.add_source("<string>", str_view(args[0]), true);
  const Code* code = vm.compile_source(file, str_view(args[0]));
  if (code == nullptr) return {};
  const Ref module = module_over(vm, cast<Dict>(args[1]));
  return vm.run_module(code, cast<Module>(module));
}

/// exception_text(exception): what CPython prints for an exception that nobody caught, with traceback and chain.
Ref exception_text(Arguments& args) {
  if (!args[0].is_kind(Kind::Exception)) return args.vm.raise(args.vm.types.TypeError, "exception_text() takes an exception");
  return make_str(args.vm, format_exception(args.vm, args[0], Suggestions::LeftOut));
}

/// exception_only(exception): its last line.
Ref exception_only(Arguments& args) {
  if (!args[0].is_kind(Kind::Exception)) return args.vm.raise(args.vm.types.TypeError, "exception_only() takes an exception");
  return make_str(args.vm, exception_line(args.vm, args[0], Suggestions::LeftOut) + "\n");
}

/// caller_frame(): (module name, file, line, function) of the innermost frame that is not a prelude's. namedtuple's __module__,
/// warnings, logging.
Ref caller_frame(Arguments& args) {
  Vm& vm = args.vm;
  for (Frame* frame = vm.frame; frame != nullptr; frame = frame->back) {
    if (frame->code == nullptr || vm.sources[frame->code->file].is_prelude) continue;
    const Value name = dict_get_name(frame->globals, vm.names.dunder_name);
    const Ref file = make_str(vm, vm.sources[frame->code->file].name);
    const Ref function = make_str(vm, frame->code->name);
    const bool begun = frame->pc != frame->code->instructions.data();
    const Value items[] = {name.is_empty() ? kNone : name, file, Value::from_int(begun ? frame->span().line : 0), function};
    return tuple_of(vm, items);
  }
  return none();
}

/// parameters(function): (names, positional-only, positional, keyword-only, flags as in co_flags).
Ref parameters(Arguments& args) {
  Vm& vm = args.vm;
  if (!args[0].is_kind(Kind::Function)) return vm.raise(vm.types.TypeError, "parameters() takes a function");
  const Code* code = cast<Function>(args[0])->code;
  std::vector<Value> names(code->local_names.begin(), code->local_names.end());
  const Ref all = tuple_of(vm, names);
  const Value items[] = {all, Value::from_int(code->positional_only_count), Value::from_int(code->argument_count),
                         Value::from_int(code->keyword_only_count), Value::from_int(code->flags)};
  return tuple_of(vm, items);
}

/// code_flags(object): co_flags of a function or method, also of one that is C++ and stands for an `async def`; else 0.
Ref code_flags(Arguments& args) {
  Value function = args[0];
  if (function.is_kind(Kind::BoundMethod)) function = cast<BoundMethod>(function)->function;
  if (function.is_kind(Kind::Native)) return Value::from_int(cast<Native>(function)->def->takes == Takes::Coroutine ? static_cast<std::int64_t>(kCodeCoroutine) : 0);
  return Value::from_int(function.is_kind(Kind::Function) ? cast<Function>(function)->code->flags : 0);
}

/// (file, line, function) of the program's own frame; empty Ref if it is a prelude's.
Ref frame_entry(Vm& vm, const Code* code, std::uint32_t line) {
  if (vm.sources[code->file].is_prelude) return {};
  const Ref file = make_str(vm, vm.sources[code->file].name), name = make_str(vm, code->name);
  const Value items[] = {file, Value::from_int(line), name};
  return tuple_of(vm, items);
}

/// coroutine_frame(coroutine): where it stands, as (file, line, function). None: it is over, or C++.
Ref coroutine_frame(Arguments& args) {
  if (!args[0].is_kind(Kind::Generator)) return none();
  const auto* generator = cast<Generator>(args[0]);
  if (generator->frame == nullptr || generator->state == GeneratorState::Closed) return none();
  const Frame* frame = generator->frame;
  const bool begun = generator->state != GeneratorState::Created && frame->pc != frame->code->instructions.data();
  Ref entry = frame_entry(args.vm, frame->code, begun ? frame->span().line : frame->code->first_line);
  return entry ? entry : none();
}

/// traceback_entries(exception): [(file, line, function, source line)] of the program's own frames.
Ref traceback_entries(Arguments& args) {
  Vm& vm = args.vm;
  Ref list = make_list(vm);
  if (!args[0].is_kind(Kind::Traceback)) return list;
  for (const Traceback* entry = cast<Traceback>(args[0]); entry != nullptr; entry = entry->next) {
    const SourceText& source = vm.sources[entry->code->file];
    if (source.is_prelude) continue;
    const std::uint32_t line = entry->code->spans[entry->instruction].line;
    const Ref file = make_str(vm, source.name);
    const Ref function = make_str(vm, entry->code->name);
    const Ref text = make_str(vm, line >= 1 && line <= source.lines.size() ? source.lines[line - 1] : std::string());
    const Value items[] = {file, Value::from_int(line), function, text};
    list_append(vm, cast<List>(list), tuple_of(vm, items));
  }
  return list;
}

/// source_line(file, line): its text; empty if it is not known.
Ref source_line(Arguments& args) {
  Vm& vm = args.vm;
  const auto line = to_int64(vm, args[1]);
  if (!line || !is_str(args[0])) return vm.has_error() ? Ref() : vm.raise(vm.types.TypeError, "source_line() takes a str and an int");
  for (const SourceText& source : vm.sources)
    if (!source.is_prelude && source.name == str_view(args[0]) && *line >= 1 && static_cast<std::size_t>(*line) <= source.lines.size())
      return make_str(vm, source.lines[static_cast<std::size_t>(*line) - 1]);
  return make_str(vm, "");
}

/// generic_alias(origin, items): origin[items], for classes written in Python.
Ref generic_alias(Arguments& args) { return make_alias(args.vm, args[0], args[1]); }

/// named_in_full(type): messages name it with its module, as they do the types of CPython's modules in C.
Ref named_in_full(Arguments& args) {
  if (!args[0].is_kind(Kind::Type)) return args.vm.raise(args.vm.types.TypeError, "named_in_full() takes a type");
  set_dotted_name(args.vm, cast<Type>(args[0]));
  return args[0];
}

/// refuse(what, instead): what is not supported, said where it is met.
Ref refuse(Arguments& args) {
  if (!is_str(args[0]) || !is_str(args[1])) return args.vm.raise(args.vm.types.TypeError, "refuse() takes two strs");
  return args.vm.raise(args.vm.types.RuntimeError, "One Waiter does not run {} yet: {}", str_view(args[0]), str_view(args[1]));
}

/// report_unraisable(where, exception): what CPython prints of an exception that cannot go anywhere.
Ref report_unraisable(Arguments& args) {
  Vm& vm = args.vm;
  if (!is_str(args[0]) || !args[1].is_kind(Kind::Exception)) return vm.raise(vm.types.TypeError, "report_unraisable() takes a str and an exception");
  vm.write_error(fmt::format("Exception ignored in {}\n{}", str_view(args[0]), format_exception(vm, args[1])));
  return none();
}

constexpr NativeDef kFunctions[] = {
    {"named_in_full", named_in_full, 1, 1},
    {"refuse", refuse, 2, 2},
    {"report_unraisable", report_unraisable, 2, 2},
    {"run_text", run_text, 2, 2},
    {"exception_text", exception_text, 1, 1},
    {"exception_only", exception_only, 1, 1},
    {"caller_frame", caller_frame},
    {"parameters", parameters, 1, 1},
    {"code_flags", code_flags, 1, 1},
    {"coroutine_frame", coroutine_frame, 1, 1},
    {"generic_alias", generic_alias, 2, 2},
    {"source_line", source_line, 2, 2},
    {"traceback_entries", traceback_entries, 1, 1},
};

}  // namespace

Ref make_prelude_module(Vm& vm) {
  Ref module = make_module(vm, "_prelude");
  install(vm, cast<Module>(module), kFunctions);
  return module;
}

}  // namespace waiter::python
