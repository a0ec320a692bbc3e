#include "server/report.h"

#include <iostream>
#include <string>

namespace waiter::server {

void report(std::string_view where, std::string_view what) {
  // One write, so that lines of several processes in one terminal do not mix.
  std::string line = "waiter serve: ";
  line.append(where).append(": ").append(what).append("\n");
  std::cerr << line << std::flush;
}

}  // namespace waiter::server
