#pragma once
// Timsort as listobject.c has it: natural runs, binary insertion, powersort's order of merging, galloping. Comparison for comparison,
// because a program can see them: it prints in __lt__, or counts. Ours, not std::stable_sort: a learner's __lt__ may contradict itself
// or raise, and must not lead out of the array.

#include <algorithm>
#include <cstddef>
#include <vector>

namespace waiter::python {

/// `less(a, b)` of two entries: 1, 0, or -1 with an exception. INVARIANT: after an exception the entries are a permutation of what they were.
template <class Entry, class Less>
class Timsort {
 public:
  Timsort(std::vector<Entry>& entries, Less less) : entries_(entries.data()), count_(entries.size()), less_(less) {}

  bool sort() {
    if (count_ < 2) return true;
    const std::size_t minimum = minimum_run(count_);
    std::size_t at = 0;
    while (at < count_) {
      std::size_t length = 0;
      if (!natural_run(at, length)) return false;
      if (length < minimum) {
        const std::size_t forced = std::min(minimum, count_ - at);
        if (!insert_binary(at, at + forced, at + length)) return false;
        length = forced;
      }
      if (!found_new_run(at, length)) return false;
      at += length;
    }
    return merge_force_collapse();
  }

 private:
  struct Run {
    std::size_t start, length;
    int power;  ///< of the boundary behind it
  };
  static constexpr std::size_t kMinGallop = 7;

  /// merge_compute_minrun.
  static std::size_t minimum_run(std::size_t count) {
    std::size_t rest = 0;
    while (count >= 64) {
      rest |= count & 1;
      count >>= 1;
    }
    return count + rest;
  }

  /// count_run, and a descending one is turned round.
  bool natural_run(std::size_t from, std::size_t& length) {
    length = 1;
    if (from + 1 == count_) return true;
    int order = less_(entries_[from + 1], entries_[from]);
    if (order < 0) return false;
    const bool descending = order == 1;
    length = 2;
    for (std::size_t at = from + 2; at < count_; ++at, ++length) {
      order = less_(entries_[at], entries_[at - 1]);
      if (order < 0) return false;
      if ((order == 1) != descending) break;
    }
    if (descending) std::reverse(entries_ + from, entries_ + from + length);
    return true;
  }

  /// binarysort: [from, sorted) is in order; puts the rest up to `end` in.
  bool insert_binary(std::size_t from, std::size_t end, std::size_t sorted) {
    for (; sorted < end; ++sorted) {
      const Entry pivot = entries_[sorted];
      std::size_t low = from, high = sorted;
      while (low < high) {
        const std::size_t middle = low + ((high - low) >> 1);
        const int order = less_(pivot, entries_[middle]);
        if (order < 0) return false;
        if (order == 1) high = middle;
        else low = middle + 1;
      }
      for (std::size_t at = sorted; at > low; --at) entries_[at] = entries_[at - 1];
      entries_[low] = pivot;
    }
    return true;
  }

  /// powerloop: how deep the boundary between two neighbouring runs lies in the best merge tree.
  [[nodiscard]] int power_of(const Run& left, std::size_t right_length) const {
    std::size_t a = 2 * left.start + left.length, b = a + left.length + right_length;
    for (int power = 1;; ++power) {
      if (a >= count_) {
        a -= count_;
        b -= count_;
      } else if (b >= count_) {
        return power;
      }
      a <<= 1;
      b <<= 1;
    }
  }

  bool found_new_run(std::size_t start, std::size_t length) {
    if (!runs_.empty()) {
      const int power = power_of(runs_.back(), length);
      while (runs_.size() > 1 && runs_[runs_.size() - 2].power > power)
        if (!merge_at(runs_.size() - 2)) return false;
      runs_.back().power = power;
    }
    runs_.push_back({start, length, 0});
    return true;
  }

  bool merge_force_collapse() {
    while (runs_.size() > 1) {
      std::size_t n = runs_.size() - 2;
      if (n > 0 && runs_[n - 1].length < runs_[n + 1].length) --n;
      if (!merge_at(n)) return false;
    }
    return true;
  }

  /// Joins run n and its neighbour.
  bool merge_at(std::size_t n) {
    Entry *a = entries_ + runs_[n].start, *b = entries_ + runs_[n + 1].start;
    std::size_t na = runs_[n].length, nb = runs_[n + 1].length;
    runs_[n].length = na + nb;
    runs_.erase(runs_.begin() + static_cast<std::ptrdiff_t>(n) + 1);
    std::size_t k = 0;
    if (!gallop_right(*b, a, na, 0, k)) return false;
    a += k;
    na -= k;
    if (na == 0) return true;
    if (!gallop_left(a[na - 1], b, nb, nb - 1, k)) return false;
    nb = k;
    if (nb == 0) return true;
    return na <= nb ? merge_low(a, na, b, nb) : merge_high(a, na, b, nb);
  }

  /// The place `k` of `key` in a[0..n): a[k-1] < key <= a[k]. The search begins at `hint`.
  bool gallop_left(const Entry& key, const Entry* a, std::size_t n, std::size_t hint, std::size_t& k) {
    return gallop(n, hint, k, [&](std::size_t i) { return less_(a[i], key); });
  }
  /// a[k-1] <= key < a[k].
  bool gallop_right(const Entry& key, const Entry* a, std::size_t n, std::size_t hint, std::size_t& k) {
    return gallop(n, hint, k, [&](std::size_t i) {
      const int order = less_(key, a[i]);
      return order < 0 ? order : 1 - order;
    });
  }

  /// `is_before(i)`: does entry i stand before the place looked for? 1, 0, or -1 with an exception.
  template <class IsBefore>
  static bool gallop(std::size_t n, std::size_t hint, std::size_t& k, IsBefore is_before) {
    std::size_t near = 0, far = 1;
    int before = is_before(hint);
    if (before < 0) return false;
    const bool to_right = before == 1;
    const std::size_t most = to_right ? n - hint : hint + 1;
    while (far < most) {
      before = is_before(to_right ? hint + far : hint - far);
      if (before < 0) return false;
      if ((before == 1) != to_right) break;
      near = far;
      far = (far << 1) + 1;
    }
    far = std::min(far, most);
    // Now it lies in (low - 1, high].
    std::size_t low = to_right ? hint + near + 1 : hint + 1 - far, high = to_right ? hint + far : hint - near;
    while (low < high) {
      const std::size_t middle = low + ((high - low) >> 1);
      before = is_before(middle);
      if (before < 0) return false;
      if (before == 1) low = middle + 1;
      else high = middle;
    }
    k = high;
    return true;
  }

  /// merge_lo: the left run, which is no longer than the right one, is set aside; filled from the left.
  bool merge_low(Entry* left, std::size_t na, Entry* b, std::size_t nb) {
    spare_.assign(left, left + na);
    const Entry* a = spare_.data();
    Entry* out = left;
    const bool fine = merge_low_into(out, a, na, b, nb);
    if (fine && na == 1 && nb > 0) {  // the last of the left belongs behind all
      out = std::copy(b, b + nb, out);
    }
    std::copy(a, a + na, out);
    return fine;
  }

  bool merge_low_into(Entry*& out, const Entry*& a, std::size_t& na, Entry*& b, std::size_t& nb) {
    *out++ = *b++;
    if (--nb == 0 || na == 1) return true;
    for (;;) {
      std::size_t won_a = 0, won_b = 0;
      for (;;) {
        const int order = less_(*b, *a);
        if (order < 0) return false;
        if (order == 1) {
          *out++ = *b++;
          won_a = 0;
          if (--nb == 0) return true;
          if (++won_b >= min_gallop_) break;
        } else {
          *out++ = *a++;
          won_b = 0;
          if (--na == 1) return true;
          if (++won_a >= min_gallop_) break;
        }
      }
      ++min_gallop_;
      do {
        min_gallop_ -= min_gallop_ > 1 ? 1 : 0;
        if (!gallop_right(*b, a, na, 0, won_a)) return false;
        out = std::copy(a, a + won_a, out);
        a += won_a;
        na -= won_a;
        if (na <= 1) return true;  // 0: only where __lt__ contradicts itself
        *out++ = *b++;
        if (--nb == 0) return true;
        if (!gallop_left(*a, b, nb, 0, won_b)) return false;
        out = std::copy(b, b + won_b, out);
        b += won_b;
        nb -= won_b;
        if (nb == 0) return true;
        *out++ = *a++;
        if (--na == 1) return true;
      } while (won_a >= kMinGallop || won_b >= kMinGallop);
      ++min_gallop_;
    }
  }

  /// merge_hi: the right run is set aside; filled from the right.
  bool merge_high(Entry* left, std::size_t na, Entry* right, std::size_t nb) {
    spare_.assign(right, right + nb);
    Entry* out = right + nb;  // one past the next place
    const bool fine = merge_high_into(out, left, na, nb);
    if (fine && nb == 1 && na > 0) {  // the first of the right belongs before all
      out = std::copy_backward(left, left + na, out);
    }
    std::copy_backward(spare_.data(), spare_.data() + nb, out);
    return fine;
  }

  bool merge_high_into(Entry*& out, Entry* const a, std::size_t& na, std::size_t& nb) {
    const Entry* const b = spare_.data();
    *--out = a[--na];
    if (na == 0 || nb == 1) return true;
    for (;;) {
      std::size_t won_a = 0, won_b = 0;
      for (;;) {
        const int order = less_(b[nb - 1], a[na - 1]);
        if (order < 0) return false;
        if (order == 1) {
          *--out = a[--na];
          won_b = 0;
          if (na == 0) return true;
          if (++won_a >= min_gallop_) break;
        } else {
          *--out = b[--nb];
          won_a = 0;
          if (nb == 1) return true;
          if (++won_b >= min_gallop_) break;
        }
      }
      ++min_gallop_;
      do {
        min_gallop_ -= min_gallop_ > 1 ? 1 : 0;
        std::size_t k = 0;
        if (!gallop_right(b[nb - 1], a, na, na - 1, k)) return false;
        won_a = na - k;
        out = std::copy_backward(a + k, a + na, out);
        na = k;
        if (na == 0) return true;
        *--out = b[--nb];
        if (nb == 1) return true;
        if (!gallop_left(a[na - 1], b, nb, nb - 1, k)) return false;
        won_b = nb - k;
        out = std::copy_backward(b + k, b + nb, out);
        nb = k;
        if (nb <= 1) return true;  // 0: only where __lt__ contradicts itself
        *--out = a[--na];
        if (na == 0) return true;
      } while (won_a >= kMinGallop || won_b >= kMinGallop);
      ++min_gallop_;
    }
  }

  Entry* entries_;
  std::size_t count_;
  Less less_;
  std::vector<Run> runs_;
  std::vector<Entry> spare_;
  std::size_t min_gallop_ = kMinGallop;
};

}  // namespace waiter::python
