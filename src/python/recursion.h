// What nests on the C++ stack is counted, so that no program can overflow it, and so that RecursionError comes where CPython
// has it: a frame counts one, and so do the calls that CPython's C guards by Py_EnterRecursiveCall, with their words.
#pragma once

#include "python/vm.h"

namespace waiter::python {

/// As CPython's Py_EnterRecursiveCall(doing): "" or " in comparison", ... False: RecursionError set.
class NativeLevel {
 public:
  NativeLevel(Vm& vm, const char* doing) : vm_(vm) {
    const std::uint32_t depth = vm.frame == nullptr ? 0 : static_cast<std::uint32_t>(vm.frame->depth);
    entered_ = depth + vm.native_levels < vm.recursion_limit && vm.light_depth < vm.limits.native_depth * kLightCallsPerRun;
    if (!entered_) {
      vm.raise(vm.types.RecursionError, fmt::format("maximum recursion depth exceeded{}", doing));
      return;
    }
    ++vm.native_levels;
    ++vm.light_depth;
  }
  ~NativeLevel() {
    if (!entered_) return;
    --vm_.native_levels;
    --vm_.light_depth;
  }
  NativeLevel(const NativeLevel&) = delete;
  NativeLevel& operator=(const NativeLevel&) = delete;
  explicit operator bool() const { return entered_; }

 private:
  Vm& vm_;
  bool entered_;
};

/// C++ calling C++ where CPython does not count (and would overflow its stack, much later). False: RecursionError set.
class LightCall {
 public:
  explicit LightCall(Vm& vm) : vm_(vm), entered_(vm.light_depth < vm.limits.native_depth * kLightCallsPerRun) {
    if (entered_) ++vm.light_depth;
    else vm.raise(vm.types.RecursionError, "maximum recursion depth exceeded");
  }
  ~LightCall() {
    if (entered_) --vm_.light_depth;
  }
  LightCall(const LightCall&) = delete;
  LightCall& operator=(const LightCall&) = delete;
  explicit operator bool() const { return entered_; }

 private:
  Vm& vm_;
  bool entered_;
};

}  // namespace waiter::python
