#pragma once
// math.gamma and math.lgamma as CPython computes them: by Lanczos' approximation and not by the C library, whose last
// digits differ. It knows nothing of errors: what is out of the domain is nan here, what is too large infinite.

namespace waiter::python::text {

[[nodiscard]] double gamma(double x);
[[nodiscard]] double log_gamma(double x);

}  // namespace waiter::python::text
