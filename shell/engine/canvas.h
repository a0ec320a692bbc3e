#pragma once
// The canvas in the page: WebGL2, the pointer, the wheel and fingers (keys are the page's: it sends commands). It and
// browser.cpp are the only files that know Emscripten. It draws what the session shows, on as many pixels as the screen
// has, and only when there is something new.

#include <string>

#include "session.h"
#include "view/type.h"

struct EmscriptenTouchEvent;
struct EmscriptenWheelEvent;

namespace waiter::engine {

class Canvas {
 public:
  explicit Canvas(Session& session) : session_(session) {}
  Canvas(const Canvas&) = delete;
  Canvas& operator=(const Canvas&) = delete;

  /// Takes hold of the element and listens to it. False if there is no WebGL2: then nothing is drawn, and the rest
  /// works.
  bool open(const std::string& selector);
  /// Draws if there is something new; says whether another frame is needed (input is read in over a few frames).
  bool draw(bool changed, double now_ms);

 private:
  // What the listeners call. Places are in CSS pixels from the canvas's corner, unless they say otherwise.
  void remember_corner(double client_x, double client_y);
  void pointer_at(double x, double y);
  void pointer_dragged(double client_x, double client_y, bool held);
  void pointer_gone();
  void pointer_button(bool down);
  bool wheel(const EmscriptenWheelEvent& event);
  bool touch(int type, const EmscriptenTouchEvent& event);
  void context_changed(bool lost);

  void fit_to_session();
  void wake();
  [[nodiscard]] double ratio() const;

  Session& session_;
  std::string selector_;
  int context_ = 0;
  bool lost_ = false;
  view::Type type_;
  float type_scale_ = 0;
  float drawn_width_ = 0, drawn_height_ = 0;
  int frames_wanted_ = 0;
  double drawn_ms_ = 0;
  bool pointing_hand_ = false;
  bool button_down_ = false;
  double corner_x_ = 0, corner_y_ = 0;  ///< of the canvas in the window, where the pointer came in

  enum class Gesture { None, Undecided, Pointer, Pinch };
  Gesture gesture_ = Gesture::None;
  double finger_x_ = 0, finger_y_ = 0;
  double pinch_middle_ = 0, pinch_distance_ = 1;
};

}  // namespace waiter::engine
