#include "server/serve.h"

#include <iostream>

#include "server/server.h"

namespace waiter::server {
namespace {

constexpr int kServed = 0;
constexpr int kNotServed = 2;

}  // namespace

int serve(const ServeOptions& options, std::ostream& out, std::ostream& err) {
  if (options.program) {
    err << "waiter serve: Serving a program (" << options.program->string()
        << ") is not built yet; run it in the simulator with waiter run, or leave it out to serve the page.\n";
    return kNotServed;
  }
  Server server(options);
  if (const std::string problem = server.open(); !problem.empty()) {
    err << "waiter serve: " << problem << "\n";
    return kNotServed;
  }
  // Before the address is shown, so that whoever reads it can also stop us.
  server.stop_on_signals();
  out << "One Waiter serves the page at " << server.url() << "  (Ctrl-C stops it)\n";
  if (!server.loopback_only()) out << "It listens beyond this machine: whoever can reach it can open the page.\n";
  out << std::flush;
  server.run();
  out << "One Waiter stopped.\n" << std::flush;
  return kServed;
}

int serve(const ServeOptions& options) {
  return serve(options, std::cout, std::cerr);
}

}  // namespace waiter::server
