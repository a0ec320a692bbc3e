// `waiter supported`: what a program may use here, and what is the usual way for the rest.

#include <cstdio>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/exit_status.h"
#include "playground/supported_table.h"

namespace waiter::cli {

void add_supported_command(CLI::App& app, Chosen& chosen) {
  auto json = std::make_shared<bool>(false);
  CLI::App* command = app.add_subcommand("supported", "List the modules, builtins and syntax that programs may use");
  command->add_flag("--json", *json, "As JSON instead of Markdown");
  command->callback([json, &chosen] {
    chosen = [json] {
      const std::string text = *json ? playground::supported_json().dump(2) + "\n" : playground::supported_markdown();
      std::fputs(text.c_str(), stdout);
      return kRan;
    };
  });
}

}  // namespace waiter::cli
