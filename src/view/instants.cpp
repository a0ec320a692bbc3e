#include "view/instants.h"

#include <algorithm>

#include "trace/assert.h"

namespace waiter::view {

void Instants::extend(const trace::Trace& trace) {
  steps_before_.reserve(trace.events.size());
  for (std::size_t i = steps_before_.size(); i < trace.events.size(); ++i) {
    const trace::Event& event = trace.events[i];
    if (instants_.empty() || instants_.back().time != event.time) {
      instants_.push_back({event.time, static_cast<std::uint32_t>(i)});
    }
    steps_before_.push_back(steps_all_);
    if (event.kind == trace::EventKind::StepBegin) ++steps_all_;
  }
}

std::uint32_t Instants::last_event(std::size_t instant) const {
  return (instant + 1 < instants_.size() ? instants_[instant + 1].first_event : event_count()) - 1;
}

std::uint32_t Instants::steps(std::size_t instant) const {
  const std::uint32_t after =
      instant + 1 < instants_.size() ? steps_before_[instants_[instant + 1].first_event] : steps_all_;
  return after - steps_before_[instants_[instant].first_event];
}

std::size_t Instants::of_event(std::uint32_t event) const {
  WAITER_ASSERT(event < steps_before_.size(), "the event belongs to this trace");
  const auto after = std::upper_bound(instants_.begin(), instants_.end(), event,
                                      [](std::uint32_t e, const Instant& instant) { return e < instant.first_event; });
  return static_cast<std::size_t>(after - instants_.begin()) - 1;
}

std::optional<std::size_t> Instants::at_or_before(Time time) const {
  const auto after = std::upper_bound(instants_.begin(), instants_.end(), time,
                                      [](Time t, const Instant& instant) { return t < instant.time; });
  if (after == instants_.begin()) return std::nullopt;
  return static_cast<std::size_t>(after - instants_.begin()) - 1;
}

std::uint32_t Instants::rank(std::uint32_t event) const {
  return steps_before_[event] - steps_before_[instants_[of_event(event)].first_event];
}

float StepScale::step_width(std::size_t instant) const {
  const std::uint32_t steps = instants_.steps(instant);
  if (steps == 0) return 0;
  // After the last instant there is room up to the edge of the picture.
  const float here = scale_.x(instants_[instant].time);
  const float gap = instant + 1 < instants_.size() ? scale_.x(instants_[instant + 1].time) - here
                                                   : std::max(scale_.right - here, 16 * step_);
  // A crowd of steps gets a small part of the gap, since time is what the axis shows; zooming in widens it.
  const float room = std::min(gap * 0.5F, std::max(12 * step_, gap * 0.05F));
  return std::min(step_, room / static_cast<float>(steps));
}

float StepScale::instant_left(std::size_t instant) const {
  return scale_.x(instants_[instant].time);
}

float StepScale::instant_right(std::size_t instant) const {
  return instant_left(instant) + step_width(instant) * static_cast<float>(instants_.steps(instant));
}

float StepScale::x(std::uint32_t event) const {
  const std::size_t instant = instants_.of_event(event);
  return instant_left(instant) + step_width(instant) * static_cast<float>(instants_.rank(event));
}

float StepScale::x(Time time) const {
  const float plain = scale_.x(time);
  const auto instant = instants_.at_or_before(time);
  return instant ? std::max(plain, instant_right(*instant)) : plain;
}

float StepScale::x(const Playhead& playhead) const {
  return playhead.event && *playhead.event < instants_.event_count() ? x(*playhead.event) : x(playhead.time);
}

Playhead StepScale::at(float x, Time end) const {
  const Time time = std::clamp<Time>(scale_.time(x), 0, std::max<Time>(end, 0));
  const auto instant = instants_.at_or_before(time);
  if (!instant) return {time, std::nullopt};
  const float width = step_width(*instant);
  if (width <= 0 || x >= instant_right(*instant)) return {time, std::nullopt};
  // The last event of the step under the pixel: what that step did is then seen whole.
  const auto wanted = static_cast<std::uint32_t>(std::max(0.0F, (x - instant_left(*instant)) / width));
  std::uint32_t low = instants_[*instant].first_event;
  std::uint32_t high = instants_.last_event(*instant);
  while (low < high) {
    const std::uint32_t middle = low + (high - low + 1) / 2;
    if (instants_.rank(middle) <= wanted) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return {instants_[*instant].time, low};
}

}  // namespace waiter::view
