#include "cli/files.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <optional>
#include <system_error>

#include <fmt/format.h>

namespace waiter::cli {
namespace {

namespace fs = std::filesystem;

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

[[noreturn]] void fail(const fs::path& path, const char* doing) {
  throw UsageError(fmt::format("{}: cannot be {}: {}", path.string(), doing, std::strerror(errno)));
}

// Where the first byte stands that is no UTF-8: overlong forms, surrogates and what lies beyond U+10FFFF included.
std::optional<std::size_t> not_utf8_at(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      ++i;
      continue;
    }
    const std::size_t length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2;
    if (byte < 0xC2 || byte > 0xF4 || i + length > text.size()) return i;
    unsigned code_point = byte & (0xFFU >> (length + 1));
    for (std::size_t k = 1; k < length; ++k) {
      const auto next = static_cast<unsigned char>(text[i + k]);
      if ((next & 0xC0U) != 0x80U) return i;
      code_point = code_point << 6 | (next & 0x3FU);
    }
    const unsigned least = length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80;
    if (code_point < least || code_point > 0x10FFFF || (code_point >= 0xD800 && code_point < 0xE000)) return i;
    i += length;
  }
  return std::nullopt;
}

}  // namespace

std::string read_file(const fs::path& path) {
  std::error_code error;
  if (fs::is_directory(path, error)) throw UsageError(fmt::format("{}: is a folder", path.string()));
  const File file(std::fopen(path.c_str(), "rb"));
  if (!file) fail(path, "read");
  std::string text;
  char block[1 << 16];
  for (std::size_t count = 0; (count = std::fread(block, 1, sizeof block, file.get())) > 0;) text.append(block, count);
  if (std::ferror(file.get()) != 0) fail(path, "read");
  return text;
}

std::string read_text_file(const fs::path& path) {
  std::string text = read_file(path);
  if (const auto at = not_utf8_at(text)) throw UsageError(fmt::format("{}: is not UTF-8 (byte {})", path.string(), *at));
  if (text.rfind("\xEF\xBB\xBF", 0) == 0) text.erase(0, 3);
  return text;
}

void write_file(const fs::path& path, std::string_view text) {
  File file(std::fopen(path.c_str(), "wb"));
  if (!file) fail(path, "written");
  if (std::fwrite(text.data(), 1, text.size(), file.get()) != text.size()) fail(path, "written");
  if (std::fclose(file.release()) != 0) fail(path, "written");
}

}  // namespace waiter::cli
