#include "python/threads.h"

#include <algorithm>

#include "python/operations.h"
#include "python/shake.h"

namespace waiter::python {

namespace {

constexpr char kShakeKey = 0;

}  // namespace

Shake* shake_of(Vm& vm) {
  const auto found = vm.extensions.find(&kShakeKey);
  return found == vm.extensions.end() ? nullptr : static_cast<Shake*>(found->second);
}
void set_shake(Vm& vm, Shake* shake) { vm.extensions[&kShakeKey] = shake; }

Threads::Threads(Vm& vm) : vm_(vm) {
  stacks_.push_back(std::make_unique<ThreadStack>());
  present_ = stacks_.front().get();
  present_->state = ThreadStack::State::Running;
}

Threads::~Threads() = default;

/// Takes the VM's state into the stack.
void Threads::leave(ThreadStack* stack) {
  vm_.settle_work();
  stack->frame = vm_.frame;
  stack->handled = vm_.handled;
  stack->context = vm_.context;
  stack->native_depth = vm_.native_depth;
  stack->carried_ns = vm_.carried_ns();
}

void Threads::enter(ThreadStack* stack) {
  if (on_switch && stack != present_) on_switch(*present_, *stack);
  present_ = stack;
  if (watcher != nullptr) watcher->enters(*stack);
  stack->state = ThreadStack::State::Running;
  if (stack->apart && !std::exchange(stack->keeps_pace, false)) stack->own_time = vm_.environment.now();
  vm_.frame = stack->frame;
  vm_.handled = stack->handled;
  vm_.context = stack->context;
  vm_.native_depth = stack->native_depth;
  vm_.set_carried_ns(stack->carried_ns);
  vm_.now_runs(vm_.frame);
  vm_.new_quantum();
}

ThreadStack* Threads::start(Frame* frame, Value owner) {
  stacks_.push_back(std::make_unique<ThreadStack>());
  ThreadStack* stack = stacks_.back().get();
  stack->number = ++numbers_;
  frame->back = nullptr;
  frame->depth = 1;
  frame->return_to = ReturnTo::Entry;
  stack->frame = frame;
  stack->handled = &stack->handled_at_bottom;
  stack->owner = Ref(owner).release();
  ready_.push_back(stack);
  if (watcher != nullptr) watcher->begins(*stack);
  if (stacks_.size() == 2) vm_.new_quantum();
  return stack;
}

void Threads::park(trace::Time deadline, std::string what) {
  present_->state = ThreadStack::State::Waiting;
  present_->woken = false;
  present_->deadline = deadline;
  present_->order = ++orders_;
  if (const Shake* shake = shake_of(vm_)) present_->order = shake->order(vm_.environment.now(), present_->order);
  present_->waits_for = std::move(what);
  present_->held_by = nullptr;
}

void Threads::wake(ThreadStack* stack) {
  if (stack->state != ThreadStack::State::Waiting) return;
  stack->state = ThreadStack::State::Ready;
  stack->woken = true;
  ready_.push_back(stack);
  if (watcher != nullptr) watcher->becomes_ready(*stack, present_);
}

void Threads::ready_those_due() {
  const trace::Time now = vm_.environment.now();
  std::vector<ThreadStack*> due;
  for (const auto& stack : stacks_)
    if (stack->state == ThreadStack::State::Waiting && stack->deadline <= now) due.push_back(stack.get());
  std::sort(due.begin(), due.end(), [](const ThreadStack* a, const ThreadStack* b) {
    return a->deadline != b->deadline ? a->deadline < b->deadline : a->order < b->order;
  });
  for (ThreadStack* stack : due) {
    stack->state = ThreadStack::State::Ready;
    ready_.push_back(stack);
    if (watcher != nullptr) watcher->becomes_ready(*stack, nullptr);
  }
}

bool Threads::somebody_is_ready() {
  ready_those_due();
  return std::any_of(ready_.begin(), ready_.end(), [this](const ThreadStack* stack) { return !stack->pinned || stack == pinned_.back(); });
}

/// The next stack that can run, time moved on for it if need be. Null: there is none, and the run was stopped.
ThreadStack* Threads::choose() {
  while (true) {
    if (!vm_.stopped_because().empty()) return nullptr;
    ready_those_due();
    if (Shake* shake = shake_of(vm_); shake != nullptr && ready_.size() > 1)
      std::swap(ready_.front(), ready_[static_cast<std::size_t>(shake->draw(ready_.size()))]);
    for (auto at = ready_.begin(); at != ready_.end(); ++at) {
      ThreadStack* stack = *at;
      if (stack->pinned && stack != pinned_.back()) continue;
      ready_.erase(at);
      return stack;
    }
    trace::Time next = trace::kNever;
    for (const auto& stack : stacks_)
      if (stack->state == ThreadStack::State::Waiting) next = std::min(next, stack->deadline);
    if (!vm_.environment.idle_until(next)) {
      vm_.stop("the world ended");
      return nullptr;
    }
    if (next == trace::kNever && !somebody_is_ready()) {  // nor did the world wake anybody, and whoever is ready is pinned below others
      report_deadlock();
      return nullptr;
    }
  }
}

std::string Threads::name_of(const ThreadStack& stack) {
  if (stack.owner.is_empty()) return "MainThread";
  const Ref found = find_attribute(vm_, stack.owner, intern(vm_, "_name"));
  vm_.clear_error();
  return found && is_str(found) ? std::string(str_view(found)) : "a thread";
}

/// Who holds the lock that this stack waits for; null: nobody else does.
const ThreadStack* Threads::holder_of(const ThreadStack& stack) const {
  if (stack.state != ThreadStack::State::Waiting || stack.held_by == nullptr || *stack.held_by == stack.number) return nullptr;
  const auto found = std::find_if(stacks_.begin(), stacks_.end(), [&](const auto& other) { return other->number == *stack.held_by; });
  return found == stacks_.end() ? nullptr : found->get();
}

void Threads::report_deadlock() {
  std::string text;
  for (const auto& stack : stacks_) {
    if (!text.empty()) text += "; ";
    const std::string of_loop = watcher != nullptr ? watcher->waits_for(*stack) : std::string();
    if (!of_loop.empty()) {
      text += fmt::format("{} runs an event loop, in which {}", name_of(*stack), of_loop);
      continue;
    }
    const ThreadStack* holder = holder_of(*stack);
    text += fmt::format("{} waits for {}", name_of(*stack), stack->pinned && stack->state == ThreadStack::State::Ready ? "its turn" : stack->waits_for);
    if (holder != nullptr) text += fmt::format(" that {} holds", name_of(*holder));
  }
  text += ". Nothing is left that could wake anybody";
  // The first circle, if there is one: each cannot go on without the next.
  for (const auto& start : stacks_) {
    std::vector<const ThreadStack*> path;
    const ThreadStack* at = start.get();
    while (at != nullptr && std::find(path.begin(), path.end(), at) == path.end()) {
      path.push_back(at);
      at = holder_of(*at);
    }
    if (at != start.get() || path.size() < 2) continue;
    text += ": ";
    for (const ThreadStack* each : path) text += name_of(*each) + " waits for ";
    text += name_of(*start);
    break;
  }
  vm_.deadlock = text;
  vm_.stop("every thread waits for something that can never happen");
}

bool Threads::go_on() {
  if (watcher != nullptr) watcher->leaves(*present_);
  leave(present_);
  ThreadStack* next = choose();
  if (next == nullptr) return false;
  enter(next);
  return true;
}

void Threads::end_present() {
  vm_.settle_work();
  ThreadStack* ended = present_;
  if (ended->apart) --apart_;
  if (watcher != nullptr) watcher->ends(*ended);
  if (!ended->owner.is_empty()) decref(std::exchange(ended->owner, Value()));
  vm_.context = nullptr;
  if (!ended->own_context.is_empty()) decref(std::exchange(ended->own_context, Value()));
  const auto at = std::find_if(stacks_.begin(), stacks_.end(), [&](const auto& stack) { return stack.get() == ended; });
  std::unique_ptr<ThreadStack> last = std::move(*at);
  stacks_.erase(at);
  vm_.frame = nullptr;
  ThreadStack* next = choose();
  if (next == nullptr) {  // nobody runs on: the main stack is where a run ends
    present_ = main_stack();
    vm_.handled = main_stack()->handled;
    vm_.native_depth = 0;
    return;
  }
  enter(next);
}

void Threads::set_apart(bool apart) {
  ThreadStack& stack = *present_;
  if (stack.apart == apart) return;
  vm_.settle_work();
  if (apart) ++apart_;
  else --apart_;
  stack.apart = apart;
  stack.own_time = vm_.environment.now();
  const std::int64_t carried = vm_.carried_ns();
  vm_.set_carried_ns(stack.other_carried_ns);
  stack.other_carried_ns = carried;
  vm_.new_quantum();
}

trace::Time Threads::now() {
  vm_.settle_work();
  const trace::Time clock = vm_.environment.now();
  if (!present_->apart) return clock;
  return std::max(clock, present_->own_time + vm_.carried_ns() / trace::kMillisecond * trace::kMillisecond);
}

bool Threads::is_ahead() {
  ThreadStack& stack = *present_;
  WAITER_ASSERT(stack.apart, "others' work reaches the clock");
  vm_.settle_work();
  const std::int64_t whole = vm_.carried_ns() / trace::kMillisecond * trace::kMillisecond;
  vm_.set_carried_ns(vm_.carried_ns() - whole);
  stack.own_time += whole;
  return stack.own_time > vm_.environment.now();
}

bool Threads::keep_pace() {
  park(present_->own_time, "its own work");
  present_->keeps_pace = true;
  return go_on();
}

void Threads::hand_over() {
  present_->keeps_pace = present_->apart;
  present_->state = ThreadStack::State::Ready;
  ready_those_due();
  ready_.push_back(present_);
  go_on();
}

bool Threads::wait_here(trace::Time deadline, std::string what) {
  ThreadStack* own = present_;
  if (pinned_.size() >= kPinnedMax) {
    vm_.stop(fmt::format("the run was stopped: {} threads wait inside calls that One Waiter cannot set aside", kPinnedMax));
    return false;
  }
  park(deadline, std::move(what));
  own->pinned = true;
  pinned_.push_back(own);
  const bool fine = go_on() && vm_.run_others_until(own);
  pinned_.pop_back();
  own->pinned = false;
  if (!fine && vm_.frame == nullptr) {  // the main stack has ended, and with it the run: C++ leaves this one's frames
    present_ = own;
    vm_.frame = own->frame;
    vm_.handled = own->handled;
    vm_.context = own->context;
    vm_.native_depth = own->native_depth;
  }
  return fine;
}

}  // namespace waiter::python
