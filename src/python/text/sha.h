#pragma once
// md5, sha1, sha224, sha256, sha384 and sha512, fed piece by piece as hashlib does it. random.seed("text") needs
// sha512. These are for programs that look at digests, not for keeping secrets: nothing here runs in constant time.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace waiter::python::text {

enum class HashName : std::uint8_t { Md5, Sha1, Sha224, Sha256, Sha384, Sha512 };

/// "sha256" and so on, as hashlib.new() takes it; upper case too.
[[nodiscard]] std::optional<HashName> find_hash(std::string_view name);

class Hash {
 public:
  explicit Hash(HashName name);

  void update(std::string_view bytes);
  /// The digest of what was fed so far; more may follow. Copying a Hash is hashlib's copy().
  [[nodiscard]] std::string digest() const;

  [[nodiscard]] const char* name() const;
  [[nodiscard]] std::size_t digest_size() const;
  [[nodiscard]] std::size_t block_size() const { return is_wide() ? 128 : 64; }

 private:
  [[nodiscard]] bool is_wide() const { return name_ == HashName::Sha384 || name_ == HashName::Sha512; }
  void mix(const unsigned char* block);

  HashName name_;
  std::array<std::uint64_t, 8> state_{};  ///< 64-bit words for the wide ones, 32-bit values otherwise
  std::array<unsigned char, 128> pending_{};
  std::size_t pending_size_ = 0;
  std::uint64_t length_ = 0;  ///< in bytes
};

/// bytes.hex() and hexdigest().
[[nodiscard]] std::string to_hex(std::string_view bytes);

}  // namespace waiter::python::text
