#include "playground/narration.h"
#include "view/fit_text.h"
#include "view/navigation.h"
#include "view/panes.h"

namespace waiter::view {

void draw_narration(Frame& frame) {
  Pen& pen = frame.pen;
  const Rect& strip = frame.layout.narration;
  pen.fill(strip, pen.colors().line_highlight, pen.px(8));
  const trace::Trace& trace = frame.run.trace();
  std::string said = frame.view.note;
  Time when = frame.view.playhead.time;
  if (said.empty() && !trace.events.empty()) {
    const std::uint32_t event = playhead_event(frame.run, frame.view);
    if (frame.view.playhead.event) {
      said = playground::narration(frame.run, event);
      when = trace.events[event].time;
    } else {
      said = playground::narration(frame.run, frame.view.moment);
    }
  }
  const auto plain = [&](std::string_view text) { return pen.width(TypeStyle::Body, text); };
  const auto bold = [&](std::string_view text) { return pen.width(TypeStyle::Strong, text); };
  const float left = strip.left + pen.px(14);
  const float width = strip.right - pen.px(14) - left;
  // A note is about the program, not about a moment of the run.
  const std::string time = frame.view.note.empty() ? seconds_text(when) : std::string();
  const std::string text = time.empty() ? said : "**" + time + "** " + said;
  const auto lines = wrap_rich(text, width, static_cast<std::size_t>(frame.layout.narration_lines), plain, bold);
  const float pitch = pen.px(17);
  float y = strip.top + (strip.height() - pitch * static_cast<float>(lines.size())) * 0.5F +
            (pitch - pen.height(TypeStyle::Body)) * 0.5F;
  bool first = true;
  for (const TextLine& line : lines) {
    for (const Piece& piece : line) {
      const bool is_time = first && piece.bold && !time.empty() && time.find(piece.text) != std::string::npos;
      if (!piece.bold) first = false;
      pen.text(piece.bold ? TypeStyle::Strong : TypeStyle::Body, {left + piece.x, y},
               is_time      ? pen.colors().accent
               : piece.bold ? pen.colors().strong
                            : pen.colors().text,
               piece.text);
    }
    y += pitch;
  }
}

}  // namespace waiter::view
