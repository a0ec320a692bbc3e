// What a lesson asks of a trace, apart from running anything: goals and cues.

#include "lesson/progress.h"

namespace waiter::lesson {

std::vector<GoalState> evaluate(const Step& step, const Evidence& evidence) {
  std::vector<GoalState> states;
  states.reserve(step.goals.size());
  for (const Goal& goal : step.goals) {
    Verdict verdict = judge(goal.check, evidence);
    states.push_back({goal.text, verdict.met, std::move(verdict.why)});
  }
  return states;
}

std::optional<CuePlace> place_of(const Cue& cue, const trace::Trace& trace) {
  if (cue.time) return CuePlace{*cue.time, std::nullopt};
  std::int64_t seen = 0;
  for (std::uint32_t i = 0; i < trace.events.size(); ++i) {
    const trace::Event& event = trace.events[i];
    if (event.kind != cue.kind) continue;
    if (!cue.function.empty() && trace.subtitle(event.lane) != cue.function) continue;
    if (++seen == cue.nth) return CuePlace{event.time, i};
  }
  return std::nullopt;
}

}  // namespace waiter::lesson
