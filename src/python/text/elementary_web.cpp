#include "python/text/elementary.h"
#include "python/text/rounded_math.h"

namespace waiter::python::text {

double sine(double x) {
  return rounded_sine(x);
}
double cosine(double x) {
  return rounded_cosine(x);
}
double tangent(double x) {
  return rounded_tangent(x);
}
double arc_sine(double x) {
  return rounded_arc_sine(x);
}
double arc_cosine(double x) {
  return rounded_arc_cosine(x);
}
double arc_tangent(double x) {
  return rounded_arc_tangent(x);
}
double arc_tangent(double y, double x) {
  return rounded_arc_tangent(y, x);
}
double hyperbolic_tangent(double x) {
  return tangent_by_exponential(x);
}
double decimal_logarithm(double x) {
  return decimal_by_natural_logarithm(x);
}

}  // namespace waiter::python::text
