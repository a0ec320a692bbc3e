#pragma once
// The files of a program: the one that is named, and those that it imports from its own folder, as CPython finds them through
// sys.path[0]. Only what an import statement may mean is read; a folder full of other things costs nothing. Of a program that shows
// templates or files, also those that it names.

#include <string>

#include "world/simulation.h"

namespace waiter::cli {

/// What cannot be read is a UsageError.
[[nodiscard]] world::Program read_program(const std::string& path);

}  // namespace waiter::cli
