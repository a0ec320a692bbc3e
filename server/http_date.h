#pragma once
// The Date header's text (RFC 9110, 5.6.7). The time is given, never read here.

#include <ctime>
#include <string>

namespace waiter::server {

/// "Sun, 06 Nov 1994 08:49:37 GMT"
[[nodiscard]] std::string http_date(std::time_t when);

}  // namespace waiter::server
