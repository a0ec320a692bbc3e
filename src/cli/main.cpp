// `waiter`: simulate a program, serve the page, check the lessons. CONTRACT.md says what each command does.

#include <csignal>
#include <cstdio>
#include <exception>

#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "cli/exit_status.h"
#include "cli/files.h"

namespace {

using namespace waiter::cli;

int run_command_line(int argument_count, char** arguments) {
  CLI::App app("See what asyncio's event loop does with a Python program.", "waiter");
  app.set_version_flag("--version", "waiter " WAITER_VERSION);
  app.require_subcommand(1);
  Chosen chosen;
  add_run_command(app, chosen);
  add_serve_command(app, chosen);
  add_measure_command(app, chosen);
  add_lessons_command(app, chosen);
  add_supported_command(app, chosen);
  try {
    app.parse(argument_count, arguments);
  } catch (const CLI::Success& help) {  // --help, --version
    return app.exit(help);
  } catch (const CLI::ParseError& error) {
    std::fprintf(stderr, "waiter: %s (waiter --help says more)\n", error.what());
    return kBadUsage;
  }
  return chosen();
}

}  // namespace

int main(int argument_count, char** arguments) {
  std::signal(SIGPIPE, SIG_IGN);  // whoever reads us may stop; a write then fails, and we end quietly
  try {
    return run_command_line(argument_count, arguments);
  } catch (const UsageError& error) {
    std::fprintf(stderr, "waiter: %s\n", error.what());
  } catch (const std::exception& error) {
    std::fprintf(stderr, "waiter: unexpected: %s\n", error.what());
  }
  return kBadUsage;
}
