#include "python/text/rounded_math.h"

#include <cmath>

namespace waiter::python::text {
namespace {

/// The unevaluated sum of two floats, the second below half a unit of the first's last place: some 106 bits.
struct Wide {
  double high = 0;
  double low = 0;
};

Wide exact_sum(double a, double b) {
  const double sum = a + b;
  const double part = sum - a;
  return {sum, (a - (sum - part)) + (b - part)};
}

/// A float as the sum of two with half its bits each (std::fma would do without, but is slow in WebAssembly).
Wide halves(double a) {
  const double scaled = a * 134217729.0;  // 2**27 + 1
  const double high = scaled - (scaled - a);
  return {high, a - high};
}

Wide exact_product(double a, double b) {
  const double product = a * b;
  const Wide x = halves(a);
  const Wide y = halves(b);
  return {product, ((x.high * y.high - product) + x.high * y.low + x.low * y.high) + x.low * y.low};
}

Wide normalised(double high, double low) {
  const double sum = high + low;
  return {sum, low - (sum - high)};
}

Wide operator-(Wide a) {
  return {-a.high, -a.low};
}

Wide operator+(Wide a, Wide b) {
  const Wide high = exact_sum(a.high, b.high);
  const Wide low = exact_sum(a.low, b.low);
  const Wide middle = normalised(high.high, high.low + low.high);
  return normalised(middle.high, middle.low + low.low);
}

Wide operator-(Wide a, Wide b) {
  return a + -b;
}

Wide operator*(Wide a, Wide b) {
  const Wide product = exact_product(a.high, b.high);
  return normalised(product.high, product.low + (a.high * b.low + a.low * b.high));
}

Wide operator/(Wide a, Wide b) {
  const double first = a.high / b.high;
  const Wide rest = a - b * Wide{first};
  const double second = rest.high / b.high;
  const Wide rest_of_rest = rest - b * Wide{second};
  const Wide sum = normalised(first, second);
  return sum + Wide{rest_of_rest.high / b.high};
}

constexpr int kTerms = 30;

/// 1 / n!
struct Reciprocals {
  Wide of_factorial[kTerms];
};

const Reciprocals& reciprocals() {
  static const Reciprocals table = [] {
    Reciprocals result;
    result.of_factorial[0] = {1};
    for (int n = 1; n < kTerms; ++n) {
      result.of_factorial[n] = result.of_factorial[n - 1] / Wide{static_cast<double>(n)};
    }
    return result;
  }();
  return table;
}

struct SineCosine {
  Wide sine;
  Wide cosine;
};

/// Arguments up to here are reduced to an eighth of a turn without losing digits.
constexpr double kReducedMax = 1e6;

/// REQUIRES: |x| <= kReducedMax.
SineCosine sine_cosine(double x) {
  // A quarter turn as three floats.
  constexpr double kQuarter[3] = {0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54, -0x1.f1976b7ed8fbcp-110};
  const double quarters = std::nearbyint(x / kQuarter[0]);
  const Wide r = Wide{x} - exact_product(quarters, kQuarter[0]) - exact_product(quarters, kQuarter[1]) -
                 Wide{quarters * kQuarter[2]};
  const Wide square = r * r;
  const Wide* const reciprocal = reciprocals().of_factorial;
  Wide sine = reciprocal[kTerms - 1];
  Wide cosine = reciprocal[kTerms - 2];
  for (int n = kTerms - 3; n > 0; n -= 2) {
    sine = reciprocal[n] - square * sine;
    cosine = reciprocal[n - 1] - square * cosine;
  }
  sine = r * sine;
  switch (static_cast<int>(quarters) & 3) {
    case 0: return {sine, cosine};
    case 1: return {cosine, -sine};
    case 2: return {-sine, -cosine};
    default: return {-cosine, sine};
  }
}

/// Below this, each of the odd functions is its argument, to the last bit.
constexpr double kTiny = 0x1p-27;

bool is_reducible(double x) {
  return std::fabs(x) <= kReducedMax && std::fabs(x) >= kTiny;
}

double rounded(Wide value) {
  return value.high + value.low;
}

}  // namespace

double rounded_sine(double x) {
  return is_reducible(x) ? rounded(sine_cosine(x).sine) : std::sin(x);
}
double rounded_cosine(double x) {
  return is_reducible(x) ? rounded(sine_cosine(x).cosine) : std::cos(x);
}

double rounded_tangent(double x) {
  if (!is_reducible(x)) return std::tan(x);
  const SineCosine of = sine_cosine(x);
  return rounded(of.sine / of.cosine);
}

// The inverses take one step of Newton's way from the C library's result, which is right but for its last bit.

double rounded_arc_sine(double x) {
  const double near = std::asin(x);
  if (!(std::fabs(x) < 1) || std::fabs(x) < kTiny) return near;
  const SineCosine of = sine_cosine(near);
  return rounded(Wide{near} + (Wide{x} - of.sine) / of.cosine);
}

double rounded_arc_cosine(double x) {
  const double near = std::acos(x);
  if (!(std::fabs(x) < 1)) return near;
  const SineCosine of = sine_cosine(near);
  return rounded(Wide{near} + (of.cosine - Wide{x}) / of.sine);
}

double rounded_arc_tangent(double x) {
  const double near = std::atan(x);
  if (!(std::fabs(x) < 1e140) || std::fabs(x) < kTiny) return near;
  const SineCosine of = sine_cosine(near);
  return rounded(Wide{near} + (Wide{x} * of.cosine - of.sine) / (of.cosine + Wide{x} * of.sine));
}

double rounded_arc_tangent(double y, double x) {
  const double near = std::atan2(y, x);
  const auto fits = [](double value) { return std::fabs(value) < 1e140 && std::fabs(value) > 1e-140; };
  if (!fits(x) || !fits(y) || std::fabs(near) < 1e-140) return near;
  const SineCosine of = sine_cosine(near);
  return rounded(Wide{near} + (Wide{y} * of.cosine - Wide{x} * of.sine) / (Wide{x} * of.cosine + Wide{y} * of.sine));
}

double tangent_by_exponential(double x) {
  const double magnitude = std::fabs(x);
  if (!(magnitude < 22) || magnitude < 0x1p-54) return std::tanh(x);
  const double power = std::expm1(magnitude >= 1 ? 2 * magnitude : -2 * magnitude);
  const double result = magnitude >= 1 ? 1 - 2 / (power + 2) : -power / (power + 2);
  return std::copysign(result, x);
}

double decimal_by_natural_logarithm(double x) {
  if (!std::isfinite(x) || x <= 0) return std::log10(x);
  // log10(m * 2**k), where the multiple of log10(2) is exact in its upper part.
  constexpr double kLog2High = 0x1.34413509f6p-2;
  constexpr double kLog2Low = 0x1.9fef311f12b36p-42;
  constexpr double kLogE = 0x1.bcb7b1526e50ep-2;
  const int exponent = std::ilogb(x);
  const int turn = exponent < 0 ? exponent + 1 : exponent;
  const double mantissa = std::ldexp(x, -turn);
  const double low = turn * kLog2Low + kLogE * std::log(mantissa);
  return low + turn * kLog2High;
}

}  // namespace waiter::python::text
