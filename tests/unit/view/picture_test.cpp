// The whole picture, drawn by Dear ImGui without a screen: that it draws at every size and moment without a complaint,
// and that the pointer does what it should.
#include "view/picture.h"

#include <doctest/doctest.h>
#include <imgui.h>

#include "recorded_run.h"
#include "view/navigation.h"

using namespace waiter;
using namespace waiter::view;
using trace::kMillisecond;
using view_test::recorded_run;

namespace {

// Dear ImGui with fonts and no window.
class Screen {
 public:
  explicit Screen(const std::string& program, float width = 666, float height = 848, float dpr = 1)
      : run(recorded_run(program)) {
    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.ConfigInputTrickleEventQueue = false;
    io.Fonts->TexDesiredWidth = 2048;
    view.width = width * dpr;
    view.height = height * dpr;
    view.sizes = Sizes(dpr);
    type_ = load_type(*io.Fonts, dpr);
    if (run) take_run(*run, view);
  }
  ~Screen() { ImGui::DestroyContext(); }
  Screen(const Screen&) = delete;
  Screen& operator=(const Screen&) = delete;

  // How many triangles' corners the picture has.
  int draw() {
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {view.width, view.height};
    io.DeltaTime = 0.016F;
    ImGui::NewFrame();
    view::draw(*run, view, type_);
    ImGui::Render();
    return ImGui::GetDrawData()->TotalVtxCount;
  }
  void move(Point to) {
    ImGui::GetIO().AddMousePosEvent(to.x, to.y);
    draw();
  }
  void button(bool down) {
    ImGui::GetIO().AddMouseButtonEvent(0, down);
    draw();
  }
  void drag(Point from, Point to) {
    move(from);
    button(true);
    move({(from.x + to.x) / 2, (from.y + to.y) / 2});
    move(to);
    button(false);
  }
  [[nodiscard]] PictureLayout layout() const { return picture_layout(*run, view); }
  [[nodiscard]] float x(Time time) const {
    const PictureLayout l = layout();
    return TimeScale{view.window, l.lanes.left, l.lanes.right}.x(time);
  }
  [[nodiscard]] float row_y(std::size_t row) const {
    const PictureLayout l = layout();
    return l.lanes.top + (static_cast<float>(row) + 0.5F) * l.row_height;
  }

  std::unique_ptr<playground::Run> run;
  ViewState view;

 private:
  Type type_;
};

}  // namespace

TEST_CASE("every run draws at every size, density, moment and in both palettes") {
  for (const char* const program :
       {"lesson", "clients", "blocked", "crowd 40 6", "computing", "advancing", "refused", ""}) {
    for (const float dpr : {1.0F, 2.0F}) {
      for (const Point size : {Point{666, 848}, Point{390, 700}, Point{300, 320}, Point{1400, 500}}) {
        CAPTURE(program);
        CAPTURE(dpr);
        CAPTURE(size.x);
        Screen screen(program, size.x, size.y, dpr);
        for (int i = 0; i <= 4; ++i) {
          screen.view.dark = i % 2 == 0;
          screen.view.words = i < 2 ? Words::Asyncio : Words::Analogy;
          screen.view.dimmed = i == 3;
          seek_time(*screen.run, screen.view, screen.run->end() * i / 4);
          CHECK(screen.draw() > 500);
        }
        screen.view.prediction = PredictionMark{"1.5 s", 1500 * kMillisecond, PredictionMark::Verdict::Right};
        screen.view.outlined_line = 5;
        for (int i = 0; i < 12; ++i) {
          zoom(*screen.run, screen.view, 0.4, screen.run->end() / 2);
          CHECK(screen.draw() > 500);
        }
      }
    }
  }
}

TEST_CASE("a thousand lanes cost a screenful") {
  Screen screen("crowd 1000 30");
  CHECK(screen.draw() < 200'000);
}

TEST_CASE("pointing at a wait says what it is, for how long and where") {
  Screen screen("lesson");
  screen.draw();
  screen.move({screen.x(500 * kMillisecond), screen.row_y(1)});
  REQUIRE(screen.view.hovered.has_value());
  CHECK(screen.view.hover_text == "Task-2 coffee · awaiting sleep 1.0, 0.000 s → 1.000 s · 1.00 s, line 5");
  screen.move({screen.x(500 * kMillisecond), 5});
  CHECK(screen.view.hover_text.empty());
}

TEST_CASE("a click on the ruler seeks, and a drag of the playhead scrubs") {
  Screen screen("lesson");
  screen.draw();
  const float ruler = screen.layout().ruler.middle_y();
  screen.drag({screen.x(500 * kMillisecond), ruler}, {screen.x(500 * kMillisecond), ruler});
  CHECK(trace::to_seconds(screen.view.playhead.time) == doctest::Approx(0.5).epsilon(0.01));
  screen.drag({screen.x(500 * kMillisecond), screen.row_y(3)}, {screen.x(1200 * kMillisecond), screen.row_y(3)});
  CHECK(trace::to_seconds(screen.view.playhead.time) == doctest::Approx(1.2).epsilon(0.01));
  CHECK(screen.view.drag == Drag::None);
}

TEST_CASE("a drag of the timeline pans and does not select; a click selects") {
  Screen screen("lesson");
  zoom(*screen.run, screen.view, 0.3, 700 * kMillisecond);
  screen.draw();
  const TimeWindow before = screen.view.window;
  screen.drag({300, screen.row_y(0)}, {200, screen.row_y(0)});
  CHECK(screen.view.window.from > before.from);
  CHECK(screen.view.window.length() == before.length());
  CHECK_FALSE(screen.view.selected.has_value());
  fit_all(*screen.run, screen.view);
  screen.draw();
  const Point wait{screen.x(500 * kMillisecond), screen.row_y(1)};
  screen.drag(wait, wait);
  REQUIRE(screen.view.selected.has_value());
  CHECK(screen.view.selected->lane == 2);
}

TEST_CASE("the play button plays and pauses") {
  Screen screen("lesson");
  screen.draw();
  const Rect bar = screen.layout().transport;
  const Point play{16 + 2 * 38 + 16, bar.middle_y()};
  screen.drag(play, play);
  CHECK(screen.view.playing);
  screen.drag(play, play);
  CHECK_FALSE(screen.view.playing);
}

TEST_CASE("the wheel zooms at the cursor over the timeline and belongs to the page over the stage") {
  Screen screen("lesson");
  screen.draw();
  const Time under = 500 * kMillisecond;
  const float x = screen.x(under);
  CHECK(turn_wheel(*screen.run, screen.view, {.at = {x, screen.row_y(1)}, .down = -200}));
  CHECK(screen.x(under) == doctest::Approx(x).epsilon(0.01));
  CHECK(screen.view.window.length() < whole(screen.run->end()).length());
  const TimeWindow zoomed_in = screen.view.window;
  CHECK(turn_wheel(*screen.run, screen.view, {.at = {x, screen.row_y(1)}, .down = 50, .shift = true}));
  CHECK(screen.view.window.length() == zoomed_in.length());
  CHECK(screen.view.window.from > zoomed_in.from);
  CHECK_FALSE(turn_wheel(*screen.run, screen.view, {.at = {x, screen.layout().stage.middle_y()}, .down = 50}));
}

TEST_CASE("the layout does not move while the playhead does") {
  Screen screen("lesson");
  screen.draw();
  const PictureLayout before = screen.layout();
  seek_time(*screen.run, screen.view, screen.run->end());
  screen.draw();
  const PictureLayout after = screen.layout();
  CHECK(before.narration.top == after.narration.top);
  CHECK(before.lanes.top == after.lanes.top);
  CHECK(before.transport.top == after.transport.top);
}
