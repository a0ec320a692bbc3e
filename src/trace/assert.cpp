#include "trace/assert.h"

#include <cstdio>
#include <cstdlib>

namespace waiter::trace {

void assertion_failed(const char* file, int line, const char* expression, const char* sentence) {
  std::fprintf(stderr, "%s:%d: assertion failed: %s (%s)\n", file, line, sentence, expression);
  std::fflush(stderr);
  std::abort();
}

}  // namespace waiter::trace
