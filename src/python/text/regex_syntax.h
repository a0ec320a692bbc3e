#pragma once
// Regular expressions as text: parsed to a tree, with CPython 3.11's grammar, words and positions (Lib/re/_parser.py). It knows
// no matching and no Python object; patterns are code points (of a str) or bytes.

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace waiter::python::text::regex {

/// re's own numbers.
enum Flag : std::uint32_t {
  kTemplate = 1, kIgnoreCase = 2, kLocale = 4, kMultiLine = 8, kDotAll = 16, kUnicode = 32, kVerbose = 64, kDebug = 128, kAscii = 256,
};

inline constexpr std::uint32_t kUnlimited = UINT32_MAX;
/// Groups inside groups. CPython meets its own recursion limit at about a quarter of it.
inline constexpr int kDepthMax = 1000;
inline constexpr std::uint32_t kGroupsMax = 1u << 20;

enum class Category : std::uint8_t { Digit, NotDigit, Space, NotSpace, Word, NotWord };
enum class Anchor : std::uint8_t { Start, LineStart, End, LineEnd, VeryEnd, Boundary, NotBoundary };

/// One entry of a character set: a range, or a category.
struct SetItem {
  char32_t low = 0, high = 0;
  std::optional<Category> category;
};

struct Node;
using NodePtr = std::unique_ptr<Node>;

struct Node {
  enum class Kind : std::uint8_t {
    Literal, Any, Set, Anchor, Sequence, Alternation, Group, Repeat, BackReference, Look, Atomic, Conditional, Failure,
  };
  enum class Greed : std::uint8_t { Greedy, Lazy, Possessive };

  Kind kind = Kind::Sequence;
  std::uint32_t flags = 0;        ///< in force here: IgnoreCase, Ascii, DotAll, MultiLine
  char32_t character = 0;         ///< Literal
  bool negated = false;           ///< Set; Look
  bool behind = false;            ///< Look
  std::vector<SetItem> items;     ///< Set
  Anchor anchor = Anchor::Start;  ///< Anchor
  std::uint32_t group = 0;        ///< Group (0: none captured), BackReference, Conditional
  bool scoped_flags = false;      ///< Group: (?i:...)
  std::uint32_t least = 0, most = 0;  ///< Repeat
  Greed greed = Greed::Greedy;
  std::vector<NodePtr> children;  ///< Sequence: its parts; Alternation: its branches; Conditional: yes and, perhaps, no
};

struct SyntaxError {
  std::string message;
  std::int64_t position = -1;     ///< in the pattern; -1: the exception is not re.error but `type`'s
  enum class Type : std::uint8_t { Regex, Overflow, Value, Recursion } type = Type::Regex;
};

struct Parsed {
  NodePtr root;
  std::uint32_t flags = 0;        ///< given ones and those of the pattern's own
  std::uint32_t groups = 1;       ///< group 0 counted
  std::vector<std::pair<std::string, std::uint32_t>> names;  ///< in order of definition
  std::vector<std::string> warnings;  ///< FutureWarnings, with their positions
  std::optional<SyntaxError> error;
};

[[nodiscard]] Parsed parse(const std::vector<char32_t>& pattern, std::uint32_t flags, bool is_bytes);

/// How many characters a node takes: {least, most}; most is kUnlimited when it has no bound.
struct Width {
  std::uint64_t least = 0, most = 0;
};
[[nodiscard]] Width width_of(const Node& node, const std::vector<Width>& groups);

}  // namespace waiter::python::text::regex
