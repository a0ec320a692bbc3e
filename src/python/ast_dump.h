#pragma once
// The tree as text, letter for letter what CPython's `ast.dump(tree)` prints, or `ast.dump(tree,
// include_attributes=True)` with columns in code points. For tests; it recurses as deep as the tree is.

#include <string>

#include "python/ast.h"

namespace waiter::python {

enum class DumpPositions { kNo, kYes };

[[nodiscard]] std::string dump(const ast::Module& module, DumpPositions positions = DumpPositions::kNo);

}  // namespace waiter::python
