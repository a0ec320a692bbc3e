#include "python/vm.h"

#include "python/builtins.h"
#include "python/methods/install.h"
#include "python/operations.h"
#include "python/shake.h"
#include "python/traceback_text.h"
#include "python/text/big_int.h"

namespace waiter::python {

namespace {

/// Virtual CPU time of one instruction (SEMANTICS.md).
constexpr std::int64_t kInstructionNs = 20;

}  // namespace

Vm::Vm(Environment& environment_, const VmLimits& limits_, std::uint64_t seed_)
    : heap(*this, limits_.memory_bytes), environment(environment_), limits(limits_), seed(seed_), handled(&main_handled),
      recursion_limit(limits_.recursion), integer_digits(limits_.integer_digits) {
  threads = std::make_unique<Threads>(*this);
  method_cache.resize(kMethodCacheSize);
  make_types();
  builtins = make_dict(*this);
  modules = make_dict(*this);
  install_methods(*this);
  install_builtins(*this);
  register_standard_modules(*this);
}

Vm::~Vm() {
  // The pages go as a whole; only what holds C++ members is ended one by one.
  heap.for_each_object([](Object* object) {
    if (object->kind == Kind::Int) delete static_cast<Int*>(object)->value;
    if (object->kind == Kind::Extension && object->type->traits->destruct != nullptr)
      object->type->traits->destruct(static_cast<Extension*>(object));
  });
}

void Vm::make_types() {
  // The first few types need one another: memory first, contents afterwards.
  const auto bare = [&] { return heap.make<Type>(Kind::Type, nullptr); };
  types.type = bare();
  types.object = bare();
  types.str = bare();
  types.tuple = bare();
  types.dict = bare();
  for (Type* type : {types.type, types.object, types.str, types.tuple, types.dict}) type->type = types.type;
  empty_tuple = tuple_of(*this, {}).release();
  make_names();
  fill_type(*this, types.object, "object", nullptr, Kind::Instance);
  fill_type(*this, types.type, "type", types.object, Kind::Type);
  fill_type(*this, types.str, "str", types.object, Kind::Str);
  fill_type(*this, types.tuple, "tuple", types.object, Kind::Tuple);
  fill_type(*this, types.dict, "dict", types.object, Kind::Dict);
  const auto make = [&](const char* name, Kind layout, bool is_final = false) {
    Type* type = make_type(*this, name, types.object, layout);
    type->is_final = is_final;
    return type;
  };
  types.none = make("NoneType", Kind::Free, true);
  types.int_ = make("int", Kind::Int);
  types.bool_ = make_type(*this, "bool", types.int_, Kind::Int);
  types.bool_->is_final = true;
  types.float_ = make("float", Kind::Float);
  types.bytes = make("bytes", Kind::Bytes);
  types.bytearray = make("bytearray", Kind::Bytes);
  types.list = make("list", Kind::List);
  types.set = make("set", Kind::Set);
  types.frozenset = make("frozenset", Kind::Set);
  types.range = make("range", Kind::Range, true);
  types.slice = make("slice", Kind::Slice, true);
  types.function = make("function", Kind::Function, true);
  types.native = make("builtin_function_or_method", Kind::Native, true);
  types.method_descriptor = make("method_descriptor", Kind::Native, true);
  types.wrapper_descriptor = make("wrapper_descriptor", Kind::Native, true);
  types.method_wrapper = make("method-wrapper", Kind::Native, true);
  types.classmethod_descriptor = make("classmethod_descriptor", Kind::ClassMethod, true);
  types.getset_descriptor = make("getset_descriptor", Kind::Accessor, true);
  types.member_descriptor = make("member_descriptor", Kind::Accessor, true);
  types.bound_method = make("method", Kind::BoundMethod, true);
  types.cell = make("cell", Kind::Cell, true);
  types.property = make("property", Kind::Property);
  types.classmethod = make("classmethod", Kind::ClassMethod);
  types.staticmethod = make("staticmethod", Kind::StaticMethod);
  types.super = make("super", Kind::Super);
  types.module = make("module", Kind::Module);
  types.generator = make("generator", Kind::Generator, true);
  types.coroutine = make("coroutine", Kind::Generator, true);
  types.async_generator = make("async_generator", Kind::Generator, true);
  types.async_send = make("async_generator_asend", Kind::Iterator, true);
  types.async_throw = make("async_generator_athrow", Kind::Iterator, true);
  types.anext_awaitable = make("anext_awaitable", Kind::Iterator, true);
  types.traceback = make("traceback", Kind::Traceback, true);
  types.ellipsis = make("ellipsis", Kind::Free, true);
  types.not_implemented = make("NotImplementedType", Kind::Free, true);
  types.list_iterator = make("list_iterator", Kind::Iterator, true);
  types.tuple_iterator = make("tuple_iterator", Kind::Iterator, true);
  types.str_iterator = make("str_ascii_iterator", Kind::Iterator, true);
  types.bytes_iterator = make("bytes_iterator", Kind::Iterator, true);
  types.range_iterator = make("range_iterator", Kind::Iterator, true);
  types.longrange_iterator = make("longrange_iterator", Kind::Iterator, true);
  types.dict_keyiterator = make("dict_keyiterator", Kind::Iterator, true);
  types.dict_valueiterator = make("dict_valueiterator", Kind::Iterator, true);
  types.dict_itemiterator = make("dict_itemiterator", Kind::Iterator, true);
  types.set_iterator = make("set_iterator", Kind::Iterator, true);
  types.sequence_iterator = make("iterator", Kind::Iterator, true);
  types.callable_iterator = make("callable_iterator", Kind::Iterator, true);
  types.reversed = make("reversed", Kind::Iterator);
  types.list_reverseiterator = make("list_reverseiterator", Kind::Iterator, true);
  types.dict_reversekeyiterator = make("dict_reversekeyiterator", Kind::Iterator, true);
  types.dict_reversevalueiterator = make("dict_reversevalueiterator", Kind::Iterator, true);
  types.dict_reverseitemiterator = make("dict_reverseitemiterator", Kind::Iterator, true);
  types.bytearray_iterator = make("bytearray_iterator", Kind::Iterator, true);
  types.str_wide_iterator = make("str_iterator", Kind::Iterator, true);
  types.enumerate = make("enumerate", Kind::Iterator);
  types.zip = make("zip", Kind::Iterator);
  types.map = make("map", Kind::Iterator);
  types.filter = make("filter", Kind::Iterator);
  types.coroutine_wrapper = make("coroutine_wrapper", Kind::Iterator, true);
  types.dict_keys = make("dict_keys", Kind::View, true);
  types.dict_values = make("dict_values", Kind::View, true);
  types.dict_items = make("dict_items", Kind::View, true);
  types.generic_alias = make("GenericAlias", Kind::Instance);
  types.union_ = make("UnionType", Kind::Instance);
  for (Type* type : {types.type, types.set, types.frozenset, types.function, types.module}) type->has_weakref = true;
  types.BaseException = make("BaseException", Kind::Exception);
  types.BaseException->is_exception = true;
  types.BaseException->no_instance_dict = false;
#define WAITER_TYPE(name, base) types.name = make_type(*this, #name, types.base, Kind::Exception);
  WAITER_EXCEPTION_TYPES(WAITER_TYPE)
#undef WAITER_TYPE
  const Value bases[] = {Value(types.BaseExceptionGroup), Value(types.Exception)};
  Dict* names_of_group = make_dict(*this);
  types.ExceptionGroup = cast<Type>(make_class(*this, types.type, intern(*this, "ExceptionGroup"), bases, names_of_group).release());
  decref(Value(names_of_group));
  types.ExceptionGroup->is_user = false;
  decref(types.ExceptionGroup->module);
  types.ExceptionGroup->module = Ref(Value(intern(*this, "builtins"))).release();
}

void Vm::make_names() {
  dictionary_slot = intern(*this, std::string_view("\0 ", 2));
#define WAITER_NAME(name) names.dunder_##name = intern(*this, "__" #name "__");
  WAITER_DUNDERS(WAITER_NAME)
#undef WAITER_NAME
#define WAITER_NAME(name) names.word_##name = intern(*this, #name);
  WAITER_WORDS(WAITER_NAME)
#undef WAITER_NAME
}

const Code* Vm::own(std::unique_ptr<Code> code) {
  codes_.push_back(std::move(code));
  return codes_.back().get();
}

void Vm::set_slice(std::int64_t instructions) {
  instructions_before_ += static_cast<std::uint64_t>(slice_ - fuel_);
  rest_ = 0;
  if (threads->others()) {
    const std::int64_t left = std::max<std::int64_t>(1, static_cast<std::int64_t>(quantum_end_ - instructions_before_));
    rest_ = std::max<std::int64_t>(0, instructions - left);
    instructions -= rest_;
  }
  slice_ = fuel_ = instructions;
}

namespace {

/// How many instructions a stack has before it hands over.
std::uint64_t quantum(Vm& vm) {
  const auto usual = static_cast<std::uint64_t>(vm.threads->quantum_instructions());
  Shake* shake = shake_of(vm);
  return shake == nullptr ? usual : usual / 100 * (1 + shake->draw(100)) + 1;
}

}  // namespace

void Vm::new_quantum() {
  quantum_end_ = instructions_run() + quantum(*this);
  set_slice(std::max<std::int64_t>(fuel_, 0) + rest_);
}

bool Vm::switched(Outcome outcome) {
  if (outcome == Outcome::Paused && quantum_over_) {
    quantum_over_ = false;
    const std::int64_t rest = rest_;
    const ThreadStack* present = threads->present();
    if (present->apart && present->own_time > environment.now()) threads->keep_pace();
    else threads->hand_over();
    set_slice(rest);
    return stopped_because_.empty();
  }
  if (outcome == Outcome::Waiting && threads->present()->state == ThreadStack::State::Waiting) return threads->go_on();
  const bool ended = outcome == Outcome::Returned || outcome == Outcome::Raised;
  if (ended && threads->present() != threads->main_stack() && stopped_because_.empty()) {
    clear_error();
    threads->end_present();
    return stopped_because_.empty();
  }
  return false;
}

std::uint64_t Vm::instructions_run() const { return instructions_before_ + static_cast<std::uint64_t>(slice_ - fuel_); }

void Vm::out_of_fuel() {
  const std::int64_t rest = rest_;
  set_slice(0);
  if (instructions_before_ >= limits.instructions) {
    settle_work();
    stop(fmt::format("the run was stopped after {} million instructions", limits.instructions / 1'000'000));
    return;
  }
  if (heap.over_limit()) {
    raise(types.MemoryError, "");
    return;
  }
  const bool time_is_up = threads->others() && instructions_before_ >= quantum_end_;
  if (time_is_up && native_depth == 0) {
    settle_work();
    if ((threads->present()->apart && threads->is_ahead()) || threads->somebody_is_ready()) {
      quantum_over_ = true;
      rest_ = rest;
      return;
    }
  }
  if (time_is_up) quantum_end_ = instructions_before_ + quantum(*this);
  if (rest > 0) set_slice(rest);
  else if (native_depth > 0) set_slice(kNestedSlice);
}

bool Vm::refuel() {
  ++native_depth;  // nobody else can go on while C++ runs
  out_of_fuel();
  --native_depth;
  if (!stopped_because_.empty()) leave_stopped_run();
  return !has_error();
}

/// The run is over, but C++ stands between here and its end: an exception that nothing there looks for takes it out.
void Vm::leave_stopped_run() {
  if (!has_error()) raise(types.BaseException, "the run was stopped");
}

void Vm::count_work() {
  const std::uint64_t run = instructions_run();
  // A finaliser that ran within an instruction was counted, and the instruction's own count of fuel, put back after it, does not
  // know of it: time never runs backwards for that.
  if (!is_free_ && run > settled_) {
    carried_ns_ += static_cast<std::int64_t>(run - settled_) * kInstructionNs;
    charged_ += run - settled_;
  }
  settled_ = run;
}

void Vm::change_charge(bool is_free) {
  count_work();
  is_free_ = is_free;
}

void Vm::settle_work() {
  count_work();
  if (threads->present()->apart) return;  // Threads::is_ahead() counts it
  const trace::Time whole = carried_ns_ / trace::kMillisecond * trace::kMillisecond;
  if (whole == 0) return;
  carried_ns_ -= whole;
  environment.work(whole);
}

trace::SourcePosition Vm::position() const {
  for (const Frame* at = frame; at != nullptr; at = at->back) {
    if (at->code == nullptr || sources[at->code->file].is_prelude || at->pc == at->code->instructions.data()) continue;
    const Span& span = at->span();
    return {at->code->file, static_cast<std::uint16_t>(span.column), span.line};
  }
  return {};
}

std::uint16_t Vm::add_source(std::string name, std::string_view text, bool is_prelude) {
  SourceText source;
  source.name = std::move(name);
  source.is_prelude = is_prelude;
  sources.push_back(std::move(source));
  const auto file = static_cast<std::uint16_t>(sources.size() - 1);
  if (!is_prelude) set_source_text(file, text);  // a prelude's lines are shown to nobody
  return file;
}

void Vm::set_source_text(std::uint16_t file, std::string_view text) {
  std::vector<std::string>& lines = sources[file].lines;
  lines.clear();
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = text.find('\n', at);
    lines.emplace_back(text.substr(at, end == std::string_view::npos ? end : end - at));
    if (end == std::string_view::npos) break;
    at = end + 1;
  }
}

void Vm::write_error(std::string_view text) {
  settle_work();
  environment.write(Stream::Error, text, position().line);
}

void Vm::report_unraisable(std::string_view where) {
  const Ref exception = take_error();
  write_error(fmt::format("Exception ignored in: {}\n{}", where, format_unraisable(*this, exception)));
}

namespace {

/// The module warnings, if the program imported it, decides what becomes of a warning. True: it did; an exception may be set.
bool warnings_module_decides(Vm& vm, Type* category, std::string_view message, const trace::SourcePosition& where) {
  const Value module = dict_get_name(vm.modules, intern(vm, "warnings"));
  if (!module.is_kind(Kind::Module)) return false;
  const Ref function = dict_get_name(cast<Module>(module)->dict, intern(vm, "_from_interpreter"));
  if (function.get().is_empty()) return false;
  const Ref text = make_str(vm, message), file = make_str(vm, where.line != 0 ? vm.sources[where.file].name : std::string("sys"));
  const Value name = where.line != 0 && vm.frame != nullptr && vm.frame->globals != nullptr
                         ? dict_get_name(vm.frame->globals, vm.names.dunder_name) : Value();
  const Ref module_name = name.is_empty() ? make_str(vm, "sys") : Ref(name);
  const Value args[] = {text, Value(category), file, Value::from_int(where.line != 0 ? where.line : 1), module_name};
  const Ref done = call(vm, function, args);
  return true;
}

}  // namespace

void Vm::warn(Type* category, std::string_view message) { warn_at(category, message, position()); }

void Vm::warn_at(Type* category, std::string_view message, const trace::SourcePosition& where) {
  if (category == types.DeprecationWarning && frame != nullptr && frame->globals != nullptr) {
    // CPython's filters show these where the program itself is to blame, and nobody else.
    const Value module = dict_get_name(frame->globals, names.dunder_name);
    if (!is_str(module) || str_view(module) != "__main__") return;
  }
  if (warnings_module_decides(*this, category, message, where)) return;
  const std::string name(category->name->view());
  std::string place = "sys:1";
  std::string line;
  // Where a line of asyncio's own runs in CPython, nobody's line is to blame.
  const bool of_library = category != types.SyntaxWarning && frame != nullptr && (frame->code == nullptr || sources[frame->code->file].name.starts_with("<asyncio"));
  if (of_library) {
    place.clear();
  } else if (where.line != 0) {
    const SourceText& source = sources[where.file];
    place = fmt::format("{}:{}", source.name, where.line);
    if (where.line <= source.lines.size()) {
      line = source.lines[where.line - 1];
      const std::size_t first = line.find_first_not_of(" \t\f");
      line = first == std::string::npos ? "" : "  " + line.substr(first) + "\n";
    }
  }
  const bool once = category != types.SyntaxWarning;  // the compiler keeps no register of what it said (PyErr_WarnExplicitObject without one)
  if (once && !warned_.insert(fmt::format("{}|{}|{}", place, name, message)).second) return;
  std::string text = fmt::format("{}{}{}: {}\n{}", place, place.empty() ? "" : ": ", name, message, line);
  if (!is_finishing && message.find("was never awaited") != std::string_view::npos)  // then it could not be imported any more
    text += "RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n";
  write_error(text);
}

}  // namespace waiter::python
