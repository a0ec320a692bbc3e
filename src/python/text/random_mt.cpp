#include "python/text/random_mt.h"

#include <bit>

#include "python/text/sha.h"
#include "trace/assert.h"

namespace waiter::python::text {

void MersenneTwister::seed_word(std::uint32_t seed) {
  for (std::size_t i = 0; i < kSize; ++i) {
    state_.words[i] = seed;
    seed = 1812433253U * (seed ^ seed >> 30) + static_cast<std::uint32_t>(i) + 1;
  }
  state_.position = kSize;
}

void MersenneTwister::seed(const std::vector<std::uint32_t>& key) {
  WAITER_ASSERT(!key.empty(), "A seed has at least one word.");
  seed_word(19650218U);
  auto& words = state_.words;
  std::size_t i = 1;
  const auto mixed = [&](std::uint32_t factor) { return words[i] ^ (words[i - 1] ^ words[i - 1] >> 30) * factor; };
  const auto advance = [&] {
    if (++i == kSize) {
      words[0] = words[kSize - 1];
      i = 1;
    }
  };
  for (std::size_t step = 0, j = 0; step < std::max(kSize, key.size()); ++step, j = (j + 1) % key.size()) {
    words[i] = mixed(1664525U) + key[j] + static_cast<std::uint32_t>(j);
    advance();
  }
  for (std::size_t step = 1; step < kSize; ++step) {
    words[i] = mixed(1566083941U) - static_cast<std::uint32_t>(i);
    advance();
  }
  words[0] = 0x80000000U;
}

std::uint32_t MersenneTwister::next() {
  constexpr std::size_t kMiddle = 397;
  auto& words = state_.words;
  if (state_.position >= kSize) {
    for (std::size_t i = 0; i < kSize; ++i) {
      const std::uint32_t joined = (words[i] & 0x80000000U) | (words[(i + 1) % kSize] & 0x7FFFFFFFU);
      words[i] = words[(i + kMiddle) % kSize] ^ joined >> 1 ^ ((joined & 1) != 0 ? 0x9908B0DFU : 0);
    }
    state_.position = 0;
  }
  std::uint32_t word = words[state_.position++];
  word ^= word >> 11;
  word ^= word << 7 & 0x9D2C5680U;
  word ^= word << 15 & 0xEFC60000U;
  return word ^ word >> 18;
}

void Random::seed(const BigInt& value) {
  std::vector<std::uint32_t> key = value.words();
  if (key.empty()) key.push_back(0);
  twister_.seed(key);
}

void Random::seed(double value) {
  seed(BigInt::from_uint64(static_cast<std::uint64_t>(hash_double(value))));
}

void Random::seed_text(std::string_view bytes) {
  Hash hash(HashName::Sha512);
  hash.update(bytes);
  seed(from_bytes(std::string(bytes) + hash.digest(), ByteOrder::Big, Signedness::Unsigned));
}

double Random::random() {
  const std::uint32_t high = twister_.next() >> 5;
  const std::uint32_t low = twister_.next() >> 6;
  return (high * 67108864.0 + low) * (1.0 / 9007199254740992.0);
}

Result<BigInt> Random::bits(std::int64_t count) {
  if (count < 0) return value_error("number of bits must be non-negative");
  std::vector<std::uint32_t> words;
  for (; count > 0; count -= 32) {
    const std::uint32_t word = twister_.next();
    words.push_back(count < 32 ? word >> (32 - count) : word);
  }
  return BigInt::from_words(words);
}

std::uint64_t Random::below(std::uint64_t limit) {
  WAITER_ASSERT(limit > 0, "A random number is below something.");
  const int count = static_cast<int>(std::bit_width(limit));
  for (;;) {
    std::uint64_t number = 0;
    if (count <= 32) {
      number = twister_.next() >> (32 - count);
    } else {
      number = twister_.next();
      number |= static_cast<std::uint64_t>(twister_.next() >> (64 - count)) << 32;
    }
    if (number < limit) return number;
  }
}

BigInt Random::below(const BigInt& limit) {
  WAITER_ASSERT(limit.sign() > 0, "A random number is below something.");
  if (const std::optional<std::uint64_t> small = limit.to_uint64()) return BigInt::from_uint64(below(*small));
  for (;;) {
    BigInt number = bits(static_cast<std::int64_t>(limit.bit_length())).value();
    if (number < limit) return number;
  }
}

}  // namespace waiter::python::text
