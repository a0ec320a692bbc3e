#pragma once
// A diagnostic as `python3` prints it: file and line, the line itself with carets, the message.

#include <string>
#include <string_view>

#include "python/diagnostic.h"

namespace waiter::python {

[[nodiscard]] std::string syntax_report(const Diagnostic& diagnostic, std::string_view file_name, std::string_view source);

}  // namespace waiter::python
