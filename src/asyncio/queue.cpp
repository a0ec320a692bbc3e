// asyncio.Queue, PriorityQueue and LifoQueue (CPython 3.11, Lib/asyncio/queues.py). A subclass that puts and gets in its own way
// (_put, _get, full, ...) is served by the same methods in Python: prelude/asyncio.queues.py.

#include "asyncio/queue.h"

#include <algorithm>

#include "asyncio/waiters.h"
#include "python/methods/helpers.h"

namespace waiter::asyncio {

using namespace python;

namespace {

struct Queue : LoopBound {
  Value maxsize;          ///< owned; an int as a rule
  bool custom;            ///< the subclass has its own ways: everything is done in Python
  std::int64_t unfinished;
  std::size_t head;       ///< first in, first out: items before it are gone
  std::vector<Value> items;  ///< owned
  Waiters getters, putters, joiners;
};

Queue* self_of(Arguments& args) { return static_cast<Queue*>(args[0].object()); }

void construct(Extension* extension) {
  auto* queue = static_cast<Queue*>(extension);
  new (&queue->items) std::vector<Value>();
  new (&queue->getters) Waiters();
  new (&queue->putters) Waiters();
  new (&queue->joiners) Waiters();
  queue->maxsize = Value::from_int(0);
}
void destruct(Extension* extension) {
  auto* queue = static_cast<Queue*>(extension);
  using Items = std::vector<Value>;
  queue->items.~Items();
  queue->getters.~Waiters();
  queue->putters.~Waiters();
  queue->joiners.~Waiters();
}
void release(Vm&, Extension* extension) {
  auto* queue = static_cast<Queue*>(extension);
  const std::vector<Value> items = std::move(queue->items);
  const std::size_t head = std::exchange(queue->head, 0);
  queue->items.clear();
  for (std::size_t i = head; i < items.size(); ++i) decref(items[i]);
  queue->getters.clear();
  queue->putters.clear();
  queue->joiners.clear();
  decref(std::exchange(queue->maxsize, kNone));
  if (Loop* loop = std::exchange(queue->loop, nullptr)) decref(Value(loop));
}
void traverse(Extension* extension, void (*visit)(void*, Value), void* context) {
  auto* queue = static_cast<Queue*>(extension);
  for (std::size_t i = queue->head; i < queue->items.size(); ++i) visit(context, queue->items[i]);
  queue->getters.traverse(visit, context);
  queue->putters.traverse(visit, context);
  queue->joiners.traverse(visit, context);
  visit(context, queue->maxsize);
  if (queue->loop != nullptr) visit(context, Value(queue->loop));
}
const ExtensionTraits kTraits{sizeof(Queue), construct, release, traverse, destruct, nullptr};

Ref queue_new(Arguments& args) { return Ref::steal(Value(allocate_instance(args.vm, cast<Type>(args[0])))); }

bool is_priority(Runtime& runtime, const Queue* queue) { return is_subtype(queue->type, runtime.priority_queue_type); }
bool is_lifo(Runtime& runtime, const Queue* queue) { return is_subtype(queue->type, runtime.lifo_queue_type); }

/// First in, first out: most are.
bool is_plain(Runtime& runtime, const Queue* queue) { return queue->type == runtime.queue_type; }

std::size_t size(const Queue* queue) { return queue->items.size() - queue->head; }

/// -1: the comparison with maxsize raised.
int is_full(Vm& vm, const Queue* queue) {
  if (queue->maxsize.is_int()) {
    const std::int64_t most = queue->maxsize.as_int();
    return most > 0 && static_cast<std::int64_t>(size(queue)) >= most ? 1 : 0;
  }
  const Ref endless = compare(vm, CompareKind::Le, queue->maxsize, Value::from_int(0));
  const int answer = endless ? truth(vm, endless) : -1;
  if (answer != 0) return answer < 0 ? -1 : 0;
  const Ref full = compare(vm, CompareKind::Ge, Value::from_int(static_cast<std::int64_t>(size(queue))), queue->maxsize);
  return full ? truth(vm, full) : -1;
}

// heapq's own steps: which of equal items comes first shows in a program's output. The learner's __lt__ may do anything, so
// items are looked up again after each call.

bool sift_down(Vm& vm, Queue* queue, std::size_t start, std::size_t at) {
  const Ref item = queue->items[at];
  while (at > start) {
    const std::size_t parent = (at - 1) >> 1;
    const Ref above = queue->items[parent];
    const int less = less_than(vm, item, above);
    if (less < 0) return false;
    if (queue->items.size() <= at) return true;
    if (less == 0) break;
    std::swap(queue->items[at], queue->items[parent]);
    at = parent;
  }
  return true;
}

bool sift_up(Vm& vm, Queue* queue, std::size_t at) {
  const std::size_t start = at;
  while (2 * at + 1 < queue->items.size()) {
    std::size_t child = 2 * at + 1;
    if (child + 1 < queue->items.size()) {
      const Ref left = queue->items[child], right = queue->items[child + 1];
      const int less = less_than(vm, left, right);
      if (less < 0) return false;
      if (less == 0) ++child;
      if (child >= queue->items.size()) return true;
    }
    std::swap(queue->items[at], queue->items[child]);
    at = child;
  }
  return sift_down(vm, queue, start, at);
}

bool store(Runtime& runtime, Queue* queue, Value item) {
  queue->items.push_back(Ref(item).release());
  return is_plain(runtime, queue) || !is_priority(runtime, queue) || sift_down(runtime.vm, queue, 0, queue->items.size() - 1);
}

/// REQUIRES: there is one.
Ref take(Runtime& runtime, Queue* queue) {
  std::vector<Value>& items = queue->items;
  const bool is_in_order = is_plain(runtime, queue);
  if (!is_in_order && is_lifo(runtime, queue)) {
    Ref item = Ref::steal(items.back());
    items.pop_back();
    return item;
  }
  if (!is_in_order && is_priority(runtime, queue)) {
    Ref last = Ref::steal(items.back());
    items.pop_back();
    if (items.empty()) return last;
    Ref first = Ref::steal(std::exchange(items[0], last.release()));
    return sift_up(runtime.vm, queue, 0) ? first : Ref();
  }
  Ref item = Ref::steal(items[queue->head++]);
  if (queue->head == items.size()) {
    items.clear();
    queue->head = 0;
  } else if (queue->head > 64 && queue->head * 2 > items.size()) {
    items.erase(items.begin(), items.begin() + static_cast<std::ptrdiff_t>(queue->head));
    queue->head = 0;
  }
  return item;
}

void wake_next(Runtime& runtime, Waiters& waiters) {
  while (!waiters.empty()) {
    const Ref first = waiters.pop();
    if (cast<Future>(first)->done()) continue;
    finish_with(runtime, cast<Future>(first), kNone);
    return;
  }
}

bool put_now(Runtime& runtime, Queue* queue, Value item) {
  Vm& vm = runtime.vm;
  const int full = is_full(vm, queue);
  if (full == 1) vm.set_error(make_exception(vm, runtime.queue_full));
  if (full != 0 || !store(runtime, queue, item)) return false;
  ++queue->unfinished;
  wake_next(runtime, queue->getters);
  return true;
}

Ref get_now(Runtime& runtime, Queue* queue) {
  Vm& vm = runtime.vm;
  if (size(queue) == 0) {
    vm.set_error(make_exception(vm, runtime.queue_empty));
    return {};
  }
  Ref item = take(runtime, queue);
  if (item) wake_next(runtime, queue->putters);
  return item;
}

// --- put, get, join ---

Queue* queue_of(const NativeCoroutine* coroutine) { return cast<Queue>(coroutine->values[0]); }

Sent wait_in(Runtime& runtime, NativeCoroutine* coroutine, Waiters& waiters, trace::NameId label, Ref& result) {
  const Ref future = make_waiter(runtime, queue_of(coroutine), label);
  if (!future) return Sent::Raised;
  waiters.push(cast<Future>(future));
  coroutine->stage = 1;
  return begin_await(runtime.vm, coroutine, cast<Future>(future), result);
}

/// Something was raised at the await: out of the line, and the next one gets the chance that this one cannot take.
Sent give_up(Runtime& runtime, NativeCoroutine* coroutine, Waiters& waiters, int none_for_the_next, Ref exception) {
  Future* future = awaited_future(coroutine);
  cancel_future(runtime, future, kNone);
  waiters.remove(future);
  if (none_for_the_next == 0 && future->state != FutureState::Cancelled) wake_next(runtime, waiters);
  runtime.vm.restore_error(std::move(exception));
  return Sent::Raised;
}

Sent put_step(Vm& vm, NativeCoroutine* coroutine, Ref exception, Ref& result) {
  Runtime& runtime = runtime_of(vm);
  Queue* queue = queue_of(coroutine);
  if (coroutine->stage == 1) {
    const Sent sent = end_await(vm, coroutine, exception, result);
    if (sent == Sent::Yielded) return sent;
    if (sent == Sent::Raised) return give_up(runtime, coroutine, queue->putters, is_full(vm, queue), std::move(exception));
  }
  const int full = is_full(vm, queue);
  if (full < 0) return Sent::Raised;
  if (full == 1) return wait_in(runtime, coroutine, queue->putters, runtime.labels.queue_put, result);
  if (!put_now(runtime, queue, coroutine->values[1])) return Sent::Raised;
  result = kNone;
  return Sent::Returned;
}

Sent get_step(Vm& vm, NativeCoroutine* coroutine, Ref exception, Ref& result) {
  Runtime& runtime = runtime_of(vm);
  Queue* queue = queue_of(coroutine);
  if (coroutine->stage == 1) {
    const Sent sent = end_await(vm, coroutine, exception, result);
    if (sent == Sent::Yielded) return sent;
    if (sent == Sent::Raised) return give_up(runtime, coroutine, queue->getters, size(queue) == 0 ? 1 : 0, std::move(exception));
  }
  if (size(queue) == 0) return wait_in(runtime, coroutine, queue->getters, runtime.labels.queue_get, result);
  result = get_now(runtime, queue);
  return result ? Sent::Returned : Sent::Raised;
}

Sent join_step(Vm& vm, NativeCoroutine* coroutine, Ref exception, Ref& result) {
  Runtime& runtime = runtime_of(vm);
  Queue* queue = queue_of(coroutine);
  if (coroutine->stage == 0) {
    if (queue->unfinished > 0) return wait_in(runtime, coroutine, queue->joiners, runtime.labels.queue_join, result);
  } else {
    const Sent sent = end_await(vm, coroutine, exception, result);
    if (sent == Sent::Yielded) return sent;
    queue->joiners.remove(awaited_future(coroutine));
    if (sent == Sent::Raised) {
      vm.restore_error(std::move(exception));
      return sent;
    }
  }
  result = kNone;
  return Sent::Returned;
}

constexpr CoroutineBody kPut{"put", "Queue.put", {"asyncio/queues.py", 110, 120}, put_step};
constexpr CoroutineBody kGet{"get", "Queue.get", {"asyncio/queues.py", 149, 158}, get_step};
constexpr CoroutineBody kJoin{"join", "Queue.join", {"asyncio/queues.py", 206, 215}, join_step};

// --- methods ---

constexpr const char* kSelf[] = {"self"};
constexpr const char* kSelfItem[] = {"self", "item"};
constexpr const char* kSelfMaxsize[] = {"self", "maxsize"};

std::span<const Value> all(Arguments& args) { return {args.values, args.count + args.keyword_count()}; }

/// The same in Python, for a queue with its own ways. kUnbound is the frame that was entered; empty: not to be done there.
#define WAITER_CUSTOM(name) \
  if (self_of(args)->custom) return enter_prelude(args.vm, "asyncio.queues", name, all(args), args.names)

bool only_self(Arguments& args, const char* qualname) {
  Value self[1];
  return (args.count == 1 && args.names == nullptr) || bind_as_python(args, {qualname, kSelf, 1}, self);
}

/// Does the subclass put and get in its own way?
bool has_own_ways(Runtime& runtime, const Type* type) {
  if (!type->is_user) return false;
  Vm& vm = runtime.vm;
  for (const char* method : {"_init", "_get", "_put", "qsize", "empty", "full", "put_nowait", "get_nowait"})
    if (!type_lookup(vm, const_cast<Type*>(type), intern(vm, method)).is_kind(Kind::Native)) return true;
  return false;
}

Ref queue_init(Arguments& args) {
  Vm& vm = args.vm;
  Value values[2];
  if (!bind_as_python(args, {"Queue.__init__", kSelfMaxsize, 1}, values)) return {};
  Queue* queue = self_of(args);
  replace(queue->maxsize, values[1].is_empty() ? Value::from_int(0) : values[1]);
  queue->custom = has_own_ways(runtime_of(vm), queue->type);
  if (!queue->custom) return kNone;
  const Value given[] = {args[0], queue->maxsize};
  return enter_prelude(vm, "asyncio.queues", "_begin", given);
}

Ref queue_put(Arguments& args) {
  Value values[2];
  if (!bind_as_python(args, {"Queue.put", kSelfItem, 2}, values)) return {};
  WAITER_CUSTOM("put");
  NativeCoroutine* coroutine = make_native_coroutine(args.vm, &kPut);
  coroutine->values[0] = Ref(values[0]).release();
  coroutine->values[1] = Ref(values[1]).release();
  return Ref::steal(Value(coroutine));
}
Ref queue_get(Arguments& args) {
  if (!only_self(args, "Queue.get")) return {};
  WAITER_CUSTOM("get");
  NativeCoroutine* coroutine = make_native_coroutine(args.vm, &kGet);
  coroutine->values[0] = Ref(args[0]).release();
  return Ref::steal(Value(coroutine));
}
Ref queue_join(Arguments& args) {
  if (!only_self(args, "Queue.join")) return {};
  WAITER_CUSTOM("join");
  NativeCoroutine* coroutine = make_native_coroutine(args.vm, &kJoin);
  coroutine->values[0] = Ref(args[0]).release();
  return Ref::steal(Value(coroutine));
}
Ref queue_put_nowait(Arguments& args) {
  Value values[2];
  if (!bind_as_python(args, {"Queue.put_nowait", kSelfItem, 2}, values)) return {};
  WAITER_CUSTOM("put_nowait");
  return none_or_error(put_now(runtime_of(args.vm), self_of(args), values[1]));
}
Ref queue_get_nowait(Arguments& args) {
  if (!only_self(args, "Queue.get_nowait")) return {};
  WAITER_CUSTOM("get_nowait");
  return get_now(runtime_of(args.vm), self_of(args));
}
Ref queue_qsize(Arguments& args) {
  if (!only_self(args, "Queue.qsize")) return {};
  WAITER_CUSTOM("qsize");
  return make_int(args.vm, static_cast<std::int64_t>(size(self_of(args))));
}
Ref queue_empty(Arguments& args) {
  if (!only_self(args, "Queue.empty")) return {};
  WAITER_CUSTOM("empty");
  return boolean(size(self_of(args)) == 0);
}
Ref queue_full(Arguments& args) {
  if (!only_self(args, "Queue.full")) return {};
  WAITER_CUSTOM("full");
  return boolean_or_error(is_full(args.vm, self_of(args)));
}
Ref queue_task_done(Arguments& args) {
  if (!only_self(args, "Queue.task_done")) return {};
  WAITER_CUSTOM("task_done");
  Vm& vm = args.vm;
  Queue* queue = self_of(args);
  if (queue->unfinished <= 0) return vm.raise(vm.types.ValueError, "task_done() called too many times");
  if (--queue->unfinished > 0) return kNone;
  for (std::size_t i = 0; i < queue->joiners.size(); ++i)
    if (!queue->joiners[i]->done()) finish_with(runtime_of(vm), queue->joiners[i], kTrue);
  return kNone;
}
Ref queue_private_init(Arguments& args) {
  WAITER_CUSTOM("_init");
  return kNone;
}
Ref queue_private_put(Arguments& args) {
  WAITER_CUSTOM("_put");
  return none_or_error(store(runtime_of(args.vm), self_of(args), args[1]));
}
Ref queue_private_get(Arguments& args) {
  WAITER_CUSTOM("_get");
  if (size(self_of(args)) == 0) return args.vm.raise(args.vm.types.IndexError, "pop from an empty deque");
  return take(runtime_of(args.vm), self_of(args));
}
#undef WAITER_CUSTOM

Ref items_of(Vm& vm, const Queue* queue) {
  if (queue->custom) {
    const Ref stored = find_attribute(vm, Value(const_cast<Queue*>(queue)), intern(vm, "_queue"));
    if (stored) return list_from(vm, stored);
    vm.clear_error();
    return make_list(vm);
  }
  return make_list(vm, {queue->items.data() + queue->head, size(queue)});
}

std::optional<std::string> format(Vm& vm, Queue* queue) {
  const auto maxsize = repr_of(vm, queue->maxsize);
  const Ref items = items_of(vm, queue);
  const auto shown = items ? repr_of(vm, items) : std::nullopt;
  if (!maxsize || !shown) return std::nullopt;
  std::string text = "maxsize=" + *maxsize;
  if (cast<List>(items)->count > 0) text += " _queue=" + *shown;
  std::int64_t getters = static_cast<std::int64_t>(queue->getters.size()), putters = static_cast<std::int64_t>(queue->putters.size());
  std::int64_t unfinished = queue->unfinished;
  if (queue->custom) {
    const auto count = [&](const char* name, bool is_number) -> std::int64_t {
      const Ref value = find_attribute(vm, Value(queue), intern(vm, name));
      if (!value) return 0;
      return is_number ? (value.get().is_int() ? value.get().as_int() : 0) : length(vm, value);
    };
    getters = count("_getters", false);
    putters = count("_putters", false);
    unfinished = count("_unfinished_tasks", true);
  }
  if (getters > 0) text += fmt::format(" _getters[{}]", getters);
  if (putters > 0) text += fmt::format(" _putters[{}]", putters);
  if (unfinished > 0) text += fmt::format(" tasks={}", unfinished);
  return text;
}

Ref queue_repr(Arguments& args) {
  const auto text = format(args.vm, self_of(args));
  return text ? make_str(args.vm, fmt::format("<{} at 0x{:x} {}>", self_of(args)->type->name->view(), identity_of(args[0]), *text)) : Ref();
}
Ref queue_str(Arguments& args) {
  const auto text = format(args.vm, self_of(args));
  return text ? make_str(args.vm, fmt::format("<{} {}>", self_of(args)->type->name->view(), *text)) : Ref();
}
Ref queue_maxsize(Arguments& args) { return self_of(args)->maxsize; }

/// A queue with its own ways keeps its things as attributes; one without shows what it has.
Ref own_attribute(Arguments& args, const char* name) {
  const Value value = attributes_get(&self_of(args)->attributes, intern(args.vm, name));
  return value.is_empty() ? args.vm.raise(args.vm.types.AttributeError, "'{}' object has no attribute '{}'", type_name(args.vm, args[0]), name) : Ref(value);
}
Ref set_own_attribute(Arguments& args, const char* name) {
  if (!self_of(args)->custom && self_of(args)->type->is_user) self_of(args)->custom = true;  // its __init__ does not call ours
  attributes_set(args.vm, self_of(args), &self_of(args)->attributes, intern(args.vm, name), args[1]);
  return kNone;
}
Ref queue_unfinished(Arguments& args) {
  return self_of(args)->custom ? own_attribute(args, "_unfinished_tasks") : make_int(args.vm, self_of(args)->unfinished);
}
Ref queue_set_unfinished(Arguments& args) { return set_own_attribute(args, "_unfinished_tasks"); }
/// A look at the items, for programs that peek: what is changed in it changes no queue, so it is a tuple.
Ref queue_items(Arguments& args) {
  if (self_of(args)->custom) return own_attribute(args, "_queue");
  const Ref list = items_of(args.vm, self_of(args));
  return list ? tuple_from(args.vm, list) : Ref();
}
Ref queue_set_items(Arguments& args) { return set_own_attribute(args, "_queue"); }

constexpr NativeDef kNew[] = {{"__new__", queue_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kMethods[] = {
    {"__init__", queue_init, 0, -1, Takes::AsPython},
    {"put", queue_put, 0, -1, Takes::Coroutine},
    {"get", queue_get, 0, -1, Takes::Coroutine},
    {"join", queue_join, 0, -1, Takes::Coroutine},
    {"put_nowait", queue_put_nowait, 0, -1, Takes::AsPython},
    {"get_nowait", queue_get_nowait, 0, -1, Takes::AsPython},
    {"qsize", queue_qsize, 0, -1, Takes::AsPython},
    {"empty", queue_empty, 0, -1, Takes::AsPython},
    {"full", queue_full, 0, -1, Takes::AsPython},
    {"task_done", queue_task_done, 0, -1, Takes::AsPython},
    {"_init", queue_private_init, 1, 1},
    {"_put", queue_private_put, 1, 1},
    {"_get", queue_private_get},
    {"__repr__", queue_repr},
    {"__str__", queue_str},
};
constexpr NativeDef kProperties[] = {
    {"maxsize", queue_maxsize}, {"_maxsize", queue_maxsize}, {"_queue", queue_items}, {"_unfinished_tasks", queue_unfinished}};
constexpr NativeDef kSetters[] = {{"_queue", queue_set_items, 1, 1}, {"_unfinished_tasks", queue_set_unfinished, 1, 1}};
constexpr NativeDef kGenericMethods[] = {{"__class_getitem__", class_get_item, 0, -1, Takes::Keywords}};

}  // namespace

void make_queue_types(Runtime& runtime) {
  Vm& vm = runtime.vm;
  runtime.queue_type = make_extension_type(vm, "Queue", "asyncio.queues", &kTraits);
  install_static(vm, runtime.queue_type, kNew);
  install(vm, runtime.queue_type, kMethods);
  install_properties(vm, runtime.queue_type, kProperties, kSetters);
  install_class_methods(vm, runtime.queue_type, kGenericMethods);
  runtime.priority_queue_type = make_extension_type(vm, "PriorityQueue", "asyncio.queues", &kTraits, runtime.queue_type);
  runtime.lifo_queue_type = make_extension_type(vm, "LifoQueue", "asyncio.queues", &kTraits, runtime.queue_type);
}

}  // namespace waiter::asyncio
