#pragma once
// Sine, cosine, their inverses and tangent, computed with twice a float's digits and rounded once: the nearest float
// but for about one argument in 10**12. C libraries differ in the last bit of these (musl from glibc in 4 to 18 of 100
// arguments); glibc, which CPython uses, is within two in a thousand of the nearest float. See elementary.h for who
// uses it.
//
// Arguments that are not finite, out of the domain, or so large or small that this way does not reach them go to the C
// library as they are.

namespace waiter::python::text {

[[nodiscard]] double rounded_sine(double x);
[[nodiscard]] double rounded_cosine(double x);
[[nodiscard]] double rounded_tangent(double x);
[[nodiscard]] double rounded_arc_sine(double x);
[[nodiscard]] double rounded_arc_cosine(double x);
[[nodiscard]] double rounded_arc_tangent(double x);
[[nodiscard]] double rounded_arc_tangent(double y, double x);

// glibc does not round these two to the nearest: their last bit follows from its way, which is therefore taken.
[[nodiscard]] double tangent_by_exponential(double x);        ///< tanh
[[nodiscard]] double decimal_by_natural_logarithm(double x);  ///< log10

}  // namespace waiter::python::text
