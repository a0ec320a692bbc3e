#pragma once
// Keeps the store in step with the page's folder, so that a rebuilt page shows at the next reload of the browser.
//
// A folder that has lost its index.html is one that a build is emptying: the last complete page stays until a new one
// stands. Owned by the server and used from its thread only.

#include <chrono>
#include <filesystem>
#include <memory>

#include "server/file_store.h"

namespace waiter::server {

class PageFolder {
 public:
  explicit PageFolder(std::filesystem::path root);
  PageFolder(const PageFolder&) = delete;
  PageFolder& operator=(const PageFolder&) = delete;

  /// The page as it stands now, give or take half a second.
  [[nodiscard]] std::shared_ptr<const FileStore> current(std::chrono::steady_clock::time_point now);

 private:
  void look(std::chrono::steady_clock::time_point now);

  std::filesystem::path root_;
  std::shared_ptr<const FileStore> store_;
  std::chrono::steady_clock::time_point looked_at_;
  std::vector<std::string> problems_;  // reported already
};

}  // namespace waiter::server
