#pragma once
// Memory of one run. Objects live in pages of one size class each, so that a pointer leads to its page, the page to its
// heap, and a heap can walk all its objects (for the cycle collector and the end of a run). Arrays that objects own come
// from `allocate_raw`; both are counted against the run's memory limit.
//
// Pages are cut from slabs, which outlive their heap: an edit runs the program again, and the system's way of giving and taking
// pages (a fault for each, and every processor told of their end) cost more than all of a short run's instructions.
//
// Invariants
// 1. A page is kPageBytes long and aligned to it; an object never crosses pages and is at most kObjectBytesMax long.
// 2. Small requests never fail; when the limit is passed, over_limit() says so and the interpreter raises MemoryError at
//    its next check. Large requests are asked for first: may_allocate().
// It knows no Python semantics but the object header.

#include <cstddef>
#include <cstdint>
#include <vector>

#include "python/value.h"

namespace waiter::python {

class Vm;

class Heap {
 public:
  Heap(Vm& vm, std::uint64_t limit_bytes) : vm_(&vm), limit_bytes_(limit_bytes) { relieved(); }
  ~Heap();
  Heap(const Heap&) = delete;
  Heap& operator=(const Heap&) = delete;

  static constexpr std::size_t kPageBytes = 64 * 1024;
  static constexpr std::size_t kSlabBytes = 16 * kPageBytes;
  static constexpr std::size_t kSlabsKeptMax = 32;  ///< by the process, for heaps to come
  static constexpr std::size_t kObjectBytesMax = 2048;
  static constexpr std::size_t kPrefixBytes = sizeof(Object) <= 8 ? 32 : 48;
  /// Requests up to this size come from free lists; beyond, from malloc.
  static constexpr std::size_t kSmallBytesMax = 512;

  /// A new object with one reference; everything after the header is zero.
  template <class T>
  T* make(Kind kind, Type* type, std::size_t extra_bytes = 0) {
    T* object = static_cast<T*>(allocate_object(sizeof(T) + extra_bytes));  // inlined: most sizes are known here
    object->refs = 1;
    object->kind = kind;
    object->type = type;
    return object;
  }
  /// The same without a header filled in, with `prefix` bytes (kHasPrefix) before it.
  Object* make_object(std::size_t bytes, std::size_t prefix);
  void free_object(Object* object);

  /// Uninitialised memory; the size is given again when it is freed.
  void* allocate_raw(std::size_t bytes);
  void free_raw(void* memory, std::size_t bytes);

  [[nodiscard]] bool may_allocate(std::uint64_t bytes) const { return used_bytes_ + bytes <= limit_bytes_; }
  [[nodiscard]] bool over_limit() const { return used_bytes_ > limit_bytes_; }
  [[nodiscard]] std::uint64_t used_bytes() const { return used_bytes_; }
  [[nodiscard]] std::uint64_t limit_bytes() const { return limit_bytes_; }
  /// So much was allocated since relieved() that a look at garbage is due.
  [[nodiscard]] bool wants_relief() const { return wants_relief_; }
  /// Garbage was looked for: the next time is when the heap has doubled, or is nearly full.
  void relieved();
  /// Counts memory that an object holds elsewhere (big ints).
  void count_bytes(std::int64_t bytes) { used_bytes_ = static_cast<std::uint64_t>(static_cast<std::int64_t>(used_bytes_) + bytes); }

  /// From here on the collector leaves alone what there is: it counts as alive, and so does what it refers to. What comes later stands
  /// in pages of its own, and places that become free among the settled are not used again.
  void settle();

  template <class Visit>
  void for_each_object(Visit visit) {
    for_each_object_from(0, visit);
  }
  /// Those that are not settled.
  template <class Visit>
  void for_each_unsettled(Visit visit) {
    for_each_object_from(settled_pages_, visit);
  }

  static Vm& vm_of(const Object* object) { return *page_of(object)->heap->vm_; }
  static Heap& of(const Object* object) { return *page_of(object)->heap; }
  /// Where the object is, as a program may see it (id, reprs, hashes by identity). Not where it is in our memory, which is another
  /// on another machine and in WebAssembly: objects get their addresses when they are first asked for one, and the next of the
  /// same kind takes what one that is gone had, as it would in CPython.
  static std::uint64_t address_of(const Object* object) {
    const Page* page = page_of(object);
    const std::uint32_t given = page->addresses == nullptr ? 0 : page->addresses[slot_of(page, object)];
    return kFirstAddress + std::uint64_t{given != 0 ? given : page->heap->give_address(object)} * kAddressStep;
  }

 private:
  struct Page {
    Heap* heap;
    std::uint32_t slot_bytes;
    std::uint16_t first;   ///< offset of the first slot
    bool settled;
    std::uint32_t end;     ///< offset of what was never a slot yet
    std::uint32_t* addresses;  ///< by slot, in steps; 0: not asked for. Null until somebody asks
  };
  static constexpr std::uint64_t kFirstAddress = 0x7f0000000000;
  static constexpr std::uint64_t kAddressStep = 112;  ///< as if objects lay apart: a set of them is in no order that could be relied on
  struct FreeSlot {
    Object header;  // kind Free
    FreeSlot* next;
  };
  struct FreeRaw {
    FreeRaw* next;
  };
  /// Stands before every array that came from malloc, so that the end of a run finds it.
  struct alignas(16) Large {
    Large* previous;
    Large* next;
  };
  static Page* page_of(const Object* object) {
    return reinterpret_cast<Page*>(reinterpret_cast<std::uintptr_t>(object) & ~(kPageBytes - 1));
  }
  static std::size_t slot_of(const Page* page, const Object* object) {
    return ((reinterpret_cast<std::uintptr_t>(object) & (kPageBytes - 1)) - page->first) / page->slot_bytes;
  }
  template <class Visit>
  void for_each_object_from(std::size_t first_page, Visit visit) {
    for (std::size_t i = first_page; i < pages_.size(); ++i) {
      Page* const page = pages_[i];
      for (std::size_t at = page->first; at < page->end; at += page->slot_bytes) {
        Object* object = reinterpret_cast<Object*>(reinterpret_cast<char*>(page) + at);
        if (object->kind == Kind::Prefixed) object = reinterpret_cast<Object*>(reinterpret_cast<char*>(object) + kPrefixBytes);
        if (object->kind != Kind::Free) visit(object);
      }
    }
  }
  std::uint32_t give_address(const Object* object);
  void take_address(Page* page, const Object* object);
  static constexpr std::size_t class_of(std::size_t bytes) { return (bytes + 15) / 16; }

  void* allocate_object(std::size_t bytes) {
    WAITER_ASSERT(bytes <= kObjectBytesMax, "an object is small; what is long hangs on it as an array");
    const std::size_t size_class = class_of(bytes);
    FreeSlot* slot = free_objects_[size_class];
    if (slot == nullptr) slot = refill(size_class);
    free_objects_[size_class] = slot->next;
    used_bytes_ += size_class * 16;
    std::memset(static_cast<void*>(slot), 0, size_class * 16);
    return slot;
  }
  FreeSlot* refill(std::size_t size_class);
  Page* open_page(std::size_t size_class);
  void* cut_page();
  void note_growth() { wants_relief_ = wants_relief_ || used_bytes_ >= relief_at_bytes_; }
  void* refill_raw(std::size_t size_class);

  Vm* vm_;
  std::uint64_t limit_bytes_;
  std::uint64_t used_bytes_ = 0;
  std::uint64_t relief_at_bytes_ = 0;  // checked where memory is asked of the system, not at every allocation
  bool wants_relief_ = false;
  std::vector<Page*> pages_;
  std::size_t settled_pages_ = 0;  ///< the first so many
  std::uint32_t addresses_given_ = 0;
  std::vector<std::uint32_t> free_addresses_[static_cast<std::size_t>(Kind::Prefixed)];  ///< of objects that are gone, newest last
  FreeSlot* free_objects_[kObjectBytesMax / 16 + 1] = {};
  Page* open_pages_[kObjectBytesMax / 16 + 1] = {};  ///< the newest of each class: the others have no room left
  FreeRaw* free_raw_[kSmallBytesMax / 16 + 1] = {};
  Large* large_ = nullptr;
  std::vector<void*> slabs_;
  char* slab_next_ = nullptr;  ///< of the newest: the next page
  char* slab_end_ = nullptr;
  char* raw_next_ = nullptr;
  char* raw_end_ = nullptr;
};

/// What id() gives: an object's place, or the bits of a value that is none, which are the same for the same value.
[[nodiscard]] inline std::uint64_t identity_of(Value value) {
  return value.is_object() && !value.is_empty() ? Heap::address_of(value.object()) : value.bits() & 0x3fffffffffffffff;
}

}  // namespace waiter::python
