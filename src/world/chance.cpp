#include "world/chance.h"

#include <cmath>

namespace waiter::world {

trace::Time Chance::until_next(double rate) {
  // Intervals of a Poisson process are exponential; in whole microseconds, so that the last bit of a logarithm does not show.
  const double seconds = -std::log(1.0 - share()) / rate;
  return static_cast<trace::Time>(std::floor(std::fmin(seconds, 1e9) * 1e6)) * trace::kMicrosecond;
}

}  // namespace waiter::world
