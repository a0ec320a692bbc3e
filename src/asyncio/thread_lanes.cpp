#include "asyncio/thread_lanes.h"

#include "asyncio/loop.h"

namespace waiter::asyncio {

using namespace python;

namespace {

std::string attribute_text(Vm& vm, Value owner, const char* name) {
  const Ref found = owner.is_kind(Kind::Instance) ? find_attribute(vm, owner, intern(vm, name)) : Ref();
  vm.clear_error();
  return found && is_str(found) ? std::string(str_view(found)) : std::string();
}

/// The function that the thread was made for, if it is the program's own.
std::string function_of(Vm& vm, Value owner) {
  const Ref target = owner.is_kind(Kind::Instance) ? find_attribute(vm, owner, intern(vm, "_target")) : Ref();
  vm.clear_error();
  if (!target) return {};
  Value function = target;
  if (function.is_kind(Kind::BoundMethod)) function = cast<BoundMethod>(function)->function;
  if (!function.is_kind(Kind::Function) || vm.sources[cast<Function>(function)->code->file].is_prelude) return {};
  return cast<Function>(function)->code->name;
}

}  // namespace

trace::LaneId ThreadLanes::lane_of(const ThreadStack& stack) const {
  const auto* loop = static_cast<const Loop*>(stack.running_loop);
  return loop != nullptr && loop->current != nullptr && loop->current->lane != trace::kNoLane ? loop->current->lane : stack.lane;
}

void ThreadLanes::settle() { runtime_.recorder.set_now(runtime_.host.now()); }

void ThreadLanes::begins(ThreadStack& stack) {
  Vm& vm = runtime_.vm;
  runtime_.settle();
  std::string title = attribute_text(vm, stack.owner, "_name");
  if (title.empty()) title = fmt::format("Thread {}", stack.number);
  stack.lane = runtime_.recorder.make_lane(trace::LaneKind::Thread, std::move(title), function_of(vm, stack.owner), runtime_.lane(), vm.position());
  runtime_.recorder.record(trace::EventKind::HandleReady, stack.lane, {}, static_cast<std::int64_t>(trace::ReadyReason::Created), runtime_.lane());
}

void ThreadLanes::becomes_ready(ThreadStack& stack, ThreadStack* waker) {
  if (stack.lane == trace::kLoopLane || runtime_.recorder.is_queued(stack.lane) || stack.keeps_pace) return;
  settle();
  const trace::LaneId by = waker == nullptr ? trace::kNoLane : lane_of(*waker);
  const auto reason = waker == nullptr ? trace::ReadyReason::Timer : trace::ReadyReason::Future;
  runtime_.recorder.record(trace::EventKind::HandleReady, stack.lane, {}, static_cast<std::int64_t>(reason), by);
}

void ThreadLanes::leaves(ThreadStack& stack) {
  if (stack.keeps_pace) return;
  runtime_.settle();
  trace::Recorder& recorder = runtime_.recorder;
  const bool waits = stack.state == ThreadStack::State::Waiting;
  const trace::SourcePosition where = runtime_.vm.position();
  // Whoever holds its lane between two events of its own, a task's step or the program outside of the loop, holds it up.
  const auto* loop = static_cast<const Loop*>(stack.running_loop);
  const trace::LaneId lane = lane_of(stack);
  const bool in_select = loop != nullptr && loop->waits;
  if (lane != stack.lane || stack.lane == trace::kLoopLane) {
    if (!in_select && !recorder.is_blocked(lane)) {
      stack.held_up = lane;
      stack.held_up_at = runtime_.host.now();
      recorder.record(trace::EventKind::BlockBegin, lane, where, recorder.name(waits ? stack.waits_for : "the interpreter's lock"));
    }
  }
  if (stack.lane == trace::kLoopLane) return;
  if (waits) recorder.record(trace::EventKind::Await, stack.lane, where, recorder.name(stack.waits_for));
  else if (!recorder.is_queued(stack.lane)) recorder.record(trace::EventKind::HandleReady, stack.lane, where, static_cast<std::int64_t>(trace::ReadyReason::Yielded));
  if (recorder.is_running(stack.lane)) recorder.record(trace::EventKind::StepEnd, stack.lane, where, runtime_.host.now() - stack.entered_at);
}

void ThreadLanes::enters(ThreadStack& stack) {
  settle();
  trace::Recorder& recorder = runtime_.recorder;
  if (!recorder.is_running(stack.lane)) stack.entered_at = runtime_.host.now();
  if (stack.lane != trace::kLoopLane && recorder.is_queued(stack.lane))
    recorder.record(trace::EventKind::StepBegin, stack.lane, {}, static_cast<std::int64_t>(++stack.steps));
  const trace::LaneId held_up = std::exchange(stack.held_up, trace::kNoLane);
  if (held_up != trace::kNoLane && recorder.is_blocked(held_up))
    recorder.record(trace::EventKind::BlockEnd, held_up, {}, runtime_.host.now() - stack.held_up_at);
}

void ThreadLanes::ends(ThreadStack& stack) {
  if (stack.lane == trace::kLoopLane) return;
  runtime_.settle();
  trace::Recorder& recorder = runtime_.recorder;
  if (!recorder.is_running(stack.lane)) return;
  recorder.record(trace::EventKind::LaneDone, stack.lane, {});
  recorder.record(trace::EventKind::StepEnd, stack.lane, {}, runtime_.host.now() - stack.entered_at);
}

std::string ThreadLanes::waits_for(const ThreadStack& stack) {
  auto* loop = static_cast<Loop*>(stack.running_loop);
  return loop != nullptr && loop->waits ? tasks_report(runtime_, loop) : std::string();
}

}  // namespace waiter::asyncio
