#pragma once
// The Mersenne Twister behind Python's random, seeded as CPython seeds it, so that a seed gives CPython's numbers. The
// distributions drawn from it stand in prelude/random.py. It knows no objects.

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "python/text/big_int.h"
#include "python/text/result.h"

namespace waiter::python::text {

class MersenneTwister {
 public:
  static constexpr std::size_t kSize = 624;
  struct State {
    std::array<std::uint32_t, kSize> words{};
    std::uint32_t position = kSize;  ///< of the next word; kSize: make new ones first
  };

  /// init_by_array. REQUIRES: at least one word.
  void seed(const std::vector<std::uint32_t>& key);
  std::uint32_t next();

  [[nodiscard]] const State& state() const { return state_; }
  void set_state(const State& state) { state_ = state; }

 private:
  void seed_word(std::uint32_t seed);
  State state_;
};

class Random {
 public:
  Random() { seed(BigInt(0)); }

  void seed(const BigInt& value);          ///< random.seed(int): the sign does not count
  void seed(double value);                 ///< random.seed(float): by its hash
  void seed_text(std::string_view bytes);  ///< random.seed(str or bytes), version 2

  double random();                                        ///< [0, 1) with 53 bits
  [[nodiscard]] Result<BigInt> bits(std::int64_t count);  ///< getrandbits. ValueError if count < 0

  std::uint64_t below(std::uint64_t limit);  ///< _randbelow. REQUIRES: limit > 0
  BigInt below(const BigInt& limit);

  /// getstate() and setstate(), but for what gauss() keeps.
  [[nodiscard]] const MersenneTwister::State& state() const { return twister_.state(); }
  void set_state(const MersenneTwister::State& state) { twister_.set_state(state); }

 private:
  MersenneTwister twister_;
};

}  // namespace waiter::python::text
