#pragma once
// `waiter serve`: the companion from the command line's point of view. Pulls in no Boost header.

#include <cstdint>
#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>

#include "server/limits.h"

namespace waiter::server {

struct ServeOptions {
  std::filesystem::path page_root;  // the built page: a folder with an index.html
  std::string bind = "127.0.0.1";   // an IP address; the default includes [::1]
  std::uint16_t port = 8000;        // 0: a free one
  std::optional<std::filesystem::path> program =
      {};  // serving a program comes with a later issue; until then it is refused
  Limits limits = {};
};

/// Serves until Ctrl-C or SIGTERM. Says on `out` where the page is, on `err` why it cannot be served.
/// The exit status: 0 served and stopped; 2 nothing was served.
[[nodiscard]] int serve(const ServeOptions& options, std::ostream& out, std::ostream& err);

/// The same with standard output and standard error.
[[nodiscard]] int serve(const ServeOptions& options);

}  // namespace waiter::server
