#pragma once
// The elementary functions of `math` and `random` as CPython on Linux gives them. The C library does it natively:
// CPython uses the same one (elementary_native.cpp). In the page, musl's would differ in the last bit now and then, and
// the page would print other digits than the companion (elementary_web.cpp). What is not here (exp, log, pow, sqrt,
// ...) is the same in both, but for less than one argument in a thousand.

namespace waiter::python::text {

[[nodiscard]] double sine(double x);
[[nodiscard]] double cosine(double x);
[[nodiscard]] double tangent(double x);
[[nodiscard]] double arc_sine(double x);
[[nodiscard]] double arc_cosine(double x);
[[nodiscard]] double arc_tangent(double x);
[[nodiscard]] double arc_tangent(double y, double x);
[[nodiscard]] double hyperbolic_tangent(double x);
[[nodiscard]] double decimal_logarithm(double x);

}  // namespace waiter::python::text
