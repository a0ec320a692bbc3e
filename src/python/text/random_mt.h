#pragma once
// Python's random: the Mersenne Twister seeded as CPython seeds it, and the distributions of random.py on top, drawing
// in the same order, so that a seed gives CPython's numbers. It knows no objects: sequences are given by their length,
// and indices come back.

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
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
  [[nodiscard]] std::string bytes(std::size_t count);     ///< randbytes

  std::uint64_t below(std::uint64_t limit);  ///< _randbelow. REQUIRES: limit > 0
  BigInt below(const BigInt& limit);

  /// randrange(start): without stop. ValueError "empty range for randrange()".
  Result<BigInt> range(const BigInt& stop);
  Result<BigInt> range(const BigInt& start, const BigInt& stop, const BigInt& step);
  Result<BigInt> integer(const BigInt& first, const BigInt& last);  ///< randint

  /// Calls swap(i, j) as random.shuffle does.
  void shuffle(std::size_t size, const std::function<void(std::size_t, std::size_t)>& swap);
  /// Which elements random.sample takes, in order. ValueError "Sample larger than population or is negative".
  Result<std::vector<std::uint64_t>> sample(std::uint64_t size, std::int64_t count);
  /// choices() without weights. REQUIRES: size > 0.
  std::vector<std::uint64_t> choices(std::uint64_t size, std::size_t count);
  /// choices() with running totals of the weights, one for each element. ValueErrors in CPython's words.
  Result<std::vector<std::uint64_t>> choices(const std::vector<double>& cumulative_weights, std::size_t count);

  double uniform(double a, double b);
  double triangular(double low, double high, std::optional<double> mode);
  double normal(double mu, double sigma);  ///< normalvariate
  double gauss(double mu, double sigma);   ///< makes pairs: every second call only hands over
  Result<double> log_normal(double mu, double sigma);
  Result<double> exponential(double lambda);  ///< expovariate
  double von_mises(double mu, double kappa);
  Result<double> gamma(double alpha, double beta);
  Result<double> beta(double alpha, double beta);
  Result<double> pareto(double alpha);
  Result<double> weibull(double alpha, double beta);

  /// getstate() and setstate().
  struct State {
    MersenneTwister::State twister;
    std::optional<double> gauss_next;
  };
  [[nodiscard]] State state() const { return {twister_.state(), gauss_next_}; }
  void set_state(const State& state);

 private:
  MersenneTwister twister_;
  std::optional<double> gauss_next_;
};

}  // namespace waiter::python::text
