#pragma once
// A shaken run: what is really undefined around a program is decided by a seed of its own, so that a race that hides is found, and
// can be run again. Undefined are: which of several ready threads goes on, and for how long before the next; and the order of
// things that fall due at one instant but were set at different ones (of things set at one instant the order is the program's).
// It knows no thread and no timer. Not begun, it changes nothing.

#include <cstdint>

#include "trace/time.h"

namespace waiter::python {

class Vm;

class Shake {
 public:
  /// 0: nothing is shaken.
  void begin(std::uint64_t seed) { seed_ = state_ = seed; }
  [[nodiscard]] bool on() const { return seed_ != 0; }

  /// One of 0, ..., count - 1. REQUIRES: it is on, and count is not 0.
  [[nodiscard]] std::uint64_t draw(std::uint64_t count) { return mix(state_ += kStep) % count; }

  /// What orders things of equal deadline: by where they were set, then by their number.
  [[nodiscard]] std::uint64_t order(trace::Time set_at, std::uint64_t number) const {
    if (!on()) return number;
    return ((mix(seed_ + static_cast<std::uint64_t>(set_at) * kStep) & 0x7fffffffu) << 32) | (number & 0xffffffffu);
  }

 private:
  static constexpr std::uint64_t kStep = 0x9e3779b97f4a7c15u;
  /// SplitMix64's finaliser.
  [[nodiscard]] static std::uint64_t mix(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
  }

  std::uint64_t seed_ = 0;
  std::uint64_t state_ = 0;
};

/// The one of this VM; null: it is not shaken. The owner of the VM gives it, before anything runs.
[[nodiscard]] Shake* shake_of(Vm& vm);
void set_shake(Vm& vm, Shake* shake);

}  // namespace waiter::python
