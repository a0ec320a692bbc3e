#pragma once
// WAITER_ASSERT: our own bugs, caught where they are. It stays on in release and in the page (the shell shows the
// message). It is never used for what a learner typed or for bad input: those are values.

namespace waiter::trace {

/// Prints `file:line: sentence (expression)` to stderr and aborts.
[[noreturn]] void assertion_failed(const char* file, int line, const char* expression, const char* sentence);

}  // namespace waiter::trace

#define WAITER_ASSERT(condition, sentence)                                                     \
  do {                                                                                         \
    if (!(condition)) [[unlikely]]                                                             \
      ::waiter::trace::assertion_failed(__FILE__, __LINE__, #condition, sentence);             \
  } while (false)
