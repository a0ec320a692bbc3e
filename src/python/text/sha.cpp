#include "python/text/sha.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <iterator>

namespace waiter::python::text {
namespace {

/// The first 64 bits behind the point of the cube roots of the first 80 primes. SHA-256 uses the upper half of the
/// first 64.
constexpr std::uint64_t kCubeRoots[80] = {
    0x428a2f98d728ae22, 0x7137449123ef65cd, 0xb5c0fbcfec4d3b2f, 0xe9b5dba58189dbbc, 0x3956c25bf348b538,
    0x59f111f1b605d019, 0x923f82a4af194f9b, 0xab1c5ed5da6d8118, 0xd807aa98a3030242, 0x12835b0145706fbe,
    0x243185be4ee4b28c, 0x550c7dc3d5ffb4e2, 0x72be5d74f27b896f, 0x80deb1fe3b1696b1, 0x9bdc06a725c71235,
    0xc19bf174cf692694, 0xe49b69c19ef14ad2, 0xefbe4786384f25e3, 0x0fc19dc68b8cd5b5, 0x240ca1cc77ac9c65,
    0x2de92c6f592b0275, 0x4a7484aa6ea6e483, 0x5cb0a9dcbd41fbd4, 0x76f988da831153b5, 0x983e5152ee66dfab,
    0xa831c66d2db43210, 0xb00327c898fb213f, 0xbf597fc7beef0ee4, 0xc6e00bf33da88fc2, 0xd5a79147930aa725,
    0x06ca6351e003826f, 0x142929670a0e6e70, 0x27b70a8546d22ffc, 0x2e1b21385c26c926, 0x4d2c6dfc5ac42aed,
    0x53380d139d95b3df, 0x650a73548baf63de, 0x766a0abb3c77b2a8, 0x81c2c92e47edaee6, 0x92722c851482353b,
    0xa2bfe8a14cf10364, 0xa81a664bbc423001, 0xc24b8b70d0f89791, 0xc76c51a30654be30, 0xd192e819d6ef5218,
    0xd69906245565a910, 0xf40e35855771202a, 0x106aa07032bbd1b8, 0x19a4c116b8d2d0c8, 0x1e376c085141ab53,
    0x2748774cdf8eeb99, 0x34b0bcb5e19b48a8, 0x391c0cb3c5c95a63, 0x4ed8aa4ae3418acb, 0x5b9cca4f7763e373,
    0x682e6ff3d6b2b8a3, 0x748f82ee5defb2fc, 0x78a5636f43172f60, 0x84c87814a1f0ab72, 0x8cc702081a6439ec,
    0x90befffa23631e28, 0xa4506cebde82bde9, 0xbef9a3f7b2c67915, 0xc67178f2e372532b, 0xca273eceea26619c,
    0xd186b8c721c0c207, 0xeada7dd6cde0eb1e, 0xf57d4f7fee6ed178, 0x06f067aa72176fba, 0x0a637dc5a2c898a6,
    0x113f9804bef90dae, 0x1b710b35131c471b, 0x28db77f523047d84, 0x32caab7b40c72493, 0x3c9ebe0a15c9bebc,
    0x431d67c49c100d4c, 0x4cc5d4becb3e42b6, 0x597f299cfc657e2a, 0x5fcb6fab3ad6faec, 0x6c44198c4a475817,
};

/// The same of the square roots of the first 16 primes. SHA-512 begins with the first eight, SHA-384 with the others;
/// SHA-256 with the upper half of the first eight, SHA-224 with the lower half of the others.
constexpr std::uint64_t kSquareRoots[16] = {
    0x6a09e667f3bcc908, 0xbb67ae8584caa73b, 0x3c6ef372fe94f82b, 0xa54ff53a5f1d36f1,
    0x510e527fade682d1, 0x9b05688c2b3e6c1f, 0x1f83d9abfb41bd6b, 0x5be0cd19137e2179,
    0xcbbb9d5dc1059ed8, 0x629a292a367cd507, 0x9159015a3070dd17, 0x152fecd8f70e5939,
    0x67332667ffc00b31, 0x8eb44a8768581511, 0xdb0c2e0d64f98fa7, 0x47b5481dbefa4fa4,
};

/// MD5: the whole part of 2**32 * |sin(i + 1)|.
constexpr std::uint32_t kSines[64] = {
    0xd76aa478, 0xe8c7b756, 0x242070db, 0xc1bdceee, 0xf57c0faf, 0x4787c62a, 0xa8304613, 0xfd469501,
    0x698098d8, 0x8b44f7af, 0xffff5bb1, 0x895cd7be, 0x6b901122, 0xfd987193, 0xa679438e, 0x49b40821,
    0xf61e2562, 0xc040b340, 0x265e5a51, 0xe9b6c7aa, 0xd62f105d, 0x02441453, 0xd8a1e681, 0xe7d3fbc8,
    0x21e1cde6, 0xc33707d6, 0xf4d50d87, 0x455a14ed, 0xa9e3e905, 0xfcefa3f8, 0x676f02d9, 0x8d2a4c8a,
    0xfffa3942, 0x8771f681, 0x6d9d6122, 0xfde5380c, 0xa4beea44, 0x4bdecfa9, 0xf6bb4b60, 0xbebfbc70,
    0x289b7ec6, 0xeaa127fa, 0xd4ef3085, 0x04881d05, 0xd9d4d039, 0xe6db99e5, 0x1fa27cf8, 0xc4ac5665,
    0xf4292244, 0x432aff97, 0xab9423a7, 0xfc93a039, 0x655b59c3, 0x8f0ccc92, 0xffeff47d, 0x85845dd1,
    0x6fa87e4f, 0xfe2ce6e0, 0xa3014314, 0x4e0811a1, 0xf7537e82, 0xbd3af235, 0x2ad7d2bb, 0xeb86d391,
};

// Not std::rotl and std::rotr: libc++ 13 takes the count as unsigned, the standard as int.
template <class Word>
Word turned_right(Word x, int by) {
  return static_cast<Word>(x >> by | x << (static_cast<int>(sizeof(Word)) * 8 - by));
}
std::uint32_t turned_left(std::uint32_t x, int by) {
  return turned_right(x, 32 - by);
}

template <class Word>
Word read_big(const unsigned char* bytes) {
  Word word = 0;
  for (std::size_t i = 0; i < sizeof(Word); ++i) word = static_cast<Word>(word << 8 | bytes[i]);
  return word;
}

std::uint32_t read_little(const unsigned char* bytes) {
  std::uint32_t word = 0;
  for (unsigned i = 0; i < 4; ++i) word |= static_cast<std::uint32_t>(bytes[i]) << (8 * i);
  return word;
}

/// What sets SHA-512 apart from SHA-256: the word and by how much it is turned.
struct Narrow {
  using Word = std::uint32_t;
  static constexpr int kRounds = 64;
  static constexpr int kSum0[3] = {2, 13, 22};
  static constexpr int kSum1[3] = {6, 11, 25};
  static constexpr int kSigma0[3] = {7, 18, 3};
  static constexpr int kSigma1[3] = {17, 19, 10};
  static Word constant(int round) { return static_cast<Word>(kCubeRoots[round] >> 32); }
};

struct Wide {
  using Word = std::uint64_t;
  static constexpr int kRounds = 80;
  static constexpr int kSum0[3] = {28, 34, 39};
  static constexpr int kSum1[3] = {14, 18, 41};
  static constexpr int kSigma0[3] = {1, 8, 7};
  static constexpr int kSigma1[3] = {19, 61, 6};
  static Word constant(int round) { return kCubeRoots[round]; }
};

template <class Word>
Word turned(Word x, const int (&by)[3]) {
  return turned_right(x, by[0]) ^ turned_right(x, by[1]) ^ turned_right(x, by[2]);
}

/// As `turned`, but the third one falls out at the end.
template <class Word>
Word shifted(Word x, const int (&by)[3]) {
  return turned_right(x, by[0]) ^ turned_right(x, by[1]) ^ (x >> by[2]);
}

template <class Kind>
void mix_sha2(std::array<std::uint64_t, 8>& state, const unsigned char* block) {
  using Word = typename Kind::Word;
  Word schedule[Kind::kRounds];
  for (int i = 0; i < Kind::kRounds; ++i) {
    schedule[i] = i < 16 ? read_big<Word>(block + i * static_cast<int>(sizeof(Word)))
                         : static_cast<Word>(schedule[i - 16] + shifted(schedule[i - 15], Kind::kSigma0) +
                                             schedule[i - 7] + shifted(schedule[i - 2], Kind::kSigma1));
  }
  Word v[8];
  for (std::size_t i = 0; i < 8; ++i) v[i] = static_cast<Word>(state[i]);
  for (int i = 0; i < Kind::kRounds; ++i) {
    const Word choice = (v[4] & v[5]) ^ (~v[4] & v[6]);
    const Word majority = (v[0] & v[1]) ^ (v[0] & v[2]) ^ (v[1] & v[2]);
    const Word first = static_cast<Word>(v[7] + turned(v[4], Kind::kSum1) + choice + Kind::constant(i) + schedule[i]);
    const Word second = static_cast<Word>(turned(v[0], Kind::kSum0) + majority);
    std::copy_backward(v, v + 7, v + 8);
    v[4] += first;
    v[0] = first + second;
  }
  for (std::size_t i = 0; i < 8; ++i) state[i] = static_cast<Word>(state[i] + v[i]);
}

void mix_sha1(std::array<std::uint64_t, 8>& state, const unsigned char* block) {
  std::uint32_t schedule[80];
  for (int i = 0; i < 80; ++i) {
    schedule[i] = i < 16 ? read_big<std::uint32_t>(block + i * 4)
                         : turned_left(schedule[i - 3] ^ schedule[i - 8] ^ schedule[i - 14] ^ schedule[i - 16], 1);
  }
  std::uint32_t v[5];
  for (std::size_t i = 0; i < 5; ++i) v[i] = static_cast<std::uint32_t>(state[i]);
  for (int i = 0; i < 80; ++i) {
    const std::uint32_t choice = (v[1] & v[2]) | (~v[1] & v[3]);
    const std::uint32_t parity = v[1] ^ v[2] ^ v[3];
    const std::uint32_t majority = (v[1] & v[2]) | (v[1] & v[3]) | (v[2] & v[3]);
    // The constants are the square roots of 2, 3, 5 and 10, times 2**30.
    const std::uint32_t f = i < 20   ? choice + 0x5a827999
                            : i < 40 ? parity + 0x6ed9eba1
                            : i < 60 ? majority + 0x8f1bbcdc
                                     : parity + 0xca62c1d6;
    const std::uint32_t next = turned_left(v[0], 5) + f + v[4] + schedule[i];
    std::copy_backward(v, v + 4, v + 5);
    v[2] = turned_left(v[2], 30);
    v[0] = next;
  }
  for (std::size_t i = 0; i < 5; ++i) state[i] = static_cast<std::uint32_t>(state[i] + v[i]);
}

void mix_md5(std::array<std::uint64_t, 8>& state, const unsigned char* block) {
  static constexpr int kTurns[4][4] = {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}};
  std::uint32_t a = static_cast<std::uint32_t>(state[0]);
  std::uint32_t b = static_cast<std::uint32_t>(state[1]);
  std::uint32_t c = static_cast<std::uint32_t>(state[2]);
  std::uint32_t d = static_cast<std::uint32_t>(state[3]);
  for (int i = 0; i < 64; ++i) {
    std::uint32_t f = 0;
    int word = 0;
    switch (i / 16) {
      case 0:
        f = (b & c) | (~b & d);
        word = i;
        break;
      case 1:
        f = (d & b) | (~d & c);
        word = 5 * i + 1;
        break;
      case 2:
        f = b ^ c ^ d;
        word = 3 * i + 5;
        break;
      default: f = c ^ (b | ~d); word = 7 * i;
    }
    f += a + kSines[i] + read_little(block + 4 * (word % 16));
    a = d;
    d = c;
    c = b;
    b += turned_left(f, kTurns[i / 16][i % 4]);
  }
  const std::uint32_t added[4] = {a, b, c, d};
  for (std::size_t i = 0; i < 4; ++i) state[i] = static_cast<std::uint32_t>(state[i] + added[i]);
}

struct Named {
  const char* name;
  std::size_t digest_size;
};
constexpr Named kNames[] = {{"md5", 16}, {"sha1", 20}, {"sha224", 28}, {"sha256", 32}, {"sha384", 48}, {"sha512", 64}};

}  // namespace

std::optional<HashName> find_hash(std::string_view name) {
  std::string lower;
  for (const char c : name) lower.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
  for (std::size_t i = 0; i < std::size(kNames); ++i) {
    if (lower == kNames[i].name) return static_cast<HashName>(i);
  }
  return std::nullopt;
}

Hash::Hash(HashName name) : name_(name) {
  for (std::size_t i = 0; i < 8; ++i) {
    switch (name) {
      case HashName::Sha224: state_[i] = kSquareRoots[8 + i] & 0xFFFFFFFF; break;
      case HashName::Sha256: state_[i] = kSquareRoots[i] >> 32; break;
      case HashName::Sha384: state_[i] = kSquareRoots[8 + i]; break;
      case HashName::Sha512: state_[i] = kSquareRoots[i]; break;
      case HashName::Md5:
      case HashName::Sha1:
        // The digits 0 to f up and down, least byte first; SHA-1 has one word more.
        state_ = {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0};
        break;
    }
  }
}

const char* Hash::name() const {
  return kNames[static_cast<std::size_t>(name_)].name;
}
std::size_t Hash::digest_size() const {
  return kNames[static_cast<std::size_t>(name_)].digest_size;
}

void Hash::mix(const unsigned char* block) {
  switch (name_) {
    case HashName::Md5: return mix_md5(state_, block);
    case HashName::Sha1: return mix_sha1(state_, block);
    case HashName::Sha224:
    case HashName::Sha256: return mix_sha2<Narrow>(state_, block);
    case HashName::Sha384:
    case HashName::Sha512: return mix_sha2<Wide>(state_, block);
  }
}

void Hash::update(std::string_view bytes) {
  length_ += bytes.size();
  while (!bytes.empty()) {
    const std::size_t taken = std::min(bytes.size(), block_size() - pending_size_);
    std::memcpy(pending_.data() + pending_size_, bytes.data(), taken);
    pending_size_ += taken;
    bytes.remove_prefix(taken);
    if (pending_size_ == block_size()) {
      mix(pending_.data());
      pending_size_ = 0;
    }
  }
}

std::string Hash::digest() const {
  // A one bit, zeros, and the length in bits at the end of the last block.
  Hash last = *this;
  const std::size_t length_size = is_wide() ? 16 : 8;
  std::string padding(1, '\x80');
  while ((length_ + padding.size() + length_size) % block_size() != 0) padding.push_back('\0');
  for (std::size_t i = 0; i < length_size; ++i) {
    const std::size_t place = name_ == HashName::Md5 ? i : length_size - 1 - i;
    padding.push_back(place < 8 ? static_cast<char>(length_ * 8 >> (8 * place)) : '\0');
  }
  last.update(padding);

  std::string digest;
  const std::size_t word_size = is_wide() ? 8 : 4;
  for (std::size_t i = 0; i < digest_size(); ++i) {
    const std::size_t place = name_ == HashName::Md5 ? i % 4 : word_size - 1 - i % word_size;
    digest.push_back(static_cast<char>(last.state_[i / word_size] >> (8 * place)));
  }
  return digest;
}

std::string to_hex(std::string_view bytes) {
  std::string hex;
  hex.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    hex.push_back("0123456789abcdef"[byte >> 4]);
    hex.push_back("0123456789abcdef"[byte & 15]);
  }
  return hex;
}

}  // namespace waiter::python::text
