#include "server/file_store.h"

#include <chrono>
#include <cstdio>
#include <fstream>
#include <system_error>

#include "server/gzip.h"

namespace waiter::server {
namespace {

namespace fs = std::filesystem;

// A page is a few MB. The limits keep `--root /` from reading a whole disk into memory.
constexpr std::size_t kFilesMax = 4000;
constexpr std::uintmax_t kFileBytesMax = 64U << 20U;
constexpr std::uintmax_t kStoreBytesMax = 256U << 20U;

// Below this a compressed body saves less than its header costs.
constexpr std::size_t kCompressedBytesMin = 256;

// A write that goes on longer than this without touching the file is not expected of a build.
constexpr std::chrono::seconds kSettleTime{2};

struct Found {
  fs::path place;
  Fingerprint print;
};
using Listing = std::map<std::string, Found>;

// FNV-1a. An ETag has to differ when the content does; it has no adversary, since whoever writes the files owns the
// page.
std::string hash_of(std::string_view bytes) {
  std::uint64_t hash = 0xcbf29ce484222325U;
  for (const char c : bytes) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  char text[17];
  std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash));
  return text;
}

bool leads_outside(const fs::path& place, const fs::path& root) {
  std::error_code error;
  const fs::path real = fs::canonical(place, error);
  if (error) return true;
  const fs::path real_root = fs::canonical(root, error);
  if (error) return true;
  const fs::path relative = real.lexically_relative(real_root);
  return relative.empty() || *relative.begin() == "..";
}

Listing walk(const fs::path& root, std::vector<std::string>& problems) {
  Listing listing;
  std::error_code error;
  std::uintmax_t total = 0;
  fs::recursive_directory_iterator at(root, fs::directory_options::skip_permission_denied, error);
  for (; !error && at != fs::recursive_directory_iterator(); at.increment(error)) {
    if (at->path().filename().string().starts_with('.')) {
      at.disable_recursion_pending();
      continue;
    }
    std::error_code file_error;  // a file may vanish while we look; then it is simply not there
    if (!at->is_regular_file(file_error) || file_error) continue;
    if (at->is_symlink(file_error) && leads_outside(at->path(), root)) {
      problems.push_back(at->path().string() + " is a link to a place outside the folder; it is not served.");
      continue;
    }
    const Fingerprint print{at->last_write_time(file_error), at->file_size(file_error)};
    if (file_error) continue;
    if (print.bytes > kFileBytesMax) {
      problems.push_back(at->path().string() + " is larger than 64 MB; it is not served.");
      continue;
    }
    total += print.bytes;
    if (listing.size() == kFilesMax || total > kStoreBytesMax) {
      problems.push_back(root.string() +
                         " holds more than a page does (4000 files or 256 MB); the rest is not served.");
      break;
    }
    listing.emplace("/" + at->path().lexically_relative(root).generic_string(), Found{at->path(), print});
  }
  return listing;
}

std::optional<std::string> read_whole(const Found& found) {
  std::ifstream in(found.place, std::ios::binary);
  std::string bytes(static_cast<std::size_t>(found.print.bytes), '\0');
  if (!in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) return std::nullopt;
  return bytes;
}

bool is_sibling_of_another(const std::string& path, const Listing& listing) {
  if (!path.ends_with(".gz") && !path.ends_with(".br")) return false;
  return listing.contains(path.substr(0, path.size() - 3));
}

/// The compressed form that the build put beside a file, unless it is older than the file and so stale.
const Found* sibling(const Listing& listing, const std::string& path, const Found& original) {
  const auto it = listing.find(path);
  if (it == listing.end() || it->second.print.modified < original.print.modified) return nullptr;
  return &it->second;
}

std::shared_ptr<const StoredFile> read_file(const std::string& path, const Found& found, const Found* gzipped,
                                            const Found* brotlied, std::vector<Fingerprint> prints) {
  auto bytes = read_whole(found);
  if (!bytes) return nullptr;
  auto file = std::make_shared<StoredFile>();
  file->type = media_type_of(path);
  file->content_hash = hash_of(*bytes);
  file->name_has_hash = has_hashed_name(path);
  file->settled = fs::file_time_type::clock::now() - found.print.modified > kSettleTime;
  file->read_from = std::move(prints);
  if (file->type.compressible && bytes->size() >= kCompressedBytesMin) {
    file->gzip = gzipped ? read_whole(*gzipped) : gzip(*bytes);
    if (brotlied) file->brotli = read_whole(*brotlied);
    // A tenth is the least that pays for the client's work.
    const std::size_t worthwhile = bytes->size() - bytes->size() / 10;
    if (file->gzip && file->gzip->size() > worthwhile) file->gzip.reset();
    if (file->brotli && file->brotli->size() > worthwhile) file->brotli.reset();
  }
  file->bytes = std::move(*bytes);
  return file;
}

}  // namespace

std::shared_ptr<const StoredFile> FileStore::find(std::string_view path) const {
  auto it = files_.find(path);
  if (it == files_.end() && path.ends_with('/')) it = files_.find(std::string(path) + "index.html");
  return it == files_.end() ? nullptr : it->second;
}

LoadedStore load_file_store(const fs::path& root, const FileStore* previous) {
  LoadedStore loaded;
  FileStore::Files files;
  const Listing listing = walk(root, loaded.problems);
  for (const auto& [path, found] : listing) {
    if (is_sibling_of_another(path, listing)) continue;
    const Found* gzipped = sibling(listing, path + ".gz", found);
    const Found* brotlied = sibling(listing, path + ".br", found);
    std::vector<Fingerprint> prints{found.print};
    if (gzipped) prints.push_back(gzipped->print);
    if (brotlied) prints.push_back(brotlied->print);

    std::shared_ptr<const StoredFile> file;
    if (previous) {
      const auto known = previous->files().find(path);
      if (known != previous->files().end() && known->second->settled && known->second->read_from == prints)
        file = known->second;
    }
    if (!file) file = read_file(path, found, gzipped, brotlied, std::move(prints));
    if (file) {
      files.emplace(path, std::move(file));
    } else {
      loaded.problems.push_back(found.place.string() + " cannot be read; it is not served.");
    }
  }
  loaded.store = std::make_shared<const FileStore>(std::move(files));
  return loaded;
}

bool has_hashed_name(std::string_view path) {
  constexpr std::size_t kHashLength = 8;
  if (path.find("/assets/") == std::string_view::npos) return false;
  std::string_view name = path.substr(path.rfind('/') + 1);
  if (name.ends_with(".map")) name.remove_suffix(4);  // name-XXXXXXXX.js.map
  const std::size_t dot = name.rfind('.');
  if (dot == std::string_view::npos || dot < kHashLength + 2) return false;
  const std::string_view hash = name.substr(dot - kHashLength, kHashLength);
  if (name[dot - kHashLength - 1] != '-') return false;

  // The hash is base64url. Eight small letters may as well be a word ("page-fallback.js"): such a hash, one in 1,400,
  // is only asked for again each time, whereas a word taken for a hash would be kept for a year.
  bool is_more_than_a_word = false;
  for (const char c : hash) {
    const bool small = c >= 'a' && c <= 'z';
    const bool other = (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    if (!small && !other) return false;
    is_more_than_a_word = is_more_than_a_word || other;
  }
  return is_more_than_a_word;
}

}  // namespace waiter::server
