#pragma once
// The canvas's fonts, as font files in memory: Inter for words, JetBrains Mono for code and figures. Packed at build
// time from the system's font packages (cmake/subset_fonts.sh lists the characters); the bytes live as long as the
// program. Dear ImGui's reader takes them as they are: AddFontFromMemoryTTF with FontDataOwnedByAtlas = false.

#include <span>

namespace waiter::view {

[[nodiscard]] std::span<const unsigned char> inter_regular();
[[nodiscard]] std::span<const unsigned char> inter_medium();
[[nodiscard]] std::span<const unsigned char> inter_semibold();
[[nodiscard]] std::span<const unsigned char> jetbrains_mono_regular();

}  // namespace waiter::view
