#pragma once
// The commands of `waiter`. Each adds itself to the command line and, when it was chosen, leaves in `chosen` what is to be
// run once the whole command line has proved to be right.

#include <functional>

namespace CLI {
class App;
}

namespace waiter::cli {

using Chosen = std::function<int()>;  ///< answers the exit status

void add_run_command(CLI::App& app, Chosen& chosen);      // run_command.cpp
void add_serve_command(CLI::App& app, Chosen& chosen);    // serve_command.cpp
void add_measure_command(CLI::App& app, Chosen& chosen);  // measure_command.cpp
void add_supported_command(CLI::App& app, Chosen& chosen);  // supported_command.cpp
void add_lessons_command(CLI::App& app, Chosen& chosen);  // lessons_command.cpp

}  // namespace waiter::cli
