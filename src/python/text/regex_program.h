#pragma once
// A regular expression compiled: instructions for the backtracking matcher (regex_match.h). Made once from the tree, changed by
// nobody. Positions and widths count characters (code points of a str, or bytes).

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "python/text/regex_syntax.h"

namespace waiter::python::text::regex {

enum class Op : std::uint8_t {
  Character,      ///< a = code point
  CharacterFold,  ///< a = code point, folded; letters in either case
  Any,            ///< all but a newline
  AnyAtAll,
  Set,            ///< a = which set
  Anchor,         ///< a = regex::Anchor, b = flags
  Jump,           ///< to a
  Split,          ///< first to a, then to b
  Save,           ///< position into mark a
  BackReference,  ///< a = group, b = 1: in either case
  RepeatOne,      ///< the one-character instruction behind this, a to b times; c: 0 greedy, 1 lazy, 2 possessive; then to the one after it
  LoopBegin,      ///< counter a starts
  Loop,           ///< counter a; limits in `loops`; body begins behind this, b is the way out
  LookBegin,      ///< a = what follows the look when a negative one holds, b = characters to step back, c = 1: negative
  LookEnd,        ///< c = 1: negative
  AtomicBegin,
  AtomicEnd,
  IfGroup,        ///< a = group; to b if it did not match
  Fail,
  Match,
};

struct Instruction {
  Op op;
  std::uint8_t c = 0;
  std::uint32_t a = 0, b = 0;
};

struct CharacterSet {
  bool negated = false;
  bool fold = false;    ///< letters in either case
  bool ascii = false;   ///< categories and case are ASCII's
  std::vector<SetItem> items;
  std::uint64_t low[4] = {};  ///< the answers for characters below 256, `negated` applied
};

struct LoopLimits {
  std::uint32_t least, most;
  Node::Greed greed;
};

struct Program {
  std::vector<Instruction> code;
  std::vector<CharacterSet> sets;
  std::vector<LoopLimits> loops;
  std::vector<char32_t> prefix;   ///< every match begins with these (compared exactly)
  std::uint64_t width_least = 0;
  std::uint32_t flags = 0;
  std::uint32_t groups = 1;       ///< group 0 counted
  std::vector<std::pair<std::string, std::uint32_t>> names;
};

/// Compiles a parsed pattern. The error is "look-behind requires fixed-width pattern", which has no position.
[[nodiscard]] Program compile(const Parsed& parsed, std::optional<SyntaxError>& error);

// What a character is. `ascii`: by ASCII's rules alone.
[[nodiscard]] bool is_in(Category category, char32_t c, bool ascii);
[[nodiscard]] char32_t lower(char32_t c, bool ascii);
/// Equal but for case, as re.IGNORECASE sees it (Modules/_sre: lower case, and the few letters that share one).
[[nodiscard]] char32_t fold(char32_t c, bool ascii);
[[nodiscard]] bool set_has(const CharacterSet& set, char32_t c);
[[nodiscard]] inline bool set_has_fast(const CharacterSet& set, char32_t c) {
  return c < 256 ? (set.low[c >> 6] >> (c & 63) & 1) != 0 : set_has(set, c);
}

}  // namespace waiter::python::text::regex
