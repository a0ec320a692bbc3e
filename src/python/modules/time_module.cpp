// time, on the virtual clock. Calendar texts are in prelude/time.py.

#include <cmath>

#include "python/methods/helpers.h"
#include "python/modules/standard_modules.h"
#include "python/text/float_repr.h"

namespace waiter::python {
namespace {

/// time.time() when the program starts.
constexpr std::int64_t kEpochSeconds = 1'700'000'000;
constexpr std::int64_t kSecond = 1'000'000'000;

trace::Time now(Vm& vm) { return vm.threads->now(); }

Ref time_time(Arguments& args) { return make_float(args.vm, static_cast<double>(kEpochSeconds) + static_cast<double>(now(args.vm)) / 1e9); }
Ref time_time_ns(Arguments& args) { return make_int(args.vm, kEpochSeconds * kSecond + now(args.vm)); }
Ref time_elapsed(Arguments& args) { return make_float(args.vm, static_cast<double>(now(args.vm)) / 1e9); }
Ref time_elapsed_ns(Arguments& args) { return make_int(args.vm, now(args.vm)); }

/// CPU time: what the program itself has worked. Waiting does not count.
std::int64_t worked_ns(Vm& vm) { return static_cast<std::int64_t>(vm.instructions_charged()) * 20; }
Ref time_process_time(Arguments& args) { return make_float(args.vm, static_cast<double>(worked_ns(args.vm)) / 1e9); }
Ref time_process_time_ns(Arguments& args) { return make_int(args.vm, worked_ns(args.vm)); }

/// A sleep while there are other threads: the stack is set aside, and they go on.
struct Sleep {
  trace::Time begun, deadline;
  bool is_shown;  ///< it stands on the trace as holding somebody up: the main stack, or one with a loop
};

void begin_sleep(Vm& vm, Sleep& sleep, std::string what) {
  if (sleep.is_shown) vm.environment.begin_block(what, vm.position());
  vm.threads->park(sleep.deadline, std::move(what));
}
void end_sleep(Vm& vm, const Sleep& sleep) {
  if (sleep.is_shown) vm.environment.end_block(vm.environment.now() - sleep.begun, vm.position());
}

NativeStep resume_sleep(Vm& vm, Frame* frame, Resumed how, Ref& value) {
  auto* sleep = static_cast<Sleep*>(frame->native);
  if (how == Resumed::Started) return NativeStep::Wait;
  end_sleep(vm, *sleep);
  vm.heap.free_raw(sleep, sizeof(Sleep));
  value = kNone;
  return NativeStep::Return;
}

Ref sleep_among_threads(Vm& vm, trace::Time duration, std::string what) {
  const trace::Time begun = now(vm);
  const ThreadStack* present = vm.threads->present();
  Sleep sleep{begun, duration > trace::kNever - 1 - begun ? trace::kNever - 1 : begun + duration, present == vm.threads->main_stack() || present->running_loop != nullptr};
  if (vm.native_depth > 0) {
    if (sleep.is_shown) vm.environment.begin_block(what, vm.position());
    if (!vm.threads->wait_here(sleep.deadline, std::move(what))) return {};
    end_sleep(vm, sleep);
    return none();
  }
  auto* kept = static_cast<Sleep*>(vm.heap.allocate_raw(sizeof(Sleep)));
  *kept = sleep;
  if (!enter_frame(vm, make_native_frame(vm, resume_sleep, kept), ReturnTo::Caller)) return {};
  begin_sleep(vm, *kept, std::move(what));
  return Vm::run_instead();
}

Ref time_sleep(Arguments& args) {
  Vm& vm = args.vm;
  const Value given = args[0];
  double seconds = 0;
  if (is_float(given)) {
    seconds = float_value(given);
    if (std::isnan(seconds)) return vm.raise(vm.types.ValueError, "Invalid value NaN (not a number)");
  } else {
    if (!is_int_like(given) && type_lookup(vm, type_of(vm, given), vm.names.dunder_index).is_empty())
      return vm.raise(vm.types.TypeError, "'{}' object cannot be interpreted as an integer", type_name(vm, given));
    const auto number = to_double(vm, given);
    if (!number) return {};
    seconds = *number;
  }
  if (seconds < 0) return vm.raise(vm.types.ValueError, "sleep length must be non-negative");
  if (seconds > 9.2e9) return vm.raise(vm.types.OverflowError, "timestamp too large to convert to C _PyTime_t");
  const auto shown = repr_of(vm, given);
  if (!shown) return {};
  vm.settle_work();
  const auto duration = static_cast<trace::Time>(std::llround(seconds * 1e9));
  std::string what = "time.sleep(" + *shown + ")";
  if (vm.threads->others()) return sleep_among_threads(vm, duration, std::move(what));
  vm.environment.block(duration, what, vm.position());
  return none();
}

/// Year, month, day, hour, minute, second, weekday, day of the year, -1 of seconds since 1970 (days as in Howard Hinnant's
/// public calendar arithmetic: eras of 400 years).
Ref time_civil(Arguments& args) {
  Vm& vm = args.vm;
  const auto seconds = to_double(vm, args[0]);
  if (!seconds) return {};
  if (!std::isfinite(*seconds) || std::fabs(*seconds) > 1e11) return vm.raise(vm.types.OverflowError, "timestamp out of range for platform time_t");
  const auto whole = static_cast<std::int64_t>(std::floor(*seconds));
  std::int64_t days = whole / 86400, rest = whole % 86400;
  if (rest < 0) {
    rest += 86400;
    --days;
  }
  const std::int64_t weekday = ((days + 3) % 7 + 7) % 7;
  const std::int64_t shifted = days + 719468;
  const std::int64_t era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const std::int64_t of_era = shifted - era * 146097;
  const std::int64_t year_of_era = (of_era - of_era / 1460 + of_era / 36524 - of_era / 146096) / 365;
  const std::int64_t day_of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
  const std::int64_t day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
  const std::int64_t month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  const std::int64_t year = year_of_era + era * 400 + (month <= 2 ? 1 : 0);
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  static constexpr int kBefore[] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334};
  const std::int64_t yearday = kBefore[month - 1] + day + (leap && month > 2 ? 1 : 0);
  Value items[9];
  const std::int64_t numbers[] = {year, month, day, rest / 3600, rest / 60 % 60, rest % 60, weekday, yearday, 0};
  for (std::size_t i = 0; i < 9; ++i) items[i] = Value::from_int(numbers[i]);
  return tuple_of(vm, items);
}

constexpr NativeDef kFunctions[] = {
    {"time", time_time},
    {"time_ns", time_time_ns},
    {"monotonic", time_elapsed},
    {"monotonic_ns", time_elapsed_ns},
    {"perf_counter", time_elapsed},
    {"perf_counter_ns", time_elapsed_ns},
    {"process_time", time_process_time},
    {"process_time_ns", time_process_time_ns},
    {"thread_time", time_process_time},
    {"thread_time_ns", time_process_time_ns},
    {"sleep", time_sleep, 1, 1},
    {"_civil", time_civil, 1, 1},
};

}  // namespace

Ref make_time_module(Vm& vm) {
  Ref module = make_module(vm, "time");
  install(vm, cast<Module>(module), kFunctions);
  module_set(vm, cast<Module>(module), "timezone", Value::from_int(0));
  module_set(vm, cast<Module>(module), "altzone", Value::from_int(0));
  module_set(vm, cast<Module>(module), "daylight", Value::from_int(0));
  return module;
}

}  // namespace waiter::python
