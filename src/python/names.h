#pragma once
// The names that the interpreter itself looks up, interned once.

namespace waiter::python {

struct Str;

// clang-format off
#define WAITER_DUNDERS(X) \
  X(abs) X(abstractmethods) X(add) X(aenter) X(aexit) X(aiter) X(all) X(and) X(anext) X(annotations) X(await) X(bool) X(bytes) X(call) X(cause) \
  X(ceil) X(class) X(classcell) X(class_getitem) X(closure) X(code) X(contains) X(context) X(defaults) X(del) X(delattr) X(delete) \
  X(delitem) X(dict) X(dir) X(divmod) X(doc) X(enter) X(eq) X(exit) X(file) X(float) X(floor) X(floordiv) X(format) X(ge) \
  X(get) X(getattr) X(getattribute) X(getitem) X(globals) X(gt) X(hash) X(iadd) X(iand) X(ifloordiv) X(ilshift) \
  X(imatmul) X(imod) X(imul) X(index) X(init) X(init_subclass) X(instancecheck) X(int) X(invert) X(ior) X(ipow) X(irshift) \
  X(isub) X(iter) X(itruediv) X(ixor) X(kwdefaults) X(le) X(len) X(length_hint) X(lshift) X(lt) X(main) X(match_args) X(matmul) X(missing) \
  X(mod) X(module) X(mro) X(mul) X(name) X(ne) X(neg) X(new) X(next) X(notes) X(or) X(pos) X(post_init) X(pow) X(qualname) X(radd) \
  X(rand) X(rdivmod) X(repr) X(reversed) X(rfloordiv) X(rlshift) X(rmatmul) X(rmod) X(rmul) X(ror) X(round) X(rpow) \
  X(rrshift) X(rshift) X(rsub) X(rtruediv) X(rxor) X(self) X(set) X(set_name) X(setattr) X(setitem) X(sizeof) X(slots) X(str) \
  X(sub) X(subclasscheck) X(subclasses) X(suppress_context) X(traceback) X(truediv) X(trunc) X(weakref) X(wrapped) X(xor) X(bases) X(func) \
  X(origin) X(args) X(path) X(package)
#define WAITER_WORDS(X) \
  X(append) X(close) X(code) X(end) X(file) X(flush) X(keys) X(send) X(sep) X(throw) X(value) X(name) X(obj) X(path) X(msg) \
  X(key) X(reverse) X(start) X(strict) X(write) X(strip) X(default_) X(items) X(values) X(get) X(args)
// clang-format on

/// names.dunder_add is "__add__"; names.word_send is "send".
struct Names {
#define WAITER_NAME(name) Str* dunder_##name = nullptr;
  WAITER_DUNDERS(WAITER_NAME)
#undef WAITER_NAME
#define WAITER_NAME(name) Str* word_##name = nullptr;
  WAITER_WORDS(WAITER_NAME)
#undef WAITER_NAME
};

}  // namespace waiter::python
