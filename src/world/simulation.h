#pragma once
// A Simulation is a run being made: program, scenario and seed in; a trace, step by step, out. It advances in slices, so
// that a page never freezes, and the result does not depend on where the slices were cut. It does no I/O and reads no
// clock: two simulations of the same input are equal to the byte.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "python/supported.h"
#include "trace/recorder.h"
#include "world/client_record.h"
#include "world/limits.h"
#include "world/scenario.h"

namespace waiter::world {

struct SourceFile {
  std::string name;  ///< "main.py"
  std::string text;  ///< UTF-8
};

struct Program {
  std::vector<SourceFile> files;  ///< the first one is run as __main__
};

/// How the program ended when it did not simply end: an exception, a syntax error, a limit.
struct ProgramError {
  enum class Kind : std::uint8_t { Syntax, Exception, Deadlock, Limit };
  Kind kind = Kind::Exception;
  std::string type;       ///< "ValueError", "SyntaxError", "SystemExit", "Deadlock", "Limit"
  std::string message;
  std::string traceback;  ///< as CPython prints it, newline at the end
  std::uint16_t file = 0; ///< index into Program::files
  std::uint32_t line = 0, column = 0, end_line = 0, end_column = 0;  ///< line 1-based, columns 0-based in code points; line 0: nowhere
};

/// A learner's function that is parked or running, innermost last.
struct StackEntry {
  std::string function;
  trace::SourcePosition where;
};

class Simulation {
 public:
  Simulation(Program program, Scenario scenario, std::uint64_t seed, Limits limits);
  ~Simulation();
  Simulation(const Simulation&) = delete;
  Simulation& operator=(const Simulation&) = delete;

  enum class State : std::uint8_t { Advancing, Finished };
  /// Runs on for about `instructions` bytecode instructions. Once Finished it stays so.
  State advance(std::uint64_t instructions);
  [[nodiscard]] State state() const;

  [[nodiscard]] const trace::Trace& trace() const;
  [[nodiscard]] const std::optional<ProgramError>& error() const;
  /// What the scenario's clients have seen up to now, in their order.
  [[nodiscard]] std::vector<ClientRecord> clients() const;
  [[nodiscard]] const Program& program() const;
  [[nodiscard]] std::uint64_t instructions_run() const;
  /// What the program's application offers, as JSON (fastapi/prelude/_describe.py); nothing if it has none. Runs the program's text
  /// once more, without clients.
  [[nodiscard]] static std::optional<std::string> describe(Program program);
  /// Begins to prepare a run of a program that begins like this one, with the same seed and limits: what its first imports load is there
  /// when it comes. It changes nothing but how long that run takes. For times when nothing else is to do.
  static void prepare(const Program& program, std::uint64_t seed, const Limits& limits);
  /// Goes on with it, an import at a time (some milliseconds). False: it is done.
  static bool prepare_on();
  /// What a program may use, of every floor that has modules.
  [[nodiscard]] python::SupportedTable supported();

 private:
  struct Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace waiter::world
