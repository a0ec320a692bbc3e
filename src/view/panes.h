#pragma once
// The panes, each in the file of its name. `answer_*` reads the pointer before anything is drawn.

#include "view/pane.h"

namespace waiter::view {

void draw_stage(Frame& frame);       // stage.cpp
void draw_narration(Frame& frame);   // narration_strip.cpp
void draw_legend(Frame& frame);      // legend.cpp
void answer_timeline(Frame& frame);  // timeline.cpp: drag, click, hover
void draw_timeline(Frame& frame);
void draw_plots(Frame& frame);       // plots.cpp
void draw_prediction(Frame& frame);  // prediction.cpp
void draw_playhead(Frame& frame);    // playhead.cpp
void draw_transport(Frame& frame);   // transport.cpp
void draw_tooltip(Frame& frame);     // tooltip.cpp

/// Where the playhead can be taken hold of: its knob on the ruler and a strip around its line.
[[nodiscard]] bool on_playhead(const PictureLayout& layout, const Sizes& sizes, float playhead_x, Point at);

}  // namespace waiter::view
