#include "world/virtual_host.h"

#include <fmt/format.h>

#include "world/clients.h"

namespace waiter::world {

using trace::Time;

void VirtualHost::move_to(Time time) {
  now_ = time;
  if (now_ > limits_.virtual_time) {
    now_ = limits_.virtual_time;
    on_limit(fmt::format("the run was stopped after {} s of virtual time", limits_.virtual_time / trace::kSecond));
  }
  recorder_.set_now(now_);
  if (recorder_.full()) on_limit(fmt::format("the run was stopped after {} events", limits_.events));
}

asyncio::Host::Waited VirtualHost::wait_until(Time deadline) {
  if (until_ && (deadline > *until_)) {
    if (deadline == trace::kNever && now_ <= *until_) {
      // Nothing is ever due: the world goes on doing nothing until its end.
      move_to(*until_);
      return Waited::Over;
    }
    if (now_ < *until_) move_to(*until_);
    return Waited::Over;
  }
  if (deadline == trace::kNever) return on_idle && on_idle() ? Waited::Arrived : Waited::Never;
  if (deadline > now_) move_to(deadline);
  return Waited::Arrived;
}

Time VirtualHost::next_arrival() { return clients == nullptr ? trace::kNever : clients->next(); }

void VirtualHost::deliver() {
  if (clients != nullptr) clients->deliver();
}

void VirtualHost::work(Time duration) {
  move_to(now_ + duration);
  recorder_.record(trace::EventKind::Work, present_lane(), {}, duration);
}

void VirtualHost::block(Time duration, std::string_view what, trace::SourcePosition where) {
  const trace::LaneId lane = present_lane();
  recorder_.record(trace::EventKind::BlockBegin, lane, where, recorder_.name(what));
  move_to(duration > trace::kNever - 1 - now_ ? trace::kNever - 1 : now_ + duration);
  recorder_.record(trace::EventKind::BlockEnd, lane, where, duration);
}

void VirtualHost::begin_block(std::string_view what, trace::SourcePosition where) {
  if (recorder_.trace().lanes[present_lane()].kind == trace::LaneKind::Thread) return;  // it waits: its own lane shows that
  recorder_.set_now(now_);
  recorder_.record(trace::EventKind::BlockBegin, present_lane(), where, recorder_.name(what));
}

void VirtualHost::end_block(Time duration, trace::SourcePosition where) {
  if (!recorder_.is_blocked(present_lane())) return;
  recorder_.set_now(now_);
  recorder_.record(trace::EventKind::BlockEnd, present_lane(), where, duration);
}

bool VirtualHost::idle_until(Time deadline) {
  if (wait_until(deadline) == Waited::Over) over_ = true;
  return !over_;
}

void VirtualHost::write(python::Stream stream, std::string_view text, std::uint32_t line) {
  if (text.empty()) return;
  output_bytes_ += text.size();
  if (output_bytes_ > limits_.output_bytes) {
    on_limit(fmt::format("the run was stopped after {} bytes of output", limits_.output_bytes));
    return;
  }
  recorder_.set_now(now_);
  recorder_.output(present_lane(), line, stream == python::Stream::Error, text);
}

}  // namespace waiter::world
