#pragma once
// Reading and writing whole files for the commands. What goes wrong is a UsageError with one line that names the file.

#include <filesystem>
#include <stdexcept>
#include <string>
#include <string_view>

namespace waiter::cli {

/// Ends the command with kBadUsage; what() is the line that is shown.
class UsageError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

[[nodiscard]] std::string read_file(const std::filesystem::path& path);
/// The same for text that must be UTF-8; a byte order mark is dropped.
[[nodiscard]] std::string read_text_file(const std::filesystem::path& path);
void write_file(const std::filesystem::path& path, std::string_view text);

}  // namespace waiter::cli
