// Generators, coroutines, async generators, and the awaitables that async generators hand out.

#include "python/methods/async_generator.h"
#include "python/methods/helpers.h"
#include "python/methods/install.h"

namespace waiter::python {
namespace {

/// A step's outcome as a method gives it: a return is StopIteration.
Ref as_result(Vm& vm, Sent sent, Ref result) {
  if (sent == Sent::Returned) {
    if (result.get().is_none()) vm.set_error(make_exception(vm, vm.types.StopIteration));
    else raise_with(vm, vm.types.StopIteration, result);
    return {};
  }
  return sent == Sent::Yielded ? result : Ref();
}

/// throw(exception), throw(type), throw(type, value, traceback): the exception object. Empty: exception set.
Ref exception_to_throw(Arguments& args) {
  Vm& vm = args.vm;
  const Value type = args[1], value = args.get(2), traceback = args.get(3);
  if (!traceback.is_none() && !traceback.is_kind(Kind::Traceback))
    return vm.raise(vm.types.TypeError, "throw() third argument must be a traceback object");
  Ref exception;
  if (type.is_kind(Kind::Exception)) {
    if (!value.is_none()) return vm.raise(vm.types.TypeError, "instance exception may not have a separate value");
    exception = type;
  } else if (type.is_kind(Kind::Type) && cast<Type>(type)->is_exception) {
    if (value.is_kind(Kind::Exception) && is_instance(vm, value, cast<Type>(type))) exception = value;
    else if (value.is_none()) exception = call(vm, type);
    else if (value.is_kind(Kind::Tuple)) exception = call(vm, type, {cast<Tuple>(value)->items, cast<Tuple>(value)->count});
    else exception = call(vm, type, {args.values + 2, 1});
    if (!exception) return {};
    if (!exception.get().is_kind(Kind::Exception)) {
      const auto text = repr_of(vm, type);
      return text ? vm.raise(vm.types.TypeError, "calling {} should have returned an instance of BaseException, not {}", *text, type_name(vm, exception)) : Ref();
    }
  } else {
    return vm.raise(vm.types.TypeError, "exceptions must be classes or instances deriving from BaseException, not {}", type_name(vm, type));
  }
  if (traceback.is_kind(Kind::Traceback)) replace_traceback(cast<Exception>(exception), traceback);
  return exception;
}

Ref send_method(Arguments& args) {
  Ref result;
  const Sent sent = send(args.vm, args[0], args[1], result);
  return as_result(args.vm, sent, std::move(result));
}

Ref next_method(Arguments& args) {
  Ref result;
  const Sent sent = send(args.vm, args[0], kNone, result);
  return as_result(args.vm, sent, std::move(result));
}

Ref throw_method(Arguments& args) {
  const Ref exception = exception_to_throw(args);
  if (!exception) return {};
  Ref result;
  const Sent sent = throw_into(args.vm, args[0], exception, result);
  return as_result(args.vm, sent, std::move(result));
}

Ref close_method(Arguments& args) { return none_or_error(close_generator(args.vm, cast<Generator>(args[0]))); }
Ref itself(Arguments& args) { return args[0]; }

Ref coroutine_await(Arguments& args) { return make_iterator(args.vm, IteratorKind::CoroutineWrapper, args[0]); }
Ref wrapper_close(Arguments& args) {
  const Ref coroutine = cast<Iterator>(args[0])->source;
  return none_or_error(!coroutine.get().is_kind(Kind::Generator) || close_generator(args.vm, cast<Generator>(coroutine)));
}

Ref agen_next(Arguments& args) { return make_async_delegate(args.vm, IteratorKind::AsyncSend, args[0], kNone); }
Ref agen_asend(Arguments& args) { return make_async_delegate(args.vm, IteratorKind::AsyncSend, args[0], args[1]); }
Ref agen_aclose(Arguments& args) { return make_async_delegate(args.vm, IteratorKind::AsyncThrow, args[0], kUnbound); }
Ref agen_athrow(Arguments& args) {
  const Ref exception = exception_to_throw(args);
  return exception ? make_async_delegate(args.vm, IteratorKind::AsyncThrow, args[0], exception) : Ref();
}

Ref delegate_close(Arguments& args) {
  cast<Iterator>(args[0])->index = 2;  // closed (async_generator.cpp): it was never awaited, or is not awaited further
  return none();
}

constexpr NativeDef kGeneratorMethods[] = {
    {"__iter__", itself},     {"__next__", next_method},        {"send", send_method, 1, 1},
    {"throw", throw_method, 1, 3}, {"close", close_method},
};
constexpr NativeDef kCoroutineMethods[] = {
    {"__await__", coroutine_await}, {"send", send_method, 1, 1}, {"throw", throw_method, 1, 3}, {"close", close_method},
};
constexpr NativeDef kAsyncGeneratorMethods[] = {
    {"__aiter__", itself}, {"__anext__", agen_next}, {"asend", agen_asend, 1, 1}, {"athrow", agen_athrow, 1, 3}, {"aclose", agen_aclose},
};
constexpr NativeDef kDelegateMethods[] = {
    {"__await__", itself}, {"__iter__", itself}, {"__next__", next_method}, {"send", send_method, 1, 1}, {"throw", throw_method, 1, 3},
    {"close", delegate_close},
};
constexpr NativeDef kWrapperMethods[] = {
    {"__iter__", itself}, {"__next__", next_method}, {"send", send_method, 1, 1}, {"throw", throw_method, 1, 3}, {"close", wrapper_close},
};

}  // namespace

void install_generator_methods(Vm& vm) {
  install(vm, vm.types.generator, kGeneratorMethods);
  install(vm, vm.types.coroutine, kCoroutineMethods);
  install(vm, vm.types.async_generator, kAsyncGeneratorMethods);
  for (Type* type : {vm.types.async_send, vm.types.async_throw, vm.types.anext_awaitable}) install(vm, type, kDelegateMethods);
  install(vm, vm.types.coroutine_wrapper, kWrapperMethods);
}

}  // namespace waiter::python
