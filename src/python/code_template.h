#pragma once
// What was compiled once, for every VM of this process: the preludes are the same in every run, and a lesson is run again with
// every key press. A template is a Code without a VM: its names and constants are texts and numbers. It must be taken before the
// code has run, for a run fills the caches.

#include <memory>
#include <string_view>

#include "python/bytecode.h"

namespace waiter::python {

class Vm;

/// The prelude's code as this VM's own: compiled if no VM has done so yet. `text` lives as long as the process. Null: SyntaxError set.
[[nodiscard]] const Code* compile_prelude(Vm& vm, std::uint16_t file, std::string_view text);

/// Gives code that is only a head what it lacks: most functions of the preludes are made and never called in a run.
/// REQUIRES: `code->rest` is not null.
void complete_code(Vm& vm, const Code* code);

}  // namespace waiter::python
