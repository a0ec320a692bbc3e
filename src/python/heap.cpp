#include "python/heap.h"

#include <algorithm>
#include <cstdlib>

#include "python/object.h"

namespace waiter::python {

namespace {

/// Slabs that no heap has. Engines of one process share a thread, as they do the preludes' code (code_template.cpp).
std::vector<void*>& kept_slabs() {
  static auto* const kept = new std::vector<void*>;  // never ended: a heap may end later than what is static here would
  return *kept;
}

}  // namespace

Heap::~Heap() {
  for (const Page* page : pages_) delete[] page->addresses;
  std::vector<void*>& kept = kept_slabs();
  // The first one last, so that the next heap begins with the memory that the caches know.
  for (std::size_t i = slabs_.size(); i-- > 0;) {
    if (kept.size() < kSlabsKeptMax) kept.push_back(slabs_[i]);
    else std::free(slabs_[i]);
  }
  while (large_ != nullptr) std::free(std::exchange(large_, large_->next));
}

void* Heap::cut_page() {
  if (slab_next_ == slab_end_) {
    std::vector<void*>& kept = kept_slabs();
    void* slab = nullptr;
    if (kept.empty()) {
      slab = std::aligned_alloc(kPageBytes, kSlabBytes);
    } else {
      slab = kept.back();
      kept.pop_back();
    }
    WAITER_ASSERT(slab != nullptr, "the machine has memory for another slab");
    slabs_.push_back(slab);
    slab_next_ = static_cast<char*>(slab);
    slab_end_ = slab_next_ + kSlabBytes;
  }
  return std::exchange(slab_next_, slab_next_ + kPageBytes);
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

Heap::Page* Heap::open_page(std::size_t size_class) {
  Page* page = static_cast<Page*>(cut_page());
  page->heap = this;
  page->slot_bytes = static_cast<std::uint32_t>(size_class * 16);
  page->first = 32;
  page->end = 32;
  page->settled = false;
  static_assert(sizeof(Page) <= 32);
  page->addresses = nullptr;
  pages_.push_back(page);
  return open_pages_[size_class] = page;
}

Heap::FreeSlot* Heap::refill(std::size_t size_class) {
  note_growth();
  // A few at a time: memory that no object ever stands in is never touched.
  constexpr std::uint32_t kBytesAtOnce = 2048;
  Page* page = open_pages_[size_class];
  if (page == nullptr || page->end + page->slot_bytes > kPageBytes) page = open_page(size_class);
  const std::uint32_t room = (static_cast<std::uint32_t>(kPageBytes) - page->end) / page->slot_bytes;
  const std::uint32_t count = std::min(room, std::max(1u, kBytesAtOnce / page->slot_bytes));
  // Front to back, so that neighbours in time are neighbours in memory.
  FreeSlot** link = &free_objects_[size_class];
  for (std::uint32_t i = 0; i < count; ++i, page->end += page->slot_bytes) {
    FreeSlot* slot = reinterpret_cast<FreeSlot*>(reinterpret_cast<char*>(page) + page->end);
    slot->header.kind = Kind::Free;
    *link = slot;
    link = &slot->next;
  }
  *link = nullptr;
  return free_objects_[size_class];
}

std::uint32_t Heap::give_address(const Object* object) {
  Page* page = page_of(object);
  if (page->addresses == nullptr) page->addresses = new std::uint32_t[(kPageBytes - page->first) / page->slot_bytes]();
  std::vector<std::uint32_t>& free = free_addresses_[static_cast<std::size_t>(object->kind)];
  std::uint32_t address = 0;
  if (free.empty()) {
    address = ++addresses_given_;
  } else {
    address = free.back();
    free.pop_back();
  }
  return page->addresses[slot_of(page, object)] = address;
}

void Heap::take_address(Page* page, const Object* object) {
  const std::uint32_t address = std::exchange(page->addresses[slot_of(page, object)], 0);
  if (address != 0) free_addresses_[static_cast<std::size_t>(object->kind)].push_back(address);
}

void Heap::free_object(Object* object) {
  Page* page = page_of(object);
  if (page->addresses != nullptr) take_address(page, object);
  used_bytes_ -= page->slot_bytes;
  const std::size_t size_class = page->slot_bytes / 16;
  char* start = reinterpret_cast<char*>(object) - ((object->flags & kHasPrefix) != 0 ? kPrefixBytes : 0);
  FreeSlot* slot = reinterpret_cast<FreeSlot*>(start);
  slot->header.kind = Kind::Free;
  if (page->settled) return;
  slot->next = free_objects_[size_class];
  free_objects_[size_class] = slot;
}

void Heap::settle() {
  for_each_unsettled([](Object* object) { object->flags |= kReached; });
  for (std::size_t i = settled_pages_; i < pages_.size(); ++i) pages_[i]->settled = true;
  settled_pages_ = pages_.size();
  std::fill(std::begin(free_objects_), std::end(free_objects_), nullptr);
  std::fill(std::begin(open_pages_), std::end(open_pages_), nullptr);
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
    raw_next_ = static_cast<char*>(cut_page());
    raw_end_ = raw_next_ + kPageBytes;
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
