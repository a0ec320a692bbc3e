#pragma once
// What the loop needs from outside: the time, and to wait. `world` implements it by jumping the clock, the companion with
// real timers. It knows no task and no Python.

#include <cstdint>

#include "trace/time.h"

namespace waiter::asyncio {

class Host {
 public:
  virtual ~Host() = default;

  /// Since the program started.
  [[nodiscard]] virtual trace::Time now() = 0;

  enum class Waited : std::uint8_t {
    Arrived,  ///< it is that time now, or something came in
    Later,    ///< the loop is set aside and will be woken
    Never,    ///< nothing will ever come (only when there was no deadline)
    Over,     ///< the world ends before that
  };
  /// Nothing is ready: wait until `deadline` (kNever: there is none) or until something arrives.
  virtual Waited wait_until(trace::Time deadline) = 0;

  /// When something will come in from the network; kNever: nothing is under way.
  [[nodiscard]] virtual trace::Time next_arrival() { return trace::kNever; }
  /// What has come in up to now becomes handles of the loop, ahead of the timers that are due.
  virtual void deliver() {}
};

}  // namespace waiter::asyncio
