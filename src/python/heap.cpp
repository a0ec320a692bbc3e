#include "python/heap.h"

#include <algorithm>
#include <cstdlib>

#include "python/object.h"

namespace waiter::python {

Heap::~Heap() {
  for (Page* page : pages_) std::free(page);
  for (void* chunk : raw_chunks_) std::free(chunk);
  while (large_ != nullptr) std::free(std::exchange(large_, large_->next));
}

void* Heap::allocate_object(std::size_t bytes) {
  WAITER_ASSERT(bytes <= kObjectBytesMax, "an object is small; what is long hangs on it as an array");
  const std::size_t size_class = class_of(bytes);
  if (free_objects_[size_class] == nullptr) refill(size_class);
  FreeSlot* slot = free_objects_[size_class];
  free_objects_[size_class] = slot->next;
  used_bytes_ += size_class * 16;
  std::memset(static_cast<void*>(slot), 0, size_class * 16);
  return slot;
}

Object* Heap::make_object(std::size_t bytes, std::size_t prefix) {
  WAITER_ASSERT(prefix == 0 || prefix <= kPrefixBytes, "the prefix is as long as the heap's walk believes");
  if (prefix == 0) return static_cast<Object*>(allocate_object(bytes));
  char* slot = static_cast<char*>(allocate_object(bytes + kPrefixBytes));
  reinterpret_cast<Object*>(slot)->kind = Kind::Prefixed;
  Object* object = reinterpret_cast<Object*>(slot + kPrefixBytes);
  object->flags = kHasPrefix;
  return object;
}

void Heap::relieved() {
  constexpr std::uint64_t kGrowthMin = 4 << 20;
  const std::uint64_t doubled = used_bytes_ + std::max(used_bytes_, kGrowthMin);
  const std::uint64_t nearly_full = std::max(limit_bytes_ - limit_bytes_ / 8, used_bytes_ + limit_bytes_ / 64);
  relief_at_bytes_ = std::min(doubled, nearly_full);
  wants_relief_ = false;
}

void Heap::refill(std::size_t size_class) {
  note_growth();
  void* memory = std::aligned_alloc(kPageBytes, kPageBytes);
  WAITER_ASSERT(memory != nullptr, "the machine has memory for another page");
  Page* page = static_cast<Page*>(memory);
  page->heap = this;
  page->slot_bytes = static_cast<std::uint32_t>(size_class * 16);
  page->first = 32;
  static_assert(sizeof(Page) <= 32);
  pages_.push_back(page);
  // Front to back, so that neighbours in time are neighbours in memory.
  FreeSlot** link = &free_objects_[size_class];
  for (std::size_t at = page->first; at + page->slot_bytes <= kPageBytes; at += page->slot_bytes) {
    FreeSlot* slot = reinterpret_cast<FreeSlot*>(static_cast<char*>(memory) + at);
    slot->header.kind = Kind::Free;
    *link = slot;
    link = &slot->next;
  }
  *link = nullptr;
}

void Heap::free_object(Object* object) {
  const Page* page = page_of(object);
  const std::size_t size_class = page->slot_bytes / 16;
  char* start = reinterpret_cast<char*>(object) - ((object->flags & kHasPrefix) != 0 ? kPrefixBytes : 0);
  FreeSlot* slot = reinterpret_cast<FreeSlot*>(start);
  slot->header.kind = Kind::Free;
  slot->next = free_objects_[size_class];
  free_objects_[size_class] = slot;
  used_bytes_ -= page->slot_bytes;
}

void* Heap::allocate_raw(std::size_t bytes) {
  used_bytes_ += bytes;
  if (bytes > kSmallBytesMax) {
    note_growth();
    auto* large = static_cast<Large*>(std::malloc(sizeof(Large) + bytes));
    WAITER_ASSERT(large != nullptr, "a large array is asked for with may_allocate first");
    large->previous = nullptr;
    large->next = large_;
    if (large_ != nullptr) large_->previous = large;
    large_ = large;
    return large + 1;
  }
  const std::size_t size_class = class_of(bytes);
  FreeRaw* slot = free_raw_[size_class];
  if (slot == nullptr) return refill_raw(size_class);
  free_raw_[size_class] = slot->next;
  return slot;
}

void* Heap::refill_raw(std::size_t size_class) {
  const std::size_t bytes = size_class == 0 ? 16 : size_class * 16;
  if (static_cast<std::size_t>(raw_end_ - raw_next_) < bytes) {
    note_growth();
    raw_next_ = static_cast<char*>(std::malloc(kPageBytes));
    WAITER_ASSERT(raw_next_ != nullptr, "the machine has memory for another page");
    raw_end_ = raw_next_ + kPageBytes;
    raw_chunks_.push_back(raw_next_);
  }
  void* memory = raw_next_;
  raw_next_ += bytes;
  return memory;
}

void Heap::free_raw(void* memory, std::size_t bytes) {
  if (memory == nullptr) return;
  used_bytes_ -= bytes;
  if (bytes > kSmallBytesMax) {
    Large* large = static_cast<Large*>(memory) - 1;
    if (large->previous != nullptr) large->previous->next = large->next;
    else large_ = large->next;
    if (large->next != nullptr) large->next->previous = large->previous;
    std::free(large);
    return;
  }
  const std::size_t size_class = class_of(bytes);
  FreeRaw* slot = static_cast<FreeRaw*>(memory);
  slot->next = free_raw_[size_class];
  free_raw_[size_class] = slot;
}

}  // namespace waiter::python
