#include "view/fonts.h"

#include <doctest/doctest.h>
#include <imgui.h>

namespace {

// Builds an atlas of one font at 16 px and asks it for a glyph of its own for each character.
void check_font(std::span<const unsigned char> file, const char32_t* characters) {
  static const ImWchar kEverything[] = {0x20, 0xFFFF, 0};
  ImFontAtlas atlas;
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  ImFont* font = atlas.AddFontFromMemoryTTF(const_cast<unsigned char*>(file.data()), static_cast<int>(file.size()),
                                            16.0F, &config, kEverything);
  REQUIRE(font != nullptr);
  REQUIRE(atlas.Build());
  for (const char32_t* c = characters; *c != 0; ++c) {
    CAPTURE(static_cast<unsigned>(*c));
    const ImFontGlyph* glyph = font->FindGlyphNoFallback(static_cast<ImWchar>(*c));
    REQUIRE(glyph != nullptr);
    CHECK(glyph->AdvanceX > 0.0F);
    CHECK(glyph->X1 > glyph->X0);
    CHECK(glyph->Y1 > glyph->Y0);
  }
}

constexpr const char32_t* kWords = U"AZaz09éüßł→←↑↓✓○●·—–…×⌘≤≥▶";
constexpr const char32_t* kCode = U"AZaz09_(){}[]=>\"'#éüßł→←↑↓✓●·—–…×⌘≤≥▶";

}  // namespace

TEST_CASE("every face of Inter has a drawable glyph for each character that the canvas writes") {
  check_font(waiter::view::inter_regular(), kWords);
  check_font(waiter::view::inter_medium(), kWords);
  check_font(waiter::view::inter_semibold(), kWords);
}

TEST_CASE("JetBrains Mono has a drawable glyph for each character that code and figures use") {
  check_font(waiter::view::jetbrains_mono_regular(), kCode);
}

TEST_CASE("every glyph of JetBrains Mono is as wide as any other") {
  ImFontAtlas atlas;
  ImFontConfig config;
  config.FontDataOwnedByAtlas = false;
  const auto file = waiter::view::jetbrains_mono_regular();
  ImFont* font = atlas.AddFontFromMemoryTTF(const_cast<unsigned char*>(file.data()), static_cast<int>(file.size()),
                                            16.0F, &config);
  REQUIRE(atlas.Build());
  CHECK(font->GetCharAdvance('i') == font->GetCharAdvance('W'));
}
