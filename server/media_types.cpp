#include "server/media_types.h"

#include <boost/beast/core/string.hpp>

namespace waiter::server {
namespace {

struct Row {
  std::string_view extension;
  MediaType type;
};

constexpr MediaType kUnknown{"application/octet-stream", true};
constexpr MediaType kPlain{"text/plain; charset=utf-8", true};

constexpr Row kRows[] = {
    {"html", {"text/html; charset=utf-8", true}},
    {"js", {"text/javascript; charset=utf-8", true}},
    {"mjs", {"text/javascript; charset=utf-8", true}},
    {"css", {"text/css; charset=utf-8", true}},
    // Exactly this, without parameters: WebAssembly.instantiateStreaming refuses anything else.
    {"wasm", {"application/wasm", true}},
    {"json", {"application/json", true}},
    {"map", {"application/json", true}},
    {"webmanifest", {"application/manifest+json", true}},
    {"svg", {"image/svg+xml", true}},
    {"png", {"image/png", false}},
    {"jpg", {"image/jpeg", false}},
    {"jpeg", {"image/jpeg", false}},
    {"webp", {"image/webp", false}},
    {"ico", {"image/x-icon", true}},
    {"woff2", {"font/woff2", false}},
    {"ttf", {"font/ttf", true}},
    {"otf", {"font/otf", true}},
    {"txt", kPlain},
    {"md", kPlain},
    {"py", kPlain},  // shown, not offered as a download
    {"xml", {"application/xml", true}},
    {"gz", {"application/gzip", false}},
    {"br", {"application/octet-stream", false}},
    {"zip", {"application/zip", false}},
};

}  // namespace

MediaType media_type_of(std::string_view file_name) {
  const std::size_t slash = file_name.rfind('/');
  if (slash != std::string_view::npos) file_name.remove_prefix(slash + 1);
  const std::size_t dot = file_name.rfind('.');
  if (dot == std::string_view::npos) return kUnknown;
  const std::string_view extension = file_name.substr(dot + 1);
  for (const Row& row : kRows) {
    if (boost::beast::iequals(row.extension, extension)) return row.type;
  }
  return kUnknown;
}

}  // namespace waiter::server
