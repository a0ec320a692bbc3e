#include "world/simulation.h"

#include <algorithm>

#include "asyncio/loop.h"
#include "fastapi/install.h"
#include "fastapi/server.h"
#include "python/collector.h"
#include "python/compiler.h"
#include "python/parser.h"
#include "python/shake.h"
#include "python/syntax_report.h"
#include "python/threads.h"
#include "python/symbols.h"
#include "world/clients.h"
#include "world/leading_imports.h"
#include "world/services.h"
#include "world/virtual_host.h"

namespace waiter::world {

using python::Outcome;
using python::Ref;
using python::Value;

// A page asks for it after every run: a text that works for long has no description.
constexpr std::uint64_t kDescribeInstructions = 5'000'000;
// Where a limit is so near that an import may meet it, it is met in the program's line.
constexpr std::uint64_t kAheadInstructionsMin = 2'000'000, kAheadMemoryMin = 64ull << 20;
constexpr std::uint32_t kAheadRecursionMin = 200, kAheadNativeDepthMin = 60;

namespace {

/// A program's text, read. Nothing of it has run.
struct Reading {
  python::Arena arena;
  python::ParseResult parsed;
  python::SymbolResult symbols;
  const python::Diagnostic* refusal = nullptr;  ///< the first
  std::vector<LeadingImport> imports;

  explicit Reading(const SourceFile& file) : parsed(python::parse(file.text, file.name, arena)) {
    if (!parsed.diagnostics.empty()) {
      refusal = &parsed.diagnostics.front();
      return;
    }
    symbols = python::analyse(*parsed.module, arena);
    if (!symbols.diagnostics.empty()) refusal = &symbols.diagnostics.front();
    else imports = leading_imports(*parsed.module);
  }
};

bool may_import_ahead(const Limits& limits) {
  return limits.instructions >= kAheadInstructionsMin && limits.memory_bytes >= kAheadMemoryMin && limits.recursion >= kAheadRecursionMin &&
         limits.native_depth >= kAheadNativeDepthMin;
}

}  // namespace

// A run begins in two parts. What does not depend on the program's text but for its first imports is made first, and may be made
// before the program is there (Simulation::prepare); then begin() is told of program and scenario. Both parts are the same
// whenever the first was made, so that a run that was prepared is equal to one that was not, to the byte.
struct Simulation::Engine {
  const Limits limits;
  Program program;
  Scenario scenario;
  trace::Recorder recorder;
  VirtualHost host;
  python::Shake shake;
  python::Vm vm;
  asyncio::Runtime runtime;
  Clients clients;
  fastapi::Server server;
  Services services;
  State state = State::Advancing;
  bool asked_to_serve = false;
  bool joining = false;
  bool left_daemons = false;  ///< the program's end found threads inside calls from C++, which only stopping the run can leave
  bool only_describes = false;
  std::optional<std::string> description;
  std::optional<ProgramError> error;
  python::Module* main = nullptr;

  const std::string main_name;         ///< of the main file
  std::vector<LeadingImport> imports;  ///< that the program begins with, or is expected to begin with
  std::size_t imported = 0;            ///< so many of them are done
  bool import_failed = false;          ///< the next one: the program will say how
  std::vector<std::string> looked_for; ///< what they asked the program's folder for

  Engine(std::string name, std::vector<LeadingImport> first, std::uint64_t seed, const Limits& given)
      : limits(given), recorder(limits.events), host(recorder, limits), vm(host, limits, seed), runtime{vm, host, recorder},
        clients(scenario, recorder, [this] { return host.now(); }), server(runtime, clients), services(vm, scenario),
        main_name(std::move(name)), imports(std::move(first)) {
    host.on_limit = [this](std::string reason) {
      if (vm.stopped_because().empty()) vm.stop(std::move(reason));
    };
    host.present_lane = [this] { return runtime.lane(); };
    host.clients = &clients;
    host.on_idle = [this] { return server.nothing_is_left(); };
    clients.server = &server;
    asyncio::install(runtime);
    fastapi::install();
    server.find_file = [this](std::string_view path) -> const std::string* {
      const std::string whole = main_name.substr(0, main_name.rfind('/') + 1) + std::string(path);
      for (const SourceFile& file : program.files)
        if (file.name == whole) return &file.text;
      return nullptr;
    };
    vm.on_main_ended = [this](Outcome outcome) {
      if (main_goes_on(outcome)) return true;
      left_daemons = vm.stopped_because().empty();
      if (left_daemons) {
        vm.set_slice(kCleanupInstructions);
        vm.frame = nullptr;
        ++vm.native_depth;
        run_exit_functions();
        --vm.native_depth;
      }
      return false;
    };
    vm.find_source = [this](std::string_view module) {
      looked_for.emplace_back(module);
      return std::optional<python::FoundModule>();
    };
    vm.add_source(main_name, "");
    (void)vm.import_module(python::intern(vm, "builtins"));
    python::dict_set_name(vm, vm.modules, python::intern(vm, "__main__"), python::kNone);  // its place in their order
  }

  /// Does the next of the imports. False: none is left.
  bool import_next() {
    if (import_failed || imported == imports.size()) return false;
    vm.set_slice(kCleanupInstructions);
    if (import_ahead(vm, imports[imported])) ++imported;
    else import_failed = true;
    vm.frame = nullptr;
    vm.now_runs(nullptr);  // the program's own instructions take time again
    return !import_failed && imported < imports.size();
  }

  /// Whether what was done ahead is what this program would have done: none of its files was asked for, and nobody heard of it.
  [[nodiscard]] bool serves_as_beginning_of(const Program& given) {
    if (!vm.stopped_because().empty() || !recorder.trace().events.empty() || !recorder.trace().outputs.empty()) return false;
    return std::none_of(looked_for.begin(), looked_for.end(), [&](const std::string& module) { return find_source(given, module).has_value(); });
  }

  /// The first part for this program: the one that was prepared, if it fits.
  static std::unique_ptr<Engine> first_part(const Program& given, const Reading& reading, std::uint64_t seed, const Limits& wanted) {
    const auto fresh = [&](std::vector<LeadingImport> first) {
      return std::make_unique<Engine>(given.files[0].name, std::move(first), seed, wanted);
    };
    if (reading.refusal != nullptr || !may_import_ahead(wanted)) return fresh({});
    std::unique_ptr<Engine> engine;
    if (spare() != nullptr && spare()->fits(given, reading, seed, wanted)) {
      engine = std::move(spare());
      engine->imports = reading.imports;
    } else {
      engine = fresh(reading.imports);
    }
    while (engine->import_next()) {}
    return engine->serves_as_beginning_of(given) ? std::move(engine) : fresh({});
  }

  [[nodiscard]] bool fits(const Program& given, const Reading& reading, std::uint64_t seed, const Limits& wanted) const {
    return main_name == given.files[0].name && vm.seed == seed && limits == wanted && imports.size() <= reading.imports.size() &&
           std::equal(imports.begin(), imports.end(), reading.imports.begin());
  }

  /// What was prepared for the next run. Engines of one process share a thread, as they do the preludes' code.
  static std::unique_ptr<Engine>& spare() {
    static auto* const kept = new std::unique_ptr<Engine>;  // never ended: what it stands on may end earlier
    return *kept;
  }

  /// The program's other files, from the folder of the main one: "shop.menu" is shop/menu/__init__.py or shop/menu.py, or a
  /// folder shop/menu that has files (importlib's FileFinder looks in this order).
  static std::optional<python::FoundModule> find_source(const Program& of, std::string_view module) {
    const std::string& first = of.files[0].name;
    const std::string folder = first.substr(0, first.rfind('/') + 1);
    std::string path = folder + std::string(module);
    std::replace(path.begin() + static_cast<std::ptrdiff_t>(folder.size()), path.end(), '.', '/');
    const auto text_of = [&](const std::string& name) -> const std::string* {
      for (const SourceFile& file : of.files)
        if (file.name == name) return &file.text;
      return nullptr;
    };
    const std::string package = path + "/__init__.py", plain = path + ".py";
    if (const std::string* text = text_of(package)) return python::FoundModule{text, package, path, true};
    if (const std::string* text = text_of(plain)) return python::FoundModule{text, plain, folder, false};
    for (const SourceFile& file : of.files)
      if (file.name.compare(0, path.size() + 1, path + "/") == 0) return python::FoundModule{nullptr, "", path, true};
    return std::nullopt;
  }

  static Scenario arranged(Scenario scenario) {
    draw_arrivals(scenario);
    return scenario;
  }

  void refuse(const python::Diagnostic& diagnostic) {
    ProgramError refused;
    refused.kind = ProgramError::Kind::Syntax;
    refused.type = python::name_of(diagnostic.type);
    refused.message = diagnostic.message;
    refused.line = diagnostic.span.line;
    refused.column = diagnostic.span.column == python::kNoCaret ? 0 : diagnostic.span.column;
    refused.end_line = diagnostic.span.end_line;
    refused.end_column = diagnostic.span.end_column;
    refused.traceback = python::syntax_report(diagnostic, program.files[0].name, program.files[0].text);
    error = std::move(refused);
    end();
  }

  void begin(Program given, Scenario surroundings, Reading& reading) {
    program = std::move(given);
    scenario = arranged(std::move(surroundings));
    host.end_at(scenario.until);
    if (scenario.shake != 0) {
      shake.begin(scenario.shake);
      python::set_shake(vm, &shake);
    }
    clients.begin();
    services.begin();
    vm.find_source = [this](std::string_view module) { return find_source(program, module); };
    vm.heap.settle();
    constexpr std::uint16_t kMainFile = 0;
    const SourceFile& file = program.files[0];
    vm.set_source_text(kMainFile, file.text);
    if (reading.refusal != nullptr) return refuse(*reading.refusal);
    // The compiler's warnings come before anything is imported that would have a say in them.
    const Ref none_yet = Ref::steal(Value(python::make_dict(vm)));
    python::Dict* const modules = std::exchange(vm.modules, python::cast<python::Dict>(none_yet));
    const python::CompileResult compiled = python::compile(vm, *reading.parsed.module, reading.symbols, kMainFile, reading.arena);
    vm.modules = modules;
    if (compiled.code == nullptr) return refuse(compiled.diagnostics.front());
    Ref module = python::make_module(vm, "__main__");
    main = python::cast<python::Module>(module);
    // What the interpreter puts into __main__ (pythonrun.c, pylifecycle.c add_main_module), in its order.
    const Ref annotations = Ref::steal(Value(python::make_dict(vm)));
    const Ref builtins = vm.import_module(python::intern(vm, "builtins"));
    const auto set = [&](std::string_view name, Value value) { python::module_set(vm, main, name, value); };
    set("__package__", python::kNone);
    set("__loader__", python::kNone);
    set("__spec__", python::kNone);
    set("__annotations__", annotations);
    set("__builtins__", builtins);
    set("__file__", Value(python::intern(vm, file.name)));
    set("__cached__", python::kNone);
    python::dict_set_name(vm, vm.modules, python::intern(vm, "__main__"), module);
    python::Frame* frame = python::make_frame(vm, compiled.code, nullptr, main->dict);
    python::enter_frame(vm, frame, python::ReturnTo::Entry);
  }

  void end() {
    vm.settle_work();
    recorder.set_now(host.now());
    const auto type = error ? static_cast<std::int64_t>(recorder.name(error->type)) : 0;
    recorder.record(trace::EventKind::RunEnded, trace::kLoopLane, {}, type);
    state = State::Finished;
  }

  void advance(std::uint64_t instructions) {
    vm.set_slice(static_cast<std::int64_t>(instructions));
    Ref result;
    const Outcome outcome = vm.run(result);
    if (outcome == Outcome::Paused || main_goes_on(outcome)) return;
    if (vm.stopped_because().empty()) finish_modules();
    if (!vm.stopped_because().empty() && !error) stopped();
    end();
  }

  /// The main stack has come to its end. True: a frame was entered with which it goes on.
  bool main_goes_on(Outcome outcome) {
    if (outcome == Outcome::Raised && vm.has_error()) fail();
    else if (!vm.stopped_because().empty()) stopped();
    if (vm.stopped_because().empty() && !error && serves()) return true;
    return vm.stopped_because().empty() && joins_threads();
  }

  /// The program's text has run to its end: its global `app` is served, if it is a web application or the scenario brings clients.
  bool serves() {
    if (std::exchange(asked_to_serve, true) || (server.has_served() && !only_describes)) return false;
    const Value app = python::dict_get_name(main->dict, python::intern(vm, "app"));
    if (only_describes) {
      if (is_web_application(app)) describe(app);
      return false;
    }
    // Nobody comes: an application that the program itself called already (asyncio.run, TestClient) has had its beginning and end.
    if (clients.empty() && (!is_web_application(app) || runtime.tasks_made > 0)) return false;
    if (app.is_empty()) {
      lacks_app();
      return false;
    }
    if (server.enter(app)) return true;
    fail();
    return false;
  }

  void describe(Value app) {
    vm.set_slice(kCleanupInstructions);
    vm.frame = nullptr;
    ++vm.native_depth;
    const Ref module = vm.import_module(python::intern(vm, "_describe"));
    const Value args[] = {app};
    const Ref text = module ? python::call_method(vm, module, python::intern(vm, "describe"), args) : Ref();
    if (text && python::is_str(text)) description = std::string(python::str_view(text));
    vm.clear_error();
    --vm.native_depth;
  }

  /// An instance of Starlette's class, which FastAPI is a subclass of.
  bool is_web_application(Value app) {
    const Value module = python::dict_get_name(vm.modules, python::intern(vm, "starlette.applications"));
    if (app.is_empty() || !module.is_kind(python::Kind::Module)) return false;
    const Value type = python::dict_get_name(python::cast<python::Module>(module)->dict, python::intern(vm, "Starlette"));
    return !type.is_empty() && python::is_instance_of(vm, app, type) == 1;
  }

  void lacks_app() {
    ProgramError failed;
    failed.type = "NoApplication";
    failed.message = "The scenario has clients, but the program has no global name app to serve them with. Write, for instance, app = FastAPI().";
    vm.write_error(failed.message + "\n");
    error = std::move(failed);
  }

  /// The main thread has ended: the others that are no daemons are waited for (threading._shutdown, as in Py_FinalizeEx).
  bool joins_threads() {
    if (std::exchange(joining, true)) return false;
    const Value threading = python::dict_get_name(vm.modules, python::intern(vm, "threading"));
    if (!threading.is_kind(python::Kind::Module)) return false;
    const Value shutdown = python::dict_get_name(python::cast<python::Module>(threading)->dict, python::intern(vm, "_shutdown"));
    if (!shutdown.is_kind(python::Kind::Function)) return false;
    vm.frame = nullptr;
    python::Frame* frame = python::bind_call(vm, python::cast<python::Function>(shutdown), {}, nullptr, nullptr);
    return frame != nullptr && python::enter_frame(vm, frame, python::ReturnTo::Entry);
  }

  /// An exception left the program.
  void fail() {
    vm.set_slice(kCleanupInstructions);
    const Ref exception = vm.take_error();
    const auto* raised = python::cast<python::Exception>(exception);
    ProgramError failed;
    failed.type = raised->type->name->view();
    if (python::is_subtype(raised->type, vm.types.SystemExit)) {
      const Value code = raised->args->count == 0 ? python::kNone : raised->args->count == 1 ? raised->args->items[0] : Value(raised->args->items[0]);
      if (code.is_none() || (code.is_int() && code.as_int() == 0)) return;
      failed.message = python::text_of(vm, code).value_or("");
      if (!code.is_int()) vm.write_error(failed.message + "\n");
      error = std::move(failed);
      return;
    }
    failed.message = python::text_of(vm, exception).value_or("<exception str() failed>");
    failed.traceback = python::format_exception(vm, exception);
    if (raised->traceback.is_kind(python::Kind::Traceback)) {
      for (const auto* entry = python::cast<python::Traceback>(raised->traceback); entry != nullptr; entry = entry->next) {
        if (vm.sources[entry->code->file].is_prelude) continue;
        const python::Span& span = entry->code->spans[entry->instruction];
        failed.line = span.line;
        failed.column = span.column;
        failed.end_line = span.end_line;
        failed.end_column = span.end_column;
        failed.file = file_index(vm.sources[entry->code->file].name);
      }
    }
    if (!told_hook(exception, failed.traceback)) vm.write_error(failed.traceback);
    error = std::move(failed);
  }

  /// sys.excepthook, if the program put one there, tells of the exception in its own way (pythonrun.c, _PyErr_PrintEx).
  bool told_hook(const Ref& exception, const std::string& traceback) {
    const python::Value sys = python::dict_get_name(vm.modules, python::intern(vm, "sys"));
    if (!sys.is_kind(python::Kind::Module)) return false;
    const Ref hook = python::dict_get_name(python::cast<python::Module>(sys)->dict, python::intern(vm, "excepthook"));
    if (hook.get().is_empty()) return false;
    const auto* raised = python::cast<python::Exception>(exception);
    const python::Value args[] = {python::Value(raised->type), exception, raised->traceback};
    if (!python::call(vm, hook, args) && vm.has_error()) {
      const Ref failure = vm.take_error();
      vm.write_error("Error in sys.excepthook:\n" + python::format_exception(vm, failure) + "\nOriginal exception was:\n" + traceback);
    }
    return true;
  }

  [[nodiscard]] std::uint16_t file_index(const std::string& name) const {
    for (std::size_t i = 0; i < program.files.size(); ++i)
      if (program.files[i].name == name) return static_cast<std::uint16_t>(i);
    return 0;
  }

  /// A limit, a deadlock, or the end of the world: nothing more runs.
  void stopped() {
    if (runtime.over || host.over() || left_daemons) return;
    ProgramError failed;
    if (!vm.deadlock.empty()) {
      failed.kind = ProgramError::Kind::Deadlock;
      failed.type = "Deadlock";
      failed.message = vm.deadlock;
      error = std::move(failed);
      return;
    }
    failed.kind = runtime.deadlock ? ProgramError::Kind::Deadlock : ProgramError::Kind::Limit;
    failed.type = runtime.deadlock ? "Deadlock" : "Limit";
    failed.message = runtime.deadlock ? asyncio::deadlock_report(runtime) : vm.stopped_because();
    const trace::SourcePosition where = runtime.deadlock ? asyncio::deadlock_place(runtime) : vm.position();
    failed.line = where.line;
    failed.column = failed.end_column = where.column;
    failed.end_line = where.line;
    error = std::move(failed);
  }

  /// What the module atexit was asked to do, if somebody imported it.
  void run_exit_functions() {
    const Value module = python::dict_get_name(vm.modules, python::intern(vm, "atexit"));
    if (module.is_empty()) return;
    (void)python::call_method(vm, module, python::intern(vm, "_run_exitfuncs"));
    vm.clear_error();
  }

  /// The modules that are the program's own files, out of sys.modules.
  std::vector<python::Ref> take_own_modules() {
    std::vector<python::Ref> modules, names;
    for (std::uint32_t i = 0; i < vm.modules->filled; ++i) {
      const python::DictEntry entry = vm.modules->entries[i];
      if (entry.key.is_empty() || !python::is_str(entry.key) || !entry.value.is_kind(python::Kind::Module)) continue;
      const Value file = python::dict_get_name(python::cast<python::Module>(entry.value)->dict, python::intern(vm, "__file__"));
      const bool is_own = !file.is_empty() && python::is_str(file) && std::any_of(program.files.begin(), program.files.end(), [&](const SourceFile& own) {
        return own.name == python::str_view(file);
      });
      if (!is_own && entry.value.object() != main) continue;
      modules.emplace_back(entry.value);
      names.emplace_back(entry.key);
    }
    for (const python::Ref& name : names) python::dict_delete_name(vm, vm.modules, python::cast<python::Str>(name));
    return modules;
  }

  /// The interpreter's end: the module's names go, and with them what only they held (Python/import.c, module cleanup).
  void finish_modules() {
    vm.set_slice(kCleanupInstructions);
    vm.frame = nullptr;
    ++vm.native_depth;
    run_exit_functions();
    vm.is_finishing = true;
    python::collect_garbage(vm);  // while the modules' names are still there for finalisers (Py_FinalizeEx)
    const std::vector<python::Ref> modules = take_own_modules();
    python::finalise_what_only_these_hold(vm, modules);
    for (const bool underscored : {true, false}) {
      for (std::uint32_t i = 0; i < main->dict->filled; ++i) {
        const python::DictEntry entry = main->dict->entries[i];
        if (entry.key.is_empty() || !python::is_str(entry.key) || entry.value.is_none()) continue;
        const std::string_view name = python::str_view(entry.key);
        const bool is_underscored = name.size() > 1 && name[0] == '_' && name[1] != '_';
        if (underscored != is_underscored || name == "__builtins__") continue;
        const Ref key = entry.key;
        python::dict_set_name(vm, main->dict, python::cast<python::Str>(key), python::kNone);
        vm.clear_error();
      }
    }
    python::collect_garbage(vm);  // what only held itself: a task in its own exception's traceback, for one
    --vm.native_depth;
  }

  static constexpr std::int64_t kCleanupInstructions = 1'000'000;
};

Simulation::Simulation(Program program, Scenario scenario, std::uint64_t seed, Limits limits) {
  WAITER_ASSERT(!program.files.empty(), "a program has a main file");
  Reading reading(program.files[0]);
  engine_ = Engine::first_part(program, reading, seed, limits);
  engine_->begin(std::move(program), std::move(scenario), reading);
}

void Simulation::prepare(const Program& program, std::uint64_t seed, const Limits& limits) {
  if (!may_import_ahead(limits)) return;
  const Reading reading(program.files[0]);
  // The next text may be right again, and begin as the last that was.
  if (reading.refusal != nullptr) return;
  std::unique_ptr<Engine>& spare = Engine::spare();
  if (spare == nullptr || !spare->fits(program, reading, seed, limits))
    spare = std::make_unique<Engine>(program.files[0].name, reading.imports, seed, limits);
}

bool Simulation::prepare_on() { return Engine::spare() != nullptr && Engine::spare()->import_next(); }

Simulation::~Simulation() = default;

Simulation::State Simulation::advance(std::uint64_t instructions) {
  if (engine_->state == State::Advancing) engine_->advance(instructions);
  return engine_->state;
}

Simulation::State Simulation::state() const { return engine_->state; }
const trace::Trace& Simulation::trace() const { return engine_->recorder.trace(); }
const std::optional<ProgramError>& Simulation::error() const { return engine_->error; }
std::vector<ClientRecord> Simulation::clients() const { return engine_->clients.records(); }
const Program& Simulation::program() const { return engine_->program; }
python::SupportedTable Simulation::supported() { return python::supported(engine_->vm); }

std::optional<std::string> Simulation::describe(Program program) {
  Limits limits;
  limits.events = 0;
  limits.instructions = kDescribeInstructions;
  Simulation simulation(std::move(program), {}, 0, limits);
  simulation.engine_->only_describes = true;
  simulation.advance(kDescribeInstructions);
  return std::move(simulation.engine_->description);
}

std::uint64_t Simulation::instructions_run() const { return engine_->vm.instructions_run(); }

}  // namespace waiter::world
