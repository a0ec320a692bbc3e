#include "server/host_check.h"

#include <charconv>

#include <boost/beast/core/string.hpp>

namespace waiter::server {

bool is_loopback_host(std::string_view host, std::uint16_t port) {
  constexpr std::string_view kNames[] = {"localhost", "127.0.0.1", "[::1]"};
  for (const std::string_view name : kNames) {
    if (host.size() < name.size() || !boost::beast::iequals(host.substr(0, name.size()), name)) continue;
    std::string_view rest = host.substr(name.size());
    if (rest.empty()) return port == 80;
    if (rest.front() != ':') return false;
    rest.remove_prefix(1);
    std::uint16_t named_port = 0;
    const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), named_port);
    return error == std::errc{} && end == rest.data() + rest.size() && named_port == port;
  }
  return false;
}

}  // namespace waiter::server
