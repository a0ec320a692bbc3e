// json.loads: follows the C scanner of CPython (Modules/_json.c, scan_once_unicode and its callees) in what it takes, and
// in the place and the words of every complaint.

#include "python/methods/helpers.h"
#include "python/modules/json_module.h"
#include "python/text/big_int.h"
#include "python/text/float_repr.h"
#include "python/text/unicode.h"

namespace waiter::python {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

int hex_value(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

class Decoder {
 public:
  Decoder(Arguments& args, std::size_t depth_max)
      : vm_(args.vm), source_(args[0]), text_(str_view(args[0])), error_(args[2]), strict_(args[3].is_true()), object_hook_(args[4]),
        pairs_hook_(args[5]), parse_float_(args[6]), parse_int_(args[7]), parse_constant_(args[8]), depth_max_(depth_max) {}

  /// The value that begins at this code point; empty: exception.
  Ref read(std::size_t index) {
    const Str* source = cast<Str>(source_);
    if (index > source->length) return no_value_at(index);
    at_ = source->is_ascii() ? index : text::byte_offset(text_, index);
    for (;;) {
      Ref done = begin_value();
      if (!done) {
        if (vm_.has_error()) return {};
        continue;  // something was opened whose first value is next
      }
      for (;;) {
        if (levels_.empty()) return done;
        const Next next = add(done);
        if (next == Next::Failed) return {};
        if (next == Next::Value) break;
        done = close();
        if (!done) return {};
      }
    }
  }
  [[nodiscard]] std::size_t end() const { return at_; }

 private:
  enum class Next : std::uint8_t { Value, Closed, Failed };
  struct Level {
    bool is_object;
    Ref made;  ///< a list, a dict, or a list of pairs
    Ref key;
  };

  [[nodiscard]] char peek(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }
  [[nodiscard]] bool has(std::size_t at, std::string_view word) const { return text_.substr(std::min(at, text_.size()), word.size()) == word; }
  void skip_space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t' || text_[at_] == '\r')) ++at_;
  }

  [[nodiscard]] std::size_t place_of(std::size_t at) const { return text::count_code_points(text_.substr(0, std::min(at, text_.size()))); }
  Ref fail(std::string_view message, std::size_t at) { return fail_at(message, place_of(at)); }
  /// StopIteration(place), as _json.c's raise_stop_iteration: raw_decode makes "Expecting value" of it.
  Ref no_value(std::size_t at) { return no_value_at(place_of(at)); }
  Ref no_value_at(std::size_t place) { return raise_with(vm_, vm_.types.StopIteration, Value::from_int(static_cast<std::int64_t>(place))); }

  Ref fail_at(std::string_view message, std::size_t place) {
    const Ref words = make_str(vm_, message);
    const Value arguments[] = {words, source_, Value::from_int(static_cast<std::int64_t>(place))};
    const Ref exception = call(vm_, error_, arguments);
    if (exception) raise_value(vm_, exception, Value());
    return {};
  }

  /// Opens a list or object (an empty Ref, no exception) or reads the whole value.
  Ref begin_value() {
    const char c = peek(at_);
    switch (c) {
      case '"': {
        ++at_;
        return string();
      }
      case '{': return begin_object();
      case '[': return begin_array();
      case 'n':
        if (has(at_, "null")) return word(4, kNone);
        break;
      case 't':
        if (has(at_, "true")) return word(4, kTrue);
        break;
      case 'f':
        if (has(at_, "false")) return word(5, kFalse);
        break;
      case 'N':
        if (has(at_, "NaN")) return constant("NaN");
        break;
      case 'I':
        if (has(at_, "Infinity")) return constant("Infinity");
        break;
      case '-':
        if (has(at_, "-Infinity")) return constant("-Infinity");
        return number();
      default:
        if (is_digit(c)) return number();
        break;
    }
    return no_value(at_);
  }

  Ref word(std::size_t size, Value value) {
    at_ += size;
    return value;
  }

  Ref constant(std::string_view name) {
    at_ += name.size();
    const Ref text = make_str(vm_, name);
    const Value arguments[] = {text};
    return call(vm_, parse_constant_, arguments);
  }

  bool open(bool is_object) {
    if (levels_.size() >= depth_max_) {
      vm_.raise(vm_.types.RecursionError, "maximum recursion depth exceeded while decoding a JSON {} from a unicode string", is_object ? "object" : "array");
      return false;
    }
    const bool as_dict = is_object && pairs_hook_.is_none();
    levels_.push_back({is_object, as_dict ? Ref::steal(Value(make_dict(vm_))) : make_list(vm_), Ref()});
    return true;
  }

  Ref begin_object() {
    if (!open(true)) return {};
    ++at_;
    skip_space();
    if (peek(at_) == '}') {
      ++at_;
      return close();
    }
    key();
    return {};
  }

  Ref begin_array() {
    if (!open(false)) return {};
    ++at_;
    skip_space();
    if (peek(at_) == ']') {
      ++at_;
      return close();
    }
    return {};
  }

  /// "name": up to where its value begins. False: exception.
  bool key() {
    if (peek(at_) != '"') {
      fail("Expecting property name enclosed in double quotes", at_);
      return false;
    }
    ++at_;
    Ref name = known_key();
    if (!name) name = string();
    if (!name) return false;
    levels_.back().key = std::move(name);
    skip_space();
    if (peek(at_) != ':') {
      fail("Expecting ':' delimiter", at_);
      return false;
    }
    ++at_;
    skip_space();
    return true;
  }

  /// Rows of a table have the same keys: a plain one that was read before is not made again. CPython's memo does the same.
  Ref known_key() {
    const std::size_t quote = text_.find_first_of("\"\\", at_);
    if (quote == std::string_view::npos || text_[quote] != '"' || quote - at_ > 24) return {};
    const std::string_view name = text_.substr(at_, quote - at_);
    std::size_t mixed = name.size();
    for (const char c : name) {
      if (static_cast<unsigned char>(c) < 0x20) return {};
      mixed = mixed * 31 + static_cast<unsigned char>(c);
    }
    Ref& kept = keys_[mixed % keys_.size()];
    if (!kept || str_view(kept) != name) kept = make_str(vm_, name);
    at_ = quote + 1;
    return kept;
  }

  Next add(const Ref& value) {
    Level& level = levels_.back();
    vm_.charge(1);
    if (!level.is_object) {
      if (!list_reserve(vm_, cast<List>(level.made), std::uint64_t{cast<List>(level.made)->count} + 1)) return Next::Failed;
      list_append(vm_, cast<List>(level.made), value);
    } else if (level.made.get().is_kind(Kind::Dict)) {
      if (!dict_set(vm_, cast<Dict>(level.made), level.key, value)) return Next::Failed;
    } else {
      const Value pair[] = {level.key, value};
      list_append(vm_, cast<List>(level.made), tuple_of(vm_, pair));
    }
    skip_space();
    const char c = peek(at_);
    if (c == (level.is_object ? '}' : ']')) {
      ++at_;
      return Next::Closed;
    }
    if (c != ',') {
      fail("Expecting ',' delimiter", at_);
      return Next::Failed;
    }
    ++at_;
    skip_space();
    if (level.is_object && !key()) return Next::Failed;
    return Next::Value;
  }

  Ref close() {
    Level level = std::move(levels_.back());
    levels_.pop_back();
    if (!level.is_object) return level.made;
    const Value hook = pairs_hook_.is_none() ? object_hook_ : pairs_hook_;
    if (hook.is_none()) return level.made;
    const Value arguments[] = {level.made};
    return call(vm_, hook, arguments);
  }

  Ref number() {
    const std::size_t begin = at_;
    std::size_t end = begin + (text_[begin] == '-' ? 1 : 0);
    if (!is_digit(peek(end))) return no_value(begin);
    if (text_[end] == '0') {
      ++end;
    } else {
      while (is_digit(peek(end))) ++end;
    }
    bool is_fraction = false;
    if (peek(end) == '.' && is_digit(peek(end + 1))) {
      is_fraction = true;
      ++end;
      while (is_digit(peek(end))) ++end;
    }
    if (peek(end) == 'e' || peek(end) == 'E') {
      std::size_t digits = end + 1;
      if (peek(digits) == '-' || peek(digits) == '+') ++digits;
      if (is_digit(peek(digits))) {
        is_fraction = true;
        while (is_digit(peek(digits))) ++digits;
        end = digits;
      }
    }
    at_ = end;
    const std::string_view digits = text_.substr(begin, end - begin);
    const Value hook = is_fraction ? parse_float_ : parse_int_;
    if (!hook.is_none()) {
      const Ref text = make_str(vm_, digits);
      const Value arguments[] = {text};
      return call(vm_, hook, arguments);
    }
    if (is_fraction) {
      const auto value = text::parse_float(digits);
      return value ? make_float(vm_, value.value()) : vm_.raise(value.failure());
    }
    if (digits.size() <= 18) {
      std::int64_t value = 0;
      for (const char c : digits)
        if (c != '-') value = value * 10 + (c - '0');
      return make_int(vm_, digits[0] == '-' ? -value : value);
    }
    auto value = text::parse_int(digits);
    return value ? make_int(vm_, std::move(value.value())) : vm_.raise(value.failure());
  }

  /// The rest of a string behind its opening quote.
  Ref string() {
    const std::size_t begin = at_ - 1;
    std::string parts;
    std::size_t from = at_;
    for (;;) {
      std::size_t end = from;
      while (end < text_.size() && text_[end] != '"' && text_[end] != '\\') {
        if (strict_ && static_cast<unsigned char>(text_[end]) < 0x20) return fail("Invalid control character at", end);
        ++end;
      }
      if (end >= text_.size()) return fail("Unterminated string starting at", begin);
      if (text_[end] == '"') {
        at_ = end + 1;
        if (parts.empty()) return make_str(vm_, text_.substr(from, end - from));
        parts += text_.substr(from, end - from);
        return make_str(vm_, parts);
      }
      parts += text_.substr(from, end - from);
      if (end + 1 >= text_.size()) return fail("Unterminated string starting at", begin);
      const std::size_t letter = end + 1;
      static constexpr std::string_view kLetters = "\"\\/bfnrt", kMeanings = "\"\\/\b\f\n\r\t";
      if (text_[letter] != 'u') {
        const std::size_t which = kLetters.find(text_[letter]);
        if (which == std::string_view::npos) return fail("Invalid \\escape", end);
        parts += kMeanings[which];
        from = letter + 1;
        continue;
      }
      std::int32_t code = unit(letter);
      if (code < 0) return fail("Invalid \\uXXXX escape", letter);
      from = letter + 5;
      if (code >= 0xd800 && code <= 0xdbff && from + 6 < text_.size() && text_[from] == '\\' && text_[from + 1] == 'u') {
        const std::int32_t low = unit(from + 1);
        if (low < 0) return fail("Invalid \\uXXXX escape", from + 1);
        if (low >= 0xdc00 && low <= 0xdfff) {
          code = 0x10000 + ((code - 0xd800) << 10 | (low - 0xdc00));
          from += 6;
        }
      }
      text::append_code_point(parts, static_cast<char32_t>(code));
    }
  }

  /// The four digits behind the 'u' at `letter`, and at least one character more; -1 if they are not there.
  [[nodiscard]] std::int32_t unit(std::size_t letter) const {
    if (letter + 5 >= text_.size()) return -1;
    std::int32_t code = 0;
    for (std::size_t i = 1; i <= 4; ++i) {
      const int digit = hex_value(text_[letter + i]);
      if (digit < 0) return -1;
      code = code << 4 | digit;
    }
    return code;
  }

  Vm& vm_;
  Value source_;
  std::string_view text_;
  Value error_;
  bool strict_;
  Value object_hook_, pairs_hook_, parse_float_, parse_int_, parse_constant_;
  std::size_t depth_max_;
  std::size_t at_ = 0;
  std::vector<Level> levels_;
  std::array<Ref, 64> keys_{};
};

constexpr NativeDef kFunctions[] = {
    {"encode", json_encode, 11, 11},
    {"quote", json_quote, 2, 2},
    {"decode", json_decode, 10, 10},
};

}  // namespace

Ref json_decode(Arguments& args) {
  Vm& vm = args.vm;
  if (!is_str(args[0])) return vm.raise(vm.types.TypeError, "first argument must be a string, not {}", type_name(vm, args[0]));
  const auto index = to_int64(vm, args[1]);
  if (!index) return {};
  if (*index < 0) return vm.raise(vm.types.ValueError, "idx cannot be negative");
  const std::int64_t below = std::min<std::int64_t>(vm.recursion_limit, vm.limits.native_depth * kLightCallsPerRun) - (vm.frame == nullptr ? 0 : vm.frame->depth) - args[9].as_int() - 1;
  const std::string_view text = str_view(args[0]);
  Decoder decoder(args, below > 0 ? static_cast<std::size_t>(below) : 0);
  const Ref value = decoder.read(static_cast<std::size_t>(*index));
  if (!value) return {};
  const std::size_t end = cast<Str>(args[0])->is_ascii() ? decoder.end() : text::count_code_points(text.substr(0, decoder.end()));
  const Value items[] = {value, Value::from_int(static_cast<std::int64_t>(end))};
  return tuple_of(vm, items);
}

Ref make_json_module(Vm& vm) {
  Ref module = make_module(vm, "_json");
  install(vm, cast<Module>(module), kFunctions);
  return module;
}

}  // namespace waiter::python
