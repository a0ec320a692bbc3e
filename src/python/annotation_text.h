#pragma once
// The text of an annotation as `from __future__ import annotations` keeps it: CPython's own unparsing of the expression.
// It covers what annotations are made of; anything rarer becomes "...".

#include <string>

#include "python/ast.h"

namespace waiter::python {

[[nodiscard]] std::string annotation_text(const ast::Expression* node);

}  // namespace waiter::python
