// Any bytes as a program's text: lexer, parser, scopes and, if they find nothing wrong, the compiler. Nothing is run.

#include <string>

#include "python/arena.h"
#include "python/parser.h"
#include "python/symbols.h"
#include "world/simulation.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace waiter;
  const std::string text(reinterpret_cast<const char*>(data), size);
  {
    python::Arena arena;
    const python::ParseResult parsed = python::parse(text, "main.py", arena);
    if (!parsed.diagnostics.empty() || !python::analyse(*parsed.module, arena).diagnostics.empty()) return 0;
  }
  const world::Simulation simulation({{{"main.py", text}}}, {}, 0, {});  // compiles at once, runs when it is advanced
  return 0;
}
