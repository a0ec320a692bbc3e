#pragma once
// The one place where the companion says that something went wrong while it serves: one line on stderr.
// Not for what a client did (a bad request gets its answer, a vanished client none), only for what its owner can mend.

#include <string_view>

namespace waiter::server {

void report(std::string_view where, std::string_view what);

}  // namespace waiter::server
