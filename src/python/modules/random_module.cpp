// _random: the generator under the class Random of prelude/random.py.

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

Ref random_new(Arguments& args) {
  Vm& vm = args.vm;
  if (args.count == 0 || !args[0].is_kind(Kind::Type)) return vm.raise(vm.types.TypeError, "Random.__new__(): not enough arguments");
  return Ref::steal(Value(allocate_instance(vm, cast<Type>(args[0]))));
}

Ref random_seed(Arguments& args) {
  Vm& vm = args.vm;
  text::Random& random = generator(args);
  const Value seed = args[1];
  if (is_int_like(seed)) {
    random.seed(big_value(seed));
  } else if (is_float(seed)) {
    random.seed(float_value(seed));
  } else if (is_str(seed)) {
    random.seed_text(str_view(seed));
  } else if (seed.is_kind(Kind::Bytes)) {
    random.seed_text(cast<Bytes>(seed)->view());
  } else {
    return vm.raise(vm.types.TypeError, "The only supported seed types are: None,\nint, float, str, bytes, and bytearray.");
  }
  return none();
}

Ref random_random(Arguments& args) { return make_float(args.vm, generator(args).random()); }

Ref random_getrandbits(Arguments& args) {
  Vm& vm = args.vm;
  const auto count = to_c_int(vm, args[1]);
  if (!count || (*count > 0 && !room_for(vm, static_cast<std::uint64_t>(*count)))) return {};
  text::Result<BigInt> bits = generator(args).bits(*count);
  return bits ? make_int(vm, std::move(bits.value())) : vm.raise(bits.failure());
}

/// _randbelow(n): [0, n), by as many bits as n has until they are less.
Ref random_below(Arguments& args) {
  Vm& vm = args.vm;
  const Value limit = args[1];
  if (limit.is_int() && limit.as_int() > 0) return make_int(vm, static_cast<std::int64_t>(generator(args).below(static_cast<std::uint64_t>(limit.as_int()))));
  const Ref whole = to_index(vm, limit);
  if (!whole) return {};
  const BigInt number = big_value(whole);
  if (number.sign() <= 0) return Value::from_int(0);
  return make_int(vm, generator(args).below(number));
}

/// 624 words and the position.
Ref random_getstate(Arguments& args) {
  const text::MersenneTwister::State& state = generator(args).state();
  std::vector<Value> words;
  for (const std::uint32_t word : state.words) words.push_back(Value::from_int(word));
  words.push_back(Value::from_int(state.position));
  return tuple_of(args.vm, words);
}

Ref random_setstate(Arguments& args) {
  Vm& vm = args.vm;
  if (!args[1].is_kind(Kind::Tuple)) return vm.raise(vm.types.TypeError, "state vector must be a tuple");
  const Tuple* words = cast<Tuple>(args[1]);
  if (words->count != text::MersenneTwister::kSize + 1) return vm.raise(vm.types.ValueError, "state vector is the wrong size");
  text::MersenneTwister::State state;
  for (std::uint32_t i = 0; i < words->count; ++i) {
    if (!is_int_like(words->items[i])) return vm.raise(vm.types.TypeError, "an integer is required");
    const auto word = big_value(words->items[i]).to_uint64();
    if (!word) return vm.raise(vm.types.OverflowError, "can't convert negative value to unsigned int");
    if (i < text::MersenneTwister::kSize) state.words[i] = static_cast<std::uint32_t>(*word);
    else if (*word > text::MersenneTwister::kSize) return vm.raise(vm.types.ValueError, "invalid state");
    else state.position = static_cast<std::uint32_t>(*word);
  }
  generator(args).set_state(state);
  return none();
}

constexpr NativeDef kMethods[] = {
    {"seed", random_seed, 1, 1},
    {"random", random_random},
    {"getrandbits", random_getrandbits, 1, 1},
    {"_randbelow", random_below, 1, 1},
    {"getstate", random_getstate},
    {"setstate", random_setstate, 1, 1},
};
/// index(x): operator.index.
Ref random_index(Arguments& args) { return to_index(args.vm, args[0]); }

constexpr NativeDef kFunctions[] = {{"index", random_index, 1, 1}};
constexpr NativeDef kNew[] = {{"__new__", random_new, 0, -1, Takes::Keywords}};

}  // namespace

Ref make_random_module(Vm& vm) {
  Type* type = make_extension_type(vm, "Random", "_random", &kTraits);
  install(vm, type, kMethods);
  install_static(vm, type, kNew);
  Ref owner = make_module(vm, "_random");
  Module* module = cast<Module>(owner);
  module_set(vm, module, "Random", Value(type));
  install(vm, module, kFunctions);
  const Ref seed = make_int(vm, BigInt::from_uint64(vm.seed));
  module_set(vm, module, "run_seed", seed);
  return owner;
}

}  // namespace waiter::python
