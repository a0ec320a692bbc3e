// The page's files in memory: what is found, what is left out, and what happens when the folder changes.

#include <chrono>
#include <filesystem>
#include <random>
#include <string>

#include <doctest/doctest.h>
#include <boost/beast/zlib/inflate_stream.hpp>
#include <boost/crc.hpp>

#include "page_fixture.h"
#include "server/file_store.h"
#include "server/gzip.h"
#include "server/page_folder.h"

namespace waiter::server {
namespace {

using testing::PageFixture;
using testing::repeated;

std::shared_ptr<const FileStore> load(const PageFixture& page) {
  return load_file_store(page.root(), nullptr).store;
}

/// Reads a gzip member as its format says, with the header and the trailer checked.
std::string gunzip(std::string_view member, std::size_t expected_size) {
  REQUIRE(member.size() >= 18);
  CHECK(member.substr(0, 4) == std::string_view("\x1f\x8b\x08\x00", 4));
  std::string out(expected_size + 1, '\0');
  boost::beast::zlib::inflate_stream inflate;
  boost::beast::zlib::z_params step;
  step.next_in = member.data() + 10;
  step.avail_in = member.size() - 18;
  step.next_out = out.data();
  step.avail_out = out.size();
  boost::beast::error_code error;
  inflate.write(step, boost::beast::zlib::Flush::finish, error);
  CHECK(error == boost::beast::zlib::error::end_of_stream);
  CHECK(step.avail_in == 0);
  out.resize(step.total_out);

  const auto number_at = [&](std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 4; i-- > 0;) value = (value << 8U) | static_cast<unsigned char>(member[at + i]);
    return value;
  };
  boost::crc_32_type crc;
  crc.process_bytes(out.data(), out.size());
  CHECK(number_at(member.size() - 8) == crc.checksum());
  CHECK(number_at(member.size() - 4) == out.size());
  return out;
}

TEST_CASE("what gzip wrote is read back, whatever it was") {
  std::string noise(100'000, '\0');
  std::mt19937 random(1);
  for (char& c : noise) c = static_cast<char>(random());
  for (const std::string& bytes : {std::string(), std::string("x"), repeated("table ", 50'000), noise}) {
    CAPTURE(bytes.size());
    CHECK(gunzip(gzip(bytes), bytes.size()) == bytes);
  }
  CHECK(gzip(repeated("table ", 50'000)).size() < 2'000);
}

TEST_CASE("the store finds files by their path, and a folder's index by the folder") {
  PageFixture page;
  page.put_page();
  page.put("lessons/index.html", "lessons");
  const auto store = load(page);
  CHECK(store->has_page());
  REQUIRE(store->find("/"));
  CHECK(store->find("/") == store->find("/index.html"));
  CHECK(store->find("/lessons/")->bytes == "lessons");
  CHECK(store->find("/assets/engine-aB3dE5gH.wasm")->bytes.size() == 8);
  CHECK_FALSE(store->find("/assets"));
  CHECK_FALSE(store->find("/assets/"));
  CHECK_FALSE(store->find("index.html"));
  CHECK_FALSE(store->find(""));
}

TEST_CASE("hidden files and links that lead out of the folder are not found") {
  PageFixture page;
  PageFixture elsewhere;
  page.put_page();
  page.put(".vite/manifest.json", "{}");
  page.put("assets/.env", "secret");
  elsewhere.put("secret.txt", "secret");
  std::filesystem::create_symlink(elsewhere.root() / "secret.txt", page.root() / "out.txt");
  std::filesystem::create_directory_symlink(elsewhere.root(), page.root() / "folder");
  std::filesystem::create_symlink(page.root() / "index.html", page.root() / "in.html");
  const LoadedStore loaded = load_file_store(page.root(), nullptr);
  CHECK_FALSE(loaded.store->find("/.vite/manifest.json"));
  CHECK_FALSE(loaded.store->find("/assets/.env"));
  CHECK_FALSE(loaded.store->find("/out.txt"));
  CHECK_FALSE(loaded.store->find("/folder/secret.txt"));
  CHECK(loaded.store->find("/in.html"));
  REQUIRE(loaded.problems.size() == 1);
  CHECK(loaded.problems[0].find("out.txt is a link") != std::string::npos);
}

TEST_CASE("a missing folder is an empty store") {
  const LoadedStore loaded = load_file_store("/nonexistent/page", nullptr);
  REQUIRE(loaded.store);
  CHECK(loaded.store->files().empty());
}

TEST_CASE("text is compressed once, and what gains nothing is left alone") {
  PageFixture page;
  page.put("big.js", repeated("let table = 1;\n", 1000));
  page.put("small.js", "let table = 1;\n");
  page.put("photo.png", repeated("png", 1000));
  const auto store = load(page);
  REQUIRE(store->find("/big.js")->gzip);
  CHECK(gunzip(*store->find("/big.js")->gzip, 15'000) == store->find("/big.js")->bytes);
  CHECK_FALSE(store->find("/big.js")->brotli);
  CHECK_FALSE(store->find("/small.js")->gzip);
  CHECK_FALSE(store->find("/photo.png")->gzip);
}

TEST_CASE("compressed files that the build put beside a file are its other forms, unless they are older") {
  PageFixture page;
  page.put("a.js", repeated("let table = 1;\n", 100));
  page.put("a.js.br", "brotli bytes");
  page.put("a.js.gz", "gzip bytes");
  page.put("b.js", repeated("let table = 1;\n", 100));
  page.put("b.js.br", "stale", std::chrono::hours(2));
  page.put("alone.gz", "an archive");
  const auto store = load(page);
  CHECK(store->find("/a.js")->brotli == "brotli bytes");
  CHECK(store->find("/a.js")->gzip == "gzip bytes");
  CHECK_FALSE(store->find("/a.js.br"));
  CHECK_FALSE(store->find("/b.js")->brotli);
  CHECK(store->find("/alone.gz")->bytes == "an archive");
}

TEST_CASE("names with Vite's hash are told from names that only look alike") {
  for (const char* path : {"/assets/index-CFxjF4nH.js", "/assets/waiter-BYieBQW-.wasm", "/assets/a-b-12345678.css",
                           "/assets/index-CFxjF4nH.js.map", "/sub/assets/x-_bcdefgh.js"}) {
    CAPTURE(path);
    CHECK(has_hashed_name(path));
  }
  for (const char* path :
       {"/index.html", "/assets/index.js", "/assets/page-fallback.js", "/assets/-12345678.js", "/x-12345678.js",
        "/assets/x-1234567.js", "/assets/x-12345678", "/assets/x-1234.678.js", "/assets/"}) {
    CAPTURE(path);
    CHECK_FALSE(has_hashed_name(path));
  }
}

TEST_CASE("the same bytes have the same hash and others another") {
  PageFixture page;
  page.put("a.txt", "one");
  page.put("b.txt", "one");
  page.put("c.txt", "two");
  const auto store = load(page);
  CHECK(store->find("/a.txt")->content_hash == store->find("/b.txt")->content_hash);
  CHECK(store->find("/a.txt")->content_hash != store->find("/c.txt")->content_hash);
  CHECK(store->find("/a.txt")->content_hash.size() == 16);
}

TEST_CASE("a second look keeps unchanged files and reads changed ones") {
  PageFixture page;
  page.put("same.txt", "same");
  page.put("changed.txt", "before");
  page.put("fresh.txt", "fresh", std::chrono::seconds(0));
  const auto first = load(page);
  CHECK(first->find("/same.txt")->settled);
  CHECK_FALSE(first->find("/fresh.txt")->settled);

  page.put("changed.txt", "after!", std::chrono::minutes(30));
  const auto second = load_file_store(page.root(), first.get()).store;
  CHECK(second->find("/same.txt") == first->find("/same.txt"));
  CHECK(second->find("/fresh.txt") != first->find("/fresh.txt"));  // might have been half written
  CHECK(second->find("/changed.txt")->bytes == "after!");
  CHECK(first->find("/changed.txt")->bytes == "before");
}

TEST_CASE("a rebuilt page shows after half a second, and while it is being rebuilt the old one stays") {
  PageFixture page;
  page.put("index.html", "old");
  PageFolder folder(page.root());
  const auto now = std::chrono::steady_clock::now();
  const auto later = now + std::chrono::milliseconds(600);

  page.put("index.html", "newer", std::chrono::minutes(1));
  CHECK(folder.current(now)->find("/")->bytes == "old");
  CHECK(folder.current(later)->find("/")->bytes == "newer");

  std::filesystem::remove(page.root() / "index.html");
  CHECK(folder.current(later + std::chrono::seconds(1))->find("/")->bytes == "newer");
  page.put("index.html", "newest", std::chrono::minutes(1));
  CHECK(folder.current(later + std::chrono::seconds(2))->find("/")->bytes == "newest");
}

}  // namespace
}  // namespace waiter::server
