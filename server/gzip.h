#pragma once
// gzip (RFC 1952) in memory, around the deflate that Boost.Beast brings, so that no further library is needed.
// Done once for each file of the page when it is loaded, never for a request.

#include <string>
#include <string_view>

namespace waiter::server {

[[nodiscard]] std::string gzip(std::string_view bytes);

}  // namespace waiter::server
