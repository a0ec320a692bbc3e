#pragma once
// Which media type a file name stands for. Knows names only; it never looks into a file.

#include <string_view>

namespace waiter::server {

struct MediaType {
  std::string_view name;  // as it stands in Content-Type
  bool compressible;      // false where the format is compressed already
};

/// The type for the name's extension (in either case); application/octet-stream for any other.
[[nodiscard]] MediaType media_type_of(std::string_view file_name);

}  // namespace waiter::server
