#include "python/growing_text.h"

#include <cstring>

#include "python/vm.h"

namespace waiter::python {
namespace {

// Capacities are 8 to 15 times a power of two, so that 16 bits tell them: an eighth to spare at most.
std::size_t capacity_of(std::uint16_t code) { return static_cast<std::size_t>(8 + (code & 7)) << (code >> 3); }

std::uint16_t code_for(std::size_t bytes) {
  std::uint16_t code = 1;
  while (capacity_of(code) < bytes) code = static_cast<std::uint16_t>(code + 8);
  while (code > 8 && capacity_of(static_cast<std::uint16_t>(code - 1)) >= bytes) --code;
  return code;
}

}  // namespace

std::size_t text_array_bytes(const Str* text) {
  // A class of the program's counts its finalisable instances in `extra`; only plain strs grow.
  return text->extra == 0 || text->type->is_user ? text->size + std::size_t{1} : capacity_of(text->extra);
}

bool append_to_text(Vm& vm, Str* text, const Str* more) {
  const std::size_t size = std::size_t{text->size} + more->size;
  if (size >= UINT32_MAX / 2 || !vm.heap.may_allocate(size)) return false;
  const bool in_object = text->data == reinterpret_cast<const char*>(text + 1);
  if (in_object || size + 1 > text_array_bytes(text)) {
    const std::uint16_t code = code_for(size + size / 8 + 1);
    char* larger = static_cast<char*>(vm.heap.allocate_raw(capacity_of(code)));
    std::memcpy(larger, text->data, text->size);
    if (!in_object) vm.heap.free_raw(const_cast<char*>(text->data), text_array_bytes(text));
    text->data = larger;
    text->extra = code;
    vm.charge(static_cast<std::int64_t>(size / 64));
  }
  char* data = const_cast<char*>(text->data);
  std::memcpy(data + text->size, more->data, more->size);
  data[size] = '\0';
  vm.charge(more->size / 64);
  text->size = static_cast<std::uint32_t>(size);
  text->length += more->length;
  text->hash = 0;
  if (text->length != text->size) text->flags = static_cast<std::uint8_t>(text->flags & ~kAscii);
  return true;
}

}  // namespace waiter::python
