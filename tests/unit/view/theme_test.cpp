#include "view/theme.h"

#include <doctest/doctest.h>

using namespace waiter;
using view::Color;

TEST_CASE("text is readable on every ground, in both palettes") {
  for (const bool dark : {true, false}) {
    const view::Theme& theme = view::theme(dark);
    const view::Colors& c = theme.colors;
    CAPTURE(dark);
    for (const Color ground : {c.background, c.panel, c.raised, c.line_highlight}) {
      for (const Color ink : {c.text, c.muted, c.strong, c.accent, c.good, c.warn, c.bad, c.keyword, c.string, c.number,
                              c.function, c.comment}) {
        CAPTURE(view::hex(ground));
        CAPTURE(view::hex(ink));
        CHECK(view::contrast(ground, ink) >= 4.5);
      }
    }
    CHECK(view::contrast(c.accent_fill, c.on_accent) >= 4.5);
    CHECK(view::contrast(c.button, c.text) >= 4.5);
    CHECK(view::contrast(c.good_fill, c.good) >= 4.5);
    CHECK(view::contrast(c.warn_fill, c.warn) >= 4.5);
    CHECK(view::contrast(c.bad_fill, c.bad) >= 4.5);
    CHECK(view::contrast(c.selection, c.text) >= 4.5);
    CHECK(view::contrast(c.bad, c.background) >= 4.5);
  }
}

TEST_CASE("lanes' colours are readable as text and differ from each other") {
  for (const bool dark : {true, false}) {
    const view::Theme& theme = view::theme(dark);
    for (std::size_t i = 0; i < view::kLaneColors; ++i) {
      CAPTURE(dark);
      CAPTURE(i);
      CHECK(view::contrast(theme.lanes[i], theme.colors.background) >= 4.5);
      CHECK(view::contrast(theme.lanes[i], theme.colors.panel) >= 4.5);
      for (std::size_t k = 0; k < i; ++k) CHECK_FALSE(theme.lanes[i] == theme.lanes[k]);
      // A wait's label stands on the lane's own colour, thinned.
      CHECK(view::contrast(view::blend(theme.colors.background, theme.lanes[i].faded(0.18F)), theme.colors.text) >=
            4.5);
    }
  }
}

TEST_CASE("contrast is WCAG's: 21 for black on white, 1 for a colour on itself") {
  CHECK(view::contrast(view::rgb(0x000000), view::rgb(0xffffff)) == doctest::Approx(21));
  CHECK(view::contrast(view::rgb(0x336699), view::rgb(0x336699)) == doctest::Approx(1));
}

TEST_CASE("sizes are whole pixels, and nothing positive vanishes") {
  CHECK(view::Sizes(1.25F).px(10) == 13);
  CHECK(view::Sizes(0.5F).px(0.5F) == 1);
  CHECK(view::Sizes(2).px(0) == 0);
}
