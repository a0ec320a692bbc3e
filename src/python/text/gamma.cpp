#include "python/text/gamma.h"

#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>

#include "python/text/elementary.h"

namespace waiter::python::text {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kLogPi = 1.144729885849400174143427351353058711647;

// Lanczos' sum with N = 13 as a rational function, the coefficients of Boost's lanczos13m53 (as in CPython's mathmodule.c),
// lowest power first.
constexpr double kG = 6.024680040776729583740234375;
constexpr double kGMinusHalf = 5.524680040776729583740234375;
constexpr std::array<double, 13> kNumerator = {
    23531376880.410759688572007674451636754734846804940, 42919803642.649098768957899047001988850926355848959,
    35711959237.355668049440185451547166705960488635843, 17921034426.037209699919755754458931112671403265390,
    6039542586.3520280050642916443072979210699388420708, 1439720407.3117216736632230727949123939715485786372,
    248874557.86205415651146038641322942321632125127801, 31426415.585400194380614231628318205362874684987640,
    2876370.6289353724412254090516208496135991145378768, 186056.26539522349504029498971604569928220784236328,
    8071.6720023658162106380029022722506138218516325024, 210.82427775157934587250973392071336271166969580291,
    2.5066282746310002701649081771338373386264310793408};
constexpr std::array<double, 13> kDenominator = {0.0,       39916800.0, 120543840.0, 150917976.0, 105258076.0, 45995730.0, 13339535.0,
                                                 2637558.0, 357423.0,   32670.0,     1925.0,      66.0,        1.0};

double lanczos_sum(double x) {
  double numerator = 0, denominator = 0;
  if (x < 5.0) {
    for (std::size_t i = kNumerator.size(); i-- > 0;) {
      numerator = numerator * x + kNumerator[i];
      denominator = denominator * x + kDenominator[i];
    }
  } else {  // in 1/x, or the powers would be too large
    for (std::size_t i = 0; i < kNumerator.size(); ++i) {
      numerator = numerator / x + kNumerator[i];
      denominator = denominator / x + kDenominator[i];
    }
  }
  return numerator / denominator;
}

/// sin(pi * x), exact where x is a whole or a half.
double sine_of_pi_times(double x) {
  const double y = std::fmod(std::fabs(x), 2.0);
  double result = 0;
  switch (static_cast<int>(std::round(2.0 * y))) {
    case 0: result = sine(kPi * y); break;
    case 1: result = cosine(kPi * (y - 0.5)); break;
    case 2: result = sine(kPi * (1.0 - y)); break;
    case 3: result = -cosine(kPi * (y - 1.5)); break;
    default: result = sine(kPi * (y - 2.0)); break;
  }
  return std::copysign(1.0, x) * result;
}

}  // namespace

double gamma(double x) {
  if (!std::isfinite(x)) return std::isnan(x) || x > 0 ? x : std::nan("");
  if (x == 0) return std::nan("");
  if (x == std::floor(x)) {
    if (x < 0) return std::nan("");
    if (x <= 23) {
      double product = 1;
      for (int i = 2; i < static_cast<int>(x); ++i) product *= i;
      return product;
    }
  }
  const double size = std::fabs(x);
  if (size < 1e-20) return 1.0 / x;
  if (size > 200.0) return x < 0 ? 0.0 / sine_of_pi_times(x) : std::numeric_limits<double>::infinity();
  const double y = size + kGMinusHalf;
  // How much was lost in that sum comes back as a correction.
  double lost = size > kGMinusHalf ? (y - size) - kGMinusHalf : (y - kGMinusHalf) - size;
  lost = lost * kG / y;
  double result = 0;
  if (x < 0) {
    result = -kPi / sine_of_pi_times(size) / size * std::exp(y) / lanczos_sum(size);
    result -= lost * result;
    if (size < 140.0) {
      result /= std::pow(y, size - 0.5);
    } else {
      const double root = std::pow(y, size / 2.0 - 0.25);
      result /= root;
      result /= root;
    }
    return result;
  }
  result = lanczos_sum(size) / std::exp(y);
  result += lost * result;
  if (size < 140.0) return result * std::pow(y, size - 0.5);
  const double root = std::pow(y, size / 2.0 - 0.25);
  result *= root;
  return result * root;
}

double log_gamma(double x) {
  if (!std::isfinite(x)) return std::fabs(x);
  if (x == std::floor(x) && x <= 2.0) return x <= 0.0 ? std::numeric_limits<double>::infinity() : 0.0;
  const double size = std::fabs(x);
  if (size < 1e-20) return -std::log(size);
  double result = std::log(lanczos_sum(size)) - kG;
  result += (size - 0.5) * (std::log(size + kG - 0.5) - 1);
  if (x < 0.0) result = kLogPi - std::log(std::fabs(sine_of_pi_times(size))) - std::log(size) - result;
  return result;
}

}  // namespace waiter::python::text
