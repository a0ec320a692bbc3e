#include "fastapi/install.h"

#include "python/prelude.h"

int main() {
  waiter::fastapi::install();
  return waiter::python::prelude_source("fastapi.routing").empty() ? 1 : 0;
}
