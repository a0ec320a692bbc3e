#pragma once
// The builtins module: what every program can name without importing it.

#include <span>

#include "python/operations.h"

namespace waiter::python {

/// Fills vm.builtins (made here if there is none). All types must have their methods.
void install_builtins(Vm& vm);
/// builtins, sys, time, random, math.
void register_standard_modules(Vm& vm);

// Its parts, by file.
void install_builtins_output(Vm& vm);      ///< print, input, ...
void install_builtins_numbers(Vm& vm);     ///< abs, round, chr, hex, ...
void install_builtins_iteration(Vm& vm);   ///< len, sum, min, sorted, iter, next, ...
void install_builtins_objects(Vm& vm);     ///< getattr, isinstance, dir, vars, ...
void install_builtins_class(Vm& vm);       ///< __build_class__
void install_functions(Vm& vm, Dict* names, std::span<const NativeDef> functions);

/// The variables of a frame as locals() gives them: the namespace itself where there is one, else a copy of the function's variables.
Ref names_of_frame(Vm& vm, Frame* frame);

/// sys.stdout as the program left it if it is not ours any more; empty if print() should write straight away.
Ref redirected_output(Vm& vm);

}  // namespace waiter::python
