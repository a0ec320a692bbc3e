#include "asyncio/waiters.h"

#include <algorithm>

namespace waiter::asyncio {

using namespace python;

void Waiters::push(Future* future) {
  ++future->refs;
  items_.push_back(future);
}

Ref Waiters::pop() {
  Future* first = items_[head_++];
  if (empty()) {
    items_.clear();
    head_ = 0;
  } else if (head_ > 64 && head_ * 2 > items_.size()) {
    items_.erase(items_.begin(), items_.begin() + static_cast<std::ptrdiff_t>(head_));
    head_ = 0;
  }
  return Ref::steal(Value(first));
}

bool Waiters::remove(Future* future) {
  if (!empty() && items_[head_] == future) {
    (void)pop();
    return true;
  }
  const auto found = std::find(items_.begin() + static_cast<std::ptrdiff_t>(head_), items_.end(), future);
  if (found == items_.end()) return false;
  items_.erase(found);
  decref(Value(future));
  return true;
}

void Waiters::clear() {
  const std::vector<Future*> items = std::move(items_);
  const std::size_t head = std::exchange(head_, 0);
  items_.clear();
  for (std::size_t i = head; i < items.size(); ++i) decref(Value(items[i]));
}

void Waiters::traverse(void (*visit)(void*, Value), void* context) const {
  for (std::size_t i = head_; i < items_.size(); ++i) visit(context, Value(items_[i]));
}

Ref make_waiter(Runtime& runtime, LoopBound* owner, trace::NameId label) {
  Vm& vm = runtime.vm;
  Loop* loop = running_loop(runtime);
  if (loop == nullptr) return {};
  if (owner->loop == nullptr) {
    owner->loop = loop;
    ++loop->refs;
  }
  if (owner->loop != loop) {
    const auto text = repr_of(vm, Value(owner));
    return text ? vm.raise(vm.types.RuntimeError, "{} is bound to a different event loop", *text) : Ref();
  }
  Ref future = make_future(runtime, loop);
  auto* made = cast<Future>(future);
  made->label = label;
  made->awaited_of = owner;
  ++owner->refs;
  return future;
}

Sent begin_await(Vm& vm, NativeCoroutine* coroutine, Future* future, Ref& result) {
  replace(coroutine->awaiting, Value(future));
  return await_future(vm, future, result);
}

Sent end_await(Vm& vm, NativeCoroutine* coroutine, Ref& exception, Ref& result) {
  if (exception) return Sent::Raised;
  const Sent sent = await_future(vm, awaited_future(coroutine), result);
  if (sent == Sent::Raised) exception = vm.take_error();
  return sent;
}

std::string bracketed_repr(Vm& vm, Object* object, const std::string& extra) {
  return fmt::format("<{} object at 0x{:x} [{}]>", full_type_name(vm, object->type), Heap::address_of(object), extra);
}

}  // namespace waiter::asyncio
