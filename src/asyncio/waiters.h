#pragma once
// The queue of futures that a lock, an event, a semaphore or an asyncio.Queue keeps, and what it shares with its kin: the loop
// that it is bound to with its first wait (CPython 3.11, Lib/asyncio/mixins.py).

#include <vector>

#include "asyncio/loop.h"

namespace waiter::asyncio {

/// First in, first out; anybody can leave. Owns a reference to each.
class Waiters {
 public:
  [[nodiscard]] bool empty() const { return head_ == items_.size(); }
  [[nodiscard]] std::size_t size() const { return items_.size() - head_; }
  [[nodiscard]] Future* operator[](std::size_t i) const { return items_[head_ + i]; }
  void push(Future* future);
  /// The first one, with its reference.
  [[nodiscard]] python::Ref pop();
  /// False: it is not there.
  bool remove(Future* future);
  void clear();
  void traverse(void (*visit)(void*, python::Value), void* context) const;

 private:
  std::vector<Future*> items_;
  std::size_t head_ = 0;
};

struct LoopBound : python::Extension {
  Loop* loop;  ///< owned; null before the first wait
};

/// A future in the loop that runs, for `owner` to be awaited by. Empty: RuntimeError (another loop, or none).
python::Ref make_waiter(Runtime& runtime, LoopBound* owner, trace::NameId label);

/// Lets the coroutine await this: what its step returns then.
python::Sent begin_await(python::Vm& vm, python::NativeCoroutine* coroutine, Future* future, python::Ref& result);
/// What became of it. Yielded: it is to be awaited on. Raised: `exception` holds what was raised at the await. `awaiting` is
/// left as it is but when Returned.
python::Sent end_await(python::Vm& vm, python::NativeCoroutine* coroutine, python::Ref& exception, python::Ref& result);

[[nodiscard]] inline Future* awaited_future(const python::NativeCoroutine* coroutine) { return python::cast<Future>(coroutine->awaiting); }

/// "asyncio.locks.Lock object at 0x... [unlocked]" in its angle brackets.
[[nodiscard]] std::string bracketed_repr(python::Vm& vm, python::Object* object, const std::string& extra);

}  // namespace waiter::asyncio
