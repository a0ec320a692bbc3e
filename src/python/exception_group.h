#pragma once
// Exception groups as trees: making them and splitting them (what split(), subgroup() and except* share). A group's
// message and members are its first two args, as CPython has them.

#include <functional>

#include "python/operations.h"

namespace waiter::python {

[[nodiscard]] bool is_exception_group(Vm& vm, Value exception);
/// A new tuple. REQUIRES: is_exception_group.
[[nodiscard]] Ref group_members(Vm& vm, Value group);
/// An ExceptionGroup, or a BaseExceptionGroup if a member is no Exception. `members` is a list or tuple of exceptions.
[[nodiscard]] Ref make_group(Vm& vm, Value message, Value members);

struct GroupSplit {
  Ref match, rest;  ///< empty: nothing of that sort
};
/// 1, 0, or -1 with an exception. Asked of every group and every leaf, from the top down.
using GroupCondition = std::function<int(Value exception)>;
/// CPython's exceptiongroup_split_recursive: parts keep the message (through derive()), traceback, cause, context and notes.
/// Without `with_rest` no rest is made. False: exception set.
[[nodiscard]] bool split_group(Vm& vm, Value exception, const GroupCondition& matches, bool with_rest, GroupSplit& parts);

}  // namespace waiter::python
