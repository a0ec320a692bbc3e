#pragma once
// The backtracking matcher: runs a regex program over an array of characters (bytes, Latin-1 or code points). Everything that may
// have to be undone lies on one explicit stack, never on C++'s, so that no pattern and no text can overflow it; a step limit
// ends what would take for ever. It knows no Python object.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "python/text/regex_program.h"

namespace waiter::python::text::regex {

inline constexpr std::int64_t kNoMark = -1;

/// Where everything matched: two marks a group, kNoMark where it did not.
struct Found {
  std::vector<std::int64_t> marks;
  std::uint32_t last_group = 0;  ///< Match.lastindex; 0: none
};

enum class How : std::uint8_t {
  Search,     ///< anywhere from `start` on
  Match,      ///< at `start`
  FullMatch,  ///< at `start`, to the very end
};

enum class Outcome : std::uint8_t {
  Matched, NotMatched,
  OutOfSteps,   ///< more than `steps_max`
  OutOfMemory,  ///< its stack would pass kStackMax
};

/// Places to go back to; at 24 bytes each, 192 MiB of a run that has 256 for everything.
inline constexpr std::size_t kStackMax = 8u << 20;

template <class Character>
class Matcher {
 public:
  /// `text` must outlive the matcher. `end`: the text is taken to end there.
  Matcher(const Program& program, const Character* text, std::int64_t end) : program_(program), text_(text), end_(end) {}

  /// `steps` is lowered by what was done. `not_empty_at`: an empty match there does not count (kNoMark: none).
  Outcome run(How how, std::int64_t start, std::int64_t not_empty_at, std::int64_t& steps, Found& found);

 private:
  enum class Undo : std::uint8_t { Choice, Mark, LastGroup, Count, Greedy, Lazy, Look, Atomic, LoopEnter };
  struct Entry {
    Undo what;
    std::uint32_t index;  ///< the instruction, mark or counter
    std::int64_t position;
    std::int64_t value;
  };

  Outcome match_at(std::int64_t start, std::int64_t& steps);
  [[nodiscard]] bool one(const Instruction& in, std::int64_t at) const;
  [[nodiscard]] std::int64_t count_ones(const Instruction& in, std::int64_t at, std::int64_t most) const;
  [[nodiscard]] bool anchor_holds(const Instruction& in, std::int64_t at) const;
  [[nodiscard]] bool is_word(std::int64_t at, bool ascii) const {
    return at >= 0 && at < end_ && is_in(Category::Word, static_cast<char32_t>(text_[at]), ascii);
  }
  void set_mark(std::uint32_t mark, std::int64_t value) {
    stack_.push_back({Undo::Mark, mark, marks_[mark], 0});
    marks_[mark] = value;
  }
  void set_count(std::uint32_t counter, std::int64_t count, std::int64_t last) {
    stack_.push_back({Undo::Count, counter, last_[counter], counts_[counter]});
    counts_[counter] = count;
    last_[counter] = last;
  }
  /// Gives back what was there before, if the entry is of a change rather than of a choice.
  void undo(const Entry& entry) {
    if (entry.what == Undo::Mark) marks_[entry.index] = entry.position;
    if (entry.what == Undo::LastGroup) last_group_ = entry.index;
    if (entry.what == Undo::Count) {
      counts_[entry.index] = entry.value;
      last_[entry.index] = entry.position;
    }
  }
  /// Forgets the places to go back to since the innermost Look or Atomic began, but not what going back further must undo.
  std::int64_t cut(std::int64_t& position);

  const Program& program_;
  const Character* text_;
  const std::int64_t end_;
  How how_ = How::Search;
  std::int64_t not_empty_at_ = kNoMark;
  std::vector<Entry> stack_;
  std::vector<std::int64_t> marks_, counts_, last_;
  std::uint32_t last_group_ = 0;
  std::int64_t barrier_ = -1;  ///< the innermost Look or Atomic on the stack
};

extern template class Matcher<unsigned char>;
extern template class Matcher<char32_t>;

}  // namespace waiter::python::text::regex
