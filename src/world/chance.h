#pragma once
// The world's chance: numbers drawn from the scenario's seed, a stream for each of those that draw, so that one client's draws do
// not change another's. It has nothing to do with the program's own `random`.

#include <cstdint>

#include "trace/time.h"

namespace waiter::world {

/// SplitMix64 (Steele, Lea, Flood 2014).
class Chance {
 public:
  Chance(std::uint64_t seed, std::uint64_t stream) : state_(mix(seed + kStep) ^ (stream * kStep)) {}

  /// From 0 up to but not 1.
  [[nodiscard]] double share() { return static_cast<double>(mix(state_ += kStep) >> 11) * 0x1p-53; }
  /// From `least` to `most`, in whole microseconds above `least`.
  [[nodiscard]] trace::Time between(trace::Time least, trace::Time most) {
    if (most <= least) return least;
    const auto steps = static_cast<double>((most - least) / trace::kMicrosecond + 1);
    return least + static_cast<trace::Time>(share() * steps) * trace::kMicrosecond;
  }
  /// How long until the next one of those that come `rate` times in a second, each without regard to the others; whole microseconds.
  [[nodiscard]] trace::Time until_next(double rate);

 private:
  static constexpr std::uint64_t kStep = 0x9e3779b97f4a7c15ULL;
  [[nodiscard]] static std::uint64_t mix(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
    return z ^ (z >> 31);
  }
  std::uint64_t state_;
};

}  // namespace waiter::world
