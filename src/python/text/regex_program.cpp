#include "python/text/regex_program.h"

#include <algorithm>

#include "python/text/unicode.h"
#include "trace/assert.h"

namespace waiter::python::text::regex {
namespace {

/// Letters whose lower cases differ although they are one letter in another case (Lib/re/_casefix.py, Unicode 14): each row is
/// one letter, its first form standing for all.
constexpr char32_t kSameLetter[][4] = {
    {0x69, 0x131}, {0x73, 0x17f}, {0xb5, 0x3bc}, {0x345, 0x3b9, 0x1fbe}, {0x390, 0x1fd3}, {0x3b0, 0x1fe3}, {0x3b2, 0x3d0}, {0x3b5, 0x3f5},
    {0x3b8, 0x3d1}, {0x3ba, 0x3f0}, {0x3c0, 0x3d6}, {0x3c1, 0x3f1}, {0x3c2, 0x3c3}, {0x3c6, 0x3d5}, {0x432, 0x1c80}, {0x434, 0x1c81},
    {0x43e, 0x1c82}, {0x441, 0x1c83}, {0x442, 0x1c84, 0x1c85}, {0x44a, 0x1c86}, {0x463, 0x1c87}, {0x1c88, 0xa64b}, {0x1e61, 0x1e9b},
    {0xfb05, 0xfb06},
};

class Compiler {
 public:
  Compiler(const Parsed& parsed, std::optional<SyntaxError>& error) : parsed_(parsed), error_(error) {}

  Program run() {
    program_.flags = parsed_.flags;
    program_.groups = parsed_.groups;
    program_.names = parsed_.names;
    widths_.resize(parsed_.groups, Width{0, 0});
    measure(*parsed_.root);
    program_.width_least = width_of(*parsed_.root, widths_).least;
    find_prefix(*parsed_.root);
    emit(*parsed_.root);
    add(Op::Match);
    return std::move(program_);
  }

 private:
  /// Widths of the groups, innermost first, for the back references to them.
  void measure(const Node& node) {
    for (const NodePtr& child : node.children) measure(*child);
    if (node.kind == Node::Kind::Group && node.group != 0) widths_[node.group] = width_of(node, widths_);
  }

  /// The literal characters that every match begins with. True: the node is nothing but those.
  bool find_prefix(const Node& node) {
    switch (node.kind) {
      case Node::Kind::Literal:
        if ((node.flags & kIgnoreCase) != 0) return false;
        program_.prefix.push_back(node.character);
        return true;
      case Node::Kind::Sequence:
        for (const NodePtr& child : node.children)
          if (!find_prefix(*child)) return false;
        return true;
      case Node::Kind::Group:
        return find_prefix(*node.children[0]);
      case Node::Kind::Repeat:
        if (node.least >= 1) find_prefix(*node.children[0]);
        return false;
      default:
        return false;
    }
  }

  std::uint32_t here() const { return static_cast<std::uint32_t>(program_.code.size()); }
  std::uint32_t add(Op op, std::uint32_t a = 0, std::uint32_t b = 0, std::uint8_t c = 0) {
    program_.code.push_back({op, c, a, b});
    return here() - 1;
  }

  static bool is_ascii_only(const Node& node) { return (node.flags & kUnicode) == 0; }
  static bool is_one_character(const Node& node) {
    return node.kind == Node::Kind::Literal || node.kind == Node::Kind::Any || node.kind == Node::Kind::Set;
  }

  void emit_set(const Node& node) {
    CharacterSet set;
    set.negated = node.negated;
    set.fold = (node.flags & kIgnoreCase) != 0;
    set.ascii = is_ascii_only(node);
    set.items = node.items;
    for (char32_t c = 0; c < 256; ++c)
      if (set_has(set, c)) set.low[c >> 6] |= std::uint64_t{1} << (c & 63);
    program_.sets.push_back(std::move(set));
    add(Op::Set, static_cast<std::uint32_t>(program_.sets.size() - 1));
  }

  void emit(const Node& node) {
    if (error_) return;
    switch (node.kind) {
      case Node::Kind::Literal:
        if ((node.flags & kIgnoreCase) != 0) {
          add(Op::CharacterFold, fold(node.character, is_ascii_only(node)), is_ascii_only(node) ? 1 : 0);
        } else {
          add(Op::Character, node.character);
        }
        break;
      case Node::Kind::Any: add((node.flags & kDotAll) != 0 ? Op::AnyAtAll : Op::Any); break;
      case Node::Kind::Set: emit_set(node); break;
      case Node::Kind::Anchor: add(Op::Anchor, static_cast<std::uint32_t>(node.anchor), node.flags); break;
      case Node::Kind::Sequence:
        for (const NodePtr& child : node.children) emit(*child);
        break;
      case Node::Kind::Alternation: emit_alternation(node); break;
      case Node::Kind::Group:
        if (node.group != 0) add(Op::Save, 2 * node.group);
        emit(*node.children[0]);
        if (node.group != 0) add(Op::Save, 2 * node.group + 1);
        break;
      case Node::Kind::Repeat: emit_repeat(node); break;
      case Node::Kind::BackReference:
        add(Op::BackReference, node.group, (node.flags & kIgnoreCase) == 0 ? 0 : is_ascii_only(node) ? 2 : 1);
        break;
      case Node::Kind::Look: emit_look(node); break;
      case Node::Kind::Atomic:
        add(Op::AtomicBegin);
        emit(*node.children[0]);
        add(Op::AtomicEnd);
        break;
      case Node::Kind::Conditional: {
        const std::uint32_t test = add(Op::IfGroup, node.group);
        emit(*node.children[0]);
        if (node.children.size() > 1) {
          const std::uint32_t jump = add(Op::Jump);
          program_.code[test].b = here();
          emit(*node.children[1]);
          program_.code[jump].a = here();
        } else {
          program_.code[test].b = here();
        }
        break;
      }
      case Node::Kind::Failure: add(Op::Fail); break;
    }
  }

  void emit_alternation(const Node& node) {
    std::vector<std::uint32_t> jumps;
    for (std::size_t i = 0; i < node.children.size(); ++i) {
      if (i + 1 == node.children.size()) {
        emit(*node.children[i]);
        break;
      }
      const std::uint32_t split = add(Op::Split);
      program_.code[split].a = here();
      emit(*node.children[i]);
      jumps.push_back(add(Op::Jump));
      program_.code[split].b = here();
    }
    for (const std::uint32_t jump : jumps) program_.code[jump].a = here();
  }

  void emit_repeat(const Node& node) {
    const Node& body = *node.children[0];
    if (is_one_character(body)) {
      add(Op::RepeatOne, node.least, node.most, static_cast<std::uint8_t>(node.greed));
      emit(body);
      return;
    }
    const bool possessive = node.greed == Node::Greed::Possessive;
    if (possessive) add(Op::AtomicBegin);
    const auto counter = static_cast<std::uint32_t>(program_.loops.size());
    program_.loops.push_back({node.least, node.most, possessive ? Node::Greed::Greedy : node.greed});
    add(Op::LoopBegin, counter);
    const std::uint32_t loop = add(Op::Loop, counter);
    emit(body);
    add(Op::Jump, loop);
    program_.code[loop].b = here();
    if (possessive) add(Op::AtomicEnd);
  }

  void emit_look(const Node& node) {
    std::uint64_t back = 0;
    if (node.behind) {
      const Width width = width_of(*node.children[0], widths_);
      if (width.least != width.most) {
        error_ = SyntaxError{"look-behind requires fixed-width pattern", -1, SyntaxError::Type::Regex};
        return;
      }
      back = width.least;
    }
    const std::uint8_t negative = node.negated ? 1 : 0;
    const std::uint32_t begin = add(Op::LookBegin, 0, static_cast<std::uint32_t>(back), negative);
    emit(*node.children[0]);
    add(Op::LookEnd, 0, 0, negative);
    program_.code[begin].a = here();
  }

  const Parsed& parsed_;
  std::optional<SyntaxError>& error_;
  Program program_;
  std::vector<Width> widths_;
};

}  // namespace

Program compile(const Parsed& parsed, std::optional<SyntaxError>& error) {
  WAITER_ASSERT(parsed.root != nullptr, "only a pattern without errors is compiled");
  return Compiler(parsed, error).run();
}

bool is_in(Category category, char32_t c, bool ascii) {
  const bool below = c < 128;
  switch (category) {
    case Category::Digit: return ascii ? c >= '0' && c <= '9' : is_decimal(c);
    case Category::NotDigit: return !is_in(Category::Digit, c, ascii);
    case Category::Space: return ascii ? below && (c == ' ' || (c >= '\t' && c <= '\r')) : is_space(c);
    case Category::NotSpace: return !is_in(Category::Space, c, ascii);
    case Category::Word:
      if (c == '_') return true;
      if (ascii || below) return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      return is_alpha(c) || is_decimal(c) || is_digit(c) || is_numeric(c);
    case Category::NotWord: return !is_in(Category::Word, c, ascii);
  }
  return false;
}

char32_t lower(char32_t c, bool ascii) {
  if (c < 128 || ascii) return c >= 'A' && c <= 'Z' ? c + 32 : c;
  if (c == 0x130) return 'i';  // its full lower case is two characters; the simple one is i
  const std::string text = to_lower(encode(c));
  const Decoded decoded = decode_at(text, 0);
  return decoded.size == text.size() ? decoded.code_point : c;
}

char32_t fold(char32_t c, bool ascii) {
  const char32_t low = lower(c, ascii);
  if (ascii) return low;
  for (const auto& row : kSameLetter)
    for (const char32_t other : row)
      if (other != 0 && other == low) return row[0];
  return low;
}

bool set_has(const CharacterSet& set, char32_t c) {
  const auto has = [&](char32_t one) {
    return std::any_of(set.items.begin(), set.items.end(), [&](const SetItem& item) {
      return item.category ? is_in(*item.category, one, set.ascii) : item.low <= one && one <= item.high;
    });
  };
  bool found = has(c);
  if (!found && set.fold) {
    // Any form of the letter that is in the set will do.
    const char32_t low = lower(c, set.ascii);
    found = has(low);
    if (!found && set.ascii && low >= 'a' && low <= 'z') found = has(low - 32);
    if (!found && !set.ascii) {
      const auto has_upper = [&](char32_t one) {
        const std::string text = to_upper(encode(one));
        const Decoded decoded = decode_at(text, 0);
        return decoded.size == text.size() && has(decoded.code_point);
      };
      found = has_upper(low) || std::any_of(set.items.begin(), set.items.end(), [&](const SetItem& item) {
                return !item.category && item.low == item.high && lower(item.low, false) == low;  // the sign of Kelvin, say
              });
      for (const auto& row : kSameLetter) {
        if (found || std::find(row, row + 4, low) == row + 4) continue;
        for (const char32_t other : row)
          if (other != 0 && !found) found = has(other) || has_upper(other);
      }
    }
  }
  return found != set.negated;
}

}  // namespace waiter::python::text::regex
