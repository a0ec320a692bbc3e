#include "python/diagnostic.h"

namespace waiter::python {

const char* name_of(DiagnosticType type) {
  switch (type) {
    case DiagnosticType::kSyntaxError: return "SyntaxError";
    case DiagnosticType::kIndentationError: return "IndentationError";
    case DiagnosticType::kTabError: return "TabError";
    case DiagnosticType::kMemoryError: return "MemoryError";
    case DiagnosticType::kRecursionError: return "RecursionError";
    case DiagnosticType::kNotSupported: return "NotSupported";
  }
  return "SyntaxError";
}

}  // namespace waiter::python
