#include "server/page_folder.h"

#include <algorithm>
#include <utility>

#include "server/report.h"

namespace waiter::server {
namespace {

// Looking at the 50 files of a page takes 0.1 ms; twice a second is nothing, and faster than anybody reloads.
constexpr std::chrono::milliseconds kLookAgainAfter{500};

}  // namespace

PageFolder::PageFolder(std::filesystem::path root) : root_(std::move(root)) {
  look(std::chrono::steady_clock::now());
}

std::shared_ptr<const FileStore> PageFolder::current(std::chrono::steady_clock::time_point now) {
  if (now - looked_at_ >= kLookAgainAfter) look(now);
  return store_;
}

void PageFolder::look(std::chrono::steady_clock::time_point now) {
  looked_at_ = now;
  LoadedStore loaded = load_file_store(root_, store_.get());
  for (const std::string& problem : loaded.problems) {
    if (std::find(problems_.begin(), problems_.end(), problem) == problems_.end()) report("page", problem);
  }
  problems_ = std::move(loaded.problems);
  if (!store_ || loaded.store->has_page()) store_ = std::move(loaded.store);
}

}  // namespace waiter::server
