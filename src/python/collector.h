#pragma once
// Frees what only cycles keep alive. Everything else goes at once, when its last reference goes (destroy.cpp).
//
// When it runs depends on how much the program has allocated, never on the clock or on addresses: a run with the same seed
// collects, and calls the same finalisers, at the same instructions.

#include <cstdint>
#include <vector>

#include "python/vm.h"

namespace waiter::python {

/// Runs finalisers of unreachable objects, each once (PEP 442), and frees what is unreachable then. How many containers that
/// was; 0 from within a finaliser, where nothing is done.
std::int64_t collect_garbage(Vm& vm);
/// At the interpreter's end: runs the finalisers of all that nothing but `modules` keeps alive, each once, while every name of
/// theirs still has its value, and frees nothing. (CPython takes the modules out of sys.modules and then collects: their
/// functions and their dicts hold one another, so that it is the collector who finds them; Python/pylifecycle.c, finalize_modules.)
void finalise_what_only_these_hold(Vm& vm, const std::vector<Ref>& modules);
/// Called where the interpreter looks up. Collects if the heap asks for it; false: MemoryError set.
[[nodiscard]] bool relieve_heap(Vm& vm);

}  // namespace waiter::python
