// asyncio.gather() (CPython 3.11, Lib/asyncio/tasks.py): one future for many.

#include <unordered_map>

#include "asyncio/functions.h"
#include "python/methods/helpers.h"
#include "python/recursion.h"

namespace waiter::asyncio {

using namespace python;

namespace {

/// What gather() gives. Cancelling it cancels the children; it is over when they are.
struct Gathering : Future {
  std::vector<Future*> children;  ///< owned references
  std::size_t finished, total;    ///< of the different ones
  bool return_exceptions;
  bool cancel_requested;
  bool complete;                  ///< every argument was taken
  trace::LaneId lane;             ///< who waits, on the trace
};

void construct(Extension* extension) {
  construct_future(extension);
  new (&static_cast<Gathering*>(extension)->children) std::vector<Future*>();
}
void destruct(Extension* extension) {
  using Children = std::vector<Future*>;
  static_cast<Gathering*>(extension)->children.~Children();
  destruct_future(extension);
}
void release(Vm& vm, Extension* extension) {
  const std::vector<Future*> children = std::move(static_cast<Gathering*>(extension)->children);
  static_cast<Gathering*>(extension)->children.clear();
  for (Future* child : children) decref(Value(child));
  release_future(vm, extension);
}
void traverse(Extension* extension, void (*visit)(void*, Value), void* context) {
  for (Future* child : static_cast<Gathering*>(extension)->children) visit(context, Value(child));
  traverse_future(extension, visit, context);
}
const ExtensionTraits kTraits{sizeof(Gathering), construct, release, traverse, destruct, finalise_future, await_step_of_future};

/// A cancelled child's place in the results. Its own exception stays for whoever awaits it.
Ref cancelled_result(Runtime& runtime, const Future* child) {
  const Ref text = child->cancel_message.is_none() ? make_str(runtime.vm, "") : Ref(child->cancel_message);
  const Value args[] = {text};
  return make_exception(runtime.vm, runtime.cancelled_error, args);
}

bool finish(Runtime& runtime, Gathering* outer) {
  const Ref results = make_list(runtime.vm);
  if (!list_reserve(runtime.vm, cast<List>(results), outer->children.size())) return false;
  for (Future* child : outer->children) {
    if (child->state == FutureState::Cancelled) list_append(runtime.vm, cast<List>(results), cancelled_result(runtime, child));
    else list_append(runtime.vm, cast<List>(results), child->exception.is_empty() ? child->result : child->exception);
    child->log_traceback = false;
  }
  // Of a cancelled gather the last argument speaks (in gather()'s callback `fut` is by now the last of the children).
  if (outer->cancel_requested) return set_exception(runtime, outer, make_cancelled_error(runtime, outer->children.back()));
  finish_with(runtime, outer, results);
  return true;
}

bool child_done(Runtime& runtime, Value owner, Future* child) {
  auto* outer = cast<Gathering>(owner);
  ++outer->finished;
  if (outer->complete && runtime.recorder.keeps_events()) {
    const trace::LaneId lane = child->is_task ? static_cast<Task*>(child)->lane : trace::kNoLane;
    runtime.recorder.record(trace::EventKind::GatherChild, outer->lane, {}, static_cast<std::int64_t>(outer->finished), lane);
  }
  if (!outer->complete || outer->done()) {
    child->log_traceback = false;  // looked at: nobody complains that it was not
    return true;
  }
  if (!outer->return_exceptions) {
    if (child->state == FutureState::Cancelled) return set_exception(runtime, outer, make_cancelled_error(runtime, child));
    child->log_traceback = false;
    if (!child->exception.is_empty()) return set_exception(runtime, outer, child->exception);
  }
  return outer->finished < outer->total || finish(runtime, outer);
}

constexpr CallbackBody kChildDone{"gather.<locals>._done_callback() at /usr/lib/python3.11/asyncio/tasks.py:764", child_done};

Ref gathering_cancel(Arguments& args) {
  Value message;
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "cancel", {"msg"}, 0, &message)) return {};
  const NativeLevel level(args.vm, "");  // a function in Python
  if (!level) return {};
  auto* outer = cast<Gathering>(args[0]);
  if (outer->done()) return kFalse;
  bool any = false;
  for (std::size_t i = 0; i < outer->children.size(); ++i) {
    const Ref child = Value(outer->children[i]);
    const int cancelled = cancel_any(runtime_of(args.vm), cast<Future>(child), message.is_empty() ? kNone : message);
    if (cancelled < 0) return {};
    any = any || cancelled == 1;
  }
  if (any) outer->cancel_requested = true;
  return boolean(any);
}

constexpr NativeDef kMethods[] = {{"cancel", gathering_cancel, 0, 1, Takes::Keywords}};

/// What the argument is in a dict's eyes: the same one twice runs once.
bool check_hashable(Vm& vm, Value value) {
  if (value.is_kind(Kind::Generator) || value.is_kind(Kind::Extension)) return true;
  std::int64_t ignored = 0;
  return hash(vm, value, ignored);
}

void note_children(Runtime& runtime, Gathering* outer) {
  if (!runtime.recorder.keeps_events()) return;
  outer->label = runtime.recorder.name(fmt::format("gather of {}", outer->children.size()));
  outer->lane = runtime.lane();
  runtime.settle();
  const trace::SourcePosition where = runtime.vm.position();
  for (const Future* child : outer->children) {
    const trace::LaneId lane = child->is_task ? static_cast<const Task*>(child)->lane : trace::kNoLane;
    runtime.recorder.record(trace::EventKind::Gather, outer->lane, where, static_cast<std::int64_t>(outer->children.size()), lane);
  }
}

}  // namespace

Ref asyncio_gather(Arguments& args) {
  Vm& vm = args.vm;
  Runtime& runtime = runtime_of(vm);
  bool return_exceptions = false;
  for (std::uint32_t k = 0; k < args.keyword_count(); ++k) {
    const std::string_view name = str_view(args.names->items[k]);
    if (name != "return_exceptions") return vm.raise(vm.types.TypeError, "gather() got an unexpected keyword argument '{}'", name);
    const int answer = truth(vm, args.values[args.count + k]);
    if (answer < 0) return {};
    return_exceptions = answer == 1;
  }
  if (args.count == 0) {
    Loop* loop = event_loop(runtime);
    if (loop == nullptr) return {};
    Ref empty = make_future(runtime, loop);
    const Ref results = make_list(vm);
    finish_with(runtime, cast<Future>(empty), results);
    return empty;
  }
  Ref owner = Ref::steal(Value(allocate_instance(vm, runtime.gathering_type)));
  auto* outer = cast<Gathering>(owner);
  outer->return_exceptions = return_exceptions;
  outer->lane = trace::kLoopLane;
  std::unordered_map<std::uint64_t, Future*> seen;  // looked up only, never walked
  Loop* loop = nullptr;
  for (std::uint32_t i = 0; i < args.count; ++i) {
    if (!check_hashable(vm, args[i])) return {};
    const auto [place, is_new] = seen.emplace(args[i].bits(), nullptr);
    if (is_new) {
      const Ref future = ensure_future(runtime, args[i], loop);
      if (!future) return {};
      auto* child = cast<Future>(future);
      if (loop == nullptr) {
        loop = child->loop;
        init_future(runtime, outer, loop);
      }
      if (Value(child) != args[i]) child->log_destroy = false;  // nobody else can look after it
      ++outer->total;
      place->second = child;
      add_native_callback(runtime, child, &kChildDone, owner);
    }
    ++place->second->refs;
    outer->children.push_back(place->second);
  }
  outer->complete = true;
  note_children(runtime, outer);
  return owner;
}

void make_gathering_type(Runtime& runtime) {
  Vm& vm = runtime.vm;
  runtime.gathering_type = make_extension_type(vm, "_GatheringFuture", "asyncio.tasks", &kTraits, runtime.future_type);
  install(vm, runtime.gathering_type, kMethods);
}

}  // namespace waiter::asyncio
