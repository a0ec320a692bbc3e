#include "canvas.h"

#include <algorithm>
#include <cfloat>
#include <cmath>

#include <GLES3/gl3.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include "browser.h"
#include "view/navigation.h"
#include "view/picture.h"

namespace waiter::engine {
namespace {

// A press and its release may arrive between two frames; Dear ImGui takes one of them a frame.
constexpr int kFramesAfterInput = 3;
constexpr double kFingerSlackPx = 7;

}  // namespace

// --- opening ---------------------------------------------------------------------------------------------------------

bool Canvas::open(const std::string& selector) {
  selector_ = selector;
  EmscriptenWebGLContextAttributes attributes;
  emscripten_webgl_init_context_attributes(&attributes);
  attributes.majorVersion = 2;
  attributes.minorVersion = 0;
  attributes.alpha = false;
  attributes.depth = false;
  attributes.stencil = false;
  attributes.antialias = false;  // Dear ImGui smooths its own edges
  attributes.powerPreference = EM_WEBGL_POWER_PREFERENCE_LOW_POWER;
  context_ = static_cast<int>(emscripten_webgl_create_context(selector.c_str(), &attributes));
  if (context_ <= 0 || emscripten_webgl_make_context_current(context_) != EMSCRIPTEN_RESULT_SUCCESS) {
    context_ = 0;
    return false;
  }
  IMGUI_CHECKVERSION();
  ImGui::CreateContext();
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
  ImGui_ImplOpenGL3_Init("#version 300 es");

  const char* const canvas = selector_.c_str();
  const char* const window = EMSCRIPTEN_EVENT_TARGET_WINDOW;
  const auto on_move = [](int, const EmscriptenMouseEvent* event, void* self) -> EM_BOOL {
    static_cast<Canvas*>(self)->pointer_at(event->targetX, event->targetY);
    return false;
  };
  const auto on_down = [](int, const EmscriptenMouseEvent* event, void* self) -> EM_BOOL {
    if (event->button != 0) return false;
    static_cast<Canvas*>(self)->remember_corner(event->clientX - event->targetX, event->clientY - event->targetY);
    static_cast<Canvas*>(self)->pointer_at(event->targetX, event->targetY);
    static_cast<Canvas*>(self)->pointer_button(/*down=*/true);
    return false;  // the canvas shall get the focus
  };
  const auto on_up = [](int, const EmscriptenMouseEvent* event, void* self) -> EM_BOOL {
    if (event->button == 0) static_cast<Canvas*>(self)->pointer_button(/*down=*/false);
    return false;
  };
  const auto on_drag = [](int, const EmscriptenMouseEvent* event, void* self) -> EM_BOOL {
    static_cast<Canvas*>(self)->pointer_dragged(event->clientX, event->clientY, event->buttons != 0);
    return false;
  };
  const auto on_leave = [](int, const EmscriptenMouseEvent*, void* self) -> EM_BOOL {
    static_cast<Canvas*>(self)->pointer_gone();
    return false;
  };
  const auto on_wheel = [](int, const EmscriptenWheelEvent* event, void* self) -> EM_BOOL {
    return static_cast<Canvas*>(self)->wheel(*event);
  };
  const auto on_touch = [](int type, const EmscriptenTouchEvent* event, void* self) -> EM_BOOL {
    return static_cast<Canvas*>(self)->touch(type, *event);
  };
  const auto on_loss = [](int type, const void*, void* self) -> EM_BOOL {
    static_cast<Canvas*>(self)->context_changed(type == EMSCRIPTEN_EVENT_WEBGLCONTEXTLOST);
    return true;  // without this the browser never gives the context back
  };
  const auto on_enter = [](int, const EmscriptenMouseEvent* event, void* self) -> EM_BOOL {
    static_cast<Canvas*>(self)->remember_corner(event->clientX - event->targetX, event->clientY - event->targetY);
    return false;
  };
  emscripten_set_mouseenter_callback(canvas, this, false, on_enter);
  emscripten_set_mousemove_callback(canvas, this, false, on_move);
  emscripten_set_mousedown_callback(canvas, this, false, on_down);
  emscripten_set_mouseleave_callback(canvas, this, false, on_leave);
  emscripten_set_mousemove_callback(window, this, false, on_drag);
  emscripten_set_mouseup_callback(window, this, false, on_up);
  emscripten_set_wheel_callback(canvas, this, false, on_wheel);
  emscripten_set_touchstart_callback(canvas, this, false, on_touch);
  emscripten_set_touchmove_callback(canvas, this, false, on_touch);
  emscripten_set_touchend_callback(canvas, this, false, on_touch);
  emscripten_set_touchcancel_callback(canvas, this, false, on_touch);
  emscripten_set_webglcontextlost_callback(canvas, this, false, on_loss);
  emscripten_set_webglcontextrestored_callback(canvas, this, false, on_loss);
  return true;
}

void Canvas::context_changed(bool lost) {
  lost_ = lost;
  if (lost) return;
  // Everything that lived on the graphics card is gone; the session lost nothing.
  emscripten_webgl_make_context_current(context_);
  ImGui_ImplOpenGL3_Shutdown();
  ImGui_ImplOpenGL3_Init("#version 300 es");
  type_scale_ = 0;
  wake();
}

// --- drawing ---------------------------------------------------------------------------------------------------------

bool Canvas::draw(bool changed, double now_ms) {
  if (context_ == 0 || lost_) return false;
  if (!changed && frames_wanted_ == 0) return false;
  if (frames_wanted_ > 0) --frames_wanted_;
  fit_to_session();

  view::ViewState& view = session_.view();
  ImGuiIO& io = ImGui::GetIO();
  io.DisplaySize = {view.width, view.height};
  io.DeltaTime = drawn_ms_ > 0 ? static_cast<float>(std::clamp((now_ms - drawn_ms_) / 1000, 0.001, 1.0)) : 0.016F;
  io.MouseDoubleClickMaxDist = view.sizes.exact(6);
  drawn_ms_ = now_ms;

  ImGui_ImplOpenGL3_NewFrame();
  ImGui::NewFrame();
  if (session_.shown() != nullptr) {
    view::draw(*session_.shown(), view, type_);
  } else {
    view::draw_nothing(view, type_, "Nothing has run yet.");
  }
  ImGui::Render();
  glViewport(0, 0, static_cast<int>(view.width), static_cast<int>(view.height));
  ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
  if (view.wants_pointing_hand != pointing_hand_) {
    pointing_hand_ = view.wants_pointing_hand;
    waiter_set_pointer(selector_.c_str(), pointing_hand_ ? 1 : 0);
  }
  session_.notice_pointer();
  return frames_wanted_ > 0;
}

void Canvas::fit_to_session() {
  const view::ViewState& view = session_.view();
  if (view.width != drawn_width_ || view.height != drawn_height_) {
    emscripten_set_canvas_element_size(selector_.c_str(), static_cast<int>(view.width), static_cast<int>(view.height));
    drawn_width_ = view.width;
    drawn_height_ = view.height;
  }
  if (view.sizes.scale() == type_scale_) return;
  // The type is made for these very pixels, so that it is crisp; a window dragged to another screen gets it anew.
  type_scale_ = view.sizes.scale();
  type_ = view::load_type(*ImGui::GetIO().Fonts, type_scale_);
  ImGui_ImplOpenGL3_DestroyFontsTexture();
  ImGui_ImplOpenGL3_CreateFontsTexture();
}

void Canvas::wake() {
  frames_wanted_ = kFramesAfterInput;
  waiter_wake();
}

// --- pointer and wheel ------------------------------------------------------------------------------------------

double Canvas::ratio() const {
  return session_.dpr();
}

void Canvas::remember_corner(double css_x, double css_y) {
  corner_x_ = css_x;
  corner_y_ = css_y;
}

void Canvas::pointer_at(double css_x, double css_y) {
  ImGui::GetIO().AddMousePosEvent(static_cast<float>(css_x * ratio()), static_cast<float>(css_y * ratio()));
  wake();
}

// A drag goes on outside the canvas: the window tells, in its own coordinates.
void Canvas::pointer_dragged(double client_x, double client_y, bool held) {
  if (!button_down_) return;
  if (!held) {  // let go where nobody told us
    pointer_button(/*down=*/false);
    return;
  }
  pointer_at(client_x - corner_x_, client_y - corner_y_);
}

void Canvas::pointer_gone() {
  if (button_down_) return;
  ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
  wake();
}

void Canvas::pointer_button(bool down) {
  if (!down && !button_down_) return;
  button_down_ = down;
  ImGui::GetIO().AddMouseButtonEvent(0, down);
  wake();
}

bool Canvas::wheel(const EmscriptenWheelEvent& event) {
  if (session_.shown() == nullptr) return false;
  // Lines and pages, as some mice and browsers count, in pixels.
  const double unit = event.deltaMode == DOM_DELTA_LINE ? 33 : event.deltaMode == DOM_DELTA_PAGE ? 400 : 1;
  // A pinch on a touchpad arrives as a wheel with Control, in small numbers.
  const double pinch = event.mouse.ctrlKey ? 3 : 1;
  view::Wheel wheel;
  wheel.at = {static_cast<float>(event.mouse.targetX * ratio()), static_cast<float>(event.mouse.targetY * ratio())};
  wheel.down = static_cast<float>(std::clamp(event.deltaY * unit * pinch, -400.0, 400.0) * ratio());
  wheel.right = static_cast<float>(std::clamp(event.deltaX * unit, -400.0, 400.0) * ratio());
  wheel.shift = event.mouse.shiftKey;
  wheel.control = event.mouse.ctrlKey;
  if (!view::turn_wheel(*session_.shown(), session_.view(), wheel))
    return wheel.control;  // the page shall not zoom over the picture
  session_.mark_changed();
  wake();
  return true;
}

// --- fingers ---------------------------------------------------------------------------------------------------------

// One finger on the ruler or a button is the pointer at once; elsewhere when it moves. Two fingers zoom. A tap comes
// back from the browser as a click. The page has said `touch-action: none`: nothing scrolls under the canvas.
bool Canvas::touch(int type, const EmscriptenTouchEvent& event) {
  if (session_.shown() == nullptr) return false;
  const bool ends = type == EMSCRIPTEN_EVENT_TOUCHEND || type == EMSCRIPTEN_EVENT_TOUCHCANCEL;
  const bool begins = type == EMSCRIPTEN_EVENT_TOUCHSTART;
  double x[2] = {0, 0};
  double y[2] = {0, 0};
  int fingers = 0;
  for (int i = 0; i < event.numTouches && fingers < 2; ++i) {
    const EmscriptenTouchPoint& touch = event.touches[i];
    if (ends && touch.isChanged) continue;  // this one has left
    x[fingers] = touch.targetX;
    y[fingers] = touch.targetY;
    ++fingers;
  }
  const bool held = gesture_ == Gesture::Pointer;
  if (fingers == 0) {
    if (held) pointer_button(/*down=*/false);
    gesture_ = Gesture::None;
    return held;
  }
  if (fingers == 2) {
    const double middle = (x[0] + x[1]) / 2;
    const double distance = std::max(10.0, std::hypot(x[0] - x[1], y[0] - y[1]));
    if (gesture_ == Gesture::Pinch) {
      view::pinch(*session_.shown(), session_.view(), static_cast<float>(pinch_middle_ * ratio()),
                  static_cast<float>(middle * ratio()), pinch_distance_ / distance);
      session_.mark_changed();
      wake();
    } else if (held) {
      pointer_button(/*down=*/false);
    }
    gesture_ = Gesture::Pinch;
    pinch_middle_ = middle;
    pinch_distance_ = distance;
    return true;
  }
  if (begins) {
    finger_x_ = x[0];
    finger_y_ = y[0];
    const view::Point at{static_cast<float>(x[0] * ratio()), static_cast<float>(y[0] * ratio())};
    if (!view::takes_finger(*session_.shown(), session_.view(), at)) {
      gesture_ = Gesture::Undecided;
      return false;
    }
    gesture_ = Gesture::Pointer;
    pointer_at(x[0], y[0]);
    pointer_button(/*down=*/true);
    return true;
  }
  if (gesture_ == Gesture::Undecided) {
    const double dx = std::abs(x[0] - finger_x_);
    const double dy = std::abs(y[0] - finger_y_);
    if (std::max(dx, dy) < kFingerSlackPx) return false;
    gesture_ = Gesture::Pointer;
    pointer_at(finger_x_, finger_y_);
    pointer_button(/*down=*/true);
  }
  if (gesture_ != Gesture::Pointer) return gesture_ == Gesture::Pinch;
  pointer_at(x[0], y[0]);
  return true;
}

}  // namespace waiter::engine
