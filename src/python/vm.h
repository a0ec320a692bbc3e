#pragma once
// One Python: its heap, types, modules, the frame that runs and the exception that is set. What can be done with objects
// stands in operations.h; the loop over instructions in interpreter.cpp. A VM knows nothing of asyncio, the web or the
// trace: upper floors register modules and types and give it an Environment.
//
// Invariants
// 1. A function that returns an empty Ref (or false where it says so) has set an exception; any other has not.
// 2. `frame` is the frame whose instruction runs, or the native frame that is resumed; null before and after the program.
// 3. Values on frames' stacks are owned by them. Arguments are borrowed, results are new references.

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include <fmt/format.h>

#include "python/bytecode.h"
#include "python/environment.h"
#include "python/exception_types.h"
#include "python/frame.h"
#include "python/intern_table.h"
#include "python/limits.h"
#include "python/names.h"
#include "python/native.h"
#include "python/text/result.h"
#include "python/threads.h"

namespace waiter::python {

struct Context;

/// All the types that C++ names.
struct Types {
  Type *object, *type, *none, *bool_, *int_, *float_, *str, *bytes, *bytearray, *list, *tuple, *dict, *set, *frozenset, *range,
      *slice, *function, *native, *method_descriptor, *wrapper_descriptor, *method_wrapper, *classmethod_descriptor, *getset_descriptor,
      *member_descriptor, *mapping_proxy, *bound_method, *cell, *property, *classmethod, *staticmethod, *super, *module,
      *generator, *coroutine, *async_generator, *async_send, *async_throw, *anext_awaitable, *traceback, *ellipsis, *not_implemented, *code;
  Type *list_iterator, *tuple_iterator, *str_iterator, *bytes_iterator, *range_iterator, *dict_keyiterator, *dict_valueiterator,
      *dict_itemiterator, *set_iterator, *sequence_iterator, *callable_iterator, *reversed, *enumerate, *zip, *map, *filter,
      *coroutine_wrapper, *list_reverseiterator, *dict_reversekeyiterator, *dict_reversevalueiterator, *dict_reverseitemiterator, *bytearray_iterator,
      *str_wide_iterator, *longrange_iterator, *dict_keys, *dict_values, *dict_items, *generic_alias, *union_;
  Type *context, *context_var, *context_token;  ///< made with the first of them (context.h)
  Type* BaseException;
  Type* ExceptionGroup;
#define WAITER_TYPE(name, base) Type* name;
  WAITER_EXCEPTION_TYPES(WAITER_TYPE)
#undef WAITER_TYPE
};

struct SourceText {
  std::string name;  ///< as tracebacks show it
  std::vector<std::string> lines;
  bool is_prelude = false;
};

/// Where a module of the program stands.
struct FoundModule {
  const std::string* text;  ///< null: a folder without __init__.py (a namespace package)
  std::string file;         ///< as tracebacks show it
  std::string folder;       ///< of a package: where its modules are
  bool is_package;
};

/// A Module's `extra` while its code runs for the first time.
inline constexpr std::uint16_t kModuleInitializing = 1;

/// How the interpreter loop came to an end.
enum class Outcome : std::uint8_t {
  Returned, Raised, Yielded,
  Paused,   ///< the slice is used up; call run() again
  Waiting,  ///< a native frame waits for the outside
};

class Vm {
 public:
  Vm(Environment& environment, const VmLimits& limits, std::uint64_t seed);
  ~Vm();
  Vm(const Vm&) = delete;
  Vm& operator=(const Vm&) = delete;

  Heap heap;
  Types types{};
  Names names;
  Environment& environment;
  const VmLimits limits;
  const std::uint64_t seed;

  std::unique_ptr<Threads> threads;
  std::string deadlock;           ///< every thread waits for ever: who for what. Empty: no such thing

  Frame* frame = nullptr;
  HandledException* handled;      ///< what `except` blocks are handling: the innermost running coroutine's entry
  HandledException main_handled;

  Context* context = nullptr;     ///< of whoever runs; borrowed (context.h). Null: not made yet
  Value main_context;             ///< owned; the program's own

  Dict* builtins = nullptr;       ///< names of the builtins module
  Dict* modules = nullptr;        ///< imported ones, by name
  std::vector<SourceText> sources;

  // --- the exception that is set ---
  [[nodiscard]] bool has_error() const { return !error_.is_empty(); }
  [[nodiscard]] Value error() const { return error_; }
  /// Takes the exception; none is set afterwards.
  [[nodiscard]] Ref take_error();
  /// Sets it, with the exception that is being handled as its context.
  void set_error(Value exception);
  /// Sets it as it is (raised again).
  void restore_error(Ref exception) { error_ = exception.release(); }
  Ref raise(Type* type, std::string_view message);
  template <class... Args>
  Ref raise(Type* type, fmt::format_string<Args...> text, Args&&... args) {
    return raise(type, std::string_view(fmt::format(text, std::forward<Args>(args)...)));
  }
  Ref raise(Type* type, const char* message) { return raise(type, std::string_view(message)); }
  /// A text algorithm's failure as the exception it names.
  Ref raise(const text::Failure& failure);
  [[nodiscard]] bool error_is(Type* type) const;
  void clear_error();

  // --- running ---
  /// Runs `frame` and what it calls until the entry frame below ends or the slice is used up.
  Outcome run(Ref& result);
  /// For a stack that waits inside a call from C++: the others run until it is the present one again. False: the run was stopped.
  bool run_others_until(const ThreadStack* own);
  /// Told when the main stack has ended while another's C++ frames stand below it, so that `run` cannot return it yet. True: a frame was
  /// entered with which it goes on (it waits for its threads); false: the program is over, whatever the others still do.
  std::function<bool(Outcome)> on_main_ended;
  /// Makes room for so many more instructions before the loop pauses.
  void set_slice(std::int64_t instructions);
  /// C++ loops in natives charge their elements here (20 ns each, as an instruction).
  void charge(std::int64_t elements) { fuel_ -= elements; }
  /// One round of a loop in C++ that may be long: it counts as an instruction. False: a limit was met and an exception is set, so that
  /// the loop ends. Where the limit stops the whole run, that exception is only the way out, and nobody's to catch.
  [[nodiscard]] bool tick() { return --fuel_ > 0 || refuel(); }
  /// Brings accrued work to the clock, in whole milliseconds. Called wherever time is looked at.
  void settle_work();
  /// REQUIRES: fuel_ is up to date. Called wherever another frame goes on. What is ours (preludes, native frames) takes no virtual
  /// time, so that a run's times do not depend on how we wrote it; the limit of instructions counts everything.
  void now_runs(const Frame* running) {
    const bool is_free = running != nullptr && (running->code == nullptr || running->code->is_prelude);
    if (is_free != is_free_) change_charge(is_free);
  }
  [[nodiscard]] std::uint64_t instructions_run() const;
  /// Those of them that take virtual time.
  [[nodiscard]] std::uint64_t instructions_charged() const { return charged_ + (is_free_ ? 0 : instructions_run() - settled_); }
  /// A limit was reached: the program is not run on. The sentence says which.
  [[nodiscard]] const std::string& stopped_because() const { return stopped_because_; }
  void stop(std::string reason) {
    stopped_because_ = std::move(reason);
    set_slice(0);
  }
  /// A native that entered a frame (its back is the present one) returns this.
  [[nodiscard]] static Ref run_instead() { return Ref(kUnbound); }
  /// The line of the learner's program that runs, and where. Line 0: none.
  [[nodiscard]] trace::SourcePosition position() const;

  // --- code, modules ---
  const Code* own(std::unique_ptr<Code> code);
  /// Compiles a source file. Null: SyntaxError set (only for the prelude and for imported files).
  const Code* compile_source(std::uint16_t file, std::string_view text);
  /// Runs compiled code with this namespace, to its end. Empty: an exception is set.
  Ref run_module(const Code* code, Module* module);
  using ModuleMaker = Ref (*)(Vm&);
  void register_module(std::string name, ModuleMaker make);
  [[nodiscard]] std::vector<std::string> registered_modules() const;  ///< in no order
  [[nodiscard]] bool knows_module(std::string_view name) const;
  /// Loads a module (import.cpp) and what it is part of, to the end of its code, and gives it.
  Ref import_module(Str* name);
  [[nodiscard]] ModuleMaker module_maker(std::string_view name) const;
  [[nodiscard]] bool has_own_submodules(std::string_view name) const;
  using SourceFinder = std::function<std::optional<FoundModule>(std::string_view module)>;
  SourceFinder find_source;       ///< the program's other files
  std::uint16_t add_source(std::string name, std::string_view text, bool is_prelude = false);
  /// The lines of one that was added before its text was known.
  void set_source_text(std::uint16_t file, std::string_view text);

  // --- upper floors' own things, by the address of a key of theirs ---
  std::unordered_map<const void*, void*> extensions;
  void* frequent = nullptr;       ///< the one that is asked for all the time: asyncio's

  /// Called when an exception cannot be raised anywhere (in __del__): what CPython prints.
  void report_unraisable(std::string_view where);
  void write_error(std::string_view text);
  void warn(Type* category, std::string_view message);
  /// The same of a line that need not run: `where` without a line blames nobody's.
  void warn_at(Type* category, std::string_view message, const trace::SourcePosition& where);

  std::unordered_map<const Object*, Object*> weak_references;  ///< by what they refer to, the first of each (weak_reference.h). Never walked

  // Looked up by the interpreter and by natives; not for upper floors.
  struct MethodCacheEntry {
    std::uint32_t version = 0;
    Str* name = nullptr;
    Value value;
  };
  static constexpr std::size_t kMethodCacheSize = 4096;
  std::vector<MethodCacheEntry> method_cache;
  std::uint32_t next_version = 1;
  std::int64_t fuel_ = 0;
  int native_depth = 0;           ///< nested run()s: C++ stack in use
  std::uint32_t native_levels = 0;  ///< what CPython's recursion limit counts besides frames (recursion.h)
  std::uint32_t light_depth = 0;    ///< C++ calls that nest without running Python in between (recursion.h)
  std::uint32_t recursion_limit;    ///< what sys.setrecursionlimit() said last
  std::uint32_t origin_depth = 0;   ///< sys.set_coroutine_origin_tracking_depth(): of so many frames a new coroutine notes where it was made
  std::unordered_map<const Object*, Value> origins;  ///< cr_origin of those that were made meanwhile; owned
  std::uint64_t integer_digits;     ///< what sys.set_int_max_str_digits() said last; 0: any number
  Value character_cache[256];
  bool is_finishing = false;  ///< the program is over and its modules go: what needs a module that was not imported yet is left out
  Str* dictionary_slot = nullptr;  ///< the hidden name of the place of an object's __dict__
  Value empty_tuple, empty_bytes;
  InternTable interned;
  std::vector<Object*> repr_stack;  ///< objects whose repr is under way: [...] instead of for ever
  int destroy_depth = 0;
  std::vector<Object*> destroy_later;  ///< see destroy.cpp
  bool automatic_collection = true;    ///< gc.disable() turns it off
  bool collecting = false;
  std::uint32_t generators_made = 0;
  std::uint16_t finalisable_made = 0;  ///< objects with __del__, counted round and round: their `extra`, for the collector
  /// What C++ that cannot pause runs on with when a slice is used up.
  static constexpr std::int64_t kNestedSlice = 50'000;
  void out_of_fuel();             ///< accounts for the slice; sets stopped_because or an exception
  bool refuel();                  ///< the same within C++, which cannot pause: it goes on with a slice of its own. False: see tick()
  void new_quantum();             ///< the present stack has its time before it anew
  [[nodiscard]] std::int64_t carried_ns() const { return carried_ns_; }
  void set_carried_ns(std::int64_t ns) { carried_ns_ = ns; }

 private:
  Value error_;
  std::uint64_t instructions_before_ = 0;  ///< the present slice
  std::int64_t slice_ = 0;
  std::int64_t rest_ = 0;                  ///< of the slice, set aside because the present stack's time ends before
  std::uint64_t quantum_end_ = 0;          ///< in instructions run
  bool quantum_over_ = false;              ///< another stack is to go on
  /// After the loop over instructions came to an end at its outermost level: is there a stack to go on with?
  bool switched(Outcome outcome);
  bool main_goes_on(Outcome outcome);
  std::uint64_t settled_ = 0;              ///< instructions that were counted for the clock
  std::uint64_t charged_ = 0;              ///< those of them that take virtual time
  std::int64_t carried_ns_ = 0;
  bool is_free_ = false;                   ///< what runs since `settled_` takes no virtual time
  void change_charge(bool is_free);
  void count_work();
  void leave_stopped_run();
  std::string stopped_because_;
  std::vector<std::unique_ptr<Code>> codes_;
  std::vector<std::unique_ptr<Shape>> shapes_;
  void make_types();
  void make_names();
  std::unordered_map<std::string, ModuleMaker> module_makers_;
  std::unordered_set<std::string> warned_;   ///< each warning once a place
  friend Shape* new_shape(Vm& vm, Shape shape);
};

}  // namespace waiter::python
