#pragma once
// GET /health: "I am One Waiter, and I am up." What a script, or the page, asks to learn whether the companion is
// there.

#include <chrono>
#include <string>

namespace waiter::server {

[[nodiscard]] std::string health_json(std::chrono::milliseconds uptime);

}  // namespace waiter::server
