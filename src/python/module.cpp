// Modules: making them, finding them, running their code.

#include "python/compiler.h"
#include "python/modules_not_run.h"
#include "python/operations.h"
#include "python/parser.h"
#include "python/prelude.h"
#include "python/symbols.h"

namespace waiter::python {

Ref make_module(Vm& vm, std::string_view name) {
  auto* module = vm.heap.make<Module>(Kind::Module, vm.types.module);
  module->name = intern(vm, name);
  incref(Value(module->name));
  module->dict = make_dict(vm);
  const Ref owner = Ref::steal(Value(module));
  dict_set_name(vm, module->dict, vm.names.dunder_name, Value(module->name));
  dict_set_name(vm, module->dict, vm.names.dunder_doc, kNone);
  const std::size_t dot = name.rfind('.');
  dict_set_name(vm, module->dict, vm.names.dunder_package, Value(intern(vm, dot == std::string_view::npos ? "" : name.substr(0, dot))));
  return owner;
}

void module_set(Vm& vm, Module* module, std::string_view name, Value value) {
  dict_set_name(vm, module->dict, intern(vm, name), value);
}

void Vm::register_module(std::string name, ModuleMaker make) { module_makers_[std::move(name)] = make; }

bool Vm::knows_module(std::string_view name) const {
  const std::string text(name);
  return module_makers_.count(text) != 0 || !prelude_source(name).empty() || (find_source && find_source(text) != nullptr);
}

const Code* Vm::compile_source(std::uint16_t file, std::string_view text) {
  Arena arena;
  const ParseResult parsed = parse(text, sources[file].name, arena);
  std::vector<Diagnostic> diagnostics = parsed.diagnostics;
  if (diagnostics.empty()) {
    const SymbolResult symbols = analyse(*parsed.module, arena);
    diagnostics = symbols.diagnostics;
    if (diagnostics.empty()) {
      CompileResult compiled = compile(*this, *parsed.module, symbols, file, arena);
      if (compiled.code != nullptr) return compiled.code;
      diagnostics = compiled.diagnostics;
    }
  }
  const Diagnostic& first = diagnostics.front();
  raise(types.SyntaxError, "{} ({}, line {})", first.message, sources[file].name, first.span.line);
  return nullptr;
}

Ref Vm::run_module(const Code* code, Module* module) {
  Frame* entered = make_frame(*this, code, nullptr, module->dict);
  if (!enter_frame(*this, entered, ReturnTo::Entry)) return {};
  ++native_depth;
  Ref result;
  const Outcome outcome = run(result);
  --native_depth;
  return outcome == Outcome::Returned ? result : Ref();
}

namespace {

Ref load(Vm& vm, Str* name, const Vm::ModuleMaker* make) {
  const auto keep = [&](Value module) { dict_set_name(vm, vm.modules, name, module); };
  if (make != nullptr) {
    Ref module = (*make)(vm);
    if (module) keep(module);
    // What is easier to say in Python is added by the prelude of the same name.
    if (!module) return module;
    const std::string_view text = prelude_source(name->view());
    if (text.empty()) return module;
    const std::uint16_t file = vm.add_source(fmt::format("<{}>", name->view()), text, true);
    const Code* code = vm.compile_source(file, text);
    if (code == nullptr || !vm.run_module(code, cast<Module>(module))) {
      dict_delete_name(vm, vm.modules, name);
      return {};
    }
    return module;
  }
  std::string_view text = prelude_source(name->view());
  const bool is_prelude = !text.empty();
  std::string file_name = fmt::format("<{}>", name->view());
  if (!is_prelude) {
    const std::string* found = vm.find_source ? vm.find_source(std::string(name->view())) : nullptr;
    if (found == nullptr) {
      const std::string refusal = refusal_of_module(name->view());
      const Ref message = make_str(vm, refusal.empty() ? fmt::format("No module named '{}'", name->view()) : refusal);
      const Value args[] = {message};
      const Ref exception = make_exception(vm, vm.types.ModuleNotFoundError, args);
      attributes_set(vm, exception.get().object(), attributes_of(exception.get().object()), vm.names.word_name, Value(name));
      vm.set_error(exception);
      return {};
    }
    text = *found;
    file_name = std::string(name->view());
    for (char& c : file_name)
      if (c == '.') c = '/';
    file_name += ".py";
  }
  Ref module = make_module(vm, name->view());
  keep(module);
  const std::uint16_t file = vm.add_source(file_name, text, is_prelude);
  const Code* code = vm.compile_source(file, text);
  if (code == nullptr || !vm.run_module(code, cast<Module>(module))) {
    dict_delete_name(vm, vm.modules, name);
    return {};
  }
  return module;
}

}  // namespace

Ref Vm::import_module(Str* name) {
  if (const Value found = dict_get_name(modules, name); !found.is_empty()) return found;
  // a.b.c: the parents first, each child an attribute of its parent.
  const std::string_view text = name->view();
  const std::size_t dot = text.rfind('.');
  Ref parent;
  if (dot != std::string_view::npos) {
    parent = import_module(intern(*this, text.substr(0, dot)));
    if (!parent) return {};
    if (const Value found = dict_get_name(modules, name); !found.is_empty()) return found;
  }
  const auto maker = module_makers_.find(std::string(text));
  Ref module = load(*this, name, maker == module_makers_.end() ? nullptr : &maker->second);
  if (module && parent && parent.get().is_kind(Kind::Module))
    dict_set_name(*this, cast<Module>(parent)->dict, intern(*this, text.substr(dot + 1)), module);
  return module;
}

Ref import_name(Vm& vm, Frame* frame, Str* name, Value from_list, std::int64_t level) {
  std::string full(name->view());
  if (level > 0) {
    const Value package = dict_get_name(frame->globals, vm.names.dunder_package);
    std::string base = is_str(package) ? std::string(str_view(package)) : std::string();
    if (base.empty()) return vm.raise(vm.types.ImportError, "attempted relative import with no known parent package");
    for (std::int64_t i = 1; i < level; ++i) {
      const std::size_t dot = base.rfind('.');
      if (dot == std::string::npos) return vm.raise(vm.types.ImportError, "attempted relative import beyond top-level package");
      base.resize(dot);
    }
    full = full.empty() ? base : base + "." + full;
  }
  if (full == "__future__") return make_module(vm, "__future__");
  Ref module = vm.import_module(intern(vm, full));
  if (!module) return {};
  if (!from_list.is_none() || level > 0) return module;
  const std::size_t dot = full.find('.');
  return dot == std::string::npos ? module : vm.import_module(intern(vm, full.substr(0, dot)));
}

}  // namespace waiter::python
