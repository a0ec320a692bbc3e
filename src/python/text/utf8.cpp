// The part of unicode.h that reads and writes UTF-8.

#include <algorithm>
#include <cstring>

#include "python/text/unicode.h"
#include "trace/assert.h"

namespace waiter::python::text {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}
bool is_continuation(unsigned char byte) {
  return (byte & 0xC0) == 0x80;
}

/// The bytes that a lead byte announces; 0 for a byte that cannot lead.
unsigned announced_size(unsigned char lead) {
  if (lead < 0x80) return 1;
  if (lead < 0xC2) return 0;
  if (lead < 0xE0) return 2;
  if (lead < 0xF0) return 3;
  return lead < 0xF5 ? 4 : 0;
}

/// The least and greatest second byte: this refuses overlong forms, what is beyond U+10FFFF and, if asked, surrogates.
bool is_second_byte(unsigned char lead, unsigned char second, bool surrogates_allowed) {
  unsigned char least = 0x80;
  unsigned char greatest = 0xBF;
  if (lead == 0xE0) least = 0xA0;
  if (lead == 0xF0) least = 0x90;
  if (lead == 0xF4) greatest = 0x8F;
  if (lead == 0xED && !surrogates_allowed) greatest = 0x9F;
  return second >= least && second <= greatest;
}

}  // namespace

Decoded decode_at(std::string_view text, std::size_t at) {
  WAITER_ASSERT(at < text.size(), "A code point is read inside the text.");
  const unsigned char lead = byte_at(text, at);
  if (lead < 0x80) return {lead, 1};
  const unsigned size = announced_size(lead);
  if (size == 0 || text.size() - at < size) return {kReplacement, 1};
  if (!is_second_byte(lead, byte_at(text, at + 1), /*surrogates_allowed=*/true)) return {kReplacement, 1};
  char32_t code_point = lead & (0x7Fu >> size);
  for (unsigned i = 1; i < size; ++i) {
    const unsigned char next = byte_at(text, at + i);
    if (!is_continuation(next)) return {kReplacement, 1};
    code_point = code_point << 6 | (next & 0x3Fu);
  }
  return {code_point, size};
}

std::size_t previous_boundary(std::string_view text, std::size_t at) {
  WAITER_ASSERT(at > 0 && at <= text.size(), "There is a code point before this offset.");
  // Back over at most three continuation bytes, and only if the code point found there ends exactly here.
  for (std::size_t back = 1; back <= 4 && back <= at; ++back) {
    if (is_continuation(byte_at(text, at - back))) continue;
    return decode_at(text, at - back).size == back ? at - back : at - 1;
  }
  return at - 1;
}

void append_code_point(std::string& out, char32_t c) {
  WAITER_ASSERT(c <= 0x10FFFF, "A code point is at most U+10FFFF.");
  const auto push = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    push(c);
  } else if (c < 0x800) {
    push(0xC0 | c >> 6);
    push(0x80 | (c & 0x3F));
  } else if (c < 0x10000) {
    push(0xE0 | c >> 12);
    push(0x80 | (c >> 6 & 0x3F));
    push(0x80 | (c & 0x3F));
  } else {
    push(0xF0 | c >> 18);
    push(0x80 | (c >> 12 & 0x3F));
    push(0x80 | (c >> 6 & 0x3F));
    push(0x80 | (c & 0x3F));
  }
}

std::string encode(char32_t code_point) {
  std::string out;
  append_code_point(out, code_point);
  return out;
}

Utf8Error find_utf8_error(std::string_view bytes, std::size_t from) {
  for (std::size_t at = from; at < bytes.size();) {
    const unsigned char lead = byte_at(bytes, at);
    const unsigned size = announced_size(lead);
    if (size == 0) return {at, at + 1, "invalid start byte"};
    for (unsigned i = 1; i < size; ++i) {
      if (at + i == bytes.size()) return {at, at + i, "unexpected end of data"};
      const unsigned char next = byte_at(bytes, at + i);
      const bool good = i == 1 ? is_second_byte(lead, next, /*surrogates_allowed=*/false) : is_continuation(next);
      if (!good) return {at, at + i, "invalid continuation byte"};
    }
    at += size;
  }
  return {};
}

bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

std::size_t count_code_points(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    // Most text is ASCII: eight bytes without a high bit are eight code points.
    std::uint64_t word = 0;
    if (text.size() - at >= sizeof word) {
      std::memcpy(&word, text.data() + at, sizeof word);
      if ((word & 0x8080808080808080ULL) == 0) {
        at += sizeof word;
        count += sizeof word;
        continue;
      }
    }
    at += decode_at(text, at).size;
    ++count;
  }
  return count;
}

std::size_t byte_offset(std::string_view text, std::size_t index) {
  std::size_t at = 0;
  for (; index > 0 && at < text.size(); --index) at += decode_at(text, at).size;
  return at;
}

}  // namespace waiter::python::text
