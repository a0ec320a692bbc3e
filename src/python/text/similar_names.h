#pragma once
// "Did you mean: 'x'?": which of some names is close enough to a misspelt one, by CPython 3.11's rules and limits.
// It knows no scopes: for an AttributeError the caller gives sorted(dir(object)); for a NameError it asks three times,
// with the function's variables, the globals and the builtins, and takes the first answer.

#include <optional>
#include <string_view>
#include <vector>

namespace waiter::python::text {

/// CPython gives up on longer lists and names: the search is quadratic and an error must not take long.
inline constexpr std::size_t kSimilarCandidatesMax = 749;
inline constexpr std::size_t kSimilarNameMax = 40;

/// The first of the closest candidates; the name itself is none. Nothing if none is close enough.
[[nodiscard]] std::optional<std::string_view> find_similar(std::string_view name,
                                                           const std::vector<std::string_view>& candidates);

}  // namespace waiter::python::text
