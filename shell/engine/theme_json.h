#pragma once
// The theme as the page takes it: BRIDGE.md's Theme.

#include <nlohmann/json.hpp>

#include "view/theme.h"

namespace waiter::engine {

[[nodiscard]] inline nlohmann::ordered_json theme_json(const view::Theme& theme) {
  nlohmann::ordered_json colors = nlohmann::ordered_json::object();
#define WAITER_ROLE(role, dark, light) colors[#role] = view::hex(theme.colors.role);
  WAITER_COLOR_ROLES(WAITER_ROLE)
#undef WAITER_ROLE
  nlohmann::ordered_json lanes = nlohmann::ordered_json::array();
  for (const view::Color& color : theme.lanes) lanes.push_back(view::hex(color));
  return {{"dark", theme.dark}, {"colors", std::move(colors)}, {"lanes", std::move(lanes)}};
}

}  // namespace waiter::engine
