// What can be asked of a Run and is answered from its parts: here the parts are handed over, so that narration, transcript
// and export are built and tested without the engine.

#include <nlohmann/json.hpp>

#include "playground/chrome_trace.h"
#include "playground/narration.h"
#include "playground/transcript.h"

namespace waiter::playground {

std::string narration(const Run& run, std::uint32_t event) {
  Moment before;
  before.lanes.resize(run.trace().lanes.size());
  if (event > 0) before = run.at_event(event - 1);
  return event_narration(run.trace(), event, before, run.at_event(event));
}

std::string narration(const Run& run, const Moment& moment) { return moment_narration(run.trace(), moment); }

nlohmann::ordered_json transcript(const Run& run) { return transcript(run.trace(), run.error(), run.clients()); }

nlohmann::ordered_json chrome_trace(const Run& run) { return chrome_trace(run.trace(), run.spans(), run.counters()); }

}  // namespace waiter::playground
