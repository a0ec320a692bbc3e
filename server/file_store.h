#pragma once
// The page as it stood at one moment: every servable file of one folder, in memory, ready to send.
//
// Knows folders and bytes; knows nothing of HTTP messages or sockets. Invariants:
// 1. A store never changes. A new look at the folder makes a new store, which shares the files that stayed the same.
// 2. Only what the walk found has a name here, so no request, however spelt, reaches a file outside the folder.
//    Hidden files, and links that lead out of the folder, are not found.
// 3. A file's compressed forms decode to exactly its bytes at the time of loading (or, made by the build, are not
// older).

#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "server/media_types.h"

namespace waiter::server {

/// What tells a changed file from an unchanged one without reading it.
struct Fingerprint {
  std::filesystem::file_time_type modified;
  std::uintmax_t bytes = 0;
  bool operator==(const Fingerprint&) const = default;
};

struct StoredFile {
  std::string bytes;
  std::optional<std::string> gzip;
  std::optional<std::string> brotli;
  std::string content_hash;  // 16 hexadecimal digits
  MediaType type;
  bool name_has_hash = false;  // a name that will never stand for other bytes: the build made it from them
  bool settled = false;        // not touched within the seconds before it was read, so not caught half written

  std::vector<Fingerprint> read_from;  // itself, then its compressed siblings
};

class FileStore {
 public:
  using Files = std::map<std::string, std::shared_ptr<const StoredFile>, std::less<>>;

  explicit FileStore(Files files) : files_(std::move(files)) {}

  /// The file at a path such as "/assets/engine.wasm"; "/" and "/a/" stand for the index.html there. Null where there
  /// is none.
  [[nodiscard]] std::shared_ptr<const StoredFile> find(std::string_view path) const;

  [[nodiscard]] bool has_page() const { return files_.contains("/index.html"); }
  [[nodiscard]] const Files& files() const { return files_; }

 private:
  Files files_;
};

struct LoadedStore {
  std::shared_ptr<const FileStore> store;  // never null; empty where the folder is missing
  std::vector<std::string> problems;       // one sentence for each file that was left out
};

/// Walks `root`. Files that `previous` (may be null) already holds unchanged are taken from it.
[[nodiscard]] LoadedStore load_file_store(const std::filesystem::path& root, const FileStore* previous);

/// Whether the path is one that Vite gave a content hash: below an "assets" folder, "name-XXXXXXXX.ext".
[[nodiscard]] bool has_hashed_name(std::string_view path);

}  // namespace waiter::server
