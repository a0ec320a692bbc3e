#include "lesson/progress.h"

#include <algorithm>
#include <utility>

#include "lesson/prediction.h"

namespace waiter::lesson {
namespace {

// A lesson's own program is checked to end long before this; it only keeps a faulty lesson from hanging the page.
constexpr std::uint64_t kInstructionsMax = 20'000'000;

}  // namespace

Evidence evidence_of(const playground::Run& run) {
  const auto& files = run.program().files;
  return {run.trace(), run.spans(), run.error(), files.empty() ? std::string_view() : std::string_view(files[0].text),
          run.finished()};
}

std::vector<GoalState> evaluate(const Step& step, const playground::Run& run) { return evaluate(step, evidence_of(run)); }

playground::Run run_to_end(const Step& step, const ProgramText& program) {
  world::Limits limits;
  limits.instructions = kInstructionsMax;
  playground::Run run({{{program.key, program.text}}}, step.scenario, step.seed, limits);
  while (run.advance(kInstructionsMax)) {
  }
  return run;
}

bool Progress::go_to(std::size_t index) {
  if (index >= lesson_.steps.size()) return false;
  index_ = index;
  return true;
}

bool Progress::predict(std::size_t choice) {
  const auto& prediction = step().prediction;
  if (!prediction || choice >= prediction->choices.size() || predicted_.count(index_) != 0) return false;
  const playground::Run run = run_to_end(step(), step().program);
  predicted_[index_] = {choice, right_choice(*prediction, evidence_of(run))};
  return true;
}

std::optional<Progress::Predicted> Progress::predicted() const {
  const auto found = predicted_.find(index_);
  return found == predicted_.end() ? std::nullopt : std::optional<Predicted>(found->second);
}

world::Json Progress::state(const playground::Run& run) const {
  world::Json out{{"type", "lesson"}, {"prediction", nullptr}, {"goals", world::Json::array()}};
  if (const auto& prediction = step().prediction) {
    world::Json shown{{"choice", nullptr}, {"answer", nullptr}, {"why", ""}};
    if (const auto made = predicted()) {
      shown["choice"] = made->choice;
      if (made->answer) {
        shown["answer"] = *made->answer;
        shown["why"] = explanation(*prediction, made->choice, *made->answer);
      }
    }
    out["prediction"] = std::move(shown);
  }
  const auto goals = evaluate(step(), run);
  for (const GoalState& goal : goals) out["goals"].push_back({{"text", goal.text}, {"met", goal.met}, {"why", goal.why}});
  out["solved"] = !goals.empty() && std::all_of(goals.begin(), goals.end(), [](const GoalState& goal) { return goal.met; });
  return out;
}

}  // namespace waiter::lesson
