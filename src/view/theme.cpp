#include "view/theme.h"

#include <cmath>

#include <fmt/format.h>

namespace waiter::view {
namespace {

double linear(std::uint8_t channel) {
  const double c = channel / 255.0;
  return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
}

double luminance(Color c) {
  return 0.2126 * linear(c.r) + 0.7152 * linear(c.g) + 0.0722 * linear(c.b);
}

std::uint8_t between(std::uint8_t from, std::uint8_t to, float amount) {
  const float value = static_cast<float>(from) + (static_cast<float>(to) - static_cast<float>(from)) * amount;
  return static_cast<std::uint8_t>(value + 0.5F);
}

const Theme kDark = {
    .dark = true,
    .colors =
        {
#define WAITER_ROLE(role, dark, light) .role = rgb(dark),
            WAITER_COLOR_ROLES(WAITER_ROLE)
#undef WAITER_ROLE
        },
    // Hue and lightness both change from one to the next; no red, which means trouble here.
    .lanes = {rgb(0x7fb4ff), rgb(0x46c6b2), rgb(0xf2a65a), rgb(0xc9a2ff), rgb(0xe8d66b), rgb(0xff9fcb), rgb(0x8fd5f0),
              rgb(0xb9c48a)},
};

const Theme kLight = {
    .dark = false,
    .colors =
        {
#define WAITER_ROLE(role, dark, light) .role = rgb(light),
            WAITER_COLOR_ROLES(WAITER_ROLE)
#undef WAITER_ROLE
        },
    .lanes = {rgb(0x1f5fc4), rgb(0x0a7467), rgb(0x9a5200), rgb(0x7a35b8), rgb(0x6d6200), rgb(0xb0246f), rgb(0x12708f),
              rgb(0x55671c)},
};

}  // namespace

Color mix(Color from, Color to, float amount) {
  return {between(from.r, to.r, amount), between(from.g, to.g, amount), between(from.b, to.b, amount), from.a};
}

Color blend(Color under, Color over) {
  return mix(under, over, static_cast<float>(over.a) / 255.0F);
}

std::string hex(Color color) {
  return fmt::format("#{:02x}{:02x}{:02x}", color.r, color.g, color.b);
}

double contrast(Color a, Color b) {
  const double la = luminance(a);
  const double lb = luminance(b);
  return la > lb ? (la + 0.05) / (lb + 0.05) : (lb + 0.05) / (la + 0.05);
}

const Theme& theme(bool dark) {
  return dark ? kDark : kLight;
}

Color lane_color(const Theme& theme, const trace::Trace& trace, trace::LaneId lane) {
  if (lane >= trace.lanes.size() || trace.lanes[lane].kind == trace::LaneKind::Loop) return theme.colors.loop;
  // The task that serves a client has the client's colour.
  const trace::LaneId maker = trace.lanes[lane].maker;
  if (maker < trace.lanes.size() && trace.lanes[maker].kind == trace::LaneKind::Client) lane = maker;
  // Lane 0 is the loop, so the first lane of a program is 1.
  return theme.lanes[(lane - 1) % kLaneColors];
}

float Sizes::px(float css) const {
  const float rounded = std::round(css * scale_);
  return css > 0 && rounded < 1 ? 1.0F : rounded;
}

}  // namespace waiter::view
