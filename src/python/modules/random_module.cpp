// random: the module's functions are methods of one hidden Random, seeded by the run's seed, and there is the class.

#include <new>

#include "python/methods/helpers.h"
#include "python/modules/standard_modules.h"
#include "python/text/random_mt.h"

namespace waiter::python {
namespace {

using text::BigInt;

/// The generator's state is too large for an object's slot: it hangs on it.
struct RandomObject : Extension {
  text::Random* random;
};

const ExtensionTraits kTraits = {
    sizeof(RandomObject),
    [](Extension* object) { static_cast<RandomObject*>(object)->random = new text::Random(); },
    nullptr,
    nullptr,
    [](Extension* object) { delete static_cast<RandomObject*>(object)->random; },
    nullptr,
};

text::Random& generator(Arguments& args) { return *static_cast<RandomObject*>(args[0].object())->random; }

bool seed_with(Vm& vm, text::Random& random, Value seed) {
  if (seed.is_empty() || seed.is_none()) {
    random.seed(BigInt::from_uint64(vm.seed));
  } else if (is_int_like(seed)) {
    random.seed(big_value(seed));
  } else if (is_float(seed)) {
    random.seed(float_value(seed));
  } else if (is_str(seed)) {
    random.seed_text(str_view(seed));
  } else if (seed.is_kind(Kind::Bytes)) {
    random.seed_text(cast<Bytes>(seed)->view());
  } else {
    vm.raise(vm.types.TypeError, "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.");
    return false;
  }
  return true;
}

Ref from_result(Vm& vm, text::Result<double> result) { return result ? make_float(vm, result.value()) : vm.raise(result.failure()); }
Ref from_result(Vm& vm, text::Result<BigInt> result) {
  return result ? make_int(vm, std::move(result.value())) : vm.raise(result.failure());
}

/// `count` floats from the arguments behind self, by position or name; those not given are `otherwise`. False: exception.
bool floats(Arguments& args, const char* function, std::initializer_list<std::string_view> names, std::size_t required,
            std::initializer_list<double> otherwise, double* out) {
  Value values[3];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, function, names, required, values)) return false;
  std::size_t i = 0;
  for (const double each : otherwise) {
    out[i] = each;
    if (!values[i].is_empty()) {
      const auto number = to_double(args.vm, values[i]);
      if (!number) return false;
      out[i] = *number;
    }
    ++i;
  }
  return true;
}

Ref random_new(Arguments& args) {
  Vm& vm = args.vm;
  if (args.count == 0 || !args[0].is_kind(Kind::Type)) return vm.raise(vm.types.TypeError, "Random.__new__(): not enough arguments");
  Ref object = Ref::steal(Value(allocate_instance(vm, cast<Type>(args[0]))));
  return seed_with(vm, *static_cast<RandomObject*>(object.get().object())->random, Value()) ? object : Ref();
}

Ref random_init(Arguments& args) {
  if (args.count > 2) return args.vm.raise(args.vm.types.TypeError, "Random.__init__() takes from 1 to 2 positional arguments but {} were given", args.count);
  const Value seed = args.count > 1 ? args[1] : args.keyword("x");
  return none_or_error(seed_with(args.vm, generator(args), seed));
}

Ref random_seed(Arguments& args) {
  Value out[2];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "seed", {"a", "version"}, 0, out)) return {};
  return none_or_error(seed_with(args.vm, generator(args), out[0]));
}

Ref random_random(Arguments& args) { return make_float(args.vm, generator(args).random()); }

Ref random_getrandbits(Arguments& args) {
  const auto count = to_int64(args.vm, args[1], args.vm.types.OverflowError);
  if (!count || (*count > 0 && !room_for(args.vm, static_cast<std::uint64_t>(*count)))) return {};
  return from_result(args.vm, generator(args).bits(*count));
}

Ref random_randbytes(Arguments& args) {
  const auto count = to_int64(args.vm, args[1], args.vm.types.OverflowError);
  if (!count) return {};
  if (*count < 0) return args.vm.raise(args.vm.types.ValueError, "number of bits must be non-negative");
  if (!room_for(args.vm, static_cast<std::uint64_t>(*count) * 2)) return {};
  return make_bytes(args.vm, generator(args).bytes(static_cast<std::size_t>(*count)));
}

/// An int argument of randrange() and randint(): whole floats are still taken, as 3.11 does. nullopt: exception.
std::optional<BigInt> whole(Vm& vm, Value value, const char* name) {
  if (is_float(value)) {
    const auto big = BigInt::from_double(float_value(value));
    if (big && big->compare(float_value(value)) == 0) return *big;
    vm.raise(vm.types.ValueError, "non-integer {} for randrange()", name);
    return std::nullopt;
  }
  const Ref index = to_index(vm, value);
  if (!index) return std::nullopt;
  return big_value(index);
}

Ref random_randrange(Arguments& args) {
  Vm& vm = args.vm;
  Value out[3];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "randrange", {"start", "stop", "step"}, 1, out)) return {};
  const auto start = whole(vm, out[0], "arg 1");
  if (!start) return {};
  if (out[1].is_empty() || out[1].is_none()) return from_result(vm, generator(args).range(*start));
  const auto stop = whole(vm, out[1], "stop");
  const auto step = !stop ? std::nullopt : out[2].is_empty() ? std::optional(BigInt(1)) : whole(vm, out[2], "step");
  return step ? from_result(vm, generator(args).range(*start, *stop, *step)) : Ref();
}

Ref random_randint(Arguments& args) {
  Vm& vm = args.vm;
  Value out[2];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "randint", {"a", "b"}, 2, out)) return {};
  const auto first = whole(vm, out[0], "arg 1");
  const auto last = first ? whole(vm, out[1], "stop") : std::nullopt;
  return last ? from_result(vm, generator(args).integer(*first, *last)) : Ref();
}

Ref random_choice(Arguments& args) {
  Vm& vm = args.vm;
  const std::int64_t count = length(vm, args[1]);
  if (count < 0) return {};
  if (count == 0) return vm.raise(vm.types.IndexError, "Cannot choose from an empty sequence");
  return get_item(vm, args[1], Value::from_int(static_cast<std::int64_t>(generator(args).below(static_cast<std::uint64_t>(count)))));
}

/// The elements at these places, as a list.
Ref gather(Vm& vm, Value population, const std::vector<std::uint64_t>& places) {
  Ref list = make_list(vm);
  for (const std::uint64_t place : places) {
    const Ref item = get_item(vm, population, Value::from_int(static_cast<std::int64_t>(place)));
    if (!item) return {};
    list_append(vm, cast<List>(list), item);
  }
  vm.charge(static_cast<std::int64_t>(places.size()) * 10);
  return list;
}

bool running_totals(Vm& vm, Value weights, bool accumulate, std::vector<double>& totals) {
  double total = 0;
  return for_each(vm, weights, [&](Value weight) {
    const auto number = to_double(vm, weight);
    if (!number) return false;
    total = accumulate ? total + *number : *number;
    totals.push_back(total);
    return true;
  });
}

Ref random_choices(Arguments& args) {
  Vm& vm = args.vm;
  Value out[4];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "choices", {"population", "weights", "*", "cum_weights", "k"}, 1, out)) return {};
  const auto count = out[3].is_empty() ? std::optional<std::int64_t>(1) : to_int64(vm, out[3], vm.types.OverflowError);
  if (!count || (*count > 0 && !room_for(vm, static_cast<std::uint64_t>(*count) * 16))) return {};
  const std::size_t wanted = *count < 0 ? 0 : static_cast<std::size_t>(*count);
  const std::int64_t size = length(vm, out[0]);
  if (size < 0) return {};
  const bool has_weights = !out[1].is_empty() && !out[1].is_none(), has_totals = !out[2].is_empty() && !out[2].is_none();
  if (!has_weights && !has_totals) {
    if (size == 0) {
      if (wanted == 0) return make_list(vm);
      return vm.raise(vm.types.IndexError, "list index out of range");
    }
    return gather(vm, out[0], generator(args).choices(static_cast<std::uint64_t>(size), wanted));
  }
  if (has_weights && has_totals) return vm.raise(vm.types.TypeError, "Cannot specify both weights and cumulative weights");
  std::vector<double> totals;
  if (!running_totals(vm, has_weights ? out[1] : out[2], has_weights, totals)) return {};
  if (static_cast<std::int64_t>(totals.size()) != size)
    return vm.raise(vm.types.ValueError, "The number of weights does not match the population");
  const auto places = generator(args).choices(totals, wanted);
  return places ? gather(vm, out[0], places.value()) : vm.raise(places.failure());
}

Ref random_sample(Arguments& args) {
  Vm& vm = args.vm;
  Value out[3];
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "sample", {"population", "k", "*", "counts"}, 2, out)) return {};
  const bool is_sequence = out[0].is_object() && !out[0].is_kind(Kind::Set) && !out[0].is_kind(Kind::Dict) &&
                           !type_lookup(vm, out[0].object()->type, vm.names.dunder_getitem).is_empty();
  if (!is_sequence) return vm.raise(vm.types.TypeError, "Population must be a sequence.  For dicts or sets, use sorted(d).");
  Ref population = out[0];
  if (!out[2].is_empty() && !out[2].is_none()) {
    population = make_list(vm);
    std::int64_t at = 0;
    const bool fine = for_each(vm, out[2], [&](Value each) {
      const auto times = to_int64(vm, each);
      const Ref item = times ? get_item(vm, out[0], Value::from_int(at++)) : Ref();
      if (!item || !list_reserve(vm, cast<List>(population), cast<List>(population)->count + static_cast<std::uint64_t>(std::max<std::int64_t>(*times, 0)))) return false;
      for (std::int64_t i = 0; i < *times; ++i) list_append(vm, cast<List>(population), item);
      return true;
    });
    if (!fine) return {};
  }
  const std::int64_t size = length(vm, population);
  const auto count = size < 0 ? std::nullopt : to_int64(vm, out[1], vm.types.OverflowError);
  if (!count) return {};
  const auto places = generator(args).sample(static_cast<std::uint64_t>(size), *count);
  return places ? gather(vm, population, places.value()) : vm.raise(places.failure());
}

Ref random_shuffle(Arguments& args) {
  Vm& vm = args.vm;
  const Value sequence = args[1];
  const std::int64_t count = length(vm, sequence);
  if (count < 0) return {};
  vm.charge(count * 10);
  if (sequence.is_kind(Kind::List) && !sequence.object()->type->is_user) {
    List* list = cast<List>(sequence);
    generator(args).shuffle(list->count, [&](std::size_t i, std::size_t j) { std::swap(list->items[i], list->items[j]); });
    return none();
  }
  bool fine = true;
  generator(args).shuffle(static_cast<std::size_t>(count), [&](std::size_t i, std::size_t j) {
    if (!fine) return;
    const Value first = Value::from_int(static_cast<std::int64_t>(i)), second = Value::from_int(static_cast<std::int64_t>(j));
    const Ref a = get_item(vm, sequence, first);
    const Ref b = a ? get_item(vm, sequence, second) : Ref();
    fine = b && set_item(vm, sequence, first, b) && set_item(vm, sequence, second, a);
  });
  return none_or_error(fine);
}

Ref random_uniform(Arguments& args) {
  double x[2];
  return floats(args, "uniform", {"a", "b"}, 2, {0, 0}, x) ? make_float(args.vm, generator(args).uniform(x[0], x[1])) : Ref();
}
Ref random_triangular(Arguments& args) {
  double x[3];
  if (!floats(args, "triangular", {"low", "high", "mode"}, 0, {0, 1, 0}, x)) return {};
  const Value mode = args.count > 3 ? args[3] : args.keyword("mode");
  const bool given = !mode.is_empty() && !mode.is_none();
  return make_float(args.vm, generator(args).triangular(x[0], x[1], given ? std::optional(x[2]) : std::nullopt));
}
Ref random_gauss(Arguments& args) {
  double x[2];
  return floats(args, "gauss", {"mu", "sigma"}, 0, {0, 1}, x) ? make_float(args.vm, generator(args).gauss(x[0], x[1])) : Ref();
}
Ref random_normalvariate(Arguments& args) {
  double x[2];
  return floats(args, "normalvariate", {"mu", "sigma"}, 0, {0, 1}, x) ? make_float(args.vm, generator(args).normal(x[0], x[1])) : Ref();
}
Ref random_lognormvariate(Arguments& args) {
  double x[2];
  return floats(args, "lognormvariate", {"mu", "sigma"}, 2, {0, 1}, x) ? from_result(args.vm, generator(args).log_normal(x[0], x[1])) : Ref();
}
Ref random_expovariate(Arguments& args) {
  double x[1];
  return floats(args, "expovariate", {"lambd"}, 1, {1}, x) ? from_result(args.vm, generator(args).exponential(x[0])) : Ref();
}
Ref random_vonmisesvariate(Arguments& args) {
  double x[2];
  return floats(args, "vonmisesvariate", {"mu", "kappa"}, 2, {0, 0}, x) ? make_float(args.vm, generator(args).von_mises(x[0], x[1])) : Ref();
}
Ref random_gammavariate(Arguments& args) {
  double x[2];
  return floats(args, "gammavariate", {"alpha", "beta"}, 2, {0, 0}, x) ? from_result(args.vm, generator(args).gamma(x[0], x[1])) : Ref();
}
Ref random_betavariate(Arguments& args) {
  double x[2];
  return floats(args, "betavariate", {"alpha", "beta"}, 2, {0, 0}, x) ? from_result(args.vm, generator(args).beta(x[0], x[1])) : Ref();
}
Ref random_paretovariate(Arguments& args) {
  double x[1];
  return floats(args, "paretovariate", {"alpha"}, 1, {0}, x) ? from_result(args.vm, generator(args).pareto(x[0])) : Ref();
}
Ref random_weibullvariate(Arguments& args) {
  double x[2];
  return floats(args, "weibullvariate", {"alpha", "beta"}, 2, {0, 0}, x) ? from_result(args.vm, generator(args).weibull(x[0], x[1])) : Ref();
}

/// (3, 624 words and the position, the gauss value that is kept), as random.py has it.
Ref random_getstate(Arguments& args) {
  Vm& vm = args.vm;
  const text::Random::State state = generator(args).state();
  std::vector<Value> words;
  for (const std::uint32_t word : state.twister.words) words.push_back(Value::from_int(word));
  words.push_back(Value::from_int(state.twister.position));
  const Ref tuple = tuple_of(vm, words);
  const Ref kept = state.gauss_next ? make_float(vm, *state.gauss_next) : none();
  const Value items[] = {Value::from_int(3), tuple, kept};
  return tuple_of(vm, items);
}

Ref random_setstate(Arguments& args) {
  Vm& vm = args.vm;
  const Value given = args[1];
  const auto refuse = [&] { return vm.raise(vm.types.ValueError, "state vector is invalid"); };
  if (!given.is_kind(Kind::Tuple) || cast<Tuple>(given)->count != 3 || !cast<Tuple>(given)->items[1].is_kind(Kind::Tuple)) return refuse();
  const Tuple* words = cast<Tuple>(cast<Tuple>(given)->items[1]);
  if (words->count != text::MersenneTwister::kSize + 1) return refuse();
  text::Random::State state;
  for (std::uint32_t i = 0; i < words->count; ++i) {
    if (!words->items[i].is_int() || words->items[i].as_int() < 0 || words->items[i].as_int() > UINT32_MAX) return refuse();
    const auto word = static_cast<std::uint32_t>(words->items[i].as_int());
    if (i < text::MersenneTwister::kSize) state.twister.words[i] = word;
    else if (word > text::MersenneTwister::kSize) return refuse();
    else state.twister.position = word;
  }
  const Value kept = cast<Tuple>(given)->items[2];
  if (is_float(kept)) state.gauss_next = float_value(kept);
  generator(args).set_state(state);
  return none();
}

constexpr NativeDef kMethods[] = {
    {"seed", random_seed, 0, -1, Takes::Keywords},
    {"random", random_random},
    {"getrandbits", random_getrandbits, 1, 1},
    {"randbytes", random_randbytes, 1, 1},
    {"randrange", random_randrange, 0, -1, Takes::Keywords},
    {"randint", random_randint, 0, -1, Takes::Keywords},
    {"choice", random_choice, 1, 1},
    {"choices", random_choices, 0, -1, Takes::Keywords},
    {"sample", random_sample, 0, -1, Takes::Keywords},
    {"shuffle", random_shuffle, 1, 1},
    {"uniform", random_uniform, 0, -1, Takes::Keywords},
    {"triangular", random_triangular, 0, -1, Takes::Keywords},
    {"gauss", random_gauss, 0, -1, Takes::Keywords},
    {"normalvariate", random_normalvariate, 0, -1, Takes::Keywords},
    {"lognormvariate", random_lognormvariate, 0, -1, Takes::Keywords},
    {"expovariate", random_expovariate, 0, -1, Takes::Keywords},
    {"vonmisesvariate", random_vonmisesvariate, 0, -1, Takes::Keywords},
    {"gammavariate", random_gammavariate, 0, -1, Takes::Keywords},
    {"betavariate", random_betavariate, 0, -1, Takes::Keywords},
    {"paretovariate", random_paretovariate, 0, -1, Takes::Keywords},
    {"weibullvariate", random_weibullvariate, 0, -1, Takes::Keywords},
    {"getstate", random_getstate},
    {"setstate", random_setstate, 1, 1},
};
constexpr NativeDef kInit[] = {{"__init__", random_init, 0, -1, Takes::Keywords}};
constexpr NativeDef kNew[] = {{"__new__", random_new, 0, -1, Takes::Keywords}};

}  // namespace

Ref make_random_module(Vm& vm) {
  Type* type = make_extension_type(vm, "Random", "random", &kTraits);
  install(vm, type, kMethods);
  install(vm, type, kInit);
  install_static(vm, type, kNew);
  Ref owner = make_module(vm, "random");
  Module* module = cast<Module>(owner);
  module_set(vm, module, "Random", Value(type));
  // There is no other source of chance here: what CPython takes from the system is seeded as well.
  module_set(vm, module, "SystemRandom", Value(type));
  const Ref hidden = call(vm, Value(type));
  if (!hidden) return {};
  module_set(vm, module, "_inst", hidden);
  for (const NativeDef& def : kMethods) {
    const Ref method = get_attribute(vm, hidden, intern(vm, def.name));
    if (!method) return {};
    module_set(vm, module, def.name, method);
  }
  return owner;
}

}  // namespace waiter::python
