#include "world/limits.h"

#include <charconv>
#include <limits>

#include <fmt/format.h>

namespace waiter::world {
namespace {

constexpr LimitName kNames[] = {
    {"instructions", "instructions", "the run ends"},
    {"virtual-time", "seconds", "the run ends"},
    {"memory", "bytes", "MemoryError"},
    {"recursion", "frames", "RecursionError"},
    {"native-depth", "calls from C++ into Python", "RecursionError"},
    {"integer-bits", "bits", "MemoryError"},
    {"integer-digits", "digits, 0 for any number", "ValueError"},
    {"regex-steps", "steps", "the run ends"},
    {"output", "bytes", "the run ends"},
    {"events", "events", "the run ends"},
};

struct Place {
  std::uint64_t* wide = nullptr;
  std::uint32_t* narrow = nullptr;
  trace::Time* time = nullptr;
};

Place place_of(Limits& limits, std::string_view name) {
  if (name == "instructions") return {.wide = &limits.instructions};
  if (name == "virtual-time") return {.time = &limits.virtual_time};
  if (name == "memory") return {.wide = &limits.memory_bytes};
  if (name == "recursion") return {.narrow = &limits.recursion};
  if (name == "native-depth") return {.narrow = &limits.native_depth};
  if (name == "integer-bits") return {.wide = &limits.integer_bits};
  if (name == "integer-digits") return {.wide = &limits.integer_digits};
  if (name == "regex-steps") return {.wide = &limits.regex_steps};
  if (name == "output") return {.wide = &limits.output_bytes};
  if (name == "events") return {.narrow = &limits.events};
  return {};
}

}  // namespace

std::span<const LimitName> limit_names() { return kNames; }

std::optional<std::string> set_limit(Limits& limits, std::string_view name_and_value) {
  const std::size_t equals = name_and_value.find('=');
  const std::string_view name = name_and_value.substr(0, equals);
  const Place place = place_of(limits, name);
  if (place.wide == nullptr && place.narrow == nullptr && place.time == nullptr) {
    std::string all;
    for (const LimitName& each : kNames) all += fmt::format("{}{}", all.empty() ? "" : ", ", each.name);
    return fmt::format("'{}' is no limit; there are {}", name, all);
  }
  const std::string_view text = equals == std::string_view::npos ? std::string_view() : name_and_value.substr(equals + 1);
  const std::uint64_t most = place.narrow != nullptr ? std::numeric_limits<std::uint32_t>::max() / 8
                             : place.time != nullptr ? static_cast<std::uint64_t>(std::numeric_limits<trace::Time>::max() / trace::kSecond)
                                                     : std::uint64_t{1} << 62;
  std::uint64_t value = 0;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec != std::errc() || read.ptr != text.data() + text.size() || value > most)
    return fmt::format("'{}' is not a whole number from 0 to {}", text, most);
  if (place.wide != nullptr) *place.wide = value;
  else if (place.narrow != nullptr) *place.narrow = static_cast<std::uint32_t>(value);
  else *place.time = static_cast<trace::Time>(value) * trace::kSecond;
  return std::nullopt;
}

}  // namespace waiter::world
