// Digests, against hashlib of CPython 3.11.7.

#include <doctest/doctest.h>

#include <string>

#include "python/text/sha.h"

using namespace waiter::python::text;

namespace {

std::string hexdigest(const char* name, std::string_view bytes) {
  Hash hash(find_hash(name).value());
  hash.update(bytes);
  return to_hex(hash.digest());
}

}  // namespace

TEST_CASE("Digests of the empty text and of 'tea'") {
  struct Row {
    const char* name;
    const char* of_nothing;
    const char* of_tea;
  };
  const Row rows[] = {
      {"md5", "d41d8cd98f00b204e9800998ecf8427e", "7239ea2b5dc943f61f3c0a0276c20974"},
      {"sha1", "da39a3ee5e6b4b0d3255bfef95601890afd80709", "75490f32c06a50051804339453d3fe2f0cd5564b"},
      {"sha224", "d14a028c2a3a2bc9476102bb288234c415a2b01f828ea62ac5b3e42f",
       "ab2f614346b6ca34caf73da3b89fdf3988f06f87e9e990f7d51180d7"},
      {"sha256", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
       "a9f74d1ec36ebdeb2da3f6e5868090cd2a2d20b3dcca7b62f60304b1d3d9ef42"},
      {"sha384", "38b060a751ac96384cd9327eb1b1e36a21fdb71114be07434c0cc7bf63f6e1da274edebfe76f65fbd51ad2f14898b95b",
       "86fa5b02aa63fd09b67bd9976f9565d754b3475030e8c8b6c1bea4eb6548e12aa330cacfb25309a68516c53d3d919db0"},
      {"sha512",
       "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a8"
       "1a538327af927da3e",
       "bef801bf86cddac72816a3270f1c7cf510d1fe76d0ea16ecf619acc716a1c79a42eff14547c1511ed780dd641d578ebf17f20005b448929"
       "6881c3c163372ab51"},
  };
  for (const Row& row : rows) {
    CHECK(hexdigest(row.name, "") == row.of_nothing);
    CHECK(hexdigest(row.name, "tea") == row.of_tea);
  }
}

TEST_CASE("Every length around a block's end gives hashlib's digest") {
  struct Row {
    const char* name;
    const char* of_all;
  };
  // The digest of the digests of b'a' * 0 to b'a' * 299.
  const Row rows[] = {
      {"md5", "4a0125a7ff7488a489fe225c37fc99fc"},
      {"sha1", "59fd9a7a8ec7eb10d31fe6c625152f122c4e1606"},
      {"sha224", "1b22bc28d273be0efedaba513176d1be5d60188c91a9fb60da750d9b"},
      {"sha256", "80e953e3b006c4bab43fd5d792f8bd29c122f6cf1497318365fe66bf2d61398d"},
      {"sha384", "3e67e819ed3728f536cb6fdeeca3192d03c9330d9f59d3fd761a9da151e9b7cd74090f102bd163b4ac6bf95562bce2d9"},
      {"sha512",
       "31c336adab577370612bbdd2a77b25de07ec8389de752295ba890ce160fc80654d34f23f93a5819b359f2a8ef15f3f274cbfa5becc521e5"
       "728397d60265ffb21"},
  };
  for (const Row& row : rows) {
    Hash all(find_hash(row.name).value());
    for (std::size_t length = 0; length < 300; ++length) {
      Hash one(find_hash(row.name).value());
      one.update(std::string(length, 'a'));
      all.update(one.digest());
    }
    CHECK(to_hex(all.digest()) == row.of_all);
  }
}

TEST_CASE("Feeding piece by piece, and asking in between, changes nothing") {
  const std::string text(1000, 'x');
  Hash hash(HashName::Sha512);
  for (std::size_t at = 0; at < text.size(); at += 37) {
    hash.update(std::string_view(text).substr(at, 37));
    (void)hash.digest();
  }
  CHECK(to_hex(hash.digest()) == hexdigest("sha512", text));
  CHECK(hash.digest_size() == 64);
  CHECK(hash.block_size() == 128);
  CHECK(std::string(hash.name()) == "sha512");
  CHECK_FALSE(find_hash("sha3"));
}
