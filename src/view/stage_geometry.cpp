#include "view/stage_geometry.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "view/time_scale.h"

namespace waiter::view {
namespace {

using playground::LaneMoment;
using playground::LaneState;
using playground::Moment;
using playground::PendingTimer;
using trace::LaneId;
using trace::LaneKind;

// As the stage says a time: two decimals are enough to see it move, three would flicker.
std::string stage_time(Time time) {
  return fmt::format("{:.2f} s", trace::to_seconds(time));
}

float share(Time part, Time of, float of_nothing) {
  if (of <= 0) return of_nothing;
  return std::clamp(static_cast<float>(static_cast<double>(part) / static_cast<double>(of)), 0.0F, 1.0F);
}

std::string left_text(Time left) {
  return left < 10 * trace::kMillisecond ? length_text(left) : fmt::format("{:.2f} s", trace::to_seconds(left));
}

std::string guest_note(const trace::Trace& trace, const Moment& moment, LaneId lane, Words words) {
  const LaneMoment& at = moment.lanes[lane];
  if (at.state == LaneState::NotYet) {
    if (trace.lanes[lane].kind == LaneKind::Client)
      return fmt::format("arrives at {}", stage_time(trace.lanes[lane].made));
    return std::string(state_word(words, at.state));
  }
  if (at.state == LaneState::Awaiting) {
    const std::string what = awaited(trace, at.awaits, at.waits_for);
    return what.empty() ? std::string(state_word(words, at.state)) : "awaits " + what;
  }
  return std::string(state_word(words, at.state));
}

StageRow row(const trace::Trace& trace, const Moment& moment, LaneId lane) {
  StageRow result;
  result.lane = lane;
  result.name = lane_name(trace, lane);
  if (lane < moment.lanes.size()) result.state = moment.lanes[lane].state;
  return result;
}

// Counts a row, and makes it only if there is room for it: a crowd costs no more than a few.
template <typename Make>
void add(StageRows& to, const Make& make, std::size_t rows_max = kStageRowsMax) {
  ++to.count;
  if (to.rows.size() < rows_max) to.rows.push_back(make());
}

LaneState lane_state(ClientStanding::State state) {
  switch (state) {
    case ClientStanding::State::NotYet: return LaneState::NotYet;
    case ClientStanding::State::Waiting:
    case ClientStanding::State::Streaming:
    case ClientStanding::State::Open: return LaneState::Awaiting;
    case ClientStanding::State::Answered: return LaneState::Done;
    case ClientStanding::State::Failed: return LaneState::Failed;
    case ClientStanding::State::Gone: return LaneState::Cancelled;
  }
  return LaneState::NotYet;
}

// A client as its traffic tells it.
void tell_client(const trace::Trace& trace, const Moment& moment, const Traffic& traffic, StageRow& guest) {
  const ClientStanding standing = traffic.standing(guest.lane, moment.event + 1, moment.time);
  guest.name = trace.title(guest.lane);
  guest.state = lane_state(standing.state);
  guest.present = guest.state == LaneState::Awaiting;
  if (guest.state == LaneState::NotYet) return;
  guest.note = standing.note;
  guest.served = guest.present && moment.running && standing.task != trace::kNoLane &&
                 descends_from(trace, *moment.running, standing.task);
}

void fill_lists(const trace::Trace& trace, const Moment& moment, Words words, const Traffic* traffic, StageContent& out) {
  std::vector<bool> timed(trace.lanes.size());
  for (const PendingTimer& timer : moment.timers) timed[timer.lane] = true;
  std::vector<LaneId> waiting;
  for (LaneId lane = 1; lane < trace.lanes.size() && lane < moment.lanes.size(); ++lane) {
    const bool client = trace.lanes[lane].kind == LaneKind::Client;
    if (client == out.has_clients) {
      add(out.guests, [&] {
        StageRow guest = row(trace, moment, lane);
        guest.note = guest_note(trace, moment, lane, words);
        if (client && traffic != nullptr) tell_client(trace, moment, *traffic, guest);
        else guest.served = moment.running == lane;
        return guest;
      }, client ? kStageGuestsMax : kStageRowsMax);
    }
    const LaneMoment& at = moment.lanes[lane];
    if (client || at.state != LaneState::Awaiting || timed[lane]) continue;
    waiting.push_back(lane);
  }
  // The server's own tasks wait all the time: those that do something for a client are told first.
  if (out.has_clients) std::stable_partition(waiting.begin(), waiting.end(), [&](LaneId lane) { return serves_client(trace, lane); });
  for (const LaneId lane : waiting) {
    const LaneMoment& at = moment.lanes[lane];
    add(out.waiting, [&] {
      StageRow one = row(trace, moment, lane);
      one.note = at.gather_all > 0 ? fmt::format("gather {} / {}", at.gather_done, at.gather_all)
                                   : awaited(trace, at.awaits, at.waits_for);
      return one;
    });
  }
  for (const LaneId lane : moment.ready) {
    add(out.ready, [&] { return row(trace, moment, lane); });
  }
  for (const PendingTimer& timer : moment.timers) {
    add(out.timers, [&] {
      StageRow pending = row(trace, moment, timer.lane);
      pending.note = stage_time(timer.deadline);
      pending.fill = share(moment.time - timer.set, timer.deadline - timer.set, /*of_nothing=*/1);
      return pending;
    });
  }
}

void tell_served(const trace::Trace& trace, const Moment& moment, LaneId lane, Words words, StageContent& out) {
  const LaneMoment& at = moment.lanes[lane];
  out.served = lane;
  out.ring = 1;
  out.headline = trace.title(lane);
  out.loop = at.state == LaneState::Blocked ? LoopState::Blocked : LoopState::Running;
  out.line_one =
      out.loop == LoopState::Blocked ? awaited(trace, at.awaits, trace::kNoLane) : trace.subtitle(lane);
  if (out.loop == LoopState::Blocked && out.line_one.empty()) out.line_one = trace.subtitle(lane);
  const std::string_view word = state_word(words, at.state);
  out.line_two = at.where.line != 0 ? fmt::format("{} · line {}", word, at.where.line) : std::string(word);
}

// The loop has nothing to do of its own either: what comes next comes from outside.
bool waits_for_clients(const Moment& moment) {
  return !moment.lanes.empty() && moment.lanes[trace::kLoopLane].state == LaneState::Awaiting;
}

void tell_loop(const trace::Trace& trace, const Moment& moment, bool finished, Words words, StageContent& out) {
  const Vocabulary& v = vocabulary(words);
  if (moment.running && *moment.running < moment.lanes.size() && *moment.running != trace::kLoopLane) {
    tell_served(trace, moment, *moment.running, words, out);
    return;
  }
  if (trace.events.empty()) {
    out.loop = LoopState::Starting;
    out.headline = "no run";
    out.line_one = "the program";
    out.line_two = "has not started";
    return;
  }
  const bool last = moment.event + 1 >= trace.events.size();
  if (last && finished) {
    out.loop = LoopState::Ended;
    out.headline = v.done;
    out.line_one = "the program ended";
    out.line_two = "at " + seconds_text(trace.ended);
    return;
  }
  // The program's own lines, outside any task: the loop's thread runs or sleeps in them.
  const bool loop_held = !moment.lanes.empty() && moment.lanes[trace::kLoopLane].state == LaneState::Blocked;
  if (loop_held) {
    out.loop = LoopState::Blocked;
    out.ring = 1;
    out.headline = v.blocked;
    out.line_one = awaited(trace, moment.lanes[trace::kLoopLane].awaits, trace::kNoLane);
    out.line_two = "nothing else can happen";
    return;
  }
  if (!moment.ready.empty()) {
    out.loop = LoopState::Choosing;
    out.headline = v.choosing;
    out.line_one = lane_name(trace, moment.ready.front());
    out.line_two = moment.ready.size() == 1 ? "1 is ready" : fmt::format("{} are ready", moment.ready.size());
    return;
  }
  if (!moment.timers.empty()) {
    const PendingTimer& next = moment.timers.front();
    const Time left = std::max<Time>(0, next.deadline - moment.time);
    out.loop = LoopState::Idle;
    out.headline = v.idle;
    out.line_one = v.nothing_ready;
    out.line_two = fmt::format("{} {}", v.next_timer_in, left_text(left));
    out.ring = share(left, next.deadline - next.set, /*of_nothing=*/0);
    return;
  }
  if (out.has_clients && moment.turn > 0 && waits_for_clients(moment)) {
    out.loop = LoopState::Idle;
    out.headline = v.idle;
    out.line_one = v.nothing_ready;
    out.line_two = v.next_client;
    return;
  }
  const bool before_any_turn = moment.turn == 0;
  out.loop = before_any_turn && moment.time == 0 ? LoopState::Starting : LoopState::Working;
  out.headline = out.loop == LoopState::Starting ? v.starting : v.working;
  if (before_any_turn) {
    out.line_one = out.loop == LoopState::Starting ? "before the first" : "the program's own";
    out.line_two = out.loop == LoopState::Starting ? "turn of the loop" : "lines, no loop yet";
  } else {
    out.line_one = "no task is ready:";
    out.line_two = "an errand of its own";
  }
}

// Places lists from the top down, in one column.
class Column {
 public:
  Column(const Rect& area, const Sizes& sizes, bool narrow)
      : area_(area),
        caption_(sizes.px(narrow ? 18 : 20)),
        row_(sizes.px(narrow ? 25 : 28)),
        gap_(sizes.px(narrow ? 3 : 5)),
        y_(area.top) {}

  void set_row_height(float height) { row_ = height; }
  [[nodiscard]] float row_pitch() const { return row_ + gap_; }
  [[nodiscard]] float caption_height() const { return caption_ + gap_; }
  [[nodiscard]] std::size_t rows_in(float height) const {
    return height <= 0 ? 0 : static_cast<std::size_t>((height + gap_) / row_pitch());
  }

  [[nodiscard]] StageList list(std::size_t rows) {
    StageList out;
    if (rows == 0) return out;
    out.caption = {area_.left, y_, area_.right, y_ + caption_};
    y_ = out.caption.bottom;
    for (std::size_t i = 0; i < rows; ++i) {
      out.rows.push_back({area_.left, y_, area_.right, y_ + row_});
      y_ += row_pitch();
    }
    y_ += gap_;
    return out;
  }

 private:
  Rect area_;
  float caption_, row_, gap_;
  float y_;
};

// Small boxes side by side, row after row, as many as there is room for.
std::vector<Rect> cells(const Rect& room, const Sizes& s, std::size_t count) {
  const float gap = s.px(4);
  const float high = s.px(20);
  const float pitch = high + gap;
  const auto columns = std::max<std::size_t>(1, static_cast<std::size_t>((room.width() + gap) / (s.px(26) + gap)));
  const float wide = std::floor((room.width() + gap) / static_cast<float>(columns)) - gap;
  std::vector<Rect> out;
  for (std::size_t i = 0; i < std::min(count, kStageGuestsMax); ++i) {
    const float left = room.left + static_cast<float>(i % columns) * (wide + gap);
    const float top = room.top + static_cast<float>(i / columns) * pitch;
    if (top + high > room.bottom) break;
    out.push_back({left, top, left + wide, top + high});
  }
  return out;
}

}  // namespace

StageContent stage_content(const trace::Trace& trace, const Moment& moment, bool run_finished, Words words,
                           const Traffic* traffic) {
  StageContent out;
  out.turn = fmt::format("{} {}", vocabulary(words).turn, moment.turn);
  out.has_clients = std::any_of(trace.lanes.begin(), trace.lanes.end(),
                                [](const trace::Lane& lane) { return lane.kind == LaneKind::Client; });
  fill_lists(trace, moment, words, traffic, out);
  tell_loop(trace, moment, run_finished, words, out);
  return out;
}

StageGeometry lay_out_stage(const StageRequest& request) {
  const Sizes& s = request.sizes;
  const Rect& area = request.area;
  StageGeometry out;
  if (area.empty()) return out;
  const float gap = s.px(request.narrow ? 12 : 24);
  const float right_width = request.narrow ? area.width() * 0.54F : std::min(s.px(230), area.width() * 0.36F);
  const Rect right{std::floor(area.right - right_width), area.top, area.right, area.bottom};
  const float left_width = request.narrow ? 0 : std::min(s.px(158), area.width() * 0.26F);
  const Rect left{area.left, area.top, area.left + std::floor(left_width), area.bottom};

  // Right: the ready queue has one row; of the rest, at least one row is for those who wait for others.
  Column column(right, s, request.narrow);
  const float fixed = 3 * column.caption_height() + column.row_pitch();
  const std::size_t rows = std::max<std::size_t>(2, column.rows_in(area.height() - fixed));
  const std::size_t timers_wanted = std::max<std::size_t>(1, request.timers);
  const std::size_t waiting_wanted = std::max<std::size_t>(1, request.waiting);
  const std::size_t left_by_timers = rows - std::min(rows, timers_wanted);
  const std::size_t for_waiting = std::min(waiting_wanted, std::max<std::size_t>({1, rows / 3, left_by_timers}));
  out.ready = column.list(1);
  out.timers = column.list(std::min(timers_wanted, rows - for_waiting));
  out.waiting = column.list(for_waiting);

  if (!request.narrow) {
    // Tall cards with two lines if they all fit, else low ones with one.
    Column cards(left, s, request.narrow);
    const float room = area.height() - cards.caption_height();
    const float low = cards.row_pitch() - s.px(5);
    cards.set_row_height(s.px(42));
    if (cards.rows_in(room) < request.guests) cards.set_row_height(low);
    out.crowd = cards.rows_in(room) < request.guests;
    out.guests = cards.list(std::min(cards.rows_in(room), request.guests));
    if (out.crowd && !out.guests.rows.empty()) out.guests.rows = cells({left.left, out.guests.caption.bottom, left.right, area.bottom}, s, request.guests);
  }

  const Rect middle{request.narrow ? area.left : left.right + gap, area.top, right.left - gap, area.bottom};
  const float caption = s.px(24);
  out.thickness = s.px(request.narrow ? 8 : 10);
  out.radius = std::floor(std::min({middle.width() * 0.5F, (middle.height() - caption) * 0.5F, s.px(92)}) -
                          out.thickness * 0.5F);
  out.radius = std::max(out.radius, s.px(30));
  out.centre = {std::floor(middle.middle_x()), std::floor(area.top + (area.height() - caption) * 0.5F)};
  const float under = out.centre.y + out.radius + out.thickness * 0.5F + s.px(4);
  out.loop_caption = {middle.left, under, middle.right, under + s.px(18)};
  return out;
}

}  // namespace waiter::view
