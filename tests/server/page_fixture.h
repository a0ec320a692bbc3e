#pragma once
// A page to serve, made in a folder of its own under the system's temporary folder and removed with the object.
// Knows files only; what a test needs of the companion stands in companion.h.

#include <chrono>
#include <filesystem>
#include <fstream>
#include <random>
#include <string>
#include <string_view>

namespace waiter::server::testing {

/// Long enough to be compressed, and easy to recognise.
inline std::string repeated(std::string_view text, int times) {
  std::string out;
  for (int i = 0; i < times; ++i) out += text;
  return out;
}

class PageFixture {
 public:
  PageFixture() {
    root_ = std::filesystem::temp_directory_path() / ("waiter-page-" + std::to_string(std::random_device{}()));
    std::filesystem::create_directories(root_);
  }
  ~PageFixture() {
    std::error_code ignored;
    std::filesystem::remove_all(root_, ignored);
  }
  PageFixture(const PageFixture&) = delete;
  PageFixture& operator=(const PageFixture&) = delete;

  [[nodiscard]] const std::filesystem::path& root() const { return root_; }

  /// Writes a file as a build did an hour ago, or `age` ago.
  void put(const std::string& path, std::string_view bytes, std::chrono::seconds age = std::chrono::hours(1)) const {
    const std::filesystem::path place = root_ / path;
    std::filesystem::create_directories(place.parent_path());
    std::ofstream(place, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    std::filesystem::last_write_time(place, std::filesystem::file_time_type::clock::now() - age);
  }

  /// A small page of the shape that Vite builds.
  void put_page() const {
    put("index.html", "<!doctype html><title>One Waiter</title>\n");
    put("assets/engine-aB3dE5gH.wasm", std::string_view("\0asm\1\0\0\0", 8));
    put("assets/index-CFxjF4nH.js", repeated("console.log('table');\n", 100));
  }

 private:
  std::filesystem::path root_;
};

}  // namespace waiter::server::testing
