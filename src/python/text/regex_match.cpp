#include "python/text/regex_match.h"

#include <algorithm>

namespace waiter::python::text::regex {

template <class Character>
bool Matcher<Character>::one(const Instruction& in, std::int64_t at) const {
  const auto c = static_cast<char32_t>(text_[at]);
  switch (in.op) {
    case Op::Character: return c == in.a;
    case Op::CharacterFold: return c == in.a || fold(c, in.b != 0) == in.a;
    case Op::Any: return c != '\n';
    case Op::AnyAtAll: return true;
    case Op::Set: return set_has_fast(program_.sets[in.a], c);
    default: return false;
  }
}

template <class Character>
std::int64_t Matcher<Character>::count_ones(const Instruction& in, std::int64_t at, std::int64_t most) const {
  const std::int64_t stop = most < end_ - at ? at + most : end_;
  std::int64_t i = at;
  switch (in.op) {
    case Op::Character:
      while (i < stop && static_cast<char32_t>(text_[i]) == in.a) ++i;
      break;
    case Op::Any:
      while (i < stop && text_[i] != '\n') ++i;
      break;
    case Op::AnyAtAll: i = stop; break;
    case Op::Set: {
      const CharacterSet& set = program_.sets[in.a];
      while (i < stop && set_has_fast(set, static_cast<char32_t>(text_[i]))) ++i;
      break;
    }
    default:
      while (i < stop && one(in, i)) ++i;
  }
  return i - at;
}

template <class Character>
bool Matcher<Character>::anchor_holds(const Instruction& in, std::int64_t at) const {
  const bool many_lines = (in.b & kMultiLine) != 0;
  const bool ascii = (in.b & kUnicode) == 0;
  switch (static_cast<Anchor>(in.a)) {
    case Anchor::Start: return at == 0;
    case Anchor::LineStart: return at == 0 || (many_lines && text_[at - 1] == '\n');
    case Anchor::End:
    case Anchor::LineEnd: return at == end_ || (text_[at] == '\n' && (many_lines || at + 1 == end_));
    case Anchor::VeryEnd: return at == end_;
    case Anchor::Boundary: return is_word(at - 1, ascii) != is_word(at, ascii);
    // An empty text has no boundary and, in CPython 3.11, no non-boundary either (Modules/_sre, SRE(at)).
    case Anchor::NotBoundary: return end_ != 0 && is_word(at - 1, ascii) == is_word(at, ascii);
  }
  return false;
}

template <class Character>
std::int64_t Matcher<Character>::cut(std::int64_t& position) {
  const auto at = static_cast<std::size_t>(barrier_);
  const Entry begun = stack_[at];
  barrier_ = begun.value;
  position = begun.position;
  std::size_t kept = at;
  for (std::size_t i = at + 1; i < stack_.size(); ++i) {
    const Undo what = stack_[i].what;
    if (what == Undo::Mark || what == Undo::LastGroup || what == Undo::Count) stack_[kept++] = stack_[i];
  }
  stack_.resize(kept);
  return static_cast<std::int64_t>(at);
}

template <class Character>
Outcome Matcher<Character>::match_at(std::int64_t start, std::int64_t& steps) {
  stack_.clear();
  std::fill(marks_.begin(), marks_.end(), kNoMark);
  last_group_ = 0;
  barrier_ = -1;
  std::int64_t at = start;
  std::uint32_t pc = 0;
  const Instruction* code = program_.code.data();
  while (true) {
    if (--steps < 0) return Outcome::OutOfSteps;
    if (stack_.size() > kStackMax) return Outcome::OutOfMemory;
    const Instruction& in = code[pc];
    bool failed = false;
    switch (in.op) {
      case Op::Character:
      case Op::CharacterFold:
      case Op::Any:
      case Op::AnyAtAll:
      case Op::Set:
        failed = at >= end_ || !one(in, at);
        ++at;
        ++pc;
        break;
      case Op::Anchor:
        failed = !anchor_holds(in, at);
        ++pc;
        break;
      case Op::Jump: pc = in.a; break;
      case Op::Split:
        stack_.push_back({Undo::Choice, in.b, at, 0});
        pc = in.a;
        break;
      case Op::Save:
        set_mark(in.a, at);
        if ((in.a & 1) != 0) {
          stack_.push_back({Undo::LastGroup, last_group_, 0, 0});
          last_group_ = in.a / 2;
        }
        ++pc;
        break;
      case Op::BackReference: {
        const std::int64_t from = marks_[2 * in.a], to = marks_[2 * in.a + 1];
        if (from == kNoMark || to == kNoMark || to < from || to - from > end_ - at) {
          failed = true;
          break;
        }
        for (std::int64_t i = from; i < to && !failed; ++i, ++at) {
          const auto a = static_cast<char32_t>(text_[i]), b = static_cast<char32_t>(text_[at]);
          failed = a != b && (in.b == 0 || lower(a, in.b == 2) != lower(b, in.b == 2));
        }
        steps -= to - from;
        ++pc;
        break;
      }
      case Op::RepeatOne: {
        const Instruction& body = code[pc + 1];
        const std::int64_t least = in.a, most = in.b == kUnlimited ? end_ - at : static_cast<std::int64_t>(in.b);
        const auto greed = static_cast<Node::Greed>(in.c);
        const std::int64_t count = count_ones(body, at, greed == Node::Greed::Lazy ? least : std::max(most, least));
        steps -= count / 8;
        if (count < least) {
          failed = true;
          break;
        }
        if (greed == Node::Greed::Greedy && count > least) stack_.push_back({Undo::Greedy, pc, at + least, at + count});
        if (greed == Node::Greed::Lazy && in.b != in.a) stack_.push_back({Undo::Lazy, pc, at + count, most - least});
        at += count;
        pc += 2;
        break;
      }
      case Op::LoopBegin:
        set_count(in.a, 0, kNoMark);
        ++pc;
        break;
      case Op::Loop: {
        const LoopLimits& limits = program_.loops[in.a];
        const std::int64_t count = counts_[in.a];
        const bool may = count < limits.most || limits.most == kUnlimited;
        if (count < limits.least) {
          set_count(in.a, count + 1, at);
          ++pc;
        } else if (limits.greed == Node::Greed::Greedy) {
          if (may && at != last_[in.a]) {
            stack_.push_back({Undo::Choice, in.b, at, 0});
            set_count(in.a, count + 1, at);
            ++pc;
          } else {
            pc = in.b;
          }
        } else {
          if (may && at != last_[in.a]) stack_.push_back({Undo::LoopEnter, pc, at, 0});
          pc = in.b;
        }
        break;
      }
      case Op::LookBegin: {
        if (at < static_cast<std::int64_t>(in.b)) {
          failed = in.c == 0;  // there is no such place: a negative look holds
          pc = in.a;
          break;
        }
        stack_.push_back({Undo::Look, pc, at, barrier_});
        barrier_ = static_cast<std::int64_t>(stack_.size()) - 1;
        at -= in.b;
        ++pc;
        break;
      }
      case Op::LookEnd:
        if (in.c == 0) {
          cut(at);
          ++pc;
        } else {
          // What a negative look forbids is there: everything it did is undone, and it fails.
          const auto begun = static_cast<std::size_t>(barrier_);
          while (stack_.size() > begun + 1) {
            undo(stack_.back());
            stack_.pop_back();
          }
          barrier_ = stack_.back().value;
          stack_.pop_back();
          failed = true;
        }
        break;
      case Op::AtomicBegin:
        stack_.push_back({Undo::Atomic, pc, at, barrier_});
        barrier_ = static_cast<std::int64_t>(stack_.size()) - 1;
        ++pc;
        break;
      case Op::AtomicEnd: {
        std::int64_t ignored = 0;
        cut(ignored);
        ++pc;
        break;
      }
      case Op::IfGroup:
        pc = marks_[2 * in.a] != kNoMark && marks_[2 * in.a + 1] != kNoMark ? pc + 1 : in.b;
        break;
      case Op::Fail: failed = true; break;
      case Op::Match:
        if ((how_ == How::FullMatch && at != end_) || (at == start && start == not_empty_at_)) {
          failed = true;
          break;
        }
        marks_[0] = start;
        marks_[1] = at;
        return Outcome::Matched;
    }
    while (failed) {
      if (stack_.empty()) return Outcome::NotMatched;
      Entry& entry = stack_.back();
      switch (entry.what) {
        case Undo::Choice:
          pc = entry.index;
          at = entry.position;
          stack_.pop_back();
          failed = false;
          break;
        case Undo::Mark:
        case Undo::LastGroup:
        case Undo::Count:
          undo(entry);
          stack_.pop_back();
          break;
        case Undo::Greedy: {
          // One fewer; what must follow is looked for at once when it is a plain character.
          std::int64_t back = entry.value - 1;
          const Instruction& then = code[entry.index + 2];
          if (then.op == Op::Character) {
            while (back >= entry.position && (back >= end_ || static_cast<char32_t>(text_[back]) != then.a)) {
              --back;
              if (--steps < 0) return Outcome::OutOfSteps;
            }
          }
          if (back < entry.position) {
            stack_.pop_back();
            break;
          }
          pc = entry.index + 2;
          at = back;
          entry.value = back;
          if (back == entry.position) stack_.pop_back();
          failed = false;
          break;
        }
        case Undo::Lazy: {
          if (entry.value <= 0 || entry.position >= end_ || !one(code[entry.index + 1], entry.position)) {
            stack_.pop_back();
            break;
          }
          ++entry.position;
          --entry.value;
          pc = entry.index + 2;
          at = entry.position;
          failed = false;
          break;
        }
        case Undo::LoopEnter: {
          const Instruction& loop = code[entry.index];
          pc = entry.index + 1;
          at = entry.position;
          stack_.pop_back();
          set_count(loop.a, counts_[loop.a] + 1, at);
          failed = false;
          break;
        }
        case Undo::Look: {
          barrier_ = entry.value;
          const Instruction& look = code[entry.index];
          if (look.c != 0) {  // what a negative look forbids is not there
            pc = look.a;
            at = entry.position;
            failed = false;
          }
          stack_.pop_back();
          break;
        }
        case Undo::Atomic:
          barrier_ = entry.value;
          stack_.pop_back();
          break;
      }
      if (failed && --steps < 0) return Outcome::OutOfSteps;
    }
  }
}

template <class Character>
Outcome Matcher<Character>::run(How how, std::int64_t start, std::int64_t not_empty_at, std::int64_t& steps, Found& found) {
  how_ = how;
  not_empty_at_ = not_empty_at;
  marks_.assign(2 * static_cast<std::size_t>(program_.groups), kNoMark);
  counts_.assign(program_.loops.size(), 0);
  last_.assign(program_.loops.size(), kNoMark);
  const auto finish = [&](Outcome outcome) {
    if (outcome == Outcome::Matched) {
      found.marks = marks_;
      found.last_group = last_group_;
      // A group whose end was never reached did not match.
      for (std::size_t i = 2; i + 1 < found.marks.size(); i += 2)
        if (found.marks[i] == kNoMark || found.marks[i + 1] == kNoMark || found.marks[i + 1] < found.marks[i]) found.marks[i] = found.marks[i + 1] = kNoMark;
    }
    return outcome;
  };
  if (how != How::Search) return finish(match_at(start, steps));
  const auto last = end_ - static_cast<std::int64_t>(program_.width_least);
  for (std::int64_t at = start; at <= last; ++at) {
    if (!program_.prefix.empty()) {
      const auto first = static_cast<char32_t>(program_.prefix[0]);
      const std::int64_t from = at;
      while (at <= last && static_cast<char32_t>(text_[at]) != first) ++at;
      steps -= (at - from) / 16;
      if (at > last) break;
    }
    const Outcome outcome = match_at(at, steps);
    if (outcome != Outcome::NotMatched) return finish(outcome);
  }
  return Outcome::NotMatched;
}

template class Matcher<unsigned char>;
template class Matcher<char32_t>;

}  // namespace waiter::python::text::regex
