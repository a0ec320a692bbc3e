#pragma once
// What a text algorithm hands back when the learner's input can be wrong: a value, or the Python exception to raise.
// It knows no Python object: the caller makes the exception from the kind's name and the message.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

#include "trace/assert.h"

namespace waiter::python::text {

/// The Python exceptions that these algorithms ask for. X(name). `Raised`: the caller's own code, called back, has
/// raised one already, and the message says nothing.
#define WAITER_FAILURE_KINDS(X) \
  X(ValueError)                 \
  X(OverflowError)              \
  X(ZeroDivisionError)          \
  X(TypeError)                  \
  X(MemoryError)                \
  X(Raised)

enum class FailureKind : std::uint8_t {
#define WAITER_FAILURE(name) name,
  WAITER_FAILURE_KINDS(WAITER_FAILURE)
#undef WAITER_FAILURE
};

[[nodiscard]] constexpr const char* failure_name(FailureKind kind) {
  switch (kind) {
#define WAITER_FAILURE(name) \
  case FailureKind::name: return #name;
    WAITER_FAILURE_KINDS(WAITER_FAILURE)
#undef WAITER_FAILURE
  }
  return "";
}

struct Failure {
  FailureKind kind = FailureKind::ValueError;
  std::string message;
};

[[nodiscard]] inline Failure value_error(std::string message) {
  return {FailureKind::ValueError, std::move(message)};
}
[[nodiscard]] inline Failure overflow_error(std::string message) {
  return {FailureKind::OverflowError, std::move(message)};
}
[[nodiscard]] inline Failure type_error(std::string message) {
  return {FailureKind::TypeError, std::move(message)};
}

template <class T>
class [[nodiscard]] Result {
 public:
  // Implicit on purpose: `return value;` and `return value_error("...");` both read as what they mean.
  Result(T value) : value_(std::move(value)) {}
  Result(Failure failure) : failure_(std::move(failure)) {}

  [[nodiscard]] bool ok() const { return value_.has_value(); }
  explicit operator bool() const { return ok(); }

  [[nodiscard]] T& value() {
    WAITER_ASSERT(ok(), "The value of a failed result was asked for.");
    return *value_;
  }
  [[nodiscard]] const T& value() const {
    WAITER_ASSERT(ok(), "The value of a failed result was asked for.");
    return *value_;
  }
  [[nodiscard]] const Failure& failure() const {
    WAITER_ASSERT(!ok(), "The failure of a good result was asked for.");
    return failure_;
  }

 private:
  std::optional<T> value_;
  Failure failure_;
};

}  // namespace waiter::python::text
