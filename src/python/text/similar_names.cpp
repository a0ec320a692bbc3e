#include "python/text/similar_names.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "trace/assert.h"

namespace waiter::python::text {
namespace {

// What it costs to insert, delete or replace a byte, and to change only its case.
constexpr std::size_t kMoveCost = 2;
constexpr std::size_t kCaseCost = 1;

std::size_t replacement_cost(char a, char b) {
  if (a == b) return 0;
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
  return lower(a) == lower(b) ? kCaseCost : kMoveCost;
}

/// Levenshtein's distance with the costs above; anything over `limit` may be returned as limit + 1.
std::size_t distance_up_to(std::string_view a, std::string_view b, std::size_t limit) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
  if (a.empty() || b.empty()) return (a.size() + b.size()) * kMoveCost;
  if (a.size() > kSimilarNameMax || b.size() > kSimilarNameMax) return limit + 1;
  if (a.size() > b.size()) std::swap(a, b);
  if ((b.size() - a.size()) * kMoveCost > limit) return limit + 1;

  // costs[i]: from the first i + 1 bytes of a to as much of b as was seen.
  std::array<std::size_t, kSimilarNameMax> costs{};
  for (std::size_t i = 0; i < a.size(); ++i) costs[i] = (i + 1) * kMoveCost;
  std::size_t result = 0;
  for (std::size_t row = 0; row < b.size(); ++row) {
    std::size_t diagonal = row * kMoveCost;
    result = diagonal + kMoveCost;
    std::size_t least = SIZE_MAX;
    for (std::size_t i = 0; i < a.size(); ++i) {
      const std::size_t replaced = diagonal + replacement_cost(a[i], b[row]);
      diagonal = costs[i];
      result = std::min(replaced, std::min(result, diagonal) + kMoveCost);
      costs[i] = result;
      least = std::min(least, result);
    }
    if (least > limit) return limit + 1;
  }
  return result;
}

}  // namespace

std::optional<std::string_view> find_similar(std::string_view name, const std::vector<std::string_view>& candidates) {
  if (candidates.size() > kSimilarCandidatesMax) return std::nullopt;
  std::optional<std::string_view> closest;
  std::size_t closest_distance = SIZE_MAX;
  for (const std::string_view candidate : candidates) {
    if (candidate == name) continue;
    // At most a third of the bytes involved may change, and only something closer than what was found is of interest.
    const std::size_t limit = std::min((name.size() + candidate.size() + 3) * kMoveCost / 6, closest_distance - 1);
    const std::size_t distance = distance_up_to(name, candidate, limit);
    if (distance > limit) continue;
    WAITER_ASSERT(distance > 0, "Different names are apart.");
    closest = candidate;
    closest_distance = distance;
  }
  return closest;
}

}  // namespace waiter::python::text
