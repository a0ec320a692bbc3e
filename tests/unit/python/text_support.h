#pragma once
// What the tests of python/text share: results as one line of text, and digests of many lines, so that thousands of
// results can be compared with CPython's without writing them down. The inputs are drawn by our own Random, which draws
// what CPython's draws; the Python that made an expected digest stands beside it.

#include <string>
#include <string_view>

#include "python/text/random_mt.h"
#include "python/text/result.h"
#include "python/text/sha.h"

namespace waiter::python::text {

template <class T>
std::string message_of(const Result<T>& result) {
  return result ? "no failure" : std::string(failure_name(result.failure().kind)) + ": " + result.failure().message;
}

inline std::string shown(const Result<std::string>& result) {
  return result ? result.value() : message_of(result);
}

/// sha256 of lines joined by newlines.
class Digest {
 public:
  void add(std::string_view line) {
    if (!first_) hash_.update("\n");
    first_ = false;
    hash_.update(line);
  }
  [[nodiscard]] std::string hex() const { return to_hex(hash_.digest()); }

 private:
  Hash hash_{HashName::Sha256};
  bool first_ = true;
};

}  // namespace waiter::python::text
