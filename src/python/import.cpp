// import: which module a name means, in which order a package's parts run, and what is said when one is missing
// (Lib/importlib/_bootstrap.py, Python/import.c, Python/ceval.c).
//
// The program's own files come first, as sys.path[0] does, but for what CPython has loaded before it looks there. Their code
// runs in frames of its own on top of a native frame that goes on with the next part: a module may wait, run the event loop
// or never end like any other code. Modules of our own (in C++, in prelude/) are run to their end at once.

#include <algorithm>
#include <array>

#include "python/code_template.h"
#include "python/compiler.h"
#include "python/exception_fields.h"
#include "python/methods/helpers.h"
#include "python/not_run.h"
#include "python/operations.h"
#include "python/parser.h"
#include "python/prelude.h"
#include "python/symbols.h"
#include "python/syntax_report.h"

namespace waiter::python {

void Vm::register_module(std::string name, ModuleMaker make) { module_makers_[std::move(name)] = make; }

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
  set_error(make_syntax_error(*this, diagnostics.front(), sources[file].name, text));
  return nullptr;
}

namespace {

/// What the interpreter holds before it looks into the program's folder: built into it, or loaded at start-up
/// (sys.builtin_module_names and sys.modules of a fresh CPython 3.11). A file of that name is not found.
bool is_loaded_before(std::string_view name) {
  static constexpr std::array<std::string_view, 24> kNames = {
      "_abc",   "_codecs",  "_collections", "_functools", "_io",     "_operator", "_signal", "_sre", "_thread",
      "_warnings", "abc",   "atexit",       "builtins",   "codecs",  "errno",     "gc",      "io",   "itertools",
      "marshal", "os",      "posix",        "site",       "stat",    "sys"};
  return name == "time" || std::find(kNames.begin(), kNames.end(), name) != kNames.end();
}

bool raise_import_error(Vm& vm, Type* type, std::string_view message, Value name, Value path = kNone) {
  const Ref text = make_str(vm, message);
  const Value args[] = {text};
  const Ref exception = make_exception(vm, type, args);
  set_exception_field(vm, cast<Exception>(exception), field::kImportName, name);
  set_exception_field(vm, cast<Exception>(exception), field::kImportPath, path);
  vm.set_error(exception);
  return false;
}

bool raise_not_found(Vm& vm, Str* name) {
  std::string words = refusal_of_module(name->view());
  if (words.empty()) words = fmt::format("No module named '{}'", name->view());
  return raise_import_error(vm, vm.types.ModuleNotFoundError, words, Value(name));
}

std::string_view parent_of(std::string_view name) {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : name.substr(0, dot);
}

/// A module of the program, before its code runs.
Ref make_program_module(Vm& vm, Str* name, const FoundModule& found) {
  Ref made = make_module(vm, name->view());
  auto* module = cast<Module>(made);
  const auto set = [&](std::string_view key, Value value) { module_set(vm, module, key, value); };
  const std::string_view package = found.is_package ? name->view() : parent_of(name->view());
  dict_set_name(vm, module->dict, vm.names.dunder_package, Value(intern(vm, package)));
  set("__loader__", kNone);
  set("__spec__", kNone);
  if (found.is_package) {
    const Ref folder = make_str(vm, found.folder);
    const Value one[] = {folder};
    const Ref path = make_list(vm, one);
    dict_set_name(vm, module->dict, vm.names.dunder_path, path);
  }
  if (found.text == nullptr) {
    dict_set_name(vm, module->dict, vm.names.dunder_file, kNone);
  } else {
    const Ref file = make_str(vm, found.file);
    dict_set_name(vm, module->dict, vm.names.dunder_file, file);
    set("__cached__", kNone);
    set("__builtins__", Value(vm.builtins));
  }
  return made;
}

/// One of ours: in C++, in prelude/, or both. Its code runs to its end at once.
Ref load_own(Vm& vm, Str* name, Vm::ModuleMaker make) {
  const std::string_view text = prelude_source(name->view());
  Ref module = make != nullptr ? make(vm) : make_module(vm, name->view());
  if (!module) return {};
  dict_set_name(vm, vm.modules, name, module);
  if (has_prelude_below(name->view())) dict_set_name(vm, cast<Module>(module)->dict, vm.names.dunder_path, make_list(vm));  // a package
  // What is easier to say in Python is added by the prelude of the same name.
  if (text.empty()) {
    // A module in C++ has no text to take its documentation from (special_attributes.cpp, builtin_doc).
    const Ref doc = make_str(vm, fmt::format("{}: docs.python.org says what it does.", name->view()));
    dict_set_name(vm, cast<Module>(module)->dict, vm.names.dunder_doc, doc);
    return module;
  }
  const std::uint16_t file = vm.add_source(fmt::format("<{}>", name->view()), text, true);
  const Code* code = compile_prelude(vm, file, text);
  if (code == nullptr || !vm.run_module(code, cast<Module>(module))) {
    dict_delete_name(vm, vm.modules, name);
    return {};
  }
  return module;
}

/// One import statement under way: modules to be loaded one after the other. Its state is a list on the heap, so that it ends
/// with the run whatever becomes of it.
class Import {
 public:
  enum class Progress : std::uint8_t { Entered, Done, Failed };

  /// `name` is absolute. `from_list` is None or what is asked of the module: submodules of these names are loaded, too.
  Import(Vm& vm, Str* name, Value from_list) : vm_(vm) {
    state_ = make_list(vm);
    for (const Value value : {Value::from_int(kNames), Value(name), from_list, Value::from_int(0), kNone}) append(value);
    const std::string_view text = name->view();
    for (std::size_t dot = text.find('.'); dot != std::string_view::npos; dot = text.find('.', dot + 1))
      append(Value(intern(vm, text.substr(0, dot))));
    append(Value(name));
  }
  Import(Vm& vm, Value state) : vm_(vm), state_(state) {}

  [[nodiscard]] Value state() const { return state_; }

  /// Goes on until a module's frame was entered, everything is there, or an exception is set.
  Progress advance() {
    for (;;) {
      if (next() == list()->count) {
        const int more = want_submodule();
        if (more < 0) return Progress::Failed;
        if (more == 0) return Progress::Done;
      }
      Str* const name = cast<Str>(item(next()));
      Progress progress = Progress::Done;
      if (const Value known = dict_get_name(vm_.modules, name); known.is_empty()) {
        progress = start(name);
        if (progress == Progress::Entered) return progress;
        if (progress == Progress::Done && !bind_to_parent(name)) return Progress::Failed;
      } else if (known.is_none()) {
        raise_import_error(vm_, vm_.types.ModuleNotFoundError, fmt::format("import of {} halted; None in sys.modules", name->view()), Value(name));
        return Progress::Failed;
      }
      if (progress == Progress::Failed && !may_be_missing(name)) return progress;
      set(kNext, Value::from_int(next() + 1));
    }
  }

  /// The entered module's code came to its end, or an exception left it.
  Progress ended(bool raised) {
    Str* const name = cast<Str>(item(next()));
    cast<Module>(item(kRunning))->extra = 0;
    set(kRunning, kNone);
    if (raised) {
      dict_delete_name(vm_, vm_.modules, name);
      if (!may_be_missing(name)) return Progress::Failed;
    } else {
      // _load_unlocked takes it out of sys.modules and puts it in again: it goes last.
      if (const Ref module = dict_get_name(vm_.modules, name)) {
        dict_delete_name(vm_, vm_.modules, name);
        dict_set_name(vm_, vm_.modules, name, module);
      }
      if (!bind_to_parent(name)) return Progress::Failed;
    }
    set(kNext, Value::from_int(next() + 1));
    return advance();
  }

  /// What the statement is given: the module itself, or of `import a.b` the module a.
  [[nodiscard]] Ref result() const {
    std::string_view name = str_view(item(kAsked));
    if (item(kFromList).is_none()) name = name.substr(0, name.find('.'));
    const Value module = dict_get_name(vm_.modules, intern(vm_, name));
    if (!module.is_empty()) return module;
    raise_import_error(vm_, vm_.types.ImportError, fmt::format("{} not in sys.modules as expected", name), Value(intern(vm_, name)));
    return {};
  }

 private:
  // The state's items: where we are among the names, what the statement says, how far its from-list is seen to, the module
  // whose code runs; then the names to load, those of the statement first.
  enum : std::uint32_t { kNext, kAsked, kFromList, kFromIndex, kRunning, kNames };

  [[nodiscard]] List* list() const { return cast<List>(state_); }
  [[nodiscard]] Value item(std::uint32_t index) const { return list()->items[index]; }
  [[nodiscard]] std::uint32_t next() const { return static_cast<std::uint32_t>(item(kNext).as_int()); }
  void append(Value value) { list_append(vm_, list(), value); }
  void set(std::uint32_t index, Value value) {
    const Value old = std::exchange(list()->items[index], Ref(value).release());
    decref(old);
  }

  /// Whether the failure to load `name` is only that of a from-list that names no submodule (_handle_fromlist).
  bool may_be_missing(Str* name) {
    const std::string_view asked = str_view(item(kAsked));
    const std::ptrdiff_t required = 1 + std::count(asked.begin(), asked.end(), '.');
    if (next() < kNames + static_cast<std::uint32_t>(required) || !vm_.error_is(vm_.types.ModuleNotFoundError)) return false;
    const Ref missing = exception_field(vm_, cast<Exception>(vm_.error()), field::kImportName);
    if (!missing || !(missing.get() == Value(name))) return false;
    vm_.clear_error();
    return true;
  }

  /// The next name of the from-list that is no attribute of the package yet becomes a module to load.
  /// 1: there is one; 0: there is none; -1: an exception is set.
  int want_submodule() {
    if (item(kFromList).is_none()) return 0;
    const Value module = dict_get_name(vm_.modules, cast<Str>(item(kAsked)));
    if (module.is_empty()) return 0;
    if (!find_attribute(vm_, module, vm_.names.dunder_path)) return vm_.has_error() ? -1 : 0;
    for (;;) {
      const auto* names = cast<Tuple>(item(kFromList));
      const std::int64_t at = item(kFromIndex).as_int();
      if (at == names->count) return 0;
      set(kFromIndex, Value::from_int(at + 1));
      const Value wanted = names->items[at];
      if (!is_str(wanted)) {
        vm_.raise(vm_.types.TypeError, "Item in {}.__all__ must be str, not {}", str_view(item(kAsked)), type_name(vm_, wanted));
        return -1;
      }
      if (str_view(wanted) == "*") {
        const Ref all = find_attribute(vm_, module, vm_.names.dunder_all);
        const Ref more = all ? tuple_from(vm_, all) : Ref(vm_.empty_tuple);
        if (!more || vm_.has_error()) return -1;
        set(kFromList, more);
        set(kFromIndex, Value::from_int(0));
        continue;
      }
      if (find_attribute(vm_, module, intern(vm_, str_view(wanted)))) continue;
      if (vm_.has_error()) return -1;
      append(Value(intern(vm_, fmt::format("{}.{}", str_view(item(kAsked)), str_view(wanted)))));
      return 1;
    }
  }

  /// Begins to load a module whose parent is loaded.
  Progress start(Str* name) {
    const std::string_view parent = parent_of(name->view());
    if (!parent.empty() && !is_package(parent)) {
      raise_import_error(vm_, vm_.types.ModuleNotFoundError,
                         fmt::format("No module named '{}'; '{}' is not a package", name->view(), parent), Value(name));
      return Progress::Failed;
    }
    if (vm_.find_source && !is_loaded_before(name->view())) {
      if (const std::optional<FoundModule> found = vm_.find_source(name->view())) return start_program_module(name, *found);
    }
    const Vm::ModuleMaker make = vm_.module_maker(name->view());
    if (make == nullptr && prelude_source(name->view()).empty()) {
      raise_not_found(vm_, name);
      return Progress::Failed;
    }
    return load_own(vm_, name, make) ? Progress::Done : Progress::Failed;
  }

  /// Ours have no __path__: what is registered below a name makes it one, and so does its being one in CPython.
  bool is_package(std::string_view name) {
    const Value module = dict_get_name(vm_.modules, intern(vm_, name));
    if (module.is_empty()) return false;
    if (!module.is_kind(Kind::Module) || !dict_get_name(cast<Module>(module)->dict, vm_.names.dunder_path).is_empty()) return true;
    return dict_get_name(cast<Module>(module)->dict, vm_.names.dunder_file).is_empty() &&
           (vm_.has_own_submodules(name) || name == "json" || name == "logging" || name == "importlib" || name == "asyncio");
  }

  Progress start_program_module(Str* name, const FoundModule& found) {
    const Ref made = make_program_module(vm_, name, found);
    dict_set_name(vm_, vm_.modules, name, made);
    if (found.text == nullptr) return Progress::Done;
    auto* module = cast<Module>(made);
    module->extra = kModuleInitializing;
    const Code* code = vm_.compile_source(vm_.add_source(found.file, *found.text), *found.text);
    if (code != nullptr) {
      Frame* frame = make_frame(vm_, code, nullptr, module->dict);
      set(kRunning, made);
      if (enter_frame(vm_, frame, ReturnTo::Caller)) return Progress::Entered;
      set(kRunning, kNone);
    }
    dict_delete_name(vm_, vm_.modules, name);
    return Progress::Failed;
  }

  /// A loaded submodule becomes an attribute of its package.
  bool bind_to_parent(Str* name) {
    const Value module = dict_get_name(vm_.modules, name);
    const std::string_view parent_name = parent_of(name->view());
    if (module.is_empty() || parent_name.empty()) return true;
    const Value parent = dict_get_name(vm_.modules, intern(vm_, parent_name));
    if (parent.is_empty()) return true;
    return set_attribute(vm_, parent, intern(vm_, name->view().substr(parent_name.size() + 1)), module);
  }

  Vm& vm_;
  Ref state_;
};

/// The native frame below a module's: when that ends, the statement goes on.
NativeStep resume_import(Vm& vm, Frame* frame, Resumed how, Ref& value) {
  Import import(vm, frame->instead);
  const Import::Progress progress = how == Resumed::Started ? import.advance() : import.ended(how == Resumed::Raised);
  if (progress == Import::Progress::Entered) return NativeStep::Run;
  if (progress == Import::Progress::Failed) return NativeStep::Raise;
  value = import.result();
  return value ? NativeStep::Return : NativeStep::Raise;
}

/// Enters the native frame of an import.
bool enter_import(Vm& vm, const Import& import, ReturnTo to) {
  Frame* frame = make_native_frame(vm, resume_import, nullptr);
  frame->instead = Ref(import.state()).release();
  return enter_frame(vm, frame, to);
}

/// importlib._bootstrap._calc___package__ and _resolve_name. Empty: exception.
std::optional<std::string> absolute_name(Vm& vm, const Dict* globals, std::string_view name, std::int64_t level) {
  if (level == 0) return std::string(name);
  const auto fail = [&](const char* message) {
    vm.raise(vm.types.ImportError, message);
    return std::nullopt;
  };
  const Value package = dict_get_name(globals, vm.names.dunder_package);
  std::string base;
  if (!package.is_empty() && is_str(package)) {
    base = str_view(package);
  } else if (const Value own = dict_get_name(globals, vm.names.dunder_name); !own.is_empty() && is_str(own)) {
    base = dict_get_name(globals, vm.names.dunder_path).is_empty() ? parent_of(str_view(own)) : str_view(own);
  }
  if (base.empty()) return fail("attempted relative import with no known parent package");
  for (std::int64_t i = 1; i < level; ++i) {
    const std::size_t dot = base.rfind('.');
    if (dot == std::string::npos) return fail("attempted relative import beyond top-level package");
    base.resize(dot);
  }
  return name.empty() ? base : base + "." + std::string(name);
}

Ref begin_import(Vm& vm, Import& import, ReturnTo to) {
  // Most imports find everything loaded, or load what is ours: those need no frame.
  switch (import.advance()) {
    case Import::Progress::Done: return import.result();
    case Import::Progress::Failed: return {};
    case Import::Progress::Entered: break;
  }
  // The module's frame stands already: the import's own goes below it.
  Frame* const module_frame = vm.frame;
  vm.frame = module_frame->back;
  if (!enter_import(vm, import, to)) {
    free_frame(vm, module_frame);
    return {};
  }
  vm.frame->started = true;
  if (!enter_frame(vm, module_frame, ReturnTo::Caller)) return {};
  return Vm::run_instead();
}

}  // namespace

Vm::ModuleMaker Vm::module_maker(std::string_view name) const {
  const auto found = module_makers_.find(std::string(name));
  return found == module_makers_.end() ? nullptr : found->second;
}

std::vector<std::string> Vm::registered_modules() const {
  std::vector<std::string> registered;
  for (const auto& [name, make] : module_makers_) registered.push_back(name);
  return registered;
}

bool Vm::has_own_submodules(std::string_view name) const {
  const std::string prefix = std::string(name) + ".";
  for (const auto& [known, make] : module_makers_)
    if (known.compare(0, prefix.size(), prefix) == 0) return true;
  return has_prelude_below(name);
}

bool Vm::knows_module(std::string_view name) const {
  return module_maker(name) != nullptr || !prelude_source(name).empty() || (find_source && find_source(name).has_value());
}

Ref Vm::import_module(Str* name) {
  const Ref all = empty_tuple;  // as `from name import ...`: the module itself is the result
  Import import(*this, name, all);
  Ref module = begin_import(*this, import, ReturnTo::Entry);
  if (!module || !(module.get() == kUnbound)) return module;
  ++native_depth;
  const Outcome outcome = run(module);
  --native_depth;
  return outcome == Outcome::Returned ? std::move(module) : Ref();
}

Ref import_name(Vm& vm, const Dict* globals, std::string_view name, Value from_list, std::int64_t level) {
  const std::optional<std::string> full = absolute_name(vm, globals, name, level);
  if (!full) return {};
  // Most imports name what is loaded, and ask no package for a submodule.
  if (const Value loaded = dict_get_name(vm.modules, intern(vm, *full)); loaded.is_kind(Kind::Module)) {
    if (!from_list.is_none() && dict_get_name(cast<Module>(loaded)->dict, vm.names.dunder_path).is_empty()) return loaded;
    if (from_list.is_none() && full->find('.') == std::string::npos) return loaded;
  }
  Import import(vm, intern(vm, *full), from_list);
  return begin_import(vm, import, ReturnTo::Caller);
}

Ref reload_module(Vm& vm, Value value) {
  if (!value.is_kind(Kind::Module)) return vm.raise(vm.types.TypeError, "reload() argument must be a module");
  auto* module = cast<Module>(value);
  if (!(dict_get_name(vm.modules, module->name) == value)) {
    raise_import_error(vm, vm.types.ImportError, fmt::format("module {} not in sys.modules", module->name->view()), Value(module->name));
    return {};
  }
  const std::optional<FoundModule> found = vm.find_source ? vm.find_source(module->name->view()) : std::nullopt;
  if (!found || found->text == nullptr) return value;  // ours do not change
  const Code* code = vm.compile_source(vm.add_source(found->file, *found->text), *found->text);
  return code != nullptr && vm.run_module(code, module) ? Ref(value) : Ref();
}

Ref import_from(Vm& vm, Value module, Str* name) {
  if (Ref value = find_attribute(vm, module, name); value || vm.has_error()) return value;
  // In a circle of imports the submodule may be loaded and not yet be an attribute of its package.
  const Ref own = find_attribute(vm, module, vm.names.dunder_name);
  if (vm.has_error()) return {};
  const bool is_named = own && is_str(own);
  if (is_named) {
    const Value loaded = dict_get_name(vm.modules, intern(vm, fmt::format("{}.{}", str_view(own), name->view())));
    if (!loaded.is_empty()) return loaded;
  }
  const std::string_view from = is_named ? str_view(own) : "<unknown module name>";
  const Value file = module.is_kind(Kind::Module) ? dict_get_name(cast<Module>(module)->dict, vm.names.dunder_file) : Value();
  if (std::string words = file.is_empty() ? refusal_of_name(from, name->view()) : std::string(); !words.empty()) {
    raise_import_error(vm, vm.types.ImportError, words, own.get());
    return {};
  }
  const Value shown = is_named ? own.get() : kNone;
  if (file.is_empty() || !is_str(file)) {
    raise_import_error(vm, vm.types.ImportError, fmt::format("cannot import name '{}' from '{}' (unknown location)", name->view(), from), shown);
    return {};
  }
  const bool is_initializing = module.object()->extra == kModuleInitializing;
  const char* const text = is_initializing ? "cannot import name '{}' from partially initialized module '{}' (most likely due to a circular import) ({})"
                                           : "cannot import name '{}' from '{}' ({})";
  raise_import_error(vm, vm.types.ImportError, fmt::format(fmt::runtime(text), name->view(), from, str_view(file)), shown, file);
  return {};
}

/// ceval.c, import_all_from.
bool import_star(Vm& vm, Value module, Dict* target) {
  const auto copy = [&](Value name) {
    const Ref value = get_attribute(vm, module, intern(vm, str_view(name)));
    if (!value) return false;
    dict_set_name(vm, target, intern(vm, str_view(name)), value);
    return true;
  };
  const Ref all = find_attribute(vm, module, vm.names.dunder_all);
  if (vm.has_error()) return false;
  if (all) {
    return for_each(vm, all, [&](Value name) {
      if (is_str(name)) return copy(name);
      vm.raise(vm.types.TypeError, "Item in {}.__all__ must be str, not {}", cast<Module>(module)->name->view(), type_name(vm, name));
      return false;
    });
  }
  if (!module.is_kind(Kind::Module)) {
    vm.raise(vm.types.ImportError, "from-import-* object has no __dict__ and no __all__");
    return false;
  }
  const Ref names = Ref::steal(Value(dict_copy(vm, cast<Module>(module)->dict)));
  const Dict* dict = cast<Dict>(names);
  for (std::uint32_t i = 0; i < dict->filled; ++i) {
    const Value name = dict->entries[i].key;
    if (name.is_empty() || !is_str(name) || str_view(name).substr(0, 1) == "_") continue;
    if (!copy(name)) return false;
  }
  return true;
}

}  // namespace waiter::python
