// _heapq and _bisect: heaps in lists and places in sorted lists (CPython's Modules/_heapqmodule.c and _bisectmodule.c, comparison
// for comparison: which items are compared decides what a heap with equal items looks like). merge, nlargest and nsmallest are in
// prelude/heapq.py.

#include "python/methods/helpers.h"
#include "python/modules/standard_modules.h"

namespace waiter::python {
namespace {

enum class Order : std::uint8_t { Min, Max };

/// Is `left` to stand above `right`? 1, 0, -1. A comparison that changes the list's length ends it.
int above(Vm& vm, const List* heap, Order order, Value left, Value right) {
  const std::uint32_t count = heap->count;
  const Ref a = left, b = right;
  const int answer = order == Order::Min ? less_than(vm, a, b) : less_than(vm, b, a);
  if (answer >= 0 && heap->count != count) {
    vm.raise(vm.types.RuntimeError, "list changed size during iteration");
    return -1;
  }
  return answer;
}

bool sift_down(Vm& vm, List* heap, Order order, std::int64_t start, std::int64_t at) {
  while (at > start) {
    const std::int64_t parent = (at - 1) >> 1;
    const int rises = above(vm, heap, order, heap->items[at], heap->items[parent]);
    if (rises < 0) return false;
    if (rises == 0) break;
    std::swap(heap->items[at], heap->items[parent]);
    at = parent;
  }
  return true;
}

/// The hole goes down to a leaf, always to the child that stands above the other; what it held comes up from there.
bool sift_up(Vm& vm, List* heap, Order order, std::int64_t at) {
  const std::int64_t end = heap->count, start = at, limit = end >> 1;
  if (at >= end) {
    vm.raise(vm.types.IndexError, "index out of range");
    return false;
  }
  while (at < limit) {
    std::int64_t child = 2 * at + 1;
    if (child + 1 < end) {
      const int left = above(vm, heap, order, heap->items[child], heap->items[child + 1]);
      if (left < 0) return false;
      if (left == 0) ++child;
    }
    std::swap(heap->items[child], heap->items[at]);
    at = child;
  }
  return sift_down(vm, heap, order, start, at);
}

List* heap_of(Arguments& args, const char* function) {
  if (args[0].is_kind(Kind::List)) return cast<List>(args[0]);
  args.vm.raise(args.vm.types.TypeError, "{}() argument{} must be list, not {}", function, args.count > 1 ? " 1" : "", argument_type_name(args.vm, args[0]));
  return nullptr;
}

Ref heappush(Arguments& args) {
  List* heap = heap_of(args, "heappush");
  if (heap == nullptr || !list_reserve(args.vm, heap, std::uint64_t{heap->count} + 1)) return {};
  list_append(args.vm, heap, args[1]);
  return none_or_error(sift_down(args.vm, heap, Order::Min, 0, heap->count - 1));
}

template <Order order>
Ref pop(Arguments& args) {
  Vm& vm = args.vm;
  List* heap = heap_of(args, order == Order::Min ? "heappop" : "_heappop_max");
  if (heap == nullptr) return {};
  if (heap->count == 0) return vm.raise(vm.types.IndexError, "index out of range");
  Ref last = Ref::steal(heap->items[--heap->count]);
  if (heap->count == 0) return last;
  Ref top = Ref::steal(std::exchange(heap->items[0], last.release()));
  return sift_up(vm, heap, order, 0) ? top : Ref();
}

template <Order order>
Ref replace(Arguments& args) {
  Vm& vm = args.vm;
  List* heap = heap_of(args, order == Order::Min ? "heapreplace" : "_heapreplace_max");
  if (heap == nullptr) return {};
  if (heap->count == 0) return vm.raise(vm.types.IndexError, "index out of range");
  Ref top = Ref::steal(std::exchange(heap->items[0], Ref(args[1]).release()));
  return sift_up(vm, heap, order, 0) ? top : Ref();
}

Ref heappushpop(Arguments& args) {
  Vm& vm = args.vm;
  List* heap = heap_of(args, "heappushpop");
  if (heap == nullptr) return {};
  if (heap->count == 0) return args[1];
  const Ref first = heap->items[0];
  const int less = less_than(vm, first, args[1]);
  if (less < 0) return {};
  if (less == 0) return args[1];
  if (heap->count == 0) return vm.raise(vm.types.IndexError, "index out of range");
  Ref top = Ref::steal(std::exchange(heap->items[0], Ref(args[1]).release()));
  return sift_up(vm, heap, Order::Min, 0) ? top : Ref();
}

template <Order order>
Ref heapify(Arguments& args) {
  List* heap = heap_of(args, order == Order::Min ? "heapify" : "_heapify_max");
  if (heap == nullptr) return {};
  args.vm.charge(heap->count);
  for (std::int64_t i = heap->count / 2; i-- > 0;)
    if (!sift_up(args.vm, heap, order, i)) return {};
  return none();
}

constexpr NativeDef kHeapFunctions[] = {
    {"heappush", heappush, 2, 2},
    {"heappop", pop<Order::Min>, 1, 1},
    {"heapreplace", replace<Order::Min>, 2, 2},
    {"heappushpop", heappushpop, 2, 2},
    {"heapify", heapify<Order::Min>, 1, 1},
    {"_heappop_max", pop<Order::Max>, 1, 1},
    {"_heapreplace_max", replace<Order::Max>, 2, 2},
    {"_heapify_max", heapify<Order::Max>, 1, 1},
};

// --- bisect ---

enum class Side : std::uint8_t { Left, Right };

/// The place for `item` (whose key it is) in list[low:high]; -1: exception.
std::int64_t place_for(Vm& vm, Side side, Value list, Value item, std::int64_t low, std::int64_t high, Value key) {
  while (low < high) {
    const std::int64_t middle = low + (high - low) / 2;  // the sum may not fit: range(sys.maxsize)
    Ref there = get_item(vm, list, make_int(vm, middle));
    if (!there) return -1;
    if (!key.is_none()) {
      const Value one[] = {there};
      there = call(vm, key, one);
      if (!there) return -1;
    }
    const int less = side == Side::Left ? less_than(vm, there, item) : less_than(vm, item, there);
    if (less < 0) return -1;
    if ((side == Side::Left) == (less == 1)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/// The arguments (a, x, lo=0, hi=None, *, key=None) of all four functions, and the place. -1: exception.
std::int64_t find_place(Arguments& args, const char* function, Side side, bool insert, Value* out) {
  Vm& vm = args.vm;
  if (!bind_arguments(args, function, {"a", "x", "lo", "hi", "*", "key"}, 2, out)) return -1;
  std::int64_t low = 0, high = -1;
  if (!out[2].is_empty()) {
    const auto given = to_ssize(vm, out[2]);
    if (!given) return -1;
    low = *given;
  }
  if (!out[3].is_empty() && !out[3].is_none()) {
    const auto given = to_ssize(vm, out[3]);
    if (!given) return -1;
    high = *given;
  }
  if (low < 0) {
    vm.raise(vm.types.ValueError, "lo must be non-negative");
    return -1;
  }
  const bool is_counted = high == -1;
  if (is_counted) {
    high = length(vm, out[0]);
    if (high < 0) return -1;
  }
  // A dict of C's has neither the length nor the items of a sequence (abstract.c); a class of Python's that is one has both.
  const auto is_of_c = [](const Type* type) { return !type->is_user || name_in_messages(type) != type->name->view(); };
  if (out[0].is_kind(Kind::Dict) && is_of_c(out[0].object()->type) && (is_counted || high > low)) {
    vm.raise(vm.types.TypeError, "{} is not a sequence", type_name(vm, out[0]));
    return -1;
  }
  if (high > low && type_lookup(vm, type_of(vm, out[0]), vm.names.dunder_getitem).is_empty()) {
    vm.raise(vm.types.TypeError, "'{}' object does not support indexing", type_name(vm, out[0]));
    return -1;
  }
  const Value key = out[4].is_empty() ? kNone : out[4];
  Ref item = out[1];
  if (insert && !key.is_none()) {
    const Value one[] = {item};
    item = call(vm, key, one);
    if (!item) return -1;
  }
  return place_for(vm, side, out[0], item, low, high, key);
}

template <Side side>
Ref bisect(Arguments& args) {
  Value out[5];
  const std::int64_t place = find_place(args, side == Side::Left ? "bisect_left" : "bisect_right", side, false, out);
  return place < 0 ? Ref() : make_int(args.vm, place);
}

template <Side side>
Ref insort(Arguments& args) {
  Vm& vm = args.vm;
  Value out[5];
  const std::int64_t place = find_place(args, side == Side::Left ? "insort_left" : "insort_right", side, true, out);
  if (place < 0) return {};
  const Ref where = make_int(vm, place);  // what is inserted into may be longer than any list
  const Value both[] = {where, out[1]};
  return call_method(vm, out[0], intern(vm, "insert"), both) ? none() : Ref();
}

constexpr NativeDef kBisectFunctions[] = {
    {"bisect_left", bisect<Side::Left>, 0, -1, Takes::Keywords},
    {"bisect_right", bisect<Side::Right>, 0, -1, Takes::Keywords},
    {"insort_left", insort<Side::Left>, 0, -1, Takes::Keywords},
    {"insort_right", insort<Side::Right>, 0, -1, Takes::Keywords},
};

}  // namespace

Ref make_heapq_module(Vm& vm) {
  Ref module = make_module(vm, "_heapq");
  install(vm, cast<Module>(module), kHeapFunctions);
  return module;
}

Ref make_bisect_module(Vm& vm) {
  Ref module = make_module(vm, "_bisect");
  install(vm, cast<Module>(module), kBisectFunctions);
  return module;
}

}  // namespace waiter::python
