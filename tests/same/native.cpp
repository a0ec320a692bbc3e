// The native side of tests/same/run.mjs: paths of programs on stdin, one a line; what their runs tell as JSON strings, one a line.

#include <fstream>
#include <iostream>
#include <sstream>
#include <string>

#include <nlohmann/json.hpp>

#include "told.h"

int main() {
  for (std::string path; std::getline(std::cin, path);) {
    std::ostringstream program;
    program << std::ifstream(path).rdbuf();
    std::cout << nlohmann::json(waiter::same::told(program.str())).dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << std::endl;
  }
  return 0;
}
