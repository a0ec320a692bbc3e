// The part of big_int.h that turns integers into digits and back.

#include <algorithm>
#include <bit>
#include <optional>
#include <type_traits>

#include "python/text/big_int.h"
#include "python/text/string_repr.h"
#include "python/text/unicode.h"
#include "trace/assert.h"

namespace waiter::python::text {
namespace {

int digit_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'z') return c - 'a' + 10;
  if (c >= 'A' && c <= 'Z') return c - 'A' + 10;
  return 36;
}

char letter_of(std::uint32_t digit) {
  return "0123456789abcdefghijklmnopqrstuvwxyz"[digit];
}

bool is_power_of_two(int base) {
  return (base & (base - 1)) == 0;
}

/// As many digits as fit a 32-bit word at once: the power of the base, and how many.
struct Chunk {
  std::uint32_t power = 1;
  int digits = 0;
};

Chunk chunk_of(int base) {
  Chunk chunk;
  while (std::uint64_t{chunk.power} * static_cast<std::uint32_t>(base) <= UINT32_MAX) {
    chunk.power *= static_cast<std::uint32_t>(base);
    ++chunk.digits;
  }
  return chunk;
}

/// Digits, least first, by cutting the words into pieces of a few bits.
std::string digits_by_bits(const std::vector<std::uint32_t>& words, int base) {
  const int width = std::countr_zero(static_cast<unsigned>(base));
  std::string digits;
  std::uint64_t held = 0;
  int held_bits = 0;
  for (const std::uint32_t word : words) {
    held |= std::uint64_t{word} << held_bits;
    for (held_bits += 32; held_bits >= width; held_bits -= width) {
      digits.push_back(letter_of(static_cast<std::uint32_t>(held) & static_cast<std::uint32_t>(base - 1)));
      held >>= width;
    }
  }
  if (held != 0) digits.push_back(letter_of(static_cast<std::uint32_t>(held)));
  return digits;
}

/// Divides the words in place; the remainder is returned.
template <class Divisor>
std::uint32_t divide(std::vector<std::uint32_t>& words, Divisor divisor) {
  std::uint64_t remainder = 0;
  for (std::size_t i = words.size(); i-- > 0;) {
    const std::uint64_t dividend = remainder << 32 | words[i];
    words[i] = static_cast<std::uint32_t>(dividend / divisor);
    remainder = dividend % divisor;
  }
  while (!words.empty() && words.back() == 0) words.pop_back();
  return static_cast<std::uint32_t>(remainder);
}

/// Digits, least first, by dividing again and again. Quadratic; words of 32 bits because WebAssembly divides 64 by 32
/// bits in one instruction, and 128 by 64 in a long subroutine.
std::string digits_by_division(std::vector<std::uint32_t> words, int base) {
  const Chunk chunk = chunk_of(base);
  std::string digits;
  while (!words.empty()) {
    // A divisor that the compiler knows is several times as fast, and nearly all text is decimal.
    std::uint32_t rest =
        base == 10 ? divide(words, std::integral_constant<std::uint32_t, 1'000'000'000>()) : divide(words, chunk.power);
    for (int i = 0; i < chunk.digits; ++i) {
      digits.push_back(letter_of(rest % static_cast<std::uint32_t>(base)));
      rest /= static_cast<std::uint32_t>(base);
    }
  }
  return digits;
}

/// REQUIRES: every character is a digit of the base.
BigInt read_digits(std::string_view digits, int base, bool negative) {
  const Chunk chunk = chunk_of(base);
  std::vector<std::uint32_t> words;
  for (std::size_t at = 0; at < digits.size();) {
    std::uint64_t carry = 0;
    std::uint64_t scale = 1;
    for (int i = 0; i < chunk.digits && at < digits.size(); ++i, ++at) {
      carry = carry * static_cast<std::uint32_t>(base) + static_cast<std::uint32_t>(digit_of(digits[at]));
      scale *= static_cast<std::uint32_t>(base);
    }
    for (std::uint32_t& word : words) {
      const std::uint64_t sum = word * scale + carry;
      word = static_cast<std::uint32_t>(sum);
      carry = sum >> 32;
    }
    if (carry != 0) words.push_back(static_cast<std::uint32_t>(carry));
  }
  return BigInt::from_words(words, negative);
}

/// The same for bases of a power of two, in linear time: such literals have no limit.
BigInt read_binary_digits(std::string_view digits, int base, bool negative) {
  const int width = std::countr_zero(static_cast<unsigned>(base));
  std::vector<std::uint32_t> words;
  std::uint64_t held = 0;
  int held_bits = 0;
  for (std::size_t i = digits.size(); i-- > 0;) {
    held |= static_cast<std::uint64_t>(digit_of(digits[i])) << held_bits;
    held_bits += width;
    if (held_bits >= 32) {
      words.push_back(static_cast<std::uint32_t>(held));
      held >>= 32;
      held_bits -= 32;
    }
  }
  if (held != 0) words.push_back(static_cast<std::uint32_t>(held));
  return BigInt::from_words(words, negative);
}

/// What int() makes of digits and space beyond ASCII before it reads them.
std::string fold_to_ascii(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_at(text, at);
    at += decoded.size;
    const int digit = decimal_value(decoded.code_point);
    out.push_back(decoded.code_point < 128       ? static_cast<char>(decoded.code_point)
                  : is_space(decoded.code_point) ? ' '
                  : digit >= 0                   ? static_cast<char>('0' + digit)
                                                 : '?');
  }
  return out;
}

std::string too_many_digits(std::uint64_t count, std::uint64_t digits_max) {
  return "Exceeds the limit (" + std::to_string(digits_max) +
         " digits) for integer string conversion: value has " + std::to_string(count) +
         " digits; use sys.set_int_max_str_digits() to increase the limit";
}

/// CPython cuts the quoted text at 200 characters.
Failure invalid_literal(std::string_view text, int base) {
  const std::string quoted = string_repr(text);
  return value_error("invalid literal for int() with base " + std::to_string(base) + ": " +
                     quoted.substr(0, byte_offset(quoted, 200)));
}

bool is_ascii_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

/// Base 0 reads the base off the prefix, as the language does.
int base_of_prefix(std::string_view text) {
  if (text.size() < 2 || text[0] != '0') return 10;
  const char letter = static_cast<char>(text[1] | 0x20);
  return letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 10;
}

}  // namespace

std::string to_digits(const BigInt& value, int base) {
  WAITER_ASSERT(base >= 2 && base <= 36, "There are digits for bases 2 to 36.");
  if (value.is_zero()) return "0";
  std::string digits =
      is_power_of_two(base) ? digits_by_bits(value.words(), base) : digits_by_division(value.words(), base);
  while (digits.back() == '0') digits.pop_back();
  if (value.sign() < 0) digits.push_back('-');
  std::reverse(digits.begin(), digits.end());
  return digits;
}

Result<std::string> to_decimal(const BigInt& value, std::uint64_t digits_max) {
  if (digits_max == 0) return to_digits(value, 10);
  const auto failure = [&] {
    return value_error(
        "Exceeds the limit (" + std::to_string(digits_max) +
        " digits) for integer string conversion; use sys.set_int_max_str_digits() to increase the limit");
  };
  // A digit has more than three bits: this many bits are too many digits without counting them.
  if (value.bit_length() > (digits_max + 1) * 10 / 3 + 10) return failure();
  std::string digits = to_digits(value, 10);
  if (digits.size() - (value.sign() < 0 ? 1 : 0) > digits_max) return failure();
  return digits;
}

Result<BigInt> parse_int(std::string_view text, int base, std::uint64_t digits_max) {
  if (base != 0 && (base < 2 || base > 36)) return value_error("int() base must be >= 2 and <= 36, or 0");
  const std::string folded = fold_to_ascii(text);
  std::string_view rest = folded;
  while (!rest.empty() && is_ascii_space(rest.front())) rest.remove_prefix(1);
  while (!rest.empty() && is_ascii_space(rest.back())) rest.remove_suffix(1);
  bool negative = false;
  if (!rest.empty() && (rest.front() == '+' || rest.front() == '-')) {
    negative = rest.front() == '-';
    rest.remove_prefix(1);
  }
  const int used_base = base == 0 ? base_of_prefix(rest) : base;
  const bool only_zero_allowed = base == 0 && used_base == 10 && !rest.empty() && rest.front() == '0';
  if (used_base != 10 && base_of_prefix(rest) == used_base) {
    rest.remove_prefix(2);
    if (!rest.empty() && rest.front() == '_') rest.remove_prefix(1);
  }
  std::string digits;
  char previous = '_';  // so that none may begin
  std::size_t read = 0;
  for (; read < rest.size() && (rest[read] == '_' || digit_of(rest[read]) < used_base); ++read) {
    if (rest[read] == '_' && previous == '_') return invalid_literal(text, base);
    if (rest[read] != '_') digits.push_back(rest[read]);
    previous = rest[read];
  }
  if (previous == '_') return invalid_literal(text, base);
  // The limit counts what was read so far: as in CPython it comes before a complaint about what follows.
  const bool limited = !is_power_of_two(used_base);
  if (limited && digits_max != 0 && digits.size() > digits_max) return value_error(too_many_digits(digits.size(), digits_max));
  if (read < rest.size()) return invalid_literal(text, base);
  if (!limited) return read_binary_digits(digits, used_base, negative);
  BigInt value = read_digits(digits, used_base, negative);
  if (only_zero_allowed && !value.is_zero()) return invalid_literal(text, base);
  return value;
}

Result<BigInt> parse_int_literal(std::string_view text) {
  Result<BigInt> value = parse_int(text, 0);
  if (value.ok()) return value;
  return value_error(value.failure().message +
                     " - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.");
}

}  // namespace waiter::python::text
