#pragma once
// JSON that people write (scenarios, lessons), read so that every mistake is named where it stands, by JSON pointer. A
// JsonPlace is a value and its place; reading the wrong thing records an error and gives a harmless default, so that a reader
// is straight code and finds all mistakes at once. It knows no scenario and no lesson.

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "trace/time.h"

namespace waiter::world {

using Json = nlohmann::ordered_json;

struct JsonError {
  std::string pointer;  ///< "/clients/0/at"; empty for the whole text
  std::string message;  ///< one sentence, without a full stop: "must not be negative"
};
using JsonErrors = std::vector<JsonError>;

/// "/clients/0/at: must not be negative".
[[nodiscard]] std::string to_text(const JsonError& error);

/// Arbitrary, but far beyond what is written by hand and short of what a recursive writer could not write.
inline constexpr std::size_t kJsonDepthMax = 64;
/// About thirty years: sums of two times never overflow.
inline constexpr trace::Time kJsonTimeMax = 1'000'000'000 * trace::kSecond;

/// Parses a text. A syntax error (with line and column), a key given twice or too deep a nesting is recorded and gives null.
[[nodiscard]] Json parse_json(std::string_view text, JsonErrors& errors);

class JsonPlace {
 public:
  JsonPlace(const Json& value, std::string pointer, JsonErrors& errors)
      : value_(&value), pointer_(std::move(pointer)), errors_(&errors) {}

  [[nodiscard]] const Json& value() const { return *value_; }
  [[nodiscard]] const std::string& pointer() const { return pointer_; }
  void fail(std::string message) const { errors_->push_back({pointer_, std::move(message)}); }
  /// Nothing went wrong up to now, here or elsewhere.
  [[nodiscard]] bool all_well() const { return errors_->empty(); }

  // Objects. A value that is no object is an error once, in only_keys(), and has no members.
  /// REQUIRES to be called once for each object: records an error for each key that is not named.
  void only_keys(std::initializer_list<std::string_view> keys) const;
  [[nodiscard]] bool has(std::string_view key) const { return find(key).has_value(); }
  [[nodiscard]] std::optional<JsonPlace> find(std::string_view key) const;
  /// The member; if there is none, records it as missing and gives null.
  [[nodiscard]] std::optional<JsonPlace> need(std::string_view key) const;

  // Lists
  [[nodiscard]] std::vector<JsonPlace> items() const;

  // Scalars
  [[nodiscard]] std::string string() const;
  /// A string that is not empty.
  [[nodiscard]] std::string text() const;
  [[nodiscard]] bool boolean() const;
  [[nodiscard]] double number() const;
  [[nodiscard]] std::int64_t integer(std::int64_t least, std::int64_t most) const;
  [[nodiscard]] std::uint64_t unsigned_integer() const;
  /// Seconds, not negative, at most kJsonTimeMax.
  [[nodiscard]] trace::Time time() const;

 private:
  const Json* value_;
  std::string pointer_;
  JsonErrors* errors_;
};

}  // namespace waiter::world
