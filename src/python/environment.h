#pragma once
// What a program can ask of the world below it: the time, to wait without doing anything, to write. The engine itself reads
// no clock and does no I/O. `world` implements it by jumping the clock, the companion with real ones.

#include <cstdint>
#include <string_view>

#include "trace/event.h"

namespace waiter::python {

enum class Stream : std::uint8_t { Out, Error };

class Environment {
 public:
  virtual ~Environment() = default;

  /// Since the program started.
  [[nodiscard]] virtual trace::Time now() = 0;
  /// The program worked for this long (virtual CPU time, whole milliseconds).
  virtual void work(trace::Time duration) = 0;
  /// time.sleep in the loop's own thread: nothing else happens until it is over. `what` says it in the program's words.
  virtual void block(trace::Time duration, std::string_view what, trace::SourcePosition where) = 0;
  /// The same in two steps, for a stack that is set aside meanwhile: others run, and time moves with them.
  virtual void begin_block(std::string_view, trace::SourcePosition) {}
  virtual void end_block(trace::Time, trace::SourcePosition) {}
  /// Every thread waits, the first of them until then. False: the world ends before.
  virtual bool idle_until(trace::Time) { return false; }
  /// `line` is the learner's line that wrote, 0 if there is none.
  virtual void write(Stream stream, std::string_view text, std::uint32_t line) = 0;
};

}  // namespace waiter::python
