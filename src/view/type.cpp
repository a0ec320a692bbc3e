#include "view/type.h"

#include <cmath>

#include <imgui.h>

#include "trace/assert.h"
#include "view/fonts.h"

namespace waiter::view {
namespace {

// The characters that the packed fonts have (cmake/subset_fonts.sh); asking for more only leaves empty places.
constexpr ImWchar kCharacters[] = {0x20,   0x7E,   0xA0,   0x17F,  0x2013, 0x2026, 0x2190, 0x2193, 0x21BA, 0x21BB,
                                   0x2212, 0x2265, 0x2318, 0x2318, 0x25A0, 0x25CF, 0x2713, 0x2717, 0};

ImFont* add(ImFontAtlas& atlas, std::span<const unsigned char> file, float size) {
  // On screens with small pixels a glyph's place is fine enough; twice the pixels would only cost time at the start.
  const bool fine = size >= 20;
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  config.OversampleH = fine ? 1 : 2;
  config.OversampleV = 1;
  config.PixelSnapH = false;
  config.RasterizerMultiply = 1.12F;  // thin strokes on dark ground look thinner than they are
  config.GlyphRanges = kCharacters;
  // ImGui takes the bytes as they are and, told that they are not its own, does not write to them.
  ImFont* font =
      atlas.AddFontFromMemoryTTF(const_cast<unsigned char*>(file.data()), static_cast<int>(file.size()), size, &config);
  WAITER_ASSERT(font != nullptr, "a packed font is a font");
  return font;
}

}  // namespace

Type load_type(ImFontAtlas& atlas, float scale) {
  atlas.Clear();
  atlas.Flags |= ImFontAtlasFlags_NoMouseCursors;
  Type type;
#define WAITER_STYLE(style, face, size) \
  type.fonts[static_cast<std::size_t>(TypeStyle::style)] = add(atlas, face(), std::round((size)*scale));
  WAITER_TYPE_STYLES(WAITER_STYLE)
#undef WAITER_STYLE
  const bool built = atlas.Build();
  WAITER_ASSERT(built, "the atlas holds every style");
  return type;
}

}  // namespace waiter::view
