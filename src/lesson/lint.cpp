#include "lesson/lint.h"

#include <algorithm>
#include <map>
#include <utility>

#include <fmt/format.h>

#include "lesson/prediction.h"
#include "lesson/progress.h"

namespace waiter::lesson {
namespace {

class Linter {
 public:
  explicit Linter(LintResult& result) : result_(result) {}

  void lint(const LessonFolder& folder) {
    folder_ = folder.name;
    BundleResult bundle = bundle_lesson(folder.files);
    world::JsonErrors errors = std::move(bundle.errors);
    const std::size_t errors_of_files = errors.size();
    Lesson lesson;
    if (bundle.lesson.is_object()) lesson = read_lesson(world::JsonPlace(bundle.lesson, "", errors));
    else if (errors_of_files == 0) errors.push_back({"", "must be an object"});
    for (const world::JsonError& error : errors) complain(error.pointer, error.message);
    for (const std::string& name : bundle.unused) {
      result_.complaints.push_back({fmt::format("{}/{}", folder_, name), "is used by no step"});
    }
    if (!errors.empty()) return;
    if (lesson.id != folder_) complain("/id", fmt::format("must be the name of its folder, {}", folder_));
    for (std::size_t i = 0; i < lesson.steps.size(); ++i) lint_step(lesson.steps[i], fmt::format("/steps/{}", i));
    result_.lessons.push_back({folder_, std::move(bundle.lesson), std::move(lesson)});
  }

  void lint_orders() {
    std::map<std::int64_t, std::string> orders;
    for (const LintedLesson& lesson : result_.lessons) {
      const auto [first, is_new] = orders.emplace(lesson.lesson.order, lesson.folder);
      folder_ = lesson.folder;
      if (!is_new) complain("/order", fmt::format("{} is taken by {}", lesson.lesson.order, first->second));
    }
  }

 private:
  void complain(const std::string& pointer, std::string what) {
    result_.complaints.push_back({fmt::format("{}/lesson.json{}{}", folder_, pointer.empty() ? "" : " ", pointer), std::move(what)});
  }

  void lint_markdown(const std::string& text, const std::string& pointer) {
    if (std::count(text.begin(), text.end(), '`') % 2 != 0) complain(pointer, "has a ` without its partner");
    std::size_t stars = 0;
    for (std::size_t at = text.find("**"); at != std::string::npos; at = text.find("**", at + 2)) ++stars;
    if (stars % 2 != 0) complain(pointer, "has a ** without its partner");
    for (std::size_t at = text.find("]("); at != std::string::npos; at = text.find("](", at + 2)) {
      if (text.compare(at + 2, 8, "https://") != 0) complain(pointer, "has a link that does not begin with https://");
    }
  }

  void lint_texts(const Step& step, const std::string& pointer) {
    for (std::size_t i = 0; i < step.text.size(); ++i) lint_markdown(step.text[i], fmt::format("{}/text/{}", pointer, i));
    lint_markdown(step.analogy, pointer + "/analogy");
    for (const std::string& hint : step.hints) lint_markdown(hint, pointer + "/hint");
    for (std::size_t i = 0; i < step.goals.size(); ++i) {
      lint_markdown(step.goals[i].text, fmt::format("{}/goals/{}/text", pointer, i));
      lint_markdown(step.goals[i].hint, fmt::format("{}/goals/{}/hint", pointer, i));
    }
    if (!step.prediction) return;
    lint_markdown(step.prediction->question, pointer + "/prediction/question");
    lint_markdown(step.prediction->right, pointer + "/prediction/right");
    lint_markdown(step.prediction->wrong, pointer + "/prediction/wrong");
  }

  // Whether the program of a lesson ran to its end; complains if not.
  bool ran_well(const playground::Run& run, const std::string& pointer) {
    if (!run.error()) return true;
    complain(pointer, fmt::format("does not run: {}: {} (line {})", run.error()->type, run.error()->message, run.error()->line));
    return false;
  }

  void lint_step(const Step& step, const std::string& pointer) {
    lint_texts(step, pointer);
    const playground::Run run = run_to_end(step, step.program);
    if (!ran_well(run, pointer + "/program")) return;
    if (step.playhead) lint_cue(*step.playhead, run, pointer + "/playhead");
    if (step.prediction) lint_prediction(*step.prediction, run, pointer + "/prediction");
    if (!step.goals.empty()) lint_goals(step, run, pointer);
  }

  void lint_cue(const Cue& cue, const playground::Run& run, const std::string& pointer) {
    const auto place = place_of(cue, run.trace());
    if (!place) complain(pointer, "finds no such event in the step's program");
    else if (place->time > run.end()) complain(pointer, "is after the end of the step's program");
  }

  void lint_prediction(const Prediction& prediction, const playground::Run& run, const std::string& pointer) {
    const Evidence evidence = evidence_of(run);
    if (right_choice(prediction, evidence)) return;
    complain(pointer + "/choices", fmt::format("not exactly one choice is right: the program gives {}", measured_words(prediction, evidence)));
  }

  void lint_goals(const Step& step, const playground::Run& starter, const std::string& pointer) {
    const auto at_first = evaluate(step, starter);
    if (std::all_of(at_first.begin(), at_first.end(), [](const GoalState& goal) { return goal.met; })) {
      complain(pointer + "/goals", "are all met by the program as it is given");
    }
    const playground::Run solved = run_to_end(step, *step.solution);
    if (!ran_well(solved, pointer + "/solution")) return;
    const auto at_last = evaluate(step, solved);
    for (std::size_t i = 0; i < at_last.size(); ++i) {
      if (at_last[i].met) continue;
      complain(fmt::format("{}/goals/{}", pointer, i), fmt::format("is not met by the solution: {}", at_last[i].why));
    }
  }

  LintResult& result_;
  std::string folder_;
};

}  // namespace

LintResult lint(const std::vector<LessonFolder>& folders) {
  LintResult result;
  Linter linter(result);
  for (const LessonFolder& folder : folders) linter.lint(folder);
  std::stable_sort(result.lessons.begin(), result.lessons.end(),
                   [](const LintedLesson& a, const LintedLesson& b) { return a.lesson.order < b.lesson.order; });
  linter.lint_orders();
  return result;
}

}  // namespace waiter::lesson
