// Where a run stops by itself: the limits of python/limits.h and those of the world around it, each with its name for the command
// line (`waiter run --limit output=1000`) and a test on both sides (tests/unit/world/limits_test.cpp).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "python/limits.h"
#include "trace/time.h"

namespace waiter::world {

/// More text than anybody reads; the page keeps all of it.
inline constexpr std::uint64_t kOutputBytesDefault = 1ull << 20;
/// What the timeline of a page draws without stutter; 24 bytes each.
inline constexpr std::uint32_t kEventsDefault = 400'000;
/// Ten years: a sleep(86400) is no mistake, a loop that sleeps for ever ends.
inline constexpr trace::Time kVirtualTimeDefault = std::int64_t{3652} * 86400 * trace::kSecond;

struct Limits : python::VmLimits {
  std::uint64_t output_bytes = kOutputBytesDefault;
  std::uint32_t events = kEventsDefault;
  trace::Time virtual_time = kVirtualTimeDefault;

  bool operator==(const Limits&) const = default;
};

struct LimitName {
  std::string_view name;  ///< "recursion"
  std::string_view unit;  ///< "frames"
  std::string_view when;  ///< what happens there
};
[[nodiscard]] std::span<const LimitName> limit_names();

/// "recursion=50": sets it. A sentence if that is no limit or no number for it.
[[nodiscard]] std::optional<std::string> set_limit(Limits& limits, std::string_view name_and_value);

}  // namespace waiter::world
