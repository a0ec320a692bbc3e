#include "server/health.h"

#include <cstdio>

namespace waiter::server {

std::string health_json(std::chrono::milliseconds uptime) {
  char text[160];
  // WAITER_VERSION is the project's version, given by CMake.
  const int length = std::snprintf(
      text, sizeof text, R"({"status":"ok","name":"One Waiter","version":"%s","uptime_s":%lld.%03lld})", WAITER_VERSION,
      static_cast<long long>(uptime.count() / 1000), static_cast<long long>(uptime.count() % 1000));
  return std::string(text, static_cast<std::size_t>(length));
}

}  // namespace waiter::server
