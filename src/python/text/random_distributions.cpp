// The part of random_mt.h that random.py writes in Python: every expression is in its order, so that every bit is the
// same.

#include <algorithm>
#include <cmath>
#include <numbers>
#include <unordered_set>

#include "python/text/elementary.h"
#include "python/text/float_repr.h"
#include "python/text/random_mt.h"
#include "trace/assert.h"

namespace waiter::python::text {
namespace {

constexpr double kTwoPi = 2.0 * std::numbers::pi;

Failure float_division_by_zero() {
  return {FailureKind::ZeroDivisionError, "float division by zero"};
}

/// base ** exponent, which raises where pow() overflows.
Result<double> power_of(double base, double exponent) {
  const double result = std::pow(base, exponent);
  if (std::isinf(result) && std::isfinite(base) && std::isfinite(exponent)) {
    if (base == 0) return Failure{FailureKind::ZeroDivisionError, "0.0 cannot be raised to a negative power"};
    return overflow_error("(34, 'Numerical result out of range')");
  }
  return result;
}

}  // namespace

void Random::shuffle(std::size_t size, const std::function<void(std::size_t, std::size_t)>& swap) {
  for (std::size_t i = size; i-- > 1;) swap(i, static_cast<std::size_t>(below(std::uint64_t{i} + 1)));
}

Result<std::vector<std::uint64_t>> Random::sample(std::uint64_t size, std::int64_t count) {
  if (count < 0 || static_cast<std::uint64_t>(count) > size) {
    return value_error("Sample larger than population or is negative");
  }
  // A pool is copied when it is smaller than the set that would remember what was taken; both draw differently.
  double set_size = 21;
  if (count > 5) set_size += std::pow(4.0, std::ceil(std::log(static_cast<double>(count) * 3) / std::log(4.0)));
  std::vector<std::uint64_t> taken;
  taken.reserve(static_cast<std::size_t>(count));
  if (static_cast<double>(size) <= set_size) {
    std::vector<std::uint64_t> pool(static_cast<std::size_t>(size));
    for (std::size_t i = 0; i < pool.size(); ++i) pool[i] = i;
    while (taken.size() < static_cast<std::size_t>(count)) {
      const auto at = static_cast<std::size_t>(below(std::uint64_t{pool.size()}));
      taken.push_back(pool[at]);
      pool[at] = pool.back();
      pool.pop_back();
    }
    return taken;
  }
  std::unordered_set<std::uint64_t> seen;
  while (taken.size() < static_cast<std::size_t>(count)) {
    const std::uint64_t index = below(size);
    if (seen.insert(index).second) taken.push_back(index);
  }
  return taken;
}

std::vector<std::uint64_t> Random::choices(std::uint64_t size, std::size_t count) {
  WAITER_ASSERT(size > 0, "There is something to choose from.");
  std::vector<std::uint64_t> chosen;
  for (std::size_t i = 0; i < count; ++i) {
    chosen.push_back(static_cast<std::uint64_t>(std::floor(random() * static_cast<double>(size))));
  }
  return chosen;
}

Result<std::vector<std::uint64_t>> Random::choices(const std::vector<double>& cumulative_weights, std::size_t count) {
  WAITER_ASSERT(!cumulative_weights.empty(), "There is something to choose from.");
  const double total = cumulative_weights.back();
  if (total <= 0) return value_error("Total of weights must be greater than zero");
  if (!std::isfinite(total)) return value_error("Total of weights must be finite");
  std::vector<std::uint64_t> chosen;
  for (std::size_t i = 0; i < count; ++i) {
    // The last weight is no candidate for the search: rounding could otherwise lead past it.
    const auto found = std::upper_bound(cumulative_weights.begin(), cumulative_weights.end() - 1, random() * total);
    chosen.push_back(static_cast<std::uint64_t>(found - cumulative_weights.begin()));
  }
  return chosen;
}

double Random::uniform(double a, double b) {
  return a + (b - a) * random();
}

double Random::triangular(double low, double high, std::optional<double> mode) {
  double u = random();
  if (mode && high - low == 0) return low;
  double c = mode ? (*mode - low) / (high - low) : 0.5;
  if (u > c) {
    u = 1.0 - u;
    c = 1.0 - c;
    std::swap(low, high);
  }
  return low + (high - low) * std::sqrt(u * c);
}

double Random::normal(double mu, double sigma) {
  static const double kMagic = 4 * std::exp(-0.5) / std::sqrt(2.0);
  for (;;) {
    const double u1 = random();
    const double u2 = 1.0 - random();
    const double z = kMagic * (u1 - 0.5) / u2;
    if (z * z / 4.0 <= -std::log(u2)) return mu + z * sigma;
  }
}

double Random::gauss(double mu, double sigma) {
  double z = 0;
  if (gauss_next_) {
    z = *gauss_next_;
    gauss_next_.reset();
  } else {
    const double angle = random() * kTwoPi;
    const double radius = std::sqrt(-2.0 * std::log(1.0 - random()));
    z = cosine(angle) * radius;
    gauss_next_ = sine(angle) * radius;
  }
  return mu + z * sigma;
}

Result<double> Random::log_normal(double mu, double sigma) {
  const double exponent = normal(mu, sigma);
  const double result = std::exp(exponent);
  if (std::isinf(result) && std::isfinite(exponent)) return overflow_error("math range error");
  return result;
}

Result<double> Random::exponential(double lambda) {
  const double drawn = -std::log(1.0 - random());
  if (lambda == 0) return float_division_by_zero();
  return drawn / lambda;
}

double Random::von_mises(double mu, double kappa) {
  if (kappa <= 1e-6) return kTwoPi * random();
  const double s = 0.5 / kappa;
  const double r = s + std::sqrt(1.0 + s * s);
  double z = 0;
  for (;;) {
    z = cosine(std::numbers::pi * random());
    const double d = z / (r + z);
    const double u2 = random();
    if (u2 < 1.0 - d * d || u2 <= (1.0 - d) * std::exp(d)) break;
  }
  const double q = 1.0 / r;
  const double f = (q + z) / (1.0 + q * z);
  const double angle = random() > 0.5 ? mu + arc_cosine(f) : mu - arc_cosine(f);
  return floor_modulo(angle, kTwoPi);
}

Result<double> Random::gamma(double alpha, double beta) {
  static const double kLog4 = std::log(4.0);
  static const double kMagic = 1.0 + std::log(4.5);
  if (alpha <= 0.0 || beta <= 0.0) return value_error("gammavariate: alpha and beta must be > 0.0");
  if (alpha > 1.0) {
    const double ainv = std::sqrt(2.0 * alpha - 1.0);
    const double bbb = alpha - kLog4;
    const double ccc = alpha + ainv;
    for (;;) {
      const double u1 = random();
      if (!(1e-7 < u1 && u1 < 0.9999999)) continue;
      const double u2 = 1.0 - random();
      const double v = std::log(u1 / (1.0 - u1)) / ainv;
      const double x = alpha * std::exp(v);
      const double z = u1 * u1 * u2;
      const double r = bbb + ccc * v - x;
      if (r + kMagic - 4.5 * z >= 0.0 || r >= std::log(z)) return x * beta;
    }
  }
  if (alpha == 1.0) return -std::log(1.0 - random()) * beta;
  for (;;) {
    const double u = random();
    const double b = (std::numbers::e + alpha) / std::numbers::e;
    const double p = b * u;
    const double x = p <= 1.0 ? std::pow(p, 1.0 / alpha) : -std::log((b - p) / alpha);
    const double u1 = random();
    if (p > 1.0 ? u1 <= std::pow(x, alpha - 1.0) : u1 <= std::exp(-x)) return x * beta;
  }
}

Result<double> Random::beta(double alpha, double beta) {
  const Result<double> y = gamma(alpha, 1.0);
  if (!y || y.value() == 0) return y;
  const Result<double> other = gamma(beta, 1.0);
  if (!other) return other;
  return y.value() / (y.value() + other.value());
}

Result<double> Random::pareto(double alpha) {
  const double u = 1.0 - random();
  if (alpha == 0) return float_division_by_zero();
  return power_of(u, -1.0 / alpha);
}

Result<double> Random::weibull(double alpha, double beta) {
  const double u = 1.0 - random();
  if (beta == 0) return float_division_by_zero();
  const Result<double> power = power_of(-std::log(u), 1.0 / beta);
  if (!power) return power;
  return alpha * power.value();
}

}  // namespace waiter::python::text
