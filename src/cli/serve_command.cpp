// `waiter serve`: the companion.

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <system_error>

#include <CLI/CLI.hpp>

#include "cli/command.h"
#include "server/serve.h"

namespace waiter::cli {
namespace {

namespace fs = std::filesystem;

// ./dev puts the page at build/page and this program at build/native/waiter.
fs::path page_beside_program() {
  std::error_code error;
  const fs::path self = fs::read_symlink("/proc/self/exe", error);
  return error ? fs::path("build/page") : self.parent_path().parent_path() / "page";
}

struct ServeArguments {
  std::string page;
  std::string bind = "127.0.0.1";
  int port = 8000;
  std::string program;
};

int serve(const ServeArguments& arguments) {
  server::ServeOptions options;
  options.page_root = arguments.page.empty() ? page_beside_program() : fs::path(arguments.page);
  options.bind = arguments.bind;
  options.port = static_cast<std::uint16_t>(arguments.port);
  if (!arguments.program.empty()) options.program = arguments.program;
  return server::serve(options);
}

}  // namespace

void add_serve_command(CLI::App& app, Chosen& chosen) {
  auto arguments = std::make_shared<ServeArguments>();
  CLI::App* command = app.add_subcommand("serve", "Serve the page on this machine");
  command->add_option("PROGRAM.py", arguments->program, "A program to serve for real (with a later version)");
  command->add_option("--port", arguments->port, "Port; 0 takes a free one")->type_name("PORT")->capture_default_str()->check(CLI::Range(0, 65535));
  command->add_option("--bind", arguments->bind, "Address to listen on")->type_name("ADDRESS")->capture_default_str();
  command->add_option("--page,--root", arguments->page, "Folder of the built page")->type_name("FOLDER");
  command->callback([arguments, &chosen] { chosen = [arguments] { return serve(*arguments); }; });
}

}  // namespace waiter::cli
