#include "python/arena.h"

#include <cstdint>

namespace waiter::python {

namespace {
// Large enough that a lesson's tree takes a few blocks, small enough that an empty program costs nothing to speak of.
constexpr std::size_t kBlockSize = 16 * 1024;
}  // namespace

void* Arena::allocate(std::size_t size, std::size_t alignment) {
  std::size_t start = (used_ + alignment - 1) & ~(alignment - 1);
  if (blocks_.empty() || start + size > size_) {
    size_ = size > kBlockSize ? size : kBlockSize;
    // new[] of bytes is aligned for every fundamental type, which is all that a tree holds.
    blocks_.push_back(std::unique_ptr<std::byte[]>(new std::byte[size_]));
    start = 0;
  }
  used_ = start + size;
  return blocks_.back().get() + start;
}

std::string_view Arena::copy(std::string_view text) {
  if (text.empty()) return {};
  char* place = static_cast<char*>(allocate(text.size(), 1));
  std::memcpy(place, text.data(), text.size());
  return {place, text.size()};
}

}  // namespace waiter::python
