#pragma once
// The exit statuses of CONTRACT.md, the same for every command.

namespace waiter::cli {

enum ExitStatus : int {
  kRan = 0,
  kProgramFailed = 1,  ///< the program ended with an exception or a syntax error; lessons: somebody complained
  kBadUsage = 2,       ///< also a file that cannot be read or written
  kLimitReached = 3,
};

}  // namespace waiter::cli
