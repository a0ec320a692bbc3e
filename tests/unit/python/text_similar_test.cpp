// "Did you mean". Expectations were taken from CPython 3.11.7.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "python/text/similar_names.h"

using namespace waiter::python::text;

namespace {

std::string similar(std::string_view name, const std::vector<std::string_view>& candidates) {
  const std::optional<std::string_view> found = find_similar(name, candidates);
  return found ? std::string(*found) : "";
}

}  // namespace

TEST_CASE("A misspelt name finds the name that was meant") {
  CHECK(similar("apend", {"append", "clear", "pop"}) == "append");
  CHECK(similar("prnit", {"print", "sprint"}) == "print");
  CHECK(similar("create_tsk", {"create_task", "current_task"}) == "create_task");
  CHECK(similar("Name", {"game", "name"}) == "name");  // a change of case costs less than another letter
}

TEST_CASE("What is too far away is not suggested") {
  CHECK(similar("x", {"completely", "different"}) == "");
  CHECK(similar("ab", {"xy"}) == "");
  CHECK(similar("pop", {"push", "top_of_stack"}) == "");
  CHECK(similar("name", {}) == "");
  CHECK(similar("name", {"name"}) == "");
}

TEST_CASE("The first of equally close names wins") {
  CHECK(similar("cat", {"bat", "hat"}) == "bat");
}

TEST_CASE("Names are compared up to forty bytes once what they share is taken off, lists up to 749") {
  const std::string long_name(120, 'a');
  CHECK(similar("x" + std::string(40, 'a') + "z", {"y" + std::string(40, 'a') + "w"}) == "");
  CHECK(similar(long_name + "b", {long_name + "c"}) == long_name + "c");
  std::vector<std::string> names;
  for (int i = 0; i < 748; ++i) names.push_back("other" + std::to_string(i));
  names.emplace_back("name");
  std::vector<std::string_view> candidates(names.begin(), names.end());
  CHECK(candidates.size() == kSimilarCandidatesMax);
  CHECK(similar("nme", candidates) == "name");
  candidates.emplace_back("one more");
  CHECK(similar("nme", candidates) == "");
}
