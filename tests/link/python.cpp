#include "python/parser.h"

int main() {
  waiter::python::Arena arena;
  return waiter::python::parse("x = 1\n", "main.py", arena).diagnostics.empty() ? 0 : 1;
}
