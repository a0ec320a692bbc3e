// Where a run of Python stops by itself. Each limit is a named constant with its reason, a member that one run can set
// otherwise, and a test on both sides (tests/unit/world/limits_test.cpp). world/limits.h adds those of the world around it.
//
// A limit that CPython has too (recursion, digits, memory) is met with CPython's exception; one that only we have ends the run.
#pragma once

#include <cstdint>

namespace waiter::python {

/// An endless loop must end: some seconds of a slow machine's time, four seconds of virtual time.
inline constexpr std::uint64_t kInstructionsDefault = 200'000'000;
/// What a browser's tab gives without asking; a teaching program takes a hundredth of it. Beyond: MemoryError.
inline constexpr std::uint64_t kMemoryBytesDefault = 256ull << 20;
/// CPython's sys.getrecursionlimit(). Beyond: RecursionError. Programs set it by sys.setrecursionlimit().
inline constexpr std::uint32_t kRecursionDefault = 1000;
/// Runs of the interpreter within one another (C++ calls Python calls C++ ...): a browser's own stack is about 1 MB.
inline constexpr std::uint32_t kNativeDepthDefault = 180;
/// The same where the stack has the 8 MB that systems give: enough for CPython's own limit, whatever is called.
inline constexpr std::uint32_t kNativeDepthRoomy = 2500;
/// Calls of C++ by C++ on the way to an item, an answer, a hash: so many for one run of the interpreter, by the size of their frames.
inline constexpr std::uint32_t kLightCallsPerRun = 4;
/// Above this many bits one multiplication takes longer than a page may stand still; CPython would go on for minutes. MemoryError.
inline constexpr std::uint64_t kIntegerBitsDefault = 1ull << 25;
/// CPython's sys.get_int_max_str_digits(), against quadratic conversions. Beyond: ValueError.
inline constexpr std::uint64_t kIntegerDigitsDefault = 4300;
/// What one regular expression may try on one text before it counts as one that goes back and forth for ever.
inline constexpr std::uint64_t kRegexStepsDefault = 200'000'000;

struct VmLimits {
  std::uint64_t instructions = kInstructionsDefault;
  std::uint64_t memory_bytes = kMemoryBytesDefault;
  std::uint32_t recursion = kRecursionDefault;
  std::uint32_t native_depth = kNativeDepthDefault;
  std::uint64_t integer_bits = kIntegerBitsDefault;
  std::uint64_t integer_digits = kIntegerDigitsDefault;  ///< 0: any number
  std::uint64_t regex_steps = kRegexStepsDefault;

  bool operator==(const VmLimits&) const = default;
};

}  // namespace waiter::python
