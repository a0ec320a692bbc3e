#pragma once
// The strings of one VM that are names: one object for each text, found by the text. It owns nothing: interned strings live as
// long as the VM's heap.
//
// Invariant: a string in it has its hash computed (hash_text of its text).

#include <cstdint>
#include <string_view>
#include <vector>

#include "python/object.h"

namespace waiter::python {

class InternTable {
 public:
  /// Null: it is not there. `hashed` is the text's hash_text().
  [[nodiscard]] Str* find(std::string_view text, std::uint64_t hashed) const {
    for (std::size_t at = hashed & (places_.size() - 1);; at = (at + 1) & (places_.size() - 1)) {
      Str* const here = places_[at];
      if (here == nullptr || (here->hash == hashed && here->view() == text)) return here;
    }
  }

  /// REQUIRES: no string of that text is there.
  void add(Str* text) {
    if (++used_ * 2 > places_.size()) grow();
    put(text);
  }

 private:
  void put(Str* text) {
    std::size_t at = text->hash & (places_.size() - 1);
    while (places_[at] != nullptr) at = (at + 1) & (places_.size() - 1);
    places_[at] = text;
  }

  void grow() {
    std::vector<Str*> before(places_.size() * 2, nullptr);
    before.swap(places_);
    for (Str* each : before)
      if (each != nullptr) put(each);
  }

  std::vector<Str*> places_ = std::vector<Str*>(8192, nullptr);  ///< a power of two; open addressing
  std::size_t used_ = 0;
};

}  // namespace waiter::python
