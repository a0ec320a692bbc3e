#include <algorithm>
#include <cmath>
#include <numbers>

#include <fmt/format.h>

#include "view/panes.h"
#include "view/stage_geometry.h"

namespace waiter::view {
namespace {

using playground::LaneState;

Color row_color(const Frame& frame, const StageRow& row) {
  const Colors& colors = frame.pen.colors();
  switch (row.state) {
    case LaneState::NotYet:
    case LaneState::Done:
    case LaneState::Cancelled: return colors.edge;
    case LaneState::Failed:
    case LaneState::Blocked: return colors.bad;
    default: return lane_color(frame.pen.theme(), frame.run.trace(), row.lane);
  }
}

// The list's name; at the right, how many of it there was no room for.
void draw_caption(Frame& frame, const StageList& list, std::size_t count, std::string_view text,
                  std::string_view note = {}) {
  if (list.rows.empty()) return;
  Pen& pen = frame.pen;
  if (count > list.rows.size()) {
    note = {};
    pen.text_in(TypeStyle::Small, list.caption, pen.colors().muted, fmt::format("+{} more", count - list.rows.size()),
                Align::Right);
  }
  const float wide = pen.text_in(TypeStyle::Caption, list.caption, pen.colors().muted, text);
  if (note.empty()) return;
  const Rect rest{list.caption.left + wide + pen.px(5), list.caption.top, list.caption.right, list.caption.bottom};
  if (pen.width(TypeStyle::Small, note) <= rest.width()) pen.text_in(TypeStyle::Small, rest, pen.colors().muted, note);
}

void draw_empty(Frame& frame, const Rect& box, std::string_view words) {
  Pen& pen = frame.pen;
  pen.dashed_outline(box, pen.colors().edge);
  pen.text_in(TypeStyle::Small, {box.left + pen.px(6), box.top, box.right - pen.px(6), box.bottom}, pen.colors().muted,
              words, Align::Middle);
}

void hover_lane(Frame& frame, const Rect& box, trace::LaneId lane) {
  if (frame.pointer.inside && box.holds(frame.pointer.at) && frame.view.drag == Drag::None)
    frame.view.hovered_lane = lane;
}

// One row of a list: how far its wait is, a dot in the lane's colour, its name, and a note at the right.
void draw_row(Frame& frame, const Rect& box, const StageRow& row) {
  Pen& pen = frame.pen;
  const Color lane = row_color(frame, row);
  const float round = pen.px(6);
  hover_lane(frame, box, row.lane);
  pen.fill(box, pen.colors().raised, round);
  if (row.fill > 0) {
    Rect done = box;
    done.right = std::floor(box.left + box.width() * row.fill);
    // Clipped, not narrower: so its left corners keep the card's shape however little is done.
    Clip clip(pen, done);
    pen.fill(box, lane.faded(0.24F), round);
  }
  pen.outline(box, frame.view.hovered_lane == row.lane ? pen.colors().muted : pen.colors().line, round);
  pen.circle({box.left + pen.px(14), box.middle_y()}, pen.sizes().exact(4), lane);
  const float note_width = pen.width(TypeStyle::Small, row.note);
  const float note_left = std::max(box.left + box.width() * 0.4F, box.right - pen.px(10) - note_width);
  pen.text_in(TypeStyle::Body, {box.left + pen.px(25), box.top, note_left - pen.px(6), box.bottom}, pen.colors().text,
              row.name);
  pen.text_in(TypeStyle::Small, {note_left, box.top, box.right - pen.px(10), box.bottom}, pen.colors().muted, row.note,
              Align::Right);
}

void draw_list(Frame& frame, const StageList& list, const StageRows& shown, std::string_view when_empty) {
  const std::vector<StageRow>& rows = shown.rows;
  if (list.rows.empty()) return;
  if (rows.empty()) {
    draw_empty(frame, list.rows.front(), when_empty);
    return;
  }
  for (std::size_t i = 0; i < std::min(rows.size(), list.rows.size()); ++i) draw_row(frame, list.rows[i], rows[i]);
}

// The ready queue lies in one row, its head at the left.
void draw_ready(Frame& frame, const StageList& list, const StageRows& queue) {
  const std::vector<StageRow>& rows = queue.rows;
  if (list.rows.empty()) return;
  const Rect& box = list.rows.front();
  if (rows.empty()) {
    draw_empty(frame, box, frame.view.moment.running ? frame.words().ready_empty : frame.words().ready_empty_free);
    return;
  }
  Pen& pen = frame.pen;
  float x = box.left;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string& title = frame.run.trace().title(rows[i].lane);
    const float wide = pen.width(TypeStyle::Body, title) + pen.px(30);
    const std::string more = fmt::format("+{}", queue.count - i);
    const float more_width = pen.width(TypeStyle::Small, more) + pen.px(12);
    const bool last = i + 1 == queue.count;
    if (x + wide + (last ? 0 : more_width + pen.px(4)) > box.right && i > 0) {
      pen.text_in(TypeStyle::Small, {x + pen.px(2), box.top, box.right, box.bottom}, pen.colors().muted, more);
      return;
    }
    const Rect chip{x, box.top, std::min(x + wide, box.right), box.bottom};
    const Color lane = lane_color(pen.theme(), frame.run.trace(), rows[i].lane);
    hover_lane(frame, chip, rows[i].lane);
    pen.fill(chip, pen.colors().raised, pen.px(6));
    // Red only once it has really waited: to be ready and served at the same instant is how things should be.
    const bool waits = rows[i].lane < frame.view.moment.lanes.size() &&
                       frame.view.moment.lanes[rows[i].lane].since < frame.view.moment.time;
    pen.dashed_outline(chip, waits ? pen.colors().bad : pen.colors().edge);
    pen.circle({chip.left + pen.px(12), chip.middle_y()}, pen.sizes().exact(4), lane);
    pen.text_in(TypeStyle::Body, {chip.left + pen.px(21), chip.top, chip.right - pen.px(4), chip.bottom},
                pen.colors().text, title);
    x = chip.right + pen.px(4);
  }
}

Color guest_color(const Frame& frame, const StageRow& row) {
  // A client whose request is answered well is as green as its status on the timeline.
  const bool client = frame.run.trace().lanes[row.lane].kind == trace::LaneKind::Client;
  if (client && row.state == LaneState::Done) return frame.pen.colors().good;
  if (client && row.state == LaneState::Cancelled) return frame.pen.colors().warn;
  return row_color(frame, row);
}

// One of a crowd: the number at the end of its name, in a cell that tells its state by colour and by shape.
void draw_cell(Frame& frame, const Rect& box, const StageRow& row, std::size_t index) {
  Pen& pen = frame.pen;
  const Color lane = guest_color(frame, row);
  hover_lane(frame, box, row.lane);
  const bool waits = row.present || row.state == LaneState::Running || row.state == LaneState::Ready || row.state == LaneState::Awaiting;
  pen.fill(box, waits || row.served ? blend(pen.colors().raised, lane.faded(row.served ? 0.5F : 0.2F)) : pen.colors().raised, pen.px(4));
  const bool hovered = frame.view.hovered_lane == row.lane;
  pen.outline(box, hovered ? pen.colors().strong : row.state == LaneState::NotYet ? pen.colors().line : lane, pen.px(4), row.served ? pen.px(2) : 0);
  const std::size_t digits = row.name.find_last_not_of("0123456789") + 1;
  const bool numbered = digits < row.name.size() && row.name.size() - digits <= 4;
  std::string label = numbered ? row.name.substr(digits) : fmt::format("{}", index + 1);
  if (row.state == LaneState::Failed) label += "✗";
  pen.text_in(TypeStyle::Small, box, waits ? pen.colors().text : row.state == LaneState::NotYet ? pen.colors().muted : lane, label, Align::Middle);
}

// From a card to the ring: dashed and thin for one who waits, bold while it has the waiter.
void draw_thread(Frame& frame, const StageGeometry& place, const Rect& card, const StageRow& guest) {
  Pen& pen = frame.pen;
  const Point from{card.right, card.middle_y()};
  const float reach = place.radius + place.thickness * 0.5F + pen.px(2);
  const float angle = std::atan2(from.y - place.centre.y, from.x - place.centre.x);
  // It ends on the ring's left side, a little turned towards the card.
  const float turned = std::numbers::pi_v<float> +
                       (angle > 0 ? angle - std::numbers::pi_v<float> : angle + std::numbers::pi_v<float>)*0.6F;
  const Point to{place.centre.x + std::cos(turned) * reach, place.centre.y + std::sin(turned) * reach};
  const float half = (to.x - from.x) * 0.5F;
  const Color lane = row_color(frame, guest);
  pen.dashed_curve(from, {from.x + half, from.y}, {to.x - half, to.y}, to, guest.served ? lane : lane.faded(0.45F),
                   pen.sizes().exact(guest.served ? 2.2F : 1.2F));
}

// A card of the left column; tall ones have a second line.
void draw_guest(Frame& frame, const Rect& box, const StageRow& row, bool served) {
  Pen& pen = frame.pen;
  const Color lane = guest_color(frame, row);
  const bool tall = box.height() > pen.px(36);
  const bool gone = row.state == LaneState::Done || row.state == LaneState::Cancelled || row.state == LaneState::NotYet;
  hover_lane(frame, box, row.lane);
  pen.fill(box, served ? blend(pen.colors().raised, lane.faded(0.14F)) : pen.colors().raised, pen.px(7));
  const Color edge = served || row.present ? lane : frame.view.hovered_lane == row.lane ? pen.colors().muted : pen.colors().line;
  pen.outline(box, edge, pen.px(7), served ? pen.px(1.5F) : 0);
  const Point dot{box.left + pen.px(tall ? 18 : 14), box.middle_y()};
  pen.circle(dot, pen.sizes().exact(tall ? 7 : 4), lane);
  if (tall && (row.state == LaneState::Done || row.state == LaneState::Failed || row.state == LaneState::Cancelled)) {
    pen.text_in(TypeStyle::Small, {dot.x - pen.px(7), dot.y - pen.px(8), dot.x + pen.px(7), dot.y + pen.px(8)},
                pen.colors().strong, state_sign(row.state), Align::Middle);
  }
  const Rect words{box.left + pen.px(tall ? 33 : 24), box.top, box.right - pen.px(8), box.bottom};
  const Color ink = gone ? pen.colors().muted : pen.colors().text;
  if (!tall) {
    pen.text_in(TypeStyle::Body, words, ink, row.name);
    return;
  }
  const float middle = std::floor(box.middle_y());
  pen.text_in(TypeStyle::Body, {words.left, middle - pen.px(17), words.right, middle + pen.px(1)}, ink, row.name);
  pen.text_in(TypeStyle::Small, {words.left, middle, words.right, middle + pen.px(15)}, pen.colors().muted, row.note);
}

void draw_guests(Frame& frame, const StageGeometry& place, const StageContent& content) {
  const StageList& list = place.guests;
  if (list.rows.empty()) return;
  draw_caption(frame, list, content.guests.count, content.has_clients ? frame.words().clients : frame.words().tasks);
  for (std::size_t i = 0; i < std::min(content.guests.rows.size(), list.rows.size()); ++i) {
    const StageRow& guest = content.guests.rows[i];
    if (place.crowd) draw_cell(frame, list.rows[i], guest, i);
    else draw_guest(frame, list.rows[i], guest, guest.served);
    // Of a crowd only the one who is served has a thread, or they would be a veil.
    if (guest.served || (guest.present && !place.crowd)) draw_thread(frame, place, list.rows[i], guest);
  }
}

void draw_loop(Frame& frame, const StageGeometry& place, const StageContent& content) {
  Pen& pen = frame.pen;
  const Colors& colors = pen.colors();
  Color ink = colors.accent;
  if (content.served) ink = lane_color(pen.theme(), frame.run.trace(), *content.served);
  if (content.loop == LoopState::Blocked) ink = colors.bad;
  pen.circle(place.centre, place.radius, colors.raised);
  pen.arc(place.centre, place.radius, 0, 1, colors.track, place.thickness);
  if (content.ring > 0) pen.arc(place.centre, place.radius, 0, content.ring, ink, place.thickness);

  const float inner = place.radius - place.thickness;
  const bool roomy = inner > pen.px(50);
  const TypeStyle big = roomy ? TypeStyle::Big : TypeStyle::Title;
  const float big_height = pen.px(roomy ? 24 : 18);
  const float small_height = pen.px(15);
  const Point c = place.centre;
  float y = std::round(c.y - (big_height + 2 * small_height) * 0.5F);
  // The ring is round: a line's room is the chord at its height.
  const auto line = [&](TypeStyle style, float height, Color color, std::string_view words) {
    const float away = std::max(std::abs(y - c.y), std::abs(y + height - c.y));
    const float half = std::sqrt(std::max(0.0F, inner * inner - away * away));
    pen.text_in(style, {c.x - half, y, c.x + half, y + height}, color, words, Align::Middle);
    y += height;
  };
  const bool coloured = content.loop == LoopState::Running || content.loop == LoopState::Blocked;
  line(big, big_height, coloured ? ink : colors.strong, content.headline);
  line(TypeStyle::Small, small_height, colors.muted, content.line_one);
  line(TypeStyle::Small, small_height, colors.muted, content.line_two);
  pen.text_in(TypeStyle::Caption, place.loop_caption, colors.muted,
              fmt::format("{} · {}", frame.words().loop, content.turn), Align::Middle);
}

// "asyncio | analogy": the words of the whole picture.
void draw_words_switch(Frame& frame) {
  Pen& pen = frame.pen;
  const Rect& header = frame.layout.stage_header;
  const float half =
      std::max(pen.width(TypeStyle::Small, "asyncio"), pen.width(TypeStyle::Small, "analogy")) + pen.px(14);
  const float height = pen.px(20);
  const float top = std::floor(header.middle_y() - height * 0.5F);
  const Rect all{header.right - 2 * half, top, header.right, top + height};
  pen.fill(all, pen.colors().raised, height * 0.5F);
  pen.outline(all, pen.colors().edge, height * 0.5F);
  const bool over =
      frame.pointer.inside && all.grown(pen.px(4)).holds(frame.pointer.at) && frame.view.drag == Drag::None;
  if (over) frame.view.wants_pointing_hand = true;
  if (over && frame.pointer.pressed) {
    frame.view.words = frame.pointer.at.x < all.middle_x() ? Words::Asyncio : Words::Analogy;
    frame.view.drag = Drag::Button;
  }
  for (const Words words : {Words::Asyncio, Words::Analogy}) {
    const bool first = words == Words::Asyncio;
    const bool chosen = frame.view.words == words;
    const Rect side{first ? all.left : all.middle_x(), top, first ? all.middle_x() : all.right, top + height};
    if (chosen) pen.fill(side.grown(-pen.px(2)), pen.colors().selection, (height - 2 * pen.px(2)) * 0.5F);
    pen.text_in(TypeStyle::Small, side, chosen ? pen.colors().text : pen.colors().muted, first ? "asyncio" : "analogy",
                Align::Middle);
  }
}

void draw_header(Frame& frame) {
  Pen& pen = frame.pen;
  const Rect& header = frame.layout.stage_header;
  Rect rest = header;
  rest.left += pen.text_in(TypeStyle::Title, header, pen.colors().strong, frame.words().stage_title) + pen.px(10);
  rest.right -= pen.px(130);
  const std::string at = fmt::format("t = {}", seconds_text(frame.view.playhead.time));
  std::string text = fmt::format("{}, at {} · simulated", frame.words().stage_subtitle, at);
  if (pen.width(TypeStyle::Body, text) > rest.width()) text = at + " · simulated";
  if (!frame.run.finished()) text += fmt::format(" · still running, {} events", frame.run.trace().events.size());
  pen.text_in(TypeStyle::Body, rest, pen.colors().muted, text);
  draw_words_switch(frame);
}

}  // namespace

void draw_stage(Frame& frame) {
  if (frame.layout.stage.empty()) return;
  draw_header(frame);
  const trace::Trace& trace = frame.run.trace();
  const StageContent content = stage_content(trace, frame.view.moment, frame.run.finished(), frame.view.words, &frame.view.traffic);
  Rect area = frame.layout.stage;
  area.top += frame.px(4);
  area.bottom -= frame.px(12);
  // Lanes of the whole run, whether made yet or not: the cards do not move when a task is made.
  const auto guests =
      static_cast<std::size_t>(std::count_if(trace.lanes.begin(), trace.lanes.end(), [&](const trace::Lane& lane) {
        return lane.kind != trace::LaneKind::Loop && (lane.kind == trace::LaneKind::Client) == content.has_clients;
      }));
  const StageGeometry place = lay_out_stage({.area = area,
                                             .sizes = frame.pen.sizes(),
                                             .narrow = frame.layout.narrow,
                                             .guests = guests,
                                             .timers = frame.view.peaks.timers(),
                                             .waiting = frame.view.peaks.waiting()});
  draw_guests(frame, place, content);
  draw_loop(frame, place, content);
  draw_caption(frame, place.ready, 0, frame.words().ready_queue);
  draw_ready(frame, place.ready, content.ready);
  draw_caption(frame, place.timers, content.timers.count, frame.words().timers, frame.words().timers_order);
  draw_list(frame, place.timers, content.timers, frame.words().timers_empty);
  draw_caption(frame, place.waiting, content.waiting.count, frame.words().waiting);
  draw_list(frame, place.waiting, content.waiting, frame.words().waiting_empty);
}

}  // namespace waiter::view
