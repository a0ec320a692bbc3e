#include "python/ast.h"

namespace waiter::python::ast {

const char* name_of(NodeKind kind) {
  static constexpr const char* kNames[] = {
#define WAITER_AST_NAME(name) #name,
      WAITER_AST_STATEMENTS(WAITER_AST_NAME) WAITER_AST_EXPRESSIONS(WAITER_AST_NAME)
          WAITER_AST_PATTERNS(WAITER_AST_NAME) WAITER_AST_PARTS(WAITER_AST_NAME)
#undef WAITER_AST_NAME
  };
  return kNames[static_cast<std::size_t>(kind)];
}

}  // namespace waiter::python::ast
