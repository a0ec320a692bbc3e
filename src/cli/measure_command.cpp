// `waiter measure`: known by name, so that whoever asks for it is told when it comes.

#include <cstdio>

#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/exit_status.h"

namespace waiter::cli {

void add_measure_command(CLI::App& app, Chosen& chosen) {
  CLI::App* command = app.add_subcommand("measure", "Run a scenario with real sockets (with a later version)");
  command->allow_extras();
  command->callback([&chosen] {
    chosen = [] {
      std::fputs("waiter: measure comes with a later version; waiter run simulates the same scenario\n", stderr);
      return static_cast<int>(kBadUsage);
    };
  });
}

}  // namespace waiter::cli
