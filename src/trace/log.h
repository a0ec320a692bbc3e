#pragma once
// What a run left behind of one kind (its events, its lanes), in order: a sequence that only grows, in blocks that stay where they are.
// Blocks outlive their log, because an edit runs the program again, and memory that the system gives anew (a fault for each page of it)
// costs several times what recording an event does; nothing is ever moved to make room. It does not know what it keeps.
//
// Invariants
// 1. All blocks but the last are full. A reference to an item holds until its log ends.
// 2. The process keeps at most kBlocksKeptMax blocks of a kind that no log has. One thread makes and ends logs.

#include <cstddef>
#include <iterator>
#include <new>
#include <type_traits>
#include <utility>
#include <vector>

namespace waiter::trace {

template <class T>
class Log {
 public:
  static constexpr std::size_t kBlockItems = 4096;    ///< 128 KiB of events: a short run touches only the beginning of one
  static constexpr std::size_t kBlocksKeptMax = 512;  ///< of a kind. Two million events, 64 MiB: the longest run that is usual

  class Iterator {
   public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = T;
    using difference_type = std::ptrdiff_t;
    using pointer = const T*;
    using reference = const T&;

    Iterator() = default;
    Iterator(const Log& log, std::size_t at) : log_(&log), at_(at) {}
    reference operator*() const { return (*log_)[at_]; }
    pointer operator->() const { return &(*log_)[at_]; }
    reference operator[](difference_type n) const { return *(*this + n); }
    Iterator& operator+=(difference_type n) { return at_ += static_cast<std::size_t>(n), *this; }
    Iterator& operator-=(difference_type n) { return *this += -n; }
    Iterator& operator++() { return *this += 1; }
    Iterator& operator--() { return *this += -1; }
    Iterator operator++(int) { return std::exchange(*this, *this + 1); }
    Iterator operator--(int) { return std::exchange(*this, *this - 1); }
    friend Iterator operator+(Iterator it, difference_type n) { return it += n; }
    friend Iterator operator+(difference_type n, Iterator it) { return it += n; }
    friend Iterator operator-(Iterator it, difference_type n) { return it -= n; }
    friend difference_type operator-(const Iterator& a, const Iterator& b) { return static_cast<difference_type>(a.at_ - b.at_); }
    friend bool operator==(const Iterator& a, const Iterator& b) { return a.at_ == b.at_; }
    friend auto operator<=>(const Iterator& a, const Iterator& b) { return a.at_ <=> b.at_; }

   private:
    const Log* log_ = nullptr;
    std::size_t at_ = 0;
  };

  Log() = default;
  Log(Log&& other) noexcept { swap(other); }
  Log& operator=(Log&& other) noexcept {
    Log ended(std::move(other));
    swap(ended);
    return *this;
  }
  ~Log() {
    if constexpr (!std::is_trivially_destructible_v<T>)
      for (std::size_t i = 0; i < size(); ++i) (*this)[i].~T();
    std::vector<T*>& kept = kept_blocks();
    // The first one last, so that the next log begins with the memory that the caches know.
    for (; !blocks_.empty(); blocks_.pop_back()) {
      if (kept.size() < kBlocksKeptMax) kept.push_back(blocks_.back());
      else ::operator delete(blocks_.back());
    }
  }

  void push_back(T item) { emplace_back(std::move(item)); }
  /// Makes the item where it will stay: an event put together elsewhere and copied is read before its parts are all written.
  template <class... Parts>
  void emplace_back(Parts&&... parts) {
    make_room();
    emplace_in_room(std::forward<Parts>(parts)...);
  }
  /// Whether the next item needs no new block.
  [[nodiscard]] bool has_room() const { return next_ != end_; }
  /// For a writer who must not be held up by what a new block takes. REQUIRES: the next thing that is done to the log is adding an item.
  void make_room() {
    if (!has_room()) [[unlikely]] open_block();
  }
  /// REQUIRES: has_room().
  template <class... Parts>
  void emplace_in_room(Parts&&... parts) {
    new (next_) T(std::forward<Parts>(parts)...);
    ++next_;
  }
  /// REQUIRES: index < size().
  [[nodiscard]] const T& operator[](std::size_t index) const { return blocks_[index / kBlockItems][index % kBlockItems]; }
  [[nodiscard]] T& operator[](std::size_t index) { return blocks_[index / kBlockItems][index % kBlockItems]; }
  [[nodiscard]] std::size_t size() const { return blocks_.size() * kBlockItems - static_cast<std::size_t>(end_ - next_); }
  [[nodiscard]] bool empty() const { return blocks_.empty(); }
  /// REQUIRES: not empty.
  [[nodiscard]] const T& front() const { return blocks_.front()[0]; }
  [[nodiscard]] const T& back() const { return next_[-1]; }
  [[nodiscard]] Iterator begin() const { return {*this, 0}; }
  [[nodiscard]] Iterator end() const { return {*this, size()}; }

 private:
  /// Blocks that no log has. Never ended: a log may end later than what is static here would.
  static std::vector<T*>& kept_blocks() {
    static auto* const kept = new std::vector<T*>;
    return *kept;
  }
  void open_block() {
    std::vector<T*>& kept = kept_blocks();
    if (kept.empty()) {
      blocks_.push_back(static_cast<T*>(::operator new(kBlockItems * sizeof(T))));
    } else {
      blocks_.push_back(kept.back());
      kept.pop_back();
    }
    next_ = blocks_.back();
    end_ = next_ + kBlockItems;
  }
  void swap(Log& other) noexcept {
    blocks_.swap(other.blocks_);
    std::swap(next_, other.next_);
    std::swap(end_, other.end_);
  }

  std::vector<T*> blocks_;
  T* next_ = nullptr;  ///< where the next item goes
  T* end_ = nullptr;   ///< of the last block
};

}  // namespace waiter::trace
