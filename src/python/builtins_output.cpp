// print(), and what has to do with the terminal, files and source text: refused in a sentence.

#include "python/builtins.h"
#include "python/methods/helpers.h"
#include "python/modules/standard_streams.h"
#include "python/not_run.h"

namespace waiter::python {
namespace {

/// print's sep and end: a str, or None for the default. False: exception.
bool text_option(Vm& vm, Value value, const char* name, const char* otherwise, std::string_view& text) {
  text = otherwise;
  if (value.is_empty() || value.is_none()) return true;
  if (!is_str(value)) {
    vm.raise(vm.types.TypeError, "{} must be None or a string, not {}", name, type_name(vm, value));
    return false;
  }
  text = str_view(value);
  return true;
}

/// To an object of the program's: piece by piece, as CPython's print does.
Ref print_to(Vm& vm, Arguments& args, Value file, std::string_view sep, std::string_view end) {
  const Ref write = get_attribute(vm, file, vm.names.word_write);
  if (!write) return {};
  const auto put = [&](Value text) {
    const Value one[] = {text};
    return static_cast<bool>(call(vm, write, one));
  };
  const Ref sep_text = make_str(vm, sep), end_text = make_str(vm, end);
  for (std::uint32_t i = 0; i < args.count; ++i) {
    if (i > 0 && !put(sep_text)) return {};
    const Ref text = to_str(vm, args[i]);
    if (!text || !put(text)) return {};
  }
  return none_or_error(put(end_text));
}

Ref print(Arguments& args) {
  Vm& vm = args.vm;
  Value out[4];
  Arguments options{vm, args.values + args.count, 0, args.names, args.callee};
  if (!bind_arguments(options, "print", {"*", "sep", "end", "file", "flush"}, 0, out)) return {};
  std::string_view sep, end;
  if (!text_option(vm, out[0], "sep", " ", sep) || !text_option(vm, out[1], "end", "\n", end)) return {};
  Stream stream = Stream::Out;
  Ref file = out[2].is_empty() || out[2].is_none() ? redirected_output(vm) : Ref(out[2]);
  if (file && file.get().is_none()) return none();  // sys.stdout is None: there is nowhere to print to
  if (file && !is_standard_stream(vm, file, stream)) {
    if (!print_to(vm, args, file, sep, end)) return {};
    const int flush = out[3].is_empty() ? 0 : truth(vm, out[3]);
    return flush == 1 ? call_method(vm, file, vm.names.word_flush) : none_or_error(flush == 0);
  }
  std::string text;
  for (std::uint32_t i = 0; i < args.count; ++i) {
    if (i > 0) text += sep;
    if (is_str(args[i]) && !args[i].object()->type->is_user) {
      text += str_view(args[i]);
      continue;
    }
    const Ref part = to_str(vm, args[i]);
    if (!part) {
      // What came before it is written all the same.
      const Ref error = vm.take_error();
      vm.settle_work();
      if (!text.empty()) vm.environment.write(stream, text, vm.position().line);
      vm.restore_error(error);
      return {};
    }
    text += str_view(part);
  }
  text += end;
  vm.settle_work();
  if (!text.empty()) vm.environment.write(stream, text, vm.position().line);
  return none();
}

/// What the compiler could not see coming: called under another name, or under a condition.
Ref refuse(Arguments& args) { return args.vm.raise(args.vm.types.NotImplementedError, "{}", refusal_of_builtin(args.callee->def->name)); }

Ref leave(Arguments& args) {
  Vm& vm = args.vm;
  if (!no_keywords(args, "exit")) return {};
  vm.set_error(make_exception(vm, vm.types.SystemExit, {args.values, args.count}));
  return {};
}

constexpr NativeDef kFunctions[] = {
    {"print", print, 0, -1, Takes::Keywords},
    {"input", refuse, 0, -1, Takes::Keywords},
    {"open", refuse, 0, -1, Takes::Keywords},
    {"exec", refuse, 0, -1, Takes::Keywords},
    {"eval", refuse, 0, -1, Takes::Keywords},
    {"compile", refuse, 0, -1, Takes::Keywords},
    {"breakpoint", refuse, 0, -1, Takes::Keywords},
    {"help", refuse, 0, -1, Takes::Keywords},
    {"exit", leave, 0, 1},
    {"quit", leave, 0, 1},
};

}  // namespace

void install_builtins_output(Vm& vm) { install_functions(vm, vm.builtins, kFunctions); }

}  // namespace waiter::python
