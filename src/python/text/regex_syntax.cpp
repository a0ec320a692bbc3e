#include "python/text/regex_syntax.h"

#include <algorithm>

#include "python/text/string_repr.h"
#include "python/text/unicode.h"

namespace waiter::python::text::regex {
namespace {

constexpr std::uint32_t kTypeFlags = kAscii | kLocale | kUnicode;
constexpr std::uint32_t kGlobalFlags = kDebug | kTemplate;

std::string utf8(const std::u32string& text) {
  std::string out;
  for (const char32_t c : text) append_code_point(out, c);
  return out;
}

bool is_digit(char32_t c) { return c >= '0' && c <= '9'; }
bool is_octal(char32_t c) { return c >= '0' && c <= '7'; }
bool is_hex(char32_t c) { return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F'); }
bool is_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_white(char32_t c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::uint32_t flag_of(char32_t c) {
  switch (c) {
    case 'i': return kIgnoreCase;
    case 'L': return kLocale;
    case 'm': return kMultiLine;
    case 's': return kDotAll;
    case 'x': return kVerbose;
    case 'a': return kAscii;
    case 't': return kTemplate;
    case 'u': return kUnicode;
    default: return 0;
  }
}

std::uint64_t to_number(const std::u32string& digits, unsigned base, std::size_t from = 0) {
  std::uint64_t value = 0;
  for (std::size_t i = from; i < digits.size(); ++i) {
    const char32_t c = digits[i];
    const unsigned digit = is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10;
    value = std::min<std::uint64_t>(value * base + digit, std::uint64_t{1} << 40);
  }
  return value;
}

/// The pattern as the parser reads it: characters, an escape being two of them.
class Reader {
 public:
  Reader(const std::vector<char32_t>& pattern, bool bytes) : is_bytes(bytes), pattern_(pattern) {}

  /// The next token; empty at the end.
  [[nodiscard]] const std::u32string& next() const { return next_; }
  [[nodiscard]] bool at_end() const { return next_.empty(); }
  [[nodiscard]] bool next_is(char32_t c) const { return next_.size() == 1 && next_[0] == c; }
  [[nodiscard]] std::int64_t tell() const { return static_cast<std::int64_t>(index_ - next_.size()); }

  bool advance() {
    next_.clear();
    if (index_ >= pattern_.size()) return true;
    next_.push_back(pattern_[index_++]);
    if (next_[0] == '\\') {
      if (index_ >= pattern_.size()) return fail_at("bad escape (end of pattern)", static_cast<std::int64_t>(pattern_.size()) - 1);
      next_.push_back(pattern_[index_++]);
    }
    return true;
  }
  std::u32string get() {
    std::u32string token = next_;
    if (!advance()) return token;
    return token;
  }
  bool match(char32_t c) {
    if (!next_is(c)) return false;
    (void)advance();
    return true;
  }
  template <class Test>
  std::u32string get_while(std::size_t count, Test test) {
    std::u32string found;
    while (found.size() < count && next_.size() == 1 && test(next_[0])) found += get();
    return found;
  }
  void seek(std::int64_t at) {
    index_ = static_cast<std::size_t>(at);
    (void)advance();
  }
  bool fail(std::string message, std::int64_t offset = 0) { return fail_at(std::move(message), tell() - offset); }
  bool fail_at(std::string message, std::int64_t position) {
    if (!error) error = SyntaxError{std::move(message), position};
    return false;
  }

  const bool is_bytes;
  std::optional<SyntaxError> error;

 private:
  const std::vector<char32_t>& pattern_;
  std::size_t index_ = 0;
  std::u32string next_;
};

class Parser {
 public:
  Parser(const std::vector<char32_t>& pattern, std::uint32_t flags, bool is_bytes) : source_(pattern, is_bytes), flags_(flags) {}

  Parsed run() {
    Parsed parsed;
    if (source_.advance()) parsed.root = alternation((flags_ & kVerbose) != 0, 0);
    if (!source_.error) check_flags();
    if (!source_.error && !source_.at_end()) source_.fail("unbalanced parenthesis");
    if (!source_.error)
      for (const auto& [group, position] : reference_positions_)
        if (group >= groups_) {
          source_.fail_at("invalid group reference " + std::to_string(group), position);
          break;
        }
    parsed.error = source_.error;
    parsed.warnings = std::move(warnings_);
    parsed.flags = flags_;
    parsed.groups = groups_;
    parsed.names = std::move(names_);
    if (parsed.error) parsed.root = nullptr;
    return parsed;
  }

 private:
  NodePtr make(Node::Kind kind) const {
    auto node = std::make_unique<Node>();
    node->kind = kind;
    return node;
  }
  NodePtr literal(char32_t c) const {
    NodePtr node = make(Node::Kind::Literal);
    node->character = c;
    return node;
  }
  NodePtr category(Category which) const {
    NodePtr node = make(Node::Kind::Set);
    SetItem item;
    item.category = which;
    node->items.push_back(item);
    return node;
  }
  NodePtr anchor(Anchor which) const {
    NodePtr node = make(Node::Kind::Anchor);
    node->anchor = which;
    return node;
  }

  void check_flags() {
    const auto value_error = [&](const char* message) { source_.error = SyntaxError{message, -1, SyntaxError::Type::Value}; };
    if (!source_.is_bytes) {
      if ((flags_ & kLocale) != 0) return value_error("cannot use LOCALE flag with a str pattern");
      if ((flags_ & kAscii) != 0 && (flags_ & kUnicode) != 0) return value_error("ASCII and UNICODE flags are incompatible");
      if ((flags_ & kAscii) == 0) flags_ |= kUnicode;
    } else {
      if ((flags_ & kUnicode) != 0) return value_error("cannot use UNICODE flag with a bytes pattern");
      if ((flags_ & kLocale) != 0 && (flags_ & kAscii) != 0) return value_error("ASCII and LOCALE flags are incompatible");
    }
  }

  [[nodiscard]] bool is_open(std::uint32_t group) const { return group >= groups_ || open_[group]; }

  /// _parse_sub
  NodePtr alternation(bool verbose, int nested) {
    if (nested > kDepthMax) {
      source_.error = SyntaxError{"maximum recursion depth exceeded", -1, SyntaxError::Type::Recursion};
      return nullptr;
    }
    NodePtr result = make(Node::Kind::Alternation);
    while (true) {
      NodePtr branch = sequence(verbose, nested + 1, nested == 0 && result->children.empty());
      if (source_.error) return nullptr;
      result->children.push_back(std::move(branch));
      if (!source_.match('|')) break;
      if (nested == 0) verbose = (flags_ & kVerbose) != 0;
    }
    if (source_.error) return nullptr;
    if (result->children.size() == 1) return std::move(result->children[0]);
    return result;
  }

  /// _parse
  NodePtr sequence(bool verbose, int nested, bool first) {
    NodePtr parts = make(Node::Kind::Sequence);
    while (!source_.error) {
      if (source_.at_end() || source_.next_is('|') || source_.next_is(')')) break;
      const std::u32string token = source_.get();
      if (source_.error) break;
      const char32_t c = token[0];
      if (verbose && token.size() == 1) {
        if (is_white(c)) continue;
        if (c == '#') {
          while (!source_.error) {
            const std::u32string skipped = source_.get();
            if (skipped.empty() || skipped == U"\n") break;
          }
          continue;
        }
      }
      if (c == '\\') {
        if (NodePtr node = escape(token)) parts->children.push_back(std::move(node));
        continue;
      }
      switch (c) {
        case '[':
          if (NodePtr node = set()) parts->children.push_back(std::move(node));
          break;
        case '*': case '+': case '?': case '{': repeat(c, *parts); break;
        case '.': parts->children.push_back(make(Node::Kind::Any)); break;
        case '(': parenthesis(*parts, verbose, nested, first); break;
        case '^': parts->children.push_back(anchor(Anchor::LineStart)); break;
        case '$': parts->children.push_back(anchor(Anchor::LineEnd)); break;
        default: parts->children.push_back(literal(c));
      }
      if (globals_changed_) {
        verbose = (flags_ & kVerbose) != 0;
        globals_changed_ = false;
      }
    }
    return source_.error ? nullptr : std::move(parts);
  }

  // --- escapes ---

  bool simple_escape(char32_t c, char32_t& value) {
    switch (c) {
      case 'a': value = 7; return true;
      case 'b': value = 8; return true;
      case 'f': value = 12; return true;
      case 'n': value = 10; return true;
      case 'r': value = 13; return true;
      case 't': value = 9; return true;
      case 'v': value = 11; return true;
      case '\\': value = '\\'; return true;
      default: return false;
    }
  }
  std::optional<Category> category_escape(char32_t c) {
    switch (c) {
      case 'd': return Category::Digit;
      case 'D': return Category::NotDigit;
      case 's': return Category::Space;
      case 'S': return Category::NotSpace;
      case 'w': return Category::Word;
      case 'W': return Category::NotWord;
      default: return std::nullopt;
    }
  }
  /// \x, \u, \U. 1: done; 0: not one of them; -1: error.
  int hex_escape(std::u32string& token, char32_t& value) {
    const char32_t c = token[1];
    std::size_t digits = 0;
    if (c == 'x') digits = 2;
    else if (c == 'u' && !source_.is_bytes) digits = 4;
    else if (c == 'U' && !source_.is_bytes) digits = 8;
    else return 0;
    token += source_.get_while(digits, is_hex);
    const auto length = static_cast<std::int64_t>(token.size());
    if (token.size() != digits + 2) {
      source_.fail("incomplete escape " + utf8(token), length);
      return -1;
    }
    const std::uint64_t number = to_number(token, 16, 2);
    if (number > 0x10FFFF) {
      source_.fail("bad escape " + utf8(token), length);
      return -1;
    }
    value = static_cast<char32_t>(number);
    return 1;
  }
  NodePtr bad_escape(const std::u32string& token) {
    if (token == U"\\N" && !source_.is_bytes && source_.next_is('{')) {
      source_.fail("One Waiter does not know the names of characters: the character itself, or \\u and its number, is the way", 2);
      return nullptr;
    }
    source_.fail("bad escape " + utf8(token), static_cast<std::int64_t>(token.size()));
    return nullptr;
  }
  NodePtr octal_too_large(const std::u32string& token) {
    source_.fail("octal escape value " + utf8(token) + " outside of range 0-0o377", static_cast<std::int64_t>(token.size()));
    return nullptr;
  }

  /// _class_escape: a Literal, or a Set of one category.
  NodePtr class_escape(std::u32string token) {
    const char32_t c = token[1];
    char32_t value = 0;
    if (simple_escape(c, value)) return literal(value);
    if (const auto found = category_escape(c)) return category(*found);
    const int hex = hex_escape(token, value);
    if (hex != 0) return hex > 0 ? literal(value) : nullptr;
    if (is_octal(c)) {
      token += source_.get_while(2, is_octal);
      const std::uint64_t number = to_number(token, 8, 1);
      if (number > 0377) return octal_too_large(token);
      return literal(static_cast<char32_t>(number));
    }
    if (is_digit(c) || is_letter(c)) return bad_escape(token);
    return literal(c);
  }

  /// _escape
  NodePtr escape(std::u32string token) {
    const char32_t c = token[1];
    switch (c) {
      case 'A': return anchor(Anchor::Start);
      case 'b': return anchor(Anchor::Boundary);
      case 'B': return anchor(Anchor::NotBoundary);
      case 'Z': return anchor(Anchor::VeryEnd);
      default: break;
    }
    if (const auto found = category_escape(c)) return category(*found);
    char32_t value = 0;
    if (simple_escape(c, value)) return literal(value);
    const int hex = hex_escape(token, value);
    if (hex != 0) return hex > 0 ? literal(value) : nullptr;
    if (c == '0') {
      token += source_.get_while(2, is_octal);
      return literal(static_cast<char32_t>(to_number(token, 8, 1)));
    }
    if (is_digit(c)) {
      if (source_.next().size() == 1 && is_digit(source_.next()[0])) {
        token += source_.get();
        if (is_octal(token[1]) && is_octal(token[2]) && source_.next().size() == 1 && is_octal(source_.next()[0])) {
          token += source_.get();
          const std::uint64_t number = to_number(token, 8, 1);
          if (number > 0377) return octal_too_large(token);
          return literal(static_cast<char32_t>(number));
        }
      }
      const auto group = static_cast<std::uint32_t>(to_number(token, 10, 1));
      const auto length = static_cast<std::int64_t>(token.size());
      if (group >= groups_) {
        source_.fail("invalid group reference " + std::to_string(group), length - 1);
        return nullptr;
      }
      if (is_open(group)) {
        source_.fail("cannot refer to an open group", length);
        return nullptr;
      }
      return back_reference(group);
    }
    if (is_letter(c)) return bad_escape(token);
    return literal(c);
  }

  NodePtr back_reference(std::uint32_t group) {
    if (!may_refer_in_lookbehind(group)) return nullptr;
    NodePtr node = make(Node::Kind::BackReference);
    node->group = group;
    return node;
  }
  bool may_refer_in_lookbehind(std::uint32_t group) {
    if (!lookbehind_groups_) return true;
    if (is_open(group)) return source_.fail("cannot refer to an open group");
    if (group >= *lookbehind_groups_) return source_.fail("cannot refer to group defined in the same lookbehind subpattern");
    return true;
  }

  // --- sets, repeats ---

  /// What another syntax of sets, some day, would read otherwise.
  void warn(const char* what, std::int64_t position) {
    warnings_.push_back(std::string("Possible ") + what + " at position " + std::to_string(position));
  }
  void warn_of_doubled(char32_t c, std::int64_t position) {
    if (c == '-') warn("set difference", position);
    else if (c == '&') warn("set intersection", position);
    else if (c == '~') warn("set symmetric difference", position);
    else if (c == '|') warn("set union", position);
  }

  NodePtr set() {
    const std::int64_t here = source_.tell() - 1;
    NodePtr node = make(Node::Kind::Set);
    if (source_.next_is('[')) warn("nested set", source_.tell());
    node->negated = source_.match('^');
    const auto unterminated = [&] {
      source_.fail("unterminated character set", source_.tell() - here);
      return nullptr;
    };
    const auto add = [&](const Node& what) {
      if (what.kind == Node::Kind::Literal) node->items.push_back({what.character, what.character, std::nullopt});
      else node->items.push_back(what.items[0]);
    };
    while (true) {
      const std::u32string token = source_.get();
      if (source_.error) return nullptr;
      if (token.empty()) return unterminated();
      if (token == U"]" && !node->items.empty()) break;
      if (!node->items.empty() && token.size() == 1 && source_.next_is(token[0])) warn_of_doubled(token[0], source_.tell() - 1);
      NodePtr low = token[0] == '\\' ? class_escape(token) : literal(token[0]);
      if (low == nullptr) return nullptr;
      if (!source_.match('-')) {
        if (source_.error) return nullptr;
        add(*low);
        continue;
      }
      if (source_.error) return nullptr;
      const std::u32string other = source_.get();
      if (source_.error) return nullptr;
      if (other.empty()) return unterminated();
      if (other == U"]") {
        add(*low);
        node->items.push_back({'-', '-', std::nullopt});
        break;
      }
      if (other == U"-") warn("set difference", source_.tell() - 2);
      NodePtr high = other[0] == '\\' ? class_escape(other) : literal(other[0]);
      if (high == nullptr) return nullptr;
      if (low->kind != Node::Kind::Literal || high->kind != Node::Kind::Literal || high->character < low->character) {
        source_.fail("bad character range " + utf8(token) + "-" + utf8(other), static_cast<std::int64_t>(token.size() + 1 + other.size()));
        return nullptr;
      }
      node->items.push_back({low->character, high->character, std::nullopt});
    }
    return node;
  }

  void repeat(char32_t c, Node& parts) {
    const std::int64_t here = source_.tell();
    std::uint64_t least = 0, most = kUnlimited;
    if (c == '?') most = 1;
    else if (c == '+') least = 1;
    else if (c == '{') {
      if (source_.next_is('}')) {
        parts.children.push_back(literal(c));
        return;
      }
      const std::u32string low = source_.get_while(SIZE_MAX, is_digit);
      std::u32string high = low;
      if (source_.match(',')) high = source_.get_while(SIZE_MAX, is_digit);
      if (source_.error) return;
      if (!source_.match('}')) {
        if (source_.error) return;
        parts.children.push_back(literal(c));
        source_.seek(here);
        return;
      }
      const auto too_large = [&] { source_.error = SyntaxError{"the repetition number is too large", -1, SyntaxError::Type::Overflow}; };
      if (!low.empty()) {
        least = to_number(low, 10);
        if (least >= kUnlimited) return too_large();
      }
      if (!high.empty()) {
        most = to_number(high, 10);
        if (most >= kUnlimited) return too_large();
        if (most < least) {
          source_.fail("min repeat greater than max repeat", source_.tell() - here);
          return;
        }
      }
    }
    if (source_.error) return;
    Node* item = parts.children.empty() ? nullptr : parts.children.back().get();
    const std::int64_t back = source_.tell() - here + 1;
    if (item == nullptr || item->kind == Node::Kind::Anchor) {
      source_.fail("nothing to repeat", back);
      return;
    }
    if (item->kind == Node::Kind::Repeat) {
      source_.fail("multiple repeat", back);
      return;
    }
    NodePtr node = make(Node::Kind::Repeat);
    node->least = static_cast<std::uint32_t>(least);
    node->most = static_cast<std::uint32_t>(most);
    node->greed = source_.match('?') ? Node::Greed::Lazy : source_.match('+') ? Node::Greed::Possessive : Node::Greed::Greedy;
    node->children.push_back(std::move(parts.children.back()));
    parts.children.back() = std::move(node);
  }

  // --- parentheses ---

  /// getuntil. Empty: an error is set.
  std::u32string name_until(char32_t terminator) {
    std::u32string name;
    while (true) {
      const std::u32string token = source_.next();
      if (!source_.advance()) return {};
      if (token.empty()) {
        if (name.empty()) source_.fail("missing group name");
        else source_.fail("missing " + utf8(std::u32string(1, terminator)) + ", unterminated name", static_cast<std::int64_t>(name.size()));
        return {};
      }
      if (token.size() == 1 && token[0] == terminator) {
        if (name.empty()) source_.fail("missing group name", 1);
        return name;
      }
      name += token;
    }
  }
  static std::string name_repr(const std::u32string& name) { return string_repr(utf8(name)); }
  bool check_name(const std::u32string& name) {
    if (is_identifier_string(utf8(name))) return true;
    return source_.fail("bad character in group name " + name_repr(name), static_cast<std::int64_t>(name.size()) + 1);
  }
  [[nodiscard]] std::optional<std::uint32_t> find_name(const std::string& name) const {
    for (const auto& [known, group] : names_)
      if (known == name) return group;
    return std::nullopt;
  }

  void parenthesis(Node& parts, bool verbose, int nested, bool first) {
    const std::int64_t start = source_.tell() - 1;
    bool capture = true, atomic = false;
    std::u32string name;
    std::uint32_t add_flags = 0, remove_flags = 0;
    const auto unterminated = [&] { source_.fail("missing ), unterminated subpattern", source_.tell() - start); };
    if (source_.match('?')) {
      const std::u32string token = source_.get();
      if (source_.error) return;
      if (token.empty()) {
        source_.fail("unexpected end of pattern");
        return;
      }
      const char32_t c = token.size() == 1 ? token[0] : U'\\';
      if (c == 'P') {
        if (source_.match('<')) {
          name = name_until('>');
          if (source_.error || !check_name(name)) return;
        } else if (source_.match('=')) {
          name = name_until(')');
          if (source_.error || !check_name(name)) return;
          const auto group = find_name(utf8(name));
          const auto length = static_cast<std::int64_t>(name.size()) + 1;
          if (!group) {
            source_.fail("unknown group name " + name_repr(name), length);
            return;
          }
          if (is_open(*group)) {
            source_.fail("cannot refer to an open group", length);
            return;
          }
          if (NodePtr node = back_reference(*group)) parts.children.push_back(std::move(node));
          return;
        } else {
          const std::u32string other = source_.get();
          if (source_.error) return;
          if (other.empty()) source_.fail("unexpected end of pattern");
          else source_.fail("unknown extension ?P" + utf8(other), static_cast<std::int64_t>(other.size()) + 2);
          return;
        }
      } else if (c == ':') {
        capture = false;
      } else if (c == '#') {
        while (true) {
          if (source_.at_end()) {
            source_.fail("missing ), unterminated comment", source_.tell() - start);
            return;
          }
          if (source_.get() == U")" || source_.error) return;
        }
      } else if (c == '=' || c == '!' || c == '<') {
        look(parts, c, start, verbose, nested);
        return;
      } else if (c == '(') {
        conditional(parts, start, verbose, nested);
        return;
      } else if (c == '>') {
        capture = false;
        atomic = true;
      } else if (flag_of(c) != 0 || c == '-') {
        bool global = false;
        if (!read_flags(c, add_flags, remove_flags, global)) return;
        if (global) {
          if (!first || !parts.children.empty()) {
            source_.fail("global flags not at the start of the expression", source_.tell() - start);
            return;
          }
          globals_changed_ = true;
          return;
        }
        capture = false;
      } else {
        source_.fail("unknown extension ?" + utf8(token), static_cast<std::int64_t>(token.size()) + 1);
        return;
      }
    }
    if (source_.error) return;
    NodePtr node = make(atomic ? Node::Kind::Atomic : Node::Kind::Group);
    if (capture) {
      if (!open_group(name, *node)) return;
    }
    node->scoped_flags = add_flags != 0 || remove_flags != 0;
    node->flags = add_flags;
    node->least = remove_flags;  // read by apply_flags() only
    const bool inner_verbose = (verbose || (add_flags & kVerbose) != 0) && (remove_flags & kVerbose) == 0;
    NodePtr inner = alternation(inner_verbose, nested + 1);
    if (source_.error) return;
    if (!source_.match(')')) {
      unterminated();
      return;
    }
    if (source_.error) return;
    if (node->group != 0) open_[node->group] = false;
    node->children.push_back(std::move(inner));
    parts.children.push_back(std::move(node));
  }

  bool open_group(const std::u32string& name, Node& node) {
    const std::uint32_t group = groups_++;
    open_.push_back(true);
    node.group = group;
    if (groups_ > kGroupsMax) return source_.fail("too many groups");
    if (name.empty()) return true;
    const std::string text = utf8(name);
    if (const auto known = find_name(text)) {
      return source_.fail("redefinition of group name " + name_repr(name) + " as group " + std::to_string(group) + "; was group " + std::to_string(*known),
                          static_cast<std::int64_t>(name.size()) + 1);
    }
    names_.emplace_back(text, group);
    return true;
  }

  void look(Node& parts, char32_t c, std::int64_t start, bool verbose, int nested) {
    NodePtr node = make(Node::Kind::Look);
    bool outermost = false;
    if (c == '<') {
      const std::u32string token = source_.get();
      if (source_.error) return;
      if (token.empty()) {
        source_.fail("unexpected end of pattern");
        return;
      }
      c = token.size() == 1 ? token[0] : U'\\';
      if (c != '=' && c != '!') {
        source_.fail("unknown extension ?<" + utf8(token), static_cast<std::int64_t>(token.size()) + 2);
        return;
      }
      node->behind = true;
      outermost = !lookbehind_groups_.has_value();
      if (outermost) lookbehind_groups_ = groups_;
    }
    NodePtr inner = alternation(verbose, nested + 1);
    if (source_.error) return;
    if (outermost) lookbehind_groups_.reset();
    if (!source_.match(')')) {
      source_.fail("missing ), unterminated subpattern", source_.tell() - start);
      return;
    }
    node->negated = c == '!';
    if (node->negated && inner->kind == Node::Kind::Sequence && inner->children.empty()) {
      parts.children.push_back(make(Node::Kind::Failure));
      return;
    }
    node->children.push_back(std::move(inner));
    parts.children.push_back(std::move(node));
  }

  void conditional(Node& parts, std::int64_t start, bool verbose, int nested) {
    const std::u32string name = name_until(')');
    if (source_.error) return;
    const auto length = static_cast<std::int64_t>(name.size()) + 1;
    std::uint32_t group = 0;
    if (is_identifier_string(utf8(name))) {
      const auto known = find_name(utf8(name));
      if (!known) {
        source_.fail("unknown group name " + name_repr(name), length);
        return;
      }
      group = *known;
    } else {
      if (!std::all_of(name.begin(), name.end(), is_digit)) {
        source_.fail("bad character in group name " + name_repr(name), length);
        return;
      }
      const std::uint64_t number = to_number(name, 10);
      if (number == 0) {
        source_.fail("bad group number", length);
        return;
      }
      if (number >= kGroupsMax) {
        source_.fail("invalid group reference " + utf8(name), length);
        return;
      }
      group = static_cast<std::uint32_t>(number);
      reference_positions_.emplace(group, source_.tell() - static_cast<std::int64_t>(name.size()) - 1);
    }
    if (!may_refer_in_lookbehind(group)) return;
    NodePtr node = make(Node::Kind::Conditional);
    node->group = group;
    NodePtr yes = sequence(verbose, nested + 1, false);
    if (source_.error) return;
    node->children.push_back(std::move(yes));
    if (source_.match('|')) {
      NodePtr no = sequence(verbose, nested + 1, false);
      if (source_.error) return;
      node->children.push_back(std::move(no));
      if (source_.next_is('|')) {
        source_.fail("conditional backref with more than two branches");
        return;
      }
    }
    if (!source_.match(')')) {
      source_.fail("missing ), unterminated subpattern", source_.tell() - start);
      return;
    }
    parts.children.push_back(std::move(node));
  }

  /// _parse_flags. `global`: they were the whole pattern's.
  bool read_flags(char32_t c, std::uint32_t& add, std::uint32_t& remove, bool& global) {
    const auto next = [&](const char* at_end, char32_t& out) {
      const std::u32string token = source_.get();
      if (source_.error) return false;
      if (token.empty()) return source_.fail(at_end);
      out = token.size() == 1 ? token[0] : U'\\';
      return true;
    };
    const auto unknown = [&](const char* otherwise) { return source_.fail(is_alpha(c) ? "unknown flag" : otherwise, c == U'\\' ? 2 : 1); };
    if (c != '-') {
      while (true) {
        const std::uint32_t flag = flag_of(c);
        if (!source_.is_bytes && c == 'L') return source_.fail("bad inline flags: cannot use 'L' flag with a str pattern");
        if (source_.is_bytes && c == 'u') return source_.fail("bad inline flags: cannot use 'u' flag with a bytes pattern");
        add |= flag;
        if ((flag & kTypeFlags) != 0 && (add & kTypeFlags) != flag)
          return source_.fail("bad inline flags: flags 'a', 'u' and 'L' are incompatible");
        if (!next("missing -, : or )", c)) return false;
        if (c == ')' || c == '-' || c == ':') break;
        if (flag_of(c) == 0) return unknown("missing -, : or )");
      }
    }
    if (c == ')') {
      flags_ |= add;
      global = true;
      return true;
    }
    if ((add & kGlobalFlags) != 0) return source_.fail("bad inline flags: cannot turn on global flag", 1);
    if (c == '-') {
      if (!next("missing flag", c)) return false;
      if (flag_of(c) == 0) return unknown("missing flag");
      while (true) {
        const std::uint32_t flag = flag_of(c);
        if ((flag & kTypeFlags) != 0) return source_.fail("bad inline flags: cannot turn off flags 'a', 'u' and 'L'");
        remove |= flag;
        if (!next("missing :", c)) return false;
        if (c == ':') break;
        if (flag_of(c) == 0) return unknown("missing :");
      }
    }
    if ((remove & kGlobalFlags) != 0) return source_.fail("bad inline flags: cannot turn off global flag", 1);
    if ((add & remove) != 0) return source_.fail("bad inline flags: flag turned on and off", 1);
    return true;
  }

  Reader source_;
  std::uint32_t flags_;
  std::uint32_t groups_ = 1;
  std::vector<bool> open_{false};
  std::vector<std::pair<std::string, std::uint32_t>> names_;
  std::vector<std::string> warnings_;
  std::map<std::uint32_t, std::int64_t> reference_positions_;
  std::optional<std::uint32_t> lookbehind_groups_;
  bool globals_changed_ = false;
};

/// Gives every node the flags in force at its place.
void apply_flags(Node& node, std::uint32_t flags) {
  if (node.kind == Node::Kind::Group && node.scoped_flags) {
    if ((node.flags & kTypeFlags) != 0) flags &= ~kTypeFlags;
    flags = (flags | node.flags) & ~node.least;
    node.least = 0;
  }
  node.flags = flags;
  for (const NodePtr& child : node.children) apply_flags(*child, flags);
}

Width sum(Width a, Width b) {
  const std::uint64_t cap = kUnlimited;
  return {std::min(a.least + b.least, cap), std::min(a.most + b.most, cap)};
}

}  // namespace

Parsed parse(const std::vector<char32_t>& pattern, std::uint32_t flags, bool is_bytes) {
  Parsed parsed = Parser(pattern, flags, is_bytes).run();
  if (parsed.root != nullptr) apply_flags(*parsed.root, parsed.flags);
  return parsed;
}

Width width_of(const Node& node, const std::vector<Width>& groups) {
  switch (node.kind) {
    case Node::Kind::Literal:
    case Node::Kind::Any:
    case Node::Kind::Set: return {1, 1};
    case Node::Kind::Anchor:
    case Node::Kind::Look:
    case Node::Kind::Failure: return {0, 0};
    case Node::Kind::BackReference: return node.group < groups.size() ? groups[node.group] : Width{0, kUnlimited};
    case Node::Kind::Sequence:
    case Node::Kind::Group:
    case Node::Kind::Atomic: {
      Width total;
      for (const NodePtr& child : node.children) total = sum(total, width_of(*child, groups));
      return total;
    }
    case Node::Kind::Alternation: {
      Width range = width_of(*node.children[0], groups);
      for (const NodePtr& child : node.children) {
        const Width one = width_of(*child, groups);
        range = {std::min(range.least, one.least), std::max(range.most, one.most)};
      }
      return range;
    }
    case Node::Kind::Conditional: {
      Width range = width_of(*node.children[0], groups);
      const Width other = node.children.size() > 1 ? width_of(*node.children[1], groups) : Width{0, 0};
      return {std::min(range.least, other.least), std::max(range.most, other.most)};
    }
    case Node::Kind::Repeat: {
      const Width one = width_of(*node.children[0], groups);
      const std::uint64_t cap = kUnlimited;
      return {std::min(one.least * node.least, cap), one.most == 0 ? 0 : node.most == kUnlimited || one.most == cap ? cap : std::min(one.most * node.most, cap)};
    }
  }
  return {};
}

}  // namespace waiter::python::text::regex
