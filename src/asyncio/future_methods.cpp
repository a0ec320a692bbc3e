// Future as programs see it.

#include "asyncio/loop.h"
#include "asyncio/representation.h"
#include "python/methods/helpers.h"

namespace waiter::asyncio {

using namespace python;

namespace {

Future* self_of(Arguments& args) { return static_cast<Future*>(args[0].object()); }

/// A subclass may forget super().__init__().
bool check_made(Vm& vm, const Future* future) {
  if (future->loop != nullptr) return true;
  vm.raise(vm.types.RuntimeError, "Future object is not initialized.");
  return false;
}

Ref future_new(Arguments& args) { return Ref::steal(Value(allocate_instance(args.vm, cast<Type>(args[0])))); }

Ref future_init(Arguments& args) {
  Vm& vm = args.vm;
  Runtime& runtime = runtime_of(vm);
  Value given;
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "Future", {"*", "loop"}, 0, &given)) return {};
  Loop* loop = given.is_empty() || given.is_none() ? event_loop(runtime) : as_loop(runtime, given);
  if (loop == nullptr) {
    if (!vm.has_error()) vm.raise(vm.types.TypeError, "loop must be an event loop");
    return {};
  }
  init_future(runtime, self_of(args), loop);
  return kNone;
}

Ref future_result(Arguments& args) { return result_of(runtime_of(args.vm), self_of(args)); }
Ref future_exception(Arguments& args) { return exception_of(runtime_of(args.vm), self_of(args)); }

Ref future_set_result(Arguments& args) {
  if (!check_made(args.vm, self_of(args))) return {};
  return none_or_error(set_result(runtime_of(args.vm), self_of(args), args[1]));
}

Ref future_set_exception(Arguments& args) {
  Vm& vm = args.vm;
  Runtime& runtime = runtime_of(vm);
  if (!check_made(vm, self_of(args))) return {};
  if (self_of(args)->done()) return vm.raise(runtime.invalid_state_error, "invalid state");
  Ref exception = args[1];
  if (exception.get().is_kind(Kind::Type) && cast<Type>(exception)->is_exception) {
    exception = call(vm, exception);
    if (!exception) return {};
  }
  if (!exception.get().is_kind(Kind::Exception)) return vm.raise(vm.types.TypeError, "invalid exception object");
  if (exception.get().object()->type == vm.types.StopIteration)
    return vm.raise(vm.types.TypeError, "StopIteration interacts badly with generators and cannot be raised into a Future");
  return none_or_error(set_exception(runtime, self_of(args), exception));
}

Ref future_cancel(Arguments& args) {
  Value message;
  Arguments rest = behind(args, 1);
  if (!bind_arguments(rest, "cancel", {"msg"}, 0, &message)) return {};
  Future* future = self_of(args);
  if (!check_made(args.vm, future)) return {};
  return boolean(cancel_future(runtime_of(args.vm), future, message.is_empty() ? kNone : message));
}

Ref future_cancelled(Arguments& args) { return boolean(self_of(args)->state == FutureState::Cancelled); }
Ref future_done(Arguments& args) { return boolean(self_of(args)->done()); }

Ref future_add_done_callback(Arguments& args) {
  Vm& vm = args.vm;
  Value values[2];
  Arguments rest = behind(args, 1);
  if (args.count < 2)
    return vm.raise(vm.types.TypeError, "add_done_callback() takes exactly 1 positional argument ({} given)", args.count - 1);
  if (!bind_arguments(rest, "add_done_callback", {"fn", "*", "context"}, 1, values)) return {};
  Future* future = self_of(args);
  if (future->loop == nullptr) return vm.raise(vm.types.RuntimeError, "uninitialized Future object");
  Context* context = nullptr;
  if (!context_argument(vm, values[1], context)) return {};
  if (future->done() && !check_open(vm, future->loop)) return {};
  add_done_callback(runtime_of(vm), future, values[0], context);
  return kNone;
}

Ref future_remove_done_callback(Arguments& args) {
  const int removed = remove_done_callback(runtime_of(args.vm), self_of(args), args[1]);
  return removed < 0 ? Ref() : make_int(args.vm, removed);
}

Ref future_get_loop(Arguments& args) { return check_made(args.vm, self_of(args)) ? Ref(Value(self_of(args)->loop)) : Ref(); }
Ref future_repr_method(Arguments& args) { return make_str(args.vm, future_repr(runtime_of(args.vm), self_of(args))); }

Ref future_make_cancelled_error(Arguments& args) { return make_cancelled_error(runtime_of(args.vm), self_of(args)); }

Ref future_state(Arguments& args) {
  constexpr const char* kNames[] = {"PENDING", "CANCELLED", "FINISHED"};
  return Value(intern(args.vm, kNames[static_cast<int>(self_of(args)->state)]));
}
Ref future_loop(Arguments& args) { return self_of(args)->loop == nullptr ? Ref(kNone) : Ref(Value(self_of(args)->loop)); }
Ref future_blocking(Arguments& args) { return boolean(self_of(args)->blocking); }
Ref future_cancel_message(Arguments& args) { return self_of(args)->cancel_message; }
Ref future_log_traceback(Arguments& args) { return boolean(self_of(args)->log_traceback); }

Ref future_exception_kept(Arguments& args) {
  const Future* future = self_of(args);
  return future->state != FutureState::Finished || future->exception.is_empty() ? Ref(kNone) : Ref(future->exception);
}
Ref future_result_kept(Arguments& args) { return self_of(args)->result.is_empty() ? Ref(kNone) : Ref(self_of(args)->result); }

/// future.__await__(): an iterator that yields the future once and then gives its result.
struct FutureIterator : Extension {
  Future* future;
};

Ref future_await(Arguments& args) {
  Runtime& runtime = runtime_of(args.vm);
  if (!check_made(args.vm, self_of(args))) return {};
  auto* iterator = static_cast<FutureIterator*>(allocate_instance(args.vm, runtime.future_iterator_type));
  iterator->future = cast<Future>(Ref(args[0]).release());
  return Ref::steal(Value(iterator));
}

Ref iterator_next(Arguments& args) {
  Vm& vm = args.vm;
  auto* iterator = static_cast<FutureIterator*>(args[0].object());
  if (iterator->future == nullptr) {
    vm.set_error(make_exception(vm, vm.types.StopIteration));
    return {};
  }
  Ref result;
  switch (await_future(vm, iterator->future, result)) {
    case Sent::Yielded: return result;
    case Sent::Raised: return {};
    case Sent::Returned: break;
  }
  decref(Value(std::exchange(iterator->future, nullptr)));
  if (result.get().is_none()) {
    vm.set_error(make_exception(vm, vm.types.StopIteration));
    return {};
  }
  return raise_with(vm, vm.types.StopIteration, result);
}

Ref iterator_throw(Arguments& args) {
  Vm& vm = args.vm;
  Ref exception = args[1];
  if (exception.get().is_kind(Kind::Type)) exception = call(vm, exception);
  if (!exception) return {};
  if (!exception.get().is_kind(Kind::Exception)) return vm.raise(vm.types.TypeError, "exceptions must be classes deriving BaseException or instances of such a class");
  vm.restore_error(std::move(exception));
  return {};
}

Ref iterator_self(Arguments& args) { return args[0]; }

constexpr NativeDef kFutureNew[] = {{"__new__", future_new, 0, -1, Takes::Keywords}};
constexpr NativeDef kFutureMethods[] = {
    {"__init__", future_init, 0, 0, Takes::Keywords},
    {"result", future_result},
    {"exception", future_exception},
    {"set_result", future_set_result, 1, 1},
    {"set_exception", future_set_exception, 1, 1},
    {"cancel", future_cancel, 0, 1, Takes::Keywords},
    {"cancelled", future_cancelled},
    {"done", future_done},
    {"add_done_callback", future_add_done_callback, 1, 1, Takes::Keywords},
    {"remove_done_callback", future_remove_done_callback, 1, 1},
    {"get_loop", future_get_loop},
    {"_make_cancelled_error", future_make_cancelled_error},
    {"__await__", future_await},
    {"__iter__", future_await},
    {"__repr__", future_repr_method},
};
/// _source_traceback: debug mode keeps it as a text.
Ref future_source_traceback(Arguments& args) {
  const Value stack = self_of(args)->made_stack;
  return stack.is_empty() ? Ref(kNone) : Ref(stack);
}

/// _callbacks: pairs of a callback and its context, or None; those of asyncio's own as the text that shows them.
Ref future_callbacks(Arguments& args) {
  Vm& vm = args.vm;
  const Future* future = self_of(args);
  if (!future->has_callbacks() || future->done()) return kNone;
  Ref pairs = make_list(vm);
  const auto add = [&](const Callback& callback) {
    Ref shown = callback.subject;
    if (callback.kind != Callback::Kind::Function)
      shown = make_str(vm, callback.kind == Callback::Kind::Wakeup ? "Task.task_wakeup()" : callback.native->shown);
    const Value pair[] = {shown, callback.context == nullptr ? kNone : Value(callback.context)};
    list_append(vm, cast<List>(pairs), tuple_of(vm, pair));
  };
  if (future->has_first) add(future->first);
  if (future->more != nullptr)
    for (const Callback& callback : *future->more) add(callback);
  return pairs;
}

constexpr NativeDef kFutureProperties[] = {
    {"_state", future_state}, {"_loop", future_loop}, {"_asyncio_future_blocking", future_blocking},
    {"_cancel_message", future_cancel_message}, {"_log_traceback", future_log_traceback},
    {"_exception", future_exception_kept}, {"_result", future_result_kept},
    {"_callbacks", future_callbacks}, {"_source_traceback", future_source_traceback},
};
constexpr NativeDef kGenericMethods[] = {{"__class_getitem__", class_get_item, 0, -1, Takes::Keywords}};
constexpr NativeDef kIteratorMethods[] = {
    {"__next__", iterator_next},
    {"__iter__", iterator_self},
    {"throw", iterator_throw, 1, 3},
};

const ExtensionTraits kFutureTraits{sizeof(Future), construct_future, release_future, traverse_future, destruct_future, finalise_future,
                                    await_step_of_future};
const ExtensionTraits kIteratorTraits{
    sizeof(FutureIterator), nullptr,
    [](Vm&, Extension* extension) {
      if (Future* future = std::exchange(static_cast<FutureIterator*>(extension)->future, nullptr)) decref(Value(future));
    },
    [](Extension* extension, void (*visit)(void*, Value), void* context) {
      if (Future* future = static_cast<FutureIterator*>(extension)->future) visit(context, Value(future));
    },
    nullptr, nullptr};

}  // namespace

void init_future(Runtime& runtime, Future* future, Loop* loop) {
  ++loop->refs;
  if (future->loop != nullptr) decref(Value(future->loop));
  future->loop = loop;
  if (loop->debug) note_making(runtime, future);
}

void make_future_types(Runtime& runtime) {
  Vm& vm = runtime.vm;
  runtime.future_type = make_extension_type(vm, "Future", "_asyncio", &kFutureTraits);
  set_dotted_name(vm, runtime.future_type);
  install_static(vm, runtime.future_type, kFutureNew);
  install(vm, runtime.future_type, kFutureMethods);
  install_properties(vm, runtime.future_type, kFutureProperties);
  install_class_methods(vm, runtime.future_type, kGenericMethods);
  runtime.future_iterator_type = make_extension_type(vm, "FutureIter", "_asyncio", &kIteratorTraits);
  runtime.future_iterator_type->is_final = true;
  install(vm, runtime.future_iterator_type, kIteratorMethods);
}

}  // namespace waiter::asyncio
