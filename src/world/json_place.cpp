#include "world/json_place.h"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

namespace waiter::world {
namespace {

// "~" and "/" are what a JSON pointer must escape.
std::string pointer_token(std::string_view key) {
  std::string out = "/";
  for (const char c : key) {
    if (c == '~') out += "~0";
    else if (c == '/') out += "~1";
    else out += c;
  }
  return out;
}

const char* type_words(const Json& value) {
  switch (value.type()) {
    case Json::value_t::object: return "an object";
    case Json::value_t::array: return "a list";
    case Json::value_t::string: return "a string";
    case Json::value_t::boolean: return "a boolean";
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
    case Json::value_t::number_float: return "a number";
    default: return "null";
  }
}

// Reads a text without keeping it: finds what parsing into a value would not tell (where a syntax error is, a key given
// twice) or would not survive (nesting without end).
class Inspector : public nlohmann::json_sax<Json> {
 public:
  explicit Inspector(std::string_view text, JsonErrors& errors) : text_(text), errors_(errors) {}

  bool null() override { return value(); }
  bool boolean(bool) override { return value(); }
  bool number_integer(number_integer_t) override { return value(); }
  bool number_unsigned(number_unsigned_t) override { return value(); }
  bool number_float(number_float_t, const string_t&) override { return value(); }
  bool string(string_t&) override { return value(); }
  bool binary(binary_t&) override { return value(); }
  bool start_object(std::size_t) override { return open(true); }
  bool start_array(std::size_t) override { return open(false); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    Level& level = levels_.back();
    level.token = pointer_token(name);
    if (level.keys.insert(name).second) return true;
    errors_.push_back({pointer(), "is given twice"});
    return false;
  }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    // The position is that of the last character read, counted from 1.
    const std::size_t end = std::min(position == 0 ? 0 : position - 1, text_.size());
    const auto line = 1 + std::count(text_.begin(), text_.begin() + static_cast<std::ptrdiff_t>(end), '\n');
    const std::size_t before = text_.substr(0, end).rfind('\n');
    const std::size_t column = before == std::string_view::npos ? end + 1 : end - before;
    errors_.push_back({"", end >= text_.size() ? "is not JSON: it ends too early"
                                               : fmt::format("is not JSON: a mistake at line {}, column {}", line, column)});
    return false;
  }

 private:
  struct Level {
    bool is_object = false;
    std::size_t index = 0;
    std::string token;
    std::set<std::string> keys;
  };

  std::string pointer() const {
    std::string out;
    for (const Level& level : levels_) out += level.is_object ? level.token : fmt::format("/{}", level.index);
    return out;
  }
  bool value() {
    if (!levels_.empty()) ++levels_.back().index;
    return true;
  }
  bool open(bool is_object) {
    if (levels_.size() == kJsonDepthMax) {
      errors_.push_back({pointer(), fmt::format("is nested deeper than {} levels", kJsonDepthMax)});
      return false;
    }
    levels_.push_back({is_object, 0, {}, {}});
    return true;
  }
  bool close() {
    levels_.pop_back();
    return value();
  }

  std::string_view text_;
  JsonErrors& errors_;
  std::vector<Level> levels_;
};

}  // namespace

std::string to_text(const JsonError& error) {
  return error.pointer.empty() ? error.message : error.pointer + ": " + error.message;
}

Json parse_json(std::string_view text, JsonErrors& errors) {
  Inspector inspector(text, errors);
  if (!Json::sax_parse(text, &inspector)) return {};
  Json value = Json::parse(text, nullptr, /*allow_exceptions=*/false);
  return value.is_discarded() ? Json() : value;
}

void JsonPlace::only_keys(std::initializer_list<std::string_view> keys) const {
  if (!value_->is_object()) {
    fail(fmt::format("must be an object, not {}", type_words(*value_)));
    return;
  }
  for (const auto& [key, member] : value_->items()) {
    if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
    errors_->push_back({pointer_ + pointer_token(key), "is not a key that is known here"});
  }
}

std::optional<JsonPlace> JsonPlace::find(std::string_view key) const {
  if (!value_->is_object()) return std::nullopt;
  const auto found = value_->find(std::string(key));
  if (found == value_->end()) return std::nullopt;
  return JsonPlace(*found, pointer_ + pointer_token(key), *errors_);
}

std::optional<JsonPlace> JsonPlace::need(std::string_view key) const {
  auto found = find(key);
  if (!found && value_->is_object()) fail(fmt::format("needs \"{}\"", key));
  return found;
}

std::vector<JsonPlace> JsonPlace::items() const {
  std::vector<JsonPlace> out;
  if (!value_->is_array()) {
    fail(fmt::format("must be a list, not {}", type_words(*value_)));
    return out;
  }
  out.reserve(value_->size());
  for (std::size_t i = 0; i < value_->size(); ++i) {
    out.emplace_back((*value_)[i], fmt::format("{}/{}", pointer_, i), *errors_);
  }
  return out;
}

std::string JsonPlace::string() const {
  if (value_->is_string()) return value_->get_ref<const std::string&>();
  fail(fmt::format("must be a string, not {}", type_words(*value_)));
  return {};
}

std::string JsonPlace::text() const {
  if (value_->is_string() && value_->get_ref<const std::string&>().empty()) fail("must not be empty");
  return string();
}

bool JsonPlace::boolean() const {
  if (value_->is_boolean()) return value_->get<bool>();
  fail(fmt::format("must be true or false, not {}", type_words(*value_)));
  return false;
}

double JsonPlace::number() const {
  if (value_->is_number()) return value_->get<double>();
  fail(fmt::format("must be a number, not {}", type_words(*value_)));
  return 0;
}

std::int64_t JsonPlace::integer(std::int64_t least, std::int64_t most) const {
  if (!value_->is_number_integer()) {
    fail(fmt::format("must be a whole number{}", value_->is_number() ? "" : fmt::format(", not {}", type_words(*value_))));
    return least;
  }
  const bool too_big = value_->is_number_unsigned() && value_->get<std::uint64_t>() > static_cast<std::uint64_t>(INT64_MAX);
  const std::int64_t number = too_big ? INT64_MAX : value_->get<std::int64_t>();
  if (number >= least && number <= most && !too_big) return number;
  fail(fmt::format("must be from {} to {}", least, most));
  return least;
}

std::uint64_t JsonPlace::unsigned_integer() const {
  if (value_->is_number_unsigned()) return value_->get<std::uint64_t>();
  fail(value_->is_number_integer() ? "must not be negative"
                                   : fmt::format("must be a whole number{}", value_->is_number() ? "" : fmt::format(", not {}", type_words(*value_))));
  return 0;
}

trace::Time JsonPlace::time() const {
  if (!value_->is_number()) {
    fail(fmt::format("must be a time in seconds, not {}", type_words(*value_)));
    return 0;
  }
  const double seconds = value_->get<double>();
  if (seconds < 0) {
    fail("must not be negative");
    return 0;
  }
  if (!(seconds <= trace::to_seconds(kJsonTimeMax))) {
    fail(fmt::format("must be at most {} s", kJsonTimeMax / trace::kSecond));
    return 0;
  }
  return trace::from_seconds(seconds);
}

}  // namespace waiter::world
