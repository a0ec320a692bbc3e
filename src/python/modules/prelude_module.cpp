#include "python/modules/prelude_module.h"

#include "python/builtins.h"
#include "python/code_object.h"
#include "python/code_template.h"
#include "python/methods/helpers.h"
#include "python/native_coroutine.h"
#include "python/not_run.h"
#include "python/parser.h"
#include "python/special_attributes.h"
#include "python/traceback_text.h"

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

/// is_expression(text): is it one, for a forward reference?
Ref is_expression(Arguments& args) {
  if (!is_str(args[0])) return boolean(false);
  Arena arena;
  return boolean(parse(fmt::format("({}\n)", str_view(args[0])), "<string>", arena).diagnostics.empty());
}

/// exception_text(exception): what CPython prints for an exception that nobody caught, with traceback and chain.
Ref exception_text(Arguments& args) {
  if (!args[0].is_kind(Kind::Exception)) return args.vm.raise(args.vm.types.TypeError, "exception_text() takes an exception");
  return make_str(args.vm, format_exception(args.vm, args[0], Suggestions::LeftOut));
}

/// uncaught_text(exception): what the interpreter prints of it when nobody catches it.
Ref uncaught_text(Arguments& args) {
  if (!args[0].is_kind(Kind::Exception)) return args.vm.raise(args.vm.types.TypeError, "uncaught_text() takes an exception");
  return make_str(args.vm, format_exception(args.vm, args[0]));
}

/// exception_only(exception): what stands below its entries.
Ref exception_only(Arguments& args) {
  if (!args[0].is_kind(Kind::Exception)) return args.vm.raise(args.vm.types.TypeError, "exception_only() takes an exception");
  return make_str(args.vm, exception_tail(args.vm, args[0], Suggestions::LeftOut));
}

bool is_the_programs(Vm& vm, const Frame* frame) { return frame->code != nullptr && !vm.sources[frame->code->file].is_prelude; }
bool has_begun(const Frame* frame) { return frame->pc != frame->code->instructions.data(); }

std::string source_line_of(const SourceText& source, std::uint32_t line) {
  return line >= 1 && line <= source.lines.size() ? source.lines[line - 1] : std::string();
}

/// has_begun(generator): has its code run at all?
Ref has_begun_function(Arguments& args) {
  return boolean(args[0].is_kind(Kind::Generator) && cast<Generator>(args[0])->state != GeneratorState::Created);
}

/// caller_frame([above[, exactly]]): (module name, file, line, function) of the innermost frame that is not a prelude's, or of one so
/// many such frames above it; of the outermost if there are not so many, but None if `exactly`. namedtuple's __module__, warnings, logging.
Ref caller_frame(Arguments& args) {
  Vm& vm = args.vm;
  std::int64_t above = args.count > 0 && args[0].is_int() ? args[0].as_int() : 0;
  const Frame* found = nullptr;
  for (const Frame* frame = vm.frame; frame != nullptr && above >= 0; frame = frame->back) {
    if (!is_the_programs(vm, frame)) continue;
    found = frame;
    --above;
  }
  if (found == nullptr || (above >= 0 && args.count > 1 && truth(vm, args[1]) == 1)) return none();
  const Value name = dict_get_name(found->globals, vm.names.dunder_name);
  const Ref file = make_str(vm, vm.sources[found->code->file].name);
  const Ref function = make_str(vm, found->code->name);
  const Value items[] = {name.is_empty() ? kNone : name, file, Value::from_int(has_begun(found) ? found->span().line : 0), function};
  return tuple_of(vm, items);
}

/// parameters(function): (names, positional-only, positional, keyword-only, flags as in co_flags).
Ref parameters(Arguments& args) {
  Vm& vm = args.vm;
  if (!args[0].is_kind(Kind::Function)) return vm.raise(vm.types.TypeError, "parameters() takes a function");
  const Code* code = cast<Function>(args[0])->code;
  if (code->rest != nullptr) complete_code(vm, code);
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

/// mark_awaitable(function): what the generator function makes may be awaited (CO_ITERABLE_COROUTINE). CPython marks a copy of the code;
/// ours is marked itself, for all functions that are made of it.
Ref mark_awaitable(Arguments& args) {
  if (args[0].is_kind(Kind::Function)) cast<Function>(args[0])->code->is_iterable_coroutine = true;
  return none();
}

/// (file, line, function, source line, its text in a traceback or None, last line, column, last column, variables or None).
Ref entry(Vm& vm, const Code* code, std::uint32_t instruction, const Ref& text, const Ref& names) {
  const Span& span = code->spans[instruction];
  const SourceText& source = vm.sources[code->file];
  const Ref file = make_str(vm, source.name), function = make_str(vm, code->name), line = make_str(vm, source_line_of(source, span.line));
  const Value items[] = {file, Value::from_int(span.line), function, line, text, Value::from_int(span.end_line), Value::from_int(span.column),
                         Value::from_int(span.end_column), names};
  return tuple_of(vm, items);
}

/// traceback_entries(traceback[, with variables]): an entry for each of the program's own frames, where it was raised last.
Ref traceback_entries(Arguments& args) {
  Vm& vm = args.vm;
  Ref list = make_list(vm);
  if (!args[0].is_kind(Kind::Traceback)) return list;
  const bool with_names = args.count > 1 && truth(vm, args[1]) == 1;
  for (const Traceback* at = cast<Traceback>(args[0]); at != nullptr; at = at->next) {
    if (vm.sources[at->code->file].is_prelude) continue;
    const Ref text = make_str(vm, traceback_entry_text(vm, at->code, at->instruction));
    const Ref names = with_names && at->frame != nullptr ? names_of_frame(vm, at->frame) : none();
    list_append(vm, cast<List>(list), entry(vm, at->code, at->instruction, text, names));
  }
  return list;
}

/// stack_entries(): an entry for each of the program's frames that run, the outermost first. Without carets, as format_stack shows them.
Ref stack_entries(Arguments& args) {
  Vm& vm = args.vm;
  std::vector<Frame*> frames;
  for (Frame* frame = vm.frame; frame != nullptr; frame = frame->back)
    if (is_the_programs(vm, frame) && has_begun(frame)) frames.push_back(frame);
  Ref list = make_list(vm);
  for (auto frame = frames.rbegin(); frame != frames.rend(); ++frame)
    list_append(vm, cast<List>(list), entry(vm, (*frame)->code, (*frame)->instruction(), none(), none()));
  return list;
}

/// A frame as _frames.py makes one of it: (module's names, variables, line, code object).
Ref frame_parts(Vm& vm, Frame* frame, Dict* module_names, const Code* code, std::uint32_t instruction) {
  const Ref globals = module_names != nullptr ? Ref(Value(module_names)) : none();
  const Ref names = frame != nullptr ? names_of_frame(vm, frame) : none();
  const Ref shown = code_object(vm, code);
  const Value items[] = {globals, names, Value::from_int(code->spans[instruction].line), shown};
  return tuple_of(vm, items);
}

/// The frame that a traceback's line ran in: kept when the exception left it, or running still.
Frame* frame_of(Vm& vm, const Traceback* traceback) {
  if (traceback->frame != nullptr) return traceback->frame;
  for (Frame* frame = vm.frame; frame != nullptr; frame = frame->back)
    if (frame->code == traceback->code) return frame;
  return nullptr;
}

/// frame_of_traceback(traceback): the parts of its frame.
Ref frame_of_traceback(Arguments& args) {
  if (!args[0].is_kind(Kind::Traceback)) return args.vm.raise(args.vm.types.TypeError, "frame_of_traceback() takes a traceback");
  const auto* traceback = cast<Traceback>(args[0]);
  Frame* frame = frame_of(args.vm, traceback);
  const bool runs_on = frame != nullptr && !frame->ended;
  return frame_parts(args.vm, frame, traceback->globals, traceback->code, runs_on ? frame->instruction() : traceback->instruction);
}

/// is_finishing(): is the program over, and its modules go?
Ref is_finishing(Arguments& args) { return boolean(args.vm.is_finishing); }

/// frame_of_generator(generator): the parts of its frame, where it stands; of one that is C++ (file, function) instead of the code.
Ref frame_of_generator(Arguments& args) {
  Vm& vm = args.vm;
  auto* generator = cast<Generator>(args[0]);
  const auto parts = [&](Value globals, const Ref& names, std::uint32_t line, const Ref& code) {
    const Value items[] = {globals, names, Value::from_int(line), code};
    return tuple_of(vm, items);
  };
  if (generator->is_native) {
    const auto* native = static_cast<const NativeCoroutine*>(generator);
    const Ref file = make_str(vm, native->body->place.file), function = make_str(vm, native->body->name);
    const Value place[] = {file, function};
    return parts(kNone, Ref::steal(Value(make_dict(vm))), line_of_native(native), tuple_of(vm, place));
  }
  Frame* frame = generator->frame;
  if (frame == nullptr || generator->state == GeneratorState::Closed) return none();
  const bool begun = generator->state != GeneratorState::Created && has_begun(frame);
  return parts(Value(frame->globals), names_of_frame(vm, frame), begun ? frame->span().line : frame->code->first_line, code_object(vm, frame->code));
}

/// running_frames(): the parts of the program's frames, the innermost first.
Ref running_frames(Arguments& args) {
  Vm& vm = args.vm;
  Ref list = make_list(vm);
  for (Frame* frame = vm.frame; frame != nullptr; frame = frame->back)
    if (is_the_programs(vm, frame) && has_begun(frame)) list_append(vm, cast<List>(list), frame_parts(vm, frame, frame->globals, frame->code, frame->instruction()));
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

/// type_name(object): its class as C's messages name it (tp_name), which some have with their module.
Ref type_name_function(Arguments& args) { return make_str(args.vm, type_name(args.vm, args[0])); }

/// refuse(what, instead): what is not supported, said where it is met.
Ref refuse(Arguments& args) {
  if (!is_str(args[0]) || !is_str(args[1])) return args.vm.raise(args.vm.types.TypeError, "refuse() takes two strs");
  return args.vm.raise(args.vm.types.RuntimeError, "{}", refusal(str_view(args[0]), str_view(args[1])));
}

/// report_unraisable(where, exception): what CPython prints of an exception that cannot go anywhere.
Ref report_unraisable(Arguments& args) {
  Vm& vm = args.vm;
  if (!is_str(args[0]) || !args[1].is_kind(Kind::Exception)) return vm.raise(vm.types.TypeError, "report_unraisable() takes a str and an exception");
  vm.write_error(fmt::format("Exception ignored in {}\n{}", str_view(args[0]), format_unraisable(vm, args[1])));
  return none();
}

/// no_attribute(module, name): raises what is raised where a module has no such name, for a module's own __getattr__.
Ref no_attribute(Arguments& args) {
  if (!is_str(args[1])) return args.vm.raise(args.vm.types.TypeError, "no_attribute() takes a module and a str");
  return raise_no_attribute(args.vm, args[0], name_of(args.vm, args[1]), true);
}

constexpr NativeDef kFunctions[] = {
    {"no_attribute", no_attribute, 2, 2},
    {"named_in_full", named_in_full, 1, 1},
    {"type_name", type_name_function, 1, 1},
    {"refuse", refuse, 2, 2},
    {"report_unraisable", report_unraisable, 2, 2},
    {"run_text", run_text, 2, 2},
    {"is_expression", is_expression, 1, 1},
    {"exception_text", exception_text, 1, 1},
    {"exception_only", exception_only, 1, 1},
    {"uncaught_text", uncaught_text, 1, 1},
    {"caller_frame", caller_frame, 0, 2},
    {"has_begun", has_begun_function, 1, 1},
    {"frame_of_traceback", frame_of_traceback, 1, 1},
    {"is_finishing", is_finishing},
    {"frame_of_generator", frame_of_generator, 1, 1},
    {"running_frames", running_frames},
    {"stack_entries", stack_entries},
    {"parameters", parameters, 1, 1},
    {"code_flags", code_flags, 1, 1},
    {"mark_awaitable", mark_awaitable, 1, 1},
    {"generic_alias", generic_alias, 2, 2},
    {"source_line", source_line, 2, 2},
    {"traceback_entries", traceback_entries, 1, 2},
};

}  // namespace

Ref make_prelude_module(Vm& vm) {
  Ref module = make_module(vm, "_prelude");
  install(vm, cast<Module>(module), kFunctions);
  return module;
}

}  // namespace waiter::python
