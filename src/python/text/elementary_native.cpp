#include <cmath>

#include "python/text/elementary.h"

namespace waiter::python::text {

double sine(double x) {
  return std::sin(x);
}
double cosine(double x) {
  return std::cos(x);
}
double tangent(double x) {
  return std::tan(x);
}
double arc_sine(double x) {
  return std::asin(x);
}
double arc_cosine(double x) {
  return std::acos(x);
}
double arc_tangent(double x) {
  return std::atan(x);
}
double arc_tangent(double y, double x) {
  return std::atan2(y, x);
}
double hyperbolic_tangent(double x) {
  return std::tanh(x);
}
double decimal_logarithm(double x) {
  return std::log10(x);
}

}  // namespace waiter::python::text
