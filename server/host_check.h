#pragma once
// The guard against DNS rebinding: a hostile site can point its own name at 127.0.0.1 and read what a local server
// answers, but it cannot make the browser leave that name out of the Host header.

#include <cstdint>
#include <string_view>

namespace waiter::server {

/// Whether `host` (a Host header, or a URL's authority) is localhost, 127.0.0.1 or [::1] at `port`.
/// Without a port it means port 80.
[[nodiscard]] bool is_loopback_host(std::string_view host, std::uint16_t port);

}  // namespace waiter::server
